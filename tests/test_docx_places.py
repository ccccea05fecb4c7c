"""The same clause wherever a lawyer may put it in a Word file: found once; not found where nobody sees it."""

import pytest
from word_files import (
    NAMESPACES,
    WHO,
    box,
    cell,
    complex_field,
    item,
    note,
    paragraph,
    row,
    run,
    story,
    styled,
    table,
    word_file,
)

from ingest.document import RUNNING, BlockKind
from ingest.formats.docx import drafts
from ingest.outline import outlined

CLAUSE = "Leverantören ska betala vite med 10 000 kronor per dygn."
BEFORE, AFTER = paragraph("Stycket före."), paragraph("Stycket efter.")
WORDS = [run(word + " ") for word in CLAUSE.split(" ")]
LETTERS = '<w:proofErr w:type="spellStart"/>'.join(run(letter) for letter in CLAUSE)
SOFT = CLAUSE.replace("Leverantören", "Leve&#xAD;rantören").replace("10 000", "10&#xA0;000")
DECOMPOSED = CLAUSE.replace("ö", "o&#x308;").replace("10 000", "10&#x202F;000")
FOOTNOTES = {"footnotes.xml": story("footnotes", '<w:footnote w:type="separator" w:id="-1"/>' + note(2, CLAUSE))}
ENDNOTES = {"endnotes.xml": story("endnotes", note(2, CLAUSE).replace("w:footnote", "w:endnote"))}
VML = (
    f"<w:r><w:pict><v:group><v:shape><v:textbox><w:txbxContent>{paragraph(CLAUSE)}"
    "</w:txbxContent></v:textbox></v:shape></v:group></w:pict></w:r>"
)
CONTROL = "<w:sdt><w:sdtPr><w:alias w:val='Vite'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
ROW_CONTROL = table(CONTROL.format(row("Vite", CLAUSE)), row("Pris", "Enligt bilaga 2"))
CELL_CONTROL = table(f"<w:tr>{cell('Vite')}{CONTROL.format(cell(CLAUSE))}</w:tr>", row("Pris", "Enligt bilaga 2"))
DEEP = table(row("Rubrik", cell(table(row("Inre", cell(table(row("Djup", CLAUSE)) + paragraph(""))))))) + AFTER
MOVED = paragraph(f'<w:moveTo w:id="7" {WHO}>{run(CLAUSE)}</w:moveTo>', "<w:rPr><w:moveTo/></w:rPr>")
LEFT = paragraph(f'<w:moveFrom w:id="7" {WHO}>{run(CLAUSE)}</w:moveFrom>', "<w:rPr><w:moveFrom/></w:rPr>")
DELETED = f'<w:del w:id="3" {WHO}><w:r><w:delText>{CLAUSE}</w:delText></w:r></w:del>'
TAGS = f'<w:smartTag w:element="x">{WORDS[0]}</w:smartTag><w:customXml w:element="y">{"".join(WORDS[1:])}</w:customXml>'
LINK = f'<w:hyperlink r:id="rId99"><w:bdo w:val="ltr">{run(CLAUSE)}</w:bdo></w:hyperlink>'

SEEN: dict[str, tuple[str, dict[str, str | bytes]]] = {
    "body": (paragraph(CLAUSE), {}),
    "words in runs of their own": (paragraph("".join(WORDS)), {}),
    "letters in runs of their own": (paragraph(LETTERS), {}),
    "soft hyphen, no-break space": (paragraph(SOFT), {}),
    "decomposed letters": (paragraph(DECOMPOSED), {}),
    "small capitals": (paragraph(run(CLAUSE, "<w:smallCaps/>")), {}),
    "capitals by format": (paragraph(run(CLAUSE, "<w:caps/>")), {}),
    "list item": (item(CLAUSE, 1, 2), {}),
    "heading style": (styled("Rubrik2", CLAUSE), {}),
    "cell": (table(row("Vite", CLAUSE), row("Pris", "Enligt bilaga 2")), {}),
    "one-cell table": (table(row(CLAUSE)), {}),
    "table in table in table": (DEEP, {}),
    "cell in content control": (CELL_CONTROL, {}),
    "row in content control": (ROW_CONTROL, {}),
    "text box": (paragraph(run("Se rutan. ") + box(paragraph(CLAUSE))), {}),
    "text box of old Word, in a group": (paragraph(VML), {}),
    "text box in a cell": (table(row("Vite", cell(paragraph(box(paragraph(CLAUSE))))), row("Pris", "10")), {}),
    "text box in text box": (paragraph(box(paragraph("Ytterst.") + paragraph(box(paragraph(CLAUSE))))), {}),
    "footnote": (paragraph(run("Se not") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(".")), FOOTNOTES),
    "endnote": (paragraph(run("Se not") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + run(".")), ENDNOTES),
    "footnote from a cell": (
        table(row("A", cell(paragraph(run("x") + '<w:r><w:footnoteReference w:id="2"/></w:r>'))), row("B", "y")),
        FOOTNOTES,
    ),
    "content control round a paragraph": (CONTROL.format(paragraph(CLAUSE)), {}),
    "content control in a paragraph": (paragraph(CONTROL.format(run(CLAUSE))), {}),
    "content control in content control": (CONTROL.format(CONTROL.format(paragraph(CONTROL.format(run(CLAUSE))))), {}),
    "tracked insertion": (paragraph(f'<w:ins w:id="1" {WHO}>{run(CLAUSE)}</w:ins>'), {}),
    "moved": (MOVED + paragraph("Emellan.") + LEFT, {}),
    "hyperlink": (paragraph(LINK), {}),
    "smart tags": (paragraph(TAGS), {}),
    "complex field": (paragraph(complex_field("REF _Ref1 \\h", CLAUSE)), {}),
    "simple field": (paragraph(f'<w:fldSimple w:instr=" DOCPROPERTY Vite ">{run(CLAUSE)}</w:fldSimple>'), {}),
    "appendix": (styled("Onumrerad", "Bilaga 3 Viten") + paragraph(CLAUSE), {}),
    "insertion around a deletion": (
        paragraph(f'<w:ins w:id="1" {WHO}>{run(CLAUSE)}<w:del w:id="2" {WHO}>{run("Utgår.")}</w:del></w:ins>'),
        {},
    ),
    "hidden style shown again by the run": (styled("Dold", run(CLAUSE, '<w:vanish w:val="0"/>')), {}),
    "field that is never closed": (paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph(CLAUSE), {}),
    "custom XML round a paragraph": (f'<w:customXml w:element="x">{paragraph(CLAUSE)}</w:customXml>', {}),
}
UNSEEN: dict[str, tuple[str, dict[str, str | bytes]]] = {
    "deleted": (paragraph(DELETED), {}),
    "moved away": (LEFT, {}),
    "hidden": (paragraph(run(CLAUSE, "<w:vanish/>")), {}),
    "hidden by character style": (paragraph(run(CLAUSE, '<w:rStyle w:val="DoltTecken"/>')), {}),
    "hidden by paragraph style": (styled("Dold", CLAUSE), {}),
    "hidden by what the style is based on": (styled("DoldUnder", CLAUSE), {}),
    "hidden field result": (paragraph(complex_field("REF x", "y").replace(run("y"), run(CLAUSE, "<w:vanish/>"))), {}),
    "row deleted": (table(row("Vite", CLAUSE, properties=f'<w:del w:id="5" {WHO}/>'), row("A", "B")), {}),
    "row hidden": (table(row("Vite", CLAUSE, properties="<w:hidden/>"), row("A", "B")), {}),
    "cell deleted": (table(row("Vite", cell(CLAUSE, f'<w:cellDel w:id="5" {WHO}/>')), row("A", "B")), {}),
    "field instruction": (paragraph(complex_field(f'IF 1=2 "{CLAUSE}"', "Nej.")), {}),
    "comment": (
        paragraph(run("Text.") + '<w:r><w:commentReference w:id="0"/></w:r>'),
        {"comments.xml": story("comments", f'<w:comment w:id="0" {WHO}>{paragraph(CLAUSE)}</w:comment>')},
    ),
    "note that nothing refers to": (paragraph("Text."), FOOTNOTES),
    "note with deleted reference": (
        paragraph(f'<w:del w:id="4" {WHO}><w:r><w:footnoteReference w:id="2"/></w:r></w:del>' + run("Text.")),
        FOOTNOTES,
    ),
    "cell merged into the one above": (
        table(
            row(cell("Vite", '<w:vMerge w:val="restart"/>'), "A"),
            row(cell(CLAUSE, "<w:vMerge/>"), "B"),
        ),
        {},
    ),
    "text box deleted": (paragraph(f'<w:del w:id="9" {WHO}>{box(paragraph(CLAUSE))}</w:del>'), {}),
    "building block": (paragraph("Text."), {"glossary/document.xml": f"<w:x {NAMESPACES}>{CLAUSE}</w:x>"}),
}


@pytest.mark.parametrize("place", SEEN)
def test_a_clause_on_the_page_is_in_the_text_once(place: str) -> None:
    body, parts = SEEN[place]
    found = [draft.text for draft in drafts(word_file(BEFORE + body + AFTER, parts)).blocks]
    assert "\n".join(found).count(CLAUSE) == 1, found
    assert found[0] == "Stycket före." and found[-1] == "Stycket efter."
    (entry,) = [
        entry for entry in outlined(drafts(word_file(BEFORE + body + AFTER, parts)).blocks) if CLAUSE in entry.text
    ]
    assert entry.kind in RUNNING


@pytest.mark.parametrize("place", UNSEEN)
def test_what_nobody_sees_is_not_in_the_text(place: str) -> None:
    body, parts = UNSEEN[place]
    found = [draft.text for draft in drafts(word_file(BEFORE + body + AFTER, parts)).blocks]
    assert "10 000" not in "\n".join(found), found
    assert "Stycket före." in found and "Stycket efter." in found


@pytest.mark.parametrize(
    ("between", "joined"),
    [
        ("<w:r><w:tab/></w:r>", "vite\tpris"),
        ("<w:r><w:br/></w:r>", "vite\npris"),
        ('<w:r><w:br w:type="page"/></w:r>', "vite\npris"),
        ("<w:r><w:cr/></w:r>", "vite\npris"),
        ("<w:r><w:noBreakHyphen/></w:r>", "vite-pris"),
        ("<w:r><w:softHyphen/></w:r>", "vitepris"),
        ("<w:r><w:lastRenderedPageBreak/></w:r>", "vitepris"),
        ('<w:bookmarkStart w:id="0" w:name="x"/>', "vitepris"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "vite☑pris"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', "vite≤pris"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "vite•pris"),
        ("<m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>", "vite2+2pris"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>ovan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>bas</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "vitebas (ovan) pris",
        ),
    ],
)
def test_signs_between_words(between: str, joined: str) -> None:
    assert [d.text for d in drafts(word_file(paragraph(run("vite") + between + run("pris")))).blocks] == [joined]


@pytest.mark.parametrize(
    ("lines", "drafts_of_it"),
    [
        (["Leverantören ska", "a) betala", "b) redovisa"], ["Leverantören ska", "a) betala", "b) redovisa"]),
        (["Leverantören ska", "– betala", "vite", "– redovisa"], ["Leverantören ska", "– betala\nvite", "– redovisa"]),
        (["Vite", "1.1 Vite utgår.", "1.2 Det dras av."], ["Vite", "1.1 Vite utgår.", "1.2 Det dras av."]),
        (["Region Norr", "Box 12", "123 45 Solna"], ["Region Norr\nBox 12\n123 45 Solna"]),
        (["Leverantören ska betala", "vite."], ["Leverantören ska betala\nvite."]),
    ],
)
def test_a_list_typed_with_line_breaks_is_a_list(lines: list[str], drafts_of_it: list[str]) -> None:
    body = paragraph("<w:r><w:br/></w:r>".join(run(line) for line in lines))
    assert [draft.text for draft in drafts(word_file(body)).blocks] == drafts_of_it


def test_a_note_follows_its_paragraph_and_its_mark_glues_to_no_word() -> None:
    body = paragraph(run("Vite") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" utgår."))
    first, second, third = drafts(word_file(body + AFTER, FOOTNOTES)).blocks
    assert (first.text, third.text) == ("Vite utgår.", "Stycket efter.")
    assert (second.kind, second.number, second.text) == (BlockKind.FOOTNOTE, "1", f"1 {CLAUSE}")

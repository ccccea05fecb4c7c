"""The parts beside the body: headers, contents lists, fields, imported files, objects, pictures, and their account."""

from io import BytesIO

import docx
import pytest
from word_files import (
    NAMESPACES,
    WHO,
    box,
    complex_field,
    item,
    note,
    paragraph,
    read,
    row,
    run,
    story,
    styled,
    table,
    texts,
    word_file,
)

from ingest.document import BlockKind, Part
from ingest.formats.docx import drafts

CONTENTS, HEADER, FOOTER = BlockKind.CONTENTS, BlockKind.HEADER, BlockKind.FOOTER
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
TAB = "<w:r><w:tab/></w:r>"


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def section(references: str, more: str = "") -> str:
    return paragraph("", f"<w:sectPr>{references}{more}</w:sectPr>")


def reference(side: str, kind: str, key: str) -> str:
    return f'<w:{side}Reference w:type="{kind}" r:id="{key}"/>'


def fate(parts: list[Part], name: str) -> str | None:
    return next((part.fate for part in parts if name in part.name), None)


def picture(width: int, height: int, anchor: str = "inline") -> str:
    return (
        f'<w:r><w:drawing><wp:{anchor} behindDoc="1"><wp:extent cx="{width * 12700}" cy="{height * 12700}"/>'
        '<a:graphic><a:graphicData><a:blip r:embed="rId50"/></a:graphicData></a:graphic>'
        f"</wp:{anchor}></w:drawing></w:r>"
    )


def test_headers_and_footers_once_and_apart() -> None:
    both = reference("header", "default", "h1") + reference("footer", "default", "f1")
    body = section(both) + paragraph("Vite utgår.") + section(both + reference("header", "default", "h2"))
    parts = {
        "header1.xml": story("hdr", paragraph("Dnr 2026-1") + table(row("Region", "Avtal"))),
        "header2.xml": story("hdr", paragraph("Dnr 2026-1") + table(row("Region", "Avtal"))),
        "footer1.xml": story("ftr", paragraph(run("Sida ") + complex_field("PAGE", "3") + run(" av 9"))),
    }
    links = {"h1": ("header", "header1.xml"), "h2": ("header", "header2.xml"), "f1": ("footer", "footer1.xml")}
    found = drafts(word_file(body, parts, links))
    assert [(draft.kind, draft.text) for draft in found.blocks] == [
        (HEADER, "Dnr 2026-1"),
        (HEADER, "Region\tAvtal"),
        (None, "Vite utgår."),
        (FOOTER, "Sida 3 av 9"),
    ]
    assert fate(found.parts, "header1") == fate(found.parts, "footer1") == "read"


@pytest.mark.parametrize(
    ("kind", "more", "settings", "seen"),
    [
        ("first", "", "", False),
        ("first", "<w:titlePg/>", "", True),
        ("first", '<w:titlePg w:val="0"/>', "", False),
        ("even", "", "", False),
        ("even", "", "<w:evenAndOddHeaders/>", True),
        ("default", "", "", True),
    ],
)
def test_a_header_that_no_page_shows_is_left_out(kind: str, more: str, settings: str, seen: bool) -> None:
    parts = {"header1.xml": story("hdr", paragraph("Utkast")), "settings.xml": story("settings", settings)}
    body = paragraph("Vite.") + section(reference("header", kind, "h1"), more)
    found = drafts(word_file(body, parts, {"h1": ("header", "header1.xml")}))
    assert [draft.text for draft in found.blocks] == (["Utkast"] if seen else []) + ["Vite."]
    assert fate(found.parts, "header1") == ("read" if seen else "left-out")


def test_a_text_box_and_a_watermark_in_a_header() -> None:
    mark = '<w:r><w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'
    parts = {"header1.xml": story("hdr", paragraph(box(paragraph("Region Norr"))) + paragraph(mark))}
    found = read(
        paragraph("Vite.") + section(reference("header", "default", "h1")),
        parts=parts,
        relations={"h1": ("header", "header1.xml")},
    )
    assert [(draft.kind, draft.text) for draft in found] == [
        (HEADER, "Region Norr"),
        (HEADER, "UTKAST"),
        (None, "Vite."),
    ]


def test_a_table_of_contents_over_many_paragraphs() -> None:
    page = complex_field("PAGEREF _Toc1", "4")
    link = f'<w:hyperlink w:anchor="_Toc1">{run("1")}{TAB}{run("Vite")}{TAB}{page}</w:hyperlink>'
    body = (
        paragraph(BEGIN + instruction(" TOC \\o ") + SEPARATE + link)
        + paragraph(run("2") + TAB + run("Priser"))
        + paragraph(END)
        + paragraph("Vite utgår.")
    )
    found = [(draft.kind, draft.text) for draft in read(body)]
    assert found == [(CONTENTS, "1\tVite\t4"), (CONTENTS, "2\tPriser"), (None, "Vite utgår.")]


def test_a_contents_list_in_its_content_control() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{styled('Rubrik1', 'Innehåll')}{paragraph('1 Vite 4')}</w:sdtContent></w:sdt>"
    )
    assert [draft.kind for draft in read(control + paragraph("Vite."))] == [CONTENTS, CONTENTS, None]


def test_text_that_follows_the_end_of_the_contents_field_is_text() -> None:
    body = paragraph(BEGIN + instruction("TOC") + SEPARATE + run("1 Vite")) + paragraph(END + run("Vite utgår."))
    assert [draft.kind for draft in read(body)] == [CONTENTS, None]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (complex_field("REF _Ref7 \\r \\h", "7.2"), "Se 7.2."),
        (BEGIN + instruction("IF") + complex_field("REF a", "x") + instruction('=1 "Ja"') + SEPARATE + run("Nej") + END,
         "Se Nej."),
        (BEGIN + instruction("REF a") + SEPARATE + run("a") + complex_field("REF b", " inre") + END, "Se a inre."),
        (BEGIN + instruction("XE vite") + END, "Se ."),
        (BEGIN + instruction(" MACROBUTTON NoMacro [Ange belopp] ") + END, "Se [Ange belopp]."),
        (END + run("bilaga") + SEPARATE, "Se bilaga."),
        (BEGIN + run("bilaga"), "Se bilaga."),
        (
            BEGIN.replace("/>", "><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>")
            + instruction("FORMCHECKBOX")
            + END,
            "Se ☒.",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Nej"/>'
            '<w:listEntry w:val="Ja"/></w:ddList></w:ffData></w:fldChar></w:r>' + instruction("FORMDROPDOWN") + END,
            "Se Ja.",
        ),
    ],
)  # fmt: skip
def test_fields_show_their_result(content: str, text: str) -> None:
    assert texts(paragraph(run("Se ") + content + run("."))) == [text]


def test_a_placeholder_is_text_and_is_told() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = paragraph(run("Vite: ") + control.format(run("Klicka här"))) + control.format(paragraph("Ange datum"))
    found = drafts(word_file(body))
    assert [draft.text for draft in found.blocks] == ["Vite: Klicka här", "Ange datum"]
    assert "2 innehållskontroller" in next(part.why for part in found.parts if part.name == "word/document.xml")


def test_comments_are_counted() -> None:
    comment = f'<w:comment w:id="{{}}" {WHO}>{paragraph("Bör vi inte höja?")}</w:comment>'
    found = drafts(
        word_file(paragraph("Vite."), {"comments.xml": story("comments", comment.format(0) + comment.format(1))})
    )
    assert (found.comments, fate(found.parts, "comments")) == (2, "left-out")


@pytest.mark.parametrize(
    ("name", "content", "found", "became"),
    [
        ("afchunk.txt", "Vite utgår.\nÄven ränta.", ["Vite utgår.", "Även ränta."], "read"),
        ("afchunk.txt", "\ufeffVite utgår.".encode(), ["Vite utgår."], "read"),
        ("afchunk.txt", "Vite utgår på lördag.".encode("cp1252"), ["Vite utgår på lördag."], "read"),
        (
            "afchunk.htm",
            "<html><head><title>x</title><style>p{}</style></head><body><h2>Vite</h2><p>Vite <b>ut</b>går.<p>Ja."
            "<table><tr><td>a<td>b"
            "</table><script>nej()</script></body></html>",
            ["Vite", "Vite utgår.", "Ja.", "a\tb"],
            "read",
        ),
        (
            "afchunk.docx",
            word_file(styled("Rubrik1", "Vite") + paragraph("Vite utgår.")),
            ["1 Vite", "Vite utgår."],
            "read",
        ),
        ("afchunk.rtf", "{\\rtf1 Vite}", ["Vite"], "read"),
        ("afchunk.mht", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Vite</p>", ["Vite"], "read"),
        ("afchunk.mht", "MIME-Version: 1.0\n\n<p>Vite</p>", [], "unread"),
        ("afchunk.docx", b"PK\x03\x04 trasig", [], "unread"),
    ],
)
def test_imported_files(name: str, content: str | bytes, found: list[str], became: str) -> None:
    body = paragraph("Före.") + '<w:altChunk r:id="rId77"/>' + paragraph("Efter.")
    result = drafts(word_file(body, {name: content}, {"rId77": ("aFChunk", name)}))
    assert [draft.text for draft in result.blocks] == ["Före.", *found, "Efter."]
    assert fate(result.parts, name) == became


def test_changes_in_an_imported_file_wait_too() -> None:
    inner = word_file(paragraph(f'<w:ins w:id="1" {WHO}>{run("Vite.")}</w:ins>'))
    found = drafts(word_file('<w:altChunk r:id="c"/>', {"in.docx": inner}, {"c": ("aFChunk", "in.docx")}))
    assert found.pending_changes == 1 and found.rejected == []


def test_subdocuments_and_outside_files_are_unread_and_never_followed() -> None:
    body = '<w:subDoc r:id="a"/><w:altChunk r:id="b"/><w:altChunk r:id="finns inte"/>' + paragraph("Vite.")
    links = {"a": ("subDocument", "!file:///etc/passwd"), "b": ("aFChunk", "!http://127.0.0.1:9/x.html")}
    found = drafts(word_file(body, relations=links))
    assert [draft.text for draft in found.blocks] == ["Vite."]
    assert [part.fate for part in found.parts].count("unread") == 3


def test_embedded_objects_are_unread_and_equations_are_not_missed() -> None:
    body = paragraph(
        run("Se ") + '<w:r><w:object><o:OLEObject ProgID="Word.Document.12" r:id="r1"/></w:object></w:r>'
        '<w:r><w:object><o:OLEObject ProgID="Equation.3" r:id="r2"/></w:object></w:r>'
    )
    found = drafts(word_file(body + paragraph("Vite. " * 60)))
    assert [part.name for part in found.parts if part.fate == "unread"] == ["inbäddat objekt (Word.Document.12)"]


@pytest.mark.parametrize(
    ("pictures", "words", "became"),
    [
        (picture(450, 640), 200, "unread"),
        (picture(450, 640, "anchor"), 200, "left-out"),
        (picture(120, 60), 200, "left-out"),
        (picture(450, 200), 200, "left-out"),
        (picture(450, 300) * 2, 3, "unread"),
        (
            '<w:r><w:pict><v:shape style="width:16cm;height:22cm"><v:imagedata r:id="x"/></v:shape></w:pict></w:r>',
            200,
            "unread",
        ),
        ("", 3, None),
    ],
)
def test_pictures_that_may_be_the_contract_are_unread(pictures: str, words: int, became: str | None) -> None:
    found = drafts(word_file(paragraph(run("Vite ") + pictures) + paragraph("ord " * words)))
    assert fate(found.parts, "bilder") == became


def test_a_diagram_shows_its_words() -> None:
    diagram = (
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="d1"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    words = "<a:p><a:r><a:t>Varning,</a:t></a:r><a:r><a:t> sedan vite</a:t></a:r></a:p>"
    data = f"<dgm:dataModel {NAMESPACES}><dgm:pt><dgm:t>{words}</dgm:t></dgm:pt></dgm:dataModel>"
    found = drafts(
        word_file(paragraph(diagram), {"diagrams/data1.xml": data}, {"d1": ("diagramData", "diagrams/data1.xml")})
    )
    assert [(draft.kind, draft.text) for draft in found.blocks] == [(BlockKind.TEXT_BOX, "Varning, sedan vite")]
    assert fate(found.parts, "diagrams") == "read"


def test_what_a_text_box_holds_keeps_its_kind() -> None:
    inner = styled("Rubrik1", "Vite") + item("betala", 1, 2) + paragraph("Fritt.") + table(row("a", "b"))
    found = read(paragraph(box(inner)))
    assert [draft.kind for draft in found] == [
        BlockKind.HEADING,
        BlockKind.LIST_ITEM,
        BlockKind.TEXT_BOX,
        BlockKind.TABLE_ROW,
    ]


def test_macros_and_building_blocks_are_left_out() -> None:
    found = drafts(word_file(paragraph("Vite."), {"vbaProject.bin": b"\xd0\xcf", "glossary/document.xml": "<x/>"}))
    assert fate(found.parts, "vbaProject") == fate(found.parts, "glossary") == "left-out"


def test_bold_size_and_indent() -> None:
    plain, heavy, mixed, head = read(
        paragraph("Vite", '<w:ind w:left="720"/>')
        + paragraph(run("Vi", "<w:b/>") + run("te", '<w:b/><w:sz w:val="30"/>') + run(" "))
        + paragraph(run("Vi", "<w:b/>") + run("te"))
        + styled("Rubrik1", run("Vite") + run(" kursiv", "<w:i/>"))
    )
    assert (plain.bold, plain.size, plain.indent) == (False, 11.0, 36.0)
    assert (heavy.bold, mixed.bold) == (True, False)
    assert (head.bold, head.size, head.indent) == (True, 16.0, 36.0)


def test_a_note_with_several_paragraphs() -> None:
    notes = {
        "footnotes.xml": story(
            "footnotes", note(2, "Ett.").replace("</w:footnote>", paragraph("Två.") + "</w:footnote>")
        )
    }
    body = paragraph(run("A") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert texts(body, parts=notes) == ["A", "1 Ett.", "Två."]


def test_a_file_by_python_docx() -> None:
    document = docx.Document()
    document.add_heading("Avtal", 0)
    document.add_heading("Vite", 2)
    document.add_paragraph("betala", style="List Bullet")
    document.add_paragraph("redovisa", style="List Number")
    document.add_paragraph("anmäla", style="List Number")
    document.sections[0].header.paragraphs[0].text = "Dnr 1"
    out = BytesIO()
    document.save(out)
    assert [(draft.kind, draft.level, draft.text) for draft in drafts(out.getvalue()).blocks] == [
        (HEADER, None, "Dnr 1"),
        (BlockKind.HEADING, 1, "Avtal"),
        (BlockKind.HEADING, 2, "Vite"),
        (BlockKind.LIST_ITEM, 0, "• betala"),
        (BlockKind.LIST_ITEM, 0, "1. redovisa"),
        (BlockKind.LIST_ITEM, 0, "2. anmäla"),
    ]

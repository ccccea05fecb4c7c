"""OpenDocument texts: automatic numbers as LibreOffice shows them, two views of changes, tables, and what is hidden."""

import pytest
from open_documents import flat, level, list_style, packed, read, texts

import ingest
from ingest.document import BlockKind
from ingest.errors import BrokenFile, EncryptedFile
from ingest.formats import odt

CLAUSES = list_style(
    "L1",
    level(1, "1", "."),
    level(2, "1", "", 'text:display-levels="2"'),
    level(3, "a", ")"),
    level(4, "i", ")", 'style:num-prefix="("'),
)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*content: str, style: str = "L1", more: str = "") -> str:
    inner = "".join(
        each if each.startswith("<text:list-") else f"<text:list-item>{each}</text:list-item>" for each in content
    )
    named = f'text:style-name="{style}" ' if style else ""
    return f"<text:list {named}{more}>{inner}</text:list>"


def inner(*content: str) -> str:
    return items(*content, style="")


NUMBERS = {
    "levels": (
        items(
            p("Vite") + inner(p("Belopp"), p("Ska") + inner(p("ett"), p("två") + inner(p("djupt"))), p("Sist")),
            p("Hävning"),
        ),
        ["1. Vite", "1.1 Belopp", "1.2 Ska", "a) ett", "b) två", "(i) djupt", "1.3 Sist", "2. Hävning"],
    ),
    "a list begins anew": (items(p("A"), p("B")) + items(p("C")), ["1. A", "2. B", "1. C"]),
    "a list goes on": (
        items(p("A"), p("B")) + p("emellan") + items(p("C"), more='text:continue-numbering="true"'),
        ["1. A", "2. B", "emellan", "3. C"],
    ),
    "a list goes on with the one it names": (
        items(p("A"), more='xml:id="a"')
        + items(p("x"), more='xml:id="b"')
        + items(p("B"), more='text:continue-list="a"'),
        ["1. A", "1. x", "2. B"],
    ),
    "only an inner list goes on": (
        items(p("A") + inner(p("B"))) + p("emellan") + items(inner(p("C")), more='text:continue-numbering="true"'),
        ["1. A", "1.1 B", "emellan", "1.2 C"],
    ),
    "a start of its own": (
        items('<text:list-item text:start-value="5">' + p("fem") + "</text:list-item>", p("sex")),
        ["5. fem", "6. sex"],
    ),
    "a start that is no number": (
        items('<text:list-item text:start-value="²">' + p("ett") + "</text:list-item>", p("två")),
        ["1. ett", "2. två"],
    ),
    "further paragraphs of an item": (items(p("ett") + p("mer"), p("två")), ["1. ett", "mer", "2. två"]),
    "a list's header": (
        items("<text:list-header>" + p("rubrik") + "</text:list-header>", p("ett")),
        ["rubrik", "1. ett"],
    ),
    "a numbered paragraph": (
        '<text:numbered-paragraph text:style-name="L1" text:level="1">' + p("ensam") + "</text:numbered-paragraph>",
        ["1. ensam"],
    ),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_lists_are_numbered_as_the_page_shows(name: str) -> None:
    body, expected = NUMBERS[name]
    assert texts(body, automatic=CLAUSES) == expected


def test_lists_without_names_do_not_share_their_numbers() -> None:
    """Once a list without an id was taken for the one that a list without `continue-list` goes on with."""
    bullets = list_style("B", '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>')
    body = items(p("A")) + items(p("punkt"), style="B") + items(p("B"), style="L2")
    assert texts(body, automatic=CLAUSES + bullets + list_style("L2", level(1, "A", "."))) == [
        "1. A",
        "• punkt",
        "A. B",
    ]


OUTLINE = (
    '<text:outline-style style:name="Outline">'
    + "".join(
        f'<text:outline-level-style text:level="{depth}" style:num-format="1" text:display-levels="{depth}"/>'
        for depth in (1, 2)
    )
    + "</text:outline-style>"
    + "".join(
        f'<style:style style:name="H{depth}" style:family="paragraph" style:default-outline-level="{depth}"/>'
        for depth in (1, 2)
    )
    + '<style:style style:name="Plain" style:family="paragraph" style:parent-style-name="H1" style:list-style-name=""/>'
)


def h(text: str, depth: int, style: str = "", more: str = "") -> str:
    return f'<text:h text:style-name="{style or f"H{depth}"}" text:outline-level="{depth}" {more}>{text}</text:h>'


def test_headings_are_numbered_by_the_outline() -> None:
    body = h("Omfattning", 1) + h("Tid", 2) + h("Plats", 2) + h("Förord", 1, "Plain") + h("Vite", 1) + h("Belopp", 2)
    drafts = read(body, OUTLINE).blocks
    assert [draft.text for draft in drafts] == [
        "1 Omfattning",
        "1.1 Tid",
        "1.2 Plats",
        "Förord",
        "2 Vite",
        "2.1 Belopp",
    ]
    assert [(draft.kind, draft.level) for draft in drafts[:2]] == [(BlockKind.HEADING, 1), (BlockKind.HEADING, 2)]
    assert texts(h("A", 1) + h("B", 1, more='text:is-list-header="true"') + h("C", 1), OUTLINE) == ["1 A", "B", "2 C"]


def test_libreoffice_has_a_pattern_of_its_own_for_numbers() -> None:
    styles = list_style(
        "L1", level(1, "1", "", 'loext:num-list-format="§ %1%"'), level(2, "1", "", 'loext:num-list-format="%1%.%2%."')
    )
    assert texts(items(p("Vite") + inner(p("Belopp"))), automatic=styles) == ["§ 1 Vite", "1.1. Belopp"]


INSERTED = '<text:changed-region text:id="i"><text:insertion/></text:changed-region>'
START, END, POINT = (
    f'<text:change{kind} text:change-id="{key}"/>' for kind, key in (("-start", "i"), ("-end", "i"), ("", "d"))
)


def deleted(content: str) -> str:
    return f'<text:changed-region text:id="d"><text:deletion>{content}</text:deletion></text:changed-region>'


CHANGES = {
    "words": (
        deleted(p("1 000")) + INSERTED,
        p(f"Vitet är {POINT}{START}10 000{END} kronor."),
        ["Vitet är 10 000 kronor."],
        ["Vitet är 1 000 kronor."],
    ),
    "a paragraph put in": (
        INSERTED,
        p("Ett.") + p(f"{START}Nytt.") + p(f"{END}Två."),
        ["Ett.", "Nytt.", "Två."],
        ["Ett.", "Två."],
    ),
    "a paragraph parted in two": (INSERTED, p(f"Ett. {START}") + p(f"{END}Två."), ["Ett.", "Två."], ["Ett. Två."]),
    "two paragraphs made one": (deleted(p("") + p("")), p(f"Ett.{POINT}Två."), ["Ett.Två."], ["Ett.", "Två."]),
    "whole paragraphs taken out": (
        deleted(p("slut.") + p("Hela.") + p("Bör")),
        p(f"Ett {POINT}jan."),
        ["Ett jan."],
        ["Ett slut.", "Hela.", "Början."],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changes_have_two_views(name: str) -> None:
    regions, body, accepted, rejected = CHANGES[name]
    found = read(f"<text:tracked-changes>{regions}</text:tracked-changes>{body}")
    assert [draft.text for draft in found.blocks] == accepted
    assert [draft.text for draft in found.rejected or []] == rejected
    assert found.pending_changes == regions.count("<text:changed-region")


HIDDEN = (
    '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="GoneP" style:family="paragraph"><style:text-properties text:display="none"/>'
    "</style:style>"
)


def test_what_the_page_does_not_show_is_left_out() -> None:
    body = (
        p('Synligt<text:span text:style-name="Gone"> dolt</text:span>.')
        + p("Dolt stycke.", "GoneP")
        + p('<text:hidden-paragraph text:is-hidden="true"/>Dolt av villkor.')
        + p('A<text:hidden-text text:is-hidden="true">x</text:hidden-text>B')
        + '<text:section text:name="s" text:display="none">'
        + p("I dolt avsnitt.")
        + "</text:section>"
        + '<text:section text:name="t">'
        + p("I avsnitt.")
        + "</text:section>"
        + p("Före<office:annotation><text:p>Kommentar</text:p></office:annotation> efter.")
    )
    found = read(body, automatic=HIDDEN)
    assert [draft.text for draft in found.blocks] == ["Synligt.", "AB", "I avsnitt.", "Före efter."]
    assert (found.comments, [part.fate for part in found.parts]) == (1, ["left-out"])


def test_white_space_breaks_and_fields_are_as_on_the_page() -> None:
    body = p(
        'Tio\n   <text:s text:c="4"/>tusen\u00a0kr<text:tab/>per<text:line-break/>dag, '
        "se sida <text:page-number>3</text:page-number> binde\u00adstreck"
    )
    assert texts(body) == ["Tio tusen kr\tper\ndag, se sida 3 bindestreck"]


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(text) if text else ''}</table:table-cell>"


def test_tables_follow_the_grid() -> None:
    covered = "<table:covered-table-cell/>"
    body = (
        '<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>'
        + cell("Brist")
        + cell("Vite")
        + cell("Tid")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell("Bred", 'table:number-columns-spanned="2"')
        + covered
        + cell("C")
        + "</table:table-row><table:table-row>"
        + cell("Ned", 'table:number-rows-spanned="2"')
        + cell("x", 'table:number-columns-repeated="2"')
        + "</table:table-row><table:table-row>"
        + covered
        + cell("y")
        + cell("z")
        + "</table:table-row>"
        + '<table:table-row table:visibility="collapse">'
        + cell("dold")
        + cell("rad")
        + cell("!")
        + "</table:table-row></table:table>"
    )
    found = read(body).blocks
    assert [draft.cells for draft in found] == [
        ("Brist", "Vite", "Tid"),
        ("Bred", "", "C"),
        ("Ned", "x", "x"),
        ("", "y", "z"),
    ]
    assert [draft.kind for draft in found[:2]] == [BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW]


def test_notes_and_boxes_follow_their_paragraph() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        + p("Noten.")
        + "</text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box>" + p("Rutan.") + "</draw:text-box></draw:frame>"
    found = read(p(f"Vite{note} utgår.{box}") + p("Sedan.")).blocks
    assert [(draft.kind, draft.text) for draft in found] == [
        (None, "Vite utgår."), (BlockKind.FOOTNOTE, "1 Noten."), (BlockKind.TEXT_BOX, "Rutan."), (None, "Sedan."),
    ]  # fmt: skip


def test_headers_of_used_layouts_stand_apart_and_contents_are_contents() -> None:
    masters = "".join(
        f'<style:master-page style:name="{name}"><style:header>{p(f"Huvud {name}")}</style:header>'
        f"<style:footer>{p('Fot')}</style:footer></style:master-page>"
        for name in ("Standard", "Bilaga", "Oanvänd")
    )
    used = '<style:style style:name="PB" style:family="paragraph" style:master-page-name="Bilaga"/>'
    contents = (
        "<text:table-of-content><text:index-body>"
        + p("1 Vite<text:tab/>3")
        + "</text:index-body></text:table-of-content>"
    )
    found = read(contents + p("Text.") + p("Bilagans text.", "PB"), automatic=used, masters=masters).blocks
    assert [(draft.kind and draft.kind.value, draft.text) for draft in found] == [
        ("header", "Huvud Standard"), ("header", "Huvud Bilaga"), ("contents", "1 Vite\t3"), (None, "Text."),
        (None, "Bilagans text."), ("footer", "Fot"),
    ]  # fmt: skip


def test_an_embedded_file_makes_the_reading_incomplete() -> None:
    document = ingest.read(flat(p('Se<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> här.')))
    assert (document.format, document.ledger.complete) == ("odt", False)


REFUSED = {
    "a password": (packed(p("x"), manifest="<m:encryption-data/>"), EncryptedFile),
    "no content": (packed(p("x"), kind="text").replace(b"content.xml", b"context.xml"), BrokenFile),
    "entities": (flat(p("&a;")).replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n'), BrokenFile),
    "cut off": (flat(p("x"))[:-30], BrokenFile),
}


@pytest.mark.parametrize("name", REFUSED)
def test_broken_and_hostile_files_are_refused(name: str) -> None:
    data, error = REFUSED[name]
    with pytest.raises(error):
        odt.drafts(data)

"""Automatic numbers as Word shows them, and the headings and lists that they make."""

import pytest
from word_files import NUMBERING, OUTLINE, item, level, numbering, paragraph, read, row, run, styled, table, texts

from ingest.document import BlockKind
from ingest.numerals import label
from ingest.outline import outlined

LEGAL = "<w:isLgl/>"
START = '<w:lvlOverride w:ilvl="{0}"><w:startOverride w:val="{1}"/></w:lvlOverride>'
LINKED = '<w:numStyleLink w:val="Avtalslista"/>'


def link(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


CASES: list[tuple[str, dict[int, str], dict[int, str], list[tuple[int, int]], list[str]]] = [
    (
        "levels count and begin anew under each higher one",
        {0: OUTLINE},
        {1: "0"},
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (1, 2)],
        ["1", "1.1", "1.2", "a)", "b)", "2", "2.1", "a)"],
    ),
    ("paragraph sign", {0: level(0, "decimal", "§ %1")}, {1: "0"}, [(1, 0)] * 7, [f"§ {n}" for n in range(1, 8)]),
    ("sign last", {0: level(0, "decimal", "%1 §", start=4)}, {1: "0"}, [(1, 0)] * 2, ["4 §", "5 §"]),
    ("letters", {0: level(0, "lowerLetter", "%1)", start=26)}, {1: "0"}, [(1, 0)] * 3, ["z)", "aa)", "bb)"]),
    ("roman", {0: level(0, "lowerRoman", "(%1)", start=3)}, {1: "0"}, [(1, 0)] * 2, ["(iii)", "(iv)"]),
    ("upper roman", {0: level(0, "upperRoman", "Del %1", start=9)}, {1: "0"}, [(1, 0)] * 2, ["Del IX", "Del X"]),
    ("zero", {0: level(0, "decimalZero", "%1.", start=9)}, {1: "0"}, [(1, 0)] * 2, ["09.", "10."]),
    ("ordinal", {0: level(0, "ordinal", "%1")}, {1: "0"}, [(1, 0)] * 3, ["1:a", "2:a", "3:e"]),
    ("appendix", {0: level(0, "decimal", "Bilaga %1")}, {1: "0"}, [(1, 0)] * 2, ["Bilaga 1", "Bilaga 2"]),
    ("Symbol bullet", {0: level(0, "bullet", "\uf0b7")}, {1: "0"}, [(1, 0)] * 2, ["•", "•"]),
    ("dash bullet", {0: level(0, "bullet", "–")}, {1: "0"}, [(1, 0)], ["–"]),
    ("empty bullet", {0: level(0, "bullet", "")}, {1: "0"}, [(1, 0)], ["•"]),
    (
        "legal numbers are figures",
        {0: level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", LEGAL)},
        {1: "0"},
        [(1, 0), (1, 0), (1, 1)],
        ["I", "II", "2.1"],
    ),
    (
        "a level that never begins anew",
        {0: level(0, "decimal", "%1") + level(1, "decimal", "Punkt %2", '<w:lvlRestart w:val="0"/>')},
        {1: "0"},
        [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
        ["1", "Punkt 1", "Punkt 2", "2", "Punkt 3"],
    ),
    (
        "a level that begins anew under the first only",
        {
            0: level(0, "decimal", "%1")
            + level(1, "decimal", "%1.%2")
            + level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>')
        },
        {1: "0"},
        [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
        ["1", "1.1", "a)", "1.2", "b)", "2", "2.1", "a)"],
    ),
    (
        "two lists of one definition count together",
        {0: level(0, "decimal", "%1.")},
        {1: "0", 2: "0"},
        [(1, 0), (2, 0), (1, 0)],
        ["1.", "2.", "3."],
    ),
    (
        "a list that begins anew",
        {0: level(0, "decimal", "%1.")},
        {1: "0", 2: "0" + START.format(0, 1)},
        [(1, 0), (1, 0), (2, 0), (2, 0)],
        ["1.", "2.", "1.", "2."],
    ),
    (
        "a list that begins at seven",
        {0: OUTLINE},
        {1: "0" + START.format(0, 7)},
        [(1, 0), (1, 1), (1, 0)],
        ["7", "7.1", "8"],
    ),
    (
        "a level of the list's own",
        {0: level(0, "decimal", "%1.")},
        {1: f'0<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1:")}</w:lvlOverride>'},
        [(1, 0), (1, 0)],
        ["A:", "B:"],
    ),
    ("through a style", {0: OUTLINE, 1: LINKED}, {1: "0", 5: "1"}, [(5, 0), (5, 1)], ["1", "1.1"]),
    ("styles in a circle", {0: LINKED, 1: LINKED}, {1: "0", 5: "1"}, [(5, 0)], [""]),
    ("a level skipped", {0: OUTLINE}, {1: "0"}, [(1, 1), (1, 1), (1, 0), (1, 1)], ["1.1", "1.2", "1", "1.1"]),
    ("no number", {0: level(0, "none", "")}, {1: "0"}, [(1, 0)], [""]),
    ("unknown list, unknown level", {0: level(0, "decimal", "%1")}, {1: "0"}, [(9, 0), (1, 5)], ["", ""]),
    ("unknown format", {0: level(0, "chicago", "%1.")}, {1: "0"}, [(1, 0)], ["1."]),
]


@pytest.mark.parametrize(("name", "abstracts", "uses", "items", "shown"), CASES, ids=[case[0] for case in CASES])
def test_numbers_as_word_shows_them(
    name: str, abstracts: dict[int, str], uses: dict[int, str], items: list[tuple[int, int]], shown: list[str]
) -> None:
    body = "".join(item("Texten", list_id, depth) for list_id, depth in items)
    found = read(body, parts={"numbering.xml": numbering(abstracts, uses)})
    assert [draft.number for draft in found] == shown
    assert [draft.text for draft in found] == [f"{number} Texten".strip() for number in shown]


@pytest.mark.parametrize(
    ("body", "text", "kind", "depth"),
    [
        (styled("Rubrik1", "Vite"), "1 Vite", BlockKind.HEADING, 1),
        (styled("Avtalsrubrik", "Vite"), "1 Vite", BlockKind.HEADING, 1),
        (styled("Rubrik2", "Vite"), "1.1 Vite", BlockKind.HEADING, 2),
        (styled("EgenRubrik", "Vite"), "Vite", BlockKind.HEADING, 3),
        (styled("Onumrerad", "Bilaga"), "Bilaga", BlockKind.HEADING, 1),
        (styled("Titel", "Avtal om vård"), "Avtal om vård", BlockKind.HEADING, 1),
        (styled("Brdtext", "Parterna är överens."), "Parterna är överens.", None, None),
        (paragraph("Vite", '<w:outlineLvl w:val="2"/>'), "Vite", BlockKind.HEADING, 3),
        (styled("Rubrik1", "Vite", '<w:outlineLvl w:val="9"/>'), "1 Vite", BlockKind.LIST_ITEM, 0),
        (styled("Rubrik1", "Vite", '<w:numPr><w:numId w:val="0"/></w:numPr>'), "Vite", BlockKind.HEADING, 1),
        (styled("Rubrik1", "Vite", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'), "1.1 Vite", BlockKind.HEADING, 1),
        (styled("RingA", "Vite"), "Vite", None, None),
        (styled("Finns inte", "Vite"), "Vite", None, None),
        (item("inom tio dagar", 1, 2), "a) inom tio dagar", BlockKind.LIST_ITEM, 2),
        (item("Leverantören ska", 1, 1), "1.1 Leverantören ska", None, None),
        (styled("Innehll1", "1 Vite<w:tab/>4"), "1 Vite", BlockKind.CONTENTS, None),
    ],
)
def test_headings_and_lists_as_the_file_knows_them(
    body: str, text: str, kind: BlockKind | None, depth: int | None
) -> None:
    (draft,) = read(body)
    assert (draft.text[: len(text)], draft.kind, draft.level) == (text, kind, depth)


def test_a_numbered_bold_line_becomes_a_heading_in_the_outline() -> None:
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: "0"})
    body = item(run("Vite", "<w:b/>"), 1) + paragraph("Leverantören ska betala vite om 500 kronor per dygn.")
    body += item(run("Priser", "<w:b/>"), 1) + paragraph("Priserna framgår av bilaga 2 till detta avtal.")
    found = outlined(read(body, parts={"numbering.xml": lists}))
    assert [entry.kind for entry in found] == [BlockKind.HEADING, BlockKind.PARAGRAPH] * 2


def test_empty_and_hidden_paragraphs() -> None:
    """An empty numbered paragraph counts, a hidden one does not; neither is text."""
    hidden = paragraph(
        run("Dold", "<w:vanish/>"),
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
    )
    body = item("Ett", 1) + item("", 1) + item("Tre", 1) + hidden + item("Fyra", 1)
    assert texts(body) == ["1 Ett", "3 Tre", "4 Fyra"]


def test_numbers_in_table_cells_count_by_row() -> None:
    body = table(row(item("", 1), "Tid"), row(item("", 1), "Pris"), row(item("", 1), "Plats"))
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: "0"})
    body = body.replace("<w:tc><w:tcPr></w:tcPr><w:p ", "<w:tc><w:tcPr></w:tcPr><w:p ")
    assert texts(body, parts={"numbering.xml": lists}) == ["1.\tTid", "2.\tPris", "3.\tPlats"]


def test_suffix() -> None:
    for suffix, text in (("tab", "a) vite"), ("space", "a) vite"), ("nothing", "a) vite")):
        lists = numbering({0: level(0, "lowerLetter", "%1)", f'<w:suff w:val="{suffix}"/>')}, {1: "0"})
        assert texts(item("vite", 1), parts={"numbering.xml": lists}) == [text]


def test_a_file_without_numbering_or_styles() -> None:
    assert texts(item("Vite", 1) + styled("Rubrik1", "Vite"), parts={"numbering.xml": NUMBERING}) == [
        "1 Vite",
        "2 Vite",
    ]
    empty = "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
    assert texts(styled("Rubrik1", "Vite"), parts={"styles.xml": empty}) == ["Vite"]


@pytest.mark.parametrize(
    ("count", "shape", "text"),
    [
        (0, "lowerLetter", "0"),
        (703, "upperLetter", "A" * 28),
        (10**8, "lowerLetter", "v" * 30),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "lowerRoman", "0"),
        (4000, "lowerRoman", "4000"),
        (7, "001", "007"),
        (21, "ordinal", "21:a"),
        (12, "ordinal", "12:e"),
        (3, "numberInDash", "- 3 -"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "none", ""),
    ],
)
def test_labels(count: int, shape: str, text: str) -> None:
    assert label(count, shape) == text


def test_a_box_is_the_mark_of_its_item_not_the_bullet_before_it() -> None:
    """A bulleted list of tick boxes said "• ☐ ...": the box was left in the statement, and was not seen as the mark."""
    bullets = numbering({0: level(0, "bullet", "•") + level(1, "decimal", "%2.")}, {1: "0"})
    body = item("☐ Vite utgår.", 1) + item("☒ Avtalet hävs.", 1) + item("☒ Priset är fast.", 1, 1) + item("Utan.", 1)
    entries = outlined(read(body, parts={"numbering.xml": bullets}))
    assert [(entry.label.printed, entry.text[entry.body :]) for entry in entries if entry.label] == [
        ("☐", "Vite utgår."),
        ("☒", "Avtalet hävs."),
        ("1. ☒", "Priset är fast."),
        ("•", "Utan."),
    ]

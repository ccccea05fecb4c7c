"""Tables: rows and heads where they are data, paragraphs where they are layout round text."""

import pytest
from word_files import box, cell, item, paragraph, read, row, run, styled, table

from ingest.document import BlockKind

HEAD, ROW = BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW
DOWN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'
GREY = '<w:shd w:val="clear" w:fill="D9D9D9"/>'
LONG = "Leverantören ska lämna kvartalsvis redovisning av hur uppdraget utförts. Redovisningen ska vara skriftlig. " * 2


def bold(text: str) -> str:
    return cell(paragraph(run(text, "<w:b/>")))


FEES = [row("Brist", "Vite"), row("Försening", "500 kr"), row("Utebliven insats", "2 000 kr")]

CASES: dict[str, tuple[str, list[tuple[BlockKind | None, str]]]] = {
    "plain rows": (
        table(*FEES),
        [(ROW, "Brist\tVite"), (ROW, "Försening\t500 kr"), (ROW, "Utebliven insats\t2 000 kr")],
    ),
    "head by mark": (
        table(row("Brist", "Vite", properties="<w:tblHeader/>"), *FEES[1:]),
        [(HEAD, "Brist\tVite"), (ROW, "Försening\t500 kr"), (ROW, "Utebliven insats\t2 000 kr")],
    ),
    "two head rows": (
        table(row("A", "B", properties="<w:tblHeader/>"), row("a", "b", properties="<w:tblHeader/>"), row("1", "2")),
        [(HEAD, "A\tB"), (HEAD, "a\tb"), (ROW, "1\t2")],
    ),
    "a mark below the top is no head": (
        table(row("A", "B"), row("a", "b", properties="<w:tblHeader/>")),
        [(ROW, "A\tB"), (ROW, "a\tb")],
    ),
    "head by bold": (
        table(row(bold("Brist"), bold("Vite")), *FEES[1:]),
        [(HEAD, "Brist\tVite"), (ROW, "Försening\t500 kr"), (ROW, "Utebliven insats\t2 000 kr")],
    ),
    "all bold has no head": (
        table(row(bold("Försening"), bold("500 kr")), row(bold("Annat"), bold("100 kr"))),
        [(ROW, "Försening\t500 kr"), (ROW, "Annat\t100 kr")],
    ),
    "head by shade": (
        table(row(cell("Brist", GREY), cell("Vite", GREY)), *FEES[1:2]),
        [(HEAD, "Brist\tVite"), (ROW, "Försening\t500 kr")],
    ),
    "head by the table's style": (
        table(*FEES[:2], properties='<w:tblStyle w:val="Formell"/><w:tblLook w:val="04A0"/>'),
        [(HEAD, "Brist\tVite"), (ROW, "Försening\t500 kr")],
    ),
    "style's head not used": (
        table(*FEES[:2], properties='<w:tblStyle w:val="Formell"/><w:tblLook w:val="0480" w:firstRow="0"/>'),
        [(ROW, "Brist\tVite"), (ROW, "Försening\t500 kr")],
    ),
    "merged downwards": (
        table(row(cell("Tid", DOWN), "i dag"), row(cell("", ON), "i morgon"), row("Pris", "10 kr")),
        [(ROW, "Tid\ti dag"), (ROW, "\ti morgon"), (ROW, "Pris\t10 kr")],
    ),
    "goes on from nothing": (
        table(row(cell("Tid", ON), "i dag"), row("Pris", "10 kr")),
        [(ROW, "Tid\ti dag"), (ROW, "Pris\t10 kr")],
    ),
    "merged across": (
        table(row("A", "B", "C"), row(cell("Båda", WIDE), "x")),
        [(ROW, "A\tB\tC"), (ROW, "Båda\t\tx")],
    ),
    "merged across as old Word did": (
        table(
            row(cell("Båda", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>')), row("A", "B")
        ),
        [(ROW, "Båda\t"), (ROW, "A\tB")],
    ),
    "a row over the whole width is text": (
        table(row("A", "B"), row(cell("Allmänna krav", WIDE)), row("c", "d")),
        [(ROW, "A\tB"), (None, "Allmänna krav"), (ROW, "c\td")],
    ),
    "columns left free": (
        table(row("A", "B"), row("b", properties='<w:gridBefore w:val="1"/>')),
        [(ROW, "A\tB"), (ROW, "\tb")],
    ),
    "an empty row": (table(row("A", "B"), row("", ""), row("c", "d")), [(ROW, "A\tB"), (ROW, "c\td")]),
    "one column is text": (table(row("Första."), row("Andra.")), [(None, "Första."), (None, "Andra.")]),
    "two short paragraphs in a cell": (
        table(row("Ombud", cell(paragraph("Eva Ek") + paragraph("Storgatan 1"))), row("Tid", "2026")),
        [(ROW, "Ombud\tEva Ek Storgatan 1"), (ROW, "Tid\t2026")],
    ),
    "a line break or tab in a cell": (
        table(row("Ombud", cell(paragraph(run("Eva") + "<w:r><w:br/></w:r>" + run("Ek") + "<w:r><w:tab/></w:r>")))),
        [(ROW, "Ombud\tEva Ek")],
    ),
    "long clauses are paragraphs": (
        table(row("Tid", "2026"), row("Redovisning", LONG)),
        [(ROW, "Tid\t2026"), (None, "Redovisning"), (None, LONG.strip())],
    ),
    "a cell with a number is the number of the clause beside it": (
        table(row("3.1", LONG), row("b)", LONG), row("§ 4", "Kort")),
        [(None, f"3.1 {LONG.strip()}"), (None, f"b) {LONG.strip()}"), (None, "§ 4 Kort")],
    ),
    "a list in a cell": (
        table(row("Krav", cell(paragraph("Leverantören ska") + item("betala", 1, 2) + item("redovisa", 1, 2)))),
        [
            (None, "Krav"),
            (None, "Leverantören ska"),
            (BlockKind.LIST_ITEM, "a) betala"),
            (BlockKind.LIST_ITEM, "b) redovisa"),
        ],
    ),
    "headings in cells": (
        table(row(cell(styled("Rubrik1", "Vite")), "Vite utgår.")),
        [(BlockKind.HEADING, "1 Vite"), (None, "Vite utgår.")],
    ),
    "a table in a table": (
        table(row("Yttre", cell(table(row("a", "b"), row("c", "d")) + paragraph("Efter.")))),
        [(None, "Yttre"), (ROW, "a\tb"), (ROW, "c\td"), (None, "Efter.")],
    ),
    "a cell with nothing but a text box": (
        table(row("Tid", cell(paragraph(box(paragraph("2026")))))),
        [(ROW, "Tid\t2026")],
    ),
    "absurd widths": (table(row(cell("A", '<w:gridSpan w:val="999999999"/>'), "B")), [(None, "A")]),
}


@pytest.mark.parametrize("name", CASES)
def test_tables(name: str) -> None:
    body, expected = CASES[name]
    found = read(body)
    assert [(draft.kind, draft.text) for draft in found] == expected
    for draft in found:
        if draft.kind in (HEAD, ROW):
            assert draft.text == "\t".join(draft.cells) and draft.table is not None


def test_tables_are_told_apart() -> None:
    found = read(table(row("a", "b"), row("c", "d")) + paragraph("Emellan.") + table(row("e", "f")))
    assert [draft.table for draft in found] == [0, 0, None, 1]

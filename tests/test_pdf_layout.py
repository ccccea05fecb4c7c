"""What only a PDF's page tells: furniture, contents lists, footnotes and tables."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pdf_making import HEIGHT, LEFT, RIGHT, Drawing, body, lines, pdf, read, texts, wrapped
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from ingest.document import BlockKind
from ingest.draft import Drafts
from ingest.formats.pdf import drafts

HEADER, FOOTER, NUMBER = BlockKind.HEADER, BlockKind.FOOTER, BlockKind.PAGE_NUMBER
HEAD, ROW = BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW
TEXT = (
    "Leverantören ska betala vite med 10 000 kronor för varje påbörjad vecka som bristen varar, "
    "dock längst i tio veckor."
)


def page(header: list[str], texts: list[str], footer: list[str]) -> Drawing:
    """A page with lines at its top edge, paragraphs, and lines at its foot."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, 36, header, size=9, step=11)
        top = 90.0
        for text in texts:
            top = wrapped(canvas, top, text) + 8
        lines(canvas, 800, footer, size=9, step=11)

    return draw


@pytest.mark.parametrize(
    "number",
    [
        "Sida {n} ({total})",
        "Sida {n} av {total}",
        "{n} ({total})",
        "{n}/{total}",
        "{n}",
        "- {n} -",
        "Sid {n}",
        "sid. {n} / {total}",
    ],
)
@pytest.mark.parametrize("total", [2, 3, 7])
def test_headers_footers_and_page_numbers(number: str, total: int) -> None:
    def made(n: int) -> Drawing:
        return page(
            ["Region Exempel", "Dnr HSN 2025-0123"],
            [f"{n}.1 {TEXT}", f"Stycke {chr(96 + n)}. {TEXT}"],
            [number.format(n=n, total=total)],
        )

    found = read(*map(made, range(1, total + 1)))
    assert texts(found, NUMBER) == [number.format(n=n, total=total) for n in range(1, total + 1)]
    assert texts(found, HEADER) == ["Region Exempel", "Dnr HSN 2025-0123"] * total
    assert len(body(found)) == 2 * total


@pytest.mark.parametrize("number", ["Sida 1 (1)", "1 (1)", "1"])
def test_a_single_page_has_furniture_by_its_form(number: str) -> None:
    found = read(
        page(["Dnr KS 2026/114"], [TEXT], ["Postadress: Box 12, 581 81 Linköping  Org.nr 212000-0449", number])
    )
    assert texts(found, HEADER) == ["Dnr KS 2026/114"]
    assert texts(found, FOOTER) == ["Postadress: Box 12, 581 81 Linköping Org.nr 212000-0449"]
    assert texts(found, NUMBER) == [number]
    assert body(found) == [TEXT]


def test_a_clause_that_stands_first_on_every_page_is_no_header() -> None:
    pages = [page([], [f"{n} § Vite", TEXT, TEXT], []) for n in range(1, 6)]
    found = read(*pages)
    assert len([text for text in body(found) if text.endswith("§ Vite")]) in (0, 5)
    assert body(found).count(TEXT) == 10
    two = read(*(page([], ["Leverantören ska:", f"{n} " + TEXT], []) for n in (1, 2)))
    assert body(two).count("Leverantören ska:") == 2


def test_a_first_page_has_furniture_of_its_own() -> None:
    first = page(["Kommunstyrelsens förvaltning"], [TEXT], ["Exempelkommunen, Stora torget 1"])
    rest = [page(["Ramavtal hemtjänst"], [f"{n}.1 {TEXT}"], [f"Sida {n}"]) for n in range(2, 8)]
    found = read(first, *rest)
    assert texts(found, HEADER)[:2] == ["Kommunstyrelsens förvaltning", "Ramavtal hemtjänst"]
    assert texts(found, FOOTER) == ["Exempelkommunen, Stora torget 1"]


def test_odd_and_even_pages_have_headers_of_their_own() -> None:
    found = read(*(page(["Avtal" if n % 2 else "Region Exempel"], [f"{n}.1 {TEXT}"], [str(n)]) for n in range(1, 9)))
    assert texts(found, HEADER) == ["Avtal", "Region Exempel"] * 4
    assert texts(found, NUMBER) == [str(n) for n in range(1, 9)]


def test_a_header_in_a_ruled_box_is_no_table() -> None:
    def draw(n: int) -> Drawing:
        def made(canvas: Canvas) -> None:
            for x in (72, 222, 372, 522):
                canvas.line(x, HEIGHT - 30, x, HEIGHT - 50)
            for top in (30, 50):
                canvas.line(72, HEIGHT - top, 522, HEIGHT - top)
            for x, text in ((76, "Exempelkommunen"), (226, "Ramavtal städ"), (376, f"Sida {n} (3)")):
                lines(canvas, 44, [text], x=x)
            wrapped(canvas, 100, f"{n}.1 {TEXT}")

        return made

    found = read(*map(draw, (1, 2, 3)))
    assert rows_of(found) == []
    assert texts(found, HEADER) == [f"Exempelkommunen Ramavtal städ Sida {n} (3)" for n in (1, 2, 3)]
    assert body(found) == [f"{n}.1 {TEXT}" for n in (1, 2, 3)]


def test_contents_lines() -> None:
    entries = ["1 Inledning", "2 Vite och andra påföljder", "3 Hävning"]

    def dotted(canvas: Canvas) -> None:
        lines(canvas, 100, ["Innehåll"], size=14)
        lines(canvas, 130, [entry + " " + "." * 60 + f" {n + 2}" for n, entry in enumerate(entries)], step=18)
        wrapped(canvas, 300, TEXT)

    def plain(canvas: Canvas) -> None:
        lines(canvas, 100, ["Innehållsförteckning"], size=14)
        for n, entry in enumerate(entries):
            lines(canvas, 130 + 18 * n, [entry])
            canvas.drawRightString(RIGHT, HEIGHT - 130 - 18 * n, str(n + 2))
        wrapped(canvas, 300, TEXT)

    for draw in (dotted, plain):
        found = read(draw)
        listed = texts(found, BlockKind.CONTENTS)
        assert [text.split(" .")[0].rstrip(" 234") for text in listed] == entries
        assert body(found)[1:] == [TEXT]


def test_footnotes_stand_outside_the_sentence_that_goes_on() -> None:
    def first(canvas: Canvas) -> None:
        wrapped(canvas, 600, TEXT)
        wrapped(
            canvas,
            660,
            "Leverantören ska på begäran visa att bolaget är godkänt för F-skatt och att det är registrerat för",
        )
        lines(canvas, 760, ["1 Med begäran avses skriftlig begäran."], size=8)

    found = read(first, lambda canvas: wrapped(canvas, 80, "mervärdesskatt hos Skatteverket under hela avtalstiden."))
    assert texts(found, BlockKind.FOOTNOTE) == ["1 Med begäran avses skriftlig begäran."]
    assert any("registrerat för mervärdesskatt hos" in text for text in body(found))


ROWS = [
    ["Brist", "Vite", "Tid för rättelse"],
    ["Utebliven rapport om avvikelser i verksamheten som Beställaren har begärt", "1 000 kr", "5 dagar"],
    ["Personal utan utdrag", "2 000 kr", "omgående, dock senast inom tre dagar från påpekandet"],
    ["Försening", "3 000 kr", "7 dagar"],
    ["Oriktig faktura", "4 000 kr", "10 dagar"],
]
STYLE = getSampleStyleSheet()["BodyText"]
Marks = list[tuple[object, ...]]


def laid_out(rows: list[list[str]], marks: Marks, height: float = HEIGHT, heads: int = 1) -> bytes:
    """A paragraph, a table as reportlab lays it out, and a paragraph."""
    out = io.BytesIO()
    cells = [rows[0]] + [[Paragraph(cell, STYLE) for cell in row] for row in rows[1:]]
    bold: Marks = [("FONT", (0, 0), (-1, 0), "Times-Bold", 10), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = Table(cells, colWidths=[200, 80, 150], repeatRows=heads, splitInRow=1, style=TableStyle(bold + marks))
    SimpleDocTemplate(out, pagesize=(RIGHT + LEFT, height)).build(
        [Paragraph(TEXT, STYLE), table, Paragraph(TEXT, STYLE)]
    )
    return out.getvalue()


def rows_of(found: Drafts) -> list[list[str]]:
    return [list(draft.cells) for draft in found.blocks if draft.table is not None]


LOOKS: dict[str, Marks] = {
    "grid": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "inner": [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "lines": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black)],
    "lines below": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)],
    "book": [
        ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
    ],
    "bands": [("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.lightgrey, colors.white])],
    "every second": [("BACKGROUND", (0, n), (-1, n), colors.lightgrey) for n in (1, 3)],
    "cells": [("BACKGROUND", (c, r), (c, r), colors.lightgrey) for c in range(3) for r in (0, 2, 4)],
    "none": [],
}


@pytest.mark.parametrize("look", LOOKS)
def test_tables_become_rows(look: str) -> None:
    found = drafts(laid_out(ROWS, LOOKS[look]))
    assert rows_of(found) == ROWS
    assert [draft.kind for draft in found.blocks if draft.table is not None] == [HEAD, ROW, ROW, ROW, ROW]
    assert {draft.text for draft in found.blocks if draft.table is not None} == {"\t".join(row) for row in ROWS}
    assert body(found) == [TEXT, TEXT]


def test_a_short_first_cell_of_two_words_stays_whole() -> None:
    # Its first word was once taken for a label that a tab follows.
    rows = [["Nivå", "Åtgärd", "Tid"]]
    rows += [[f"{word} 1", "Leverantören ska betala vite.", "5 dagar"] for word in ("Nivå", "i", "1.1", "A")]
    out = io.BytesIO()
    table = Table(rows, colWidths=[100, 180, 100], style=TableStyle(LOOKS["grid"]))
    SimpleDocTemplate(out).build([table])
    assert rows_of(drafts(out.getvalue())) == rows


def test_cells_that_nearly_touch_are_parted_at_the_rule() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (72, 172, 232, 332):
            canvas.line(x, HEIGHT - 200, x, HEIGHT - 260)
        for top in (200, 220, 240, 260):
            canvas.line(72, HEIGHT - top, 332, HEIGHT - top)
        for n in range(3):
            top = 214 + 20 * n
            lines(canvas, top, ["Försening"], x=76)
            # Too wide for its cell, as programs let it be.
            canvas.drawRightString(231.5 + 3 * n, HEIGHT - top, f"{n + 1}0 000 kr")
            lines(canvas, top, [f"{n + 5} dagar"], x=232.5 + 3 * n)

    assert rows_of(read(draw)) == [["Försening", f"{n + 1}0 000 kr", f"{n + 5} dagar"] for n in range(3)]


@pytest.mark.parametrize("look", ["grid", "lines", "bands"])
def test_a_table_over_pages_is_one_and_repeats_its_head(look: str) -> None:
    rows = [ROWS[0]] + [[f"Brist nummer {n}", f"{n} 000 kr", "5 dagar"] for n in range(1, 60)]
    found = drafts(laid_out(rows, LOOKS[look]))
    assert {draft.table for draft in found.blocks if draft.table is not None} == {0}
    assert [row for row in rows_of(found) if row != ROWS[0]] == rows[1:]
    heads = [draft for draft in found.blocks if draft.kind is HEAD]
    assert len(heads) == len(found.pages) > 1
    assert all(list(draft.cells) == ROWS[0] for draft in heads)


def test_a_row_that_a_page_break_cuts_is_one() -> None:
    long = " ".join(["Leverantören har inte lämnat de uppgifter som Beställaren har begärt om verksamheten,"] * 14)
    cells = [ROWS[0], [long + " punkt.", "1 000 kr", "5 dagar"], ["Försening.", "3 000 kr", "7 dagar"]]
    found = drafts(laid_out(cells, LOOKS["grid"], height=420, heads=0))
    assert len(found.pages) > 1
    assert [row for row in rows_of(found) if row != ROWS[0]] == cells[1:]


def test_a_merged_head_stays_with_its_first_column() -> None:
    rows = [["Brist", "Påföljd", ""], ["", "Vite", "Tid"], ["Försening", "1 000 kr", "5 dagar"]]
    marks: Marks = [
        *LOOKS["grid"], ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("FONT", (0, 1), (-1, 1), "Times-Bold", 10),
    ]  # fmt: skip
    cells = [rows[0], rows[1], *rows[2:]]
    out = io.BytesIO()
    table = Table(
        cells, colWidths=[200, 80, 150], style=TableStyle([("FONT", (0, 0), (-1, 1), "Times-Bold", 10), *marks])
    )
    SimpleDocTemplate(out).build([table])
    assert rows_of(drafts(out.getvalue())) == rows


def boxed(canvas: Canvas) -> None:
    canvas.rect(LEFT - 6, HEIGHT - 340, RIGHT - LEFT + 12, 60)
    wrapped(canvas, 300, TEXT)


def underlined(canvas: Canvas) -> None:
    for top in (200, 300, 400):
        lines(canvas, top, ["Rubrik"], font="Times-Bold")
        canvas.line(LEFT, HEIGHT - top - 4, RIGHT, HEIGHT - top - 4)
        wrapped(canvas, top + 20, TEXT)


def numbered(canvas: Canvas) -> None:
    for n in range(1, 6):
        lines(canvas, 200 + 40 * n, [f"7.{n}"], font="Times-Bold")
        lines(canvas, 200 + 40 * n, [f"Vite vid försening nummer {n}"], x=LEFT + 40, font="Times-Bold")


def defined(canvas: Canvas) -> None:
    for n, (word, meaning) in enumerate(
        [("Avtalet", "detta avtal med bilagor."), ("Utföraren", "den som utför."), ("Vite", "avtalsvite.")]
    ):
        lines(canvas, 200 + 20 * n, [word])
        lines(canvas, 200 + 20 * n, [meaning], x=LEFT + 120)


def signed(canvas: Canvas) -> None:
    for x, party in ((LEFT, "Beställaren"), (LEFT + 240, "Leverantören")):
        lines(canvas, 300, [f"För {party}", "Ort och datum", "____________", "Namnförtydligande"], x=x, step=30)


def framed(canvas: Canvas) -> None:
    canvas.rect(30, 30, 535, 782)
    wrapped(canvas, 300, TEXT)


@pytest.mark.parametrize("draw", [boxed, underlined, numbered, defined, signed, framed])
def test_what_is_no_table(draw: Callable[[Canvas], None]) -> None:
    found = read(draw)
    assert rows_of(found) == []
    if draw is not numbered:
        assert len(body(found)) >= 1
    words = " ".join(body(found)).split()
    assert sorted(words) == sorted(" ".join(texts(found)).split())


def test_signature_columns_are_not_mixed() -> None:
    found = " ".join(body(read(signed)))
    assert found.index("Namnförtydligande") < found.index("För Leverantören")


def test_rows_lead_back_to_their_pages() -> None:
    found = drafts(laid_out(ROWS, LOOKS["grid"]))
    assert found.locate is not None
    for draft in found.blocks:
        for origin in draft.origins:
            boxes = found.locate([(origin.page, origin.index, origin.count)])
            assert len(boxes) == 1, (draft.text, origin)
            assert 0 < boxes[0].x0 < boxes[0].x1 < RIGHT + LEFT


def test_reading_is_repeatable() -> None:
    data = pdf(*(page(["Avtal"], [TEXT] * 4, [f"Sida {n}"]) for n in range(1, 5)))
    assert drafts(data).blocks == drafts(data).blocks

"""Tables in PDFs, row for row: in many looks, with the paragraph after them kept out."""

import io

import pytest
from pdf_making import body
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table, TableStyle

from ingest.draft import Drafts
from ingest.formats.pdf import drafts

Marks = list[tuple[object, ...]]
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12)
RIGHT = ParagraphStyle("right", parent=BODY, alignment=2)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")
BEFORE = "Parterna är överens om följande villkor, som gäller under hela avtalstiden om inte annat sägs i bilaga 3."
AFTER = "Priserna är exklusive moms."

# name: the rows, the columns' widths, the columns that are set to the right
TABLES: dict[str, tuple[list[list[str]], list[int], set[int]]] = {
    "fines": (
        [
            ["Brist", "Vite", "Frist"],
            ["Försenad rapport", "5 000 kronor per dag", "10 dagar"],
            ["Leverantören har inte lämnat ut personalförteckning trots påminnelse", "25 000 kronor", "Omgående"],
            ["Otillåten underleverantör", "100 000 kronor per tillfälle", "30 dagar"],
            ["Bristande bemanning", "2 procent av månadens ersättning", ""],
        ],
        [150, 120, 80],
        set(),
    ),
    "prices": (
        [
            ["Tjänst", "Enhet", "Antal", "Pris"],
            ["Matsal", "st", "12", "1 250,00"],
            ["Fönsterputs", "st", "300", "45,00"],
            ["Storstädning", "tim", "40", "415,00"],
            ["Summa", "", "", "142 175,00"],
        ],
        [73, 40, 50, 70],
        {2, 3},
    ),
    "demands": (
        [
            ["Nr", "Krav", "Uppfylls"],
            ["1", "Utföraren ska ha kollektivavtal eller tillämpa motsvarande villkor för personalen.", "Ja"],
            ["2", "Utföraren ska kontrollera utdrag ur register. Utdraget får inte vara gammalt.", "Ja"],
            ["3", "Utföraren ska ha F-skatt.", "Nej"],
        ],
        [30, 220, 60],
        set(),
    ),
    "gaps": (
        [
            ["Roll", "Namn", "Telefon", "E-post"],
            ["Avtalsansvarig", "Anna Ek", "08-123 45 67", "anna.ek@exempel.se"],
            ["Controller", "", "08-765 43 21", ""],
            ["", "Bo Alm", "", "bo.alm@exempel.se"],
            ["Jurist", "Cia Berg", "08-111 22 33", "cia.berg@exempel.se"],
        ],
        [84, 60, 80, 120],
        set(),
    ),
    "levels": (
        [
            ["Tjänst", "Avtalad nivå", "Utfall", "Avdrag"],
            ["Journal", "99,8 %", "99,5 %", "3 %"],
            ["", "", "98,0 %", "8 %"],
            ["Telefoni", "99,0 %", "97,0 %", "2 %"],
            ["", "", "96,0 %", "5 %"],
        ],
        [80, 80, 80, 60],
        set(),
    ),
}
LOOKS: dict[str, Marks] = {
    "grid": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "below": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)],
    "frame": [
        ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
        ("LINEBEFORE", (1, 0), (-1, -1), 0.5, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ],
    "head shaded": [("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)],
    "head underlined": [("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)],
    "even bands": [("BACKGROUND", (0, n), (-1, n), colors.lightgrey) for n in (2, 4)],
    "odd bands": [("BACKGROUND", (0, n), (-1, n), colors.lightgrey) for n in (1, 3)],
    "none": [],
}


def table(name: str, look: str, padding: int = 3) -> Table:
    rows, widths, right = TABLES[name]
    cells = [
        [Paragraph(text, BOLD if not index else RIGHT if column in right else BODY) for column, text in enumerate(row)]
        for index, row in enumerate(rows)
    ]
    marks = [mark for mark in LOOKS[look] if mark[0] != "BACKGROUND" or mark[1][1] < len(rows)]
    space: Marks = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    space += [(f"{side}PADDING", (0, 0), (-1, -1), padding) for side in ("TOP", "BOTTOM")]
    return Table(cells, colWidths=widths, style=TableStyle(space + marks), hAlign="LEFT")


def read(*story: Flowable, columns: int = 1) -> Drafts:
    out = io.BytesIO()
    width = (A4[0] - 120) / columns - 10
    template = BaseDocTemplate(out, pagesize=A4)
    frames = [Frame(60 + n * (width + 20), 60, width, A4[1] - 120, 0, 0, 0, 0) for n in range(columns)]
    template.addPageTemplates([PageTemplate("page", frames)])
    template.build(list(story))
    return drafts(out.getvalue())


def rows_of(found: Drafts) -> list[list[str]]:
    return [list(draft.cells) for draft in found.blocks if draft.table is not None]


@pytest.mark.parametrize("padding", [3, 0])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", TABLES)
def test_tables_row_for_row(name: str, look: str, padding: int) -> None:
    found = read(Paragraph(BEFORE, BODY), table(name, look, padding), Paragraph(AFTER, BODY))
    if look == "frame" and not padding and name in ("fines", "gaps"):
        # Rows of words without white or a line between them may be one row: no word of theirs is lost or told twice.
        told = [word for row in rows_of(found) for cell in row for word in cell.split()]
        assert sorted(told) == sorted(word for row in TABLES[name][0] for cell in row for word in cell.split())
    else:
        assert rows_of(found) == TABLES[name][0]
    assert body(found) == [BEFORE, AFTER]


def test_a_paragraph_between_two_tables_with_lines_across_is_no_row() -> None:
    # Their lines were taken for one table's, and the paragraph was cut at its columns.
    between = Paragraph(f"{BEFORE} Dubbelbemanning ersätts när den framgår av beställningen av insatserna.", BODY)
    found = read(table("prices", "below"), between, table("gaps", "below"))
    assert rows_of(found) == TABLES["prices"][0] + TABLES["gaps"][0]
    assert body(found) == [between.text]


@pytest.mark.parametrize("look", ["grid", "below", "none"])
def test_a_table_in_one_of_two_columns(look: str) -> None:
    text = " ".join([BEFORE] * 3)
    story = [Paragraph(text, BODY) for _ in range(6)]
    found = read(*story, table("prices", look), Paragraph(AFTER, BODY), *story, *story, columns=2)
    assert rows_of(found) == TABLES["prices"][0]
    assert AFTER in body(found)


def test_a_row_with_a_sign_that_has_no_width_is_read() -> None:
    # A full stop in a tiny font met no column, and the reading ended there.
    def draw(canvas: Canvas) -> None:
        for n in range(4):
            for x, text, size in ((72, f"Krav {n}", 10), (172, "Ja", 10), (232, "Nej", 10), (332, ".", 3)):
                canvas.setFont("Helvetica", size)
                canvas.drawString(x, 600 - 16 * n, text)

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    draw(canvas)
    canvas.save()
    assert rows_of(drafts(out.getvalue())) == [[f"Krav {n}", "Ja", "Nej", "."] for n in range(4)]


@pytest.mark.parametrize(
    ("lines", "elsewhere", "text"),
    [
        (["Kommunalfö", "rbundet"], "Kommunalförbundet svarar.", "Kommunalförbundet"),
        (["Kollektivavta", "let"], "Platser finns.", "Kollektivavtalet"),
        (["Leverantören", "ska svara"], "Leverantören ska svara. Leverantören får svara.", "Leverantören ska svara"),
        (["Vite", "per dag"], "Vite tas ut per dag, och per månad.", "Vite per dag"),
        (["Underhåll", "planerat"], "Se nedan.", "Underhåll planerat"),
    ],
)
def test_a_word_that_its_cell_breaks(lines: list[str], elsewhere: str, text: str) -> None:
    width = stringWidth(lines[0], "Helvetica", 10) + (13 if text != "Underhåll planerat" else 40)
    rows = [["Part", "Nr"], ["<br/>".join(lines), "1"], ["b", "2"]]
    cells = [[Paragraph(cell, BODY) for cell in row] for row in rows]
    made = Table(cells, colWidths=[width, 60], style=TableStyle(LOOKS["grid"]))
    assert rows_of(read(Paragraph(elsewhere, BODY), made))[1] == [text, "1"]


def test_a_list_under_a_ruled_heading_is_no_table() -> None:
    # Headings over lines, and a bullet set far from its words: that was taken for a table of three columns.
    items = [f"Punkt {n} gäller: {BEFORE}" for n in range(3)]
    bullets = ParagraphStyle("bullets", parent=BODY, leftIndent=40, bulletIndent=10)
    story: list[Flowable] = []
    for n in range(3):
        story.append(Table([[Paragraph(f"Rubrik {n}", BOLD)]], colWidths=[470], style=TableStyle(LOOKS["below"])))
        story += [Paragraph(f"{n}: {BEFORE}", BODY)]
        story += [Paragraph(item, bullets, bulletText="•") for item in items]
    found = read(*story)
    assert rows_of(found) == []
    assert [text for text in body(found) if "Punkt 1" in text] == [f"• {items[1]}"] * 3


def test_cells_that_touch_under_their_heads_are_parted() -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(4):
            top, font = 600 - 20 * row, "Helvetica" if row else "Helvetica-Bold"
            canvas.setFont(font, 10)
            for x, text in ((72, f"Försening {row}" if row else "Brist"), (272, "74 000 kr" if row else "Vite")):
                canvas.drawString(x, top, text)
            canvas.drawString(272 + stringWidth("74 000 kr", "Helvetica", 10) + 0.4, top, "19 dagar" if row else "Tid")
            canvas.line(72, top - 5, 400, top - 5)

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    draw(canvas)
    canvas.save()
    rows = [["Brist", "Vite", "Tid"], *([f"Försening {row}", "74 000 kr", "19 dagar"] for row in range(1, 4))]
    assert rows_of(drafts(out.getvalue())) == rows

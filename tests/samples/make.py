"""Writes the samples of every format: python tests/samples/make.py (needs LibreOffice, and the packages of the tests)

They are checked in, so this runs only when their words change. One contract, typed once, is saved in every format; the
tables and the slides are its price list and its presentation.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from mails import mail, outlook  # noqa: E402
from word_files import item, level, note, numbering, paragraph, row, run, story, styled, table, word_file  # noqa: E402

TITLE = "Avtal om städning"
CLAUSES = (
    ("Omfattning", ("Leverantören ska städa Vidsjö kommuns skolor.", "Avtalet gäller till och med 2027-12-31.")),
    ("Vite", ("Vid försening utgår vite med 1 000 kronor per dag.", "Vid utebliven städning ska leverantören")),
    ("Hävning", ("Kommunen får häva avtalet om leverantören har lämnat oriktiga uppgifter.",)),
)
ITEMS = ("göra om arbetet utan kostnad,", "betala vite med 5 000 kronor.")
PRICES = (
    ("Yta", "Pris per månad", "Gäller från"),
    ("Klassrum", "1 250,50 kr", "2026-01-01"),
    ("Matsal", "12 000,00 kr", "2026-07-01"),
)
NOTE = "Med dag avses arbetsdag."
HEADER, FOOTER = "Vidsjö kommun", "Dnr KS 2026/17"


def contract() -> bytes:
    """The contract as a Word file, with automatic numbers, a table, a footnote, a header, a footer and hidden text."""
    body = [styled("Titel", TITLE)]
    for heading, clauses in CLAUSES:
        body.append(styled("Rubrik1", heading))
        for at, words in enumerate(clauses):
            call = '<w:r><w:footnoteReference w:id="2"/></w:r>' if heading == "Vite" and at == 0 else ""
            body.append(paragraph(run(words) + call, _NUMBERED))
        if heading == "Vite":
            body += [item(words, 1, 2) for words in ITEMS]
            body.append(table(*(row(*cells) for cells in PRICES), properties=_WIDE).replace(_NO_GRID, _GRID))
            body.append(paragraph(run("Priserna är exklusive moms.") + run("Dolt.", "<w:vanish/>")))
    ends = '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/>'
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "%3)")
    parts = {
        "numbering.xml": numbering({0: levels}, {1: "0"}),
        "footnotes.xml": story("footnotes", note(2, NOTE)),
        "header1.xml": story("hdr", paragraph(HEADER)),
        "footer1.xml": story("ftr", paragraph(FOOTER)),
    }
    return word_file(
        "".join(body) + ends + "</w:sectPr>", parts, {"h": ("header", "header1.xml"), "f": ("footer", "footer1.xml")}
    )


_NUMBERED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in _SIDES)
_WIDE = f'<w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{_LINES}</w:tblBorders>'
_NO_GRID = "<w:tblGrid/>"
_GRID = "<w:tblGrid>" + '<w:gridCol w:w="3000"/>' * 3 + "</w:tblGrid>"


def slides() -> bytes:
    """The contract's presentation: a list, a table, a group, notes and a hidden slide."""
    from pptx import Presentation
    from pptx.util import Inches

    made = Presentation()
    first = made.slides.add_slide(made.slide_layouts[1])
    first.shapes.title.text = TITLE
    first.placeholders[1].text = CLAUSES[0][1][0]
    first.notes_slide.notes_text_frame.text = NOTE
    second = made.slides.add_slide(made.slide_layouts[5])
    second.shapes.title.text = "Priser"
    grid = second.shapes.add_table(len(PRICES), 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
    for at, cells in enumerate(PRICES):
        for column, words in enumerate(cells):
            grid.cell(at, column).text = words
    group = second.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(5), Inches(5), Inches(1)).text_frame.text = "Priserna är exklusive moms."
    hidden = made.slides.add_slide(made.slide_layouts[5])
    hidden.shapes.title.text = "Dold bild"
    hidden._element.set("show", "0")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def prices() -> bytes:
    """The price list as an Excel file: amounts, dates, a hidden row and a hidden sheet."""
    from datetime import date

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Priser"
    sheet.append([f"Bilaga 1 till {TITLE.lower()}"])
    sheet.append([])
    sheet.append(PRICES[0])
    for name, amount, day in PRICES[1:]:
        number = float(amount.removesuffix(" kr").replace(" ", "").replace(",", "."))
        sheet.append([name, number, date.fromisoformat(day)])
        sheet.cell(sheet.max_row, 2).number_format = '#,##0.00\\ "kr"'
        sheet.cell(sheet.max_row, 3).number_format = "yyyy\\-mm\\-dd"
    sheet.append(["Dold", 1])
    sheet.row_dimensions[sheet.max_row].hidden = True
    terms = book.create_sheet("Villkor")
    terms.append(["Vid försening utgår vite med 1 000 kronor per dag."])
    book.create_sheet("Dolt blad").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def plain(mark: str = "") -> str:
    """The contract as typed text; `mark` goes before headings."""
    lines = [f"{mark}{TITLE}", ""]
    for at, (heading, clauses) in enumerate(CLAUSES, 1):
        lines += [f"{mark}{mark.strip()}{at} {heading}" if mark else f"{at} {heading}", ""]
        for under, words in enumerate(clauses, 1):
            lines += [f"{at}.{under} {words}", ""]
        if heading == "Vite":
            lines += [*(f"{letter}) {words}" for letter, words in zip("ab", ITEMS, strict=True)), ""]
    return "\n".join(lines)


def saved_page(page: bytes) -> bytes:
    """A page as a browser saves it in one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Subject"] = TITLE
    message["Date"] = "Mon, 2 Mar 2026 10:00:00 -0000"
    message["MIME-Version"] = "1.0"
    message.make_related()
    message.add_related(page.decode(), subtype="html")
    return message.as_bytes()


def converted(data: bytes, ending: str, target: str) -> bytes:
    """A file as LibreOffice saves it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"sample.{ending}"
        source.write_bytes(data)
        call = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target]
        subprocess.run([*call, "--outdir", f"{folder}/out", str(source)], check=True, capture_output=True)
        return next((Path(folder) / "out").iterdir()).read_bytes()


def picture(pdf: bytes) -> bytes:
    """A PDF's first page as a picture, 150 dots to the inch."""
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[0]
    out = io.BytesIO()
    page.render(scale=150 / 72, grayscale=True).to_pil().crop((0, 0, 1240, 900)).save(out, "PNG", dpi=(150, 150))
    return out.getvalue()


def main() -> None:
    """Writes them all."""
    word, show, sheets = contract(), slides(), prices()
    page = converted(word, "docx", "html")
    pdf = converted(word, "docx", "pdf")
    made = {
        "contract.docx": word,
        "contract.pdf": pdf,
        "contract.html": page,
        "contract.mhtml": saved_page(page),
        "contract.txt": plain().encode(),
        "contract.md": plain("# ").encode(),
        "contract.png": picture(pdf),
        "slides.pptx": show,
        "prices.xlsx": sheets,
        "prices.csv": b"".join(";".join(cells).encode("cp1252") + b"\r\n" for cells in PRICES),
        "letter.eml": mail(plain(), subject=TITLE),
        "letter.msg": outlook({0x0037: TITLE, 0x1000: plain()}),
    }
    made |= {f"contract.{target}": converted(word, "docx", target) for target in ("odt", "fodt", "rtf", "doc")}
    made |= {f"slides.{target}": converted(show, "pptx", target) for target in ("odp", "ppt")}
    made |= {f"prices.{target}": converted(sheets, "xlsx", target) for target in ("ods", "xls")}
    for name, data in made.items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()

"""CPU time of reading PDFs into drafts, against PDFium's raw text.

60 made contracts of 5 to 60 pages, a tenth of the pages with tables.

    python -m benchmarks.pdf_reading [--documents 60] [--rounds 3] [--keep FOLDER]

Prints milliseconds a page and the ratio. Both are measured in one process, in turns; making the documents is left out.
"""

from __future__ import annotations

import argparse
import io
import random
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from ingest.formats.pdf import drafts

SUBJECTS = [
    "Leverantören",
    "Beställaren",
    "Utföraren",
    "Regionen",
    "Kommunen",
    "Entreprenören",
    "Vårdgivaren",
    "Parterna",
]
VERBS = ["ska", "får", "har rätt att", "är skyldig att", "förbinder sig att", "kan", "ansvarar för att", "åtar sig att"]
ACTS = [
    "utan dröjsmål lämna ut räkenskaper och personalförteckningar",
    "betala vite om 10 000 kronor för varje påbörjad vecka",
    "genomföra oanmälda kontroller i lokalerna",
    "redovisa arbetsgivaravgifter och innehålla F-skatt",
    "häva avtalet",
    "anlita underleverantörer endast efter skriftligt godkännande",
    "kräva tillbaka felaktigt utbetald ersättning",
    "visa utdrag ur belastningsregistret för samtliga medarbetare",
    "underrätta motparten om ändrade ägarförhållanden",
    "följa gällande kollektivavtal i fråga om lön, semester och arbetstid",
    "säga upp avtalet till omedelbart upphörande",
]
ENDS = [
    "enligt 13 kap. 1 § lagen om offentlig upphandling",
    "inom tio arbetsdagar från begäran",
    "under hela avtalstiden",
    "om inte annat följer av punkt 4.2",
    "inom hälso- och sjukvårdens IT-drift",
    "i enlighet med bilaga 3",
    "på egen bekostnad",
]
TITLES = [
    "Vite",
    "Uppföljning och insyn",
    "Underleverantörer",
    "Personal",
    "Ersättning",
    "Hävning",
    "Avtalstid",
    "Tvist",
]


def sentence(dice: random.Random) -> str:
    return f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(ACTS)} {dice.choice(ENDS)}."


def paragraph(dice: random.Random) -> str:
    return " ".join(sentence(dice) for _ in range(dice.randint(1, 5)))


def table(dice: random.Random, style: ParagraphStyle, width: float) -> Table:
    rows = [["Brist", "Vite", "Tid"]]
    rows += [
        [Paragraph(sentence(dice), style), f"{dice.randint(1, 90)} 000 kr", f"{dice.randint(5, 30)} dagar"]
        for _ in range(dice.randint(4, 12))
    ]
    made = Table(rows, colWidths=[width * 0.6, width * 0.2, width * 0.2], repeatRows=1)
    look = dice.choice(["grid", "lines", "bands"])
    marks: list[tuple[object, ...]] = [
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    if look == "grid":
        marks.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    elif look == "lines":
        marks.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black))
    else:
        marks.append(("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.lightgrey, colors.white]))
    made.setStyle(TableStyle(marks))
    return made


def document(seed: int) -> bytes:
    dice = random.Random(seed)
    pages = dice.randint(5, 60)
    columns = 2 if seed % 6 == 5 else 1
    font = dice.choice(["Times-Roman", "Helvetica"])
    size = dice.choice([9.5, 10, 11, 12])
    body = ParagraphStyle(
        "body", fontName=font, fontSize=size, leading=size * 1.25, spaceAfter=dice.choice([0, 4, 8]),
        alignment=TA_JUSTIFY if seed % 2 else 0, hyphenationLang="", embeddedHyphenation=1,
    )  # fmt: skip
    head = ParagraphStyle(
        "head", parent=body, fontName="Helvetica-Bold", fontSize=size + 2, spaceBefore=10, alignment=0
    )
    item = ParagraphStyle("item", parent=body, leftIndent=20, bulletIndent=6)
    small = ParagraphStyle("small", parent=body, fontSize=9, leading=11)
    width = (A4[0] - 144 - 18 * (columns - 1)) / columns

    def furniture(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, A4[1] - 40, f"Region Exempel   Dnr RS 2026-{seed:04d}")
        canvas.drawRightString(A4[0] - 72, 36, f"Sida {canvas.getPageNumber()} ({pages})")

    frames = [Frame(72 + i * (width + 18), 60, width, A4[1] - 120, 0, 0, 0, 0) for i in range(columns)]
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4)
    template.addPageTemplates([PageTemplate("page", frames, onPage=furniture)])
    story: list[Flowable] = [Paragraph("AVTAL OM HEMTJÄNST", head), Spacer(1, 12)]
    written, clause = 0, 0
    # About 2,600 characters fill a page of this kind.
    while written < 2600 * pages * 11 / size * 0.95:
        clause += 1
        story.append(
            Paragraph(f"{clause} {dice.choice(TITLES)}" if seed % 3 else f"§ {clause} {dice.choice(TITLES)}", head)
        )
        for number in range(1, dice.randint(3, 6)):
            text = paragraph(dice)
            story.append(Paragraph(f"{clause}.{number} {text}" if seed % 3 else text, body))
            written += len(text) + 60
        if dice.random() < 0.4:
            for _ in range(3):
                text = sentence(dice)
                story.append(Paragraph(text, item, bulletText="•"))
                written += len(text) + 40
        if dice.random() < 0.025:
            story.append(table(dice, small, width))
            written += 900
    template.build(story)
    return out.getvalue()


def raw(data: bytes) -> int:
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    count = len(pdf)
    pdf.close()
    return count


def timed(work: Callable[[bytes], object], files: list[bytes]) -> float:
    start = time.process_time()
    for data in files:
        work(data)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    files = [document(seed) for seed in range(chosen.documents)]
    if chosen.keep:
        chosen.keep.mkdir(parents=True, exist_ok=True)
        for seed, data in enumerate(files):
            (chosen.keep / f"{seed:02d}.pdf").write_bytes(data)
    pages = sum(raw(data) for data in files)
    tabled = sum(len({b.page for b in drafts(data).blocks if b.table is not None}) for data in files)
    bare, whole = [], []
    for _ in range(chosen.rounds):
        bare.append(timed(raw, files))
        whole.append(timed(drafts, files))
    a, b = min(bare), min(whole)
    print(f"{len(files)} documents, {pages} pages, {tabled} with tables")
    print(f"raw    {a / pages * 1000:.2f} ms a page")
    print(f"drafts {b / pages * 1000:.2f} ms a page, {b / a:.2f} times raw")


if __name__ == "__main__":
    main()

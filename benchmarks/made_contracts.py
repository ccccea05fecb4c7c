"""Contracts made for measuring: 5 to 60 pages of varied clauses, a tenth of the pages with ruled tables.

Contracts come in families, as a region's do: those of one family draw their sections from one template, each with its
own parties and figures. The clauses are the labelled statements: a third give what is looked for, most of the rest are
the prices, times and places that fill a contract. `--families 60` gives contracts that share nothing.

    python -m benchmarks.made_contracts FOLDER [--documents 60] [--families 10]

Writes 00.pdf, 01.pdf and so on; what is there already is kept. The same number gives the same contract.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from corpora.statements import LabelledStatement, load

PARTIES = [
    ("Beställaren", "Leverantören"),
    ("Kommunen", "Utföraren"),
    ("Regionen", "Vårdgivaren"),
    ("Kunden", "Bolaget"),
    ("Nämnden", "Entreprenören"),
]
SIGNS_A_PAGE = 3900  # at eleven points; a paragraph counts sixty for its unfilled line
TABLE_EVERY = 0.11  # of the pages
VOICES = 6  # that a template's statements come from
STATEMENTS = 8  # of a section


@dataclass(frozen=True)
class Section:
    """A section of a template: its heading and its statements."""

    heading: str
    rows: tuple[LabelledStatement, ...]


@dataclass
class Words:
    """One contract's sections in an order of its own, with its own names for the parties and its own figures."""

    sections: list[Section]
    buyer: str
    supplier: str
    dice: random.Random
    at: int = 0

    def next(self) -> Section:
        self.at += 1
        return self.sections[self.at % len(self.sections)]

    def text(self, words: str, row: LabelledStatement) -> str:
        named = words.replace(row.buyer, self.buyer).replace(row.supplier, self.supplier)
        figured = re.sub(r"\b\d{1,2}\b(?! ?(?:kap|§|st))", lambda _: str(self.dice.randint(2, 90)), named)
        return " ".join(figured.split()).replace("&", "&amp;").replace("<", "&lt;")

    def clause(self, rows: Sequence[LabelledStatement]) -> str:
        return " ".join(self.text(row.text, row) for row in rows)


def template(family: int, rows: list[LabelledStatement]) -> list[Section]:
    """The sections of a family: statements of a few voices, a third of them with what is looked for."""
    dice = random.Random(family)
    voices = set(dice.sample(sorted({row.voice for row in rows}), VOICES))
    own = [row for row in rows if row.voice in voices]
    filling = [row for row in own if not row.facets and row.trap == "none"]
    near = [row for row in own if not row.facets and row.trap != "none"]
    drawn = filling + dice.sample(near, min(len(near), len(filling) // 4))
    drawn += dice.sample([row for row in own if row.facets], len(drawn) // 2)
    dice.shuffle(drawn)
    headings = [row.heading for row in drawn if row.heading] or ["Övrigt"]
    return [
        Section(dice.choice(headings), tuple(drawn[at : at + STATEMENTS]))
        for at in range(0, len(drawn) - STATEMENTS, STATEMENTS)
    ]


def contract(number: int, sections: list[Section], path: Path) -> None:
    """Writes one contract as PDF."""
    dice = random.Random(number)
    pages = 5 + number * 55 // 59 if number < 60 else dice.randint(5, 60)
    words = Words(dice.sample(sections, len(sections)), *dice.choice(PARTIES), dice)
    size = dice.choice([10, 10.5, 11, 12])
    font, space = dice.choice(["Times-Roman", "Helvetica"]), dice.choice([2, 4, 8])
    body = ParagraphStyle(
        "body", fontName=font, fontSize=size, leading=size * 1.25, spaceAfter=space, alignment=4 if number % 2 else 0
    )

    def furniture(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, A4[1] - 40, f"{words.buyer}   Dnr RS 2026-{number:04d}")
        canvas.drawRightString(A4[0] - 72, 36, f"Sida {canvas.getPageNumber()}")

    columns = 2 if number % 10 == 7 else 1
    width = (A4[0] - 144 - 18 * (columns - 1)) / columns
    frames = [Frame(72 + at * (width + 18), 60, width, A4[1] - 120, 0, 0, 0, 0) for at in range(columns)]
    pages_of = BaseDocTemplate(str(path), pagesize=A4)
    pages_of.addPageTemplates([PageTemplate("page", frames, onPage=furniture)])
    pages_of.build(list(story(words, dice, body, width, SIGNS_A_PAGE * pages * (11 / size) ** 2, number)))


def story(
    words: Words, dice: random.Random, body: ParagraphStyle, width: float, signs: float, number: int
) -> Iterator[Flowable]:
    """Title, parties, and numbered sections of clauses, lists and tables, until so many signs are written."""
    head = ParagraphStyle("head", parent=body, fontName="Helvetica-Bold", fontSize=body.fontSize + 2, spaceBefore=8)
    item = ParagraphStyle("item", parent=body, leftIndent=20, bulletIndent=6)
    yield Paragraph("AVTAL OM HEMTJÄNST OCH STÖD", head)
    parties = (
        f"Mellan Region Ekmora, 232100-0131 ({words.buyer}) och Omsorg i Ekmora AB ({words.supplier}) träffas avtal."
    )
    yield Paragraph(parties, body)
    yield Spacer(1, 12)
    written, section, tables = 0, 0, 0
    while written < signs:
        section += 1
        drawn = words.next()
        heading = words.text(drawn.heading, drawn.rows[0])
        yield Paragraph(f"§ {section} {heading}" if number % 3 == 0 else f"{section} {heading}", head)
        for clause in range(1, len(drawn.rows) // 2 + 1):
            text = words.clause(drawn.rows[2 * clause - 2 : 2 * clause])
            yield Paragraph(text if number % 3 == 0 else f"{section}.{clause} {text}", body)
            written += len(text) + 60
        if section % 3 == 0:
            yield Paragraph(f"{words.supplier} ska:", body)
            for row in words.next().rows[:4]:
                yield Paragraph(words.text(row.text, row), item, bulletText="•")
                written += len(row.text) + 40
        if tables < TABLE_EVERY * written / SIGNS_A_PAGE:
            tables += 1
            yield table(words, dice, body, width)
            written += 700


def table(words: Words, dice: random.Random, body: ParagraphStyle, width: float) -> Table:
    small = ParagraphStyle("small", parent=body, fontSize=9, leading=11, alignment=0)
    rows = [["Krav", "Belopp", "Tid"]]
    rows += [
        [Paragraph(words.text(row.text, row), small), f"{dice.randint(1, 90)} 000 kr", f"{dice.randint(5, 30)} dagar"]
        for row in words.next().rows
    ]
    made = Table(rows, colWidths=[width * 0.6, width * 0.2, width * 0.2], repeatRows=1)
    lines = (
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
        if dice.random() < 0.6
        else ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)
    )
    made.setStyle(
        TableStyle([lines, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9)])
    )
    return made


def make(folder: Path, documents: int, families: int) -> list[Path]:
    """The contracts in a folder, made where they are not there."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:02d}.pdf" for number in range(documents)]
    rows = list(load()) if any(not path.exists() for path in paths) else []
    for number, path in enumerate(paths):
        if not path.exists():
            contract(number, template(number % families, rows), path)
    return paths


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--families", type=int, default=10)
    chosen = parser.parse_args()
    make(chosen.folder, chosen.documents, chosen.families)

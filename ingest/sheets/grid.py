"""A sheet's rows of texts become drafts: its name a heading, each stretch of rows a table with its first row as head.

A row with one filled cell is a paragraph: spreadsheets hold titles, explanations and whole clauses among their tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.characters import tidy
from ingest.document import BlockKind, Part
from ingest.draft import Draft
from ingest.rows import WIDEST, Cell, Row, table_drafts

MOST_CELLS = 300_000  # of a file; beyond it no contract goes
_UNNAMED = re.compile(r"(?:blad|sheet|ark|tabell|tabelle|table|feuille|taul)[ _]?\d{1,4}", re.IGNORECASE)
_HEAD_LENGTH = 60


@dataclass(slots=True)
class Sheet:
    """One sheet: its name ("" for a file that is one table), its visible rows, and what is said of it in the ledger.

    `boxes` are the texts that lie over the cells.
    """

    name: str
    rows: list[list[str]]
    parts: list[Part] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


def drafts(sheets: list[Sheet]) -> list[Draft]:
    """The drafts of all sheets, in order."""
    found: list[Draft] = []
    tables = 0
    for sheet in sheets:
        if sheet.name and not (len(sheets) == 1 and _UNNAMED.fullmatch(sheet.name)):
            found.append(Draft(tidy(sheet.name), BlockKind.HEADING, level=1))
        for rows in _stretches(sheet.rows):
            found += table_drafts(rows, tables)
            tables += 1
        found += [Draft(text, BlockKind.TEXT_BOX) for text in map(tidy, sheet.boxes) if text]
    return found


def _stretches(rows: Iterable[list[str]]) -> Iterable[list[Row]]:
    """The rows between empty ones, cut to the columns that hold anything."""
    block: list[list[str]] = []
    for row in [*rows, []]:
        if any(cell and not cell.isspace() for cell in row):
            block.append(row)
        elif block:
            yield _block(block)
            block = []


def _block(block: list[list[str]]) -> list[Row]:
    used = [[at for at, cell in enumerate(row) if cell and not cell.isspace()] for row in block]
    first = min(row[0] for row in used)
    last = max(row[-1] for row in used)
    rows = [_row(row[first : last + 1], last - first + 1) for row in block]
    tabular = [row for row in rows if len(row.filled) > 1]
    if len(tabular) > 1 and _names_columns(tabular[0]):
        tabular[0].head = True
    return rows


def _row(texts: list[str], width: int) -> Row:
    cells = [Cell(own=_drafts(text)) for text in texts]
    filled = [cell for cell in cells if cell.own]
    if len(filled) == 1 and width > 1:
        return Row([Cell(own=filled[0].own, span=width)])
    cells += [Cell() for _ in range(width - len(cells))]
    beyond = [draft for cell in cells[WIDEST:] for draft in cell.own]  # wider than any table that is read as one
    cells = cells[:WIDEST]
    cells[-1].own += beyond
    return Row(cells)


def _drafts(text: str) -> list[Draft]:
    return [Draft(line) for line in tidy(text).split("\n") if line] if text else []


def _names_columns(row: Row) -> bool:
    texts = [cell.text for cell in row.filled]
    if len(texts) < max(2, len(row.cells) - 1) or len(set(texts)) < len(texts):
        return False
    return all(len(text) <= _HEAD_LENGTH and not text.endswith((".", ";")) and not text[0].isdigit() for text in texts)

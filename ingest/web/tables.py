"""Tables of a page: rows and cells on the grid, through `rowspan` and `colspan`, with `th` as heads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from ingest.draft import Draft
from ingest.rows import WIDEST, Cell, Row, cell_of, columns, table_drafts

if TYPE_CHECKING:
    from ingest.web.walker import Walker

_GROUPS = frozenset(("thead", "tbody", "tfoot"))


def read(walker: Walker, table: etree._Element) -> list[Draft]:
    """The drafts of a table, its caption first, in reading order."""
    index = walker.tables
    walker.tables += 1
    captions = [draft for caption in table.iterchildren("caption") for draft in walker.inside(caption)]
    rows: list[Row] = []
    below: dict[int, int] = {}  # how many rows further a cell reaches down, by column
    for element, grouped in _rows(walker, table):
        cells = _cells(walker, element, below)
        own = list(element.iterchildren("td", "th"))
        heads = bool(own) and all(cell.tag == "th" for cell in own)
        head = (grouped or heads) and all(row.head for row in rows)
        rows.append(Row(cells, head))
    return captions + table_drafts(rows, index)


def _rows(walker: Walker, parent: etree._Element, grouped: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    for child in parent:
        if not isinstance(child.tag, str) or walker.hiding(child):
            continue
        if child.tag == "tr":
            yield child, grouped
        elif child.tag in _GROUPS:
            yield from _rows(walker, child, child.tag == "thead")


def _cells(walker: Walker, row: etree._Element, below: dict[int, int]) -> list[Cell]:
    cells: list[Cell] = []
    column = 0
    for element in row.iterchildren("td", "th"):
        column = _covered(cells, column, below)
        if column >= WIDEST or walker.hiding(element):
            continue
        span = min(columns(_whole(element.get("colspan"))), WIDEST - column)
        down = min(_whole(element.get("rowspan")) or 1, 1000)
        cell = cell_of(walker.inside(element), span)
        cell.shaded = bool(element.get("bgcolor"))
        cells.append(cell)
        for at in range(column, column + span) if down > 1 else ():
            below[at] = down - 1
        column += span
    _covered(cells, column, below)
    return cells


def _covered(cells: list[Cell], column: int, below: dict[int, int]) -> int:
    """Empty cells where cells of the rows above reach down; the next free column."""
    while below.get(column, 0) > 0 and column < WIDEST:
        below[column] -= 1
        cells.append(Cell())
        column += 1
    return column


def _whole(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 6 else None

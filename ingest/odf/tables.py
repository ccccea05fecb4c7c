"""Tables: rows and cells on the grid, through merged cells, head rows and repeated columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from ingest.draft import Draft
from ingest.odf.names import TABLE, whole
from ingest.rows import WIDEST, Cell, Row, cell_of, columns, table_drafts

if TYPE_CHECKING:
    from ingest.odf.walker import Walker

_ROW, _HEADS = f"{TABLE}table-row", f"{TABLE}table-header-rows"
_CELL, _COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_MOST_REPEATED = 200  # rows of a table that are only said to be there again


def read(walker: Walker, table: etree._Element) -> list[Draft]:
    """The drafts of a table, in reading order."""
    index = walker.tables
    walker.tables += 1
    found: list[Row] = []
    left = _MOST_REPEATED
    for element, head in _rows(table, False):
        if element.get(f"{TABLE}visibility") in ("collapse", "filter"):
            continue
        if walker.styles.of("table-row", element.get(f"{TABLE}style-name")).collapsed:
            continue
        row = Row(_cells(walker, element), head)
        again = min(whole(element.get(f"{TABLE}number-rows-repeated"), 1) or 1, left + 1) if row.filled else 1
        left -= again - 1
        found += [row] * again
    return table_drafts(found, index)


def _rows(parent: etree._Element, head: bool) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, each with whether it is a head, through groups of rows."""
    for child in parent:
        if child.tag == _ROW:
            yield child, head
        elif isinstance(child.tag, str) and child.tag.startswith(TABLE):
            yield from _rows(child, head or child.tag == _HEADS)


def _cells(walker: Walker, row: etree._Element) -> list[Cell]:
    """A row's cells. Those that a merged cell covers stand in the file: to its right, and in the rows below."""
    cells: list[Cell] = []
    covered = column = 0
    for element in row.iterchildren(_CELL, _COVERED):
        again = columns(whole(element.get(f"{TABLE}number-columns-repeated")))
        if element.tag == _COVERED:
            beside = min(again, covered)
            covered -= beside
            again -= beside
            cells += [Cell() for _ in range(min(again, WIDEST - column))]
            column += again
        else:
            span = columns(whole(element.get(f"{TABLE}number-columns-spanned")))
            for _ in range(min(again, WIDEST - column)):
                cells.append(_cell(walker, element, span))
                column += span
            covered = span - 1
        if column >= WIDEST:
            break
    return cells


def _cell(walker: Walker, element: etree._Element, span: int) -> Cell:
    walker.in_cell += 1
    drafts = walker.inside(element)
    walker.in_cell -= 1
    cell = cell_of(drafts, span)
    cell.shaded = walker.styles.of("table-cell", element.get(f"{TABLE}style-name")).shaded
    return cell

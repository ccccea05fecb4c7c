"""A table over as many pages as it runs, and its rows as drafts."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import BlockKind
from ingest.draft import Draft, Origin
from ingest.pdf.compose import Composer
from ingest.pdf.tables import Row, Table

_NEAR = 8.0


class Rows:
    """A table in the making: its number, its columns and its rows."""

    def __init__(self, number: int, table: Table) -> None:
        self.number = number
        self._table = table
        self._rows: list[Row] = []

    def goes_on(self, table: Table) -> bool:
        """Whether `table`, first on the next page or column, is the same: its columns are as wide as this one's."""
        last = self._table
        if len(table.xs) != len(last.xs) or (table.page == last.page and table.top > last.top):
            return False
        step = table.x0 - last.x0
        return all(abs(one - other - step) < _NEAR for one, other in zip(table.xs, last.xs, strict=True))

    def add(self, table: Table) -> list[Row]:
        """Takes in the table's part on a page, and returns the rows that are new.

        Heads that are repeated are heads, and a row that was cut in two becomes one.
        """
        rows = list(table.rows)
        if self._rows:
            self._mend(rows)
        self._rows.extend(rows)
        self._table = table
        return rows

    def _mend(self, rows: list[Row]) -> None:
        heads = [row.words for row in self._rows if row.head] or [self._rows[0].words]
        repeated = 0
        while repeated < len(rows) and repeated < len(heads) and rows[repeated].words == heads[repeated]:
            rows[repeated].head = True
            self._rows[repeated].head = True
            repeated += 1
        for row in rows[repeated:]:
            row.head = False
        if len(rows) > repeated and _is_cut(self._rows[-1], rows[repeated]):
            _lengthen(self._rows[-1], rows.pop(repeated))


def _is_cut(last: Row, row: Row) -> bool:
    """Whether `row` is the rest of `last`: some of its cells are empty, and what there is goes on in mid-sentence."""
    if last.head or (row.filled == len(row.cells) and not all(words[0].islower() for words in row.words if words)):
        return False
    for before, after in zip(last.words, row.words, strict=True):
        if after and (not before or not (after[0].islower() or before[-1] not in ".:;!?")):
            return False
    return True


def _lengthen(last: Row, rest: Row) -> None:
    for cell, more in zip(last.cells, rest.cells, strict=True):
        cell.extend(more)


def row_draft(row: Row, number: int, composer: Composer) -> Draft:
    """A row's draft: its text is its cells, joined by tabs. `number` is its table's."""
    cells: list[str] = []
    origins: list[Origin] = []
    at = 0
    for cell in row.cells:
        text, found = composer.cell(cell)
        origins.extend(replace(origin, offset=origin.offset + at) for origin in found)
        cells.append(text)
        at += len(text) + 1
    lines = [line for cell in row.cells for line in cell]
    return Draft(
        text="\t".join(cells),
        kind=BlockKind.TABLE_HEAD if row.head else BlockKind.TABLE_ROW,
        page=lines[0].page,
        cells=tuple(cells),
        table=number,
        bold=all(line.wholly_bold for line in lines),
        size=lines[0].size,
        indent=round(min(line.x0 for line in lines), 1),
        origins=tuple(origins),
    )

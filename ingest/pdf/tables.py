"""Tables as rows of cells: words put into a grid's cells, and columns by alignment where no line parts them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.pdf.aligned import Cell, Level, Run, filled, grown, levels_of, parted, rows_of
from ingest.pdf.bands import extend, joined, stays
from ingest.pdf.grids import Grid
from ingest.pdf.line import Line, Part
from ingest.pdf.normal import sliced

Words = Callable[[Line, list[float]], list[Part]]
# A column without words that is narrower than this is the space within a double line.
_NARROWEST = 9.0
# A grid with so few edges may have but a frame and a head: then its words tell the rows.
_FEW_EDGES = 4
# A cell with more lines than this holds a text, not a value: the grid is a page's layout.
_MOST_LINES = 30


@dataclass(slots=True)
class Row:
    """A table row: for each column the fragments of lines that stand in its cell, in order."""

    cells: list[list[Line]]
    head: bool = False

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(bool(cell) for cell in self.cells)

    @property
    def words(self) -> tuple[str, ...]:
        """The cells' raw text, to compare rows by."""
        return tuple(" ".join(line.text for line in cell) for cell in self.cells)


@dataclass(slots=True)
class Table:
    """A table on one page, in points. `xs` are its columns' left edges, `lines` what it took from the page.

    `is_rest` says that no row fills two cells: it is a table only as the rest of one on the page before.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    xs: list[float]
    rows: list[Row]
    lines: list[Line] = field(default_factory=list)
    is_rest: bool = False


def ruled_tables(lines: list[Line], found: list[Grid], words: Words) -> list[Table]:
    """The tables that the grids make of a page's lines. A grid that holds ordinary text makes none. `words` gives a
    line's words with their edges, cut at the column edges given.
    """
    tables: list[Table] = []
    taken: set[int] = set()
    for grid in joined(found, lines):
        free = [line for line in lines if line.start not in taken and not line.turn]
        if grid.xs:
            table = _ruled_table(grid, free, words)
            made = [table] if table is not None else []
        else:
            made = _stacked_tables(grid, free)
        for table in made:
            tables.append(table)
            taken.update(line.start for line in table.lines)
    return tables


def _is_inside(line: Line, grid: Grid) -> bool:
    middle = (line.top + line.bottom) / 2
    return grid.top - 1 < middle < grid.bottom + 1 and line.x1 > grid.left + 1 and line.x0 < grid.right - 1


def _ruled_table(grid: Grid, free: list[Line], words: Words) -> Table | None:
    extend(grid, free)
    table = table_of(grid, [line for line in free if _is_inside(line, grid)], words)
    if table is not None and len(grid.ys) <= _FEW_EDGES:
        rights = [*table.xs[1:], grid.right]
        table.rows = [Row(cells, row.head) for row in table.rows for cells in parted(row.cells, rights)]
        if not any(row.head for row in table.rows):
            mark_head(table.rows)
    return table


def table_of(grid: Grid, inside: list[Line], words: Words) -> Table | None:
    """The lines put into a grid's cells; None where that makes no table."""
    columns = len(grid.xs) - 1
    rows = [Row([[] for _ in range(columns)]) for _ in grid.ys[1:]]
    for line in inside:
        middle = (line.top + line.bottom) / 2
        row = min(max(bisect_right(grid.ys, middle) - 1, 0), len(rows) - 1)
        edges = _edges(grid, line, middle)
        for column, fragment in _fragments(line, edges, grid.xs, words):
            last = next((edge for edge in edges if edge > column), columns)
            rows[_first_of_merged(grid, row, (grid.xs[column] + grid.xs[last]) / 2)].cells[column].append(fragment)
    return _checked(grid, [row for row in rows if row.filled], inside)


def _edges(grid: Grid, line: Line, y: float) -> list[int]:
    """The columns that are cells of their own at a line's height. Where no rule parts them, the words do."""
    columns = range(len(grid.xs) - 1)
    if grid.down:
        parted = [column for column in columns if column == 0 or grid.is_parted_at(column, y)]
        if len(parted) > 1 or not all(stays(part, grid.xs) for part in line.finer or line.stretches):
            return parted
    return list(columns)


def _first_of_merged(grid: Grid, row: int, x: float) -> int:
    while row > 0 and grid.down and not grid.is_parted_below(row - 1, x):
        row -= 1
    return row


def _fragments(line: Line, edges: list[int], xs: list[float], words: Words) -> list[tuple[int, Line]]:
    """The line's stretches by column."""
    starts = [xs[edge] for edge in edges]

    def column(x: float) -> int:
        return edges[max(bisect_right(starts, x) - 1, 0)]

    if column(line.x0 + 1) == column(line.x1 - 1):
        return [(column(line.x0 + 1), line)]
    stretches = line.stretches
    if any(column(part.x0 + 1) != column(part.x1 - 1) for part in stretches):
        stretches = words(line, xs)
    found: list[tuple[int, Part]] = []
    for word in stretches:
        at = column((word.x0 + word.x1) / 2)
        if found and found[-1][0] == at:
            found[-1] = (at, Part(found[-1][1].start, word.end, min(found[-1][1].x0, word.x0), word.x1))
        else:
            found.append((at, word))
    return [(at, fragment(line, part)) for at, part in found]


def fragment(line: Line, part: Part) -> Line:
    """A stretch of a line as a line of its own."""
    return replace(
        line,
        start=part.start,
        end=part.end,
        text=line.text[part.start - line.start : part.end - line.start],
        x0=part.x0,
        x1=part.x1,
        bold=line.bold if part.start == line.start else line.bold_end,
        bold_end=line.bold_end if part.end == line.end else line.bold,
        hyphen=line.hyphen and part.end == line.end,
        parts=[],
        finer=[],
        runs=sliced(line.runs, part.start - line.start, part.end - line.start),
    )


def _checked(grid: Grid, rows: list[Row], inside: list[Line]) -> Table | None:
    """The table, unless it has but one column or its cells are too long to be values."""
    kept = [
        column
        for column in range(len(grid.xs) - 1)
        if grid.xs[column + 1] - grid.xs[column] > _NARROWEST or any(row.cells[column] for row in rows)
    ]
    if len(kept) < 2 or not rows or max(len(cell) for row in rows for cell in row.cells) > _MOST_LINES:
        return None
    for row in rows:
        row.cells = [sorted(row.cells[column], key=lambda line: (round(line.base / 3), line.x0)) for column in kept]
    xs = [grid.xs[column] for column in kept]
    _set_rights(rows, xs, grid.right)
    mark_head(rows)
    is_rest = not any(row.filled > 1 for row in rows)
    return Table(inside[0].page, grid.left, grid.top, grid.right, grid.bottom, xs, rows, inside, is_rest)


def _set_rights(rows: list[Row], xs: list[float], right: float) -> None:
    """Tells the lines of cells how far they could reach: to the column's edge, less the white on its left."""
    for column, (left, edge) in enumerate(zip(xs, [*xs[1:], right], strict=True)):
        lines = [line for row in rows for line in row.cells[column]]
        white = min((line.x0 for line in lines), default=left) - left
        for line in lines:
            line.right = edge - white


def mark_head(rows: list[Row]) -> None:
    """Marks the first rows as heads where their looks show it: bold over plain, or short words over values."""
    if len(rows) < 2:
        return
    bold = [all(line.wholly_bold for cell in row.cells for line in cell) for row in rows]
    heads = next((index for index, heavy in enumerate(bold) if not heavy), 0)
    if not 0 < heads <= 2 and len(rows[0].cells) > 2 and _is_headlike(rows[0]):
        heads = 1 if not all(_is_headlike(row) for row in rows) else 0
    for row in rows[: heads if heads <= 2 else 0]:
        row.head = True


def _is_headlike(row: Row) -> bool:
    return row.filled == len(row.cells) and all(
        len(words.split()) <= 4 and not any(sign.isdigit() for sign in words) and words[-1] not in ".;,"
        for words in row.words
    )


def _stacked_tables(grid: Grid, free: list[Line]) -> list[Table]:
    """The tables that lines across alone make: their columns stand where no word stands.

    Running text between the lines ends a table.
    """
    found: list[Table] = []
    beside = [line for line in free if line.x0 > grid.left - 3 and line.x1 < grid.right + 3]
    todo = [[level for level in levels_of(beside) if _is_near(level, grid)]]
    while todo:
        levels = todo.pop()
        run = grown(levels, grid.ys)
        if run is None:
            continue
        rows = rows_of(run, grid.ys)
        while rows and rows[-1][0].base > grid.bottom and filled(rows[-1]) < 2:
            rows.pop()
        while rows and rows[0][0].base < grid.top and filled(rows[0]) < 2:
            rows.pop(0)
        if sum(filled(row) > 1 for row in rows) > 1:
            found.append(aligned_table(run, rows))
        todo += [levels[: run.first], levels[run.last + 1 :]]
    return found


def _is_near(level: Level, grid: Grid) -> bool:
    """Whether a level stands in a grid, or so near that it may be the head or a row that no line closes."""
    return grid.top - 8 * level.size < level.base < grid.bottom + 8 * level.size


def aligned_table(run: Run, rows: list[list[Level]]) -> Table:
    """The table of a run's rows."""
    columns = range(len(run.columns))
    made = [
        Row([[_of(cells) for level in levels for cells in _by_line(level.cells[column])] for column in columns])
        for levels in rows
    ]
    lines = [line for levels in rows for level in levels for line in level.lines]
    mark_head(made)
    xs = [column.x0 for column in run.columns]
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    return Table(lines[0].page, xs[0], top, max(column.x1 for column in run.columns), bottom, xs, made, lines)


def _by_line(cells: list[Cell]) -> list[list[Cell]]:
    return [list(found) for _, found in groupby(cells, key=lambda cell: cell[0].start)]


def _of(cells: list[Cell]) -> Line:
    """Neighbouring stretches of one line as a line."""
    line, part = cells[0]
    last = cells[-1][1]
    if (part.start, last.end) == (line.start, line.end):
        return line
    return fragment(line, Part(part.start, last.end, part.x0, last.x1))

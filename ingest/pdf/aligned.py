"""Rows and columns by alignment alone, for tables whose rows or columns no line parts.

The level with most cells is the seed; the levels above and below it belong to its table as long as each of their
stretches stands in one column. What a rule (`ys`) parts are rows; else a level begins a row by its distance from the
one before, or because its words do not go on from those above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.pdf.line import Line, Part

VALUE = re.compile(r"[–-]?\d[\d\s.,]{0,14}(?:%|kr|kronor|sek|st|tim|timmar|dagar|procent|[:-]{1,2})?$", re.IGNORECASE)
# Rows of one table lie no farther apart than this, in font sizes; a level with one cell must be nearer.
_FARTHEST = 3.2
_NEAR = 1.6
# A step that is longer than the shortest of its table by this factor begins a row.
_LONGER = 1.2
# No text is set with its lines so far apart, in font sizes: white parts them.
_PADDED = 1.55
# A spanning line is a row of its own where it fills less than this of the table's width.
_WIDE = 0.62

Cell = tuple[Line, Part]


@dataclass(slots=True)
class Level:
    """What stands at one height, from the left, and once it has its place in a table, in which columns."""

    lines: list[Line]
    parts: list[Cell]
    cells: list[list[Cell]] = field(default_factory=list)

    @property
    def base(self) -> float:
        """The height of its first line's baseline."""
        return self.lines[0].base

    @property
    def size(self) -> float:
        """Its font size, the greatest there is."""
        return max([line.size for line in self.lines])


@dataclass(slots=True)
class Column:
    """A column's left and right edge, by the words in it, and the levels (by identity) that fill it."""

    x0: float
    x1: float
    filled: set[int] = field(default_factory=set)

    def meets(self, part: Part) -> bool:
        """Whether a stretch stands in the column, if only partly."""
        slack = min(1.0, 0.3 * (self.x1 - self.x0), 0.3 * (part.x1 - part.x0))
        return part.x0 <= self.x1 - slack and part.x1 >= self.x0 + slack


def text_of(cell: Cell) -> str:
    """A stretch's words."""
    line, part = cell
    return line.text[part.start - line.start : part.end - line.start]


def levels_of(lines: Sequence[Line]) -> list[Level]:
    """Lines by height, those of one baseline together, from the top."""
    levels: list[Level] = []
    for line in sorted(lines, key=lambda line: line.base):
        stretches = [(line, part) for part in line.stretches]
        if levels and line.base - levels[-1].base < 2.5:
            levels[-1].lines.append(line)
            levels[-1].parts.extend(stretches)
        else:
            levels.append(Level([line], stretches))
    for level in levels:
        level.parts.sort(key=lambda cell: cell[1].x0)
    return levels


@dataclass(slots=True)
class Run:
    """Levels that keep to the same columns, from the top, and where their table lies among all levels."""

    levels: list[Level]
    columns: list[Column]
    first: int
    last: int


def grown(levels: list[Level], ys: Sequence[float] = ()) -> Run | None:
    """The levels that keep to the columns of that with most cells; None where no level has two."""
    seed = max(range(len(levels)), key=lambda index: (len(levels[index].parts), -index), default=-1)
    if seed < 0 or len(levels[seed].parts) < 2:
        return None
    columns: list[Column] = []
    _fits(columns, levels[seed])
    first = last = seed
    while last + 1 < len(levels) and _belongs(columns, levels[last], levels[last + 1], levels[last + 1], ys):
        last += 1
    while first and _belongs(columns, levels[first - 1], levels[first], levels[first - 1], ys):
        first -= 1
    columns.sort(key=lambda column: column.x0)
    run = levels[first : last + 1]
    for level in run:
        level.cells = [[] for _ in columns]
        for cell in level.parts:
            # What spans columns is the first's; a sign without width is the nearest's.
            gaps = [max(column.x0 - cell[1].x1, cell[1].x0 - column.x1, 0.0) for column in columns]
            level.cells[gaps.index(min(gaps))].append(cell)
    return Run(run, columns, first, last)


def _belongs(columns: list[Column], above: Level, below: Level, level: Level, ys: Sequence[float]) -> bool:
    """Whether `level`, which is one of the two, stands in the columns and near enough."""
    step = below.base - above.base
    single = len(_refined(columns, level)) == 1
    inside = bool(ys) and ys[0] < level.base < ys[-1]
    if step > _FARTHEST * level.size and not (inside and step < 6 * level.size):
        return False
    if single and not inside and step > _NEAR * level.size:
        return False
    if _fits(columns, level):
        return True
    return inside and single and _spans(columns, level.parts[0][1])


def _spans(columns: list[Column], part: Part) -> bool:
    """Whether a stretch over several columns is a merged cell and no running text."""
    return part.x1 - part.x0 < _WIDE * (max(column.x1 for column in columns) - min(column.x0 for column in columns))


def _fits(columns: list[Column], level: Level) -> bool:
    """Whether each of the level's stretches stands in one column, which then is as wide as it; new ones are added."""
    parts = _refined(columns, level)
    for cell in parts:
        met = _met(columns, cell)
        if len(met) > 1 and any(one.filled & other.filled for one, other in pairwise(met)):
            return False
    for cell in parts:
        met = _met(columns, cell)
        column = Column(cell[1].x0, cell[1].x1)
        for other in met:
            column.x0, column.x1 = min(column.x0, other.x0), max(column.x1, other.x1)
            column.filled |= other.filled
            columns.remove(other)
        column.filled.add(id(level))
        columns.append(column)
    level.parts = parts
    return True


def _refined(columns: list[Column], level: Level) -> list[Cell]:
    """The level's stretches, those that lie over several columns cut at their lesser gaps too."""
    parts: list[Cell] = []
    for cell in level.parts:
        parts += [cell] if len(_met(columns, cell)) < 2 else finer(cell)
    return parts


def _met(columns: list[Column], cell: Cell) -> list[Column]:
    return [column for column in columns if column.meets(cell[1])]


def finer(cell: Cell) -> list[Cell]:
    """A stretch cut at its lesser gaps too."""
    line, part = cell
    return [(line, fine) for fine in line.finer if part.start <= fine.start and fine.end <= part.end] or [cell]


def rows_of(run: Run, ys: Sequence[float] = ()) -> list[list[Level]]:
    """The run's levels by row. Three rules between its levels or more tell all rows but those of the head."""
    levels = run.levels
    steps = [below.base - above.base for above, below in pairwise(levels)]
    parting = [_is_between(above, below, ys) for above, below in pairwise(levels)]
    shortest = min(steps, default=0.0)
    rows = [[levels[0]]]
    for level, step, ruled in zip(levels[1:], steps, parting, strict=True):
        row = rows[-1]
        if sum(parting) < 3 or level.base < ys[0] or row[-1].base > ys[-1]:
            begins = ruled or step > _LONGER * shortest or not _continues(row, level, run.columns)
        else:
            begins = ruled or (len(rows) == 1 and _is_second_head(row, level, run.columns))
        if begins:
            rows.append([level])
        else:
            row.append(level)
    return rows


def filled(row: list[Level]) -> int:
    """How many cells of a row hold something."""
    return sum(any(level.cells[column] for level in row) for column in range(len(row[0].cells)))


def _is_between(above: Level, below: Level, ys: Sequence[float]) -> bool:
    upper = max(line.bottom for line in above.lines) - 0.3 * above.size
    return any(upper < y < below.base - 0.4 * below.size for y in ys)


def _is_second_head(row: list[Level], level: Level, columns: list[Column]) -> bool:
    """Whether the level is a head under a merged one, which no rule parts from it in all columns."""
    return filled(row) > 1 and filled([level]) > 1 and not _continues(row, level, columns)


def _continues(row: list[Level], level: Level, columns: list[Column]) -> bool:
    """Whether the level's cells go on from those above them in the row."""
    count = filled([level])
    if count > 1 and level.cells[0] and not text_of(level.cells[0][0])[0].islower():
        return False
    for index, (column, cell, above) in enumerate(zip(columns, level.cells, row[-1].cells, strict=True)):
        if not cell:
            continue
        if not above or above[-1][0].bold_end != cell[0][0].bold:
            return False
        # A cell may hold several sentences, but a row has seldom a single cell.
        alone = count == 1 and index > 0 and not _are_values(above[-1], cell[0])
        if not (alone or goes_on(above[-1], cell[0], column.x1)):
            return False
    return True


def _are_values(above: Cell, below: Cell) -> bool:
    return bool(VALUE.fullmatch(text_of(above)) and VALUE.fullmatch(text_of(below)))


def goes_on(above: Cell, below: Cell, right: float) -> bool:
    """Whether a cell's line goes on from the one above it, in a column whose right edge is `right`."""
    before, after = text_of(above), text_of(below)
    if _are_values(above, below):
        return False
    if above[0].hyphen or before[-1] in "-,":
        return True
    first = after.split(maxsplit=1)[0]
    width = (below[1].x1 - below[1].x0) / len(after) * len(first)
    room = right - above[1].x1 - width
    if before[-1] in ".:;!?" or room > below[0].size:
        return False
    return after[0].islower() or room < 0.2 * below[0].size


def parted(cells: list[list[Line]], rights: list[float]) -> list[list[list[Line]]]:
    """The cells of a ruled row, parted where several rows stand in it: where two cells begin anew at once, and
    distance tells it or no cell goes on. `rights` are the columns' right edges.
    """
    levels = levels_of([line for cell in cells for line in cell])
    if len(levels) < 2 or sum(bool(cell) for cell in cells) < 2:
        return [cells]
    inside = {line.start: index for index, cell in enumerate(cells) for line in cell}
    for level in levels:
        level.cells = [[] for _ in cells]
        for cell in level.parts:
            level.cells[inside[cell[0].start]].append(cell)
    shortest = min(below.base - above.base for above, below in pairwise(levels))
    rows = [[levels[0]]]
    for above, below in pairwise(levels):
        step = below.base - above.base
        far = step > _LONGER * shortest or step > _PADDED * below.size
        anew = not _any_goes_on(above, below, rights)
        told = far + anew + bool(below.cells[0]) + any(map(_begins_value, above.cells, below.cells))
        if filled([below]) > 1 and told > 1 and (anew or below.cells[0]):
            rows.append([below])
        else:
            rows[-1].append(below)
    return [[[line for line in cell if any(line in level.lines for level in row)] for cell in cells] for row in rows]


def _begins_value(above: list[Cell], below: list[Cell]) -> bool:
    return bool(above and below) and _are_values(above[-1], below[0])


def _any_goes_on(above: Level, below: Level, rights: list[float]) -> bool:
    pairs = zip(above.cells, below.cells, rights, strict=True)
    return any(one and other and goes_on(one[-1], other[0], right) for one, other, right in pairs)

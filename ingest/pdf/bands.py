"""Tables whose rows are drawn by bands of colour, often on every second row.

The bands are joined to one grid, and the rows between and beside them are found by the words' alignment.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from ingest.pdf.aligned import Cell, Column, Level, Run, filled, finer, levels_of, rows_of
from ingest.pdf.grids import Grid
from ingest.pdf.line import Line, Part

_SAME = 5.0
# Bands of one table lie no farther apart than this, in points.
_FARTHEST = 90.0
# White between a row and the band beside it, in font sizes.
_CLOSE = 1.0


def stays(part: Part, xs: list[float]) -> bool:
    """Whether a stretch lies within one column."""
    return bisect_right(xs, part.x0 + 1) == bisect_right(xs, part.x1 - 1)


def joined(found: list[Grid], lines: list[Line]) -> list[Grid]:
    """Grids that are bands of one table made one, from the top."""
    merged: list[Grid] = []
    for grid in found:
        last = merged[-1] if merged else None
        if last is not None and _are_one(last, grid, lines):
            ys = sorted({*last.ys, *grid.ys})
            merged[-1] = replace(
                last,
                ys=[ys[0], *(y for above, y in pairwise(ys) if y - above > _SAME)],
                xs=last.xs or grid.xs,
                across=[*last.across, *grid.across],
                down=[*last.down, *grid.down],
            )
        else:
            merged.append(grid)
    return merged


def _are_one(last: Grid, grid: Grid, lines: list[Line]) -> bool:
    if abs(last.left - grid.left) > 2 * _SAME or abs(last.right - grid.right) > 2 * _SAME:
        return False
    if last.xs and grid.xs and not _have_same_columns(last, grid):
        return False
    gap = grid.top - last.bottom
    if gap <= 2:
        return True
    between = [line for line in lines if last.bottom < (line.top + line.bottom) / 2 < grid.top]
    if gap > _FARTHEST or not (last.xs and grid.xs):
        return False
    return not between if gap < 8 else _fill(levels_of(between), last)


def _have_same_columns(last: Grid, grid: Grid) -> bool:
    return len(last.xs) == len(grid.xs) and all(
        abs(one - other) < _SAME for one, other in zip(last.xs, grid.xs, strict=True)
    )


def _fill(levels: list[Level], grid: Grid) -> bool:
    """Whether what stands between two bands are rows of the same columns, and not a caption."""
    bottom = grid.bottom
    for index, level in enumerate(levels):
        near = min(line.top for line in level.lines) - bottom < level.size
        columns = _columns(level, grid.xs)
        if not near or not (len(columns) > 1 or (index and columns)):
            return False
        bottom = max(line.bottom for line in level.lines)
    return bool(levels)


def extend(grid: Grid, lines: list[Line]) -> None:
    """Takes in rows right above and below that no band or rule encloses, and parts rows that none parts between."""
    beside = [line for line in lines if line.x1 > grid.left and line.x0 < grid.right]
    levels = levels_of(beside)
    below = _rows(grid, [level for level in levels if _middle(level) > grid.bottom + 1], grid.bottom)
    above = [level for level in levels if _middle(level) < grid.top - 1]
    rows = _rows(grid, above[::-1], grid.top)
    grid.ys = [
        *(min(line.top for line in row[0].lines) - 1 for row in rows),
        *grid.ys,
        *(max(line.bottom for line in row[-1].lines) + 1 for row in below),
    ]


def _rows(grid: Grid, levels: list[Level], edge: float) -> list[list[Level]]:
    """The rows, from the top, of the levels from the grid's edge on that stand in its columns."""
    taken: list[Level] = []
    for level in levels:
        top, bottom = min(line.top for line in level.lines), max(line.bottom for line in level.lines)
        columns = _columns(level, grid.xs)
        near = _CLOSE if len(columns) > 1 else 0.5
        if not columns or max(top - edge, edge - bottom) > near * level.size:
            break
        taken.append(level)
        edge = bottom if bottom > edge else top
    if not taken:
        return []
    taken.sort(key=lambda level: level.base)
    run = Run(taken, [Column(x0, x1) for x0, x1 in pairwise(grid.xs)], 0, len(taken) - 1)
    for level in taken:
        level.cells = _cells(level, grid.xs)
    rows = rows_of(run)
    whole = [index for index, row in enumerate(rows) if filled(row) > 1]
    if not whole:
        return []
    # What lies towards the grid belongs to it; what lies beyond the last whole row is other text.
    return rows[: whole[-1] + 1] if edge > grid.bottom else rows[whole[0] :]


def _cells(level: Level, xs: list[float]) -> list[list[Cell]]:
    cells: list[list[Cell]] = [[] for _ in xs[1:]]
    for line, part in _pieces(level, xs):
        cells[min(max(bisect_right(xs, part.x0 + 1) - 1, 0), len(cells) - 1)].append((line, part))
    return cells


def _pieces(level: Level, xs: list[float]) -> list[Cell]:
    """The level's stretches, those that lie over several columns cut at their lesser gaps too."""
    return [piece for cell in level.parts for piece in ([cell] if stays(cell[1], xs) else finer(cell))]


def _columns(level: Level, xs: list[float]) -> set[int]:
    """The columns that a level fills; none where it does not keep to them."""
    pieces = _pieces(level, xs)
    if not all(stays(part, xs) for _, part in pieces):
        return set()
    return {bisect_right(xs, part.x0 + 1) for _, part in pieces}


def _middle(level: Level) -> float:
    return (level.lines[0].top + level.lines[0].bottom) / 2

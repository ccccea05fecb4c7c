"""Tables whose rows are drawn by bands of colour, often on every second row.

The bands are joined to one grid, and the rows between and beside them are found by the words' alignment.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

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
    return not between if gap < 8 else _fill(_levels(between), last)


def _have_same_columns(last: Grid, grid: Grid) -> bool:
    return len(last.xs) == len(grid.xs) and all(
        abs(one - other) < _SAME for one, other in zip(last.xs, grid.xs, strict=True)
    )


def _fill(levels: list[list[Line]], grid: Grid) -> bool:
    """Whether what stands between two bands are rows of the same columns, and not a caption."""
    bottom = grid.bottom
    for index, level in enumerate(levels):
        near = min(line.top for line in level) - bottom < level[0].size
        if not near or not (_are_rows(level, grid.xs) or (index and _keep(level, grid.xs))):
            return False
        bottom = max(line.bottom for line in level)
    return bool(levels)


def _keep(level: list[Line], xs: list[float]) -> bool:
    return all(stays(part, xs) for line in level for part in line.stretches)


def _are_rows(lines: list[Line], xs: list[float]) -> bool:
    parts = [part for line in lines for part in line.stretches]
    return all(stays(part, xs) for part in parts) and len({bisect_right(xs, part.x0 + 1) for part in parts}) > 1


def extend(grid: Grid, lines: list[Line]) -> None:
    """Takes in rows right above and below that no band or rule encloses, and parts rows that none parts between."""
    levels = _levels([line for line in lines if line.x1 > grid.left and line.x0 < grid.right])
    _extend_down(grid, [level for level in levels if _middle(level) > grid.bottom + 1])
    for level in reversed([level for level in levels if _middle(level) < grid.top - 1]):
        top, bottom = min(line.top for line in level), max(line.bottom for line in level)
        if grid.top - bottom > _CLOSE * level[0].size or not _are_rows(level, grid.xs):
            break
        grid.ys.insert(0, top - 1)


def _extend_down(grid: Grid, levels: list[list[Line]]) -> None:
    bottom = grid.bottom
    for level in levels:
        top = min(line.top for line in level)
        if not _keep(level, grid.xs):
            return
        if _are_rows(level, grid.xs) and top - bottom < _CLOSE * level[0].size:
            grid.ys.append(max(line.bottom for line in level) + 1)
        elif bottom < grid.bottom and top - bottom < 0.5 * level[0].size:
            grid.ys[-1] = max(line.bottom for line in level) + 1
        else:
            return
        bottom = grid.bottom - 1


def _middle(level: list[Line]) -> float:
    return (level[0].top + level[0].bottom) / 2


def _levels(lines: list[Line]) -> list[list[Line]]:
    """Lines by height, those of one baseline together, from the top."""
    levels: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if levels and line.base - levels[-1][0].base < 3:
            levels[-1].append(line)
        else:
            levels.append([line])
    return levels

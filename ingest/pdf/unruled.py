"""Tables that no line draws: three or more rows whose words start in the same columns.

Numbered clauses and lists of definitions have two such starts too, so two columns make a table only where the second
holds values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.pdf.columns import Item
from ingest.pdf.grids import Grid
from ingest.pdf.line import Line, Part
from ingest.pdf.tables import Table, gutters, table_of

_VALUE = re.compile(r"[–-]?\d[\d\s.,]{0,14}(?:%|kr|kronor|sek|st|tim|timmar|dagar|procent|[:-]{1,2})?$", re.IGNORECASE)
_NEAR = 5.0


@dataclass(slots=True)
class Level:
    """What stands at one height: its lines and their stretches from the left."""

    lines: list[Line]
    parts: list[tuple[Line, Part]]

    @property
    def is_row(self) -> bool:
        """Whether it looks like a row of its own."""
        if len(self.parts) > 2:
            return True
        return len(self.parts) == 2 and bool(_VALUE.fullmatch(_text(*self.parts[1]))) and len(_text(*self.parts[0])) > 4


def _text(line: Line, part: Part) -> str:
    return line.text[part.start - line.start : part.end - line.start]


def with_unruled(items: list[Item]) -> list[Item]:
    """The items with the lines of such tables replaced by the tables."""
    if len([item for item in items if isinstance(item, Line) and item.parts]) < 3:
        return items
    for run in _runs(_levels([item for item in items if isinstance(item, Line)])):
        table = _built(run)
        if table is None:
            continue
        taken = {line.start for line in table.lines}
        at = min(i for i, item in enumerate(items) if isinstance(item, Line) and item.start in taken)
        before = items[:at]
        items = [*before, table, *(i for i in items[at:] if not (isinstance(i, Line) and i.start in taken))]
    return items


def _levels(lines: list[Line]) -> list[Level]:
    levels: list[Level] = []
    for line in sorted(lines, key=lambda line: line.base):
        stretches = [(line, part) for part in line.stretches]
        if levels and line.base - levels[-1].lines[0].base < 2.5:
            levels[-1].lines.append(line)
            levels[-1].parts.extend(stretches)
        else:
            levels.append(Level([line], stretches))
    for level in levels:
        level.parts.sort(key=lambda stretch: stretch[1].x0)
    return levels


def _runs(levels: list[Level]) -> list[list[Level]]:
    """Levels in a row that keep to the same columns, with three rows or more."""
    runs: list[list[Level]] = []
    run: list[Level] = []
    for level in levels:
        if run and _keeps_to(run, level):
            run.append(level)
            continue
        runs.append(run)
        run = [level] if level.is_row else []
    runs.append(run)
    return [run for run in runs if sum(level.is_row for level in run) > 2]


def _keeps_to(run: list[Level], level: Level) -> bool:
    step = level.lines[0].base - run[-1].lines[0].base
    if step > 3.2 * level.lines[0].size:
        return False
    known = run[0].parts
    if level.is_row and len(level.parts) != len(known):
        return False
    if not level.is_row and (len(known) < 3 or step > 1.5 * level.lines[0].size):
        return False
    return all(
        any(abs(part.x0 - other.x0) < _NEAR or abs(part.x1 - other.x1) < _NEAR for _, other in known)
        for _, part in level.parts
    )


def _built(run: list[Level]) -> Table | None:
    lines = [line for level in run for line in level.lines]
    left, right = min(line.x0 for line in lines) - 2, max(line.x1 for line in lines) + 2
    edges = gutters(lines, left, right)
    if len(edges) - 1 != len(run[0].parts):
        return None
    tops = [min(line.top for line in level.lines) - 1 for level in run if level.is_row]
    grid = Grid([*tops, max(line.bottom for line in lines) + 1], edges, left, right)
    return table_of(grid, lines, lambda line, _: line.parts)

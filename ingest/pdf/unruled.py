"""Tables that no line draws: three or more rows whose words stand in the same columns.

Numbered clauses and lists of definitions have two such columns too, so two columns make a table only where the second
holds values.
"""

from __future__ import annotations

from ingest.pdf.aligned import VALUE, Level, Run, filled, grown, levels_of, rows_of, text_of
from ingest.pdf.columns import Item
from ingest.pdf.line import Line
from ingest.pdf.tables import Table, aligned_table


def with_unruled(items: list[Item]) -> list[Item]:
    """The items with the lines of such tables replaced by the tables."""
    lines = [item for item in items if isinstance(item, Line) and not item.turn]
    if len([line for line in lines if line.parts]) < 3:
        return items
    for edge in sorted({round(line.left) for line in lines}):
        # Lines with another left edge stand in another column of the page.
        for table in _tables(levels_of([line for line in lines if round(line.left) == edge])):
            taken = {line.start for line in table.lines}
            at = min(i for i, item in enumerate(items) if isinstance(item, Line) and item.start in taken)
            rest = [item for item in items[at:] if not (isinstance(item, Line) and item.start in taken)]
            items = [*items[:at], table, *rest]
    return items


def _tables(levels: list[Level]) -> list[Table]:
    """The tables among levels, in any order."""
    found: list[Table] = []
    todo = _stacks(levels)
    while todo:
        stack = todo.pop()
        run = grown(stack) if sum(len(level.parts) > 1 for level in stack) > 2 else None
        if run is None:
            continue
        rows = _trimmed(rows_of(run))
        if _is_table(rows, run):
            found.append(aligned_table(run, rows))
        todo += [stack[: run.first], stack[run.last + 1 :]]
    return found


def _stacks(levels: list[Level]) -> list[list[Level]]:
    """The levels parted where white lies between them."""
    stacks: list[list[Level]] = []
    for level in levels:
        if stacks and level.base - stacks[-1][-1].base <= 3.2 * level.size:
            stacks[-1].append(level)
        else:
            stacks.append([level])
    return stacks


def _trimmed(rows: list[list[Level]]) -> list[list[Level]]:
    """The rows without those at either end that fill but one cell: the paragraphs above and below."""
    whole = [index for index, row in enumerate(rows) if filled(row) > 1]
    return rows[whole[0] : whole[-1] + 1] if whole else []


def _is_table(rows: list[list[Level]], run: Run) -> bool:
    counts = [filled(row) for row in rows]
    if sum(count > 1 for count in counts) < 3:
        return False
    if len(run.columns) > 2:
        return sum(count > 2 for count in counts) > 1
    values = [_has_value(row[0]) for row in rows]
    return sum(values) > 2 and all(values[1:])


def _has_value(level: Level) -> bool:
    """Whether a level of two cells is a name and its value."""
    left, right = level.cells
    return len(left) == len(right) == 1 and len(text_of(left[0])) > 4 and bool(VALUE.fullmatch(text_of(right[0])))

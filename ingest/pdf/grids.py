"""Grids from rulings: the edges of a table's rows and columns, and which cells are one.

A grid is found where lines cross; where a table has only lines across, or bands of colour, its rows are known and its
columns are left to the alignment of its words (`tables`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.pdf.rulings import Rule, Rulings

_TOUCH = 3.5
_SAME = 4.0
# Lines across that belong to one table stand no farther apart than this, in points.
_FARTHEST = 260.0
# More lines than these are a drawing.
_MOST_CROSSINGS = 200_000


@dataclass(slots=True)
class Grid:
    """A table's edges in points: `ys` of its rows, and `xs` of its columns (empty where no line parts them).

    `across` and `down` are its lines, which tell the cells that are merged.
    """

    ys: list[float]
    xs: list[float]
    left: float
    right: float
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.ys[-1]

    def is_parted_below(self, row: int, x: float) -> bool:
        """Whether a line closes row `row` at `x` from below; so too where no line parts it from the next at all."""
        y = self.ys[row + 1]
        level = [rule for rule in self.across if abs(rule.at - y) < _TOUCH]
        return not level or any(rule.start - 1 <= x <= rule.end + 1 for rule in level)

    def is_parted_at(self, column: int, y: float) -> bool:
        """Whether a line parts the cells on both sides of the inner edge `column` at `y`."""
        x = self.xs[column]
        return any(abs(rule.at - x) < _TOUCH and rule.start - 1 <= y <= rule.end + 1 for rule in self.down)


def grids(rulings: Rulings) -> list[Grid]:
    """The page's grids, from the top. A box with a single cell is none."""
    if len(rulings.across) * len(rulings.down) > _MOST_CROSSINGS:
        return []
    found, loose = [], []
    for across, down in _crossing(rulings.across, rulings.down):
        grid = _grid(across, down)
        if grid is not None and len(grid.xs) > 2:
            found.append(grid)
        else:
            loose.extend(across)
    found.extend(_stacked([rule for rule in loose if not any(_lies_in(rule, grid) for grid in found)]))
    return sorted(found, key=lambda grid: grid.top)


def _crossing(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines parted into groups that cross or touch."""
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for i, level in enumerate(across):
        for j, post in enumerate(down):
            if (
                level.start - _TOUCH <= post.at <= level.end + _TOUCH
                and post.start - _TOUCH <= level.at <= post.end + _TOUCH
            ):
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*across, *down]):
        groups.setdefault(root(i), ([], []))[0 if i < len(across) else 1].append(rule)
    return list(groups.values())


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    if len(across) < 2 or not down:
        return None
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    top, bottom = min(rule.at for rule in across), max(rule.at for rule in across)
    ys = _levels([*(rule.at for rule in across), *(_outer(down, top, bottom))])
    # A table that is open at its sides, or whose row goes on over the page, ends where its lines end.
    xs = _levels([*(rule.at for rule in down), left, right])
    return Grid(ys, xs, left, right, across, down)


def _outer(down: list[Rule], top: float, bottom: float) -> list[float]:
    highest, lowest = min(rule.start for rule in down), max(rule.end for rule in down)
    return [edge for edge, inner in ((highest, top), (lowest, bottom)) if abs(edge - inner) > 8]


def _levels(values: list[float]) -> list[float]:
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _SAME:
            levels.append(value)
    return levels


def _lies_in(rule: Rule, grid: Grid) -> bool:
    return (
        grid.top - 1 <= rule.at <= grid.bottom + 1
        and rule.start >= grid.left - _SAME
        and rule.end <= grid.right + _SAME
    )


def _stacked(rules: list[Rule]) -> list[Grid]:
    """Lines across of one width, three or more, one under another: a table without lines down."""
    stacks: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if rule.end - rule.start < 120:
            continue
        stack = next((stack for stack in stacks if _fits(stack[-1], rule)), None)
        if stack is None:
            stacks.append([rule])
        else:
            stack.append(rule)
    return [
        Grid(ys, [], stack[0].start, stack[0].end, stack)
        for stack in stacks
        if len(ys := _levels([rule.at for rule in stack])) > 2
    ]


def _fits(last: Rule, rule: Rule) -> bool:
    same = abs(last.start - rule.start) < _SAME and abs(last.end - rule.end) < _SAME
    return same and rule.at - last.at < _FARTHEST

"""Tables of an RTF story: cells and rows as they end, and the grid that their right edges make."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.draft import Draft
from ingest.rows import WIDEST, Cell, Row, cell_of, table_drafts

_NEAR = 60  # twips (3 points) within which two edges are one


@dataclass(slots=True)
class _Edge:
    """One cell's definition: its right edge in twips, and whether it goes on from the cell before it or above it."""

    right: int
    goes_on: bool


@dataclass(slots=True)
class Definition:
    r"""What `\trowd` and the words after it say of a row."""

    edges: list[_Edge] = field(default_factory=list)
    head: bool = False
    left: int = 0
    merged: bool = False
    underlined: bool = False

    def edge(self, right: int) -> None:
        r"""Takes a `\cellx`, that ends a cell's definition."""
        if len(self.edges) < WIDEST:
            self.edges.append(_Edge(right, self.merged))
        self.merged = False


@dataclass(slots=True)
class Table:
    """A table that is open: its rows, the cells of its open row and the drafts of its open cell."""

    rows: list[tuple[list[list[Draft]], Definition]] = field(default_factory=list)
    cells: list[list[Draft]] = field(default_factory=list)
    cell: list[Draft] = field(default_factory=list)

    def end_cell(self) -> None:
        """Ends the open cell."""
        if len(self.cells) < WIDEST:
            self.cells.append(self.cell)
        else:
            self.cells[-1] += self.cell
        self.cell = []

    def end_row(self, definition: Definition) -> None:
        """Ends the open row."""
        if self.cell:
            self.end_cell()
        self.rows.append((self.cells, definition))
        self.cells = []

    def drafts(self, index: int) -> list[Draft]:
        """The table's drafts, what stands in a row that was never ended too."""
        if self.cells or self.cell:
            self.end_row(Definition())
        edges = _grid([edge.right for _, row in self.rows for edge in row.edges])
        rows = [Row(_cells(cells, row, edges), row.head) for cells, row in self.rows]
        lined = [row.underlined for _, row in self.rows]
        return table_drafts(rows, index, styled_head=lined[:1] == [True] and not any(lined[1:]))


def _grid(rights: list[int]) -> list[int]:
    edges: list[int] = []
    for right in sorted(set(rights)):
        if not edges or right - edges[-1] > _NEAR:
            edges.append(right)
    return edges if len(edges) <= WIDEST else []


def _cells(texts: list[list[Draft]], row: Definition, edges: list[int]) -> list[Cell]:
    """A row's cells, each over as many columns as edges lie within it."""
    found: list[Cell] = []
    left = row.left
    for place, drafts in enumerate(texts):
        edge = row.edges[place] if place < len(row.edges) else None
        span = 1
        if edge is not None:
            span = max(1, sum(left + _NEAR < right <= edge.right + _NEAR for right in edges))
            left = edge.right
        found.append(Cell(span=span) if edge and edge.goes_on and not drafts else cell_of(drafts, span))
    return found

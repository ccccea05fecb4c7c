"""Reading order and columns: which lines stand beside each other, and the edges of the column that each stands in.

PDFium gives lines in the order in which the page was written, which is nearly always the order of reading. It is kept
unless the page's form speaks against it: two or three columns are read one after the other between the lines that cross
them, and lines that jump about are sorted by height.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from operator import le

from ingest.pdf.line import Line
from ingest.pdf.sheets import Sheet
from ingest.pdf.tables import Table, fragment

Item = Line | Table
_BIN = 4.0
_FEWEST = 5
# No page is wider, in points; a broken file may place text anywhere.
_WIDEST = 20_000.0


def set_margins(sheets: Iterable[Sheet]) -> None:
    """Gives every line the text's left and right edge (where long lines end), by all pages of the same width."""
    ends: dict[int, list[float]] = defaultdict(list)
    starts: dict[int, float] = {}
    sheets = list(sheets)
    for sheet in sheets:
        width = round(sheet.width)
        for line in sheet.lines:
            starts[width] = min(starts.get(width, line.x0), line.x0)
            if len(line.text) > 30:
                ends[width].append(line.x1)
    edges = {width: sorted(found)[-1 - len(found) // 33] for width, found in ends.items()}
    for sheet in sheets:
        width = round(sheet.width)
        right = edges.get(width, 0.88 * sheet.width)
        for line in sheet.lines:
            line.left, line.right = starts[width], max(right, line.x1)


def arranged(sheet: Sheet) -> list[Item]:
    """The sheet's lines and tables in reading order. Lines that span two columns by accident are parted."""
    lines, aside = sheet.lines, []
    if any(line.turn for line in lines):
        lines, aside = [line for line in lines if not line.turn], [line for line in lines if line.turn]
    # A scan has no order of writing to fall back on, so more may cross the white between its columns.
    edges = _columns(lines, share=8 if sheet.source == "ocr" else 25)
    if edges:
        return [*_by_column(lines, sheet.tables, edges), *aside]
    items = _with_tables(lines, sheet.tables)
    if (sheet.tables or not _falls(lines)) and not _is_sane(items):
        items.sort(key=lambda item: (round(_level(item) / 3), item.x0))
    return [*items, *aside]


def _level(item: Item) -> float:
    return item.base if isinstance(item, Line) else item.top


def _with_tables(lines: list[Line], tables: list[Table]) -> list[Item]:
    """Tables put in where their first characters stand among the lines'."""
    items: list[Item] = list(lines)
    for table in tables:
        first = min(line.start for line in table.lines)
        at = next((i for i, item in enumerate(items) if isinstance(item, Line) and item.start > first), len(items))
        items.insert(at, table)
    return items


def _falls(lines: list[Line]) -> bool:
    """Whether every line lies below the one before, as on nearly all pages."""
    bases = [line.base for line in lines]
    return all(map(le, bases, bases[1:]))


def _is_sane(items: list[Item]) -> bool:
    """Whether lines go downwards, and upwards only to what stands to the right of all that they pass."""
    for index in range(1, len(items)):
        last, item = items[index - 1], items[index]
        if _level(item) >= _level(last) - 4:
            continue
        passed = [other for other in items[:index] if other.bottom > item.top + 2]
        if any(other.x1 > item.x0 + 2 for other in passed):
            return False
    return True


def _columns(lines: list[Line], share: int) -> list[float]:
    """The left edges of the page's columns, or nothing where it has but one. One stretch in `share` may cross."""
    if len(lines) < 2 * _FEWEST:
        return []
    starts = [line.x0 for line in lines]
    left, right = min(starts), max([line.x1 for line in lines])
    width = right - left
    if not 0 < width < _WIDEST:
        return []
    inner = left + 0.25 * width
    if len([x0 for x0 in starts if x0 > inner]) + len([line for line in lines if line.parts]) < _FEWEST:
        return []
    spans = [(part.x0, part.x1) for line in lines for part in line.stretches if (part.x1 - part.x0) < 0.62 * width]
    if len(spans) < 2 * _FEWEST:
        return []
    cover = [0] * (int(width / _BIN) + 2)
    for x0, x1 in spans:
        for at in range(max(int((x0 - left) / _BIN), 0), min(int((x1 - left) / _BIN) + 1, len(cover))):
            cover[at] += 1
    edges = _gaps(cover, left, most=len(spans) // share)
    return edges if len(edges) in (2, 3) and _are_columns(spans, edges, right, len(lines)) else []


def _gaps(cover: list[int], left: float, most: int) -> list[float]:
    """The starts of the stretches that lie between empty bins; the first is the text's left edge."""
    edges, empty = [left], 0
    for at, count in enumerate(cover[:-1]):
        if count <= most:
            empty += 1
            continue
        if empty >= 2 and at > empty:
            edges.append(left + at * _BIN - 2)
        empty = 0
    return edges


def _are_columns(spans: list[tuple[float, float]], edges: list[float], right: float, lines: int) -> bool:
    """Whether the stretches hold running text: each has many lines, most of them as wide as it is."""
    ends = [*edges[1:], right + 12]
    seen = 0
    for start, end in zip(edges, ends, strict=True):
        widths = sorted(x1 - x0 for x0, x1 in spans if start - 3 <= x0 and x1 <= end + 3)
        if len(widths) < _FEWEST or end - start < 90:
            return False
        seen += len(widths)
        if widths[len(widths) * 3 // 5] < 0.6 * (end - start):
            return False
    return seen > 0.6 * lines


def _by_column(lines: list[Line], tables: list[Table], edges: list[float]) -> list[Item]:
    """Columns one after the other, between the lines and tables that cross them."""
    items: list[Item] = []
    for line in lines:
        items.extend(_parted(line, edges))
    items.extend(tables)
    crossing = sorted(_level(item) for item in items if _column(item, edges) is None)
    _set_edges(items, edges)

    def place(item: Item) -> tuple[int, int, float]:
        column = _column(item, edges)
        # A crossing item opens the band of all that stands below it.
        return (bisect_right(crossing, _level(item)), -1 if column is None else column, _level(item))

    return sorted(items, key=place)


def _column(item: Item, edges: list[float]) -> int | None:
    """The column that an item stands in; None where it crosses into another."""
    column = max(bisect_right(edges, item.x0 + 3) - 1, 0)
    return column if column == len(edges) - 1 or item.x1 <= edges[column + 1] + 3 else None


def _parted(line: Line, edges: list[float]) -> list[Line]:
    if not line.parts or _column(line, edges) is not None:
        return [line]
    pieces: list[Line] = []
    for part in line.parts:
        piece = fragment(line, part)
        if pieces and _column(pieces[-1], edges) == _column(piece, edges):
            pieces[-1].end, pieces[-1].x1 = piece.end, piece.x1
            pieces[-1].text = line.text[pieces[-1].start - line.start : piece.end - line.start]
        else:
            pieces.append(piece)
    return pieces if all(_column(piece, edges) is not None for piece in pieces) else [line]


def _set_edges(items: list[Item], edges: list[float]) -> None:
    for column, start in enumerate(edges):
        inside = [item for item in items if isinstance(item, Line) and _column(item, edges) == column]
        ends = sorted(line.x1 for line in inside)
        right = ends[-1 - len(ends) // 33] if ends else start
        for line in inside:
            line.left, line.right = start, max(right, line.x1)

"""Page furniture: headers, footers and page numbers, told by repetition, and by place and form where pages are few.

A line that merely stands first on a page is never taken: it must come back at the same height on other pages with at
most its numbers changed, or have the form of a page number, a reference number or an address.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import zip_longest

from ingest.document import BlockKind
from ingest.pdf.line import Line
from ingest.pdf.sheets import Sheet
from ingest.pdf.tables import Table

_ZONE = 0.17
_PAGED = re.compile(
    r"(?:sid(?:a|an|nr)?|s|page|pg)?[.:]?\s{0,3}\d{1,4}\s{0,3}(?:(?:\(|/|av|of|\|)\s{0,3}\d{1,4}\s{0,3}\)?)"
    r"|(?:sid(?:a|an|nr)?|page)[.:]?\s{0,3}\d{1,4}|[-–]\s?\d{1,4}\s?[-–]",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}|[ivx]{1,5}")
_REFERENCE = re.compile(
    r"(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|dokument(?:nr|nummer|-?id)|avtals(?:nr|nummer)|version)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"org(?:anisations)?\.?\s?-?(?:nr|nummer)|\btel(?:efon)?\b|www\.|@|postadress|besöksadress|bankgiro|\bbox \d|växel",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


# Lines from a page's edge inwards, each with the next.
Zone = list[tuple[Line, Line | None]]


@dataclass(slots=True)
class Furniture:
    """The furniture of one page: its lines with what they are, from the top and from the bottom."""

    above: list[tuple[Line, BlockKind]] = field(default_factory=list)
    below: list[tuple[Line, BlockKind]] = field(default_factory=list)


def take_furniture(sheets: list[Sheet], size: float) -> list[Furniture]:
    """Takes the furniture out of the sheets' lines; one Furniture a sheet. `size` is the document's body size."""
    _open_tables(sheets)
    tops: list[Zone] = []
    feet: list[Zone] = []
    for sheet in sheets:
        # The zones, and a little more: what comes next inwards counts too.
        above, below = 2 * _ZONE * sheet.height, (1 - 2 * _ZONE) * sheet.height
        top = sorted((line for line in sheet.lines if line.base < above), key=_height)
        foot = sorted((line for line in sheet.lines if line.base > below), key=_height, reverse=True)
        tops.append(_zone(top, sheet, size, lambda line, sheet: line.bottom < _ZONE * sheet.height))
        feet.append(_zone(foot, sheet, size, lambda line, sheet: line.top > (1 - _ZONE) * sheet.height))
    known_tops, known_feet = _repeated(tops, sheets), _repeated(feet, sheets)
    found = []
    heights = _bases(tops, known_tops), _bases(feet, known_feet)
    for sheet, upper, lower in zip(sheets, tops, feet, strict=True):
        piece = Furniture()
        headers = _outer(upper, known_tops, heights[0], sheet)
        footers = _outer(lower, known_feet, heights[1], sheet)
        piece.above = [(line, _kind(line, BlockKind.HEADER)) for line in headers]
        piece.below = [(line, _kind(line, BlockKind.FOOTER)) for line in reversed(footers)]
        taken = {line.start for line in headers} | {line.start for line in footers}
        if taken:
            sheet.lines = [line for line in sheet.lines if line.start not in taken]
        found.append(piece)
    return found


def _open_tables(sheets: list[Sheet]) -> None:
    """Gives back the lines of tables that stand in the same words at the edge of many pages: headers in boxes."""
    places: dict[tuple[str, int], list[tuple[Sheet, Table]]] = defaultdict(list)
    for sheet in sheets:
        for table in sheet.tables:
            if table.bottom < _ZONE * sheet.height or table.top > (1 - _ZONE) * sheet.height:
                words = "\t".join(" ".join(row.words) for row in table.rows)
                places[_DIGITS.sub("#", words), round(table.top / 4)].append((sheet, table))
    for found in places.values():
        if not _is_often({sheet.number for sheet, _ in found}, len(sheets)):
            continue
        for sheet, table in found:
            sheet.tables.remove(table)
            sheet.lines = sorted([*sheet.lines, *table.lines], key=lambda line: line.start)


def _height(line: Line) -> tuple[float, float]:
    return (round(line.base), line.x0)


def _zone(lines: list[Line], sheet: Sheet, size: float, is_within: Callable[[Line, Sheet], bool]) -> Zone:
    """A page's lines from its edge inwards, as far as furniture can reach: to the zone's end or the first running text.

    A line as wide as the text and in its size is running text, though every page began with it.
    """
    zone: Zone = []
    for line, inner in zip_longest(lines, lines[1:]):
        is_running = not line.parts and line.x1 - line.x0 > 0.62 * sheet.width and line.size > size - 0.5
        if is_running or not is_within(line, sheet):
            break
        zone.append((line, inner))
    return zone


def _mask(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())


def _repeated(zones: list[Zone], sheets: list[Sheet]) -> set[tuple[int, int]]:
    """The lines (page, start) that come back at the same height on enough pages."""
    places: dict[str, list[tuple[Line, bool]]] = defaultdict(list)
    for zone in zones:
        for line, inner in zone:
            places[_mask(line)].append((line, _stands_out(line, inner, sheets[0].height)))
    known: set[tuple[int, int]] = set()
    for lines in places.values():
        pages: dict[int, set[int]] = defaultdict(set)
        for line, _ in lines:
            for height in range(round(line.base) - 4, round(line.base) + 5):
                pages[height].add(line.page)
        for line, stands_out in lines if len(lines) > 1 else ():
            near = pages[round(line.base)]
            # Two pages alone may begin with the same words; then the furniture must also stand out from the text.
            often = _is_often(near, len(sheets)) and (stands_out or len(sheets) > 3)
            if often or (len(near) > 1 and _has_form(line)):
                known.add((line.page, line.start))
    return known


def _is_often(pages: set[int], total: int) -> bool:
    """Whether these pages are enough: two of two or three, else a good share of all, of the odd or of the even."""
    if total <= 3:
        return len(pages) >= 2
    if len(pages) < 3 or len(pages) >= 0.4 * total:
        return len(pages) >= 3
    return max(sum(page % 2 == side for page in pages) for side in (0, 1)) >= 0.7 * (total // 2)


def _has_form(line: Line) -> bool:
    return bool((_PAGED.search(line.text) and len(line.text) < 120) or _REFERENCE.match(line.text))


def _bases(zones: list[Zone], known: set[tuple[int, int]]) -> set[int]:
    """The heights at which pages have furniture: what stands there on the first page is its own header or footer."""
    return {round(line.base) for zone in zones for line, _ in zone if (line.page, line.start) in known}


def _outer(zone: Zone, known: set[tuple[int, int]], heights: set[int], sheet: Sheet) -> list[Line]:
    """The zone's lines from the page's edge to the innermost that is known as furniture."""
    last = -1
    for index, (line, inner) in enumerate(zone):
        stands_so = sheet.number == 1 and round(line.base) in heights and _is_apart(line, inner)
        if (line.page, line.start) in known or stands_so or _is_lone(line, inner, index, sheet):
            last = index
    # What lies far from the edge is furniture only as one of a few lines.
    return [line for line, _ in zone[: last + 1]] if last < 12 else []


def _is_lone(line: Line, inner: Line | None, index: int, sheet: Sheet) -> bool:
    """Whether a line that no other page repeats has furniture's form, at the page's very edge."""
    edge = min(line.top, sheet.height - line.bottom) / sheet.height
    if edge > 0.11 or not _is_apart(line, inner):
        return False
    if _PAGED.fullmatch(line.text):
        return True
    if _BARE.fullmatch(line.text):
        return index == 0 and (edge < 0.09 or line.text == str(line.page))
    if _REFERENCE.match(line.text) and len(line.text) < 60:
        return True
    return line.top > sheet.height / 2 and bool(_ADDRESS.search(line.text)) and edge < 0.08


def _stands_out(line: Line, inner: Line | None, height: float) -> bool:
    """Whether a line lies nearer the page's edge than text does, far from the next, or in a smaller type."""
    if inner is None or min(line.top, height - line.bottom) < 0.085 * height:
        return True
    return abs(line.base - inner.base) > 2.5 * line.size or line.size < inner.size - 0.9


def _is_apart(line: Line, inner: Line | None) -> bool:
    """Whether white space, or a smaller type, parts a line from the next towards the page's middle."""
    if inner is None:
        return True
    step = abs(line.base - inner.base)
    return step > 1.6 * max(line.size, inner.size) or step < 3 or line.size < inner.size - 0.9


def _kind(line: Line, kind: BlockKind) -> BlockKind:
    return BlockKind.PAGE_NUMBER if _PAGED.fullmatch(line.text) or _BARE.fullmatch(line.text) else kind

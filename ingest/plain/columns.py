"""Lines with their columns: tables drawn with tabs, pipes or spaces become rows, prose in two columns is read one
by one.
"""

from __future__ import annotations

import itertools
import re

from ingest.contents import has_leaders
from ingest.document import BlockKind
from ingest.numbers import SECTIONED, has_box, label
from ingest.plain.hyphens import joined
from ingest.plain.paragraphs import Line

_GAP = re.compile(r"(?<=\S)(?: {3,}|[ \t]*\t[ \t]*)(?=\S)")
_DRAWN = re.compile(r"[ \t]*[|+][ \t]*[-=+|: \t]*[-=]{2}[-=+|: \t]*")
_NARROWEST_PROSE = 28
_EMPTY_ROWS = 8  # of a drawn table, before it is none
_BULLETS = ("- ", "* ", "+ ", "• ", "– ")


def laid_out(page: list[str], kinds: dict[int, BlockKind], number: int | None, tables: int) -> list[Line]:
    """The lines of a page, those of its tables as rows; the page's tables are numbered on from `tables`."""
    lines: list[Line] = []
    index = 0
    while index < len(page):
        raw = page[index]
        if index not in kinds and ("|" in raw or "\t" in raw or "   " in raw):
            found = (
                ("|" in raw and _drawn(page, kinds, index))
                or ("\t" in raw and _tabbed(page, kinds, index))
                or _aligned(page, kinds, index)
            )
            if found:
                rows, end = found
                lines.extend(_rows(rows, number, tables + index))
                index = end
                continue
        text = " ".join(raw.split())
        if text[:2] in _BULLETS and has_box(text, 2):
            text = text[2:]  # "- [x] vite": the box is the item's mark
        lines.append(Line(text, number, len(raw) - len(raw.lstrip()), kinds.get(index)))
        index += 1
    return lines


Rows = list[tuple[str, ...]]


def _rows(rows: Rows, number: int | None, table: int) -> list[Line]:
    """Rows as lines; a row of one cell is a line of its own."""
    return [
        Line("\t".join(row), number, cells=row, table=table) if len(row) > 1 else Line(row[0], number) for row in rows
    ]


def _drawn(page: list[str], kinds: dict[int, BlockKind], start: int) -> tuple[Rows, int] | None:
    """A table drawn with pipes: two lines or more with a pipe within, as many on each."""
    rows: Rows = []
    index = start
    while index < len(page) and index not in kinds:
        line = page[index].strip()
        if _DRAWN.fullmatch(page[index]):
            index += 1
            continue
        bare = line.removeprefix("|").removesuffix("|")
        if "|" not in bare and not (line.startswith("|") and line.endswith("|") and rows):
            break
        cells = tuple(" ".join(cell.split()) for cell in bare.split("|"))
        if rows and len(cells) != len(rows[0]):
            break
        if any(cells):
            rows.append(cells)
        elif not rows and index - start > _EMPTY_ROWS:
            break
        index += 1
    return (rows, index) if len(rows) >= 2 else None


def _tabbed(page: list[str], kinds: dict[int, BlockKind], start: int) -> tuple[Rows, int] | None:
    """Two lines or more with as many tabs, those after a list marker or clause number not counted."""
    rows: Rows = []
    index = start
    while index < len(page) and index not in kinds and "\t" in page[index].strip():
        cells = tuple(" ".join(cell.split()) for cell in re.split(r"\t+", page[index].strip()))
        if (
            (len(cells) == 2 and label(f"{cells[0]} "))
            or has_leaders(page[index])
            or (rows and len(cells) != len(rows[0]))
        ):
            break
        rows.append(cells)
        index += 1
    return (rows, index) if len(rows) >= 2 else None


def _aligned(page: list[str], kinds: dict[int, BlockKind], start: int) -> tuple[Rows, int] | None:
    """Lines whose words stand in columns with the same gaps between them, empty lines within allowed."""
    end = start
    taken: list[int] = []
    gutters: list[tuple[int, int]] = []
    blanks = 0
    for index in range(start, min(start + 400, len(page))):
        line = page[index].rstrip()
        if index in kinds or has_leaders(line):
            break
        if not line:
            blanks += 1
            if blanks > 1:
                break
            continue
        common = _gaps(line) if not taken else _narrowed(gutters, line)
        if not common:
            break
        if taken and not _gaps(line) and _leaves(line, common, blanks):
            break
        gutters, end, blanks = common, index + 1, 0
        taken.append(index)
    gapped = sum(bool(_GAP.search(page[index])) for index in taken)
    if len(taken) < 2 or gapped < 2 or gapped * 5 < len(taken) * 2 or not _columns_filled(page, taken, gutters):
        return None
    return _read(page, start, end, gutters), end


def _gaps(line: str) -> list[tuple[int, int]]:
    """The gaps of a line that may part columns, but for the one after a list marker."""
    gaps = [found.span() for found in _GAP.finditer(line)]
    bare = line.lstrip()
    found = label(bare)
    if found and gaps and gaps[0][1] == len(line) - len(bare) + found.end:
        gaps = gaps[1:]
    return gaps


def _narrowed(gutters: list[tuple[int, int]], line: str) -> list[tuple[int, int]]:
    """What is left of the gaps where the line's words leave them open; two columns at least must stay between."""
    left: list[tuple[int, int]] = []
    for start, end in gutters:
        best = (0, 0)
        at = start
        for place in range(start, end + 1):
            if place == end or (place < len(line) and line[place] != " "):
                if place - at > best[1] - best[0]:
                    best = (at, place)
                at = place + 1
        if best[1] - best[0] >= 2:
            left.append(best)
    return left


def _leaves(line: str, gutters: list[tuple[int, int]], blanks: int) -> bool:
    """Whether a line without gaps stands outside the table: numbered as a clause, or alone in the first column
    after a gap.
    """
    found = label(line.lstrip())
    if found and found.family in SECTIONED:
        return True
    return bool(blanks) and len(line) - len(line.lstrip()) < gutters[0][0]


def _columns_filled(page: list[str], taken: list[int], gutters: list[tuple[int, int]]) -> bool:
    """Whether words stand on both sides of a gap on two lines and on two fifths of them."""
    last = gutters[-1]
    both = sum(bool(page[index][: gutters[0][0]].strip()) and bool(page[index][last[1] :].strip()) for index in taken)
    return both >= 2 and both * 5 >= len(taken) * 2


def _cut(line: str, gutters: list[tuple[int, int]]) -> list[str]:
    edges = [0, *((start + end) // 2 if line[start:end].strip() else end for start, end in gutters), len(line)]
    return [" ".join(line[begin:stop].split()) for begin, stop in itertools.pairwise(edges)]


def _read(page: list[str], start: int, end: int, gutters: list[tuple[int, int]]) -> Rows:
    cut = [_cut(page[index], gutters) if page[index].strip() else [] for index in range(start, end)]
    if len(gutters) == 1 and _is_prose(cut):
        return [(column[side],) for side in (0, 1) for column in (cells or ["", ""] for cells in cut)]
    rows: list[list[str]] = []
    parted = True
    for cells in cut:
        if not cells:
            parted = True
        elif rows and _goes_on(rows[-1], cells, parted):
            rows[-1] = [
                joined(above, cell).strip() if cell else above for above, cell in zip(rows[-1], cells, strict=True)
            ]
            parted = False
        else:
            rows.append(cells)
            parted = False
    return [tuple(row) for row in rows]


def _goes_on(above: list[str], cells: list[str], parted: bool) -> bool:
    """Whether a line continues the row above: its first cell is empty, or goes on in small letters."""
    if parted:
        return False
    if not cells[0]:
        return True
    return cells[0][0].islower() and not above[0].endswith((".", ":", ";"))


def _is_prose(cut: list[list[str]]) -> bool:
    """Whether two columns are running text: long lines on both sides, often begun in small letters."""
    lines = [cells for cells in cut if cells]
    for side in (0, 1):
        filled = [cells[side] for cells in lines if cells[side]]
        small = sum(line[0].islower() for line in filled)
        if len(filled) < 4 or sum(map(len, filled)) < len(filled) * _NARROWEST_PROSE or small * 5 < len(filled) * 2:
            return False
    return True

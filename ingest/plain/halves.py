"""Pages of running text in two columns are read one column after the other.

The gutter is a strip of two characters or more that (nearly) no line crosses. Lines that cross it, and headers and
footers, stand over both columns: above and below them the columns begin anew.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

_FEWEST_LINES = 8  # of text in each column
_NARROWEST = 22  # characters of a column's line, on average
_WIDEST = 250
_CROSSING = 0.1  # of the lines may cross the gutter


def unfolded(lines: list[str], whole: Collection[int]) -> list[str]:
    """The lines of a page with its right column after its left one; `whole` are lines that are in no column."""
    filled = [
        line.rstrip() for index, line in enumerate(lines) if index not in whole and line.strip() and len(line) < _WIDEST
    ]
    gapped = sum("  " in line.strip() or line.startswith(" " * _NARROWEST) for line in filled)
    if gapped < _FEWEST_LINES or gapped * 2 < len(filled):
        return lines
    gutter = _gutter(filled)
    if gutter is None or _is_table(lines, gutter):
        return lines
    out: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for index, line in enumerate(lines):
        if index in whole or line[gutter[0] : gutter[1]].strip():
            out += [*left, *right, line]
            left, right = [], []
        else:
            left.append(line[: gutter[0]].rstrip())
            right.append(line[gutter[1] :].rstrip())
    return [*out, *left, *right]


def _is_table(lines: list[str], gutter: tuple[int, int]) -> bool:
    """Whether every block between empty lines begins in both columns: rows of long cells."""
    firsts = [line for line, above in zip(lines, ["", *lines], strict=False) if line.strip() and not above.strip()]
    begun = [(line[: gutter[0]].strip(), line[gutter[1] :].strip()) for line in firsts]
    return len(begun) > 2 and all(left and right and not (left + right)[0].islower() for left, right in begun)


def _gutter(lines: list[str]) -> tuple[int, int] | None:
    """The widest strip in the middle of the page that nearly no line crosses and that parts prose from prose."""
    width = max(map(len, lines))
    crossed = [0] * width
    for line in lines:
        for place, sign in enumerate(line):
            crossed[place] += sign != " "
    middle = crossed[width // 5 : width * 4 // 5 + 1]
    least = min(middle, default=len(lines))
    if least > len(lines) * _CROSSING:
        return None
    strips = [(key, list(places)) for key, places in groupby(range(len(middle)), key=lambda at: middle[at] == least)]
    longest = max((places for key, places in strips if key), key=len)
    best = (width // 5 + longest[0], width // 5 + longest[-1] + 1)
    if best[1] - best[0] < 2:
        return None
    sides = [line for line in lines if not line[best[0] : best[1]].strip()]
    left = [line[: best[0]].strip() for line in sides if line[: best[0]].strip()]
    right = [line[best[1] :].strip() for line in sides if line[best[1] :].strip()]
    return best if _is_prose(left) and _is_prose(right) else None


def _is_prose(lines: list[str]) -> bool:
    """Whether the lines of a column are running text: many, long, and often begun in small letters."""
    small = sum(line[0].islower() for line in lines)
    return (
        len(lines) >= _FEWEST_LINES and sum(map(len, lines)) >= len(lines) * _NARROWEST and small * 10 >= len(lines) * 3
    )

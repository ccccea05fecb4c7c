"""Bullets and boxes to tick, which stand alone before a line and are no letters: found by their ink."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ingest.ocr.recognised import Stretch
from ingest.ocr.upright import Pixels

# How far left of its line a mark may stand, in font sizes, and how wide it may be.
_FARTHEST = 4.0
_LARGEST, _SMALLEST = 1.25, 0.16
# A dash is longer than a hyphen, in font sizes: between words, and between figures, where a hyphen is likelier.
_DASH, _DASH_IN_FIGURES = 0.36, 0.42


def with_mark(stretch: Stretch, stretches: list[Stretch], ink: Pixels) -> Stretch:
    """The stretch with the bullet or box before it as its first sign, or as it is."""
    size = stretch.size
    left = stretch.edges[0]
    top, bottom = int(stretch.base - 0.95 * size), int(stretch.base + 0.3 * size)
    start = int(max(0.0, left - _FARTHEST * size))
    stop = int(left - 0.12 * size)
    if size < 8 or top < 0 or stop - start < 4 or any(_reaches(one, stretch, start, top, bottom) for one in stretches):
        return stretch
    # A column with a pixel or two is a speck.
    columns = np.flatnonzero(ink[top:bottom, start:stop].sum(axis=0) >= 0.09 * size)
    if not len(columns):
        return stretch
    # The mark next to the text; what stands farther left is not its own.
    gaps = np.flatnonzero(np.diff(columns) > 0.25 * size)
    first = int(columns[gaps[-1] + 1]) if len(gaps) else int(columns[0])
    box = ink[top:bottom, start + first : start + int(columns[-1]) + 1]
    sign = _sign(box, size, stretch.base - top)
    if not sign or (len(gaps) == 0 and first == 0 and start > 0):
        return stretch
    edges = [float(start + first), float(start + int(columns[-1]) + 1), *stretch.edges]
    return replace(stretch, text=f"{sign} {stretch.text}", edges=edges)


def _reaches(other: Stretch, stretch: Stretch, start: float, top: float, bottom: float) -> bool:
    if other is stretch or other.bottom < top or other.top > bottom:
        return False
    return other.edges[-1] > start and other.edges[0] < stretch.edges[0] and abs(other.base - stretch.base) < other.size


def _sign(box: Pixels, size: float, base: float) -> str:
    rows = np.flatnonzero(box.sum(axis=1) >= min(0.09 * size, 0.5 * box.shape[1]))
    if not len(rows):
        return ""
    height, width = int(rows[-1] - rows[0]) + 1, box.shape[1]
    middle = (base - (rows[0] + rows[-1]) / 2) / size
    if not _SMALLEST * size < height < _LARGEST * size or not 0.7 < width / height < 1.4:
        return ""
    box = box[rows[0] : rows[-1] + 1]
    filled = float(box.mean())
    if height < 0.55 * size:
        return "•" if filled > 0.6 and 0.2 < middle < 0.5 else ""
    # A box has ink all around, whatever stands in it.
    rim = max(1, round(0.14 * height))
    sides = (box[:rim].any(axis=0), box[-rim:].any(axis=0), box[:, :rim].any(axis=1), box[:, -rim:].any(axis=1))
    if min(float(side.mean()) for side in sides) < 0.85:
        return ""
    inner = box[2 * rim : -2 * rim, 2 * rim : -2 * rim]
    return "☒" if inner.size and float(inner.mean()) > 0.08 else "☐"


def with_dashes(stretch: Stretch, ink: Pixels) -> Stretch:
    """The stretch with hyphens that are as long as dashes made dashes."""
    if "-" not in stretch.text or stretch.size < 8:
        return stretch
    base, size = stretch.base, stretch.size
    band = ink[max(0, int(base - 0.45 * size)) : int(base - 0.12 * size)]
    letters = list(stretch.text)
    for at, sign in enumerate(letters):
        around = stretch.text[max(0, at - 1) : at] + stretch.text[at + 1 : at + 2]
        if sign != "-" or not len(band) or not (around.isspace() or around.isdigit()):
            continue
        least = _DASH if around.isspace() else _DASH_IN_FIGURES
        middle = int((stretch.edges[at] + stretch.edges[at + 1]) / 2)
        longest = max(_run(row, middle, int(0.2 * size)) for row in band)
        if longest > least * size:
            letters[at] = "–"
    return replace(stretch, text="".join(letters))


def _run(row: Pixels, middle: int, slack: int) -> int:
    """How long the ink runs through a point, or the nearest to it within `slack`."""
    for at in sorted(range(max(0, middle - slack), min(len(row), middle + slack + 1)), key=lambda x: abs(x - middle)):
        if row[at]:
            left, right = at, at
            while left > 0 and row[left - 1]:
                left -= 1
            while right + 1 < len(row) and row[right + 1]:
                right += 1
            return right - left + 1
    return 0

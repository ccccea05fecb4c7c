"""Size, baseline and weight of a stretch of text, measured from its ink: an engine gives boxes only."""

from __future__ import annotations

from math import log

import numpy as np

from ingest.ocr.recognised import Stretch
from ingest.ocr.upright import Pixels

# Heights that ink has above the baseline, in font sizes: small letters; capitals and figures.
_SMALL, _CAPITAL = 0.49, 0.69
# An engine's box is this high, in font sizes.
_BOX = 1.36
_LOW_LETTERS = frozenset("acemnorsuvwxzåäögpqyé")


def measure(stretch: Stretch, ink: Pixels) -> None:
    """Sets the stretch's `base`, `size` and `stroke` by the page's ink within its box."""
    x0, x1 = max(0, int(stretch.edges[0])), int(stretch.edges[-1]) + 1
    y0, y1 = max(0, int(stretch.top)), int(stretch.bottom) + 1
    crop = ink[y0:y1, x0:x1]
    rows = crop.sum(axis=1).astype(np.float64)
    height = y1 - y0
    stretch.base, stretch.size = y0 + 0.8 * height, 0.8 * height
    if height < 6 or rows.sum() < 10:
        return
    smooth = np.convolve(rows, (0.25, 0.5, 0.25), mode="same")
    steps = np.diff(np.concatenate(([0.0], smooth, [0.0])))
    half = height // 2
    base = half + int(np.argmin(steps[half:]))
    top = int(np.argmax(steps[: max(half, 2)]))
    tall = base - top
    if tall < 4:
        return
    _tighten(stretch, crop[max(0, top) : base + 1], x0)
    stretch.base = float(y0 + base)
    size = tall / _share(stretch, tall)
    # A rule or a stain in the box misleads; then the box itself tells.
    expected = height / _BOX
    stretch.size = size if 0.7 < size / expected < 1.35 else expected
    stretch.stroke = _stroke(crop) / stretch.size


def _share(stretch: Stretch, tall: int) -> float:
    """What share of the font size the ink's height is: told by the letters, and by the box where they are mixed."""
    signs = stretch.text.replace(" ", "")
    if not any(sign.islower() for sign in signs):
        return _CAPITAL
    if sum(sign in _LOW_LETTERS for sign in signs) > 0.45 * len(signs):
        return _SMALL
    expected = (stretch.bottom - stretch.top) / _BOX
    return min((_SMALL, _CAPITAL), key=lambda share: abs(log(tall / share / expected)))


def _stroke(crop: Pixels) -> float:
    """The mean thickness of strokes: twice their area by their border."""
    area = float(crop.sum())
    border = float((crop[:, 1:] != crop[:, :-1]).sum() + (crop[1:] != crop[:-1]).sum())
    return 2 * area / border if border else 0.0


def _tighten(stretch: Stretch, band: Pixels, x0: int) -> None:
    """Lets the stretch begin and end with its ink: a box's own edges vary by several points from line to line."""
    columns = np.flatnonzero(band.sum(axis=0) > 1)
    if len(columns) < 2:
        return
    left, right = float(x0 + columns[0]), float(x0 + columns[-1] + 1)
    edges = stretch.edges
    if left < edges[1]:
        edges[0] = left
    if right > edges[-2]:
        edges[-1] = right

"""The ruled lines of an image: long thin stretches of ink, across and down."""

from __future__ import annotations

import numpy as np

from ingest.ocr.recognised import Stretch
from ingest.ocr.upright import Pixels

Rule = tuple[float, float, float]
# Shorter ones are strokes of letters, thicker ones bars; in parts of an inch.
_SHORTEST = 0.33
_THICKEST = 0.06
# How much of a line must be ink: scans break thin lines.
_FILLED = 0.95


def ruled(ink: Pixels, dpi: float, stretches: list[Stretch]) -> tuple[list[Rule], list[Rule]]:
    """Lines across and down as (at, start, end) in pixels. What runs through the letters of a stretch is none."""
    across = [rule for rule in _along(ink, dpi) if not any(_is_of(rule, stretch) for stretch in stretches)]
    return across, _along(np.ascontiguousarray(ink.T), dpi)


def _is_of(rule: Rule, stretch: Stretch) -> bool:
    at, start, end = rule
    if not stretch.base - stretch.size < at < stretch.base - 0.02 * stretch.size:
        return False
    return stretch.edges[0] - 4 < start and end < stretch.edges[-1] + 4


def _along(ink: Pixels, dpi: float) -> list[Rule]:
    from scipy.ndimage import find_objects, label, maximum_filter1d, uniform_filter1d

    length = max(20, int(_SHORTEST * dpi))
    wide = maximum_filter1d(ink.astype(np.uint8), 3, axis=0)
    dense = uniform_filter1d(wide.astype(np.float32), length, axis=1) >= _FILLED
    if not dense.any():
        return []
    marks, _ = label(dense, structure=np.ones((3, 3)))
    found: list[Rule] = []
    for rows, columns in find_objects(marks):
        if rows.stop - rows.start > _THICKEST * dpi + 2:
            continue
        # The mean over a window reaches its mark half a window before the ink ends.
        start, end = max(0, columns.start - length // 2), columns.stop + length // 2
        filled = np.flatnonzero(wide[rows, start:end].any(axis=0))
        found.append(((rows.start + rows.stop) / 2, float(start + filled[0]), float(start + filled[-1])))
    return found

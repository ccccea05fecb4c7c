"""An image set upright: its small skew is measured and taken away, and places lead back to the image as it was."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

import numpy as np
from PIL import Image

Pixels = np.ndarray[Any, np.dtype[Any]]
# Beyond this skew, in degrees, a page is crooked on purpose.
_MOST = 6.0
_LEAST = 0.1
# The width in pixels at which the skew is measured.
_WIDTH = 1500
# It is measured in strips side by side, so that columns whose lines stand at other heights do not blur each other.
_STRIPS = 4


@dataclass(frozen=True, slots=True)
class Turned:
    """Leads points of the upright image (pixels) back to the image as shown, of `width` and `height` pixels."""

    turn: int
    skew: float
    width: float
    height: float

    def back(self, x: float, y: float) -> tuple[float, float]:
        """The point of the image as shown."""
        wide, high = (self.height, self.width) if self.turn % 2 else (self.width, self.height)
        angle = radians(self.skew)
        dx, dy = x - wide / 2, y - high / 2
        dx, dy = dx * cos(angle) + dy * sin(angle), dy * cos(angle) - dx * sin(angle)
        for _ in range(self.turn % 4):
            dx, dy = dy, -dx
        return dx + self.width / 2, dy + self.height / 2

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A rectangle of the upright image as the one around it in the image as shown."""
        points = [self.back(x, y) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        return min(xs), min(ys), max(xs), max(ys)


def turned(image: Image.Image, quarters: int) -> Image.Image:
    """The image turned by so many quarters clockwise."""
    ways = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
    return image.transpose(ways[quarters % 4]) if quarters % 4 else image


def straightened(image: Image.Image) -> tuple[Image.Image, float]:
    """The image turned by its skew about its middle, in the same size, and by how many degrees clockwise."""
    angle = skew(image)
    if abs(angle) < _LEAST:
        return image, 0.0
    paper = int(np.percentile(np.asarray(image.resize((64, 64))), 80))
    return image.rotate(-angle, resample=Image.Resampling.BICUBIC, fillcolor=paper), angle


def skew(image: Image.Image) -> float:
    """How many degrees clockwise the image must turn for its lines to run level: there the rows of ink stand out most
    from the rows between them.
    """
    height = max(1, round(image.height * _WIDTH / max(image.width, 1)))
    small = np.asarray(image.resize((_WIDTH, height), Image.Resampling.BOX), dtype=np.float32)
    ys, xs = np.nonzero(ink_of(small))
    if len(ys) < 400:
        return 0.0
    if len(ys) > 80_000:
        ys, xs = ys[:: len(ys) // 80_000 + 1], xs[:: len(ys) // 80_000 + 1]
    # Each strip has its own rows, far enough from the next one's for any slant.
    apart = height + 2 * _WIDTH
    starts = (xs * _STRIPS // _WIDTH) * apart + _WIDTH

    def contrast(angle: float) -> float:
        rows = np.rint(ys + xs * np.tan(radians(angle))).astype(np.int64) + starts
        counts = np.bincount(np.maximum(rows, 0)).astype(np.float64)
        return float(np.sum(counts * counts))

    best = max(np.arange(-_MOST, _MOST + 0.01, 0.25), key=contrast)
    best = float(max(np.arange(best - 0.25, best + 0.26, 0.05), key=contrast))
    return best if contrast(best) > 1.03 * contrast(0.0) else 0.0


def ink_of(pixels: Pixels) -> Pixels:
    """Where there is ink: darker than the paper around it, so that shadows and tinted cells are none."""
    from scipy.ndimage import uniform_filter

    around = uniform_filter(pixels.astype(np.float32), size=max(15, pixels.shape[1] // 30))
    dark: Pixels = pixels < around - 28
    return dark

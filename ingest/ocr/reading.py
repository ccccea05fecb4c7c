"""An image to what stands on it: turned and straightened, read, measured, and kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PIL import Image

from ingest import guard
from ingest.ocr import cache
from ingest.ocr.blanks import with_blanks
from ingest.ocr.engines import Engine, engine
from ingest.ocr.ink import measure
from ingest.ocr.marks import with_dashes, with_mark
from ingest.ocr.recognised import Recognition, Stretch
from ingest.ocr.rules import ruled
from ingest.ocr.upright import ink_of, straightened, turned

# A page that is read worse than this may stand on its side or its head.
_DOUBTFUL = 0.85


def recognised(image: Image.Image, dpi: float) -> Recognition:
    """What stands on a grey image of `dpi` pixels to the inch. Raises OcrUnavailable."""
    guard.heavy(pages=1)
    reader = engine()
    called = cache.name(image, dpi, reader.name)
    found = cache.kept(called)
    if found is None:
        found = _best(image, dpi, reader)
        cache.keep(called, found)
    return found


def _best(image: Image.Image, dpi: float, reader: Engine) -> Recognition:
    found = _read(image, 0, dpi, reader)
    sideways = _stands_sideways(found.stretches)
    if found.stretches and (found.confidence < _DOUBTFUL or sideways):
        way = reader.turn(image)
        if way:
            other = _read(image, way, dpi, reader)
            # Tesseract reads sideways text where it stands; but only upright can lines be told from each other.
            if other.confidence > found.confidence or (sideways and other.confidence > 0.9 * found.confidence):
                return other
    return found


def _stands_sideways(stretches: list[Stretch]) -> bool:
    tall = [one for one in stretches if one.bottom - one.top > 1.5 * (one.edges[-1] - one.edges[0])]
    return len(tall) * 2 > len(stretches)


def _read(image: Image.Image, turn: int, dpi: float, reader: Engine) -> Recognition:
    level, angle = straightened(turned(image, turn))
    stretches = reader.stretches(level)
    ink = ink_of(np.asarray(level))
    for stretch in stretches:
        measure(stretch, ink)
    across, down = ruled(ink, dpi, stretches)
    stretches = [with_dashes(with_mark(stretch, stretches, ink), ink) for stretch in stretches]
    stretches = with_blanks(stretches, across, down)
    made = Recognition(reader.name, turn, angle, level.width, level.height, stretches, across, down)
    return replace(made, stretches=[_rounded(stretch) for stretch in stretches])


def _rounded(stretch: Stretch) -> Stretch:
    """The same with places to a tenth of a pixel, which is what they are worth."""
    return replace(
        stretch,
        edges=[round(edge, 1) for edge in stretch.edges],
        top=round(stretch.top, 1),
        bottom=round(stretch.bottom, 1),
        base=round(stretch.base, 1),
        size=round(stretch.size, 2),
        stroke=round(stretch.stroke, 4),
        score=round(stretch.score, 4),
    )

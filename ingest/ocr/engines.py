"""Which engine reads: RapidOCR, or Tesseract where the image is coarse and Tesseract is installed, or as the user asks.

The environment variable KLAUSUL_OCR says `rapidocr`, `tesseract` or `off`; without it the choice is made here.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Protocol

from PIL import Image

from ingest.ocr.recognised import OcrUnavailable, Stretch

VARIABLE = "KLAUSUL_OCR"
# Below this resolution RapidOCR loses a quarter of the signs, and Tesseract none.
_COARSE = 145


class Engine(Protocol):
    """What reads text off images."""

    name: str

    def stretches(self, image: Image.Image) -> list[Stretch]:
        """The text of a level grey image, from the top."""

    def turn(self, image: Image.Image) -> int:
        """How many quarters clockwise the image must turn to stand upright."""


def engine(dpi: float) -> Engine:
    """The engine for an image of so many pixels to the inch. Raises OcrUnavailable."""
    wish = os.environ.get(VARIABLE, "").strip().lower()
    if wish == "off":
        raise OcrUnavailable(f"textigenkänning (OCR) är avstängd; ta bort {VARIABLE}=off")
    if wish == "tesseract" or (wish != "rapidocr" and dpi < _COARSE and _has_tesseract()):
        return _tesseract()
    return _rapid()


def _has_tesseract() -> bool:
    try:
        _tesseract()
    except OcrUnavailable:
        return False
    return True


@cache
def _rapid() -> Engine:
    from ingest.ocr.rapid import Rapid

    return Rapid()


@cache
def _tesseract() -> Engine:
    from ingest.ocr.tesseract import Tesseract

    return Tesseract()

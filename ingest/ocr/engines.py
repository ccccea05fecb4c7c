"""Which engine reads: RapidOCR, or Tesseract where RapidOCR cannot start, or as the user asks.

The environment variable KLAUSUL_OCR says `rapidocr`, `tesseract` or `off`. Coarse images are enlarged before they are
read, and then RapidOCR is the better at 72 dots to the inch too (measured: 0.998 of the signs at 72, all at 90 and
above; Tesseract 0.998 at 90).
"""

from __future__ import annotations

import os
from functools import cache
from typing import Protocol

from PIL import Image

from ingest.ocr.recognised import OcrUnavailable, Stretch

VARIABLE = "KLAUSUL_OCR"


class Engine(Protocol):
    """What reads text off images."""

    name: str

    def stretches(self, image: Image.Image) -> list[Stretch]:
        """The text of a level grey image, from the top."""

    def turn(self, image: Image.Image) -> int:
        """How many quarters clockwise the image must turn to stand upright."""


def engine() -> Engine:
    """The engine that reads here. Raises OcrUnavailable."""
    wish = os.environ.get(VARIABLE, "").strip().lower()
    if wish == "off":
        raise OcrUnavailable(f"textigenkänning (OCR) är avstängd; ta bort {VARIABLE}=off")
    if wish == "tesseract":
        return _tesseract()
    try:
        return _rapid()
    except OcrUnavailable:
        if wish == "rapidocr":
            raise
        try:
            return _tesseract()
        except OcrUnavailable:
            pass
        raise


@cache
def _rapid() -> Engine:
    from ingest.ocr.rapid import Rapid

    return Rapid()


@cache
def _tesseract() -> Engine:
    from ingest.ocr.tesseract import Tesseract

    return Tesseract()

"""Tesseract with its Swedish data, run as a program of its own where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from io import BytesIO

from PIL import Image

from ingest.ocr.recognised import OcrUnavailable, Stretch

NAME = "tesseract"
_SECONDS = 60
# Words farther apart than this many line heights are stretches of their own: cells, columns.
_GAP = 1.2
_WHITE = 0.24


class Tesseract:
    """The engine. Raises OcrUnavailable where the program or its Swedish data is not there."""

    name = NAME

    def __init__(self) -> None:
        self._program = shutil.which("tesseract") or ""
        if not self._program:
            raise OcrUnavailable("Tesseract är inte installerat; installera tesseract-ocr och tesseract-ocr-swe")
        languages = self._run(["--list-langs"], b"").split()
        if "swe" not in languages:
            raise OcrUnavailable("Tesseract saknar svenska; installera tesseract-ocr-swe")
        self._knows_turns = "osd" in languages

    def stretches(self, image: Image.Image) -> list[Stretch]:
        """The text of a level grey image, in Tesseract's order."""
        found: list[Stretch] = []
        last = ""
        for row in self._run(["-", "-", "-l", "swe", "--psm", "3", "tsv"], _png(image)).splitlines()[1:]:
            level, page, block, paragraph, line, _, left, top, width, height, sure, *text = row.split("\t")
            word = "\t".join(text).strip()
            if level != "5" or not word or word.strip("|_") == "":
                continue
            place = f"{page} {block} {paragraph} {line}"
            x0, y0, x1, y1 = float(left), float(top), float(left) + float(width), float(top) + float(height)
            made = Stretch(word, _edges(word, x0, x1), y0, y1, max(0.0, float(sure)) / 100)
            if found and place == last and x0 - found[-1].edges[-1] < _GAP * (y1 - y0):
                _append(found[-1], made)
            else:
                found.append(made)
            last = place
        for stretch in found:
            # Tesseract's boxes end with the ink; `ink` reckons with a little white above and below.
            white = _WHITE * (stretch.bottom - stretch.top)
            stretch.top, stretch.bottom = max(0.0, stretch.top - white), stretch.bottom + white
        return found

    def turn(self, image: Image.Image) -> int:
        """How many quarters clockwise the image must turn to stand upright; 0 where Tesseract cannot tell."""
        if not self._knows_turns:
            return 0
        try:
            told = self._run(["-", "-", "--psm", "0"], _png(image))
        except OcrUnavailable:
            return 0
        degrees = next((line.split(":")[1] for line in told.splitlines() if line.startswith("Rotate:")), "0")
        return int(degrees) // 90 % 4

    def _run(self, arguments: list[str], data: bytes) -> str:
        environment = {"OMP_THREAD_LIMIT": "1", "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
        if "TESSDATA_PREFIX" in os.environ:
            environment["TESSDATA_PREFIX"] = os.environ["TESSDATA_PREFIX"]
        try:
            # The arguments are this module's own; the image comes on standard input.
            done = subprocess.run(  # noqa: S603
                [self._program, *arguments], input=data, capture_output=True, timeout=_SECONDS, env=environment
            )
        except (OSError, subprocess.TimeoutExpired):
            raise OcrUnavailable("Tesseract svarade inte; försök igen eller använd KLAUSUL_OCR=rapidocr") from None
        if done.returncode:
            raise OcrUnavailable("Tesseract kunde inte läsa bilden; försök med KLAUSUL_OCR=rapidocr")
        return done.stdout.decode("utf-8", "replace")


def _png(image: Image.Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _edges(word: str, x0: float, x1: float) -> list[float]:
    return [x0 + (x1 - x0) * at / len(word) for at in range(len(word) + 1)]


def _append(stretch: Stretch, word: Stretch) -> None:
    """Makes a word the rest of a stretch, after a space."""
    signs = len(stretch.text)
    stretch.score = (stretch.score * signs + word.score * len(word.text)) / (signs + len(word.text))
    stretch.text += " " + word.text
    stretch.edges += word.edges
    stretch.top, stretch.bottom = min(stretch.top, word.top), max(stretch.bottom, word.bottom)

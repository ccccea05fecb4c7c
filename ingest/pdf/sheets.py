"""What one page holds once it is closed: its lines, its tables, and whether its text can be read at all."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache

from ingest.pdf.grids import grids
from ingest.pdf.legible import SPARSE, doubt
from ingest.pdf.line import Line, Part
from ingest.pdf.lines import LineReader
from ingest.pdf.pages import Characters
from ingest.pdf.rulings import RulingReader, Rulings
from ingest.pdf.tables import Table, ruled_tables

SCANNED = "sidan är en bild utan text"
_DRAWN = "sidan har innehåll som inte är text"
_GARBLED = "sidans text saknar teckenkoder och blir oläslig"
_REFUSED = "sidan är skadad och går inte att läsa"
# Private-use signs are bullets in small numbers, and a font without character codes in great ones.
_BROKEN = re.compile("[\x00\x01\x03-\x08\x0b\x0e-\x1f\x80-\x9f\ue000-\uf8ff\ufffd]")
_VOWELS = "aeiouyåäöAEIOUYÅÄÖ"


@dataclass(slots=True)
class Sheet:
    """One page: its size in points, its lines outside tables, its tables, how its text was had (`source`, as in Page)
    with what `confidence` where by OCR, and `why` it is unread or was read again. `shown` is its size as the file
    shows it, where that is another: a page that was turned to be read. `doubt` says why its text may be no text.
    """

    number: int
    width: float
    height: float
    text: str = ""
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    source: str = "text"
    why: str = ""
    confidence: float | None = None
    shown: tuple[float, float] | None = None
    doubt: str = ""


class SheetReader:
    """Reads open pages into sheets."""

    def __init__(self) -> None:
        self._lines = LineReader()
        self._rulings = RulingReader()

    def sheet(self, page: Characters) -> Sheet:
        """All that the page holds."""
        sheet = Sheet(page.number, page.frame.width, page.frame.height, page.text)
        sheet.source, sheet.why = "text", ""
        signs = _signs(page.text)
        if _is_garbled(page, signs):
            sheet.source, sheet.why, sheet.text = "unread", _GARBLED, ""
            return sheet
        sheet.lines = self._lines.lines(page)
        turn = Counter(line.turn for line in sheet.lines).most_common(1)
        if turn and turn[0][0]:
            # Most of the text stands sideways: a table laid across the page. It is read as its reader turns the page.
            page.frame = replace(page.frame, turns=(page.frame.turns + turn[0][0]) % 4)
            sheet.lines = self._lines.lines(page)
        rulings = self._rulings.rulings(page)
        found = grids(rulings) if len(rulings.across) > 1 else []
        if found:
            sheet.tables = ruled_tables(sheet.lines, found, lambda line, xs: self._cells(page, line, xs))
            inside = {line.start for table in sheet.tables for line in table.lines}
            sheet.lines = [line for line in sheet.lines if line.start not in inside]
        sheet.source, sheet.why = _source(page, signs, rulings)
        if sheet.source == "text":
            over_image = bool(rulings.images) and _is_mostly_image(page, rulings)
            sheet.doubt = SPARSE if over_image and _is_sparse(sheet, signs) else doubt(page.text, over_image)
        return sheet

    def _cells(self, page: Characters, line: Line, xs: list[float]) -> list[Part]:
        if line.runs:
            return line.stretches
        return self._lines.cells(page, line.start, line.end, xs)


def refused(number: int) -> Sheet:
    """A page that PDFium cannot load."""
    return Sheet(number, 0.0, 0.0, source="unread", why=_REFUSED)


def _source(page: Characters, signs: int, rulings: Rulings) -> tuple[str, str]:
    """How the page's text of so many signs is had, and why it is not."""
    if signs < 100 and _is_mostly_image(page, rulings):
        return "unread", SCANNED
    if signs == 0:
        if rulings.images:
            return "unread", SCANNED
        return ("unread", _DRAWN) if rulings.paths > 30 else ("empty", "")
    return "text", ""


def _is_sparse(sheet: Sheet, signs: int) -> bool:
    """Whether the text is a stamp or a footer beside what the image shows."""
    lines = [*sheet.lines, *(line for table in sheet.tables for line in table.lines)]
    return signs < 1000 and sum(line.bottom - line.top for line in lines) < 0.12 * sheet.height


def _is_mostly_image(page: Characters, rulings: Rulings) -> bool:
    covered = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in rulings.images)
    return covered > 0.5 * page.frame.width * page.frame.height


@cache
def _is_broken(sign: str) -> bool:
    return _BROKEN.match(sign) is not None


def _signs(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n") - text.count("\r")


def _is_garbled(page: Characters, signs: int) -> bool:
    broken = sum(page.text.count(sign) for sign in filter(_is_broken, page.unusual))
    if broken > 0.25 * signs:
        return True
    if signs < 200:
        return False
    text = page.text[:1000]
    signs = _signs(text)
    if _has_vowels(text, 0.15 * signs):
        return False
    vowels = sum(text.count(vowel) for vowel in _VOWELS)
    letters = sum(map(str.isalpha, text))
    # A font with shifted codes gives letters that make no words. A page of figures has few letters and is none such.
    return vowels < 0.15 * letters and letters > 0.5 * signs


def _has_vowels(text: str, enough: float) -> bool:
    """Whether vowels stand at `enough` places or more: the most frequent ones alone show it of nearly every text."""
    found = 0
    for vowel in _VOWELS:
        found += text.count(vowel)
        if found >= enough:
            return True
    return False

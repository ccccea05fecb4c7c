"""The characters of a recognised page as a PDF page has them: counted from 0, each with its place."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from ingest.document import Box
from ingest.ocr.upright import Turned
from ingest.pdf.line import Part, Rect


@dataclass(slots=True)
class Glyphs:
    """A page's characters in points of the upright page: their edges, and the lines' heights as (start, end, top,
    bottom). `turned` leads back to the page as shown.
    """

    turned: Turned
    text: str = ""
    lefts: array[float] = field(default_factory=lambda: array("f"))
    rights: array[float] = field(default_factory=lambda: array("f"))
    rows: list[tuple[int, int, float, float]] = field(default_factory=list)

    def put(self, text: str, lefts: list[float], rights: list[float]) -> int:
        """Appends characters; the index of the first."""
        start = len(self.text)
        self.text += text
        self.lefts.extend(lefts)
        self.rights.extend(rights)
        return start

    def words(self, start: int, end: int) -> list[Part]:
        """The words of characters [start, end) with their edges."""
        found: list[Part] = []
        at = start
        for word in self.text[start:end].split(" "):
            if word:
                found.append(Part(at, at + len(word), self.lefts[at], self.rights[at + len(word) - 1]))
            at += len(word) + 1
        return found

    def boxes(self, page: int, start: int, end: int) -> list[Box]:
        """Where characters [start, end) stand on the page as shown, a box a line."""
        found: list[Box] = []
        for first, last, top, bottom in self.rows:
            begin, stop = max(start, first), min(end, last)
            if begin < stop:
                rect: Rect = (self.lefts[begin], top, self.rights[stop - 1], bottom)
                found.append(Box(page, *(round(edge, 2) for edge in self.turned.box(*rect))))
        return found

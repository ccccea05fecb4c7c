"""The lines of a page: where PDFium breaks the text, with the place, size and weight of each."""

from __future__ import annotations

import re
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium

from ingest.pdf.normal import oddities
from ingest.pdf.pages import Characters

# U+FFFE is PDFium's mark for a hyphen at a line's end, where it drops the line break.
_LINE = re.compile("[^\r\n\ufffe]+")
_WORD = re.compile(r"\S+")
_HEAVY = re.compile(rb"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
# A gap between words of this many font sizes parts a line: a tab, a cell, a column.
_GAP = 1.3


@dataclass(slots=True)
class Part:
    """A stretch of a line between wide gaps: characters [start, end) and its left and right edge."""

    start: int
    end: int
    x0: float
    x1: float


@dataclass(slots=True)
class Line:
    """One line on a page, in points from the top left. Its characters are the page's [start, end).

    `bold` and `bold_end` are the weight of its first and last character; `hyphen` says that PDFium swallowed a hyphen
    after it; `turn` is how many quarters clockwise the page must turn for the line to stand upright; `plain` says that
    its text needs no normalising. `left` and `right` are the edges of its column.
    """

    page: int
    start: int
    end: int
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool
    bold_end: bool
    hyphen: bool
    turn: int = 0
    plain: bool = True
    left: float = 0.0
    right: float = 0.0
    parts: list[Part] = field(default_factory=list)

    @property
    def stretches(self) -> list[Part]:
        """Its parts, or itself as the only one."""
        return self.parts or [Part(self.start, self.end, self.x0, self.x1)]

    @property
    def wholly_bold(self) -> bool:
        """Whether it begins and ends bold."""
        return self.bold and self.bold_end


class LineReader:
    """Reads lines off text pages; its buffers and what it learnt about fonts are kept from page to page."""

    def __init__(self) -> None:
        self._edges = [c_double() for _ in range(4)]
        self._refs = [byref(edge) for edge in self._edges]
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = byref(self._matrix)
        self._name = create_string_buffer(128)
        self._flags = c_int()
        self._flags_ref = byref(self._flags)
        self._weights: dict[tuple[bytes, int], bool] = {}

    def lines(self, page: Characters) -> list[Line]:
        """The page's lines in the order of its content."""
        found = []
        text = page.text
        odd = oddities(text)
        for match in _LINE.finditer(text):
            raw = match.group()
            start, end = match.span()
            if raw[0].isspace() or raw[-1].isspace():
                start += len(raw) - len(raw.lstrip())
                raw = raw.strip()
                if not raw:
                    continue
                end = start + len(raw)
            hyphen = match.end() < len(text) and text[match.end()] == "\ufffe"
            line = self._line(page, start, end, raw, hyphen)
            if line is not None:
                line.plain = odd is None or odd.search(raw) is None
                found.append(line)
        return found

    def _line(self, page: Characters, start: int, end: int, raw: str, hyphen: bool) -> Line | None:
        boxes = self.rects(page, start, end + hyphen)
        if not boxes:
            return None
        if len(boxes) == 1:
            x0, top, x1, bottom = boxes[0]
        else:
            x0, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
            x1, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        # The middle tells size and height better than the ends: bullets and note marks have their own.
        middle = (start + end) // 2
        while page.text[middle] == " ":
            middle += 1
        size, base, turn = self._set_of(page, middle)
        first = start + 2 if end - start > 2 and raw[1] == " " and not raw[0].isalnum() else start
        bold = self._is_bold(page, first)
        bold_end = self._is_bold(page, end - 1) if len(boxes) > 1 else bold
        line = Line(page.number, start, end, raw, x0, top, x1, bottom, base, size, bold, bold_end, hyphen, turn)
        if not turn and self._may_be_parted(boxes, line):
            line.parts = self._parts(page, line)
        return line

    def _set_of(self, page: Characters, index: int) -> tuple[float, float, int]:
        """A character's size as shown (programs that write size 1 and scale are common), its baseline, and its turn."""
        matrix = self._matrix
        size = float(pdfium.FPDFText_GetFontSize(page.handle, index))
        if not pdfium.FPDFText_GetMatrix(page.handle, index, self._matrix_ref):
            return size, 0.0, 0
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        runs = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
        scale = d if c == 0 else (c * c + d * d) ** 0.5
        return round(size * abs(scale), 1), page.frame.point(matrix.e, matrix.f)[1], (runs - page.frame.turns) % 4

    def rects(self, page: Characters, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """The boxes of characters [start, end), one for each run of the page's content."""
        left, top, right, bottom = self._edges
        box, handle, boxes = page.frame.box, page.handle, []
        for index in range(pdfium.FPDFText_CountRects(handle, start, end - start)):
            if pdfium.FPDFText_GetRect(handle, index, *self._refs):
                boxes.append(box(left.value, bottom.value, right.value, top.value))
        return boxes

    def char_box(self, page: Characters, index: int) -> tuple[float, float, float, float]:
        """The box of one character; nothing wide where PDFium has none."""
        left, right, bottom, top = self._edges
        if not pdfium.FPDFText_GetCharBox(page.handle, index, *self._refs):
            return (0.0, 0.0, 0.0, 0.0)
        return page.frame.box(left.value, bottom.value, right.value, top.value)

    def words(self, page: Characters, start: int, end: int) -> list[Part]:
        """The words of characters [start, end) with their edges."""
        found = []
        for match in _WORD.finditer(page.text, start, end):
            first, last = match.start(), match.end()
            x0 = self.char_box(page, first)[0]
            found.append(Part(first, last, x0, self.char_box(page, last - 1)[2]))
        return found

    def _is_bold(self, page: Characters, index: int) -> bool:
        pdfium.FPDFText_GetFontInfo(page.handle, index, self._name, 128, self._flags_ref)
        key = (self._name.value, self._flags.value)
        heavy = self._weights.get(key)
        if heavy is None:
            heavy = self._weights[key] = bool(key[1] & _FORCE_BOLD) or bool(_HEAVY.search(key[0]))
        return heavy

    @staticmethod
    def _may_be_parted(boxes: list[tuple[float, float, float, float]], line: Line) -> bool:
        if len(boxes) == 1:
            return "  " in line.text or line.x1 - line.x0 > 0.75 * line.size * len(line.text)
        ordered = sorted(boxes)
        return any(b[0] - a[2] > _GAP * line.size for a, b in pairwise(ordered))

    def _parts(self, page: Characters, line: Line) -> list[Part]:
        parts: list[Part] = []
        for word in self.words(page, line.start, line.end):
            if parts and -line.size < word.x0 - parts[-1].x1 <= _GAP * line.size:
                parts[-1].end, parts[-1].x1 = word.end, word.x1
            else:
                parts.append(word)
        return parts if len(parts) > 1 else []

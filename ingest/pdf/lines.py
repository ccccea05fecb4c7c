"""Reads the lines of a page: where PDFium breaks the text, with the place, size and weight of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from ctypes import byref, c_double, c_float, c_int, create_string_buffer

from ingest.pdf.calls import count_rects, get_char_box, get_font_info, get_font_size, get_matrix, get_rect
from ingest.pdf.line import Line, Part, Rect, is_rest, lengthen
from ingest.pdf.mended import mend
from ingest.pdf.normal import oddities
from ingest.pdf.pages import Characters

# U+FFFE is PDFium's mark for a hyphen at a line's end, where it drops the line break.
_LINE = re.compile("[^\r\n\ufffe]+")
_WORD = re.compile(r"\S+")
_HEAVY = re.compile(rb"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
# A gap between words of this many font sizes parts a line: a tab, a cell, a column.
_GAP = 1.3
# And this many may part the cells of a narrow table.
_LESSER_GAP = 0.7


class LineReader:
    """Reads lines off text pages; its buffers and what it learnt about fonts are kept from page to page."""

    def __init__(self) -> None:
        # Four doubles that are written one by one and read at once.
        self._edges = (c_double * 4)()
        self._refs = [byref(c_double.from_buffer(self._edges, 8 * index)) for index in range(4)]
        # The six floats of an FS_MATRIX, a to f, which are read at once too.
        self._matrix = (c_float * 6)()
        self._matrix_ref = byref(self._matrix)
        self._name = create_string_buffer(128)
        self._flags = c_int()
        self._flags_ref = byref(self._flags)
        self._weights: dict[tuple[bytes, int], bool] = {}

    def lines(self, page: Characters) -> list[Line]:
        """The page's lines in the order of its content."""
        found: list[Line] = []
        text = page.text
        odd = oddities(text, page.unusual)
        for match in _LINE.finditer(text):
            raw = match.group()
            start, stop = match.span()
            end = stop
            if raw[0].isspace() or raw[-1].isspace():
                start += len(raw) - len(raw.lstrip())
                raw = raw.strip()
                if not raw:
                    continue
                end = start + len(raw)
            hyphen = text[stop : stop + 1] == "\ufffe"
            line = self._line(page, start, end, raw, hyphen)
            if line is not None:
                if odd is not None and not line.runs:
                    line.plain = odd.search(raw) is None
                if found and is_rest(found[-1], line):
                    lengthen(found[-1], line, text)
                else:
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
        if not turn:
            given = boxes[:]
            line.parts = self._parts(page, line, boxes)
            if len(given) > 1:
                mend(page, line, given, self.char_box, _GAP * size)
        return line

    def _set_of(self, page: Characters, index: int) -> tuple[float, float, int]:
        """A character's size as shown (programs that write size 1 and scale are common), its baseline, and its turn."""
        size: float = get_font_size(page.handle, index)
        if not get_matrix(page.handle, index, self._matrix_ref):
            return size, 0.0, 0
        a, b, c, d, e, f = self._matrix[:]
        runs = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
        scale = d if c == 0 else (c * c + d * d) ** 0.5
        return round(size * abs(scale), 1), page.frame.point(e, f)[1], (runs - page.frame.turns) % 4

    def rects(self, page: Characters, start: int, end: int) -> list[Rect]:
        """The boxes of characters [start, end), one for each run of the page's content."""
        box, handle, boxes = page.frame.box, page.handle, []
        for index in range(count_rects(handle, start, end - start)):
            if get_rect(handle, index, *self._refs):
                left, top, right, bottom = self._edges[:]
                boxes.append(box(left, bottom, right, top))
        return boxes

    def char_box(self, page: Characters, index: int) -> tuple[float, float, float, float]:
        """The box of one character; nothing wide where PDFium has none."""
        if not get_char_box(page.handle, index, *self._refs):
            return (0.0, 0.0, 0.0, 0.0)
        left, right, bottom, top = self._edges[:]
        return page.frame.box(left, bottom, right, top)

    def words(self, page: Characters, start: int, end: int) -> list[Part]:
        """The words of characters [start, end) with their edges."""
        found = []
        for match in _WORD.finditer(page.text, start, end):
            first, last = match.start(), match.end()
            x0 = self.char_box(page, first)[0]
            found.append(Part(first, last, x0, self.char_box(page, last - 1)[2]))
        return found

    def cells(self, page: Characters, start: int, end: int, xs: list[float]) -> list[Part]:
        """The words of characters [start, end), cut at an edge where two cells that touch were taken for one word."""
        found = []
        for word in self.words(page, start, end):
            # What overflows its cell may begin beyond the edge.
            edge = next((x for x in xs if word.x0 - 4 < x < word.x1 - 2), None)
            found += [word] if edge is None else self._halves(page, word, edge)
        return found

    def _halves(self, page: Characters, word: Part, edge: float) -> list[Part]:
        """A word that was written in two runs, cut between them where the second begins beside the edge."""
        starts = [run[0] for run in self.rects(page, word.start, word.end)[1:]]
        after = next((x for x in starts if -2 < x - edge < 9), None)
        if after is None:
            return [word]
        places = range(word.end)
        cut = bisect_left(places, after - 0.5, word.start + 1, key=lambda index: self.char_box(page, index)[0])
        if cut == word.end:
            return [word]
        return [Part(word.start, cut, word.x0, edge - 0.1), Part(cut, word.end, max(after, edge), word.x1)]

    def _is_bold(self, page: Characters, index: int) -> bool:
        get_font_info(page.handle, index, self._name, 128, self._flags_ref)
        key = (self._name.value, self._flags.value)
        heavy = self._weights.get(key)
        if heavy is None:
            heavy = self._weights[key] = bool(key[1] & _FORCE_BOLD) or bool(_HEAVY.search(key[0]))
        return heavy

    def _parts(self, page: Characters, line: Line, boxes: list[Rect]) -> list[Part]:
        """The line's stretches between wide gaps; nothing where it is one."""
        gap = _GAP * line.size
        if len(boxes) == 1:
            is_wide = "  " in line.text or line.x1 - line.x0 > 0.75 * line.size * len(line.text)
            return self._joined_words(page, line, gap) if is_wide else []
        boxes.sort()
        starts, ends = _gaps(boxes, gap)
        lesser = _gaps(boxes, _LESSER_GAP * line.size)
        if len(lesser[0]) > len(starts):
            line.finer = self._cut(page, line, *lesser)
        return self._cut(page, line, starts, ends) if starts else []

    def _cut(self, page: Characters, line: Line, starts: list[float], ends: list[float]) -> list[Part]:
        """The line cut before the words that begin at `starts`, found by halving: few characters are asked for."""
        words = list(_WORD.finditer(line.text))
        parts: list[Part] = []
        first, left = 0, line.x0
        for x, end in zip([*starts, None], ends, strict=True):
            if x is None:
                cut = len(words)
            elif first == 0 and words[0].end() < 8 and ends[0] - line.x0 < 0.58 * line.size * words[0].end():
                # A label and its tab, by far the most frequent gap.
                cut = 1
            else:
                cut = bisect_left(words, x - 0.7, first, key=lambda word: self._left_edge(page, line, word))
            if not first < cut:
                return self._joined_words(page, line, _GAP * line.size)
            parts.append(Part(line.start + words[first].start(), line.start + words[cut - 1].end(), left, end))
            first, left = cut, x or 0.0
        return parts

    def _left_edge(self, page: Characters, line: Line, word: re.Match[str]) -> float:
        return self.char_box(page, line.start + word.start())[0]

    def _joined_words(self, page: Characters, line: Line, gap: float) -> list[Part]:
        parts: list[Part] = []
        for word in self.words(page, line.start, line.end):
            if parts and -line.size < word.x0 - parts[-1].x1 <= gap:
                parts[-1].end, parts[-1].x1 = word.end, word.x1
            else:
                parts.append(word)
        return parts if len(parts) > 1 else []


def _gaps(boxes: list[Rect], gap: float) -> tuple[list[float], list[float]]:
    """Where stretches begin after gaps wider than `gap`, and where each stretch ends; boxes from the left."""
    ends, starts = [boxes[0][2]], []
    for x0, _, x1, _ in boxes[1:]:
        if x0 - ends[-1] > gap:
            starts.append(x0)
            ends.append(x1)
        elif x1 > ends[-1]:
            ends[-1] = x1
    return starts, ends

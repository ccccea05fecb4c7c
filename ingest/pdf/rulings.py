"""The ruled lines and filled bands of a page, from PDFium's path objects: what tables are drawn with."""

from __future__ import annotations

from ctypes import byref, c_float, c_int
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from ingest.pdf.calls import get_object, get_type
from ingest.pdf.pages import Characters

# A path thinner than this is a line, in points.
_THIN = 3.0
_TEXT = pdfium.FPDF_PAGEOBJ_TEXT
# A page with more paths than this is a drawing or a map, not a table.
_MOST_PATHS = 3000
_MOST_SEGMENTS = 4000


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one axis: at `at` on the other axis, from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Rulings:
    """A page's lines across and down, its filled rectangles and images (x0, top, x1, bottom), and how many paths."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    fills: list[tuple[float, float, float, float]] = field(default_factory=list)
    paths: int = 0
    images: list[tuple[float, float, float, float]] = field(default_factory=list)


class RulingReader:
    """Reads the rulings off pages; its buffers are kept from page to page."""

    def __init__(self) -> None:
        self._edges = [c_float() for _ in range(4)]
        self._refs = [byref(edge) for edge in self._edges]
        self._mode, self._stroke = c_int(), c_int()

    def rulings(self, page: Characters) -> Rulings:
        """All that the page draws with lines."""
        found = Rulings()
        handle = page.page
        for index in range(min(pdfium.FPDFPage_CountObjects(handle), 20 * _MOST_PATHS)):
            kind = get_type(get_object(handle, index))
            if kind != _TEXT:
                self._take(page, pdfium.FPDFPage_GetObject(handle, index), kind, None, found)
        if found.paths > _MOST_PATHS:
            return Rulings(paths=found.paths, images=found.images)
        found.across, found.down = _chained(found.across), _chained(found.down)
        return found

    def _take(self, page: Characters, thing: Any, kind: int, outer: Any, found: Rulings) -> None:
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = self._box(page, thing, outer)
            if box:
                found.images.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.paths += 1
            if found.paths <= _MOST_PATHS:
                self._path(page, thing, outer, found)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and outer is None:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(thing, byref(matrix))
            for index in range(min(pdfium.FPDFFormObj_CountObjects(thing), _MOST_PATHS)):
                inner = pdfium.FPDFFormObj_GetObject(thing, index)
                self._take(page, inner, pdfium.FPDFPageObj_GetType(inner), matrix, found)

    def _box(self, page: Characters, thing: Any, outer: Any) -> tuple[float, float, float, float] | None:
        if not pdfium.FPDFPageObj_GetBounds(thing, *self._refs):
            return None
        left, bottom, right, top = (edge.value for edge in self._edges)
        if outer is not None:
            left, bottom = _moved(outer, left, bottom)
            right, top = _moved(outer, right, top)
        return page.frame.box(left, bottom, right, top)

    def _path(self, page: Characters, thing: Any, outer: Any, found: Rulings) -> None:
        box = self._box(page, thing, outer)
        if box is None:
            return
        x0, y0, x1, y1 = box
        if y1 - y0 <= _THIN:
            if x1 - x0 > 8:
                found.across.append(Rule((y0 + y1) / 2, x0, x1))
            return
        if x1 - x0 <= _THIN:
            found.down.append(Rule((x0 + x1) / 2, y0, y1))
            return
        segments = pdfium.FPDFPath_CountSegments(thing)
        if segments > 6:
            self._segments(page, thing, min(segments, _MOST_SEGMENTS), outer, found)
            return
        pdfium.FPDFPath_GetDrawMode(thing, byref(self._mode), byref(self._stroke))
        if segments < 4 or not (self._mode.value or self._stroke.value):
            return
        if self._mode.value and (x1 - x0 > 0.95 * page.frame.width or y1 - y0 > 0.9 * page.frame.height):
            return
        if self._mode.value:
            found.fills.append(box)
        found.across += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        found.down += [Rule(x0, y0, y1), Rule(x1, y0, y1)]

    def _segments(self, page: Characters, thing: Any, count: int, outer: Any, found: Rulings) -> None:
        """The straight lines of a path that draws a whole grid."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(thing, byref(matrix))
        x, y = self._edges[:2]
        last = first = (0.0, 0.0)
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(thing, index)
            pdfium.FPDFPathSegment_GetPoint(segment, *self._refs[:2])
            point = _moved(matrix, x.value, y.value)
            point = page.frame.point(*(_moved(outer, *point) if outer is not None else point))
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                first = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                _add_rule(last, point, found)
            if pdfium.FPDFPathSegment_GetClose(segment):
                _add_rule(point, first, found)
            last = point


def _moved(matrix: Any, x: float, y: float) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _add_rule(one: tuple[float, float], other: tuple[float, float], found: Rulings) -> None:
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if y1 - y0 <= 1 and x1 - x0 > _THIN:
        found.across.append(Rule((y0 + y1) / 2, x0, x1))
    elif x1 - x0 <= 1 and y1 - y0 > _THIN:
        found.down.append(Rule((x0 + x1) / 2, y0, y1))


def _chained(rules: list[Rule]) -> list[Rule]:
    """Rules that lie on one line and touch, made one: programs draw a cell's border cell by cell."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if levels and rule.at - levels[-1][-1].at <= 1.6:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    chained = []
    for level in levels:
        at = sum(rule.at for rule in level) / len(level)
        start, end = None, 0.0
        for rule in sorted(level, key=lambda rule: rule.start):
            if start is not None and rule.start - end <= _THIN:
                end = max(end, rule.end)
                continue
            if start is not None:
                chained.append(Rule(at, start, end))
            start, end = rule.start, rule.end
        if start is not None:
            chained.append(Rule(at, start, end))
    return chained

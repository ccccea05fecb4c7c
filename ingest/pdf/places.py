"""Where characters stand: the boxes of page characters, fetched from the file's bytes when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.document import Box
from ingest.pdf.line import Rect
from ingest.pdf.lines import LineReader
from ingest.pdf.pages import opened, opened_page

if TYPE_CHECKING:
    from ingest.ocr.scans import Scans


@dataclass(frozen=True)
class Places:
    """Gives boxes, one a line, for (page, first character, count). Holds bytes only, so it may go between processes."""

    data: bytes = field(repr=False)
    password: str | None = field(default=None, repr=False)
    scans: Scans | None = field(default=None, repr=False)

    def __call__(self, origins: list[tuple[int, int, int]]) -> tuple[Box, ...]:
        """The boxes in points from each page's top left, in the order of the origins' pages."""
        return self.many([origins])[0]

    def many(self, wanted: list[list[tuple[int, int, int]]]) -> list[tuple[Box, ...]]:
        """As a call for each of several, but each page is opened once: that is what costs."""
        scanned = self.scans.pages if self.scans else {}
        written = self._written([[origin for origin in origins if origin[0] not in scanned] for origins in wanted])
        found = []
        for origins, boxes in zip(wanted, written, strict=True):
            boxes = [box for origin in origins if origin[0] in scanned for box in self._scanned(*origin)] + boxes
            found.append(tuple(sorted(boxes, key=lambda box: box.page)))
        return found

    def _scanned(self, page: int, start: int, count: int) -> list[Box]:
        return self.scans.boxes(page, start, count) if self.scans else []

    def _written(self, wanted: list[list[tuple[int, int, int]]]) -> list[list[Box]]:
        found: list[list[Box]] = [[] for _ in wanted]
        numbers = sorted({page for origins in wanted for page, _, _ in origins})
        if not numbers:
            return found
        reader = LineReader()
        with opened(self.data, self.password) as document:
            for number in numbers:
                with opened_page(document, number) as page:
                    if page is None:
                        continue
                    for boxes, origins in zip(found, wanted, strict=True):
                        rects: list[Rect] = []
                        for _, start, count in (origin for origin in origins if origin[0] == number):
                            rects.extend(reader.rects(page, start, start + count))
                        boxes.extend(Box(number, *(round(edge, 2) for edge in rect)) for rect in merged(rects))
        return found


def merged(rects: list[Rect]) -> list[Rect]:
    """Rectangles that stand on one line, in order, made one."""
    lines: list[Rect] = []
    for rect in rects:
        if lines and _on_one_line(lines[-1], rect):
            last = lines[-1]
            lines[-1] = (min(last[0], rect[0]), min(last[1], rect[1]), max(last[2], rect[2]), max(last[3], rect[3]))
        else:
            lines.append(rect)
    return lines


def _on_one_line(one: Rect, other: Rect) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    lower = min(one[3] - one[1], other[3] - other[1])
    gap = max(other[0] - one[2], one[0] - other[2])
    return shared > 0.5 * lower and gap < 40

"""One line of a page: its characters, its place and its looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.pdf.normal import Run

# x0, top, x1, bottom
Rect = tuple[float, float, float, float]


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
    its text needs no normalising. `left` and `right` are the edges of its column. `parts` are its stretches between
    wide gaps, `finer` those between lesser gaps, where there are more. `runs` lead back to the page where the text is
    no slice of the page's: a part then counts in the text, from `start` on.
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
    finer: list[Part] = field(default_factory=list)
    runs: tuple[Run, ...] = ()

    @property
    def stretches(self) -> list[Part]:
        """Its parts, or itself as the only one."""
        return self.parts or [Part(self.start, self.end, self.x0, self.x1)]

    @property
    def wholly_bold(self) -> bool:
        """Whether it begins and ends bold."""
        return self.bold and self.bold_end


def is_rest(last: Line, line: Line) -> bool:
    """Whether PDFium broke a line where none ends, as it does at raised or lowered signs."""
    if last.runs or line.runs or not -2 < line.x0 - last.x1 < last.size or last.hyphen or last.turn or line.turn:
        return False
    shared = min(last.bottom, line.bottom) - max(last.top, line.top)
    return shared > 0.3 * min(last.bottom - last.top, line.bottom - line.top)


def lengthen(last: Line, line: Line, text: str) -> None:
    """Makes the rest of a line part of it; the break between them is a space when the text is normalised."""
    before, after = last.stretches, line.stretches
    before[-1] = Part(before[-1].start, after[0].end, before[-1].x0, after[0].x1)
    parts = [*before, *after[1:]]
    if line.size > last.size:
        last.size, last.base = line.size, line.base
    last.end, last.text, last.plain = line.end, text[last.start : line.end], False
    last.x1, last.top, last.bottom = line.x1, min(last.top, line.top), max(last.bottom, line.bottom)
    last.bold_end, last.hyphen = line.bold_end, line.hyphen
    last.parts, last.finer = (parts if len(parts) > 1 else []), []

"""Drafts from lines: their text joined and normalised, with the page's characters behind every stretch of it."""

from __future__ import annotations

from ingest.document import BlockKind
from ingest.draft import Draft, Origin
from ingest.pdf.hyphens import Vocabulary, is_broken, joint
from ingest.pdf.line import Line
from ingest.pdf.normal import Run, normalised, through

_HYPHENS = "-\u00ad\u2010\u2011"
# What at a line's end tells how the next one joins it.
_TELLING = frozenset(_HYPHENS + "/–")


class Composer:
    """Joins lines with the help of one document's vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def draft(self, lines: list[Line], kind: BlockKind | None = None) -> Draft:
        """One draft of the lines, which are in order and make one block."""
        text, origins = self.text(lines)
        first = lines[0]
        return Draft(
            text=text,
            kind=kind,
            page=first.page,
            bold=first.bold and all(line.wholly_bold for line in lines),
            size=lines[len(lines) // 2].size,
            indent=round(first.x0, 1),
            origins=tuple(origins),
        )

    def cell(self, lines: list[Line]) -> tuple[str, list[Origin]]:
        """As `text`, of a table cell: it may break words that are too long for it."""
        return self.text(lines, in_cell=True)

    def text(self, lines: list[Line], in_cell: bool = False) -> tuple[str, list[Origin]]:
        """The lines' text as one, and where it comes from."""
        pieces: list[str] = []
        origins: list[Origin] = []
        at, last = 0, len(lines) - 1
        for index, line in enumerate(lines):
            if line.plain and not line.hyphen and (index == last or line.text[-1] not in _TELLING):
                stretch, between = line.text, " "
                origins.append(Origin(at, line.page, line.start, len(stretch)))
            else:
                stretch, runs, between = self._stretch(line, lines[index + 1] if index < last else None)
                origins.extend(_placed(runs, at, len(stretch), line.page))
            if in_cell and between and index < last and self._is_broken(line, lines[index + 1]):
                between = ""
            pieces += (stretch, between)
            at += len(stretch) + len(between)
        return "".join(pieces[:-1]), origins

    def _is_broken(self, line: Line, following: Line) -> bool:
        widest = 1.7 if following.text[0] in "mw" else 1.15
        full = line.right - line.x1 < widest * (line.x1 - line.x0) / len(line.text)
        return is_broken(line.text, following.text, full, self._words)

    def _stretch(self, line: Line, following: Line | None) -> tuple[str, list[Run], str]:
        """A line's text as it goes into its block, where that comes from, and what parts it from the next line."""
        stretch, runs = line.text, [(0, line.start, len(line.text))]
        if line.runs:
            stretch, runs = normalised(line.text, 0)
            runs = through(runs, line.runs)
        elif not line.plain:
            stretch, runs = normalised(line.text, line.start)
        if line.hyphen:
            runs.append((len(stretch), line.end, 1))
            stretch += "-"
        if following is None:
            return stretch, runs, ""
        keeps, between = self._joint(line, stretch, following)
        return stretch if keeps else stretch.removesuffix("-"), runs, between

    def _joint(self, line: Line, stretch: str, following: Line) -> tuple[bool, str]:
        if line.text.endswith("\u00ad"):
            return True, ""
        last, before = stretch[-1:], stretch[-2:-1]
        if last in _HYPHENS and before.isalnum():
            return joint(stretch, following.text, self._words)
        # "och/|eller" and "2026–|2028" are each one word; after other dashes stands a space.
        closed = (last == "/" and before.isalnum()) or (last == "–" and before.isdigit())
        return True, "" if closed and following.text[0].isalnum() else " "


def _placed(runs: list[Run], at: int, length: int, page: int) -> list[Origin]:
    return [
        Origin(at + offset, page, index, min(count, length - offset))
        for offset, index, count in runs
        if offset < length
    ]

"""Drafts from lines: their text joined and normalised, with the page's characters behind every stretch of it."""

from __future__ import annotations

from itertools import zip_longest

from ingest.document import BlockKind
from ingest.draft import Draft, Origin
from ingest.pdf.hyphens import Vocabulary, joint
from ingest.pdf.lines import Line
from ingest.pdf.normal import normalised

_HYPHENS = "-\u00ad\u2010\u2011"


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
            bold=all(line.wholly_bold for line in lines),
            size=max(lines, key=lambda line: line.end - line.start).size,
            indent=round(first.x0, 1),
            origins=tuple(origins),
        )

    def text(self, lines: list[Line]) -> tuple[str, list[Origin]]:
        """The lines' text as one, and where it comes from."""
        text, origins = "", []
        for line, following in zip_longest(lines, lines[1:]):
            stretch, runs = line.text, [(0, line.start, line.end - line.start)]
            if not line.plain:
                stretch, runs = normalised(line.text, line.start)
            if line.hyphen:
                runs = [*runs, (len(stretch), line.end, 1)]
                stretch += "-"
            between = ""
            if following is not None:
                keeps, between = self._joint(line, stretch, following)
                if not keeps and stretch.endswith("-"):
                    stretch = stretch[:-1]
            if len(runs) == 1 and runs[0][2] == len(stretch):
                origins.append(Origin(len(text), line.page, runs[0][1], len(stretch)))
            else:
                origins.extend(_placed(runs, len(text), len(stretch), line.page))
            text += stretch + between
        return text, origins

    def _joint(self, line: Line, stretch: str, following: Line) -> tuple[bool, str]:
        if line.text.endswith("\u00ad"):
            return True, ""
        last, before = stretch[-1:], stretch[-2:-1]
        if last in _HYPHENS and before.isalnum():
            return joint(stretch, following.text, self._words)
        # "och/|eller" and "2026–|2028" are each one word; after other dashes stands a space.
        closed = (last == "/" and before.isalnum()) or (last == "–" and before.isdigit())
        return True, "" if closed and following.text[0].isalnum() else " "


def _placed(runs: list[tuple[int, int, int]], at: int, length: int, page: int) -> list[Origin]:
    return [
        Origin(at + offset, page, index, min(count, length - offset))
        for offset, index, count in runs
        if offset < length
    ]

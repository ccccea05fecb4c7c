"""Drafts from lines: their text joined and normalised, with the page's characters behind every stretch of it."""

from __future__ import annotations

import re

from ingest.document import BlockKind
from ingest.draft import Draft, Origin
from ingest.pdf.hyphens import Vocabulary, joint
from ingest.pdf.lines import Line
from ingest.pdf.normal import normalised

_HYPHEN_END = re.compile(r"\w[-\u00ad\u2010\u2011]$")
_CLOSED_END = re.compile(r"\w/$|\d–$")


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
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            stretch, runs = normalised(line.text, line.start)
            if line.hyphen:
                runs = [*runs, (len(stretch), line.end, 1)]
                stretch += "-"
            between = ""
            if following is not None:
                keeps, between = self._joint(line, stretch, following)
                if not keeps and stretch.endswith("-"):
                    stretch = stretch[:-1]
            origins.extend(_placed(runs, len(text), len(stretch), line.page))
            text += stretch + between
        return text, origins

    def _joint(self, line: Line, stretch: str, following: Line) -> tuple[bool, str]:
        if line.text.endswith("\u00ad"):
            return True, ""
        if _HYPHEN_END.search(stretch):
            return joint(stretch, following.text, line.hyphen, self._words)
        return True, "" if _CLOSED_END.search(stretch) and following.text[0].isalnum() else " "


def _placed(runs: list[tuple[int, int, int]], at: int, length: int, page: int) -> list[Origin]:
    return [
        Origin(at + offset, page, index, min(count, length - offset))
        for offset, index, count in runs
        if offset < length
    ]

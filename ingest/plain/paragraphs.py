"""Lines of plain text become drafts of paragraphs: wrapped lines are joined, list items and headings stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import Family, Label, label
from ingest.plain.hyphens import joined

_CLOSED = (".", "!", "?", ":", ";", ".”", '."', ".)")
_RULE = re.compile(r"[ \t]*([-=*~#])(?:[ \t]?\1){2,}[ \t]*")
_LEADERS = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}|\t|[ ]{3,})[ .]*\d{1,4}[ \t]*$")
# A line that ends so wants a figure: the next line's "7.2" is not a clause number.
_WANTS_FIGURE = re.compile(
    r"(?:\b(?:punkt(?:en|erna)?|p\.|avsnitt(?:en|et)?|bilag(?:a|an|orna)|kap\.|kapitel|artikel|nr|enligt|klausul|och|eller|till|minst|högst|"
    r"max|om|med|på|av|i|från|den|cirka|ca|inom|§{1,2})|§|,)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its page, its indent in columns, and its kind where it is furniture. A blank line has no text."""

    text: str
    page: int | None = None
    indent: int = 0
    kind: BlockKind | None = None
    cells: tuple[str, ...] = ()
    table: int | None = None
    breaks: bool = False


def wrap_width(texts: list[str]) -> int:
    """How wide the text's lines are where it is hard-wrapped; 0 where every line is a paragraph of its own."""
    lengths = sorted(len(text) for text in texts if text)
    if len(lengths) < 4:
        lengths = lengths or [0]
    width = lengths[min(len(lengths) - 1, len(lengths) * 97 // 100)]
    if width > 160:
        return 0
    loose = full = 0
    for line, following in zip(texts, texts[1:], strict=False):
        if line and following[:1].islower() and not line.endswith(_CLOSED) and not label(following):
            loose += 1
            full += len(line) + len(following.split(" ", 1)[0]) + 1 > width * 0.8
    return width if full and full * 3 >= loose else 0


class Gatherer:
    """Takes lines one after another and gives drafts; `width` is that of wrap_width, `whole` the text for spelling."""

    def __init__(self, width: int, whole: str) -> None:
        self.width = width
        self.whole = whole
        self.drafts: list[Draft] = []
        self._open: list[Line] = []
        self._text = ""
        self._label: Label | None = None
        self._waiting: list[Draft] = []
        self._blank = False
        self._broken = False

    def take(self, lines: Iterable[Line]) -> list[Draft]:
        """All drafts of the lines."""
        for line in lines:
            self._take(line)
        self._close()
        return self.drafts

    def _take(self, line: Line) -> None:
        if line.kind is not None and not line.cells:
            self._waiting.append(Draft(line.text, line.kind, line.page))
            self._broken = True
        elif not line.text:
            self._blank = True
            self._broken = self._broken or line.breaks
        elif line.cells:
            self._close()
            self.drafts.append(
                Draft(
                    "\t".join(line.cells),
                    line.kind or BlockKind.TABLE_ROW,
                    line.page,
                    cells=line.cells,
                    table=line.table,
                )
            )
        elif _RULE.fullmatch(line.text):
            self._rule(line.text)
        elif self._open and self._continues(line):
            self._text = joined(self._text, line.text, self.whole)
            self._open.append(line)
            self._blank = self._broken = False
        else:
            self._close()
            self._open, self._text, self._label = [line], line.text, label(line.text)

    def _rule(self, rule: str) -> None:
        """A line of = or - under a single short line makes it a heading; any other rule only parts paragraphs."""
        under = self._open and not self._blank and len(self._open) == 1 and len(self._text) <= 120
        if under and rule.strip()[0] in "=-" and " " not in rule.strip() and not self._text.endswith((".", ";", ",")):
            self._close(BlockKind.HEADING, 1 if "=" in rule else 2)
        else:
            self._close()

    def _close(self, kind: BlockKind | None = None, level: int | None = None) -> None:
        if self._open:
            first = self._open[0]
            number = self._label.printed if self._label else ""
            indent = float(first.indent)
            self.drafts.append(
                Draft(self._text, kind, first.page, number if kind is None else "", level, indent=indent)
            )
        self.drafts.extend(self._waiting)
        self._open, self._text, self._label = [], "", None
        self._waiting, self._blank, self._broken = [], False, False

    def _continues(self, line: Line) -> bool:
        previous = self._open[-1].text
        alone = self._label is not None and self._label.end >= len(self._text)
        if alone:
            return self._takes_title(line)
        if _LEADERS.search(previous) or _LEADERS.search(line.text):
            return False
        if self._broken:
            return self._over_break(line)
        if self._blank:
            return False
        if not self.width:
            return False
        full = len(previous) + self._open[-1].indent + len(line.text.split(" ", 1)[0]) + 1 > self.width * 0.85
        found = label(line.text)
        if found:
            return self._only_looks_numbered(found, previous, full)
        if line.text[0].islower() or previous.endswith(("-", ",", "–")):
            return True
        return full and not (previous.endswith(":") and len(previous) < self.width * 0.9)

    def _takes_title(self, line: Line) -> bool:
        """A number or bullet alone on its line takes the next line, unless that one is numbered too."""
        if label(line.text) or self._broken and self._label and self._label.family is Family.DECIMAL:
            return False
        if self._label and self._label.family in (Family.DECIMAL, Family.APPENDIX, Family.CHAPTER, Family.PARAGRAPH):
            return line.text[0].isupper() or line.text[0] in "\"”'[("
        return True

    def _over_break(self, line: Line) -> bool:
        """Over a page break a paragraph goes on where it was left open and the next page begins in small letters."""
        if label(line.text) or self._text.endswith(_CLOSED):
            return False
        return (
            line.text[0].islower()
            or line.text[0] in "(0123456789"
            and len(self._open) > 1
            or self._text.endswith(("-", ","))
        )

    def _only_looks_numbered(self, found: Label, previous: str, full: bool) -> bool:
        if previous.endswith(_CLOSED):
            return False
        if found.family is Family.BULLET:
            dash = found.printed in "-–—*+"
            return dash and full and self._label is None and not previous.endswith((",", "och", "samt", "eller"))
        if found.family in (Family.LETTER, Family.ROMAN, Family.PARENTHESIS):
            return full and found.open
        if found.family in (Family.APPENDIX, Family.NAMED, Family.CAPITAL):
            return full
        return full and bool(_WANTS_FIGURE.search(previous))

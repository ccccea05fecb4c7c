"""Lines of plain text become drafts of paragraphs: wrapped lines are joined, list items and headings stand alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from ingest.contents import has_leaders
from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.headings import title_like
from ingest.numbers import Family, Label, follows, label
from ingest.plain.hyphens import joined

_CLOSED = (".", "!", "?", ":", ";", ".”", '."', ".)")
_WIDEST = 160
LONGEST = 20_000  # characters of a paragraph; nobody writes longer ones, and joining lines takes the longer the more
_RULE = re.compile(r"[ \t]*([-=*~#])(?:[ \t]?\1){2,}[ \t]*")
# A line that ends so wants a figure: the next line's "7.2" is not a clause number.
_WANTS_FIGURE = re.compile(
    r"(?:\b(?:punkt(?:en|erna)?|p\.|avsnitt(?:en|et)?|bilag(?:a|an|orna)|kap\.|kapitel|artikel|nr|enligt|klausul|"
    r"och|eller|till|minst|högst|"
    r"max|om|med|på|av|i|från|den|cirka|ca|inom|§{1,2})|§|,)$",
    re.IGNORECASE,
)
# Words that nothing but a figure can follow, however short their line is; and a date broken at its hyphen.
_NEEDS_FIGURE = re.compile(
    r"(?:\b(?:punkt|punkterna|punkten|avsnitt|bilaga|kapitel|artikel|nr|enligt)|§|\d-)$", re.IGNORECASE
)
_LEFT_OPEN = re.compile(
    r"\b(?:i|och|av|med|till|ett|en|ur|för|att|på|om|den|det|de|som|vid|från|samt|eller|är|ska|kan|genom|under|"
    r"mot|hos|högst|minst|mellan)$"
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


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text's lines were broken: `even` is the width that they were wrapped at (0: at none), `ragged` that
    they were
    broken at all, at widths of their own as on slides."""

    even: int = 0
    ragged: bool = False
    widest: int = 0


def wrap_of(texts: list[str]) -> Wrap:
    """How the lines of a text are wrapped, by the lines that plainly go on: no stop at the end, small letters on
    the next.
    """
    lengths = sorted(len(text) for text in texts if text) or [0]
    width = lengths[min(len(lengths) - 1, len(lengths) * 97 // 100)]
    if width > _WIDEST:
        return Wrap()
    loose = full = 0
    for line, following in itertools.pairwise(texts):
        if line and following[:1].islower() and not line.endswith(_CLOSED) and not label(following):
            loose += 1
            full += len(line) + len(following.split(" ", 1)[0]) + 1 > width * 0.8
    return Wrap(width if full and full * 3 >= loose else 0, loose > 0, width)


class Gatherer:
    """Takes lines one after another and gives drafts. `spelled` are the words that the text writes with a hyphen."""

    def __init__(self, wrap: Wrap, spelled: Container[str]) -> None:
        self.wrap = wrap
        self.spelled = spelled
        self.drafts: list[Draft] = []
        self._open: list[Line] = []
        self._text = ""
        self._label: Label | None = None
        self._waiting: list[Draft] = []
        self._blank = False
        self._broken = False
        self._top = 0
        self._small_items = False

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
        elif self._open and len(self._text) < LONGEST and self._continues(line):
            if self._label and self._label.family is Family.DECIMAL and self._label.end >= len(self._text):
                self._top = self._label.path[0]
            self._text = joined(self._text, line.text, self.spelled)
            self._open.append(line)
            self._blank = self._broken = False
        else:
            before = self._text or (self.drafts[-1].text if self.drafts else "")
            self._close()
            self._small_items = line.text[0].islower() and (before.endswith(":") or self._small_items)
            self._open, self._text, self._label = [line], line.text, label(line.text)
            if self._label and self._label.family is Family.DECIMAL and self._label.end < len(line.text):
                self._top = self._label.path[0]

    def _rule(self, rule: str) -> None:
        """A line of = or - under a single short line makes it a heading; any other rule only parts paragraphs."""
        under = self._open and not self._blank and len(self._open) == 1 and len(self._text) <= 120
        if under and rule.strip()[0] in "=-" and " " not in rule.strip() and not self._text.endswith((".", ";", ",")):
            self._close(BlockKind.HEADING, 1 if "=" in rule else 2)
        else:
            self._close()

    def _close(self, kind: BlockKind | None = None, level: int | None = None) -> None:
        if self._open:
            if len(self._open) == 1 and self._text.isdigit() and len(self._text) <= 4:
                kind = BlockKind.PAGE_NUMBER
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
        if has_leaders(previous) or has_leaders(line.text):
            return False
        if self._broken:
            return self._over_break(line)
        if self._blank:
            return self._over_blank(line, previous)
        width = self.wrap.even
        full = width > 0 and len(previous) + self._open[-1].indent + len(line.text.split(" ", 1)[0]) + 1 > width * 0.85
        found = label(line.text)
        if found:
            return self._only_looks_numbered(found, previous, full)
        if line.text.startswith("att ") and self._text.startswith("att ") and not full:
            return False
        if line.text[0].islower() and self.wrap.ragged:
            return full or not (previous.endswith(":") or (self._small_items and self._label is None))
        if self.wrap.ragged and (
            _LEFT_OPEN.search(previous) or (line.text[0] in "0123456789(" and not previous.endswith(_CLOSED))
        ):
            return True
        if width and previous.endswith(("-", ",", "–", "/")):
            return True
        return full and not (previous.endswith(":") and len(previous) < width * 0.9)

    def _takes_title(self, line: Line) -> bool:
        """A number or bullet alone on its line takes the next line, unless that one is numbered too."""
        if label(line.text) or self._label is None:
            return False
        if self._label.family is Family.DECIMAL and len(self._label.path) == 1 and not self._label.shape:
            # A figure alone is a page number, unless it is the section number that is next.
            return self._label.path[0] == self._top + 1 and not self._broken and title_like(line.text)
        if self._label and self._label.family in (Family.DECIMAL, Family.APPENDIX, Family.CHAPTER, Family.PARAGRAPH):
            return line.text[0].isupper() or line.text[0] in "\"”'[("
        return True

    def _over_blank(self, line: Line, previous: str) -> bool:
        """Over an empty line only a line that plainly was left open goes on: extracted slides are so torn."""
        if (
            not self.wrap.ragged
            or not line.text[0].islower()
            or label(line.text)
            or self._text.endswith((*_CLOSED, ","))
        ):
            return False
        return not self._small_items and (
            _LEFT_OPEN.search(previous) is not None or len(previous) >= self.wrap.widest * 0.75
        )

    def _over_break(self, line: Line) -> bool:
        """Over a page break a paragraph goes on where it was left open and the next page begins in small letters."""
        if label(line.text) or self._text.endswith(_CLOSED):
            return False
        return (
            line.text[0].islower()
            or (line.text[0] in "(0123456789" and len(self._open) > 1)
            or self._text.endswith(("-", ","))
        )

    def _only_looks_numbered(self, found: Label, previous: str, full: bool) -> bool:
        if previous.endswith(_CLOSED):
            return False
        if _NEEDS_FIGURE.search(previous) and found.printed[0].isdigit():
            return True
        if found.family is Family.BULLET:
            dash = found.printed in "-–—*+"
            return dash and full and self._label is None and not previous.endswith((",", "och", "samt", "eller"))
        if found.family in (Family.LETTER, Family.ROMAN, Family.PARENTHESIS):
            return full and found.open and not (self._label and follows(found, self._label))
        if found.family in (Family.APPENDIX, Family.NAMED, Family.CAPITAL):
            return full
        return full and bool(_WANTS_FIGURE.search(previous))

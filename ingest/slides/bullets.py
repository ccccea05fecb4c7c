"""The marks before a slide's paragraphs: bullets, and numbers that PowerPoint counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.characters import clean
from ingest.numerals import label
from ingest.slides.names import A, whole

DEEPEST = 8
_SCHEME = re.compile(r"(arabic|alphaLc|alphaUc|romanLc|romanUc)\w{0,8}?(ParenBoth|ParenR|Period|Plain)$")
_SHAPES = {
    "arabic": "decimal",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}
_FRAMES = {"ParenBoth": "({})", "ParenR": "{})", "Period": "{}.", "Plain": "{}"}
_MARKS = tuple(f"{A}{name}" for name in ("buNone", "buChar", "buAutoNum", "buBlip"))


@dataclass(slots=True)
class Bullets:
    """The marks of one text frame. `styles` hold `a:lvlNpPr`, nearest first: its own, the layout's, the master's."""

    styles: list[etree._Element]
    _counts: dict[int, tuple[str, int]] = field(default_factory=dict)

    def mark(self, properties: etree._Element | None, depth: int) -> str:
        """The mark of the next paragraph at a depth from 0, "" where it has none."""
        for deeper in [each for each in self._counts if each > depth]:
            del self._counts[deeper]
        told = self._told(properties, depth)
        if told is None or told.tag != f"{A}buAutoNum":
            self._counts.pop(depth, None)
            if told is None or told.tag == f"{A}buNone":
                return ""
            sign = clean(told.get("char", "")).strip()[:4]
            return sign if sign and not sign.isalnum() else "•"
        scheme = told.get("type", "arabicPeriod")
        before = self._counts.get(depth)
        start = whole(told.get("startAt")) or 1
        count = before[1] + 1 if before and before[0] == scheme else start
        self._counts[depth] = scheme, count
        found = _SCHEME.match(scheme)
        if found is None:
            return f"{count}."
        return _FRAMES[found[2]].format(label(count, _SHAPES[found[1]]))

    def _told(self, properties: etree._Element | None, depth: int) -> etree._Element | None:
        levels = (style.find(f"{A}lvl{depth + 1}pPr") for style in self.styles)
        for level in (properties, *levels):
            found = None if level is None else next(level.iterchildren(*_MARKS), None)
            if found is not None:
                return found
        return None

"""Automatic numbers: what list styles and the outline define, and the counters that run while a text is walked.

OpenDocument 1.3 part 3, 5.3 and 19.880: a list may continue the one before it of its style (`continue-numbering`) or
one that it names (`continue-list`); an item may set its own start. A level shows the numbers of those above it by
`display-levels`, or by LibreOffice's own `num-list-format` ("%1%.%2%").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.characters import clean
from ingest.numerals import label
from ingest.odf.names import LOEXT, OFFICE, STYLE, STYLE_NAME, TEXT, XML_ID, whole

DEEPEST = 10
OUTLINE = "\x00outline"  # no list style can have this name
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_PLACE = re.compile(r"%(\d{1,2})%")
_LONGEST = 64  # characters of a number; it is written before every paragraph of its list


@dataclass(frozen=True, slots=True)
class Level:
    """One level: how it counts (Word's name), and what stands round the count. `sign` is a bullet's, "" for counts."""

    shape: str = "none"
    before: str = ""
    after: str = ""
    shows: int = 1
    start: int = 1
    sign: str = ""
    pattern: str | None = None
    followed: bool = True


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the page shows it. `glue` stands between it and the text."""

    text: str
    glue: str
    bullet: bool


@dataclass(slots=True)
class Run:
    """One list as it is counted: its style, and where each level (from 1) stands."""

    style: str
    counts: list[int | None] = field(default_factory=lambda: [None] * (DEEPEST + 1))


class ListStyles:
    """The list styles by name, and the outline's."""

    def __init__(self, *containers: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        for container in containers:
            for item in () if container is None else _defined(container):
                name = OUTLINE if item.tag == f"{TEXT}outline-style" else item.get(f"{STYLE}name", "")
                self._levels.setdefault(name, dict(_levels(item)))

    def level(self, style: str, depth: int) -> Level | None:
        """One level (from 1) of a style, None where it is not defined."""
        return self._levels.get(style, {}).get(depth)


class Counters:
    """The lists of one story, in one view, as they are counted."""

    def __init__(self, styles: ListStyles) -> None:
        self._styles = styles
        self._by_id: dict[str, Run] = {}
        self._last: dict[str, Run] = {}
        self.outline = Run(OUTLINE)

    def open(self, element: etree._Element, inherited: str) -> Run:
        """The run that a `text:list` of the outermost level counts in."""
        style = element.get(STYLE_NAME) or inherited
        further = element.get(f"{TEXT}continue-list")
        run = self._by_id.get(further or "")
        if run is None and element.get(f"{TEXT}continue-numbering") == "true":
            run = self._last.get(style)
        if run is None:
            run = Run(style)
        self._last[style] = run
        if named := element.get(XML_ID):
            self._by_id[named] = run
        return run

    def next(self, run: Run, style: str, depth: int, start: int | None = None) -> Number | None:
        """The number of the next paragraph at a depth (from 1); None where the level shows none."""
        depth = min(depth, DEEPEST)
        level = self._styles.level(style, depth)
        if level is None:
            return None
        stands = run.counts[depth]
        run.counts[depth] = start if start is not None else level.start if stands is None else stands + 1
        for deeper in range(depth + 1, DEEPEST + 1):
            run.counts[deeper] = None
        text = level.sign or self._shown(run, style, depth, level)
        return Number(text, " " if level.followed else "", bool(level.sign)) if text else None

    def _shown(self, run: Run, style: str, depth: int, level: Level) -> str:
        if level.pattern is not None:
            text = _PLACE.sub(lambda place: self._count(run, style, int(place[1])), level.pattern)
        else:
            counts = (self._count(run, style, at) for at in range(max(1, depth - level.shows + 1), depth + 1))
            text = level.before + ".".join(filter(None, counts)) + level.after
        return clean(text[:_LONGEST]).strip()

    def _count(self, run: Run, style: str, depth: int) -> str:
        level = self._styles.level(style, depth) or Level()
        stands = run.counts[depth] if 0 < depth <= DEEPEST else None
        return label(level.start if stands is None else stands, level.shape)


def _defined(container: etree._Element) -> Iterator[etree._Element]:
    yield from container.iterchildren(f"{TEXT}list-style", f"{TEXT}outline-style")


def _levels(style: etree._Element) -> Iterator[tuple[int, Level]]:
    for item in style:
        depth = whole(item.get(f"{TEXT}level"), 1, DEEPEST)
        if depth is None:
            continue
        if item.tag == f"{TEXT}list-level-style-bullet":
            yield depth, Level(sign=_bullet(item))
        elif item.tag == f"{TEXT}list-level-style-image":
            yield depth, Level(sign="•")
        else:
            yield depth, _counted(item, depth)


def _counted(item: etree._Element, depth: int) -> Level:
    start = whole(item.get(f"{TEXT}start-value"))
    pattern = item.get(f"{LOEXT}num-list-format")
    shape = _FORMATS.get(item.get(f"{STYLE}num-format", ""), "decimal")
    alignment = next(item.iter(f"{STYLE}list-level-label-alignment"), None)
    followed = alignment is None or alignment.get(f"{TEXT}label-followed-by") != "nothing"
    return Level(
        shape=shape,
        before=item.get(f"{STYLE}num-prefix", "")[:_LONGEST],
        after=item.get(f"{STYLE}num-suffix", "")[:_LONGEST],
        shows=whole(item.get(f"{TEXT}display-levels"), 1, depth) or 1,
        start=1 if start is None else start,
        pattern=pattern[:_LONGEST] if pattern else None,
        followed=followed,
    )


def _bullet(item: etree._Element) -> str:
    sign = item.get(f"{TEXT}bullet-char", "")
    properties = item.find(f"{STYLE}text-properties")
    font = "" if properties is None else "".join(properties.get(name, "") for name in _FONTS)
    if not sign.strip() or (sign.isalnum() and any(name in font for name in ("Symbol", "Wingdings", "Courier"))):
        return "•"
    return clean(sign).strip() or "•"


_FONTS = (
    f"{STYLE}font-name",
    "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-family",
)


def list_styles(content: etree._Element, styles: etree._Element | None) -> tuple[ListStyles, ListStyles]:
    """The list styles of the content and of the page layouts."""
    common = None if styles is None else styles.find(f"{OFFICE}styles")
    beside = None if styles is None else styles.find(f"{OFFICE}automatic-styles")
    return ListStyles(content.find(f"{OFFICE}automatic-styles"), common), ListStyles(beside, common)

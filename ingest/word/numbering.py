"""Automatic numbers: what numbering.xml defines, and the counters that run while a document is walked.

ECMA-376 part 1, 17.9. Lists that share an abstract definition share its counters; a `startOverride` begins anew the
first time that its list is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from ingest.characters import clean
from ingest.numerals import label
from ingest.word.names import ALTERNATE, MC, VAL, W, number, switch, value, whole

DEEPEST = 8
_PLACE = re.compile(r"%([1-9])")
_STYLE_LINKS = 8
_LONGEST = 64  # characters of a number; it is written before every paragraph of its list


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how its number looks. `indent` is in points, None where not given."""

    start: int = 1
    shape: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str | None = None
    indent: float | None = None

    @property
    def bullet(self) -> bool:
        """Whether the level shows a sign in place of a count."""
        return self.shape == "bullet"


@dataclass(frozen=True, slots=True)
class List:
    """A numbering instance: its abstract definition (whose counters it shares), its levels and where it begins anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the page shows it. `glue` stands between it and the text."""

    text: str
    glue: str
    bullet: bool


class Numbering:
    """All lists of a file, by numId."""

    def __init__(self, root: etree._Element | None, style_lists: dict[str, str]) -> None:
        self._lists: dict[str, List] = {}
        if root is None:
            return
        abstracts = {item.get(f"{W}abstractNumId", ""): item for item in root.iterchildren(f"{W}abstractNum")}
        uses = {item.get(f"{W}numId", ""): item for item in root.iterchildren(f"{W}num")}
        levels = {key: _levels(item) for key, item in abstracts.items()}
        for key, item in uses.items():
            abstract = _linked(value(item, f"{W}abstractNumId") or "", abstracts, uses, style_lists)
            self._lists[key] = _use(item, abstract, levels.get(abstract, {}))

    def level(self, list_id: str, depth: int) -> Level | None:
        """The definition of one level of a list, None where there is no such list or level."""
        found = self._lists.get(list_id)
        return None if found is None else found.levels.get(depth)

    def list_of(self, list_id: str) -> List | None:
        """A list by its numId; None for "0" (no number) and unknown ones."""
        return self._lists.get(list_id)

    def depth_of_style(self, list_id: str, style: str) -> int | None:
        """The level that a list links to a paragraph style."""
        found = self._lists.get(list_id)
        if found is None:
            return None
        return next((depth for depth, level in found.levels.items() if level.style == style), None)


@dataclass(slots=True)
class Counters:
    """Where each list stands. One for each story (body, a header, the notes), and one for each view."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, list_id: str, depth: int) -> Number | None:
        """The number of the next paragraph at a depth (from 0) of a list; None where the list shows none."""
        used = self.numbering.list_of(list_id)
        if used is None or depth not in used.levels:
            return None
        counts = self._counts.setdefault(used.abstract, [None] * (DEEPEST + 1))
        self._count(list_id, used, depth, counts)
        level = used.levels[depth]
        text = _shown(used, depth, counts)
        return Number(text, "" if level.suffix == "nothing" else " ", level.bullet) if text else None

    def _count(self, list_id: str, used: List, depth: int, counts: list[int | None]) -> None:
        before = counts[depth]
        if depth in used.starts and (list_id, depth) not in self._begun:
            counts[depth] = used.starts[depth]
        else:
            counts[depth] = used.levels[depth].start if before is None else before + 1
        self._begun.add((list_id, depth))
        for deeper in range(depth + 1, DEEPEST + 1):
            restart = used.levels[deeper].restart if deeper in used.levels else None
            if restart is None or depth < restart:
                counts[deeper] = None


def _shown(used: List, depth: int, counts: list[int | None]) -> str:
    level = used.levels[depth]
    if level.bullet:
        return clean(level.text).strip()

    def count(place: re.Match[str]) -> str:
        at = int(place.group(1)) - 1
        other = used.levels.get(at, Level())
        stands = counts[at]
        shape = "decimal" if level.legal and other.shape != "none" else other.shape
        return label(other.start if stands is None else stands, shape)

    return clean(_PLACE.sub(count, level.text)).strip()


def _levels(parent: etree._Element) -> dict[int, Level]:
    found = {}
    for item in parent.iterchildren(f"{W}lvl"):
        depth = whole(item.get(f"{W}ilvl"))
        if depth is not None and 0 <= depth <= DEEPEST:
            found[depth] = _level(item)
    return found


def _level(item: etree._Element) -> Level:
    shape = _shape(item)
    text = (value(item, f"{W}lvlText") or "")[:_LONGEST]
    start = number(item, f"{W}start")
    if shape == "bullet":
        text = _bullet(item, text)
    return Level(
        start=0 if start is None else start,  # 17.9.25: a missing start is zero
        shape=shape,
        text=text,
        suffix=value(item, f"{W}suff") or "tab",
        legal=switch(item.find(f"{W}isLgl")) or False,
        restart=number(item, f"{W}lvlRestart"),
        style=value(item, f"{W}pStyle"),
        indent=points(item.find(f"{W}pPr/{W}ind")),
    )


def _bullet(item: etree._Element, text: str) -> str:
    fonts = item.find(f"{W}rPr/{W}rFonts")
    if item.find(f"{W}lvlPicBulletId") is not None or not text.strip():
        return "•"
    font = "" if fonts is None else (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "")
    drawn = font.startswith(("Symbol", "Wingdings", "Webdings", "Courier"))  # Word's round bullet is Courier's letter o
    return "•" if drawn and text.isalnum() else text


def _shape(item: etree._Element) -> str:
    choice = item.find(f"{ALTERNATE}/{MC}Choice/{W}numFmt")
    if choice is not None and choice.get(VAL) == "custom":
        return (choice.get(f"{W}format") or "decimal").split(",")[0].strip()
    return value(item, f"{W}numFmt") or "decimal"


def points(indent: etree._Element | None) -> float | None:
    """The left indent of a `w:ind` in points, None where it gives none."""
    if indent is None:
        return None
    twips = whole(indent.get(f"{W}left") or indent.get(f"{W}start"))
    return None if twips is None else twips / 20


def _linked(
    abstract: str,
    abstracts: dict[str, etree._Element],
    uses: dict[str, etree._Element],
    style_lists: dict[str, str],
) -> str:
    """The abstract definition that holds the levels: a `numStyleLink` points through a style to another."""
    for _ in range(_STYLE_LINKS):  # a file may link in a circle
        style = value(abstracts.get(abstract), f"{W}numStyleLink")
        use = uses.get(style_lists.get(style or "", ""))
        further = value(use, f"{W}abstractNumId")
        if further is None or further == abstract:
            return abstract
        abstract = further
    return abstract


def _use(item: etree._Element, abstract: str, levels: dict[int, Level]) -> List:
    levels, starts = dict(levels), {}
    for override in item.iterchildren(f"{W}lvlOverride"):
        depth = whole(override.get(f"{W}ilvl"))
        if depth is None or not 0 <= depth <= DEEPEST:
            continue
        for own in override.iterchildren(f"{W}lvl"):
            levels[depth] = _level(own)
        begin = number(override, f"{W}startOverride")
        if begin is not None:
            starts[depth] = begin
            levels[depth] = replace(levels.get(depth, Level()), start=begin)
    return List(abstract, levels, starts)

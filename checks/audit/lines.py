"""A report line by line: its blocks, those apart that hold several labelled items, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checks.audit import recommending
from ingest.document import Block, BlockKind, Document

_GIST = re.compile(
    r"sammanfatt|slutsats|samlad|sammantag|missiv|följebrev|svar på revisionsfråg|revisionsfrågorna besvara|avslut|"
    r"slutord|besvarande av|i korthet|\bslutlig",
    re.IGNORECASE,
)
_UNNUMBERED = 9  # the level of a heading that shows none: below those that do
_KEPT = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_ROW,
        BlockKind.TABLE_HEAD,
        BlockKind.TEXT_BOX,
    }
)
_LABELS = (
    re.compile(r"(?:(?<=\s)|^)(?:R|Rek\.?\s?)(\d{1,2})[.:]?\s(?=\S)"),
    re.compile(r"(?:(?<=\s)|^)\((\d{1,2})\)\s(?=\S)"),
    re.compile(r"(?:(?<=[:,;.]\s)|^)(\d{1,2})[.)]\s(?=\S)"),
    re.compile(r"(?:(?<=[:,;.]\s)|(?<=och\s)|(?<=samt\s)|(?<=att\s)|^)\(?([a-h])\)\s(?=\S)"),
)


class Place(StrEnum):
    """What a line stands under: its heading says whether recommendations are to be expected there."""

    OPEN = "open"
    RECOMMENDED = "recommended"
    ASIDE = "aside"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Line:
    """`document.text[start:end]`, of the block with that index. `kind` is LIST_ITEM for what is labelled within a
    paragraph; `style` is the form of an item's mark ("1", "a", "•"), `part` counts the chapters, `gist` is true in one
    that sums up what others say.
    """

    block: int
    kind: BlockKind
    start: int
    end: int
    text: str
    label: str
    level: int
    place: Place
    part: int
    gist: bool = False

    @property
    def style(self) -> str:
        """The form of its mark: digits, letters, or the sign itself."""
        if re.search(r"\d", self.label):
            return "1"
        return "a" if re.search(r"[a-zåäö]", self.label, re.IGNORECASE) else self.label.strip()


def lines(document: Document) -> list[Line]:
    """The lines of a report in order."""
    found: list[Line] = []
    place, depth, part, first = Place.OPEN, 0, 0, True
    gist: int | None = None
    for at, block in enumerate(document.blocks):
        if block.kind not in _KEPT:
            continue
        text = document.quote(block.span)
        if block.kind is BlockKind.HEADING and _is_item(text, place, found[-1] if found else None):
            mark = recommending.MARK.match(text)
            kind = BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH
            label = mark.group().strip() if mark else ""
            found.append(
                Line(at, kind, block.span.start, block.span.end, text, label, 0, place, part, gist is not None)
            )
            continue
        if block.kind is BlockKind.HEADING:
            level = block.level or _UNNUMBERED
            if _turns(text, found):
                found.append(
                    Line(
                        at,
                        block.kind,
                        block.span.start,
                        block.span.end,
                        text,
                        "",
                        block.level,
                        place,
                        part,
                        gist is not None,
                    )
                )
                continue
            if gist is None or level <= gist:
                gist = level if (_GIST.match(_numberless(text)) if first else _GIST.search(text)) else None
            own = Place.OPEN if first else _under(text)
            within = place is Place.RECOMMENDED and own is Place.OPEN
            if not (within and (level > depth or recommending.turns_to(text))):
                part += 1
                if place is Place.OPEN or own is not Place.OPEN or level <= depth:
                    place, depth = own, level
            first = False
        found += [
            Line(at, kind, start, end, document.text[start:end], label, block.level, place, part, gist is not None)
            for kind, start, end, label in _cut(block, text)
        ]
    return found


def _turns(title: str, found: list[Line]) -> bool:
    """Whether what looks like a heading turns to the next body within a list: "Till samtliga nämnder"."""
    in_list = bool(found) and found[-1].kind is BlockKind.LIST_ITEM
    return in_list and title[:5].lower() == "till " and recommending.turns_to(title)


def _numberless(title: str) -> str:
    return title.lstrip("0123456789. ")


def _is_item(text: str, place: Place, before: Line | None) -> bool:
    """Whether what looks like a heading is an item: it opens with a verb under the heading of the recommendations, or
    it counts on from the item before it.
    """
    mark = recommending.MARK.match(text)
    body = text[mark.end() :] if mark else text
    if recommending.is_heading(body) or not recommending.opens_like_one(body):
        return False
    if place is Place.RECOMMENDED:
        return True
    number, last = (
        re.search(r"\d{1,2}", label) for label in (mark.group() if mark else "", before.label if before else "")
    )
    return bool(number and last and int(number.group()) == int(last.group()) + 1)


def _under(title: str) -> Place:
    if recommending.is_heading(title):
        return Place.RECOMMENDED
    if recommending.is_old(title):
        return Place.OLD
    return Place.ASIDE if recommending.is_aside(title) else Place.OPEN


def _cut(block: Block, text: str) -> Iterator[tuple[BlockKind, int, int, str]]:
    """A paragraph with labels in order ("R1 ..., R2 ...") as its lead and items; any other block as it is."""
    start = block.span.start
    marks = _labels(text) if block.kind is BlockKind.PARAGRAPH else []
    if not marks:
        yield block.kind, start, block.span.end, block.number
        return
    if marks[0].start() > 0:
        yield block.kind, start, start + len(text[: marks[0].start()].rstrip()), ""
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else len(text)
        body = text[mark.start() : end].rstrip()
        yield BlockKind.LIST_ITEM, start + mark.start(), start + mark.start() + len(body), mark.group().strip()


def _labels(text: str) -> list[re.Match[str]]:
    """The labels of one form that count upwards: two or more, or one that the paragraph begins with."""
    for pattern in _LABELS:
        kept: list[re.Match[str]] = []
        for match in pattern.finditer(text):
            number = int(match[1]) if match[1].isdigit() else ord(match[1]) - 96
            before = kept[-1][1] if kept else None
            if before is None or number == (int(before) if before.isdigit() else ord(before) - 96) + 1:
                kept.append(match)
        if len(kept) > 1 or (kept and kept[0].start() == 0 and pattern is _LABELS[0]):
            return kept
    return []

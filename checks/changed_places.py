"""Which statements of a contract an amendment means by a number or a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checks.precedence import lies_in, parts
from checks.titles import titled
from ingest.document import BlockKind, Document

_ORDINALS = {"första": 0, "andra": 1, "tredje": 2, "fjärde": 3, "sista": -1}
_NUMBER = re.compile(r"(?:[A-Z]\.?)?\d{1,2}(?:[.:]\d{1,2}){0,3}[a-z]?|(?-i:\b[IVX]{1,5}\b)", re.I)
_CHAPTER = re.compile(r"^(?:\w{2,4}\s+)?(?:kap\.|kapitel)\s*(\d{1,2})\b", re.I)
_OF_A_PART = re.compile(r"(?:under)?bilaga|tilläggsavtal|appendix", re.I)


@dataclass(frozen=True, slots=True)
class Change:
    """What a statement changes: numbers, or the section of a title; of it an item, or the nth sentence or paragraph.

    `part` is the part of the contract that is named, `chapter` the number of the chapter, `short` the name of a part in
    capitals ("AB Kap. 6 § 3").
    """

    numbers: tuple[str, ...]
    title: str = ""
    item: str | None = None
    nth: str | None = None
    unit: str | None = None
    part: str | None = None
    chapter: str | None = None
    short: str | None = None


class Outline:
    """A document's sections by their bare numbers, with their parts and statements; made when a change is found."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.parts = parts(document)
        self.numbered: dict[str, list[int]] = {}
        for place, section in enumerate(document.sections):
            if not _OF_A_PART.match(section.number):  # "punkt 1" is not "Bilaga 1"
                self.numbered.setdefault(_bare(section.number), []).append(place)
        self._starts = [statement.span.start for statement in document.statements]

    def inside(self, section: int) -> range:
        """The statements that lie in a section."""
        span = self.document.sections[section].span
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    @cached_property
    def rows(self) -> dict[str, list[int]]:
        """Statements by the number of the row or item that they stand in, where it has parts ("4.1", "H.2")."""
        found: dict[str, list[int]] = {}
        for index, statement in enumerate(self.document.statements):
            block = self.document.blocks[statement.block]
            first = self.document.quote(block.cells[0]) if block.kind is BlockKind.TABLE_ROW and block.cells else ""
            number = (block.number or first).strip(" .:")
            if "." in number and _NUMBER.fullmatch(number):
                found.setdefault(number.lower(), []).append(index)
        return found


def meant(outline: Outline, change: Change, amendment: int) -> set[int]:
    """The statements that a change takes back. `amendment` is the index of the statement that says so."""
    found: set[int] = set()
    for number in change.numbers:
        sections = outline.numbered.get(number.lower(), ())
        found |= _under(outline, sections, amendment, change) if sections else _row(outline, number, amendment)
    if change.title:
        found |= _under(outline, titled(outline.document, change.title), amendment, change)
    return found


def _row(outline: Outline, number: str, amendment: int) -> set[int]:
    return {index for index in outline.rows.get(number.lower(), ()) if index < amendment}


def _under(outline: Outline, places: Sequence[int], amendment: int, change: Change) -> set[int]:
    """The statements of that of some sections which is meant: all of them, an item, the nth sentence or paragraph."""
    document = outline.document
    inside = next((found for found in _candidates(outline, places, amendment, change) if found), [])
    if change.item:
        return {
            place
            for place in inside
            if document.blocks[document.statements[place].block].number.strip("()., ").lower() == change.item.lower()
        }
    if change.nth is None or change.unit is None:
        return set(inside)
    if change.unit.lower() == "meningen":
        groups = [[place] for place in inside]
    else:
        blocks = dict.fromkeys(document.statements[place].block for place in inside)
        groups = [[place for place in inside if document.statements[place].block == block] for block in blocks]
    chosen = _ORDINALS[change.nth.lower()]
    return set(groups[chosen]) if -len(groups) <= chosen < len(groups) else set()


def _candidates(outline: Outline, places: Sequence[int], amendment: int, change: Change) -> Iterator[list[int]]:
    """The statements of each of the sections, the likeliest section first.

    An appendix may restart the numbers: the named part goes first, then the amendment's own part, then the main one;
    what stands before the amendment goes before what stands after it, and after it only another part is meant.
    """
    home = outline.document.statements[amendment].section
    here = "main" if home is None else outline.parts[home]
    ranked = []
    for place in places:
        own = outline.parts[place]
        if not _named(outline, place, change):
            continue
        inside = outline.inside(place)
        later = bool(inside) and inside[0] > amendment
        if later and own == here:
            continue
        before = list(inside) if later else [at for at in inside if at < amendment]
        ranked.append((own != here or own == "amendment", own != "main", later, place, before))
    yield from (before for *_, before in sorted(ranked))


def _named(outline: Outline, section: int, change: Change) -> bool:
    """Whether a section lies in the part and the chapter that a change names."""
    own, path = outline.parts[section], outline.document.path(section)
    # "Ur avtalet" is out of the whole of it, not of its main part.
    if change.part not in (None, "main", own) and not lies_in(outline.document, section, change.part or ""):
        return False
    titles = [f"{outer.number} {outer.title}".strip() for outer in path]
    chapters = [found[1] for title in titles if (found := _CHAPTER.match(title))]
    if change.chapter and change.chapter not in chapters:
        return False
    return not change.short or any(re.search(rf"\b{change.short}\b", title) for title in titles)


def _bare(number: str) -> str:
    found = _NUMBER.search(number)
    return found[0].lower() if found else number

"""The recommendations of an audit: found in lists, tables, labelled lines and running text, and each counted once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.audit import recommending
from checks.audit.advice import Strength
from checks.audit.advising import in_full
from checks.audit.asked_rows import row
from checks.audit.boards import addressees, specific
from checks.audit.lines import Line, Place, lines
from checks.audit.merging import Asked, once
from checks.audit.running import Told, also, told
from checks.audit.speakers import names_body, uncapped
from checks.audit.wording import item, unmarked
from ingest.document import BlockKind, Document

__all__ = ["Asked", "recommendations"]
_LONGEST = 420
_TITLE = 90
_BESIDES = re.compile(r"(?:därutöver|därtill|vidare|dessutom|slutligen|även|också|utöver detta)\b", re.IGNORECASE)
_AUDIT = re.compile(r"\b(?:revis|granskning)", re.IGNORECASE)
_OWN_WORD = re.compile(r"^(?!.*\brevis).*\bvi\b", re.IGNORECASE | re.DOTALL)
_COMPANY = re.compile(r"\blekmannarevis|\bårsstämma|\bbolagsstämma", re.IGNORECASE)
_OPENING = 1500  # characters: there a report says whom it is for
_BETWEEN = 300  # characters: a line between a heading and its list
_COHERENT = 0.5  # of a list's items that open with a verb: then all are recommendations


def recommendations(document: Document, *, retold: bool = False) -> list[Asked]:
    """Every recommendation of a report once, in the order of its fullest list, then those of its running text. A
    response has them `retold`: there "vi" is the board, and what ought to be done is so by its own word.
    """
    search = _Search(document)
    found = list(search.all())
    weaker = search.weaker
    if retold:
        found = [each for each in found if each.listed or not _OWN_WORD.search(document.quote(each.span))]
        weaker = [each for each in weaker if _AUDIT.search(document.quote(each.asked.span))]
    kept = once(document, found)
    more = list(also(found, kept, weaker))
    return once(document, sorted([*found, *more], key=lambda asked: asked.span.start)) if more else kept


def _known(document: Document) -> list[str]:
    """The boards that "nämnden" and "styrelsen" may stand for: in a company's report the board is the company's own."""
    known = specific(document.text)
    if _COMPANY.search(document.text[:_OPENING]):
        return [name for name in known if not name.lower().endswith("styrelsen")]
    return known


def _gathers(line: Line) -> bool:
    """Whether a line stands where recommendations are gathered."""
    return line.gist or line.place is Place.RECOMMENDED


class _Search:
    """Goes through a report line by line. `to` is whom the open list addresses, None where no list is open; under a
    heading the list is `loose`: only lines that open like a recommendation are taken. `first` is the list's first
    item: what has another mark, or stands deeper, belongs to the item before it. `labelled` is true after a label that
    stands alone ("Rekommendation 2").
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = lines(document)
        self.known = _known(document)
        self.to: tuple[str, ...] | None = None
        self.loose = False
        self.labelled = False
        self.first: Line | None = None
        self.last: Line | None = None
        self.weaker: list[Told] = []

    def all(self) -> Iterator[Asked]:
        """Everything that is recommended, repetitions and all, in the document's order."""
        for place, line in enumerate(self.lines):
            for asked in self._line(place, line):
                yield replace(asked, part=line.part, gist=asked.gist or line.gist, summing=_gathers(line))

    def _line(self, place: int, line: Line) -> Iterator[Asked]:
        if line.kind is BlockKind.HEADING:
            yield from self._heading(place, line)
        elif line.place is Place.OLD:
            self._close()
        elif line.kind in (BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW):
            yield from row(self.document, line.block, self.to or ())
        elif self._leads(place, line):
            self._open(line)
        elif labelled := recommending.LABELLED.match(line.text):
            yield from self._labelled(line, labelled)
        elif line.kind is BlockKind.LIST_ITEM and self.to is not None:
            yield from self._item(place, line, self.to)
        else:
            yield from self._paragraph(line)

    def _close(self) -> None:
        self.to, self.loose, self.labelled, self.first, self.last = None, False, False, None, None

    def _open(self, line: Line) -> None:
        """The list that a lead opens; one that names no body keeps that of its heading."""
        lead = recommending.last_sentence(line.text)
        to = addressees(uncapped(lead), self.known)
        if not to and recommending.is_to_all(lead):
            self.to = ()
        self.to, self.loose, self.first, self.last = to or self.to or (), False, None, None

    def _leads(self, place: int, line: Line) -> bool:
        """Whether a line leads into a list, and one follows."""
        text = unmarked(line.text) if line.kind is BlockKind.LIST_ITEM else line.text
        if self.to is not None and (recommending.turns_to(text) or recommending.goes_on(text)) and names_body(text):
            return True
        if not recommending.gives(text) or in_full(text):
            return False
        following = self.lines[place + 1] if place + 1 < len(self.lines) else None
        if following is None or following.kind is BlockKind.HEADING:
            return False
        if line.kind is BlockKind.LIST_ITEM and (following.style == line.style or following.level < line.level):
            return False
        if line.place is Place.ASIDE and not re.search(r"\b(?:vi|revisorerna)\b|rekommendera", text, re.IGNORECASE):
            return False
        listed = following.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW)
        return (
            listed
            or recommending.opens_like_one(unmarked(following.text))
            or recommending.turns_to(following.text)
            or (recommending.ends_open(text) and len(following.text) < _LONGEST)
            or (recommending.gives(following.text) and self._leads(place + 1, following))
        )

    def _heading(self, place: int, line: Line) -> Iterator[Asked]:
        text = line.text
        if recommending.LABEL_ONLY.match(text):
            self.labelled, self.to = True, self.to or ()
            return
        self.labelled = False
        labelled = recommending.LABELLED.match(text)
        if labelled and line.place is not Place.OLD:
            start = line.start + labelled.start("what")
            yield from self._taken(line, start, self.to or (), labelled["label"])
            return
        own = recommending.is_heading(text)
        turning = line.place is Place.RECOMMENDED or (text[:5].lower() == "till " and recommending.turns_to(text))
        if self.to is not None and turning and names_body(text) and len(text) < _TITLE and not own:
            self.to, self.loose, self.first, self.last = addressees(uncapped(text), self.known), True, None, None
            return
        self._close()
        if own or (recommending.gives(text) and recommending.ends_open(text)):
            self.to, self.loose = addressees(uncapped(text), self.known), own

    def _labelled(self, line: Line, labelled: re.Match[str]) -> Iterator[Asked]:
        start = line.start + labelled.start("what")
        spans = [each for each in told(self.document, line, self.known, start) if each.advice.strength > Strength.NEED]
        yield from (each.asked for each in spans)
        if not spans and not recommending.answers(self.document.text[start : line.end]):
            to = addressees(labelled["to"] or "", self.known) or self.to or ()
            yield from self._taken(line, start, to, labelled["label"])

    def _taken(self, line: Line, start: int, to: tuple[str, ...], label: str) -> Iterator[Asked]:
        if not line.text.rstrip().endswith("?"):
            yield item(self.document, line.block, start, line.end, to, label)

    def _item(self, place: int, line: Line, to: tuple[str, ...]) -> Iterator[Asked]:
        if self._is_within(line):
            return
        self.first, self.last = self.first or line, line
        mark = recommending.MARK.match(line.text)
        start = line.start + (mark.end() if mark else 0)
        said = [each for each in told(self.document, line, self.known, start) if each.advice.strength > Strength.NEED]
        outright = [each for each in said if each.outright]
        if outright or (said and said[0].asked.span.start == start):
            for each in outright or said[:1]:
                label = line.label if line.style == "1" else ""
                yield replace(each.asked, addressees=each.asked.addressees or to, listed=True, label=label)
            return
        if not self.loose or recommending.opens_like_one(unmarked(line.text)) or self._coherent(place):
            yield from self._taken(line, line.start, to, line.label)

    def _is_within(self, line: Line) -> bool:
        """Whether an item stands within the one before it: deeper, or with a sign below one with a number."""
        if self.first is None:
            return False
        return line.level > self.first.level or (self.first.style == "1" and line.style not in ("1", "a"))

    def _coherent(self, place: int) -> bool:
        """Whether the list of an item reads as one of recommendations: most of its items open with a verb."""
        first, last = place, place
        while first > 0 and self.lines[first - 1].kind is BlockKind.LIST_ITEM:
            first -= 1
        while last + 1 < len(self.lines) and self.lines[last + 1].kind is BlockKind.LIST_ITEM:
            last += 1
        opening = [recommending.opens_like_one(unmarked(line.text)) for line in self.lines[first : last + 1]]
        return sum(opening) > _COHERENT * len(opening)

    def _paragraph(self, line: Line) -> Iterator[Asked]:
        text = line.text
        if self.to is not None and recommending.LABEL_ONLY.match(text):
            self.labelled = True
            return
        heard = told(self.document, line, self.known)
        outright = [each for each in heard if each.outright]
        yield from (each.asked for each in outright)
        weaker = [each for each in heard if not each.outright]
        if outright:
            self.weaker += weaker
            return
        opens = len(text) < _LONGEST and recommending.opens_like_one(unmarked(text))
        if self.to is not None and opens:
            yield from self._taken(line, line.start, self.to, line.label)
        elif line.place is Place.RECOMMENDED or self.labelled or (self.to is not None and _BESIDES.match(text)):
            yield from self._oughts(weaker)
            self.labelled = False
        else:
            self.weaker += weaker
            if not (self.loose and self.to is not None and len(text) < _BETWEEN):
                self._close()

    def _oughts(self, heard: list[Told]) -> Iterator[Asked]:
        """What bodies ought to do, said where recommendations stand; what only sums up or is needed waits."""
        for each in heard:
            if each.advice.strength > Strength.NEED and not each.advice.again:
                yield replace(each.asked, listed=self.labelled)
            else:
                self.weaker.append(each)

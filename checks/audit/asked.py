"""The recommendations of an audit: found in lists, tables, labelled lines and running text, and each counted once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.audit import recommending
from checks.audit.alike import Likeness, Vector, cosine
from checks.audit.boards import addressees, boards, short_names, specific
from ingest.document import Block, BlockKind, Document, Span

_ALIKE = 0.5  # two wordings of one recommendation
_STRAY = 0.3  # a sentence that is less like every listed one is a recommendation of its own
_LONGEST = 420
_TITLE = 70
_BETWEEN = 300  # characters: a line between a heading and its list
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
_COLUMN = re.compile(r"rekommendation", re.IGNORECASE)
_TO_COLUMN = re.compile(r"riktas|adress|mottagar|nämnd|avser|ansvarig|till\b|berör", re.IGNORECASE)
_NUMBER_CELL = re.compile(r"^(?:R|Rek\.?\s?)?\d{1,2}(?:\.\d)?\.?$|^R\d{1,2}$", re.IGNORECASE)
_FIRST_SENTENCE = re.compile(r"^.{20,}?[.](?=\s+[A-ZÅÄÖ])", re.DOTALL)
_ENDS = " \t\n.;,:*_"
_TRAILING = re.compile(r"[,;]?\s+(?:samt|och)\s*$")


@dataclass(frozen=True, slots=True)
class Asked:
    """One recommendation as found: its span and number in the document, to whom, and how it stood there."""

    span: Span
    addressees: tuple[str, ...]
    block: int
    listed: bool
    label: str = ""
    repeated: tuple[Span, ...] = ()


def recommendations(document: Document) -> list[Asked]:
    """Every recommendation of a report once, in the order of its fullest list, then those of its running text."""
    found = list(_all(document))
    if not found:
        found = list(_oughts(document))
    elif not any(asked.listed for asked in found):
        found = sorted({*found, *_oughts(document, ("bör",))}, key=lambda asked: asked.span.start)
    return _once(document, found)


def _all(document: Document) -> Iterator[Asked]:
    """Everything that is recommended, repetitions and all, in the document's order."""
    search = _Search(document)
    for place, block in enumerate(document.blocks):
        if block.kind in _KEPT:
            yield from search.block(place, block)


class _Search:
    """Goes through a report block by block. `to` is whom the open list addresses, None where no list is open; under a
    heading the list is `loose`: only lines that open like a recommendation are taken.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known = specific(document.text)
        self.to: tuple[str, ...] | None = None
        self.loose = False

    def block(self, place: int, block: Block) -> Iterator[Asked]:
        """The recommendations of one block."""
        text = self.document.quote(block.span)
        labelled = recommending.LABELLED.match(text)
        if block.kind in (BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW):
            yield from _row(self.document, place, block, self.to or (), self.known)
        elif block.kind is BlockKind.HEADING:
            yield from self._heading(place, block, text)
        elif labelled:
            yield from self._labelled(place, block, text, labelled)
        elif block.kind is BlockKind.LIST_ITEM and self.to is not None:
            yield from self._item(place, block, text, self.to)
        else:
            yield from self._paragraph(place, block, text)

    def _heading(self, place: int, block: Block, text: str) -> Iterator[Asked]:
        own = recommending.is_heading(text)
        if self.to is not None and boards(text) and len(text) < _TITLE and not own:
            self.to = addressees(text, self.known)
            return
        self.to, self.loose = (addressees(text, self.known), True) if own else (None, False)
        labelled = recommending.LABELLED.match(text)
        if labelled:
            start = block.span.start + labelled.start("what")
            yield _item(self.document, place, start, block.span.end, (), labelled["label"])

    def _labelled(self, place: int, block: Block, text: str, labelled: re.Match[str]) -> Iterator[Asked]:
        spans = recommending.sentences(text, block.span.start)
        for each in spans:
            yield Asked(each.span, addressees(each.to, self.known), place, False)
        if not spans:
            start = block.span.start + labelled.start("what")
            yield _item(self.document, place, start, block.span.end, self.to or (), labelled["label"])

    def _item(self, place: int, block: Block, text: str, to: tuple[str, ...]) -> Iterator[Asked]:
        inner = recommending.sentences(text, block.span.start)
        for each in inner:
            yield Asked(each.span, addressees(each.to, self.known) or to, place, True, block.number)
        taken = not self.loose or recommending.opens_like_one(_unmarked(text))
        if not inner and taken and not text.rstrip().endswith("?"):
            yield _item(self.document, place, block.span.start, block.span.end, to, block.number)

    def _paragraph(self, place: int, block: Block, text: str) -> Iterator[Asked]:
        if self.to is not None and recommending.turns_to(text) and boards(text):
            self.to, self.loose = addressees(text, self.known), False
            return
        opens = len(text) < _LONGEST and recommending.opens_like_one(_unmarked(text))
        if self.to is not None and opens and not recommending.gives(text):
            yield _item(self.document, place, block.span.start, block.span.end, self.to, block.number)
            return
        spans = recommending.sentences(text, block.span.start)
        for each in spans:
            yield Asked(each.span, addressees(each.to, self.known), place, False)
        if not spans and recommending.gives(text) and _list_follows(self.document, place, text):
            self.to, self.loose = addressees(_last_sentence(text), self.known), False
        elif not (self.loose and self.to is not None and len(text) < _BETWEEN):
            self.to = None


def _last_sentence(text: str) -> str:
    return re.split(r"[.!?]\s", text.rstrip(" :"))[-1]


def _unmarked(text: str) -> str:
    mark = recommending.MARK.match(text)
    return text[mark.end() :] if mark else text


def _list_follows(document: Document, place: int, text: str) -> bool:
    if text.rstrip().endswith((":", "att")):
        return True
    for block in document.blocks[place + 1 : place + 3]:
        following = document.quote(block.span)
        if block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW) or recommending.turns_to(
            following
        ):
            return True
        if block.kind is BlockKind.PARAGRAPH:
            return recommending.opens_like_one(_unmarked(following))
    return False


def _item(document: Document, place: int, start: int, end: int, to: tuple[str, ...], label: str) -> Asked:
    """A list item without its mark, its "att" and its end; of a long one its first sentence."""
    text = document.text[start:end]
    mark = recommending.MARK.match(text)
    at = start + (mark.end() if mark else 0)
    body = document.text[at:end]
    if body[:4].lower() == "att ":
        at, body = at + 4, body[4:]
    first = _FIRST_SENTENCE.match(body)
    if first:
        body = first.group()
    body = _TRAILING.sub("", body.rstrip(_ENDS)).rstrip(_ENDS)
    while body[:1] in "*_ ":
        at, body = at + 1, body[1:]
    return Asked(Span(at, at + len(body)), to, place, True, label if re.search(r"\d|^[a-z]\)", label) else "")


def _row(document: Document, place: int, block: Block, to: tuple[str, ...], known: list[str]) -> Iterator[Asked]:
    """A row of a table whose head has a column of recommendations."""
    if block.kind is BlockKind.TABLE_HEAD:
        return
    heads = _heads(document, block)
    column = next((at for at, head in enumerate(heads) if _COLUMN.search(head)), None)
    if column is None or column >= len(block.cells):
        return
    cell = block.cells[column]
    if len(document.quote(cell).strip()) < 12:
        return
    whom = next((at for at, head in enumerate(heads) if at != column and _TO_COLUMN.search(head)), None)
    named = short_names(document.quote(block.cells[whom])) if whom is not None and whom < len(block.cells) else ()
    label = next(
        (text for each in block.cells[:column] if _NUMBER_CELL.match(text := document.quote(each).strip())), ""
    )
    item = _item(document, place, cell.start, cell.end, named or to, label)
    yield replace(item, label=label or item.label)


def _heads(document: Document, row: Block) -> list[str]:
    for block in document.blocks:
        if block.table == row.table and block.kind is BlockKind.TABLE_HEAD:
            return [document.quote(cell) for cell in block.cells]
    first = next(block for block in document.blocks if block.table == row.table)
    heads = [document.quote(cell) for cell in first.cells]
    return heads if first is not row and all(len(head) < 60 for head in heads) else []


def _oughts(document: Document, words: tuple[str, ...] = ("bör", "behöver", "måste")) -> Iterator[Asked]:
    """What boards "bör" do, where a report has no list of recommendations."""
    known = specific(document.text)
    for place, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        text = document.quote(block.span)
        for match in recommending.OUGHT.finditer(text):
            if match["must"].lower() not in words:
                continue
            for each in recommending.split(
                text, match.start("what"), match.end("what"), block.span.start, match["who"]
            ):
                yield Asked(each.span, addressees(each.to, known), place, False)


def _once(document: Document, found: list[Asked]) -> list[Asked]:
    """Each recommendation once: those of lists first, then what running text says besides."""
    listed = [asked for asked in found if asked.listed]
    running = [asked for asked in found if not asked.listed]
    texts = [document.quote(asked.span) for asked in found]
    likeness = Likeness.over([], texts)
    kept: list[Asked] = []
    vectors: list[Vector] = []
    for asked in [*listed, *running]:
        vector = likeness.vector(document.quote(asked.span))
        scores = [cosine(vector, other) for other in vectors]
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        alone = _ALIKE if asked.listed or not listed else _STRAY
        if best is not None and (scores[best] >= alone or _holds(document, kept[best], asked)):
            kept[best] = _merged(kept[best], asked)
            continue
        kept.append(asked)
        vectors.append(vector)
    if not listed:
        kept.sort(key=lambda asked: asked.span.start)
    return kept


def _holds(document: Document, one: Asked, other: Asked) -> bool:
    """Whether one wording stands within the other."""
    first, second = ("".join(document.quote(each.span).lower().split()) for each in (one, other))
    return first in second or second in first


def _merged(kept: Asked, again: Asked) -> Asked:
    to = tuple(dict.fromkeys([*kept.addressees, *again.addressees])) if kept.listed == again.listed else kept.addressees
    return replace(
        kept, repeated=(*kept.repeated, again.span), addressees=to or again.addressees, label=kept.label or again.label
    )

"""Blocks become statements: one sentence, list item or table row, with what it inherits from its place.

The number, bullet or run-in heading that a block begins with stays in the block and out of the statement. An item
carries the sentence that introduces its list, through nested lists the nearest; a row the heads of its columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.document import RUNNING, Block, BlockKind, Span, Statement
from ingest.entry import Entry
from ingest.headings import INTRODUCES, has_verb, is_sentence, waits_for_more
from ingest.numbers import Family, Label
from ingest.sentences import LONGEST, pieces, sentences

_LONGEST_ROW = 500
_CLOSED = (".", "!", "?", "…")


def statements(
    text: str, entries: list[Entry], blocks: tuple[Block, ...], inside: list[int | None]
) -> tuple[Statement, ...]:
    """The statements of the blocks, in order; `inside` says which section each block lies in."""
    maker = _Maker(text)
    for index, (entry, block) in enumerate(zip(entries, blocks, strict=True)):
        if block.kind in RUNNING:
            maker.running(index, entry, block, inside[index])
        elif block.kind is BlockKind.HEADING:
            maker.heading(index, entry, block, inside[index])
        elif block.kind is BlockKind.TABLE_HEAD:
            maker.heads[block.table] = block.cells
    return tuple(maker.made)


@dataclass(slots=True)
class _Maker:
    text: str
    made: list[Statement] = field(default_factory=list)
    heads: dict[int | None, tuple[Span, ...]] = field(default_factory=dict)
    last: Span | None = None
    leads: list[Span | None] = field(default_factory=list)
    items: list[Span] = field(default_factory=list)
    series: dict[tuple[int, Family | None, str], Span | None] = field(default_factory=dict)
    parents: dict[tuple[Family, tuple[int, ...]], Span] = field(default_factory=dict)
    introduced: Span | None = None
    table: int | None = None

    def heading(self, index: int, entry: Entry, block: Block, section: int | None) -> None:
        title = Span(block.span.start + entry.title[0], block.span.start + len(entry.text.rstrip()))
        words = self.text[title.start : title.end]
        self._end_list()
        self.introduced = None
        if is_sentence(words):
            self.made.append(Statement(title, index, section, self._parent(entry)))
        waits = words.endswith(":") or waits_for_more(words)
        self.last = title if waits else None
        if waits and entry.label:
            self.parents[entry.label.family, entry.label.path] = title

    def _end_list(self) -> None:
        self.leads, self.items, self.series = [], [], {}

    def running(self, index: int, entry: Entry, block: Block, section: int | None) -> None:
        if block.kind is BlockKind.TABLE_ROW:
            self._row(index, block, section)
            return
        start = block.span.start + min(entry.body, len(entry.text))
        spans = [Span(*found) for found in sentences(self.text, start, block.span.end)]
        if not spans:
            return
        if block.kind is BlockKind.LIST_ITEM:
            lead = self._item_lead(block.level, entry.label, spans[-1])
        else:
            lead = self._paragraph_lead(entry, block, spans)
        for span in spans:
            for piece in pieces(self.text, span.start, span.end) if len(span) > LONGEST else ((span.start, span.end),):
                self.made.append(Statement(Span(*piece), index, section, lead))
        if block.kind not in (BlockKind.FOOTNOTE, BlockKind.TEXT_BOX):
            self.last = spans[-1]
        if entry.label and entry.opens and self._introduces(spans[-1]):
            self.parents[entry.label.family, entry.label.path] = spans[-1]

    def _introduces(self, span: Span) -> bool:
        """Whether a sentence waits for what comes after it: by a colon, "följande", or a verb and no full stop."""
        words = self.text[span.start : span.end]
        if words.endswith(":") or INTRODUCES.search(words):
            return True
        return not words.rstrip("])”\"»’'").endswith(_CLOSED) and (waits_for_more(words) or has_verb(words))

    def _announces(self, span: Span) -> bool:
        words = self.text[span.start : span.end]
        return words.endswith(":") or INTRODUCES.search(words) is not None or "tabell" in words.lower()

    def _parent(self, entry: Entry) -> Span | None:
        """The open sentence of the numbered clause that this one is a part of: 7.2 for 7.2.1."""
        if not entry.label or len(entry.label.path) < 2:
            return None
        return self.parents.get((entry.label.family, entry.label.path[:-1]))

    def _item_lead(self, level: int, label: Label | None, last: Span) -> Span | None:
        """The lead-in of an item. A list of another kind begins anew; one that was begun earlier goes on with its
        own.
        """
        level = min(level, len(self.leads))
        series = (level, label.family, label.shape) if label else (level, None, "")
        begun = series in self.series and (label is None or label.path != (1,))
        if level == len(self.leads):
            above = self.items[-1] if level and self.items else self.last
            inherited = self.leads[-1] if self.leads else None
            self.leads.append(above if above and (level or self._introduces(above)) else inherited)
        elif begun:
            self.leads[level] = self.series[series]
        else:
            above = self.last if self.last and self._introduces(self.last) else None
            self.leads[level] = above or (self.leads[level - 1] if level else None)
        del self.leads[level + 1 :], self.items[level:]
        self.items.append(last)
        self.series[series] = self.leads[level]
        return self.leads[level]

    def _paragraph_lead(self, entry: Entry, block: Block, spans: list[Span]) -> Span | None:
        first = self.text[spans[0].start]
        lead = self._parent(entry)
        small = first.islower() and not entry.label
        if block.kind is BlockKind.PARAGRAPH:
            if self.leads and small:
                lead = lead or self.leads[0]
            elif self.introduced and small:
                lead = lead or self.introduced
            elif self.last and self._leads_on(self.last, small, entry.opens):
                lead = self.introduced = self.last
            else:
                self.introduced = None
            self._end_list()
        return lead

    def _leads_on(self, before: Span, small: bool, opens: bool) -> bool:
        """Whether a sentence introduces the paragraph after it: one begun in small letters, or any after a colon."""
        return self._introduces(before) if small else not opens and self.text[before.end - 1] == ":"

    def _row(self, index: int, block: Block, section: int | None) -> None:
        if block.table != self.table:
            self.table, self.introduced = block.table, None
            if self.last and self._announces(self.last):
                self.introduced = self.last
        heads = self.heads.get(block.table, ())
        if len(heads) != len(block.cells):
            heads = tuple(Span(block.span.start, block.span.start) for _ in block.cells) if heads else ()
        cells = [cell for cell in block.cells if len(cell)] or [block.span]
        whole = Span(cells[0].start, cells[-1].end)
        if len(whole) <= _LONGEST_ROW or not block.cells:
            self.made.append(Statement(whole, index, section, self.introduced, heads))
            return
        for place, cell in enumerate(block.cells):
            own = (heads[place],) if heads else ()
            for found in sentences(self.text, cell.start, cell.end):
                for piece in pieces(self.text, *found):
                    self.made.append(Statement(Span(*piece), index, section, self.introduced, own))

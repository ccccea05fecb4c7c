"""Blocks become statements: one sentence, list item or table row, with what it inherits from its place.

The number, bullet or run-in heading that a block begins with stays in the block and out of the statement. An item
carries the sentence that introduces its list, through nested lists the nearest; a row the heads of its columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.document import RUNNING, Block, BlockKind, Span, Statement
from ingest.entry import Entry
from ingest.headings import is_sentence
from ingest.leads import Leads
from ingest.sentences import LONGEST, pieces, sentences

_LONGEST_ROW = 500
_LONGEST_NAME = 120
# On a line of its own between two items it joins them and says nothing.
_JOINS = re.compile(r"\s*(?:och/eller|och|eller|samt|alternativt|respektive|dels)\s*[,;:]?\s*", re.IGNORECASE)


def statements(
    text: str, entries: list[Entry], blocks: tuple[Block, ...], inside: list[int | None]
) -> tuple[Statement, ...]:
    """The statements of the blocks, in order; `inside` says which section each block lies in."""
    maker = _Maker(text, Leads(text))
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
    leads: Leads
    made: list[Statement] = field(default_factory=list)
    heads: dict[int | None, tuple[Span, ...]] = field(default_factory=dict)
    table: int | None = None
    row: int = -2
    above: Span | None = None
    caption: Span | None = None

    def heading(self, index: int, entry: Entry, block: Block, section: int | None) -> None:
        title = Span(block.span.start + entry.title[0], block.span.start + len(entry.text.rstrip()))
        lead = self.leads.heading(entry, title)
        if is_sentence(self.text[title.start : title.end]):
            self.made.append(Statement(title, index, section, lead))

    def running(self, index: int, entry: Entry, block: Block, section: int | None) -> None:
        if block.kind is BlockKind.TABLE_ROW:
            self._row(index, block, section)
            return
        start = block.span.start + min(entry.body, len(entry.text))
        spans = [Span(*found) for found in sentences(self.text, start, block.span.end)]
        if not spans or _JOINS.fullmatch(self.text, start, block.span.end):
            return
        if block.kind is BlockKind.LIST_ITEM:
            lead = self.leads.item(entry, block.level, spans)
        elif block.kind is BlockKind.PARAGRAPH:
            lead = self.leads.paragraph(entry, spans)
        else:
            lead = self.leads.beside(entry, spans)
        for span in spans:
            is_long = len(span) > LONGEST
            parts = [Span(*piece) for piece in pieces(self.text, span.start, span.end)] if is_long else [span]
            self.made.extend(Statement(part, index, section, lead) for part in parts)

    def _row(self, index: int, block: Block, section: int | None) -> None:
        if block.table != self.table:
            goes_on = block.table not in self.heads and index - 1 == self.row
            self.caption = self.caption if goes_on else self.leads.table()
            self.table, self.above = block.table, None
        self.row = index
        cells = [cell for cell in block.cells if len(cell)] or [block.span]
        heads = self._heads(block)
        whole = Span(cells[0].start, cells[-1].end)
        if len(whole) <= _LONGEST_ROW or not block.cells:
            self.made.append(Statement(whole, index, section, self.caption, heads))
            return
        name = cells[0] if len(cells[0]) <= _LONGEST_NAME else None
        for place, cell in enumerate(block.cells):
            own = (heads[place],) if heads else ()
            lead = self.caption if cell == name else name or self.caption
            for found in sentences(self.text, cell.start, cell.end):
                for piece in pieces(self.text, *found):
                    self.made.append(Statement(Span(*piece), index, section, lead, own))

    def _heads(self, block: Block) -> tuple[Span, ...]:
        """The heads of a row's cells; that of an empty first cell is the filled one above, which it goes on with."""
        heads = self.heads.get(block.table, ())
        nothing = Span(block.span.start, block.span.start)
        if len(heads) != len(block.cells):
            heads = tuple(nothing for _ in block.cells) if heads else ()
        first = block.cells[0] if block.cells else nothing
        if len(first):
            self.above = first if len(first) <= _LONGEST_NAME else None
        elif self.above and len(block.cells) > 1:
            return (self.above, *(heads[1:] or (nothing for _ in block.cells[1:])))
        return heads

"""One story of an RTF file (the text, a header, a note, a text box) as its paragraphs and tables end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import has_box
from ingest.paragraph import Paragraph, numbers_clause
from ingest.rtf.definitions import Style
from ingest.rtf.state import State
from ingest.rtf.tables import Definition, Table


@dataclass(slots=True)
class Story:
    """`kind` is that of all its blocks, where the story decides; `name` is the destination that it was written to."""

    name: str = ""
    kind: BlockKind | None = None
    paragraph: Paragraph = field(default_factory=Paragraph)
    number: str = ""
    contents: bool = False
    row: Definition = field(default_factory=Definition)
    inner_row: Definition = field(default_factory=Definition)
    _drafts: list[Draft] = field(default_factory=list)
    _tables: list[Table] = field(default_factory=list)
    _beside: list[Draft] = field(default_factory=list)
    _count: int = 0

    def end_paragraph(self, state: State, style: Style) -> None:
        """Ends the open paragraph, with the looks that hold at its end."""
        self._open(state.table_depth)
        self._target().extend(self._taken(state, style))

    def end_cell(self, state: State, style: Style) -> None:
        """Ends the open cell of the innermost table."""
        self._open(max(1, state.table_depth))
        self._target().extend(self._taken(state, style))
        self._tables[-1].end_cell()

    def end_row(self, depth: int) -> None:
        """Ends the open row of the table at a depth from 1."""
        self._open(max(1, depth))
        self._tables[-1].end_row(self.row if depth <= 1 else self.inner_row)

    def hang(self, drafts: list[Draft]) -> None:
        """Takes what hangs on the open paragraph: notes and text boxes follow it."""
        self._beside += drafts

    def end(self, state: State, style: Style) -> list[Draft]:
        """Ends the story: all its drafts."""
        if self.paragraph.begun or self._beside:
            self.end_paragraph(state, style)
        self._open(0)
        return self._drafts

    def _taken(self, state: State, style: Style) -> list[Draft]:
        paragraph, self.paragraph = self.paragraph, Paragraph()
        number, self.number = self.number, ""
        beside, self._beside = self._beside, []
        text = paragraph.text
        if number == "•" and has_box(text):
            number = ""
        heading = style.heading if state.outline is None else state.outline + 1 if 0 <= state.outline <= 8 else 0
        kind, level = self.kind, None
        if self.kind in (None, BlockKind.TEXT_BOX):
            if self.contents or style.contents:
                kind = BlockKind.CONTENTS
            elif heading:
                kind, level = BlockKind.HEADING, heading
            elif number and not numbers_clause(number):
                kind, level = BlockKind.LIST_ITEM, state.list_depth
        if not text and number and number != "•" and self._tables:
            return [Draft(number, number=number), *beside]  # a cell that only counts its rows
        return paragraph.drafts(number, kind=kind, level=level, indent=state.indent) + beside

    def _target(self) -> list[Draft]:
        return self._tables[-1].cell if self._tables else self._drafts

    def _open(self, depth: int) -> None:
        """Opens and ends tables until this many are open; what a table held goes to the cell that it lies in."""
        while len(self._tables) > depth:
            table = self._tables.pop()
            drafts = table.drafts(self._count)
            self._count += 1
            if self.kind in (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE):
                drafts = [replace(draft, kind=self.kind, cells=(), table=None) for draft in drafts]
            self._target().extend(drafts)
        while len(self._tables) < depth:
            self._tables.append(Table())

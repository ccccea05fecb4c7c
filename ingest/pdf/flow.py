"""Sheets to drafts: furniture, order, blocks, text. The same for a PDF's pages and for scans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.pdf.columns import arranged, set_margins
from ingest.pdf.compose import Composer
from ingest.pdf.contents import contents_lines, is_entry_end
from ingest.pdf.footnotes import body_size, take_footnotes
from ingest.pdf.furniture import take_furniture
from ingest.pdf.hyphens import Vocabulary
from ingest.pdf.line import Line
from ingest.pdf.paragraphs import Spacing, goes_on, spacing
from ingest.pdf.rows import Rows, row_draft
from ingest.pdf.sheets import Sheet
from ingest.pdf.tables import Row, Table
from ingest.pdf.unruled import with_unruled


@dataclass(slots=True)
class Piece:
    """A block in the making: the lines of a paragraph, and what it is."""

    lines: list[Line]
    kind: BlockKind | None = None


@dataclass(slots=True)
class RowPiece:
    """A table row in the making, and its table's number."""

    row: Row
    table: int


def drafts_of(sheets: list[Sheet]) -> Iterator[Draft]:
    """The blocks of all sheets, in reading order."""
    composer = Composer(Vocabulary(sheet.text for sheet in sheets))
    size = body_size(sheets)
    furniture = take_furniture(sheets, size)
    set_margins(sheets)
    spaces = spacing([sheet.lines for sheet in sheets])
    flow = Flow(spaces)
    for sheet, piece in zip(sheets, furniture, strict=True):
        for line, kind in piece.above:
            flow.aside([line], kind)
        notes = take_footnotes(sheet, size)
        flow.page(sheet)
        flow.notes(notes)
        for line, kind in piece.below:
            flow.aside([line], kind)
    for made in flow.pieces:
        if isinstance(made, Piece):
            yield composer.draft(made.lines, made.kind)
        else:
            yield row_draft(made.row, made.table, composer)


class Flow:
    """Gathers lines into pieces. The paragraph that is open goes on past the furniture of a page's end."""

    def __init__(self, spaces: Spacing) -> None:
        self.pieces: list[Piece | RowPiece] = []
        self._spaces = spaces
        self._open: Piece | Rows | None = None
        self._tables = 0

    def aside(self, lines: list[Line], kind: BlockKind) -> None:
        """Puts in a block that does not end the open one."""
        self.pieces.append(Piece(lines, kind))

    def notes(self, lines: list[Line]) -> None:
        """Puts in a page's footnotes, each from its mark on."""
        blocks: list[list[Line]] = []
        for line in lines:
            if blocks and goes_on(blocks[-1], line, self._spaces):
                blocks[-1].append(line)
            else:
                blocks.append([line])
        for block in blocks:
            self.aside(block, BlockKind.FOOTNOTE)

    def page(self, sheet: Sheet) -> None:
        """Takes in a page's body."""
        items = arranged(sheet)
        lines = [item for item in items if isinstance(item, Line)]
        listed = {lines[index].start for index in contents_lines(lines)}
        for item in items if listed else with_unruled(items):
            if isinstance(item, Table):
                self._table(item)
            elif item.start in listed:
                self._contents(item)
            else:
                self._line(item)

    def _line(self, line: Line) -> None:
        piece = self._open
        if isinstance(piece, Piece) and piece.kind is None and goes_on(piece.lines, line, self._spaces):
            piece.lines.append(line)
        else:
            self._begin(Piece([line]))

    def _contents(self, line: Line) -> None:
        piece = self._open
        if isinstance(piece, Piece) and piece.kind is BlockKind.CONTENTS and not is_entry_end(piece.lines[-1]):
            piece.lines.append(line)
        else:
            self._begin(Piece([line], BlockKind.CONTENTS))

    def _table(self, table: Table) -> None:
        goes_on = isinstance(self._open, Rows) and self._open.goes_on(table)
        if table.is_rest and not goes_on:
            for line in table.lines:
                self._line(line)
            return
        if not (isinstance(self._open, Rows) and goes_on):
            self._open = Rows(self._tables, table)
            self._tables += 1
        number = self._open.number
        self.pieces.extend(RowPiece(row, number) for row in self._open.add(table))

    def _begin(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self._open = piece

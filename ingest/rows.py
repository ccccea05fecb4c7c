"""A table's rows and cells, as any format gives them, become drafts: rows, or the paragraphs that cells of prose are.

Cells follow the grid: a merged cell has its text once, in its first row and column, and empty cells in the rest, so
that heads and cells meet by their place. A table of one column, and a row with one cell, is layout round text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.headings import has_verb

WIDEST = 63  # columns, Word's own limit
_LONG_CELL = 250
_LONG_PARAGRAPHS = 120
_LONG_SENTENCES = 140
_SENTENCES = re.compile(r"[.!?] [A-ZÅÄÖ]")
_HEAD_LENGTH = 60
_LABEL = re.compile(r"(?:§ ?)?\d{1,3}(?:\.\d{1,3}){0,5}[.)]?$|\(?[a-zåäö]\)$|\d{1,3} §$")
_BESIDE = frozenset((BlockKind.FOOTNOTE, BlockKind.TEXT_BOX))


@dataclass(slots=True)
class Cell:
    """One cell as it is read: its own drafts, those beside it (notes, boxes), its columns, and whether it is shaded."""

    own: list[Draft] = field(default_factory=list)
    beside: list[Draft] = field(default_factory=list)
    span: int = 1
    shaded: bool = False

    @property
    def text(self) -> str:
        """The cell in one line."""
        return " ".join(" ".join(draft.text.split()) for draft in self.own)

    @property
    def prose(self) -> bool:
        """Whether the cell holds text that a row would squeeze: a table, lists, paragraphs, long sentences."""
        if any(draft.table is not None or draft.kind is BlockKind.HEADING for draft in self.own):
            return True
        length = sum(len(draft.text) for draft in self.own)
        if len(self.own) > 1:
            return length > _LONG_PARAGRAPHS or any(draft.kind is BlockKind.LIST_ITEM for draft in self.own)
        return length > _LONG_CELL or (length > _LONG_SENTENCES and bool(_SENTENCES.search(self.text)))


@dataclass(slots=True)
class Row:
    """One row: its cells from the left, and whether the format says that it is a head."""

    cells: list[Cell]
    head: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """One text for each column of the grid."""
        return tuple(text for cell in self.cells for text in (cell.text, *[""] * (cell.span - 1)))

    @property
    def filled(self) -> list[Cell]:
        """The cells that hold text."""
        return [cell for cell in self.cells if cell.own]


def cell_of(drafts: list[Draft], span: int = 1) -> Cell:
    """The cell that holds these drafts; one that holds nothing but a text box or a note shows its text."""
    own = [draft for draft in drafts if draft.kind not in _BESIDE]
    if not own:
        return Cell(own=[replace(draft, kind=None) for draft in drafts], span=span)
    return Cell(own, [draft for draft in drafts if draft.kind in _BESIDE], span)


def columns(count: int | None, least: int = 1) -> int:
    """How many columns a cell covers, by what its file says."""
    return min(max(least if count is None else count, least), WIDEST)


def table_drafts(rows: list[Row], index: int, styled_head: bool = False) -> list[Draft]:
    """The drafts of a table, in reading order. `styled_head`: the table's style sets its first row apart."""
    wide = max((len(row.cells) for row in rows), default=0) > 1
    if wide and len(rows) > 1 and not any(row.head for row in rows):
        rows[0].head = _looks_like_head(rows) or (styled_head and _names_columns(rows[0]))
    wide = wide and not _numbers_clauses(rows)
    drafts: list[Draft] = []
    for row in rows:
        drafts += _row_drafts(row, index, wide)
        drafts += [draft for cell in row.cells for draft in cell.beside]
    return drafts


def _numbers_clauses(rows: list[Row]) -> bool:
    """Whether a table without a head only sets clause numbers beside the clauses: so in its left cells, or nothing."""
    filled = [row for row in rows if row.filled]
    if any(row.head or len(row.cells) != 2 for row in filled):
        return False
    numbered = sum(bool(_LABEL.match(row.cells[0].text)) for row in filled)
    empty = sum(not row.cells[0].own for row in filled)
    sentences = sum(has_verb(row.cells[1].text) for row in filled)
    told = numbered + empty == len(filled) and numbered * 3 >= len(filled) * 2
    return numbered >= 2 and told and sentences * 3 >= len(filled)


def _row_drafts(row: Row, index: int, wide: bool) -> list[Draft]:
    filled = row.filled
    if not filled:
        return []
    alone = len(filled) == 1 and filled[0].span == sum(cell.span for cell in row.cells)
    if not row.head and (not wide or alone or any(cell.prose for cell in filled)):
        return _as_paragraphs(filled)
    texts = row.texts
    kind = BlockKind.TABLE_HEAD if row.head else BlockKind.TABLE_ROW
    bold = all(draft.bold for cell in filled for draft in cell.own)
    return [Draft("\t".join(texts), kind, cells=texts, table=index, bold=bold)]


def _as_paragraphs(cells: list[Cell]) -> list[Draft]:
    """The drafts of cells one after the other; a cell that holds a number only is the number of what follows it."""
    drafts: list[Draft] = []
    mark = ""
    for cell in cells:
        if not mark and len(cell.own) == 1 and _LABEL.match(cell.text) and cell is not cells[-1]:
            mark = cell.text
            continue
        first = cell.own[0]
        if mark and not first.number and first.table is None:
            lead = first.lead and first.lead + len(mark) + 1
            drafts.append(replace(first, text=f"{mark} {first.text}", number=mark, lead=lead))
            drafts += cell.own[1:]
        else:
            drafts += [Draft(mark)] if mark else []
            drafts += cell.own
        mark = ""
    return drafts


def _looks_like_head(rows: list[Row]) -> bool:
    """Whether the first row is set apart by weight or shade from the second, and every cell of it is a short name."""
    first, second = rows[0], rows[1]
    filled = first.filled
    if len(filled) < len(first.cells) - 1 or not _names_columns(first):
        return False
    bold = [all(draft.bold for cell in row.filled for draft in cell.own) for row in (first, second)]
    shaded = [all(cell.shaded for cell in row.filled) for row in (first, second)]
    return (bold[0] and not bold[1]) or (shaded[0] and not shaded[1])


def _names_columns(row: Row) -> bool:
    filled = row.filled
    texts = [cell.text for cell in filled]
    return len(filled) > 1 and all(len(text) <= _HEAD_LENGTH and not text.endswith((".", ";")) for text in texts)

"""Tables as rows of cells; cells that hold prose are given as the paragraphs that they are.

Cells follow the grid: a merged cell has its text once, in its first row and column, and empty cells in the rest, so
that heads and cells meet by their place. A table of one column, and a row with one cell, is layout round text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.headings import has_verb
from ingest.word.changes import View
from ingest.word.names import SDT, SDT_CONTENT, TC, TR, W, number, switch, value

if TYPE_CHECKING:
    from ingest.word.walker import Walker

WIDEST = 63  # columns, Word's own limit
_LONG_CELL = 250
_LONG_PARAGRAPHS = 120
_LONG_SENTENCES = 140
_SENTENCES = re.compile(r"[.!?] [A-ZÅÄÖ]")
_HEAD_LENGTH = 60
_LABEL = re.compile(r"(?:§ ?)?\d{1,3}(?:\.\d{1,3}){0,5}[.)]?$|\(?[a-zåäö]\)$|\d{1,3} §$")
_BESIDE = frozenset((BlockKind.FOOTNOTE, BlockKind.TEXT_BOX))


@dataclass(slots=True)
class _Cell:
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
class _Row:
    cells: list[_Cell]
    head: bool

    @property
    def texts(self) -> tuple[str, ...]:
        """One text for each column of the grid."""
        return tuple(text for cell in self.cells for text in (cell.text, *[""] * (cell.span - 1)))

    @property
    def filled(self) -> list[_Cell]:
        """The cells that hold text."""
        return [cell for cell in self.cells if cell.own]


def read(walker: Walker, table: etree._Element) -> list[Draft]:
    """The drafts of a table, in reading order."""
    index = walker.tables
    walker.tables += 1
    rows = _rows(walker, table)
    wide = max((len(row.cells) for row in rows), default=0) > 1
    if wide and len(rows) > 1 and not any(row.head for row in rows):
        rows[0].head = _looks_like_head(rows) or _styled_head(walker, table, rows)
    wide = wide and not _numbers_clauses(rows)
    drafts: list[Draft] = []
    for row in rows:
        drafts += _row_drafts(row, index, wide)
        drafts += [draft for cell in row.cells for draft in cell.beside]
    return drafts


def _numbers_clauses(rows: list[_Row]) -> bool:
    """Whether a table without a head only sets clause numbers beside the clauses: so in its left cells, or nothing."""
    filled = [row for row in rows if row.filled]
    if any(row.head or len(row.cells) != 2 for row in filled):
        return False
    numbered = sum(bool(_LABEL.match(row.cells[0].text)) for row in filled)
    empty = sum(not row.cells[0].own for row in filled)
    sentences = sum(has_verb(row.cells[1].text) for row in filled)
    told = numbered + empty == len(filled) and numbered * 3 >= len(filled) * 2
    return numbered >= 2 and told and sentences * 3 >= len(filled)


def _row_drafts(row: _Row, index: int, wide: bool) -> list[Draft]:
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


def _as_paragraphs(cells: list[_Cell]) -> list[Draft]:
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


def _rows(walker: Walker, table: etree._Element) -> list[_Row]:
    rows: list[_Row] = []
    merged: frozenset[int] = frozenset()
    heading = True
    for element in _within(table, TR, walker.view):
        properties = element.find(f"{W}trPr")
        if walker.view.without(properties) or _on(properties, "hidden"):
            continue
        cells, merged = _cells(walker, element, properties, merged)
        heading = heading and _on(properties, "tblHeader")
        rows.append(_Row(cells, heading))
    return rows


def _cells(
    walker: Walker, row: etree._Element, properties: etree._Element | None, merged: frozenset[int]
) -> tuple[list[_Cell], frozenset[int]]:
    """A row's cells, and the columns whose cell may go on in the next row."""
    before = _columns(number(properties, f"{W}gridBefore"), 0)
    cells = [_Cell(span=before)] if before else []
    column, open_columns = before, set()
    for element in _within(row, TC, walker.view):
        looks = element.find(f"{W}tcPr")
        if walker.view.without_cell(looks) or column >= WIDEST:
            continue
        span = _columns(number(looks, f"{W}gridSpan"), 1)
        down = None if looks is None else looks.find(f"{W}vMerge")
        across = value(looks, f"{W}hMerge") == "continue"
        goes_on = down is not None and down.get(f"{W}val", "continue") == "continue" and column in merged
        if down is not None:
            open_columns.add(column)
        cell = _Cell(span=span) if goes_on or (across and cells) else _read_cell(walker, element, span)
        cell.shaded = _shaded(looks)
        cells.append(cell)
        column += span
    return cells, frozenset(open_columns)


def _read_cell(walker: Walker, element: etree._Element, span: int) -> _Cell:
    walker.in_cell += 1
    drafts = walker.inside(element)
    walker.in_cell -= 1
    own = [draft for draft in drafts if draft.kind not in _BESIDE]
    if not own:  # a cell that holds nothing but a text box shows the box's text
        return _Cell(own=[replace(draft, kind=None) for draft in drafts], span=span)
    return _Cell(own, [draft for draft in drafts if draft.kind in _BESIDE], span)


def _within(parent: etree._Element, tag: str, view: View) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls and custom XML."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in view.gone:
            continue
        elif child.tag == SDT:
            for content in child.iterchildren(SDT_CONTENT):
                yield from _within(content, tag, view)
        elif len(child) and child.tag not in (TR, TC):
            yield from _within(child, tag, view)


def _looks_like_head(rows: list[_Row]) -> bool:
    """Whether the first row is set apart by weight or shade from the second, and every cell of it is a short name."""
    first, second = rows[0], rows[1]
    filled = first.filled
    if len(filled) < 2 or len(filled) < len(first.cells) - 1 or not all(_is_name(cell.text) for cell in filled):
        return False
    bold = [all(draft.bold for cell in row.filled for draft in cell.own) for row in (first, second)]
    shaded = [all(cell.shaded for cell in row.filled) for row in (first, second)]
    return (bold[0] and not bold[1]) or (shaded[0] and not shaded[1])


def _styled_head(walker: Walker, table: etree._Element, rows: list[_Row]) -> bool:
    """Whether the table's style sets its first row apart, and the table uses that."""
    looks = table.find(f"{W}tblPr")
    style = value(looks, f"{W}tblStyle")
    use = None if looks is None else looks.find(f"{W}tblLook")
    if style is None or use is None or not walker.source.styles.of_run(style).head_row:
        return False
    flags = use.get(f"{W}val", "")
    on = use.get(f"{W}firstRow") in ("1", "true", "on")
    try:
        on = on or bool(int(flags or "0", 16) & 0x20)
    except ValueError:
        return False
    filled = rows[0].filled
    return on and len(filled) > 1 and all(_is_name(cell.text) for cell in filled)


def _is_name(text: str) -> bool:
    return len(text) <= _HEAD_LENGTH and not text.endswith((".", ";"))


def _columns(count: int | None, least: int) -> int:
    return min(max(least if count is None else count, least), WIDEST)


def _on(properties: etree._Element | None, name: str) -> bool:
    return properties is not None and switch(properties.find(f"{W}{name}")) is True


def _shaded(looks: etree._Element | None) -> bool:
    shade = None if looks is None else looks.find(f"{W}shd")
    return shade is not None and shade.get(f"{W}fill", "auto").lower() not in ("auto", "ffffff")

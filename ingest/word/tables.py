"""Word's tables: their rows and cells on the grid, through merged cells, content controls and tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from ingest.draft import Draft
from ingest.rows import WIDEST, Cell, Row, cell_of, columns, table_drafts
from ingest.word.changes import View
from ingest.word.names import SDT, SDT_CONTENT, TC, TR, W, number, switch, value

if TYPE_CHECKING:
    from ingest.word.walker import Walker


def read(walker: Walker, table: etree._Element) -> list[Draft]:
    """The drafts of a table, in reading order."""
    index = walker.tables
    walker.tables += 1
    return table_drafts(_rows(walker, table), index, _styled_head(walker, table))


def _rows(walker: Walker, table: etree._Element) -> list[Row]:
    rows: list[Row] = []
    merged: frozenset[int] = frozenset()
    heading = True
    for element in _within(table, TR, walker.view):
        properties = element.find(f"{W}trPr")
        if walker.view.without(properties) or _on(properties, "hidden"):
            continue
        cells, merged = _cells(walker, element, properties, merged)
        heading = heading and _on(properties, "tblHeader")
        rows.append(Row(cells, heading))
    return rows


def _cells(
    walker: Walker, row: etree._Element, properties: etree._Element | None, merged: frozenset[int]
) -> tuple[list[Cell], frozenset[int]]:
    """A row's cells, and the columns whose cell may go on in the next row."""
    before = columns(number(properties, f"{W}gridBefore"), 0)
    cells = [Cell(span=before)] if before else []
    column, open_columns = before, set()
    for element in _within(row, TC, walker.view):
        looks = element.find(f"{W}tcPr")
        if walker.view.without_cell(looks) or column >= WIDEST:
            continue
        span = columns(number(looks, f"{W}gridSpan"))
        down = None if looks is None else looks.find(f"{W}vMerge")
        across = value(looks, f"{W}hMerge") == "continue"
        goes_on = down is not None and down.get(f"{W}val", "continue") == "continue" and column in merged
        if down is not None:
            open_columns.add(column)
        cell = Cell(span=span) if goes_on or (across and cells) else _read_cell(walker, element, span)
        cell.shaded = _shaded(looks)
        cells.append(cell)
        column += span
    return cells, frozenset(open_columns)


def _read_cell(walker: Walker, element: etree._Element, span: int) -> Cell:
    walker.in_cell += 1
    drafts = walker.inside(element)
    walker.in_cell -= 1
    return cell_of(drafts, span)


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


def _styled_head(walker: Walker, table: etree._Element) -> bool:
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
    return on


def _on(properties: etree._Element | None, name: str) -> bool:
    return properties is not None and switch(properties.find(f"{W}{name}")) is True


def _shaded(looks: etree._Element | None) -> bool:
    shade = None if looks is None else looks.find(f"{W}shd")
    return shade is not None and shade.get(f"{W}fill", "auto").lower() not in ("auto", "ffffff")

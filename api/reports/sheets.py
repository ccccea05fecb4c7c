"""Workbooks: sheets of plain cells that can be sorted and filtered, where no word of a document becomes a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from api.printable import encodable

Value = str | int | float | date | None

_FONT = "Calibri"
_LINE = 15.0  # points
_TALLEST = 405.0  # Excel takes 409
_BREAKING = 11  # tenths: lines break between words, so that they are not filled
_LONGEST = 32_000  # Excel takes 32,767 characters in a cell
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_ESCAPE = re.compile(r"_(x[0-9A-Fa-f]{4}_)")
_STEERING = ("=", "+", "-", "@", "\t", "\r", "|", "%")
_FILLS = {
    "good": ("E6F2EB", "17633D"),
    "fair": ("FCEFD0", "754700"),
    "gap": ("C1431F", "FFFFFF"),
    "worst": ("4B1250", "FFFFFF"),
    "open": ("E8ECEF", "45525E"),
}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_STAMP = b"1980-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, the tone of its status (good, fair, gap, worst, open, or none), and where in the workbook it leads."""

    value: Value
    tone: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and its width in characters."""

    head: str
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a head row that stays and filters, and rows. `fixed` columns stay too. `notes` stand below all."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell | Value]]
    fixed: int = 1
    notes: Sequence[str] = field(default=())


def workbook(sheets: Sequence[Sheet], title: str) -> bytes:
    """The sheets as an xlsx file. The same sheets give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(_name(sheet.title)), sheet)
    book.properties.creator = "klausul"
    book.properties.title = clean(title)[:200]
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def clean(text: str) -> str:
    """The text as a cell can hold it: no control characters, no half characters, nothing that Excel reads as escape."""
    even = encodable(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", "   ")  # a cell shows no tab
    kept = _CONTROL.sub("", even)
    return _ESCAPE.sub(r"_x005F_\1", kept)[:_LONGEST]


def _fill(paper: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for place, column in enumerate(sheet.columns, start=1):
        _write(paper.cell(1, place), column.head).font = Font(name=_FONT, size=11, bold=True)
        paper.column_dimensions[get_column_letter(place)].width = column.width
    paper.row_dimensions[1].height = _height([column.head for column in sheet.columns], sheet.columns)
    for at, row in enumerate(sheet.rows, start=2):
        cells = [given if isinstance(given, Cell) else Cell(given) for given in row]
        for place, cell in enumerate(cells, start=1):
            _dress(_write(paper.cell(at, place), cell.value), cell)
        paper.row_dimensions[at].height = _height([cell.value for cell in cells], sheet.columns)
    last = len(sheet.rows) + 1
    for at, note in enumerate(sheet.notes, start=last + 2):
        _write(paper.cell(at, 1), note).alignment = Alignment(wrap_text=False, vertical="top")
    width = get_column_letter(len(sheet.columns))
    paper.freeze_panes = paper.cell(2, sheet.fixed + 1)
    paper.auto_filter.ref = f"A1:{width}{last}"
    paper.print_title_rows = "1:1"
    paper.page_setup.orientation = "landscape"
    paper.page_setup.paperSize = paper.PAPERSIZE_A4
    paper.page_setup.fitToWidth = 1
    paper.page_setup.fitToHeight = 0
    paper.sheet_properties.pageSetUpPr.fitToPage = True
    paper.oddFooter.right.text = "&P (&N)"


def _height(values: Sequence[Value], columns: Sequence[Column]) -> float:
    """The height of a row in points, for all its words to be seen: programs that read the file do not all reckon it."""
    lines = [
        sum(1 + len(line) * _BREAKING // (column.width * 10) for line in value.split("\n"))
        for value, column in zip(values, columns, strict=True)
        if isinstance(value, str)
    ]
    return min(max(lines, default=1) * _LINE, _TALLEST)


def _write(cell: Any, value: Value) -> Any:
    """Puts a value in a cell: text is always text, a date always a date."""
    from openpyxl.styles import Alignment

    if isinstance(value, str):
        text = clean(value)
        cell.value = text
        cell.data_type = "s" if text else "n"
        if value.lstrip(" \n").startswith(_STEERING) or value.startswith(("\t", "\r")):
            cell.quotePrefix = True
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _dress(written: Any, cell: Cell) -> None:
    from openpyxl.styles import Font, PatternFill

    if cell.tone:
        ground, ink = _FILLS[cell.tone]
        written.fill = PatternFill("solid", start_color=ground, end_color=ground)
        written.font = Font(name=_FONT, size=11, bold=True, color=ink)
    if cell.link:
        from openpyxl.worksheet.hyperlink import Hyperlink

        written.hyperlink = Hyperlink(ref=written.coordinate, location=cell.link)


def _name(title: str) -> str:
    """A sheet's name: at most 31 characters, without those that Excel forbids."""
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31]


def _timeless(data: bytes) -> bytes:
    """The workbook without the time of its writing, so that the same report gives the same file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            content = given.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]{0,300}>)[^<]{0,40}", rb"\g<1>" + _STAMP, content)
            kept.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()

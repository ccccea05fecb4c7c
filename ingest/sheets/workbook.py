"""An Excel workbook: its sheets in order with what their cells show. Formulas are never computed: the file holds their
last values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from ingest.document import Part
from ingest.errors import BrokenFile
from ingest.ooxml import Package
from ingest.sheets.grid import MOST_CELLS, Sheet
from ingest.sheets.values import Format, number_format, shown

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_COLUMN = re.compile(r"([A-Z]{1,3})\d{0,7}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WIDEST = 1024  # columns that are looked at
_ON = ("1", "true")


class Workbook:
    """One file. `sheets` gives the visible sheets, `parts` the lines of the ledger once they have been read."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data, "Excel", "xl/workbook.xml")
        self.main = self.package.main()
        root = self.package.xml(self.main)
        properties = root.find(f"{_S}workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904") in _ON
        self._listed = list(root.iter(f"{_S}sheet"))
        self._strings = self._shared_strings()
        self._formats = self._cell_formats()
        self._cells = 0
        self.comments = 0
        self.parts: list[Part] = []

    def sheets(self) -> list[Sheet]:
        """The visible sheets that hold cells."""
        found: list[Sheet] = []
        relations = self.package.relations(self.main)
        for entry in self._listed:
            name = entry.get("name", "")
            target = relations.get(entry.get(f"{_R}id", ""))
            if entry.get("state", "visible") != "visible":
                self.parts.append(Part(f"blad {name}", "left-out", "bladet är dolt"))
            elif target is None or target.outside or not self.package.holds(target.target):
                self.parts.append(Part(f"blad {name}", "unread", "bladets del saknas i filen"))
            elif target.kind != "worksheet":
                self.parts.append(Part(f"blad {name}", "left-out", "bladet är ett diagram eller ett makro"))
            else:
                sheet = self._sheet(name, target.target)
                self.parts += [Part(f"blad {name}", "read"), *sheet.parts]
                found.append(sheet)
        return found

    def _sheet(self, name: str, part: str) -> Sheet:
        sheet = Sheet(name, [])
        hidden: set[int] = set()
        without_value = hidden_rows = last = 0
        for element in self._rows(part):
            if element.tag == f"{_S}cols":
                hidden = _hidden_columns(element)
                continue
            number = int(element.get("r") or last + 1) if (element.get("r") or "1").isdecimal() else last + 1
            if number > last + 1 and sheet.rows:
                sheet.rows.append([])
            last = number
            if element.get("hidden") in _ON:
                hidden_rows += 1
                continue
            row, missing = self._row(element, hidden)
            without_value += missing
            sheet.rows.append(row)
            if self._cells > MOST_CELLS:
                why = "bladet är större än vad klausul läser; dela upp filen"
                sheet.parts.append(Part(f"blad {name}, efter rad {last}", "unread", why))
                break
        if hidden_rows or hidden:
            sheet.parts.append(Part(f"blad {name}, dolda rader och kolumner", "left-out", "de visas inte i bladet"))
        if without_value:
            why = "filen har inga värden för dem; öppna och spara den i Excel"
            sheet.parts.append(Part(f"blad {name}, {without_value} formler", "unread", why))
        self._beside(part, sheet)
        return sheet

    def _rows(self, part: str) -> Iterator[etree._Element]:
        """A sheet's `cols` and `row` elements, each freed when the next is asked for."""
        data = self.package.xml_bytes(part)
        tags = (f"{_S}cols", f"{_S}row")
        parser = etree.iterparse(BytesIO(data), tag=tags, resolve_entities=False, no_network=True, huge_tree=False)
        try:
            for _, element in parser:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise BrokenFile(f"delen {part} är trasig XML", self.package.resave) from error

    def _row(self, element: etree._Element, hidden: set[int]) -> tuple[list[str], int]:
        """A row's texts, and how many of its formulas have no value."""
        texts: list[str] = []
        missing = 0
        column = -1
        for cell in element.iterchildren(f"{_S}c"):
            column = _column(cell.get("r"), column + 1)
            if column >= _WIDEST or column in hidden:
                continue  # what it would show is not counted either
            text = self._text(cell)
            if not text:
                computed = cell.find(f"{_S}f") is not None and cell.get("t", "n") != "str"
                missing += computed and not cell.findtext(f"{_S}v")
                continue
            self._cells += 1 + (column - len(texts)) // 4  # the empty ones before it take room too
            texts += [""] * (column - len(texts))
            texts[column:] = [text]
        return [text for at, text in enumerate(texts) if at not in hidden], missing

    def _text(self, cell: etree._Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _rich(cell.find(f"{_S}is"))
        value = cell.findtext(f"{_S}v")
        if not value:
            return ""
        if kind == "s":
            return self._strings[int(value)] if value.isdecimal() and int(value) < len(self._strings) else ""
        if kind == "b":
            return "SANT" if value == "1" else "FALSKT"
        if kind != "n":
            return _ESCAPED.sub(_unescaped, value)
        style = cell.get("s", "0")
        formats = self._formats[int(style)] if style.isdecimal() and int(style) < len(self._formats) else _PLAIN
        try:
            return shown(float(value), formats, from_1904=self._from_1904)
        except (ValueError, OverflowError):
            return value

    def _shared_strings(self) -> list[str]:
        part = self.package.related(self.main, "sharedStrings")
        if part is None:
            return []
        return [_rich(item) for item in self.package.xml(part).iterchildren(f"{_S}si")]

    def _cell_formats(self) -> list[tuple[Format, ...]]:
        part = self.package.related(self.main, "styles")
        if part is None:
            return []
        root = self.package.xml(part)
        codes = {item.get("numFmtId"): item.get("formatCode") for item in root.iter(f"{_S}numFmt")}
        found = []
        for item in root.iterfind(f"{_S}cellXfs/{_S}xf"):
            number = item.get("numFmtId", "0")
            found.append(number_format(int(number) if number.isdecimal() else 0, codes.get(number)))
        return found

    def _beside(self, part: str, sheet: Sheet) -> None:
        """What lies over a sheet's cells: text boxes, pictures, diagrams, comments."""
        for relation in self.package.relations(part).values():
            if relation.outside or not self.package.holds(relation.target):
                continue
            if relation.kind == "comments":
                self.comments += sum(1 for _ in self.package.xml(relation.target).iter(f"{_S}comment"))
            elif relation.kind == "drawing":
                self._drawing(relation.target, sheet)
            elif relation.kind in ("oleObject", "package"):
                why = "en inbäddad fil som inte läses; spara den som en egen fil och läs den också"
                sheet.parts.append(Part(f"blad {sheet.name}, inbäddat objekt", "unread", why))

    def _drawing(self, part: str, sheet: Sheet) -> None:
        root = self.package.xml(part)
        for body in root.iter(f"{_XDR}txBody"):
            lines = ("".join(piece.text or "" for piece in line.iter(f"{_A}t")) for line in body.iter(f"{_A}p"))
            sheet.boxes += [line for line in lines if line.strip()]
        if any(True for _ in root.iter(f"{_XDR}pic")):
            sheet.parts.append(Part(f"blad {sheet.name}, bilder", "left-out", "bilder läses inte"))
        if any(True for _ in root.iter(f"{_XDR}graphicFrame")):
            sheet.parts.append(Part(f"blad {sheet.name}, diagram", "left-out", "diagram läses inte"))


_PLAIN = (Format(),)


def _rich(item: etree._Element | None) -> str:
    """The text of a string, its runs joined, without the readings that Japanese has beside it."""
    if item is None:
        return ""
    pieces = [item.findtext(f"{_S}t") or ""]
    pieces += [run.findtext(f"{_S}t") or "" for run in item.iterchildren(f"{_S}r")]
    return _ESCAPED.sub(_unescaped, "".join(pieces))


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return "" if 0xD800 <= code < 0xE000 else chr(code)


def _column(reference: str | None, otherwise: int) -> int:
    found = _COLUMN.match(reference or "")
    if found is None:
        return otherwise
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _hidden_columns(element: etree._Element) -> set[int]:
    hidden: set[int] = set()
    for column in element.iterchildren(f"{_S}col"):
        first, last = column.get("min", ""), column.get("max", "")
        if column.get("hidden") in _ON and first.isdecimal() and last.isdecimal():
            hidden.update(range(int(first) - 1, min(int(last), _WIDEST)))
    return hidden

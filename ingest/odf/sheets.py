"""An OpenDocument spreadsheet: its sheets with what their cells show, as the program that saved it wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ingest.document import Part
from ingest.draft import Drafts
from ingest.odf import graphics
from ingest.odf.graphics import Account
from ingest.odf.names import DRAW, OFFICE, TABLE, H, P, whole
from ingest.odf.package import OpenDocument
from ingest.odf.styles import Styles, scopes
from ingest.sheets import grid
from ingest.sheets.grid import MOST_CELLS, Sheet

_ROW = f"{TABLE}table-row"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_SILENT = frozenset((f"{OFFICE}annotation", f"{OFFICE}annotation-end"))
_WIDEST = 1024  # columns that are looked at
_MOST_REPEATED = 200  # times that a row with text is shown again


def read(file: OpenDocument) -> Drafts:
    """The drafts of a spreadsheet. Raises BrokenFile where it has no sheets."""
    styles, _ = scopes(file.content, file.styles)
    account = Account()
    sheets: list[Sheet] = []
    parts: list[Part] = []
    cells = 0
    for table in file.body("spreadsheet").iterchildren(f"{TABLE}table"):
        name = table.get(f"{TABLE}name", "")
        if styles.of("table", table.get(f"{TABLE}style-name")).hidden:
            parts.append(Part(f"blad {name}", "left-out", "bladet är dolt"))
            continue
        sheet, count = _sheet(file, styles, table, account, MOST_CELLS - cells)
        cells += count
        parts += [Part(f"blad {name}", "read"), *sheet.parts]
        sheets.append(sheet)
    blocks = grid.drafts(sheets)
    return Drafts(blocks, parts=[*parts, *account.parts(blocks)], comments=account.annotations)


def _sheet(file: OpenDocument, styles: Styles, table: etree._Element, account: Account, most: int) -> tuple[Sheet, int]:
    """A sheet, and how many cells it has filled; beyond `most` its ledger says that it goes on."""
    sheet = Sheet(table.get(f"{TABLE}name", ""), [])
    account.annotations += sum(1 for _ in table.iter(f"{OFFICE}annotation"))
    hidden = _hidden_columns(styles, table)
    concealed = bool(hidden)
    filled = 0
    for row in _rows(table):
        if _collapsed(styles, row, "table-row"):
            concealed = True
            continue
        texts = _texts(row, hidden)
        again = whole(row.get(f"{TABLE}number-rows-repeated"), 1, _MOST_REPEATED) or 1
        filled += (sum(map(bool, texts)) + len(texts) // 4) * again  # the empty ones before them take room too
        sheet.rows += [texts] * (again if any(texts) else 1)
        if filled > most:
            why = "bladet är större än vad klausul läser; dela upp filen"
            sheet.parts.append(Part(f"blad {sheet.name}, efter rad {len(sheet.rows)}", "unread", why))
            break
    if concealed:
        sheet.parts.append(Part(f"blad {sheet.name}, dolda rader och kolumner", "left-out", "de visas inte i bladet"))
    for element in table.iter(f"{DRAW}frame", f"{DRAW}custom-shape"):
        for box in graphics.boxes(file, element, account):
            sheet.boxes += [_words(paragraph) for paragraph in box.iter(P, H)]
    return sheet, filled


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == _ROW:
            yield child
        elif isinstance(child.tag, str) and child.tag.startswith(f"{TABLE}table-"):
            yield from _rows(child)


def _texts(row: etree._Element, hidden: set[int]) -> list[str]:
    texts: list[str] = []
    column = 0
    for cell in row.iterchildren(*_CELLS):
        again = whole(cell.get(f"{TABLE}number-columns-repeated"), 1) or 1
        text = "\n".join(filter(None, (_words(paragraph) for paragraph in cell.iterchildren(P))))
        for at in range(column, min(column + again, _WIDEST)) if text else ():
            texts += [""] * (at - len(texts))
            texts.append(text)
        column += again
    return [text for at, text in enumerate(texts) if at not in hidden]


def _hidden_columns(styles: Styles, table: etree._Element) -> set[int]:
    hidden: set[int] = set()
    at = 0
    for column in table.iter(f"{TABLE}table-column"):
        again = whole(column.get(f"{TABLE}number-columns-repeated"), 1) or 1
        if _collapsed(styles, column, "table-column"):
            hidden.update(range(at, min(at + again, _WIDEST)))
        at += again
    return hidden


def _collapsed(styles: Styles, element: etree._Element, family: str) -> bool:
    if element.get(f"{TABLE}visibility") in ("collapse", "filter"):
        return True
    return styles.of(family, element.get(f"{TABLE}style-name")).collapsed


def _words(element: etree._Element) -> str:
    """The text of a paragraph, without the comments that hang on it."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT:
            pieces.append(
                " " if child.tag.endswith(("}s", "}tab")) else "\n" if child.tag.endswith("}line-break") else ""
            )
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)

"""A page's characters as PDFium counts them, and the frame that turns its coordinates into points from the top left.

`Characters.text[i]` is always PDFium's character i, so a slice of it names a place on the page.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_ushort
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from ingest.errors import BrokenFile, EncryptedFile

# PDFium keeps global state and may be entered by one thread at a time.
PDFIUM = threading.RLock()
# Annotations whose appearance is text of the page: free text, stamps, form fields.
_TEXTUAL = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET})
_REFUSED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


# All but the letters and signs of ordinary Swedish text, which need no second look.
_UNUSUAL = re.compile("[^ -~\r\nåäöÅÄÖ]")


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns PDFium's coordinates (from the bottom left, before rotation) into points from the top left as shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A rectangle as (x0, top, x1, bottom); corners may come in any order."""
        if self.turns == 0 and x0 <= x1 and y0 <= y1:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return (ax if ax < bx else bx, ay if ay < by else by, bx if ax < bx else ax, by if ay < by else ay)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as (x, y from the top)."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    @property
    def width(self) -> float:
        """The shown width in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The shown height in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom


@dataclass(slots=True)
class Characters:
    """One open page: its PDFium handles (valid within `opened_page` only), its frame and its text.

    `unusual` are the signs of the text other than printable ASCII, line breaks and å, ä, ö: whoever looks for odd
    signs looks among these.
    """

    number: int
    page: Any
    handle: Any
    frame: Frame
    text: str
    unusual: frozenset[str]


@contextmanager
def opened(data: bytes, password: str | None) -> Iterator[Any]:
    """The PDFium document of a file's bytes, closed at the end. Raises EncryptedFile or BrokenFile."""
    with PDFIUM:
        secret = password.encode("utf-8", "surrogateescape") if password else None
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
        if not document:
            raise _refusal(pdfium.FPDF_GetLastError(), password)
        try:
            yield document
        finally:
            pdfium.FPDF_CloseDocument(document)


def _refusal(error: int, password: str | None) -> EncryptedFile | BrokenFile:
    if error not in _REFUSED:
        return BrokenFile("PDF-filen är skadad och går inte att öppna", "be om en ny kopia eller spara om den som PDF")
    what = "PDF-filen är krypterad och lösenordet stämmer inte" if password else "PDF-filen är krypterad med lösenord"
    return EncryptedFile(what, "ange rätt lösenord med --password eller be om en olåst kopia")


@contextmanager
def opened_page(document: Any, number: int, turns: int = 0) -> Iterator[Characters | None]:
    """Page `number` (from 1), or None where PDFium cannot load it. `turns` turns the frame, in quarters clockwise."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        yield None
        return
    page = _with_fields(document, page, number)
    handle = pdfium.FPDFText_LoadPage(page)
    try:
        yield _characters(number, page, handle, turns) if handle else None
    finally:
        pdfium.FPDFText_ClosePage(handle)
        pdfium.FPDF_ClosePage(page)


def _characters(number: int, page: Any, handle: Any, turns: int) -> Characters:
    text = _text(handle)
    return Characters(number, page, handle, _frame(page, turns), text, frozenset(_UNUSUAL.findall(text)))


def _with_fields(document: Any, page: Any, number: int) -> Any:
    """The page with what its form fields and text notes show drawn into it, so that PDFium counts their characters."""
    count = pdfium.FPDFPage_GetAnnotCount(page)
    if not count or not any(_is_textual(page, index) for index in range(min(count, 500))):
        return page
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    pdfium.FPDF_ClosePage(page)
    return pdfium.FPDF_LoadPage(document, number - 1)


def _is_textual(page: Any, index: int) -> bool:
    note = pdfium.FPDFPage_GetAnnot(page, index)
    if not note:
        return False
    subtype = pdfium.FPDFAnnot_GetSubtype(note)
    pdfium.FPDFPage_CloseAnnot(note)
    return subtype in _TEXTUAL


def _frame(page: Any, turns: int) -> Frame:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, byref(box)):
        box.right, box.top = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    rotation = (pdfium.FPDFPage_GetRotation(page) + turns) % 4
    return Frame(float(box.left), float(box.bottom), float(box.right), float(box.top), rotation)


def _text(handle: Any) -> str:
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return ""
    # Not an array of ctypes: to make its type, another for every length, costs more than the text.
    room = bytearray(4 * count + 4)
    written = pdfium.FPDFText_GetText(handle, 0, count, byref(c_ushort.from_buffer(room)))
    text = room[: 2 * (written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # PDFium's text leaves out characters that it has no Unicode for: then each is asked for by itself.
    codes = (pdfium.FPDFText_GetUnicode(handle, index) for index in range(count))
    return "".join("\ufffe" if code == 2 else chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

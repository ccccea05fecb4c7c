"""The straight line from a PDF's bytes to drafts: its pages become sheets, and those that have no text are read as
images.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from ingest.document import Page, Part
from ingest.draft import Drafts
from ingest.errors import BrokenFile
from ingest.pdf.enclosed import enclosed
from ingest.pdf.flow import drafts_of
from ingest.pdf.pages import Characters, opened, opened_page
from ingest.pdf.places import Places
from ingest.pdf.sheets import SCANNED, Sheet, SheetReader, refused

if TYPE_CHECKING:
    from ingest.ocr.scans import Scans


def read(data: bytes, password: str | None = None) -> Drafts:
    """A PDF's drafts in reading order. Raises EncryptedFile or BrokenFile."""
    with opened(data, password) as document:
        parts = enclosed(document)
        sheets, scans = _sheets(document)
    if scans is not None:
        from ingest.ocr.sheet import settle_sizes

        settle_sizes(sheets)
    pages = [page_of(sheet) for sheet in sheets]
    # That a page is unread is told by the page itself; this tells what was left out on it, and what it needs.
    unread = [sheet for sheet in sheets if sheet.source == "unread"]
    parts += [Part(f"innehållet på sida {sheet.number}", "left-out", sheet.why) for sheet in unread]
    return Drafts(blocks=list(drafts_of(sheets)), pages=pages, parts=parts, locate=Places(data, password, scans))


def page_of(sheet: Sheet) -> Page:
    """What the Document says of a sheet."""
    width, height = sheet.shown or (sheet.width, sheet.height)
    return Page(sheet.number, width, height, sheet.source, sheet.confidence, sheet.why)


def _sheets(document: Any) -> tuple[list[Sheet], Scans | None]:
    reader = SheetReader()
    sheets: list[Sheet] = []
    scans: Scans | None = None
    for number in range(1, pdfium.FPDF_GetPageCount(document) + 1):
        with opened_page(document, number) as page:
            sheet = reader.sheet(page) if page else refused(number)
            if page and (sheet.source == "unread" or sheet.doubt):
                if scans is None:
                    from ingest.ocr.scans import Scans

                    scans = Scans()
                sheet = _reread(page, sheet, scans)
            sheets.append(sheet)
    if not any(sheet.width for sheet in sheets):
        raise BrokenFile("PDF-filen har inga sidor som går att läsa", "be om en ny kopia eller spara om den som PDF")
    return sheets, scans


def _reread(page: Characters, sheet: Sheet, scans: Scans) -> Sheet:
    """The page read from its image; why its own text was not taken is said."""
    from ingest.ocr.doubted import better
    from ingest.ocr.scans import Shown
    from ingest.pdf.picture import drawn, resolution

    # The frame of a page whose text lay on its side was turned; the image shows the page as it is.
    page.frame = replace(page.frame, turns=pdfium.FPDFPage_GetRotation(page.page) % 4)
    native = resolution(page)
    image, dpi = drawn(page, native)
    found = scans.sheet(page.number, Shown(image, dpi, native or dpi), page.frame.width, page.frame.height)
    if sheet.doubt:
        return better(sheet, found)
    if found.source == "unread":
        return replace(found, why=f"{sheet.why}: {found.why}")
    return found if sheet.why == SCANNED else replace(found, why=sheet.why)

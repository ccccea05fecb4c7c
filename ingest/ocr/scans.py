"""The scanned pages of one file: each read, or unread with the reason, and the way from its characters to the image."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from ingest.document import Box
from ingest.ocr.glyphs import Glyphs
from ingest.ocr.reading import recognised
from ingest.ocr.recognised import OcrUnavailable
from ingest.ocr.sheet import sheet_of
from ingest.pdf.sheets import Sheet

_FAILED = "textigenkänningen (OCR) misslyckades; skanna sidan på nytt eller skaffa originalet"
# A page of text with fewer dots to the inch is a row of specks.
_COARSEST = 50
_COARSE = "bilden är för grov ({dpi:.0f} punkter per tum) för textigenkänning (OCR); skanna sidan med minst 200"
_NOTHING = "textigenkänningen (OCR) fann ingen läslig text i bilden; skanna sidan på nytt eller skaffa originalet"


@dataclass(frozen=True, slots=True)
class Shown:
    """An image of a page: its pixels in grey, drawn with `dpi` dots to the inch, where the file has `native`."""

    image: Image.Image
    dpi: float
    native: float


@dataclass(slots=True)
class Scans:
    """The pages of a file that were read from their image, by number. Holds data only: processes may exchange it."""

    pages: dict[int, Glyphs] = field(default_factory=dict)

    def sheet(self, number: int, shown: Shown, width: float, height: float) -> Sheet:
        """The sheet of page `number`, of so many points as shown; unread, and why, where that fails."""
        if shown.native < _COARSEST:
            return Sheet(number, width, height, source="unread", why=_COARSE.format(dpi=shown.native))
        try:
            found = recognised(shown.image, shown.dpi)
            sheet, glyphs = sheet_of(found, number, width, height)
        except OcrUnavailable as error:
            return Sheet(number, width, height, source="unread", why=str(error))
        except Exception:
            # Whatever an engine or a model trips over, the page is unread and the rest of the file is not lost.
            return Sheet(number, width, height, source="unread", why=_FAILED)
        if sheet.source == "empty" and found.stretches:
            return Sheet(number, width, height, source="unread", why=_NOTHING)
        self.pages[number] = glyphs
        return sheet

    def boxes(self, page: int, start: int, count: int) -> list[Box]:
        """Where characters of a page stand, in points of the page as shown."""
        return self.pages[page].boxes(page, start, start + count)

    def __call__(self, origins: list[tuple[int, int, int]]) -> tuple[Box, ...]:
        """The boxes of (page, first character, count), for files all of whose pages are images."""
        return tuple(box for origin in sorted(origins) for box in self.boxes(*origin))

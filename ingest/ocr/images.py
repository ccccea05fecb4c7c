"""Image files to drafts: each image (each page of a TIFF) is a page, and goes the way of a scan."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO

from PIL import BmpImagePlugin, GifImagePlugin, Image, ImageOps, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from ingest.document import Page
from ingest.draft import Drafts
from ingest.errors import BrokenFile, TooLarge
from ingest.ocr.scans import Scans, Shown
from ingest.ocr.sheet import settle_sizes
from ingest.pdf.flow import drafts_of
from ingest.pdf.sheets import Sheet

# Only these of Pillow's readers are loaded, and only they may open a file.
_PLUGINS = (PngImagePlugin, JpegImagePlugin, TiffImagePlugin, GifImagePlugin, BmpImagePlugin)
_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP")
# One image as stored, and as it is read.
_MOST_PIXELS = 120_000_000
_MOST_READ = 20_000_000
_MOST_PAGES = 1000
# Images that claim to be larger than this, in inches, were not scanned with the resolution that they state.
_LARGEST_PAGE = 24.0
_A4 = 11.69
_FEWEST = 200.0
_BROKEN = BrokenFile("bildfilen är skadad och går inte att öppna", "be om en ny kopia eller skanna om den")


def read(data: bytes) -> Drafts:
    """The drafts of an image file. Raises BrokenFile or TooLarge."""
    scans = Scans()
    sheets: list[Sheet] = []
    for number, frame in enumerate(_frames(data), start=1):
        if frame is None:
            why = "bildens sida är skadad och går inte att läsa"
            sheets.append(Sheet(number, 0.0, 0.0, source="unread", why=why))
            continue
        image, native = frame
        shown = _drawn(image, native)
        points = 72 / native
        sheets.append(scans.sheet(number, shown, image.width * points, image.height * points))
    settle_sizes(sheets)
    pages = [Page(one.number, *(one.shown or (one.width, one.height)), one.source, one.confidence, one.why)
             for one in sheets]  # fmt: skip
    return Drafts(blocks=list(drafts_of(sheets)), pages=pages, locate=scans)


def _frames(data: bytes) -> Iterator[tuple[Image.Image, float] | None]:
    """The file's images in grey, upright as it says, with their resolution; None for one that is broken."""
    try:
        with warnings.catch_warnings():
            # Size is looked at here, against limits of our own.
            warnings.simplefilter("ignore")
            opened = Image.open(BytesIO(data), formats=_FORMATS)
            pages = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception:
        # Pillow's readers raise whatever broken data leads them to.
        raise _BROKEN from None
    if pages > _MOST_PAGES:
        raise TooLarge(f"bildfilen har fler än {_MOST_PAGES} sidor", "dela upp den i mindre filer")
    for index in range(pages):
        yield _frame(opened, index, alone=pages == 1)


def _frame(opened: Image.Image, index: int, *, alone: bool) -> tuple[Image.Image, float] | None:
    try:
        if index:
            opened.seek(index)
        if opened.width * opened.height > _MOST_PIXELS:
            raise _too_large()
        image = ImageOps.exif_transpose(opened)
        return _grey(image), _native(opened.info.get("dpi"), image)
    except TooLarge:
        raise
    except Exception:
        if alone:
            raise _BROKEN from None
        return None


def _too_large() -> TooLarge:
    return TooLarge(f"bilden har fler än {_MOST_PIXELS // 1_000_000} miljoner bildpunkter", "spara den med färre")


def _grey(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    return image.convert("L")


def _native(stated: object, image: Image.Image) -> float:
    """Dots to the inch: as stated where that makes a page of it, else as if it showed a page of A4."""
    longest = max(image.size)
    try:
        dpi = float(stated[0]) if isinstance(stated, tuple) else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        dpi = 0.0
    if dpi >= 60 and 3 < longest / dpi < _LARGEST_PAGE and (dpi > 110 or longest < 1800):
        return dpi
    return max(40.0, longest / _A4)


def _drawn(image: Image.Image, native: float) -> Shown:
    """The image as it is read: coarse ones enlarged, so that letters have their height, and huge ones made smaller."""
    pixels = image.width * image.height
    scale = min(max(1.0, _FEWEST / native), (_MOST_READ / max(pixels, 1)) ** 0.5)
    if abs(scale - 1) > 0.01:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.BICUBIC)
    return Shown(image, native * scale, native)

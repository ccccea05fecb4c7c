"""Images: PNG, JPEG, TIFF with its pages, GIF and BMP. Each is a page, read by text recognition."""

from __future__ import annotations

from ingest.draft import Drafts

KIND = "image"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """An image's blocks, pages and places. Raises BrokenFile or TooLarge."""
    from ingest.ocr.images import read

    return read(data)

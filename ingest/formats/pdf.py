"""PDF: text by PDFium with every character's place kept; the work is done in `ingest.pdf`."""

from __future__ import annotations

from ingest.draft import Drafts

KIND = "pdf"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """A PDF's blocks, pages and places. Raises EncryptedFile or BrokenFile."""
    from ingest.pdf.reading import read

    return read(data, password)

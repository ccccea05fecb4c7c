"""PowerPoint files (.pptx, .pptm, .ppsx, .potx): slides with tables, groups and notes, read by `ingest.slides`.

A slide is a page; its title is a heading, its notes are footnotes. Hidden slides are left out, and the ledger says so.
"""

from __future__ import annotations

from ingest.draft import Drafts
from ingest.errors import TooLarge

KIND = "pptx"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of a PowerPoint file. Raises BrokenFile, EncryptedFile (a password opens none) and TooLarge."""
    from ingest.slides.presentation import read

    try:
        return read(data)
    except RecursionError:
        raise TooLarge("filen är nästlad djupare än vad klausul läser", "spara om den i PowerPoint") from None

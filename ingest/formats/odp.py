"""OpenDocument presentations (.odp, .otp, flat .fodp): slides with tables, groups and notes, read by `ingest.odf`.

A slide is a page; its title is a heading, its notes are footnotes. Hidden slides are left out, and the ledger says so.
"""

from __future__ import annotations

from ingest.draft import Drafts
from ingest.errors import TooLarge

KIND = "odp"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of an OpenDocument presentation. Raises BrokenFile, EncryptedFile and TooLarge."""
    from ingest.odf.package import OpenDocument
    from ingest.odf.slides import read

    try:
        return read(OpenDocument(data))
    except RecursionError:
        raise TooLarge("filen är nästlad djupare än vad klausul läser", "spara om den i LibreOffice") from None

"""OpenDocument spreadsheets (.ods, .ots, flat .fods): sheets as sections, rows as table rows, read by `ingest.odf`.

Hidden sheets, rows and columns are left out, and the ledger says so.
"""

from __future__ import annotations

from ingest.draft import Drafts
from ingest.errors import TooLarge

KIND = "ods"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of an OpenDocument spreadsheet. Raises BrokenFile, EncryptedFile and TooLarge."""
    from ingest.odf.package import OpenDocument
    from ingest.odf.sheets import read

    try:
        return read(OpenDocument(data))
    except RecursionError:
        raise TooLarge("filen är nästlad djupare än vad klausul läser", "spara om den i LibreOffice") from None

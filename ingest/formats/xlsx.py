"""Excel files (.xlsx, .xlsm, .xltx): sheets as sections, rows as table rows, numbers as a Swede sees them.

Read by `ingest.sheets`. Hidden sheets, rows and columns are left out, and the ledger says so.
"""

from __future__ import annotations

from ingest.draft import Drafts

KIND = "xlsx"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of an Excel file. Raises BrokenFile, EncryptedFile (a password opens none) and TooLarge."""
    from ingest.sheets import grid
    from ingest.sheets.workbook import Workbook

    book = Workbook(data)
    blocks = grid.drafts(book.sheets())
    return Drafts(blocks, parts=book.parts, comments=book.comments)

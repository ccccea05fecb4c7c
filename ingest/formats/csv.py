"""Tables in text form (.csv) with semicolons or commas, in any usual encoding; the first row names the columns."""

from __future__ import annotations

from ingest.document import Part
from ingest.draft import Drafts
from ingest.errors import BrokenFile

KIND = "csv"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of a table in text form. Raises BrokenFile."""
    from ingest.sheets import grid
    from ingest.sheets.delimited import rows

    try:
        found = rows(data)
    except ValueError:
        raise BrokenFile("tabellen har en cell som är orimligt stor", "spara den på nytt som XLSX") from None
    kept, cells = 0, 0
    while kept < len(found) and cells <= grid.MOST_CELLS:
        cells += len(found[kept])
        kept += 1
    parts = []
    if kept < len(found):
        why = "tabellen är större än vad klausul läser; dela upp filen"
        parts.append(Part(f"rader efter rad {kept}", "unread", why))
    return Drafts(grid.drafts([grid.Sheet("", found[:kept])]), parts=parts)

"""Older Excel files (.xls, .xlsb, and Excel's XML of 2003): LibreOffice makes them XLSX, which is then read as such."""

from __future__ import annotations

from ingest.draft import Drafts

KIND = "xls"
_WHAT = "äldre Excel-filer (XLS)"
_REMEDY = "öppna filen i Excel och spara den som XLSX eller PDF"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of an older Excel file. Raises what `ingest.libreoffice.converted` and the XLSX reader raise."""
    from ingest.formats.xlsx import drafts as read
    from ingest.libreoffice import converted

    return read(converted(data, "xls", "xlsx", _WHAT, _REMEDY))

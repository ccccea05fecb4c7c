"""Older Word files (.doc, and Word's XML of 2003): LibreOffice makes them DOCX, which is then read as such."""

from __future__ import annotations

from ingest.draft import Drafts

KIND = "doc"
_WHAT = "äldre Word-filer (DOC)"
_REMEDY = "öppna filen i Word och spara den som DOCX eller PDF"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of an older Word file. Raises what `ingest.libreoffice.converted` and the DOCX reader raise."""
    from ingest.formats import docx
    from ingest.libreoffice import converted

    return docx.drafts(converted(data, "doc", "docx", _WHAT, _REMEDY))

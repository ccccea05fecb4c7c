"""Older PowerPoint files (.ppt): LibreOffice makes them PPTX, which is then read as such."""

from __future__ import annotations

from ingest.draft import Drafts

KIND = "ppt"
_WHAT = "äldre PowerPoint-filer (PPT)"
_REMEDY = "öppna filen i PowerPoint och spara den som PPTX eller PDF"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of an older PowerPoint file. Raises what `ingest.libreoffice.converted` and the PPTX reader raise."""
    from ingest.formats.pptx import drafts as read
    from ingest.libreoffice import converted

    return read(converted(data, "ppt", "pptx", _WHAT, _REMEDY))

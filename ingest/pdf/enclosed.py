"""What a PDF holds beside its pages: attached files and dynamic forms. They are not read, and the ledger says so."""

from __future__ import annotations

from ctypes import POINTER, c_ushort, cast, create_string_buffer
from pathlib import PurePosixPath
from typing import Any

import pypdfium2.raw as pdfium

from ingest.characters import clean
from ingest.document import Part

# Attachments that may be a part of the contract; others are evidence of signatures, invoices, pictures, data.
_DOCUMENTS = frozenset({"pdf", "doc", "docx", "docm", "odt", "rtf", "txt", "md", "ppt", "pptx", "eml", "msg", "zip"})
_MOST = 50
_LONGEST = 80


def enclosed(document: Any) -> list[Part]:
    """A part for each attached file, and one for a form whose pages only Adobe's programs can draw."""
    found: list[Part] = []
    count = max(0, pdfium.FPDFDoc_GetAttachmentCount(document))
    for index in range(min(count, _MOST)):
        name = _name(pdfium.FPDFDoc_GetAttachment(document, index)) or f"nummer {index + 1}"
        if PurePosixPath(name.replace("\\", "/")).suffix.lstrip(".").lower() in _DOCUMENTS:
            why = "filen är bifogad i PDF-filen och läses inte; spara den för sig och läs in den också"
            found.append(Part(f"bifogad fil: {name}", "unread", why))
        else:
            found.append(Part(f"bifogad fil: {name}", "left-out", "filen är bifogad i PDF-filen och är inget dokument"))
    if count > _MOST:
        found.append(Part(f"{count - _MOST} bifogade filer till", "unread", "filer bifogade i PDF-filen läses inte"))
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL:
        why = "formuläret ritas bara av Adobes program; öppna det där och skriv ut till PDF"
        found.append(Part("dynamiskt formulär (XFA)", "unread", why))
    return found


def _name(attachment: Any) -> str:
    """An attached file's name, in one short line; empty where it has none."""
    if not attachment:
        return ""
    length = int(pdfium.FPDFAttachment_GetName(attachment, None, 0))
    if not 2 < length < 10_000:
        return ""
    room = create_string_buffer(length)
    pdfium.FPDFAttachment_GetName(attachment, cast(room, POINTER(c_ushort)), length)
    name = room.raw[: length - 2].decode("utf-16-le", "replace")
    return " ".join(clean(name).split())[:_LONGEST]

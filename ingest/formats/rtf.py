r"""RTF, as Word, LibreOffice and others write it: read by the room `ingest.rtf`.

The numbers are those that the program wrote before its paragraphs (`\listtext`). Deleted and hidden text is left out;
two views where changes are tracked.
"""

from __future__ import annotations

from collections import Counter

from ingest.document import Part
from ingest.draft import Draft, Drafts

KIND = "rtf"
_LITTLE_TEXT = 200  # characters beside which a picture may be the whole contract


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of an RTF file. Raises TooLarge where it is nested beyond all use."""
    from ingest.rtf.reader import Reader

    source = data.decode("latin-1")
    reader = Reader()
    blocks = reader.read(source)
    return Drafts(
        blocks,
        parts=_parts(reader.met, blocks),
        pending_changes=reader.changes,
        comments=reader.met["annotation"],
        rejected=Reader(rejected=True).read(source) if reader.changes else None,
    )


def _parts(met: Counter[str], blocks: list[Draft]) -> list[Part]:
    parts = []
    if met["cut off"]:
        parts.append(Part("slutet av filen", "unread", "filen slutar mitt i texten; hämta den på nytt"))
    if met["object"]:
        why = "en inbäddad fil som inte läses; spara den som en egen fil och läs den också"
        parts.append(Part(f"inbäddade objekt ({met['object']})", "unread", why))
    if met["mmath"]:
        parts.append(Part("formler", "left-out", "formler läses inte"))
    if met["pict"]:
        name = f"bilder ({met['pict']})"
        if sum(len(draft.text) for draft in blocks) < _LITTLE_TEXT:
            why = "dokumentet består nästan bara av bilder; spara det som PDF och läs den med OCR"
            parts.append(Part(name, "unread", why))
        else:
            parts.append(Part(name, "left-out", "bilder läses inte"))
    return parts

"""What a page shows that is no running text: form fields, quotes, preformatted text; and its line in the ledger."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from ingest.document import Part
from ingest.draft import Draft

SHOWN = frozenset(("input", "select", "textarea", "q"))
_LITTLE_TEXT = 200  # characters beside which a picture may be the whole contract
_WHY = {
    "struck": ("överstruken text", "left-out", "överstruken text hör inte till dokumentets lydelse"),
    "frame": ("inramade sidor", "unread", "sidan visar en annan sida eller fil, som inte läses; spara den för sig"),
}


def shown(element: etree._Element) -> str:
    """The text that a form field shows, or a quotation with its marks."""
    tag = element.tag
    words = "".join(str(piece) for piece in element.itertext())
    if tag == "q":
        return f"”{words}”"
    if tag == "textarea":
        return words
    if tag == "select":
        options = list(element.iter("option"))
        chosen = next(
            (option for option in options if option.get("selected") is not None), options[0] if options else None
        )
        return "" if chosen is None else "".join(str(piece) for piece in chosen.itertext())
    kind = element.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return "☒ " if element.get("checked") is not None else "☐ "
    return element.get("value", "") if kind in ("text", "number", "date", "email", "tel", "url") else ""


def preformatted(element: etree._Element) -> list[Draft]:
    """The drafts of text that a page shows as it is typed: it is read as a text file is."""
    from ingest.formats.text import drafts

    text = "".join(str(piece) for piece in element.itertext())
    return drafts(text.encode("utf-8", "replace")).blocks if text.strip() else []


def is_tiny(element: etree._Element) -> bool:
    """Whether a frame is too small to show anything: it only counts visitors."""
    return any(element.get(side, "") in ("0", "1") for side in ("width", "height"))


def parts(met: Counter[str], drafts: list[Draft]) -> list[Part]:
    """The lines of the ledger for what a walk met."""
    found = [Part(*why) for name, why in _WHY.items() if met[name]]
    if met["picture"]:
        name = f"bilder ({met['picture']})"
        if sum(len(draft.text) for draft in drafts) < _LITTLE_TEXT:
            why = "sidan består nästan bara av bilder; spara den som PDF och läs den med OCR"
            found.append(Part(name, "unread", why))
        else:
            found.append(Part(name, "left-out", "bilder läses inte"))
    return found

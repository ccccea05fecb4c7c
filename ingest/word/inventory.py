"""The account of a Word file: every part that may hold text, and what became of it."""

from __future__ import annotations

import re

from ingest.document import Part
from ingest.draft import Draft
from ingest.word.source import Account, Source

_LITTLE_TEXT = 200  # characters of body beside which a picture may be the whole contract
_LEFT_OUT = (
    (re.compile(r"comments\w*\.xml$"), "kommentarer räknas men hör inte till texten"),
    (re.compile(r"(?:header|footer)\d*\.xml$"), "sidhuvudet eller sidfoten visas inte på någon sida"),
    (re.compile(r"(?:footnotes|endnotes)\.xml$"), "inga noter som texten hänvisar till"),
    (re.compile(r"glossary/document\.xml$"), "snabbdelar som inte syns i dokumentet"),
    (re.compile(r"vbaproject\.bin$"), "makron körs och läses aldrig"),
    (re.compile(r"charts/chart\w*\.xml$"), "diagram läses inte"),
    (re.compile(r"diagrams/data\d*\.xml$"), "figuren visas inte"),
)


def parts(source: Source, account: Account, drafts: list[Draft]) -> list[Part]:
    """One Part for every part of the file that may hold text, the unread ones with the reason."""
    found = [Part(name, "read", _remark(account) if name == source.main else "") for name in sorted(account.read)]
    found += [Part(name, "unread", why) for name, why in sorted(account.unread.items())]
    known = {part.name.lower() for part in found}
    for name in source.package.names:
        why = next((why for pattern, why in _LEFT_OUT if pattern.search(name.lower())), None)
        if why and name.lower() not in known:
            found.append(Part(name, "left-out", why))
    return [*found, *_objects(account), *_pictures(account, drafts)]


def _remark(account: Account) -> str:
    if not account.placeholders:
        return ""
    return f"{account.placeholders} innehållskontroller är inte ifyllda och visar sin platshållartext"


def _objects(account: Account) -> list[Part]:
    why = "en inbäddad fil som inte läses; spara den som en egen fil och läs den också"
    return [Part(f"inbäddat objekt ({program})", "unread", why) for program in sorted(account.objects)]


def _pictures(account: Account, drafts: list[Draft]) -> list[Part]:
    if not account.pictures:
        return []
    name = f"bilder ({account.pictures})"
    if sum(len(draft.text) for draft in drafts) < _LITTLE_TEXT:
        return [Part(name, "unread", "dokumentet består nästan bara av bilder; spara det som PDF och läs den med OCR")]
    if account.page_pictures:
        why = f"{account.page_pictures} bilder är så stora att de kan vara inskannade sidor; deras text läses inte"
        return [Part(name, "unread", why)]
    return [Part(name, "left-out", "bilder läses inte")]

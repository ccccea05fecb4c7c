"""References that stand in place of a clause: to an appendix, a point or another document, there or not."""

from __future__ import annotations

import re

from ingest.document import Document

_APPENDIX = re.compile(r"\bbilag(?:a|an|orna|or)\s+(?P<name>\d{1,2}[a-z]?|[A-ZÅÄÖ]\b|[A-ZÅÄÖ][a-zåäö]{2,30})", re.I)
_POINT = re.compile(
    r"\b(?:punkt|punkten|avsnitt|kap\.|kapitel|klausul|p\.)\s*(?P<name>\d{1,2}(?:\.\d{1,2}){0,3})\b|§\s*(?P<after>\d{1,2})\b|\b(?P<before>\d{1,2})\s*§",
    re.I,
)
_REFERS = re.compile(
    r"\b(?:regleras|framgår|anges|finns|återfinns|beskrivs|specificeras|preciseras|behandlas|hanteras|bestäms|följer|redovisas|fastställs|gäller\s+(?:enligt|vad\s+som|bilaga)|lämnas\s+i|ingår\s+i"
    r"|utgår\s+enligt|sker\s+enligt|i\s+enlighet\s+med|se\b|hänvisas|enligt)",
    re.I,
)
_OF_LAW = re.compile(r"\b(?:lag(?:en)?|LOU|LOV|KL|SoL|HSL|förordning\w*|\w+lagen|\w+balken|kap\.)\b")


def to_absent_appendix(document: Document, said: str) -> str | None:
    """The appendix that a statement refers its matter to and that is not in the file, as the ledger names it; else
    None.
    """
    named = {_key(match["name"]) for match in _APPENDIX.finditer(said)}
    if not named or not document.ledger.missing_appendices or not _REFERS.search(said):
        return None
    return next((name for name in document.ledger.missing_appendices if _key(name) in named), None)


def to_absent_point(said: str, numbers: frozenset[str]) -> str | None:
    """The point of this contract that a statement refers its matter to and that does not exist; else None."""
    named = [match["name"] or match["after"] or match["before"] for match in _POINT.finditer(said)]
    if not named or not numbers or _OF_LAW.search(said) or not _REFERS.search(said):
        return None
    return next((name for name in named if not any(f"{number}.".startswith(f"{name}.") for number in numbers)), None)


def numbers(document: Document) -> frozenset[str]:
    """The bare numbers of the document's sections and numbered paragraphs."""
    found = set()
    for label in [section.number for section in document.sections] + [block.number for block in document.blocks]:
        match = re.search(r"\d{1,2}(?:\.\d{1,2}){0,3}", label)
        if match:
            found.add(match[0])
    return frozenset(found)


def _key(name: str) -> str:
    return re.sub(r"^bilaga\s+", "", name.strip().lower())

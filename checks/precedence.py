"""The order in which a contract's parts go before each other, and the part that a statement stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.document import Document

_HEADING = re.compile(
    r"inbördes|rangordning|tolkningsordning|företräde|handlingarnas\s+ordning|(?:avtals|kontrakts)handlingar|avtalets\s+(?:delar|handlingar)",
    re.I,
)
_ORDERS = re.compile(
    r"\b(?:i\s+(?:följande|nedanstående|nedan\s+angiven|denna)\s+(?:inbördes\s+)?(?:ordning|rangordning|företrädesordning)|inbördes\s+ordning|gäller\s+de\s+i\s+följande)",
    re.I,
)
_OVER = re.compile(r"(?:gäller|företräde|går)\s+(?:framför|före|över)\s+(?P<second>[\w ]{4,60})", re.I)
# "Säger de särskilda villkoren något annat än de allmänna gäller de särskilda villkoren."
_WINS = re.compile(
    r"(?:motstrid\w*|strider|avvik\w*|annat\s+än|skiljer)(?P<between>[^.]{0,120}?)\bgäller\s+(?:då\s+)?(?:de\s+|det\s+|vad\s+som\s+\w+\s+i\s+)?(?P<first>(?:särskilda|allmänna|speciella)\s+\w+|bilaga\s+\w+|tillägg\w*)",
    re.I,
)
# What parts are called: the words by which an item of the order and a heading are known to be the same part.
_PARTS = {
    "amendment": re.compile(r"tilläggsavtal|tillägg\b|ändring|ändringsavtal|överenskommelse om ändring", re.I),
    "special": re.compile(
        r"särskilda\s+(?:villkor|bestämmelser|avtalsvillkor|kontraktsvillkor|föreskrifter)|speciella villkor", re.I
    ),
    "general": re.compile(
        r"allmänna\b(?:\s+(?:villkor|bestämmelser|avtalsvillkor|kontraktsvillkor|föreskrifter))?|generella villkor",
        re.I,
    ),
    "specification": re.compile(
        r"kravspecifikation|uppdragsbeskrivning|kravbeskrivning|förfrågningsunderlag|upphandlingsdokument", re.I
    ),
    "offer": re.compile(r"\banbud", re.I),
    "main": re.compile(
        r"\b(?:huvudavtal|huvudkontrakt|detta\s+avtal|avtalet|kontraktet|detta\s+kontrakt|avtalstext|överenskommelsen)",
        re.I,
    ),
}
_APPENDIX = re.compile(r"\bbilaga\s+(\w{1,3})\b", re.I)


@dataclass(frozen=True)
class Precedence:
    """Parts to their rank (0 goes first); empty where the contract says nothing of it."""

    ranks: dict[str, int]

    def before(self, one: str, other: str) -> bool | None:
        """Whether part `one` goes before `other`; None where the order does not tell."""
        if one == other or one not in self.ranks or other not in self.ranks:
            return None
        return self.ranks[one] < self.ranks[other]


def precedence(document: Document) -> Precedence:
    """The order of precedence that the contract states: a list, a sentence with numbers, or "X gäller framför Y"."""
    ranks: dict[str, int] = {}
    for wins in _WINS.finditer(document.text):
        first, named = (
            part_called(wins["first"]),
            [part_called(part) for part in re.split(r"\bän\b|\boch\b|\bmot\b", wins["between"])],
        )
        second = next((part for part in named if part and part != first), None)
        if first and second:
            return Precedence({first: 0, second: 1})
    for over in _OVER.finditer(document.text):
        first, second = (
            part_called(document.text[max(0, over.start() - 60) : over.start()]),
            part_called(over["second"]),
        )
        if first and second and first != second:
            return Precedence({first: 0, second: 1})
    for section in document.sections:
        if not _HEADING.search(section.title):
            continue
        inside = [s for s in document.statements if section.span.holds(s.span)]
        if not any(_ORDERS.search(document.quote(s.span)) or s.lead_in for s in inside):
            continue
        for statement in inside:
            for item in re.split(r"\b\d[.)]\s|;", document.quote(statement.span)):
                part = part_called(item)
                if part and (statement.lead_in or ";" in document.quote(statement.span)):
                    ranks.setdefault(part, len(ranks))
        if len(ranks) > 1:
            return Precedence(ranks)
    return Precedence({})


def part_of(document: Document, section: int | None) -> str:
    """The part of the contract that a section lies in; "main" where no heading over it names another."""
    for outer in document.path(section):
        part = part_called(f"{outer.number} {outer.title}")
        if part and part != "main":
            return part
    return "main"


def lies_in(document: Document, section: int, part: str) -> bool:
    """Whether a heading over a section names that part, by its number ("Bilaga 2") or its title."""
    if part == "main":
        return part_of(document, section) == part
    names = [(outer.number, outer.title) for outer in document.path(section)]
    return any(part in (part_called(number), part_called(title)) for number, title in names)


def part_called(words: str) -> str | None:
    """The part that some words name: an appendix by its number, "amendment", "special", "general", ... or None."""
    for part, pattern in _PARTS.items():
        if part != "main" and pattern.search(words):
            return part
    appendix = _APPENDIX.search(words)
    if appendix:
        return f"bilaga {appendix[1].lower()}"
    return "main" if _PARTS["main"].search(words) else None

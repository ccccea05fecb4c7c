"""Whether a statement stands as a term of the contract, or is only written in it.

Optional clauses in square brackets, boxes that nobody ticked, quoted older wordings, definitions and a preamble's
kind words are on the page and bind nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from ingest.document import BlockKind, Document, Statement


class Standing(StrEnum):
    """Why a statement does not stand; STANDS where it does."""

    STANDS = "stands"
    OPTIONAL = "optional"
    QUOTED = "quoted"
    DEFINITION = "definition"
    PREAMBLE = "preamble"
    REPLACED = "replaced"


_BRACKETS = re.compile(r"\[([^\[\]]{25,2000})\]")
_LINK = re.compile(r"https?:|^\s*(?:bilaga|x|X)\b")
_OLDER = re.compile(
    r"\b(?:tidigare|äldre|förutvarande|dåvarande|ursprunglig\w*|gamla|nuvarande)\s+(?:\w+\s+)?(?:lydelse\w*|ordalydelse\w*|skrivning\w*|text\w*|avtal\w*\s+(?:löd|stod))"
    r"|\b(?:lydde|löd)\s+(?:tidigare|så|enligt följande|som följer)|\bhade\s+(?:\w+\s+){0,3}lydelse\w*|\bden\s+(?:tidigare|hittillsvarande|äldre)\s+(?:bestämmelsen|regeln|klausulen|punkten)",
    re.I,
)
_QUOTE = re.compile(r"[”“\"»]([^”“\"«»]{20,1500})[”“\"«]")
_DEFINES = re.compile(
    r"^(?:med\s+(?:begreppet\s+|termen\s+|ordet\s+)?[”\"“»']?[\w\s/-]{2,60}[”\"“»']?\s+(?:avses|menas|förstås)\b"
    r"|[”\"“»'][^”\"“»']{2,60}[”\"“»']\s*(?:avser|betyder|har\s+den\s+betydelse|innebär|:|–|-)"
    r"|[\wåäö-]{3,40}\s*[:\t–]\s*(?:den|det|de|en|ett)\s)",
    re.I,
)
_MEANS = re.compile(r"^med\s+(?:[\w/-]+[”\"»']?\s+){1,8}(?:avses|menas|förstås)\b", re.I)
_COMMANDS = re.compile(r"\b(?:ska|skall|får|måste|är skyldig\w*)\b", re.I)
_DEFINITIONS = re.compile(r"\b(?:definition(?:er)?|begrepp|ordlista|termer|ordförklaringar)\b", re.I)
_BINDS = re.compile(r"\b(?:ska|skall|måste|har rätt|äger|får|är skyldig\w*|förbinder sig|åtar sig|åligger)\b", re.I)
_PREAMBLE = re.compile(
    r"^(?:bakgrund\w*|inledning|syfte\w*|preambel|ingress|orientering|allmän orientering|förord|utgångspunkter|värdegrund|vision|"
    r"(?:bakgrund|inledning|syfte|mål)\s+och\s+(?:bakgrund|syfte|mål|inledning))\b",
    re.I,
)
_OLDER_TITLE = re.compile(r"\b(?:tidigare|äldre|utgången|upphävd)\s+lydelse\b", re.I)
_EMPTY_BOX = re.compile(r"^\s*(?:[\w.]{1,6}\s+)?(?:☐|□|\[\s?\])")
_TICKED = re.compile(r"☒|☑|\[[xX]\]")


def standings(document: Document) -> tuple[Standing, ...]:
    """One Standing for each statement."""
    text = document.text
    optional = [
        match.span()
        for match in _BRACKETS.finditer(text)
        if not _LINK.match(match[1]) and not _TICKED.search(text, max(0, match.start() - 6), match.start())
    ]
    older = _older_wordings(text)
    choices = bool(_TICKED.search(text))
    homes: dict[int | None, _Home] = {}
    found = []
    for statement in document.statements:
        if statement.section not in homes:
            homes[statement.section] = _home(document, statement.section)
        found.append(_of(document, statement, homes[statement.section], optional, older, choices))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Home:
    """What a section's title says of all that stands under it."""

    older: bool
    definitions: bool
    preamble: bool


def _home(document: Document, section: int | None) -> _Home:
    path = document.path(section)
    title = path[-1].title if path else ""
    return _Home(bool(_OLDER_TITLE.search(title)), bool(_DEFINITIONS.search(title)), bool(_PREAMBLE.match(title)))


def _of(
    document: Document,
    statement: Statement,
    home: _Home,
    optional: list[tuple[int, int]],
    older: list[tuple[int, int]],
    choices: bool,
) -> Standing:
    said = document.quote(statement.span)
    if (optional and _covers(optional, statement)) or (
        choices and _EMPTY_BOX.match(document.quote(document.blocks[statement.block].span))
    ):
        return Standing.OPTIONAL
    if home.older or (older and _covers(older, statement)):
        return Standing.QUOTED
    if _MEANS.match(said) and not _COMMANDS.search(said):
        return Standing.DEFINITION
    row = document.blocks[statement.block].kind is BlockKind.TABLE_ROW
    defines = home.definitions or (not row and bool(_DEFINES.match(said)))
    if (defines or home.preamble) and not _BINDS.search(said):
        return Standing.DEFINITION if defines else Standing.PREAMBLE
    return Standing.STANDS


def _covers(spans: list[tuple[int, int]], statement: Statement) -> bool:
    """Whether one of the ordered spans covers more than half of the statement."""
    place = bisect_right(spans, (statement.span.end, 0))
    for start, end in spans[max(0, place - 2) : place]:
        overlap = min(end, statement.span.end) - max(start, statement.span.start)
        if overlap > len(statement.span) / 2:
            return True
    return False


def _older_wordings(text: str) -> list[tuple[int, int]]:
    """Quotations that a phrase such as "tidigare lydelse" introduces."""
    found = []
    for match in _OLDER.finditer(text):
        quoted = _QUOTE.search(text, match.end(), match.end() + 1_700)
        if quoted and quoted.start() - match.end() < 80:
            found.append(quoted.span())
    return found

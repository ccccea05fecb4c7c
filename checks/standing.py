"""Whether a statement stands as a term of the contract, or is only written in it.

Optional clauses in square brackets, boxes that nobody ticked, quoted older wordings, definitions and a preamble's
kind words are on the page and bind nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from checks.boxes import ticked_before, unticked
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
_WORDING = r"(?:lydelse\w*|ordalydelse\w*|skrivning\w*|text\w*|avtal\w*\s+(?:löd|stod))"
_OLDER = re.compile(
    rf"\b(?:tidigare|äldre|förutvarande|dåvarande|ursprunglig\w*|gamla|nuvarande|hittillsvarande)\s+(?:\w+\s+)?{_WORDING}"
    r"|\b(?:lydde|löd)\s+(?:tidigare|så|enligt följande|som följer)|\bhade\s+(?:\w+\s+){0,3}lydelse\w*"
    r"|\b(?:angavs|föreskrevs|stadgades|stod)\s+(?:det\s+)?(?:att|följande)\b(?=\s*[”“\"»:])"
    r"|\benligt\s+(?:\w+\s+)?(?:tidigare|äldre|gamla|förra)\s+\w+\s+(?:gällde|stod|fanns|föreskrevs)"
    r"|\bden\s+(?:tidigare|hittillsvarande|äldre)\s+(?:bestämmelsen|regeln|klausulen|punkten)",
    re.I,
)
# "Tidigare lydelse ersätts med: ”...”": what is quoted is the new.
_NEW = re.compile(
    r"ersätt\w*\b(?!\s+(?:inte|ej|icke)\b)|\bny|ska(?:ll)?\s+(?:ha|lyda)|i\s+stället|istället|hädanefter|framöver|ändras\s+till",
    re.I,
)
_QUOTE = re.compile(r"[”“\"»]([^”“\"«»]{20,1500})[”“\"«]")
_DEFINES = re.compile(
    r"^(?:med\s+(?:begreppet\s+|termen\s+|ordet\s+)?[”\"“»']?[\w\s/-]{2,60}[”\"“»']?\s+(?:avses|menas|förstås)\b"
    r"|i\s+(?:detta|denna|dessa)\s+\w+\s+(?:avses|menas|förstås)\s+med\b"
    r"|[”\"“»'][^”\"“»']{2,60}[”\"“»']\s*(?:avser|betyder|har\s+den\s+betydelse|innebär|:|–|-)"
    r"|[\wåäö-]{3,40}\s*[:\t–]\s*(?:den|det|de|en|ett)\s)",
    re.I,
)
_MEANS = re.compile(r"^med\s+(?:[\w/-]+[”\"»']?\s+){1,8}(?:avses|menas|förstås)\b", re.I)
_DEFINES_BELOW = re.compile(
    r"\b(?:avses|menas|förstås|betyder)(?:\s+med)?\s*:?$|\bfölj\w+\s+(?:definitioner|begrepp|betydelse)", re.I
)
_COMMANDS = re.compile(r"\b(?:ska|skall|får|måste|är skyldig\w*)\b", re.I)
_DEFINITIONS = re.compile(r"\b(?:definition(?:er)?|begrepp|ordlista|termer|ordförklaringar)\b", re.I)
_BINDS = re.compile(r"\b(?:ska|skall|måste|har rätt|äger|får|är skyldig\w*|förbinder sig|åtar sig|åligger)\b", re.I)
_PREAMBLE = re.compile(
    r"^(?:bakgrund(?:en)?|inledning|syfte\w*|preambel|ingress|orientering|allmän orientering|förord|utgångspunkter"
    r"|värdegrund|vision|mål\s+och\s+syfte)\b",
    re.I,
)
_OLDER_TITLE = re.compile(
    r"\b(?:tidigare|äldre|utgången|upphävd|nuvarande|hittillsvarande)\s+(?:lydelse|bestämmelse|villkor|text)\b", re.I
)


def standings(document: Document) -> tuple[Standing, ...]:
    """One Standing for each statement."""
    text = document.text
    optional = [
        match.span()
        for match in _BRACKETS.finditer(text)
        if not _LINK.match(match[1]) and not ticked_before(text, match.start())
    ]
    older = _older_wordings(text)
    left_out = unticked(document)
    homes: dict[int | None, _Home] = {}
    found = []
    for index, statement in enumerate(document.statements):
        if statement.section not in homes:
            homes[statement.section] = _home(document, statement.section)
        if index in left_out or (optional and _covers(optional, statement)):
            found.append(Standing.OPTIONAL)
        elif older and _covers(older, statement, 1 / 3):
            found.append(Standing.QUOTED)
        else:
            found.append(_of(document, statement, homes[statement.section]))
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


def _of(document: Document, statement: Statement, home: _Home) -> Standing:
    said = document.quote(statement.span)
    if home.older or _introduced_as_older(document, statement):
        return Standing.QUOTED
    if _MEANS.match(said) and not _COMMANDS.search(said):
        return Standing.DEFINITION
    if _introduced_as_definition(document, statement) and not _BINDS.search(said):
        return Standing.DEFINITION
    row = document.blocks[statement.block].kind is BlockKind.TABLE_ROW
    defines = home.definitions or (not row and bool(_DEFINES.match(said)))
    if (defines or home.preamble) and not _BINDS.search(said):
        return Standing.DEFINITION if defines else Standing.PREAMBLE
    return Standing.STANDS


def _introduced_as_definition(document: Document, statement: Statement) -> bool:
    """Whether a line such as "I dessa bestämmelser avses med" introduces the statement."""
    return statement.lead_in is not None and bool(_DEFINES_BELOW.search(document.quote(statement.lead_in)))


def _introduced_as_older(document: Document, statement: Statement) -> bool:
    """Whether a line such as "Tidigare lydelse:" introduces the statement."""
    if statement.lead_in is None:
        return False
    lead_in = document.quote(statement.lead_in)
    found = _OLDER.search(lead_in)
    return bool(found) and lead_in.rstrip().endswith(":") and not _NEW.search(lead_in)


def _covers(spans: list[tuple[int, int]], statement: Statement, share: float = 1 / 2) -> bool:
    """Whether one of the ordered spans covers more than that share of the statement."""
    place = bisect_right(spans, (statement.span.end, 0))
    for start, end in spans[max(0, place - 2) : place]:
        overlap = min(end, statement.span.end) - max(start, statement.span.start)
        if overlap > len(statement.span) * share:
            return True
    return False


def _older_wordings(text: str) -> list[tuple[int, int]]:
    """Quotations that a phrase such as "tidigare lydelse" introduces."""
    found: list[tuple[int, int]] = []
    for quoted in _QUOTE.finditer(text):
        start = quoted.start()
        for match in _OLDER.finditer(text, max(0, start - 160), start + 1):
            if start - match.end() < 80 and not _NEW.search(text, match.end(), start):
                found.append(quoted.span())
                break
    return found

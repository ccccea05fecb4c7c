"""What a contract says of itself: title, reference number, parties, period and value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.finding import Facts
from checks.organisations import is_public
from checks.period import period
from clauses.quantities import amounts
from ingest.document import BlockKind

if TYPE_CHECKING:
    from checks.parties import Parties
    from ingest.document import Document

_OPENING = 5_000
_NOUN = (
    r"(?:\w*(?:avtal|kontrakt|överenskommelse|regelbok|partnerskap|villkor|bestämmelser|föreskrifter)(?:et"
    r"|en)?|förfrågningsunderlag|uppdragsbeskrivning|a\sv\st\sa\sl|tilläggs?\w*)"
)
_NAMED = re.compile(rf"(?:\S+\s){{0,3}}?{_NOUN}(?![\w-])", re.I)
_MENTIONED = re.compile(rf"(?<![\w-]){_NOUN}(?![\w-])", re.I)
_LETTERHEAD = re.compile(
    r"upphandling och avtal|avtalsenhet|inköpsavdelning|avtalsregister|(?:förvaltning|nämnd|enhet|avdelning"
    r"|kontor|service|stab)(?:en|et)?(?:,|$)|^sida\b|^bilaga\b|^innehåll|^version|^datum|^utskrift",
    re.I,
)
_LABELLED = re.compile(
    r"^[^:]{2,40}:\s*\S|^[^:]{2,40}:$|\bdnr\b|diarie|^\w+(?:nummer|nr|-id)\b|\d{6}-\d{4}|^mellan\b|^parter\b", re.I
)
_ALONE = re.compile(rf"(?:\w+\s)?{_NOUN}(?:\s(?:nr\s)?[\d:/-]+)?", re.I)
_FILLER = re.compile(r"\s*\(?(?:avtalet|nedan[^)]*)\)?$")

_SORTS = (
    r"\b(?:diarie(?:nummer|nr|beteckning)|dnr|d\.nr|ärende(?:nummer|nr|-?id)|beteckning)",
    r"\b(?:(?:\w*avtals|kontrakts)(?:nummer|nr|-?id|register|beteckning)|(?:avtal|kontrakt|ramavtal"
    r"|överenskommelse)\s(?:nr|nummer|no)|register(?:nummer|nr)|avtals-?id)",
    r"\b(?:upphandlings(?:nummer|nr|-?id)|referens(?:nummer|nr)?|ref\.?(?=\s*:))",
)
_NUMBER = (
    r"(?:\s?\([^)\n]{1,30}\))?[ .:\t#]{0,4}(?:nr[.:]?[ ]{0,2})?"
    r"(?P<number>(?:(?-i:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,9})(?:[-/ ](?-i:[A-ZÅÄÖ]{1,6})){0,2}[ :/-]{0,2})?"
    r"\d{1,9}(?:[-:/.][\dA-Za-z]{1,8}){0,4})(?!\d)"
)
_REFERENCES = tuple(re.compile(sort + _NUMBER, re.I) for sort in _SORTS)
_BARE = re.compile(
    r"(?<![\w(:/-])(?!SFS|SOSFS|HSLF|AFS|SKV|LOU|LOV|AB\b|ISO|EN\b)[A-ZÅÄÖ]{2,6}(?:-[A-ZÅÄÖ]{1,5})?[ /-]?(?:19"
    r"|20)\d\d[-/:]\d{1,6}(?:-\d{1,4})?(?![\w-])"
)
_NO_REFERENCE = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d)?$|\d{6}-\d{4}$|\d{1,2}$")
_ANOTHERS = re.compile(r"ramavtal\w*|anbud|upphandling\w*", re.I)

_MONEY = ("kronor", " kr ", " kr.", " kr,", "mkr", "Mkr", "SEK", "mnkr")
_VALUE = re.compile(
    r"(?:kontrakts|avtals|entreprenad|uppdrags|upphandlings)(?:värde|summa)\w*|takvolym\w*|takbelopp\w*"
    r"|(?:totala?t?|maximala?|högsta|beräkna[dt]e?|uppskatta[dt]e?)\s(?:värde|belopp)\w*"
    r"|bidraget\s(?:uppgår|är)|bidrag\s(?:om|med|på)|bidrar\smed|ersättning(?:en)?\s(?:uppgår|om|är)"
    r"|fast\s(?:pris|ersättning)|pris(?:et)?\s(?:om|uppgår|är)"
    r"|(?:avtalets|kontraktets|ramavtalets|uppdragets)\s(?:\w+\s)?värde|värdet\sav|värdet?\s(?:uppskattas"
    r"|beräknas|uppgår)|omfattning(?:en)?\suppskattas|hyran\suppgår|årskostnad\w*",
    re.I,
)
_NO_VALUE = re.compile(
    r"vite|försäkring|skadestånd|böter|prisbasbelopp|understiger|överstiger|upp till ett värde"
    r"|ansvar\w* (?:är )?begräns|sanktion|självrisk|lägst|minst|avdrag|procent av|månads"
    r"|per (?:månad|tillfälle|timme|tim|dygn|dag|besök|person|elev|brukare|plats|pass|resa|vecka|mil|km|portion"
    r"|objekt|styck|st|barn|skada)",
    re.I,
)
_PER = re.compile(
    r"\s(?:(?:exkl\w*\.?|inkl\w*\.?|exklusive|inklusive)\s(?:moms|mervärdesskatt)|(?:per|om)\s(?:kalender|avtals"
    r"|verksamhets)?år(?:et)?|årligen|under\savtalstiden|totalt)"
)
_YEARLY = re.compile(r"\bårlig(?:a|en)?\b|\bårs(?:kostnad|ersättning)", re.I)
_LEAST = 10_000  # kronor


def facts(document: Document, parties: Parties) -> Facts:
    """The facts of a contract; what it does not say is None."""
    start, end = period(document)
    return Facts(_title(document), _reference(document.text), parties.facts, start, end, _value(document.text))


def _title(document: Document) -> str | None:
    """The line before the first clause that calls itself a contract; else the first heading.

    A bare "RAMAVTAL" is completed by the line that follows it.
    """
    lines = _first_lines(document)
    best: tuple[float, int] | None = None
    for place, (heading, line) in enumerate(lines):
        named = 3.0 if _NAMED.match(line) else 1.5 if _MENTIONED.search(line) else 0.0
        score = named + heading - 0.1 * place
        if (
            named
            and not _LETTERHEAD.search(line)
            and not line.endswith((".", ",", ":"))
            and (best is None or score > best[0])
        ):
            best = (score, place)
    if best is None:
        return next((line for heading, line in lines if heading and not _LETTERHEAD.search(line)), None)
    title = lines[best[1]][1]
    if _ALONE.fullmatch(title) and best[1] + 1 < len(lines):
        following = lines[best[1] + 1][1]
        if _completes(following):
            return f"{title}{' ' if following[0].islower() else ' – '}{following}"
    return title


def _first_lines(document: Document) -> list[tuple[bool, str]]:
    """The unnumbered short blocks before the first clause: whether a heading, and the words without letter-spacing."""
    lines: list[tuple[bool, str]] = []
    for block in document.blocks[:40]:
        if block.number and lines and block.kind is BlockKind.HEADING:
            break
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.span) > 170 or block.number:
            continue
        line = " ".join(document.quote(block.span).split())
        line = re.sub(r"^(?:[A-ZÅÄÖ] ){3,}[A-ZÅÄÖ]\b", lambda spaced: spaced[0].replace(" ", ""), line)
        if line and not _LABELLED.search(line):
            lines.append((block.kind is BlockKind.HEADING, line))
    return lines


def _completes(line: str) -> bool:
    """Whether a line goes on with what the contract is about, and is no letterhead, date, party or sentence."""
    told = len(line) <= 120 and not line.endswith((".", ":", ","))
    party = is_public(line) and len(line.split()) <= 4
    return (
        told
        and not party
        and not _LETTERHEAD.search(line)
        and not re.match(r"\d|(?:parter|bakgrund|allmänt|definitioner|inledning)\b", line, re.I)
    )


def _reference(text: str) -> str | None:
    """The number of the contract's file, else its own, else the procurement's; that of a framework agreement last."""
    opening = text[:_OPENING]
    other: str | None = None
    for pattern in _REFERENCES:
        for match in pattern.finditer(opening):
            number = " ".join(match["number"].split()).rstrip(".:-/")
            if _NO_REFERENCE.match(number) or len(number) < 3:
                continue
            line = opening[opening.rfind("\n", 0, match.start()) + 1 : match.start()]
            if _ANOTHERS.search(line[-60:]):
                other = other or number
            else:
                return number
    bare = _BARE.search(text[:1_500])
    return bare[0] if bare else other


def _value(text: str) -> str | None:
    """The contract's value as it is written, where it states one: no penalty, no insured sum, no price of a piece."""
    for at in sorted({at for sign in _MONEY for at in _places(text, sign)}):
        start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at), at - 220) + 1
        sign = _VALUE.search(text, start, at)
        if sign is None or _NO_VALUE.search(text[start : at + 30].split("\n")[0]):
            continue
        for amount in amounts(window := text[sign.end() : at + 60].split("\n")[0]):
            if amount.unit == "kronor" and amount.value >= _LEAST:
                per = _PER.match(window, amount.end)
                value = " ".join(window[amount.start : per.end() if per else amount.end].rstrip(".").split())
                return value if per or not _YEARLY.search(text[start : sign.end()]) else f"{value} per år"
    return None


def _places(text: str, sign: str) -> list[int]:
    places = []
    at = text.find(sign)
    while at >= 0:
        places.append(at)
        at = text.find(sign, at + 1)
    return places

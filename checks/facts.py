"""What a contract says of itself: title, reference number, parties, period and value."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from checks.finding import Facts
from clauses.quantities import dates
from ingest.document import BlockKind

if TYPE_CHECKING:
    from checks.parties import Parties
    from ingest.document import Document

_OPENING = 5_000
_REFERENCE = re.compile(
    r"\b(?:diarie(?:nummer|nr)|dnr|d\.nr|ärende(?:nummer|nr)|avtals(?:nummer|nr|-id)|kontrakts(?:nummer|nr)|upphandlings(?:nummer|id)|referens(?:nummer|nr)?|ref\.?)\b[ .:\t]{0,4}"
    r"(?P<number>[A-ZÅÄÖ]{0,6}[ /-]?\d{2,4}[-:/ ]\d{1,6}(?:[-:/]\d{1,4})?|[A-Z0-9ÅÄÖ][A-Z0-9ÅÄÖ:/.-]{3,24})",
    re.I,
)
_BARE_REFERENCE = re.compile(r"\b[A-ZÅÄÖ]{2,5}[ /]?\d{4}[-/:]\d{2,6}\b")
_TITLE_WORD = re.compile(r"avtal|kontrakt|överenskommelse|villkor|regelbok|partnerskap|uppdrag|förfrågningsunderlag|tillägg", re.I)
_PERIOD = re.compile(r"avtals(?:tid|period)|gäller\s+(?:från|fr\.?o\.?m|under|till)|giltighet|löptid|kontraktstid|löper\s+(?:från|under)|träder\s+i\s+kraft|avtalet\s+gäller", re.I)
_VALUE = re.compile(
    r"(?:värde|takvolym|takbelopp|kontraktssumma|avtalssumma|uppskattas\s+till|beräknas\s+uppgå|totalt\s+belopp|bidraget\s+(?:uppgår|är)|ersättningen\s+uppgår)[^.\n]{0,80}?"
    r"(?P<value>\d[\d  .,]*\s?(?:miljoner\s+kronor|miljarder\s+kronor|tkr|mnkr|mkr|msek|sek|kronor|kr)\b[^.\n,;]{0,25})",
    re.I,
)


def facts(document: Document, parties: Parties) -> Facts:
    """The facts of a contract; what it does not say is None."""
    start, end = _period(document)
    return Facts(_title(document), _reference(document), parties.facts, start, end, _value(document.text))


def _title(document: Document) -> str | None:
    """The first heading or line that calls itself a contract; else the first heading."""
    candidates = [
        block
        for block in document.blocks[:25]
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and len(block.span) <= 120
    ]
    lines = [(block, " ".join(document.quote(block.span).split())) for block in candidates]
    for block, line in lines:
        if _TITLE_WORD.search(line) and not line.endswith((".", ":", ",")) and not block.number:
            return line
    headings = [line for block, line in lines if block.kind is BlockKind.HEADING and not block.number]
    return headings[0] if headings else None


def _reference(document: Document) -> str | None:
    opening = document.text[:_OPENING]
    match = _REFERENCE.search(opening)
    if match and re.search(r"\d", match["number"]):
        return " ".join(match["number"].split()).strip(" .:")
    bare = _BARE_REFERENCE.search(opening)
    return bare[0] if bare else None


def _period(document: Document) -> tuple[date | None, date | None]:
    """The contract period: the first statement that speaks of it and has two dates, else one."""
    start: date | None = None
    for statement in document.statements:
        said = document.quote(statement.span)
        titles = " ".join(section.title for section in document.path(statement.section)[-1:])
        if not _PERIOD.search(f"{titles} {said}"):
            continue
        found = [when.first for when in dates(said)]
        if len(found) >= 2 and found[0] < found[1]:
            return found[0], found[1]
        if len(found) == 1 and start is None:
            if re.search(r"\b(?:till och med|t\.?o\.?m|längst till|upphör)\b", said, re.I) and not re.search(r"från och med|fr\.?o\.?m", said, re.I):
                return start, found[0]
            start = found[0]
    return start, None


def _value(text: str) -> str | None:
    match = _VALUE.search(text)
    return " ".join(match["value"].split()) if match else None

"""How old a guideline is, as it says itself, and which replaced laws it still refers to."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checks.coverage_report import Age, How, Passage, ReplacedLaw
from clauses.quantities import Moment, dates
from clauses.replaced_laws import replaced_laws
from ingest.document import Span

if TYPE_CHECKING:
    from ingest.document import Document

OLD_YEARS = 4  # a term of office: a guideline that nobody has decided on anew since is old
_REACH = 90  # characters after a label in which its date stands
_DECIDED = re.compile(
    r"\b(?:beslutsdatum|datum\sför\sbeslut|fastställ(?:d|t|des|ts)|antag(?:en|et|its|ning)|antogs|antas\sav"
    r"|beslut(?:ad|at|ades|ats)"
    r"(?:\sav)?|senast\sreviderad|reviderad|beslutande\sinstans)\b",
    re.IGNORECASE,
)
_VALID_TO = re.compile(
    r"\b(?:giltig(?:t|hetstid)?\s{0,2}(?:till|t\.?\s?o\.?\s?m\.?|längst)|gäller\s(?:längst\s)?(?:till"
    r"|t\.?\s?o\.?\s?m)|gäller\still\soch\smed"
    r"|giltighetstid|giltighetsperiod|upphör\satt\sgälla|till\soch\smed|max\still|bäst\sföre)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:gäller\s|giltig\w{0,8}[\s:]{1,3})?tills\s(?:vidare|annat\sbeslut|den\sersätts)\b", re.IGNORECASE
)


def age(document: Document, today: date) -> Age:
    """When a document was decided and how long it holds, told against `today`."""
    decided = _after(document, _DECIDED, latest=True, before=today)
    valid = _after(document, _VALID_TO, latest=True, before=None)
    further = bool(_FURTHER.search(document.text))
    until = valid[1].last if valid else None
    day = decided[1].last if decided else None
    expired = until is not None and until < today
    old = day is not None and day < today - timedelta(days=365 * OLD_YEARS) and (until is None or expired)
    at = decided or valid
    return Age(
        document.name, day, until, further, expired, old, _quote(document, *at, "Här står datumet.") if at else None
    )


def replaced(document: Document) -> tuple[ReplacedLaw, ...]:
    """The references to replaced law, each law's first."""
    found = []
    for law in replaced_laws():
        match = law.pattern.search(document.text)
        if match:
            why = f"{law.law} är ersatt; nu gäller {law.now}."
            passage = _passage(document, Span(match.start(), match.end()), why)
            found.append(ReplacedLaw(" ".join(match[0].split()), law.now, law.verified, passage))
    return tuple(found)


def _after(
    document: Document, label: re.Pattern[str], *, latest: bool, before: date | None
) -> tuple[int, Moment] | None:
    """The latest date that stands right after a label, with the label's place."""
    best: tuple[int, Moment] | None = None
    for match in label.finditer(document.text):
        near = dates(document.text[match.end() : match.end() + _REACH])
        moments = [each for each in near if before is None or each.first <= before]
        if moments and (best is None or (latest and moments[0].last > best[1].last)):
            best = (match.start(), moments[0])
    return best


def _quote(document: Document, start: int, moment: Moment, why: str) -> Passage:
    return _passage(document, Span(start, start + 1), why)


def _passage(document: Document, at: Span, why: str) -> Passage:
    """The statement, or else the block, that holds a place."""
    statement = next((each for each in document.statements if each.span.start <= at.start < each.span.end), None)
    block = next((each for each in document.blocks if each.span.start <= at.start < each.span.end), None)
    span = statement.span if statement else block.span if block else at
    path = document.path(statement.section) if statement else ()
    number = next((section.number for section in reversed(path) if section.number), "")
    page = block.page if block else None
    return Passage(document.name, span, number, path[-1].title if path else "", page, How.REFERS, why)

"""The time that a contract is in force, from the statement that speaks of it plainest, and from what extends it."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from clauses.quantities import Moment, dates, durations

if TYPE_CHECKING:
    from ingest.document import Document, Statement

Period = tuple[date | None, date | None]

_HEADING = re.compile(
    r"(?:avtals|kontrakts|uppdrags|överenskommelse\w*|partnerskaps|ramavtals)(?:tid|period)|giltighet|löptid"
    r"|tid\b|period\b|ikraftträdande",
    re.I,
)
_IN_FORCE = re.compile(
    r"\b\w*(?:avtalet|kontraktet|överenskommelsen|partnerskapet|uppdraget|regelboken|villkoren|bidraget"
    r"|avropet)\s(?:\w+\s){0,2}?(?:gäller|löper|pågår|omfattar|träder|avser|är\sgiltigt|börjar)"
    r"|\b(?:gäller|löper|pågår)\s(?:\w+\s){0,3}?\w*(?:avtalet|kontraktet|överenskommelsen|partnerskapet|uppdraget)\b",
    re.I,
)
_SPEAKS = re.compile(
    r"(?:avtals|kontrakts|uppdrags|ramavtals)(?:tid|period|start|slut)|\bgäller\s+(?:från|fr\.?|under|till|den"
    r"|för)|giltig|löptid|löper|träder\s+i\s+kraft|pågår|\bperiod(?:en)?\b|startdatum|från\soch\smed"
    r"|fr\.?\s?o\.?\s?m\b",
    re.I,
)
_SIGNS = (
    "gäller",
    "Gäller",
    "tid",
    "eriod",
    "iltig",
    "löp",
    "Löp",
    "träder",
    "pågår",
    "rån och med",
    "r.o.m",
    "avser",
    "förläng",
    "start",
    "– 20",
    "–20",
)
_YEAR = re.compile(r"20\d\d(?!:|\d)")
_BESIDE = re.compile(
    r"\b(?:pris(?:et|er|erna|listan)?|vite\w*|index\w*|lydelse\w*|punkt\s\d|bilaga\s\d|försäkring\w*|tillstånd\w*"
    r"|anbud\w*|faktura\w*|rapport\w*|inventering|beslutade|fullmakt|"
    r"ändring\s\d|avsnittet|hyra\w*|§\s\d|\d\s§)",
    re.I,
)
_OPTION = re.compile(r"\b(?:förläng\w*|option\w*|prolonger\w*)\b", re.I)
_EXTENDS = re.compile(
    r"\b(?:avtalet|kontraktet|ramavtalet|överenskommelsen|avtalstiden|kontraktstiden"
    r"|det)\s(?:\w+\s){0,3}?(?:förlängs|förlängdes|har\sförlängts)\b",
    re.I,
)
_MAY = re.compile(
    r"\b(?:kan|får|om|äger|rätt|möjlig\w*|option\w*|såvida|därefter|automatiskt|i\ssänder|i\staget)\b", re.I
)
_FROM = re.compile(
    r"(?:från(?:\soch\smed)?|fr\.?\s?o\.?\s?m\.?|med\sstart|start(?:ar|datum|dag)?|i\skraft|börjar|början|gäller"
    r"|avtalsstart|fr\.)[\s:,]*(?:dagen\s|den\s)?(?:klockan\s[\d.]+\s)?$",
    re.I,
)
_UNTIL = re.compile(
    r"(?:till(?:\soch\smed)?|t\.?\s?o\.?\s?m\.?|längst|upphör(?:\satt\sgälla)?|löper\sut|slutdatum|avtalsslut"
    r"|slut(?:ar)?|[–-])[\s:,]*(?:den\s|utgången\sav\s)?$",
    re.I,
)
_NO_YEAR = re.compile(
    r"(?P<day>\d{1,2})\s(?P<month>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december)\s?(?:–|-|till(?:\soch\smed)?|t\.?\s?o\.?\s?m\.?)\s?(?:den\s)?$",
    re.I,
)
_YEARS = re.compile(
    r"\b(?:kalender|verksamhets)?år(?:et|en)?\s(?P<first>20\d\d)(?:\s?(?:[–-]|till\soch\smed|och)\s?(?P<last>20\d\d))?",
    re.I,
)
_LASTS = re.compile(r"\b(?:under|i|på|om|är|av|tid|omfattar|löper)\s$", re.I)
_SIGNING = re.compile(r"undertecknat|undertecknas|undertecknande|underskrift|signering", re.I)
_SIGNED = re.compile(
    r"^[A-ZÅÄÖ][\w -]{1,30}?,?[ \t]+(?:den[ ]+)?\d{1,2}[ ]\w{3,9}[ ]20\d\d$"
    r"|^[A-ZÅÄÖ][\w -]{1,30}?,?[ \t]+20\d\d-\d\d-\d\d$",
    re.M,
)
_MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
_SIGNED_TOGETHER = timedelta(days=90)


def period(document: Document) -> Period:
    """The first and the last day in force; None for what it does not say, or where it runs until further notice."""
    best: tuple[int, Period] = (0, (None, None))
    extended: date | None = None
    for statement in _with_years(document):
        said = document.quote(statement.span)
        if not any(sign in said for sign in _SIGNS):
            continue
        if "förläng" in said and _EXTENDS.search(said) and not _MAY.search(said):
            extended = max((when.first for when in dates(said)), default=extended)
        path = document.path(statement.section)
        title = path[-1].title if path else ""
        score = _plainness(said, title)
        if score > best[0]:
            found = _span(said, document.text)
            if found != (None, None):
                best = (score + (found[0] is not None) + (found[1] is not None), found)
    start, end = best[1]
    return start, extended if end and extended and extended > end else end


def _with_years(document: Document) -> list[Statement]:
    """The statements that hold a year; found in one scan of the text, since most hold none."""
    starts = [statement.span.start for statement in document.statements]
    held = {bisect_right(starts, year.start()) - 1 for year in _YEAR.finditer(document.text)}
    return [document.statements[index] for index in sorted(held) if index >= 0]


def _plainness(said: str, title: str) -> int:
    """How plainly a statement speaks of the contract's time; nothing at 0."""
    if not (_SPEAKS.search(said) or _IN_FORCE.search(said)) and not (len(said) < 160 and _HEADING.search(title)):
        return 0
    score = 1 + 3 * bool(_IN_FORCE.search(said)) + 3 * bool(_HEADING.search(title))
    score += 2 * bool(re.match(r"(?:avtals|kontrakts|uppdrags)?(?:tid|period|start)\w*|giltig\w*|löptid", said, re.I))
    return max(0, score - 3 * bool(_BESIDE.search(said)))


def _span(said: str, text: str) -> Period:
    option = _OPTION.search(said)
    told = said[: option.start()] if option and dates(said[: option.start()]) else said
    found = dates(told)
    if not found:
        return _whole_years(told)
    start = next((when.first for when in found if _FROM.search(told[: when.start])), None)
    end = next(
        (when.last for when in found if _UNTIL.search(told[: when.start]) and (start is None or when.first > start)),
        None,
    )
    if end and start is None:
        start = _without_year(told, found, end) or _before(found, end, told) or _signed(told, text, end)
    if start is None and end is None and len(found) == 2 and found[0].first < found[1].first:
        start, end = found[0].first, found[1].last
    if start is None and end is None and len(found) == 1:
        start = found[0].first
    if start and not end:
        end = _after(start, told)
    return start, end


def _before(found: list[Moment], end: date, told: str) -> date | None:
    """The date right before the last day ("2026-10-01 – 2028-09-30")."""
    for first, last in pairwise(found):
        if last.last == end and first.first < end and last.start - first.end < 30:
            return first.first
    return None


def _without_year(told: str, found: list[Moment], end: date) -> date | None:
    """ "den 1 januari–31 december 2026": the first day has its year from the last."""
    match = _NO_YEAR.search(told[: next(when.start for when in found if when.last == end)])
    if not match:
        return None
    month, day = _MONTHS.index(match["month"].lower()) + 1, int(match["day"])
    if day > monthrange(end.year, month)[1]:
        return None
    start = date(end.year, month, day)
    return start if start < end else start.replace(year=end.year - 1)


def _whole_years(told: str) -> Period:
    match = _YEARS.search(told)
    if not match:
        return None, None
    return date(int(match["first"]), 1, 1), date(int(match["last"] or match["first"]), 12, 31)


def _after(start: date, told: str) -> date | None:
    """The last day of a contract that "gäller under två år från den 1 mars 2026"."""
    for lasts in durations(told):
        months = {"år": 12, "månad": 1}.get(lasts.unit, 0) * lasts.value
        if (
            months
            and months == int(months)
            and _LASTS.search(told[: lasts.start])
            and "uppsägning" not in told[lasts.start : lasts.end + 25]
        ):
            year, month = divmod(start.year * 12 + start.month - 1 + int(months), 12)
            return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])) - timedelta(days=1)
    return None


def _signed(told: str, text: str, end: date) -> date | None:
    """The day when the last party signed, for a contract in force from then; amendments are signed later."""
    if not _SIGNING.search(told):
        return None
    days = sorted(when.first for line in _SIGNED.finditer(text) for when in dates(line[0]) if when.first < end)
    return max((day for day in days if day - days[0] <= _SIGNED_TOGETHER), default=None)

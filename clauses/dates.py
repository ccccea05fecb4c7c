"""The Swedish grammar of dates: stretches of time with their edges, and the day by which each is over.

`periods` finds them all: "senast Q2 2026", "i mitten på december", "före sommaren", "inom sex månader". What is told of
the past and what is promised is for the reader of the sentence to say; `lead` helps: a start, a limit, a repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clauses.date_forms import FORMS
from clauses.date_shape import DASH, MAYBE, Form, S, any_form
from clauses.days import MONTHS, Days, has_year, later

_LOOK_BACK = 48
_EDGE = re.compile(
    rf"(?<!\w)(?:(?P<early>början|inledningen|starten)|(?P<middle>mitten)|(?P<half>första{S}(?:halvan|hälften|delen))"
    rf"|(?P<late>slutet|utgången|andra{S}(?:halvan|hälften)|senare{S}delen|sista{S}delen|loppet|utgång|"
    rf"återstoden|resten))"
    rf"{S}(?:av|på|i|under){S}(?:den{S}|det{S})?$",
    re.IGNORECASE,
)
_TIMID = re.compile(
    rf"(?:tidig(?:t|a|are)?|(?P<late>sen(?:a|t|are)?|slut(?:et)?)){S}(?:på{S}|under{S}|i{S})?$", re.IGNORECASE
)
_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<start>från{S}och{S}med|fr\.?{MAYBE}o\.?{MAYBE}m\.?|med{S}(?:start|början)(?:{S}(?:i|under|från))?|från|sedan|alltsedan|efter)"
    rf"|(?P<repeated>varje|vartannat|årligen(?:{S}i)?)"
    rf"|(?P<before>före|innan|inför)"
    rf"|(?P<limit>senast(?:{S}(?:vid|i|under|den|till|inom|per|på)){{0,2}}|under(?:{S}loppet{S}av)?|till{S}och{S}med|t\.?{MAYBE}o\.?{MAYBE}m\.?|till|vid|per|i|inom|för)"
    rf"|(?P<plan>i{S}samband{S}med|inför|i|till|vid|inom{S}ramen{S}för))"
    rf"(?:{S}(?:den|det|slutet|utgången|kommande|nästkommande|innevarande|hela|arbetet{S}med|nämndens|styrelsens|att)){{0,2}}{S}$",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"(?<!\w)(?:i{S}samband{S}med|inom{S}ramen{S}för|inför|till|vid|i)(?:{S}(?:nämndens|kommande|arbetet{S}med|kommunens|regionens|styrelsens)){{0,2}}{S}$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    rf"{MAYBE}(?:,{S})?(?:(?P<to>{DASH}|till(?:{S}och{S}med)?|t\.?o\.?m\.?)|(?P<and>och|eller|respektive|samt))(?:{S}(?:under|i|den|början{S}av))?{MAYBE}$"
)
_FROM = re.compile(rf"från(?!{S}och)", re.IGNORECASE)
_RANGE = re.compile(rf"{S}till{S}|\w{MAYBE}{DASH}{MAYBE}\w", re.IGNORECASE)
_AGAIN_AT = re.compile(rf"(?<!\w)(?:under|i){S}$", re.IGNORECASE)
_BEFORE_MONTH = re.compile(
    rf"(?<!\w)(?:i|senast|under|till|före|innan|från|per|av|på|med|efter|inför|och|eller|respektive|samt|sedan|vid){S}(?:slutet{S}av{S}|början{S}av{S}|mitten{S}(?:av|på){S})?$|"
    rf"(?:{'|'.join(MONTHS)}),{S}$|(?<=\w) \($",
    re.IGNORECASE,
)
_DONE_IN = re.compile(
    rf"(?<!\w)(?:genomförs|införs|görs|sker|planeras|beräknas|klar[at]?|färdig[at]?|slutförs|avslutas){S}$",
    re.IGNORECASE,
)
_JOINED = ("day", "month", "season", "part", "week", "bare-year")
_STROKE = ("month", "season", "part")
_LONGEST_JOINT = 18  # characters
_NEEDS_LEAD = ("christmas", "report", "budget")
_SLASH = re.compile(rf"{MAYBE}/{MAYBE}$")
_BETWEEN = re.compile(rf"(?<!\w)mellan{S}$", re.IGNORECASE)
_OVER = re.compile(rf"^{S}(?:är|har){S}(?:slut|över|till{S}ända|förbi|gått{S}ut)(?!\w)", re.IGNORECASE)
_UP_TO = re.compile(r"till|inför|före|innan", re.IGNORECASE)
_TO_ITS_END = re.compile(r"(?:slut|utgång)$", re.IGNORECASE)
_SOON_AFTER = 8  # days: what is done after a stretch is done by the end of the month that these lie in


@dataclass(frozen=True, slots=True)
class Period:
    """`text[start:end]` names the days from `first` to `last`; `due` is the day by which what it promises is done.

    `lead` is `start` ("från och med"), `before`, `repeated` ("varje"), `limit` ("senast", "under") or empty. `resolved`
    is true where the words leave out the year. `kind` is that of the form.
    """

    start: int
    end: int
    first: date
    last: date
    due: date
    kind: str
    lead: str = ""
    resolved: bool = False


def periods(text: str, written: date | None, *, bare_years: bool = False) -> list[Period]:
    """The stretches of time in a text, in order.

    `written` is the day of the document; without it what leaves out its year is left out. A year's number alone counts
    after a preposition ("under 2026") and, with `bare_years`, everywhere: in a table's column of dates.
    """
    found: list[Period] = []
    places = [match.start() for match in any_form(FORMS).finditer(text)]
    for form in FORMS if places else ():
        for match in _matches(form, text, places):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            days = form.days(match, written)
            if days is not None:
                found.append(Period(match.start(), match.end(), *days, days[1], form.kind, "", not _dated(form, match)))
    found.sort(key=lambda period: period.start)
    return [led for period in _joined(text, found) if (led := _led(text, period, bare_years)) is not None]


def _matches(form: Form, text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of one form, none within another; `places` are where any form may begin."""
    end = 0
    for place in places:
        if place >= end and (match := form.pattern.match(text, place)):
            end = match.end()
            yield match


def _dated(form: Form, match: re.Match[str]) -> bool:
    return has_year(match) or "from" in match.groupdict()


def _joined(text: str, found: list[Period]) -> list[Period]:
    """ "våren och hösten 2026", "mars–april 2026": one stretch, and the year of the last is that of all."""
    kept: list[Period] = []
    for period in found:
        one = _as_one(text, kept[-1], period) if kept else None
        if one is None:
            if kept and _is_series(text, kept[-1], period):
                kept[-1] = _of_year(kept[-1], period)
            kept.append(period)
        else:
            kept[-1] = one
    return kept


def _as_one(text: str, before: Period, period: Period) -> Period | None:
    """Two neighbours as the one stretch that they name together; None where they are two."""
    between = text[before.end : period.start]
    if not between.strip() and _genitive(text, before) and period.kind in ("part", "season", "month"):
        return replace(
            _of_year(period, before), start=before.start, resolved=before.resolved
        )  # "2026 års första halvår"
    if not between.strip() and period.kind == "year":
        later_year = before.last.year < period.last.year and before.resolved
        return replace(_of_year(before, period) if later_year else before, end=period.end)  # "kvartal ett nästa år"
    if before.kind != period.kind or period.kind not in _JOINED:
        return None
    joint = _JOIN.match(between) if len(between) < _LONGEST_JOINT else None
    ranged = joint and (joint["to"] or period.kind != "day" or _BETWEEN.search(text[: before.start]))
    if not ranged and not (period.kind in _STROKE and _SLASH.match(between)):
        return None
    if joint and joint["and"] and _are_occasions(joint[0], before, period):
        return None
    if before.resolved and not period.resolved:
        before = _of_year(before, period)
    if before.first > period.last and joint and joint["to"] and before.resolved and period.resolved:
        before = replace(before, first=later(before.first, -12))
    if before.first > period.last:
        return None
    return replace(period, start=before.start, first=before.first, resolved=before.resolved and period.resolved)


def _are_occasions(joint: str, before: Period, period: Period) -> bool:
    """ "i mars och i oktober", "mars och oktober" are two times; "i mars och april" is one stretch."""
    if _AGAIN_AT.search(joint):
        return True
    return period.kind == "month" and (period.first.month - before.last.month) % 12 != 1


def _is_series(text: str, before: Period, period: Period) -> bool:
    """Whether the year that stands after the second of two times is that of the first too."""
    between = text[before.end : period.start]
    joint = _JOIN.match(between) if len(between) < _LONGEST_JOINT else None
    alike = before.kind == period.kind and period.kind in ("month", "season")
    return bool(joint and joint["and"] and alike and before.resolved and not period.resolved)


def _genitive(text: str, period: Period) -> bool:
    return period.kind == "year" and text[period.end - 1] == "s"


def _of_year(period: Period, dated: Period) -> Period:
    """A stretch without a year, moved to the year of the one that it is joined with."""
    months = 12 * (dated.last.year - period.last.year)
    last = later(period.last + timedelta(1), months) - timedelta(1)
    return replace(period, first=later(period.first, months), last=last, due=last)


def _led(text: str, period: Period, bare_years: bool) -> Period | None:
    """The period with its edge ("slutet av") and lead ("senast"), or None where it is no time at all."""
    if period.kind == "plan":
        return _of_plan(text, period, bare_years)
    before = text[max(0, period.start - _LOOK_BACK) : period.start]
    start, due = period.start, period.last
    edge = _EDGE.search(before) or _TIMID.search(before)
    if edge:
        start -= len(before) - edge.start()
        due = _due_at(edge, period)
        before = before[: edge.start()]
    lead = _LEAD.search(before)
    kind = next((name for name in ("start", "repeated", "before", "limit", "plan") if lead and lead[name]), "")
    if kind == "start" and lead and _FROM.match(lead[0]) and _RANGE.search(text[period.start : period.end]):
        kind = "limit"  # "från juni till oktober"
    if not (edge or bare_years or _is_time(text, period, before, kind)):
        return None
    eve = period.kind in ("mandate", "era") and lead and _UP_TO.match(lead[0])
    if eve:
        kind = "before"
    if not edge:
        due = _due_by(text, period, kind, lead[0] if lead else "")
    if lead and (kind in ("before", "limit") or period.kind == "turn"):
        start -= len(before) - lead.start()
    return replace(period, start=_trimmed(text, start), due=due, lead=kind)


def _is_time(text: str, period: Period, before: str, lead: str) -> bool:
    """Whether what stands before makes a time of words that alone may be a name or a number."""
    if period.kind in _NEEDS_LEAD:
        return bool(_WITH.search(before)) if period.kind == "budget" else bool(lead)
    if period.kind == "bare-year":
        return _takes_year(lead, text, period)
    if period.kind == "years":  # "Verksamhetsplan 2025–2027" is a name
        return bool(lead or text[period.start].isalpha() or _DONE_IN.search(before))
    one_month = period.kind == "month" and (period.last - period.first).days < 31
    return not (one_month and period.resolved) or bool(_BEFORE_MONTH.search(before))


def _due_by(text: str, period: Period, kind: str, lead: str) -> date:
    """The day by which it is over, by its lead."""
    if kind == "start" and lead.lower().startswith("efter") and period.kind != "day":
        return _soon_after(period)
    if kind == "before" and period.kind == "season" and text[period.end - 1] == "s":
        return period.last  # "inför höstens budgetarbete"
    if kind != "before" or _OVER.match(text[period.end :]) or _TO_ITS_END.search(text[period.start : period.end]):
        return period.last
    return _day_before(period)


def _soon_after(period: Period) -> date:
    """ "efter sommaren", "efter årsskiftet": the end of the month that follows."""
    soon = period.last + timedelta(_SOON_AFTER)
    return later(soon.replace(day=1), 1) - timedelta(1)


def _takes_year(lead: str, text: str, period: Period) -> bool:
    before = text[max(0, period.start - _LOOK_BACK) : period.start]
    if text[period.start].lower() in "åÅ" and not re.search(
        rf"(?<!\w)(?:för|per|budget|plan\w*|program\w*){S}$", before
    ):
        return True  # "år 2027"
    if _DONE_IN.search(before):
        return True
    if re.search(rf"(?<!\w)(?:för|per|i){S}$", before, re.IGNORECASE):
        return bool(re.search(rf"(?<!\w)i{S}$", before, re.IGNORECASE))
    return lead in ("before", "limit", "start", "repeated") or bool(re.search(rf"(?<!\w)och{S}$", before))


def _of_plan(text: str, period: Period, bare_years: bool) -> Period | None:
    """A budget or plan for a year is a time only where something is to happen with it: "i samband med budget 2027"."""
    before = text[max(0, period.start - _LOOK_BACK) : period.start]
    led = _WITH.search(before)
    if led is None:
        return replace(period, lead="limit") if bare_years else None
    return replace(period, start=period.start - (len(before) - led.start()), lead="limit")


def _trimmed(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _day_before(period: Period) -> date:
    """What is done before a period is done on its eve; a single day, a turn or a term is its own limit."""
    if period.kind in ("turn", "term", "christmas", "report") or (period.kind == "day" and period.first.day > 1):
        return period.last
    return period.first - timedelta(1)


def _due_at(edge: re.Match[str], period: Period) -> date:
    """The end of the first third for "början av", of the second for "mitten av"; the middle of a month is its 15th."""
    groups = edge.groupdict()
    if groups.get("late"):
        return period.last
    one_month = (period.last - period.first).days <= 31
    if groups.get("middle") and one_month:
        return period.first.replace(day=15) if period.kind == "month" else period.last
    return _share((period.first, period.last), 2 if groups.get("middle") else 1, 2 if groups.get("half") else 3)


def _share(days: Days, part: int, parts: int) -> date:
    """The last day of so many parts of a stretch: by months where they come out even."""
    first, last = days
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count % parts == 0 and first.day == 1:
        return later(first, count * part // parts) - timedelta(1)
    return first + timedelta(((last - first).days + 1) * part // parts - 1)

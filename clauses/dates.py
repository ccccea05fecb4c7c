"""The Swedish grammar of dates: stretches of time with their edges, and the day by which each is over.

`periods` finds them all: "senast Q2 2026", "i mitten på december", "före sommaren", "inom sex månader". What is told of
the past and what is promised is for the reader of the sentence to say; `lead` helps: a start, a limit, a repetition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clauses.date_forms import FORMS
from clauses.date_shape import DASH, MAYBE, Form, S
from clauses.days import Days, has_year, later

_LOOK_BACK = 48
_EDGE = re.compile(
    rf"(?:(?P<early>början|inledningen|starten)|(?P<middle>mitten)|(?P<half>första{S}(?:halvan|hälften|delen))"
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
_BEFORE_MONTH = re.compile(
    rf"(?<!\w)(?:i|senast|under|till|före|innan|från|per|av|på|med|efter|inför|och|eller|sedan|vid){S}(?:slutet{S}av{S}|början{S}av{S}|mitten{S}(?:av|på){S})?$",
    re.IGNORECASE,
)
_DONE_IN = re.compile(
    rf"(?<!\w)(?:genomförs|införs|görs|sker|planeras|beräknas|klar[at]?|färdig[at]?|slutförs|avslutas){S}$",
    re.IGNORECASE,
)
_NEEDS_LEAD = ("christmas", "report", "budget")
_SLASH = re.compile(rf"{MAYBE}/{MAYBE}$")
_BETWEEN = re.compile(rf"(?<!\w)mellan{S}$", re.IGNORECASE)
_OVER = re.compile(rf"^{S}(?:är|har){S}(?:slut|över|till{S}ända|förbi|gått{S}ut)(?!\w)", re.IGNORECASE)
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
    for form in FORMS:
        for match in form.pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            days = form.days(match, written)
            if days is not None:
                found.append(Period(match.start(), match.end(), *days, days[1], form.kind, "", not _dated(form, match)))
    found.sort(key=lambda period: period.start)
    joined = _joined(text, found, written)
    return [led for period in joined if (led := _led(text, period, bare_years)) is not None]


def _dated(form: Form, match: re.Match[str]) -> bool:
    return has_year(match) or "from" in match.groupdict()


def _joined(text: str, found: list[Period], written: date | None) -> list[Period]:
    """ "våren och hösten 2026", "mars–april 2026": one stretch, and the year of the last is that of all."""
    kept: list[Period] = []
    for period in found:
        before = kept[-1] if kept else None
        if (
            before
            and _genitive(text, before)
            and period.kind in ("part", "season", "month")
            and not text[before.end : period.start].strip()
        ):
            kept[-1] = replace(_of_year(period, before), start=before.start, resolved=before.resolved)
            continue  # "nästa års första kvartal", "2026 års andra halvår"
        if before and period.kind == "year" and not text[before.end : period.start].strip():
            if before.last.year < period.last.year and before.resolved:
                before = _of_year(before, period)
            kept[-1] = replace(before, end=period.end)
            continue  # "första kvartalet nästa år"
        if (
            before
            and before.kind == period.kind
            and before.kind in ("day", "month", "season", "part", "week", "bare-year")
        ):
            between = _JOIN.match(text[before.end : period.start] + "") if period.start - before.end < 18 else None
            together = _BETWEEN.search(text[: before.start]) or (between and (between["to"] or period.kind != "day"))
            if (between and together) or (
                period.kind in ("month", "season", "part") and _SLASH.match(text[before.end : period.start])
            ):
                if before.resolved and not period.resolved:
                    before = _of_year(before, period)
                if before.first <= period.last:
                    kept[-1] = replace(
                        period, start=before.start, first=before.first, resolved=before.resolved and period.resolved
                    )
                    continue
        kept.append(period)
    return kept


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
    if period.kind in _NEEDS_LEAD and not (kind or edge or bare_years):
        return None
    if period.kind == "budget" and not bare_years and not _WITH.search(before):
        return None
    if period.kind == "bare-year" and not (edge or bare_years or _takes_year(kind, text, period)):
        return None
    if period.kind == "years" and not (
        lead or edge or bare_years or text[period.start].isalpha() or _DONE_IN.search(before)
    ):
        return None  # "Verksamhetsplan 2025–2027" is a name
    one_month = period.kind == "month" and (period.last - period.first).days < 31
    if one_month and period.resolved and not (edge or _BEFORE_MONTH.search(before) or bare_years):
        return None
    over = kind == "before" and _OVER.match(text[period.end :])
    if lead and kind == "start" and lead["start"].lower() == "efter" and period.kind != "day" and not edge:
        due = _soon_after(period)
    if period.kind in ("mandate", "era") and lead and lead[0].lower().startswith(("till", "inför", "före", "innan")):
        due = _day_before(period) if not re.search(r"slut|utgång", text[period.start : period.end]) else due
        return replace(period, start=start - (len(before) - lead.start()), due=due, lead="before")
    if lead and kind == "before" and not edge and not over:
        due = _day_before(period)
    if lead and (kind in ("before", "limit") or period.kind == "turn"):
        start -= len(before) - lead.start()
    return replace(period, start=_trimmed(text, start), due=due, lead=kind)


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

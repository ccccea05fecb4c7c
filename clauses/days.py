"""What a matched form of date names: its first and last day, by the year that stands in it or that the document gives.

A form that leaves out its year takes the nearest one that is not over on the day when the document was written.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from clauses.numerals import number

Days = tuple[date, date]
Build = Callable[[re.Match[str], int], "Days | None"]
Find = Callable[[re.Match[str], "date | None"], "Days | None"]
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
SHORT = {name[:3]: place for place, name in enumerate(MONTHS, 1)} | {"sept": 9, "febr": 2}
_NUMBERS = {name: place for place, name in enumerate(MONTHS, 1)}
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 0}
_WORDS = {"ett": 1, "två": 2, "tre": 3, "fyra": 4}
_ROMAN = {"iv": 4, "iii": 3, "ii": 2, "i": 1}


def has_year(match: re.Match[str]) -> bool:
    """Whether the words themselves name the year."""
    groups = match.groupdict()
    return bool(groups.get("year") or groups.get("yy"))


def year_of(match: re.Match[str]) -> int:
    """The year that the words name."""
    groups = match.groupdict()
    return int(groups["year"]) if groups.get("year") else 2000 + int(groups["yy"])


def by_year(build: Build) -> Callable[[re.Match[str], date | None], Days | None]:
    """A form of one year: of the one that the words name, else of the nearest that is not over when it was written."""

    def days(match: re.Match[str], written: date | None) -> Days | None:
        if has_year(match):
            return build(match, year_of(match))
        if written is None:
            return None
        for year in (written.year - 1, written.year, written.year + 1):
            found = build(match, year)
            if found and found[1] >= written:
                return found
        return None

    return days


def months(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last day of another, of one year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def one_day(match: re.Match[str], year: int) -> Days | None:
    """A day of a month; None where the calendar has no such day."""
    month = int(match["mm"]) if match.groupdict().get("mm") else month_number(match)
    day = int(match["day"])
    if day > monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def month_number(match: re.Match[str]) -> int:
    """The number of the month that a match names, whole or in short."""
    name = match["month"].lower()
    return _NUMBERS.get(name) or SHORT[name]


def one_month(match: re.Match[str], year: int) -> Days:
    """A whole month."""
    return months(year, month_number(match), month_number(match))


def season(match: re.Match[str], year: int) -> Days:
    """Spring is March to May, summer to August, autumn to November, winter to February; terms are half-years."""
    name = match["season"].lower()
    if name.startswith("vinter"):
        if match["over"]:
            return date(year, 12, 1), date(year + 1, 3, 1) - timedelta(1)
        return date(year, 1, 1), date(year, 3, 1) - timedelta(1)
    if "termin" in name:
        return months(year, 1, 6) if name.startswith("vår") else months(year, 8, 12)
    first = {"vår": 3, "som": 6, "hös": 9}[name[:3]]
    return months(year, first, first + 2)


def part_of_year(parts: int) -> Build:
    """The quarters, tertials or halves of a year, by number or ordinal."""
    size = 12 // parts

    def build(match: re.Match[str], year: int) -> Days | None:
        groups = match.groupdict()
        if groups.get("ordinal"):
            place = _ORDINALS[groups["ordinal"].lower()] or parts
        else:
            count = (groups.get("count") or groups.get("counted") or groups.get("short") or "").lower()
            place = int(count) if count.isdigit() else _WORDS.get(count, 0) or _ROMAN.get(count, 0)
        if not 1 <= place <= parts:
            return None
        return months(year, (place - 1) * size + 1, place * size)

    return build


def whole_year(_: re.Match[str], year: int) -> Days:
    """The whole year."""
    return months(year, 1, 12)


def half_turn(_: re.Match[str], year: int) -> Days:
    """The turn of the half-year, its last day in June."""
    return date(year, 6, 30), date(year, 6, 30)


def turn(_: re.Match[str], year: int) -> Days:
    """The turn of the year, its last day."""
    return date(year, 12, 31), date(year, 12, 31)


def week(match: re.Match[str], year: int) -> Days | None:
    """A week by ISO 8601, Monday to Sunday; None where the year has no such week."""
    try:
        return date.fromisocalendar(year, int(match["week"]), 1), date.fromisocalendar(year, int(match["week"]), 7)
    except ValueError:
        return None


def before_year(match: re.Match[str], year: int) -> Days:
    """A budget or a plan for a year is decided the year before."""
    return months(year - 1, 1, 12)


def interim(_: re.Match[str], year: int) -> Days:
    """The interim report is that of August."""
    return months(year, 8, 8)


def annual_report(_: re.Match[str], year: int) -> Days:
    """The accounts of a year are presented by the middle of April of the next."""
    return months(year + 1, 4, 4)


def christmas(_: re.Match[str], year: int) -> Days:
    """Christmas Eve."""
    return date(year, 12, 24), date(year, 12, 24)


def year_range(match: re.Match[str], _: date | None) -> Days | None:
    """From one year to another ("2026–2028", "2025-27")."""
    first = int(match["from"])
    last = int(match["to"]) if len(match["to"]) == 4 else first // 100 * 100 + int(match["to"])
    return (date(first, 1, 1), date(last, 12, 31)) if first < last < first + 16 else None


def mandate(match: re.Match[str], written: date | None) -> Days | None:
    """Councils sit from the year after one general election to the year of the next: 2023 to 2026."""
    if written is None:
        return None
    last = written.year + (2 - written.year) % 4 + (4 if match["next"] else 0)
    return date(last - 3, 1, 1), date(last, 12, 31)


def this_year(_: re.Match[str], written: date | None) -> Days | None:
    """The year of the document."""
    return months(written.year, 1, 12) if written else None


def next_year(_: re.Match[str], written: date | None) -> Days | None:
    """The year after that of the document."""
    return months(written.year + 1, 1, 12) if written else None


def next_season(match: re.Match[str], written: date | None) -> Days | None:
    """ "nästa höst" is the one of the year to come; "nästa vår" the coming one."""
    if written is None:
        return None
    first = {"vår": 3, "som": 6, "hös": 9}[match["named"].lower()[:3]]
    return months(written.year + 1, first, first + 2)


def term(match: re.Match[str], written: date | None) -> Days | None:
    """A time that runs from the day of the document ("inom sex månader")."""
    if written is None:
        return None
    count = 1 if not match["number"] else number(match["number"])
    unit = match["unit"].lower()
    if not match["number"] and unit in ("dagarna", "veckorna", "månaderna", "åren"):
        return None  # "de närmaste månaderna"
    if unit.startswith("halvår"):
        return written, later(written, 6 * int(count))
    if unit.startswith("år"):
        return written, later(written, int(count * 12))
    if unit.startswith("månad"):
        return written, later(written, int(count))
    if unit.startswith("kvartal"):
        return written, later(written, 3 * int(count))
    days = int(count * (7 if unit.startswith("veck") else 1))
    return (written, written + timedelta(days)) if days < 4000 else None


def later(day: date, count: int) -> date:
    """So many months later, on the same day or the month's last."""
    place = day.year * 12 + day.month - 1 + min(count, 1200)
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

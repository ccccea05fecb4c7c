"""What is named without a number: terms and school years, holidays, elections, "nästa kvartal", "månadsskiftet"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from clauses.days import MONTHS, Days, Find, later, month_number, months, year_of

_SIZES = {"månad": 1, "kvartal": 3, "tertial": 4, "halvår": 6, "år": 12}


def nearest(*points: tuple[int, int]) -> Find:
    """The nearest of some days of the year, as (month, day), that is not over; of the year named, where one is."""

    def days(match: re.Match[str], written: date | None) -> Days | None:
        named = year_named(match)
        if named is not None:
            day = date(named, *points[-1])
            return day, day
        if written is None:
            return None
        coming = [date(year, *point) for year in (written.year, written.year + 1) for point in points]
        day = min(each for each in coming if each >= written)
        return day, day

    return days


def year_named(match: re.Match[str]) -> int | None:
    """The year that the words name, if they do."""
    groups = match.groupdict()
    return year_of(match) if groups.get("year") or groups.get("yy") else None


def month_turn(match: re.Match[str], year: int) -> Days:
    """ "månadsskiftet mars/april" is the last day of March."""
    last = months(year, month_number(match), month_number(match))[1]
    return last, last


def two_months(match: re.Match[str], year: int) -> Days | None:
    """ "maj/juni 2026"; None where the second goes before the first."""
    first, last = MONTHS.index(match["since"].lower()) + 1, month_number(match)
    return months(year, first, last) if first < last else None


def half_term(match: re.Match[str], year: int) -> Days:
    """ "HT26", "vt 2027": the terms of the school year."""
    return months(year, 8, 12) if match["term"].lower() == "ht" else months(year, 1, 6)


def term_edge(match: re.Match[str], year: int) -> Days:
    """The day by which a named term has begun or is over."""
    autumn = match["term"].lower().startswith("höst")
    if match["edge"].lower().startswith(("start", "början", "börja", "inled", "upprop")):
        day = date(year, 8, 31) if autumn else date(year, 1, 31)
    else:
        day = date(year, 12, 31) if autumn else date(year, 6, 30)
    return day, day


def school_year(match: re.Match[str], _: date | None) -> Days | None:
    """ "läsåret 2026/27": August to June."""
    first = int(match["from"])
    first = first if first > 100 else 2000 + first
    return date(first, 8, 1), date(first + 1, 6, 30)


def winter(_: re.Match[str], year: int) -> Days:
    """December to February, named by the year it begins in."""
    return date(year, 12, 1), date(year + 1, 3, 1) - timedelta(1)


def part_of_season(match: re.Match[str], year: int) -> Days:
    """ "försommaren", "sensommaren", "förhösten", "senhösten", "vårvintern": a month or two."""
    spans = {"vårvinter": (2, 3), "förvår": (3, 3), "senvår": (5, 5), "försommar": (6, 6), "högsommar": (7, 7)}
    spans |= {"sensommar": (8, 8), "eftersommar": (8, 9), "förhöst": (9, 9), "tidighöst": (9, 9), "senhöst": (11, 11)}
    return months(year, *spans[match["season"].lower()])


def week_day(week: int) -> Find:
    """The Sunday of a school holiday's week, as a stretch of that week."""

    def days(match: re.Match[str], written: date | None) -> Days | None:
        year = year_named(match)
        if year is None:
            if written is None:
                return None
            year = written.year + (date.fromisocalendar(written.year, week, 7) < written)
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)

    return days


def easter(_: re.Match[str], year: int) -> Days:
    """Easter Sunday (the Gregorian computus, Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    m = (a + 11 * h) // 319
    r = (2 * (b % 4) + 2 * (c // 4) - c % 4 - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    day = date(year, month, (h - m + r + month + 19) % 32)
    return day, day


def midsummer(_: re.Match[str], year: int) -> Days:
    """Midsummer Eve: the Friday from 19 to 25 June."""
    day = date(year, 6, 19)
    day += timedelta((4 - day.weekday()) % 7)
    return day, day


def election(match: re.Match[str], written: date | None) -> Days | None:
    """The general election: the second Sunday of September, every fourth year from 2022."""
    year = year_named(match)
    if year is None:
        if written is None:
            return None
        year = written.year + (2 - written.year) % 4
        if (found := _second_sunday(year)) < written:
            year += 4
    found = _second_sunday(year)
    return found, found


def _second_sunday(year: int) -> date:
    first = date(year, 9, 1)
    return first + timedelta((6 - first.weekday()) % 7 + 7)


def deictic(match: re.Match[str], written: date | None) -> Days | None:
    """ "nästa kvartal", "innevarande termin", "kommande läsår", counted from the day of the document."""
    if written is None:
        return None
    ahead = match["which"].lower().startswith(("nästa", "nästk", "kommande", "nya"))
    unit = match["what"].lower()
    if unit.startswith("veck"):
        monday = written - timedelta(written.weekday()) + timedelta(7 * ahead)
        return monday, monday + timedelta(6)
    if unit.startswith("läsår"):
        year = written.year - (written.month < 8) + ahead
        return date(year, 8, 1), date(year + 1, 6, 30)
    if unit.startswith("termin"):
        place = written.year * 2 + (written.month > 6) + ahead
        return months(place // 2, 8, 12) if place % 2 else months(place // 2, 1, 6)
    size = next(size for name, size in _SIZES.items() if unit.startswith(name))
    start = date(written.year, (written.month - 1) // size * size + 1, 1)
    first = later(start, size * ahead)
    return first, later(first, size) - timedelta(1)


def turn_of(match: re.Match[str], written: date | None) -> Days | None:
    """ "månadsskiftet", "kvartalets slut": the end of the month or part of the year that the document is of."""
    if written is None:
        return None
    unit = (match["what"] or match["whose"]).lower()
    size = next(size for name, size in _SIZES.items() if unit.startswith(name))
    last = later(date(written.year, (written.month - 1) // size * size + 1, 1), size) - timedelta(1)
    return last, last


def this_years_end(_: re.Match[str], written: date | None) -> Days | None:
    """The last day of the document's year; also when the coming year's budget and plans are decided."""
    return (date(written.year, 12, 31), date(written.year, 12, 31)) if written else None


def numbered_report(match: re.Match[str], year: int) -> Days:
    """The report of a tertial ("tertialrapport 2", "delårsrapport 1") or of a quarter."""
    place = int(match["count"])
    if match["report"].lower().startswith("kvartal"):
        return months(year, min(place, 4) * 3, min(place, 4) * 3)
    return months(year, min(place, 3) * 4, min(place, 3) * 4)


def fifteenth(match: re.Match[str], year: int) -> Days:
    """The middle of a month."""
    day = date(year, month_number(match), 15)
    return day, day


def last_of_month(match: re.Match[str], year: int) -> Days:
    """The last day of a month."""
    return month_turn(match, year)


_ORDINALS = (
    *("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"),
    *("elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde"),
    *("tjugonde", "tjugoförsta", "tjugoandra", "tjugotredje", "tjugofjärde", "tjugofemte", "tjugosjätte"),
    *("tjugosjunde", "tjugoåttonde", "tjugonionde", "trettionde", "trettioförsta"),
)
ORDINAL_DAYS = {name: place for place, name in enumerate(_ORDINALS, 1)} | {"förste": 1, "andre": 2}


def ordinal_day(match: re.Match[str], year: int) -> Days | None:
    """ "den femtonde oktober"; None where the calendar has no such day."""
    month, day = month_number(match), ORDINAL_DAYS[match["nth"].lower()]
    if day > months(year, month, month)[1].day:
        return None
    return date(year, month, day), date(year, month, day)

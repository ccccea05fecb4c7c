"""Dates, sums and spans of time as Swedish contracts write them, with their places and values.

Every pattern is bounded: no quantifier can run over more than a few words, so a hostile text costs little more.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clauses.numerals import NUMBER, number


@dataclass(frozen=True, slots=True)
class Moment:
    """`text[start:end]` names the days from `first` to `last`: one day, or a whole month ("december 2025")."""

    start: int
    end: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Amount:
    """`text[start:end]` is an amount; `unit` is `kronor`, `procent`, `promille`, `basbelopp` or `euro`."""

    start: int
    end: int
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Duration:
    """`text[start:end]` is a span of time.

    `unit` is `timme`, `dygn`, `dag`, `arbetsdag`, `vecka`, `månad`, `kvartal` or `år`.
    """

    start: int
    end: int
    value: Decimal
    unit: str


_MONTHS = (
    ("januari", "jan"),
    ("februari", "febr", "feb"),
    ("mars", "mar"),
    ("april", "apr"),
    ("maj",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augusti", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH_NUMBER = {name: place for place, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MM = r"(?P<mm>0?[1-9]|1[0-2])"
_S = r"[ \t\n\u00a0\u202f]{1,3}"
_DASH = r"[-\u2010\u2011]"
_NOT_IN = r"(?<![\w/.:-])"
_NO_MORE = rf"(?!\w|{_DASH}\d|\.\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NOT_IN}(?:den{_S})?{_DAY}(?::[ea])?\.?{_S}{_MONTH}{_S}{_YEAR}{_NO_MORE}",
        rf"{_NOT_IN}{_YEAR}{_DASH}(?P<mm>0[1-9]|1[0-2]){_DASH}(?P<day>0[1-9]|[12]\d|3[01]){_NO_MORE}",
        rf"{_NOT_IN}{_YEAR}(?P<mm>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]){_NO_MORE}",
        rf"{_NOT_IN}(?:den{_S})?{_DAY}/{_MM}(?:{_S}|{_DASH}|/){_YEAR}{_NO_MORE}",
        rf"{_NOT_IN}{_YEAR}([./]){_MM}\2{_DAY}{_NO_MORE}",
        rf"{_NOT_IN}{_DAY}\.{_MM}\.{_YEAR}{_NO_MORE}",
        rf"{_NOT_IN}(?<!\d )(?<!\d\. ){_MONTH}{_S}{_YEAR}{_NO_MORE}",
    )
)

_AGAIN = rf"(?:{_S}\({NUMBER}\))?"  # "fem (5) procent"
_SCALES = {"tkr": 3, "kkr": 3, "mkr": 6, "mnkr": 6, "msek": 6, "ksek": 3, "tsek": 3, "mdkr": 9}
_KRONOR = r"(?:svenska{s})?kronor|(?:svenska{s})?krona|kronors|kr\b\.?|sek\b|:-|:–|,-".replace("{s}", _S)
_MANY = r"(?P<many>tusen|miljoner|miljon|milj\.?|mn|miljarder|miljard|mdr)"
_AMOUNT = re.compile(
    rf"(?<![\w,.])(?P<number>{NUMBER}){_AGAIN}(?:{_S})?(?:"
    rf"(?:{_MANY}{_S})?(?P<kronor>{_KRONOR})|(?P<scale>tkr|kkr|mkr|mnkr|msek|ksek|tsek|mdkr)\b"
    r"|(?P<procent>procentenheter|procents?|%)|(?P<promille>promille|‰)"
    r"|(?P<basbelopp>(?:pris|inkomst)?basbelopp(?:et|s)?)|(?P<euro>euro|eur\b|€))",
    re.IGNORECASE,
)
_SEK_FIRST = re.compile(rf"\bSEK{_S}(?P<number>{NUMBER})(?![\w%])")
_TIMES_TEN = {"tusen": 3, "milj": 6, "mn": 6, "milja": 9, "mdr": 9}

_UNITS = (
    ("arbetsdag", r"(?:arbets|var|bank|helgfria{s}var)dag(?:ar|ars|s)?".replace("{s}", _S)),
    ("dag", r"(?:kalender)?dag(?:ar|ars|s)?"),
    ("timme", r"tim(?:me|mar|mars|mes)|tim\b|h\b"),
    ("dygn", r"dygns?"),
    ("vecka", r"(?:kalender)?vecko?(?:a|r|rs|s)?"),
    ("månad", r"(?:kalender)?månad(?:er|ers|s)?"),
    ("kvartal", r"kvartals?"),
    ("år", r"(?:kalender|räkenskaps|avtals)?års?"),
)
_UNIT = "|".join(f"(?P<u{place}>{pattern})" for place, (_, pattern) in enumerate(_UNITS))
_DURATION = re.compile(rf"(?<![\w,.])(?P<number>{NUMBER}){_AGAIN}{_S}(?:{_UNIT})(?!\w)", re.IGNORECASE)
_LONGEST = 1000


def dates(text: str) -> list[Moment]:
    """The dates in a text, in order. A day that no calendar has (30 februari) is none."""
    found: list[Moment] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            moment = _moment(match)
            if moment and not any(moment.start < other.end and other.start < moment.end for other in found):
                found.append(moment)
    return sorted(found, key=lambda moment: moment.start)


def _moment(match: re.Match[str]) -> Moment | None:
    parts = match.groupdict()
    year = int(parts["year"])
    month = int(parts["mm"]) if parts.get("mm") else _MONTH_NUMBER[parts["month"].lower()]
    last_day = monthrange(year, month)[1]
    if not parts.get("day"):
        return Moment(match.start(), match.end(), date(year, month, 1), date(year, month, last_day))
    day = int(parts["day"])
    if day > last_day:
        return None
    return Moment(match.start(), match.end(), date(year, month, day), date(year, month, day))


def amounts(text: str) -> list[Amount]:
    """The amounts of money and shares in a text, in order, in whole kronor, per cent and so on."""
    found = [_amount(match) for match in _AMOUNT.finditer(text)]
    for match in _SEK_FIRST.finditer(text):
        value = number(match["number"])
        if not any(match.start() < other.end and other.start < match.end() for other in found):
            found.append(Amount(match.start(), match.end(), value, "kronor"))
    return sorted(found, key=lambda amount: amount.start)


def _amount(match: re.Match[str]) -> Amount:
    value = number(match["number"])
    unit = next(
        name for name in ("kronor", "scale", "procent", "promille", "basbelopp", "euro") if match[name] is not None
    )
    if unit == "scale":
        value, unit = value * 10 ** _SCALES[match["scale"].lower()], "kronor"
    elif match["many"]:
        many = match["many"].lower()
        value *= 10 ** next(power for name, power in reversed(_TIMES_TEN.items()) if many.startswith(name))
    return Amount(match.start(), match.end(), value, unit)


def durations(text: str) -> list[Duration]:
    """The spans of time in a text, in order: "inom trettio dagar" gives 30 of `dag`. A year's number is none."""
    found: list[Duration] = []
    for match in _DURATION.finditer(text):
        unit = next(name for place, (name, _) in enumerate(_UNITS) if match[f"u{place}"] is not None)
        value = number(match["number"])
        if value < _LONGEST:
            found.append(Duration(match.start(), match.end(), value, unit))
    return found

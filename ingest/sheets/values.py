"""A cell's number as a Swede sees it: "10 000,50 kr", "15 %", "2026-01-31". ECMA-376 part 1, 18.8.30."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

_BUILT_IN = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 48: "0.0E+0"},
    **{14: "yyyy-mm-dd", 15: "yyyy-mm-dd", 16: "d mmm", 17: "mmm yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm"},
    **{21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss"},
    **{37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"},
    **{41: "#,##0", 42: '#,##0 "kr"', 43: "#,##0.00", 44: '#,##0.00 "kr"'},
}
_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_TOKEN = re.compile(
    r'"([^"]{0,100})"|\\(.)|_.|\*.|\[\$([^\]-]{0,10})[^\]]{0,20}\]|\[[^\]]{0,40}\]|([^"\\_*\[])', re.DOTALL
)
_DIGITS = re.compile(r"[#0?][#0?,. ]*(?:[eE][+-][0#]+)?")
_DATES = re.compile(r"[dy]|(?<![a-z])m{1,5}(?![a-z])|[hs]", re.IGNORECASE)
_PLACE = "\x01"
_PERCENT = re.compile(r" ?%")
_LAST_DAY = 2_958_465  # 9999-12-31
_MOST_DIGITS = 11  # that Excel shows of a number without a format


@dataclass(frozen=True, slots=True)
class Format:
    """A number format, as far as it changes what is read. `date` is its pattern where it shows a date or a time."""

    before: str = ""
    after: str = ""
    decimals: int | None = None
    thousands: bool = False
    percent: bool = False
    scale: int = 0
    scientific: bool = False
    date: str = ""
    literal: bool = False
    least: int = 0  # figures before the decimals, filled up with noughts
    template: str = ""  # where words stand among the figures (an organisation's number): "\x01" for each figure


def number_format(number: int, code: str | None) -> tuple[Format, ...]:
    """The formats of a number format's id, or of its code where the file gives one: for positive, negative and zero."""
    return _parsed(code if code is not None else _BUILT_IN.get(number, "General"))


def shown(value: float, formats: tuple[Format, ...], *, from_1904: bool = False) -> str:
    """A number by its format. `from_1904`: the file counts its days from 1904."""
    chosen, own_sign = formats[0], False
    if value < 0 and len(formats) > 1:
        chosen, own_sign = formats[1], True
    elif value == 0 and len(formats) > 2:
        chosen = formats[2]
    if chosen.date and 0 <= value <= _LAST_DAY:
        return _date(value, chosen.date, from_1904)
    if chosen.literal:
        return chosen.before.strip()
    if chosen.template:
        return _filled(abs(round(value)), chosen.template)
    text = _number(abs(value) if own_sign else value, chosen)
    text = f"{chosen.before}{text}{chosen.after}".strip()
    return _PERCENT.sub(" %", text) if chosen.percent else text


def _number(value: float, form: Format) -> str:
    if form.scientific:
        return f"{value:.{form.decimals or 0}E}".replace(".", ",")
    value = value * 100 if form.percent else value / 1000**form.scale
    if form.decimals is None:
        text = f"{value:.{_MOST_DIGITS}g}"
        return text.replace("e", "E").replace(".", ",")
    text = f"{value:{',' if form.thousands else ''}.{min(form.decimals, 15)}f}"
    whole, point, fraction = text.replace(",", " ").partition(".")
    return f"{whole.zfill(form.least)}{',' if point else ''}{fraction}"


def _filled(value: int, template: str) -> str:
    """The figures of a number from the right in the places of a template; the first place takes all that are left."""
    figures = str(value).zfill(template.count(_PLACE))
    places = template.count(_PLACE)
    first, others = figures[: len(figures) - places + 1], iter(figures[len(figures) - places + 1 :])
    begun = False
    filled = []
    for sign in template:
        if sign != _PLACE:
            filled.append(sign)
        else:
            filled.append(next(others) if begun else first)
            begun = True
    return "".join(filled).strip()


@lru_cache(maxsize=512)
def _parsed(code: str) -> tuple[Format, ...]:
    sections = _sections(code[:300])
    return tuple(_section(section) for section in sections[:3])


def _sections(code: str) -> list[str]:
    """The code at its semicolons, those in quotes left alone."""
    found, quoted = [""], False
    for sign in code:
        quoted ^= sign == '"'
        if sign == ";" and not quoted:
            found.append("")
        else:
            found[-1] += sign
    return found


def _section(code: str) -> Format:
    if code.strip().lower() in ("general", "standard", "@", ""):
        return Format()
    words, signs = _taken_apart(code)
    bare = "".join(signs)
    if _DATES.search(bare) and not re.search(r"[0#?]", bare.replace(".0", "")):
        return Format(date=bare.lower())
    digits = _DIGITS.search(bare)
    if digits is None:
        return Format(before="".join(words), literal="general" not in bare.lower(), decimals=None)
    pattern = digits.group()
    start = digits.start()
    if re.search(r"[0#]", bare[start + len(pattern) :]):
        return Format(
            template="".join(_PLACE if sign in "0#" else word for word, sign in zip(words, signs, strict=True))
        )
    figures = pattern.rstrip(", ")
    mantissa = re.split("[eE]", figures)[0]
    fraction = mantissa.partition(".")[2]
    percent = "%" in bare
    return Format(
        before="".join(words[:start]),
        after="".join(words[start + len(pattern.rstrip()) :]),
        least=mantissa.partition(".")[0].count("0"),
        decimals=sum(sign in "0#?" for sign in fraction),
        thousands="," in mantissa.rstrip(",") or " " in mantissa,
        percent=percent,
        scale=len(pattern.rstrip()) - len(pattern.rstrip().rstrip(",")),
        scientific=figures != mantissa,
    )


def _taken_apart(code: str) -> tuple[list[str], list[str]]:
    """A code's signs: as what they show, and as what they say (a blank where they are words)."""
    words: list[str] = []
    signs: list[str] = []
    for found in _TOKEN.finditer(code):
        quoted, escaped, currency, plain = found.groups()
        for sign in quoted or escaped or currency or "":
            words.append(sign)
            signs.append("\x00")
        if plain:
            words.append(plain)
            signs.append(plain)
        elif found.group().lower() in ("[h]", "[hh]", "[m]", "[s]"):
            words.append("")
            signs.append(found.group()[1])
    return words, signs


def _date(value: float, pattern: str, from_1904: bool) -> str:
    moment = _moment(value, from_1904)
    if "y" not in pattern and "d" not in pattern and ("h" in pattern or "s" in pattern):
        hours = int(value) * 24 + moment.hour if pattern.startswith("h") and value >= 1 else moment.hour
        return f"{hours:02d}:{moment:%M:%S}" if "s" in pattern else f"{hours:02d}:{moment:%M}"
    month = _MONTHS[moment.month - 1]
    if "mmm" in pattern:
        name = month if "mmmm" in pattern else month[:3]
        parts = [str(moment.day)] if "d" in pattern else []
        parts += [name, *([str(moment.year)] if "y" in pattern else [])]
        return " ".join(parts)
    if "d" not in pattern:
        return f"{moment.year:04d}-{moment:%m}" if "m" in pattern and "h" not in pattern else f"{moment.year:04d}"
    day = f"{moment.year:04d}-{moment:%m-%d}"
    return f"{day} {moment:%H:%M}" if "h" in pattern else day


def _moment(value: float, from_1904: bool) -> datetime:
    """The moment that a serial number stands for; day 60 is a leap day that 1900 never had."""
    days = value + 1462 if from_1904 else value
    start = datetime(1899, 12, 30) if days >= 60 else datetime(1899, 12, 31)
    return start + timedelta(seconds=round(min(days, _LAST_DAY) * 86400))

"""The forms in which Swedish names a stretch of time: days, months, seasons, quarters, tertials, half-years, years.

Each form is a pattern and a function of `clauses.days` that gives the first and last day of what it names. Every
pattern is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from clauses.days import (
    MONTHS,
    SHORT,
    Build,
    Find,
    annual_report,
    before_year,
    by_year,
    christmas,
    half_turn,
    interim,
    mandate,
    months,
    next_season,
    next_year,
    one_day,
    one_month,
    part_of_year,
    season,
    term,
    this_year,
    turn,
    week,
    whole_year,
    year_range,
)
from clauses.numerals import NUMBER

S = r"[ \t\n\u00a0\u202f]{1,3}"
MAYBE = r"[ \t\n\u00a0\u202f]{0,3}"
DASH = r"[-\u2010\u2011\u2012\u2013\u2014]"
_OF = rf"(?:{S}(?:(?:av|under|i|för|år){S}){{0,2}}|,{S}|{MAYBE}[-/–]{MAYBE}|)"
_YEAR = r"(?P<year>20\d\d)(?!\d|[:/]\d)"
_YEAR_TOO = rf"(?:{_OF}{_YEAR}|{MAYBE}[-’'](?P<yy>[2-4]\d)(?![\d-]))?"
_MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
_ANY_MONTH = "(?P<month>" + "|".join([*MONTHS, *sorted(SHORT, key=len, reverse=True)]) + r")(?!\w)\.?"
_ORDINAL = r"(?P<ordinal>första|andra|tredje|fjärde|sista)"
_COUNT = r"(?P<count>[1-4](?![\d:])|ett|två|tre|fyra)"
_COUNTED = (
    rf"(?:{_ORDINAL}{S}(?:{{0}})(?:et|en)?|(?P<counted>[1-4]):?[aeé]{S}(?:{{0}})(?:et|en)?"
    rf"|(?:{{0}})(?:et)?\.?{MAYBE}{_COUNT})"
)
_UNIT = r"(?P<unit>dagar(?:na)?|veck(?:or|a|orna)|månad(?:er|en|erna)?|kvartal(?:et|en)?|halvår(?:et)?|år(?:et|en)?)"
_YEAR_WORD = r"(?:år|kalenderår|budgetår|verksamhetsår)"
_PLANS = (
    r"(?:mål[- ]och[- ])?budget(?:en|arbetet|processen|beredningen|beslutet|året)?"
    rf"|(?:nämnd|verksamhets|intern)?plan(?:en)?"
    rf"|(?:intern{MAYBE}kontroll|verksamhets|aktivitets|uppdrags)plan(?:en|arbetet|ering|eringen)?"
    rf"|mål{S}och{S}budget(?:en)?|plan{S}för{S}intern{S}kontroll|mål-{S}och{S}budgetarbetet"
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form. `days` gives what a match names, with the day when the document was written (None where unknown).

    `kind` is `day`, `week`, `month`, `season`, `part` (of a year), `year`, `years`, `bare-year` (a number), `turn`
    (of the year), `christmas`, `plan` (the year before it), `report`, `mandate` or `term` (counted from the writing).
    """

    kind: str
    pattern: re.Pattern[str]
    days: Find


def _form(kind: str, pattern: str, build: Build, *, exact_case: bool = False) -> Form:
    return _free(kind, pattern, by_year(build), exact_case=exact_case)


def _free(kind: str, pattern: str, days: Find, *, exact_case: bool = False) -> Form:
    compiled = re.compile(rf"(?<![\w/:§])(?:{pattern})(?!\w)", 0 if exact_case else re.IGNORECASE)
    return Form(kind, compiled, days)


_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
FORMS: tuple[Form, ...] = (
    _form(
        "day",
        r"(?P<year>20\d\d)[-\u2010\u2011](?P<mm>0[1-9]|1[0-2])[-\u2010\u2011](?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        one_day,
    ),
    _form("day", r"(?P<year>20\d\d)(?P<mm>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)", one_day),
    _form("day", r"(?P<yy>[2-4]\d)-(?P<mm>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![-\d])", one_day),
    _form("day", rf"(?:den{S})?{_DAY}/(?P<mm>1[0-2]|0?[1-9])(?:{S}|[-/]){_YEAR}", one_day),
    _form("day", rf"den{S}{_DAY}/(?P<mm>1[0-2]|0?[1-9])(?![\d/])", one_day),
    _form("day", rf"{_DAY}\.(?P<mm>1[0-2]|0?[1-9])\.(?P<year>20\d\d)", one_day),
    _form("day", rf"(?:den{S})?{_DAY}(?::[aeé])?\.?{S}{_ANY_MONTH}(?:,?{S}(?P<year>20\d\d)(?!\d|[:/]\d))?", one_day),
    _form("month", rf"(?:den{S})?sist[ea]{S}(?:dagen{S}i{S})?{_MONTH}{_YEAR_TOO}", one_month),
    _free(
        "years",
        rf"(?:åren{S}|perioden{S})?(?P<from>20[1-4]\d){MAYBE}(?:{DASH}|till{S}och{S}med|och){MAYBE}(?P<to>20[1-4]\d|"
        rf"[1-4]\d)(?![-\d])",
        year_range,
    ),
    _form(
        "month",
        r"(?P<year>20[2-4]\d)-(?P<mm>0[1-9]|1[0-2])(?![-\d])",
        lambda m, y: months(y, int(m["mm"]), int(m["mm"])),
    ),
    _form("turn", rf"årsskiftet(?:{S}(?P<year>20\d\d)(?:{MAYBE}[/–-]{MAYBE}(?:20)?\d\d)?)?", turn),
    _form("turn", rf"(?:halvårsskiftet|halvårsslutet){_YEAR_TOO}", half_turn),
    _form(
        "plan",
        rf"(?:arbetet{S}med{S}|beslut(?:et)?{S}om{S}|framtagandet{S}av{S}|"
        rf"beredningen{S}av{S})?(?:{_PLANS})(?:{S}(?:för|år|inför)){{0,2}}{S}(?P<year>20\d\d)(?:{DASH}(?:20)?\d\d)?",
        before_year,
    ),
    _form(
        "report",
        rf"(?:delårs(?:rapport|bokslut|redovisning)(?:en|et)?)(?:(?:{S}(?:för|år|per)){{0,2}}{S}{_YEAR})?",
        interim,
    ),
    _form(
        "report", rf"(?:årsredovisning|årsbokslut|bokslut)(?:en|et)?(?:{S}(?:för|år)){{0,2}}{S}{_YEAR}", annual_report
    ),
    _form("season", rf"(?P<season>vinter)n?{S}(?P<year>20\d\d)(?P<over>{MAYBE}[/–-]{MAYBE}(?:20)?\d\d)", season),
    _form(
        "season",
        rf"(?P<season>vår(?:en|terminen|termin)?|höst(?:en|terminen|termin)?|sommar(?:en)?){_OF}{_YEAR}",
        season,
    ),
    _form("season", rf"(?P<season>vår(?:en|ens|terminen)|höst(?:en|ens|terminen)|sommar(?:en|ens)){_YEAR_TOO}", season),
    _form("season", rf"(?P<season>vinter(?:n)?)(?P<over>){_OF}{_YEAR}", season),
    _free("season", rf"(?:nästa|nästkommande){S}(?P<named>vår|höst|sommar)", next_season),
    _form("season", r"(?<=\bi )(?P<season>vår|höst|sommar)(?![ \t]\w{1,20}(?:ar|er|s|n)\b)", season),
    _form("season", r"(?<=kommande )(?P<season>vår|höst|sommar)", season),
    _form("part", _COUNTED.replace("{0}", r"kvartal|kv\.?") + _YEAR_TOO, part_of_year(4)),
    _form("part", rf"[QK](?P<short>[1-4])(?:{MAYBE}{_YEAR_TOO})", part_of_year(4), exact_case=True),
    _form("part", rf"(?P<year>20\d\d){MAYBE}[/-]?{MAYBE}[QK](?P<short>[1-4])", part_of_year(4), exact_case=True),
    _form("part", rf"kvartal{S}(?P<short>IV|III|II|I){_YEAR_TOO}", part_of_year(4), exact_case=True),
    _form("part", _COUNTED.replace("{0}", "tertial") + _YEAR_TOO, part_of_year(3)),
    _form("part", rf"T(?P<short>[1-3])(?:{MAYBE}{_YEAR_TOO})", part_of_year(3), exact_case=True),
    _form("part", _COUNTED.replace("{0}", "halvår") + _YEAR_TOO, part_of_year(2)),
    _form("part", rf"{_ORDINAL}{S}(?:halvan|hälften){_YEAR_TOO}", part_of_year(2)),
    _form("part", rf"H(?P<short>[12])(?:{MAYBE}{_YEAR_TOO})", part_of_year(2), exact_case=True),
    _form(
        "week",
        rf"(?:veckorna|vecka|v\.?){MAYBE}[1-5]?\d{MAYBE}(?:{DASH}|och|till){MAYBE}(?P<week>[1-5]?\d)(?!\d|[,.]\d){_YEAR_TOO}",
        week,
    ),
    _form("week", rf"(?:vecka|v\.?){MAYBE}(?P<week>[1-5]?\d)(?!\d|{DASH}\d|[,.]\d){_YEAR_TOO}", week),
    _form("month", rf"(?<!\d\s){_MONTH}(?:månad)?{_YEAR_TOO}", one_month),
    _form("month", rf"(?P<month>jan|febr?|apr|jun|jul|aug|sept?|okt|nov|dec)\.?{S}{_YEAR}", one_month),
    _free(
        "mandate",
        rf"(?:(?P<next>nästa|kommande|nästkommande){S})?(?:(?:innevarande|nuvarande|denna|"
        rf"hela){S})?mandatperiod(?:en|ens)?(?:{S}slut)?",
        mandate,
    ),
    _free(
        "term",
        rf"(?:inom(?:{S}(?:loppet{S}av|en{S}period{S}(?:av|om|på)))?|(?:inom|under){S}(?:de|det|den){S}(?:närmaste|"
        rf"närmsta|kommande))"
        rf"{S}(?:(?P<number>{NUMBER}){S})?{_UNIT}",
        term,
    ),
    _free("term", rf"om{S}(?P<number>{NUMBER}){S}(?P<unit>dagar|veckor|vecka|månader|månad|halvår|år)", term),
    _free("year", rf"nästa{S}{_YEAR_WORD}|(?:nästkommande|(?:det{S})?kommande){S}{_YEAR_WORD}(?:et)?", next_year),
    _free(
        "year",
        rf"i{S}år|innevarande{S}{_YEAR_WORD}|under{S}året|detta{S}år|årets{S}(?:slut|utgång)|årsslutet|(?<=av )året",
        this_year,
    ),
    _form("christmas", rf"(?<=före )jul(?:en|helgen)?{_YEAR_TOO}", christmas),
    _form("christmas", rf"(?<=innan )jul(?:en|helgen)?{_YEAR_TOO}", christmas),
    _form("bare-year", r"(?:år(?:et)?[ \u00a0])?(?P<year>20[1-4]\d)(?!\d|[:/-]\d|\.\d)", whole_year),
)
"""All forms, the more particular first: a later one never takes what an earlier one has."""

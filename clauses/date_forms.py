"""The forms in which Swedish names a stretch of time: days, months, seasons, quarters, tertials, half-years, years.

Each form is a pattern and a function of `clauses.days` that gives the first and last day of what it names. Every
pattern is bounded.
"""

from __future__ import annotations

from clauses.date_names import NAMED
from clauses.date_shape import ANY_MONTH, DASH, MAYBE, MONTH, OF, YEAR, YEAR_TOO, Form, S, form, free
from clauses.day_names import winter
from clauses.days import (
    half_turn,
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

_ORDINAL = r"(?P<ordinal>första|andra|tredje|fjärde|sista)"
_COUNT = r"(?P<count>[1-4](?![\d:])|ett|två|tre|fyra)"
_TO = rf"(?:[1-4]{MAYBE}(?:{DASH}|och|/){MAYBE})?"
_COUNTED = (
    rf"(?:{_ORDINAL}{S}(?:{{0}})(?:et|en)?|(?P<counted>[1-4]):?[aeé]{S}(?:{{0}})(?:et|en)?"
    rf"|(?:{{0}})(?:et)?\.?{MAYBE}{_TO}{_COUNT})"
)
_UNIT = r"(?P<unit>dagar(?:na)?|veck(?:or|a|orna)|månad(?:er|en|erna)?|kvartal(?:et|en)?|halvår(?:et)?|år(?:et|en)?)"
YEAR_WORD = r"(?:år|kalenderår|budgetår|verksamhetsår)"
_SHORT = r"(?:jan|febr?|apr|jun|jul|aug|sept?|okt|nov|dec)"
_AFTER_SPRING = (
    r"\s*(?:[.,;:)!?]|$)|\s(?:kommer|ska|skall|har|är|tas|ges|görs|får|\w{3,20}(?:as|rs)|och|eller|samt|då|när|att|med|för|av|"
    r"på|inom|till|senast|vilket|enligt|också|även|som|men)\b"
)
_ABOUT = rf"(?:(?:cirka|ca\.?|högst|max|maximalt|ungefär|drygt|knappt|som{S}mest){S})?"
_YEAR_FIRST = rf"(?<![QKTH]\d )(?P<year>20\d\d){MAYBE}[/-]?{MAYBE}"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
FORMS: tuple[Form, ...] = (
    *NAMED,
    form("turn", rf"årsskifte(?:t)?(?:{S}(?P<year>20\d\d)(?:{MAYBE}[/–-]{MAYBE}(?:20)?\d\d)?)?", turn),
    form(
        "day",
        r"(?P<year>20\d\d)(?P<sign>[-\u2010\u2011./])(?P<mm>0[1-9]|1[0-2])(?P=sign)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        one_day,
    ),
    form("day", r"(?P<year>20\d\d)(?P<mm>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)", one_day),
    form("day", r"(?P<yy>[2-4]\d)-(?P<mm>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![-\d])", one_day),
    form("day", rf"(?:den{S})?{_DAY}/(?P<mm>1[0-2]|0?[1-9])(?:{S}|[-/]){YEAR}", one_day),
    form("day", rf"(?:den{S})?{_DAY}/(?P<mm>1[0-2]|0?[1-9]){MAYBE}[-–’'](?P<yy>[2-4]\d)(?![\d-])", one_day),
    form(
        "day",
        rf"(?:(?<=senast )|(?<=före )|(?<=till )|(?<=innan )|(?<=per )){_DAY}/(?P<mm>1[0-2]|0?[1-9])(?![\d/])",
        one_day,
    ),
    form("day", rf"den{S}{_DAY}/(?P<mm>1[0-2]|0?[1-9])(?![\d/])", one_day),
    form("day", rf"{_DAY}\.(?P<mm>1[0-2]|0?[1-9])\.(?P<year>20\d\d)", one_day),
    form("day", rf"(?:den{S})?{_DAY}(?::[aeé])?\.?{S}{ANY_MONTH}(?:,?{S}(?P<year>20\d\d)(?!\d|[:/]\d))?", one_day),
    free(
        "years",
        rf"(?:åren{S}|perioden{S})?(?P<from>20[1-4]\d){MAYBE}(?:{DASH}|till{S}och{S}med|och){MAYBE}(?P<to>20[1-4]\d|"
        rf"[1-4]\d)(?![-\d])",
        year_range,
    ),
    form(
        "month",
        r"(?P<year>20[2-4]\d)-(?P<mm>0[1-9]|1[0-2])(?![-\d])",
        lambda m, y: months(y, int(m["mm"]), int(m["mm"])),
    ),
    form("turn", rf"(?:halvårsskiftet|halvårsslutet){YEAR_TOO}", half_turn),
    form("season", rf"(?P<season>vinter)n?{S}(?P<year>20\d\d)(?P<over>{MAYBE}[/–-]{MAYBE}(?:20)?\d\d)", season),
    form(
        "season",
        rf"(?P<season>vår(?:en|terminen|termin)?|höst(?:en|terminen|termin)?|sommar(?:en)?){OF}{YEAR}",
        season,
    ),
    form("season", rf"(?P<season>vår(?:en|ens|terminen)|höst(?:en|ens|terminen)|sommar(?:en|ens)){YEAR_TOO}", season),
    form("season", rf"(?P<season>vinter(?:n)?)(?P<over>){OF}{YEAR}", season),
    free("season", rf"(?:nästa|nästkommande){S}(?P<named>vår|höst|sommar)", next_season),
    form("season", r"(?<=\bi )(?P<season>höst|sommar)", season),
    form("season", r"(?<=\bi )vinter", winter),
    form("season", rf"(?<=\bi )(?P<season>vår)(?={_AFTER_SPRING})", season),  # not "i vår organisation"
    form("season", r"(?:(?<=tidig )|(?<=sen ))(?P<season>vår|höst|sommar)", season),
    form("season", r"(?<=kommande )(?P<season>vår|höst|sommar)", season),
    form("part", rf"{_YEAR_FIRST}[QK](?P<short>[1-4])", part_of_year(4), exact_case=True),
    form("part", rf"{_YEAR_FIRST}T(?P<short>[1-3])", part_of_year(3), exact_case=True),
    form("part", rf"{_YEAR_FIRST}H(?P<short>[12])", part_of_year(2), exact_case=True),
    form("part", _COUNTED.replace("{0}", r"kvartal|kv\.?") + YEAR_TOO, part_of_year(4)),
    form("part", rf"[QK](?P<short>[1-4])(?:{MAYBE}{YEAR_TOO})", part_of_year(4), exact_case=True),
    form("part", rf"kvartal{S}(?P<short>IV|III|II|I){YEAR_TOO}", part_of_year(4), exact_case=True),
    form("part", _COUNTED.replace("{0}", "tertial") + YEAR_TOO, part_of_year(3)),
    form("part", rf"T(?P<short>[1-3])(?:{MAYBE}{YEAR_TOO})", part_of_year(3), exact_case=True),
    form("part", _COUNTED.replace("{0}", "halvår") + YEAR_TOO, part_of_year(2)),
    form("part", rf"{_ORDINAL}{S}(?:halvan|hälften){YEAR_TOO}", part_of_year(2)),
    form("part", rf"H(?P<short>[12])(?:{MAYBE}{YEAR_TOO})", part_of_year(2), exact_case=True),
    form(
        "week",
        rf"(?:veckorna|vecka|v\.?){MAYBE}[1-5]?\d(?:{DASH}|{S}{DASH}{S}|{S}(?:och|till){S})(?P<week>[1-5]?\d)(?!\d|[,.]\d){YEAR_TOO}",
        week,
    ),
    form("week", rf"(?P<year>20\d\d){MAYBE}[-,]?{MAYBE}(?:vecka|v\.?|W){MAYBE}(?P<week>[0-5]?\d)(?!\d)", week),
    form("week", rf"(?:vecka|v\.?){MAYBE}(?P<week>[1-5]?\d)(?!\d|{DASH}\d|[,.]\d){YEAR_TOO}", week),
    form("month", rf"(?<!\d\s){MONTH}(?:{MAYBE}månad)?{YEAR_TOO}", one_month),
    form("month", rf"(?P<month>{_SHORT})\.?(?:{MAYBE}{YEAR}|{MAYBE}[-’'](?P<yy>[2-4]\d)(?![\d-]))", one_month),
    form("month", rf"(?<![\s\S])(?P<month>{_SHORT})\.?(?=\s{{0,3}}$)", one_month),
    form("month", rf"(?:(?<=i )|(?<=senast )|(?<=under )|(?<=till ))(?P<month>{_SHORT})\.?", one_month),
    free(
        "mandate",
        rf"(?:(?P<next>nästa|kommande|nästkommande){S})?(?:(?:innevarande|nuvarande|denna|"
        rf"hela){S})?mandatperiod(?:en|ens)?(?:{S}(?:slut|utgång))?",
        mandate,
    ),
    free(
        "term",
        rf"(?:inom(?:{S}(?:loppet{S}av|en{S}period{S}(?:av|om|på)))?|(?:inom|under){S}(?:de|det|den){S}(?:närmaste|"
        rf"närmsta|kommande))"
        rf"{S}{_ABOUT}(?:{NUMBER}{MAYBE}(?:{DASH}|{S}till{S}|à){MAYBE})?(?:(?P<number>{NUMBER}){S})?{_UNIT}",
        term,
    ),
    free(
        "term",
        rf"{_ABOUT}(?P<number>{NUMBER}){S}(?P<unit>dagar|veckor|vecka|månader|månad|halvår|år){S}(?:från|efter|räknat{S}från)"
        rf"{S}(?:dagens{S}datum|(?:i{S})?dag|nu|(?:dagen{S}för{S})?(?:detta|denna|nämndens|styrelsens){S}(?:beslut|yttrande|"
        rf"skrivelse|svar)|beslutsdatum|beslutet|det{S}att{S}(?:nämnden|styrelsen){S}har)",
        term,
    ),
    free("term", rf"om{S}{_ABOUT}(?P<number>{NUMBER}){S}(?P<unit>dagar|veckor|vecka|månader|månad|halvår|år)", term),
    free(
        "term",
        rf"(?:inom|under){S}(?:en|den){S}(?:närmaste{S}|kommande{S})?(?P<number>{NUMBER}){MAYBE}-?"
        r"(?P<unit>månader|år|veckor)s?period(?:en)?",
        term,
    ),
    form("year", rf"{YEAR}{S}års", whole_year),
    free("year", rf"nästa{S}års", next_year),
    free("year", rf"(?:innevarande|detta){S}års", this_year),
    free("year", rf"nästa{S}{YEAR_WORD}|(?:nästkommande|(?:det{S})?kommande){S}{YEAR_WORD}(?:et)?", next_year),
    free(
        "year",
        rf"i{S}år|innevarande{S}{YEAR_WORD}|under{S}året|detta{S}år|(?<=av )året",
        this_year,
    ),
    form("bare-year", r"(?:år(?:et)?[ \u00a0])?(?P<year>20[1-4]\d)(?!\d|[:/-]\d|\.\d)", whole_year),
)
"""All forms, the more particular first: a later one never takes what an earlier one has."""

"""The forms of times that have a name: school terms, holidays, meetings, reports, plans, "nästa kvartal"."""

from __future__ import annotations

from clauses.date_shape import DASH, MAYBE, MONTH, OF, YEAR, YEAR_TOO, Form, S, form, free
from clauses.day_names import (
    ORDINAL_DAYS,
    deictic,
    easter,
    election,
    fifteenth,
    half_term,
    last_of_month,
    midsummer,
    month_turn,
    nearest,
    numbered_report,
    ordinal_day,
    part_of_season,
    school_year,
    term_edge,
    this_years_end,
    turn_of,
    two_months,
    week_day,
    winter,
)
from clauses.days import MONTHS, annual_report, before_year, christmas, interim, month_number, months, turn

_START = r"(?:start(?:en)?|början|inledning(?:en)?|upprop(?:et)?|begynnelse)"
_END = r"(?:slut(?:et)?|utgång(?:en)?|avslutning(?:en)?)"
_COMING = r"(?:nästa|nästkommande|kommande|årets|innevarande)"
_NEXT_MONTH = r"(?:" + "|".join(MONTHS) + ")"
_PLAN = (
    r"(?:(?:mål[- ]och[- ])?budget(?:en|arbetet|processen|process|beredningen|beredning|beslutet|beslut|året|"
    r"behandlingen|förslaget|dialogen|skrivelsen)?"
    rf"|(?:nämnd|verksamhets|intern|investerings|mål)plan(?:en)?"
    rf"|(?:intern{MAYBE}kontroll|verksamhets|aktivitets|uppdrags|revisions|tillsyns|gransknings)plan(?:en|arbetet|"
    rf"ering|eringen)?"
    rf"|mål{S}och{S}budget(?:en)?|plan(?:en)?{S}för{S}(?:den{S})?intern[a]?{S}kontroll(?:en)?|"
    rf"mål-{S}och{S}budgetarbetet|"
    r"(?:års|planerings|budget)cykel[n]?|årsplanering(?:en)?|verksamhetsplanering(?:en)?)"
)
_WORK = (
    rf"(?:arbetet{S}med{S}|beslut(?:et)?{S}om{S}|framtagandet{S}av{S}|beredningen{S}av{S}|förslaget{S}till{S}|"
    rf"revideringen{S}av{S}|framtagande{S}av{S}|upprättandet{S}av{S})?"
)
_MEETING = (
    r"(?:sammanträdet?|möten?|mötet|nämnden?|fullmäktige|styrelsen?|sessionen?|sammankomsten?|sittningen?|"
    r"beredningen?|rapporten?|uppföljningen?|avstämningen?)"
)
_REPORT = (
    r"(?P<report>delårs(?:rapport|bokslut|redovisning|uppföljning)|tertial(?:rapport|bokslut|uppföljning|redovisning)|"
    r"kvartals(?:rapport|uppföljning)|månads(?:rapport|uppföljning)|delår)(?:en|et)?"
)

NAMED: tuple[Form, ...] = (
    free(
        "era",
        rf"(?:läsår(?:et)?{S})(?P<from>(?:20)?[2-4]\d){MAYBE}(?:/|{DASH}){MAYBE}(?:20)?\d\d(?!\d)",
        school_year,
    ),
    free("era", rf"(?P<from>20[2-4]\d){MAYBE}(?:/|{DASH}){MAYBE}(?:20)?\d\d{S}(?:års{S})?läsår(?:et)?", school_year),
    form("month", rf"(?P<term>ht|vt){MAYBE}(?:{YEAR}|{DASH}?(?P<yy>[2-4]\d)(?![\d-]))", half_term),
    form(
        "turn",
        rf"(?P<term>höst|vår)termin(?:en)?s{MAYBE}(?P<edge>{_START}|{_END}){YEAR_TOO}",
        term_edge,
    ),
    free("turn", rf"(?:läsårets{S}{_END}|läsårs(?:slut|avslutning)(?:et|en)?)", nearest((6, 30))),
    free("turn", rf"(?:läsårets{S}{_START}|läsårsstart(?:en)?|skolstart(?:en)?){YEAR_TOO}", nearest((8, 31))),
    free("turn", rf"(?:terminens{S}{_START}|termins(?:start|början)(?:en)?)", nearest((1, 31), (8, 31))),
    free("turn", rf"(?:terminens{S}{_END}|termins(?:slut|avslutning)(?:et|en)?)", nearest((6, 30), (12, 31))),
    free(
        "turn",
        rf"årets{S}sista{S}(?:sammanträde|möte)|sista{S}(?:sammanträdet?|mötet?){S}(?:för{S}året|i{S}år)",
        this_years_end,
    ),
    form("turn", rf"sista{S}(?:sammanträdet?|mötet?){S}(?:(?:för|under|år){S})?{YEAR}", turn),
    free("turn", rf"skolavslutning(?:en)?{YEAR_TOO}", nearest((6, 15))),
    form("turn", rf"månadsskiftet{S}{MONTH}{MAYBE}(?:/|{DASH}|{S}och{S}){MAYBE}{_NEXT_MONTH}{YEAR_TOO}", month_turn),
    form("month", rf"(?P<since>{_NEXT_MONTH})/{MONTH}{YEAR_TOO}", two_months),
    form("turn", rf"{MONTH}{S}månads{S}{_END}{YEAR_TOO}", last_of_month),
    form("day", rf"(?:den{S})?(?:sist[ea]|ultimo){S}(?:dagen{S}i{S})?{MONTH}{YEAR_TOO}", last_of_month),
    form("day", rf"(?:halva|medio){S}{MONTH}{YEAR_TOO}", fifteenth),
    form(
        "day",
        rf"den{S}(?P<nth>{'|'.join(sorted(ORDINAL_DAYS, key=len, reverse=True))}){S}{MONTH}{YEAR_TOO}",
        ordinal_day,
    ),
    form(
        "meeting",
        rf"{MONTH}{_MEETING}{YEAR_TOO}",
        lambda match, year: months(year, month_number(match), month_number(match)),
    ),
    form(
        "plan",
        rf"{_WORK}{_PLAN}(?:{S}(?:för|år|inför)){{0,2}}{S}{YEAR}(?:{DASH}(?:20)?\d\d)?",
        before_year,
    ),
    form("plan", rf"{_WORK}{YEAR}{S}års{S}(?:{_PLAN}|plan(?:en)?)", before_year),
    free("plan", rf"{_WORK}(?:nästa{S}års|nästkommande{S}års|{_COMING}){S}{_PLAN}", this_years_end),
    free("budget", r"budget(?:beredningen|processen|arbetet|behandlingen|beslutet|dialogen)", this_years_end),
    form(
        "report",
        rf"{_REPORT}{S}(?:för{S}|nr{S}|nummer{S})?(?P<count>[1-4])(?![\d:]){YEAR_TOO}",
        numbered_report,
    ),
    form(
        "report",
        rf"{_REPORT}{S}(?:per|för|i|efter){S}(?:(?:den{S})?3[01]{S}|utgången{S}av{S})?{MONTH}{YEAR_TOO}",
        lambda match, year: months(year, month_number(match), month_number(match)),
    ),
    form(
        "report",
        rf"delår(?:s(?:rapport|bokslut|redovisning)(?:en|et)?|et)(?:(?:{S}(?:för|år|per)){{0,2}}{S}{YEAR})?",
        interim,
    ),
    form(
        "report",
        rf"(?:årsredovisning|årsbokslut|bokslut|verksamhetsberättelse|årsrapport|årsberättelse)(?:en|et|n)?"
        rf"(?:(?:{S}(?:för|år|per)){{0,2}}{S}{YEAR})?",
        annual_report,
    ),
    form(
        "season",
        rf"(?P<season>vårvinter|förvår|senvår|försommar|högsommar|sensommar|eftersommar|förhöst|tidighöst|"
        rf"senhöst)(?:en|n)?{YEAR_TOO}",
        part_of_season,
    ),
    form("season", rf"vintern(?!{OF}20)", winter),
    form(
        "season",
        r"(?:semest(?:ern|rarna|erperioden|ertiden|ermånaden)|sommar(?:uppehållet|ledigheten|ledigheterna|lovet))"
        rf"{YEAR_TOO}",
        lambda _, year: months(year, 7, 7),
    ),
    form(
        "christmas",
        rf"jul(?:en|helgen|uppehållet|ledigheten|lovet)?{YEAR_TOO}",
        christmas,
    ),
    form(
        "turn",
        r"nyår(?:et|shelgen)?",
        lambda _, year: (months(year, 12, 12)[1],) * 2,
    ),
    form("christmas", rf"påsk(?:en|helgen|lovet)?{YEAR_TOO}", easter),
    form("christmas", rf"midsommar(?:en|helgen)?{YEAR_TOO}", midsummer),
    free(
        "christmas",
        rf"val(?:et|dagen)(?!{S}(?:av|mellan|för)\b){YEAR_TOO}",
        election,
    ),
    free("week", rf"sportlov(?:et|en|sveckan)?{YEAR_TOO}", week_day(9)),
    free("week", rf"höstlov(?:et|sveckan)?{YEAR_TOO}", week_day(44)),
    free("deictic", rf"(?P<which>nya|kommande|nästa|nästkommande){S}(?P<what>läsåret|terminen)(?!s)", deictic),
    free(
        "deictic",
        rf"(?P<which>nästa|nästkommande|kommande|nya|innevarande|denna|detta|nuvarande){S}"
        r"(?P<what>månad|kvartal|tertial|halvår|termin|läsår|vecka)(?:en|et|n)?(?!s)",
        deictic,
    ),
    free(
        "turn",
        r"(?P<what>kvartal|månad|tertial)s(?:skiftet|slutet)|(?P<whose>kvartalets|tertialets|månadens|halvårets)"
        rf"{S}{_END}",
        turn_of,
    ),
    free("turn", rf"(?:(?:kalender|budget|verksamhets)?årets{S}{_END}|(?:kalender)?årsslutet)", this_years_end),
    free("turn", rf"(?<=innan )(?:kalender)?året{S}är{S}(?:slut|över|omme|till{S}ända|förbi)", this_years_end),
    free("turn", rf"året{S}ut", this_years_end),
    form("turn", rf"(?:första{S})?advent{YEAR_TOO}", lambda _, year: (months(year, 11, 11)[1],) * 2),
)
"""The named forms, tried before those of numbers."""

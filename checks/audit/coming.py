"""Which of the times that a sentence names are still to come: those that its promises can be held to.

A time is read with the clause that it stands in: what was done then is past, what recurs is no deadline, what a law,
an agreement or a request of others runs to is not promised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checks.audit.clause import AHEAD, VERBAL, clause_of, was
from clauses.dates import Period

_FAR = 240  # days: a day without a year that lies so far ahead lies rather behind
_FAR_SEASON = 300
_DATED_PAST = re.compile(
    r"\b(?:daterad|daterat|beslutade|beslutad|beslutades|antagen|antogs|antog|genomfördes|den dagen|protokoll|"
    r"gjordes|hölls|infördes|sammanträde(?:t)?\s+den|"
    r"(?:alltsedan|sedan)(?:\s(?:i|den|början av|slutet av|mitten av))?)\W*$",
    re.IGNORECASE,
)
_OF_A_DOCUMENT = re.compile(
    r"\b\w{0,30}(?:rapport|granskning|skrivelse|beslut|protokoll|missiv|brev|yttrande|inspektion|enkät|mätning|"
    r"dom|revision|förstudie|utredning|tidplan|handlingsplan|överenskommelse|svar|besked)(?:en|et|ets|ens)?\s"
    r"(?:av|från|daterad)\s(?:den\s)?$|^enligt\s(?:\w+\s)?\w{0,20}(?:beslut|protokoll)(?:et)?\s(?:(?:den|i|från)\s)?$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:ska|skall|kommer|avser|planer\w*|beräkna\w*|senast|till|inför|före|från|blir|återkommer|nästa|kommande|"
    r"\w{3,}(?:as|örs|ags|ggs))\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b\w*(?:plan(?:en)?|program(?:met)?|strategi(?:n)?|policyn?|budget(?:en)?|perioden|prognos(?:en)?|anslag(?:et)?|"
    r"bokslut(?:et)?)\s(?:för\s)?(?:åren\s)?$",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"års\s(?:\w+\s)?(?:\w*ram(?:ar|en)?|nivå|\w*anslag|medel|priser|belopp|siffror|resultat|utfall|mätning|enkät|granskning|"
    r"revision|rapport|skattesats|taxa|lönenivå)\b",
    re.IGNORECASE,
)
_RUNS_OUT = re.compile(
    r"\b(?:remisstid|svarstid|anmälningstid)\w*[^.;]{0,40}$|\bremiss(?:en|er|erna|svar\w*)?\b"
    r"(?:(?!\b(?:och|varefter|innan|men|för att)\b)[^.;,]){0,40}$|"
    r"\bremiss\w*, som (?:pågår|är ute|löper)\s$|"
    r"\b(?:går|löper|gick|löpte) ut\s(?:\w+\s)?$|"
    r"\b(?:svar|svaret|yttrandet?)\b[^.;]{0,30}\b(?:lämnas|önskas|begärs|inkomma|emotses)\b[^.;]{0,40}$|"
    r"^(?:detta |föreliggande )?(?:yttrande|yttrandet|svar|svaret|tjänsteskrivelsen)\s(?:ska |kommer att )?(?:behandlas?|antas?|"
    r"beslutas?|överlämnas?|lämnas?)\b[^.;]{0,50}$|"
    r"\b(?:önskar|begär|emotser|begärt|önskat)\s(?:\w+\s){0,2}(?:svar|yttrande)\w*\s?$|\bupphör\w*\s[^.;]{0,20}$",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:löper|gäller|giltig\w*|sträcker sig|omfattar|förlängd\w*|förlängts|tecknat\w*|tecknade|förordnad\w*|"
    r"avtalsperiod\w*|år för år)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:fram\s)?till|t\.?\s?o\.?\s?m|(?:åren\s|perioden\s)?20\d\d\s?[-–]", re.IGNORECASE)
_LAW_THAT = re.compile(
    r"\b\w*lag(?:en|ar|arna|stiftningen|ändring\w*)?,?\ssom\s(?:\w+\s){0,3}?(?:träd\w{1,3} i kraft|börja\w* gälla|gäller)"
    r"(?:\sfrån)?\s$",
    re.IGNORECASE,
)
_OF_LAW = re.compile(
    r"(?<!enligt\s)(?<!med\s)(?<!utifrån\s)(?<!om\s)(?<!av\s)(?<!i\s)\b(?:(?:lag(?:en|ar|arna|ändring\w*|förslag\w*|"
    r"stiftning\w*|krav\w*)?|\w*(?:tjänst|skol|kommunal|säkerhets|upphandlings|miljö|patient|bygg|arkiv|data)"
    r"\w{0,12}lag(?:en)?|"
    r"förordning(?:en)?|föreskrift(?:er|erna)|EU-direktiv\w*)\b[^.;]{0,50}"
    r"\b(?:träd(?:a|er|de) i kraft|gäller|börja(?:r)? gälla|(?:väntas|ska|kommer att) (?:gälla|införas))|"
    r"(?:regeringen|riksdagen)\b[^.;]{0,60}\b(?:väntas|beslut\w*|avser|träda|remitter\w*))\b"
    r"(?:(?!\boch\b)[^.;,]){0,25}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:befolkning\w*|invånar\w*|elevantal\w*|antalet (?:elever|äldre|invånare|barn|ärenden)|antalet|kostnad\w*|kostar)\b(?=[^.;]{0,40}\b(?:väntas|beräknas|"
    r"förväntas|prognos\w*|per år|kostar|\d))"
    r"[^.;]{0,70}\b(?:öka|minska|växa|uppgå|stiga|mnkr|tkr|kronor|"
    r"sjunka|ökar|minskar|ökat|ha \d+)\b|\bprognos\w*\sför\b|\bstatistik\w*\b[^.;]{0,30}\bför\b",
    re.IGNORECASE,
)
_NEXT_TIME = re.compile(
    r"\b(?:nästa (?:gång|tillfälle|omgång|avläsning|mätning|kontroll|genomgång|uppföljning|redovisning|rapportering|"
    r"enkät|utbildningstillfälle|kurs|kurstillfälle|övning|revidering)|närmast|härnäst)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_RECURS = re.compile(
    r"\b(?:varje (?:år|månad|kvartal|termin|vecka|tertial|halvår)|årligen|vartannat år|"
    r"\w+ gånger (?:per|om) (?:år|året|läsår|termin)|en gång (?:per|om) (?:år|året|läsår))\b",
    re.IGNORECASE,
)
_FIRST_TIME = re.compile(
    r"\b(?:första (?:gången|tillfället|omgången)|första|med start|med början|från och med|"
    r"därefter|sedan|inledas|börja\w*|startar?)\b",
    re.IGNORECASE,
)
_SMALL_TERM = re.compile(r"\b(?:dag(?:ar|arna)?|veck(?:a|or|orna))$", re.IGNORECASE)
_PROMISED = re.compile(r"\b(?:kommer|återkommer|uppdrag\w*|åtar|avser|arbetet|planen|förslag\w*)\b", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:varje|[Nn]yanställd\w*|[Nn]ya (?:chefer|medarbetare|leverantörer)|"
    r"vid (?:ny)?anställning|respektive ärende|samtliga ärenden)\b|"
    r"^\W{0,3}(?:[A-ZÅÄÖ]\w+(?:ar|er|or)|Ett ärende|En \w+)\s"
    r"(?:som\s[^,]{3,60}\s)?(?:ska|skall|bör|måste|handläggs|besvaras|avslutas|betalas)\b",
)
_FROM_WHEN = re.compile(
    r"^\s(?:från|efter|av)\s(?!beslut|denna|detta|i dag|idag|dagens|nämndens beslut|(?:dagen|dagar|tidpunkten) för (?:denna|detta|nämndens|styrelsens|beslutet|yttrandet|skrivelsen|antagandet)|räknat)|^\s(?:från|efter) (?:det )?att\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(r"(?:senast|före|innan|inför)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:om|förutsättning att|förutsatt att|såvida|i den mån)\s[^,;]{3,60}$", re.IGNORECASE)
_NAMED_TIMES = ("turn", "christmas", "report", "plan", "budget", "mandate", "meeting", "era")
_SAME_TIME = re.compile(r"^\s?(?:\((?:\w+\s){0,2})?$")
_OCCASION = re.compile(
    r"^\s(?:[\w-]{2,30}\s){0,2}[\w-]{3,30},\s(?:dock\s|närmare bestämt\s|nämligen\s|alltså\s)?$", re.IGNORECASE
)
_OTHERS = re.compile(
    r"^\W{0,3}(?:(?:och|men|som|att|där|när|då|enligt)\s)?(?:\w+\s){0,2}?(?:regeringen|riksdagen|IVO|SKR|MSB|länsstyrelsen|"
    r"försäkringskassan|polisen|inspektionen för vård och omsorg|[\wåäö]{3,}(?:styrelsen|verket|myndigheten|inspektionen|domstolen))"
    r"(?:(?::?s)\s[\w-]+(?:\s[\w-]+)?)?,?\s(?:som\s)?(?:har\s|kommer|väntas|beräknas|ska\s|avser|planerar|återkommer|lämnar|ger\b|"
    r"presenterar|beslutar|genomför|inför|publicerar|fattar|arbetar|tar\b)",
    re.IGNORECASE,
)
_OWN_BOARD = re.compile(r"\b(?:kommun|region|stads|landstings)styrelsen\b", re.IGNORECASE)
_AGAIN = re.compile(r"(?:det vill säga|d\.?v\.?s\.?|alltså|med andra ord|m\.a\.o\.)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_MORE_NEARLY = re.compile(
    r"^\W{0,2},?\s?\(?(?:dock|allra|närmare bestämt|preliminärt|helst|nämligen)?\s?\(?$", re.IGNORECASE
)
_SET_ASIDE = re.compile(
    r"\b(?:avsatt\w*|avsätts|anslagit\w*|budgetera[dt]\w*|ryms|upptag(?:en|et|na))\b[^.;,]{0,30}$", re.IGNORECASE
)
_WITH_START = re.compile(r"\bmed (?:start|början)\s(?:(?:i|under|från|den|på)\s){0,2}$", re.IGNORECASE)
_IN_FORCE_THEN = re.compile(r"^\s(?:gäller|tillämpas|används|införs|träder|ingår|höjs|sänks|upphör)\b", re.IGNORECASE)
_IN_FORCE = re.compile(
    r"\b(?:gäll\w{1,3}|i bruk|i kraft|i drift|på plats|tillämpa\w*|införs?|införas|använda?s)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_EVERY = re.compile(r"^\s(?:varje|vartannat) (?:år|läsår)\b|^\s(?:årligen|årligt)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:påbörja\w*|inled(?:s|er|as|a|ande)|start(?:ar|a|as)?|drar i ?gång|dras i ?gång|dra i ?gång|sätts i ?gång|"
    r"sätta i ?gång|sätter i ?gång|tar sin början|tar vid|komma i ?gång|kommer i ?gång|"
    r"börjar?(?!\s(?:gälla|användas|tillämpas)))\b",
    re.IGNORECASE,
)
_STARTED_BEFORE = re.compile(r"(?:^|[,;(]\s)start:?\s$", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:klar\w*|färdig\w*|avsluta\w*|slutför\w*|senast|före|innan|börja (?:gälla|användas|tillämpas))\b",
    re.IGNORECASE,
)


def to_come(text: str, found: Sequence[Period], written: date | None) -> list[Period]:
    """The times of a sentence that can be a promise's; of two that say the same ("före semestern, dock senast den 30
    juni"), the nearer.
    """
    kept: list[Period] = []
    for period in found:
        if not is_to_come(period, text, written):
            continue
        if kept and _AGAIN.search(text[kept[-1].end : period.start]):
            continue
        if kept and _is_day_of(text, kept[-1], period):
            continue
        if kept and _nearer(text, kept[-1], period):
            kept.pop()
        kept.append(period)
    firm = [period for period in kept if not (period.kind in ("plan", "budget") and _IF.search(text[: period.start]))]
    return firm or kept


def is_to_come(period: Period, text: str, written: date | None) -> bool:
    """Whether a time can be a promise's: not over when the response was written, no habit, no date of a document."""
    before, after = text[: period.start], text[period.end :]
    if period.lead == "repeated" or (written is not None and period.due < written):
        return False
    if period.kind == "term":
        return not _is_rule(period, text)
    if written is not None and period.first == written:
        return False
    if period.kind in ("plan", "budget") and _SET_ASIDE.search(before):
        return False
    if period.lead == "start" and _DATED_PAST.search(before + text[period.start : period.end][:8].split(" ")[0]):
        return False
    if _is_far_off(period, text, written) or _is_name(period, text):
        return False
    if period.lead == "start" and period.kind == "year" and written is not None and period.first <= written:
        return False  # "från och med i år"
    limited = bool(_LIMITED.match(text[period.start :]))
    if (
        _RUNS_OUT.search(before)
        or (not limited and _DATED_PAST.search(before[-40:]))
        or _OF_LAW.search(before)
        or _LAW_THAT.search(before)
    ):
        return False
    if _HOLDS.search(before) and _UNTIL.match(text[period.start :]):
        return False
    if _COUNTED.search(before + text[period.start :][:4]) or _is_next_time(period, text) or _recurs(period, text):
        return False
    if was(period, text, written) or _is_others(period, text):
        return False
    return not re.search(r"§", before[-8:] + after[:5])


def ends_and_starts(text: str, coming: Sequence[Period]) -> tuple[list[Period], list[Period]]:
    """The times of completion or entry into force, and those of a mere start."""
    starts = [
        period
        for period in coming
        if _begins(period, text) or (period.lead == "start" and not _is_in_force(period, text))
    ]
    return [period for period in coming if period not in starts], starts


def _is_in_force(period: Period, text: str) -> bool:
    """ "ska gälla från och med maj", "från den 1 maj gäller": in force then, which is what was promised."""
    if _WITH_START.search(text[: period.start]):
        return False
    return bool(_IN_FORCE.search(text[: period.start]) or _IN_FORCE_THEN.match(text[period.end :]))


def _begins(period: Period, text: str) -> bool:
    """Whether what the time is told of only starts then ("påbörjas i mars")."""
    if _STARTED_BEFORE.search(text[: period.start]):
        return True
    clause = clause_of(text, period)
    return bool(_BEGINS.search(clause)) and not _ENDS.search(clause)


def _is_day_of(text: str, first: Period, second: Period) -> bool:
    """ "valet i september": the month only says again when the day is."""
    one_day = first.first == first.last and second.first < second.last
    return one_day and second.first <= first.first <= second.last and not text[first.end : second.start].strip()


def _nearer(text: str, first: Period, second: Period) -> bool:
    """Whether the second time only says the first more nearly: "i budgetarbetet, senast i november"."""
    between = text[first.end : second.start]
    within = first.first <= second.last and second.first <= first.last
    if _SAME_TIME.match(between) and (first.kind in _NAMED_TIMES or (within and "(" in between)):
        return True
    if _OCCASION.match(between) and within and second.kind == "day" and first.kind in ("season", "month", "part"):
        return True
    says = text[second.start : second.end].lower().startswith("senast") or first.kind in ("plan", "budget", "report")
    return bool("," in between or "(" in between) and bool(_MORE_NEARLY.match(between)) and says


def _is_far_off(period: Period, text: str, written: date | None) -> bool:
    """ "den 9 mars", said in May, without a word of what is to come."""
    if written is None or not period.resolved or period.kind not in ("day", "month", "season"):
        return False
    far = (period.due - written).days > (_FAR_SEASON if period.kind == "season" else _FAR)
    alone = len(text.strip(" .,")) <= period.end - period.start + 2  # a table's cell
    return far and not alone and not _FIRM.search(text)


def _is_name(period: Period, text: str) -> bool:
    """ "verksamhetsplanen för 2025-2027" is a document's name, "rapporten från november" its date."""
    before = text[: period.start]
    if period.kind == "year" and _OF_YEAR.match(text[max(0, period.end - 3) :]):
        return True
    if period.kind in ("years", "bare-year", "year") and _NAMED.search(before):
        return True
    return period.resolved and bool(_OF_A_DOCUMENT.search(before))


def _is_rule(period: Period, text: str) -> bool:
    """ "Fakturor ska betalas inom 30 dagar": a time that runs from each case, not from the response."""
    if _FROM_WHEN.match(text[period.end :]) or _OF_ALL.search(text):
        return True
    return bool(_SMALL_TERM.search(text[period.start : period.end])) and not _PROMISED.search(text)


def _is_others(period: Period, text: str) -> bool:
    """Whether an authority is who acts then: "Socialstyrelsen väntas ge ut ... i november", "SKR:s råd, som väntas"."""
    clause = clause_of(text, period)
    at = text.find(clause)
    if not clause.lower().startswith("som "):
        return bool(_OTHERS.match(clause)) and not _OWN_BOARD.search(clause)
    start = max(text.rfind(sign, 0, max(0, at - 2)) for sign in ",;") + 1
    whole = re.sub(
        r"^\W{0,3}(?:\w+\s){0,3}?(?:inväntar|avvaktar|väntar på|i avvaktan på|följer)\s", "", text[start : period.start]
    )
    return bool(_OTHERS.match(whole)) and not _OWN_BOARD.search(whole)


def _is_next_time(period: Period, text: str) -> bool:
    """ "nästa gång i oktober": the next occurrence of what is in place."""
    return bool(_NEXT_TIME.search(text[: period.start])) and not AHEAD.search(clause_of(text, period))


def _recurs(period: Period, text: str) -> bool:
    """ "i februari varje år", "tre gånger per år, i april ...": not where it happens then for the first time."""
    if _EVERY.match(text[period.end :]):
        return True
    end = 0
    said = ""
    for part in re.split(r"(?<=[,;]\s)|(?<=\soch\s)(?=sedan\s)|(?<=\s)(?=som\s)", text):
        said = part if VERBAL.search(part) else said + part
        end += len(part)
        if period.start < end:
            return bool(_RECURS.search(said)) and not _FIRST_TIME.search(said) and not AHEAD.search(said)
    return False

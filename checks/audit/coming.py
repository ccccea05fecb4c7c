"""Which of the times that a sentence names are still to come: those that its promises can be held to.

A time is read with the clause that it stands in: what was done then is past, what recurs is no deadline, what a law,
an agreement or a request of others runs to is not promised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checks.audit.clause import AHEAD, VERBAL, clause_of, was
from checks.audit.elsewhere import is_elsewhere
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
    r"hålls|ges|får|"
    r"\w{3,}(?:as|örs|ags|ggs))\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b\w*(?:plan(?:en)?|program(?:met)?|strategi(?:n)?|policyn?|budget(?:en)?|perioden|prognos(?:en)?|anslag(?:et)?|"
    r"bokslut(?:et)?)\s(?:för\s)?(?:åren\s)?$",
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
    r"^\s(?:från|efter|av)\s(?!beslut|denna|detta|i dag|idag|dagens|nämndens beslut|(?:dagen|dagar|"
    r"tidpunkten) för (?:denna|detta|nämndens|styrelsens|beslutet|yttrandet|skrivelsen|antagandet)|räknat)|"
    r"^\s(?:från|efter) (?:det )?att\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(r"(?:senast|före|innan|inför)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:om|förutsättning att|förutsatt att|såvida|i den mån)\s[^,;]{3,60}$", re.IGNORECASE)
_NAMED_TIMES = ("turn", "christmas", "report", "plan", "budget", "mandate", "meeting", "era")
_SAME_TIME = re.compile(r"^\s?(?:\((?:\w+\s){0,2})?$")
_OCCASION = re.compile(
    r"^\s(?:[\w-]{2,30}\s){0,2}[\w-]{3,30},?\s(?:dock\s|närmare bestämt\s|nämligen\s|alltså\s)?$", re.IGNORECASE
)
_AGAIN = re.compile(r"(?:det vill säga|d\.?v\.?s\.?|alltså|med andra ord|m\.a\.o\.)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_MORE_NEARLY = re.compile(
    r"^\W{0,2},?\s?\(?(?:dock|allra|närmare bestämt|preliminärt|helst|nämligen)?\s?\(?$", re.IGNORECASE
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
_GOES_ON = re.compile(
    r"\b(?:arbetet|översynen|utredningen|kartläggningen|genomgången|projektet|inventeringen|införandet|\w+ningen)\b[^.;,]{0,40}"
    r"\b(?:pågår|pågå|bedrivs|bedrivas|görs|göras|sker|ske|fortsätter|fortsätta|fortgår|drivs|utförs|intensifieras)\s"
    r"(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\b(?:klar\w{0,2}|färdig\w*|avsluta\w*|slutför\w*|i mål)\b", re.IGNORECASE)
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
        if kept and _is_course_of(text, kept[-1], period):
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
    if period.lead == "start" and _DATED_PAST.search(before + text[period.start : period.end][:8].split(" ")[0]):
        return False
    if _is_far_off(period, text, written) or _is_name(period, text):
        return False
    if period.lead == "start" and period.kind == "year" and written is not None and period.first <= written:
        return False  # "från och med i år"
    limited = bool(_LIMITED.match(text[period.start :]))
    if not limited and _DATED_PAST.search(before[-40:]):
        return False
    if is_elsewhere(period, text) or _is_next_time(period, text) or _recurs(period, text):
        return False
    if was(period, text, written):
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


def _is_course_of(text: str, first: Period, second: Period) -> bool:
    """Whether the first is only when the work goes on whose end follows: "bedrivs under hösten och avslutas i maj"."""
    if first.due > second.due or not _GOES_ON.search(text[: first.start]):
        return False
    between = text[first.end : second.start]
    return bool(re.match(r",?\s(?:och|för att|så att)\s", between)) and bool(_CLOSES.search(between))


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
    own = text[first.end - 1 : first.end] == "s" or "," in between
    if (
        own
        and _OCCASION.match(between)
        and within
        and second.kind == "day"
        and first.kind in ("season", "month", "part")
    ):
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
    if period.kind in ("years", "bare-year", "year") and _NAMED.search(before):
        return True
    return period.resolved and bool(_OF_A_DOCUMENT.search(before))


def _is_rule(period: Period, text: str) -> bool:
    """ "Fakturor ska betalas inom 30 dagar": a time that runs from each case, not from the response."""
    if _FROM_WHEN.match(text[period.end :]) or _OF_ALL.search(text):
        return True
    return bool(_SMALL_TERM.search(text[period.start : period.end])) and not _PROMISED.search(text)


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

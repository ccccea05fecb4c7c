"""Times that bind others or nobody: of authorities, laws, remisses, agreements, forecasts and budgets."""

from __future__ import annotations

import re

from checks.audit.clause import clause_of
from clauses.dates import Period

_OF_YEAR = re.compile(
    r"års\s(?:\w+\s)?(?:\w*ram(?:ar|en)?|nivå|\w*anslag|medel|priser|belopp|siffror|resultat|utfall|mätning|"
    r"enkät|granskning|"
    r"revision|rapport|skattesats|taxa|lönenivå)\b",
    re.IGNORECASE,
)
_RUNS_OUT = re.compile(
    r"\b(?:remisstid|svarstid|anmälningstid)\w*[^.;]{0,40}$|\bremiss(?:en|er|erna|svar\w*)?\b"
    r"(?:(?!\b(?:och|varefter|innan|men|för att)\b)[^.;,]){0,40}$|"
    r"\bremiss\w*, som (?:pågår|är ute|löper)\s$|"
    r"\b(?:går|löper|gick|löpte) ut\s(?:\w+\s)?$|"
    r"\b(?:svar|svaret|yttrandet?)\b[^.;]{0,30}\b(?:lämnas|önskas|begärs|inkomma|emotses)\b[^.;]{0,40}$|"
    r"^(?:detta |föreliggande )?(?:yttrande|yttrandet|svar|svaret|tjänsteskrivelsen)\s(?:ska |"
    r"kommer att )?(?:behandlas?|antas?|"
    r"beslutas?|överlämnas?|lämnas?)\b[^.;]{0,50}$|"
    r"\b(?:önskar|begär|emotser|begärt|önskat)\s(?:\w+\s){0,2}(?:svar|yttrande)\w*\s?$|\bupphör\w*\s[^.;]{0,20}$",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:löper|gäller|giltig\w*|sträcker sig|omfattar|förlängd\w*|förlängts|tecknat\w*|"
    r"anställd\w*|anställts|finansiera[dts]\w*|uppsag[dt]\w*|sägas upp|sagts upp|löper \w+ ut|"
    r"tecknade|förordnad\w*|"
    r"avtalsperiod\w*|år för år)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:fram\s)?till|t\.?\s?o\.?\s?m|(?:åren\s|perioden\s)?20\d\d\s?[-–]", re.IGNORECASE)
_LAW_THAT = re.compile(
    r"\b\w*lag(?:en|ar|arna|stiftningen|ändring\w*)?,?\ssom\s(?:\w+\s){0,3}?(?:träd\w{1,3} i kraft|"
    r"börja\w* gälla|gäller)"
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
    r"\b(?:befolkning\w*|invånar\w*|elevantal\w*|antalet (?:elever|äldre|invånare|barn|ärenden)|antalet|"
    r"kostnad\w*|kostar)\b(?=[^.;]{0,40}\b(?:väntas|beräknas|"
    r"förväntas|prognos\w*|per år|kostar|\d))"
    r"[^.;]{0,70}\b(?:öka|minska|växa|uppgå|stiga|mnkr|tkr|kronor|"
    r"sjunka|ökar|minskar|ökat|ha \d+)\b|\bprognos\w*\sför\b|\bstatistik\w*\b[^.;]{0,30}\bför\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^\W{0,3}(?:(?:och|men|som|att|där|när|då|enligt)\s)?(?:\w+\s){0,2}?(?:regeringen|riksdagen|IVO|SKR|MSB|"
    r"länsstyrelsen|"
    r"försäkringskassan|polisen|inspektionen för vård och omsorg|[\wåäö]{3,}(?:styrelsen|verket|myndigheten|"
    r"inspektionen|domstolen))"
    r"(?:(?::?s)\s[\w-]+(?:\s[\w-]+)?)?,?\s(?:som\s)?(?:har\s|kommer|väntas|beräknas|ska\s|avser|planerar|"
    r"återkommer|lämnar|ger\b|"
    r"presenterar|beslutar|genomför|inför|publicerar|fattar|arbetar|tar\b)",
    re.IGNORECASE,
)
_OWN_BOARD = re.compile(r"\b(?:kommun|region|stads|landstings)styrelsen\b", re.IGNORECASE)
_SET_ASIDE = re.compile(
    r"\b(?:avsatt\w*|avsätts|anslagit\w*|budgetera[dt]\w*|ryms|upptag(?:en|et|na))\b[^.;,]{0,30}$", re.IGNORECASE
)


def is_elsewhere(period: Period, text: str) -> bool:
    """Whether a time is that of a law, an authority, a remiss, an agreement, a forecast or an appropriation."""
    before = text[: period.start]
    if _RUNS_OUT.search(before) or _OF_LAW.search(before) or _LAW_THAT.search(before):
        return True
    if period.kind in ("plan", "budget") and _SET_ASIDE.search(before):
        return True
    if period.kind == "year" and _OF_YEAR.match(text[max(0, period.end - 3) :]):
        return True
    if _HOLDS.search(before) and _UNTIL.match(text[period.start :]):
        return True
    return bool(_COUNTED.search(before + text[period.start :][:4])) or _is_others(period, text)


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

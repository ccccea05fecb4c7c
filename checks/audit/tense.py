"""What the verbs of a Swedish sentence say of time: done (har + supine, preterite), still to come, or a habit.

Forms, not lists: "har uppdaterats", "har nu fått en ny mall" and "togs i bruk" are done whatever the verb, unless it
is one that reports no act ("har varit", "har noterat") or a beginning ("har påbörjats").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clauses.phrases import load_phrases

_HAS = re.compile(r"\b(?:har|hade|ha)\b(?P<rest>(?:\s+[^\s.;:!?]{1,40}){1,12})", re.IGNORECASE)
_SUPINE = re.compile(
    r"(?:\w{2,}(?:at|ats|it|its|tt|tts|rt|rts|lt|lts|nt|nts|mt|mts|pt|pts|kt|kts|st|sts|ft|fts|ot|ots|git|gits|"
    r"yt|yts|gt|gts|jt|jts))"
)
_NO_SUPINE = re.compile(
    r"(?:\w*(?:igt|skt|iskt|samt|bart|löst|ligt|rat|drat|stat|mat|vat|tant|ment|ent|sett)|rätt|ett|nytt|stort|"
    r"fritt|brett|mitt|sitt|vårt|ert|annat|samt|att|mest|bäst|"
    r"först|minst|\w*(?:punkt|flikt|fekt|dukt|sikt|spekt|makt|takt|fakt|vikt|plikt|trakt|jekt|distrikt|tjänst|"
    r"post|test|konst|brist|frist|tvist|kost|höst|vinst|rapport|port|start|expert|sort|"
    r"fart|kort|bort|procent|dokument|ient|dent|gent|drift|gift|skrift|kraft|luft|skatt|avsnitt|snitt|natt|"
    r"lätt|recept|kredit)|hot|pilot|kort|snart|helt|delvist|resultat|utkast|format|avtalat|tillstånd|"
    r"inflytande|stöd|privat|primat|adekvat|separat|akut|visst|tryggt|bott|mandat|"
    r"sekretariat|referat|plakat|kandidat|besiktat|budget|allt|långt|starkt|svårt|tätt|öppet|direkt|exakt|"
    r"aktivt|effektivt|positivt|relativt|successivt|kontinuerligt|"
    r"projekt|objekt|aspekt|kontakt|distrikt|intranät|beslut|svart|vart|hårt|gott|trots|endast|oftast|till-|"
    r"tidigast|senast|framst|främst|minst|mot|antal|sat|lokalt|nationellt|regionalt|centralt|totalt|formellt|"
    r"aktuellt|generellt|manuellt|digitalt|internt|externt|samtidigt|efterhand|konkret|komplett|enkelt|dubbelt|"
    r"arbet|kompetent)"
)
_RAT_VERBS = re.compile(r"\w{3,}(?:erat|erats|drat|drats|rat|rats|stat|stats|mat|mats|vat|vats|tat|tats)$")
_NOUNS_AT = frozenset(
    [
        "resultat",
        "mandat",
        "utkast",
        "format",
        "sekretariat",
        "referat",
        "kandidat",
        "certifikat",
        "annat",
        "privat",
        "separat",
        "adekvat",
        "budgetat",
        "plakat",
        "primat",
        "citat",
        "konstaterat",
        "apparat",
        "inslag",
    ]
)
_PRETERITE = re.compile(
    r"\b(?:\w{2,}(?:ades|erades|ördes|ldes|ndes|gdes|ddes|ttes|ktes|ptes|stes|rdes|mdes|nstes|ivades)|(?:an|"
    r"upp|ut|fram|till|över|in|av|bort|om|vid|på)?(?:togs|gavs|lades|sattes|skrevs|"
    r"hölls|bröts|drogs|valdes|gjordes|slöts|bjöds|såldes|skedde|drevs|höjdes|byttes|sades|fattades|antogs|"
    r"beslöts|fördes|lämnades|hänvisades|inrättades|utsågs|erbjöds|gicks))\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?:antog|beslutade|beslöt|fastställde|införde|genomförde|inrättade|tecknade|anställde|utsåg|reviderade|"
    r"uppdaterade|kompletterade|höll|skickade|publicerade|ändrade|"
    r"avslutade|upphandlade|informerade|utbildade|startade inte|lämnade|beställde|kontrollerade|granskade inte|"
    r"gav|redovisade|godkände|fattade|gick igenom|tog fram|"
    r"tog beslut|bytte|stängde|sade upp|rekryterade|tillsatte|avvecklade|samlade|aktiverade|kopplade|"
    r"införskaffade|deltog|tog i bruk|inventerade|rättade|ordnade|byggde|tog in|gick i \w+|gick (?:\d+|alla|"
    r"samtliga|\w+ av|ut till)|alla gick|gick den|skrev in|flyttade|"
    r"upprättade|kartlade|analyserade|bjöd in|köpte|satte|delade ut|stärkte|förtydligade|testade|"
    r"blev klar\w*|började gälla|trädde i kraft|fick en)\b",
    re.IGNORECASE,
)
_NO_PRETERITE = frozenset(
    [
        "ansågs",
        "bedömdes",
        "konstaterades",
        "noterades",
        "uppgavs",
        "rekommenderades",
        "intervjuades",
        "granskades",
        "framfördes",
        "framhölls",
        "påpekades",
        "lyftes",
        "diskuterades",
        "uppmärksammades",
        "behövdes",
        "saknades",
        "beskrevs",
        "uppskattades",
        "kritiserades",
        "efterfrågades",
        "överlämnades",
        "påbörjades",
        "beställdes",
        "startades",
        "inleddes",
        "initierades",
        "ifrågasattes",
        "beräknades",
        "planerades",
        "avsågs",
        "behandlades",
        "hänvisades",
        "upptäcktes",
        "drabbades",
        "påverkades",
        "begränsades",
        "finansierades",
        "kallades",
        "användes",
    ]
)
_HABIT = re.compile(
    r"\b(?:\w{2,}(?:eras|ras|tas|ds|ges|ls|ns|rs|as|ts|ks|ms|ps|es)|sker|finns|har|ingår|gäller|stämmer|"
    r"kontrollerar|genomför|rapporterar|redovisar|följer|använder|deltar|erbjuder|"
    r"informerar|gör|ger|håller|får|kan|består|omfattar|innehåller)\b",
    re.IGNORECASE,
)
_FUTURE_VERB = re.compile(
    r"\b(?:tas|ses|ges|görs|hålls|läggs|\w{2,}(?:eras|ras|tas|ges|ls|ns|rs|as|ds|ts|ks|ps|ms)|startar|börjar|"
    r"inleder|genomför|tar|inför|beslutar|fattar|redovisar|återkommer|sker|blir|gör|ser|lämnar|presenterar|"
    r"upphandlar|anställer|rekryterar|utbildar|uppdaterar|reviderar|kompletterar|träder|gäller|går|anordnar|"
    r"håller|avslutar|implementerar|rullar|når|får|publicerar|drar)\b",
    re.IGNORECASE,
)
_ANY_VERB = re.compile(r"\b(?:ska|skall|\w{2,}(?:ar|er|ör|år|as|es|ls|ns|rs|ts|ds|ps|ms))\b", re.IGNORECASE)
_NO_FUTURE = frozenset(
    [
        "nämndens",
        "styrelsens",
        "förvaltningens",
        "kommunens",
        "regionens",
        "dess",
        "deras",
        "vars",
        "annars",
        "tillsammans",
        "löpande",
        "samtliga",
        "finns",
        "saknas",
        "behövs",
        "anses",
        "bedöms",
        "krävs",
        "kallas",
        "noteras",
        "arbetas",
        "hans",
        "fortlöpande",
        "redan",
        "alltjämt",
        "revisorernas",
        "revisionens",
        "enhetens",
        "avdelningens",
        "rådets",
        "verksamheternas",
        "verksamhetens",
        "bolagets",
        "ägs",
        "avses",
    ]
)
_ATTRIBUTE = re.compile(
    r"(?:^|\b(?:i|av|med|för|på|till|om|genom|från|under|efter|de|dessa|den|det|vid|enligt|alla|samtliga|våra|"
    r"nya|flera|vissa|andra|sina|dess|nyligen|redan|utan|mot|via|hos)\s)$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:inte|ej|ännu inte|aldrig|inga|ingen|inget)\b", re.IGNORECASE)


def _no_act() -> frozenset[str]:
    return frozenset(load_phrases()["no-act"].phrases)


def _beginning() -> frozenset[str]:
    return frozenset(load_phrases()["start"].phrases)


def perfects(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where "har ... supine" stands, and whether it is a beginning ("har påbörjats"). Denied ones are none."""
    no_act, beginning = _no_act(), _beginning()
    for match in _HAS.finditer(text):
        for word in re.finditer(r"\w[\w-]*", match["rest"]):
            said = word.group().lower()
            if _DENIED.fullmatch(said) or said in ("att", "som", "när", "om", "vilket"):
                break
            if not _SUPINE.fullmatch(said) or _is_no_supine(said):
                continue
            if said in no_act:
                if said in ("fått", "kommit", "gällt", "blivit"):
                    continue
                break
            start = match.start()
            end = match.start("rest") + word.end()
            if _DENIED.search(text[end : end + 6]):
                break
            yield start, end, said in beginning
            break


def _is_no_supine(word: str) -> bool:
    if word in _NOUNS_AT:
        return True
    if _RAT_VERBS.match(word) and len(word) > 5:
        return False
    return bool(_NO_SUPINE.fullmatch(word)) and not re.fullmatch(
        r"(?:av|an|ut|in|upp|fram|om|för)?(?:satt|tagit|gett|gått|lagt)\w*", word
    )


_SINCE = re.compile(
    r"\b\w{2,30}[rs]\s(?:\w{1,20}\s){0,2}?sedan\s(?:den\s|i\s)?(?:\d{1,2}\s)?(?:\d{4}|januari|februari|"
    r"mars|april|maj|juni|juli|"
    r"augusti|september|oktober|november|december|hösten|höstas|våren|våras|sommaren|somras|årsskiftet|"
    r"flera år|tidigare)\b",
    re.IGNORECASE,
)


_TIME = (
    r"(?:den\s\d|i\s(?:höstas|våras|somras|vintras|januari|februari|mars|april|maj|juni|juli|augusti|september|"
    r"oktober|november|"
    r"december|fjol)|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|"
    r"förra\s|början|"
    r"slutet|mitten|årsskiftet|hösten|våren|sommaren|\d{4}|dess\b|flera\sår)"
)
_IN_PLACE = re.compile(
    rf"(?:^|[^.;]{{0,80}}?\s)(?:(?:alltsedan|sedan)\s{_TIME}|numera\b|redan\si\sdag\b|från\soch\smed\si\sår\b)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:är|sker|gör|går|får|ger|tar|finns|\w{3,}(?:ar|er|as|eras|ras|ts|gs|ds|ls|ns|ps|ks|es|js|ms|rs))\b",
    re.IGNORECASE,
)
_NO_STATE = re.compile(r"\b(?:pågår|pågått|har|hade|prövar|testar|provar|arbetar|inte|följer)\b", re.IGNORECASE)


def in_place(text: str) -> tuple[int, int] | None:
    """ "numera", "sedan i höstas" with a verb in the present: a measure that is in place, also one that stops "
    "something."""
    found = _IN_PLACE.search(text)
    if not found or not _PRESENT.search(text):
        return None
    at_start = re.match(rf"(?:sedan|alltsedan)\s{_TIME}", text, re.IGNORECASE)
    if not at_start and _NO_STATE.search(text):
        return None
    return found.span()


def preterites(text: str) -> Iterator[tuple[int, int]]:
    """Where a verb tells of something finished: "antogs", "hölls", "nämnden beslutade"."""
    if state := in_place(text):
        yield state
    for match in _SINCE.finditer(text):
        yield match.span()  # "gör sedan januari": a measure that is in place
    for match in [*_PRETERITE.finditer(text), *_ACTIVE.finditer(text)]:
        if match.re is _ACTIVE and _ATTRIBUTE.search(text[: match.start()]):
            continue  # "i uppdaterade riktlinjer"
        if match.group().lower() not in _NO_PRETERITE and not _DENIED.search(text[match.end() : match.end() + 7]):
            yield match.span()


_RUNS = re.compile(r"\b(?:går ut|löper|gäller till|gäller fram|upphör|svarstid\w*|remisstid\w*)\b", re.IGNORECASE)


_GENITIVE = re.compile(r"(?:ens|ets|ernas|arnas|ornas|nders)$", re.IGNORECASE)  # "nämndens" is no verb


def coming(text: str) -> tuple[int, int] | None:
    """A verb in the present that, with a date to come, tells of what will be done: "tas fram", "beslutas"."""
    if _RUNS.search(text):
        return None
    for match in [*_FUTURE_VERB.finditer(text), *_ANY_VERB.finditer(text)]:
        if match.group().lower() in _NO_FUTURE or _GENITIVE.search(match.group()):
            continue
        if match.re is _FUTURE_VERB or (match.group().islower() and not _ATTRIBUTE.search(text[: match.start()])):
            return match.span()
    return None


def habit(text: str) -> tuple[int, int] | None:
    """A verb in the present that tells of what is regularly done."""
    for match in _HABIT.finditer(text):
        word = match.group().lower()
        if word == "finns" or (word not in _NO_FUTURE and word not in ("är", "kan", "får")):
            return match.span()
    return None

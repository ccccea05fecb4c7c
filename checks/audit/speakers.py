"""Who speaks in a sentence of a report: its auditors, or somebody they tell of; and which words name a body."""

from __future__ import annotations

import re

_SPACE = r"[\s*_]{1,6}"  # lines are wrapped, and words may be bold


def worded(pattern: str) -> re.Pattern[str]:
    """A pattern in which each blank stands for the white space between two words, in any case of letters."""
    return re.compile(pattern.replace(" ", _SPACE), re.IGNORECASE)


AUDITORS = (
    r"(?:\b(?:vi|jag|oss|kollegiet|undertecknade?|(?!riks|intern)\w{0,20}(?:revisorerna|revisionen|revisorskollegiet)|"
    r"revisorsgrupp(?:en| \w{1,4})|pwc|kpmg|ey|ernst (?:&|och) young|deloitte|azets|bdo|grant thornton|"
    r"\w{2,20} revision(?: ab)?|revisionsbyrån|(?:gransknings|revisions)?rapporten|granskningen)\b)"
)
OURS = (
    r"(?:vår|våra|vårt|vad vi|min|oss|granskningen|de förtroendevalda|"
    r"(?!riks|intern)\w{0,20}(?:revisorerna|revisorernas|revisionen|revisionens|kollegiets?))"
)
BODY = (
    r"(?:\b(?!(?:läns|social|jordbruks|kriminalvårds|skol)styrelsen|(?:kultur|vetenskaps|forsknings|justitie)rådet|"
    r"rådet för|kommunförbundet|allmänna|förvaltningen för)"
    r"(?:\w{0,40}(?:nämnden|nämnderna|nämnder|nämnd|styrelsen|styrelserna|styrelser|direktionen|fullmäktige|utskottet|"
    r"förbundet|bolaget|bolagen|stiftelsen|förvaltningen|förvaltningarna|kommunen|regionen|staden|organen|rådet|"
    r"presidiet|\w{0,30}direktören|kontoret|ledningen|huvudmannen|sjukhuset)|\w{2,30}s\s(?:styrelse|nämnd|direktion|ledning)|AB|KS|RS|VD|\w{1,3}N)\b)"
)
_SAYING = worded(
    r"\b(?:anger|angav|angett|uppger|uppgav|uppges|uppgavs|menar|menade|anser|ansåg|anses|framhåller|framhöll|"
    r"framhållit|framhålls|påpekar|påpekade|påpekat|säger|sade|berättar|berättade|beskriver|beskrivs|beskrev|förklarar|"
    r"förklarade|hänvisar|skriver|skrev|föreskriver|föreskrivs|konstaterar|konstaterade|konstaterat|uttalar|uttalade|"
    r"uttalat|betonar|betonade|betonat|betonas|understryker|understrukit|tycker|tyckte|önskar|önskade|efterlyser|"
    r"efterlyste|efterlyses|efterfrågar|bedömer|bedömde|bedömt|bedöms|framför|framförde|framförs|framfört|framgår|"
    r"framkommer|framkom|stadgar|stadgas|slår fast|rekommenderar|rekommenderade|rekommenderat|råder|påtalar|påtalade|"
    r"påtalat|svarar|svarade|invänder|upplever|kräver|krävs|ställer|efterlyst|nämner|nämns|lyfter|lyfte|lyfts|noterar|"
    r"tillägger|resonerar|ser|såg|vill|ville|hävdar|hävdade|pekar|pekade|poängterar|föreslår|föreslog|informerar|"
    r"är av (?:den )?(?:meningen|uppfattningen|åsikten)|"
    r"kom fram till|kommit fram till|fann|funnit|slagit fast|förelade|förelagt|kritiserade|kritiserat|krävt|krävde|"
    r"redogör|redovisar|visar|förordar|förordade)\b"
)
_ADVERB = (
    r"(?:därför|också|även|dock|således|alltså|vidare|dessutom|vill|har|kan|måste|sammantaget|sammanfattningsvis|"
    r"därutöver|därtill|särskilt|starkt|nu|samtidigt|ändå|likväl|fortsatt|bestämt|slutligen|därmed|"
    r"i första hand|avslutningsvis|skulle|vilja|härmed|sålunda|själva|för vår del|i rapporten|det|återigen|åter|igen)"
)
_OWN_BEFORE = worded(rf"{AUDITORS}(?: {_ADVERB},?){{0,4}} $")
_OWN_ALONG = worded(rf"^\W{{0,4}}{AUDITORS}\b[^.;:]{{3,160}}\b(?:och|men|utan)(?: {_ADVERB}){{0,2}} $")
_OWN_AFTER = worded(rf"^(?: {_ADVERB}){{0,2}} {AUDITORS}")
_SOFT = frozenset(
    {"anses", "ser", "vill", "visar", "ställer", "redovisar", "lyfter", "kräver", "såg", "ville", "krävs"}
)
_FINDINGS = worded(
    r"\b(?:granskningen|vår \w{0,20}granskning|rapporten|stickproven?|stickprovet|iakttagelserna|aktgranskningen|"
    r"genomgången|uppföljningen|utfallet|kartläggningen)(?: [\w-]{1,25}){0,3} $|\bvår [\wåäö]{1,30} $"
)
_OUR_NOUN = worded(
    rf"\b{OURS}(?: \w{{1,30}}){{0,3}} (?:är|blir|var) (?:\w{{1,20}} ){{0,2}}att\b|"
    rf"\b(?:är|blir) (?:det )?{OURS} \w{{3,30}} att\b"
)
_ACCORDING = worded(rf"\b(?:enligt|i enlighet med|utifrån kravet i) (?!{OURS})\w")
_OWN_ACCORDING = worded(rf"\benligt {OURS}\b")
_GUIDANCE = worded(
    r"\b(?:vägledning\w{0,5}|handbok\w{0,5}|handledning\w{0,5}|allmänna råd|föreskrift\w{0,5}|skriften|cirkulär\w{0,3}|"
    r"standarden|i \w{0,30}(?:policyn?|riktlinjen|riktlinjerna|anvisning(?:en|arna)|strategin|mejlet|brevet|handboken)|"
    r"\w{0,20}kod(?:en)?|branschen\w?|SKR|MSB|regeringen|riksrevisionen|lagstiftaren)\b"
)


def told_by_others(before: str) -> bool:
    """Whether the words before a claim put it in another's mouth: the last that speaks there is not the auditor."""
    before = before[before.rfind(";") + 1 :]
    last, others = -1, False
    for match in _SAYING.finditer(before):
        own = by_own(before[: match.start()], before[match.end() :])
        found = _FINDINGS.search(before[: match.start()][-120:])
        goes_on = last >= 0 and not others and re.search(r"\boch\s+$", before[: match.start()], re.IGNORECASE)
        if own or found or goes_on or match.group().lower() not in _SOFT:
            last, others = match.start(), not (own or found or goes_on)
    for pattern, outside in ((_ACCORDING, True), (_OWN_ACCORDING, False), (_OUR_NOUN, False)):
        for match in pattern.finditer(before):
            if match.start() > last:
                last, others = match.start(), outside
    return others


def told_by_auditors(before: str) -> bool:
    """Whether the auditor is named as the one who says what follows ("vi anser att", "enligt vår mening")."""
    if told_by_others(before):
        return False
    return bool(
        _OWN_ACCORDING.search(before)
        or _OUR_NOUN.search(before)
        or any(_FINDINGS.search(before[: match.start()][-120:]) for match in _SAYING.finditer(before))
        or any(by_own(before[: match.start()], before[match.end() :]) for match in _SAYING.finditer(before))
    )


def quotes_guidance(before: str) -> bool:
    """Whether the words before "rekommenderas" name a handbook or an authority whose advice it is."""
    return bool(_GUIDANCE.search(before))


def names_body(text: str) -> bool:
    """Whether a text names a body of a municipality, region or company."""
    return bool(re.search(BODY, text, re.IGNORECASE))


def by_own(before: str, after: str) -> bool:
    """Whether a verb's subject, just before or just after it, is the auditor."""
    return bool(_OWN_BEFORE.search(before[-160:]) or _OWN_AFTER.match(after) or _OWN_ALONG.match(before))


def uncapped(text: str) -> str:
    """Words that name a body, "Nämnden" and "Styrelsen" in small letters: such as open a sentence are general names."""
    return re.sub(r"\b[NS](?=(?:ämnd|tyrels)\w{0,5}\b)", lambda match: match.group().lower(), text)

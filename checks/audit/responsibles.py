"""Who will do it: the officer or office that a sentence names as the doer of what is still to come.

Every doer of the sentence (`checks.audit.doers`) is weighed by its place in the grammar: whom a task is given to, the
agent of a passive, the subject of what will be done. The board itself and "vi" are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.audit.boards import BOARD
from checks.audit.doers import AT_LARGE, DOER, NOBODY
from checks.audit.subjects import subjects
from ingest.document import Span

GIVEN, AGENT, WILL, DOES, LEADS, HAS, DID, LARGE = 100, 82, 80, 60, 50, 40, 20, 15
"""Weights: the task is given to it; it is the agent of a passive; will do; does now; leads those who do; has begun;
has done. LARGE, for a whole office, is taken off."""
_TASKED, _ACTS_AT_ALL = 84, 45  # from these weights on
_NEAR = 60  # characters
_REST = r"\b(?:(?!\b(?:ska|skall|kommer|och)\b)[^.;,]){0,60}$"
_WAS = re.compile(
    r"\b(?:\w{2,}(?:ades|ddes|rdes|ndes|ldes|gdes|mdes|ttes|ktes|ptes|stes)|"
    rf"\w*(?:togs|gavs|skrevs|hölls|lades|sattes|gjordes|gicks|sågs|drevs|leddes|sköttes|stämdes)){_REST}",
    re.IGNORECASE,
)
_HAS_BEEN = re.compile(rf"\b(?:har|hade)\s(?:\w+\s){{0,3}}\w{{2,}}(?:ats|tts|rts|its|lts){_REST}", re.IGNORECASE)

_ADVERB = (
    r"(?:också|även|därför|därefter|därtill|därmed|dock|således|sedan|nu|numera|istället|i\sstället|dessutom|"
    r"därutöver|härefter|tillsammans|gemensamt|redan|alltså|vidare|emellertid|däremot|för\snärvarande|just\snu|"
    r"successivt|löpande|årligen|framöver|fortsatt|även\sfortsatt|i\ssin\stur|under\såret|sålunda|då|först|närmast|så)"
)
_ADVERBS = rf"(?:\s{_ADVERB}){{0,3}}"
_ASIDE = r"(?:,\s(?:som|vilken|om|i|med|efter)\s[^,.;]{3,90},)?"
_GIVEN_BEFORE = re.compile(
    r"(?:\bansvarig(?:a|t|e)?(?:\s(?:funktion|tjänsteman|chef|enhet|part))?\s?(?:(?:för\s[^.;:]{1,70}?\s)?(?:är|"
    r"blir)|:)\s?|"
    r"\b\w{0,12}ansvar(?:et|ar)?\b[^.;:]{0,80}?\b(?:ligger\s(?:hos|på)|åvilar|vilar\spå|läggs\s(?:på|hos)|"
    r"lagts\s(?:på|hos)|tilldelas|tilldelats|faller\spå|bärs\sav|"
    r"ges(?:\still)?|hos|:)\s|"
    r"\b(?:uppdraget|uppgiften|ärendet|arbetet|frågan)\b[^.;:]{0,60}?\b(?:ligger\s(?:hos|på)|går\still|"
    r"läggs\s(?:på|hos)|lagts\s(?:på|hos)|"
    r"lämnas\s(?:till|åt)|faller\spå|vilar\spå|(?:har\s)?gått\still|(?:har\s)?lämnats\s(?:över\s)?till|åvilar|ankommer\spå|ägs\sav|ges(?:\still)?|getts(?:\still)?|"
    r"har\sgivits|tilldelas|anförtros|överlämnas\still)\s|"
    r"\banförtros\s|\b(?:genomförandet|det)\s(?:åvilar|ligger\spå|vilar\spå|åligger|ankommer\spå)\s|\b(?:leds|styrs|hålls\s(?:ihop|samman)|"
    r"samordnas|drivs)\b[^.;,]{0,50}?\bav\s|"
    r"\b(?:projektledare|projektägare|sammankallande|uppdragstagare|kontaktperson|processledare)\s(?:är|blir)\s|"
    r"\buppdra(?:r|s|gits|git|ges|ga|g)?\b(?:\s\w+){0,2}\s(?:åt|till)\s|\bdelegera(?:s|r|ts|t)?\b[^.;,]{0,30}\still\s|"
    r"\b(?:låta|låter|be|ber|anmoda|anmodar|beordrar|bett)\s|\b(?:läggs|lagts|lades|läggas)\s(?:på|hos)\s|"
    r"\btilldelas\s|"
    r"\bden\ssom\b[^.;]{3,60}\s(?:är|blir)\s|\b(?:utsetts|utses|utsågs|utsett|utser)\s(?:\w+\s)?|"
    r"\b(?:ansvarar|svarar)\s(?:\w+\s)?)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:^|[(,;.|]\s?)(?:\w{0,20}(?:ansvarig|ansvar|ägare|handläggare|genomförare|uppdragstagare|projektledare|samordnare|"
    r"utförare|kontaktperson)\w{0,3}|vem|utförs av)(?:\s(?:för|av|i)\s[^.;:]{1,50})?(?::\s|\s[–-]\s|\s(?:är|blir)\s|\s)$",
    re.IGNORECASE,
)
_UNDER_LEAD, _LEAD = re.compile(r"\bunder\s$", re.IGNORECASE), re.compile(r"s\sledning$")
_ASIDE_NAMED = re.compile(r"[,(;]\s?$")
_BRACKETED = re.compile(r"\s\($")
_ITS = re.compile(r"\b(?:ansvaret|uppgiften|uppdraget|frågan|arbetet)\s(?:är|blir|bär|har|tar)\s$", re.IGNORECASE)
_IT_IS = re.compile(r"\b(?:det\s(?:är|blir)|med)\s$", re.IGNORECASE)
_THROUGH = re.compile(
    r"\b(?:\w{3,}s|\w{3,}(?:ats|tts|rts|its))\b(?:(?!\b(?:att|som)\b)[^.;,]){0,60}\bgenom\s$", re.IGNORECASE
)
_AT = re.compile(r"(?:^\W{0,4}|[,;:–]\s|\boch\s)(?:inom|på|hos|vid)\s$", re.IGNORECASE)
_UNDER_WAY = re.compile(
    r"^\s(?:pågår|bedrivs|arbetas|tas|utarbetas|förbereds|bereds|görs|arbetar|ses|prövas|rensas|skrivs|inventeras|kartläggs|utreds|revideras|"
    r"uppdateras|sammanställs|kontrolleras|granskas|har\s(?:man\s)?(?:\w+\s){0,3}"
    r"(?:påbörja\w+|inle\w+|starta\w+|börja\w+))\b",
    re.IGNORECASE,
)
_HAS_TIME = re.compile(r"\s(?:tid\s)?(?:till\s[^.;,]{2,25}\s)?(?:tid\s)?på\ssig\b|\stid\still\b", re.IGNORECASE)
_IN_GENITIVE = re.compile(
    r"s\s(?:\w+\s){0,2}?\w{3,}(?:ning|else|ys|ysen|syn|arbete|ering)(?:en|et)?\s(?:är|pågår|beräknas|väntas)\b"
)
_BEGUN_AT = re.compile(
    r"\b(?:inletts|påbörjats|startats|startat|initierats|pågår|bereds)\s(?:vid|på|inom|hos)\s$", re.IGNORECASE
)
_WHO_WILL = re.compile(r"^,\ssom\s(?:nu\s)?(?:ska|skall|kommer|återkommer|tar|lägger|går|får)\b", re.IGNORECASE)
_LED_BY = re.compile(r"\b(?:under|med)\sledning\sav\s$", re.IGNORECASE)
_BUSY = re.compile(
    r"^\s(?:(?:är|har\svarit)\s(?:\w+\s){0,3}?(?:i\s(?:full\s)?färd|i\s?gång|mitt\s(?:uppe\s)?i|i\sfull\sgång|sysselsatt\w*|"
    r"upptag\w*|inne\si|på\sväg)\b|har\s(?:\w+\s){0,2}?(?:kommit\s(?:i\s?gång|\w+\sväg)|satt\si\s?gång))",
    re.IGNORECASE,
)
_UNDERTAKES = re.compile(
    r"^(?:\s\w+){0,3}?\s(?:åtagit\ssig|tagit\spå\ssig|lovat|utlovat|förbundit\ssig)\b", re.IGNORECASE
)
_STARTED = re.compile(
    r"\b(?:på)?börjat\b|\binlett\b|\bstartat\b|\binitierat\b|\bdragit i\s?gång\b|\bsatt i\s?gång\b|\bsett över\b|\barbetat\b",
    re.IGNORECASE,
)
_THAT_IS = re.compile(r"^\ssom\s(?!\w*s\b)", re.IGNORECASE)
_AS = re.compile(r"\b(?:i\segenskap\sav|på\suppdrag\sav|i\s(?:rollen|sin\sroll)\ssom)\s$", re.IGNORECASE)
_THOUGHT = re.compile(
    r"\b(?:formulering|krav|tank|uppfattning|risk|skrivning|princip|påstående|synpunkt)\w{0,4}\s(?:om\s|på\s)?att\s$",
    re.IGNORECASE,
)
_NAMED_SO = re.compile(r"\bansvarig\w*\b[^.;]{0,40}\s(?:har|är)\s$", re.IGNORECASE)
_CHOSEN = re.compile(r"^\s(?:utsetts|utsedd|utpekats)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?i:(?:ansvarig\w*|\w*ägare|handläggare|\w*ledare|sammankallande|samordnare|kontaktperson|genomförare)(?:\s\w+)?"
    r"(?:\s(?:är|blir|har\sutsetts|utsågs)|:))\s(?P<who>[A-ZÅÄÖ][\wåäö-]{1,20}(?:\s[A-ZÅÄÖ][\wåäö-]{1,20}){1,2})"
)
_GIVES = re.compile(r"\b(?:ge|ger|gav|gett|givit|ges|gavs|får|fick|uppdrar)\b[^.;:]{0,60}\s$", re.IGNORECASE)
_TASK = r"(?:i\suppdrag|i\suppgift|uppdraget|uppdrag|till\suppgift|uppgiften|uppgift|ansvaret|ansvar|(?:det\s)?samlade\sansvaret)\b"
_TAKES = re.compile(rf"^{_ADVERBS}\s{_TASK}", re.IGNORECASE)
_GIVEN_AFTER = re.compile(
    rf"^,?{_ASIDE}{_ADVERBS}\s(?:ansvarar|svarar|är\sansvarig\w*|har\s(?:det\s)?(?:\w+\s)?ansvar\w*|"
    rf"blir\sansvarig\w*|håller\s(?:i|ihop|samman)\b|leder|"
    r"samordnar|är\s(?:sammankallande|projektledare|projektägare)|utför\sarbetet|har\s(?:utsetts|avsatts|anlitats|"
    r"tillsatts|avdelats)\s(?:för\s)?att|har\sutsetts|utses|ombeds|ombads|åläggs|anmodas|(?:är|blir|har)\s(?:\w+\s)?"
    r"(?:satta?|ålag[dt]a?|utsedda?|avdela[dt]e?|instruera[dt]e?|instruerats|anmodats|ombetts|ålagts|beordrats|avdelats|"
    r"tillsagda?)\s(?:\w+\s){0,3}?(?:att|för)\b|bär\sansvaret|"
    rf"(?:har|ges|får|fick|tilldelas|gavs|kommer\satt\s(?:få|ges)|ska\s(?:få|ges)|föreslås\s(?:få|"
    rf"ges)?)\b[^.;]{{0,60}}?{_TASK})|"
    r"^s\s(?:uppgift|ansvar|uppdrag|sak|försorg|regi|lott|bord|ledning|räkning)\b|^\s(?:är|blir)\sden\ssom\b|"
    r"^\s(?:i\sspetsen|vid\srodret)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bav:?\s$|\b(?:samarbete|samverkan|samråd)\smellan\s$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:\w{2,}s|\w{3,}(?:ad|at|ade|ats|ts|t|d|da))\b"
    r"[^.;]{0,70}\bav:?\s$",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?:ens|ets|ernas|arnas|ornas|nders|ings|ions)$", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:under\s(?:framtagande|utarbetande|arbete|beredning|bearbetning|uppbyggnad|införande|upphandling)|"
    r"bereds|utarbetas|tas\sfram|arbetas\sfram|förbereds|pågår|bedrivs|hanteras|sker)\s(?:\w+\s){0,3}?(?:inom|hos|"
    r"på|vid|av|genom)\s$",
    re.IGNORECASE,
)
_WILL = r"(?:ska|skall|kommer|avser|planerar|ämnar|tänker|torde|siktar\spå\satt|åtar\ssig|lovar|förbereder)"
_WITH_NOUN = ("planerar", "förbereder", "lovar")
_INTENDS = r"(?:har\s(?:för\s)?avsikt|har\ssom\smål|har\splaner)"
_OPENS = re.compile(
    r"(?:^\W{0,4}(?:\d{1,2}[.)]\s?)?|[,;:–]\s|\b(?:och|samt|men|medan|att|som|där|vilket|vilka|vilken|varefter|"
    r"varpå|varvid|så\satt|innan|när|då|"
    r"därefter|sedan|eftersom|nu|härefter|också|även|att\sdet\sär)\s|"
    r"^(?:\w+\s){0,2}(?:personal|medarbetare|representant\w*|handläggare)\s(?:från|på|vid|inom|för)\s|"
    r"^(?:\w+\s){0,3}(?:personal|medarbetare|representanter|handläggare)\s(?:från|på|vid|inom|för)\s|"
    r"^[^.;,]{0,40}\b(?:att|som)\s)$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(rf"\b(?P<verb>\w+){_ADVERBS}\s$", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:när|efter\satt|sedan|då|om|innan|så\ssnart)\s$", re.IGNORECASE)
_WILL_AFTER = re.compile(
    rf"^,?{_ASIDE}(?:\s(?!som\b|att\b|och\b|har\b|hade\b|är\b|{_WILL}\b)[^\s,.;]{{1,30}}){{0,6}}\s(?P<verb>{_WILL}|"
    rf"{_INTENDS})\b",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(rf"^{_ASIDE}{_ADVERBS}\s(?P<verb>{_INTENDS}|\w+)", re.IGNORECASE)
_PRESENT = re.compile(
    r"\w{2,}(?:ar|er|ör|år|år)|tar|ger|gör|ser|går|inför|genomför|utför|håller|[\wåäö]{2,}[aeoåäö]r", re.IGNORECASE
)
_SAYS = re.compile(
    r"(?:an)?ser|bedömer|föreslår|delar|instämmer|konstaterar|noterar|menar|vill|är|finns|har|får|blir|saknar|kan|"
    r"bör|behöver|måste|välkomnar|framhåller|uppskattar|räknar|hoppas|beklagar|påpekar|uppger|förstår|känner|"
    r"kommenterar|svarar|tycker|tror|finner|uppfattar|under|efter|inför|eller|för|över|åter|per|där|när|hur|var|"
    r"heter|gäller|avser|omfattar|innebär|tillstyrker|avstyrker|medger|beskriver|understryker|överväger|"
    r"avvaktar|inväntar|planer|rutiner|regler|riktlinjer|ärenden|frågor|brister|åtgärder|sedermera|oklar|klar|"
    r"samtliga|"
    r"\w+ningar|\w+heter|\w+ioner|år|vår|mer|fler|genomgår|deltar|tillhör|består|utgör|ingår|ligger|sitter|verkar",
    re.IGNORECASE,
)
_DEEDS = re.compile(r"inför|genomför|utför", re.IGNORECASE)
_SUFFERS = re.compile(
    r"\w{3,}as|tas|ges|ses|fås|nås|läggs|sägs|vara|bli|få|gå|delta|genomgå|känna|behöva|kunna", re.IGNORECASE
)
_ACTS = re.compile(r"(?:\w{2,}[^\Wae]a|\w{3,}ea|\w*(?:se|ge|ta|stå|ske|be|ha|dra|slå|le|nå))", re.IGNORECASE)
_NO_ACT = re.compile(
    r"(?:nya|alla|samma|dessa|egna|båda|sina|våra|andra|första|tredje|berörda|övriga|bra|extra|hela|flera|många|"
    r"denna|detta|"
    r"sista|\w+iska|\w+liga|\w+erna|\w+orna|\w+arna|utan|gärna|\w*bara|löpa|bland|halva)",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"^[^.;,]{0,90}\b\w{2,}(?:at|it|tt|rt|lt|nt|ött)\b")


def responsible(text: str, offset: int) -> Span | None:
    """The span of who a sentence says will do it, in its own words; None where it is nobody or the board itself."""
    best = max(_weighed(text), default=None)
    person = _PERSON.search(text)
    if person and (best is None or best[0] < GIVEN):
        return Span(offset + person.start("who"), offset + person.end("who"))
    return Span(offset + best[2], offset + best[3]) if best else None


def standing(text: str) -> int:
    """How firmly the sentence names somebody, 0 for nobody: whom a task is given to, who acts, who has acted."""
    weight = max((weight for weight, *_ in _weighed(text)), default=0)
    return next(
        (step for least, step in ((_TASKED, GIVEN), (_ACTS_AT_ALL, DOES), (HAS, HAS)) if weight >= least),
        min(weight, DID),
    )


def _weighed(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Each doer that acts: weight, minus its place (the first goes before), start, end."""
    known: list[tuple[int, int]] = []
    for match in DOER.finditer(text):
        who = match.group()
        if NOBODY.match(who) or BOARD.fullmatch(who):
            continue
        before, after = text[: match.start()], text[match.end() :]
        if led := _UNDER_LEAD.search(before) and _LEAD.search(who):
            yield LEADS, -match.start(), match.start(), match.start() + led.start()
            continue
        weight = GIVEN if _ASIDE_NAMED.search(before) and who.startswith("ansvarig ") else _weight(before, after)
        if weight:
            yield weight - (LARGE if AT_LARGE.match(who) else 0), -match.start(), match.start(), match.end()
            known.append(match.span())
    for weight, start, end in subjects(text):
        if not any(start < last and first < end for first, last in known):
            yield weight, -start, start, end


def _weight(before: str, after: str) -> int:
    """By the words about it; 0 where it neither acts nor is told to."""
    if _AS.search(before) or _THOUGHT.search(before):
        return 0
    if _NAMED_SO.search(before) and _CHOSEN.match(after):
        return GIVEN
    if _GIVEN_BEFORE.search(before) or _GIVEN_AFTER.match(after) or (_GIVES.search(before) and _TAKES.match(after)):
        return GIVEN
    if (_IT_IS.search(before) and _THAT_IS.match(after)) or _LABELLED.search(before) or _ITS.search(before):
        return GIVEN
    if _BRACKETED.search(before) and re.match(r"\)\W{0,2}$", after):
        return GIVEN
    if _WITHIN.search(before) or (_THROUGH.search(before) and not re.match(r"s\b", after)):
        return AGENT
    if _LED_BY.search(before) or (_AT.search(before) and _UNDER_WAY.match(after)):
        return LEADS
    will = _WHO_WILL.match(after)
    if _BEGUN_AT.search(before) or (will and _acts(after[will.end() :])):
        return LEADS
    if _BUSY.match(after) and _OPENS.search(before):
        return DOES
    if _BY.search(before):
        if before.endswith("mellan "):
            return AGENT
        verb = _PASSIVE.search(before)
        if verb is None or _GENITIVE.search(verb.group().split()[0]):
            return 0
        if _WAS.search(before[-_NEAR:]):
            return 0
        return HAS if _HAS_BEEN.search(before[-_NEAR:]) else AGENT
    subject = (_WILL_AFTER.match(after) or _VERB_AFTER.match(after)) if _OPENS.search(before) else None
    if subject and subject["verb"].lower() == "har" and _ONCE.search(before):
        return 0
    if subject:
        return _of_verb(subject["verb"].lower(), after[subject.end() :])
    inverted = _VERB_BEFORE.search(before)
    return _of_verb(inverted["verb"].lower(), after) if inverted else 0


def _of_verb(verb: str, rest: str) -> int:
    """The weight of a subject by its verb and what follows it."""
    if verb.startswith("har ") and " " in verb:
        return WILL
    if re.fullmatch(_WILL, verb):
        return WILL if _acts(rest) or (verb in _WITH_NOUN and not re.match(r"[^.;]{0,40}\batt\b", rest)) else 0
    if verb in ("måste", "får", "behöver", "bör"):
        return DOES if _acts(rest) else 0
    if verb == "har" and re.match(r"\s(?:sedan\s)?att\s", rest):
        return WILL if _acts(rest[4:]) else 0
    if verb == "har" and _HAS_TIME.match(rest):
        return WILL
    if verb in ("räknar", "hoppas", "beräknar") and re.match(r"\s(?:med\s)?(?:att\s)?(?:vara|bli|kunna|ha)\s", rest):
        return DOES
    if verb == "är" and re.match(r"\s(?:\w+\s){0,3}?(?:klar|färdig)\w{0,2}\smed\b", rest):
        return DOES
    if verb == "har":
        if _UNDERTAKES.match(rest):
            return WILL
        return (HAS if _STARTED.search(rest[:_NEAR]) else DID) if _BEGUN.match(rest) else 0
    if _DEEDS.fullmatch(verb) or (verb == "ser" and re.match(r"\s(?:nu\s)?(?:till|över)\b", rest)):
        return DOES
    return DOES if _PRESENT.fullmatch(verb) and not _SAYS.fullmatch(verb) else 0


def _acts(rest: str) -> bool:
    """Whether the infinitive that follows is an act of the subject, not something done to it ("utbildas", "få")."""
    for word in re.findall(r"[\wåäö-]+", rest)[:14]:
        if _NO_ACT.fullmatch(word):
            continue
        if _SUFFERS.fullmatch(word):
            return word.lower() in ("gå", "kunna") and bool(re.search(r"\b(?:igenom|kunna)\b", rest))
        if _ACTS.fullmatch(word):
            return True
    return False

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
from checks.audit.tasks import ADVERBS, ASIDE, is_given
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

_UNDER_LEAD, _LEAD = re.compile(r"\bunder\s$", re.IGNORECASE), re.compile(r"s\sledning$")
_ASIDE_NAMED = re.compile(r"[,(;]\s?$")
_THROUGH = re.compile(
    r"\b(?:\w{3,}s|\w{3,}(?:ats|tts|rts|its))\b(?:(?!\b(?:att|som)\b)[^.;,]){0,60}\bgenom\s$", re.IGNORECASE
)
_AT = re.compile(r"(?:^\W{0,4}|[,;:–]\s|\boch\s)(?:inom|på|hos|vid)\s$", re.IGNORECASE)
_UNDER_WAY = re.compile(
    r"^\s(?:pågår|bedrivs|arbetas|tas|utarbetas|förbereds|bereds|görs|arbetar|ses|prövas|rensas|skrivs|"
    r"inventeras|kartläggs|utreds|revideras|"
    r"uppdateras|sammanställs|kontrolleras|granskas|har\s(?:man\s)?(?:\w+\s){0,3}"
    r"(?:påbörja\w+|inle\w+|starta\w+|börja\w+))\b",
    re.IGNORECASE,
)
_HAS_TIME = re.compile(
    r"\s(?:tid\s)?(?:(?:fram\s)?till\s[^.;,]{2,25}\s)?(?:tid\s)?på\ssig\b|\stid\still\b", re.IGNORECASE
)
_BEGUN_AT = re.compile(
    r"\b(?:inletts|påbörjats|startats|startat|initierats|pågår|bereds)\s(?:vid|på|inom|hos)\s$", re.IGNORECASE
)
_WHO_WILL = re.compile(r"^,\ssom\s(?:nu\s)?(?:ska|skall|kommer|återkommer|tar|lägger|går|får)\b", re.IGNORECASE)
_UNDERGONE = re.compile(
    r"^(?:\s\w+){0,2}?\s(?:fått|genomgått|deltagit|varit|haft|känt)\b(?![^.;]{0,30}\b(?:uppdrag|uppgift|ansvar|på\ssig))",
    re.IGNORECASE,
)
_LIES_WITH = re.compile(r"\b(?:ligger|är|finns)\s(?:nu\s|just\snu\s|för\snärvarande\s)?hos\s$", re.IGNORECASE)
_LEFT_TO = re.compile(
    r"\b(?:över)?(?:lämna[dt]|lämnats|skicka[dt]|skickats|remittera[dt])\s(?:över\s)?till\s$", re.IGNORECASE
)
_FROM = re.compile(
    r"\b\w*(?:förslag|underlag|utkast|rapport|plan|analys|redovisning)(?:et|en)?\sfrån\s$", re.IGNORECASE
)
_AWAITED = re.compile(r"^\s(?:väntas|kommer|beräknas|ska|läggs|presenteras|redovisas|är\sklar\w?)\b", re.IGNORECASE)
_LED_BY = re.compile(r"\b(?:under|med)\sledning\sav\s$", re.IGNORECASE)
_BUSY = re.compile(
    r"^\s(?:(?:är|har\svarit)\s(?:\w+\s){0,3}?(?:i\s(?:full\s)?färd|i\s?gång|mitt\s(?:uppe\s)?i|i\sfull\sgång|"
    r"sysselsatt\w*|"
    r"upptag\w*|inne\si|på\sväg)\b|sitter\s(?:\w+\s){0,2}?med\b|har\s(?:\w+\s){0,2}?(?:kommit\s(?:i\s?gång|\w+\sväg)|satt\si\s?gång))",
    re.IGNORECASE,
)
_UNDERTAKES = re.compile(
    r"^(?:\s\w+){0,3}?\s(?:åtagit\ssig|tagit\spå\ssig|lovat|utlovat|förbundit\ssig)\b", re.IGNORECASE
)
_STARTED = re.compile(
    r"\b(?:på)?börjat\b|\binlett\b|\bstartat\b|\binitierat\b|\bdragit i\s?gång\b|\bsatt i\s?gång\b|"
    r"\bsett över\b|\barbetat\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:i\segenskap\sav|på\suppdrag\sav|i\s(?:rollen|sin\sroll)\ssom)\s$", re.IGNORECASE)
_THOUGHT = re.compile(
    r"\b(?:formulering|krav|tank|uppfattning|risk|skrivning|princip|påstående|synpunkt)\w{0,4}\s(?:om\s|på\s)?att\s$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?i:(?:ansvarig\w*|\w*ägare|handläggare|\w*ledare|sammankallande|samordnare|kontaktperson|"
    r"genomförare)(?:\s\w+)?"
    r"(?:\s(?:är|blir|har\sutsetts|utsågs)|:))\s(?P<who>[A-ZÅÄÖ][\wåäö-]{1,20}(?:\s[A-ZÅÄÖ][\wåäö-]{1,20}){1,2})"
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
_VERB_BEFORE = re.compile(rf"\b(?P<verb>\w+){ADVERBS}\s$", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:när|efter\satt|sedan|då|om|innan|så\ssnart)\s$", re.IGNORECASE)
_WILL_AFTER = re.compile(
    rf"^,?{ASIDE}(?:\s(?!som\b|att\b|och\b|har\b|hade\b|är\b|{_WILL}\b)[^\s,.;]{{1,30}}){{0,6}}\s(?P<verb>{_WILL}|"
    rf"{_INTENDS})\b",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(rf"^{ASIDE}{ADVERBS}\s(?P<verb>{_INTENDS}|\w+)", re.IGNORECASE)
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
    if is_given(before, after):
        return GIVEN
    if _WITHIN.search(before) or (_THROUGH.search(before) and not re.match(r"s\b", after)):
        return AGENT
    if _is_where_it_is_done(before, after):
        return LEADS
    if _BUSY.match(after) and _OPENS.search(before):
        return DOES
    if _BY.search(before):
        return _of_agent(before)
    return _of_subject(before, after)


def _is_where_it_is_done(before: str, after: str) -> bool:
    """ "under ledning av", "på kansliet pågår", "har inletts vid", "till juristen, som ska granska"."""
    if _LED_BY.search(before) or _BEGUN_AT.search(before) or (_AT.search(before) and _UNDER_WAY.match(after)):
        return True
    if _LIES_WITH.search(before) or (_LEFT_TO.search(before) and re.match(r"\sför\s", after)):
        return True
    if _FROM.search(before) and _AWAITED.match(after):
        return True
    will = _WHO_WILL.match(after)
    return will is not None and _acts(after[will.end() :])


def _of_agent(before: str) -> int:
    """The weight of the agent of a passive ("tas fram av"), less where it is over."""
    if before.endswith("mellan "):
        return AGENT
    verb = _PASSIVE.search(before)
    if verb is None or _GENITIVE.search(verb.group().split()[0]):
        return 0
    if _WAS.search(before[-_NEAR:]):
        return 0
    return HAS if _HAS_BEEN.search(before[-_NEAR:]) else AGENT


def _of_subject(before: str, after: str) -> int:
    """The weight of a subject, before its verb or after."""
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
        if _UNDERGONE.match(rest):
            return 0
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

"""Whether a sentence of a report recommends: its auditor tells a body, now and in this report, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from checks.audit.speakers import AUDITORS, BODY, by_own, quotes_guidance, told_by_auditors, told_by_others, worded
from checks.audit.verbs import opens_with_a_verb


class Strength(IntEnum):
    """How a sentence recommends: it calls for something to be done, says that a body ought, or says so outright."""

    NEED = 1
    OUGHT = 2
    SAID = 3


@dataclass(frozen=True, slots=True)
class Advice:
    """`to` are the words that name to whom; what is recommended begins at `what` in the sentence. `own` is true where
    the sentence names the auditor, `again` where it says that it repeats.
    """

    strength: Strength
    to: str
    what: int
    own: bool = False
    again: bool = False


_MARKS = re.compile(r"[\s*_]")
_TO_WORDS = 6
_VERB_WITHIN = 12  # words after "bör", among which the infinitive stands
_SUBJECT_WITHIN = 6  # words after "bör", among which a body that stands behind it is named
_ADVERB = (
    r"(?:därför|även|också|dessutom|vidare|således|alltså|därutöver|därtill|därmed|ändå|dock|nu|samtidigt|"
    r"fortsättningsvis|skyndsamt|snarast|särskilt|gemensamt|tillsammans|omgående|framöver|fortsatt|i första hand|"
    r"snarast möjligt|utan dröjsmål|på sikt|enligt (?:vår|revisorernas|revisionens|vår samlade) \\w{3,20}|"
    r"enligt (?:oss|revisorerna|revisionen)|som vi ser det|enligt vad vi kan bedöma|vidare|sammantaget|åtminstone)"
)
_ACTIVE = worded(r"\b(?:rekommenderar|uppmanar|förordar|föreslår|tillråder)\b")
_WILLING = worded(
    rf"(?:\b(?:vill|vill därför|skulle vilja|önskar|måste) {AUDITORS}|{AUDITORS} (?:vill|skulle vilja|önskar|måste))"
    rf"(?: {_ADVERB}){{0,2}} (?:rekommendera|uppmana|föreslå|förorda|tillråda|råda)\b"
)
_PASSIVE = worded(r"\b(?:rekommenderas|uppmanas|tillråds|anmodas)\b")
_FORMAL = worded(
    r"ansvarsfrihet|till handlingarna|^(?: \w{1,20}){0,2} (?:inte|inga|ingen|varken)\b|\bbeslutar? att (?:godkänna|anta|lägga)|"
    r"\b(?:rapporten|granskningen) (?:över|till)"
)
_NOMINAL = worded(
    rf"\b(?:vår|våra|revisorernas|revisionens|den|en|rapportens|granskningens|första|andra|enda|ytterligare|viktigaste|"
    rf"samlade|övergripande|följande)(?: \w{{1,20}}){{0,2}} rekommendation(?:en|er|erna)?(?P<to>(?: (?:till|för) "
    rf"[^.:;]{{3,140}}?)??) (?:är|blir|lyder|innebär)(?: {_ADVERB}){{0,2}}:? att "
    rf"|\brekommendation(?:en|er)?(?P<to2>(?: till [^.:;]{{3,140}}?)??) (?:är|blir)(?: {_ADVERB}){{0,2}} att "
)
_HANDED = worded(
    rf"(?:{AUDITORS}[^.:;]{{0,60}}|\b(?:lämnar|riktar|ger|upprepar|vidhåller|framför) {AUDITORS}[^.:;]{{0,40}}|"
    rf"\b(?:lämnas|riktas|ges|utmynnar|föranleder|leder)\b[^.:;]{{0,60}})\brekommendation(?:en)?\b(?P<to>[^.:;]{{0,140}}?)"
    rf",? (?:om )?att "
)
_GIVES = worded(
    r"\b(?:lämnar|riktar|ger|upprepar|vidhåller|framför|lämnas|riktas|ges|utmynnar|föranleder|leder|vill)\b"
)
_EARLIER = worded(
    r"\b(?:tidigare|föregående|förra|dåvarande|den gången|(?:från|i|år|under|hösten|våren) (?:19|20)\d\d)\b"
)
_REPEATS = worded(
    rf"\b(?:vill|önskar) (?:{AUDITORS} )?(?:särskilt |även |också |då |ändå )?(?:framhålla|lyfta fram|lyfta|betona|"
    r"understryka|peka på|påminna|trycka på)\b|\bsammanfattningsvis\b|\bav våra rekommendationer\b|\bsom ovan\b|"
    r"\bbland annat\b|\bi korthet\b|\bsom (?:redan )?(?:framgått|nämnts|anförts|sagts)\b"
)
_MUST = worded(r"\b(?:bör|behöver|måste)\b")
_SUBORDINATE = worded(
    r"\b(?:om|när|eftersom|då|där|innan|än|som|hur|vad|vilka|vilket|vilken|varför|huruvida|medan|ifall|"
    r"för att|så att|gör att|innebär att|medför att|innebar att|betyder att|följer att|följd att|visar att)"
    r"(?: (?:den|de|det|själva|också|även|enskilda|dagens))? $"
)
_WITHIN_CLAUSE = worded(
    r"\b(?:om|när|eftersom|som|där|hur|vad|vilka|vilket|huruvida|innan|varför|medan|för att|så att|gör att|innebär att|"
    r"medför att|betyder att)\b[^,]*$"
)
_PRONOUN = worded(
    r"(?:^|[\s,])(?:det|den|de|dessa|detta|denna|man|som|vad|vilket|vilka|hon|han|alla|ingen|svaret|svar|"
    r"yttrandet|yttrande|svaren|återkoppling) $"
)
_STATIVE = re.compile(
    r"(?:vara|ha|få|bli|kunna|känna|veta|förstå|anses|finnas|inse|vänta|avvakta|lägga)\b", re.IGNORECASE
)
_ASIDES = re.compile(
    r"(?:noteras|nämnas|framhållas|tilläggas|påpekas|understrykas|observeras|poängteras|läsas|förstås|betonas|sägas|"
    r"ha|då\s+ha|kunna\s+ha|rimligen\s+ha|framgå|tolkas|anses|ses\s+mot|ses\s+som|beaktas\s+vid\s+läsning)\b",
    re.IGNORECASE,
)
_PASSIVELY = worded(
    r"^(?: [\wåäö,-]{1,30}){0,7}? (?:\w{2,30}as|\w{0,20}(?:ges|tas|läggs|dras|ses|ås)|komma till stånd|ske|"
    r"bli|omfatta|innehålla)\b"
)
_BY_BODY = worded(rf"\bav (?P<to>(?:[\wåäö,-]{{1,30}} ){{0,4}}?{BODY})")
_REPLY = worded(
    r"\b(?:svar\w{0,3}|yttrande\w{0,2}|yttra sig|återkoppling|redogörelse)\b[^.]{0,60}\b(?:senast|inkom\w*|lämna[rs]?|"
    r"avge\w?|emots\w+|önskas|tillhanda|revisorerna|revisionen)|\b(?:inkomma|återkomma|återkommer|inkommer) (?:med|till)|"
    r"\b(?:lämnar?|avger?|inkommer?|emotser?|önskar) (?:ett |sitt |skriftligt |skriftliga |ett skriftligt )?(?:svar|yttrande)|"
    r"\b(?:yttra|yttrar) sig\b|\bbesvarar?\b"
)
_WEIGHTY = worded(
    rf"\b(?:är|vore|blir|anser|bedömer|ser|finner)\b(?: [\wåäö,]{{1,25}}){{0,7}}? (?:viktigt|angeläget|väsentligt|"
    rf"nödvändigt|önskvärt|lämpligt|rimligt|motiverat|vikt|betydelse|tillse|nödvändig|avgörande) att "
)
_WISH = worded(
    rf"(?:\b(?:vill|önskar|förväntar|förutsätter|ser gärna|vill se)(?: {AUDITORS}){{1,2}}(?: {_ADVERB}){{0,2}}|"
    rf"{AUDITORS} (?:{_ADVERB} )?(?:vill|önskar|förväntar oss|förutsätter|ser gärna|vill se|utgår från)(?: {_ADVERB}){{0,2}}|"
    rf"\b(?:förväntar|utgår) {AUDITORS}(?: oss| från| därför)*)(?: att)? "
)
_REASON = worded(
    rf"\b(?:finns|ser|föreligger|har)\b(?P<mid>[^.:;,]{{0,80}}?) (?:anledning|skäl|behov)(?P<to>(?: för [^.:;,]{{3,100}}?)?) "
    rf"(?:av )?att "
)
_LEAST = 12  # characters of what is recommended


def advice(sentence: str) -> Advice | None:
    """What a sentence recommends, None where it does not, or leads into a list of what does."""
    text = _MARKS.sub(" ", sentence)
    if text.rstrip().endswith(("?", ":")) or re.search(r"\b(?:att|bör|behöver|ska)\W*$", text):
        return None
    for look in (_said, _nominal, _ought, _wished, _weighty, _called_for):
        found = look(text)
        if found and len(text[found.what :].strip()) >= _LEAST and not _REPLY.search(text[found.what :][:140]):
            own = found.own or told_by_auditors(text[: found.what])
            return Advice(found.strength, found.to, found.what, own, bool(_REPEATS.search(text)))
    return None


def outright(text: str) -> bool:
    """Whether a text's last sentence says in full what is recommended, so that it leads into nothing."""
    sentence = re.split(r"[.!?]\s+(?=[A-ZÅÄÖ])", text.strip())[-1]
    found = advice(sentence)
    return found is not None and found.strength is Strength.SAID


def _said(text: str) -> Advice | None:
    """ "Vi rekommenderar nämnden att", "Nämnden rekommenderas att", "Revisorerna vill uppmana"."""
    for match in (*_ACTIVE.finditer(text), *_WILLING.finditer(text)):
        before, rest = text[: match.start()], text[match.end() :]
        active = match.re is _ACTIVE
        if active and not by_own(before, rest):
            continue
        if _FORMAL.search(rest[:60]) or _EARLIER.search(before):
            continue
        subject = worded(rf"^(?: {_ADVERB}){{0,2}} {AUDITORS}(?: {_ADVERB}){{0,3}}").match(rest) if active else None
        start = match.end() + (subject.end() if subject else 0)
        return _to_att(text, start, "")
    for match in _PASSIVE.finditer(text):
        before, rest = text[: match.start()], text[match.end() :]
        if quotes_guidance(before) or told_by_others(before) or _EARLIER.search(before) or _FORMAL.search(rest[:40]):
            continue
        if not re.search(BODY, before[-140:] + " " + rest[:140], re.IGNORECASE):
            continue
        if re.match(rf"\s+(?:i|av\s+(?!{AUDITORS}))\s*\w", rest, re.IGNORECASE):
            continue
        return _to_att(text, match.end(), before[-140:])
    return None


def _to_att(text: str, start: int, before: str) -> Advice | None:
    """What follows a verb of recommending: a body and "att", or the thing itself ("en översyn av")."""
    rest = text[start:]
    joint = worded(r"^(?P<who>[^.:;]{0,160}?) (?:till )?att:? ").match(rest)
    if joint is None:
        if len(rest.split()) < 3:
            return None
        return Advice(Strength.SAID, f"{before} {' '.join(rest.split()[:_TO_WORDS])}", start, True)
    to = f"{before} {joint['who']}"
    if not re.search(BODY, to, re.IGNORECASE):
        to += " " + " ".join(rest[joint.end() :].split()[:_TO_WORDS])
    return Advice(Strength.SAID, to, start + joint.end(), True)


def _nominal(text: str) -> Advice | None:
    """ "Vår rekommendation till nämnden är att", "Vi riktar rekommendationen till nämnden att"."""
    for pattern in (_NOMINAL, _HANDED):
        match = pattern.search(text)
        if not match or _EARLIER.search(match.group()) or told_by_others(text[: match.start()]):
            continue
        if pattern is _HANDED and not _GIVES.search(match.group()):
            continue
        to = next((each for each in match.groupdict().values() if each), "")
        if not to:
            to = " ".join(text[match.end() :].split()[:_TO_WORDS])
        return Advice(Strength.SAID, to, match.end(), True)
    return None


def _ought(text: str) -> Advice | None:
    """ "Nämnden bör ta fram", "Enligt vår mening bör nämnden ta fram"; not what others say, and not in a subclause."""
    for match in _MUST.finditer(text):
        before, rest = text[: match.start()], text[match.end() :]
        if told_by_others(before) or _said_so_by_others(rest) or _PRONOUN.search(before):
            continue
        left = worded(
            rf"(?P<who>(?:[\wåäöé-]{{1,30}},? ){{0,8}}?{BODY}(?: (?:för|i) (?:\w{{2,30}} ?){{1,4}})??)(?P<tail>(?:,? {_ADVERB},?){{0,3}}) $"
        ).search(before[-260:])
        if left:
            lead = before[: len(before) - len(before[-260:]) + _body_begins(left)]
            found = _of_body(text, match.end(), left["who"], lead)
        else:
            found = _behind(text, match.end())
        if found:
            return found
    return None


def _body_begins(left: re.Match[str]) -> int:
    """Where the noun phrase of the bodies begins: the words that the pattern took before it are no part of it."""
    who = left["who"]
    first = re.search(BODY, who, re.IGNORECASE)
    begin = first.start() if first else 0
    while near := re.search(
        r"(?:\b(?:tekniska|sociala|gemensamma|norra|södra|västra|östra|båda|bägge|berörda|granskade|samtliga|respektive|"
        r"både|såväl|de|den|varje|[\wåäö]+-(?:,\s[\wåäö]+-)?\s(?:och|samt)|[\wåäö]+-)\s+)$",
        who[:begin],
        re.IGNORECASE,
    ):
        begin = near.start()
    return left.start("who") + begin


def _of_body(text: str, at: int, who: str, lead: str) -> Advice | None:
    """What a body that is the subject ought to do; `lead` are the words before the body."""
    if _SUBORDINATE.search(lead):
        return None
    if re.search(r"\batt\s+$", lead, re.IGNORECASE) and not (told_by_auditors(lead) or _WEIGHTY.search(lead)):
        return None
    return _act(text, at, who)


def _behind(text: str, at: int) -> Advice | None:
    """The body behind its verb: "bör enligt vår mening tekniska nämnden ta fram"."""
    rest = text[at:]
    found = worded(
        rf"^(?:,? {_ADVERB},?){{0,3}} (?P<who>(?:[\wåäöé-]{{1,30}},? ){{0,{_SUBJECT_WITHIN}}}?{BODY})"
    ).match(rest)
    if (
        not found
        or opens_with_a_verb(found["who"])
        or re.search(r"\b(?:att|av|för|om|i)\b", found["who"], re.IGNORECASE)
    ):
        return None
    more = worded(rf"^(?:,| och| samt| respektive)(?: [\wåäöé-]{{1,30}},?){{0,3}}? {BODY}").match(rest[found.end() :])
    end = found.end() + (more.end() if more else 0)
    before = text[:at].rsplit(None, 1)[0]
    if _WITHIN_CLAUSE.search(before) and not re.match(
        r"\W*(?:när|om|eftersom|för att|då|som)\b", before, re.IGNORECASE
    ):
        return _act(text, at + end, rest[:end]) if "," in before or _long_enough(before) else None
    return _act(text, at + end, rest[:end])


def _long_enough(before: str) -> bool:
    """Whether a fronted phrase is whole, so that its "som" does not rule the verb behind it."""
    return len(before.split()) > 2


def _act(text: str, at: int, who: str) -> Advice | None:
    """The act after "bör": an infinitive within a few words, past adverbs and phrases; what merely is, is a need."""
    rest = text[at:]
    if re.match(
        r"\s+(?:inte\b(?!\s+(?:längre\s+)?(?:betala|bevilja|godta|låta|använda|tillåta|ingå|teckna))|ha\b)", rest
    ):
        return None
    words = list(re.finditer(r"\S+", rest))[:_VERB_WITHIN]
    for word in words:
        body = rest[word.start() :]
        if _ASIDES.match(body):
            return None
        if _STATIVE.match(body):
            return Advice(Strength.NEED, who, at + word.start())
        if body[:4].lower() == "att " or re.match(r"(?:som|där|vilket|en|ett|fler|mer|bättre|stöd)\b", body):
            if not re.match(r"(?:en|ett)\s+gång|mer\s+\w+t\b|bättre\b", body):
                return None
        if opens_with_a_verb(body) and not body[:4].lower() == "att ":
            return Advice(Strength.OUGHT, who, at + word.start())
    return None


def _said_so_by_others(rest: str) -> bool:
    return bool(worded(r"^(?: \w{1,20}){0,2} enligt ").match(rest)) and told_by_others(rest[:60])


def _wished(text: str) -> Advice | None:
    """ "Vi vill att nämnden ser över", "Vi förväntar oss att"."""
    match = _WISH.search(text)
    if not match or told_by_others(text[: match.start()]):
        return None
    rest = text[match.end() :]
    to = " ".join(rest.split()[: _TO_WORDS + 2])
    named = re.search(BODY, to, re.IGNORECASE)
    if not match.group().rstrip().lower().endswith("att"):
        return None
    return Advice(Strength.OUGHT if named else Strength.NEED, to if named else "", match.end(), True)


def _weighty(text: str) -> Advice | None:
    """ "Det är angeläget att nämnden tar fram", "Det finns skäl för nämnden att"."""
    match = _WEIGHTY.search(text)
    if match and not told_by_others(text[: match.start()]):
        rest = text[match.end() :]
        to = " ".join(rest.split()[:_TO_WORDS])
        own = told_by_auditors(text[: match.end()])
        if re.search(BODY, to, re.IGNORECASE):
            return Advice(Strength.OUGHT if own else Strength.NEED, to, match.end(), own)
    match = _REASON.search(text)
    if match and not told_by_others(text[: match.start()]) and not re.search(r"\b(?:ing\w+|inte)\b", match["mid"]):
        to = match["to"] or text[: match.start()][-60:] + match["mid"]
        named = re.search(BODY, to, re.IGNORECASE)
        if not named:
            to = " ".join(text[match.end() :].split()[:_TO_WORDS])
            named = re.search(BODY, to, re.IGNORECASE)
        if named:
            return Advice(Strength.OUGHT if told_by_auditors(text[: match.end()]) else Strength.NEED, to, match.end())
    return None


def _called_for(text: str) -> Advice | None:
    """ "En plan bör tas fram", "Vi bedömer att rutinerna behöver kompletteras"."""
    for match in _MUST.finditer(text):
        before, rest = text[: match.start()], text[match.end() :]
        if told_by_others(before) or _said_so_by_others(rest) or _PRONOUN.search(before) or not before.strip():
            continue
        if not _PASSIVELY.match(rest) or any(
            _ASIDES.match(rest[at.start() :]) for at in list(re.finditer(r"\S+", rest))[:4]
        ):
            continue
        if _WITHIN_CLAUSE.search(before) or re.match(r"\s+inte\b", rest):
            continue
        if re.search(r"\batt\b[^,]*$", before, re.IGNORECASE) and not told_by_auditors(before):
            continue
        by = _BY_BODY.search(rest)
        strength = Strength.OUGHT if by else Strength.NEED
        return Advice(strength, by["to"] if by else "", 0, told_by_auditors(before))
    return None

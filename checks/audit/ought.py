"""Sentences in which the auditor says what a body ought to do ("bör"), or what ought to be done."""

from __future__ import annotations

import re

from checks.audit.advice import ADVERB, Advice, Strength
from checks.audit.speakers import BODY, told_by_auditors, told_by_others, worded
from checks.audit.verbs import opens_with_a_verb

_VERB_WITHIN = 14  # words after "bör", among which the infinitive stands
_MUST = worded(r"\b(?:bör|behöver|måste|borde|skulle behöva|ska|skall)\b")
_SUBORDINATE = worded(
    r"(?:\b(?:om|när|eftersom|då|innan|än|som|hur|vad|vilka|vilket|vilken|varför|huruvida|medan|ifall|"
    r"för att|så att|gör att|innebär att|medför att|innebar att|betyder att|följd att)"
    r"(?: (?:den|de|det|själva|också|även|enskilda|dagens))?|\bvil(?:ken|ket|ka) \w{1,30}|(?<!,) där) $"
)
_CLAUSE_BEFORE = worded(
    r"(?:^|, |\boch )(?:om|när|då|eftersom|ifall|medan|innan)\b[^,]*$|"
    r"\b(?:som|hur|vad|vilka|vilket|vilken|huruvida|varför)(?: [\wåäöé-]{1,30}){0,2} $|"
    r"\b(?:för att|så att|gör att|innebär att|medför att|betyder att)\b[^,]*$"
)
_FRONTED = worded(r"^\W{0,4}(?:om|när|då|eftersom|ifall|innan|medan)\b")
_PRONOUN = worded(
    r"(?:^|[\s,])(?:den|de|dessa|detta|denna|man|som|vad|vilket|vilka|hon|han|alla|ingen|svaret|svar|yttrandet|"
    r"yttrande|svaren|återkoppling|rapporten) $"
)
_OUGHT = re.compile("bör", re.IGNORECASE)
_IT = worded(r"(?:^|[\s,])det $")
_OWN_PRONOUN = worded(r"\batt (?:den|de|dessa|detta|denna) $")
_THERE = worded(
    rf"^(?:,? {ADVERB},?){{0,3}}(?: inte)? (?:\w{{2,30}}as|\w{{0,20}}(?:ges|tas|läggs|dras)|finnas|ske)"
    r"(?: \w{1,20})? (?:en|ett|tydliga\w*|\w{3,30}(?:a|ar|er|are|or))\b"
)
_STATIVE = re.compile(r"(?:vara|ha|få|bli|kunna|känna|veta|förstå|anses|finnas|inse|vänta|avvakta)\b", re.IGNORECASE)
_ASIDES = re.compile(
    r"(?:noteras|nämnas|framhållas|tilläggas|påpekas|understrykas|observeras|poängteras|läsas|förstås|betonas|sägas|"
    r"(?:då\s+|kunna\s+|rimligen\s+)?ha\s+(?:\w+\s+){0,2}?(?!ett\b)\w+(?:at|ats|it|its|tt|tts|rt|rts|dd)|framgå|tolkas|anses|ses\s+mot|ses\s+som|beaktas\s+vid\s+läsning)\b",
    re.IGNORECASE,
)
_PASSIVELY = worded(
    r"^(?: [\wåäö,-]{1,30}){0,7}? (?:\w{2,30}as|\w{0,20}(?:ges|tas|läggs|dras|ses|ås)|komma till stånd|ske|"
    r"bli|omfatta|innehålla)\b"
)
_BY_BODY = worded(rf"\bav (?P<to>(?:[\wåäö,-]{{1,30}} ){{0,4}}?{BODY})")
_LEFT = worded(
    rf"(?P<who>(?:[\wåäöé-]{{1,30}},? ){{0,8}}?{BODY}(?: (?:för|i) (?:\w{{2,30}} ?){{1,4}})??(?:, som [^,]{{3,80}},)?)"
    rf"(?P<tail>(?:,? {ADVERB},?){{0,3}}) $"
)
_BEHIND = worded(rf"^(?:,? {ADVERB},?){{0,3}} (?P<who>(?:[\wåäöé-]{{1,30}},? ){{0,6}}?{BODY})")
_MORE = worded(rf"^(?:,| och| samt| respektive)(?: [\wåäöé-]{{1,30}},?){{0,3}}? {BODY}")
_NEAR = worded(
    r"(?:\b(?:tekniska|sociala|gemensamma|norra|södra|västra|östra|båda|bägge|berörda|granskade|samtliga|respektive|"
    r"både|såväl|de|den|varje|även|också|[\wåäö]+-(?:, [\wåäö]+-)? (?:och|samt)|[\wåäö]+-) )$"
)
_ACCORDING = worded(r"^(?: \w{1,20}){0,2} enligt ")
_NAMED = re.compile(BODY, re.IGNORECASE)
_THAT = re.compile(r"\batt\s+$", re.IGNORECASE)
_FIRM = worded(r"\b(?:anser|menar|tycker|därför|följaktligen|enligt|mot (?:denna|den) bakgrund|mot bakgrund av)\b")
_OPINION = worded(r"\b(?:anser|tycker|menar|förordar)\b")


def ought(text: str) -> Advice | None:
    """ "Nämnden bör ta fram", "Enligt vår mening bör nämnden ta fram"; not what others say, and not in a subclause."""
    for match in _MUST.finditer(text):
        before, rest = text[: match.start()], text[match.end() :]
        if told_by_others(before) or _said_so_by_others(rest) or _PRONOUN.search(before) or _IT.search(before):
            continue
        if not _holds(match.group(), before, rest):
            continue
        left = _LEFT.search(before[-260:])
        found = _of_body(text, match, left, before) if left else _behind(text, match.end())
        if found:
            return _graded(found, match.group().lower(), before)
    return None


def called_for(text: str) -> Advice | None:
    """ "En plan bör tas fram", "Vi bedömer att rutinerna behöver kompletteras"."""
    for match in _MUST.finditer(text):
        before, rest = text[: match.start()], text[match.end() :]
        if told_by_others(before) or _said_so_by_others(rest) or not before.strip():
            continue
        if not _holds(match.group(), before, rest) or match.group().lower().startswith("sk"):
            continue
        own = told_by_auditors(before)
        if _IT.search(before):
            if not _THERE.match(rest):
                continue
        elif _PRONOUN.search(before) and not (own and _OWN_PRONOUN.search(before)):
            continue
        passive = _PASSIVELY.match(rest)
        if passive is None or (
            passive.group().endswith(("bli", "omfatta", "innehålla")) and not _OUGHT.match(match.group())
        ):
            continue
        if _is_aside(rest) or _CLAUSE_BEFORE.search(before) or _FRONTED.match(before):
            continue
        if re.match(r"\s+inte\b", rest) or (re.search(r"\batt\b[^,]*$", before, re.IGNORECASE) and not own):
            continue
        by = _BY_BODY.search(rest)
        if not (by or _OUGHT.match(match.group()) or _FIRM.search(before + rest[:30])):
            continue  # "Rutinen behöver utvecklas" is a judgement
        return Advice(Strength.OUGHT if by else Strength.NEED, by["to"] if by else "", 0, own)
    return None


def _holds(must: str, before: str, rest: str) -> bool:
    """Whether a verb of obligation may be the auditor's: "ska" only where the auditor thinks so, "borde" not of the
    past.
    """
    if must.lower() in ("ska", "skall"):
        return bool(_OPINION.search(before)) and told_by_auditors(before)
    return must.lower() != "borde" or not re.match(r"(?:\s+\w+){0,6}?\s+ha\b", rest)


def _graded(found: Advice, must: str, before: str) -> Advice:
    """What the auditor firmly holds of a body is what it ought to do; "måste" and "borde" by themselves are a need."""
    own = told_by_auditors(before)
    if must.startswith("skulle") or (must in ("måste", "borde") and not own):
        return Advice(Strength.NEED, found.to, found.what)
    return Advice(Strength.OUGHT, found.to, found.what) if own and _FIRM.search(before) else found


def _is_aside(rest: str) -> bool:
    return any(_ASIDES.match(rest, at.start()) for at in list(re.finditer(r"\S+", rest))[:4])


def _of_body(text: str, must: re.Match[str], left: re.Match[str], before: str) -> Advice | None:
    """What a body that is the subject ought to do."""
    lead = before[: max(0, len(before) - 260) + _body_begins(left)]
    if _SUBORDINATE.search(lead) or (_THAT.search(lead) and not told_by_auditors(before)):
        return None
    return _act(text, must.end(), left["who"], must.group().lower() == "behöver")


def _body_begins(left: re.Match[str]) -> int:
    """Where the noun phrase of the bodies begins: the words that the pattern took before it are no part of it."""
    who = left["who"]
    first = _NAMED.search(who)
    begin = first.start() if first else 0
    while near := _NEAR.search(who[:begin]):
        begin = near.start()
    return left.start("who") + begin


def _behind(text: str, at: int) -> Advice | None:
    """The body behind its verb: "bör enligt vår mening tekniska nämnden ta fram"."""
    rest = text[at:]
    found = _BEHIND.match(rest)
    if not found or opens_with_a_verb(found["who"]):
        return None
    if re.search(r"\b(?:att|av|för|om|i)\b", found["who"], re.IGNORECASE):
        return None
    more = _MORE.match(rest[found.end() :])
    end = found.end() + (more.end() if more else 0)
    return _act(text, at + end, rest[:end], False)


def _act(text: str, at: int, who: str, needs: bool) -> Advice | None:
    """The act: an infinitive within a few words, past adverbs and phrases; what merely is, is a need. What a body
    `needs` may be a thing ("behöver en plan"), which is no act.
    """
    rest = text[at:]
    if needs and re.match(r"\s+(?:inte|en|ett|fler|mer|stöd)\b(?!\s+gång)", rest):
        return None
    for word in list(re.finditer(r"\S+", rest))[:_VERB_WITHIN]:
        body = rest[word.start() :]
        if _ASIDES.match(body) or body[:4].lower() == "att ":
            return None
        if _STATIVE.match(body):
            return Advice(Strength.NEED, who, at + word.start())
        if opens_with_a_verb(body):
            return Advice(Strength.OUGHT, who, at + word.start())
    return None


def _said_so_by_others(rest: str) -> bool:
    return bool(_ACCORDING.match(rest)) and told_by_others(rest[:60])

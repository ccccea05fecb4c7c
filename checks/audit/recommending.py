"""The words by which an audit recommends: lead-ins of lists, sentences, labels, and what they recommend to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.document import Span

_S = r"[ \t\n\u00a0]{1,4}"
_GIVES = re.compile(
    rf"\brekommender(?:ar|as|a)\b|\blämna[rs]?\b[^.:]{{0,80}}\brekommendation|\brekommendation(?:er|erna|"
    rf"en)?\b[^.:]{{0,40}}"
    rf"\b(?:lämnas|riktas|ges|är|till|avser)\b|\bföljande{_S}(?:\w{{1,20}}{_S}){{0,2}}rekommendation|"
    rf"\brekommenderar\b|\brekommendationer(?:na)?:",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:tidigare|föregående|förra|rekommenderade|rekommenderades|har rekommenderat|uppföljning av rekommendation"
    r"|återfinns|framgår av|redovisas i|i övrigt inga)\b",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"\b(?:bör|behöver)(?:\s\w{1,15}){0,3}:\s*$", re.IGNORECASE)
_HEADING = re.compile(
    r"^(?:[\d.]{1,8}\s*)?(?:[\wåäö]{1,20}\s(?:och|samt)\s)?(?:(?:våra|samlade|revisorernas|revisionens|"
    r"sammanfattande bedömning och)\s)?"
    r"rekommendation(?:er(?:na)?)?\b(?!.{0,60}(?:tidigare|föregående))",
    re.IGNORECASE,
)
_IN_HEADING = re.compile(r"\brekommendationer\b", re.IGNORECASE)
_TO = re.compile(r"^(?:till|för|avseende|gällande)?\s*[^.]{3,90}:$", re.IGNORECASE)
SENTENCE = re.compile(
    rf"\brekommender(?P<passive>as|ar){_S}(?P<who>(?:[^.:;]{{1,140}}?{_S})??)(?:att|till{_S}att)(?:{_S}|"
    rf":{_S})(?P<what>[^.]{{12,420}})",
    re.IGNORECASE,
)
_WHO_BEFORE = re.compile(r"(?:^|[.!?]\s)(?P<who>[^.!?]{3,140})$")
OUGHT = re.compile(
    rf"(?P<who>[\wåäöÅÄÖ -]{{0,60}}(?:nämnden|nämnderna|styrelsen|direktionen|styrelserna)){_S}(?P<must>bör|"
    rf"behöver|måste){_S}(?P<what>(?!vara\b|ha\b|anses\b|därför{_S}vara)[^.]{{12,420}})",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    rf"^(?:(?:därför|även|också|dessutom|vidare|således|därutöver|fortsättningsvis|i{_S}första{_S}hand){_S}){{1,3}}",
    re.IGNORECASE,
)
LABELLED = re.compile(
    rf"^\W{{0,3}}(?P<label>Rekommendation(?:{_S}(?:nr{_S})?[\dA-Z][\d.]{{0,3}})?)\s?[:.–-]\s*(?P<what>.{{12,600}})$",
    re.IGNORECASE | re.DOTALL,
)
_SPLIT = re.compile(rf"(?:,{_S}|;{_S}|{_S})(?:samt|och|dels|liksom){_S}att{_S}|,{_S}att{_S}|;{_S}att{_S}")
MARK = re.compile(
    r"^\s*(?:[-–•▪➢*○◦·]|\(?(?:R|Rek\.?\s?)?\d{1,2}(?:\.\d{1,2})?[.):]?|[a-zåäö]\)|R\d{1,2}[.:]?)\s+", re.IGNORECASE
)
_OPENS = re.compile(
    r"^(?:att\s+)?(?:säkerställ|tills|upprätt|ta\b|besluta|revider|stärk|inför|implementer|utvärder|dokumenter|"
    r"följ|klargör|överväg|se\s|priorit|"
    r"tydliggör|fastställ|utarbet|uppdater|komplettera|genomför|utveckla|förtydliga|analyser|kartlägg|inrätta|"
    r"utse|utbilda|begär|skapa|klassa|"
    r"gå\s|göra\b|kontroller|verka|vidta|ställa|använd|anta\b|pröva|undersök|skriv|bygg|minst|inom ramen|ge\b|"
    r"låta|redovisa|rapportera|definiera|"
    r"formaliser|förbättra|intensifier|öka|minska|samordna|systematiser|återkommande|årligen|regelbundet|"
    r"löpande|tydligare|bevaka|säkra|initiera)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recommended:
    """What is recommended: the span of the words themselves, and the words that name to whom (may be empty)."""

    span: Span
    to: str


def gives(text: str) -> bool:
    """Whether a block introduces recommendations that follow it: "Vi rekommenderar nämnden att:"."""
    if _PAST.search(text) and not re.search(r"följande|att:?\s*$", text):
        return False
    return bool(_GIVES.search(text) or _OUGHT.search(text))


def is_heading(title: str) -> bool:
    """Whether a heading is that of the recommendations ("7. Rekommendationer", "Bedömning och rekommendationer")."""
    return bool(_HEADING.match(title) or (_IN_HEADING.search(title) and len(title) < 80)) and not _PAST.search(title)


def turns_to(text: str) -> bool:
    """Whether a short line turns to another addressee within a list: "Till regionstyrelsen:"."""
    return bool(_TO.match(text.strip()))


def opens_like_one(text: str) -> bool:
    """Whether a line without a mark begins as a recommendation does: with "att" or a verb of action."""
    return bool(_OPENS.match(text.strip()))


def sentences(text: str, offset: int) -> list[Recommended]:
    """Recommendations in running text, those of one sentence apart: "att A, samt att B"."""
    found: list[Recommended] = []
    for match in SENTENCE.finditer(text):
        if _PAST.search(text[max(0, match.start() - 60) : match.end("who")]):
            continue
        to = match["who"]
        if match["passive"].lower() == "as":
            before = _WHO_BEFORE.search(text[: match.start()])
            to = (before["who"] if before else "") + " " + to
        found += split(text, match.start("what"), match.end("what"), offset, to)
    return found


def split(text: str, start: int, end: int, offset: int, to: str) -> list[Recommended]:
    """One span for each "att" of a sentence's end."""
    found: list[Recommended] = []
    at = start
    for joint in [*_SPLIT.finditer(text, start, end), None]:
        stop = joint.start() if joint else end
        adverbs = _ADVERBS.match(text[at:stop])
        first = at + (adverbs.end() if adverbs else 0)
        words = text[first:stop].rstrip(" ,;\n*")
        if len(words) >= 12:
            found.append(Recommended(Span(offset + first, offset + first + len(words)), to))
        at = joint.end() if joint else end
    return found

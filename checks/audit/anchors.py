"""Where a response says itself which recommendation comes next: its words repeated, its number, a heading on it.

An anchor holds for all that follows until another anchor, or a heading that is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.audit.alike import Likeness, Vector, cosine
from ingest.document import BlockKind, Document

_SEP = r"(?:\s*(?:,|och|samt|&|/|resp\.?|respektive)\s*)"
_NUM = r"(?:R|Rek\.?\s?|nr\s?)?(\d{1,2})"
_LABEL = re.compile(
    rf"\b(?:rekommendation(?:en|er|erna)?|rek\.?|punkt(?:en|erna)?|förslag)\s*(?:nr\.?|nummer)?\s*"
    rf"(?P<all>(?:R\s?)?\d{{1,2}}(?:{_SEP}(?:R\s?)?\d{{1,2}}|\s?(?:[-–]|"
    rf"till)\s?(?:R\s?)?\d{{1,2}}){{0,9}})(?!\s*(?:kap|§|[:/]\d|\d))",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?<!\w)(?P<all>R\s?\d{{1,2}}(?:{_SEP}R?\s?\d{{1,2}}|\s?[-–]\s?R?\s?\d{{1,2}}){{0,9}})(?!\w)")
_WORDS = (
    "ett|en|första",
    "två|andra",
    "tre|tredje",
    "fyra|fjärde",
    "fem|femte",
    "sex|sjätte",
    "sju|sjunde",
    "åtta|åttonde",
    "nio|nionde",
    "tio|tionde",
)
_SPELT = re.compile(
    r"\b(?:rekommendation(?:en|er|erna)?|punkt(?:en|erna)?)\s(?P<after>(?:nummer\s)?(?:ett|två|tre|fyra|fem|sex|sju|"
    r"åtta|nio|tio)\b"
    r"(?:\s?(?:,|och|samt|till)\s?(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\b){0,6})|"
    r"\b(?P<before>(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde)"
    r"(?:\s?(?:,|och|samt)\s?(?:den\s)?(?:andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde)){0,6})\s"
    r"(?:rekommendation|punkt|förslag)",
    re.IGNORECASE,
)
_AD = re.compile(r"^\W{0,3}(?:ad|till|re)\.?\s(?P<all>\d{1,2})\b(?=[.:)\s])", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,2})\s?(?:[-–]|till)\s?R?\s?(\d{1,2})")
_ALL_OF = re.compile(r"\b(?:samtliga|alla) (?:\w+ )?rekommendationer(?:na)? besvaras\b", re.IGNORECASE)
_GENERIC = re.compile(
    r"^(?:[\d.]+\s*)?(?:(?:nämndens|styrelsens|förvaltningens|kommunstyrelsens|regionstyrelsens|"
    r"\w{2,30}nämndens|vårt|våra|verksamhetens)\s)?"
    r"(?:svar|kommentar(?:er)?|yttrande|åtgärd(?:er)?|planerade åtgärder|vidtagna åtgärder|ansvarig(?:a)?|"
    r"tidplan|tidsplan|ställningstagande|"
    r"bedömning|status|nuläge|genomförda åtgärder|beslutade åtgärder|svar och åtgärder?|åtgärd och tidplan|"
    r"klart)\s*:?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:[\d.]+\s*)?(?:övrig|bakgrund|sammanfattning|inledning|ekonomisk|barn|förslag till|beslut|ärende|"
    r"jämställd|miljö|avslut|slutord|"
    r"om granskning|expedier|bilag|konsekvens|uppdrag|metod|syfte|underlag|tidplan i sammanfattning|"
    r"uppföljning av svar)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"granskning|revision|\byttrande|\bsvar (?:på|till|över)|tjänsteskriv", re.IGNORECASE)
_TOP = 12  # blocks: a document's own title stands among its first
SURE = 0.62  # of a whole block: the recommendation in its own words, or nearly
HEADED = 0.5  # of a heading: on the matter of the recommendation, and of no other
CLEARER = 1.35  # times as like as the next recommendation


@dataclass(frozen=True, slots=True)
class Asking:
    """The recommendations as alignment sees them: their labels, their vectors, those with the report's context."""

    labels: tuple[str, ...]
    texts: tuple[str, ...]
    vectors: tuple[Vector, ...]
    wide: tuple[Vector, ...]
    likeness: Likeness

    def by_number(self, number: int) -> int | None:
        """The index of the recommendation with that number, by its label or its place."""
        for place, label in enumerate(self.labels):
            if re.sub(r"\D", "", label) == str(number):
                return place
        unlabelled = not any(re.search(r"\d", label) for label in self.labels)
        return number - 1 if unlabelled and 0 < number <= len(self.labels) else None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a block says of what follows: about which recommendations, and whether it repeats one in its words.

    `among` may be empty: the block ends the hold of the anchor before it.
    """

    among: tuple[int, ...]
    repeats: bool = False


def numbered(text: str, asking: Asking) -> tuple[int, ...]:
    """The recommendations that a text names by number: "Rekommendation 1–3", "(R2, R4 och R7)"."""
    if _ALL_OF.search(text):
        return tuple(range(len(asking.texts)))
    found = list(_spelt(text, asking))
    for match in [*_LABEL.finditer(text), *_SHORT.finditer(text), *_AD.finditer(text)]:
        said = match["all"]
        for low, high in _RANGE.findall(said):
            found += [
                place
                for at in range(int(low), min(int(high), int(low) + 20) + 1)
                if (place := asking.by_number(at)) is not None
            ]
        rest = _RANGE.sub(" ", said)
        found += [place for at in re.findall(r"\d{1,2}", rest) if (place := asking.by_number(int(at))) is not None]
    return tuple(dict.fromkeys(found))


def of_title(title: str, asking: Asking) -> Anchor | None:
    """What a title says that runs into its paragraph; None where it is a mere mark, or says "Svar:"."""
    words = title.strip(" *_:.–-\n")
    if not re.search(r"[A-Za-zÅÄÖåäö]{2}", words) or _GENERIC.match(words):
        return None
    if among := numbered(title, asking):
        return Anchor(among)
    best, score, second = likest(asking.likeness.vector(words), asking.vectors)
    if score >= HEADED and score >= second * CLEARER:
        return Anchor((best,))
    return Anchor(())


def _spelt(text: str, asking: Asking) -> Iterator[int]:
    """Numbers in words: "rekommendation ett och två", "den tredje rekommendationen"."""
    for match in _SPELT.finditer(text):
        said = (match["after"] or match["before"]).lower()
        numbers = [at for at, words in enumerate(_WORDS, 1) if re.search(rf"\b(?:{words})\b", said)]
        if "till" in said and len(numbers) == 2:
            numbers = list(range(numbers[0], numbers[1] + 1))
        for number in numbers:
            if (place := asking.by_number(number)) is not None:
                yield place


def likest(vector: Vector, against: Sequence[Vector]) -> tuple[int, float, float]:
    """Which is the likest, how like it is, and how like the next is."""
    scores = [cosine(vector, other) for other in against]
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    return order[0], scores[order[0]], scores[order[1]] if len(order) > 1 else 0.0


def anchor(document: Document, place: int, asking: Asking) -> Anchor | None:
    """What a block says of what follows it, None where it says nothing."""
    block = document.blocks[place]
    text = document.quote(block.span)
    heading = block.kind is BlockKind.HEADING
    if heading and _GENERIC.match(text.strip()):
        return None
    if len(text) > 600:
        return None
    numbers = numbered(text, asking) if heading or len(text) < 90 else ()
    best, score, second = likest(asking.likeness.vector(text), asking.vectors)
    if score >= SURE and score >= second * 1.1 and (not numbers or best in numbers):
        return Anchor((best,), True)
    if numbers:
        return Anchor(numbers)
    if not heading:
        return None
    if _TITLE.search(text):
        return None if place < _TOP else Anchor(())
    if score >= HEADED and score >= second * CLEARER and not _CLOSING.match(text):
        return Anchor((best,))
    return Anchor(())

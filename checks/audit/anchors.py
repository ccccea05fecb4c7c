"""Where a response says itself which recommendation comes next: its words repeated, its number, a heading on it.

An anchor holds for all that follows until another anchor, or a heading that is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checks.audit.alike import Likeness, Vector, added, cosine
from checks.audit.numbering import named
from checks.audit.titles import Part, is_organisation, part_of
from ingest.document import BlockKind, Document

_ALL_OF = re.compile(r"\b(?:samtliga|alla) (?:\w+ )?rekommendationer(?:na)? besvaras\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:\w{2,40}(?:nämnden|styrelsen|bolaget|direktionen) (?:att besvara|svarar för|besvarar)|"
    r"har \w{2,40}(?:nämnden|styrelsen|bolaget) att besvara|besvaras (?:av|i) )",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:[\d.]+\s*)?(?:(?:nämndens|styrelsens|förvaltningens|kommunstyrelsens|regionstyrelsens|bolagets|direktionens|"
    r"\w{2,30}nämndens|vårt|våra|verksamhetens|\w{0,30}kontorets|\w{2,30}stabens)\s)?"
    r"(?:svar|kommentar(?:er)?|yttrande|åtgärd(?:er)?|planerade åtgärder|vidtagna åtgärder|ansvarig(?:a)?|"
    r"tidplan|tidsplan|ställningstagande|vad (?:som )?(?:har gjorts|har hänt|återstår|görs nu)|"
    r"bedömning|status|nuläge|nuläget|genomförda åtgärder|beslutade åtgärder|svar och åtgärder?|åtgärd och tidplan|"
    r"synpunkter|överväganden|klart)\s*:?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:[\d.]+\s*)?(?:övrig|avslut|slutord|förslag till|(?:\w{2,40}s )?beslut|"
    r"\w.{0,40} beslutar\b|uppföljning av svar|tidplan i sammanfattning)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"granskning|revision|\byttrande|\bsvar (?:på|till|över)|tjänsteskriv", re.IGNORECASE)
_TOP = 12  # blocks: a document's own title stands among its first
SURE = 0.62  # of a whole block: the recommendation in its own words, or nearly
HEADED = 0.7  # of a heading: the recommendation, but for a word or two
CLEARER = 1.35  # times as like as the next recommendation
_CONTEXT = 0.45  # of the report's chapter beside the recommendation itself
_LABEL = 120  # characters of a line that may name recommendations
_REPEATED = 600  # characters of a block that may repeat one


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
        return number - 1 if not self.numbered and 0 < number <= len(self.labels) else None

    def by_key(self, key: str) -> int | None:
        """The index of the recommendation with that number or letter; a letter counts places where none has one."""
        if key.isdigit():
            return self.by_number(int(key))
        for place, label in enumerate(self.labels):
            if re.fullmatch(rf"\W*{key}\W*", label, re.IGNORECASE):
                return place
        place = ord(key) - ord("a")
        return place if not self.lettered and not self.numbered and place < len(self.labels) else None

    def by_keys(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The indexes of those that a text's keys name."""
        places = (self.by_key(key) for key in keys)
        return tuple(dict.fromkeys(place for place in places if place is not None))

    @property
    def numbered(self) -> bool:
        """Whether the report numbers its recommendations."""
        return any(re.search(r"\d", label) for label in self.labels)

    @property
    def lettered(self) -> bool:
        """Whether the report counts them by letters."""
        return any(re.fullmatch(r"\W*[a-h]\W*", label, re.IGNORECASE) for label in self.labels)


def asking(labels: Sequence[str], texts: Sequence[str], contexts: Sequence[str], passages: Sequence[str]) -> Asking:
    """The recommendations ready to be compared; `contexts` are the chapters that led to them, empty where unknown."""
    likeness = Likeness.over(texts, passages)
    vectors = tuple(likeness.vector(text) for text in texts)
    wide = tuple(
        added(vector, likeness.vector(context), _CONTEXT) if context else vector
        for vector, context in zip(vectors, contexts, strict=True)
    )
    return Asking(tuple(labels), tuple(texts), vectors, wide, likeness)


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
    return () if _OF_OTHERS.search(text) else asking.by_keys(named(text))


def of_title(title: str, asking: Asking) -> Anchor | None:
    """What a title says that runs into its paragraph; None where it is a mere mark, or says "Svar:"."""
    words = title.strip(" *_:.–-\n")
    if not re.search(r"[A-Za-zÅÄÖåäö]{2}", words) or is_generic(words):
        return None
    if among := numbered(title, asking):
        return Anchor(among)
    best, score, second = likest(asking.likeness.vector(words), asking.vectors)
    if score >= HEADED and score >= second * CLEARER:
        return Anchor((best,))
    return Anchor(())


def likest(vector: Vector, against: Sequence[Vector]) -> tuple[int, float, float]:
    """Which is the likest, how like it is, and how like the next is."""
    scores = [cosine(vector, other) for other in against]
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    return order[0], scores[order[0]], scores[order[1]] if len(order) > 1 else 0.0


def anchor(document: Document, place: int, asking: Asking, *, titled: bool = False) -> Anchor | None:
    """What a block says of what follows it, None where it says nothing. `titled` takes a line as a heading."""
    block = document.blocks[place]
    text = document.quote(block.span)
    heading = titled or block.kind is BlockKind.HEADING
    if (heading and is_generic(text)) or len(text) > _REPEATED:
        return None
    if is_organisation(text):
        return Anchor(()) if heading else None
    numbers = numbered(text, asking) if heading or len(text) < _LABEL else ()
    best, score, second = likest(asking.likeness.vector(text), asking.vectors)
    if score >= SURE and score >= second * 1.1 and (not numbers or best in numbers):
        return Anchor((best,), True)
    if numbers:
        return Anchor(numbers)
    if not heading:
        return None
    if _TITLE.search(text):
        return None if place < _TOP else Anchor(())
    if score >= HEADED and score >= second * CLEARER and not says_nothing(text):
        return Anchor((best,))
    return Anchor(())


def is_generic(title: str) -> bool:
    """Whether a title parts the answer to one recommendation ("Svar", "Åtgärd"), so that the anchor holds on."""
    return bool(_GENERIC.match(title.strip(" *_:.–-\n")))


def says_nothing(title: str) -> bool:
    """Whether a title is about no matter: a template's, the document's own, a board's name."""
    return closes(title) or is_generic(title) or is_organisation(title) or bool(_TITLE.search(title))


def closes(title: str) -> bool:
    """Whether a title is of a template's part, or of what comes after the answers: it is about no recommendation."""
    return bool(_CLOSING.match(title)) or part_of(title) is not Part.OPEN

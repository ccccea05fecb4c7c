"""Where running text turns to another matter by its own words: "Vad gäller ...," "Stöd till handläggare. ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.audit.alike import cosine
from checks.audit.anchors import Asking, likest, numbered
from checks.audit.pieces import Piece

CLEARER = 1.2
TOPIC = 0.16  # of the words that a paragraph opens with ("Vad gäller ...,")
SENTENCE = 0.2  # of one sentence, that turns to another recommendation than its paragraph's
_TOPIC_LEAD = re.compile(
    r"^(?:vad gäller|vad avser|vad angår|när det gäller|i fråga om|beträffande|angående|gällande|avseende|rörande|"
    r"i frågan om|kring|om|"
    r"för att återgå till|till frågan om|rekommendationen (?:om|att|avseende|kring)|"
    r"revisorernas rekommendation (?:om|att)|i den del som rör)\s+(?P<topic>[^,:.]{4,120})",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"^(?P<topic>[A-ZÅÄÖ][^.:!?\n]{3,60})(?:[.:]|\s[–-])\s+(?=[A-ZÅÄÖ])")
_POINTED_AT = re.compile(
    r"(?:\b(?:se|jfr|jämför|som|i likhet med|liksom|"
    r"(?<=\w\s)(?:enligt|utifrån|ovan|också|även|med|genom|av|till följd av))"
    r"(?: (?:svar(?:et)?|vad|under|på|även|sagts|framgår|av|angetts|i)){0,6} "
    r"(?:rekommendation(?:en|erna)?|punkt(?:en)?|rek\.?|nr|R)\s?\d{1,2}(?:(?:,| och) \d{1,2}){0,4})",
    re.IGNORECASE,
)
_POINT_WITHIN = re.compile(r"(?<=.{25})\bpunkt(?:en|erna)?\s\d{1,2}", re.IGNORECASE)
_OPENING = 60  # characters that a sentence may take to turn to another recommendation
_FIRST = 160  # characters of a paragraph that may name what it is about
_CLOSING = re.compile(
    r"^(?:avslutningsvis|sammanfattningsvis|slutligen|i övrigt|(?:med|genom) (?:detta|ovanstående|det anförda|"
    r"vad som anförts)|(?:handlings|åtgärds)planen (?:följs|kommer)|åtgärderna (?:följs|kommer att följas)|"
    r"nämnden tackar|styrelsen tackar|svaret har)\b",
    re.IGNORECASE,
)


def topic_of(text: str) -> str:
    """The words that a paragraph or sentence opens with to say what it is about; empty without any."""
    found = _TOPIC_LEAD.match(text) or _RUN_IN.match(text)
    return found["topic"] if found else ""


def by_topic(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The sentences of a paragraph, parted where one opens by naming another matter ("Vad gäller ...")."""
    part: list[Piece] = []
    for piece in pieces:
        if part and _TOPIC_LEAD.match(piece.text) and not piece.text.startswith("Om "):
            yield part
            part = []
        part.append(piece)
    if part:
        yield part


def by_number(pieces: Sequence[Piece], asking: Asking) -> list[list[Piece]]:
    """The sentences of a paragraph, parted where one opens with the number of a recommendation ("R2: ...")."""
    parts: list[list[Piece]] = []
    for piece in pieces:
        if not parts or opens_with(piece.text, asking):
            parts.append([])
        parts[-1].append(piece)
    return parts


def opens_with(text: str, asking: Asking) -> tuple[int, ...]:
    """The recommendations that a sentence turns to by number in its first words, not those that it points back to."""
    return _unless_pointed_at(text[:_OPENING], asking)


def names(text: str, asking: Asking) -> tuple[int, ...]:
    """The recommendations that a paragraph names by number where it begins."""
    return _unless_pointed_at(text[:_FIRST], asking)


def _unless_pointed_at(text: str, asking: Asking) -> tuple[int, ...]:
    """The recommendations that a text names, but for those that it points back to, and points of other documents."""
    return numbered(_POINT_WITHIN.sub(" ", _POINTED_AT.sub(" ", text)), asking)


def closes_the_answers(text: str) -> bool:
    """Whether a paragraph speaks of all that was answered before it."""
    return bool(_CLOSING.match(text))


def turns_to(text: str, among: tuple[int, ...], asking: Asking) -> tuple[int, ...]:
    """The recommendations of one sentence of an open paragraph: the paragraph's, unless it turns to another clearly."""
    vector = asking.likeness.vector(text)
    if len(asking.texts) < 2 or not vector:
        return among
    if topic := topic_of(text):
        best, score, second = likest(asking.likeness.vector(topic), asking.vectors)
        if score >= TOPIC and score >= second * CLEARER:
            return (best,)
    own = max((cosine(vector, asking.wide[place]) for place in among), default=0.0)
    best, score, second = likest(vector, asking.wide)
    if best in among or score < SENTENCE or score < 1.6 * max(own, second * 0.8):
        return among
    return (best,)

"""One topic in one document: covered, mentioned or absent, with its passages and its depth.

Covered: a binding statement says what is done, and it or a statement beside it says who, when or how it is checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.coverage_lines import Line
from checks.coverage_report import Depth, Force, How, Passage, Piece, TopicInDocument, TopicStatus
from checks.coverage_words import because, why

if TYPE_CHECKING:
    from clauses.framework import Topic
    from ingest.document import Document

COVERS = 0.55  # of taking up, tempered by `PRESENT`, times binding times the surest piece
MENTIONS = 0.45  # of taking up
PRESENT = 0.75  # the power of taking up: whether it is there weighs less than what is said
ADDS = 0.25  # of taking up: a statement beside a binding one, whose pieces count
SAYS = 0.5  # of a piece
UNDEFINED = 0.35  # of taking up a definition, for what gives no meaning
NEAR = 3  # statements: how far a piece may stand from what binds, within one section
SHOWS = 0.4  # of saying what is done, for a further passage
MOST = 3  # passages shown


@dataclass(frozen=True)
class Weighed:
    """A line as it stands for one topic: `covers` is how surely it makes the topic covered, by itself or with the line
    `beside` it that gives the piece; `says` how surely it says what is done, with a piece or without.
    """

    line: Line
    up: float
    covers: float
    beside: Line | None = None
    says: float = 0.0


def judge(document: Document, lines: Sequence[Line], place: int, topic: Topic) -> TopicInDocument:
    """The topic that stands at `place` in the framework, in a document whose statements are read."""
    weighed = [_weigh(lines, line, place, topic) for line in lines]
    surest = max(weighed, key=lambda each: each.covers, default=None)
    loudest = max(weighed, key=lambda each: each.up, default=None)
    covers, up = (surest.covers if surest else 0.0), (loudest.up if loudest else 0.0)
    status = _status(document, covers, up)
    shown = _shown(weighed, status)
    evidence = tuple(_passage(document, each) for each in shown)
    depth = tuple(_depth(document, weighed, shown, piece, status) for piece in Piece)
    force = _force(shown, status)
    told = because(topic, status, evidence, depth, complete=document.ledger.complete)
    return TopicInDocument(topic.id, document.name, status, told, evidence, depth, force, _sure(status, covers, up))


def _weigh(lines: Sequence[Line], line: Line, place: int, topic: Topic) -> Weighed:
    up = float(line.up[place])
    if topic.definition and (not line.form.defines or line.form.strong):
        up = min(up, UNDEFINED)
    if up < ADDS or line.how is not How.BINDS or place in line.only:
        return Weighed(line, up, 0.0)
    if topic.definition and up > UNDEFINED:
        return Weighed(line, up, up * max(line.binds, 0.6))
    own = max(line.pieces.values())
    beside, best = None, own
    for other in _beside(lines, line, place):
        piece = max(other.pieces.values())
        if piece > max(best, SAYS):
            beside, best = other, piece
    done = up**PRESENT * line.binds
    return Weighed(line, up, done * best, beside if own < SAYS else None, done * (1 + own) / 2)


def _beside(lines: Sequence[Line], line: Line, place: int) -> list[Line]:
    """The statements near it in the same section that speak of the same topic."""
    near = lines[max(0, line.index - NEAR) : line.index + NEAR + 1]
    return [
        other
        for other in near
        if other is not line
        and other.statement.section == line.statement.section
        and (float(other.up[place]) >= ADDS or _linked(line, other))
        and other.how not in (How.INTENT, How.LACKING)
    ]


def _linked(line: Line, other: Line) -> bool:
    """Whether the later of two neighbours begins by pointing back at the other."""
    later = max(line, other, key=lambda each: each.index)
    return abs(line.index - other.index) == 1 and later.form.linked


def _status(document: Document, covers: float, up: float) -> TopicStatus:
    if covers >= COVERS:
        return TopicStatus.COVERED
    if up >= MENTIONS:
        return TopicStatus.MENTIONED
    return TopicStatus.ABSENT if document.ledger.complete else TopicStatus.UNDETERMINED


def _shown(weighed: Sequence[Weighed], status: TopicStatus) -> list[Weighed]:
    """The lines that show the status, best first."""
    if status is TopicStatus.COVERED:
        first = max(weighed, key=lambda each: each.covers)
        shown = [first, *(each for each in weighed if each.line is first.beside)]
        others = sorted((each for each in weighed if each.says >= SHOWS), key=lambda each: -each.says)
        return [*shown, *(each for each in others if each not in shown)][:MOST]
    if status is TopicStatus.MENTIONED:
        return sorted((each for each in weighed if each.up >= MENTIONS), key=lambda each: -each.up)[:MOST]
    return []


def _passage(document: Document, weighed: Weighed) -> Passage:
    return passage(document, weighed.line, _how(weighed))


def passage(document: Document, line: Line, how: How) -> Passage:
    """A line as a quote with its place."""
    path = document.path(line.statement.section)
    block = document.blocks[line.statement.block]
    number = next((section.number for section in reversed(path) if section.number), "")
    heading = path[-1].title if path else ""
    return Passage(document.name, line.statement.span, number, heading, block.page, how, why(how, line.form))


def _how(weighed: Weighed) -> How:
    if weighed.line.how is How.BINDS and weighed.covers == 0.0:
        return How.RISK
    return weighed.line.how


def _depth(
    document: Document, weighed: Sequence[Weighed], shown: Sequence[Weighed], piece: Piece, status: TopicStatus
) -> Depth:
    """Where the document says the piece: in the passages shown first, then wherever the topic is taken up."""
    if status is not TopicStatus.COVERED:
        return Depth(piece, None)
    others = sorted((each for each in weighed if each.up >= MENTIONS and each not in shown), key=lambda each: -each.up)
    for each in (*shown, *others):
        if each.line.pieces[piece] >= SAYS and each.line.how is not How.INTENT:
            return Depth(piece, _passage(document, each), getattr(each.line.form, piece.value))
    return Depth(piece, None)


def _force(shown: Sequence[Weighed], status: TopicStatus) -> Force:
    if any(each.line.how is How.BINDS and each.covers > 0 for each in shown):
        return Force.BINDING
    if any(each.line.how is How.INTENT for each in shown):
        return Force.INTENTION
    return Force.NONE


def _sure(status: TopicStatus, covers: float, up: float) -> float:
    """How sure the status is, 0 to 1."""
    if status is TopicStatus.COVERED:
        sure = 0.5 + 0.5 * min(1.0, (covers - COVERS) / (0.9 - COVERS))
    elif status is TopicStatus.MENTIONED:
        sure = 0.5 + 0.4 * min((up - MENTIONS) / (1 - MENTIONS), 1 - covers / COVERS)
    else:
        sure = 0.5 + 0.5 * (1 - up / MENTIONS)
    return round(float(sure), 3)

"""One response as read: its pieces, what each says, and which recommendation each is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checks.audit import boards
from checks.audit.aligning import align
from checks.audit.asked import Asked
from checks.audit.dating import decided, written
from checks.audit.eyes import Eye, best_eye
from checks.audit.formal import formal
from checks.audit.hearing import Hearing, answering, passage_inputs, scored
from checks.audit.judging import GIVEN
from checks.audit.nearness import Findings
from checks.audit.pieces import pieces
from checks.audit.quoting import passage
from checks.audit.saying import Said, read
from checks.audit.walking import Aligned, asking, walk
from checks.followup import AnswerPassage, Response
from ingest.document import Document


@dataclass(frozen=True)
class Reading:
    """One response as read: its pieces, what each says, and which recommendation each is about."""

    response: Response
    hearing: Hearing
    aligned: Aligned
    eye: Eye


def responding(
    document: Document,
    asked: Sequence[Asked],
    texts: Sequence[str],
    context: Sequence[str],
    findings: Findings,
    dated: date | None,
) -> Reading:
    """Reads one response to the recommendations `asked`, whose words are `texts`. `context` are the chapters that led
    to them, `dated` is the report's day: that of a response which has none.
    """
    own = boards.answering(document)
    eye = best_eye(len(document.text))
    day = written(document) or dated
    cut = pieces(document)
    said = {piece: formal(read(piece, own, day)) for piece in cut}
    scores, meant = scored(eye.reader, said, day)
    response = Response(document, own, written(document), decided(document))
    if not texts:
        return Reading(response, Hearing(tuple(cut), said, scores, meant, {}), Aligned(loose=list(cut)), eye)
    known = asking([each.label for each in asked], texts, context, [piece.text for piece in cut])
    gone = walk(document, cut, known, {piece: each.takes_a_position for piece, each in said.items()})
    body = answering(cut)
    anchored = frozenset(piece for kept in gone.aligned.pieces.values() for piece in kept)
    inputs = passage_inputs(document, body, said, scores, anchored)
    chances = eye.passage.chances(inputs)[:, 0].tolist() if body else []
    hearing = Hearing(tuple(cut), said, scores, meant, dict(zip(body, chances, strict=True)))
    mine = [boards.asked(each.addressees, own) for each in asked]
    aligned = align(gone, hearing, findings, mine, eye)
    loose = [
        said[piece]
        for piece in aligned.loose
        if piece.column is None and hearing.passage[piece] > GIVEN and not said[piece].tale
    ]
    unmatched = _by_paragraph(document, loose)
    return Reading(Response(document, own, response.dated, response.decided, unmatched), hearing, aligned, eye)


def _by_paragraph(document: Document, loose: Sequence[Said]) -> tuple[AnswerPassage, ...]:
    groups: dict[int, list[Said]] = {}
    for said in loose:
        groups.setdefault(said.piece.block, []).append(said)
    return tuple(passage(document, group) for group in groups.values())

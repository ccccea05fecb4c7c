"""The straight line of an audit's follow-up: recommendations, each response aligned and read, notes, promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checks import encoder
from checks.audit import boards
from checks.audit.asked import Asked, recommendations
from checks.audit.asked_back import from_responses
from checks.audit.case import Case
from checks.audit.chapters import contexts, paragraphs
from checks.audit.dating import written
from checks.audit.earlier import earlier_years, returning
from checks.audit.judging import judge
from checks.audit.nearness import Findings
from checks.audit.noting import follow_up, notes
from checks.audit.responding import Reading, responding
from checks.followup import (
    Answer,
    AuditReport,
    NearestPassage,
    Note,
    NoteKind,
    Recommendation,
)
from ingest.document import Document

_BEFORE_ASIDE = 0.05


def check_audit(
    report: Document | None,
    responses: Sequence[Document],
    *,
    earlier: Sequence[Document] = (),
    today: date | None = None,
) -> AuditReport:
    """The recommendations of `report`, or of the responses that repeat them where it is None, and what each response
    answers. `earlier` are audits and answers of earlier years; `today` is the day that "overdue" counts from.
    """
    encoder.prepare()
    day = today or date.today()
    asked, said_in = (recommendations(report), None) if report else from_responses(responses)
    source = report if report is not None else (responses[said_in] if said_in is not None else None)
    texts = [" ".join(source.quote(each.said).split()) for each in asked] if source else []
    context = contexts(report, asked, texts) if report else [""] * len(texts)
    findings = Findings.of(texts, paragraphs(report, texts) if report else [])
    dated = written(report) if report else None
    readings = [responding(document, asked, texts, context, findings, dated) for document in responses]
    found = [
        _recommendation(number, each, " ".join(source.quote(each.span).split()), source, said_in, readings)
        for number, each in enumerate(asked, 1)
        if source is not None
    ]
    past = earlier_years(earlier, found, day)
    found = [returning(each, past) for each in found]
    kept = tuple(reading.response for reading in readings)
    return AuditReport(
        report=report,
        responses=kept,
        recommendations=tuple(found),
        notes=(*notes(found, kept, past, day), *_one_eye(readings)),
        follow_up=follow_up(found, kept, day),
        checked=day,
        dated=dated,
        earlier=past,
    )


def _one_eye(readings: Sequence[Reading]) -> tuple[Note, ...]:
    """Says so where answers without headings were looked for by their words alone."""
    if encoder.available() or not any(reading.aligned.nearest for reading in readings):
        return ()
    told = "Ingen språkmodell är installerad: svaren har lästs bara efter orden, och omskrivna kan ha missats."
    return (Note(NoteKind.READING, told),)


def _recommendation(
    number: int, asked: Asked, text: str, source: Document, said_in: int | None, readings: Sequence[Reading]
) -> Recommendation:
    block = source.blocks[asked.block]
    section = next(
        (each for each in reversed(source.sections) if each.span.start <= asked.span.start < each.span.end), None
    )
    answers = tuple(_answer(number - 1, place, text, asked, reading) for place, reading in enumerate(readings))
    return Recommendation(
        number=number,
        text=text,
        span=asked.span,
        addressees=asked.addressees,
        section=section.number or section.title if section else "",
        page=block.page,
        answers=answers,
        label=asked.label,
        said_in=said_in,
        repeated=asked.repeated,
    )


def _answer(place: int, response: int, text: str, asked: Asked, reading: Reading) -> Answer:
    document = reading.response.document
    given = reading.aligned.pieces.get(place, [])
    near = reading.aligned.nearest.get(place)
    nearest = None
    if near is not None and near[0] > _BEFORE_ASIDE:
        piece = near[1]
        path = document.path(piece.section)
        nearest = NearestPassage(
            piece.span,
            path[-1].title if path else "",
            document.blocks[piece.block].page,
            "Stycket rör ämnet, men säger inte vad som görs åt rekommendationen.",
        )
    return judge(
        Case(
            document=document,
            response=response,
            asked=text,
            hearing=reading.hearing,
            pieces=given,
            eye=reading.eye,
            anchored=place in reading.aligned.anchored,
            likeness=near[0] if near else 0.0,
            decided=reading.response.decided,
            addressed=boards.asked(asked.addressees, reading.response.board),
            nearest=nearest,
        )
    )

"""What a coordinator should ask about, and the promises sorted by date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from checks.audit.boards import same
from checks.audit.quoting import WORDS
from checks.followup import (
    Adequacy,
    Answer,
    AnswerStatus,
    Earlier,
    FollowUp,
    Note,
    NoteKind,
    Recommendation,
    Response,
    Signal,
)
from ingest.document import Span


def notes(
    recommendations: Sequence[Recommendation], responses: Sequence[Response], earlier: Earlier, day: date
) -> tuple[Note, ...]:
    """Everything to ask about, in the order of NoteKind and then of the recommendations."""
    found = [note for each in recommendations for note in _of_recommendation(each, responses, day)]
    found += [
        Note(
            NoteKind.UNMATCHED,
            f"{response.called}: {_count(len(response.unmatched))} svarar inte på någon rekommendation.",
            None,
            place,
        )
        for place, response in enumerate(responses)
        if response.unmatched
    ]
    found += [
        _overdue(promise.due, promise.recommendation)
        for promise in earlier.promises
        if _still_open(promise.passed, promise.now)
    ]
    if not recommendations:
        found.append(
            Note(NoteKind.READING, "Inga rekommendationer hittades; kontrollera att rätt fil angavs som rapport.")
        )
    order = list(NoteKind)
    return tuple(sorted(found, key=lambda note: (order.index(note.kind), note.recommendation or 0, note.response or 0)))


def _still_open(passed: bool, now: tuple[AnswerStatus, ...]) -> bool:
    return passed and AnswerStatus.IMPLEMENTED not in now


def _overdue(due: date, recommendation: int | None) -> Note:
    of = f" (rekommendation {recommendation})" if recommendation else ""
    return Note(
        NoteKind.OVERDUE, f"Ett löfte från ett tidigare år skulle ha varit klart {due.isoformat()}{of}.", recommendation
    )


def _count(number: int) -> str:
    return "ett stycke" if number == 1 else f"{number} stycken"


def _of_recommendation(each: Recommendation, responses: Sequence[Response], day: date) -> Iterator[Note]:
    number = each.number
    if each.returns:
        yield Note(NoteKind.RETURNED, f"Rekommendation {number} fanns redan i en tidigare granskning.", number)
    for answer in each.answers:
        board = responses[answer.response].called
        for kind, sentence in _of_answer(answer, each, responses, day):
            yield Note(kind, f"{board}, rekommendation {number}: {sentence}", number, answer.response)
    if (
        len({answer.status for answer in each.answers if answer.asked and answer.status is not AnswerStatus.UNANSWERED})
        > 1
    ):
        told = ", ".join(
            f"{responses[answer.response].called} {WORDS[answer.status]}" for answer in each.answers if answer.asked
        )
        yield Note(NoteKind.DIFFERENT, f"Rekommendation {number} besvaras olika: {told}.", number)


def _of_answer(
    answer: Answer, each: Recommendation, responses: Sequence[Response], day: date
) -> Iterator[tuple[NoteKind, str]]:
    if answer.status is AnswerStatus.UNANSWERED:
        if answer.points_to and _unanswered_there(answer.points_to, each, responses):
            yield NoteKind.POINTING, f"hänvisar till {answer.points_to}, som inte heller har svarat."
        elif answer.asked:
            yield NoteKind.UNANSWERED, "inget svar."
        return
    if answer.adequacy is not Adequacy.FULL:
        yield NoteKind.SHORT, f"sägs vara {WORDS[answer.status]}, men {_lower(answer.adequacy_because)}"
    if answer.status is AnswerStatus.DEFERRED and Signal.AWAITING not in answer.signals:
        yield NoteKind.KIND_WORDS, "vänliga ord men ingen åtgärd."
    if not answer.open:
        return
    passed = [deadline.date for deadline in answer.deadlines if deadline.date < day]
    if passed:
        yield NoteKind.OVERDUE, f"datumet {max(passed).isoformat()} har passerat."
    if not answer.deadlines:
        yield NoteKind.NO_DEADLINE, "ett löfte utan datum."
    if answer.responsible is None:
        yield NoteKind.NO_RESPONSIBLE, "ingen utpekad ansvarig."


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _unanswered_there(name: str, each: Recommendation, responses: Sequence[Response]) -> bool:
    """Whether the body that is pointed to has answered nothing either, or has sent no response."""
    there = [answer for answer in each.answers if (board := responses[answer.response].board) and same(name, board)]
    return all(answer.status is AnswerStatus.UNANSWERED for answer in there)


def follow_up(
    recommendations: Sequence[Recommendation], responses: Sequence[Response], day: date
) -> tuple[FollowUp, ...]:
    """Every promise once, the nearest date first, those without a date last."""
    found: list[FollowUp] = []
    for each in recommendations:
        for answer in each.answers:
            if not answer.open:
                continue
            for deadline in answer.deadlines:
                span = next((p.span for p in answer.evidence if p.span.holds(deadline.span)), answer.evidence[0].span)
                found.append(
                    FollowUp(
                        deadline.date,
                        each.number,
                        answer.response,
                        answer.status,
                        span,
                        deadline.span,
                        answer.responsible,
                        deadline.date < day,
                        answer.adequacy,
                    )
                )
            if not answer.deadlines:
                found.append(
                    FollowUp(
                        None,
                        each.number,
                        answer.response,
                        answer.status,
                        _promise(answer),
                        None,
                        answer.responsible,
                        False,
                        answer.adequacy,
                    )
                )
    return tuple(sorted(found, key=lambda line: (line.due or date.max, line.recommendation, line.response)))


def _promise(answer: Answer) -> Span:
    """The quote that promises."""
    wanted = (Signal.PLANNED, Signal.ONGOING, Signal.AWAITING)
    return next((p.span for p in answer.evidence if set(wanted) & set(p.signals)), answer.evidence[0].span)

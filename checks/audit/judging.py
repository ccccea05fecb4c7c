"""From the words on a recommendation to an answer: status and signals by what was learned, and all that goes with
them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, product
from math import prod
from typing import TYPE_CHECKING

from checks.audit.adequacy import adequacy
from checks.audit.answer_inputs import STATUSES, answer_inputs
from checks.audit.case import Case
from checks.audit.hearing import answering
from checks.audit.pieces import Column, Piece
from checks.audit.promising import deadlines, hedged, responsible
from checks.audit.quoting import because, evidence
from checks.audit.saying import Said
from checks.followup import Adequacy, Answer, AnswerStatus, Signal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

GIVEN = 0.4  # the chance that a sentence is an answer's, from which it is quoted
_TURNS = re.compile(r"(?:.{0,40}\b)?(?:däremot|i stället|istället|dock|emellertid)\b", re.IGNORECASE)
_SURELY = 0.9  # the chance that a sentence is an answer's, from which rules and reader together overrule
_PERHAPS = 0.2  # that a recommendation is met, from which the board's habits are an answer
_HABIT = re.compile(
    r"\b(?:ges|genomförs|görs|sker|kontrolleras|följs|stäms|rapporteras|redovisas|erbjuds|hålls|utbildas|"
    r"informeras|granskas|registreras|publiceras|uppdateras|analyseras|dokumenteras|"
    r"begärs|tas fram|finns (?:på|i|tillgänglig\w*)|arbetar (?:systematiskt|löpande)|genomför|kontrollerar|"
    r"rapporterar|följer upp|utbildar|dokumenterar|begär in)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d[\d ]*(?:procent|%|kronor|mnkr|miljoner|ärenden|anmälningar|st\b)", re.IGNORECASE)
_SETS = tuple(frozenset(compress(Signal, chosen)) for chosen in product((False, True), repeat=len(Signal)))


def judge(case: Case) -> Answer:
    """The answer of one response to one recommendation."""
    body = answering(case.pieces)
    if not body and not any(said.marks or said.due for said in case.said):
        return _unanswered(case, 1.0)
    inputs = answer_inputs(case.hearing, case.pieces, case.addressed, case.anchored)[None, :]
    shares = case.eye.status.shares(inputs)[0]
    status = AnswerStatus(STATUSES[int(shares.argmax())])
    habits = _habits(case) if shares[STATUSES.index(AnswerStatus.IMPLEMENTED)] >= _PERHAPS else []
    if status is AnswerStatus.UNANSWERED and not habits:
        return _unanswered(case, float(shares.max()))
    kept = _kept(case, body) if status is not AnswerStatus.UNANSWERED else habits
    status = status if status is not AnswerStatus.UNANSWERED else AnswerStatus.IMPLEMENTED
    turned = _turned(case, kept) if status in (AnswerStatus.REJECTED, AnswerStatus.DEFERRED) else frozenset()
    status = by_rule(turned) if turned else status
    signals = _signals(case.eye.signals.chances(inputs)[0], status)
    if status is not AnswerStatus.REJECTED and (agreed := _agreed(case, kept)):
        status = by_rule(agreed | frozenset(signals))
        signals = tuple(signal for signal in Signal if signal in agreed or signal in signals)
    open_ = status in (AnswerStatus.ONGOING, AnswerStatus.PLANNED)
    dates = deadlines(case, kept) if open_ else ()
    full, why = _adequacy(case, kept, status)
    return Answer(
        response=case.response,
        status=status,
        because=because(case, kept, signals, status, dates),
        confidence=round(float(shares.max()), 2),
        signals=signals,
        adequacy=full,
        adequacy_because=why,
        decided=case.decided,
        hedged=hedged(case, kept),
        responsible=responsible(case, kept) if open_ else None,
        deadlines=dates,
        decisions=tuple(decision for said in kept for decision in said.decisions),
        evidence=evidence(case, kept),
        asked=case.addressed,
    )


def _kept(case: Case, body: Sequence[Piece]) -> list[Said]:
    """The pieces that are the answer: those likely to be one, or the likeliest, and the cells for who and when."""
    chances = case.hearing.passage
    likely = {piece for piece in body if chances[piece] > GIVEN}
    if not likely and body:
        likely = {max(body, key=chances.__getitem__)}
    return [
        case.hearing.said[piece]
        for piece in case.pieces
        if piece in likely or piece.column in (Column.WHO, Column.WHEN)
    ]


def _habits(case: Case) -> list[Said]:
    """What the body says that it does as a rule ("Information ges vid introduktionen."), where the response itself
    names the recommendation: then it is told as the answer, and no description of the field.
    """
    if not case.anchored:
        return []
    return [
        said
        for said in case.said
        if said.habit and _HABIT.search(said.piece.text) and not _FIGURES.search(said.piece.text)
    ]


def _agreed(case: Case, kept: Sequence[Said]) -> frozenset[Signal]:
    """The signals that rules and reader both hear in a sentence that is surely an answer's."""
    surely = [said for said in kept if case.hearing.passage.get(said.piece, 0.0) > _SURELY]
    return frozenset(
        signal
        for said in surely
        for signal in case.heard(said) & set(said.marks)
        if not (signal is Signal.PLANNED and said.finish)  # "har påbörjats och beräknas vara klar" plans no further act
    )


def _turned(case: Case, kept: Sequence[Said]) -> frozenset[Signal]:
    """What an answer promises that declines one thing and turns to another: "Däremot kommer ..."."""
    promised = (
        case.heard(said) & {Signal.PLANNED, Signal.ONGOING}
        for said in kept
        if _TURNS.match(said.piece.text) and Signal.REJECTED not in case.heard(said)
    )
    return frozenset(signal for signals in promised for signal in signals)


def _signals(chances: Floats, status: AnswerStatus) -> tuple[Signal, ...]:
    """The likeliest set of signals that gives the status."""
    told = dict(zip(Signal, chances.tolist(), strict=True))

    def likely(signals: frozenset[Signal]) -> float:
        return float(prod(chance if signal in signals else 1 - chance for signal, chance in told.items()))

    best = max((each for each in _SETS if by_rule(each) is status), key=likely)
    return tuple(signal for signal in Signal if signal in best)


def by_rule(signals: frozenset[Signal]) -> AnswerStatus:
    """The status of an answer that gives these signals, by the rule of audit-follow-up."""
    if Signal.ONGOING in signals:
        return AnswerStatus.ONGOING
    if Signal.DONE in signals:
        return AnswerStatus.ONGOING if {Signal.PLANNED, Signal.AWAITING} & signals else AnswerStatus.IMPLEMENTED
    if Signal.PLANNED in signals:
        return AnswerStatus.PLANNED
    return AnswerStatus.REJECTED if Signal.REJECTED in signals else AnswerStatus.DEFERRED


def _unanswered(case: Case, sure: float) -> Answer:
    points = next((said.pointing for said in case.said if said.pointing), None)
    if points:
        why = f"Obesvarat: svaret hänvisar till {points} och säger inget om egna åtgärder."
    elif not case.addressed:
        why = "Obesvarat: rekommendationen riktas till någon annan och kommenteras inte."
    elif case.anchored:
        why = "Obesvarat: rekommendationen återges, men det som följer är bakgrund utan ställningstagande eller åtgärd."
    else:
        why = "Obesvarat: inget stycke i svaret tar ställning till rekommendationen."
    return Answer(
        response=case.response,
        status=AnswerStatus.UNANSWERED,
        because=why,
        confidence=round(sure, 2),
        decided=case.decided,
        nearest=(case.nearest,) if case.nearest else (),
        points_to=points,
        asked=case.addressed,
    )


def _adequacy(case: Case, kept: Sequence[Said], status: AnswerStatus) -> tuple[Adequacy, str]:
    if status is not AnswerStatus.IMPLEMENTED:
        return Adequacy.FULL, ""
    given = " ".join(
        said.piece.text for said in kept if said.piece.column is None or said.piece.column is Column.ANSWER
    )
    return adequacy(case.asked, given, case.likeness)

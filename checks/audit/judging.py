"""From the words on a recommendation to an answer: signals, status by the rule, dates, who, and a because."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checks.audit.adequacy import adequacy
from checks.audit.pieces import Column
from checks.audit.saying import Said
from checks.followup import (
    Adequacy,
    Answer,
    AnswerPassage,
    AnswerStatus,
    Deadline,
    Decided,
    NearestPassage,
    Signal,
)
from ingest.document import Document, Span

_LONGEST = 700
_MOST = 3
WORDS = {
    AnswerStatus.IMPLEMENTED: "genomfört",
    AnswerStatus.ONGOING: "pågår",
    AnswerStatus.PLANNED: "planerat",
    AnswerStatus.DEFERRED: "avvaktar",
    AnswerStatus.REJECTED: "avvisat",
    AnswerStatus.UNANSWERED: "obesvarat",
}
_SAYS = {
    Signal.DONE: "gjort",
    Signal.ONGOING: "pågår",
    Signal.PLANNED: "ska göras",
    Signal.AWAITING: "avvaktar",
    Signal.REJECTED: "avvisar",
}
_HABITS = re.compile(
    r"\b(?:ges|genomförs|görs|sker|kontrolleras|följs|stäms|rapporteras|redovisas|erbjuds|hålls|utbildas|"
    r"informeras|granskas|registreras|publiceras|uppdateras|analyseras|dokumenteras|"
    r"begärs|tas fram|finns (?:på|i|tillgänglig\w*)|arbetar (?:systematiskt|löpande)|genomför|kontrollerar|"
    r"rapporterar|följer upp|utbildar|dokumenterar|begär in)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(r"(?:.{0,40}\b)?(?:däremot|i stället|istället|dock|likväl|men|emellertid)\b", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:däremot|dock|men)\b", re.IGNORECASE)  # "Vi går däremot inte med på att ..."
_FIGURES = re.compile(r"\d[\d ]*(?:procent|%|kronor|mnkr|miljoner|ärenden|anmälningar|st\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """All that an answer is judged from: the pieces on it as read, and what is known of the recommendation and board.

    `likeness` is how near the passage is to the recommendation; `anchored` whether the response itself names it.
    """

    document: Document
    response: int
    asked: str
    said: Sequence[Said]
    anchored: bool
    likeness: float
    decided: Decided
    addressed: bool
    nearest: NearestPassage | None = None


def judge(case: Case) -> Answer:
    """The answer of one response to one recommendation."""
    kept = _positions(case)
    signals = _signals(kept)
    status = _status(kept, signals)
    if status is AnswerStatus.UNANSWERED:
        return _unanswered(case)
    open_ = status in (AnswerStatus.ONGOING, AnswerStatus.PLANNED)
    deadlines = _deadlines(kept) if open_ else ()
    hedged = any(said.hedged for said in kept)
    full, why = _adequacy(case, kept, status)
    return Answer(
        response=case.response,
        status=status,
        because=_because(case, kept, signals, status, deadlines),
        confidence=_confidence(case, kept, signals, hedged),
        signals=signals,
        adequacy=full,
        adequacy_because=why,
        decided=case.decided,
        hedged=hedged,
        responsible=_responsible(kept) if open_ else None,
        deadlines=deadlines,
        decisions=tuple(decision for said in kept for decision in said.decisions),
        evidence=_evidence(case.document, kept),
        asked=case.addressed,
    )


def _positions(case: Case) -> list[Said]:
    """The pieces that take a position; without one, the body's own habits, where they are on the matter."""
    kept = [said for said in case.said if said.takes_a_position or said.piece.column in (Column.WHO, Column.WHEN)]
    if any(said.piece.column is Column.WHEN and (said.marks or said.due) for said in kept):
        return [said for said in case.said if said.piece.column is Column.ANSWER or said in kept]
    if any(said.takes_a_position for said in kept):
        first = kept[0].piece.block
        dated = [
            said for said in case.said if said not in kept and said.due and not said.tale and said.piece.block >= first
        ]
        return sorted([*kept, *dated], key=lambda said: said.piece.span.start)
    if not case.anchored:
        return []
    habits = [
        said
        for said in case.said
        if said.habit and _HABITS.search(said.piece.text) and not _FIGURES.search(said.piece.text)
    ]
    return [*habits, *kept] if habits else []


def _signals(kept: Sequence[Said]) -> tuple[Signal, ...]:
    """All signals, without plans that are none: the rule of a measure in place, the end of work under way."""
    found = {signal for said in kept for signal in said.signals}
    if kept and not found and any(said.due and said.piece.column is Column.WHEN for said in kept):
        return (Signal.PLANNED,)
    if kept and not found and all(said.habit for said in kept if said.piece.column is None):
        habits = [said for said in kept if said.habit]
        return (Signal.DONE,) if habits and not any(said.attitude for said in kept) else ()
    if Signal.REJECTED in found:
        first = min(said.piece.span.start for said in kept if Signal.REJECTED in said.marks)
        partly = any(Signal.REJECTED in said.marks and _PARTLY.search(said.piece.text[:60]) for said in kept)
        later = [said for said in kept if (partly or said.piece.span.start >= first) and _despite(said, partly)]
        found = {Signal.REJECTED, *(signal for said in later for signal in said.signals - {Signal.DONE})}
        found |= {Signal.AWAITING} if any(Signal.AWAITING in said.marks and not said.tale for said in kept) else set()
    plans = [said for said in kept if Signal.PLANNED in said.marks]
    if Signal.DONE in found and plans and all(said.weak for said in plans):
        found.discard(Signal.PLANNED)
    if Signal.ONGOING in found and plans and all(said.finish for said in plans):
        found.discard(Signal.PLANNED)
    return tuple(signal for signal in Signal if signal in found)


def _despite(said: Said, partly: bool) -> bool:
    """Whether a sentence beside a refusal still promises something: "däremot kommer ...", or with a date to come.

    What is cited as the reason for declining is no act of one's own.
    """
    if Signal.REJECTED in said.marks:
        rest = said.piece.text[said.marks[Signal.REJECTED][0].end - said.piece.span.start :]
        return bool(_TURNS.search(rest)) and bool(said.due or Signal.PLANNED in said.marks)
    if partly:
        return bool(said.signals & {Signal.PLANNED, Signal.ONGOING})
    return bool(_TURNS.match(said.piece.text)) or (
        bool(said.due) and bool(said.signals & {Signal.PLANNED, Signal.ONGOING})
    )


def _status(kept: Sequence[Said], signals: tuple[Signal, ...]) -> AnswerStatus:
    """The status by the rule of audit-follow-up."""
    if Signal.ONGOING in signals:
        return AnswerStatus.ONGOING
    if Signal.DONE in signals:
        return AnswerStatus.ONGOING if {Signal.PLANNED, Signal.AWAITING} & set(signals) else AnswerStatus.IMPLEMENTED
    if Signal.PLANNED in signals:
        return AnswerStatus.PLANNED
    if Signal.REJECTED in signals:
        return AnswerStatus.REJECTED
    if Signal.AWAITING in signals or any(said.attitude for said in kept):
        return AnswerStatus.DEFERRED
    return AnswerStatus.UNANSWERED


def _unanswered(case: Case) -> Answer:
    points = next((said.pointing for said in case.said if said.pointing), None)
    if points:
        because = f"Obesvarat: svaret hänvisar till {points} och säger inget om egna åtgärder."
    elif not case.addressed:
        because = "Obesvarat: rekommendationen riktas till någon annan och kommenteras inte."
    elif case.anchored:
        because = (
            "Obesvarat: rekommendationen återges, men det som följer är bakgrund utan ställningstagande eller åtgärd."
        )
    else:
        because = "Obesvarat: inget stycke i svaret tar ställning till rekommendationen."
    return Answer(
        response=case.response,
        status=AnswerStatus.UNANSWERED,
        because=because,
        confidence=0.85 if case.anchored or not case.addressed or case.likeness < 0.06 else 0.65,
        decided=case.decided,
        nearest=(case.nearest,) if case.nearest else (),
        points_to=points,
        asked=case.addressed,
    )


def _deadlines(kept: Sequence[Said]) -> tuple[Deadline, ...]:
    """The dates promised, each day once; a mere start only where no end is given."""
    cells = [deadline for said in kept if said.piece.column is Column.WHEN for deadline in said.due]
    promised = cells or [
        deadline
        for said in kept
        if said.signals & {Signal.PLANNED, Signal.ONGOING} or not said.marks
        for deadline in said.due
    ]
    if not promised:
        promised = [deadline for said in kept for deadline in said.starts]
    return tuple({deadline.date: deadline for deadline in reversed(promised)}.values())[::-1]


def _responsible(kept: Sequence[Said]) -> Span | None:
    cell = next((said.responsible for said in kept if said.piece.column is Column.WHO and said.responsible), None)
    if cell:
        return cell
    for wanted in (Signal.PLANNED, Signal.ONGOING, None):
        for said in kept:
            if said.responsible and (wanted is None or wanted in said.marks):
                return said.responsible
    return None


def _adequacy(case: Case, kept: Sequence[Said], status: AnswerStatus) -> tuple[Adequacy, str]:
    if status is not AnswerStatus.IMPLEMENTED:
        return Adequacy.FULL, ""
    given = " ".join(
        said.piece.text for said in kept if said.piece.column is None or said.piece.column is Column.ANSWER
    )
    return adequacy(case.asked, given, case.likeness)


def _because(
    case: Case, kept: Sequence[Said], signals: tuple[Signal, ...], status: AnswerStatus, deadlines: tuple[Deadline, ...]
) -> str:
    """One sentence: the status, the words that decide, and the dates."""
    word = WORDS[status].capitalize()
    if not signals:
        return f"{word}: svaret uttrycker en hållning men ingen egen åtgärd."
    told = []
    for signal in signals:
        span = next((said.marks[signal][0] for said in kept if signal in said.marks), None)
        words = f" (”{' '.join(case.document.quote(span).split())[:60]}”)" if span and len(span) else ""
        told.append(f"{_SAYS[signal]}{words}")
    until = f"; till {', '.join(deadline.date.isoformat() for deadline in deadlines)}" if deadlines else ""
    return f"{word}: {', '.join(told)}{until}."


def _confidence(case: Case, kept: Sequence[Said], signals: tuple[Signal, ...], hedged: bool) -> float:
    """How sure the status is: more where the response names the recommendation, less with mixed or faint words."""
    sure = 0.92 if case.anchored else min(0.85, 0.5 + case.likeness)
    sure -= 0.06 * max(0, len(signals) - 1) + 0.05 * hedged
    if not signals or all(said.habit for said in kept):
        sure -= 0.15
    return round(max(0.3, sure), 2)


def _evidence(document: Document, kept: Sequence[Said]) -> tuple[AnswerPassage, ...]:
    """The quotes: neighbouring sentences of one paragraph together, at most three."""
    groups: list[list[Said]] = []
    for said in kept:
        last = groups[-1] if groups else None
        joined = (
            last
            and len(last) < _MOST
            and last[-1].piece.block == said.piece.block
            and said.piece.span.start - last[-1].piece.span.end < 4
            and said.piece.span.end - last[0].piece.span.start <= _LONGEST
        )
        if last and joined:
            last.append(said)
        else:
            groups.append([said])
    return tuple(passage(document, group) for group in groups)


def passage(document: Document, group: Sequence[Said]) -> AnswerPassage:
    """One quote with its place."""
    first = group[0].piece
    block = document.blocks[first.block]
    path = document.path(first.section)
    last = path[-1] if path else None
    span = Span(first.span.start, group[-1].piece.span.end)
    if len(span) > _LONGEST:
        span = Span(span.start, span.start + _LONGEST)
    found = {signal for said in group for signal in said.signals}
    return AnswerPassage(
        span=span,
        section=last.number if last else "",
        heading=last.title if last else "",
        page=block.page,
        signals=tuple(signal for signal in Signal if signal in found),
        words=tuple(sorted({word for said in group for words in said.marks.values() for word in words if len(word)})),
    )

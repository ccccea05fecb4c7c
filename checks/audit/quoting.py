"""How an answer is shown: its passages with their places, and one sentence that says why its status is what it is."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from checks.audit.case import Case
from checks.audit.saying import Said
from checks.followup import AnswerPassage, AnswerStatus, Deadline, Signal
from ingest.document import Document, Span

_LONGEST = 700
_SHOWN = 60  # characters of the words that show a signal
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


def because(
    case: Case, kept: Sequence[Said], signals: tuple[Signal, ...], status: AnswerStatus, deadlines: tuple[Deadline, ...]
) -> str:
    """One sentence: the status, the words that decide, and the dates."""
    word = WORDS[status].capitalize()
    if not signals:
        return f"{word}: svaret uttrycker en hållning men ingen egen åtgärd."
    told = []
    for signal in signals:
        words = _telling(case, kept, signal)
        told.append(f"{_SAYS[signal]}{f' (”{words}”)' if words else ''}")
    until = f"; till {', '.join(deadline.date.isoformat() for deadline in deadlines)}" if deadlines else ""
    return f"{word}: {', '.join(told)}{until}."


def _telling(case: Case, kept: Sequence[Said], signal: Signal) -> str:
    """The words that show a signal best: those that the rules mark in the sentence with the highest vote, else its
    beginning.
    """
    if not kept:
        return ""
    at = list(Signal).index(signal)
    best = max(kept, key=lambda said: float(case.hearing.scores[said.piece][at]))
    marks = best.marks.get(signal)
    words = " ".join(case.document.quote(marks[0] if marks and len(marks[0]) else best.piece.span).split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"


def evidence(case: Case, kept: Sequence[Said]) -> tuple[AnswerPassage, ...]:
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
    return tuple(
        passage(case.document, group, {signal for said in group for signal in case.heard(said)}) for group in groups
    )


def passage(document: Document, group: Sequence[Said], found: AbstractSet[Signal] = frozenset()) -> AnswerPassage:
    """One quote with its place."""
    first = group[0].piece
    block = document.blocks[first.block]
    path = document.path(first.section)
    last = path[-1] if path else None
    span = Span(first.span.start, group[-1].piece.span.end)
    if len(span) > _LONGEST:
        span = Span(span.start, span.start + _LONGEST)
    return AnswerPassage(
        span=span,
        section=last.number if last else "",
        heading=last.title if last else "",
        page=block.page,
        signals=tuple(signal for signal in Signal if signal in found),
        words=tuple(
            sorted(
                {
                    word
                    for said in group
                    for signal, words in said.marks.items()
                    if signal in found
                    for word in words
                    if len(word) and span.holds(word)
                }
            )
        ),
    )

"""What an answer promises: by when, by whom, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence

from checks.audit.case import SURELY, Case
from checks.audit.pieces import Column
from checks.audit.responsibles import standing
from checks.audit.saying import Said
from checks.audit.sentence_reader import HEADS, SIGNALS
from checks.followup import Deadline, Signal
from ingest.document import Span

_HEDGED = HEADS.index("hedged")
_TO_COME = (SIGNALS.index("planned"), SIGNALS.index("ongoing"))
_COMMITTED = {Signal.PLANNED, Signal.ONGOING, Signal.AWAITING}
_OVER = (SIGNALS.index("done"), SIGNALS.index("rejected"))
_PERHAPS = 0.25  # that a sentence tells of something to come


def deadlines(case: Case, kept: Sequence[Said]) -> tuple[Deadline, ...]:
    """The dates promised, each day once; a mere start only where no end is given."""
    cells = [deadline for said in kept if said.piece.column is Column.WHEN for deadline in said.due]
    open_ = [said for said in kept if said.piece.column is not Column.WHEN and not _is_over(case, said)]
    promised = cells or [deadline for said in open_ for deadline in said.due]
    if not promised:
        promised = [deadline for said in open_ for deadline in said.starts]
    return tuple({deadline.date: deadline for deadline in reversed(promised)}.values())[::-1]


def _is_over(case: Case, said: Said) -> bool:
    """Whether a piece tells only of what is done, or declined: its dates are no promises."""
    votes = case.votes(said)
    if not case.heard(said) & {Signal.DONE, Signal.REJECTED} or said.marks.keys() & {Signal.PLANNED, Signal.ONGOING}:
        return False
    return bool(max(votes[_TO_COME,]) < max(votes[_OVER,]))


def _perhaps_to_come(case: Case, said: Said) -> bool:
    votes = case.votes(said)
    return any(votes[at] > _PERHAPS for at in _TO_COME)


def responsible(case: Case, kept: Sequence[Said]) -> Span | None:
    """Who will do it: the cell for it, else who stands most clearly as the doer, first where something is to come."""
    cell = next((said.responsible for said in kept if said.piece.column is Column.WHO and said.responsible), None)
    if cell:
        return cell
    named = [said for said in kept if said.responsible]
    to_come = [said for said in named if _perhaps_to_come(case, said)]
    best = max(to_come or named, key=lambda said: standing(said.piece.text), default=None)
    return best.responsible if best else None


def hedged(case: Case, kept: Sequence[Said]) -> bool:
    """Whether what is promised or awaited is said in noncommittal words."""
    return any(
        _commits(case.heard(said), said.hedged) and (said.hedged or case.votes(said)[_HEDGED] > SURELY)
        for said in kept
        if said.piece.column in (None, Column.ANSWER)
    )


def _commits(heard: set[Signal], by_rule: bool) -> bool:
    """Whether a sentence is one that can be hedged: "troligen" in one that only declines or describes is not."""
    return bool(heard & _COMMITTED) or (by_rule and not heard)

"""All that an answer is judged from: the words on one recommendation in one response, as they are heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.audit.eyes import Eye, chance
from checks.audit.hearing import Hearing
from checks.audit.pieces import Column, Piece
from checks.audit.saying import Said
from checks.followup import Decided, NearestPassage, Signal
from ingest.document import Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

STEEP = 2.5  # of scores as chances
SURELY = 0.5  # that a sentence gives a signal


@dataclass(frozen=True, slots=True)
class Case:
    """The pieces on a recommendation, and what is known of it and of the board.

    `likeness` is how near the passage is to the recommendation; `anchored` whether the response itself names it.
    """

    document: Document
    response: int
    asked: str
    hearing: Hearing
    pieces: Sequence[Piece]
    eye: Eye
    anchored: bool
    likeness: float
    decided: Decided
    addressed: bool
    nearest: NearestPassage | None = None

    @property
    def said(self) -> list[Said]:
        """What the rules read in the pieces."""
        return [self.hearing.said[piece] for piece in self.pieces]

    def votes(self, said: Said) -> Floats:
        """The chances of the reader's heads for one piece."""
        return chance(STEEP * self.hearing.scores[said.piece])

    def heard(self, said: Said) -> set[Signal]:
        """The signals that one piece gives: a cell's state, else what the reader hears."""
        if said.piece.column is Column.WHEN:
            return set(said.marks)
        votes = self.votes(said)
        return {signal for at, signal in enumerate(Signal) if votes[at] > SURELY}

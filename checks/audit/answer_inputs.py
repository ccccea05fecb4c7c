"""What the words on one recommendation say together: the inputs that tell an answer's status and its signals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from checks.audit.eyes import chance
from checks.audit.hearing import POSITION, Hearing, answering
from checks.audit.pieces import Column, Piece
from checks.audit.sentence_reader import HEADS, SIGNALS
from checks.followup import AnswerStatus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

STATUSES = tuple(status.value for status in AnswerStatus)
_SAID = 6  # heads: the signals and the attitude
_STEEP = 2.5  # of scores as chances
_BACKGROUND = HEADS.index("background")


def votes(hearing: Hearing, pieces: Sequence[Piece]) -> Floats:
    """Pieces x heads as chances; that of a position is the chance that the piece is an answer's."""
    if not pieces:
        return np.zeros((0, len(HEADS)), dtype=np.float32)
    found = chance(_STEEP * np.array([hearing.scores[piece] for piece in pieces], dtype=np.float32))
    found[:, POSITION] = [hearing.passage[piece] for piece in pieces]
    return found


def answer_inputs(hearing: Hearing, pieces: Sequence[Piece], mine: bool, anchored: bool) -> Floats:
    """The inputs for the pieces on one recommendation, in the order of the response; there may be none."""
    body = answering(pieces)
    cells = [hearing.said[piece] for piece in pieces if piece.column is Column.WHEN]
    said = [hearing.said[piece] for piece in body]
    flags = [
        *(any(signal in {mark.value for mark in each.marks} for each in said) for signal in SIGNALS),
        any(each.attitude for each in said),
        any(each.due for each in said),
        any(each.weak for each in said),
        any(each.finish for each in said),
        any(each.pointing for each in said),
        any(each.habit for each in said),
        bool(cells),
        any(each.due for each in cells),
        *(any(signal in {mark.value for mark in each.marks} for each in cells) for signal in SIGNALS),
        mine,
        anchored,
    ]
    return np.array([*_voted(votes(hearing, body)), *flags], dtype=np.float32)


def _voted(found: Floats) -> list[float]:
    """The highest and second highest vote of each head, weighed by the chance of a passage, all together, and the first
    and last sentence's.
    """
    if not len(found):
        return [0.0] * (2 * len(HEADS) + _SAID) + [0.0, 1.0] + [0.0] * (2 * _SAID)
    weighed = found * found[:, POSITION : POSITION + 1]
    ordered = -np.sort(-weighed, axis=0)
    second = ordered[1] if len(ordered) > 1 else np.zeros(len(HEADS))
    together = 1 - np.prod(1 - weighed[:, :_SAID], axis=0)
    rest = [np.log1p(len(found)), found[:, _BACKGROUND].min()]
    return [*ordered[0], *second, *together, *rest, *weighed[0][:_SAID], *weighed[-1][:_SAID]]

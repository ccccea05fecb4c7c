"""Whether a response's own numbers are the recommendations': "3. Attest" is the third recommendation, or a third point.

A mere mark says it only where the words do not speak against it: what stands under the numbers is held against the
recommendations in all orders, and the order of the numbers must be nearly as good as the best.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.audit.alike import cosine
from checks.audit.anchors import Asking

AGREES = 0.85  # of the best order's likeness: for 1, 2, 3 ..., which a list of points counts as well
AGREES_APART = 0.6  # for 2, 5, 7: only the recommendations' own numbers leave some out
_ALONE = 0.2  # the likeness of a mark that stands alone, or among others that it agrees with


@dataclass(frozen=True, slots=True)
class Counted:
    """One mark of a response: the block, the recommendations that it would name, and the words under it."""

    block: int
    among: tuple[int, ...]
    title: str
    text: str


def agreed(counted: Sequence[Counted], asking: Asking) -> Mapping[int, tuple[int, ...]]:
    """For each block whose mark names recommendations, which; empty where the marks count something else."""
    if not counted:
        return {}
    scores = [_scores(each, asking) for each in counted]
    own = [max(row[place] for place in each.among) for each, row in zip(counted, scores, strict=True)]
    if len(counted) == 1:
        best, score, second = _best(scores[0])
        sure = best in counted[0].among and score >= _ALONE and score >= 1.2 * second
        return {counted[0].block: counted[0].among} if sure else {}
    first = [each.among[0] for each in counted]
    if sorted(set(first)) != first:
        return {}
    at_best = _in_best_order(scores)
    apart = asking.numbered and first != list(range(len(first)))
    enough = AGREES_APART if apart else AGREES
    agreeing = sum(score >= max(row) * 0.999 for score, row in zip(own, scores, strict=True))
    if at_best <= 0 or sum(own) < enough * at_best or agreeing * 2 < len(counted):
        return {}
    if not asking.numbered and not asking.lettered and len(counted) != len(asking.texts):
        return {}  # counted by the report's reader alone, and not all of them
    return {each.block: each.among for each in counted}


def _scores(each: Counted, asking: Asking) -> list[float]:
    title, text = asking.likeness.vector(each.title), asking.likeness.vector(each.text)
    return [
        cosine(title, vector) + cosine(text, wide) for vector, wide in zip(asking.vectors, asking.wide, strict=True)
    ]


def _best(row: Sequence[float]) -> tuple[int, float, float]:
    order = sorted(range(len(row)), key=row.__getitem__, reverse=True)
    return order[0], row[order[0]], row[order[1]] if len(order) > 1 else 0.0


def _in_best_order(scores: Sequence[Sequence[float]]) -> float:
    """The likeness of all marks together where each has the recommendation that suits the whole best."""
    from scipy.optimize import linear_sum_assignment

    rows, found = linear_sum_assignment([list(row) for row in scores], maximize=True)
    return float(sum(scores[row][column] for row, column in zip(rows.tolist(), found.tolist(), strict=True)))

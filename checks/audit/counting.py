"""Whether a response's own numbers are the recommendations': "3. Attest" is the third recommendation, or a third point.

A mere mark says it only where the words do not speak against it: what stands under the numbers is held against the
recommendations in all orders, and the order of the numbers must be nearly as good as the best.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checks.audit import titles
from checks.audit.alike import cosine
from checks.audit.anchors import Asking
from checks.audit.numbering import bare
from checks.audit.pieces import Piece
from checks.audit.titles import ITEM, LINE, Part
from ingest.document import Document

AGREES = 0.85  # of the best order's likeness: for 1, 2, 3 ..., which a list of points counts as well
AGREES_APART = 0.6  # for 2, 5, 7: only the recommendations' own numbers leave some out
_UNDER = 1500  # characters under a mark that are held against the recommendations
_IN_TURN = re.compile(
    r"\b(?:besvaras|kommenteras|svarar|behandlas|lämnas|följer|bemöts)\b[^.]{0,60}\b(?:i tur och ordning|"
    r"i (?:samma|nummer|den) ?ordning)\b",
    re.IGNORECASE,
)
_FAINT = 0.12  # the mean likeness below which words speak neither for nor against the numbers
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
    apart = asking.numbered and any(after > before + 1 for before, after in pairwise(first))
    enough = AGREES_APART if apart else AGREES
    if at_best < _FAINT * len(counted):  # other words altogether: the numbers alone tell, or do not
        return {each.block: each.among for each in counted} if apart or len(counted) == len(asking.texts) else {}
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


def marked(
    document: Document, asking: Asking, parts: Sequence[Part], depths: Sequence[int], repeats: Collection[int]
) -> tuple[dict[int, tuple[int, ...]], frozenset[int]]:
    """The blocks whose mark is a recommendation's number, and of them those that nothing stands under."""
    found: dict[int, tuple[int, ...]] = {}
    single: set[int] = set()
    for depth, places in _groups(document, asking, parts, depths, repeats):
        under = {place: _under(document, place, depth, depths, places) for place in places}
        chosen = agreed([_counted(document, place, under[place], asking) for place in places], asking)
        found.update(chosen)
        if chosen and len(places) > 1 and all(under[place] == place + 1 for place in places[:-1]):
            single |= set(places)
    return found, frozenset(single)


def _groups(
    document: Document, asking: Asking, parts: Sequence[Part], depths: Sequence[int], repeats: Collection[int]
) -> list[tuple[int, list[int]]]:
    """The blocks with marks that count together: headings of one depth, the items under one title."""
    groups: dict[tuple[int, int, bool], list[int]] = {}
    title, deciding = -1, False
    for place, block in enumerate(document.blocks):
        text = document.quote(block.span)
        marks = bare(text) if not block.cells and parts[place] is Part.OPEN and place not in repeats else ()
        if depths[place] and not marks:
            title, deciding = place, titles.decides(text)
        if marks and not deciding and asking.by_keys(marks):
            depth = depths[place] or ITEM
            groups.setdefault((depth, title if depth >= LINE else -1, marks[0].isdigit()), []).append(place)
    return [(depth, places) for (depth, _, _), places in groups.items()]


def _counted(document: Document, place: int, end: int, asking: Asking) -> Counted:
    title = document.quote(document.blocks[place].span)
    words = " ".join(document.quote(block.span) for block in document.blocks[place:end])
    return Counted(place, asking.by_keys(bare(title)), title, words[:_UNDER])


def _under(document: Document, place: int, depth: int, depths: Sequence[int], places: Sequence[int]) -> int:
    """The block after the last that stands under a mark."""
    for at in range(place + 1, len(document.blocks)):
        if at in places or 0 < depths[at] <= depth:
            return at
    return len(document.blocks)


def in_turn(
    document: Document,
    asking: Asking,
    parts: Sequence[Part],
    depths: Sequence[int],
    of_block: Mapping[int, Sequence[Piece]],
) -> dict[int, tuple[int, ...]]:
    """The paragraphs that answer one recommendation each, where the response says that it answers them in turn and
    as many paragraphs follow as there are recommendations.
    """
    said = [place for place, pieces in of_block.items() if any(_IN_TURN.search(piece.text) for piece in pieces)]
    if len(said) != 1:
        return {}
    following: list[int] = []
    for place in range(said[0] + 1, len(document.blocks)):
        if depths[place] or parts[place] is not parts[said[0]]:
            break
        if place in of_block and not document.blocks[place].cells:
            following.append(place)
    return {place: (at,) for at, place in enumerate(following)} if len(following) == len(asking.texts) else {}

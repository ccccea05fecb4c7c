"""Which recommendation each open sentence of a response is about, all of them seen together, in order.

A linear-chain model: how near a sentence is to a recommendation, against how likely it is to be about none; what the
sentence before it is about; and what has had its answer already. Trained by `klausul train`; the likeliest reading of
the whole response is sought with a beam.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from checks.audit.nearness import LIKELY, Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LEANING = 1.5  # off the score of being about none: what is asked for is oftener answered than not
UNCOVERED = 2.0  # off the score of a reading, for each recommendation of the board's that it leaves unanswered
_LONG = 6  # sentences: a longer paragraph is likely about several recommendations
STEPS = 17  # features of a step from one sentence to the next
_BEAM = 40
_OWN_WIDE, _PARAGRAPH, _REPORT, _REPORT_BEST = 0, 3, 7, 8  # ways of being near, as `nearness.near` orders them
_MEANT_OWN, _MEANT, _MEANT_FIRST = 9, 10, 11
_GOES_ON = re.compile(
    r"^(?:arbetet|detta|dessa|den|det|de|därför|därefter|därmed|modellen|rutinen|uppdraget|utöver detta|vidare|"
    r"även|samtidigt|tidplanen|ansvarig|ansvaret|nästa steg|planen|målet|under|i samband|mot (?:denna|den) bakgrund|"
    r"härutöver|dessutom|resultatet|genomgången|översynen|åtgärden|kontrollerna|utbildningen|"
    r"ett (?:första|sådant)|en (?:första|sådan)|för detta|genom detta|nämnden (?:kommer|avser|har)|"
    r"styrelsen (?:kommer|avser|har)|förvaltningen (?:kommer|avser|har))\b",
    re.IGNORECASE,
)


class Sentence(NamedTuple):
    """An open sentence ready to be weighed: `near` is recommendations x features, `none` what tells that it is about
    none, `allowed` which recommendations it may be about. `passage` is the chance that it is an answer's, `long` is
    true in a paragraph of many sentences.
    """

    near: Floats
    none: Floats
    allowed: NDArray[np.bool_]
    paragraph: int
    heading: str
    goes_on: bool
    passage: float
    long: bool


@dataclass(frozen=True)
class Wanted:
    """Of each recommendation, whether it is one for the answering board, and whether an anchor has given it pieces."""

    mine: tuple[bool, ...]
    named: tuple[bool, ...]


def sentences(
    found: Sequence[Place], ways: Sequence[Floats], passages: Sequence[float], wanted: Wanted
) -> list[Sentence]:
    """The open sentences with all that the model weighs; `ways` as `nearness.near` gives them."""
    paragraph = np.array([each.paragraph for each in found])
    chances = np.array(passages, dtype=np.float32)
    best = {at: float(chances[paragraph == at].max()) for at in dict.fromkeys(paragraph.tolist())}
    order = {at: place for place, at in enumerate(best)}
    likely = np.array([best[at] > LIKELY for at in paragraph.tolist()])
    count = ways[0].shape[1]
    made = []
    for row, each in enumerate(found):
        rivals = likely & (paragraph != each.paragraph)
        own = float(chances[row])
        top = best[each.paragraph]
        place = order[each.paragraph] / max(1, len(order) - 1)
        size = float((paragraph == each.paragraph).sum())
        known = np.column_stack(
            [
                *_nearness(ways, row, rivals),
                wanted.mine,
                np.full(count, each.open.zone is not None),
                wanted.named,
                np.ones(count),
                np.abs(np.arange(count) / max(1, count - 1) - place) if len(order) > 1 else np.zeros(count),
            ]
        ).astype(np.float32)
        none = [own, top, own**2, top**2, each.open.zone is not None, size, len(order) / 20, 1.0]
        allowed = np.array([at in each.open.among for at in range(count)])
        goes_on = bool(_GOES_ON.match(each.piece.text))
        made.append(
            Sentence(
                known,
                np.array(none, dtype=np.float32),
                allowed,
                each.paragraph,
                each.open.heading,
                goes_on,
                own,
                size > _LONG,
            )
        )
    return made


def _nearness(ways: Sequence[Floats], row: int, rivals: NDArray[np.bool_]) -> list[Floats]:
    """Columns: each way; how much nearer than another recommendation; how much nearer than another paragraph."""
    meant = len(ways) > _MEANT
    columns = [way[row] for way in ways]
    for at in (_PARAGRAPH, _OWN_WIDE, _REPORT, _REPORT_BEST, *((_MEANT, _MEANT_OWN, _MEANT_FIRST) if meant else ())):
        columns.append(ways[at][row] - _best_other(ways[at][row]))
    for at in (_PARAGRAPH, *((_MEANT,) if meant else ())):
        above = ways[at][rivals].max(0, initial=0)
        columns += [ways[at][row] - above, (ways[at][row] >= above).astype(np.float32)]
    both = ways[_PARAGRAPH] + (ways[_MEANT] if meant else 0)
    first = both[row] > _best_other(both[row])
    nearest = both[row] > both[rivals].max(0, initial=0)
    return [*columns, first.astype(np.float32), nearest.astype(np.float32), (first & nearest).astype(np.float32)]


def _best_other(row: Floats) -> Floats:
    """For each number the highest of the others, 0 where it stands alone."""
    if len(row) < 2:
        return np.zeros_like(row)
    order = np.sort(row)
    return cast("Floats", np.where(row == order[-1], order[-2], order[-1]).astype(np.float32))


def step(now: Sentence, before: Sentence | None, last: int | None, done: frozenset[int], wanted: Wanted) -> Floats:
    """Labels (recommendations, then none) x features of going on to each from `last`, with those in `done` left."""
    count = len(wanted.mine)
    table = np.zeros((count + 1, STEPS), dtype=np.float32)
    for label in range(count):
        if label != last:
            table[label, 10] = label in done
            table[label, 11] = label not in done and wanted.mine[label] and not wanted.named[label]
    if before is None or last is None:
        return table
    same, under = now.paragraph == before.paragraph, now.heading == before.heading
    if last == count:
        table[count, 6], table[count, 7] = same, not same
        return table
    table[last, 0], table[last, 1] = same, not same and under
    table[last, 14], table[count, 15] = same and now.long, same and now.long
    table[last, 16] = same and now.goes_on
    table[last, 2], table[last, 9] = not same and under and now.goes_on, not same and not under
    if last + 1 < count:
        table[last + 1, 3], table[last + 1, 4] = same, not same
    for label in range(count):
        if label not in (last, last + 1):
            table[label, 8], table[label, 12] = label < last, same
    table[count, 5], table[count, 13] = same, not same
    return table


def standing(sentence: Sentence) -> Floats:
    """Labels x features of a sentence by itself, without its step."""
    count, width = sentence.near.shape
    table = np.zeros((count + 1, width + len(sentence.none)), dtype=np.float32)
    table[:count, :width], table[count, width:] = sentence.near, sentence.none
    return table


class _Reading(NamedTuple):
    score: float
    last: int | None
    done: frozenset[int]
    labels: tuple[int, ...]


def likeliest(found: Sequence[Sentence], weights: Floats, wanted: Wanted) -> list[int | None]:
    """The recommendation of each sentence in the likeliest reading of all, None for those that are about none."""
    count = len(wanted.mine)
    readings = [_Reading(0.0, None, frozenset(), ())]
    before: Sentence | None = None
    for now in found:
        alone = np.einsum("lf,f->l", standing(now), weights[:-STEPS])
        alone[count] -= LEANING
        alone[:count][~now.allowed] = -np.inf
        readings = _extended(readings, now, before, alone, weights[-STEPS:], wanted)
        before = now
    left = [at for at in range(count) if wanted.mine[at] and not wanted.named[at]]
    best = max(readings, key=lambda reading: reading.score - UNCOVERED * _uncovered(reading.labels, found, left))
    return [label if label < count else None for label in best.labels]


def _uncovered(labels: Sequence[int], found: Sequence[Sentence], left: Sequence[int]) -> int:
    covered = {label for label, each in zip(labels, found, strict=True) if each.passage > LIKELY}
    return sum(at not in covered for at in left)


def _extended(
    readings: Sequence[_Reading],
    now: Sentence,
    before: Sentence | None,
    alone: Floats,
    weights: Floats,
    wanted: Wanted,
) -> list[_Reading]:
    """The readings with one sentence more: the best of each state, the best states."""
    best: dict[tuple[int, frozenset[int]], _Reading] = {}
    count = len(wanted.mine)
    for reading in readings:
        scores = (
            reading.score + alone + np.einsum("lf,f->l", step(now, before, reading.last, reading.done, wanted), weights)
        )
        for label in np.flatnonzero(np.isfinite(scores)).tolist():
            left_it = reading.last is not None and reading.last not in (count, label)
            done = reading.done | {reading.last} if left_it and reading.last is not None else reading.done
            known = best.get((label, done))
            if known is None or known.score < scores[label]:
                best[label, done] = _Reading(float(scores[label]), label, done, (*reading.labels, label))
    return sorted(best.values(), key=lambda reading: -reading.score)[:_BEAM]

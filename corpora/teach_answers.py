"""The later steps of learning to read answers: passages, the sequence, and what the words on a recommendation say.

Each lesson is scored by a reader that has not seen its hand (`Heard`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from checks.audit.answer_inputs import STATUSES, answer_inputs
from checks.audit.eyes import Eye, Logistic
from checks.audit.hearing import Hearing, answering, passage_inputs, scored
from checks.audit.nearness import near, places
from checks.audit.pieces import Piece
from checks.audit.sentence_reader import SIGNALS, SentenceReader
from checks.audit.sequence import Sentence, Wanted, likeliest, sentences, standing, step
from corpora.answer_lessons import Lesson

Floats = NDArray[np.float32]
_PASSAGE, _ANSWER = 0.1, 0.05  # C of the logistics
_CHAIN = 2.0  # how much the chain's weights are held back
_ROUNDS = 200


@dataclass(frozen=True)
class Heard:
    """A lesson and what a reader hears in it."""

    lesson: Lesson
    hearing: Hearing

    @property
    def inputs(self) -> tuple[list[Piece], Floats]:
        """The pieces that can be an answer's, and what tells whether they are."""
        lesson, pieces = self.lesson, answering(self.hearing.pieces)
        anchored = frozenset(piece for kept in lesson.walk.aligned.pieces.values() for piece in kept)
        return pieces, passage_inputs(lesson.document, pieces, lesson.said, self.hearing.scores, anchored)


def hear(lesson: Lesson, reader: SentenceReader) -> Heard:
    """The lesson as a reader hears it, its passages not yet told."""
    scores, meant = scored(reader, lesson.said, lesson.day)
    return Heard(lesson, Hearing(tuple(lesson.said), lesson.said, scores, meant, {}))


def teach(reader: SentenceReader, heard: Sequence[Heard]) -> Eye:
    """An eye with that reader, its later steps learned from what readers new to each hand have heard."""
    passage = _passages(heard)
    told = [with_passages(each, passage) for each in heard]
    chains = [_chain(each) for each in told]
    weights = _sequence(chains)
    rows, statuses, signals = _answers(told, chains, weights)
    answered = statuses != "unanswered"
    return Eye(
        reader,
        passage,
        weights,
        _logistic(rows[answered], signals[answered], _ANSWER),
        _shares(rows, statuses),
    )


def with_passages(heard: Heard, passage: Logistic) -> Heard:
    """The same, with the chance of each piece that it is an answer's."""
    pieces, inputs = heard.inputs
    chances = passage.chances(inputs)[:, 0].tolist() if pieces else []
    return replace(heard, hearing=replace(heard.hearing, passage=dict(zip(pieces, chances, strict=True))))


def _passages(heard: Sequence[Heard]) -> Logistic:
    rows, right = [], []
    for each in heard:
        pieces, inputs = each.inputs
        rows.append(inputs)
        right += [bool(each.lesson.right[piece]) for piece in pieces]
    return _logistic(np.vstack([each for each in rows if len(each)]), np.array(right)[:, None], _PASSAGE)


@dataclass(frozen=True)
class _Chain:
    """The open sentences of a lesson as the sequence model sees them, and what each is about: `right` holds labels
    (none is their number), and is None where it cannot be said.
    """

    sentences: list[Sentence]
    right: list[tuple[int, ...] | None]
    wanted: Wanted
    pieces: list[Piece]


def _chain(heard: Heard) -> _Chain:
    lesson = heard.lesson
    found = places(lesson.walk.open)
    wanted = Wanted(lesson.mine, tuple(at in lesson.walk.aligned.pieces for at in range(len(lesson.mine))))
    if not found:
        return _Chain([], [], wanted, [])
    ways = near(found, lesson.asking, lesson.findings, heard.hearing)
    ready = sentences(found, ways, [heard.hearing.passage[each.piece] for each in found], wanted)
    answers = {each.paragraph for each in found if lesson.right[each.piece]}
    right: list[tuple[int, ...] | None] = []
    for each in found:
        known = lesson.right[each.piece]
        right.append(known or (None if each.paragraph in answers else (len(lesson.mine),)))
    return _Chain(ready, right, wanted, [each.piece for each in found])


def _sequence(chains: Sequence[_Chain]) -> Floats:
    """The weights under which the right labels are likeliest, each sentence after the right label before it."""
    tables = [row for chain in chains for row in _steps(chain)]
    width = tables[0][0].shape[1]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = _CHAIN * float(weights @ weights) / 2, _CHAIN * weights
        for table, allowed, right in tables:
            scores = np.where(allowed, table @ weights, -np.inf)
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            wanted = np.zeros_like(chances)
            wanted[list(right)] = chances[list(right)]
            share = wanted.sum()
            if share > 0:
                total -= float(np.log(share))
                slope = slope - (wanted / share - chances) @ table
        return total, slope

    found = minimize(loss, np.zeros(width), jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return np.asarray(found.x, dtype=np.float32)


def _steps(chain: _Chain) -> list[tuple[Floats, NDArray[np.bool_], tuple[int, ...]]]:
    rows = []
    before: Sentence | None = None
    last: int | None = None
    done: frozenset[int] = frozenset()
    for now, right in zip(chain.sentences, chain.right, strict=True):
        if right is None:
            continue
        table = np.hstack([standing(now), step(now, before, last, done, chain.wanted)])
        rows.append((table, np.append(now.allowed, True), right))
        if last is not None and last < len(chain.wanted.mine) and right[0] != last:
            done |= {last}
        before, last = now, right[0]
    return rows


def _answers(
    told: Sequence[Heard], chains: Sequence[_Chain], weights: Floats
) -> tuple[Floats, NDArray[np.str_], NDArray[np.bool_]]:
    """(inputs, statuses, signals) of every recommendation and response: as aligned, and where the right words are
    known as they are too.
    """
    rows: list[Floats] = []
    statuses: list[str] = []
    signals: list[list[bool]] = []
    for heard, chain in zip(told, chains, strict=True):
        lesson = heard.lesson
        labels = likeliest(chain.sentences, weights, chain.wanted) if chain.sentences else []
        for at, answer in enumerate(lesson.answers):
            if answer is None:
                continue
            given = [*lesson.walk.aligned.pieces.get(at, [])]
            given += [piece for piece, label in zip(chain.pieces, labels, strict=True) if label == at]
            exact = [piece for piece in lesson.said if at in lesson.right[piece]]
            for pieces in [given, exact] if exact else [given]:
                ordered = sorted(set(pieces), key=lambda piece: piece.span.start)
                named = at in lesson.walk.aligned.pieces
                rows.append(answer_inputs(heard.hearing, ordered, lesson.mine[at], named))
                statuses.append(answer.status)
                signals.append([signal in answer.signals for signal in SIGNALS])
    return np.array(rows), np.array(statuses), np.array(signals)


def _logistic(rows: Floats, right: NDArray[np.bool_], strength: float) -> Logistic:
    """A logistic for each column of `right`."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    scaled = (rows - mean) / spread
    fitted = [LogisticRegression(C=strength, max_iter=2000).fit(scaled, right[:, at]) for at in range(right.shape[1])]
    return _as_numbers(
        mean, spread, np.column_stack([each.coef_[0] for each in fitted]), [each.intercept_[0] for each in fitted]
    )


def _shares(rows: Floats, statuses: NDArray[np.str_]) -> Logistic:
    """One of the statuses, in the order of `STATUSES`."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    fitted = LogisticRegression(C=_ANSWER, max_iter=3000).fit((rows - mean) / spread, statuses)
    order = [list(fitted.classes_).index(status) for status in STATUSES]
    return _as_numbers(mean, spread, fitted.coef_[order].T, fitted.intercept_[order])


def _as_numbers(*parts: object) -> Logistic:
    return Logistic(*(np.asarray(part, dtype=np.float32) for part in parts))

"""The learned reader of guideline statements: which topics a statement takes up, and how.

A linear model over the features of `topic_features`, trained by `klausul train` from labelled statements. Its weights
are plain numbers in `weights/topics.npz`; nothing in it is executed. Votes are probabilities, fitted on voices that the
model had not seen. A vote is no verdict: `coverage_statements` asks what binds and what stands beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from checks.topic_features import BLOCKS, WEIGHTS, Seen, blocks, first_words
from clauses.framework_files import load_framework

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WEIGHTS_FILE = Path(__file__).parent / "weights" / "topics.npz"
PIECES = ("who", "when", "check")
MENTIONS = ("risk", "intent", "refers", "lacking")
FORMS = ("bind", *PIECES, *MENTIONS, "miss")  # heads that are the same for all topics
KINDS = ("topic", "form")
PARTS = ("mean", "spread", "weights", "bias")
FAR = -0.95  # scores below are far from a topic, and are not weighed


@dataclass(frozen=True)
class Weighing:
    """Weighs scores against each other and against what the rules see: logistics over inputs that are centred by
    `mean` and `spread`. One weighs the scores of all topics, and one for each head those of the form.
    """

    mean: Floats
    spread: Floats
    weights: Floats
    bias: Floats

    def __call__(self, inputs: Floats) -> Floats:
        """Probabilities, a row for each row of inputs."""
        scaled: Floats = ((inputs - self.mean) / self.spread).astype(np.float32)
        return logistic(scaled @ self.weights + self.bias)


def weighing_inputs(scores: Floats, shown: NDArray[np.int8], rows: NDArray[np.intp], at: NDArray[np.intp]) -> Floats:
    """What `Weighing` looks at, for the statements `rows` and topics `at`: `scores` are statements x heads, topics
    first, `shown` statements x topics.
    """
    topics = shown.shape[1]
    scores = scores.astype(np.float32)
    ordered = np.sort(scores[:, :topics], axis=1)
    own = scores[rows, at]
    other = np.where(own == ordered[rows, -1], ordered[rows, -2], ordered[rows, -1])
    told = shown[rows, at]
    flags = np.stack([told == kind for kind in (1, 2, 3)], axis=1).astype(np.float32)
    return np.column_stack([own, own - other, flags, flags[:, 2] * own, scores[rows][:, topics:]]).astype(np.float32)


def form_inputs(scores: Floats, seen: Sequence[Seen]) -> Floats:
    """What weighs the scores of the form looks at: those scores, and what the rules see."""
    flags = np.array([each.form.flags for each in seen], dtype=np.float32)
    return np.column_stack([scores[:, -len(FORMS) :], flags]).astype(np.float32)


@dataclass(frozen=True)
class Votes:
    """Statements x heads: probabilities. Heads are topics, then `FORMS`."""

    heads: tuple[str, ...]
    table: Floats

    def of(self, head: str) -> Floats:
        """The votes of one head, one for each statement."""
        return self.table[:, self.heads.index(head)]


@dataclass(frozen=True)
class TopicReader:
    """`rows` maps a feature of a block to its row in `weights` (features x heads, times idf); `idf` is the features'.

    `topic_weighing` and `form_weighing` turn scores into probabilities.
    """

    heads: tuple[str, ...]
    rows: tuple[dict[str, int], ...]
    idf: Floats
    weights: Floats
    bias: Floats
    topic_weighing: Weighing
    form_weighing: Weighing

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that the reader knows."""
        return tuple(head for head in self.heads if head not in FORMS)

    def read(self, seen: Sequence[Seen]) -> Votes:
        """The votes on statements."""
        if not seen:
            return Votes(self.heads, np.zeros((0, len(self.heads)), np.float32))
        scores = matrix(seen, self.rows, self.idf) @ self.weights + self.bias
        votes = np.zeros(scores.shape, dtype=np.float32)
        topics = len(self.topics)
        near, at = np.nonzero(scores[:, :topics] > FAR)
        votes[near, at] = self.topic_weighing(weighing_inputs(scores, shown(seen), near, at))
        votes[:, topics:] = self.form_weighing(form_inputs(scores, seen))
        return Votes(self.heads, votes)


def shown(seen: Sequence[Seen]) -> NDArray[np.int8]:
    """Statements x topics of the first framework: how their words show them."""
    words = first_words()
    return np.array([words.shown(each.text, each.context) for each in seen], dtype=np.int8)


def matrix(seen: Sequence[Seen], rows: Sequence[dict[str, int]], idf: Floats) -> csr_matrix:
    """Statements x features, each block of a statement scaled to its weight."""
    columns: list[int] = []
    values: list[Floats] = []
    ends = [0]
    for statement in seen:
        for names, table, weight in zip(blocks(statement), rows, WEIGHTS, strict=True):
            known = [table[name] for name in names if name in table]
            if known:
                counted, times = np.unique(known, return_counts=True)
                value = idf[counted] * times
                values.append((weight * value / np.sqrt(float((value**2).sum()))).astype(np.float32))
                columns += counted.tolist()
        ends.append(len(columns))
    data = np.concatenate(values) if values else np.zeros(0, np.float32)
    return csr_matrix((data, columns, ends), shape=(len(seen), len(idf)))


def logistic(logits: Floats) -> Floats:
    """Scores as probabilities."""
    return (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).astype(np.float32)


@cache
def load(path: Path = WEIGHTS_FILE) -> TopicReader:
    """The reader that klausul ships with."""
    with np.load(path, allow_pickle=False) as data:
        rows, start = [], 0
        for name in BLOCKS:
            block = lines(data[name])
            rows.append({feature: start + place for place, feature in enumerate(block)})
            start += len(block)
        weights = data["weights"].astype(np.float32) * data["scale"].astype(np.float32)
        bias, idf = data["bias"].astype(np.float32), data["idf"].astype(np.float32)
        kinds = [Weighing(*(data[f"{kind}_{part}"].astype(np.float32) for part in PARTS)) for kind in KINDS]
        return TopicReader(tuple(lines(data["heads"])), tuple(rows), idf, weights, bias, *kinds)


def words_mark() -> str:
    """What tells one framework's words from another's: the weights hold for the words that they were trained with."""
    told = "\n".join(
        f"{topic.id}: {[(way.words, way.with_, way.without) for way in topic.recognised]} {topic.not_}"
        for topic in load_framework().topics
    )
    return hashlib.sha256(told.encode("utf-8")).hexdigest()


def trained_with(path: Path = WEIGHTS_FILE) -> str:
    """The mark of the words that the weights were trained with."""
    with np.load(path, allow_pickle=False) as data:
        return lines(data["words_mark"])[0]


def lines(packed: NDArray[np.uint8]) -> list[str]:
    """Names that were packed as one array of bytes."""
    return packed.tobytes().decode("utf-8").split("\n")

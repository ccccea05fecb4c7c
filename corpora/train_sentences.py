"""The first step of learning to read answers: what a sentence says, a linear classifier a head.

Learned from the labelled sentences, and from the sentences of labelled responses: of those it is only known which are
an answer's, and that the others give no signal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.svm import LinearSVC

from checks.audit.hearing import answering, meanings
from checks.audit.pieces import Piece
from checks.audit.saying import read
from checks.audit.sentence_features import Blocks, blocks
from checks.audit.sentence_reader import HEADS, MEANING, SIGNALS, SentenceReader, matrix
from corpora.answer_lessons import Lesson
from corpora.answer_statements import AnswerStatement
from corpora.vocabulary import Vocabulary, vocabulary
from ingest.document import Span

STRENGTH = 0.3  # C of the classifiers
DAY = date(2026, 11, 20)  # when the labelled sentences are said
Floats = NDArray[np.float32]
_POSITION = HEADS.index("position")


@dataclass(frozen=True)
class Rows:
    """Sentences to learn from: features, embeddings (None without the encoder), labels (1, 0, -1 where unknown)."""

    features: list[Blocks]
    meanings: Floats | None
    labels: NDArray[np.int8]

    def and_(self, other: Rows) -> Rows:
        """Both."""
        both = None if self.meanings is None or other.meanings is None else np.vstack([self.meanings, other.meanings])
        return Rows([*self.features, *other.features], both, np.vstack([self.labels, other.labels]))


def of_statements(statements: Sequence[AnswerStatement], meant: bool) -> Rows:
    """The labelled sentences; `meant` asks for their embeddings too."""
    features = []
    labels = np.zeros((len(statements), len(HEADS)), dtype=np.int8)
    for row, statement in enumerate(statements):
        piece = Piece(Span(0, len(statement.text)), statement.text, 0, None)
        features.append(blocks(read(piece, None, DAY), DAY))
        for name in statement.says:
            labels[row, HEADS.index(name)] = 1
        labels[row, _POSITION] = statement.takes_a_position
    return Rows(features, meanings([each.text for each in statements]) if meant else None, labels)


def of_lessons(taught: Sequence[Lesson], meant: bool) -> Rows:
    """The sentences of responses that can be an answer's."""
    features, texts, labels = [], [], []
    for lesson in taught:
        for piece in answering(list(lesson.said)):
            features.append(blocks(lesson.said[piece], lesson.day))
            texts.append(" ".join(piece.text.split()))
            known = np.full(len(HEADS), -1, dtype=np.int8)
            known[_POSITION] = bool(lesson.right[piece])
            if not lesson.right[piece]:
                known[: len(SIGNALS)] = 0
            labels.append(known)
    table = np.array(labels, dtype=np.int8).reshape(-1, len(HEADS))
    return Rows(features, meanings(texts) if meant else None, table)


@dataclass(frozen=True)
class Fitted:
    """A reader for words, one for words and meaning (None without the encoder), and the features of both."""

    words: SentenceReader
    meaning: SentenceReader | None
    vocabulary: Vocabulary


def fit(rows: Rows) -> Fitted:
    """Both readers, learned from rows."""
    known = vocabulary(rows.features)
    tables = tuple(known.rows())
    features = matrix(rows.features, tables, known.idf)
    nothing = np.zeros(1, dtype=np.float32)
    weights, bias = _classifiers(features, rows.labels)
    words = SentenceReader(tables, known.idf, weights, bias, None, nothing, nothing)
    if rows.meanings is None:
        return Fitted(words, None, known)
    mean, spread = rows.meanings.mean(0), rows.meanings.std(0) + 1e-6
    scaled = sparse.csr_matrix((rows.meanings - mean) / spread * MEANING)
    both, bias = _classifiers(sparse.hstack([features, scaled]).tocsr(), rows.labels)
    count = features.shape[1]
    meaning = SentenceReader(tables, known.idf, both[:count], bias, both[count:], mean, spread)
    return Fitted(words, meaning, known)


def _classifiers(features: sparse.csr_matrix, labels: NDArray[np.int8]) -> tuple[Floats, Floats]:
    """(features x heads weights, heads biases)."""
    weights = np.zeros((features.shape[1], labels.shape[1]), dtype=np.float32)
    bias = np.zeros(labels.shape[1], dtype=np.float32)
    for head in range(labels.shape[1]):
        known = np.flatnonzero(labels[:, head] >= 0)
        model = LinearSVC(C=STRENGTH, class_weight="balanced", random_state=0)
        model.fit(features[known], labels[known, head])
        weights[:, head], bias[head] = model.coef_[0], model.intercept_[0]
    return weights, bias

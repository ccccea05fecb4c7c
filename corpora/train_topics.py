"""Trains the learned topic reader from the labelled topic statements, and writes its weights as plain numbers.

One linear classifier a head over the features of `checks.topic_features`; its scores become probabilities by a fit on
voices that the model had not seen: every voice is once left out. Deterministic: the same statements give the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from checks.reader import pack
from checks.topic_features import BLOCKS, Seen, blocks
from checks.topic_reader import (
    FAR,
    FORMS,
    KINDS,
    MENTIONS,
    PARTS,
    PIECES,
    WEIGHTS_FILE,
    Weighing,
    form_inputs,
    matrix,
    shown,
    weighing_inputs,
    words_mark,
)
from clauses.framework_files import load_framework
from corpora.topic_statements import EXAMPLES, MISSING, TOPICS, TopicStatement, examples, load, test_voices
from corpora.vocabulary import vocabulary

STRENGTH = 0.5  # C of the classifiers
Say = Callable[[str], None]
Labels = NDArray[np.int8]
Floats = NDArray[np.float32]


def seen(statements: Sequence[TopicStatement]) -> list[Seen]:
    """What the reader sees of labelled statements."""
    return [Seen(row.text, row.lead_in, " ".join(filter(None, (row.heading, row.heads)))) for row in statements]


def heads() -> tuple[str, ...]:
    """A head for each topic of the first framework, then those of the form."""
    return (*(topic.id for topic in load_framework().topics), *FORMS)


def labels(statements: Sequence[TopicStatement]) -> Labels:
    """Statements x heads: 1, 0, or -1 where the label does not say."""
    names = heads()
    table = np.zeros((len(statements), len(names)), dtype=np.int8)
    for line, row in enumerate(statements):
        for column, head in enumerate(names):
            table[line, column] = _label(row, head)
    return table


def _label(row: TopicStatement, head: str) -> int:
    if head not in FORMS:
        return int(head in row.topics)
    if row.topic == "other" or not row.how:
        return 1 if head == "miss" and not row.also else -1
    if row.voice == EXAMPLES and head in PIECES:
        return -1
    missing = bool(set(row.how) & MISSING)
    if head == "miss":
        return int(missing and not row.also)
    if head in row.how:
        return 1
    mentions = bool(set(row.how) & set(MENTIONS))
    if head == "bind" and not mentions:
        return -1  # a piece beside a binding statement: it tells neither
    return -1 if missing or (mentions and head in ("who", "when", "check")) else 0


def fit(features: sparse.csr_matrix, table: Labels) -> tuple[Floats, Floats]:
    """(features x heads weights, heads biases), a linear classifier a head."""
    weights = np.zeros((features.shape[1], table.shape[1]), dtype=np.float32)
    bias = np.full(table.shape[1], -2.0, dtype=np.float32)
    for head in range(table.shape[1]):
        known = np.flatnonzero(table[:, head] >= 0)
        if not len(known) or table[known, head].max() == 0 or table[known, head].min() == 1:
            continue
        model = LinearSVC(C=STRENGTH, class_weight="balanced", random_state=0)
        model.fit(features[known], table[known, head])
        weights[:, head], bias[head] = model.coef_[0], model.intercept_[0]
    return weights, bias


def unseen_scores(statements: Sequence[TopicStatement], say: Say = lambda _: None) -> Floats:
    """Statements x heads: the scores on each statement by a model that has not seen its voice."""
    table, views = labels(statements), seen(statements)
    voices = np.array([row.voice for row in statements])
    scores = np.zeros((len(statements), table.shape[1]), dtype=np.float32)
    for voice in sorted(set(voices)):
        out = voices == voice
        words = vocabulary([blocks(view) for view, left in zip(views, out, strict=True) if not left])
        features = matrix(views, words.rows(), words.idf)
        weights, bias = fit(features[~out], table[~out])
        scores[out] = features[out] @ weights + bias
        say(f"left out {voice}")
    return scores


def topic_weighing(scores: Floats, table: Labels, views: Sequence[Seen]) -> Weighing:
    """The weighing of topics' scores, fitted on scores of models new to the voice."""
    told = shown(views)
    rows, at = np.nonzero(scores[:, : told.shape[1]] > FAR)
    inputs, target = weighing_inputs(scores, told, rows, at), table[rows, at]
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-6
    model = LogisticRegression(C=1.0, max_iter=1000).fit((inputs - mean) / spread, target)
    return _weighing(mean, spread, model.coef_[0], model.intercept_)


def form_weighing(scores: Floats, table: Labels, views: Sequence[Seen]) -> Weighing:
    """The weighing of the scores of the form, a logistic for each head, fitted on scores of models new to the voice."""
    inputs = form_inputs(scores, views)
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-6
    weights = np.zeros((inputs.shape[1], len(FORMS)), dtype=np.float32)
    bias = np.full(len(FORMS), -3.0, dtype=np.float32)
    for place, head in enumerate(range(table.shape[1] - len(FORMS), table.shape[1])):
        known = np.flatnonzero(table[:, head] >= 0)
        if len(set(table[known, head].tolist())) < 2:
            continue
        model = LogisticRegression(C=1.0, max_iter=1000).fit(((inputs - mean) / spread)[known], table[known, head])
        weights[:, place], bias[place] = model.coef_[0], model.intercept_[0]
    return _weighing(mean, spread, weights, bias)


def _weighing(*numbers: NDArray[np.floating]) -> Weighing:
    return Weighing(*(np.asarray(number, dtype=np.float32) for number in numbers))


def train(say: Say = lambda _: None, path: Path = WEIGHTS_FILE, folder: Path = TOPICS) -> Path:
    """Trains on every voice of the folder but the test voices, and on the framework's examples, and writes the weights.
    Takes half a minute.
    """
    held_back = test_voices()
    statements = [row for row in load(folder) if row.voice not in held_back]
    statements += examples(load_framework())
    table = labels(statements)
    views = seen(statements)
    scores = unseen_scores(statements, say)
    kinds = {"topic": topic_weighing(scores, table, views), "form": form_weighing(scores, table, views)}
    words = vocabulary([blocks(view) for view in views])
    weights, bias = fit(matrix(views, words.rows(), words.idf), table)
    path.parent.mkdir(exist_ok=True, parents=True)
    scale = np.abs(weights).max(0) / 127 + 1e-12
    arrays = {
        "heads": pack(heads()),
        "words_mark": pack([words_mark()]),
        "weights": np.round(weights / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": bias,
        "idf": words.idf,
    }
    arrays |= {f"{kind}_{part}": getattr(kinds[kind], part) for kind in KINDS for part in PARTS}
    arrays |= {name: pack(block) for name, block in zip(BLOCKS, words.names, strict=True)}
    np.savez_compressed(path, **arrays)
    say(f"{len(statements)} topic statements, {len(weights)} features, {path.stat().st_size // 1024} kB")
    return path

"""Trains the learned reader from the labelled statements, and writes its weights as plain numbers.

One linear classifier a head over the features of `checks.features`, and the networks that weigh their votes, fitted on
voices that the model has not seen: every voice is once left out. Deterministic: the same statements give the same file.
"""

from __future__ import annotations

import math
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from sklearn.svm import LinearSVC

import clauses
from checks import features
from checks.parties import Parties, named
from checks.reader import NET_PARTS, WEIGHTS_FILE, lexicon_mark, pack
from checks.reading import Reading, read
from checks.weighing import FLOOR, MATTER_FLOOR, Columns, Net, denial_inputs, facet_inputs, flags
from corpora.statements import LabelledStatement, load

SEEN_IN = 2  # statements: a feature that fewer hold is left out
STRENGTH = 1.0  # C of the classifiers
FOLDS = 4
TRAPS = ("!weak", "!denied", "!other-party", "!other-sense")  # on whatever matter
TEST_VOICES: frozenset[str] = frozenset()
Say = Callable[[str], None]
Labels = NDArray[np.int8]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Vocabulary:
    """The features of each block in order, and their idf, from the statements trained on."""

    names: tuple[tuple[str, ...], ...]
    idf: tuple[NDArray[np.float64], ...]

    def matrix(self, seen: Sequence[features.Seen]) -> sparse.csr_matrix:
        """Statements x features of all blocks, each block scaled to its weight as the reader scales it."""
        blocks = []
        for block, (names, idf) in enumerate(zip(self.names, self.idf, strict=True)):
            place = {name: at for at, name in enumerate(names)}
            columns: list[int] = []
            ends = [0]
            scale = np.zeros(len(seen))
            for row, statement in enumerate(seen):
                known = [place[name] for name in _spelled_out(statement, block) if name in place]
                columns += known
                ends.append(len(columns))
                scale[row] = features.WEIGHTS[block] / math.sqrt(float((idf[known] ** 2).sum())) if known else 0.0
            counts = sparse.csr_matrix((idf[columns], columns, ends), shape=(len(seen), len(names)))
            blocks.append(sparse.diags(scale) @ counts)
        return sparse.hstack(blocks).tocsr()


def _spelled_out(statement: features.Seen, block: int) -> list[str]:
    """The features of one block, a piece once for every word that has it."""
    bare = statement.bare
    if block == 0:
        return sorted(statement.words(bare))
    if block == 1:
        meeting = (f"§{a} §{b}" for a, b in combinations(statement.meeting, 2))
        return sorted({*(f"{a} {b}" for a, b in pairwise(bare)), *meeting})
    spelled = set(bare) if block == 2 else statement.inherited.words
    return [piece for word in sorted(spelled) for piece in features.pieces(word)]


def vocabulary(seen: Sequence[features.Seen]) -> Vocabulary:
    """Every feature that at least `SEEN_IN` of the statements hold."""
    names, idf = [], []
    for block in range(len(features.BLOCKS)):
        held: Counter[str] = Counter()
        for statement in seen:
            held.update(set(_spelled_out(statement, block)))
        kept = sorted(name for name, count in held.items() if count >= SEEN_IN)
        names.append(tuple(kept))
        idf.append(np.array([math.log((1 + len(seen)) / (1 + held[name])) + 1 for name in kept]))
    return Vocabulary(tuple(names), tuple(idf))


@lru_cache
def _parties(buyer: str, supplier: str) -> Parties:
    return named(buyer, supplier)


def seen(statements: Iterable[LabelledStatement]) -> list[features.Seen]:
    """What the reader sees of labelled statements."""
    scanner = clauses.load().scanner
    views = []
    for row in statements:
        parties = _parties(row.buyer, row.supplier)
        inherited = features.inherit(row.context, parties, scanner)
        views.append(features.see(row.text, inherited, parties, scanner))
    return views


def heads_of(statements: Sequence[LabelledStatement]) -> tuple[str, ...]:
    """A head for each facet, for each requirement's denial and matter, and for weak wording."""
    facets = sorted({facet for row in statements for facet in row.facets})
    requirements = sorted({facet.partition(".")[0] for facet in facets})
    return (*facets, *(f"{name}!denied" for name in requirements), *(f"{name}?about" for name in requirements), *TRAPS)


def labels(statements: Sequence[LabelledStatement], heads: Sequence[str]) -> Labels:
    """Statements x heads: 1, 0, or -1 where the label does not say."""
    table = np.zeros((len(statements), len(heads)), dtype=np.int8)
    for line, row in enumerate(statements):
        given = {facet.partition(".")[0] for facet in row.facets}
        for column, head in enumerate(heads):
            if head in TRAPS:
                table[line, column] = row.trap == head.removeprefix("!")
            elif head.endswith("!denied"):
                on = row.about == head[: -len("!denied")]
                table[line, column] = -1 if row.trap == "denied" and not row.about else row.trap == "denied" and on
            elif head.endswith("?about"):
                name = head[: -len("?about")]
                unknown = not row.about and row.trap not in ("none", "other-sense") and name not in given
                on = name in given or (row.about == name and row.trap != "other-sense")
                table[line, column] = -1 if unknown else on
            else:
                table[line, column] = head in row.facets
    return table


def fit(matrix: sparse.csr_matrix, table: Labels) -> tuple[Floats, Floats]:
    """(features x heads weights, heads biases), a linear classifier a head."""
    weights = np.zeros((matrix.shape[1], table.shape[1]), dtype=np.float32)
    bias = np.full(table.shape[1], -2.0, dtype=np.float32)
    for head in range(table.shape[1]):
        known = np.flatnonzero(table[:, head] >= 0)
        if table[known, head].max() == 0:
            continue
        model = LinearSVC(C=STRENGTH, class_weight="balanced", random_state=0)
        model.fit(matrix[known], table[known, head])
        weights[:, head], bias[head] = model.coef_[0], model.intercept_[0]
    return weights, bias


def folds(voices: Sequence[str]) -> list[frozenset[str]]:
    """The voices in `FOLDS` parts of about the same number of statements."""
    parts: list[list[str]] = [[] for _ in range(FOLDS)]
    sizes = [0] * FOLDS
    for voice, count in sorted(Counter(voices).items(), key=lambda item: (-item[1], item[0])):
        smallest = sizes.index(min(sizes))
        parts[smallest].append(voice)
        sizes[smallest] += count
    return [frozenset(part) for part in parts]


def unseen_votes(statements: Sequence[LabelledStatement], columns: Columns, say: Say) -> Floats:
    """Statements x heads: the linear votes on each statement by a model that has not seen its voice."""
    table, views = labels(statements, columns.heads), seen(statements)
    voices = np.array([row.voice for row in statements])
    votes = np.zeros((len(statements), len(columns.heads)), dtype=np.float32)
    for part in folds(list(voices)):
        left_out = np.isin(voices, list(part))
        words = vocabulary([view for view, out in zip(views, left_out, strict=True) if not out])
        matrix = words.matrix(views)
        weights, bias = fit(matrix[~left_out], table[~left_out])
        votes[left_out] = matrix[left_out] @ weights + bias
        say(f"left out {', '.join(sorted(part))}")
    return votes


def nets(statements: Sequence[LabelledStatement], votes: Floats, columns: Columns) -> tuple[Net, Net]:
    """The networks that weigh votes for facets and for denials, fitted on votes of models new to the voice."""
    signs = np.array([flags(reading) for reading in readings(statements)], dtype=np.float32)
    table = labels(statements, columns.heads)
    near = np.nonzero(votes[:, : len(columns.facets)] > FLOOR)
    facets = facet_inputs(votes, signs, columns, *near), table[:, : len(columns.facets)][near]
    near = np.nonzero((votes[:, columns.about] > MATTER_FLOOR) & (table[:, columns.denied] >= 0))
    return _net(*facets), _net(denial_inputs(votes, signs, columns, *near), table[:, columns.denied][near])


def _net(inputs: Floats, target: Labels) -> Net:
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-6
    model = MLPClassifier((16,), alpha=1e-3, max_iter=40, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the number of rounds is the choice, not convergence
        model.fit((inputs - mean) / spread, target)
    numbers = (mean, spread, model.coefs_[0], model.intercepts_[0], model.coefs_[1], model.intercepts_[1])
    return Net(*(np.asarray(number, dtype=np.float32) for number in numbers))


def readings(statements: Sequence[LabelledStatement]) -> list[Reading]:
    """What the rules see of labelled statements."""
    return [
        read(_parties(row.buyer, row.supplier).mark(f"{row.lead_in} {row.text}".strip().lower())) for row in statements
    ]


def train(say: Say = lambda _: None, path: Path = WEIGHTS_FILE) -> Path:
    """Trains on every voice but the test voices and writes the weights. Takes about two minutes."""
    statements = [row for row in load() if row.voice not in TEST_VOICES]
    columns = Columns(heads_of(statements))
    facet_net, denial_net = nets(statements, unseen_votes(statements, columns, say), columns)
    views = seen(statements)
    words = vocabulary(views)
    weights, bias = fit(words.matrix(views), labels(statements, columns.heads))
    path.parent.mkdir(exist_ok=True)
    write(path, columns, words, weights, bias, {"facet": facet_net, "denial": denial_net})
    say(f"{len(statements)} statements, {len(weights)} features, {path.stat().st_size // 1024} kB")
    return path


def write(path: Path, columns: Columns, words: Vocabulary, weights: Floats, bias: Floats, both: dict[str, Net]) -> None:
    """The weights in eight bits each, a scale a head; names as text. The same input gives the same bytes."""
    scale = np.abs(weights).max(0) / 127 + 1e-12
    arrays = {
        "heads": pack(columns.heads),
        "weights": np.round(weights / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": bias.astype(np.float32),
        "idf": np.concatenate(words.idf).astype(np.float32),
        "lexicon": pack([lexicon_mark()]),
    }
    for name, block in zip(("words", "pairs", "text_pieces", "context_pieces"), words.names, strict=True):
        arrays[name] = pack(block)
    for name, net in both.items():
        arrays |= {f"{name}_{part}": getattr(net, part) for part in NET_PARTS}
    np.savez_compressed(path, **arrays)

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
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from sklearn.svm import LinearSVC

import clauses
from checks import alike, encoder, features, third_look
from checks.parties import Parties, named
from checks.reader import NET_PARTS, WEIGHTS_FILE, lexicon_mark, pack
from checks.reading import Reading, read
from checks.weighing import FLOOR, MATTER_FLOOR, Columns, Net, denial_inputs, facet_inputs, flags
from corpora import train_encoder
from corpora.layer import Layer, fit_layer
from corpora.statements import LabelledStatement, load

SEEN_IN = 2  # statements: a feature that fewer hold is left out
STRENGTH = 1.0  # C of the classifiers
FOLDS = 4
TRAPS = ("!weak", "!denied", "!other-party", "!other-sense")  # on whatever matter
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


def unseen_votes(statements: Sequence[LabelledStatement], columns: Columns, say: Say) -> tuple[Floats, Floats]:
    """Statements x heads, twice: the votes of the first and of the second look on each statement, by models that have
    not seen its voice.
    """
    table, views = labels(statements, columns.heads), seen(statements)
    voices = np.array([row.voice for row in statements])
    first, second = np.zeros((2, *table.shape), dtype=np.float32)
    for part in folds(list(voices)):
        left_out = np.isin(voices, list(part))
        words = vocabulary([view for view, out in zip(views, left_out, strict=True) if not out])
        matrix = words.matrix(views)
        weights, bias = fit(matrix[~left_out], table[~left_out])
        first[left_out] = matrix[left_out] @ weights + bias
        second[left_out] = fit_layer(matrix[~left_out], table[~left_out]).votes(matrix[left_out])
        say(f"left out {', '.join(sorted(part))}")
    return first, second


def nets(statements: Sequence[LabelledStatement], looks: Sequence[Floats], columns: Columns) -> dict[str, Net]:
    """The networks that weigh votes for facets and for denials, fitted on votes of models new to the voice: those of
    the first look, those of the first two, and those of all three where there are so many.
    """
    signs = np.array([flags(reading) for reading in readings(statements)], dtype=np.float32)
    table = labels(statements, columns.heads)
    near = np.nonzero(looks[0][:, : len(columns.facets)] > FLOOR)
    given = table[:, : len(columns.facets)][near]
    facets = [facet_inputs(votes, signs, columns, *near) for votes in looks]
    near = np.nonzero((looks[0][:, columns.about] > MATTER_FLOOR) & (table[:, columns.denied] >= 0))
    denied = table[:, columns.denied][near]
    denials = [denial_inputs(votes, signs, columns, *near) for votes in looks]
    weighing = {}
    for count, look in enumerate(("", "second_", "third_")[: len(looks)], 1):
        weighing[f"{look}facet"] = _net(np.column_stack(facets[:count]), given)
        weighing[f"{look}denial"] = _net(np.column_stack(denials[:count]), denied)
    return weighing


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


def train(say: Say = lambda _: None, path: Path = WEIGHTS_FILE, *, encoded: bool = False) -> Path:
    """Trains on every voice and writes the weights: with `encoded` also those of the third look, beside `path`. Takes
    about six minutes, and three more where the encoder has not seen the statements before.
    """
    statements = list(load())
    columns = Columns(heads_of(statements))
    looks: tuple[Floats, ...] = unseen_votes(statements, columns, say)
    if encoded:
        say(str(train_third(statements, looks, columns, say, path.with_name(third_look.WEIGHTS_FILE.name))))
    weighing = nets(statements, looks, columns)
    views, table = seen(statements), labels(statements, columns.heads)
    words = vocabulary(views)
    matrix = words.matrix(views)
    arrays = {"heads": pack(columns.heads), **_named(words), **_linear(*fit(matrix, table))}
    path.parent.mkdir(exist_ok=True)
    write(path, arrays | _layered(fit_layer(matrix, table)), weighing)
    alike.write(_by_requirement(statements), path.with_name(alike.ALIKE_FILE.name))
    say(f"{len(statements)} statements, {matrix.shape[1]} features, {path.stat().st_size // 1024} kB")
    return path


def train_third(
    statements: Sequence[LabelledStatement], looks: tuple[Floats, ...], columns: Columns, say: Say, path: Path
) -> Path:
    """Writes the weights of the third look. `looks` are the votes of the first two, on voices new to them."""
    texts = [encoder.wording(row.text, row.context, _parties(row.buyer, row.supplier)) for row in statements]
    vectors, table = train_encoder.embeddings(texts, say), labels(statements, columns.heads)
    voices = [row.voice for row in statements]
    third = train_encoder.unseen_votes(vectors, table, voices, folds(voices))
    weighing = nets(statements, (*looks, third), columns)
    weighing = {name: net for name, net in weighing.items() if name in third_look.NETS}
    return train_encoder.write(train_encoder.fit_head(vectors, table), weighing, columns.heads, path)


def _by_requirement(statements: Sequence[LabelledStatement]) -> dict[str, list[alike.Alike]]:
    """For each requirement the statements that give one of its facets, and those that deny it."""
    told: dict[str, list[alike.Alike]] = {requirement.id: [] for requirement in clauses.load().requirements}
    for row in statements:
        for name, rows in told.items():
            given = tuple(facet.partition(".")[2] for facet in row.facets if facet.startswith(f"{name}."))
            if given or (row.trap == "denied" and row.about == name):
                rows.append(alike.Alike(row.text.replace("\t", "; "), given, row.trap))
    return told


Arrays = dict[str, Any]  # of numpy, by name


def _named(words: Vocabulary) -> Arrays:
    blocks = zip(("words", "pairs", "text_pieces", "context_pieces"), words.names, strict=True)
    idf = np.concatenate(words.idf).astype(np.float32)
    return {name: pack(block) for name, block in blocks} | {"idf": idf, "lexicon": pack([lexicon_mark()])}


def _linear(weights: Floats, bias: Floats) -> Arrays:
    numbers, scale = _eight_bits(weights)
    return {"weights": numbers, "scale": scale, "bias": bias.astype(np.float32)}


def _layered(layer: Layer) -> Arrays:
    numbers, scale = _eight_bits(layer.hidden)
    return {
        "second": numbers,
        "second_scale": scale,
        "second_bias": layer.bias.astype(np.float32),
        "second_out": layer.out.astype(np.float32),
        "second_out_bias": layer.out_bias.astype(np.float32),
    }


def _eight_bits(weights: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Weights as whole numbers, and the scale of each column."""
    scale = (np.abs(weights).max(0) / 127 + 1e-12).astype(np.float32)
    return np.round(weights / scale).astype(np.int8), scale


def write(path: Path, arrays: Arrays, both: dict[str, Net]) -> None:
    """The weights as one file. The same input gives the same bytes."""
    for name, net in both.items():
        arrays |= {f"{name}_{part}": getattr(net, part) for part in NET_PARTS}
    np.savez_compressed(path, **arrays)

"""The learned reader of statements: votes for facets, and for denials, on every statement.

A linear model over words, pairs of neighbours and pieces of words (see `features`), trained by `klausul train` from the labelled
statements. Its weights are plain numbers in `weights/reader.npz`; nothing in it is executed. A vote is no verdict: `contract`
asks whose right it is, whether it binds, and what stands against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from checks.features import WEIGHTS, Seen, pieces
from checks.reading import Reading
from checks.weighing import FLOOR, Columns, Net, denial_inputs, facet_inputs, flags

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WEIGHTS_FILE = Path(__file__).parent / "weights" / "reader.npz"


@dataclass(frozen=True)
class Votes:
    """What the reader says of statements, row by row: probabilities that each facet is given, each requirement denied, each
    requirement's matter spoken of, and that the wording does not bind. Columns as in `columns`.
    """

    columns: Columns
    facets: Floats
    denials: Floats
    about: Floats
    weak: Floats


@dataclass(frozen=True)
class Reader:
    """`words`, `pairs`, `text_pieces` and `context_pieces` map a feature to its row in `rows` (features x heads, already times the
    feature's idf); `squares` is each feature's idf squared. `facet_net` and `denial_net` weigh the votes.
    """

    columns: Columns
    words: dict[str, int]
    pairs: dict[str, int]
    text_pieces: dict[str, int]
    context_pieces: dict[str, int]
    rows: Floats
    squares: Floats
    bias: Floats
    facet_net: Net
    denial_net: Net
    _sums: tuple[dict[str, tuple[Floats, float]], ...] = field(default_factory=lambda: ({}, {}), repr=False)

    def read(self, seen: Sequence[Seen], readings: Sequence[Reading]) -> Votes:
        """The votes on statements, given what the rules saw of each."""
        linear = self.linear(seen)
        signs = flags(readings)
        columns = self.columns
        facets = np.zeros((len(seen), len(columns.facets)), dtype=np.float32)
        for place in range(len(columns.facets)):
            near = np.flatnonzero(linear[:, place] > FLOOR)
            if len(near):
                facets[near, place] = self.facet_net(facet_inputs(linear[near], signs[near], columns, place))
        denials = np.zeros((len(seen), len(columns.requirements)), dtype=np.float32)
        for place, name in enumerate(columns.requirements):
            near = np.flatnonzero(linear[:, columns.at(f"{name}?about")] > FLOOR)
            if len(near):
                denials[near, place] = self.denial_net(denial_inputs(linear[near], signs[near], columns, place))
        about = linear[:, [columns.at(f"{name}?about") for name in columns.requirements]]
        return Votes(columns, facets, denials, _logistic(3 * about), _logistic(4 * (linear[:, columns.at("!weak")] + 0.15)))

    def linear(self, seen: Sequence[Seen]) -> Floats:
        """Statements x heads: the linear model's votes."""
        votes = np.tile(self.bias, (len(seen), 1))
        for row, statement in enumerate(seen):
            known = [self.words[word] for word in statement.words if word in self.words]
            votes[row] += self._scaled(known, WEIGHTS[0])
            known = [self.pairs[pair] for a, b in statement.pairs if (pair := f"{a} {b}") in self.pairs]
            votes[row] += self._scaled(known, WEIGHTS[1])
            votes[row] += self._spelled(statement.bare, 0, self.text_pieces, WEIGHTS[2])
            votes[row] += self._spelled(statement.context, 1, self.context_pieces, WEIGHTS[3])
        return votes

    def _scaled(self, known: list[int], weight: float) -> Floats | float:
        if not known:
            return 0.0
        return self.rows[known].sum(0) * np.float32(weight / float(self.squares[known].sum()) ** 0.5)

    def _spelled(self, bare: frozenset[str], block: int, table: dict[str, int], weight: float) -> Floats | float:
        """The block of word pieces: each word's sum is computed once and kept."""
        sums = self._sums[block]
        total: Floats | float = 0.0
        square = 0.0
        for word in sorted(bare):
            if word not in sums:
                known = [table[piece] for piece in pieces(word) if piece in table]
                sums[word] = (self.rows[known].sum(0), float(self.squares[known].sum()))
            vector, length = sums[word]
            total = total + vector
            square += length
        return total * np.float32(weight / square**0.5) if square else 0.0


def _logistic(logits: Floats) -> Floats:
    return 1 / (1 + np.exp(-logits))


NETS = ("facet", "denial")
NET_PARTS = ("mean", "spread", "hidden", "hidden_bias", "out", "out_bias")


@cache
def load() -> Reader:
    """The reader that klausul ships with."""
    with np.load(WEIGHTS_FILE, allow_pickle=False) as data:
        rows = data["weights"].astype(np.float32) * data["scale"].astype(np.float32)
        idf = data["idf"].astype(np.float32)
        tables = []
        start = 0
        for name in ("words", "pairs", "text_pieces", "context_pieces"):
            block = _lines(data[name])
            tables.append({feature: start + place for place, feature in enumerate(block)})
            start += len(block)
        nets = [Net(*(data[f"{net}_{part}"].astype(np.float32) for part in NET_PARTS)) for net in NETS]
        bias = data["bias"].astype(np.float32)
        heads = Columns(tuple(_lines(data["heads"])))
        return Reader(heads, *tables, rows * idf[:, None], idf**2, bias, *nets)


def _lines(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode("utf-8").split("\n")


def pack(names: Sequence[str]) -> NDArray[np.uint8]:
    """Names as one array of bytes, a line each: what `load` unpacks."""
    return np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8)

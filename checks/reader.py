"""The learned reader of statements: votes for facets, and for denials, on every statement.

A linear model over words, pairs of neighbours and pieces of words (see `features`), trained by `klausul train` from
the labelled statements. Its weights are plain numbers in `weights/reader.npz`; nothing in it is executed. A vote is
no verdict: `contract` asks whose right it is, whether it binds, and what stands against it.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from scipy.sparse import csr_matrix

import clauses
from checks.features import WEIGHTS, Seen, pieces
from checks.reading import Reading
from checks.weighing import FLAGS, FLOOR, MATTER_FLOOR, Columns, Net, denial_inputs, facet_inputs, flags

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

KEPT_WORDS = 40_000  # with their sums, about 20 MB
KEPT_STATEMENTS = 20_000  # with their votes and words, about 40 MB
WEIGHTS_FILE = Path(__file__).parent / "weights" / "reader.npz"


@dataclass(frozen=True)
class Votes:
    """What the reader says of statements, row by row: probabilities that each facet is given, each requirement
    denied, each requirement's matter spoken of, and that the wording does not bind. Columns as in `columns`.
    """

    columns: Columns
    facets: Floats
    denials: Floats
    about: Floats
    weak: Floats


@dataclass(frozen=True)
class Reader:
    """`words`, `pairs`, `text_pieces` and `context_pieces` map a feature to its row in `rows` (features x heads,
    already times the feature's idf, its idf squared as the last column); `meetings` does for a pair of `concepts`, -1
    where it has none. `facet_net` and `denial_net` weigh the votes.
    """

    columns: Columns
    words: dict[str, int]
    pairs: dict[tuple[str, str], int]
    concepts: dict[str, int]
    meetings: NDArray[np.int32]
    text_pieces: dict[str, int]
    context_pieces: dict[str, int]
    rows: Floats
    bias: Floats
    facet_net: Net
    denial_net: Net
    _votes: dict[Seen, Floats] = field(default_factory=dict, repr=False)

    def read(self, seen: Sequence[Seen], reading: Callable[[int], Reading]) -> Votes:
        """The votes on statements. `reading` gives what the rules see of one, and is asked only for those near a
        facet.
        """
        linear, columns = self.linear(seen), self.columns
        about, own = linear[:, columns.about], linear[:, : len(columns.facets)]
        signs = np.zeros((len(seen), FLAGS), dtype=np.float32)
        for row in np.flatnonzero((own > FLOOR).any(1) | (about > MATTER_FLOOR).any(1)):
            signs[row] = flags(reading(int(row)))
        facets, denials = np.zeros_like(own), np.zeros_like(about)
        near = np.nonzero(own > FLOOR)
        facets[near] = self.facet_net(facet_inputs(linear, signs, columns, *near))
        near = np.nonzero(about > MATTER_FLOOR)
        denials[near] = self.denial_net(denial_inputs(linear, signs, columns, *near))
        weak = _logistic(4 * (linear[:, columns.at("!weak")] + 0.15))
        return Votes(columns, facets, denials, _logistic(3 * about), weak)

    def linear(self, seen: Sequence[Seen]) -> Floats:
        """Statements x heads: the linear model's votes. Statements seen alike before are not read again."""
        kept = self._votes
        if len(kept) > KEPT_STATEMENTS:
            kept.clear()
        new = [each for each in dict.fromkeys(seen) if each not in kept]
        if new:
            kept.update(zip(new, self._linear(new), strict=True))
        return np.stack([kept[each] for each in seen]) if seen else np.zeros((0, len(self.bias)), np.float32)

    def _linear(self, seen: Sequence[Seen]) -> Floats:
        words, pairs = self.words, self.pairs
        named, beside, bare = [], [], []
        for each in seen:
            own = each.bare
            bare.append(set(own))
            named.append([words[word] for word in each.words(own) if word in words])
            beside.append([pairs[pair] for pair in set(pairwise(own)) if pair in pairs] + self._meeting(each.meeting))
        contexts = {each: place for place, each in enumerate(dict.fromkeys(each.inherited for each in seen))}
        spelled = self._spelled[1].rows([context.words for context in contexts])
        inherited = _scaled(self._spelled[1].sums, spelled, WEIGHTS[3])
        votes = inherited[[contexts[each.inherited] for each in seen]] + self.bias
        votes += _scaled(self.rows, named, WEIGHTS[0])
        votes += _scaled(self.rows, beside, WEIGHTS[1])
        spelled = self._spelled[0].rows(bare)
        return votes + _scaled(self._spelled[0].sums, spelled, WEIGHTS[2])

    def _meeting(self, concepts: list[str]) -> list[int]:
        """The rows of the pairs of concepts that meet in a statement."""
        places = np.array([self.concepts[name] for name in concepts if name in self.concepts], dtype=np.intp)
        rows = self.meetings[places[:, None], places]
        return cast("list[int]", rows[rows >= 0].tolist())

    @cached_property
    def _spelled(self) -> tuple[Spelled, Spelled]:
        """The sums of the pieces of words, of statements and of contexts."""
        return Spelled(self.text_pieces, self.rows), Spelled(self.context_pieces, self.rows)


class Spelled:
    """Words to the sums of their pieces' rows: each word is summed once, and kept for the next document."""

    def __init__(self, table: dict[str, int], rows: Floats) -> None:
        self._table, self._rows = table, rows
        self._place: dict[str, int] = {}
        self.sums: Floats = np.zeros((0, rows.shape[1]), dtype=np.float32)

    def rows(self, statements: Sequence[Collection[str]]) -> list[list[int]]:
        """The words of each statement as indexes of `sums`."""
        if len(self._place) > KEPT_WORDS:
            self._place.clear()
            self.sums = self.sums[:0]
        new = sorted({word for words in statements for word in words if word not in self._place})
        if new:
            known = [[self._table[piece] for piece in pieces(word) if piece in self._table] for word in new]
            self.sums = np.concatenate([self.sums, _totals(self._rows, known)])
            self._place |= {word: at for at, word in enumerate(new, len(self._place))}
        return [[self._place[word] for word in words] for words in statements]


def _totals(rows: Floats, chosen: Sequence[Sequence[int]]) -> Floats:
    """For each list of indexes, the sum of those rows."""
    ends = np.cumsum([0, *map(len, chosen)])
    flat = np.fromiter(chain.from_iterable(chosen), dtype=np.int32, count=int(ends[-1]))
    ones = np.ones(len(flat), dtype=np.float32)
    return cast("Floats", csr_matrix((ones, flat, ends), shape=(len(chosen), len(rows))) @ rows)


def _scaled(rows: Floats, chosen: Sequence[Sequence[int]], weight: float) -> Floats:
    """For each list of indexes, the sum of those rows, scaled as training scales a block: the last column of a row is
    the square of its length.
    """
    totals = _totals(rows, chosen)
    lengths = np.sqrt(np.where(totals[:, -1] > 0, totals[:, -1], 1))
    return totals[:, :-1] * (weight / lengths)[:, None].astype(np.float32)


def _logistic(logits: Floats) -> Floats:
    return cast("Floats", (1 / (1 + np.exp(-logits))).astype(np.float32))


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
        words, pairs, text, context = tables
        gc.freeze()  # what was loaded stays: the collector need not walk through it for every document
        both = np.column_stack([rows * idf[:, None], idf**2])
        return Reader(heads, words, *_pairs(pairs), text, context, both, bias, nets[0], nets[1])


def _pairs(table: dict[str, int]) -> tuple[dict[tuple[str, str], int], dict[str, int], NDArray[np.int32]]:
    """Pairs of words to their rows; the concepts; and a table, concepts x concepts, of their pairs' rows."""
    parted = {tuple(name.split(" ")): row for name, row in table.items()}
    meeting = {(a[1:], b[1:]): row for (a, b), row in parted.items() if a[0] == b[0] == "§" and len(a) > 1 < len(b)}
    concepts = {name: place for place, name in enumerate(sorted({name for pair in meeting for name in pair}))}
    rows = np.full((len(concepts), len(concepts)), -1, dtype=np.int32)
    for (one, other), row in meeting.items():
        rows[concepts[one], concepts[other]] = row
    return {(a, b): row for (a, b), row in parted.items()}, concepts, rows


def lexicon_mark() -> str:
    """What tells one lexicon from another: the weights hold for the lexicon that they were trained with."""
    concepts = clauses.load().concepts
    told = "\n".join(f"{name}: {concept.words} {concept.not_}" for name, concept in sorted(concepts.items()))
    return hashlib.sha256(told.encode("utf-8")).hexdigest()


def trained_with() -> str:
    """The mark of the lexicon that the shipped weights were trained with."""
    with np.load(WEIGHTS_FILE, allow_pickle=False) as data:
        return _lines(data["lexicon"])[0]


def _lines(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode("utf-8").split("\n")


def pack(names: Sequence[str]) -> NDArray[np.uint8]:
    """Names as one array of bytes, a line each: what `load` unpacks."""
    return np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8)

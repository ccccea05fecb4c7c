"""The learned reader of statements: votes for facets, and for denials, on every statement.

A linear model over words, pairs of neighbours and pieces of words (see `features`), trained by `klausul train` from
the labelled statements. Its weights are plain numbers in `weights/reader.npz`; nothing in it is executed. A vote is
no verdict: `contract` asks whose right it is, whether it binds, and what stands against it.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

import clauses
from checks import third_look
from checks.feature_rows import Index, Pieces, Rows
from checks.features import Seen
from checks.reading import Reading
from checks.weighing import FLAGS, FLOOR, MATTER_FLOOR, Columns, Net, denial_inputs, facet_inputs, flags

if TYPE_CHECKING:
    from numpy.lib.npyio import NpzFile
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Between these a facet or a denial is in doubt, and its statement gets a second look.
DOUBT = (0.25, 0.75)
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
class Look:
    """One way to vote: statements to votes for every head, and the networks that weigh them for facets and denials.

    The first look is linear: `out` is None. The second has a hidden layer, for what only the meeting of words tells.
    """

    rows: Rows
    bias: Floats
    facet_net: Net
    denial_net: Net
    out: Floats | None = None
    out_bias: Floats | None = None

    def votes(self, seen: Sequence[Seen]) -> Floats:
        """Statements x heads."""
        sums = self.rows.sums(seen)
        sums += self.bias
        if self.out is None or self.out_bias is None:
            return sums
        # Not by BLAS, whose threads go on spinning after so small a product: twice the CPU time of the whole check.
        return cast("Floats", np.einsum("su,uh->sh", np.maximum(sums, 0, out=sums), self.out) + self.out_bias)


@dataclass(frozen=True)
class Reader:
    """The linear model votes on every statement, the second look on those that it leaves in doubt, and the third, where
    the encoder is installed, on those that still are.
    """

    columns: Columns
    first: Look
    second: Look

    def read(
        self,
        seen: Sequence[Seen],
        reading: Callable[[int], Reading],
        wording: Callable[[int], str] | None = None,
        *,
        again: bool = True,
    ) -> Votes:
        """The votes on statements. `reading` gives what the rules see of one, and is asked only for those near a
        facet. With `again` what is in doubt gets the second look, and with `wording`, which gives a statement as the
        encoder reads it, what is in doubt still the third.
        """
        linear, columns = self.linear(seen), self.columns
        about, own = linear[:, columns.about], linear[:, : len(columns.facets)]
        signs = np.zeros((len(seen), FLAGS), dtype=np.float32)
        for row in np.flatnonzero((own > FLOOR).any(1) | (about > MATTER_FLOOR).any(1)):
            signs[row] = flags(reading(int(row)))
        facets, denials = np.zeros_like(own), np.zeros_like(about)
        near = np.nonzero(own > FLOOR)
        facets[near] = self.first.facet_net(facet_inputs(linear, signs, columns, *near))
        near = np.nonzero(about > MATTER_FLOOR)
        denials[near] = self.first.denial_net(denial_inputs(linear, signs, columns, *near))
        if again:
            self._look_again(seen, linear, signs, facets, denials)
        if wording is not None:
            third_look.look(
                columns,
                linear,
                lambda rows: self.second.votes([seen[row] for row in rows]),
                signs,
                facets,
                denials,
                wording,
            )
        weak = _logistic(4 * (linear[:, columns.at("!weak")] + 0.15))
        return Votes(columns, facets, denials, _logistic(3 * about), weak)

    def _look_again(self, seen: Sequence[Seen], linear: Floats, signs: Floats, facets: Floats, denials: Floats) -> None:
        """Weighs anew, in place, what the first look leaves in doubt."""
        columns = self.columns
        open_facets, open_denials = _in_doubt(facets), _in_doubt(denials)
        rows = np.flatnonzero(open_facets.any(1) | open_denials.any(1))
        if not len(rows):
            return
        looks, signs = (linear[rows], self.second.votes([seen[int(row)] for row in rows])), signs[rows]
        pairs = np.nonzero(open_facets[rows])
        both = [facet_inputs(votes, signs, columns, *pairs) for votes in looks]
        facets[rows[pairs[0]], pairs[1]] = self.second.facet_net(np.column_stack(both))
        pairs = np.nonzero(open_denials[rows])
        both = [denial_inputs(votes, signs, columns, *pairs) for votes in looks]
        denials[rows[pairs[0]], pairs[1]] = self.second.denial_net(np.column_stack(both))

    def linear(self, seen: Sequence[Seen]) -> Floats:
        """Statements x heads: the linear model's votes."""
        return self.first.votes(seen)


def _in_doubt(chances: Floats) -> NDArray[np.bool_]:
    return (chances > DOUBT[0]) & (chances < DOUBT[1])


def _logistic(logits: Floats) -> Floats:
    return cast("Floats", (1 / (1 + np.exp(-logits))).astype(np.float32))


NETS = ("facet", "denial", "second_facet", "second_denial")
NET_PARTS = ("mean", "spread", "hidden", "hidden_bias", "out", "out_bias")


@cache
def load() -> Reader:
    """The reader that klausul ships with."""
    with np.load(WEIGHTS_FILE, allow_pickle=False) as data:
        index = _index(data)
        idf = data["idf"].astype(np.float32)
        nets = [Net(*(data[f"{net}_{part}"].astype(np.float32) for part in NET_PARTS)) for net in NETS]
        first = Look(
            Rows(index, _rows(data, "weights", "scale", idf)), data["bias"].astype(np.float32), nets[0], nets[1]
        )
        second = Look(
            Rows(index, _rows(data, "second", "second_scale", idf)),
            data["second_bias"].astype(np.float32),
            nets[2],
            nets[3],
            data["second_out"].astype(np.float32),
            data["second_out_bias"].astype(np.float32),
        )
        heads = Columns(tuple(_lines(data["heads"])))
        gc.freeze()  # what was loaded stays: the collector need not walk through it for every document
        return Reader(heads, first, second)


def _rows(data: NpzFile, name: str, scale: str, idf: Floats) -> Floats:
    rows = data[name].astype(np.float32) * data[scale].astype(np.float32)
    return cast("Floats", np.column_stack([rows * idf[:, None], idf**2]))


def _index(data: NpzFile) -> Index:
    tables = []
    start = 0
    for name in ("words", "pairs", "text_pieces", "context_pieces"):
        block = _lines(data[name])
        tables.append({feature: start + place for place, feature in enumerate(block)})
        start += len(block)
    words, pairs, text, context = tables
    return Index(words, *_pairs(pairs), Pieces(text), Pieces(context))


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

"""Trains the reader's third look: a hidden layer over the embeddings of statements, and the nets that weigh its votes
beside those of the first two.

The layer is fitted as the second look's is, on voices of which every one is once left out; so the nets see votes on
voices that no model has seen. Embeddings are kept between trainings. Deterministic: the same statements give the same
file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from checks import encoder
from checks.kept_vectors import KeptVectors
from checks.reader import pack
from checks.third_look import NET_PARTS, WEIGHTS_FILE
from corpora.layer import Adam

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from checks.weighing import Net

    Floats = NDArray[np.float32]
    Labels = NDArray[np.int8]

UNITS = 256
ROUNDS = 25
BATCH = 128
STEP = 1e-3  # falls to nothing over the rounds
DECAY = 1e-4
NUMBERS_KEPT, UNITS_KEPT = 0.9, 0.7  # the others are left out at random, so that no single one decides
GIVEN_WEIGHS = 2.0  # a facet that is given weighs so many times one that is not
_AT_ONCE = 500
Say = Callable[[str], None]


@dataclass(frozen=True)
class Head:
    """`hidden` are numbers of an embedding x units, `out` units x heads."""

    hidden: Floats
    bias: Floats
    out: Floats
    out_bias: Floats

    def votes(self, vectors: Floats) -> Floats:
        """Statements x heads, as logits."""
        return cast("Floats", np.maximum(vectors @ self.hidden + self.bias, 0) @ self.out + self.out_bias)


def embeddings(texts: Sequence[str], say: Say) -> Floats:
    """Texts x numbers. Takes about three minutes, and none where they are kept from another time."""
    kept = KeptVectors("embeddings", encoder.FILE.encode(), encoder.SIZE, encoder.embed)
    parts = []
    for start in range(0, len(texts), _AT_ONCE):
        parts.append(kept(texts[start : start + _AT_ONCE]))
        say(f"{min(start + _AT_ONCE, len(texts))} of {len(texts)} statements embedded")
    return np.concatenate(parts)


def fit_head(vectors: Floats, table: Labels) -> Head:
    """The layer for statements x numbers and statements x heads (1, 0, or -1 where the label does not say)."""
    mean, spread = vectors.mean(0), vectors.std(0) + np.float32(1e-6)
    given = ((vectors - mean) / spread).astype(np.float32)
    chance = np.random.default_rng(0)
    inputs, heads = given.shape[1], table.shape[1]
    hidden = Adam((chance.standard_normal((inputs, UNITS)) / np.sqrt(inputs)).astype(np.float32), DECAY)
    out = Adam((chance.standard_normal((UNITS, heads)) / np.sqrt(UNITS)).astype(np.float32), DECAY)
    bias, out_bias = Adam(np.zeros(UNITS, np.float32)), Adam(np.full(heads, -3, np.float32))
    for size in STEP * (1 - np.arange(ROUNDS) / ROUNDS):
        order = chance.permutation(len(table))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            _learn(given[some], table[some], (hidden, bias, out, out_bias), float(size), chance)
    centred = hidden.values / spread[:, None]
    return Head(centred, bias.values - mean @ centred, out.values, out_bias.values)


def _learn(
    seen: Floats, wanted: Labels, parts: tuple[Adam, Adam, Adam, Adam], size: float, chance: np.random.Generator
) -> None:
    """One step on some statements."""
    hidden, bias, out, out_bias = parts
    seen = seen * _kept(seen.shape, NUMBERS_KEPT, chance)
    sums = seen @ hidden.values + bias.values
    kept = _kept(sums.shape, UNITS_KEPT, chance)
    units = np.maximum(sums, 0) * kept
    chances = 1 / (1 + np.exp(-np.clip(units @ out.values + out_bias.values, -30, 30)))
    given = np.maximum(wanted, 0)
    weight = (wanted >= 0) * (1 + (GIVEN_WEIGHS - 1) * given)
    slope = ((chances - given) * weight / len(given)).astype(np.float32)
    down = ((slope @ out.values.T) * kept * (sums > 0)).astype(np.float32)
    out.step(units.T @ slope, size)
    out_bias.step(slope.sum(0), size)
    hidden.step(seen.T @ down, size)
    bias.step(down.sum(0), size)


def _kept(shape: tuple[int, ...], share: float, chance: np.random.Generator) -> Floats:
    return (chance.random(shape) < share).astype(np.float32) / np.float32(share)


def unseen_votes(vectors: Floats, table: Labels, voices: Sequence[str], parts: Iterable[frozenset[str]]) -> Floats:
    """Statements x heads: the votes on each statement by a layer that has not seen its voice."""
    votes = np.zeros(table.shape, dtype=np.float32)
    for part in parts:
        left_out = np.isin(np.array(voices), list(part))
        votes[left_out] = fit_head(vectors[~left_out], table[~left_out]).votes(vectors[left_out])
    return votes


def write(head: Head, nets: dict[str, Net], heads: Sequence[str], path: Path = WEIGHTS_FILE) -> Path:
    """The third look's weights as one file. The same input gives the same bytes."""
    arrays: dict[str, Any] = {"heads": pack(heads), "bias": head.bias, "out_bias": head.out_bias}
    for name, matrix in (("hidden", head.hidden), ("out", head.out)):
        scale = (np.abs(matrix).max(0) / 127 + 1e-12).astype(np.float32)
        arrays |= {name: np.round(matrix / scale).astype(np.int8), f"{name}_scale": scale}
    for name, net in nets.items():
        arrays |= {f"{name}_{part}": getattr(net, part) for part in NET_PARTS}
    np.savez_compressed(path, **arrays)
    return path

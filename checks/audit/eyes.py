"""All that reading an audit's answers has learned, as plain numbers: one eye for words, one for words and meaning.

The second is used where the encoder is installed (`checks.encoder`). Weights are in `weights/answers.npz`, trained by
`klausul train`; nothing in the file is executed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from checks import encoder
from checks.audit.sentence_features import BLOCKS
from checks.audit.sentence_reader import SentenceReader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WEIGHTS_FILE = Path(__file__).parents[1] / "weights" / "answers.npz"
WORDS, MEANING = "words", "meaning"
MOST = 100_000  # characters of a response that is embedded: forty pages, about five seconds
PARTS = ("mean", "spread", "weights", "bias")
STEPS = ("passage", "signals", "status")


@dataclass(frozen=True)
class Logistic:
    """Inputs that are centred by `mean` and `spread`, to scores; `weights` are inputs x outputs."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: Floats

    def scores(self, inputs: Floats) -> Floats:
        """A row for each row of inputs, a column for each output."""
        return cast("Floats", np.einsum("ri,io->ro", (inputs - self.mean) / self.spread, self.weights) + self.bias)

    def chances(self, inputs: Floats) -> Floats:
        """Each output's probability, apart from the others'."""
        return chance(self.scores(inputs))

    def shares(self, inputs: Floats) -> Floats:
        """The outputs' probabilities where one of them is right."""
        scores = self.scores(inputs)
        raised = np.exp(scores - scores.max(1, keepdims=True))
        return cast("Floats", raised / raised.sum(1, keepdims=True))


@dataclass(frozen=True)
class Eye:
    """What one way of seeing has learned: what sentences say; which of them are an answer's; which recommendation a
    sentence is about (`sequence`: weights of `nearness` and `sequence`); what the sentences of an answer say together.
    """

    reader: SentenceReader
    passage: Logistic
    sequence: Floats
    signals: Logistic
    status: Logistic


def chance(scores: Floats) -> Floats:
    """Scores as probabilities."""
    return (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)


def best_eye(characters: int) -> Eye:
    """That for words and meaning where the encoder is there and the response not too long for it, else that for
    words.
    """
    return load(MEANING if characters <= MOST and encoder.available() else WORDS)


@cache
def load(name: str, path: Path = WEIGHTS_FILE) -> Eye:
    """The eye that klausul ships with, `WORDS` or `MEANING`."""
    with np.load(path, allow_pickle=False) as data:
        return unpacked(name, data)


def unpacked(name: str, data: Mapping[str, NDArray[np.generic]]) -> Eye:
    """An eye from the arrays of a weights file."""

    def numbers(key: str) -> Floats:
        return cast("Floats", data[key].astype(np.float32))

    tables, start = [], 0
    for block in BLOCKS:
        lines = data[f"features_{block}"].tobytes().decode("utf-8").split("\n")
        tables.append({feature: start + place for place, feature in enumerate(lines)})
        start += len(lines)
    reader = SentenceReader(
        rows=tuple(tables),
        idf=numbers("idf"),
        weights=numbers(f"{name}_weights") * numbers(f"{name}_scale"),
        bias=numbers(f"{name}_bias"),
        meaning=numbers("meaning_numbers") if name == MEANING else None,
        mean=numbers("meaning_mean"),
        spread=numbers("meaning_spread"),
    )
    steps = {step: Logistic(*(numbers(f"{name}_{step}_{part}") for part in PARTS)) for step in STEPS}
    return Eye(reader, steps["passage"], numbers(f"{name}_sequence"), steps["signals"], steps["status"])

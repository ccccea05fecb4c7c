"""The learned reader of answers: what each sentence of a response says, as votes.

A linear model over the features of `sentence_features`, trained by `klausul train` from labelled sentences and audits,
and a second one that sees the sentence's meaning too, for where the encoder is installed. Weights are plain numbers in
`weights/answers.npz`; nothing in it is executed. Votes are scores: above nought is more likely than not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

import numpy as np
from scipy.sparse import csr_matrix

from checks.audit.saying import Said
from checks.audit.sentence_features import WEIGHTS, Blocks, blocks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SIGNALS = ("done", "ongoing", "planned", "awaiting", "rejected")
# `position` is that a sentence is the body's own word on what was asked, whatever it says.
HEADS = (*SIGNALS, "attitude", "background", "pointing", "hedged", "position")
MEANING = 0.05  # what a number of the meaning, centred and scaled, counts beside a feature


@dataclass(frozen=True)
class SentenceReader:
    """`rows` maps a feature of a block to its row in `weights` (features x heads, times idf).

    `meaning` (numbers of an embedding x heads) is None for the reader that sees words only; embeddings are centred by
    `mean` and `spread`.
    """

    rows: tuple[dict[str, int], ...]
    idf: Floats
    weights: Floats
    bias: Floats
    meaning: Floats | None
    mean: Floats
    spread: Floats

    def scores(self, features: Sequence[Blocks], meanings: Floats | None) -> Floats:
        """Sentences x heads. `meanings` are the sentences' embeddings, None for the reader that sees words only."""
        found = matrix(features, self.rows, self.idf) @ self.weights + self.bias
        if self.meaning is not None and meanings is not None:
            # Not by BLAS, whose threads go on spinning after so small a product.
            found += np.einsum("sn,nh->sh", (meanings - self.mean) / self.spread * MEANING, self.meaning)
        return cast("Floats", found.astype(np.float32))


def features(said: Sequence[Said], written: date | None) -> list[Blocks]:
    """The features of sentences that the rules have read."""
    return [blocks(each, written) for each in said]


def matrix(features: Sequence[Blocks], rows: Sequence[dict[str, int]], idf: Floats) -> csr_matrix:
    """Sentences x features, each block of a sentence scaled to its weight."""
    columns: list[int] = []
    values: list[Floats] = []
    ends = [0]
    for sentence in features:
        for names, table, weight in zip(sentence, rows, WEIGHTS, strict=True):
            known = [table[name] for name in names if name in table]
            if known:
                counted, times = np.unique(known, return_counts=True)
                value = idf[counted] * (1 + np.log(times))
                values.append((weight * value / np.sqrt(float((value**2).sum()))).astype(np.float32))
                columns += counted.tolist()
        ends.append(len(columns))
    data = np.concatenate(values) if values else np.zeros(0, np.float32)
    return csr_matrix((data, columns, ends), shape=(len(features), len(idf)))

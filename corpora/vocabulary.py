"""The features that labelled statements hold often enough to be learned from, and how telling each is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SEEN_IN = 2  # statements: a feature that fewer hold is left out


@dataclass(frozen=True)
class Vocabulary:
    """The features of each block in order, and the idf of all of them."""

    names: tuple[tuple[str, ...], ...]
    idf: NDArray[np.float32]

    def rows(self) -> list[dict[str, int]]:
        """Each block's features to their rows."""
        tables, start = [], 0
        for names in self.names:
            tables.append({name: start + place for place, name in enumerate(names)})
            start += len(names)
        return tables


def vocabulary(statements: Sequence[Sequence[list[str]]]) -> Vocabulary:
    """Of the features of statements, given block by block, every one that at least `SEEN_IN` of them hold."""
    held: list[Counter[str]] = [Counter() for _ in statements[0]]
    for statement in statements:
        for count, names in zip(held, statement, strict=True):
            count.update(set(names))
    kept = [sorted(name for name, times in count.items() if times >= SEEN_IN) for count in held]
    idf = [
        math.log((1 + len(statements)) / (1 + count[name])) + 1
        for count, names in zip(held, kept, strict=True)
        for name in names
    ]
    return Vocabulary(tuple(map(tuple, kept)), np.array(idf, dtype=np.float32))

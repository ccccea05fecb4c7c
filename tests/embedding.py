"""An encoder that embeds nothing and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Counting:
    """Vectors made of a text's letters, and the texts that were asked for."""

    def __init__(self, width: int = 4) -> None:
        self.width = width
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Floats:
        self.asked += texts
        rows = [[len(text), sum(map(ord, text)) % 97, *[0.1] * (self.width - 2)] for text in texts]
        return np.array(rows, dtype=np.float32)

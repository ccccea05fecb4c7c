"""How sure a measured figure is: 95 % intervals for shares (Wilson) and for F1 (bootstrap over documents)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_Z = 1.959964  # of the normal distribution, for 95 %
ROUNDS = 2000
SEED = 20260101  # fixed, so that the same labels give the same figures


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both between 0 and 1."""

    low: float
    high: float


def wilson(right: int, of: int) -> Interval | None:
    """The interval of a share; None where nothing was counted. It holds near 0 and 1 too, where the usual one fails."""
    if not of:
        return None
    share, square = right / of, _Z * _Z
    middle = share + square / (2 * of)
    spread = _Z * float(share * (1 - share) / of + square / (4 * of * of)) ** 0.5
    whole = 1 + square / of
    return Interval(max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole))


def of_f1(counts: NDArray[np.int64]) -> list[Interval | None]:
    """The intervals of F1 for each measure, from counts (documents x measures x hits, false and missed).

    Whole documents are drawn anew: what is said of one document hangs together. None for a measure that fewer than
    two documents have anything of, where drawing says nothing.
    """
    import numpy as np

    documents = len(counts)
    if documents < 2:
        return [None] * counts.shape[1]
    draws = np.random.default_rng(SEED).multinomial(documents, np.full(documents, 1 / documents), size=ROUNDS)
    sums = np.einsum("rd,dmk->rmk", draws, counts)
    below = 2 * sums[:, :, 0] + sums[:, :, 1] + sums[:, :, 2]
    with np.errstate(invalid="ignore"):
        f1 = 2 * sums[:, :, 0] / below
    found = []
    for measure in range(counts.shape[1]):
        drawn = f1[below[:, measure] > 0, measure]
        in_documents = int((counts[:, measure].sum(1) > 0).sum())
        low_high = np.percentile(drawn, (2.5, 97.5)) if in_documents > 1 else None
        found.append(None if low_high is None else Interval(float(low_high[0]), float(low_high[1])))
    return found

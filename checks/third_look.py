"""The third look, where the encoder is wanted for contracts: at statements that the first two leave in doubt.

A hidden layer over a statement's embedding votes for every head, and a net weighs the votes of all three looks. Votes
are kept by the statement's hash, so that what families of contracts share is embedded once. On voices not trained on
it lifts the weighed votes' F1 from .811 to .823.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from checks import encoder
from checks.kept_vectors import KeptVectors
from checks.weighing import Columns, Net, denial_inputs, facet_inputs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Between these a facet or a denial is still in doubt: wider bounds cost twice as much and lift no F1.
DOUBT = (0.2, 0.8)
# Characters that are embedded for one document, the most doubtful statements first: about half a second for 20 pages,
# more for longer documents (so many for each statement), and never over three seconds.
FEW, EACH, MOST = 6_000, 11, 30_000
WEIGHTS_FILE = Path(__file__).parent / "weights" / "encoder.npz"
NETS = ("third_facet", "third_denial")
NET_PARTS = ("mean", "spread", "hidden", "hidden_bias", "out", "out_bias")


@dataclass(frozen=True)
class Third:
    """`hidden` are numbers of an embedding x units, `out` units x heads; `mark` is the hash of all weights."""

    heads: tuple[str, ...]
    hidden: Floats
    bias: Floats
    out: Floats
    out_bias: Floats
    facet_net: Net
    denial_net: Net
    mark: bytes

    @cached_property
    def votes(self) -> KeptVectors:
        """Texts to votes, texts x heads."""
        return KeptVectors("votes", self.mark, len(self.heads), self._made)

    def _made(self, texts: Sequence[str]) -> Floats:
        units = np.maximum(encoder.embed(texts) @ self.hidden + self.bias, 0)
        return cast("Floats", units @ self.out + self.out_bias)


def ready(columns: Columns) -> Third | None:
    """The third look, where the encoder is there and its weights are for these heads."""
    if not WEIGHTS_FILE.is_file() or not encoder.wanted_for_contracts():
        return None
    third = load()
    return third if third.heads == columns.heads else None


def look(
    columns: Columns,
    linear: Floats,
    second: Callable[[Sequence[int]], Floats],
    signs: Floats,
    facets: Floats,
    denials: Floats,
    wording: Callable[[int], str],
) -> None:
    """Weighs anew, in place, the chances of facets and denials that are still in doubt. `linear` are the first look's
    votes, `second` gives those of the second on some rows, `wording` a statement as the encoder reads it.
    """
    third = ready(columns)
    if third is None:
        return
    chosen = _chosen(facets, denials, wording)
    if not chosen:
        return
    rows = np.array(list(chosen))
    votes = (linear[rows], second(list(chosen)), third.votes(list(chosen.values())))
    for chances, inputs, net in ((facets, facet_inputs, third.facet_net), (denials, denial_inputs, third.denial_net)):
        pairs = np.nonzero(_in_doubt(chances[rows]))
        weighed = np.column_stack([inputs(each, signs[rows], columns, *pairs) for each in votes])
        chances[rows[pairs[0]], pairs[1]] = net(weighed)


def _chosen(facets: Floats, denials: Floats, wording: Callable[[int], str]) -> dict[int, str]:
    """The rows to embed with their wording: of those in doubt the most doubtful, as many as there is time for."""
    either = np.column_stack([facets, denials])
    doubt = np.where(_in_doubt(either), 0.5 - np.abs(either - 0.5), 0).max(1, initial=0)
    chosen: dict[int, str] = {}
    left = min(max(FEW, EACH * len(facets)), MOST)
    for row in np.argsort(-doubt, kind="stable")[: np.count_nonzero(doubt)]:
        said = wording(int(row))
        left -= len(said)
        if left < 0:
            break
        chosen[int(row)] = said
    return chosen


def _in_doubt(chances: Floats) -> NDArray[np.bool_]:
    return (chances > DOUBT[0]) & (chances < DOUBT[1])


@cache
def load() -> Third:
    """The third look that klausul ships with."""
    mark = hashlib.blake2b(WEIGHTS_FILE.read_bytes(), digest_size=16).digest()
    with np.load(WEIGHTS_FILE, allow_pickle=False) as data:
        facet, denial = (Net(*(data[f"{net}_{part}"].astype(np.float32) for part in NET_PARTS)) for net in NETS)
        hidden, out = (data[name].astype(np.float32) * data[f"{name}_scale"] for name in ("hidden", "out"))
        heads = tuple(data["heads"].tobytes().decode("utf-8").split("\n"))
        return Third(heads, hidden, data["bias"], out, data["out_bias"], facet, denial, mark)

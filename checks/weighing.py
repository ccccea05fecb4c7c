"""Weighs the reader's votes on a statement against each other: a grant, or a denial, or the other party's.

The linear reader votes for every head by itself; that "inte" turns a right into its denial is the same for all
requirements. So one small network, shared by all facets, looks at a facet's vote beside the votes for denial, weak
wording and the other party, and at what the rules of `reading` saw. Its weights are plain numbers in the reader's
file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

import numpy as np

from checks.reading import BUYER, SUPPLIER, Reading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

RIGHTS = frozenset(
    {"right", "access", "unannounced", "third-party", "verification", "set-off", "immediate", "standing"}
)
DUTIES = frozenset({"duty", "notice", "cooperation", "handover", "proof", "promptness", "prohibition", "timing"})
FLOOR = -0.8  # votes below are far from any facet, and are not weighed


@dataclass(frozen=True)
class Net:
    """One hidden layer: inputs are centred by `mean` and `spread`, then relu, then a logistic."""

    mean: Floats
    spread: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def __call__(self, inputs: Floats) -> Floats:
        """Probabilities, one for each row of inputs."""
        layer = np.maximum(((inputs - self.mean) / self.spread) @ self.hidden + self.hidden_bias, 0)
        return cast("Floats", (1 / (1 + np.exp(-(layer @ self.out + self.out_bias)))).ravel())


@dataclass(frozen=True)
class Columns:
    """Where the heads stand in an array of votes."""

    heads: tuple[str, ...]

    @cached_property
    def facets(self) -> tuple[str, ...]:
        """The facets, in the order of their columns: they come first."""
        return tuple(head for head in self.heads if "." in head)

    @cached_property
    def requirements(self) -> tuple[str, ...]:
        """The requirements, in the order of their denials."""
        return tuple(head.partition("!")[0] for head in self.heads if head.endswith("!denied") and head[0] != "!")

    def at(self, head: str) -> int:
        """The column of a head. Raises ValueError where there is none."""
        return self.heads.index(head)

    @cached_property
    def owner(self) -> NDArray[np.intp]:
        """For each facet, the place of its requirement in `requirements`."""
        return np.array([self.requirements.index(facet.partition(".")[0]) for facet in self.facets])

    def owner_columns(self, requirement: int) -> NDArray[np.intp]:
        """The columns of a requirement's facets."""
        return np.flatnonzero(self.owner == requirement)


FLAGS = 6


def flags(reading: Reading) -> tuple[bool, ...]:
    """Weak, denied, the supplier's right, the buyer's right, the buyer's duty, the supplier's duty."""
    right, duty = reading.right, reading.duty
    return reading.weak, reading.denied, right == SUPPLIER, right == BUYER, duty == BUYER, duty == SUPPLIER


def facet_inputs(votes: Floats, seen: Floats, columns: Columns, facet: int) -> Floats:
    """Statements x inputs for one facet (its place in `columns.facets`)."""
    name = columns.facets[facet]
    requirement, _, part = name.partition(".")
    own = votes[:, facet]
    siblings = [at for at, other in enumerate(columns.facets) if other.startswith(requirement + ".") and at != facet]
    beside = votes[:, siblings].max(1) if siblings else np.full(len(votes), -1.0, dtype=np.float32)
    general = [columns.at(head) for head in ("!weak", "!denied", "!other-party", "!other-sense")]
    matter = [columns.at(f"{requirement}!denied"), columns.at(f"{requirement}?about")]
    return np.column_stack(
        [
            own,
            votes[:, matter],
            votes[:, general],
            beside,
            seen,
            seen * float(part in RIGHTS),
            seen * float(part in DUTIES),
            own * seen[:, 1],
            own * votes[:, general[1]],
        ]
    ).astype(np.float32)


def denial_inputs(votes: Floats, seen: Floats, columns: Columns, requirement: int) -> Floats:
    """Statements x inputs for the denial of one requirement (its place in `columns.requirements`)."""
    name = columns.requirements[requirement]
    matter = [columns.at(f"{name}!denied"), columns.at(f"{name}?about")]
    general = [columns.at(head) for head in ("!weak", "!denied", "!other-party", "!other-sense")]
    facets = votes[:, columns.owner_columns(requirement)].max(1)
    return np.column_stack([votes[:, matter], votes[:, general], facets, seen, facets * seen[:, 1]]).astype(np.float32)

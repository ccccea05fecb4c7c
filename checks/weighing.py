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
    Places = NDArray[np.intp]

RIGHTS = frozenset(
    {"right", "access", "unannounced", "third-party", "verification", "set-off", "immediate", "standing"}
)
DUTIES = frozenset({"duty", "notice", "cooperation", "handover", "proof", "promptness", "prohibition", "timing"})
FLOOR = -0.6  # votes below are far from any facet, and are not weighed
MATTER_FLOOR = -0.4  # votes on a matter below are far from any denial


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
        # Not by BLAS: after a product of this size its threads go on spinning, and cost more than the product.
        sums = np.einsum("pi,iu->pu", (inputs - self.mean) / self.spread, self.hidden)
        layer = np.maximum(sums + self.hidden_bias, 0)
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

    @cached_property
    def denied(self) -> Places:
        """For each requirement, the column of its denial."""
        return np.array([self.at(f"{name}!denied") for name in self.requirements])

    @cached_property
    def about(self) -> Places:
        """For each requirement, the column of its matter."""
        return np.array([self.at(f"{name}?about") for name in self.requirements])

    @cached_property
    def general(self) -> Places:
        """The columns of what is said on whatever matter: weak, denied, the other party's, in another sense."""
        return np.array([self.at(head) for head in ("!weak", "!denied", "!other-party", "!other-sense")])

    @cached_property
    def is_right(self) -> NDArray[np.bool_]:
        """For each facet, whether it is a right of the buyer's."""
        return np.array([facet.partition(".")[2] in RIGHTS for facet in self.facets])

    @cached_property
    def is_duty(self) -> NDArray[np.bool_]:
        """For each facet, whether it is a duty of the supplier's."""
        return np.array([facet.partition(".")[2] in DUTIES for facet in self.facets])

    def owner_columns(self, requirement: int) -> NDArray[np.intp]:
        """The columns of a requirement's facets."""
        return np.flatnonzero(self.owner == requirement)


FLAGS = 6


def flags(reading: Reading) -> tuple[bool, ...]:
    """Weak, denied, the supplier's right, the buyer's right, the buyer's duty, the supplier's duty."""
    right, duty = reading.right, reading.duty
    return reading.weak, reading.denied, right == SUPPLIER, right == BUYER, duty == BUYER, duty == SUPPLIER


def facet_inputs(votes: Floats, signs: Floats, columns: Columns, rows: Places, facets: Places) -> Floats:
    """Pairs x inputs, for pairs of a statement (its row) and a facet (its place in `columns.facets`)."""
    own, owner = votes[rows, facets], columns.owner[facets]
    general, seen = votes[np.ix_(rows, columns.general)], signs[rows]
    return np.column_stack(
        [
            own,
            votes[rows, columns.denied[owner]],
            votes[rows, columns.about[owner]],
            general,
            _beside(votes, columns)[rows, facets],
            seen,
            seen * columns.is_right[facets, None],
            seen * columns.is_duty[facets, None],
            own * seen[:, 1],
            own * general[:, 1],
        ]
    ).astype(np.float32)


def _beside(votes: Floats, columns: Columns) -> Floats:
    """Statements x facets: the highest vote among the requirement's other facets; -1 where it has none."""
    beside = np.full((len(votes), len(columns.facets)), -1.0, dtype=np.float32)
    for requirement in range(len(columns.requirements)):
        own = columns.owner_columns(requirement)
        if len(own) > 1:
            ranked = np.sort(votes[:, own], axis=1)
            top, second = ranked[:, -1:], ranked[:, -2:-1]
            beside[:, own] = np.where(votes[:, own] == top, second, top)
    return beside


def denial_inputs(votes: Floats, signs: Floats, columns: Columns, rows: Places, requirements: Places) -> Floats:
    """Pairs x inputs, for pairs of a statement (its row) and a requirement (its place in `columns.requirements`)."""
    highest = np.stack([votes[:, columns.owner_columns(at)].max(1) for at in range(len(columns.requirements))], 1)
    facets, seen = highest[rows, requirements], signs[rows]
    return np.column_stack(
        [
            votes[rows, columns.denied[requirements]],
            votes[rows, columns.about[requirements]],
            votes[np.ix_(rows, columns.general)],
            facets,
            seen,
            facets * seen[:, 1],
        ]
    ).astype(np.float32)

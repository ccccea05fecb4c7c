"""Every example in the library is a test: its text gives the status and the facets that the file states."""

from __future__ import annotations

import pytest

import clauses
from checks.examples import Outcome, outcomes

OUTCOMES = list(outcomes(clauses.load()))


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: f"{outcome.requirement.id}-{outcome.number}")
def test_an_example_gets_its_outcome(outcome: Outcome) -> None:
    assert (outcome.status, outcome.facets) == (outcome.example.status.value, frozenset(outcome.example.facets))


def test_an_example_that_is_wrong_is_told() -> None:
    """A check that cannot fail is none: an example with another status does not pass."""
    right = OUTCOMES[0]
    wrong = Outcome(right.requirement, right.number, right.example, "missing", frozenset(), "")
    assert right.passed and not wrong.passed

"""Runs the examples of the library's files: every one is a text with the status and the facets that a check of it
must give.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.contract import check_contract

if TYPE_CHECKING:
    from clauses import Library
    from clauses.requirement import Example, Requirement


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check gave on an example. `number` counts from 1 in the requirement's file."""

    requirement: Requirement
    number: int
    example: Example
    status: str
    facets: frozenset[str]
    because: str

    @property
    def passed(self) -> bool:
        """Whether status and facets are those that the example states."""
        return self.status == self.example.status.value and self.facets == frozenset(self.example.facets)


def outcomes(library: Library) -> Iterator[Outcome]:
    """Every example of every requirement, in the library's order."""
    for requirement in library.requirements:
        for number, example in enumerate(requirement.examples, 1):
            yield _run(library, requirement, number, example)


def _run(library: Library, requirement: Requirement, number: int, example: Example) -> Outcome:
    from ingest import read

    report = check_contract(read(example.text.encode(), name=f"{requirement.id}.txt"), library)
    finding = next(found for found in report.findings if found.id == requirement.id)
    facets = frozenset(facet.id for facet in finding.facets if facet.met)
    return Outcome(requirement, number, example, finding.status.value, facets, finding.because)

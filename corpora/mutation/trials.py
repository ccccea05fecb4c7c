"""What mutation testing says: a trial for each mutant, and the shares caught that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checks.finding import Status
from clauses import load
from corpora.labels import Unused
from corpora.measures import Share
from corpora.mutation.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant and what was found of it.

    `said` are the core sentence's words before the change, `quoted` what the finding of the mutant quotes for its core.
    """

    document: str
    requirement: str
    kind: str
    wanted: frozenset[Status]
    before: Status
    found: Status
    said: str
    quoted: str

    @property
    def caught(self) -> bool:
        """Whether the status followed."""
        return self.found in self.wanted


@dataclass(frozen=True, slots=True)
class Skipped:
    """A mutant that was not made, and why. `kind` is empty where no mutant of the clause was."""

    document: str
    requirement: str
    kind: str
    why: str


@dataclass(frozen=True)
class Mutations:
    """Every mutant of a folder's contracts. `unused` are files that were not used."""

    documents: tuple[str, ...]
    trials: tuple[Trial, ...]
    skipped: tuple[Skipped, ...]
    unused: tuple[Unused, ...] = ()

    @cached_property
    def caught(self) -> Share:
        """Mutants caught."""
        return _share(self.trials)

    @cached_property
    def kinds(self) -> dict[str, Share]:
        """Mutants caught, for each kind that any was made of."""
        return {each.id: _share(kept) for each in KINDS if (kept := self._of(kind=each.id))}

    @cached_property
    def requirements(self) -> dict[str, Share]:
        """Mutants caught, for each requirement."""
        names = dict.fromkeys(each.requirement for each in self.trials)
        order = [requirement.id for requirement in load().requirements]
        return {name: _share(self._of(requirement=name)) for name in sorted(names, key=order.index)}

    @property
    def missed(self) -> tuple[Trial, ...]:
        """The mutants that were not caught."""
        return tuple(each for each in self.trials if not each.caught)

    def _of(self, kind: str = "", requirement: str = "") -> list[Trial]:
        return [each for each in self.trials if kind in ("", each.kind) and requirement in ("", each.requirement)]


def _share(trials: Sequence[Trial]) -> Share:
    return Share(sum(each.caught for each in trials), len(trials))

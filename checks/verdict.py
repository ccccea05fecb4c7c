"""Judges one requirement over a document's passages: which facets are given, what speaks against, and the status that
follows.

The reader's votes say what a statement is about; the rules here say whether it counts. Status follows from the
facets: met when all are given in binding words, partial when the core is, contradicted when the core is denied and
nowhere given.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from checks.denials import NEAR, WEIGHED, denials, matter_of
from checks.finding import Status
from checks.passages import Passages
from checks.settling import goes_before, settle
from checks.standing import Standing
from checks.vetoes import OFF_THE_MATTER, veto
from checks.wrong_party import wrong_party
from clauses.requirement import Act, Facet, Requirement

GIVEN = 0.45  # probability from which a facet counts as given
ABOUT = 0.5
NAMED = 0.6  # without a word that only the matter has
SURELY_ABOUT = 0.8  # without a word of the lexicon's
CLOSE = 3  # statements


@dataclass(slots=True)
class FacetVotes:
    """One facet: the statements that give it (best first), and those that give it in words that do not bind."""

    facet: Facet
    given: list[int] = field(default_factory=list)
    weak: list[int] = field(default_factory=list)
    near: list[int] = field(default_factory=list)
    denied: list[int] = field(default_factory=list)
    best: float = 0.0


@dataclass(slots=True)
class Verdict:
    """What was found on one requirement. `against` are the denials that count; `taken_back` that one of them takes
    the clause back. `settled` are pairs of statements that say against each other, the one that goes before first.
    """

    requirement: Requirement
    facets: list[FacetVotes]
    against: list[int]
    status: Status
    conflict: bool = False
    taken_back: bool = False
    pointer: str | None = None
    confidence: float = 0.5
    discounted: dict[int, str] = field(default_factory=dict)
    settled: list[tuple[int, int]] = field(default_factory=list)


def judge(requirement: Requirement, passages: Passages) -> Verdict:
    """The verdict on one requirement."""
    discounted: dict[int, str] = {}
    facets = [_votes(requirement, facet, passages, discounted) for facet in requirement.facets]
    core = [votes for votes in facets if votes.facet.core]
    _keep_near(requirement, facets, core, passages)
    _without_denied(facets, passages)
    verdict = Verdict(requirement, facets, denials(requirement, passages), Status.MISSING, discounted=discounted)
    settle(verdict, core, passages)
    verdict.status = _status(verdict, core)
    if verdict.status is Status.MISSING:
        verdict.pointer = _pointer(requirement, passages)
        if verdict.pointer or not passages.document.ledger.proves_absence:
            verdict.status = Status.UNDETERMINED
    verdict.confidence = _confidence(verdict, core)
    return verdict


def _votes(requirement: Requirement, facet: Facet, passages: Passages, discounted: dict[int, str]) -> FacetVotes:
    """Which statements give the facet. `discounted` collects why near ones do not."""
    column = passages.votes.columns.facets.index(f"{requirement.id}.{facet.id}")
    chances = passages.votes.facets[:, column]
    votes = FacetVotes(facet, best=float(chances.max(initial=0.0)))
    if facet.denied:
        owner = passages.votes.columns.requirements.index(requirement.id)
        votes.near = [int(at) for at in np.flatnonzero(passages.votes.about[:, owner] >= NEAR)]
    about = passages.votes.about[:, passages.votes.columns.requirements.index(requirement.id)]
    for index in sorted(np.flatnonzero(chances >= GIVEN), key=lambda at: -chances[at] - about[at])[:WEIGHED]:
        why = (
            veto(facet, int(index), passages)
            or wrong_party(f"{requirement.id}.{facet.id}", passages.marked(int(index)))
            or _off_the_matter(requirement, facet, int(index), passages)
        )
        if why:
            discounted.setdefault(int(index), why)
        elif passages.votes.weak[index] >= 0.5 or passages.reading(int(index)).weak:
            discounted.setdefault(int(index), "orden binder inte")
            if facet.core:
                votes.weak.append(int(index))
            elif facet.act is Act.DETAIL:  # a detail that is itself unhedged
                votes.given.append(int(index))
        else:
            votes.given.append(int(index))
    return votes


def _off_the_matter(requirement: Requirement, facet: Facet, index: int, passages: Passages) -> str | None:
    """A core that only the heading over a statement speaks of is not said by the statement."""
    owner = passages.votes.columns.requirements.index(requirement.id)
    about = passages.votes.about[index, owner]
    if facet.core and passages.leads(index) and passages.concepts(index).isdisjoint(requirement.matter):
        return OFF_THE_MATTER
    if not facet.core or about >= SURELY_ABOUT:
        return None
    named = matter_of(requirement) if about >= NAMED else frozenset(requirement.matter)
    return None if passages.speaks_of(index, named) else OFF_THE_MATTER


def _without_denied(facets: list[FacetVotes], passages: Passages) -> None:
    """Takes away a facet that a statement on the matter denies, unless what grants it goes before the denial."""
    for votes in facets:
        votes.denied = [
            index
            for index in votes.near
            if votes.facet.denies(passages.concepts(index)) and passages.standing[index] is Standing.STANDS
        ]
        votes.given = [index for index in votes.given if index not in votes.denied]
        if votes.denied and not any(goes_before(grant, no, passages) for grant in votes.given for no in votes.denied):
            votes.given = []


def _keep_near(requirement: Requirement, facets: list[FacetVotes], core: list[FacetVotes], passages: Passages) -> None:
    """A detail counts where it speaks of the matter itself, or stands in the section of a core statement: close to it,
    or about the matter to some degree.
    """
    column = passages.votes.columns.requirements.index(requirement.id)
    about = passages.votes.about[:, column]
    statements = passages.document.statements
    cores = [index for votes in core for index in votes.given + votes.weak]
    homes = {statements[index].section for index in cores}
    close = {at for index in cores for at in range(index - CLOSE, index + CLOSE + 1)}
    for votes in facets:
        if not votes.facet.core:
            votes.given = [
                index
                for index in votes.given
                if about[index] >= ABOUT
                or (statements[index].section in homes and (index in close or about[index] >= NEAR))
            ]


def _status(verdict: Verdict, core: list[FacetVotes]) -> Status:
    if not all(votes.given or votes.weak for votes in core):
        return Status.CONTRADICTED if verdict.against else Status.MISSING
    expected = [votes for votes in verdict.facets if not votes.facet.core]
    whole = all(votes.given for votes in core) and all(votes.given for votes in expected)
    return Status.MET if whole and not verdict.conflict else Status.PARTIAL


def _pointer(requirement: Requirement, passages: Passages) -> str | None:
    """The absent document that the contract leaves this very matter to."""
    column = passages.votes.columns.requirements.index(requirement.id)
    for index in np.argsort(-passages.votes.about[:, column])[:8]:
        about = passages.votes.about[index, column]
        if about < NEAR / 2 or passages.standing[index] is not Standing.STANDS:
            continue
        if passages.matter(int(index)).isdisjoint(requirement.matter):
            continue
        away = passages.points_away(int(index))
        if away and not away.startswith("punkt"):
            return away
    return None


def _confidence(verdict: Verdict, core: list[FacetVotes]) -> float:
    """How likely the status is to be right, from how far the deciding votes lie from their threshold.

    A logistic fitted on the labelled contracts of the development split: the core's margin weighs most, and where the
    clause is there, that of the least sure expected facet too.
    """
    own = min(abs(votes.best - GIVEN) for votes in core)
    others = [abs(votes.best - GIVEN) for votes in verdict.facets if not votes.facet.core]
    present = verdict.status in (Status.MET, Status.PARTIAL)
    beside = min(others, default=0.5) if present else 0.5
    return round(1 / (1 + math.exp(-(0.24 + 3.37 * own + 1.83 * beside - 0.65 * present))), 2)

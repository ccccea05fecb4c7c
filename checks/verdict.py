"""Judges one requirement over a document's passages: which facets are given, what speaks against, and the status that
follows.

The reader's votes say what a statement is about; the rules here say whether it counts. Status follows from the
facets: met when all are given in binding words, partial when the core is, contradicted when the core is denied and
nowhere given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from checks.finding import Status
from checks.negation import negated
from checks.passages import Passages
from checks.reading import SUPPLIER
from checks.standing import Standing
from checks.vetoes import veto
from clauses.requirement import Act, Facet, Requirement

GIVEN = 0.5  # probability from which a facet counts as given
DENIED = 0.5
SURELY_DENIED = 0.97  # without a negation that the rules can see
ABOUT = 0.5
WEIGHED = 12  # statements for a facet or against a requirement, the surest first: more change no verdict
NEAR = 0.3  # about the matter at all: enough for a detail in the core's own section
_LIMITED = re.compile(
    r"\b(?:om|när|då|såvida|därest|i den mån|i den utsträckning|för det fall|vid|under|med undantag|förutom|utom|annat än|innan|förrän|utan att|utöver|endast för|mer än|än)\b",
    re.I,
)
_OVERRIDES = re.compile(
    r"\b(?:dock|emellertid|trots|oaktat|utan hinder|med avvikelse|i stället|istället|ändå|likväl|oavsett|med ändring)\b",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\b(?:utgår|upphävs|upphör(?:\s+att\s+gälla)?|stryks|strykes|tas\s+bort|borttas|ersätts|inte\s+längre|ej\s+längre|slopas|faller\s+bort|sätts\s+ur\s+kraft)\b",
    re.I,
)
_AMENDMENT = re.compile(r"tillägg|ändring", re.I)


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
    the clause back.
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


def judge(requirement: Requirement, passages: Passages) -> Verdict:
    """The verdict on one requirement."""
    discounted: dict[int, str] = {}
    facets = [_votes(requirement, facet, passages, discounted) for facet in requirement.facets]
    core = [votes for votes in facets if votes.facet.core]
    _keep_near(requirement, facets, core, passages)
    _without_denied(facets, passages)
    denials = _denials(requirement, passages)
    verdict = Verdict(requirement, facets, denials, Status.MISSING, discounted=discounted)
    _settle(verdict, core, passages)
    verdict.status = _status(verdict, core)
    if verdict.status is Status.MISSING:
        verdict.pointer = _pointer(requirement, passages)
        if verdict.pointer or not passages.document.ledger.complete:
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
    for index in sorted(np.flatnonzero(chances >= GIVEN), key=lambda at: -chances[at])[:WEIGHED]:
        why = veto(facet, int(index), passages)
        if why:
            discounted.setdefault(int(index), why)
        elif passages.votes.weak[index] >= 0.5:
            discounted.setdefault(int(index), "orden binder inte")
            if facet.core:
                votes.weak.append(int(index))
            elif facet.act is Act.DETAIL:  # a detail that is itself unhedged
                votes.given.append(int(index))
        else:
            votes.given.append(int(index))
    return votes


def _without_denied(facets: list[FacetVotes], passages: Passages) -> None:
    """Takes away a facet that a statement on the matter denies, unless what grants it goes before the denial."""
    for votes in facets:
        votes.denied = [
            index
            for index in votes.near
            if votes.facet.denies(passages.concepts(index)) and passages.standing[index] is Standing.STANDS
        ]
        votes.given = [index for index in votes.given if index not in votes.denied]
        if votes.denied and not any(_wins(grant, no, passages) for grant in votes.given for no in votes.denied):
            votes.given = []


def _keep_near(requirement: Requirement, facets: list[FacetVotes], core: list[FacetVotes], passages: Passages) -> None:
    """A detail counts where it speaks of the matter itself, or stands in the section of a core statement."""
    column = passages.votes.columns.requirements.index(requirement.id)
    about = passages.votes.about[:, column]
    statements = passages.document.statements
    homes = {statements[index].section for votes in core for index in votes.given + votes.weak}
    for votes in facets:
        if not votes.facet.core:
            votes.given = [
                index
                for index in votes.given
                if about[index] >= (NEAR if statements[index].section in homes else ABOUT)
            ]


def _denials(requirement: Requirement, passages: Passages) -> list[int]:
    """The statements that deny the requirement's core or take its clause back, surest first."""
    column = passages.votes.columns.requirements.index(requirement.id)
    chances = passages.votes.denials[:, column]
    about = passages.votes.about[:, column]
    found = []
    for at in map(int, np.flatnonzero((chances >= DENIED) | (about >= NEAR))):
        if passages.standing[at] is not Standing.STANDS:
            continue
        if chances[at] < DENIED and not _changes(passages, at):
            continue
        if _forbids(requirement, passages, at):
            continue
        if chances[at] >= SURELY_DENIED or _says_no(passages, at):
            found.append(at)
    return sorted(found, key=lambda at: -chances[at])[:WEIGHED]


_OWN_WILL = re.compile(
    r"\b(?:fritt|efter eget val|ensak|själv(?:a)?|på egen hand|efter eget skön|endast internt|nej"
    r"|får\s+(?!inte|ej)[^.;]{0,60}\butan\s+(?:\S+\s+){0,2}(?:godkännande|samtycke|medgivande|bifall))\b",
    re.I,
)


_NOT_TO_BE = re.compile(
    r"\bfår\s+(?:det\s+)?(?:inte|ej)\s+(?:finnas|föreligga|vara)\b|\bfår\s+(?:inte|ej)\s+föreligga\b", re.I
)


def _forbids(requirement: Requirement, passages: Passages, index: int) -> bool:
    """Whether a negated statement forbids the supplier what the requirement wants forbidden."""
    if not any(facet.ban for facet in requirement.facets):
        return False
    reading = passages.reading(index)
    return (reading.denied and reading.right == SUPPLIER) or bool(_NOT_TO_BE.search(passages.said(index)))


def _changes(passages: Passages, index: int) -> bool:
    """Whether a statement, or the one before it in its block, takes another back."""
    amending = set(passages.taken_back.values())
    statements = passages.document.statements
    same = index > 0 and statements[index - 1].block == statements[index].block
    return index in amending or (same and index - 1 in amending)


def _says_no(passages: Passages, index: int) -> bool:
    return passages.reading(index).denied or bool(_OWN_WILL.search(passages.said(index)))


def _settle(verdict: Verdict, core: list[FacetVotes], passages: Passages) -> None:
    """Decides between grants and denials: what takes back, what goes before, what is only an exception, and what is
    left in conflict.
    """
    grants = [index for votes in core for index in votes.given + votes.weak]
    kept = []
    for denial in verdict.against:
        if denial in grants:
            continue
        said = passages.said(denial)
        if _TAKES_BACK.search(said) and _goes_after(denial, grants, passages):
            verdict.taken_back = True
            _drop(core, [grant for grant in grants if grant < denial])
            if negated(passages.parties.mark(_TAKES_BACK.sub(",", said).lower())) is not None:
                kept.append(denial)
        elif not grants:
            kept.append(denial)
        elif not _LIMITED.search(_after_negation(said)):
            kept.append(denial)
    verdict.against = kept
    grants = [index for votes in core for index in votes.given + votes.weak]
    if not (kept and grants):
        return
    for denial in kept:
        beaten = [grant for grant in grants if _wins(denial, grant, passages)]
        _drop(core, beaten)
    verdict.against = [d for d in kept if not any(_wins(grant, d, passages) for grant in grants)]
    left = [index for votes in core for index in votes.given + votes.weak]
    verdict.conflict = bool(verdict.against and left)


def _goes_after(denial: int, grants: list[int], passages: Passages) -> bool:
    return any(grant < denial for grant in grants) or bool(_AMENDMENT.search(passages.part(denial)))


def _wins(one: int, other: int, passages: Passages) -> bool:
    """Whether statement `one` goes before `other`: by the contract's order, by a word that overrides, or as an
    amendment.
    """
    first, second = passages.part(one), passages.part(other)
    ranked = passages.order.before(first, second)
    if ranked is not None:
        return ranked
    if first == "amendment" and second != "amendment":
        return True
    same = passages.document.statements[one].section == passages.document.statements[other].section
    return one > other and bool(_OVERRIDES.search(passages.said(one))) and (same or one - other < 6)


def _after_negation(said: str) -> str:
    match = re.search(r"\b(?:inte|ej|icke|ingen|inget|inga|utan|aldrig|avstår|undantas|saknar)\b", said, re.I)
    return said[match.end() :] if match else said


def _drop(core: list[FacetVotes], indexes: list[int]) -> None:
    for votes in core:
        votes.given = [index for index in votes.given if index not in indexes]
        votes.weak = [index for index in votes.weak if index not in indexes]


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
        if passages.concepts(int(index)).isdisjoint(requirement.matter):
            continue
        away = passages.points_away(int(index))
        if away and not away.startswith("punkt"):
            return away
    return None


def _confidence(verdict: Verdict, core: list[FacetVotes]) -> float:
    """How far the deciding votes lie from their threshold, as a probability; calibrated on labelled contracts."""
    margins = []
    for votes in core if verdict.status in (Status.MISSING, Status.UNDETERMINED) else verdict.facets:
        margins.append(abs(votes.best - GIVEN) + 0.5)
    sure = min(margins, default=0.5)
    return round(0.5 + (sure - 0.5) * (0.8 if verdict.conflict or verdict.against else 0.97), 2)

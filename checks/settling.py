"""Grants and denials of one requirement settled: what takes back, what goes before, what is only an exception, and
what is left in conflict.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.denials import grants_the_rest, is_limited
from checks.negation import negated

if TYPE_CHECKING:
    from checks.passages import Passages
    from checks.verdict import FacetVotes, Verdict

_OVERRIDES = re.compile(
    r"\b(?:dock|emellertid|trots|oaktat|utan hinder|med avvikelse|i stället|istället|ändå|likväl|oavsett"
    r"|med ändring)\b",
    re.I,
)
_RULE = (
    r"\b(?:bestämmels\w*|punkt\w*|krave[tn]|rätten|rättigheten|skyldigheten|klausul\w*|villkore[tn]|bilaga\s+\w+"
    r"|paragraf\w*|stycket|åtagandet|§|\d+)"
)
_STRUCK = (
    r"(?:gäller|tillämpas)\s+(?:inte|ej)\s+längre|(?:ska|skall)\s+(?:inte|ej)\s+längre\s+(?:gälla|tillämpas)"
    r"|upphävs|(?:upphör|upphört)(?:\s+att\s+gälla)?|stryks|strykes|slopas|tas\s+bort|borttas|faller\s+bort"
    r"|sätts\s+ur\s+kraft"
)
# "Utgår" is said of rules that go and of money that comes.
_LEAVES = rf"{_RULE}[^.;:]{{0,80}}?\b(?:utgår(?!\s+(?:med|vite|ersättning|ränta|avdrag)\b)|ersätts)"
_TAKES_BACK = re.compile(rf"\b(?:{_STRUCK}|(?:inte|ej)\s+längre)\b|{_LEAVES}\b", re.I)
_ONLY_STRIKES = re.compile(rf"\b(?:{_STRUCK})\b|{_LEAVES}\b", re.I)
_NEXT = 6  # statements in which "dock" still speaks of the one before


def settle(verdict: Verdict, core: list[FacetVotes], passages: Passages) -> None:
    """Decides which grants of the core stand and which denials count; sets `against`, `taken_back` and `conflict`."""
    _both(verdict, core, passages)
    _take_back(verdict, core, passages)
    if not _grants(core):
        _except(verdict, core, passages)
    grants = _grants(core)
    if not grants:
        return
    told = [_marked(passages, grant) for grant in grants]
    verdict.against = [denial for denial in verdict.against if not is_limited(_marked(passages, denial), told)]
    denied = list(verdict.against)
    pairs = [(denial, grant) for denial in denied for grant in grants]
    lost = [(denial, grant) for denial, grant in pairs if goes_before(denial, grant, passages)]
    won = [(grant, denial) for denial, grant in pairs if goes_before(grant, denial, passages)]
    verdict.settled = won + lost
    _drop(core, [grant for _, grant in lost])
    overruled = {denial for _, denial in won}
    verdict.against = [denial for denial in denied if denial not in overruled]
    verdict.conflict = bool(verdict.against and _grants(core))


def _both(verdict: Verdict, core: list[FacetVotes], passages: Passages) -> None:
    """A statement that is taken for grant and denial is what the surer vote says, where its main clause is negated."""
    votes = passages.votes
    column = votes.columns.requirements.index(verdict.requirement.id)
    for denial in set(verdict.against) & set(_grants(core)):
        given = max(
            votes.facets[denial, votes.columns.facets.index(f"{verdict.requirement.id}.{each.facet.id}")]
            for each in core
        )
        if passages.reading(denial).denied and votes.denials[denial, column] > given:
            _drop(core, [denial])
        else:
            verdict.against.remove(denial)


def _except(verdict: Verdict, core: list[FacetVotes], passages: Passages) -> None:
    """A denial with an exception is, where nothing else grants, the grant of what it excepts."""
    excepting = [denial for denial in verdict.against if grants_the_rest(_marked(passages, denial))]
    if excepting and len(excepting) == len(verdict.against):
        verdict.against = []
        for votes in core:
            votes.given = list(excepting)


def _take_back(verdict: Verdict, core: list[FacetVotes], passages: Passages) -> None:
    """A clause that strikes another makes what stands before it void; it denies only what it also says no to."""
    kept = []
    for denial in verdict.against:
        said = passages.said(denial)
        grants = _grants(core)
        if not (_TAKES_BACK.search(said) and _strikes(denial, grants, passages)):
            kept.append(denial)
            continue
        verdict.taken_back = True
        _drop(core, [grant for grant in grants if grant < denial])
        if negated(passages.parties.mark(_ONLY_STRIKES.sub(",", said).lower())) is not None:
            kept.append(denial)
    verdict.against = kept


def _strikes(denial: int, grants: list[int], passages: Passages) -> bool:
    """Whether there is something to strike: a clause before it, or one in the agreement that it amends."""
    return any(grant < denial for grant in grants) or passages.part(denial) == "amendment"


def goes_before(one: int, other: int, passages: Passages) -> bool:
    """Whether statement `one` goes before `other`: by the contract's order, as an amendment, the later of two
    amendments, or by a word that overrides ("dock", "oavsett punkt 7.1").
    """
    first, second = passages.part(one), passages.part(other)
    ranked = passages.order.before(first, second)
    if ranked is not None:
        return ranked
    document = passages.document
    homes = [document.statements[at].section for at in (one, other)]
    if first == "amendment":
        roots = [document.path(home)[0] for home in homes if home is not None]
        return second != "amendment" or (one > other and len(roots) == 2 and roots[0] != roots[1])
    if one < other or not _OVERRIDES.search(passages.said(one)):
        return False
    return homes[0] == homes[1] or one - other < _NEXT or _names(passages, one, homes[1])


def _names(passages: Passages, index: int, section: int | None) -> bool:
    """Whether a statement names the number of a section."""
    numbers = [each.number.strip("§. ") for each in passages.document.path(section)]
    return any(number and re.search(rf"(?<![\d.]){re.escape(number)}\b", passages.said(index)) for number in numbers)


def _marked(passages: Passages, index: int) -> str:
    return passages.parties.mark(passages.said(index).lower())


def _grants(core: list[FacetVotes]) -> list[int]:
    return [index for votes in core for index in votes.given + votes.weak]


def _drop(core: list[FacetVotes], indexes: list[int]) -> None:
    for votes in core:
        votes.given = [index for index in votes.given if index not in indexes]
        votes.weak = [index for index in votes.weak if index not in indexes]

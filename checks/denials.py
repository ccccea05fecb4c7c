"""Which statements deny a requirement, and whether a denial is whole or only an exception to what is granted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from checks.negation import is_finite
from checks.reading import SUPPLIER
from checks.standing import Standing
from checks.vetoes import says_the_opposite

if TYPE_CHECKING:
    from checks.passages import Passages
    from clauses.requirement import Requirement

DENIED = 0.5
SURELY = 0.8
SURELY_DENIED = 0.97  # without a negation that the rules can see
NEAR = 0.3  # about the matter at all
ABOUT = 0.5
WEIGHED = 12  # statements against a requirement, the surest first: more change no verdict

_OWN_WILL = re.compile(
    r"\b(?:fritt|efter eget val|ensak|själv(?:a)?|på egen hand|efter eget skön|endast internt|nej"
    r"|får\s+(?!inte|ej)[^.;]{0,60}\butan\s+(?:\S+\s+){0,5}(?:godkän\w+|samtyck\w+|medgiv\w+|medge\w+|bifall|tillfråga\w*))\b",
    re.I,
)
_NOT_TO_BE = re.compile(
    r"\bfår\s+(?:det\s+)?(?:inte|ej)\s+(?:finnas|föreligga|vara)\b|\bfår\s+(?:inte|ej)\s+föreligga\b", re.I
)
# "Resa som inte är registrerad betalas inte": two negations that together ask for the evidence.
_UNPAID = re.compile(
    r"\b(?:inte|ej|icke|saknar|utan|ofullständig\w*|ospecificerad\w*|felaktig\w*)\b[^.;]{0,120}?"
    r"\b(?:betalas|ersätts|ersättes|godkänns|godtas|godtages|utgår|debiteras|faktureras|förfaller|berättigar)\s+(?:därför\s+)?(?:inte|ej|icke)\b",
    re.I,
)
# What a ban is not: relief from a duty, silence, or the absence of a ban.
_RELIEVED = re.compile(
    r"\b(?:behöv|skyldig|krav|krävs|förbud|förbjud|hinder|hindra|anmäl|rapporter|redovis|underrätt|upplys|meddela"
    r"|gäll|tillämp|prövas|omfatta|ger\b|ställ)",
    re.I,
)
_NEGATION = re.compile(
    r"\b(?:inte|ej|icke|ingen|inget|inga|utan|aldrig|avstår|undantas|undantag\w*|saknar|varken|slipper|befriad)\b",
    re.I,
)
_EXCEPTION = re.compile(
    r"\b(?:med undantag|förutom|utom|annat än|annan än|andra än|i den mån|i den utsträckning|såvida|så länge|förrän"
    r"|innan|utöver|mer än|överstig\w*|överskrid\w*|understig\w*|force\s+majeure"
    r"|som\s+(?:\w+\s+){0,2}(?:beror|berott|orsaka\w*|föranle\w*|vållats|har\s+sin\s+grund))\b",
    re.I,
)
_CONDITION = re.compile(r"\b(?:om|när|då|därest|ifall|för det fall)\s+(?=\S)", re.I)
# "berätta om", "uppgift om": what is told, and no condition; "ej heller om" takes the condition in.
_TOLD = re.compile(
    r"\b(?:berätta|meddela|upplys\w*|underrätta\w*|informera\w*|information\w*|anmäl\w*|säga till|säga|uppgift\w*"
    r"|krav\w*|rapport\w*|avisera|delge\w*|fråga|avtal\w*|överens\w*|bestämmels\w*|heller|även|oavsett|sig|ens|veta)"
    r"(?:\s+\w+){0,3}\s*$",
    re.I,
)
_FOR = re.compile(
    r"\b(?:vid|för|hos|under|avseende|beträffande)\s+(?:(?:den|det|de|en|ett|någon|något|sådan\w*|all[at]?)\s+)?"
    r"([\wåäö-]{3,})(?:\s+([\wåäö-]{3,}))?",
    re.I,
)
# The whole contract, its whole time, any breach: what is denied for these is denied.
_WHOLE = re.compile(
    r"zz|avtal|kontrakt|uppdrag|brott|fel|brist|försum|överträd|åsidosätt|verksamhet|tjänst|något|några|sådan|att|hela"
    r"|samtliga",
    re.I,
)
_SOME = re.compile(
    r"\b(?:underlev\w+|underentrepr\w+|underkonsult\w*|praktikant\w*|volontär\w*|inhyrd\w*|vikarie\w*|timanställd\w*"
    r"|frivillig\w*|ringa|mindre|enstaka)\b",
    re.I,
)
_SCOPE = re.compile(r"\b(?:omfattar|avser|innefattar|gäller)\s+(?:\w+\s+){0,2}$", re.I)
_OBJECT = re.compile(r"\s*(?:zz\w+\s+){0,2}([\wåäö-]{4,})")
# "Inte ... annat än vid ...", "inte ... förrän ...": what is left when the negations are taken together is a grant.
_ONLY_THEN = re.compile(
    r"\b(?:annat\s+än|annan\s+än|utom|förutom|förrän|innan|utan\s+att|med\s+undantag\s+(?:för|av))\b", re.I
)
_STEM = 5


def matter_of(requirement: Requirement) -> frozenset[str]:
    """The concepts that a statement on the requirement's matter has at least one of."""
    core = (facet for facet in requirement.facets if facet.core)
    named = {name for facet in core for combination in facet.recognised for name in combination.all}
    return frozenset(requirement.matter) | named


def denials(requirement: Requirement, passages: Passages) -> list[int]:
    """The statements that deny the requirement's core or take its clause back, surest first."""
    column = passages.votes.columns.requirements.index(requirement.id)
    chances = passages.votes.denials[:, column]
    about = passages.votes.about[:, column]
    found = []
    for at in map(int, np.flatnonzero((chances >= DENIED) | (about >= NEAR))):
        if passages.standing[at] is not Standing.STANDS or _forbids(requirement, passages, at, chances[at]):
            continue
        speaks = passages.speaks_of(at, matter_of(requirement))
        # The less the reader knows the words, the more the matter must be named.
        named = speaks if about[at] >= ABOUT else passages.speaks_of(at, frozenset(requirement.matter))
        if named and _outright(requirement, passages, at):
            found.append(at)
            continue
        if not _takes_back(requirement, passages, at) and not (chances[at] >= DENIED and speaks):
            continue
        if chances[at] >= SURELY_DENIED or says_no(passages, at):
            found.append(at)
    return sorted(found, key=lambda at: -chances[at])[:WEIGHED]


def _outright(requirement: Requirement, passages: Passages, index: int) -> bool:
    return any(says_the_opposite(facet, index, passages) for facet in requirement.facets if facet.core)


def _forbids(requirement: Requirement, passages: Passages, index: int, chance: float) -> bool:
    """Whether a negated statement forbids the supplier what the requirement wants forbidden."""
    reading, said = passages.reading(index), passages.said(index)
    if _UNPAID.search(said):
        return True
    if not any(facet.ban for facet in requirement.facets):
        return False
    if _NOT_TO_BE.search(said):
        return True
    bound = SUPPLIER in (reading.right, reading.duty)  # "Personalen får inte lämna uppgifter" binds the wrong one
    return reading.denied and not _RELIEVED.search(said) and (bound or chance < SURELY)


def _takes_back(requirement: Requirement, passages: Passages, index: int) -> bool:
    """Whether a statement, or the one before it in its block, takes back another on the requirement's matter."""
    statements = passages.document.statements
    same = index > 0 and statements[index - 1].block == statements[index].block
    column = passages.votes.columns.requirements.index(requirement.id)
    gone = [at for at, by in passages.taken_back.items() if by == index or (same and by == index - 1)]
    return any(passages.votes.about[at, column] >= NEAR for at in gone)


def says_no(passages: Passages, index: int) -> bool:
    """Whether the rules see a denial: a negated main clause, or the supplier's own will in place of a duty."""
    return passages.reading(index).denied or bool(_OWN_WILL.search(passages.said(index)))


def grants_the_rest(denial: str) -> bool:
    """Whether a denial grants what it excepts: "inte rätt att häva avtalet annat än vid väsentligt avtalsbrott"."""
    found = _NEGATION.search(denial)
    return found is not None and bool(_ONLY_THEN.search(denial, found.end()))


def is_limited(denial: str, grants: list[str]) -> bool:
    """Whether a denial only excepts something from what the grants give: a condition, a case or a group of its own.

    Both in marked, lower-case text. "Vite utgår inte vid force majeure" leaves the right to a penalty; "vite utgår
    inte vid försening" leaves it where the grants speak of other breaches.
    """
    found = _NEGATION.search(denial)
    after = denial[found.end() :] if found else denial
    if _EXCEPTION.search(after) or any(_is_condition(after, match) for match in _CONDITION.finditer(after)):
        return True
    granted = " ".join(grants)
    if any(match[0][:_STEM] not in granted for match in _SOME.finditer(denial)):
        return True
    if found and _SCOPE.search(denial[: found.start()]):
        of = _OBJECT.match(after)
        if of and not _WHOLE.match(of[1]) and of[1][:_STEM] not in granted:
            return True
    return any(_is_other_case(match, granted) for match in _FOR.finditer(after))


def _is_condition(after: str, match: re.Match[str]) -> bool:
    """Whether "om" opens a condition, and does not say what is told ("berätta om att")."""
    if _TOLD.search(after[: match.start()]):
        return False
    clause = re.split(r"[.;:]", after[match.end() :])[0]
    return any(map(is_finite, clause.split()))


def _is_other_case(match: re.Match[str], granted: str) -> bool:
    words = [word for word in match.groups() if word]
    return not any(_WHOLE.match(word) or word[:_STEM] in granted for word in words)

"""A requirement judged over a text with votes made by hand, so that a test says exactly which rule it holds."""

from __future__ import annotations

from functools import cache

import numpy as np

import clauses
from checks.amendments import replaced
from checks.parties import named
from checks.passages import Passages, introduction, without_number
from checks.precedence import precedence
from checks.reader import Votes
from checks.reading import Reading, read
from checks.standing import Standing, standings
from checks.verdict import Verdict, judge
from checks.weighing import Columns
from ingest.document import Document
from tests.documents import read as document_of

LIBRARY = clauses.load()
PARTIES = named("Kommunen", "Bolaget")
Said = dict[str, dict[str, float]]


def columns() -> Columns:
    """The heads of all the library's facets and denials, in the order that the reader has them."""
    facets = [f"{each.id}.{facet.id}" for each in LIBRARY.requirements for facet in each.facets]
    return Columns((*facets, *(f"{each.id}!denied" for each in LIBRARY.requirements)))


def passages(document: Document, requirement: str, said: Said) -> Passages:
    """`said` maps words of a statement to its votes: a facet's id, "denied", "about" (1 where anything is), "weak"."""
    heads = columns()
    count = len(document.statements)
    facets, denials, about, weak = (
        np.zeros((count, width), dtype=np.float32)
        for width in (len(heads.facets), len(heads.requirements), len(heads.requirements), 1)
    )
    owner = heads.requirements.index(requirement)
    for row, statement in enumerate(document.statements):
        votes = next((votes for words, votes in said.items() if words in document.quote(statement.span)), None)
        if votes is None:
            continue
        about[row, owner] = votes.get("about", 1.0)
        denials[row, owner] = votes.get("denied", 0.0)
        weak[row] = votes.get("weak", 0.0)
        for name in votes.keys() - {"about", "denied", "weak"}:
            facets[row, heads.facets.index(f"{requirement}.{name}")] = votes[name]

    @cache
    def reading(index: int) -> Reading:
        statement = document.statements[index]
        said = without_number(document.quote(statement.span))
        return read(PARTIES.mark(f"{introduction(document, statement)} {said}".strip().lower()))

    taken = replaced(document)
    stands = tuple(Standing.REPLACED if index in taken else each for index, each in enumerate(standings(document)))
    votes_ = Votes(heads, facets, denials, about, weak[:, 0])
    return Passages(document, PARTIES, votes_, reading, stands, precedence(document), LIBRARY.scanner, taken)


def judged(requirement: str, text: str, said: Said) -> Verdict:
    """The verdict on a requirement over a text, with those votes."""
    document = document_of(text)
    for words in said:
        assert words in document.text, words
    return judge(LIBRARY.requirement(requirement), passages(document, requirement, said))


def met(verdict: Verdict) -> set[str]:
    """The facets that a verdict gives, in binding words or not."""
    return {votes.facet.id for votes in verdict.facets if votes.given or votes.weak}

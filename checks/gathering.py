"""Facets gathered over clauses that speak of the same matter.

"Detta gäller även inhyrd personal" says nothing by itself. A statement in the section of a clause is therefore read
once more with that clause as its context, and may so give the clause's expected facets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from checks.features import inherit, see
from checks.passages import Passages, context, without_number

if TYPE_CHECKING:
    from checks.reader import Reader
    from clauses import Library
    from clauses.requirement import Requirement

BEFORE, AFTER = 2, 5  # statements around a clause that may complete it
CLAUSE = 0.5  # probability from which a statement counts as a clause of the requirement
CLAUSES = 2  # of a requirement that are completed so
SURE = 0.75  # a facet that only the neighbouring clause gives sense to must be surer than others


def gather(read: Passages, reader: Reader, library: Library) -> Passages:
    """The passages, with the votes for expected facets raised where a neighbouring clause is what a statement speaks
    of.
    """
    wanted = [job for requirement in library.requirements for job in _jobs(requirement, read)]
    if not wanted:
        return read
    document, scanner = read.document, library.scanner
    seen = []
    for _, index, clause in wanted:
        statement = document.statements[index]
        around = f"{context(document, statement)} {document.quote(document.statements[clause].span)}"
        seen.append(
            see(without_number(read.said(index)), inherit(around, read.parties, scanner), read.parties, scanner)
        )
    votes = reader.read(seen, lambda row: read.reading(wanted[row][1]))
    facets = read.votes.facets.copy()
    about = read.votes.about.copy()
    for row, (requirement, index, _) in enumerate(wanted):
        owner = read.votes.columns.requirements.index(requirement.id)
        for facet in requirement.facets:
            if not facet.core:
                column = read.votes.columns.facets.index(f"{requirement.id}.{facet.id}")
                if votes.facets[row, column] >= SURE:
                    facets[index, column] = max(facets[index, column], votes.facets[row, column])
                    about[index, owner] = max(about[index, owner], votes.about[row, owner])
    return replace(read, votes=replace(read.votes, facets=facets, about=about))


def _jobs(requirement: Requirement, read: Passages) -> Iterable[tuple[Requirement, int, int]]:
    """(requirement, statement to read again, the clause that it may complete)."""
    columns = {
        facet.id: read.votes.columns.facets.index(f"{requirement.id}.{facet.id}") for facet in requirement.facets
    }
    core = [columns[facet.id] for facet in requirement.facets if facet.core]
    expected = [columns[facet.id] for facet in requirement.facets if not facet.core]
    if not expected or all(read.votes.facets[:, column].max(initial=0) >= CLAUSE for column in expected):
        return
    chances = read.votes.facets[:, core].min(1)
    near = read.votes.facets[:, expected].max(1) > 0
    statements = read.document.statements
    for clause in (int(at) for at in np.argsort(-chances)[:CLAUSES] if chances[at] >= CLAUSE):
        for index in range(max(0, clause - BEFORE), min(len(statements), clause + AFTER + 1)):
            if index != clause and near[index] and _together(read, index, clause):
                yield requirement, index, clause


def _together(read: Passages, index: int, clause: int) -> bool:
    """Whether two statements stand in one section, or in sections of one parent."""
    one, other = (read.document.statements[at].section for at in (index, clause))
    if one == other:
        return True
    paths = [read.document.path(section) for section in (one, other)]
    return all(len(path) > 1 for path in paths) and paths[0][:-1] == paths[1][:-1]

"""A set of guidelines held against a framework: every topic in every document, and the set as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from checks.coverage_actions import actions
from checks.coverage_age import age, replaced
from checks.coverage_conflicts import conflicts
from checks.coverage_lines import Line, lines
from checks.coverage_references import missing_references
from checks.coverage_report import CoverageReport, Passage, TopicCoverage, TopicInDocument, TopicStatus
from checks.coverage_topics import judge
from checks.coverage_words import gaps, notes

if TYPE_CHECKING:
    from clauses.framework import Framework
    from ingest.document import Document


def check_coverage(documents: Sequence[Document], framework: Framework, today: date | None = None) -> CoverageReport:
    """Holds a set of documents, each of its own name, against a framework. `today` is the day that ages are told
    against (else the day of the check).
    """
    today = today or date.today()
    read = [lines(document, framework) for document in documents]
    topics = tuple(_topic(documents, read, framework, place) for place in range(len(framework.topics)))
    ages = tuple(age(document, today) for document in documents)
    rows = zip(documents, read, ages, strict=True)
    planned = tuple(row for document, known, told in rows for row in actions(document, known, framework, told.decided))
    missing = missing_references(documents, read, framework)
    return CoverageReport(
        framework=framework,
        documents=tuple(documents),
        topics=topics,
        conflicts=conflicts(documents, read, framework) if len(documents) > 1 else (),
        missing=missing,
        ages=ages,
        replaced=tuple(law for document in documents for law in replaced(document)),
        actions=planned,
        gaps=gaps(topics, framework, missing),
        notes=notes(documents, ages),
    )


def _topic(
    documents: Sequence[Document], read: Sequence[Sequence[Line]], framework: Framework, place: int
) -> TopicCoverage:
    topic = framework.topics[place]
    cells = tuple(judge(document, known, place, topic) for document, known in zip(documents, read, strict=True))
    return TopicCoverage(topic.id, _status(cells), _best(cells), cells)


def _status(cells: Sequence[TopicInDocument]) -> TopicStatus:
    """The best of the documents; undetermined where nothing was found and something could not be read."""
    found = {cell.status for cell in cells}
    order = (TopicStatus.COVERED, TopicStatus.MENTIONED, TopicStatus.UNDETERMINED)
    return next((status for status in order if status in found), TopicStatus.ABSENT)


def _best(cells: Sequence[TopicInDocument]) -> Passage | None:
    """The first passage of the surest cell of the best status, deeper ones first."""
    status = _status(cells)
    ranked = [cell for cell in cells if cell.status is status and cell.evidence]
    best = max(ranked, key=lambda cell: (sum(each.given for each in cell.depth), cell.confidence), default=None)
    return best.evidence[0] if best else None

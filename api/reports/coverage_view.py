"""A topic in guidelines as a person reads it: its cells in the matrix, its quotes, and the depth of each document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from api.reports.passages import Pieces, pieces, place, words
from api.tongue import Tongue
from checks.coverage_report import (
    CoverageReport,
    Depth,
    Force,
    Gap,
    How,
    Passage,
    Piece,
    TopicCoverage,
    TopicInDocument,
    TopicStatus,
)
from clauses.framework import Topic
from ingest.document import Document

PIECES = {Piece.WHO: "vem", Piece.WHEN: "när", Piece.CHECK: "kontroll"}
HEADS = {Piece.WHO: "Vem", Piece.WHEN: "När", Piece.CHECK: "Kontroll"}
HOW = {
    How.BINDS: "binder",
    How.ADDS: "kompletterar",
    How.RISK: "nämner risken",
    How.INTENT: "vill, men binder inte",
    How.REFERS: "hänvisar vidare",
    How.LACKING: "säger att det saknas",
    How.HEADING: "bara en rubrik",
}
FORCE = {
    Force.BINDING: "bindande",
    Force.INTENTION: "en avsikt, inte bindande",
    Force.NONE: "varken bindande eller avsikt",
}
# Why a topic is only mentioned, in the few words that a cell has room for.
_ONLY = {
    How.RISK: "som risk",
    How.INTENT: "en ambition",
    How.REFERS: "hänvisar",
    How.LACKING: "sägs saknas",
    How.HEADING: "bara rubrik",
}


@dataclass(frozen=True, slots=True)
class TopicQuote:
    """A passage in pieces, how it takes the topic up, where it stands, and why it was taken."""

    number: int
    pieces: Pieces
    how: str
    binds: bool
    place: str
    why: str


@dataclass(frozen=True, slots=True)
class DepthView:
    """One piece of depth: its name, whether it is given, the words that say it, and where."""

    name: str
    given: bool
    words: str
    place: str


@dataclass(frozen=True)
class CellView:
    """One topic in one document. `column` is the document's number from 1."""

    cell: TopicInDocument
    document: Document
    column: int
    topic: TopicView

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"{self.topic.anchor}-{self.column}"

    @property
    def status(self) -> TopicStatus:
        """The topic's status in the document."""
        return self.cell.status

    @property
    def quiet(self) -> bool:
        """Whether the cell is calm: one guideline need not cover every topic, so its silence is no gap."""
        return self.status is TopicStatus.ABSENT

    @property
    def detail(self) -> str:
        """The line under the status: the depth of what is covered, or why it is only mentioned."""
        t = self.topic.tongue
        if self.status is TopicStatus.COVERED:
            given = [t(PIECES[each.piece]) for each in self.cell.depth if each.given]
            return ", ".join(given) or t("egen definition" if self.topic.told.definition else "varken vem eller när")
        if self.status is TopicStatus.MENTIONED and self.cell.evidence:
            only = _ONLY.get(self.cell.evidence[0].how)
            lacking = [t(PIECES[each.piece]) for each in self.cell.depth if not each.given]
            return t(only) if only else t("saknar {pieces}", pieces=", ".join(lacking)) if lacking else ""
        return ""

    @property
    def quotes(self) -> list[TopicQuote]:
        """The document's own words, best first."""
        return [self._quote(number, each) for number, each in enumerate(self.cell.evidence, start=1)]

    def _quote(self, number: int, each: Passage) -> TopicQuote:
        t = self.topic.tongue
        where = place(each.section, each.heading, each.page, t)
        return TopicQuote(
            number, pieces(self.document, each.span), t(HOW[each.how]), each.how is How.BINDS, where, each.why
        )

    @property
    def depth(self) -> list[DepthView]:
        """Who, when and how it is checked."""
        return [self._depth(each) for each in self.cell.depth]

    def _depth(self, each: Depth) -> DepthView:
        t, found = self.topic.tongue, each.passage
        where = place(found.section, found.heading, found.page, t) if found else ""
        said = each.words or (words(self.document, found.span)[:160] if found else "")
        return DepthView(t(HEADS[each.piece]), each.given, said, where)

    @property
    def force(self) -> str:
        """How binding the best passage is."""
        return self.topic.tongue(FORCE[self.cell.force])


@dataclass(frozen=True)
class TopicView:
    """One topic over the whole set. `number` counts from 1."""

    number: int
    told: Topic
    coverage: TopicCoverage
    report: CoverageReport
    tongue: Tongue

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"amne-{self.number}"

    @property
    def title(self) -> str:
        """The topic's title."""
        return self.tongue.of(self.told.title)

    @property
    def status(self) -> TopicStatus:
        """The best status of the set."""
        return self.coverage.status

    @cached_property
    def cells(self) -> list[CellView]:
        """A cell for each document, in the set's order."""
        documents = {each.name: each for each in self.report.documents}
        return [
            CellView(cell, documents[cell.document], column, self)
            for column, cell in enumerate(self.coverage.documents, start=1)
        ]

    @property
    def shown(self) -> list[CellView]:
        """The cells that say something of the topic, the best first."""
        order = [TopicStatus.COVERED, TopicStatus.MENTIONED, TopicStatus.UNDETERMINED]
        said = [each for each in self.cells if each.status in order]
        return sorted(said, key=lambda each: (order.index(each.status), -len([d for d in each.cell.depth if d.given])))

    @property
    def detail(self) -> str:
        """The line under the set's status: in how many documents."""
        t, total = self.tongue, len(self.cells)
        if self.status is TopicStatus.ABSENT:
            return t("i inget av {count}", count=total) if total > 1 else ""
        count = sum(each.status is self.status for each in self.cells)
        told = t("ett dokument") if count == 1 else t("{count} dokument", count=count)
        return told if total > 1 else ""

    @property
    def gap(self) -> Gap | None:
        """The topic's line in the gap list, where it has one."""
        return next((gap for gap in self.report.gaps if gap.topic == self.told.id), None)


def topics(report: CoverageReport, tongue: Tongue) -> list[TopicView]:
    """The topics in the framework's order."""
    return [
        TopicView(number, report.framework.topic(each.topic), each, report, tongue)
        for number, each in enumerate(report.topics, start=1)
    ]

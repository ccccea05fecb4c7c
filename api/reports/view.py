"""A report as a person reads it: findings joined with the library's titles, wording and law, for text and pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from api.reports.passages import Pieces, pieces, place
from api.tongue import Tongue
from checks.alike import nearest
from checks.finding import Applies, ContractReport, Evidence, FacetFinding, Finding, Stance, Status
from clauses import Library
from clauses.requirement import Requirement
from ingest.document import RUNNING, BlockKind, Document, Span

LONGEST_AROUND = 1000


@dataclass(frozen=True, slots=True)
class FacetView:
    """One thing that the clause must say, whether it does, and the numbers of the quotes that show it."""

    title: str
    status: Status
    core: bool
    weak: bool
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A passage in pieces, each marked or not, and where it stands. `number` counts from 1 within the finding.

    `around` are the blocks that the passage stands in, with one before and one after, as the contract has them.
    """

    number: int
    pieces: Pieces
    against: bool
    place: str
    why: str
    around: tuple[str, ...]
    requirement: Requirement
    vote: float | None = None

    def alike(self, tongue: Tongue) -> list[tuple[str, str]]:
        """The labelled statements most like the passage, each with what it is labelled as."""
        return [
            (each.text, ", ".join(tongue.of(self.requirement.facet(name).title) for name in each.facets))
            for each in nearest(self.requirement.id, self.text, against=self.against)
        ]

    @property
    def text(self) -> str:
        """The passage, verbatim."""
        return "".join(piece for piece, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class NearestView:
    """The closest passage that does not suffice, and what it lacks."""

    text: str
    place: str
    lacks: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its requirement."""

    finding: Finding
    requirement: Requirement
    title: str
    short: str
    facets: tuple[FacetView, ...]
    quotes: tuple[QuoteView, ...]
    nearest: tuple[NearestView, ...]

    @property
    def status(self) -> Status:
        """The finding's status."""
        return self.finding.status

    @property
    def id(self) -> str:
        """The requirement's id."""
        return self.finding.id


def findings(report: ContractReport, library: Library, tongue: Tongue) -> list[FindingView]:
    """The findings in the library's order."""
    return [_view(finding, library.requirement(finding.id), report, tongue) for finding in report.findings]


def worst_first(views: list[FindingView]) -> list[FindingView]:
    """As lists show them: by status, the worst first; what is no requirement for this kind of contract last in each."""
    order = list(Status)
    return sorted(views, key=lambda view: (order.index(view.status), view.finding.applies is Applies.NO))


def document_title(report: ContractReport) -> str:
    """What the contract calls itself, else the file's name."""
    return report.facts.title or report.document.name


def period(report: ContractReport) -> str:
    """The contract's period, as far as it is known."""
    start, end = report.facts.start, report.facts.end
    return f"{start or ''} – {end or ''}".strip() if start or end else ""


def _view(finding: Finding, requirement: Requirement, report: ContractReport, tongue: Tongue) -> FindingView:
    return FindingView(
        finding=finding,
        requirement=requirement,
        title=tongue.of(requirement.title),
        short=tongue.of(requirement.short),
        facets=tuple(_facet(facet, finding, requirement, tongue) for facet in finding.facets),
        quotes=tuple(
            _quote(number, evidence, requirement, report, tongue)
            for number, evidence in enumerate(finding.evidence, start=1)
        ),
        nearest=tuple(
            NearestView(
                report.document.quote(near.span),
                _place(_file(report, near.span), near.section, "", near.page, tongue),
                near.lacks,
            )
            for near in finding.nearest
        ),
    )


def _facet(facet: FacetFinding, finding: Finding, requirement: Requirement, tongue: Tongue) -> FacetView:
    stances = {finding.evidence[index].stance for index in facet.evidence}
    if facet.met:
        status = Status.PARTIAL if facet.weak else Status.MET
    elif Stance.AGAINST in stances or (facet.core and finding.status is Status.CONTRADICTED):
        status = Status.CONTRADICTED
    else:
        status = Status.UNDETERMINED if finding.status is Status.UNDETERMINED else Status.MISSING
    title = tongue.of(requirement.facet(facet.id).title)
    return FacetView(title, status, facet.core, facet.weak, tuple(index + 1 for index in facet.evidence))


def _quote(
    number: int, evidence: Evidence, requirement: Requirement, report: ContractReport, tongue: Tongue
) -> QuoteView:
    document, span = report.at(evidence.span)
    file = _file(report, evidence.span)
    return QuoteView(
        number=number,
        pieces=pieces(report.document, evidence.span, evidence.core),
        against=evidence.stance is Stance.AGAINST,
        place=_place(file, evidence.section, evidence.heading, evidence.page, tongue),
        why=evidence.why,
        around=_around(document, span),
        requirement=requirement,
        vote=evidence.vote,
    )


def _around(document: Document, span: Span) -> tuple[str, ...]:
    """The blocks of the passage, with one before and one after; long ones are shortened."""
    blocks = [block for block in document.blocks if block.kind in RUNNING or block.kind is BlockKind.HEADING]
    first = bisect_right(blocks, span.start, key=lambda block: block.span.end)
    last = bisect_left(blocks, span.end, key=lambda block: block.span.start)
    shown = [document.quote(block.span) for block in blocks[max(first - 1, 0) : last + 1]]
    return tuple(text if len(text) <= LONGEST_AROUND else f"{text[:LONGEST_AROUND]} …" for text in shown)


def _file(report: ContractReport, span: Span) -> str:
    """The name of the file that a span lies in, where there are several."""
    document, _ = report.at(span)
    return "" if document is report.document else document.name


def _place(file: str, section: str, heading: str, page: int | None, tongue: Tongue) -> str:
    """ "bilaga1.pdf, 7.2 Vite, sida 7"."""
    return ", ".join(part for part in (file, place(section, heading, page, tongue)) if part)

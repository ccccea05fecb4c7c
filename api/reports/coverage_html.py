"""The coverage of guidelines as an HTML page that stands alone, or served: the answer, the gaps, the matrix, quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from api.reports import coverage_xlsx
from api.reports.coverage_verdict import lead, sentence
from api.reports.coverage_view import TopicView, topics
from api.reports.downloads import XLSX, Download
from api.reports.passages import Pieces, pieces, place, title
from api.reports.readings import Reading, readings
from api.shell import Shell, fill, own_version
from api.tongue import Tongue
from api.trouble import Refused
from checks.coverage_report import Age, CoverageReport, Passage, TopicStatus


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document of the set: what it calls itself, its age, what to know of it, and how many topics it covers."""

    number: int
    name: str
    title: str
    age: str
    flags: tuple[str, ...]
    covered: int
    mentioned: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote with its document and place."""

    pieces: Pieces
    file: str
    place: str


@dataclass(frozen=True)
class CoveragePage:
    """What the template shows."""

    report: CoverageReport
    tongue: Tongue

    @property
    def title(self) -> str:
        """What the page is called: the framework."""
        return self.tongue.of(self.report.framework.title)

    @property
    def meta(self) -> str:
        """The line under the title."""
        t, documents, total = self.tongue, len(self.report.documents), len(self.report.topics)
        if documents == 1:
            return t("Ett dokument mot ramverkets {total} ämnen", total=total)
        return t("{count} dokument mot ramverkets {total} ämnen", count=documents, total=total)

    @property
    def sentence(self) -> str:
        """The verdict."""
        return sentence(self.report, self.tongue)

    @property
    def lead(self) -> str:
        """The line under the verdict."""
        return lead(self.report, self.tongue)

    @cached_property
    def topics(self) -> list[TopicView]:
        """The topics in the framework's order."""
        return topics(self.report, self.tongue)

    @property
    def tally(self) -> list[tuple[TopicStatus, int, str]]:
        """Status, count, and the address of the first such topic, worst first; zero counts left out."""
        found = []
        for status in TopicStatus:
            of_status = [each for each in self.topics if each.status is status]
            if of_status:
                found.append((status, len(of_status), of_status[0].anchor))
        return found

    @property
    def gaps(self) -> list[tuple[TopicView, str]]:
        """The gap list: the topic, and the sentence that can go to a board."""
        by_id = {each.told.id: each for each in self.topics}
        return [(by_id[gap.topic], gap.sentence) for gap in self.report.gaps]

    @cached_property
    def documents(self) -> list[DocumentView]:
        """The documents of the set."""
        ages = {each.document: each for each in self.report.ages}
        replaced = {law.passage.document for law in self.report.replaced}
        found = []
        for number, document in enumerate(self.report.documents, start=1):
            statuses = [topic.cell(document.name).status for topic in self.report.topics]
            flags = [*self._flags(ages.get(document.name))]
            if document.name in replaced:
                flags.append(self.tongue("hänvisar till ersatt lag"))
            found.append(
                DocumentView(
                    number,
                    document.name,
                    title(document),
                    self._age(ages.get(document.name)),
                    tuple(flags),
                    statuses.count(TopicStatus.COVERED),
                    statuses.count(TopicStatus.MENTIONED),
                )
            )
        return found

    def _age(self, age: Age | None) -> str:
        t = self.tongue
        if age is None:
            return ""
        told = [t("beslutad {date}", date=age.decided)] if age.decided else []
        if age.valid_to:
            told.append(t("gäller till {date}", date=age.valid_to))
        elif age.until_further_notice:
            told.append(t("gäller tills vidare"))
        return ", ".join(told)

    def _flags(self, age: Age | None) -> list[str]:
        if age is None:
            return []
        told = [(age.expired, "giltighetstiden är slut"), (age.old and not age.expired, "gammal")]
        return [self.tongue(words) for is_so, words in told if is_so]

    def quote(self, passage: Passage) -> Shown:
        """A passage with its document and place."""
        document = next(each for each in self.report.documents if each.name == passage.document)
        where = place(passage.section, passage.heading, passage.page, self.tongue)
        return Shown(pieces(document, passage.span), passage.document, where)

    def names(self, ids: Sequence[str]) -> str:
        """Topics by their titles."""
        return ", ".join(each.title for each in self.topics if each.told.id in ids)

    @property
    def readings(self) -> list[Reading]:
        """How much was read of each document."""
        return readings([(each, "") for each in self.report.documents], self.tongue)

    @property
    def complete(self) -> bool:
        """Whether all of all documents was read."""
        return all(each.complete for each in self.readings)

    @property
    def downloads(self) -> list[Download]:
        """The workbook."""
        t = self.tongue
        return [Download(t("Hämta som Excel"), "riktlinjer.xlsx", XLSX, coverage_xlsx.workbook(self.report, t))]

    @property
    def sv(self) -> Markup:
        """The language of the documents' words and klausul's Swedish sentences, where the page is in another."""
        return Markup("") if self.tongue.code == "sv" else Markup(' lang="sv"')


def page(
    report: CoverageReport, language: str = "sv", shell: Shell | None = None, refused: Sequence[Refused] = ()
) -> str:
    """The whole page. Without `shell` it stands alone: its style within, nothing fetched."""
    tongue = Tongue(language)
    frame = shell or Shell(requirements=0, version=own_version())
    return fill("coverage.html", frame, tongue, page=CoveragePage(report, tongue), refused=list(refused))

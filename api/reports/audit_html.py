"""An audit's follow-up as an HTML page that stands alone, or served: the answer, the matrix, every answer, the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from api.reports import audit_ics, audit_xlsx
from api.reports.audit_asking import AskGroup, asking
from api.reports.audit_timeline import Timeline, timeline
from api.reports.audit_verdict import AuditVerdict, verdict
from api.reports.audit_view import AnswerView, PromiseView, answers, promises
from api.reports.downloads import ICS, XLSX, Download
from api.reports.passages import place, title, words
from api.reports.readings import Reading, readings
from api.shell import Shell, fill, own_version
from api.tongue import Tongue
from api.trouble import Refused
from checks.followup import AnswerStatus, AuditReport, Recommendation

Quoted = tuple[str, str]


@dataclass(frozen=True)
class RecommendationView:
    """A row of the matrix, and the place on the page with the answers to it."""

    told: Recommendation
    label: str
    place: str
    answers: tuple[AnswerView, ...]

    @property
    def given(self) -> list[AnswerView]:
        """The answers of all but those who were not asked and said nothing."""
        return [each for each in self.answers if not each.silent]

    @property
    def silent(self) -> list[str]:
        """Who was not asked, and said nothing."""
        return [each.board for each in self.answers if each.silent]


@dataclass(frozen=True)
class AuditPage:
    """What the template shows."""

    report: AuditReport
    tongue: Tongue

    @property
    def title(self) -> str:
        """What the audit is called."""
        return title(self.report.report) if self.report.report else self.tongue("Svar på revision")

    @property
    def meta(self) -> list[str]:
        """The line under the title."""
        t, report = self.tongue, self.report
        many, boards = len(report.recommendations), len(report.responses)
        dated = str(report.dated) if report.dated else ""
        name = report.report.name if report.report and report.report.name != self.title else ""
        asked = t("en rekommendation") if many == 1 else t("{count} rekommendationer", count=t.number(many))
        sent = t("ett svar") if boards == 1 else t("{count} svar", count=t.number(boards))
        return [each for each in (dated, asked if many else "", sent, name) if each]

    @cached_property
    def verdict(self) -> AuditVerdict:
        """The answer first."""
        return verdict(self.report, self.tongue)

    @cached_property
    def rows(self) -> list[RecommendationView]:
        """The recommendations, in the report's order."""
        return [
            RecommendationView(
                each,
                "" if each.label.strip(" .") == str(each.number) else each.label,
                place(self._section(each), "", each.page, self.tongue),
                answers(each, self.report, self.tongue),
            )
            for each in self.report.recommendations
        ]

    def _section(self, each: Recommendation) -> str:
        number = each.section[:1].isdigit()
        return self.tongue("avsnitt {number}", number=each.section) if number else each.section

    @property
    def tally(self) -> list[tuple[AnswerStatus, int, str]]:
        """Status, count, and the address of the first such answer, worst first; zero counts left out."""
        shown = [each for row in self.rows for each in row.given]
        found = []
        for status in AnswerStatus:
            of_status = [each for each in shown if each.status is status]
            if of_status:
                found.append((status, len(of_status), of_status[0].anchor))
        return found

    @property
    def groups(self) -> list[AskGroup]:
        """What to ask the boards about."""
        return asking(self.report, self.tongue)

    @cached_property
    def promises(self) -> list[PromiseView]:
        """The follow-up list."""
        return promises(self.report, self.tongue)

    @cached_property
    def timeline(self) -> Timeline | None:
        """The promises month by month."""
        return timeline(self.report, self.tongue)

    @property
    def outside(self) -> list[tuple[int, str, list[Quoted]]]:
        """For each response with such: its number from 1, who answers, and the passages that answer nothing."""
        return [
            (
                number,
                each.called,
                [
                    (each.document.quote(one.span), place(one.section, one.heading, one.page, self.tongue))
                    for one in each.unmatched
                ],
            )
            for number, each in enumerate(self.report.responses, start=1)
            if each.unmatched
        ]

    @property
    def earlier(self) -> list[tuple[str, bool, str, str, int | None, list[AnswerStatus]]]:
        """Promises of earlier years: date, whether it passed, the words, the document, the number now, the statuses."""
        documents = self.report.earlier.documents
        return [
            (
                str(each.due),
                each.passed,
                words(documents[each.document], each.span),
                documents[each.document].name,
                each.recommendation,
                list(dict.fromkeys(each.now)),
            )
            for each in self.report.earlier.promises
        ]

    @property
    def readings(self) -> list[Reading]:
        """How much was read of each document."""
        t, report = self.tongue, self.report
        asked = [(report.report, t("rapport"))] if report.report else []
        sent = [(each.document, each.board or t("svar")) for each in report.responses]
        past = [(each, t("tidigare år")) for each in report.earlier.documents]
        return readings([*asked, *sent, *past], t)

    @property
    def complete(self) -> bool:
        """Whether all of all documents was read."""
        return all(each.complete for each in self.readings)

    @property
    def downloads(self) -> list[Download]:
        """The workbook, and the calendar where a promise has a date."""
        if not self.report.recommendations:
            return []
        t = self.tongue
        found = [Download(t("Hämta som Excel"), "uppfoljning.xlsx", XLSX, audit_xlsx.workbook(self.report, t))]
        if any(each.due for each in self.promises):
            calendar = audit_ics.calendar(self.report, t)
            found.append(Download(t("Hämta kalenderfil"), "uppfoljning.ics", ICS, calendar))
        return found

    @property
    def sv(self) -> Markup:
        """The language of the documents' words and klausul's Swedish sentences, where the page is in another."""
        return Markup("") if self.tongue.code == "sv" else Markup(' lang="sv"')


def page(report: AuditReport, language: str = "sv", shell: Shell | None = None, refused: Sequence[Refused] = ()) -> str:
    """The whole page. Without `shell` it stands alone: its style within, nothing fetched."""
    tongue = Tongue(language)
    frame = shell or Shell(requirements=0, version=own_version())
    return fill("audit.html", frame, tongue, page=AuditPage(report, tongue), refused=list(refused))

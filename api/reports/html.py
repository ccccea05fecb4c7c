"""The report as an HTML page that stands alone, or served: for one contract, or for several with a table first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from api.reports import view
from api.reports.ledger import account, files, parts, read_line
from api.reports.verdict import Link, chain, chain_sentence, sentence
from api.reports.view import FindingView
from api.shell import Shell, fill, own_version
from api.tongue import Tongue
from api.trouble import Refused
from checks.finding import ContractReport, Status
from clauses import Library


@dataclass(frozen=True)
class ContractPage:
    """What the template shows of one contract. `number` is its place among several on the page, 0 where it is alone."""

    report: ContractReport
    library: Library
    tongue: Tongue
    views: tuple[FindingView, ...]
    number: int = 0

    def anchor(self, name: str) -> str:
        """The id of a place on the page, its own among several contracts."""
        return f"a{self.number}-{name}" if self.number else name

    @property
    def title(self) -> str:
        """What the contract is called."""
        return view.document_title(self.report)

    @property
    def meta(self) -> list[str]:
        """The line under the title: parties, reference, period, length."""
        facts, pages = self.report.facts, len(self.report.document.pages)
        parties = self.tongue.listed([party.name for party in facts.parties])
        length = self.tongue("{count} sidor", count=pages) if pages > 1 else ""
        name = self.report.document.name if facts.title else ""
        return [item for item in (parties, facts.reference, view.period(self.report), length, name) if item]

    @property
    def sentence(self) -> str:
        """The verdict."""
        return sentence(self.report, self.tongue)

    @property
    def gaps(self) -> list[tuple[str, list[FindingView]]]:
        """What is contradicted, missing or unclear: the word, and the findings."""
        found = []
        for status in (Status.CONTRADICTED, Status.MISSING, Status.UNDETERMINED):
            views = [one for one in self.views if one.status is status]
            if views and len(views) < len(self.views):
                found.append((self.tongue.status(status), views))
        return found

    @property
    def tally(self) -> list[tuple[Status, int, str]]:
        """Status, count, and the first finding of each status, worst first; zero counts left out."""
        ordered = view.worst_first(list(self.views))
        return [
            (status, self.report.count(status), next(one.id for one in ordered if one.status is status))
            for status in Status
            if self.report.count(status)
        ]

    @property
    def bar(self) -> list[tuple[Status, int, int]]:
        """Status, where its part of the bar begins, and how long it is."""
        found, start = [], 0
        for status, count, _ in self.tally:
            found.append((status, start, count))
            start += count
        return found

    @property
    def groups(self) -> list[tuple[str, list[FindingView], int]]:
        """The groups of requirements in the library's order: name, findings, and how many are met."""
        found: dict[str, list[FindingView]] = {}
        for one in self.views:
            found.setdefault(one.requirement.group, []).append(one)
        return [
            (self.tongue.of(self.library.groups[group]), views, sum(one.status is Status.MET for one in views))
            for group, views in found.items()
        ]

    @property
    def sections(self) -> list[tuple[str, list[FindingView]]]:
        """The findings in the order of reading: the gaps, worst first, and then what is well."""
        ordered = view.worst_first(list(self.views))
        gaps = [one for one in ordered if one.status is not Status.MET]
        well = [one for one in ordered if one.status is Status.MET]
        named = [(self.tongue("Brister, värst först"), gaps), (self.tongue("Uppfyllda krav"), well)]
        return [(name, views) for name, views in named if views]

    @property
    def links(self) -> list[Link]:
        """The chain of sanctions."""
        return chain(self.report)

    @property
    def chain_sentence(self) -> str:
        """Whether the chain holds."""
        return chain_sentence(self.links, self.tongue)

    @property
    def link_titles(self) -> list[tuple[Link, str]]:
        """Each link with the short title of the requirement that judges it."""
        shorts = {one.id: one.short for one in self.views}
        return [(link, shorts[link.finding.id]) for link in self.links]

    @property
    def complete(self) -> bool:
        """Whether the whole file was read and nothing that it points to is missing."""
        ledger = self.report.document.ledger
        return ledger.complete and not ledger.missing_appendices

    @property
    def read(self) -> str:
        """How much was read."""
        return read_line(self.report.document, self.tongue)

    @property
    def account(self) -> list[tuple[str, str]]:
        """The ledger in words."""
        rows = account(self.report.document, self.tongue)
        return rows + [(self.tongue("Fil"), f"{name} ({part})") for name, part in files(self.report, self.tongue)]

    @property
    def reader(self) -> str:
        """What read the statements."""
        both = self.report.reader == "linear+encoder"
        return self.tongue(
            "ord och ordföljder; tveksamma satser också efter innebörd"
            if both
            else "ord och ordföljder; läsningen efter innebörd är inte påslagen (KLAUSUL_ENCODER=all)"
        )

    @property
    def parts(self) -> list[tuple[str, str, str]]:
        """What became of each part of the file."""
        return parts(self.report.document, self.tongue)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What the contract says of itself."""
        facts, t = self.report.facts, self.tongue
        roles = {"buyer": t("Beställare"), "supplier": t("Leverantör")}
        rows = [
            (roles.get(party.role, t("Part")), ", ".join(part for part in (party.name, party.orgnr) if part))
            for party in facts.parties
        ]
        rows += [
            (t("Diarienummer"), facts.reference or ""),
            (t("Avtalstid"), view.period(self.report)),
            (t("Värde"), facts.value or ""),
        ]
        return [(what, value) for what, value in rows if value]

    @property
    def sv(self) -> Markup:
        """The language of klausul's Swedish sentences, where the page is in another."""
        return Markup("") if self.tongue.code == "sv" else Markup(' lang="sv"')

    @property
    def words(self) -> Markup:
        """The language of the contract's own words, where the page is in another."""
        language = self.report.language
        known = language not in ("und", self.tongue.code)
        return Markup(' lang="{}"').format(language) if known else Markup("")


def page(
    outcomes: list[ContractReport | Refused], library: Library, language: str = "sv", shell: Shell | None = None
) -> str:
    """The whole page. Without `shell` it stands alone: its style within, nothing fetched."""
    tongue = Tongue(language)
    reports = [outcome for outcome in outcomes if not isinstance(outcome, Refused)]
    several = len(outcomes) > 1
    pages = [
        ContractPage(
            report,
            library,
            tongue,
            tuple(view.findings(report, library, tongue)),
            number=number if several else 0,
        )
        for number, report in enumerate(reports, start=1)
    ]
    return fill(
        "check.html",
        shell or Shell(requirements=len(library.requirements), version=own_version()),
        tongue,
        pages=pages,
        refused=[outcome for outcome in outcomes if isinstance(outcome, Refused)],
        sv=Markup("") if language == "sv" else Markup(' lang="sv"'),
        when=f"{datetime.now():%Y-%m-%d %H.%M}",
    )

"""The report for a person at a terminal: the answer, then what is missing or weak, worst first, then what is well."""

from __future__ import annotations

import io
import os
import shutil
import sys

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.printable import one_line, visible
from api.reports.ledger import account, files, unread
from api.reports.verdict import chain, chain_sentence, sentence
from api.reports.view import FindingView, findings, period, worst_first
from api.tongue import Tongue
from api.trouble import Refused
from checks.finding import Applies, ContractReport, Status
from clauses import Library
from clauses.requirement import Requirement

SYMBOLS = {
    Status.CONTRADICTED: "≠",
    Status.MISSING: "○",
    Status.UNDETERMINED: "?",
    Status.PARTIAL: "◐",
    Status.MET: "✓",
}
_STYLES = {
    Status.CONTRADICTED: "bold magenta",
    Status.MISSING: "bold red",
    Status.UNDETERMINED: "bold cyan",
    Status.PARTIAL: "bold yellow",
    Status.MET: "green",
}
_WIDEST = 100
_GAPS = 12  # parts of the file that were not read, named in the report; `klausul text --ledger` names all


def render(report: ContractReport, library: Library, language: str = "sv", *, colour: bool = False) -> str:
    """The whole report as text, with a blank line at its end; `colour` puts terminal colours in."""
    paper = _Paper(Tongue(language), colour)
    views = findings(report, library, paper.tongue)
    _head(paper, report)
    _verdict(paper, report)
    shown: Status | None = None
    for view in worst_first(views):
        if view.status is Status.MET:
            break
        paper.line()
        if view.status is not shown:
            paper.line(paper.tongue.status(view.status).upper(), _STYLES[view.status])
            shown = view.status
        _gap(paper, view)
    _met(paper, [view for view in views if view.status is Status.MET])
    paper.line()
    return paper.content()


def summary(outcomes: list[ContractReport | Refused], language: str = "sv", *, colour: bool = False) -> str:
    """A line for each of several files: its verdict, or why it could not be read."""
    paper = _Paper(Tongue(language), colour)
    paper.line(paper.tongue("Sammanfattning"), "bold")
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            paper.line(f"{one_line(outcome.name)}: {paper.tongue('kunde inte läsas')}, {one_line(outcome.message)}")
        else:
            paper.line(f"{one_line(outcome.document.name)}: {sentence(outcome, paper.tongue)}.")
    return paper.content()


def print_requirement(requirement: Requirement, library: Library) -> None:
    """One requirement of the library in full, on standard output."""
    paper = _Paper(Tongue("sv"), colour=sys.stdout.isatty())
    paper.line(requirement.title.sv, "bold")
    paper.line(f"{requirement.id}, {library.groups[requirement.group].sv}", "dim")
    for heading, prose in (("Frågar efter", requirement.asks.sv), ("Varför", requirement.why.sv)):
        paper.line()
        paper.line(heading, "bold")
        paper.line(prose)
    paper.line()
    paper.line("Vad klausulen ska säga", "bold")
    for facet in requirement.facets:
        paper.line(f"- {facet.title.sv}" + (" (kärna)" if facet.core else ""))
    paper.line()
    paper.line("Så kan det stå", "bold")
    paper.line(f"Minst: {requirement.wording.minimum}")
    paper.line(f"Hellre: {requirement.wording.recommended}")
    if requirement.law:
        paper.line()
        paper.line("Lag", "bold")
    for law in requirement.law:
        paper.line(f"- {law.ref}: {law.says.sv} ({'läst i lagtext' if law.verified else 'inte kontrollerad'})")
    sys.stdout.write(paper.content())


class _Paper:
    """Lines of text, wrapped to the terminal's width and indented; rich does the wrapping and the colours."""

    def __init__(self, tongue: Tongue, colour: bool) -> None:
        self.tongue = tongue
        # A pipe has no width: then the lines are as long as is pleasant to read, or as COLUMNS says.
        width = shutil.get_terminal_size((_WIDEST, 24)).columns if colour or "COLUMNS" in os.environ else _WIDEST
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=max(20, min(width, _WIDEST)),
            force_terminal=colour,
            no_color=not colour or "NO_COLOR" in os.environ,
            highlight=False,
            legacy_windows=False,
        )

    def line(self, words: str = "", style: str = "", indent: int = 0) -> None:
        self.styled(Text(visible(words), style=style), indent)

    def marked(self, mark: str, words: str, style: str = "", indent: int = 0) -> None:
        """A line behind a mark; what does not fit goes on below the words, not below the mark."""
        row = Table.grid(padding=(0, 1, 0, 0))
        row.add_row(Text(mark, style=style), Text(visible(words)))
        self._console.print(Padding(row, (0, 0, 0, indent), expand=False))

    def styled(self, text: Text, indent: int = 0) -> None:
        self._console.print(Padding(text, (0, 0, 0, indent), expand=False) if indent else text)

    def content(self) -> str:
        return "\n".join(line.rstrip() for line in self._out.getvalue().split("\n"))


def _head(paper: _Paper, report: ContractReport) -> None:
    facts = report.facts
    paper.line(one_line(report.document.name), "bold")
    known = [facts.title or "", *(party.name for party in facts.parties), facts.reference or "", period(report)]
    if any(known):
        paper.line(one_line(" · ".join(part for part in known if part)), "dim")


def _verdict(paper: _Paper, report: ContractReport) -> None:
    tongue = paper.tongue
    paper.line()
    paper.line(f"{sentence(report, tongue)}.", "bold")
    tally = Text()
    for status in Status:
        if report.count(status):
            tally.append(f"{SYMBOLS[status]} {report.count(status)} {tongue.status(status)}   ", _STYLES[status])
    paper.styled(tally)
    links = chain(report)
    if links:
        steps = " → ".join(f"{tongue(link.name)} {SYMBOLS[link.finding.status]}" for link in links)
        paper.line(f"{chain_sentence(links, tongue)}: {steps}")
    for name, part in files(report, tongue):
        paper.line(f"{tongue('Fil')}: {one_line(name)} ({part})", "dim")
    for what, value in account(report.document, tongue):
        paper.line(f"{what}: {one_line(value)}", "dim")
    for gap in unread(report.document, tongue)[:_GAPS]:
        paper.line(f"- {one_line(gap)}", "dim", indent=2)
    for note in report.notes:
        paper.line(f"! {note}", "yellow")


def _gap(paper: _Paper, view: FindingView) -> None:
    tongue = paper.tongue
    title = Text(f"{SYMBOLS[view.status]} ", _STYLES[view.status])
    title.append(view.title, "bold")
    if view.finding.applies is Applies.NO:
        title.append(f" ({tongue('inte krav för detta slags avtal')})")
    paper.styled(title)
    paper.line(view.finding.because, indent=2)
    if view.finding.please_read:
        paper.line(f"! {tongue('Läs gärna själv: klausul är osäker här')}", "yellow", indent=2)
    for facet in view.facets:
        said = f"{facet.title} ({tongue('kärna')})" if facet.core else facet.title
        paper.marked(SYMBOLS[facet.status], said, _STYLES[facet.status], indent=4)
    for quote in view.quotes:
        stance = tongue("talar emot") if quote.against else tongue("talar för")
        _passage(paper, quote.text, f"{quote.place}, {stance}" if quote.place else stance)
    for near in view.nearest:
        _passage(paper, near.text, f"{tongue('närmast')}: {near.place}" if near.place else tongue("närmast"))
        paper.line(near.lacks, indent=4)
    if view.status is not Status.UNDETERMINED or not view.quotes:
        paper.line(f"{tongue('Så kan det stå')}: {view.requirement.wording.minimum}", "italic", indent=2)


def _passage(paper: _Paper, quote: str, place: str) -> None:
    paper.line(f"”{' '.join(quote.split())}”", indent=4)
    paper.line(f"({one_line(place)})", "dim", indent=6)


def _met(paper: _Paper, views: list[FindingView]) -> None:
    if not views:
        return
    paper.line()
    paper.line(paper.tongue.status(Status.MET).upper(), _STYLES[Status.MET])
    for view in views:
        places = dict.fromkeys(quote.place for quote in view.quotes if quote.place and not quote.against)
        said = f"{view.title}: {'; '.join(places)}" if places else view.title
        if view.finding.please_read:
            said += f" ({paper.tongue('läs gärna själv')})"
        paper.marked(SYMBOLS[Status.MET], said, _STYLES[Status.MET])

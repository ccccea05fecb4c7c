"""An audit's follow-up for a person at a terminal: the answer, what to ask about, each recommendation worst first with
its quotes, and the promises by date.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.printable import one_line, visible
from api.reports.audit_words import ADEQUACY, DECIDED, STATUS, SYMBOLS, answer_sentence, late
from checks.followup import Adequacy, Answer, AnswerStatus, AuditReport, Recommendation, Response

_WIDTH = 100
_QUOTED = 320
_STYLES = {
    AnswerStatus.REJECTED: "bold magenta",
    AnswerStatus.UNANSWERED: "bold red",
    AnswerStatus.DEFERRED: "bold yellow",
    AnswerStatus.PLANNED: "cyan",
    AnswerStatus.ONGOING: "blue",
    AnswerStatus.IMPLEMENTED: "green",
}
_ORDER = list(AnswerStatus)


def written(report: AuditReport, colour: bool = False) -> str:
    """The whole follow-up as text; without `colour` it is plain, with no lines drawn."""
    paper = _Paper(colour)
    paper.line(answer_sentence(report), "bold")
    for response in report.responses:
        paper.line(_head(response), "dim")
    _notes(paper, report)
    for each in sorted(report.recommendations, key=_worst):
        _recommendation(paper, each, report)
    _unmatched(paper, report)
    _follow_up(paper, report)
    return paper.content()


def _head(response: Response) -> str:
    dated = f", {response.dated.isoformat()}" if response.dated else ""
    board = f"{response.board}, " if response.board else ""
    return one_line(f"{board}{response.document.name}{dated}, {DECIDED[response.decided]}")


def _worst(each: Recommendation) -> tuple[int, int]:
    ranks = [_rank(answer) for answer in each.answers if answer.asked]
    return min(ranks, default=len(_ORDER)), each.number


def _rank(answer: Answer) -> int:
    """An "implemented" that gives less than was asked is no success: it stands with what is deferred."""
    short = answer.adequacy is not Adequacy.FULL
    return _ORDER.index(AnswerStatus.DEFERRED if short else answer.status)


def _notes(paper: _Paper, report: AuditReport) -> None:
    if not report.notes:
        return
    paper.head("Att fråga om")
    for note in report.notes:
        paper.item(note.sentence)


def _recommendation(paper: _Paper, each: Recommendation, report: AuditReport) -> None:
    label = f" ({each.label})" if each.label and each.label.strip(".") != str(each.number) else ""
    paper.head(f"{each.number}{label}. {each.text}")
    if each.addressees:
        paper.line(f"Till {', '.join(each.addressees)}", "dim")
    for answer in sorted(each.answers, key=lambda answer: (not answer.asked, _rank(answer))):
        _answer(paper, answer, report.responses[answer.response])


def _answer(paper: _Paper, answer: Answer, response: Response) -> None:
    if not answer.asked and answer.status is AnswerStatus.UNANSWERED:
        paper.line(f"  {one_line(response.called)}: inte ställd hit", "dim")
        return
    told = [f"{SYMBOLS[answer.status]} {STATUS[answer.status].upper()}"]
    if answer.adequacy is not Adequacy.FULL:
        told.insert(0, f"! {ADEQUACY[answer.adequacy]}:")
    if answer.hedged:
        told.append("(vagt)")
    paper.line(f"  {one_line(response.called)}: {' '.join(told)}", _STYLES[answer.status])
    paper.line(f"    {answer.because}")
    if answer.adequacy_because:
        paper.line(f"    {answer.adequacy_because}")
    document = response.document
    if answer.open:
        who = " ".join(document.quote(answer.responsible).split()) if answer.responsible else "ingen utpekad"
        when = ", ".join(
            f"{' '.join(document.quote(each.span).split())} ({each.date.isoformat()})" for each in answer.deadlines
        )
        paper.line(f"    Ansvarig: {one_line(who)}. Klart: {one_line(when) or 'inget datum'}.")
    for passage in answer.evidence:
        place = [f"avsnitt {passage.section}" if passage.section else passage.heading]
        place += [f"sida {passage.page}"] if passage.page else []
        paper.quote(document.quote(passage.span), ", ".join(part for part in place if part))
    for near in answer.nearest:
        paper.quote(document.quote(near.span), f"närmast; {near.lacks}")


def _unmatched(paper: _Paper, report: AuditReport) -> None:
    found = [(response, passage) for response in report.responses for passage in response.unmatched]
    if not found:
        return
    paper.head("Stycken som inte svarar på någon rekommendation")
    for response, passage in found:
        paper.quote(response.document.quote(passage.span), one_line(response.called))


def _follow_up(paper: _Paper, report: AuditReport) -> None:
    if not report.follow_up:
        return
    rows = []
    for line in report.follow_up:
        response = report.responses[line.response]
        quote = " ".join(response.document.quote(line.promise).split())
        who = " ".join(response.document.quote(line.responsible).split()) if line.responsible else "ingen utpekad"
        due = f"{line.due.isoformat()}, {late(line.due, report.checked)}" if line.due else "inget datum"
        rows.append((due, str(line.recommendation), response.called, who, _cut(quote, 90)))
    paper.table("Uppföljning efter datum", ("Senast", "Nr", "Nämnd", "Ansvarig", "Vad som lovades"), rows)


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


class _Paper:
    """Lines, quotes and tables, wrapped; rich does the wrapping and the colours."""

    def __init__(self, colour: bool) -> None:
        self._out = io.StringIO()
        self._drawn = colour
        self._console = Console(
            file=self._out, width=_WIDTH, force_terminal=colour, no_color=not colour, highlight=False
        )

    def line(self, words: str = "", style: str = "") -> None:
        indent = len(words) - len(words.lstrip(" "))
        self._console.print(Padding(Text(visible(words.strip()), style=style), (0, 0, 0, indent), expand=False))

    def head(self, words: str) -> None:
        self.line()
        self.line(one_line(words), "bold")

    def item(self, words: str) -> None:
        self.line(f"  - {one_line(words)}")

    def quote(self, words: str, place: str) -> None:
        said = _cut(" ".join(words.split()), _QUOTED)
        self.line(f"      ”{one_line(said)}”" + (f" ({one_line(place)})" if place else ""))

    def table(self, title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
        self.head(title)
        table = Table(box=SIMPLE_HEAD if self._drawn else None, pad_edge=False)
        for head in heads:
            table.add_column(head, overflow="fold")
        for row in rows:
            table.add_row(*(Text(one_line(cell)) for cell in row))
        self._console.print(table)

    def content(self) -> str:
        return "\n".join(line.rstrip() for line in self._out.getvalue().split("\n"))

"""A coverage report for a person at a terminal: the answer, the matrix, the gaps, then what else to know."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.printable import one_line
from api.tongue import Tongue
from checks.coverage_report import CoverageReport, TopicCoverage, TopicInDocument, TopicStatus
from checks.coverage_words import STATUS_WORDS

SYMBOLS = {
    TopicStatus.COVERED: "✓",
    TopicStatus.MENTIONED: "◐",
    TopicStatus.ABSENT: "○",
    TopicStatus.UNDETERMINED: "?",
}
_STYLES = {
    TopicStatus.COVERED: "green",
    TopicStatus.MENTIONED: "yellow",
    TopicStatus.ABSENT: "red",
    TopicStatus.UNDETERMINED: "cyan",
}
_PIECES = {"who": "vem", "when": "när", "check": "kontroll"}
_WIDTH = 110
_MOST_COLUMNS = 5  # documents beside each other; more are shown below each other
_QUOTED = 160
_SWEDISH = Tongue("sv")


def answer(report: CoverageReport) -> str:
    """The whole answer as one sentence."""
    counts = {status: report.count(status) for status in TopicStatus}
    whole = f"Av {len(report.topics)} ämnen är {_many(counts[TopicStatus.COVERED], 'täckt', 'täckta')}"
    rest = [
        _many(counts[status], one, many)
        for status, one, many in (
            (TopicStatus.MENTIONED, "bara nämnt", "bara nämnda"),
            (TopicStatus.UNDETERMINED, "oklart", "oklara"),
        )
        if counts[status]
    ]
    missing = counts[TopicStatus.ABSENT]
    rest.append(f"{_SWEDISH.number(missing)} saknas" if missing else "inget saknas")
    return f"{', '.join((whole, *rest[:-1]))} och {rest[-1]}."


def _many(count: int, one: str, many: str) -> str:
    return f"{_SWEDISH.number(count)} {one if count == 1 else many}"


def render(report: CoverageReport, *, colour: bool = False) -> str:
    """The whole report as text; without `colour` it is plain, with no lines drawn."""
    paper = _Paper(colour)
    paper.line(answer(report), "bold")
    paper.line(f"Ramverk: {report.framework.title.sv}. Dokument: {len(report.documents)}.", "dim")
    for note in report.notes:
        paper.line(f"! {one_line(note)}")
    _matrix(paper, report)
    _gaps(paper, report)
    _evidence(paper, report)
    _rest(paper, report)
    return paper.content()


def cell(found: TopicInDocument | TopicCoverage) -> str:
    """A status as symbol and word."""
    return f"{SYMBOLS[found.status]} {STATUS_WORDS[found.status]}"


def depth(found: TopicInDocument) -> str:
    """Which of who, when and check a covered topic has."""
    if found.status is not TopicStatus.COVERED:
        return ""
    return ", ".join(_PIECES[each.piece.value] for each in found.depth if each.given)


def _matrix(paper: _Paper, report: CoverageReport) -> None:
    names = [document.name for document in report.documents]
    several = 1 < len(names) <= _MOST_COLUMNS
    marks = [_mark(place) for place in range(len(names))]
    heads = ["Ämne", "Samlat", *(marks if several else []), "Djup"]
    rows = []
    for topic in report.topics:
        best = _deepest(topic)
        told = [cell(each) for each in topic.documents] if several else []
        rows.append(
            ([report.framework.topic(topic.topic).title.sv, cell(topic), *told, depth(best)], _STYLES[topic.status])
        )
    paper.table("Ämne för ämne", heads, rows)
    if several:
        paper.line(", ".join(f"{mark} = {one_line(name)}" for mark, name in zip(marks, names, strict=True)), "dim")
    if len(names) > _MOST_COLUMNS:
        for document in report.documents:
            cells = [(topic, topic.cell(document.name)) for topic in report.topics]
            covered = [report.framework.topic(topic.topic).title.sv for topic, each in cells if _is_covered(each)]
            paper.line()
            paper.line(f"{one_line(document.name)}: {', '.join(covered) or 'täcker inget ämne'}")


def _mark(place: int) -> str:
    """A document's letter in the matrix: names are too long for columns."""
    return chr(ord("A") + place)


def _is_covered(found: TopicInDocument) -> bool:
    return found.status is TopicStatus.COVERED


def _deepest(topic: TopicCoverage) -> TopicInDocument:
    best = [each for each in topic.documents if each.status is topic.status]
    return max(best or topic.documents, key=lambda each: sum(depth.given for depth in each.depth))


def _gaps(paper: _Paper, report: CoverageReport) -> None:
    if not report.gaps:
        return
    paper.head("Luckor")
    for gap in report.gaps:
        paper.item(f"{SYMBOLS[gap.status]} {gap.sentence}", _STYLES[gap.status])


def _evidence(paper: _Paper, report: CoverageReport) -> None:
    shown = [topic for topic in report.topics if topic.best]
    if not shown:
        return
    paper.head("Bästa stället för varje ämne")
    texts = {document.name: document for document in report.documents}
    for topic in shown:
        if topic.best is None:
            continue
        quote = " ".join(texts[topic.best.document].quote(topic.best.span).split())
        place = ", ".join(
            part
            for part in (
                topic.best.document,
                f"avsnitt {topic.best.section}" if topic.best.section else topic.best.heading,
                f"sida {topic.best.page}" if topic.best.page else "",
            )
            if part
        )
        short = quote if len(quote) <= _QUOTED else f"{quote[: _QUOTED - 1].rstrip()}…"
        paper.item(f"{report.framework.topic(topic.topic).title.sv}: ”{short}” ({place})")


def _rest(paper: _Paper, report: CoverageReport) -> None:
    if report.conflicts:
        paper.head("Dokument som säger olika")
        for conflict in report.conflicts:
            paper.item(conflict.what)
    if report.missing:
        paper.head("Hänvisningar till dokument som inte är med")
        for missing in report.missing:
            paper.item(f"{missing.name} ({missing.passage.document})")
    if report.replaced:
        paper.head("Hänvisningar till ersatt lag")
        for law in report.replaced:
            doubt = "" if law.verified else " (inte kontrollerat i lagtext)"
            paper.item(f"{law.passage.document}: {law.reference}; nu gäller {law.now}{doubt}.")
    if report.actions:
        paper.head("Åtgärder i handlingsplan")
        for action in report.actions:
            who, when = action.responsible or "ingen ansvarig", action.deadline or "ingen tid"
            paper.item(f"{action.action} – {who}, {when}")


class _Paper:
    """Lines and tables, wrapped; rich does the wrapping and the colours."""

    def __init__(self, colour: bool) -> None:
        self._out = io.StringIO()
        self._drawn = colour
        self._console = Console(
            file=self._out, width=_WIDTH, force_terminal=colour, no_color=not colour, highlight=False
        )

    def line(self, words: str = "", style: str = "") -> None:
        self._console.print(Text(words, style=style))

    def head(self, words: str) -> None:
        self.line()
        self.line(words, "bold")

    def item(self, words: str, style: str = "") -> None:
        self._console.print(Padding(Text(f"- {one_line(words)}", style=style), (0, 0, 0, 2)))

    def table(self, title: str, heads: Sequence[str], rows: Sequence[tuple[Sequence[str], str]]) -> None:
        self.head(title)
        table = Table(box=SIMPLE_HEAD if self._drawn else None, pad_edge=False)
        for head in heads:
            table.add_column(one_line(head), overflow="fold")
        for cells, style in rows:
            table.add_row(*(Text(each) for each in cells), style=style if self._drawn else "")
        self._console.print(table)

    def content(self) -> str:
        return "\n".join(line.rstrip() for line in self._out.getvalue().split("\n"))

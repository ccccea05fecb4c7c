"""What an evaluation says, for a person (tables) and for other programs (one object of JSON)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.printable import encodable, one_line
from api.tongue import STATUS_WORDS
from checks.finding import Status
from corpora.intervals import Interval
from corpora.measures import Evaluation, Score, Share

_WIDTH = 110
_SHOWN = 90
_NOTE = (
    "Inom parentes: 95 % konfidensintervall (Wilson för andelar; för F1 dras hela dokument om, med fast frö). "
    "En klausul finns när den är uppfylld eller delvis uppfylld."
)


def render(evaluation: Evaluation, *, colour: bool = False) -> str:
    """The whole evaluation as tables; without `colour` they are plain text with no lines drawn."""
    paper = Paper(colour)
    judged = len(evaluation.judgements)
    paper.line(f"{len(evaluation.documents)} dokument, {judged} bedömningar", "bold")
    if not judged:
        return paper.content()
    paper.line(_NOTE, "dim")
    paper.table("I stort", ("Mått", "Värde", "Antal"), _overall(evaluation))
    heads = ("Precision", "Täckning", "F1")
    rights = evaluation.right_by_requirement
    rows = [(name, *_scores(score), _share(rights[name])) for name, score in evaluation.requirements.items()]
    paper.table("Klausul finns, per krav", ("Krav", *heads, "Rätt status"), rows)
    statuses = [(STATUS_WORDS[status], *_scores(score)) for status, score in reversed(evaluation.statuses.items())]
    paper.table("Per status", ("Status", *heads), statuses)
    paper.table(
        "Rätt status (rader) mot funnen (kolumner)", ("", *_confusion_heads(evaluation)), _confusion(evaluation)
    )
    facets = [(name, *_scores(score)) for name, score in evaluation.each_facet.items()]
    paper.table("Delar", ("Del", *heads), facets)
    if evaluation.lost:
        paper.line()
        paper.line("Etiketternas citat som inte står i den lästa texten", "bold")
        for document, requirement, quote in evaluation.lost:
            paper.line(one_line(f"{document}, {requirement}: {quote[:_SHOWN]}"))
    return paper.content()


def _overall(evaluation: Evaluation) -> Iterable[tuple[str, str, str]]:
    yield _row("Rätt status", evaluation.accuracy)
    yield from _three("Klausul finns", evaluation.present)
    yield _row("Finns, men sades saknas eller vara oklar", evaluation.overlooked)
    yield from _three("Delar", evaluation.facets)
    yield _row("Citat som är skivor av texten", evaluation.verbatim)
    yield _row("Citat som är en till tre hela satser", evaluation.whole)
    yield _row("Citat på rätt plats, där status är rätt", evaluation.placed)
    yield _row("Lämnat till dokument som saknas, sagt oklart", evaluation.pointed)
    error = evaluation.calibration_error
    yield "Säkerhetens kalibreringsfel, tio klasser", _number(error), ""
    for part, share in evaluation.surest.items():
        if part < 1:
            yield _row(f"Rätt status bland de säkraste {part:.0%}".replace("%", " %"), share)


def _three(name: str, score: Score) -> Iterable[tuple[str, str, str]]:
    yield _row(f"{name}: precision", score.precision)
    yield _row(f"{name}: täckning", score.recall)
    yield f"{name}: F1", with_interval(score.f1, score.interval), ""


def _row(name: str, share: Share) -> tuple[str, str, str]:
    return name, _share(share), f"{share.right} av {share.of}"


def _scores(score: Score) -> tuple[str, str, str]:
    return _share(score.precision), _share(score.recall), with_interval(score.f1, score.interval)


def _share(share: Share) -> str:
    return with_interval(share.value, share.interval)


def with_interval(value: float | None, interval: Interval | None) -> str:
    """A figure with its interval in brackets."""
    if interval is None or value is None:
        return _number(value)
    return f"{_number(value)} ({_number(interval.low)}–{_number(interval.high)})"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


def _found(evaluation: Evaluation) -> list[Status]:
    return [status for status in reversed(Status) if any(found is status for _, found in evaluation.confusion)]


def _confusion_heads(evaluation: Evaluation) -> list[str]:
    return [STATUS_WORDS[status] for status in _found(evaluation)]


def _confusion(evaluation: Evaluation) -> Iterable[Sequence[str]]:
    for wanted in reversed(Status):
        counts = [evaluation.confusion[wanted, found] for found in _found(evaluation)]
        if any(counts):
            yield STATUS_WORDS[wanted], *(str(count) for count in counts)


class Paper:
    """Lines and tables on a page as wide as the tables need."""

    def __init__(self, colour: bool) -> None:
        self._out = io.StringIO()
        self._drawn = colour
        self._console = Console(
            file=self._out, width=_WIDTH, force_terminal=colour, no_color=not colour, highlight=False
        )

    def line(self, words: str = "", style: str = "") -> None:
        """A line of words."""
        self._console.print(Text(words, style=style))

    def table(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table under a title."""
        self.line()
        self.line(title, "bold")
        table = Table(box=SIMPLE_HEAD if self._drawn else None, pad_edge=False)
        for place, head in enumerate(heads):
            table.add_column(head, justify="right" if place else "left", no_wrap=True)
        for row in rows:
            table.add_row(*row)
        self._console.print(table)

    def content(self) -> str:
        """All that was written."""
        return "\n".join(line.rstrip() for line in self._out.getvalue().split("\n"))


def as_json(evaluation: Evaluation) -> str:
    """The same figures and every judgement, one object on one line."""
    shape = {
        "version": 1,
        "documents": list(evaluation.documents),
        "unused": [{"name": each.name, "why": each.why} for each in evaluation.unused],
        "status": share_shape(evaluation.accuracy),
        "present": score_shape(evaluation.present),
        "overlooked": share_shape(evaluation.overlooked),
        "facets": score_shape(evaluation.facets),
        "quotes": {
            "verbatim": share_shape(evaluation.verbatim),
            "whole": share_shape(evaluation.whole),
            "placed": share_shape(evaluation.placed),
            "lost": [dict(zip(("document", "requirement", "quote"), each, strict=True)) for each in evaluation.lost],
        },
        "pointers": share_shape(evaluation.pointed),
        "confidence": {
            "calibration_error": evaluation.calibration_error,
            "surest": {str(part): share_shape(share) for part, share in evaluation.surest.items()},
        },
        "requirements": {
            name: score_shape(score) | {"status": share_shape(evaluation.right_by_requirement[name])}
            for name, score in evaluation.requirements.items()
        },
        "statuses": {str(status): score_shape(score) for status, score in evaluation.statuses.items()},
        "confusion": [
            {"wanted": wanted, "found": found, "count": count}
            for (wanted, found), count in sorted(evaluation.confusion.items())
        ],
        "each_facet": {name: score_shape(score) for name, score in evaluation.each_facet.items()},
        "judgements": [asdict(each) | {"right": each.right} for each in evaluation.judgements],
    }
    return encodable(json.dumps(shape, ensure_ascii=False)) + "\n"


def share_shape(share: Share) -> dict[str, object]:
    """A share with its interval, as plain data."""
    return {"value": share.value, "right": share.right, "of": share.of, "interval": _interval(share.interval)}


def score_shape(score: Score) -> dict[str, object]:
    """Precision, recall and F1 with their intervals, as plain data."""
    return {
        "precision": share_shape(score.precision),
        "recall": share_shape(score.recall),
        "f1": score.f1,
        "interval": _interval(score.interval),
    }


def _interval(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [interval.low, interval.high]

"""What an evaluation of guidelines says, for a person (tables) and for other programs (one object of JSON)."""

from __future__ import annotations

import json
from dataclasses import asdict

from api.printable import encodable, one_line
from api.reports.evaluation import Paper, score_shape, share_shape, with_interval
from checks.coverage_words import STATUS_WORDS
from corpora.guideline_measures import STATUSES, GuidelineEvaluation
from corpora.measures import Share

_SHOWN = 90
_NOTE = "Inom parentes: 95 % konfidensintervall (Wilson för andelar; för F1 dras hela dokument om, med fast frö)."


def render(evaluation: GuidelineEvaluation, *, colour: bool = False) -> str:
    """The whole evaluation as tables."""
    paper = Paper(colour)
    paper.line(f"{len(evaluation.documents)} riktlinjer, {len(evaluation.judgements)} bedömningar", "bold")
    paper.line(_NOTE, "dim")
    rows = [
        _row("Rätt status", evaluation.accuracy),
        ("Makro-F1 över tre utfall", with_interval(evaluation.macro_f1, evaluation.macro_interval), ""),
        _row("Citat som är skivor av texten", evaluation.verbatim),
        _row("Citat som är en till tre hela satser", evaluation.whole),
        _row("Citat på rätt plats, där status är rätt", evaluation.placed),
    ]
    paper.table("I stort", ("Mått", "Värde", "Antal"), rows)
    scores = [
        (STATUS_WORDS[status], _share(score.precision), _share(score.recall), with_interval(score.f1, score.interval))
        for status, score in evaluation.statuses.items()
    ]
    paper.table("Per utfall", ("Utfall", "Precision", "Täckning", "F1"), scores)
    topics = [(name, _share(share), f"{share.right} av {share.of}") for name, share in evaluation.by_topic.items()]
    paper.table("Per ämne", ("Ämne", "Rätt status", "Antal"), topics)
    if evaluation.lost:
        paper.line()
        paper.line("Etiketternas citat som inte står i den lästa texten", "bold")
        for document, topic, quote in evaluation.lost:
            paper.line(one_line(f"{document}, {topic}: {quote[:_SHOWN]}"))
    return paper.content()


def as_json(evaluation: GuidelineEvaluation) -> str:
    """The same figures and every judgement, one object on one line."""
    interval = evaluation.macro_interval
    shape = {
        "version": 1,
        "kind": "guideline",
        "documents": list(evaluation.documents),
        "unused": [{"name": each.name, "why": each.why} for each in evaluation.unused],
        "status": share_shape(evaluation.accuracy),
        "macro_f1": {"value": evaluation.macro_f1, "interval": [interval.low, interval.high] if interval else None},
        "quotes": {
            "verbatim": share_shape(evaluation.verbatim),
            "whole": share_shape(evaluation.whole),
            "placed": share_shape(evaluation.placed),
            "lost": [dict(zip(("document", "topic", "quote"), each, strict=True)) for each in evaluation.lost],
        },
        "statuses": {status.value: score_shape(score) for status, score in evaluation.statuses.items()},
        "topics": {name: share_shape(share) for name, share in evaluation.by_topic.items()},
        "confusion": [
            {"wanted": wanted.value, "found": found.value, "count": evaluation.confusion[wanted, found]}
            for wanted in STATUSES
            for found in type(wanted)
            if evaluation.confusion[wanted, found]
        ],
        "judgements": [asdict(each) | {"right": each.right} for each in evaluation.judgements],
    }
    return encodable(json.dumps(shape, ensure_ascii=False)) + "\n"


def _row(name: str, share: Share) -> tuple[str, str, str]:
    return name, _share(share), f"{share.right} av {share.of}"


def _share(share: Share) -> str:
    return with_interval(share.value, share.interval)

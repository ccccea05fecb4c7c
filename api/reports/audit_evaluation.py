"""What an evaluation of audits says, for a person (tables) and for other programs (one object of JSON)."""

from __future__ import annotations

import json
from dataclasses import asdict

from api.printable import encodable, one_line
from api.reports.audit_words import STATUS
from api.reports.evaluation import Paper, score_shape, share_shape, with_interval
from checks.followup import AnswerStatus
from corpora.audit_measures import AuditEvaluation
from corpora.measures import Score, Share

_SHOWN = 90
_NOTE = "Inom parentes: 95 % konfidensintervall (Wilson för andelar; för F1 dras hela granskningar om, med fast frö)."


def render(evaluation: AuditEvaluation, *, colour: bool = False) -> str:
    """The whole evaluation as tables."""
    paper = Paper(colour)
    pairs = len(evaluation.judgements)
    paper.line(f"{len(evaluation.audits)} granskningar, {pairs} svar på rekommendationer", "bold")
    paper.line(_NOTE, "dim")
    rows = [
        *_three("Rekommendationer", evaluation.found),
        _row("Svarets plats, där etiketten har ett svar", evaluation.placed),
        _row("Rätt status", evaluation.accuracy),
        *_three("Signaler", evaluation.signals),
        *_three("Datum", evaluation.deadlines),
        _row("Citat som är skivor av texten", evaluation.verbatim),
        _row("Ansvarig", evaluation.responsible),
        _row("Fasthet", evaluation.hedged),
        _row("Ger det som efterfrågades", evaluation.adequacy),
        _row("Förslag eller beslut", evaluation.decided),
    ]
    paper.table("I stort", ("Mått", "Värde", "Antal"), rows)
    found = [*(status.value for status in AnswerStatus), "missing"]
    words = {status.value: STATUS[status] for status in AnswerStatus} | {"missing": "ej funnen"}
    counts = [
        (words[wanted], *(str(evaluation.confusion[wanted, got]) for got in found))
        for wanted in found
        if any(evaluation.confusion[wanted, got] for got in found)
    ]
    paper.table("Rätt status (rader) mot funnen (kolumner)", ("", *(words[got] for got in found)), counts)
    if evaluation.lost:
        paper.line()
        paper.line("Etiketternas citat som inte står i den lästa texten", "bold")
        for audit, response, quote in evaluation.lost:
            paper.line(one_line(f"{audit}, {response}: {quote[:_SHOWN]}"))
    return paper.content()


def _row(name: str, share: Share) -> tuple[str, str, str]:
    return name, with_interval(share.value, share.interval), f"{share.right} av {share.of}"


def _three(name: str, score: Score) -> list[tuple[str, str, str]]:
    return [
        _row(f"{name}: precision", score.precision),
        _row(f"{name}: täckning", score.recall),
        (f"{name}: F1", with_interval(score.f1, score.interval), ""),
    ]


def as_json(evaluation: AuditEvaluation) -> str:
    """The same figures and every judgement, one object on one line."""
    shape = {
        "version": 1,
        "kind": "audit",
        "audits": list(evaluation.audits),
        "unused": [{"name": each.name, "why": each.why} for each in evaluation.unused],
        "recommendations": score_shape(evaluation.found),
        "placed": share_shape(evaluation.placed),
        "status": share_shape(evaluation.accuracy),
        "signals": score_shape(evaluation.signals),
        "deadlines": score_shape(evaluation.deadlines),
        "verbatim": share_shape(evaluation.verbatim),
        "responsible": share_shape(evaluation.responsible),
        "hedged": share_shape(evaluation.hedged),
        "adequacy": share_shape(evaluation.adequacy),
        "decided": share_shape(evaluation.decided),
        "confusion": [
            {"wanted": wanted, "found": found, "count": count}
            for (wanted, found), count in sorted(evaluation.confusion.items())
        ],
        "lost": [dict(zip(("audit", "response", "quote"), each, strict=True)) for each in evaluation.lost],
        "found": [asdict(each) for each in evaluation.recommendations],
        "judgements": [asdict(each) | {"right": each.right} for each in evaluation.judgements],
    }
    return encodable(json.dumps(shape, ensure_ascii=False, default=sorted)) + "\n"

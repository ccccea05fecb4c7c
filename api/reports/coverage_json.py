"""A coverage report as one object of JSON, for other programs: keys are added, never renamed or taken away."""

from __future__ import annotations

import json
from typing import Any

from api.printable import encodable
from api.reports.ledger import ledger_shape
from checks.coverage_report import (
    Action,
    Age,
    Conflict,
    CoverageReport,
    Depth,
    MissingReference,
    Passage,
    ReplacedLaw,
    TopicCoverage,
    TopicInDocument,
)
from ingest.document import Document

Shape = dict[str, Any]


def line(report: CoverageReport) -> str:
    """The report on one line that ends with a line break."""
    return encodable(json.dumps(shape(report), ensure_ascii=False)) + "\n"


def shape(report: CoverageReport) -> Shape:
    """The report as plain data."""
    texts = {document.name: document for document in report.documents}
    return {
        "version": 1,
        "framework": report.framework.id,
        "ledgers": {document.name: ledger_shape(document.ledger) for document in report.documents},
        "notes": list(report.notes),
        "topics": [_topic(topic, report, texts) for topic in report.topics],
        "gaps": [
            {"topic": gap.topic, "status": gap.status.value, "sentence": gap.sentence, "lacks": [*gap.lacks]}
            for gap in report.gaps
        ],
        "conflicts": [_conflict(each, texts) for each in report.conflicts],
        "missing": [_missing(each, texts) for each in report.missing],
        "ages": {each.document: _age(each, texts) for each in report.ages},
        "replaced_law": [_law(each, texts) for each in report.replaced],
        "actions": [_action(each, texts) for each in report.actions],
    }


def _topic(topic: TopicCoverage, report: CoverageReport, texts: dict[str, Document]) -> Shape:
    told = report.framework.topic(topic.topic)
    return {
        "id": topic.topic,
        "title": {"sv": told.title.sv, "en": told.title.en},
        "status": topic.status.value,
        "best": _passage(topic.best, texts) if topic.best else None,
        "documents": {cell.document: _cell(cell, texts) for cell in topic.documents},
    }


def _cell(cell: TopicInDocument, texts: dict[str, Document]) -> Shape:
    return {
        "status": cell.status.value,
        "because": cell.because,
        "confidence": cell.confidence,
        "force": cell.force.value,
        "depth": {depth.piece.value: _depth(depth, texts) for depth in cell.depth},
        "evidence": [_passage(each, texts) for each in cell.evidence],
    }


def _depth(depth: Depth, texts: dict[str, Document]) -> Shape:
    return {
        "given": depth.given,
        "words": depth.words,
        "evidence": _passage(depth.passage, texts) if depth.passage else None,
    }


def _passage(passage: Passage, texts: dict[str, Document]) -> Shape:
    return {
        "file": passage.document,
        "quote": texts[passage.document].quote(passage.span),
        "page": passage.page,
        "section": passage.section,
        "heading": passage.heading,
        "start": passage.span.start,
        "end": passage.span.end,
        "how": passage.how.value,
        "why": passage.why,
    }


def _conflict(conflict: Conflict, texts: dict[str, Document]) -> Shape:
    quotes = [_passage(conflict.one, texts), _passage(conflict.other, texts)]
    return {"topic": conflict.topic, "what": conflict.what, "evidence": quotes}


def _missing(missing: MissingReference, texts: dict[str, Document]) -> Shape:
    return {"name": missing.name, "topics": [*missing.topics], "evidence": _passage(missing.passage, texts)}


def _age(age: Age, texts: dict[str, Document]) -> Shape:
    return {
        "decided": age.decided.isoformat() if age.decided else None,
        "valid_to": age.valid_to.isoformat() if age.valid_to else None,
        "until_further_notice": age.until_further_notice,
        "expired": age.expired,
        "old": age.old,
        "evidence": _passage(age.passage, texts) if age.passage else None,
    }


def _law(law: ReplacedLaw, texts: dict[str, Document]) -> Shape:
    return {
        "reference": law.reference,
        "now": law.now,
        "verified": law.verified,
        "evidence": _passage(law.passage, texts),
    }


def _action(action: Action, texts: dict[str, Document]) -> Shape:
    return {
        "topics": [*action.topics],
        "action": action.action,
        "responsible": action.responsible,
        "deadline": action.deadline,
        "due": action.due.isoformat() if action.due else None,
        "evidence": _passage(action.passage, texts),
    }

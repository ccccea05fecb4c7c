"""An audit's follow-up as one object of JSON, for other programs: keys are added, never renamed or taken away."""

from __future__ import annotations

import json
from typing import Any

from api.printable import encodable
from api.reports.ledger import ledger_shape
from checks.followup import (
    Answer,
    AnswerPassage,
    AuditReport,
    Earlier,
    FollowUp,
    Recommendation,
    Response,
)
from ingest.document import Document, Span

Shape = dict[str, Any]


def written(report: AuditReport, colour: bool = False) -> str:
    """The follow-up on one line that ends with a line break."""
    return encodable(json.dumps(shape(report), ensure_ascii=False)) + "\n"


def shape(report: AuditReport) -> Shape:
    """The follow-up as plain data."""
    read = [*([report.report] if report.report else []), *(each.document for each in report.responses)]
    return {
        "version": 1,
        "checked": report.checked.isoformat(),
        "report": report.report.name if report.report else None,
        "ledgers": {document.name: ledger_shape(document.ledger) for document in (*read, *report.earlier.documents)},
        "responses": {each.document.name: _response(each) for each in report.responses},
        "recommendations": [_recommendation(each, report) for each in report.recommendations],
        "unmatched": {
            each.document.name: [_passage(found, each.document) for found in each.unmatched]
            for each in report.responses
        },
        "notes": [
            {
                "kind": note.kind.value,
                "sentence": note.sentence,
                "recommendation": note.recommendation,
                "response": _name(report, note.response),
            }
            for note in report.notes
        ],
        "follow_up": [_line(each, report) for each in report.follow_up],
        "earlier": _earlier(report.earlier),
    }


def _name(report: AuditReport, place: int | None) -> str | None:
    return None if place is None else report.responses[place].document.name


def _response(each: Response) -> Shape:
    return {
        "board": each.board,
        "dated": each.dated.isoformat() if each.dated else None,
        "decided": each.decided.value,
        "pages": len(each.document.pages) or None,
    }


def _recommendation(each: Recommendation, report: AuditReport) -> Shape:
    return {
        "number": each.number,
        "label": each.label,
        "text": each.text,
        "addressees": list(each.addressees),
        "section": each.section,
        "page": each.page,
        "start": each.span.start,
        "end": each.span.end,
        "said_in": _name(report, each.said_in) or (report.report.name if report.report else None),
        "returns": each.returns is not None,
        "responses": {
            report.responses[answer.response].document.name: _answer(answer, report.responses[answer.response].document)
            for answer in each.answers
        },
    }


def _answer(answer: Answer, document: Document) -> Shape:
    return {
        "status": answer.status.value,
        "signals": [signal.value for signal in answer.signals],
        "adequacy": answer.adequacy.value,
        "adequacy_because": answer.adequacy_because,
        "decided": answer.decided.value,
        "hedged": answer.hedged,
        "asked": answer.asked,
        "responsible": _words(document, answer.responsible),
        "deadlines": [
            {
                "text": " ".join(document.quote(each.span).split()),
                "date": each.date.isoformat(),
                "resolved": each.resolved,
                "start": each.span.start,
                "end": each.span.end,
            }
            for each in answer.deadlines
        ],
        "decisions": [
            {"text": document.quote(each.span), "date": each.date.isoformat() if each.date else None}
            for each in answer.decisions
        ],
        "because": answer.because,
        "confidence": answer.confidence,
        "points_to": answer.points_to,
        "evidence": [_passage(each, document) for each in answer.evidence],
        "nearest": [
            {
                "quote": document.quote(each.span),
                "page": each.page,
                "section": each.section,
                "start": each.span.start,
                "end": each.span.end,
                "lacks": each.lacks,
            }
            for each in answer.nearest
        ],
    }


def _words(document: Document, span: Span | None) -> str | None:
    return None if span is None else " ".join(document.quote(span).split())


def _passage(each: AnswerPassage, document: Document) -> Shape:
    return {
        "quote": document.quote(each.span),
        "page": each.page,
        "section": each.section or each.heading,
        "start": each.span.start,
        "end": each.span.end,
        "signals": [signal.value for signal in each.signals],
    }


def _line(each: FollowUp, report: AuditReport) -> Shape:
    document = report.responses[each.response].document
    return {
        "due": each.due.isoformat() if each.due else None,
        "overdue": each.overdue,
        "recommendation": each.recommendation,
        "response": document.name,
        "status": each.status.value,
        "promise": document.quote(each.promise),
        "words": _words(document, each.words),
        "responsible": _words(document, each.responsible),
    }


def _earlier(earlier: Earlier) -> Shape:
    return {
        "documents": [document.name for document in earlier.documents],
        "recommendations": list(earlier.recommendations),
        "promises": [
            {
                "document": earlier.documents[each.document].name,
                "quote": earlier.documents[each.document].quote(each.span),
                "due": each.due.isoformat(),
                "passed": each.passed,
                "recommendation": each.recommendation,
                "now": [status.value for status in each.now],
            }
            for each in earlier.promises
        ],
    }

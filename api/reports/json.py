"""The report as one line of JSON, for other programs: the shape is in `shapes.py` and is kept."""

from __future__ import annotations

import json

from pydantic import BaseModel

from api.printable import encodable
from api.reports import shapes
from api.trouble import Refused
from checks.bundle import BundleReport
from checks.finding import ContractReport, Evidence, Facts, Finding, Nearest
from ingest.document import Document, Ledger, Span

# JSON allows them in strings, but many programs take them for ends of lines, and a report is one line.
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x7f\x85\u2028\u2029"}


def line(outcome: ContractReport | Refused) -> str:
    """One report, or one refusal, as a line that ends with a line break."""
    shape = _refused(outcome) if isinstance(outcome, Refused) else report(outcome)
    return compact(shape) + "\n"


def compact(shape: BaseModel) -> str:
    """An object of `shapes` as JSON on one line."""
    return encodable(json.dumps(shape.model_dump(), ensure_ascii=False)).translate(_LINE_ENDS)


def report(found: ContractReport) -> shapes.ReportShape:
    """The report's shape."""
    return shapes.ReportShape(
        document=_document(found),
        ledger=_ledger(found.document.ledger),
        notes=list(found.notes),
        requirements=[_requirement(finding, found) for finding in found.findings],
    )


def _refused(refused: Refused) -> shapes.RefusedShape:
    return shapes.RefusedShape(document=shapes.NameShape(name=refused.name), error=refused.message)


def _document(found: ContractReport) -> shapes.DocumentShape:
    document = found.document
    return shapes.DocumentShape(
        name=document.name,
        sha256=document.sha256,
        format=document.format,
        kind=found.kind,
        language=found.language,
        pages=len(document.pages) or None,
        template=found.template,
        reader="linear+encoder" if found.reader == "linear+encoder" else "linear",
        facts=_facts(found.facts),
        files=_files(found) if isinstance(found, BundleReport) else [],
    )


def _files(found: BundleReport) -> list[shapes.FileShape]:
    return [
        shapes.FileShape(
            name=file.document.name,
            sha256=file.document.sha256,
            format=file.document.format,
            pages=len(file.document.pages) or None,
            role=file.role,
            label=file.label,
        )
        for file in found.files
    ]


def _facts(facts: Facts) -> shapes.FactsShape:
    return shapes.FactsShape(
        title=facts.title,
        reference=facts.reference,
        parties=[
            shapes.PartyShape(name=party.name, role=party.role, orgnr=party.orgnr, called=list(party.called))
            for party in facts.parties
        ],
        start=facts.start.isoformat() if facts.start else None,
        end=facts.end.isoformat() if facts.end else None,
        value=facts.value,
    )


def _ledger(ledger: Ledger) -> shapes.LedgerShape:
    return shapes.LedgerShape(
        complete=ledger.complete,
        unread=list(ledger.unread),
        ocr_pages=list(ledger.ocr_pages),
        ocr_confidence=ledger.ocr_confidence,
        uncertain_pages=list(ledger.uncertain_pages),
        pending_changes=ledger.pending_changes,
        comments=ledger.comments,
        missing_appendices=list(ledger.missing_appendices),
        parts=[shapes.PartShape(name=part.name, fate=part.fate, why=part.why) for part in ledger.parts],
    )


def _requirement(finding: Finding, found: ContractReport) -> shapes.RequirementShape:
    return shapes.RequirementShape(
        id=finding.id,
        status=finding.status.value,
        confidence=round(finding.confidence, 3),
        applies=finding.applies.value,
        please_read=finding.please_read,
        pending=finding.pending,
        conflict=finding.conflict,
        because=finding.because,
        facets={
            facet.id: shapes.FacetShape(met=facet.met, core=facet.core, weak=facet.weak, evidence=list(facet.evidence))
            for facet in finding.facets
        },
        evidence=[_evidence(evidence, found) for evidence in finding.evidence],
        nearest=[_nearest(near, found) for near in finding.nearest],
    )


def _nearest(near: Nearest, found: ContractReport) -> shapes.NearestShape:
    document, span = found.at(near.span)
    return shapes.NearestShape(
        file=document.name,
        quote=document.quote(span),
        section=near.section,
        page=near.page,
        start=span.start,
        end=span.end,
        lacks=near.lacks,
    )


def _evidence(evidence: Evidence, found: ContractReport) -> shapes.EvidenceShape:
    document, span = found.at(evidence.span)
    return shapes.EvidenceShape(
        file=document.name,
        quote=document.quote(span),
        section=evidence.section,
        heading=evidence.heading,
        page=evidence.page,
        start=span.start,
        end=span.end,
        boxes=_boxes(document, span),
        stance=evidence.stance.value,
        why=evidence.why,
        vote=evidence.vote,
    )


def _boxes(document: Document, span: Span) -> list[shapes.BoxShape]:
    return [
        shapes.BoxShape(
            page=box.page, x0=round(box.x0, 2), y0=round(box.y0, 2), x1=round(box.x1, 2), y1=round(box.y1, 2)
        )
        for box in document.boxes(span)
    ]

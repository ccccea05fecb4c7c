"""A Document held against the library: what it holds, what it lacks, and how that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checks.coverage_report import CoverageReport
    from checks.finding import ContractReport
    from checks.followup import AuditReport
    from clauses import Library
    from clauses.framework import Framework
    from ingest.document import Document

__all__ = ["check_audit", "check_contract", "check_coverage"]


def check_contract(document: Document, library: Library) -> ContractReport:
    """Every requirement of the library against one document: see `checks.contract`, which is loaded when first used."""
    from checks.contract import check_contract as check
    from ingest.collecting import uncollected

    with uncollected():
        return check(document, library)


def check_coverage(documents: Sequence[Document], framework: Framework, today: date | None = None) -> CoverageReport:
    """A set of guidelines against a framework: see `checks.coverage`, which is loaded when first used."""
    from checks.coverage import check_coverage as check
    from ingest.collecting import uncollected

    with uncollected():
        return check(documents, framework, today)


def check_audit(
    report: Document | None,
    responses: Sequence[Document],
    *,
    earlier: Sequence[Document] = (),
    today: date | None = None,
) -> AuditReport:
    """An audit held against its responses: see `checks.audit.check`, which is loaded when first used."""
    from checks.audit.check import check_audit as check
    from ingest.collecting import uncollected

    with uncollected():
        return check(report, responses, earlier=earlier, today=today)

"""A Document held against the library: what it holds, what it lacks, and how that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checks.coverage_report import CoverageReport
    from checks.finding import ContractReport
    from clauses import Library
    from clauses.framework import Framework
    from ingest.document import Document

__all__ = ["check_contract", "check_coverage"]


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

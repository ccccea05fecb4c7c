"""A Document held against the library: what it holds, what it lacks, and how that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.finding import ContractReport
    from clauses import Library
    from ingest.document import Document

__all__ = ["check_contract"]


def check_contract(document: Document, library: Library) -> ContractReport:
    """Every requirement of the library against one document: see `checks.contract`, which is loaded when first used."""
    from checks.contract import check_contract as check
    from ingest.collecting import uncollected

    with uncollected():
        return check(document, library)

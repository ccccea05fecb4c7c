"""How the tests of the ingest room look at a Document: blocks and sections as short strings."""

from __future__ import annotations

import ingest
from ingest.document import Document


def read(text: str) -> Document:
    """The Document of a text."""
    return ingest.read(text.encode(), name="avtal")


def blocks(document: Document) -> list[str]:
    """`kind: text` of every block."""
    return [f"{block.kind}: {document.quote(block.span)}" for block in document.blocks]


def sections(document: Document) -> list[str]:
    """`level number|title` of every section."""
    return [f"{section.level} {section.number}|{section.title}" for section in document.sections]


def said(document: Document) -> list[str]:
    """The statements' words."""
    return [document.quote(statement.span) for statement in document.statements]


def led(document: Document) -> list[tuple[str, str]]:
    """Every statement with its lead-in's words ("" where it has none)."""
    return [
        (document.quote(each.span), document.quote(each.lead_in) if each.lead_in else "")
        for each in document.statements
    ]

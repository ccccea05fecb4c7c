"""How much was read of each document of a set, beside the answer that rests on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.reports.ledger import account, parts, read_line
from api.tongue import Tongue
from ingest.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """One document: its name and part in the set, how much was read, what else to know, and its parts."""

    name: str
    part: str
    read: str
    complete: bool
    rows: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str, str], ...]
    sha256: str


def readings(documents: Iterable[tuple[Document, str]], tongue: Tongue) -> list[Reading]:
    """The account of each (document, its part in the set)."""
    return [_reading(document, part, tongue) for document, part in documents]


def _reading(document: Document, part: str, tongue: Tongue) -> Reading:
    # Comments are told of as "not contract text", and these are no contracts.
    rows = [row for row in account(document, tongue)[1:] if row[0] != tongue("Kommentarer")]
    return Reading(
        document.name,
        part,
        read_line(document, tongue),
        document.ledger.complete,
        tuple(rows),
        tuple(parts(document, tongue)),
        document.sha256,
    )

"""What a container gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.errors import UnreadableDocument


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a container: its path as name, and its bytes or why they cannot be had.

    `letter` is true for a mail, whose bytes are read as its own words only.
    """

    name: str
    data: bytes | None = field(repr=False)
    refusal: UnreadableDocument | None = None
    letter: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many files were passed over because they are nobody's documents: hidden files and programs' own."""

    count: int

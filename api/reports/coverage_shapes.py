"""The machine output's object for the coverage of guidelines, version 1: the API's description is made from it.

Keys of `documents`, `ledgers` and `ages` are names of files. Dates are ISO 8601.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.reports.set_shapes import Exact, RefusedFile, SetLedger

TopicWord = Literal["absent", "undetermined", "mentioned", "covered"]


class TopicPassage(Exact):
    """A document's own words on a topic; `quote` is exactly text[start:end]."""

    file: str
    quote: str
    page: int | None
    section: str
    heading: str
    start: int
    end: int
    how: str
    why: str


class DepthShape(Exact):
    """Whether a document says who, when or how it is checked, and where."""

    given: bool
    words: str
    evidence: TopicPassage | None


class TopicCell(Exact):
    """One topic in one document."""

    status: TopicWord
    because: str
    confidence: float
    force: Literal["binding", "intention", "none"]
    depth: dict[str, DepthShape]
    evidence: list[TopicPassage]


class TopicTitle(Exact):
    """A topic's title in both languages."""

    sv: str
    en: str


class TopicShape(Exact):
    """One topic over the whole set."""

    id: str
    title: TopicTitle
    status: TopicWord
    best: TopicPassage | None
    documents: dict[str, TopicCell]


class GapShape(Exact):
    """One line of the gap list, in Swedish that can go to a board."""

    topic: str
    status: TopicWord
    sentence: str
    lacks: list[str]


class ConflictShape(Exact):
    """Two documents that settle a topic differently."""

    topic: str
    what: str
    evidence: list[TopicPassage]


class MissingShape(Exact):
    """A policy that the set points to and that is not in it."""

    name: str
    topics: list[str]
    evidence: TopicPassage


class AgeShape(Exact):
    """When a document was decided, and how long it holds."""

    decided: str | None
    valid_to: str | None
    until_further_notice: bool
    expired: bool
    old: bool
    evidence: TopicPassage | None


class ReplacedShape(Exact):
    """A reference to law that has been replaced."""

    reference: str
    now: str
    verified: bool
    evidence: TopicPassage


class ActionShape(Exact):
    """A row of an action plan."""

    topics: list[str]
    action: str
    responsible: str
    deadline: str
    due: str | None
    evidence: TopicPassage


class CoverageShape(Exact):
    """A set of guidelines held against a framework."""

    version: Literal[1]
    framework: str
    ledgers: dict[str, SetLedger]
    notes: list[str]
    topics: list[TopicShape]
    gaps: list[GapShape]
    conflicts: list[ConflictShape]
    missing: list[MissingShape]
    ages: dict[str, AgeShape]
    replaced_law: list[ReplacedShape]
    actions: list[ActionShape]
    refused: list[RefusedFile] = Field(default_factory=list)

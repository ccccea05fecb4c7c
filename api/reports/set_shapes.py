"""The machine output's objects for sets of documents, version 1: the API's description is made from them.

Keys of `responses`, `documents`, `ledgers`, `unmatched` and `ages` are names of files. Dates are ISO 8601.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

AnswerWord = Literal["rejected", "unanswered", "deferred", "planned", "ongoing", "implemented"]
SignalWord = Literal["done", "ongoing", "planned", "awaiting", "rejected"]
TopicWord = Literal["absent", "undetermined", "mentioned", "covered"]


class Exact(BaseModel):
    """An object with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class RefusedFile(Exact):
    """A file that could not be read: what happened and the remedy, in Swedish."""

    name: str
    error: str


class NothingReadShape(Exact):
    """No file could be read that the answer needs."""

    version: Literal[1] = 1
    error: str
    refused: list[RefusedFile]


class SetLedger(Exact):
    """The account of what was read of a document."""

    complete: bool
    unread: list[str]
    ocr_pages: list[int]
    pending_changes: int
    missing_appendices: list[str]


class AuditPassage(Exact):
    """The response's own words; `quote` is exactly text[start:end]."""

    quote: str
    page: int | None
    section: str
    start: int
    end: int
    signals: list[SignalWord]


class AuditNearest(Exact):
    """The closest passage to what was not answered, and why it is no answer."""

    quote: str
    page: int | None
    section: str
    start: int
    end: int
    lacks: str


class AuditDeadline(Exact):
    """A promised date: its words, and the last day that they name. `resolved`: the year is from the response's date."""

    text: str
    date: str
    resolved: bool
    start: int
    end: int


class AuditDecision(Exact):
    """A decision that an answer refers to."""

    text: str
    date: str | None


class AuditAnswer(Exact):
    """What one response says to one recommendation. `asked` is false where the recommendation has other addressees."""

    status: AnswerWord
    signals: list[SignalWord]
    adequacy: Literal["full", "short", "beside"]
    adequacy_because: str
    decided: Literal["proposed", "decided", "unknown"]
    hedged: bool
    asked: bool
    responsible: str | None
    deadlines: list[AuditDeadline]
    decisions: list[AuditDecision]
    because: str
    confidence: float
    points_to: str | None
    evidence: list[AuditPassage]
    nearest: list[AuditNearest]


class AuditRecommendation(Exact):
    """A recommendation, counted once; `said_in` is the document that its words are from."""

    number: int
    label: str
    text: str
    addressees: list[str]
    section: str
    page: int | None
    start: int
    end: int
    said_in: str | None
    returns: bool
    responses: dict[str, AuditAnswer]


class AuditResponse(Exact):
    """A response: who answers, when, and whether it is decided."""

    board: str | None
    dated: str | None
    decided: Literal["proposed", "decided", "unknown"]
    pages: int | None


class AuditNote(Exact):
    """One thing to ask about, in a Swedish sentence."""

    kind: str
    sentence: str
    recommendation: int | None
    response: str | None


class AuditPromise(Exact):
    """A line of the follow-up list; `due` is null where no date was given."""

    due: str | None
    overdue: bool
    recommendation: int
    response: str
    status: AnswerWord
    promise: str
    words: str | None
    responsible: str | None


class EarlierPromiseShape(Exact):
    """A promise of an earlier year, and what became of the recommendation."""

    document: str
    quote: str
    due: str
    passed: bool
    recommendation: int | None
    now: list[AnswerWord]


class EarlierShape(Exact):
    """What the documents of earlier years asked and promised."""

    documents: list[str]
    recommendations: list[str]
    promises: list[EarlierPromiseShape]


class AuditShape(Exact):
    """An audit held against its responses. `checked` is the day that `overdue` counts from."""

    version: Literal[1]
    checked: str
    report: str | None
    ledgers: dict[str, SetLedger]
    responses: dict[str, AuditResponse]
    recommendations: list[AuditRecommendation]
    unmatched: dict[str, list[AuditPassage]]
    notes: list[AuditNote]
    follow_up: list[AuditPromise]
    earlier: EarlierShape
    refused: list[RefusedFile] = []


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
    refused: list[RefusedFile] = []

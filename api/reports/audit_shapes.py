"""The machine output's object for an audit's follow-up, version 1: the API's description is made from it.

Keys of `responses`, `ledgers` and `unmatched` are names of files. Dates are ISO 8601.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.reports.set_shapes import Exact, RefusedFile, SetLedger

AnswerWord = Literal["rejected", "unanswered", "deferred", "planned", "ongoing", "implemented"]
SignalWord = Literal["done", "ongoing", "planned", "awaiting", "rejected"]


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
    refused: list[RefusedFile] = Field(default_factory=list)

"""What the follow-up of an audit says: recommendations, what each response answers to them, and what is left to ask.

Plain frozen data: the doors turn it into text, JSON, pages, workbooks and calendars, and decide nothing. Every span is
one of the document that its owner names: a recommendation's of `AuditReport.source(recommendation)`, an answer's and
all that it holds of its response's document.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.document import Document, Span


class AnswerStatus(StrEnum):
    """What became of a recommendation by one response, worst first: the order of lists."""

    REJECTED = "rejected"
    UNANSWERED = "unanswered"
    DEFERRED = "deferred"
    PLANNED = "planned"
    ONGOING = "ongoing"
    IMPLEMENTED = "implemented"


class Signal(StrEnum):
    """What the words of an answer say, in the order of lists."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    AWAITING = "awaiting"
    REJECTED = "rejected"


class Adequacy(StrEnum):
    """Whether an answer gives what was asked: all of it, less, or something else. Stands beside the status."""

    FULL = "full"
    SHORT = "short"
    BESIDE = "beside"


class Decided(StrEnum):
    """Whether a response is a proposal to the board, the board's own decision, or does not say."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    UNKNOWN = "unknown"


class NoteKind(StrEnum):
    """What the coordinator should ask about, most pressing first."""

    SHORT = "short"  # said to be done, but less than was asked, or something else
    OVERDUE = "overdue"  # a promised date that has passed, counted from the day of the check
    RETURNED = "returned"  # the recommendation stood in an earlier audit too
    UNANSWERED = "unanswered"
    POINTING = "pointing"  # the board only points to another, which has not answered either or points back
    KIND_WORDS = "kind-words"  # positive, important, aware, and no action
    NO_DEADLINE = "no-deadline"
    NO_RESPONSIBLE = "no-responsible"
    UNMATCHED = "unmatched"  # passages that answer nothing
    DIFFERENT = "different"  # the boards' answers to one recommendation differ
    READING = "reading"  # what the reader of the result should know of the reading itself


@dataclass(frozen=True, slots=True)
class AnswerPassage:
    """The response's own words on a recommendation: `span` is whole statements, `signals` what they say.

    `words` are the spans within it that decided. `page` counts from 1, None where the format has none.
    """

    span: Span
    section: str
    heading: str
    page: int | None
    signals: tuple[Signal, ...] = ()
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class NearestPassage:
    """The closest passage to a recommendation that was not answered, and in Swedish why it is no answer."""

    span: Span
    section: str
    page: int | None
    lacks: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date promised for what is still to come: its words, and the last day of the period that they name.

    `resolved` is true where the words leave out the year and it was had from the document's own date.
    """

    span: Span
    date: date
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that an answer refers to ("§ 144", "Dnr 2025-128"), with its date where one stands beside it."""

    span: Span
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one response says to one recommendation. `response` indexes AuditReport.responses.

    `because` is one Swedish sentence; `adequacy_because` another where the answer is short or beside, else empty.
    `responsible` is who will do it, where the answer says so and something is still to come. `points_to` is the body
    that the answer leaves the matter to without an act of its own. `asked` is false where the recommendation has
    addressees and the answering board is none of them: unanswered is then no fault. `nearest` is for `unanswered`.
    """

    response: int
    status: AnswerStatus
    because: str
    confidence: float
    signals: tuple[Signal, ...] = ()
    adequacy: Adequacy = Adequacy.FULL
    adequacy_because: str = ""
    decided: Decided = Decided.UNKNOWN
    hedged: bool = False
    responsible: Span | None = None
    deadlines: tuple[Deadline, ...] = ()
    decisions: tuple[Decision, ...] = ()
    evidence: tuple[AnswerPassage, ...] = ()
    nearest: tuple[NearestPassage, ...] = ()
    points_to: str | None = None
    asked: bool = True

    @property
    def open(self) -> bool:
        """Whether something that was promised is still to come."""
        return self.status in (AnswerStatus.PLANNED, AnswerStatus.ONGOING)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation, counted once however often it is repeated, with one answer for each response, in their order.

    `number` counts from 1 in the order of the report; `label` is the report's own ("R2", "3.1"), empty without one.
    `text` is verbatim with white space evened out, `span` its place in the source, `repeated` its other places there.
    `said_in` indexes the response that its span is of, where there is no report.
    `returns` is the number of the recommendation of an earlier audit that it repeats, with that audit's index.
    """

    number: int
    text: str
    span: Span
    addressees: tuple[str, ...]
    section: str
    page: int | None
    answers: tuple[Answer, ...]
    label: str = ""
    said_in: int | None = None
    repeated: tuple[Span, ...] = ()
    returns: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """One response: its document, the board that answers (None where it does not say), its own date, and `unmatched`:
    passages that take a position or report an act and answer none of the recommendations.
    """

    document: Document
    board: str | None
    dated: date | None
    decided: Decided
    unmatched: tuple[AnswerPassage, ...] = ()

    @property
    def called(self) -> str:
        """The board, or the file's name where the response does not say whose it is."""
        return self.board or self.document.name


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to ask about, in a Swedish sentence. `recommendation` is a number from 1, `response` an index."""

    kind: NoteKind
    sentence: str
    recommendation: int | None = None
    response: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One line of the follow-up list: a promise, when, by whom. `due` is None where no date was given.

    `promise` and `responsible` are spans of the response's document. `overdue` counts from the day of the check.
    """

    due: date | None
    recommendation: int
    response: int
    status: AnswerStatus
    promise: Span
    words: Span | None = None
    responsible: Span | None = None
    overdue: bool = False
    adequacy: Adequacy = Adequacy.FULL


@dataclass(frozen=True, slots=True)
class EarlierPromise:
    """A promise of an earlier year: of which document, in which words, and the date that was promised.

    `recommendation` is the number of the present one that it belongs to, None where there is none any more. `passed`
    says whether the date has passed, counted from the day of the check. `now` are the present statuses of the answers
    to that recommendation.
    """

    document: int
    span: Span
    due: date
    passed: bool
    recommendation: int | None = None
    now: tuple[AnswerStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """The documents of earlier years, and what they promised."""

    documents: tuple[Document, ...] = ()
    recommendations: tuple[str, ...] = ()
    promises: tuple[EarlierPromise, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditReport:
    """An audit held against its responses. `report` is None where only responses were given.

    `notes` are in the order of NoteKind; `follow_up` by date, promises without one last. `checked` is the day that
    "overdue" counts from.
    """

    report: Document | None
    responses: tuple[Response, ...]
    recommendations: tuple[Recommendation, ...]
    notes: tuple[Note, ...]
    follow_up: tuple[FollowUp, ...]
    checked: date
    dated: date | None = None
    earlier: Earlier = Earlier()

    def source(self, recommendation: Recommendation) -> Document | None:
        """The document that a recommendation's span is of: the report, or without one the response that repeats it."""
        return self.report if recommendation.said_in is None else self.responses[recommendation.said_in].document

    def count(self, status: AnswerStatus) -> int:
        """How many answers have the status, over all recommendations and responses."""
        return sum(answer.status is status for each in self.recommendations for answer in each.answers)

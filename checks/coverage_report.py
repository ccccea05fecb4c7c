"""What a coverage check says: each topic of a framework held against each document of a set, and the set as a whole.

Plain frozen data: the doors turn it into text, JSON, pages and sheets, and decide nothing. Every `document` names one
of `CoverageReport.documents` by its `name` (the door sees to it that names differ), and every span is in that
document's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clauses.framework import Framework
    from ingest.document import Document, Span


class TopicStatus(StrEnum):
    """A topic's status, worst first: the order of gap lists. `best` of a set is the highest but UNDETERMINED."""

    ABSENT = "absent"
    UNDETERMINED = "undetermined"
    MENTIONED = "mentioned"
    COVERED = "covered"


class Force(StrEnum):
    """How binding the best passage is: a binding statement, an intention (bör, uppmanas, på sikt), or neither."""

    BINDING = "binding"
    INTENTION = "intention"
    NONE = "none"


class How(StrEnum):
    """How a passage takes a topic up. `BINDS` says what is done; the others only mention it."""

    BINDS = "binds"
    ADDS = "adds"  # who, when or check beside a binding statement
    RISK = "risk"
    INTENT = "intent"
    REFERS = "refers"
    LACKING = "lacking"
    HEADING = "heading"


class Piece(StrEnum):
    """The pieces of depth, in the order that they are told."""

    WHO = "who"
    WHEN = "when"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote and its place: `span` is one to three whole statements, at most 700 characters. `section` is the number
    that the page shows ("3.2", or ""), `heading` the nearest heading's words. `why` is one Swedish sentence.
    """

    document: str
    span: Span
    section: str
    heading: str
    page: int | None
    how: How
    why: str


@dataclass(frozen=True, slots=True)
class Depth:
    """One piece of depth: `passage` is where the document says it, None where it is lacking. `words` are the words that
    say it ("säkerhetschefen", "varje tertial"), "" where they cannot be pointed out.
    """

    piece: Piece
    passage: Passage | None
    words: str = ""

    @property
    def given(self) -> bool:
        """Whether the document says it."""
        return self.passage is not None


@dataclass(frozen=True, slots=True)
class TopicInDocument:
    """One topic in one document. `because` is one Swedish sentence; `evidence` the best passages, best first (none
    where absent); `depth` who, when and check, in that order, always all three. `confidence` is 0 to 1.
    """

    topic: str
    document: str
    status: TopicStatus
    because: str
    evidence: tuple[Passage, ...]
    depth: tuple[Depth, ...]
    force: Force
    confidence: float

    def piece(self, piece: Piece) -> Depth:
        """The piece of depth of that kind."""
        return next(each for each in self.depth if each.piece is piece)


@dataclass(frozen=True, slots=True)
class TopicCoverage:
    """One topic over the whole set: `status` is the best of its documents, `best` the passage that shows it best (None
    where absent), `documents` one cell for each document, in the report's order.
    """

    topic: str
    status: TopicStatus
    best: Passage | None
    documents: tuple[TopicInDocument, ...]

    def cell(self, document: str) -> TopicInDocument:
        """The cell of that document."""
        return next(each for each in self.documents if each.document == document)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two documents that settle a topic differently. `what` is one Swedish sentence that names both ways."""

    topic: str
    what: str
    one: Passage
    other: Passage


@dataclass(frozen=True, slots=True)
class MissingReference:
    """A policy that the set points to and that is not in it, by the name that the text gives it, and the topics that
    the pointing passage is about (perhaps none).
    """

    name: str
    passage: Passage
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Age:
    """When a document was decided and how long it holds, as it says itself; None where it does not say.

    `expired` and `old` are told against the date of the check: `old` is a decision of more than `OLD_YEARS` years ago
    without a later validity.
    """

    document: str
    decided: date | None
    valid_to: date | None
    until_further_notice: bool
    expired: bool
    old: bool
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class ReplacedLaw:
    """A reference to law that has been replaced: `reference` as the text has it, `now` what is in force, both Swedish.

    `verified` is false where nobody has read the replacement in the statute.
    """

    reference: str
    now: str
    verified: bool
    passage: Passage


@dataclass(frozen=True, slots=True)
class Action:
    """A row of an action plan: what is done, the topics that it is on, who answers for it and when it is due ("" and
    None where the plan does not say).
    """

    topics: tuple[str, ...]
    action: str
    responsible: str
    deadline: str
    due: date | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class Gap:
    """One line of the gap list: a topic that the set does not cover in full, in plain Swedish that can go to a board.

    `lacks` are the pieces that are lacking where the topic is covered but thin.
    """

    topic: str
    status: TopicStatus
    sentence: str
    lacks: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """A set of documents held against a framework: one TopicCoverage for each topic, in the framework's order.

    `gaps` holds what is absent first, then undetermined, mentioned, and covered but thin. `notes` are Swedish sentences
    on the whole set that its reader should see first.
    """

    framework: Framework
    documents: tuple[Document, ...]
    topics: tuple[TopicCoverage, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[MissingReference, ...]
    ages: tuple[Age, ...]
    replaced: tuple[ReplacedLaw, ...]
    actions: tuple[Action, ...]
    gaps: tuple[Gap, ...]
    notes: tuple[str, ...] = ()

    def topic(self, name: str) -> TopicCoverage:
        """The topic with that id."""
        return next(each for each in self.topics if each.topic == name)

    def count(self, status: TopicStatus) -> int:
        """How many topics have the status over the whole set."""
        return sum(each.status is status for each in self.topics)

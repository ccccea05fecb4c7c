"""An old version held against a new one: topic by topic for guidelines, requirement by requirement for contracts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from checks.coverage_report import Piece, TopicInDocument, TopicStatus
from checks.coverage_words import PIECE_WORDS, STATUS_WORDS, listed
from checks.finding import Finding, Status
from checks.kind import WORD

if TYPE_CHECKING:
    from clauses import Library
    from clauses.framework import Framework
    from ingest.document import Document, Span


class Change(StrEnum):
    """What became of a topic or requirement, worst first."""

    WORSE = "worse"
    BETTER = "better"
    DEEPER = "deeper"  # the same status, and more of who, when and check
    THINNER = "thinner"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of one of the versions, by its place in that version's text."""

    span: Span
    section: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One topic or requirement in both versions. `sentence` is one Swedish sentence; `before` and `after` the best
    passages, None where there is none.
    """

    id: str
    title: str
    old: str
    new: str
    change: Change
    sentence: str
    before: Quote | None
    after: Quote | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions compared. `kind` is `guideline` or `contract`; rows are in the framework's or library's order."""

    kind: str
    old: Document
    new: Document
    rows: tuple[Compared, ...]

    def of(self, change: Change) -> tuple[Compared, ...]:
        """The rows with that change."""
        return tuple(row for row in self.rows if row.change is change)


def compare_guidelines(old: Document, new: Document, framework: Framework, today: date | None = None) -> Comparison:
    """What a new guideline covers that the old did not, and the other way about."""
    from checks.coverage import check_coverage

    before = check_coverage([old], framework, today).topics
    after = check_coverage([new], framework, today).topics
    rows = (
        _topic(framework.topic(one.topic).title.sv, one.documents[0], other.documents[0])
        for one, other in zip(before, after, strict=True)
    )
    return Comparison("guideline", old, new, tuple(rows))


def compare_contracts(old: Document, new: Document, library: Library) -> Comparison:
    """Each requirement's status in both versions."""
    from checks.contract import check_contract

    before, after = check_contract(old, library).findings, check_contract(new, library).findings
    rows = (
        _requirement(library.requirement(one.id).title.sv, one, other) for one, other in zip(before, after, strict=True)
    )
    return Comparison("contract", old, new, tuple(rows))


def _topic(title: str, old: TopicInDocument, new: TopicInDocument) -> Compared:
    order = list(TopicStatus)
    change = _ranked(order.index(old.status), order.index(new.status))
    gained = [piece for piece in Piece if new.piece(piece).given and not old.piece(piece).given]
    lost = [piece for piece in Piece if old.piece(piece).given and not new.piece(piece).given]
    if change is Change.SAME and old.status is TopicStatus.COVERED and (gained or lost):
        change = Change.DEEPER if len(gained) >= len(lost) else Change.THINNER
    sentence = _told(title, STATUS_WORDS[old.status], STATUS_WORDS[new.status], gained, lost)
    return Compared(
        old.topic, title, old.status.value, new.status.value, change, sentence, _passage(old), _passage(new)
    )


def _told(title: str, old: str, new: str, gained: list[Piece], lost: list[Piece]) -> str:
    whole = f"{title}: {old} i båda" if old == new else f"{title}: {old} i den gamla, {new} i den nya"
    more = f"; nu sägs {listed([PIECE_WORDS[piece] for piece in gained])}" if gained else ""
    less = f"; inte längre {listed([PIECE_WORDS[piece] for piece in lost])}" if lost else ""
    return f"{whole}{more}{less}."


def _passage(cell: TopicInDocument) -> Quote | None:
    first = cell.evidence[0] if cell.evidence else None
    return Quote(first.span, first.section, first.page) if first else None


_CONTRACT_ORDER = (Status.CONTRADICTED, Status.MISSING, Status.UNDETERMINED, Status.PARTIAL, Status.MET)


def _requirement(title: str, old: Finding, new: Finding) -> Compared:
    change = _ranked(_CONTRACT_ORDER.index(old.status), _CONTRACT_ORDER.index(new.status))
    sentence = _told(title, WORD[old.status], WORD[new.status], [], [])
    return Compared(old.id, title, old.status.value, new.status.value, change, sentence, _clause(old), _clause(new))


def _clause(finding: Finding) -> Quote | None:
    first = finding.evidence[0] if finding.evidence else None
    return Quote(first.span, first.section, first.page) if first else None


def _ranked(old: int, new: int) -> Change:
    return Change.SAME if old == new else Change.BETTER if new > old else Change.WORSE

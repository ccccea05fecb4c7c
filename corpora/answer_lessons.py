"""What reading answers is learned from: responses walked through and read by the rules, with what is right beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from checks.audit import boards
from checks.audit.asked import Asked, recommendations
from checks.audit.chapters import contexts, paragraphs
from checks.audit.dating import written
from checks.audit.formal import formal
from checks.audit.judging import by_rule
from checks.audit.nearness import Findings
from checks.audit.pieces import Piece, pieces
from checks.audit.saying import Said
from checks.audit.saying import read as read_piece
from checks.audit.walking import Asking, Walk, asking, walk
from checks.followup import AnswerStatus, Signal
from corpora.audit_evaluate import paired
from corpora.audit_labels import NAME, AuditLabels, labelled_audit, read_audit_labels
from corpora.placing import Squeezed
from corpora.small_audits import SmallAudit
from ingest import read
from ingest.document import Document, Span

AUDITS = Path(__file__).parent / "labelled" / "audits"
_WHOLE, _SMALL = 2, 1  # how many times a response counts
_HAND = re.compile(r"dev-([a-z])\d-")


@dataclass(frozen=True)
class Taught:
    """What is right to say of one recommendation: its status and signals."""

    status: str
    signals: frozenset[str]


@dataclass(frozen=True)
class Lesson:
    """One response: `hand` wrote it, and it `counts` so many times: with nought only its sentences are learned from.
    `right` are the recommendations (by index) that each piece answers; `mine` and `answers` go by recommendation, with
    None where the labels do not know it.
    """

    hand: str
    counts: int
    document: Document
    day: date | None
    said: Mapping[Piece, Said]
    asking: Asking
    findings: Findings
    walk: Walk
    mine: tuple[bool, ...]
    right: Mapping[Piece, tuple[int, ...]]
    answers: tuple[Taught | None, ...]


def lessons(folder: Path = AUDITS) -> Iterator[Lesson]:
    """Those of the labelled audits of a folder; not of its sub-folder for tests."""
    for labels in sorted(folder.glob(f"*/{NAME}")):
        audit = labelled_audit(labels.parent, folder)
        report = read(audit.report, name=audit.report.name) if audit.report else None
        documents = [read(path, name=path.name) for path in audit.responses]
        known = read_audit_labels(audit)
        hand = found[1] if (found := _HAND.match(labels.parent.name)) else "first"
        asked = _asked(known, report or documents[0])
        names = [path.stem for path in audit.responses]
        for name, document in zip(names, documents, strict=True):
            yield _lesson(hand, asked, report, document, known, name)


def _asked(labels: AuditLabels, source: Document) -> list[tuple[Asked, str]]:
    """The labelled recommendations as found in the report, with what they say; those not found by their words."""
    found = recommendations(source)
    texts = [" ".join(source.quote(each.span).split()) for each in found]
    pairs = paired(labels, texts)
    squeezed = Squeezed.of(source.text)
    asked = []
    for place, label in enumerate(labels.recommendations):
        if place in pairs:
            each = found[pairs[place]]
            asked.append((each, " ".join(source.quote(each.said).split())))
        else:
            span = next(iter(squeezed.find(label.text)), Span(0, 0))
            asked.append((Asked(span, label.addressees, 0, False), label.text))
    return asked


def _lesson(
    hand: str,
    asked: Sequence[tuple[Asked, str]],
    report: Document | None,
    document: Document,
    labels: AuditLabels,
    name: str,
) -> Lesson:
    texts = [text for _, text in asked]
    squeezed = Squeezed.of(document.text)
    answers = [label.responses.get(name) for label in labels.recommendations]
    spans = [[span for quote in answer.quotes for span in squeezed.find(quote)] if answer else [] for answer in answers]
    taught = tuple(Taught(each.status, frozenset(each.signals)) if each else None for each in answers)
    own = boards.answering(document)
    mine = tuple(boards.asked(each.addressees, own) for each, _ in asked)
    context = contexts(report, [each for each, _ in asked], texts) if report else [""] * len(texts)
    findings = Findings.of(texts, paragraphs(report, texts) if report else [])
    labelled = [each.label for each, _ in asked]
    day = written(document) or (written(report) if report else None)
    return _walked((hand, _WHOLE), document, day, own, (labelled, texts, context), findings, mine, spans, taught)


def small_lesson(audit: SmallAudit) -> Lesson:
    """That of a small audit, whose report has nothing but its recommendations."""
    document = read(audit.response.encode(), name="svar.md")
    squeezed = Squeezed.of(document.text)
    texts = [text.rstrip(".") for text in audit.recommendations]
    spans: list[list[Span]] = [[] for _ in texts]
    said: list[set[str]] = [set() for _ in texts]
    for answer in audit.answers:
        spans[answer.recommendation] += squeezed.find(answer.words)
        said[answer.recommendation] |= answer.signals
    taught = tuple(
        Taught(_status(found, bool(places)), frozenset(found)) for found, places in zip(said, spans, strict=True)
    )
    known = ([""] * len(texts), texts, [""] * len(texts))
    mine = (True,) * len(texts)
    return _walked(
        (audit.hand, 0 if audit.far else _SMALL),
        document,
        audit.day,
        audit.board,
        known,
        Findings.of(texts, []),
        mine,
        spans,
        taught,
    )


def _status(signals: set[str], answered: bool) -> str:
    return by_rule(frozenset(map(Signal, signals))).value if answered else AnswerStatus.UNANSWERED.value


def _walked(
    by: tuple[str, int],
    document: Document,
    day: date | None,
    own: str | None,
    known: tuple[Sequence[str], Sequence[str], Sequence[str]],
    findings: Findings,
    mine: tuple[bool, ...],
    spans: Sequence[Sequence[Span]],
    answers: tuple[Taught | None, ...],
) -> Lesson:
    cut = pieces(document)
    said = {piece: formal(read_piece(piece, own, day)) for piece in cut}
    asked = asking(*known, [piece.text for piece in cut])
    gone = walk(document, cut, asked, {piece: each.takes_a_position for piece, each in said.items()})
    right = {piece: tuple(at for at, places in enumerate(spans) if _meets(piece.span, places)) for piece in cut}
    return Lesson(*by, document, day, said, asked, findings, gone, mine, right, answers)


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def by_hand(taught: Sequence[Lesson]) -> dict[str, list[Lesson]]:
    """The lessons of each hand."""
    ordered = sorted(taught, key=lambda each: each.hand)
    return {hand: list(group) for hand, group in groupby(ordered, key=lambda each: each.hand)}

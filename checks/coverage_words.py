"""The Swedish sentences of a coverage check: why a passage counts, why a topic has its status, what a gap is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checks.coverage_report import (
    Age,
    Depth,
    Gap,
    How,
    MissingReference,
    Passage,
    Piece,
    TopicCoverage,
    TopicStatus,
)

if TYPE_CHECKING:
    from checks.governing import Form
    from clauses.framework import Framework, Topic
    from ingest.document import Document

PIECE_WORDS = {Piece.WHO: "vem som gör det", Piece.WHEN: "när eller hur ofta", Piece.CHECK: "hur det kontrolleras"}
STATUS_WORDS = {
    TopicStatus.COVERED: "täckt",
    TopicStatus.MENTIONED: "nämnt",
    TopicStatus.ABSENT: "saknas",
    TopicStatus.UNDETERMINED: "oklart",
}
_WHY = {
    How.BINDS: "Satsen säger vad som görs.",
    How.ADDS: "Satsen fyller på den bindande satsen intill.",
    How.RISK: "Ämnet nämns som risk, fall, siffra eller exempel.",
    How.INTENT: "Satsen uttrycker en avsikt eller ett råd och binder ingen.",
    How.REFERS: "Satsen hänvisar till ett annat dokument.",
    How.LACKING: "Satsen säger att det saknas, är föreslaget eller faller utanför.",
    How.HEADING: "Bara rubriken tar upp ämnet.",
}
_MENTIONED = {
    How.RISK: "tas upp som risk, fall, siffra eller exempel, utan att något bindande sägs om vad som görs",
    How.INTENT: "tas upp som avsikt eller råd, inte som något som binder",
    How.REFERS: "tas upp bara genom hänvisning till ett annat dokument",
    How.LACKING: "tas upp som något som saknas, är föreslaget eller faller utanför",
    How.BINDS: "har en bindande sats, men ingen säger vem, när eller hur det kontrolleras",
    How.ADDS: "tas upp, utan att något bindande sägs om vad som görs",
    How.HEADING: "har en rubrik utan innehåll",
}


def why(how: How, form: Form) -> str:
    """What was seen in a passage."""
    told = [word for word in (form.who, form.when, form.check) if word] if how is How.BINDS else []
    return f"{_WHY[how][:-1]} ({', '.join(told)})." if told else _WHY[how]


def because(
    topic: Topic, status: TopicStatus, evidence: Sequence[Passage], depth: Sequence[Depth], *, complete: bool
) -> str:
    """Why a topic has its status in a document, in one sentence."""
    name = topic.title.sv
    if status is TopicStatus.COVERED:
        if topic.definition:
            return f"{name}: betydelsen ges."
        said = listed([_piece(each) for each in depth if each.given])
        lacking = listed([PIECE_WORDS[each.piece] for each in depth if not each.given])
        rest = f"; {lacking} sägs inte" if lacking else ""
        return (
            f"{name}: en bindande sats säger vad som görs, och dokumentet säger {said or 'vem, när eller hur'}{rest}."
        )
    if status is TopicStatus.MENTIONED:
        return f"{name} {_MENTIONED[evidence[0].how]}."
    if status is TopicStatus.UNDETERMINED:
        return f"{name}: inget hittades i det som kunde läsas, men delar av filen är olästa."
    return f"{name}: ingen sats i dokumentet tar upp ämnet." if complete else ""


def _piece(depth: Depth) -> str:
    told = PIECE_WORDS[depth.piece]
    return f"{told} ({depth.words})" if depth.words else told


def listed(parts: Sequence[str]) -> str:
    """Parts as a Swedish list: a, b och c."""
    return " och ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def gaps(topics: Sequence[TopicCoverage], framework: Framework, missing: Sequence[MissingReference]) -> tuple[Gap, ...]:
    """What the set does not cover in full, what is absent first: lines that can go to a board."""
    found = [_gap(topic, framework.topic(topic.topic), missing) for topic in topics]
    order = list(TopicStatus)
    return tuple(sorted(filter(None, found), key=lambda gap: order.index(gap.status)))


def _gap(coverage: TopicCoverage, topic: Topic, missing: Sequence[MissingReference]) -> Gap | None:
    name, asks = topic.title.sv, topic.asks.sv.rstrip(".")
    pointed = [each.name for each in missing if topic.id in each.topics]
    away = f" Dokumenten hänvisar till {listed(pointed[:3])}, som inte är med i underlaget." if pointed else ""
    if coverage.status is TopicStatus.ABSENT:
        told = f"{name} saknas. Inget av dokumenten säger något om ämnet ({_lower(asks)})."
    elif coverage.status is TopicStatus.UNDETERMINED:
        told = f"{name} kan inte bedömas: delar av dokumenten är olästa."
    elif coverage.status is TopicStatus.MENTIONED:
        told = f"{name} nämns men är inte reglerat. {_missing_words(coverage)}"
    else:
        best = max(coverage.documents, key=lambda cell: sum(each.given for each in cell.depth))
        lacks = tuple(each.piece for each in best.depth if not each.given)
        if topic.definition or len(lacks) < 2:
            return None
        told = f"{name} är reglerat, men det sägs inte {listed([PIECE_WORDS[piece] for piece in lacks])}."
        return Gap(topic.id, coverage.status, told + away, lacks)
    return Gap(topic.id, coverage.status, told + away)


def _missing_words(coverage: TopicCoverage) -> str:
    how = coverage.best.how if coverage.best else How.RISK
    return {
        How.RISK: "Det tas upp som risk eller exempel; besluta vad som ska göras och av vem.",
        How.INTENT: "Det är en avsikt eller ett råd; gör det bindande och utse vem som ansvarar.",
        How.REFERS: "Det hänvisas till ett annat dokument; kontrollera att det finns och gäller.",
        How.LACKING: "Det sägs saknas eller vara föreslaget; besluta om åtgärd, ansvarig och tid.",
        How.BINDS: "Det sägs vad som görs, men inte vem, när eller hur det kontrolleras.",
    }.get(how, "Besluta vad som ska göras och av vem.")


def notes(documents: Sequence[Document], ages: Sequence[Age]) -> tuple[str, ...]:
    """What the reader of the report should know first: what was not read, and what is old."""
    told = [
        f"{document.name} kunde inte läsas i sin helhet: {listed(list(document.ledger.unread)) or 'delar saknas'}."
        for document in documents
        if not document.ledger.complete
    ]
    for each in ages:
        if each.expired:
            told.append(f"{each.document} gällde till {each.valid_to} och har gått ut.")
        elif each.old:
            told.append(f"{each.document} beslutades {each.decided} och har inte prövats på nytt sedan dess.")
    return tuple(told)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() else words

"""The Swedish sentences of a coverage check: why a passage counts, why a topic has its status, what a gap is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checks.coverage_report import Depth, How, Passage, Piece, TopicStatus

if TYPE_CHECKING:
    from checks.governing import Form
    from clauses.framework import Topic

PIECE_WORDS = {Piece.WHO: "vem som gör det", Piece.WHEN: "när eller hur ofta", Piece.CHECK: "hur det kontrolleras"}
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
        return f"{name}: en bindande sats säger vad som görs, och dokumentet säger {said or 'vem, när eller hur'}{rest}."
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

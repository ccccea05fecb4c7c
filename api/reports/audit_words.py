"""The Swedish words of an audit's follow-up, the same in every report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checks.followup import Adequacy, AnswerStatus, AuditReport, Decided

STATUS = {
    AnswerStatus.IMPLEMENTED: "genomfört",
    AnswerStatus.ONGOING: "pågår",
    AnswerStatus.PLANNED: "planerat",
    AnswerStatus.DEFERRED: "avvaktar",
    AnswerStatus.REJECTED: "avvisat",
    AnswerStatus.UNANSWERED: "obesvarat",
}
SYMBOLS = {
    AnswerStatus.IMPLEMENTED: "✓",
    AnswerStatus.ONGOING: "◐",
    AnswerStatus.PLANNED: "→",
    AnswerStatus.DEFERRED: "…",
    AnswerStatus.REJECTED: "≠",
    AnswerStatus.UNANSWERED: "○",
}
ADEQUACY = {Adequacy.SHORT: "mindre än efterfrågat", Adequacy.BESIDE: "något annat än efterfrågat"}
DECIDED = {Decided.PROPOSED: "förslag", Decided.DECIDED: "beslutat", Decided.UNKNOWN: "okänt om beslutat"}


def answer_sentence(report: AuditReport) -> str:
    """The whole follow-up as one sentence: "3 rekommendationer, 2 svar: 1 genomfört, 3 pågår och 2 obesvarat." """
    asked = [
        answer for each in report.recommendations for answer in each.answers if _counts(answer.status, answer.asked)
    ]
    many = len(report.recommendations)
    named = "rekommendation" if many == 1 else "rekommendationer"
    if not many:
        return "Inga rekommendationer hittades i underlaget."
    parts = []
    for status in reversed(AnswerStatus):
        count = sum(answer.status is status for answer in asked)
        if count:
            parts.append(f"{count} {STATUS[status]}")
    short = sum(answer.adequacy is not Adequacy.FULL for answer in asked)
    tail = f"; {short} av dem ger mindre än det som efterfrågades" if short else ""
    return f"{many} {named}, {len(report.responses)} svar: {listed(parts)}{tail}."


def _counts(status: AnswerStatus, asked: bool) -> bool:
    return asked or status is not AnswerStatus.UNANSWERED


def listed(parts: Sequence[str]) -> str:
    """ "a, b och c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} och {parts[-1]}" if parts else "inga svar"


def late(due: date, day: date) -> str:
    """How far a date lies from the day: "passerat för 12 dagar sedan", "om 41 dagar", "i dag"."""
    days = (due - day).days
    if days == 0:
        return "i dag"
    count = f"{abs(days)} {'dag' if abs(days) == 1 else 'dagar'}"
    return f"om {count}" if days > 0 else f"passerat för {count} sedan"

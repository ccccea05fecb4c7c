"""The answer first: what became of an audit's recommendations in one sentence, from the worst upward, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.tongue import Tongue
from checks.followup import Adequacy, Answer, AnswerStatus, AuditReport

# What a sentence says of one and of several, by language; in the order of how pressing it is.
_SAID = {
    "sv": {
        "rejected": ("ett svar avvisar rekommendationen", "{n} svar avvisar rekommendationen"),
        "overdue": ("ett löfte har passerat sitt datum", "{n} löften har passerat sitt datum"),
        "unanswered": ("ett svar uteblev", "{n} svar uteblev"),
        "short": ("ett svar ger mindre eller annat än begärt", "{n} svar ger mindre eller annat än begärt"),
        "deferred": ("ett svar avvaktar", "{n} svar avvaktar"),
        "planned": ("ett svar planerar", "{n} svar planerar"),
        "ongoing": ("ett arbete pågår", "{n} arbeten pågår"),
    },
    "en": {
        "rejected": ("one answer rejects its recommendation", "{n} answers reject their recommendations"),
        "overdue": ("one promise is past its date", "{n} promises are past their dates"),
        "unanswered": ("one answer is missing", "{n} answers are missing"),
        "short": (
            "one answer gives less or other than was asked",
            "{n} answers give less or other than was asked",
        ),
        "deferred": ("one answer defers", "{n} answers defer"),
        "planned": ("one answer plans", "{n} answers plan"),
        "ongoing": ("one measure is under way", "{n} measures are under way"),
    },
}
_LOUD = 2  # so many clauses make a sentence that is read in two seconds; the rest stands in the line below


@dataclass(frozen=True, slots=True)
class AuditVerdict:
    """The sentence, without a full stop, and the line below it."""

    sentence: str
    lead: str


def counted(report: AuditReport) -> list[Answer]:
    """The answers that count: all but silence where nobody asked."""
    return [
        answer
        for each in report.recommendations
        for answer in each.answers
        if answer.asked or answer.status is not AnswerStatus.UNANSWERED
    ]


def is_short(answer: Answer) -> bool:
    """Whether an answer that gives something gives less, or something else, than was asked."""
    return answer.adequacy is not Adequacy.FULL and answer.status is not AnswerStatus.UNANSWERED


def verdict(report: AuditReport, tongue: Tongue) -> AuditVerdict:
    """The verdict on the whole audit."""
    if not report.recommendations:
        return AuditVerdict(tongue("Inga rekommendationer hittades"), "")
    answers = counted(report)
    done = sum(answer.status is AnswerStatus.IMPLEMENTED and not is_short(answer) for answer in answers)
    if answers and done == len(answers):
        return AuditVerdict(tongue("Alla svar är genomförda, {count} av {count}", count=done), "")
    clauses = list(_clauses(report, answers, tongue))
    said = tongue.listed(clauses[:_LOUD])
    whole = tongue("{done} av {all} svar är klara.", done=tongue.number(done), all=len(answers))
    rest = f"{_capital(tongue.listed(clauses[_LOUD:]))}. " if clauses[_LOUD:] else ""
    return AuditVerdict(_capital(said) or tongue("Inga svar att följa upp"), rest + _capital(whole))


def _clauses(report: AuditReport, answers: list[Answer], tongue: Tongue) -> Iterator[str]:
    counts = {status.value: sum(answer.status is status for answer in answers) for status in AnswerStatus}
    counts["overdue"] = sum(line.overdue for line in report.follow_up)
    counts["short"] = sum(is_short(answer) for answer in answers)
    for kind, (one, many) in _SAID[tongue.code].items():
        if counts[kind]:
            yield one if counts[kind] == 1 else many.format(n=tongue.number(counts[kind]))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

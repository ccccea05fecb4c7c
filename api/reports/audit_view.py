"""An answer to an audit as a person reads it: its line in the matrix, its quotes, and what is known of its promise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.reports.audit_asking import anchor
from api.reports.audit_verdict import is_short
from api.reports.passages import Pieces, pieces, place, words
from api.tongue import Tongue
from checks.followup import (
    Adequacy,
    Answer,
    AnswerStatus,
    AuditReport,
    Decided,
    FollowUp,
    Recommendation,
    Response,
    Signal,
)

SIGNALS = {
    Signal.DONE: "gjort",
    Signal.ONGOING: "pågår",
    Signal.PLANNED: "ska göras",
    Signal.AWAITING: "avvaktar",
    Signal.REJECTED: "avvisar",
}
ADEQUACY = {Adequacy.SHORT: "mindre än begärt", Adequacy.BESIDE: "annat än begärt"}
DECIDED = {
    Decided.PROPOSED: "nej, ett förslag till beslut",
    Decided.DECIDED: "ja",
    Decided.UNKNOWN: "framgår inte",
}


@dataclass(frozen=True, slots=True)
class AnswerQuote:
    """A passage in pieces, each marked or not, what it says, and where. `number` counts from 1 within the answer."""

    number: int
    pieces: Pieces
    says: str
    place: str


@dataclass(frozen=True)
class AnswerView:
    """One response's answer to one recommendation."""

    recommendation: Recommendation
    answer: Answer
    response: Response
    checked: date
    tongue: Tongue

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return anchor(self.recommendation.number, self.answer.response)

    @property
    def status(self) -> AnswerStatus:
        """The answer's status."""
        return self.answer.status

    @property
    def board(self) -> str:
        """Who answers."""
        return self.response.called

    @property
    def silent(self) -> bool:
        """Whether nobody asked this board, and it says nothing: no fault."""
        return not self.answer.asked and self.status is AnswerStatus.UNANSWERED

    @property
    def short(self) -> str:
        """ "mindre än begärt", where the answer gives less or other than was asked: shown before the status."""
        return self.tongue(ADEQUACY[self.answer.adequacy]) if is_short(self.answer) else ""

    @property
    def passed(self) -> date | None:
        """The last promised date that has passed, of an answer that still has something to come."""
        gone = [each.date for each in self.answer.deadlines if each.date < self.checked]
        return max(gone) if gone and self.answer.open else None

    @property
    def detail(self) -> str:
        """The line under the status in the matrix."""
        t, answer, document = self.tongue, self.answer, self.response.document
        if self.passed:
            return t("passerat {date}", date=self.passed)
        if answer.open:
            ahead = [each.date for each in answer.deadlines if each.date >= self.checked]
            return t("till {date}", date=min(ahead)) if ahead else t("utan datum")
        if self.status is AnswerStatus.UNANSWERED:
            return t("hänvisar till {body}", body=answer.points_to) if answer.points_to else ""
        if self.status is AnswerStatus.DEFERRED and Signal.AWAITING not in answer.signals:
            return t("ingen åtgärd")
        if self.status is AnswerStatus.IMPLEMENTED and answer.decisions:
            return words(document, answer.decisions[0].span)
        return t("vagt") if answer.hedged else ""

    @property
    def quotes(self) -> list[AnswerQuote]:
        """The answer's own words."""
        document, t = self.response.document, self.tongue
        return [
            AnswerQuote(
                number,
                pieces(document, each.span, each.words),
                t.listed([t(SIGNALS[signal]) for signal in each.signals]),
                place(each.section, each.heading, each.page, t),
            )
            for number, each in enumerate(self.answer.evidence, start=1)
        ]

    @property
    def nearest(self) -> list[tuple[str, str, str]]:
        """The closest passages to what was not answered: words, place, and why they are no answer."""
        document = self.response.document
        return [
            (document.quote(each.span), place(each.section, "", each.page, self.tongue), each.lacks)
            for each in self.answer.nearest
        ]

    @property
    def promises(self) -> list[str]:
        """Each promised date: the words, and the last day that they name."""
        t, document = self.tongue, self.response.document
        return [
            t("”{words}”, alltså senast {date}", words=words(document, each.span), date=each.date)
            + (f" ({t('året ur svarets datum')})" if each.resolved else "")
            for each in self.answer.deadlines
        ]

    @property
    def responsible(self) -> str:
        """Who will do it, in the answer's words."""
        return words(self.response.document, self.answer.responsible)

    @property
    def decisions(self) -> list[str]:
        """The decisions that the answer refers to, with their dates where they stand beside them."""
        document = self.response.document
        return [words(document, each.span) + (f" ({each.date})" if each.date else "") for each in self.answer.decisions]

    @property
    def signals(self) -> str:
        """What the words say."""
        return self.tongue.listed([self.tongue(SIGNALS[signal]) for signal in self.answer.signals])

    @property
    def decided(self) -> str:
        """Whether the board has decided the answer."""
        return self.tongue(DECIDED[self.answer.decided])

    @property
    def sure(self) -> str:
        """How sure the reading is."""
        known = self.answer.confidence
        word = "hög" if known >= 0.8 else "medel" if known >= 0.5 else "låg"
        return f"{self.tongue(word)}, {known:.2f}".replace(".", "," if self.tongue.code == "sv" else ".")


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A line of the follow-up list. `when` says how far its date lies from the day of the check."""

    line: FollowUp
    due: date | None
    when: str
    promise: Pieces
    board: str
    responsible: str
    anchor: str


def answers(each: Recommendation, report: AuditReport, tongue: Tongue) -> tuple[AnswerView, ...]:
    """The answers to a recommendation, in the order of the responses."""
    return tuple(
        AnswerView(each, answer, report.responses[answer.response], report.checked, tongue) for answer in each.answers
    )


def promises(report: AuditReport, tongue: Tongue) -> list[PromiseView]:
    """The follow-up list, the nearest date first."""
    found = []
    for line in report.follow_up:
        response = report.responses[line.response]
        marked = (line.words,) if line.words else ()
        found.append(
            PromiseView(
                line,
                line.due,
                when(line.due, report.checked, tongue),
                pieces(response.document, line.promise, marked),
                response.called,
                words(response.document, line.responsible),
                anchor(line.recommendation, line.response),
            )
        )
    return found


def when(due: date | None, checked: date, tongue: Tongue) -> str:
    """ "om 41 dagar", "3 dagar sen", "i dag"."""
    if due is None:
        return ""
    days = (due - checked).days
    if days == 0:
        return tongue("i dag")
    one, many = ("om en dag", "om {count} dagar") if days > 0 else ("en dag sen", "{count} dagar sen")
    return tongue(one) if abs(days) == 1 else tongue(many, count=abs(days))

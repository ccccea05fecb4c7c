"""An audit's follow-up as a workbook: the matrix, every quote, the promises by date, and what to ask about."""

from __future__ import annotations

from collections.abc import Iterator

from api.reports.audit_asking import asking
from api.reports.audit_verdict import verdict
from api.reports.audit_view import AnswerView, answers, promises
from api.reports.passages import words
from api.reports.sheets import Cell, Column, Sheet, Value
from api.reports.sheets import workbook as bound
from api.tongue import Tongue
from checks.followup import AnswerStatus, AuditReport

TONES = {
    AnswerStatus.REJECTED: "worst",
    AnswerStatus.UNANSWERED: "gap",
    AnswerStatus.DEFERRED: "fair",
    AnswerStatus.PLANNED: "fair",
    AnswerStatus.ONGOING: "fair",
    AnswerStatus.IMPLEMENTED: "good",
}
Row = list[Cell | Value]


def written(report: AuditReport, language: str = "sv") -> bytes:
    """The workbook."""
    return workbook(report, Tongue(language))


def workbook(report: AuditReport, tongue: Tongue) -> bytes:
    """The workbook. The same follow-up gives the same bytes."""
    views = {each.number: answers(each, report, tongue) for each in report.recommendations}
    sheets = [
        _matrix(report, views, tongue),
        _answers(report, views, tongue),
        _quotes(report, views, tongue),
        _promises(report, tongue),
        _asking(report, tongue),
    ]
    return bound(sheets, tongue("Uppföljning av revision"))


def _matrix(report: AuditReport, views: dict[int, tuple[AnswerView, ...]], t: Tongue) -> Sheet:
    boards = [each.called for each in report.responses]
    told = verdict(report, t)
    return Sheet(
        t("Matris"),
        (
            Column(t("Nr"), 6),
            Column(t("Rekommendation"), 60),
            Column(t("Till"), 28),
            *(Column(board, 24) for board in boards),
        ),
        [
            [each.number, each.text, ", ".join(each.addressees), *(_cell(view) for view in views[each.number])]
            for each in report.recommendations
        ],
        fixed=2,
        notes=[f"{told.sentence}.", *([told.lead] if told.lead else [])],
    )


def _cell(view: AnswerView) -> Cell:
    t = view.tongue
    if view.silent:
        return Cell(t("inte ställd hit"))
    word = t.status(view.status)
    said = f"{view.short}: {word}" if view.short else word
    detail = f"\n{view.detail}" if view.detail else ""
    return Cell(said[:1].upper() + said[1:] + detail, "fair" if view.short else TONES[view.status])


def _answers(report: AuditReport, views: dict[int, tuple[AnswerView, ...]], t: Tongue) -> Sheet:
    heads = (
        ("Nr", 6),
        ("Nämnd", 28),
        ("Utfall", 14),
        ("Ger svaret det begärda", 22),
        ("Skäl", 60),
        ("Signaler", 22),
        ("Senast", 13),
        ("Tidsuppgifter", 34),
        ("Ansvarig", 26),
        ("Vagt", 8),
        ("Beslutat", 22),
        ("Beslut", 22),
        ("Säkerhet", 10),
        ("Fil", 28),
    )
    rows: list[Row] = [
        [
            each.number,
            view.board,
            Cell(t.status(view.status), TONES[view.status]),
            view.short or (t("ja") if view.status is not AnswerStatus.UNANSWERED else ""),
            " ".join(part for part in (view.answer.because, view.answer.adequacy_because) if part),
            view.signals,
            max((one.date for one in view.answer.deadlines), default=None),
            "; ".join(view.promises),
            view.responsible,
            t("ja") if view.answer.hedged else t("nej"),
            view.decided,
            "; ".join(view.decisions),
            round(view.answer.confidence, 2),
            view.response.document.name,
        ]
        for each in report.recommendations
        for view in views[each.number]
        if not view.silent
    ]
    return Sheet(t("Svar"), tuple(Column(t(head), width) for head, width in heads), rows, fixed=2)


def _quotes(report: AuditReport, views: dict[int, tuple[AnswerView, ...]], t: Tongue) -> Sheet:
    heads = (("Nr", 6), ("Nämnd", 28), ("Citat", 90), ("Säger", 22), ("Plats", 34), ("Fil", 28))
    return Sheet(
        t("Citat"), tuple(Column(t(head), width) for head, width in heads), list(_quote_rows(report, views, t)), fixed=2
    )


def _quote_rows(report: AuditReport, views: dict[int, tuple[AnswerView, ...]], t: Tongue) -> Iterator[Row]:
    for each in report.recommendations:
        for view in views[each.number]:
            name = view.response.document.name
            for quote in view.quotes:
                said = "".join(text for text, _ in quote.pieces)
                yield [each.number, view.board, said, quote.says, quote.place, name]
    for response in report.responses:
        for one in response.unmatched:
            said = response.document.quote(one.span)
            yield [None, response.called, said, t("svarar inte på något"), one.section, response.document.name]


def _promises(report: AuditReport, t: Tongue) -> Sheet:
    heads = (
        ("Senast", 13),
        ("Passerat", 10),
        ("Rekommendation", 16),
        ("Nämnd", 28),
        ("Vad som lovades", 70),
        ("Tidsuppgift", 24),
        ("Ansvarig", 28),
        ("Läge", 14),
    )
    rows: list[Row] = [
        [
            each.due,
            Cell(t("ja"), "gap") if each.line.overdue else t("nej") if each.due else "",
            each.line.recommendation,
            each.board,
            "".join(text for text, _ in each.promise),
            words(report.responses[each.line.response].document, each.line.words),
            each.responsible,
            Cell(t.status(each.line.status), TONES[each.line.status]),
        ]
        for each in promises(report, t)
    ]
    return Sheet(t("Uppföljning"), tuple(Column(t(head), width) for head, width in heads), rows)


def _asking(report: AuditReport, t: Tongue) -> Sheet:
    whats = {group.kind: group.what for group in asking(report, t)}
    rows: list[Row] = [
        [
            whats[note.kind],
            note.sentence,
            note.recommendation,
            "" if note.response is None else report.responses[note.response].called,
        ]
        for note in report.notes
    ]
    heads = (("Slag", 40), ("Att fråga om", 90), ("Rekommendation", 16), ("Nämnd", 28))
    return Sheet(t("Att fråga om"), tuple(Column(t(head), width) for head, width in heads), rows)

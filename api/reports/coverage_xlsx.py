"""The coverage of guidelines as a workbook: the matrix, the gap list, every quote, and what else to know of the set."""

from __future__ import annotations

from api.reports.coverage_verdict import lead, sentence
from api.reports.coverage_view import HEADS, PIECES, CellView, TopicView, topics
from api.reports.passages import place, words
from api.reports.sheets import Cell, Column, Sheet, Value
from api.reports.sheets import workbook as bound
from api.tongue import Tongue
from checks.coverage_report import CoverageReport, Passage, Piece, TopicStatus

TONES = {
    TopicStatus.ABSENT: "gap",
    TopicStatus.UNDETERMINED: "open",
    TopicStatus.MENTIONED: "fair",
    TopicStatus.COVERED: "good",
}
Row = list[Cell | Value]


def workbook(report: CoverageReport, tongue: Tongue) -> bytes:
    """The workbook. The same report gives the same bytes."""
    views = topics(report, tongue)
    sheets = [
        _matrix(report, views, tongue),
        _gaps(report, views, tongue),
        _quotes(views, tongue),
        _documents(report, tongue),
        _knowing(report, views, tongue),
        *([_actions(report, views, tongue)] if report.actions else []),
    ]
    return bound(sheets, tongue.of(report.framework.title))


def _matrix(report: CoverageReport, views: list[TopicView], t: Tongue) -> Sheet:
    columns = (Column(t("Ämne"), 38), Column(t("Samlat"), 16), *(Column(each.name, 22) for each in report.documents))
    rows: list[Row] = [
        [
            view.title,
            Cell(_capital(t.status(view.status)), TONES[view.status]),
            *(_cell(cell) for cell in view.cells),
        ]
        for view in views
    ]
    return Sheet(t("Matris"), columns, rows, fixed=2, notes=[f"{sentence(report, t)}.", lead(report, t), *report.notes])


def _cell(cell: CellView) -> Cell:
    """Only the set's column is loud where a topic is absent."""
    word = _capital(cell.topic.tongue.status(cell.status))
    return Cell(f"{word}\n{cell.detail}" if cell.detail else word, "" if cell.quiet else TONES[cell.status])


def _gaps(report: CoverageReport, views: list[TopicView], t: Tongue) -> Sheet:
    titles = {view.told.id: view.title for view in views}
    rows: list[Row] = [
        [
            titles[gap.topic],
            Cell(_capital(t.status(gap.status)), TONES[gap.status]),
            gap.sentence,
            ", ".join(t(PIECES[piece]) for piece in gap.lacks),
        ]
        for gap in report.gaps
    ]
    return _sheet("Bristlista", (("Ämne", 38), ("Samlat", 16), ("Brist", 100), ("Vad som saknas", 26)), rows, t)


def _quotes(views: list[TopicView], t: Tongue) -> Sheet:
    heads = (
        ("Ämne", 38),
        ("Fil", 30),
        ("Utfall", 14),
        ("Citat", 90),
        ("Hur", 22),
        ("Plats", 34),
        ("Varför", 50),
        (HEADS[Piece.WHO], 26),
        (HEADS[Piece.WHEN], 26),
        (HEADS[Piece.CHECK], 26),
        ("Säkerhet", 10),
    )
    rows: list[Row] = [
        [
            view.title,
            cell.document.name,
            Cell(_capital(t.status(cell.status)), TONES[cell.status]),
            "".join(text for text, _ in quote.pieces),
            quote.how,
            quote.place,
            quote.why,
            *(each.words if each.given else t("saknas") for each in cell.depth),
            round(cell.cell.confidence, 2),
        ]
        for view in views
        for cell in view.shown
        for quote in cell.quotes
    ]
    return _sheet("Citat", heads, rows, t)


def _documents(report: CoverageReport, t: Tongue) -> Sheet:
    ages = {each.document: each for each in report.ages}
    rows: list[Row] = []
    for document in report.documents:
        age = ages.get(document.name)
        statuses = [topic.cell(document.name).status for topic in report.topics]
        rows.append(
            [
                document.name,
                age.decided if age else None,
                age.valid_to if age else None,
                _yes(bool(age and age.until_further_notice), t),
                _yes(bool(age and age.expired), t),
                _yes(bool(age and age.old), t),
                statuses.count(TopicStatus.COVERED),
                statuses.count(TopicStatus.MENTIONED),
                _yes(document.ledger.complete, t),
            ]
        )
    heads = (
        ("Dokument", 40),
        ("Beslutad", 13),
        ("Gäller till", 13),
        ("Tills vidare", 12),
        ("Utgången", 12),
        ("Gammal", 10),
        ("Täckta ämnen", 14),
        ("Nämnda ämnen", 14),
        ("Helt läst", 10),
    )
    return _sheet("Dokument", heads, rows, t)


def _knowing(report: CoverageReport, views: list[TopicView], t: Tongue) -> Sheet:
    titles = {view.told.id: view.title for view in views}
    rows: list[Row] = [
        [t("Dokument som säger olika"), titles[each.topic], each.what, *_said(passage, report, t)]
        for each in report.conflicts
        for passage in (each.one, each.other)
    ]
    rows += [
        [
            t("Hänvisning till dokument som inte är med"),
            ", ".join(titles[one] for one in each.topics if one in titles),
            each.name,
            *_said(each.passage, report, t),
        ]
        for each in report.missing
    ]
    rows += [
        [
            t("Hänvisning till ersatt lag"),
            "",
            t("{reference}; nu gäller {now}", reference=each.reference, now=each.now)
            + ("" if each.verified else f" ({t('inte kontrollerad')})"),
            *_said(each.passage, report, t),
        ]
        for each in report.replaced
    ]
    heads = (("Slag", 40), ("Ämne", 38), ("Vad", 60), ("Citat", 80), ("Plats", 30), ("Fil", 30))
    return _sheet("Att veta", heads, rows, t)


def _actions(report: CoverageReport, views: list[TopicView], t: Tongue) -> Sheet:
    titles = {view.told.id: view.title for view in views}
    rows: list[Row] = [
        [
            each.due,
            each.deadline,
            each.action,
            each.responsible,
            ", ".join(titles[one] for one in each.topics if one in titles),
            each.passage.document,
        ]
        for each in report.actions
    ]
    heads = (("Senast", 13), ("Tidsuppgift", 24), ("Åtgärd", 80), ("Ansvarig", 30), ("Ämne", 38), ("Fil", 30))
    return _sheet("Åtgärder", heads, rows, t)


def _said(passage: Passage, report: CoverageReport, t: Tongue) -> list[Value]:
    document = next(each for each in report.documents if each.name == passage.document)
    where = place(passage.section, passage.heading, passage.page, t)
    return [words(document, passage.span), where, passage.document]


def _sheet(name: str, heads: tuple[tuple[str, int], ...], rows: list[Row], t: Tongue) -> Sheet:
    return Sheet(t(name), tuple(Column(t(head), width) for head, width in heads), rows)


def _yes(is_so: bool, t: Tongue) -> str:
    return t("ja") if is_so else t("nej")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]

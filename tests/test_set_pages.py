"""The pages on sets of documents: self-contained, everything escaped, every cell leads to its quotes."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from handmade_sets import DONE, KIND, PROMISE, audit, coverage, covered, nothing, well
from test_report_html import Reader

from api.english import ENGLISH
from api.reports import audit_html, coverage_html
from api.reports.audit_timeline import timeline
from api.reports.audit_verdict import verdict
from api.reports.coverage_verdict import lead, sentence
from api.reports.passages import pieces, title
from api.tongue import Tongue
from api.trouble import Refused
from checks.coverage_report import TopicStatus
from checks.followup import AnswerStatus, AuditReport
from ingest.document import Block, BlockKind, Document, Ledger, Span

REFUSED = [Refused("<i>c</i>.pdf", "filen är tom; välj en annan")]
PAGES: dict[str, Callable[[str], str]] = {
    "audit": lambda language: audit_html.page(audit(), language, refused=REFUSED),
    "audit-well": lambda language: audit_html.page(well(), language),
    "audit-nothing": lambda language: audit_html.page(nothing(), language),
    "audit-no-report": lambda language: audit_html.page(replace(audit(), report=None), language),
    "coverage": lambda language: coverage_html.page(coverage(), language, refused=REFUSED),
    "coverage-well": lambda language: coverage_html.page(covered(), language),
    "coverage-absent": lambda language: coverage_html.page(coverage((TopicStatus.ABSENT,)), language),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_stands_alone_and_holds_together(name: str, language: str) -> None:
    html = PAGES[name](language)
    read = Reader(html)
    assert "script" not in read.tags
    assert read.fetched == []
    assert "style" not in read.attributes
    assert not any(attribute.startswith("on") for attribute in read.attributes)
    assert len(read.ids) == len(set(read.ids))
    within = [link for link in read.links if not link.startswith("data:")]
    assert [link for link in within if link[0] != "#" or link[1:] not in read.ids] == []
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(read.headings, read.headings[1:], strict=False))
    assert html.startswith(f'<!doctype html>\n<html lang="{language}">')


@pytest.mark.parametrize("name", ["audit", "coverage"])
def test_every_word_of_the_documents_is_escaped(name: str) -> None:
    html = PAGES[name]("sv")
    assert "<script" not in html
    assert "<b>bidrag" not in html
    assert "<i>c" not in html
    assert "\x07" not in html
    assert "\x1b" not in html
    words = " ".join(Reader(html).text.split())
    assert " ".join(DONE.split()) in words


def test_every_answer_that_is_one_has_its_cell_and_its_place() -> None:
    html = audit_html.page(audit())
    for anchor in ("svar-1-1", "svar-1-2", "svar-2-1", "svar-3-1", "svar-3-2", "svar-4-1", "svar-4-2"):
        assert html.count(f'href="#{anchor}"') >= 1
        assert html.count(f'id="{anchor}"') == 1
    assert 'id="svar-2-2"' not in html
    words = " ".join(Reader(html).text.split())
    for said in ("inte ställd hit", "passerat 2026-05-31", "173 dagar sen", "ingen utpekad", "Stycken som inte svarar"):
        assert said in words
    assert PROMISE.replace("\x07", "\\x07").replace("\x1b", "\\x1b") in words
    assert KIND.split(";")[0] in words


def test_short_is_shown_before_implemented() -> None:
    """A measure that is said to be done, but gives less than was asked, is no success: the cell says so first."""
    html = audit_html.page(audit())
    cell = html[html.index('<td class="is-short"') :].split("</td>")[0]
    assert cell.index("Mindre än begärt") < cell.index("sägs: genomfört")


@pytest.mark.parametrize(
    ("report", "language", "says", "below"),
    [
        (audit(), "sv", "Ett svar avvisar rekommendationen och ett löfte har passerat sitt datum", "Ett av 7 svar"),
        (audit(), "en", "One answer rejects its recommendation and one promise is past its date", "One of 7 answers"),
        (well(), "sv", "Alla svar är genomförda, 1 av 1", ""),
        (nothing(), "sv", "Inga rekommendationer hittades", ""),
    ],
)
def test_the_answer_comes_first(report: AuditReport, language: str, says: str, below: str) -> None:
    told = verdict(report, Tongue(language))
    assert told.sentence == says
    assert below in told.lead


def test_the_coverage_says_the_worst_first_and_only_together_is_loud() -> None:
    report = coverage()
    assert sentence(report, Tongue()) == (
        "Sex ämnen saknas, fem kan inte avgöras och sex nämns utan att någon ska göra något"
    )
    assert lead(report, Tongue()) == "Sex av 23 ämnen är täckta."
    assert sentence(covered(), Tongue("en")) == "All 23 topics are covered"
    html = coverage_html.page(report)
    loud = re.findall(r'<td class="([^"]*is-absent[^"]*)"', html)
    assert loud
    assert all(each.startswith("all ") for each in loud)
    assert html.count('<td class="quiet">') == 23 + 6


def test_the_coverage_tells_depth_gaps_conflicts_ages_and_actions() -> None:
    words = " ".join(Reader(coverage_html.page(coverage())).text.split())
    for said in (
        "Vem: finns",
        "Vem: saknas",
        "som risk",
        "en ambition",
        "giltighetstiden är slut",
        "hänvisar till ersatt lag",
        "De säger olika.",
        "Regler om <b>bisyssla</b>",
        "inte kontrollerad",
        "+Ta fram rutin",
        "inget datum",
        "saknas <b>helt</b>.",
    ):
        assert said in words


@pytest.mark.parametrize(("boards", "width"), [(2, 0), (6, 0), (7, 1), (13, 2), (25, 3), (49, 4)])
def test_a_matrix_of_many_boards_is_wide_enough_for_its_words(boards: int, width: int) -> None:
    first = audit()
    answers = tuple(replace(first.recommendations[0].answers[0], response=place) for place in range(boards))
    many = replace(
        first,
        responses=first.responses[:1] * boards,
        recommendations=(replace(first.recommendations[0], answers=answers),),
        notes=(),
        follow_up=(),
    )
    assert f'<table class="grid-words aud wide-{width}">' in audit_html.page(many)


@pytest.mark.parametrize("name", ["audit", "coverage"])
def test_the_files_to_save_are_whole(name: str) -> None:
    links = [link for link in Reader(PAGES[name]("sv")).links if link.startswith("data:")]
    files = [base64.b64decode(link.split("base64,")[1]) for link in links]
    assert [file[:4] for file in files] == [b"PK\x03\x04", b"BEGI"][: len(files)]
    assert len(files) == (2 if name == "audit" else 1)


def test_swedish_words_are_marked_as_swedish_on_an_english_page() -> None:
    html = audit_html.page(audit(), "en")
    assert '<blockquote lang="sv">' in html
    assert audit_html.page(audit(), "sv").count('lang="sv"') == 1


def test_the_timeline_is_left_out_where_it_could_not_be_read() -> None:
    drawn = timeline(audit(), Tongue())
    assert drawn
    assert [square.late for square in drawn.squares] == [True, False]
    assert drawn.words == "2 löften med datum, från 2026-05-31 till 2026-12-31. 1 har passerat."
    far = tuple(replace(line, due=line.due and line.due.replace(year=2040)) for line in audit().follow_up)
    assert timeline(replace(audit(), follow_up=far), Tongue()) is None
    assert timeline(well(), Tongue()) is None


@pytest.mark.parametrize("status", [*AnswerStatus, *TopicStatus])
def test_every_status_has_its_word_in_both_languages(status: str) -> None:
    assert Tongue("sv").status(status)
    assert Tongue("en").status(status) in ENGLISH.values()


TITLES = [
    (("# Revisionsrapport", "## Granskning av inköp"), "Granskning av inköp"),
    (("Region Västerdal", "Revisorerna", "GRANSKNING AV INKÖP"), "GRANSKNING AV INKÖP"),
    (("ÅSTORPA KOMMUN", "FÖRFATTNINGSSAMLING", "Attestreglemente"), "Attestreglemente"),
    (("Skolplikt och frånvaro", "Sammanfattning"), "Skolplikt och frånvaro"),
    (("Ljungarps kommun", "1. Inledning"), "fil.md"),
    ((), "fil.md"),
]


@pytest.mark.parametrize(("headings", "called"), TITLES)
def test_a_document_is_called_by_its_own_title(headings: tuple[str, ...], called: str) -> None:
    """A report was called after the consultant that wrote it, and another after its municipality."""
    lines = [(heading.count("#"), heading.strip("# ")) for heading in headings]
    text, blocks = "", []
    for level, words in lines:
        blocks.append(Block(BlockKind.HEADING, Span(len(text), len(text) + len(words)), level=level))
        text += f"{words}\n"
    assert title(Document("fil.md", "", "md", text, tuple(blocks), (), (), (), Ledger(True))) == called


@pytest.mark.parametrize("core", [(), (Span(2, 4),), (Span(0, 9), Span(3, 5)), (Span(-5, 3), Span(8, 99))])
def test_pieces_joined_are_the_quote(core: tuple[Span, ...]) -> None:
    text = "0123456789"
    document = Document("x", "", "txt", text, (), (), (), (), Ledger(True))
    assert "".join(words for words, _ in pieces(document, Span(1, 9), core)) == text[1:9]

"""Workbooks and calendars: real dates, no formula from a document's words, the same bytes for the same report."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from handmade_sets import FORMULAS, PROMISE, audit, coverage, covered, nothing, well
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from api.reports import audit_ics, audit_xlsx, coverage_xlsx
from api.reports.sheets import Cell, Column, Sheet, clean, workbook
from api.tongue import Tongue

BOOKS = {
    "audit": lambda language: audit_xlsx.workbook(audit(), Tongue(language)),
    "audit-well": lambda language: audit_xlsx.workbook(well(), Tongue(language)),
    "audit-nothing": lambda language: audit_xlsx.workbook(nothing(), Tongue(language)),
    "coverage": lambda language: coverage_xlsx.workbook(coverage(), Tongue(language)),
    "coverage-well": lambda language: coverage_xlsx.workbook(covered(), Tongue(language)),
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", BOOKS)
def test_every_sheet_stays_filters_and_prints(name: str, language: str) -> None:
    book = load_workbook(io.BytesIO(BOOKS[name](language)))
    for sheet in book:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.font.bold for cell in sheet[1])
        assert all(sheet.column_dimensions[cell.column_letter].width >= 6 for cell in sheet[1])
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("name", BOOKS)
def test_the_same_report_gives_the_same_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of writing stood in the file's properties, so that no two workbooks were alike."""
    first = BOOKS[name]("sv")
    monkeypatch.setattr("time.localtime", lambda *_: datetime(2031, 1, 1).timetuple())
    assert b"1980-01-01T00:00:00Z" in zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml")
    assert first == BOOKS[name]("sv")


@pytest.mark.parametrize("words", [*FORMULAS, "=cmd|' /C calc'!A0", " =1+1", "\n=1+1", "%00", "|dir"])
def test_words_never_become_formulas(words: str) -> None:
    book = load_workbook(io.BytesIO(workbook([Sheet("Blad", (Column("A", 9),), [[words]])], "bok")))
    cell = book["Blad"]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value == clean(words)


@given(st.text(max_size=60))
def test_any_text_can_be_written_and_is_read_again(words: str) -> None:
    book = load_workbook(io.BytesIO(workbook([Sheet("Blad", (Column("A", 9),), [[Cell(words, "gap")]])], "bok")))
    read = book["Blad"]["A2"].value or ""
    assert read.replace("_x005F_", "_") == clean(words).replace("_x005F_", "_")


def test_rows_are_as_high_as_their_words() -> None:
    """LibreOffice drew the lines of a row on top of those of the next, for the file gave no heights."""
    rows = [["kort"], ["ord " * 50], ["a\nb\nc"], ["ord " * 9000]]
    sheet = load_workbook(io.BytesIO(workbook([Sheet("Blad", (Column("A", 20),), rows)], "bok")))["Blad"]
    assert [sheet.row_dimensions[at].height for at in range(1, 6)] == [15, 15, 180, 45, 405]


def test_control_characters_and_excels_own_escapes_are_taken_care_of() -> None:
    assert clean("a\x07b\x1bc\x00d\r\ne\ud800") == "abcd\ne\ufffd"
    assert clean("jurist\tKv 3") == "jurist   Kv 3"
    assert clean("_x0041_") == "_x005F_x0041_"
    assert len(clean("x" * 99_999)) < 32_767


def test_the_follow_up_has_real_dates_and_the_matrix_words() -> None:
    book = load_workbook(io.BytesIO(BOOKS["audit"]("sv")))
    assert book.sheetnames == ["Matris", "Svar", "Citat", "Uppföljning", "Att fråga om"]
    due = book["Uppföljning"]["A2"]
    assert due.is_date
    assert due.value == datetime(2026, 5, 31)
    assert due.number_format == "yyyy-mm-dd"
    assert book["Matris"]["D3"].value == "Mindre än begärt: genomfört\n§ 41"
    assert book["Matris"]["E3"].value == "inte ställd hit"
    quotes = [row[2].value for row in book["Citat"].iter_rows(min_row=2)]
    assert clean(PROMISE) in quotes


def test_the_gap_list_and_the_ages_are_there() -> None:
    book = load_workbook(io.BytesIO(BOOKS["coverage"]("sv")))
    assert book.sheetnames == ["Matris", "Bristlista", "Citat", "Dokument", "Att veta", "Åtgärder"]
    assert book["Bristlista"].max_row == 1 + len(coverage().gaps)
    assert book["Dokument"]["B2"].value == datetime(2015, 3, 5)
    assert book["Åtgärder"]["C2"].value == "+Ta fram rutin"
    assert book["Matris"]["B2"].fill.fgColor.rgb != book["Matris"]["B4"].fill.fgColor.rgb


def test_each_promise_with_a_date_is_a_day_in_the_calendar() -> None:
    content = audit_ics.calendar(audit(), Tongue())
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    events = list(Calendar.from_ical(content).walk("VEVENT"))
    assert [event["dtstart"].dt for event in events] == [date(2026, 5, 31), date(2026, 12, 31)]
    assert [event["dtend"].dt for event in events] == [date(2026, 6, 1), date(2027, 1, 1)]
    assert all(type(event["dtstart"].dt) is date for event in events)
    assert len({str(event["uid"]) for event in events}) == 2
    assert {event["dtstamp"].dt.date() for event in events} == {date(2025, 10, 14)}
    assert "=Nämnden & <u>A</u>" in str(events[0]["summary"])
    assert "ska beslutas våren 2026" in str(events[0]["description"])
    assert b"\x07" not in content
    assert b"\x1b" not in content


def test_the_calendar_is_the_same_every_time_and_its_events_keep_their_names() -> None:
    """Calendars know an event again by its name: a later report must not put the same promise there twice."""
    assert audit_ics.calendar(audit(), Tongue()) == audit_ics.calendar(audit(), Tongue())
    later = replace(audit(), checked=date(2027, 3, 1), follow_up=audit().follow_up[1:])
    names = [str(event["uid"]) for event in Calendar.from_ical(audit_ics.written(audit())).walk("VEVENT")]
    assert [str(event["uid"]) for event in Calendar.from_ical(audit_ics.written(later)).walk("VEVENT")] == names[1:]


def test_two_promises_of_the_same_words_and_day_are_two_events() -> None:
    twice = replace(audit(), follow_up=audit().follow_up[:1] * 2)
    names = {str(event["uid"]) for event in Calendar.from_ical(audit_ics.written(twice)).walk("VEVENT")}
    assert len(names) == 2


def test_a_space_that_does_not_break_stays_a_space() -> None:
    """ "10 000 kronor" with such a space became "10000 kronor", for Python calls it unprintable."""
    first = audit().recommendations[0]
    told = replace(
        audit(), recommendations=(replace(first, text="betala 10\u00a0000\tkr\x00"), *audit().recommendations[1:])
    )
    event = Calendar.from_ical(audit_ics.written(told)).walk("VEVENT")[0]
    assert "betala 10 000 kr\n" in str(event["description"])


def test_the_calendar_of_nothing_is_still_one() -> None:
    assert Calendar.from_ical(audit_ics.written(well())).walk("VEVENT") == []

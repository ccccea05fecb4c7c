"""The Swedish grammar of dates: every form of the specification, and what is no time at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.dates import periods

WRITTEN = date(2026, 2, 10)

SPECIFIED = [
    ("våren 2026", "2026-05-31"),
    ("senast Q2 2026", "2026-06-30"),
    ("hösten 2026", "2026-11-30"),
    ("vid utgången av 2027", "2027-12-31"),
    ("under 2026", "2026-12-31"),
    ("i mitten på december 2025", "2025-12-15"),
    ("första halvåret 2026", "2026-06-30"),
    ("vid årsskiftet 2026/2027", "2026-12-31"),
    ("före sommaren 2026", "2026-05-31"),
    ("i samband med budget 2027", "2026-12-31"),
    ("sommaren 2026", "2026-08-31"),
    ("vintern 2026/27", "2027-02-28"),
    ("T1 2026", "2026-04-30"),
    ("T2 2026", "2026-08-31"),
    ("T3 2026", "2026-12-31"),
    ("april 2026", "2026-04-30"),
    ("vecka 12 2026", "2026-03-22"),
    ("inom sex månader", "2026-08-10"),
    ("nämndens sammanträde i maj", "2026-05-31"),
    ("under mandatperioden", "2026-12-31"),
    ("i början av 2027", "2027-04-30"),
    ("i mitten av 2027", "2027-08-31"),
]
OTHERS = [
    ("senast den 15 juni", "2026-06-15"),
    ("31/12 2026", "2026-12-31"),
    ("20261015", "2026-10-15"),
    ("kvartal 3 2026", "2026-09-30"),
    ("tredje kvartalet", "2026-09-30"),
    ("2026 Q3", "2026-09-30"),
    ("kv. 1 2027", "2027-03-31"),
    ("tertial 2 2026", "2026-08-31"),
    ("H1 2027", "2027-06-30"),
    ("vid halvårsskiftet", "2026-06-30"),
    ("till hösten", "2026-11-30"),
    ("i vår", "2026-05-31"),
    ("nästa år", "2027-12-31"),
    ("senast vid årets slut", "2026-12-31"),
    ("mars–april 2026", "2026-04-30"),
    ("våren och hösten 2026", "2026-11-30"),
    ("hösten 2026 och våren 2027", "2027-05-31"),
    ("åren 2026–2028", "2028-12-31"),
    ("inför 2027", "2026-12-31"),
    ("inför hösten 2026", "2026-08-31"),
    ("i arbetet med internkontrollplan för 2027", "2026-12-31"),
    ("senast 31 december 2026", "2026-12-31"),
    ("före mars 2026", "2026-02-28"),
    ("i slutet av mars", "2026-03-31"),
    ("i början av hösten 2026", "2026-09-30"),
    ("från och med 1 januari 2027", "2027-01-01"),
    ("under de kommande två åren", "2028-02-10"),
]


@pytest.mark.parametrize(("words", "due"), SPECIFIED + OTHERS)
def test_a_time_is_over_on_its_last_day(words: str, due: str) -> None:
    found = periods(f"Arbetet är klart {words} enligt planen.", WRITTEN)
    assert [period.due.isoformat() for period in found] == [due]


@pytest.mark.parametrize(
    "words",
    [
        "Budget 2025 och verksamhetsplan 2025–2027 anger inriktningen.",
        "Riksrevisionen (RiR 2018:7) och kommunallagen (2017:725).",
        "Dnr 2025/128 och 193 mnkr.",
        "Den 30 februari 2026 finns inte.",
        "Nämnden har 2026 platser.",
    ],
)
def test_names_and_numbers_are_no_times(words: str) -> None:
    assert periods(words, WRITTEN) == []


def test_a_year_left_out_needs_the_documents_date() -> None:
    assert periods("klart i maj", None) == []
    (found,) = periods("klart i maj", date(2026, 6, 1))
    assert (found.due, found.resolved) == (date(2027, 5, 31), True)


def test_leads_tell_starts_and_repetitions() -> None:
    assert periods("från och med hösten 2026", WRITTEN)[0].lead == "start"
    assert periods("varje vår och sedan 2019", WRITTEN)[-1].lead == "start"
    assert periods("senast 2026-06-30", WRITTEN)[0].lead == "limit"


def test_a_column_of_dates_may_hold_a_year_alone() -> None:
    assert periods("2026", WRITTEN) == []
    assert periods("2026", WRITTEN, bare_years=True)[0].due == date(2026, 12, 31)


@given(st.dates(date(2020, 1, 1), date(2049, 12, 28)))
def test_a_whole_date_names_itself(day: date) -> None:
    (found,) = periods(f"klart {day.isoformat()}.", None)
    assert (found.first, found.last, found.due, found.resolved) == (day, day, day, False)


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)), st.sampled_from(["i maj", "till hösten", "under våren", "Q3"]))
def test_what_leaves_out_its_year_is_never_over(written: date, words: str) -> None:
    (found,) = periods(f"Det görs {words}.", written)
    assert found.last >= written
    assert (found.last - written).days <= 366


@given(st.text(alphabet="vår höst 2026-/1i.Q mitten av slutet", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for period in periods(text, WRITTEN):
        assert 0 <= period.start < period.end <= len(text)
        assert period.first <= period.last


def test_every_form_is_looked_for_where_any_form_may_begin() -> None:
    """`periods` tries each form only where `any_form` says that one may begin: it must never miss a place."""
    from clauses.date_forms import FORMS
    from clauses.date_shape import any_form

    table = Path(__file__).parent / "audit_forms" / "promised.txt"
    text = table.read_text(encoding="utf-8")
    places = {match.start() for match in any_form(FORMS).finditer(text)}
    for form in FORMS:
        assert all(match.start() in places for match in form.pattern.finditer(text)), form.pattern.pattern

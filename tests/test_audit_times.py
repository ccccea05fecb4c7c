"""Times and doers as administrations name them: tables of sentences, each with what a coordinator would note."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checks.audit.boards import answering
from checks.audit.clause import clause_of
from checks.audit.coming import ends_and_starts, to_come
from checks.audit.dating import decided, written
from checks.audit.pieces import pieces
from checks.audit.responsibles import GIVEN, responsible, standing
from checks.audit.saying import read
from checks.followup import Decided
from clauses.dates import periods
from tests.audits import document

TABLES = Path(__file__).parent / "audit_forms"


def _table(name: str) -> list[list[str]]:
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if "|" in line and not line.startswith("#")]
    assert rows
    return rows


def _days(cells: list[str]) -> list[str]:
    return sorted(day.strip() for cell in cells for day in cell.split(",") if day.strip())


@pytest.mark.parametrize(("words", "due"), _table("times"))
def test_every_way_to_name_a_time(words: str, due: str) -> None:
    found = periods(f"Arbetet är klart {words} enligt planen.", date(2026, 3, 12))
    assert [period.due.isoformat() for period in found] == [due]


@pytest.mark.parametrize("row", _table("promised"), ids=lambda row: row[0][:50])
def test_deadlines_are_what_is_still_to_come(row: list[str]) -> None:
    sentence, day = row[0], date(2026, 6, 10)
    found = to_come(sentence, periods(sentence, day), day)
    ends, starts = ends_and_starts(sentence, found)
    assert sorted({period.due.isoformat() for period in ends}) == _days(row[1:2])
    assert sorted({period.due.isoformat() for period in starts}) == _days(row[2:3])


@pytest.mark.parametrize(("sentence", "who"), _table("doers"))
def test_who_will_do_it_is_read_from_the_grammar(sentence: str, who: str) -> None:
    found = responsible(sentence, 0)
    if who == "-":
        assert found is None
    else:
        assert found is not None
        assert who.lower() in sentence[found.start : found.end].lower()


def test_a_task_given_stands_firmer_than_an_act() -> None:
    assert standing("Det är inköpschefen som leder arbetet.") >= GIVEN
    assert 0 < standing("Inköpschefen kommer att ta fram en rutin.") < GIVEN
    assert standing("Rutinen ska revideras.") == 0


BODY = "\n\n# Svar\n\nRutinen revideras senast den 30 september 2027.\n\nNämnden antog en plan den 3 maj 2024.\n"
HEADS = [
    ("Tjänsteskrivelse 2026-09-07\nDnr KS 2026-00641\n\nTill kommunstyrelsen", "2026-09-07", Decided.PROPOSED),
    ("Tjänsteskrivelse\nDatum\n2026-04-01\n\nSvar på revisionsrapport 2026-02-03", "2026-04-01", Decided.PROPOSED),
    ("Socialnämnden\n\nYttrande\n2026-04-01\n\nEr skrivelse 2026-02-03", "2026-04-01", None),
    ("PROTOKOLLSUTDRAG\nSocialnämnden\nSammanträdesdatum 14 april 2026\n§ 52", "2026-04-14", Decided.DECIDED),
    ("Socialnämnden 2026-04-14, § 52\n\nSvar till revisorerna", "2026-04-14", Decided.DECIDED),
    ("Åtgärdsplan, fastställd av socialnämnden den 14 april 2026", "2026-04-14", Decided.DECIDED),
    ("Handlingsplan, rapport 2026-01-20\nAntagen av kommunstyrelsen 2026-04-14 § 60", "2026-04-14", Decided.DECIDED),
    ("Datum: 26-04-14\nTjänsteutlåtande till sammanträde den 12 maj 2026", "2026-04-14", Decided.PROPOSED),
    ("Till\nKommunrevisionen\n\nInkom 2026-04-20\n\nNorrby den 14 april 2026", "2026-04-14", None),
    (
        "Nämnden beslutade vid sitt sammanträde den 14 april 2026 (§ 33) att svara på rapport av den 20 januari 2026.",
        "2026-04-14",
        Decided.DECIDED,
    ),
    ("| Datum | Diarienummer |\n|---|---|\n| 2026-04-14 | KS 2026/12 |\n\nTjänsteskrivelse", "2026-04-14", None),
    ("Svar på granskning\n\nRapportdatum: 2026-01-20\nSvarsdatum: 2026-04-14", "2026-04-14", None),
    ("Svar på granskning\n\nApril 2026", "2026-04-30", None),
]


@pytest.mark.parametrize(("head", "day", "state"), HEADS)
def test_a_response_is_dated_by_its_own_date(head: str, day: str, state: Decided | None) -> None:
    answer = document(head + BODY)
    assert str(written(answer)) == day
    assert state is None or decided(answer) is state


def test_a_signature_dates_and_decides() -> None:
    answer = document("Utbildningsnämnden\n\nTill revisorerna" + BODY + "\nNorrby 2026-04-14\n\nAnna Ek\nordförande\n")
    assert (str(written(answer)), decided(answer)) == ("2026-04-14", Decided.DECIDED)


@pytest.mark.parametrize(
    ("head", "board"),
    [
        ("Folktandvården Norrälven AB\nStyrelsen\n\n2026-06-10\n\nLekmannarevisorerna\nRegion Norrälven", "Styrelsen"),
        ("# Granåsa Bostäder AB\n\n**Åtgärdslista från verkställande direktören**", "Styrelsen"),
        ("Region Norrälven\n\nRegionstyrelsen\n\nSvar på granskning av Folktandvården Norrälven AB", "Regionstyrelsen"),
    ],
)
def test_a_company_answers_by_its_own_board(head: str, board: str) -> None:
    told = "\n\nRegionstyrelsen har i ägardirektivet angett målen. Regionstyrelsen har fått en kopia.\n"
    assert answering(document(head + told)) == board


@pytest.mark.parametrize(("sentence", "hedged"), _table("hedged"))
def test_a_promise_with_a_reservation_is_hedged(sentence: str, hedged: str) -> None:
    (piece,) = pieces(document(sentence))
    assert read(piece, None, date(2026, 6, 10)).hedged is (hedged == "ja")


def test_times_and_doers_are_read_whatever_the_marks() -> None:
    """Sentences read as done lost their dates: "ska ha gått igenom"; those without a mark lost their doers."""
    said = "Avtalschefen ska ha gått igenom även det företagets uppgifter senast den 15 september."
    found = read(pieces(document(said))[0], None, date(2026, 6, 10))
    assert [each.date.isoformat() for each in found.due] == ["2026-09-15"]
    assert found.responsible is not None
    busy = read(pieces(document("Konstenhetens två antikvarier reser nu runt med läsplatta."))[0], None, None)
    assert busy.responsible is not None


def test_a_clause_reaches_over_a_few_parts_only() -> None:
    """A list of hundreds of dates without a verb was searched through once for every date: over a minute."""
    text = "i mars, " * 100
    found = periods(text, date(2026, 6, 10))
    assert len(clause_of(text, found[50])) < 20 * len("i mars, ")

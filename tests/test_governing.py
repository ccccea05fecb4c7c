"""The form of a guideline's statement: whether it binds, and who, when and how it is checked."""

from __future__ import annotations

import pytest

from checks.governing import SHOWN, form

FORMS = [
    ("Chefen ska anmäla det.", "strong", "weak"),
    ("Gåvor får inte tas emot.", "strong", "weak"),
    ("Controllern går igenom alla avtal.", "indicative", "strong"),
    ("Chefen bör anmäla det.", "weak", "lacking"),
    ("Vi vill på sikt bli bättre.", "weak", "strong"),
    ("Den som vill berätta ringer juristen.", "indicative", "weak"),
    ("Kommunen saknar en rutin.", "lacking", "weak"),
    ("Köp utanför avtal följs upp.", "check", "lacking"),
    ("Bolagen omfattas inte av policyn.", "lacking", "strong"),
    ("Attest regleras i kommunens attestreglemente.", "refers", "lacking"),
    ("Chefen går igenom riktlinjen.", "indicative", "refers"),
    ("HR, bisysslor", "fragment", "indicative"),
    ("Inköps- och upphandlingsprocesser, avtalsuppföljning", "fragment", "indicative"),
    ("Upphandlingsenheten för in villkor om vite i avtalen.", "who", "fragment"),
    ("En arbetsgrupp har inrättats.", "established", "weak"),
    ("En rutin kommer att tas fram.", "future", "strong"),
    ("Säkerställa att risker beaktas", "infinitive", "strong"),
    ("Revisorerna bedömer att kontrollen brister.", "reported", "strong"),
    ("Två anmälningar gjordes till polisen.", "past", "strong"),
    ("Controllern ser var oegentligheter kan uppstå.", "indicative", "past"),
    ("Det görs varje kvartal.", "linked", "strong"),
    ("Med oegentligheter avses avsteg från regler.", "defines", "weak"),
]


@pytest.mark.parametrize(("text", "is_", "is_not"), FORMS, ids=[row[0] for row in FORMS])
def test_the_form_of_a_statement(text: str, is_: str, is_not: str) -> None:
    seen = form(text)
    assert getattr(seen, is_)
    assert not getattr(seen, is_not)


PIECES = [
    ("Inköpschefen godkänner köpet.", "who", "inköpschefen"),
    ("Regionstyrelsen beslutar.", "who", "regionstyrelsen"),
    ("Medarbetaren anmäler det.", "who", ""),
    ("Bra råd ges.", "who", ""),
    ("Det görs två gånger om året.", "when", "två gånger"),
    ("Svar ges inom tio dagar.", "when", "inom tio dagar"),
    ("Planen revideras varje höst.", "when", "varje höst"),
    ("Lunch serveras.", "when", ""),
    ("Resultatet redovisas för nämnden.", "check", "redovisas"),
    ("Avtalet följs noga upp.", "check", "följs noga upp"),
    ("Chefen ringer.", "check", ""),
]


@pytest.mark.parametrize(("text", "piece", "words"), PIECES, ids=[row[0] for row in PIECES])
def test_the_words_that_say_a_piece(text: str, piece: str, words: str) -> None:
    assert getattr(form(text), piece) == words


def test_a_list_item_has_its_lead_in_s_force_and_its_heading_s_kind() -> None:
    assert form("kontrollera ägare", "Upphandlaren ska").strong
    assert form("kontrollera ägare", "Upphandlaren ska").who == "upphandlaren"
    assert form("mutor", "", "3 Risker").describes


def test_flags_and_names_agree() -> None:
    seen = form("Chefen ska varje år följa upp det.")
    assert seen.names == {f"?{name}" for name, flag in zip(SHOWN, seen.flags, strict=True) if flag}


@pytest.mark.parametrize("text", ["", " ", "." * 700, "a" * 700, "ska " * 175, "att " * 175, "rutin " * 115, "1" * 700])
def test_no_text_is_too_odd(text: str) -> None:
    assert len(form(text).flags) == len(SHOWN)

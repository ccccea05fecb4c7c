"""References in place of a clause: which statements only refer, and what they refer to that is not there."""

from __future__ import annotations

import pytest

from checks import pointers
from tests.documents import read

DOCUMENT = read(
    "Avtal\n\n7 Vite\n7.1 Vite regleras i bilaga 4.\n7.2 Leverantören ska betala vite.\n\n"
    "Bilaga 1 Pris\n\nPriset är fast.\n"
)
NUMBERS = pointers.numbers(DOCUMENT)

ONLY_REFER = [
    "Vite regleras i bilaga 4.",
    "Vite, se bilaga 4.",
    "Vite utgår enligt bilaga 4.",
    "Regionens rätt att hålla inne betalning regleras i bilaga 5.",
    "Rapportering av avvikelser sker enligt rutin i bilaga 11.",
    "Vad som gäller i fråga om återbetalning framgår av kommunens ersättningsbilaga (bilaga 3).",
    "Uppgift om vilka tillstånd som Leverantören ska ha lämnas i bilaga 2.",
    "Hur underleverantörer godkänns framgår av bilaga 7, som inte biläggs detta exemplar.",
    "Vilka krav som gäller för underleverantörer anges i bilaga 6.",
    "Beträffande lön för den personal som fullgör kontraktet gäller bilaga 4.",
    "I fråga om mutor hänvisas till bilaga 12, Uppförandekod.",
    "Hävning följer av bilaga 10.",
]
SAY_SOMETHING = [
    "Kommunen har rätt till vite enligt bilaga 4.",
    "Leverantören ska rapportera avvikelser enligt bilaga 4.",
    "Vite utgår med 5 000 kr, vilket framgår av bilaga 4.",
    "Vite utgår med belopp som anges i bilaga 4.",
    "Den som anges i bilaga 4 ska rapportera avvikelser.",
    "De omständigheter som anges i 13 kap. 1–3 §§ får inte föreligga.",
    "När fel har påtalats ska Leverantören rätta felet inom den tid som anges i påpekandet.",
    "Leverantören bör tillämpa villkor som inte är sämre än dem som följer av kollektivavtal.",
    "Har Kunden betalat mer än vad som följer av avtalet ska Bolaget återbetala mellanskillnaden.",
    "Leverantören ska se till att underleverantörer följer avtalets krav.",
    "Kommunen får häva avtalet.",
]


@pytest.mark.parametrize("sentence", ONLY_REFER)
def test_only_refers(sentence: str) -> None:
    assert pointers.only_refers(sentence)


@pytest.mark.parametrize("sentence", SAY_SOMETHING)
def test_says_something_itself(sentence: str) -> None:
    """A right "enligt bilaga 4" is a right: every mention of an absent appendix once took the clause away."""
    assert not pointers.only_refers(sentence)


@pytest.mark.parametrize(
    ("sentence", "appendix"),
    [
        ("Vite regleras i bilaga 4.", "Bilaga 4"),
        ("I Bilaga 4 regleras vite.", "Bilaga 4"),
        ("Bilaga 4 reglerar vite.", "Bilaga 4"),
        ("Bilagorna 1 och 4 anger villkoren för vite.", "Bilaga 4"),
        ("Vad gäller vite hänvisas till bilaga 4.", "Bilaga 4"),
        ("Priset anges i bilaga 1.", None),
        ("Vite utgår med 5 000 kr (bilaga 4 är en blankett).", None),
        ("Vite utgår.", None),
    ],
)
def test_an_appendix_that_is_not_in_the_file(sentence: str, appendix: str | None) -> None:
    assert pointers.to_absent_appendix(DOCUMENT, sentence) == appendix


def test_nothing_is_absent_where_the_ledger_names_none() -> None:
    whole = read("Avtal\n\n7 Vite\n7.1 Vite regleras i bilaga 1.\n\nBilaga 1 Pris\n\nPriset är fast.\n")
    assert pointers.to_absent_appendix(whole, "Vite regleras i bilaga 1.") is None


@pytest.mark.parametrize(
    ("sentence", "point"),
    [
        ("Vite utgår enligt punkt 9.", "9"),
        ("Vite regleras i punkt 12.3.", "12.3"),
        ("Vite utgår enligt § 12.", "12"),
        ("Vite utgår enligt punkt 7.2.", None),
        ("Vite utgår enligt avsnitt 7.", None),
        ("Vite utgår enligt 7 §.", None),
        ("Enligt 10 kap. 9 § kommunallagen ska insyn ges.", None),
        ("Uteslutningsgrund enligt 13 kap. 1 § LOU.", None),
        ("Enligt 33 § offentlighets- och sekretesslagen gäller sekretess.", None),
    ],
)
def test_a_point_that_does_not_exist(sentence: str, point: str | None) -> None:
    assert pointers.to_absent_point(sentence, NUMBERS) == point


def test_no_point_is_absent_from_a_contract_without_numbers() -> None:
    assert pointers.to_absent_point("Vite utgår enligt punkt 9.", frozenset()) is None


def test_the_numbers_of_sections_and_clauses() -> None:
    assert {"7", "7.1", "7.2"} <= NUMBERS

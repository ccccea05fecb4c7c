from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from documents import read

import ingest
from checks import parties
from checks.finding import Party
from checks.organisations import name_at, number_in
from checks.parties import BUYER, SUPPLIER

OPENINGS = yaml.safe_load(Path(__file__).with_name("party_openings.yaml").read_text(encoding="utf-8"))


def _found(text: str) -> parties.Parties:
    marked = any(sign in text for sign in ("# ", "**", "|--", "| --"))
    return parties.find(ingest.read(text.encode(), name="avtal.md" if marked else "avtal.txt").text)


def _of(found: parties.Parties, role: str) -> list[list[str | None]]:
    return [[party.name, party.orgnr] for party in found.facts if party.role == role]


@pytest.mark.parametrize("opening", OPENINGS, ids=[opening["name"] for opening in OPENINGS])
def test_openings(opening: dict[str, Any]) -> None:
    found = _found(opening["text"])
    assert _of(found, BUYER) == opening["buyers"]
    assert _of(found, SUPPLIER) == opening["suppliers"]
    for word, role in opening.get("mentions", {}).items():
        assert found.roles.get(word) == role, word


def test_what_a_contract_calls_its_parties() -> None:
    found = parties.find(
        "Mellan Ekby kommun, nedan Kommunen, och Vårdhuset AB, nedan kallat Bolaget, träffas detta avtal."
    )
    assert found.facts == (
        Party("Ekby kommun", BUYER, None, ("Kommunen",)),
        Party("Vårdhuset AB", SUPPLIER, None, ("Bolaget",)),
    )


NUMBERS = [
    ("org.nr 556016-0680", "556016-0680"),
    ("5560160680", "556016-0680"),
    ("org.nr 16556016-0680", "556016-0680"),
    ("org.nr 556016-0681", None),  # the check digit is wrong
    ("personnummer 640823-3234", None),  # a sole trader's
    ("19640823-3234", None),
    ("telefon 08-556016-06801", None),
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_numbers(text: str, number: str | None) -> None:
    assert number_in(text) == number


def test_a_personal_number_is_kept_nowhere() -> None:
    found = _found("Avtal\n\nBeställare: Ekby kommun\nUtförare: Bo Ek 640823-3234, Ekbyvägen 1\n\nUtföraren ska ploga.")
    assert "640823" not in repr(found.facts)
    assert _of(found, SUPPLIER) == [["Bo Ek", None]]


NAMES = [
    ("Lövhults kommun genom socialnämnden, org.nr", "Lövhults kommun"),
    ("Barn- och utbildningsnämnden i Tallmo kommun, org.nr", "Tallmo kommun"),
    ("Tallmo kommuns omsorgsnämnd, org.nr", "Tallmo kommun"),
    ("Socialnämnden, Silvåkra kommun (212000", "Silvåkra kommun"),
    ("1. Region Södra Bergsala (org.nr 232100", "Region Södra Bergsala"),
    ("Region Mälarbygd HSN 2025-0733", "Region Mälarbygd"),
    ("å andra sidan Bröderna Rask Biltrafik AB, org", "Bröderna Rask Biltrafik AB"),
    ("iMed Nord AB, org.nr", "iMed Nord AB"),
    ("Leverantören", None),
    ("[Leverantörens namn]", None),
    ("________", None),
    ("genom hälso- och sjukvårdsnämnden", None),
    ("Storgatan 14, 411 01", None),
]


@pytest.mark.parametrize(("segment", "name"), NAMES)
def test_names(segment: str, name: str | None) -> None:
    found = name_at(segment)
    assert (found[1] if found else None) == name


def test_a_number_is_never_the_next_partys() -> None:
    """The window that a number was sought in once ran on into the next party."""
    found = _found(
        "Avtal\n\nMellan Ekby kommun, nedan Kommunen, och Vårdhuset AB, org.nr 556016-0680, nedan Bolaget, gäller:"
    )
    assert [party.orgnr for party in found.facts] == [None, "556016-0680"]


def test_a_heading_of_a_table_is_no_party() -> None:
    """ "Leverantör", the head of the second column, was once taken for the buyer's name."""
    found = _found(
        "# Ramavtal\n\n| | Beställare | Leverantör |\n|---|---|---|\n| Namn | "
        "Kommunalförbundet Ådra, för medlemskommunerna | "
        "Stiftelsen Videkulla |\n\nMed Beställaren avses den medlemskommun som har gjort en placering.\n"
    )
    assert _of(found, BUYER) == [["Kommunalförbundet Ådra", None]]
    assert _of(found, SUPPLIER) == [["Stiftelsen Videkulla", None]]
    assert found.roles["leverantören"] == SUPPLIER
    assert "medlemskommun" not in found.roles


def test_ab_of_a_document_is_no_party() -> None:
    """ "Allmänna bestämmelser (AB)" after the parties once made "ab" a mention of the buyer."""
    found = _found(
        "Kontrakt\n\nBeställare: Ekby kommun, nedan Kommunen\nEntreprenör: Solv AB, nedan Entreprenören\n\n"
        "För entreprenaden gäller Allmänna bestämmelser för vård i Ekby kommun (AB)."
    )
    assert "ab" not in found.roles


def test_a_document_that_is_no_contract_has_no_parties() -> None:
    text = "Direktionen för Kommunalförbundet Vård har gett revisionsbolaget (PwC) i uppdrag att granska Ekby kommun."
    assert parties.find(f"Tjänsteskrivelse\n\n{text}").facts == ()


LETTERS = [
    ("Vi ska städa varje dag. Ni betalar varje månad. " * 6, {"vi": SUPPLIER, "ni": BUYER}),
    ("Ni ska städa varje dag. Vi betalar varje månad. " * 6, {"vi": BUYER, "ni": SUPPLIER}),
    ("Du ska vara godkänd. Vi ersätter dig varje månad. " * 6, {"vi": BUYER, "dig": SUPPLIER}),
    ("Vi tror på samarbete. " * 10, {"vi": None}),
    ("Leverantören ska städa. " * 900 + "Vi tror på samarbete. " * 9, {"vi": None}),
]


@pytest.mark.parametrize(("text", "roles"), LETTERS)
def test_letters(text: str, roles: dict[str, str | None]) -> None:
    found = parties.find(f"Överenskommelse\n\n{text}")
    assert {word: found.roles.get(word) for word in roles} == roles


def test_mark_and_mentions() -> None:
    found = parties.find("Mellan Region Väst, nedan Regionen, och Åkeri Norr AB, nedan Åkeriet, har avtal träffats.")
    text = "åkeriets förare ska, om region väst begär det, legitimera sig för regionen."
    assert found.mark(text) == "zzsupplier zzs förare ska, om zzbuyer begär det, legitimera sig för zzbuyer."
    assert [(text[each.start : each.end], each.role, each.genitive) for each in found.mentions(text)] == [
        ("åkeriets", SUPPLIER, True),
        ("region väst", BUYER, False),
        ("regionen", BUYER, False),
    ]


def test_named_parties() -> None:
    found = parties.named("Fritidsnämnden", "HVB-hemmet")
    assert (
        found.mark("fritidsnämndens beslut binder hvb-hemmet, och bolaget.")
        == "zzbuyer zzs beslut binder zzsupplier, och zzsupplier."
    )


def test_a_name_of_ordinary_words_is_no_mention() -> None:
    found = parties.find(
        "Mellan Ekby kommun, nedan kallad Part 1, och Stöd AB, nedan kallat Stödet, har avtal träffats. "
        "Den enskilde får det stöd som behövs. Stödet ges i hemmet. Det är stödet "
        "som räknas, och om stödet uteblir ges annat stöd."
    )
    assert not {"stöd", "stödet", "part"} & found.roles.keys()
    assert found.roles["stöd ab"] == SUPPLIER


def test_the_whole_text_may_be_one_line_or_nothing() -> None:
    assert parties.find("").facts == ()
    assert parties.find("mellan " * 4_000).facts == ()
    assert read("Avtal").text == "Avtal"

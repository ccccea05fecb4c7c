"""Grants and denials in every combination, with votes made by hand: each test holds one rule of judging."""

from __future__ import annotations

import pytest

from checks.finding import Status
from tests.judging import Said, judged, met

GRANT = "Vid avtalsbrott har Kommunen rätt till vite med 5 000 kronor."
DENIAL = "Kommunen har inte rätt till vite."
BESIDE = "Vitet utesluter inte skadestånd."
VOTES: Said = {
    GRANT: {"right": 0.9, "amount": 0.9},
    DENIAL: {"denied": 0.95},
    BESIDE: {"not-exclusive": 0.9},
}


def penalty(text: str, said: Said | None = None) -> tuple[Status, set[str]]:
    votes = {words: each for words, each in (VOTES | (said or {})).items() if words in text}
    verdict = judged("penalty", text, votes)
    return verdict.status, met(verdict)


def test_met_where_every_facet_is_given() -> None:
    assert penalty(f"Avtal\n\n7 Vite\n7.1 {GRANT} {BESIDE}\n") == (Status.MET, {"right", "amount", "not-exclusive"})


def test_partial_where_an_expected_facet_is_not() -> None:
    assert penalty(f"Avtal\n\n7 Vite\n7.1 {GRANT}\n") == (Status.PARTIAL, {"right", "amount"})


def test_missing_where_nothing_gives_the_core() -> None:
    assert penalty("Avtal\n\n7 Pris\n7.1 Priset är fast.\n") == (Status.MISSING, set())


def test_contradicted_where_the_core_is_denied_and_nowhere_granted() -> None:
    assert penalty(f"Avtal\n\n7 Vite\n7.1 {DENIAL}\n")[0] is Status.CONTRADICTED


def test_conflict_is_partial() -> None:
    text = f"Avtal\n\n7 Vite\n7.1 {GRANT} {BESIDE}\n\n9 Ansvar\n9.1 {DENIAL}\n"
    verdict = judged("penalty", text, VOTES)
    assert (verdict.status, verdict.conflict, len(verdict.against)) == (Status.PARTIAL, True, 1)


def test_money_that_is_not_payable_is_a_conflict_and_no_removal() -> None:
    """ "Vite utgår inte" was read as "the clause goes": the grant was dropped, and the conflict with it."""
    denial = "Vite utgår inte."
    text = f"Avtal\n\n7 Vite\n7.1 {GRANT}\n\n9 Ansvar\n9.1 {denial}\n"
    verdict = judged("penalty", text, {GRANT: VOTES[GRANT], denial: {"denied": 0.95}})
    assert (verdict.status, verdict.conflict, verdict.taken_back) == (Status.PARTIAL, True, False)


ORDERED = (
    "Avtal\n\n1 Allmänt\n1.1 Särskilda villkor gäller framför allmänna villkor.\n\n"
    "Särskilda villkor\n\n1 Vite\n1.1 {}\n\nAllmänna villkor\n\n1 Vite\n1.1 {}\n"
)


def test_the_order_of_precedence_decides_for_the_grant() -> None:
    assert penalty(ORDERED.format(f"{GRANT} {BESIDE}", DENIAL))[0] is Status.MET


def test_the_order_of_precedence_decides_for_the_denial() -> None:
    assert penalty(ORDERED.format(DENIAL, f"{GRANT} {BESIDE}"))[0] is Status.CONTRADICTED


def test_a_later_word_that_overrides_in_the_same_section() -> None:
    denial = "Kommunen har dock inte rätt till vite."
    text = f"Avtal\n\n7 Vite\n7.1 {GRANT}\n7.2 {denial}\n"
    assert penalty(text, {denial: {"denied": 0.95}})[0] is Status.CONTRADICTED


def test_a_later_clause_that_names_the_one_it_overrides() -> None:
    filler = "\n".join(f"8.{number} Priset är fast under året." for number in range(1, 9))
    denial = "Oavsett punkt 7.1 har Kommunen inte rätt till vite."
    text = f"Avtal\n\n7 Vite\n7.1 {GRANT}\n\n8 Pris\n{filler}\n\n9 Ansvar\n9.1 {denial}\n"
    assert penalty(text, {denial: {"denied": 0.95}})[0] is Status.CONTRADICTED


@pytest.mark.parametrize(
    ("amendment", "said", "status"),
    [
        (f"{DENIAL}", {}, Status.CONTRADICTED),
        ("Punkt 7.1 utgår.", {}, Status.MISSING),
        ("Punkt 7.1 utgår. Kommunen har inte rätt till vite.", {}, Status.CONTRADICTED),
        ("Punkt 7.1 ska ha följande lydelse: Kommunen får ta ut vite med 100 kronor.", {"får ta": 1}, Status.PARTIAL),
        ("Punkt 7.1 kompletteras med följande: Faktura lämnas månadsvis.", {}, Status.PARTIAL),
    ],
)
def test_read_as_amended(amendment: str, said: dict[str, int], status: Status) -> None:
    text = f"Avtal\n\n7 Vite\n7.1 {GRANT}\n\nTilläggsavtal 1\n\n1 Ändringar\n1.1 {amendment}\n"
    assert penalty(text, {words: {"right": 0.9, "amount": 0.9} for words in said})[0] is status


def test_the_later_of_two_amendments() -> None:
    text = f"Avtal\n\n1 Pris\n1.1 Fast pris.\n\nTilläggsavtal 1\n\n1.1 {DENIAL}\n\nTilläggsavtal 2\n\n1.1 {GRANT}\n"
    assert penalty(text)[0] is Status.PARTIAL
    verdict = judged("penalty", text, {GRANT: VOTES[GRANT], DENIAL: VOTES[DENIAL]})
    assert not verdict.conflict


LIMITED = [
    "Vite tas inte ut om bristen beror på en omständighet utanför Bolagets kontroll.",
    "Vite utgår inte vid force majeure.",
    "Vite utgår inte när felet är ringa.",
    "Vite utgår inte så länge bristen åtgärdas enligt planen.",
    "Bolaget är inte skyldigt att betala vite utöver 100 000 kronor.",
    "Kommunen har inte rätt till vite för underleverantörers fel.",
    "Vite utgår inte under inskolningsveckan.",
]
WHOLE = [
    "Kommunen har inte rätt till vite vid avtalsbrott.",
    "Kommunen har inte rätt till vite under avtalstiden.",
    "Parterna är överens om att vite inte ska utgå.",
    "Något vite tas inte ut av Bolaget.",
    "Kommunen avstår från vite för Bolagets fel.",
]


@pytest.mark.parametrize("denial", LIMITED)
def test_an_exception_leaves_the_right(denial: str) -> None:
    text = f"Avtal\n\n7 Vite\n7.1 {GRANT} {BESIDE}\n7.2 {denial}\n"
    assert penalty(text, {denial: {"denied": 0.9}})[0] is Status.MET


@pytest.mark.parametrize("denial", WHOLE)
def test_a_whole_denial_is_a_conflict(denial: str) -> None:
    text = f"Avtal\n\n7 Vite\n7.1 {GRANT} {BESIDE}\n\n9 Ansvar\n9.1 Priset är fast.\n9.2 {denial}\n"
    assert penalty(text, {denial: {"denied": 0.9}})[0] is Status.PARTIAL


def test_a_penalty_denied_for_another_breach_than_the_granted() -> None:
    grant, denial = "Vid utebliven insats har Kommunen rätt till vite.", "Vite utgår inte vid försenad faktura."
    text = f"Avtal\n\n7 Vite\n7.1 {grant}\n7.2 {denial}\n"
    verdict = judged("penalty", text, {grant: {"right": 0.9}, denial: {"denied": 0.9}})
    assert (verdict.status, verdict.conflict) == (Status.PARTIAL, False)


def test_a_denial_alone_is_whole_though_it_names_a_case() -> None:
    denial = "Kommunen har inte rätt till vite vid försenad leverans."
    assert penalty(f"Avtal\n\n7.1 {denial}\n", {denial: {"denied": 0.9}})[0] is Status.CONTRADICTED


def test_a_statement_that_grants_with_an_exception_is_a_grant() -> None:
    both = "Vid fel utgår vite med 5 000 kronor, dock inte vid force majeure."
    text = f"Avtal\n\n7.1 {both}\n"
    assert penalty(text, {both: {"right": 0.8, "amount": 0.9, "denied": 0.9}})[0] is Status.PARTIAL


def test_a_statement_that_is_taken_for_both_and_says_no_is_a_denial() -> None:
    text = f"Avtal\n\n7.1 {DENIAL}\n"
    assert penalty(text, {DENIAL: {"right": 0.6, "denied": 0.95}})[0] is Status.CONTRADICTED

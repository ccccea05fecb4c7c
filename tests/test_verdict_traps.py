"""Traps of real contracts, found by reading them as a lawyer: each was once judged wrongly."""

from __future__ import annotations

import pytest

from checks.finding import Status
from tests.judging import Said, judged, met


def status(requirement: str, text: str, said: Said) -> Status:
    return judged(requirement, text, said).status


def test_a_supplier_that_may_after_approval_needs_the_approval() -> None:
    """ "Rätten är leverantörens" was said of the buyer's right to consent."""
    said = "Bolaget får anlita underleverantörer efter Kommunens skriftliga godkännande."
    assert status("subcontractor-approval", f"Avtal\n\n5.1 {said}\n", {said: {"consent": 0.9}}) is Status.MET


def test_without_obtaining_approval_is_a_denial() -> None:
    said = "Bolaget får byta underleverantör utan att inhämta Kommunens godkännande."
    votes: Said = {said: {"denied": 0.9}}
    assert status("subcontractor-approval", f"Avtal\n\n5.1 {said}\n", votes) is Status.CONTRADICTED


def test_two_words_in_a_list_are_no_heading() -> None:
    text = "Avtal\n\n1 Åtaganden\nBolaget ska\n- rapportera avvikelser,\n- tillämpa kollektivavtal.\n"
    verdict = judged("working-conditions", text, {"tillämpa kollektivavtal": {"duty": 0.9}})
    assert met(verdict) == {"duty"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunen har inte rätt att häva avtalet annat än om felet är väsentligt.",
        "Kommunen får inte häva avtalet förrän Bolaget har fått tillfälle att rätta felet.",
        "Kommunen får inte häva avtalet utom vid väsentligt avtalsbrott.",
    ],
)
def test_what_a_denial_excepts_is_granted(sentence: str) -> None:
    verdict = judged("termination", f"Avtal\n\n9.1 {sentence}\n", {sentence: {"denied": 0.95}})
    assert (verdict.status, verdict.against) == (Status.PARTIAL, [])


def test_a_right_that_leaves_something_out_is_a_right() -> None:
    right, limit = "Kommunen har rätt att granska Bolaget.", "Rätten omfattar dock inte Bolagets bokföring."
    verdict = judged(
        "audit-right", f"Avtal\n\n3 Kontroll\n3.1 {right} {limit}\n", {right: {"right": 0.9}, limit: {"denied": 0.9}}
    )
    assert (verdict.status, verdict.conflict) == (Status.PARTIAL, False)


def test_a_ban_on_the_buyer_is_none_on_the_supplier() -> None:
    said = "Kommunen får inte anställa Bolagets personal under avtalstiden."
    verdict = judged("conflict-of-interest", f"Avtal\n\n6.1 {said}\n", {said: {"duty": 0.9}})
    assert (verdict.status, list(verdict.discounted.values())) == (Status.MISSING, ["förbudet gäller beställaren"])


def test_what_an_earlier_agreement_said() -> None:
    old = "Kommunen har rätt till vite med 10 000 kronor."
    text = f"Avtal\n\n2.1 Enligt tidigare avtal gällde följande: ”{old}” Bestämmelsen saknar verkan.\n"
    assert status("penalty", text, {old: {"right": 0.9}}) is Status.MISSING


@pytest.mark.parametrize("other", ["AB 04", "ramavtalet", "ABT 06", "förfrågningsunderlaget"])
def test_terms_that_stand_in_another_agreement_are_undetermined(other: str) -> None:
    said = f"Kommunens rätt att häva avtalet regleras i {other}."
    verdict = judged("termination", f"Avtal\n\n4.1 {said}\n", {said: {"right": 0.6, "irregularities": 0.9}})
    assert (verdict.status, verdict.pointer, met(verdict)) == (Status.UNDETERMINED, other, set())


def test_terms_that_the_file_holds_under_that_name_are_not_elsewhere() -> None:
    said = "Kommunens rätt att häva avtalet regleras i ramavtalet."
    text = f"Avrop\n\n4.1 {said}\n\nRamavtal om hemtjänst\n\n1 Pris\n1.1 Priset är fast.\n"
    assert status("termination", text, {said: {"right": 0.6}}) is Status.MISSING


def test_the_best_quote_is_about_the_matter() -> None:
    """ "Beställaren får kvitta" was quoted for withholding before the clause on withholding."""
    near, clause = "Kommunen får kvitta beloppet.", "Kommunen får hålla inne betalning."
    votes: Said = {near: {"right": 0.9, "about": 0.55}, clause: {"right": 0.8, "about": 1.0}}
    verdict = judged("payment-withholding", f"Avtal\n\n9.1 {near}\n9.2 {clause}\n", votes)
    [right] = [votes for votes in verdict.facets if votes.facet.id == "right"]
    assert right.given[0] == max(right.given)


def test_mere_change_of_an_amount_keeps_the_right() -> None:
    grant = "Vid fel har Kommunen rätt till vite med 5 000 kronor."
    text = (
        f"Avtal\n\n7.1 {grant}\n\nTilläggsavtal 1\n\n1.1 I punkt 7.1 ersätts beloppet 5 000 kronor med 9 000 kronor.\n"
    )
    assert status("penalty", text, {grant: {"right": 0.9, "amount": 0.9}}) is Status.PARTIAL


def test_nobody_may_begin_before_the_check_is_a_duty_to_check() -> None:
    said = "Ingen får börja hos Bolaget innan utdrag ur belastningsregistret har visats."
    verdict = judged("record-checks", f"Avtal\n\n5.1 {said}\n", {said: {"denied": 0.6}})
    assert (verdict.status, verdict.against) == (Status.PARTIAL, [])


def test_a_ban_on_the_buyers_own_staff() -> None:
    said = "Kommunens anställda får inte ta emot gåvor."
    verdict = judged("anti-corruption", f"Avtal\n\n5.1 {said}\n", {said: {"prohibition": 0.9}})
    assert list(verdict.discounted.values()) == ["förbudet gäller beställaren"]


def test_silencing_the_staff_is_a_denial_of_their_protection() -> None:
    said = "Personalen får inte lämna uppgifter om missförhållanden till utomstående."
    verdict = judged("whistleblowing", f"Avtal\n\n5.1 {said}\n", {said: {"denied": 0.95}})
    assert verdict.status is Status.CONTRADICTED


LIMITED = [
    ("Utan hinder av vad i § 4 sägs må granskning icke avse Bolagets löneförhållanden.", True),
    ("Granskningen får inte omfatta Bolagets styrelseprotokoll.", True),
    ("Rätten att granska omfattar inte personalens privatliv.", True),
    ("Granskningen ska inte gälla patenterade metoder.", True),
    ("Granskningen får inte avse lagerhållning.", True),
    ("Granskning får inte avse Bolagets verksamhet.", False),
    ("Utan hinder av § 4 får Kommunen inte granska Bolaget.", False),
    ("Kommunen får inte granska Bolaget.", False),
    ("Granskning ska inte omfatta uppdraget.", False),
    ("Granskningen får inte avse avtalets fullgörande.", False),
]


@pytest.mark.parametrize(("denial", "limited"), LIMITED, ids=[said for said, _ in LIMITED])
def test_what_a_right_is_kept_from_leaves_the_right(denial: str, limited: bool) -> None:
    """A ban on reviewing wages was taken for a ban on reviewing."""
    right = "Kommunen får granska Bolagets räkenskaper."
    text = f"Avtal\n\n4 Insyn\n4.1 {right}\n\n9 Övrigt\n9.1 {denial}\n"
    verdict = judged("audit-right", text, {right: {"right": 0.9}, denial: {"denied": 0.9}})
    assert (not verdict.against and verdict.status is not Status.CONTRADICTED) is limited


AWARD = [
    ("Bolagets kreditvärdighet har prövats före kontraktets ingående.", True),
    ("Vid upphandlingen prövades Bolagets kreditvärdighet.", True),
    ("Vid ansökan kontrollerades Bolagets kreditvärdighet.", True),
    ("Före avtalstecknandet har Bolagets kreditvärdighet kontrollerats.", True),
    ("Bolagets kreditvärdighet har granskats vid anbudsprövningen.", True),
    ("Bolagets kreditvärdighet ska vara den som prövades.", False),
    ("Bolaget ska ha den kreditvärdighet som hade krävts vid tilldelningen.", False),
    ("Kommunen prövar Bolagets kreditvärdighet varje år.", False),
    ("Bolaget ska efter upphandlingen ha god kreditvärdighet.", False),
    ("Sjunker Bolagets kreditvärdighet efter tilldelningen ska säkerhet ställas.", False),
]


@pytest.mark.parametrize(("said", "closed"), AWARD, ids=[said for said, _ in AWARD])
def test_a_check_made_before_the_contract_is_closed(said: str, closed: bool) -> None:
    verdict = judged("credit-check", f"Avtal\n\n5.1 {said}\n", {said: {"standing": 0.9}})
    assert (verdict.status is Status.MISSING) is closed


def test_a_circumstance_that_would_have_shut_out_counts() -> None:
    """ "Hade inneburit vid tilldelningen" is no check that was made."""
    said = "En omständighet som vid tilldelningen hade medfört uteslutning ger Kommunen rätt att häva avtalet."
    verdict = judged("exclusion-grounds", f"Avtal\n\n5.1 {said}\n", {said: {"grounds": 0.9}})
    assert verdict.status is Status.PARTIAL


def test_an_empty_box_within_a_paragraph_leaves_out_what_it_stands_before() -> None:
    need = "Bolaget får inte anlita underleverantör utan Kommunens godkännande."
    box = "☐ Kommunen godkänner alla underleverantörer."
    votes: Said = {box: {"consent": 0.9}}
    assert status("subcontractor-approval", f"Avtal\n\n5.1 {need} {box}\n", votes) is Status.MISSING


PARTLY = [
    ("penalty", "right", "Kommunen har rätt till vite.", "Vite tas inte ut under avtalets första år."),
    ("penalty", "right", "Kommunen har rätt till vite.", "Vite utgår inte under de första tre månaderna."),
    (
        "repayment",
        "duty",
        "Fel ersättning ska återbetalas.",
        "Bolaget behöver inte återbetala belopp under 1 000 kronor.",
    ),
    ("repayment", "duty", "Fel ersättning ska återbetalas.", "Belopp återkrävs inte upp till 500 kronor."),
    ("audit-right", "right", "Kommunen får granska Bolaget.", "Kommunen avstår från oanmälda besök."),
    ("audit-right", "right", "Kommunen får granska Bolaget.", "Kommunen får inte göra oaviserade besök."),
]


@pytest.mark.parametrize(("name", "facet", "grant", "denial"), PARTLY, ids=[row[3] for row in PARTLY])
def test_an_appendix_that_goes_first_takes_back_no_more_than_it_says(
    name: str, facet: str, grant: str, denial: str
) -> None:
    """A year without a penalty was taken for no penalty at all."""
    order = "2 Rangordning\n2.1 Bilaga 2 gäller framför avtalet."
    text = f"Avtal\n\n1 Villkor\n1.1 {grant}\n\n{order}\n\nBilaga 2\n\n{denial}\n"
    verdict = judged(name, text, {grant: {facet: 0.9}, denial: {"denied": 0.9}})
    assert verdict.status is not Status.CONTRADICTED


@pytest.mark.parametrize(("cell", "weak"), [("Ska", False), ("Skall", False), ("Ska-krav", False), ("Bör", True)])
def test_a_row_binds_by_the_word_in_its_cell(cell: str, weak: bool) -> None:
    """Under the head "Ska/bör" every row was taken for a wish."""
    row = f"Bolaget inhämtar registerutdrag | {cell}"
    text = f"Avtal\n\n1 Krav\n\nKrav | Ska/bör\n---|---\n{row}\n"
    verdict = judged("record-checks", text, {"inhämtar registerutdrag": {"duty": 0.9, "weak": 0.9}})
    assert bool(verdict.facets[0].weak) is weak

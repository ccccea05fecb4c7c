"""What counts as a facet: whose it is, whether it binds, where it stands, and what only looks like it."""

from __future__ import annotations

import pytest

from checks.finding import Status
from tests.judging import judged, met

CLAUSE = "Kommunen får häva avtalet om Bolaget begår väsentligt avtalsbrott."


def test_another_partys_right_is_none() -> None:
    other = "Bolaget har rätt till vite om Kommunen dröjer med betalning."
    verdict = judged("penalty", f"Avtal\n\n7.1 {other}\n", {other: {"right": 0.9}})
    assert verdict.status is Status.MISSING
    assert list(verdict.discounted.values()) == ["rätten är leverantörens"]


def test_another_partys_duty_is_none() -> None:
    other = "Kommunen ska rapportera avvikelser till Bolaget."
    verdict = judged("deviation-reporting", f"Avtal\n\n7.1 {other}\n", {other: {"duty": 0.9}})
    assert verdict.status is Status.MISSING
    assert list(verdict.discounted.values()) == ["skyldigheten är beställarens"]


@pytest.mark.parametrize("holder", ["Vardera parten", "Part", "Parterna"])
def test_a_right_of_both_parties_is_the_buyers_too(holder: str) -> None:
    right = f"{holder} får häva avtalet om motparten begår väsentligt avtalsbrott."
    verdict = judged("termination", f"Avtal\n\n7.1 {right}\n", {right: {"right": 0.9}})
    assert verdict.status is Status.PARTIAL


def test_a_weak_core_is_partial_and_its_unhedged_amount_counts() -> None:
    weak = "Vite om 5 000 kronor kan komma att tas ut av Bolaget."
    verdict = judged("penalty", f"Avtal\n\n7.1 {weak}\n", {weak: {"right": 0.9, "amount": 0.9, "weak": 0.9}})
    assert (verdict.status, met(verdict)) == (Status.PARTIAL, {"right", "amount"})


def test_a_weak_core_never_makes_met() -> None:
    weak, firm = "Vite kan komma att tas ut.", "Vitet är 5 000 kronor och utesluter inte skadestånd."
    votes = {weak: {"right": 0.9, "weak": 0.9}, firm: {"amount": 0.9, "not-exclusive": 0.9}}
    verdict = judged("penalty", f"Avtal\n\n7 Vite\n7.1 {weak}\n7.2 {firm}\n", votes)
    assert (verdict.status, met(verdict)) == (Status.PARTIAL, {"right", "amount", "not-exclusive"})


def test_an_expected_facet_in_weak_words_is_not_there() -> None:
    weak = "Bolaget bör visa Kommunen intyg om kontrollerna."
    core = "Bolaget ska inhämta utdrag ur belastningsregistret."
    votes = {core: {"duty": 0.9}, weak: {"proof": 0.9, "weak": 0.9}}
    verdict = judged("record-checks", f"Avtal\n\n7.1 {core}\n7.2 {weak}\n", votes)
    assert "proof" not in met(verdict)


def test_core_in_one_clause_and_detail_in_another() -> None:
    detail = "Vite enligt punkt 7 är 5 000 kronor och utesluter inte skadestånd."
    core = "Kommunen har rätt till vite vid Bolagets avtalsbrott."
    text = f"Avtal\n\n7 Påföljder\n7.1 {core}\n\nBilaga 1 Belopp\n\n1.1 {detail}\n"
    verdict = judged("penalty", text, {core: {"right": 0.9}, detail: {"amount": 0.9, "not-exclusive": 0.9}})
    assert verdict.status is Status.MET


def test_a_detail_of_another_matter_does_not_count() -> None:
    detail = "Priset är 5 000 kronor."
    core = "Kommunen har rätt till vite vid Bolagets avtalsbrott."
    text = f"Avtal\n\n7 Påföljder\n7.1 {core}\n\n8 Pris\n8.1 {detail}\n"
    verdict = judged("penalty", text, {core: {"right": 0.9}, detail: {"amount": 0.9, "about": 0.2}})
    assert "amount" not in met(verdict)


def test_a_placeholder_is_no_amount() -> None:
    blank = "Vid fel har Kommunen rätt till vite med [belopp] kronor."
    verdict = judged("penalty", f"Avtal\n\n7.1 {blank}\n", {blank: {"right": 0.9, "amount": 0.9}})
    assert (verdict.status, met(verdict)) == (Status.PARTIAL, {"right"})


def test_the_only_remedy_is_not_beside_others() -> None:
    core = "Kommunen har rätt till vite med 5 000 kronor."
    only = "Vitet är den enda påföljden och annan påföljd kan inte göras gällande."
    votes = {core: {"right": 0.9, "amount": 0.9}, only: {"not-exclusive": 0.9}}
    verdict = judged("penalty", f"Avtal\n\n7 Vite\n7.1 {core}\n7.2 {only}\n", votes)
    assert met(verdict) == {"right", "amount"}


def test_what_only_the_heading_speaks_of_is_not_said() -> None:
    """Under the heading "Avvikelser" the reader voted for statements that say nothing of deviations."""
    said = "Telefontid hålls minst fyra timmar per vardag."
    text = f"Avtal\n\n7 Rapportering av avvikelser\n7.1 {said}\n"
    verdict = judged("deviation-reporting", text, {said: {"duty": 0.9, "about": 0.6}})
    assert (verdict.status, list(verdict.discounted.values())) == (Status.MISSING, ["det gäller något annat"])


@pytest.mark.parametrize(
    "text",
    [
        f"Avtal\n\n7.1 [{CLAUSE}]\n",
        f"Avtal\n\n☒ Bolaget ska rapportera.\n☐ {CLAUSE}\n",
        f"Avtal\n\n7.1 Punkten hade tidigare följande lydelse: ”{CLAUSE}”\n",
    ],
)
def test_what_does_not_stand_gives_nothing(text: str) -> None:
    assert judged("termination", text, {CLAUSE: {"right": 0.9}}).status is Status.MISSING


def test_a_bare_reference_to_an_absent_appendix_is_undetermined() -> None:
    said = "Kommunens rätt att häva avtalet regleras i bilaga 4."
    verdict = judged("termination", f"Avtal\n\n7.1 {said}\n", {said: {"right": 0.9}})
    assert (verdict.status, verdict.pointer) == (Status.UNDETERMINED, "Bilaga 4")


def test_an_absent_appendix_on_another_matter_changes_nothing() -> None:
    said = "Priset regleras i bilaga 4."
    verdict = judged("termination", f"Avtal\n\n7.1 {said}\n", {said: {"about": 0.1}})
    assert verdict.status is Status.MISSING


def test_a_right_with_a_reference_to_an_absent_appendix_is_a_right() -> None:
    said = "Kommunen har rätt att häva avtalet enligt vad som anges i bilaga 4."
    assert judged("termination", f"Avtal\n\n7.1 {said}\n", {said: {"right": 0.9}}).status is Status.PARTIAL


def test_a_ban_is_no_denial_of_the_requirement() -> None:
    said = "Bolaget får inte ta emot eller lämna mutor."
    verdict = judged("anti-corruption", f"Avtal\n\n7.1 {said}\n", {said: {"prohibition": 0.9, "denied": 0.9}})
    assert verdict.status is Status.PARTIAL
    assert not verdict.against


def test_what_is_left_to_the_suppliers_own_will_is_denied() -> None:
    said = "Bolaget får fritt anlita underleverantörer."
    verdict = judged("subcontractor-approval", f"Avtal\n\n7.1 {said}\n", {said: {"denied": 0.9}})
    assert verdict.status is Status.CONTRADICTED


def test_a_duty_that_is_not_there_is_denied() -> None:
    said = "Bolaget behöver inte rapportera avvikelser till Kommunen."
    verdict = judged("deviation-reporting", f"Avtal\n\n7.1 {said}\n", {said: {"denied": 0.9}})
    assert verdict.status is Status.CONTRADICTED


def test_a_condition_is_no_denial_even_where_the_reader_votes_so() -> None:
    said = "Om Bolaget inte rapporterar avvikelser ska Kommunen underrätta tillsynsmyndigheten."
    verdict = judged("deviation-reporting", f"Avtal\n\n7.1 {said}\n", {said: {"denied": 0.8}})
    assert verdict.status is Status.MISSING


def test_no_statements_at_all() -> None:
    assert judged("penalty", "Avtal\n", {}).status is Status.MISSING

"""Clauses in rows, notes and lists, and denials as layouts and mutants showed them: each was once judged wrongly."""

from __future__ import annotations

import pytest

from checks.finding import Status
from checks.passages import without_number
from tests.judging import Said, judged, met

NUMBERED = [
    ("1\tBryter Bolaget mot avtalet utgår vite.", "Bryter Bolaget mot avtalet utgår vite."),
    ("4.2.\tKommunen får häva avtalet.", "Kommunen får häva avtalet."),
    ("H.2\tFaktura utan underlag betalas inte.", "Faktura utan underlag betalas inte."),
    ("a)\tVite", "Vite"),
    ("2 Har Bolaget inte rättat felet hävs avtalet.", "Har Bolaget inte rättat felet hävs avtalet."),
    ("1\t5 000 kr", "1\t5 000 kr"),
    ("12 månader efter avtalet", "12 månader efter avtalet"),
    ("2 500 kronor per dag", "2 500 kronor per dag"),
    ("Utebliven leverans\t2 000 kronor", "Utebliven leverans\t2 000 kronor"),
    ("10 kap. 9 § kommunallagen gäller.", "10 kap. 9 § kommunallagen gäller."),
]


@pytest.mark.parametrize(("said", "plain"), NUMBERED, ids=[said for said, _ in NUMBERED])
def test_the_number_of_a_row_or_note_is_no_word_of_it(said: str, plain: str) -> None:
    assert without_number(said) == plain


CONDITIONS = [
    "Uppfyller Bolaget inte avtalet ska Bolaget rätta bristen.",
    "Har Bolaget inte levererat i tid ska Bolaget avhjälpa felet.",
    "Kan bristen inte avhjälpas genast ska Bolaget lämna en plan.",
    "Godtas inte leveransen ska Bolaget göra om den.",
    "Sköts arbetet inte rätt ska Bolaget rätta till det.",
]


@pytest.mark.parametrize("sentence", CONDITIONS)
def test_a_condition_after_a_rows_number_is_no_denial(sentence: str) -> None:
    """ "1 | Uppfyller leverantören inte ..." was read as "leverantören uppfyller inte"."""
    text = f"Avtal\n\n1 Fel\n\nVillkoret framgår av tabellen.\n\nNr | Villkor\n---|---\n1 | {sentence}\n"
    verdict = judged("rectification", text, {sentence: {"duty": 0.9, "denied": 0.6}})
    assert met(verdict) == {"duty"}


UNPAID = [
    ("Resa som inte är registrerad betalas inte.", True),
    ("Tid utan underlag ersätts inte.", True),
    ("Faktura som saknar specifikation godkänns inte.", True),
    ("Resa, som icke finnes registrerad, betalas ej.", True),
    ("Ofullständig faktura betalas inte.", True),
    ("Underlag till fakturan krävs inte.", False),
    ("Specificerad faktura krävs inte.", False),
    ("Fakturan behöver inte specificeras.", False),
    ("Något underlag till fakturan lämnas inte.", False),
    ("Kommunen begär inte specificerad faktura.", False),
]


@pytest.mark.parametrize(("sentence", "granted"), UNPAID, ids=[said for said, _ in UNPAID])
def test_no_pay_without_evidence_is_a_demand_for_it(sentence: str, granted: bool) -> None:
    votes: Said = {sentence: {"duty": 0.9 if granted else 0.1, "denied": 0.9}}
    verdict = judged("billing-evidence", f"Avtal\n\n5.1 {sentence}\n", votes)
    assert verdict.status is (Status.MET if granted else Status.CONTRADICTED)


def test_a_plain_refusal_counts_where_the_reader_hardly_knows_the_words() -> None:
    said = "Bolaget är inte skyldigt att anmäla avvikelser och brister."
    votes: Said = {said: {"denied": 0.3, "about": 0.4}}
    assert judged("deviation-reporting", f"Avtal\n\n5.1 {said}\n", votes).status is Status.CONTRADICTED


def test_a_refusal_on_another_matter_does_not() -> None:
    said = "Bolaget är inte skyldigt att anmäla semestrar."
    votes: Said = {said: {"denied": 0.3, "about": 0.4}}
    assert judged("deviation-reporting", f"Avtal\n\n5.1 {said}\n", votes).status is Status.MISSING


@pytest.mark.parametrize("title", ["Ekonomin hos er", "Vår ekonomi", "Bolagets kreditvärdighet", "Om soliditet"])
def test_a_title_left_alone_gives_nothing(title: str) -> None:
    text = f"Avtal\n\n4 Annat\n\nKommunen och Bolaget samarbetar.\n\n{title}\n\nBolaget städar lokalerna varje dag.\n"
    assert judged("credit-check", text, {title: {"standing": 0.7}}).status is Status.MISSING


def test_a_line_that_only_leads_gives_nothing_off_its_matter() -> None:
    text = "Avtal\n\n1 Åtaganden\n\nBolaget ansvarar för\n- städning,\n- fönsterputs.\n"
    votes: Said = {"Bolaget ansvarar för": {"duty": 0.9, "about": 0.9}}
    assert judged("tax-compliance", text, votes).status is Status.MISSING

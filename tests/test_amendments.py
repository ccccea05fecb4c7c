"""What a contract takes back: which statements, and by which."""

from __future__ import annotations

import pytest

from checks.amendments import replaced
from ingest import read as read_file
from tests.documents import read

VITE = "Vid brist har kommunen rätt till vite med 5 000 kronor."
WITHHOLD = "Kommunen får hålla inne betalning vid brist."
ALSO = "Detta gäller även vid tvist."
TERMINATE = "Kommunen får häva avtalet vid väsentligt avtalsbrott."
REPORT = "Bolaget ska rapportera avvikelser utan dröjsmål."
RECORDS = "Bolaget ska föra dokumentation."
BASE = f"""Avtal mellan Kommunen och Bolaget

7 Påföljder
7.1 {VITE}
7.2 {WITHHOLD} {ALSO}
7.3 {TERMINATE}

14 Rapportering
14.1 {REPORT}
14.2 {RECORDS}

"""
ALL_OF_7 = {VITE, WITHHOLD, ALSO, TERMINATE}


def gone(text: str) -> set[str]:
    document = read(text)
    return {document.quote(document.statements[index].span) for index in replaced(document)}


TAKES_BACK = [
    ("Punkt 7.1 utgår.", {VITE}),
    ("14.1 utgår.", {REPORT}),
    ("§ 7 utgår ur avtalet.", ALL_OF_7),
    ("Punkterna 7.1 och 7.3 utgår.", {VITE, TERMINATE}),
    ("Punkterna 7.1, 7.2 samt 14.1 utgår.", {VITE, WITHHOLD, ALSO, REPORT}),
    ("Avsnitt 7.1–7.3 upphör att gälla.", ALL_OF_7),
    ("Punkterna 7.1 till 7.3 upphävs.", ALL_OF_7),
    ("Kapitel 7 ersätts i sin helhet av bilaga 4.", ALL_OF_7),
    ("Punkt 7.1 ska ha följande lydelse: Vite utgår med 9 000 kronor.", {VITE}),
    ("Punkt 7.1 får följande nya lydelse:", {VITE}),
    ("Punkt 7.1 har fått följande lydelse: Vite utgår inte.", {VITE}),
    ("I punkt 7.2 utgår andra meningen.", {ALSO}),
    ("Punkt 7.2 andra meningen utgår.", {ALSO}),
    ("Punkt 7.2, första meningen, stryks.", {WITHHOLD}),
    ("Bestämmelsen i punkt 7.1 om vite ska inte längre gälla.", {VITE}),
    ("Vad som sägs i punkt 7.1 gäller inte.", {VITE}),
    ("Genom detta tillägg upphävs punkt 7.1.", {VITE}),
    ("Parterna är överens om att stryka punkt 7.1.", {VITE}),
    ("Parterna är överens om att punkt 7.1 ska utgå.", {VITE}),
    ("Från och med den 1 maj 2026 utgår punkt 7.1.", {VITE}),
    ("Punkten 7.1 är inte längre tillämplig.", {VITE}),
    ("Punkt 7.1 i huvudavtalet utgår och ersätts med nedanstående text.", {VITE}),
    ("Med ändring av punkt 7.1 gäller att vite inte utgår.", {VITE}),
    ("I stället för vad som anges i punkt 7.1 gäller att inget vite utgår.", {VITE}),
    ("Punkt 7.1 ändras så att vite inte utgår.", {VITE}),
    ("Punkt 7.1 första stycket ersätts med följande.", {VITE}),
]
KEEPS = [
    "Punkt 7.1 kompletteras med följande: Vite får räknas av mot faktura.",
    "Vite enligt punkt 7.1 utgår med 9 000 kronor för varje brist.",
    "Vite utgår enligt punkt 7.1.",
    "Ersättning enligt punkt 14.1 utgår månadsvis i efterskott.",
    "Om punkt 7.1 inte följs utgår vite.",
    "Vid brott mot punkt 14.1 utgår vite med 2 000 kronor.",
    "Vad som sägs i punkt 7.1 gäller inte underleverantörer.",
    "Punkt 7.1 gäller inte vid force majeure.",
    "Rätten till vite enligt 7.1 upphör vid avtalets upphörande.",
    "Punkt 7.1 ändras så att beloppet höjs till 9 000 kronor.",
    "I punkt 7.1 ersätts beloppet 5 000 kronor med 9 000 kronor.",
    "Med ändring av punkt 7.1 gäller att vitet är 9 000 kronor.",
    "Punkt 99.1 utgår.",
    "Utöver vad som sägs i punkt 7.1 har kommunen rätt till skadestånd.",
]


@pytest.mark.parametrize(("amendment", "taken"), TAKES_BACK)
def test_takes_back(amendment: str, taken: set[str]) -> None:
    assert gone(f"{BASE}Tilläggsavtal 1\n\n{amendment}\n") == taken


@pytest.mark.parametrize("sentence", KEEPS)
def test_takes_nothing_back(sentence: str) -> None:
    """Money "utgår" too, an exception is no removal, and a changed figure leaves the right: each was once "saknas"."""
    assert gone(f"{BASE}Tilläggsavtal 1\n\n{sentence}\n") == set()


def test_each_is_taken_back_by_the_statement_that_does() -> None:
    document = read(f"{BASE}Tilläggsavtal 1\n\nPunkt 7.1 utgår.\n")
    [(index, by)] = replaced(document).items()
    assert document.quote(document.statements[index].span) == VITE
    assert document.quote(document.statements[by].span) == "Punkt 7.1 utgår."


@pytest.mark.parametrize(
    ("heading", "amendment"),
    [
        ("§ 7 Vite", "§ 7 första stycket ersätts med följande."),
        ("7 § Vite", "7 § ska ha följande lydelse: Vite utgår med 9 000 kronor."),
    ],
)
def test_paragraph_signs(heading: str, amendment: str) -> None:
    assert gone(f"Avtal\n\n{heading}\n{VITE}\n\n{TERMINATE}\n\nÖvrigt\n{amendment}\n") >= {VITE}


def test_an_amendment_in_the_section_that_it_speaks_of_keeps_itself() -> None:
    assert gone(f"# Avtal\n\n## 7 Vite\n7.1 {VITE}\n7.2 Punkt 7.1 gäller inte.\n") == {VITE}


RESTARTED = f"""Avtal

3 Vite
3.1 {VITE}

Bilaga 1 Kravspecifikation

3 Dokumentation
3.1 {RECORDS}

Tilläggsavtal 1

"""


@pytest.mark.parametrize(
    ("amendment", "taken"),
    [
        ("Punkt 3.1 i bilaga 1 utgår.", {RECORDS}),
        ("Punkt 3.1 i kravspecifikationen utgår.", {RECORDS}),
        ("Punkt 3.1 i huvudavtalet utgår.", {VITE}),
        ("Punkt 3.1 utgår.", {VITE}),
    ],
)
def test_a_number_that_an_appendix_has_too(amendment: str, taken: set[str]) -> None:
    assert gone(RESTARTED + amendment + "\n") == taken


def test_an_appendix_speaks_first_of_its_own_numbers() -> None:
    text = f"Avtal\n\n3 Vite\n3.1 {VITE}\n\nBilaga 1 Krav\n\n3 Dokumentation\n3.1 {RECORDS}\n3.2 Punkt 3.1 utgår.\n"
    assert gone(text) == {RECORDS}


def test_an_amendment_that_stands_before_what_it_takes_back() -> None:
    text = f"Tilläggsavtal 1 till avtal om hemtjänst\n\nPunkt 7.1 utgår.\n\nAvtal om hemtjänst\n\n7 Vite\n7.1 {VITE}\n"
    assert gone(text) == {VITE}


def test_a_clause_before_the_general_terms_that_it_takes_back() -> None:
    text = (
        "Avtal\n\n1 Allmänt\n1.1 Punkt 7.1 i de allmänna villkoren utgår.\n\n"
        f"Bilaga 1 Allmänna villkor\n\n7 Vite\n7.1 {VITE}\n"
    )
    assert gone(text) == {VITE}


def test_the_new_wording_under_the_old_number_stays() -> None:
    """An amending agreement alone in its file: the new 7.1 is no target of "7.1 ska ha följande lydelse"."""
    text = f"# Tilläggsavtal 1\n\n## 1 Ändringar\n\nPunkt 7.1 ska ha följande lydelse:\n\n7.1 {VITE}\n"
    assert gone(text) == set()


PENALTY = "Beställaren har rätt till vite om 5 000 kronor för varje försenad leverans."
CALLED = [
    (f"## 7 Vite\n\n{PENALTY}", ["Punkt 7 utgår.", "Kapitel 7 utgår ur avtalet.", "Artikel 7 upphör att gälla."]),
    (f"## § 7 Vite\n\n{PENALTY}", ["§ 7 utgår.", "Paragraf 7 utgår.", "Bestämmelsen i § 7 gäller inte."]),
    (f"## 7. Vite\n\n7.1 {PENALTY}", ["7.1 utgår.", "Klausul 7.1 ska inte längre gälla."]),
    (f"## Kap. 7 Vite\n\n2 § {PENALTY}", ["7 kap. 2 § utgår.", "Kap. 7 § 2 utgår."]),
    (
        f"## Vite\n\n{PENALTY}",
        [
            "Avsnittet ”Vite” utgår.",
            "Avsnittet Vite utgår ur avtalet.",
            "Rubriken Vite med tillhörande text utgår.",
            "Bestämmelserna om vite upphör att gälla.",
            "Villkoret under rubriken ”Vite” gäller inte.",
        ],
    ),
    (f"## D. Vite\n\nD.2 {PENALTY}", ["Punkt D.2 utgår.", "D.2 upphör att gälla.", "Bestämmelsen i D.2 gäller inte."]),
    (f"## 7 Vite\n\na) Fel rättas.\n\nb) {PENALTY}", ["Punkt 7 b utgår.", "Punkt b i avsnitt 7 utgår."]),
    (f"## Bilaga 2 Påföljder\n\n### 3 Vite\n\n{PENALTY}", ["Punkt 3 i bilaga 2 utgår.", "Bilaga 2 punkt 3 utgår."]),
    (f"## 7 Vite\n\n| Nr | Krav |\n|---|---|\n| 7.1 | {PENALTY} |", ["Rad 7.1 utgår.", "Krav 7.1 utgår."]),
]


@pytest.mark.parametrize(("clause", "said"), [(clause, said) for clause, lines in CALLED for said in lines])
def test_a_clause_is_taken_back_by_whatever_it_is_called(clause: str, said: str) -> None:
    text = (
        "# Avtal om städning\n\nMellan Ekmora kommun, nedan Beställaren, och Firma AB, nedan Leverantören.\n\n"
        f"## 1 Omfattning\n\nLeverantören städar.\n\n{clause}\n\n## 9 Övrigt\n\nTvist prövas av allmän domstol.\n\n"
        f"# Tilläggsavtal\n\n{said}\n"
    )
    document = read_file(text.encode(), name="avtal.md")
    gone = [document.quote(document.statements[index].span) for index in replaced(document)]
    assert any("vite om 5 000" in each for each in gone)
    assert not [each for each in gone if "städar" in each or "domstol" in each]

"""What is written in a contract and binds nobody: not chosen, quoted, defined, or only kind words."""

from __future__ import annotations

import pytest

from checks.standing import Standing, standings
from tests.documents import read

VITE = "Vite utgår med 5 000 kronor för varje brist."


def standing(text: str, of: str = VITE) -> Standing:
    """How the statement stands that holds the words `of`."""
    document = read(text)
    [found] = {
        each
        for statement, each in zip(document.statements, standings(document), strict=True)
        if of in document.quote(statement.span)
    }
    return found


def contract(body: str, title: str = "7 Vite") -> str:
    return f"Avtal\n\n{title}\n{body}\n\n8 Övrigt\nAvtalet är upprättat i två exemplar.\n"


@pytest.mark.parametrize("box", ["☐", "□", "[ ]", "[]", "( )", "- [ ]", "H.2 ☐"])
def test_a_box_that_nobody_ticked(box: str) -> None:
    assert standing(contract(f"☒ Kommunen får häva avtalet.\n{box} {VITE}")) is Standing.OPTIONAL


@pytest.mark.parametrize("box", ["☒", "☑", "[x]", "[X]", "(x)", "- [x]", "H.2 ☒", "✓"])
def test_a_ticked_box(box: str) -> None:
    assert standing(contract(f"☐ Kommunen får häva avtalet.\n{box} {VITE}")) is Standing.STANDS


def test_boxes_where_none_is_ticked_are_bullets() -> None:
    assert standing(contract(f"☐ Kommunen får häva avtalet.\n☐ {VITE}")) is Standing.STANDS


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (f"| {VITE} | ☐ |", Standing.OPTIONAL),
        (f"| {VITE} | ☒ |", Standing.STANDS),
        (f"| ☐ | {VITE} |", Standing.OPTIONAL),
        (f"| ☒ | {VITE} |", Standing.STANDS),
    ],
)
def test_boxes_in_a_table(row: str, expected: Standing) -> None:
    table = f"| Villkor | Gäller |\n|---|---|\n{row}\n| ☒ | Kommunen får häva avtalet vid brott |"
    assert standing(f"# Avtal\n\n## 7 Val\n\n{table}\n") is expected


def test_yes_and_no_boxes_on_one_line() -> None:
    for line in ("Vite tillämpas: ☐ Ja ☒ Nej", "Vite tillämpas: Ja ☐ Nej ☒"):
        assert standing(contract(line), "tillämpas") is Standing.OPTIONAL
    for line in ("Vite tillämpas: ☒ Ja ☐ Nej", "Vite tillämpas: Ja ☒ Nej ☐"):
        assert standing(contract(line), "tillämpas") is Standing.STANDS


def test_a_clause_in_square_brackets_is_optional() -> None:
    assert standing(contract(f"[{VITE}]")) is Standing.OPTIONAL


def test_a_few_words_in_square_brackets_leave_the_clause() -> None:
    sentence = (
        "Leverantören [Bolaget AB, organisationsnummer 556677-8899] ska betala vite med 5 000 kronor för varje"
        " brist som kommunen påtalar skriftligen."
    )
    assert standing(contract(sentence), "Leverantören") is Standing.STANDS


@pytest.mark.parametrize(
    "introduction",
    [
        "Punkt 7 hade tidigare följande lydelse:",
        "Tidigare lydelse:",
        "Den tidigare bestämmelsen löd:",
        "Punkten lydde tidigare:",
        "Nuvarande lydelse av punkt 7:",
        "Punkten, som hade följande lydelse, ersätts inte:",
        "Enligt tidigare avtal gällde följande:",
    ],
)
def test_a_quoted_older_wording(introduction: str) -> None:
    assert standing(contract(f"{introduction} ”{VITE}”")) is Standing.QUOTED


def test_an_older_wording_on_the_line_after() -> None:
    text = contract(f"Tidigare lydelse:\n{VITE}\nNy lydelse:\nVite utgår med 9 000 kronor för varje brist.")
    assert standing(text) is Standing.QUOTED
    assert standing(text, "9 000") is Standing.STANDS


def test_an_older_wording_under_its_own_heading() -> None:
    assert standing(contract(VITE, "7 Tidigare lydelse")) is Standing.QUOTED


@pytest.mark.parametrize(
    "introduction",
    ["Tidigare lydelse ersätts med följande:", "Den tidigare texten utgår. I stället gäller:", "Ny lydelse:"],
)
def test_the_new_wording_stands_though_the_old_is_named(introduction: str) -> None:
    """The quotation after "ersätts med" is the new wording: it was once taken for the old."""
    assert standing(contract(f"{introduction} ”{VITE}”")) is Standing.STANDS


@pytest.mark.parametrize(
    "sentence",
    [
        "Med vite avses ett belopp som betalas vid brist.",
        "Med begreppet ”vite” menas ett belopp som betalas vid brist.",
        "”Vite” avser ett belopp som betalas vid brist.",
        "Vite: det belopp som betalas vid brist.",
        "I detta avtal avses med vite ett belopp som betalas vid brist.",
    ],
)
def test_a_definition(sentence: str) -> None:
    assert standing(contract(sentence, "3 Allmänt"), "belopp") is Standing.DEFINITION


def test_a_definition_under_its_heading() -> None:
    text = contract("Vite är ett belopp som betalas vid brist.", "3 Definitioner")
    assert standing(text, "belopp") is Standing.DEFINITION


def test_a_definition_in_a_list_by_what_introduces_it() -> None:
    text = contract(
        "I dessa villkor avses med\n- vite: belopp som betalas vid brist,\n- brist: avvikelse.", "3 Allmänt"
    )
    assert standing(text, "belopp") is Standing.DEFINITION


def test_a_duty_in_the_list_of_definitions_stands() -> None:
    sentence = "Vid brist ska leverantören betala vite med 5 000 kronor."
    assert standing(contract(sentence, "3 Definitioner"), "ska") is Standing.STANDS


@pytest.mark.parametrize("title", ["1 Bakgrund", "1 Inledning", "1 Syfte", "1 Bakgrund och syfte", "Förord"])
def test_kind_words_in_a_preamble(title: str) -> None:
    sentence = "Leverantören arbetar aktivt mot välfärdsbrott."
    assert standing(contract(sentence, title), "arbetar") is Standing.PREAMBLE


@pytest.mark.parametrize("title", ["1 Bakgrund", "1 Inledning"])
def test_a_duty_in_a_preamble_stands(title: str) -> None:
    assert standing(contract("Leverantören ska rapportera avvikelser.", title), "rapportera") is Standing.STANDS


@pytest.mark.parametrize("title", ["6 Bakgrundskontroll", "6 Bakgrundskontroller av personal", "6 Inledande möte"])
def test_headings_that_only_begin_as_a_preamble(title: str) -> None:
    """ "Bakgrundskontroller" began with "bakgrund", and the clause under it was taken for kind words."""
    sentence = "Leverantören inhämtar utdrag ur belastningsregistret före anställning."
    assert standing(contract(sentence, title), "inhämtar") is Standing.STANDS


def test_one_standing_for_each_statement_and_none_for_a_heading() -> None:
    document = read("Avtal\n\n7 Vite\n\n8 Hävning\nKommunen får häva avtalet vid väsentligt avtalsbrott.\n")
    assert len(standings(document)) == len(document.statements)
    assert not any("Vite" in document.quote(each.span) for each in document.statements)

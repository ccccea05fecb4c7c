"""The order of precedence, in the forms that contracts give it."""

from __future__ import annotations

import pytest

from checks.precedence import part_called, parts, precedence
from tests.documents import read

LISTED = [
    "2 Avtalshandlingar\nVid motstridiga uppgifter gäller handlingarna i följande ordning:\n"
    "1. Tilläggsavtal\n2. Detta avtal\n3. Allmänna villkor\n4. Leverantörens anbud",
    "2 Rangordning\n- Tilläggsavtal\n- Detta avtal\n- Allmänna villkor\n- Anbud",
    "2 Kontraktshandlingar\nInnehåller handlingarna uppgifter som strider mot varandra gäller de i den ordning som de"
    " räknas upp här.\n1. Tilläggsavtal\n2. Detta kontraktsblad\n3. Allmänna bestämmelser (AB)\n4. Anbud den 5 maj",
    "2 Handlingar\nOm handlingarna är motstridiga gäller de i följande ordning: 1) tilläggsavtal, 2) detta avtal,"
    " 3) allmänna villkor, 4) anbud.",
    "2 Allmänt\nHandlingarna gäller i följande ordning: (1) Tilläggsavtal; (2) Huvudavtalet; (3) Allmänna villkor;"
    " (4) Anbudet.",
    "2 Allmänt\nHandlingarna gäller i följande inbördes ordning: tilläggsavtal, detta avtal, allmänna villkor, anbud.",
]


@pytest.mark.parametrize("body", LISTED)
def test_a_list_is_an_order(body: str) -> None:
    order = precedence(read(f"Avtal\n\n{body}\n\n3 Övrigt\nAnbudet är bindande för leverantören.\n"))
    ranked = sorted(order.ranks, key=order.ranks.__getitem__)
    assert ranked == ["amendment", "main", "general", "offer"]


def test_an_order_in_a_table() -> None:
    rows = "| Nr | Handling |\n|---|---|\n| 1 | Tilläggsavtal |\n| 2 | Detta avtal |\n| 3 | Anbud |"
    order = precedence(read(f"# Avtal\n\n## 3 Rangordning\n\n{rows}\n"))
    assert order.before("amendment", "main") and order.before("main", "offer")


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Särskilda villkor gäller framför allmänna villkor.", "special", "general"),
        ("Allmänna villkor viker för särskilda villkor.", "special", "general"),
        ("Säger de särskilda villkoren annat än de allmänna gäller de särskilda villkoren.", "special", "general"),
        ("Bilaga 1 har företräde framför detta avtal.", "bilaga 1", "main"),
        ("Vid motstridighet mellan detta avtal och bilaga 2 har detta avtal företräde.", "main", "bilaga 2"),
        ("Vid motstridighet mellan detta avtal och bilaga 2 ska bilaga 2 gälla.", "bilaga 2", "main"),
        ("Om handlingarna är motstridiga gäller bilaga 1 före bilaga 2.", "bilaga 1", "bilaga 2"),
        ("Tilläggsavtalet gäller framför huvudavtalet.", "amendment", "main"),
        ("Anbudet tar över kravspecifikationen.", "offer", "specification"),
    ],
)
def test_one_part_before_another(sentence: str, first: str, second: str) -> None:
    order = precedence(read(f"Avtal\n\n1 Allmänt\n{sentence}\n\nBilaga 1 Pris\n\nBilaga 2 Krav\n"))
    assert order.before(first, second) is True
    assert order.before(second, first) is False


@pytest.mark.parametrize(
    "sentence",
    [
        "Vid motstridighet mellan detta avtal och dess bilagor gäller detta avtal.",
        "Vid motstridigheter gäller detta avtal.",
        "Bestämmelserna i detta avtal gäller före bilagorna.",
    ],
)
def test_the_agreement_before_all_its_appendices(sentence: str) -> None:
    text = (
        f"Avtal\n\n1 Allmänt\n1.1 {sentence}\n\nBilaga 1 Allmänna villkor\n\n1 Vite\n1.1 Vite utgår inte.\n\n"
        "Bilaga 2 Pris\n\n1 Pris\n1.1 Priset är fast.\n"
    )
    order = precedence(read(text))
    assert order.before("main", "general") is True
    assert order.before("main", "bilaga 2") is True


def test_an_appendix_is_known_by_number_and_by_title() -> None:
    text = (
        "Avtal\n\n1 Allmänt\n1.1 Bilaga 1 har företräde framför detta avtal.\n\n"
        "Bilaga 1 Särskilda villkor\n\n1 Vite\n1.1 Vite utgår inte.\n"
    )
    document = read(text)
    last = parts(document)[document.statements[-1].section or 0]
    assert last == "special"
    assert precedence(document).before(last, "main") is True


@pytest.mark.parametrize(
    "sentence",
    [
        "Leverantören ska följa avtalet.",
        "Avtalet gäller före den 1 januari 2027 inte anbudet.",
        "Beställaren går före leverantören in i lokalen.",
        "Om parterna är oeniga gäller vad som är brukligt.",
    ],
)
def test_no_order(sentence: str) -> None:
    assert precedence(read(f"Avtal\n\n1 Allmänt\n{sentence}\n")).ranks == {}


def test_an_order_says_nothing_of_a_part_that_it_does_not_name() -> None:
    order = precedence(read("Avtal\n\n1 Allmänt\nSärskilda villkor gäller framför allmänna villkor.\n"))
    assert order.before("special", "offer") is None
    assert order.before("special", "special") is None


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Bilaga 1 Kravspecifikation", "specification"),
        ("Bilaga 4", "bilaga 4"),
        ("Tilläggsavtal 2", "amendment"),
        ("Ändring av avtal", "amendment"),
        ("Allmänna bestämmelser", "general"),
        ("detta avtal", "main"),
        ("Vite", None),
    ],
)
def test_what_parts_are_called(words: str, part: str | None) -> None:
    assert part_called(words) == part

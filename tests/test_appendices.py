"""Appendices: which lines are an appendix with its text, and which only name one that is not in the file."""

import pytest

from tests.documents import read, sections

BODY = "Leverantören ska följa gällande lagar och förordningar under hela avtalstiden."
START = f"1 Krav\n\n{BODY}\n\n"
TWO = ("Bilaga 1", "Bilaga 2")
SIGNED = "Tallmo den 21 maj 2026\n\nFör Nämnden: Håkan Brodin, ordförande"

# A contract that ended in a list of four appendices, the last to be had on request, counted the last as read: the
# signatures under it were taken for its text, and a clause that points to it for missing.
LISTS = [
    (f"{START}Bilaga 1 Prislista\nBilaga 2 Rutin för registerutdrag (tillhandahålls på begäran)", TWO),
    (f"{START}Bilaga 1 Prislista\nBilaga 2 Rutin\n\n{SIGNED}", TWO),
    (f"{START}BILAGOR\n\nBilaga 1 Prislista\n\nBilaga 2 Rutin\n\n{SIGNED}", TWO),
    (f"{START}2 Bilagor\n\nBilaga 1 Prislista\n\nBilaga 2 Rutin\n\n3 Avtalstid\n\n{BODY}", TWO),
    (f"Avtal om hemtjänst\n\nBilaga 1 Prislista\nBilaga 2 Rutin\n\n{START}2 Vite\n\n{BODY}", TWO),
    (f"Avtal om hemtjänst\n\nBilaga 1 Prislista\nBilaga 2 Rutin\n\n{BODY}\n\n1 Vite\n\n{BODY}", TWO),
    (f"{START}Bilagor\n- Bilaga 1 Prislista\n- Bilaga 2 Rutin\n\n{SIGNED}", TWO),
    (f"{START}12 Bilagor\n\n1. Bilaga 1 – Kravspecifikation\n2. Bilaga 2 – Prisbilaga\n\n{SIGNED}", TWO),
    (f"{START}12 Bilagor\n\n1. Kravspecifikation\n2. Prislista\n\n{SIGNED}", TWO),
    (f"{START}Bilaga 1 | Prislista\nBilaga 2 | Rutin\n\n{SIGNED}", TWO),
    (f"# Krav\n\n{BODY}\n\n| Bilaga | Namn |\n|---|---|\n| 1 | Prislista |\n| 2 | Rutin |\n\n{SIGNED}", TWO),
    (f"# Krav\n\n{BODY}\n\n**Bilaga 1** Prislista  \n**Bilaga 2** Rutin\n\n{SIGNED}", TWO),
    (f"# Krav\n\n{BODY}\n\n## Bilaga 1 Prislista\n\n## Bilaga 2 Rutin\n", TWO),
    (f"{START}Bilaga 1, Prislista\nBilaga 2, Rutin\n\nTallmo 2026-05-21", TWO),
    (f"{START}Bilaga 1 Prislista\n\n{SIGNED}", ("Bilaga 1",)),
    (f"{START}Bilaga 1 Prislista\n\nOrt och datum: ________", ("Bilaga 1",)),
    (f"{START}Bilaga 1: Prislista - se separat fil\n\n{BODY}", ("Bilaga 1",)),
    (f"{START}Bilaga 1 Prislista\n\nTillhandahålls på begäran.", ("Bilaga 1",)),
    (f"{START}Bilaga 1 Prislista\n\n[infogas]\n\nBilaga 2 Rutin\n\n{BODY}", ("Bilaga 1",)),
    (f"# Krav\n\n{BODY}\n\n## Bilaga 1 Prislista\n\n{SIGNED}", ("Bilaga 1",)),
    (
        f"Innehåll\n1 Krav ..... 2\nBilaga 1 Pris ..... 4\nBilaga 2 Rutin ..... 5\n\n{START}Bilaga 1 Pris\n\n{BODY}",
        ("Bilaga 2",),
    ),
    (f"{START}Bilaga 1 Pris\nBilaga 2 Rutin\n\n{SIGNED}\n\nBilaga 1 Pris\n\nTimpris 450 kronor.", ("Bilaga 2",)),
    (f"{START}Bilaga 1 Pris\nBilaga 2 Rutin\n\nBilaga 1 Pris\n\nTimpris 450 kronor.", ("Bilaga 2",)),
]


@pytest.mark.parametrize(("text", "missing"), LISTS)
def test_a_list_of_appendices_is_not_the_appendices(text: str, missing: tuple[str, ...]) -> None:
    assert read(text).ledger.missing_appendices == missing


@pytest.mark.parametrize(
    "text",
    [
        f"{START}Bilaga 1 Prislista\n\nTimpris 450 kronor.\n\nBilaga 2 Rutin\n\nUtdrag visas före anställning.",
        f"{START}BILAGA 1\nPRISLISTA\n\nTimpris 450 kronor.\n\nBILAGA 2\nRUTIN\n\nUtdrag visas före anställning.",
        f"{START}Se bilaga 1.\n\nBilaga 1 Priser\n\nTjänst | Pris\nStäd | 450 kr\nTvätt | 300 kr",
        f"{START}Se bilaga 1.\n\nBilaga 1 Priser\n\n- Städ 450 kr\n- Tvätt 300 kr",
        f"{START}Se underbilaga 3.2.\n\nBilaga 3\n\nUnderbilaga 3.2 Priser\n\nTimpris 450 kronor.",
        f"{START}Se bilaga 1.\n\nBilaga 1 Priser\n\nFör transport gäller följande priser.\n\nPriset är 300 kronor.",
        f"{START}Se bilaga 1.\n\nBilaga 1 Priser\n\nPriser 2026\n\nTimpriset är 300 kronor.",
        f"# Krav\n\nSe bilaga 1.\n\n## Appendix 1 Priser\n\n{BODY}",
    ],
)
def test_short_appendices_with_text_of_their_own_are_there(text: str) -> None:
    document = read(text)
    assert document.ledger.missing_appendices == ()
    assert any("ilaga" in line.lower() or "appendix" in line.lower() for line in sections(document))


NAMES = [
    ("Priser framgår av bilaga Prislista.", ("Bilaga Prislista",)),
    ("Priser framgår av Bilaga 1a och bilaga 1b.\n\nBilaga 1a Priser\n\nTimpris 450 kronor.", ("Bilaga 1b",)),
    ("Priser framgår av underbilaga 3.2.", ("Underbilaga 3.2",)),
    ("Leverantören ska uppfylla bilagt kravdokument.", ("Bilagt kravdokument",)),
    ("Priset framgår av bifogad prislista.", ("Bifogad prislista",)),
    ("Leverantören ska uppfylla bilagt kravdokument.\n\nBilaga 1 Kravdokument\n\nLokalen städas dagligen.", ()),
    ("En bilaga ska bifogas fakturan, och bilagda kvitton sparas.", ()),
]


@pytest.mark.parametrize(("text", "missing"), NAMES)
def test_names_of_appendices(text: str, missing: tuple[str, ...]) -> None:
    assert read(f"1 Krav\n\n{text}").ledger.missing_appendices == missing


def test_an_appendix_of_an_appendix_lies_within_it() -> None:
    document = read(f"{START}Bilaga 3 Krav\n\n{BODY}\n\nUnderbilaga 3.2 Priser\n\nTimpris 450 kronor.")
    assert sections(document)[1:] == ["1 Bilaga 3|Krav", "2 Underbilaga 3.2|Priser"]

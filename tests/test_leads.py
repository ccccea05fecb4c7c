"""Lead-ins: which sentence a list, an item within an item, or a numbered part of a clause goes on from."""

import pytest

from tests.documents import led, read, said

HAVE = "Beställaren får häva avtalet"

LED = [
    # A heading style on a clause that leads into its list: the items had no lead-in, and said nobody's right.
    (f"## 2.2 {HAVE} om Leverantören\n\na) ljuger,\nb) inte betalar skatt.", [f"{HAVE} om Leverantören"] * 2),
    (f"## {HAVE}\n\n- om leverantören ljuger,\n- vid konkurs.", [HAVE] * 2),
    (f"## {HAVE}\n\nom leverantören ljuger.", [HAVE]),
    (f"## 2.2 {HAVE}\n\n2.2.1 om leverantören ljuger,\n\n2.2.2 vid konkurs.", [HAVE] * 2),
    ("## Vite\n\n- utgår vid försening", [""]),
    (f"## {HAVE}\n\n- Priset är fast.", [""]),
    # An item goes on in a paragraph without indent: the items after it had no lead-in.
    (
        "Leverantören ska:\na) rapportera;\n\nRapporten ska vara skriftlig.\n\nb) betala;\n\nc) visa utdrag.",
        ["Leverantören ska:", "", "Leverantören ska:", "Leverantören ska:"],
    ),
    (
        "Leverantören ska:\n\n- lämna rapporter.\n\nDe ska vara skriftliga.\n\n- betala skatt.",
        ["Leverantören ska:", "", "Leverantören ska:"],
    ),
    (
        "Leverantören ska:\na) rapportera.\n\nBeställaren ska:\n\nb) betala.",
        ["Leverantören ska:", "", "Beställaren ska:"],
    ),
    ("Leverantören ska:\na) rapportera.\n\nPriset är fast.\n\na) Moms", ["Leverantören ska:", "", ""]),
    ("Leverantören ska:\n- rapportera.\n\nPriset är fast.\n\n- Moms ingår.", ["Leverantören ska:", "", ""]),
    # "och" on a line of its own between two items broke the list and was a statement.
    (
        f"{HAVE} om\n\n- leverantören ljuger\n\noch/eller\n\n- leverantören inte betalar skatt.",
        [f"{HAVE} om"] * 2,
    ),
    (
        "Leverantören ansvarar för följande.\n\nDetta gäller hela tiden.\n\n- Personal\n- Lokaler",
        ["", *["Leverantören ansvarar för följande."] * 2],
    ),
    (
        "Leverantören ansvarar för följande. Detta gäller hela tiden.\n- Personal",
        [*["Leverantören ansvarar för följande."]],
    ),
    ("Följande gäller.\n\nEtt.\n\nTvå.\n\nTre.\n\n- Personal", ["", "", "", ""]),
    # Within an item: the fragment alone ("om leverantören:") says nobody's right.
    (
        f"8. {HAVE}\na) om leverantören:\n   - ljuger;\n   - betalar sent;\nb) om dess ledning:\n   - dömts för brott.",
        [HAVE, *[f"{HAVE}\n\na) om leverantören:"] * 2, HAVE, "om dess ledning:"],
    ),
    (f"7. {HAVE}\n\nom leverantören:\n\n- ljuger.", [HAVE, f"{HAVE}\n\nom leverantören:"]),
    (
        "Vite utgår enligt följande:\n1. Vid försening\n   a. 500 kr per dag\n2. Leverantören betalar:\n   a. 900 kr",
        [
            "Vite utgår enligt följande:",
            "Vite utgår enligt följande:\n\n1. Vid försening",
            "Vite utgår enligt följande:",
            "Leverantören betalar:",
        ],
    ),
    (
        "Leverantören ska:\n- utbilda personalen.\n   - varje år\n- betala.",
        ["Leverantören ska:"] * 3,
    ),
]


@pytest.mark.parametrize(("text", "leads"), LED)
def test_lead_ins(text: str, leads: list[str]) -> None:
    assert [lead for _, lead in led(read(text))][-len(leads) :] == leads


def test_a_word_that_joins_two_items_is_no_statement() -> None:
    assert said(read(f"{HAVE} om\n\n- A ljuger\n\noch\n\n- B ljuger.")) == [f"{HAVE} om", "A ljuger", "B ljuger."]

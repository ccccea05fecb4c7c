"""Statements and what they inherit: lead-ins, column heads, sections."""

import pytest

from tests.documents import blocks, led, read, said

LED = [
    ("Leverantören ska:\n- rapportera,\n- betala.", ["", "Leverantören ska:", "Leverantören ska:"]),
    ("7.2 Leverantören ska\na) rapportera,\nb) betala.", ["", "Leverantören ska", "Leverantören ska"]),
    (
        "Vite utgår i följande fall.\n\n• Sen rapport\n\n• Fel faktura",
        ["", "Vite utgår i följande fall.", "Vite utgår i följande fall."],
    ),
    (
        "Leverantören ska:\n1) lämna\n   a) listor,\n   b) underlag;\n2) spara.",
        ["", "Leverantören ska:", *["Leverantören ska:\n\n1) lämna"] * 2, "Leverantören ska:"],
    ),
    (
        "2.1 Leverantören ska\n\n2.1.1 kontrollera utdrag,\n\n2.1.2 dokumentera kontrollen.",
        ["", "Leverantören ska", "Leverantören ska"],
    ),
    ("Priset är fast.\n\n- Moms tillkommer.", ["", ""]),
    ("Exempel:\n\nLeverantören betalar skatt.\n\nNytt stycke gäller.", ["", "Exempel:", ""]),
    (
        "Leverantören ska:\n\n- rapportera\n\n- betala\n\nhar Beställaren rätt att häva.",
        ["", *["Leverantören ska:"] * 3],
    ),
    (
        "Leverantören ansvarar för följande:\n- Personal. Den ska vara utbildad.",
        ["", *["Leverantören ansvarar för följande:"] * 2],
    ),
]


@pytest.mark.parametrize(("text", "leads"), LED)
def test_items_carry_their_lead_in(text: str, leads: list[str]) -> None:
    assert [lead for _, lead in led(read(text))] == leads


def test_the_number_and_marker_stand_outside_the_statement() -> None:
    assert said(read("7.2 Beställaren får häva avtalet.\n\n• vid konkurs\n\n§ 8 Leverantören får inte häva.")) == [
        "Beställaren får häva avtalet.",
        "vid konkurs",
        "Leverantören får inte häva.",
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("E.4 Har Köparen betalat för mycket ska beloppet återbetalas.", "Har Köparen betalat för mycket"),
        ("AFC.531 Beställaren har rätt till vite.", "Beställaren har rätt till vite."),
        ("A 7.6 Köparen får häva.", "Köparen får häva."),
        ("1§ Köparen får häva.", "Köparen får häva."),
        ("(1) Köparen får häva.", "Köparen får häva."),
        ("Köparen får\ni. häva,\nii. kräva vite.", "häva,"),
        ("Köparen får\n\ni.  häva,\nii. kräva vite.", "häva,"),
        ("Steg 2, åtgärdsplan: Säljaren ska lämna en plan.", "Steg 2, åtgärdsplan: Säljaren ska lämna en plan."),
    ],
)
def test_rare_numbers_stand_outside_the_statement(text: str, statement: str) -> None:
    """Contracts numbered E.4, A 7.6 or by the codes of building contracts kept the number in every statement."""
    for head in ("", "# Avtal\n\n"):
        assert any(each.startswith(statement) for each in said(read(f"{head}{text}")))


BOXES = """H.1 ☐ [Beställaren har rätt till vite.]

H.2 ☒ [Vid försening utgår vite. Vitet dras av.]

☐ Beställaren får häva avtalet. Det sker skriftligen.
☒ Beställaren får säga upp avtalet.
[x] Leverantören ska visa utdrag.
[ ] Leverantören ska visa intyg.
- [x] Leverantören ska betala skatt.
• ☐ Leverantören ska ha försäkring.
1. ☐ Priset är fast.
"""


@pytest.mark.parametrize("head", ["", "# Avtal\n\n"])
def test_a_box_begins_its_block_and_stands_outside_the_statement(head: str) -> None:
    """A box was left in the statement behind a number or a dash, and every change of box began a list within."""
    document = read(head + BOXES)
    assert [
        (document.blocks[each.block].number, document.quote(each.span), each.lead_in) for each in document.statements
    ] == [
        ("H.1 ☐", "[Beställaren har rätt till vite.]", None),
        ("H.2 ☒", "[Vid försening utgår vite.", None),
        ("H.2 ☒", "Vitet dras av.]", None),
        ("☐", "Beställaren får häva avtalet.", None),
        ("☐", "Det sker skriftligen.", None),
        ("☒", "Beställaren får säga upp avtalet.", None),
        ("[x]", "Leverantören ska visa utdrag.", None),
        ("[ ]", "Leverantören ska visa intyg.", None),
        ("[x]" if not head else "☑", "Leverantören ska betala skatt.", None),
        ("☐", "Leverantören ska ha försäkring.", None),
        ("1. ☐", "Priset är fast.", None),
    ]
    assert all(block.level == 0 for block in document.blocks if block.kind == "list-item")


def test_a_run_in_heading_stands_outside_the_statement() -> None:
    assert said(read("7.2 Vite. Beställaren har rätt till vite om 5 000 kr.")) == [
        "Beställaren har rätt till vite om 5 000 kr."
    ]


def test_a_heading_gives_no_statement_unless_it_is_a_sentence() -> None:
    body = "Detta gäller under hela avtalstiden och även därefter."
    assert said(read(f"# Vite\n\n{body}")) == [body]
    assert said(read(f"# Leverantören ska betala vite vid försening\n\n{body}")) == [
        "Leverantören ska betala vite vid försening",
        body,
    ]
    assert said(read(f"# När ska leverantören betala vite?\n\n{body}")) == [body]


def test_rows_carry_their_heads() -> None:
    document = read(
        "Vite utgår enligt tabellen:\n\n| Brist | Vite |\n|---|---|\n| Sen rapport | 5 000 kr |\n| Fel | 1 000 kr |"
    )
    row = document.statements[1]
    assert document.quote(row.span) == "Sen rapport\t5 000 kr"
    assert [document.quote(head) for head in row.heads] == ["Brist", "Vite"]
    assert row.lead_in and document.quote(row.lead_in) == "Vite utgår enligt tabellen:"


def test_a_table_without_heads_keeps_its_first_row_as_a_statement() -> None:
    document = read("Leverantör | Omsorg AB\nOrg.nr | 556677-8899\nAvtalstid | 2026-2028")
    assert said(document)[0] == "Leverantör\tOmsorg AB"
    assert document.statements[0].heads == ()


def test_a_long_row_is_split_by_cell_and_sentence() -> None:
    cell = "Leverantören ska rapportera varje avvikelse till Beställaren utan dröjsmål. " * 8
    document = read(f"| Krav | Svar |\n|---|---|\n| {cell}| Ja |")
    assert len(document.statements) == 9
    assert {document.quote(each.heads[0]) for each in document.statements[:8]} == {"Krav"}
    assert document.quote(document.statements[8].heads[0]) == "Svar"


def test_furniture_is_in_the_text_and_in_no_statement() -> None:
    pages = [f"Dnr 2025/12\n\nStycke {figure} i avtalet gäller.\n\nSida {figure} (3)\n" for figure in "123"]
    document = read("\f".join(pages))
    assert said(document) == [f"Stycke {figure} i avtalet gäller." for figure in "123"]
    assert document.text.count("Dnr 2025/12") == 3
    assert [line for line in blocks(document) if "Sida" in line] == [
        f"page-number: Sida {figure} (3)" for figure in "123"
    ]


def test_a_sentence_over_a_page_break_is_one() -> None:
    first = "Leverantören ska utan dröjsmål underrätta Beställaren om\n\nDnr 1\nSida 1 (2)\n"
    second = "ändrade ägarförhållanden och ny ledning.\n\nDnr 1\nSida 2 (2)\n"
    document = read(f"{first}\f{second}")
    assert said(document) == [
        "Leverantören ska utan dröjsmål underrätta Beställaren om ändrade ägarförhållanden och ny ledning."
    ]


def test_long_sentences_are_cut() -> None:
    clause = "leverantören lämnar uppgifter om anställda; " * 40
    document = read(f"Avtalet innebär att {clause.rstrip('; ')}.")
    assert all(len(each.span) <= 700 for each in document.statements)
    assert len(document.statements) > 2

"""Tables of all formats: which first row is a head, drawn tables, captions, and rows that go on with the one above."""

import pytest
from word_files import cell, paragraph, row, run, table, word_file

import ingest
from ingest.draft import Draft
from ingest.plain.drawn import piped
from ingest.tables import is_data, is_head
from tests.documents import led, read, said


def rows(text: str) -> list[Draft]:
    return [Draft("", cells=tuple(line.split("|"))) for line in text.split("\n")]


HEADS = [
    "Brist|Påföljd\nSen rapport|Vite 5 000 kr\nFel|Hävning",
    "Krav|Ja/Nej\nF-skatt|Ja\nKollektivavtal|Nej",
    "Krav|Ja|Nej\nF-skatt|X|\nKollektivavtal||X",
    "Krav|Uppfyllt\nLeverantören har F-skatt.|Ja",
    "Ska-krav|Uppfylls (Ja/Nej)\nF-skatt|Ja",
    "Roll|Person\nAvtalsansvarig|Eva Ek",
    "Part|Namn\nBeställare|Region Dalarna\nLeverantör|Omsorg AB",
    "Handling|Gallras efter\nUtdrag|två år",
    "Steg|Innebörd\n1|Varning",
    "Vad|När|Vem\nRapport|Varje månad|Leverantören",
    "Tjänst|2026|2027\nStäd|450|460",
    "Situation|Åtgärd\nSen|Vite",
    "Fråga|Svar\nHar ni F-skatt?|Ja",
]
DATA = [
    "Avtalspart|Region Dalarna\nOrganisationsnr|232100-0180\nAvtalstid|2026-2028",
    "Avtalspart|Kommunen\nOrganisationsnr|232100-0180\nAvtalstid|2026-2028",
    "Beställare|Region Dalarna\nLeverantör|Omsorg AB",
    "Utebliven rapport|5 000 kr per tillfälle\nOriktig uppgift|10 000 kr",
    "Sen rapport|Vite\nOriktig uppgift|Hävning",
    "Namn|Eva Ek\nTelefon|023-12 34",
    "Insyn|Beställaren får granska.\nVite|Vite utgår.",
    "Uppföljning|Kvartalsvis\nRapport|Månadsvis",
    "Avtalstid|Tre år\nUppsägningstid|Sex månader",
]


@pytest.mark.parametrize("text", HEADS)
def test_a_row_that_names_its_columns_is_their_head(text: str) -> None:
    assert is_head(rows(text))
    assert not is_data(rows(text))


@pytest.mark.parametrize("text", DATA)
def test_a_row_of_facts_is_no_head(text: str) -> None:
    """The party's name was the head of the column of all the contract's facts."""
    assert not is_head(rows(text))


MARKDOWN_DATA = [
    "Sen rapport|5 000 kr\nFel|Vite",
    "Beställare|Region Dalarna\nLeverantör|Omsorg AB",
    "a|Vite utgår.\nb|c",
]


@pytest.mark.parametrize("text", MARKDOWN_DATA)
def test_markdown_must_have_a_head_and_data_in_its_place_is_data(text: str) -> None:
    first, *others = text.split("\n")
    document = read("\n".join(["# A", "", first, "---|---", *others]))
    assert [document.quote(each.span).replace("\t", "|") for each in document.statements] == text.split("\n")
    assert not any(each.heads for each in document.statements)


SIMPLE = """  Brist                    Påföljd
  ------------------------ ---------------------
  Utebliven rapport        Vite 5 000 kr
  Oriktig uppgift          Hävning
"""
GRID = """+-------------------+---------------+
| Brist             | Påföljd       |
+===================+===============+
| Utebliven rapport | Vite          |
|                   | 5 000 kr      |
+-------------------+---------------+
| Oriktig uppgift   | Hävning       |
+-------------------+---------------+
"""
LINES = """  -----------------------------------------
  Brist                Påföljd
  -------------------- --------------------
  Utebliven            Vite
  rapport              5 000 kr

  Oriktig uppgift      Hävning
  -----------------------------------------
"""


@pytest.mark.parametrize("drawn", [SIMPLE, GRID, LINES])
@pytest.mark.parametrize("head", ["# Viten\n\n", "1 Viten\n\n"])
def test_tables_drawn_with_dashes(drawn: str, head: str) -> None:
    """Tables as pandoc draws them were lines of words and dashes."""
    document = read(f"{head}{drawn}\nVitet faktureras.")
    assert said(document) == ["Utebliven rapport\tVite 5 000 kr", "Oriktig uppgift\tHävning", "Vitet faktureras."]
    assert [document.quote(each) for each in document.statements[0].heads] == ["Brist", "Påföljd"]


@pytest.mark.parametrize(
    "text",
    [
        "Rubrik\n------\n\nText.",
        "- - -\n\nText",
        "Vite -- 5 000 kr\n--- slut ---",
        "--- ---\n",
        "+--+\nText",
        "a | b\n-- --\nc",
    ],
)
def test_other_dashes_are_no_tables(text: str) -> None:
    assert piped(text.split("\n")) == text.split("\n")


@pytest.mark.parametrize("caption", ["Tabell 2. Viten", "**Tabell 2. Viten**", "Tabell 2: Viten", "Tabell 2 Viten"])
def test_a_caption_introduces_its_table_and_is_no_heading(caption: str) -> None:
    """A caption in bold was a heading that ended the section, and in plain text two sentences."""
    text = (
        f"# Påföljder\n\n{caption}\n\n| Brist | Nivå |\n|--|--|\n| Sen | 5 kr |\n\n| Krav | Svar |\n|--|--|\n| A | Ja |"
    )
    document = read(text)
    plain = caption.replace("*", "")
    assert led(document) == [(plain, ""), ("Sen\t5 kr", plain), ("A\tJa", "")]
    assert {section.title for section in document.sections} == {"Påföljder"}


def test_a_row_without_a_first_cell_goes_on_with_the_one_above() -> None:
    """Rows under a merged cell said an amount and not for what."""
    merge = ('<w:vMerge w:val="restart"/>', "<w:vMerge/>")
    body = table(
        row(cell("Brist"), cell("Gång"), cell("Vite"), properties="<w:tblHeader/>"),
        row(cell("Sen rapport", merge[0]), cell("Första"), cell("5 000 kr")),
        row(cell("", merge[1]), cell("Andra"), cell("9 000 kr")),
    )
    text = "# A\n\n| Brist | Gång | Vite |\n|---|---|---|\n| Sen rapport | Första | 5 000 kr |\n|  | Andra | 9 000 kr |"
    for document in (ingest.read(word_file(body)), read(text)):
        last = document.statements[-1]
        assert document.quote(last.span) == "Andra\t9 000 kr"
        assert [document.quote(head) for head in last.heads] == ["Sen rapport", "Gång", "Vite"]


def test_the_sentences_of_a_long_row_go_on_from_its_first_cell() -> None:
    right = "Beställaren har rätt till vite med 5 000 kr. " * 14
    document = read(f"# A\n\n| Försening | {right} |\n|---|---|\n| Fel | Vite. |")
    assert led(document)[1] == ("Beställaren har rätt till vite med 5 000 kr.", "Försening")


def test_a_bold_heading_lies_within_a_styled_one() -> None:
    """A bold line under a heading of level 1 ended it."""
    document = read(
        "# Avtal\n\nText som gäller.\n\n**Påföljder**\n\nBeställaren får häva avtalet vid väsentligt avtalsbrott."
    )
    assert [(section.level, section.title) for section in document.sections] == [(1, "Avtal"), (2, "Påföljder")]


def test_words_of_two_columns_without_a_head() -> None:
    body = table(row("Försening", "Vite 5 000 kr"), row("Ljug", "Hävning")) + paragraph(run("Slut."))
    assert said(ingest.read(word_file(body))) == ["Försening\tVite 5 000 kr", "Ljug\tHävning", "Slut."]

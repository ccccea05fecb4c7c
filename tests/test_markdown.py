"""Markdown: its marks are left out of the text, and what they say of headings, lists and tables is kept."""

import pytest

import ingest
from ingest import sniff
from ingest.plain.inline import plain
from tests.documents import blocks, led, read, said, sections

INLINE = [
    ("**7.2 Vite.** Beställaren", "7.2 Vite. Beställaren"),
    ("**a *b* c** d", "a b c d"),
    ("***allt***", "allt"),
    ("_Regionen_ och __Bolaget__", "Regionen och Bolaget"),
    ("snake_case, 10 * 3 * 4, 2*3*4 och ____", "snake_case, 10 * 3 * 4, 2*3*4 och ____"),
    ("arbetsgruppens* uppdrag", "arbetsgruppens* uppdrag"),
    ("`kod_med*tecken*`", "kod_med*tecken*"),
    (r"(RiR 2018:7\) och \*stjärna\*", "(RiR 2018:7) och *stjärna*"),
    ("[länk](https://a.se/b_c(d)) och ![bild](b.png)", "länk och bild"),
    ("[Bilaga 1] och [text][ref]", "[Bilaga 1] och text"),
    ("<https://a.se> <b>fet</b> &amp; rad<br>bruten", "https://a.se fet & rad bruten"),
    ("a < b och c > d", "a < b och c > d"),
    ("kvar ~~struket~~ kvar", "kvar  kvar"),
    ("not[^1] här", "not här"),
]


@pytest.mark.parametrize(("marked", "words"), INLINE)
def test_marks_within_a_line(marked: str, words: str) -> None:
    assert plain(marked) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Avtal\n\nText.", "markdown"),
        ("Avtal\n\n**Vite** utgår.", "markdown"),
        ("| a | b |\n|---|---|\n| c | d |", "markdown"),
        ("Avtal\n\n- a\n- b\n\n#7 i listan, 10 * 3, _____ och [Bilaga 1].", "text"),
        ("Ort: _____ __________\nNamn: ____", "text"),
        ("§ 7 Vite\n====\n\nVite utgår.", "text"),
    ],
)
def test_markdown_is_told_by_its_marks(text: str, kind: str) -> None:
    assert sniff.kind(text.encode()) == kind


CONTRACT = """# Avtal om ledsagning

<!-- intern
anteckning -->

**Beställare:** Falköpings kommun, org.nr 212000-1744
**Leverantör:** Stöd & Service AB

## Innehåll

- [1. Omfattning](#omfattning)
- [2. Sanktioner](#sanktioner)

## 1. Omfattning

**1.1** Utföraren ska utföra ledsagning.

**1.2 Personal.** Personalen ska ha utdrag
som är högst sex månader gammalt.

1.3 Utföraren ska
   a) rapportera avvikelser,
   b) medverka vid kontroller.

## 2. Sanktioner

1. Vite utgår.
1. Kommunen får häva
   avtalet.

### Varning

* Skriftlig varning
    * lämnas inom 10 dagar
* Åtgärdsplan

- [ ] Utdrag visat

> Citerad lydelse gäller.

***

Slutord[^1].

[^1]: Fotnotens text.
[ref]: https://a.se
"""


def test_a_whole_contract() -> None:
    document = ingest.read(CONTRACT.encode())
    assert sections(document) == [
        "1 |Avtal om ledsagning",
        "2 1|Omfattning",
        "3 1.1|",
        "3 1.2|Personal",
        "3 1.3|",
        "2 2|Sanktioner",
        "3 |Varning",
    ]
    assert said(document) == [
        "Beställare: Falköpings kommun, org.nr 212000-1744",
        "Leverantör: Stöd & Service AB",
        "Utföraren ska utföra ledsagning.",
        "Personalen ska ha utdrag som är högst sex månader gammalt.",
        "Utföraren ska",
        "rapportera avvikelser,",
        "medverka vid kontroller.",
        "Vite utgår.",
        "Kommunen får häva avtalet.",
        "Skriftlig varning",
        "lämnas inom 10 dagar",
        "Åtgärdsplan",
        "Utdrag visat",
        "Citerad lydelse gäller.",
        "Slutord.",
        "Fotnotens text.",
    ]
    assert [part.name for part in document.ledger.parts] == ["HTML-kommentarer"]
    assert "footnote: Fotnotens text." in blocks(document)
    assert "list-item: 2. Kommunen får häva avtalet." in blocks(document)


def test_nested_items_have_levels_and_lead_ins() -> None:
    document = read("# A\n\nLeverantören ska:\n\n- lämna:\n    - listor\n    - underlag\n- spara")
    assert [block.level for block in document.blocks[2:]] == [0, 1, 1, 0]
    inner = "Leverantören ska:\n\n• lämna:"
    assert [lead for _, lead in led(document)] == ["", "Leverantören ska:", inner, inner, "Leverantören ska:"]


def test_struck_words_are_out_and_noted() -> None:
    document = read("# Vite\n\nVite utgår ~~inte~~ vid försening.\n\n- ~~Hela punkten.~~\n- Kvar.")
    assert said(document) == ["Vite utgår vid försening.", "Kvar."]
    assert [part.fate for part in document.ledger.parts] == ["left-out"]


def test_tables_with_escaped_pipes_and_empty_cells() -> None:
    document = read("| Krav | Svar |\n|:--|--:|\n| a \\| b | |\n| **c** | d |\n\nEfter.")
    assert [[document.quote(cell) for cell in block.cells] for block in document.blocks[:3]] == [
        ["Krav", "Svar"],
        ["a | b", ""],
        ["c", "d"],
    ]
    assert said(document)[-1] == "Efter."


def test_a_bold_line_is_a_heading() -> None:
    body = "Beställaren får häva avtalet med omedelbar verkan vid väsentligt avtalsbrott."
    assert sections(read(f"**Hävning**\n\n{body}\n\n**7 Vite**\n\n{body}")) == ["1 |Hävning", "1 7|Vite"]


def test_heading_attributes_and_hard_breaks() -> None:
    document = read("## 12. Tvist {#tvist}\n\nLeverantören ska  \nrapportera avvikelser.")
    assert sections(document) == ["2 12|Tvist"]
    assert led(document) == [("Leverantören ska", ""), ("rapportera avvikelser.", "Leverantören ska")]


def test_front_matter_is_text() -> None:
    document = read("---\ntitel: Avtal\ndnr: 2025/12\n---\n\n# Avtal\n\nText.")
    assert blocks(document)[:2] == ["paragraph: titel: Avtal", "paragraph: dnr: 2025/12"]


def test_code_and_html_are_text() -> None:
    document = read("# A\n\n```\nkod # här\n```\n\n<div>\nI en ruta.\n</div>")
    assert said(document) == ["kod # här", "I en ruta."]

"""One contract in many layouts: the statements, and what they inherit, are the same in all."""

import pytest
from word_files import cell, item, level, numbering, paragraph, row, run, styled, table, word_file

import ingest
from ingest.document import Document

EXPECTED = [
    (
        "Leverantören ska bedriva hemtjänst enligt socialtjänstlagen (2025:400) och Beställarens riktlinjer.",
        "Uppdraget",
        "",
    ),
    ("Uppdraget omfattar bl.a. omvårdnad.", "Uppdraget", ""),
    ("Leverantören får inte tacka nej till uppdrag.", "Uppdraget", ""),
    ("Leverantören ska på begäran visa upp:", "Uppdraget", ""),
    ("anställningsavtal, och", "Uppdraget", "Leverantören ska på begäran visa upp:"),
    ("utdrag ur belastningsregistret.", "Uppdraget", "Leverantören ska på begäran visa upp:"),
    ("Beställaren får häva avtalet om Leverantören", "Hävning", ""),
    ("lämnar oriktiga uppgifter, eller", "Hävning", "Beställaren får häva avtalet om Leverantören"),
    ("omfattas av 13 kap. 1 § LOU.", "Hävning", "Beställaren får häva avtalet om Leverantören"),
    ("Hävning ska ske skriftligen.", "Hävning", ""),
]
PLAIN = """1 Uppdraget

1.1 Leverantören ska bedriva hemtjänst enligt socialtjänstlagen (2025:400) och Beställarens riktlinjer.

1.2 Uppdraget omfattar bl.a. omvårdnad. Leverantören får inte tacka nej till uppdrag.

Leverantören ska på begäran visa upp:
- anställningsavtal, och
- utdrag ur belastningsregistret.

2 Hävning

2.1 Beställaren får häva avtalet om Leverantören
a) lämnar oriktiga uppgifter, eller
b) omfattas av 13 kap. 1 § LOU.

2.2 Hävning ska ske skriftligen.
"""
WRAPPED = """1   Uppdraget

1.1 Leverantören ska bedriva hemtjänst enligt socialtjänst-
    lagen (2025:400) och Beställarens riktlinjer.
1.2 Uppdraget omfattar bl.a. omvårdnad. Leverantören får inte
    tacka nej till uppdrag.

    Leverantören ska på begäran visa upp:
    •   anställningsavtal, och
    •   utdrag ur belastningsregistret.

2   Hävning

2.1 Beställaren får häva avtalet om Leverantören
    a)  lämnar oriktiga uppgifter, eller
    b)  omfattas av 13
        kap. 1 § LOU.
2.2 Hävning ska ske skriftligen.
"""
# As pdftotext gives a file where each number is set in a frame of its own: every section but the first was a page.
LOOSE_NUMBERS = PLAIN.replace("1 Uppdraget", "1\nUppdraget").replace("2 Hävning", "2\nHävning").replace(".1 ", ".1\n")
COLUMNS = """1 Uppdraget                                    - anställningsavtal, och
                                               - utdrag ur belastningsregistret.
1.1 Leverantören ska bedriva hemtjänst
enligt socialtjänstlagen (2025:400) och        2 Hävning
Beställarens riktlinjer.
                                               2.1 Beställaren får häva avtalet om Leve-
1.2 Uppdraget omfattar bl.a. omvård-           rantören
nad. Leverantören får inte tacka nej           a) lämnar oriktiga uppgifter, eller
till uppdrag.                                  b) omfattas av 13 kap. 1 § LOU.

Leverantören ska på begäran visa               2.2 Hävning ska ske skrift-
upp:                                           ligen.
"""
PANDOC = """1.  # Uppdraget

    1.  Leverantören ska bedriva hemtjänst enligt socialtjänstlagen
        (2025:400) och Beställarens riktlinjer.

    2.  Uppdraget omfattar bl.a. omvårdnad. Leverantören får inte tacka
        nej till uppdrag.

Leverantören ska på begäran visa upp:

-- anställningsavtal, och

-- utdrag ur belastningsregistret.

2.  # Hävning

    1.  Beställaren får häva avtalet om Leverantören

        1.  lämnar oriktiga uppgifter, eller

        2.  omfattas av 13 kap. 1 § LOU.

    2.  Hävning ska ske skriftligen.
"""
HTML = """<table>
<tr><td>1</td><td><b>Uppdraget</b></td></tr>
<tr><td>1.1</td><td><p>Leverantören ska bedriva hemtjänst enligt
socialtjänstlagen (2025:400) och Beställarens riktlinjer.</p></td></tr>
<tr><td>1.2</td><td>Uppdraget omfattar bl.a. omvårdnad. Leverantören får inte tacka nej till uppdrag.</td></tr>
</table>

Leverantören ska på begäran visa upp:

- anställningsavtal, och
- utdrag ur belastningsregistret.

| 2 | **Hävning** |
|---|---|
| 2.1 | Beställaren får häva avtalet om Leverantören |

a\\) lämnar oriktiga uppgifter, eller

b\\) omfattas av 13 kap. 1 § LOU.

2.2 Hävning ska ske skriftligen.
"""


def inherited(document: Document) -> list[tuple[str, str, str]]:
    """Every statement with the last title above it and its lead-in."""
    found = []
    for each in document.statements:
        titles = [section.title for section in document.path(each.section) if section.title]
        lead = " ".join(document.quote(each.lead_in).split()) if each.lead_in else ""
        found.append((" ".join(document.quote(each.span).split()), titles[-1] if titles else "", lead))
    return found


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        WRAPPED,
        LOOSE_NUMBERS,
        COLUMNS,
        PANDOC,
        HTML,
        "\n".join(f"> {line}" for line in PLAIN.split("\n")),
        "\n".join(f">> {line}".rstrip() for line in WRAPPED.split("\n")),
    ],
    ids=["plain", "wrapped", "loose", "columns", "pandoc", "html", "mail", "mail twice"],
)
def test_texts(text: str) -> None:
    assert inherited(ingest.read(text.encode())) == EXPECTED


def word_items() -> str:
    said = [each for each, _, _ in EXPECTED]
    return (
        styled("Rubrik1", "Uppdraget")
        + item(said[0], 1, 1)
        + item(f"{said[1]} {said[2]}", 1, 1)
        + paragraph(said[3])
        + item(said[4], 2)
        + item(said[5], 2)
        + styled("Rubrik1", "Hävning")
        + item(said[6], 1, 1)
        + item(said[7], 1, 2)
        + item(said[8], 1, 2)
        + item(said[9], 1, 1)
    )


def word_rows() -> str:
    said = [each for each, _, _ in EXPECTED]
    bold = "<w:b/>"
    return table(
        row("1", cell(paragraph(run("Uppdraget", bold)))),
        row("1.1", said[0]),
        row("1.2", f"{said[1]} {said[2]}"),
        row("", cell("".join([paragraph(said[3]), item(said[4], 2), item(said[5], 2)]))),
        row("2", cell(paragraph(run("Hävning", bold)))),
        row("2.1", cell("".join([paragraph(said[6]), paragraph(f"a) {said[7]}"), paragraph(f"b) {said[8]}")]))),
        row("2.2", said[9]),
    )


@pytest.mark.parametrize("body", [word_items(), word_rows()], ids=["lists", "numbers in a table"])
def test_word_files(body: str) -> None:
    """Items at the third level of a list had the item before them as lead-in; clauses in a table were rows."""
    outline = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "%3)")
    lists = numbering({0: outline, 1: level(0, "bullet", "•")}, {1: "0", 2: "1"})
    assert inherited(ingest.read(word_file(body, parts={"numbering.xml": lists}))) == EXPECTED

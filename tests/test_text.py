"""Plain text as people and programs write it: encodings, wrapped lines, hyphens, pages, columns, tables."""

import pytest

from ingest.plain.hyphens import joined
from tests.documents import blocks, read, said, sections

WORDS = "Leverantören ska följa § 7, hälsa och övriga åligganden."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252", "latin-1"],
)
def test_encodings(encoding: str) -> None:
    import ingest

    document = ingest.read(f"Avtal\r\n\r\n{WORDS}\r\n".encode(encoding))
    assert said(document)[-1] == WORDS
    assert "\r" not in document.text


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        ("en arbets-", "givare ska", "en arbetsgivare ska"),
        ("hälso-", "och sjukvård", "hälso- och sjukvård"),
        ("betal-", "eller drivmedelskort", "betal- eller drivmedelskort"),
        ("som rams-", "och avropsavtal", "som rams- och avropsavtal"),
        ("vår IT-", "drift sker", "vår IT-drift sker"),
        ("enligt LOU-", "reglerna", "enligt LOU-reglerna"),
        ("den 2027-10-", "16 gäller", "den 2027-10-16 gäller"),
        ("åren 2025–", "2027", "åren 2025–2027"),
        ("som e-", "post", "som e-post"),
        ("Region-", "Norr", "Region-Norr"),
        ("inköp/", "upphandling", "inköp/upphandling"),
        ("arbetet -", "nya risker", "arbetet - nya risker"),
        ("utan streck", "går det", "utan streck går det"),
        ("ett F-", "skattebevis", "ett F-skattebevis"),
    ],
)
def test_line_end_hyphens(left: str, right: str, text: str) -> None:
    assert joined(left, right) == text


def test_a_word_that_is_hyphenated_elsewhere_keeps_its_hyphen() -> None:
    assert joined("en vd-", "instruktion", {"vd-instruktion"}) == "en vd-instruktion"


WRAPPED = """Leverantören ska utan dröjsmål och senast inom 24 timmar underrätta
Beställaren om misstänkt välfärdsbrott, polisanmälan eller tillsyn enligt
7.2 och bilaga 3. Underrättelsen ska vara skriftlig och lämnas till arbets-
givarens kontaktperson.
- Första punkten i listan är så lång att den måste brytas på raden
  och fortsätter här.
- Andra punkten.

Nytt stycke börjar här.
"""


def test_wrapped_lines_are_joined() -> None:
    assert blocks(read(WRAPPED)) == [
        "paragraph: Leverantören ska utan dröjsmål och senast inom 24 timmar underrätta Beställaren om misstänkt "
        "välfärdsbrott, polisanmälan eller tillsyn enligt 7.2 och bilaga 3. Underrättelsen ska vara skriftlig och "
        "lämnas till arbetsgivarens kontaktperson.",
        "list-item: - Första punkten i listan är så lång att den måste brytas på raden och fortsätter här.",
        "list-item: - Andra punkten.",
        "paragraph: Nytt stycke börjar här.",
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    long = "Leverantören ska följa lagar, förordningar, föreskrifter och allmänna råd. " * 4
    assert len(read(f"{long}\n{long}\n{long}").blocks) == 3


def test_lines_of_slides_are_joined_over_their_own_widths() -> None:
    text = "• Skriver intyg som möjliggör\nbidragsbrott\n• Förskriver läkemedel som\nsäljs vidare"
    assert said(read(text)) == ["Skriver intyg som möjliggör bidragsbrott", "Förskriver läkemedel som säljs vidare"]


def test_a_bullet_or_number_alone_takes_the_next_line() -> None:
    assert blocks(read("Kraven är:\n•\nförsäkring\n•\ntillstånd\n\n7.2\nVite\nVite utgår vid försening av rapporten."))[
        1:
    ] == [
        "list-item: • försäkring",
        "list-item: • tillstånd",
        "heading: 7.2 Vite",
        "paragraph: Vite utgår vid försening av rapporten.",
    ]


def test_a_figure_alone_is_a_page_number_unless_it_is_the_next_section() -> None:
    text = "Hälso- och sjukvårdsförvaltningen\n\n4\n\nResultat av arbetet\n\n- återkrav"
    assert "page-number: 4" in blocks(read(text))
    assert sections(read("1\n\nParter\n\nAvtalet gäller mellan Region Dalarna och Omsorg AB.")) == ["1 1|Parter"]


@pytest.mark.parametrize("page", ["Sida {} (3)", "Sida {}/3", "{} (3)", "{}/3", "- {} -", "Sid {} av 3", "{}"])
def test_page_numbers(page: str) -> None:
    texts = ["Avtalet gäller mellan Region Dalarna och", "Omsorg AB och dess dotterbolag.", "Det upphör 2027."]
    document = read(
        "\f".join(f"Region Dalarna\nDnr 2025/{12}\n\n{text}\n\n{page.format(n)}\n" for n, text in enumerate(texts, 1))
    )
    assert said(document) == [
        "Avtalet gäller mellan Region Dalarna och Omsorg AB och dess dotterbolag.",
        "Det upphör 2027.",
    ] or (said(document) == [*texts])
    assert len(document.pages) == 3
    assert [block.page for block in document.blocks if block.kind == "page-number"] == [1, 2, 3]


def test_furniture_in_the_middle_of_a_sentence_without_form_feeds() -> None:
    parts = ["Leverantören ska lämna", "uppgifter om anställda.", "Det sker årligen."]
    text = "\n".join(f"{part}\nSida {page} (3)\nDnr 2025/1" for page, part in enumerate(parts, 1))
    assert said(read(text)) == ["Leverantören ska lämna uppgifter om anställda.", "Det sker årligen."]


LAYOUT = """3.   Vite

     Brist                     Vite                  Anmärkning
     Utebliven rapport         5 000 kr              Per tillfälle
     Oriktig uppgift i         10 000 kr             Per tillfälle, dock högst
     fakturaunderlag                                 100 000 kr
     Otillåten underleve-      20 000 kr             Per vecka
     rantör

4.   Uppsägning

     Beställaren får säga upp avtalet med tre månaders uppsägningstid.
"""


def test_aligned_columns_are_a_table() -> None:
    document = read(LAYOUT)
    assert blocks(document)[1:5] == [
        "table-head: Brist\tVite\tAnmärkning",
        "table-row: Utebliven rapport\t5 000 kr\tPer tillfälle",
        "table-row: Oriktig uppgift i fakturaunderlag\t10 000 kr\tPer tillfälle, dock högst 100 000 kr",
        "table-row: Otillåten underleverantör\t20 000 kr\tPer vecka",
    ]
    assert sections(document) == ["1 3|Vite", "1 4|Uppsägning"]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    text = """Leverantören ska betala skatter och       Beställaren har rätt till insyn i
avgifter i rätt tid och i övrigt          verksamheten och får när som helst
följa gällande lagstiftning under         göra oanmälda besök i lokalerna hos
hela avtalstiden samt på begäran          leverantören och dess underleveran-
visa detta.                               törer.
"""
    assert said(read(text)) == [
        "Leverantören ska betala skatter och avgifter i rätt tid och i övrigt följa gällande lagstiftning under hela "
        "avtalstiden samt på begäran visa detta.",
        "Beställaren har rätt till insyn i verksamheten och får när som helst göra oanmälda besök i lokalerna hos "
        "leverantören och dess underleverantörer.",
    ]


def test_double_spaces_are_no_columns() -> None:
    assert said(read("Vid  bristande   fullgörande  utgår  vite.\nVitet  uppgår  till   5 000 kr.")) == [
        "Vid bristande fullgörande utgår vite.",
        "Vitet uppgår till 5 000 kr.",
    ]


@pytest.mark.parametrize("gap", [" | ", "\t"])
def test_pipes_and_tabs_make_tables(gap: str) -> None:
    rows = [("Roll", "Ansvar", "Tid"), ("Beställare", "Uppföljning", "Kvartal"), ("Leverantör", "Rapport", "Månad")]
    document = read("\n".join(gap.join(row) for row in rows))
    assert [block.kind.value for block in document.blocks] == ["table-head", "table-row", "table-row"]
    assert [[document.quote(cell) for cell in block.cells] for block in document.blocks] == [list(row) for row in rows]


@pytest.mark.parametrize(("line", "level"), [("=====", 1), ("-----", 2)])
def test_underlined_headings(line: str, level: int) -> None:
    document = read(f"Insyn\n{line}\n\nBeställaren har rätt till insyn.")
    assert sections(document) == [f"{level} |Insyn"]
    assert line not in document.text


def test_placeholders_stay() -> None:
    text = "Ort och datum: ______________\n\n[NAMN] enligt [Bilaga 1], 10 * 3 = XX"
    assert all(word in read(text).text for word in text.split())


def test_a_paragraph_has_an_end() -> None:
    """66,000 lines of "a-" were one paragraph, and every line was joined to all that stood before it: seven seconds."""
    for text in ("a-\n" * 20_000, "# A\n\n" + "ett, \n" * 20_000):
        assert all(len(block.span) < 21_000 for block in read(text).blocks)


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        ("(arbets-", "givare", "(arbetsgivare"),
        ("x" * 200 + "-", "y", "x" * 200 + "y"),
        ("- -", "nya", "- - nya"),
        ("a.b-", "c", "a.b-c"),
    ],
)
def test_hyphens_of_odd_words(left: str, right: str, text: str) -> None:
    assert joined(left, right) == text

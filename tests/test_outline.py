"""Headings, numbers, contents lists: which section every statement lies in."""

import pytest

from ingest.numbers import Family, label
from tests.documents import blocks, read, said, sections

BODY = "Leverantören ska följa gällande lagar och förordningar under hela avtalstiden."

LABELS = [
    ("7 Påföljder", "7", Family.DECIMAL, (7,)),
    ("7.2 Vite", "7.2", Family.DECIMAL, (7, 2)),
    ("2.1.1 Insyn", "2.1.1", Family.DECIMAL, (2, 1, 1)),
    ("1. Parter", "1.", Family.DECIMAL, (1,)),
    ("5.0 Bankgaranti", "5.0", Family.DECIMAL, (5,)),
    ("§ 7 Vite", "§ 7", Family.PARAGRAPH, (7,)),
    ("§7", "§7", Family.PARAGRAPH, (7,)),
    ("7 § Vite", "7 §", Family.PARAGRAPH, (7,)),
    ("7 a § Vite", "7 a §", Family.PARAGRAPH, (7, ord("a"))),
    ("a) inom tio dagar", "a)", Family.LETTER, (1,)),
    ("a. inom tio dagar", "a.", Family.LETTER, (1,)),
    ("(b) inom tio dagar", "(b)", Family.LETTER, (2,)),
    ("(i) inom tio dagar", "(i)", Family.ROMAN, (1,)),
    ("iv) inom tio dagar", "iv)", Family.ROMAN, (4,)),
    ("IV. Sanktioner", "IV.", Family.CAPITAL_ROMAN, (4,)),
    ("1) inom tio dagar", "1)", Family.PARENTHESIS, (1,)),
    ("Punkt 4.2 Vite", "Punkt 4.2", Family.NAMED, (4, 2)),
    ("Artikel 4 Vite", "Artikel 4", Family.NAMED, (4,)),
    ("Kap. 3 Vite", "Kap. 3", Family.CHAPTER, (3,)),
    ("Kapitel 3", "Kapitel 3", Family.CHAPTER, (3,)),
    ("3 kap. Vite", "3 kap.", Family.CHAPTER, (3,)),
    ("Bilaga 3 – Pris", "Bilaga 3", Family.APPENDIX, (3,)),
    ("BILAGA A", "BILAGA A", Family.APPENDIX, (ord("a"),)),
    ("• vite", "•", Family.BULLET, ()),
    ("R1. Säkerställ", "R1.", Family.CODED, (1,)),
    ("Rekommendation 2: Säkerställ", "Rekommendation 2:", Family.CODED, (2,)),
    ("1.Parter", "1.", Family.DECIMAL, (1,)),
    ("7.2Vite", "7.2", Family.DECIMAL, (7, 2)),
    ("7: Tvist", "7:", Family.DECIMAL, (7,)),
    ("8 – Övrigt", "8", Family.DECIMAL, (8,)),
    ("- vite", "-", Family.BULLET, ()),
    ("➢ vite", "➢", Family.BULLET, ()),
    ("E.4 Har Köparen", "E.4", Family.PREFIXED, (69, 4)),
    ("A 7.6 Köparen", "A 7.6", Family.PREFIXED, (65, 7, 6)),
    ("AFC.531 Vite", "AFC.531", Family.PREFIXED, tuple(map(ord, "AFC.531"))),
    ("7.2) Vite", "7.2)", Family.DECIMAL, (7, 2)),
    ("H.2 ☒ [Vid försening", "H.2 ☒", Family.PREFIXED, (72, 2)),
    ("☐ 3.2 Vite", "☐ 3.2", Family.DECIMAL, (3, 2)),
    ("a) [x] Vite", "a) [x]", Family.LETTER, (1,)),
    ("[ ] Vite", "[ ]", Family.BULLET, ()),
    ("☒Vite", "☒", Family.BULLET, ()),
]


@pytest.mark.parametrize(("text", "printed", "family", "path"), LABELS)
def test_labels(text: str, printed: str, family: Family, path: tuple[int, ...]) -> None:
    found = label(text)
    assert found is not None
    assert (found.printed, found.family, found.path) == (printed, family, path)


@pytest.mark.parametrize(
    "text",
    [
        "10 000 kronor utgår i vite.",
        "2026 ska avtalet ses över.",
        "12 januari 2026 träffades avtalet.",
        "1.1.2026 började avtalet gälla.",
        "2026-01-01 börjar avtalet gälla.",
        "30 dagar efter mottagandet betalas fakturan.",
        "5 % av kontraktssumman utgår.",
        "0,5 procent per vecka.",
        "§ 7 gäller inte underleverantörer.",
        "7 § kommunallagen gäller.",
        "13 kap. 1 § LOU anger uteslutningsgrunder.",
        "I avtalet anges priset.",
        "Bilagan ska följas.",
        "Avsnittet gäller inte.",
        "-3 grader var det.",
        "3D-modeller lämnas.",
        "AB 04 gäller.",
        "Å andra sidan gäller detta.",
        "I 7.2 Priser anges timpriset.",
        "E.4 gäller inte underleverantörer.",
        "A4-papper används.",
        "E.ON levererar el.",
        "[Vid försening utgår vite.]",
    ],
)
def test_what_begins_a_sentence_is_no_label(text: str) -> None:
    assert label(text) is None


SECTIONS = [
    (f"1 Parter\n\n{BODY}\n\n1.1 Avtalstid\n\n{BODY}", ["1 1|Parter", "2 1.1|Avtalstid"]),
    (f"7 Påföljder\n\n7.1 {BODY}\n\n7.2 {BODY}", ["1 7|Påföljder", "2 7.1|", "2 7.2|"]),
    (f"7 Påföljder\n\n7.1 Vite. {BODY}", ["1 7|Påföljder", "2 7.1|Vite"]),
    (f"7 Påföljder\n\n7.1 Vite: {BODY}", ["1 7|Påföljder", "2 7.1|Vite"]),
    (f"§ 7 Vite\n{BODY}\n\n8 § Hävning\n{BODY}", ["1 § 7|Vite", "1 8 §|Hävning"]),
    (f"§ 7\nVite\n{BODY}", ["1 § 7|Vite"]),
    (f"5.0 Bankgaranti\n{BODY}\n5.1 Belopp\n{BODY}", ["1 5.0|Bankgaranti", "2 5.1|Belopp"]),
    (f"Kap. 3 Vite\n{BODY}\n3.1 Belopp\n{BODY}", ["1 Kap. 3|Vite", "2 3.1|Belopp"]),
    (f"KAPITEL 2\nPÅFÖLJDER\n{BODY}\n§ 4 Vite\n{BODY}", ["1 KAPITEL 2|PÅFÖLJDER", "2 § 4|Vite"]),
    (f"Artikel 4 Vite\n{BODY}\nArtikel 5\nHävning\n{BODY}", ["1 Artikel 4|Vite", "1 Artikel 5|Hävning"]),
    (f"I. ALLMÄNT\n{BODY}\nII. PÅFÖLJDER\n{BODY}", ["1 I|ALLMÄNT", "1 II|PÅFÖLJDER"]),
    (f"PÅFÖLJDER\n\n{BODY}\n\nPRISER\n\n{BODY}", ["1 |PÅFÖLJDER", "1 |PRISER"]),
    (f"Vite och hävning\n\n{BODY}", ["1 |Vite och hävning"]),
    (f"Vad händer om ni inte levererar?\n{BODY}", ["1 |Vad händer om ni inte levererar?"]),
    (f"Om leverantören bryter mot avtalet\n{BODY}", ["1 |Om leverantören bryter mot avtalet"]),
    (
        f"8 Tvist\n\n{BODY}\n\nBilaga 2 – Pris\n\n1 Allmänt\n\n{BODY}\n\n1.1 Moms\n\n{BODY}",
        ["1 8|Tvist", "1 Bilaga 2|Pris", "2 1|Allmänt", "3 1.1|Moms"],
    ),
    (
        f"3 Handlingar\n\nDe gäller i följande ordning:\n\n1. Avtalet\n2. Anbudet\n\n4 Vite\n\n{BODY}",
        ["1 3|Handlingar", "1 4|Vite"],
    ),
    (f"3 Handlingar\n\n1. Avtalet\n2. Anbudet\n\n4 Vite\n\n{BODY}", ["1 3|Handlingar", "1 4|Vite"]),
    (f"Stödet\n\n{BODY}\n\nDaniel Schützer\n\nOrdförande\n\nBox 712, 791 29 Falun", ["1 |Stödet"]),
]


@pytest.mark.parametrize(("text", "expected"), SECTIONS)
def test_sections_nest(text: str, expected: list[str]) -> None:
    assert sections(read(text)) == expected


def test_a_numbered_sentence_is_running_text_of_its_own_section() -> None:
    document = read(f"7 Påföljder\n\n7.2 {BODY}")
    assert blocks(document)[1] == f"paragraph: 7.2 {BODY}"
    assert document.blocks[1].number == "7.2"
    assert said(document) == [BODY]
    assert [each.number for each in document.path(document.statements[0].section)] == ["7", "7.2"]


def test_a_contents_list_is_not_the_headings() -> None:
    text = f"Innehåll\n\n1 Parter\n2 Vite\n3 Tvist\n\n1 Parter\n\n{BODY}\n\n2 Vite\n\n{BODY}\n\n3 Tvist\n\n{BODY}"
    document = read(text)
    assert [line for line in blocks(document) if line.startswith("contents")] == [
        "contents: Innehåll",
        "contents: 1 Parter",
        "contents: 2 Vite",
        "contents: 3 Tvist",
    ]
    assert sections(document) == ["1 1|Parter", "1 2|Vite", "1 3|Tvist"]


@pytest.mark.parametrize("leader", [" ........ ", " . . . . . . ", " …… "])
def test_dot_leaders_make_contents_without_a_title(leader: str) -> None:
    document = read(f"7 Hävning{leader}12\n\n7 Hävning\n\n{BODY}")
    assert [block.kind.value for block in document.blocks] == ["contents", "heading", "paragraph"]


def test_contents_lines_with_page_numbers_after_their_title() -> None:
    document = read(f"Innehållsförteckning\n1 Parter   2\n2 Vite   3\n\n1 Parter\n\n{BODY}\n\n2 Vite\n\n{BODY}")
    assert sections(document) == ["1 1|Parter", "1 2|Vite"]


def test_recommendations_that_come_again_as_headings_are_no_contents() -> None:
    """A reply listed three recommendations and then answered under each: the list vanished from the statements."""
    asked = [
        "Säkerställa att en riskanalys görs",
        "Säkerställa att personalen utbildas",
        "Säkerställa att rutiner finns",
    ]
    answers = "\n\n".join(f"{each}\n\nNämnden har genomfört åtgärden under året och följer upp den." for each in asked)
    for sign in ("• ", "1. ", ""):
        listed = "\n\n".join(sign.replace("1", str(place)) + each for place, each in enumerate(asked, 1))
        document = read(f"Följande rekommendationer lämnas:\n\n{listed}\n\n{answers}")
        assert not [line for line in blocks(document) if line.startswith("contents")]


def test_a_recommendation_as_heading_is_a_heading_and_a_statement() -> None:
    answer = "Nämnden har genomfört åtgärden under året och följer upp den löpande."
    document = read(f"Säkerställa att en riskanalys genomförs\n\n{answer}")
    assert sections(document) == ["1 |Säkerställa att en riskanalys genomförs"]
    assert said(document) == ["Säkerställa att en riskanalys genomförs", answer]


def test_few_words_with_an_amount_are_a_clause() -> None:
    assert said(read("3 Priser\n\n3.1 Timpris 450 kr exkl. moms\n\n3.2 Vite 5 000 kronor per dag")) == [
        "Timpris 450 kr exkl. moms",
        "Vite 5 000 kronor per dag",
    ]


def test_an_initial_is_no_list_and_a_lettered_list_is() -> None:
    document = read("A. Svensson är kontaktperson för avtalet och dess bilagor.")
    assert blocks(document) == ["paragraph: A. Svensson är kontaktperson för avtalet och dess bilagor."]


def test_i_after_h_is_a_letter() -> None:
    document = read("Leverantören ska:\ng) rapportera\nh) betala\ni) spara\nj) visa")
    assert {block.level for block in document.blocks[1:]} == {0}

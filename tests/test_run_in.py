"""Headings run in at the beginning of a paragraph: out of the statements, titles of a section."""

import pytest
from word_files import item, paragraph, run, word_file

import ingest
from ingest.document import Document
from tests.documents import read, said

RIGHT = "Beställaren får granska verksamheten."


def titled(document: Document) -> list[tuple[str, str]]:
    """Every statement with the title of its innermost section."""
    return [
        (document.quote(each.span), document.sections[each.section].title if each.section is not None else "")
        for each in document.statements
    ]


# "**Insyn.** Beställaren får ..." gave "Insyn." as a statement of one word, and nothing said what the next was about.
MARKED = [
    f"**Insyn.** {RIGHT}",
    f"*Insyn.* {RIGHT}",
    f"__Insyn__. {RIGHT}",
    f"***Insyn*** {RIGHT}",
    f"**Insyn:** {RIGHT}",
    f"**Insyn** – {RIGHT}",
    f"- **Insyn.** {RIGHT}",
    f"- ☒ **Insyn.** {RIGHT}",
    f"- [x] Insyn. {RIGHT}",
    f"☒ Insyn. {RIGHT}",
    f"a) Insyn. {RIGHT}",
    f"Insyn. {RIGHT}",
    f"7.2 **Insyn.** {RIGHT}",
    f"**7.2 Insyn.** {RIGHT}",
    f"1. **Insyn** {RIGHT}",
]


@pytest.mark.parametrize("text", MARKED)
def test_a_run_in_heading_is_a_title_and_no_statement(text: str) -> None:
    assert titled(read(f"# Avtal\n\n{text}")) == [(RIGHT, "Insyn")]


@pytest.mark.parametrize(
    "text",
    [
        f"**Beställaren** får granska. {RIGHT}",
        "**Beställare:** Falköpings kommun, org.nr 212000-1744",
        f"Ja. {RIGHT}",
        "Timpris 450 kr. Moms tillkommer och ska anges.",
        "Region Dalarna. Box 712, 791 29 Falun",
        "**Hela stycket är fetstilt och ska läsas.**",
        "Leverantören ansvarar för:\n\n- Personal. Den ska vara utbildad.",
    ],
)
def test_what_is_no_run_in_heading(text: str) -> None:
    words = " ".join(text.replace("*", "").replace("- ", "").split())
    assert " ".join(said(read(f"# Avtal\n\n{text}"))) == words


def test_a_run_in_heading_lies_beside_others_and_within_the_heading_above() -> None:
    document = read(f"# Kontroll\n\n**Insyn.** {RIGHT}\n\nDet sker årligen.\n\n**Vite.** {RIGHT}\n\n1.1 {RIGHT}")
    assert [(section.level, section.number, section.title) for section in document.sections] == [
        (1, "", "Kontroll"),
        (2, "", "Insyn"),
        (2, "", "Vite"),
        (3, "1.1", ""),
    ]
    assert titled(document)[1] == ("Det sker årligen.", "Insyn")


def test_what_follows_a_list_is_not_under_its_last_item() -> None:
    text = f"# Kontroll\n\n- **Insyn.** {RIGHT}\n    - Det sker årligen.\n- **Vite.** {RIGHT}\n\nAvtalet gäller."
    assert titled(read(text)) == [
        (RIGHT, "Insyn"),
        ("Det sker årligen.", "Insyn"),
        (RIGHT, "Vite"),
        ("Avtalet gäller.", "Kontroll"),
    ]


@pytest.mark.parametrize("look", ["<w:b/>", "<w:i/>", '<w:u w:val="single"/>'])
def test_run_in_headings_of_word(look: str) -> None:
    body = paragraph(run("Insyn och", look) + run(" kontroll av anlitade", look) + run(". ") + run(RIGHT))
    body += item("Vite", 1).replace("Vite", f"</w:t></w:r>{run('Vite ', look)}{run(RIGHT)}<w:r><w:t>", 1)
    assert titled(ingest.read(word_file(body)))[0] == (RIGHT, "Insyn och kontroll av anlitade")
    assert titled(ingest.read(word_file(body)))[1] == (RIGHT, "Vite")


def test_a_heading_above_a_line_break_is_run_in() -> None:
    body = paragraph(run("Insyn") + "<w:r><w:br/></w:r>" + run(RIGHT))
    assert titled(ingest.read(word_file(body))) == [(RIGHT, "Insyn")]

"""The HTML report: self-contained, everything of the document escaped, every link within the page leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from handmade import AGAINST, FOR, report

from api.english import ENGLISH
from api.reports.html import page
from api.reports.view import findings
from api.tongue import Tongue
from api.trouble import Refused
from checks.finding import ContractReport, Status
from clauses import load

API = Path(__file__).parents[1] / "api"


class Reader(HTMLParser):
    """Collects what the tests ask of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.attributes: set[str] = set()
        self.headings: list[int] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and tag == "a":
                self.links.append(value or "")
            if name in ("src", "href") and tag != "a" and not (value or "").startswith("#"):
                self.fetched.append(value or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.text += data


FORMS: list[list[ContractReport | Refused]] = [
    [report()],
    [report(), report("b.docx", (Status.MET,)), Refused("<i>c</i>.pdf", "filen är tom; välj en annan")],
    [Refused("c.pdf", "filen är tom; välj en annan")],
]


@pytest.mark.parametrize("outcomes", FORMS, ids=["one", "several", "none"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_stands_alone_and_holds_together(outcomes: list[ContractReport | Refused], language: str) -> None:
    html = page(outcomes, load(), language)
    read = Reader(html)
    assert "script" not in read.tags
    assert read.fetched == []
    assert "style" not in read.attributes
    assert not any(name.startswith("on") for name in read.attributes)
    assert len(read.ids) == len(set(read.ids))
    assert all(link.startswith("#") and link[1:] in read.ids for link in read.links)
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(read.headings, read.headings[1:], strict=False))
    assert html.startswith(f'<!doctype html>\n<html lang="{language}">')


def test_its_own_policy_allows_its_own_style_only() -> None:
    html = page([report()], load())
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;" in html
    assert "url(" not in style.group(1)
    assert "@import" not in style.group(1)


def test_every_word_of_the_document_is_escaped() -> None:
    html = page([report(name='<script>alert("namn")</script>.pdf')], load())
    assert "<script" not in html
    assert "<b>hemtjänst" not in html
    assert "&lt;script&gt;" in html
    assert "\x07" not in html
    assert "\x1b" not in html
    words = " ".join(Reader(html).text.split())
    assert AGAINST.replace("\x07", "\\x07").replace("\x1b", "\\x1b") in words
    assert FOR in words


def test_deciding_words_are_marked_within_the_whole_quote() -> None:
    html = page([report()], load())
    assert "<mark>har Beställaren rätt till vite</mark> med <mark>10 000 kronor</mark> för varje" in html


def test_a_quote_is_shown_with_its_neighbours() -> None:
    around = findings(report(), load(), Tongue())[0].quotes[0].around
    assert around == ("7.2 Vite", FOR, "7.4 Ansvar")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_answer_the_chain_and_the_reading_are_told(language: str) -> None:
    words = " ".join(Reader(page([report()], load(), language)).text.split())
    told = {
        "sv": [
            "Fyra krav motsägs och fyra saknas",
            "Påföljdskedjan brister vid",
            "Läst: 1 av 2 sidor",
            "läst i lagtext",
        ],
        "en": [
            "Four requirements are contradicted",
            "The chain of sanctions breaks at",
            "Read: 1 of 2 pages",
            "Quote 1",
        ],
    }
    for saying in told[language]:
        assert saying in words


def test_all_findings_are_on_the_page_and_a_missing_one_says_what_was_read() -> None:
    read = Reader(page([report(statuses=(Status.MISSING,))], load()))
    assert {requirement.id for requirement in load().requirements} <= set(read.ids)
    assert "Läst utan träff: 1 av 2 sidor." in " ".join(read.text.split())


def test_a_contract_without_facts_is_called_by_its_file() -> None:
    nameless = replace(
        report(), facts=replace(report().facts, title=None, parties=(), reference=None, start=None, end=None)
    )
    assert "<title>avtal.pdf – klausul</title>" in page([nameless], load())


def test_every_word_of_klausuls_own_has_its_english() -> None:
    """English readers got a KeyError when a template had words that nobody had put into English."""
    templates = "".join(path.read_text(encoding="utf-8") for path in (API / "templates").glob("*.html"))
    code = "".join(path.read_text(encoding="utf-8") for path in API.rglob("*.py"))
    used = set(re.findall(r"\bt\(\"([^\"]+)\"", templates + code))
    used |= set(re.findall(r"\btongue\(\s*[\"']([^\"']+)[\"']", code))
    assert used - set(ENGLISH) == set()

"""The text report: the answer first, then the gaps, worst first, and nothing that steers a terminal."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from handmade import report

from api.reports.html import page
from api.reports.json import line
from api.reports.text import render, summary
from api.reports.verdict import chain, chain_sentence, sentence
from api.tongue import Tongue
from api.trouble import Refused
from checks.finding import PLEASE_READ, Status
from clauses import load

M, P, S, C, U = Status.MET, Status.PARTIAL, Status.MISSING, Status.CONTRADICTED, Status.UNDETERMINED


def statuses(**counts: int) -> tuple[Status, ...]:
    letters = {"m": M, "p": P, "s": S, "c": C, "u": U}
    return tuple(letters[letter] for letter, count in counts.items() for _ in range(count))


SENTENCES = [
    (
        statuses(c=1, s=3, p=5, u=1, m=12),
        "Ett krav motsägs och tre saknas",
        "One requirement is contradicted and three are missing",
    ),
    (statuses(c=2, m=20), "Två krav motsägs", "Two requirements are contradicted"),
    (statuses(s=1, m=21), "Ett krav saknas", "One requirement is missing"),
    (statuses(s=13, m=9), "13 krav saknas", "13 requirements are missing"),
    (
        statuses(u=1, p=2, m=19),
        "Ett krav är oklart och två är delvis uppfyllda",
        "One requirement is unclear and two are partially met",
    ),
    (statuses(p=1, m=21), "Ett krav är delvis uppfyllt", "One requirement is partially met"),
    (statuses(u=2, m=20), "Två krav är oklara", "Two requirements are unclear"),
    (statuses(m=22), "Alla 22 krav är uppfyllda", "All 22 requirements are met"),
    (statuses(s=22), "Alla 22 krav saknas", "All 22 requirements are missing"),
    (statuses(u=22), "Alla 22 krav är oklara", "All 22 requirements are unclear"),
]


@pytest.mark.parametrize(("found", "swedish", "english"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_the_verdict_in_a_sentence(found: tuple[Status, ...], swedish: str, english: str) -> None:
    whole = report(statuses=found)
    assert len(whole.findings) == 22
    assert sentence(whole, Tongue("sv")) == swedish
    assert sentence(whole, Tongue("en")) == english


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((M,), "Påföljdskedjan håller"),
        ((P,), "Påföljdskedjan håller, men har svaga länkar"),
        ((U,), "Påföljdskedjan kan inte avgöras vid skyldighet, granskning, bevis, påföljd och återbetalning"),
        ((S,), "Påföljdskedjan brister vid skyldighet, granskning, bevis, påföljd och återbetalning"),
    ],
)
def test_the_chain_in_a_sentence(found: tuple[Status, ...], said: str) -> None:
    assert chain_sentence(chain(report(statuses=found)), Tongue("sv")) == said


def test_the_answer_comes_first_and_gaps_stand_worst_first() -> None:
    text = render(report(), load())
    places = [text.index(word) for word in ("krav motsägs", "MOTSÄGS", "SAKNAS", "OKLART", "DELVIS", "UPPFYLLT")]
    assert places == sorted(places)
    assert "7.4 Ansvar, sida 1, talar emot" in text
    assert "Så kan det stå: " in text
    assert "Inte läst: sida 2" in text


def test_several_files_end_in_a_summary() -> None:
    told = summary([report(), Refused("b\n.pdf", "filen är tom; välj en annan"), report("c.pdf", (M,))]).splitlines()
    assert told == [
        "Sammanfattning",
        "avtal.pdf: Fyra krav motsägs och fyra saknas.",
        "b\\n.pdf: kunde inte läsas, filen är tom; välj en annan",
        "c.pdf: Alla 22 krav är uppfyllda.",
    ]


def test_no_colour_in_a_pipe_and_nothing_of_the_document_steers_the_terminal() -> None:
    assert "\x1b" not in render(report(), load())
    coloured = render(report(), load(), colour=True)
    assert "\x1b[" in coloured
    assert "\x1b[31mvite" not in coloured
    assert "\\x1b[31m" in re.sub(r"\x1b\[[0-9;]*m", "", coloured).replace("\n", "")


@pytest.mark.parametrize("width", [40, 72, 200])
def test_lines_fit_the_width(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(len(line) for line in render(report(), load()).splitlines()) <= min(width, 100)


def test_english_has_english_words() -> None:
    text = render(report(), load(), "en")
    assert "CONTRADICTED" in text
    assert "Not read: sida 2" in text
    assert "motsägs" not in text


@pytest.mark.parametrize("status", [M, P, S, C, U])
@pytest.mark.parametrize(("confidence", "marked"), [(PLEASE_READ - 0.01, True), (PLEASE_READ, False)])
def test_the_least_sure_findings_ask_to_be_read(status: Status, confidence: float, marked: bool) -> None:
    whole = report(statuses=(status,) * 22)
    whole = replace(whole, findings=tuple(replace(each, confidence=confidence) for each in whole.findings))
    assert ("läs gärna själv" in render(whole, load()).lower()) is marked
    assert ("read this yourself" in render(whole, load(), "en")) is marked
    assert json.loads(line(whole))["requirements"][0]["please_read"] is marked
    assert ("Läs gärna själv" in page([whole], load())) is marked

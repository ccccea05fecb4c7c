"""Which sentences of a report recommend, by voices that write differently; and whole reports with what is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from checks.audit.advice import Strength
from checks.audit.advising import advice
from checks.audit.asked import recommendations
from checks.audit.asked_back import from_responses
from tests.audits import document

ROOT = Path(__file__).parent.parent
VOICES = sorted((ROOT / "corpora" / "labelled" / "report-sentences").glob("*.jsonl"))
WHOLES = yaml.safe_load((Path(__file__).parent / "audit_forms" / "wholes.yaml").read_text(encoding="utf-8"))
LEAST = 0.93  # F1 of each voice


@pytest.mark.parametrize("voice", VOICES, ids=lambda path: path.stem)
def test_sentences_that_recommend_are_told_from_near_misses(voice: Path) -> None:
    rows = [json.loads(line) for line in voice.read_text(encoding="utf-8").splitlines()]
    heard = [advice(row["text"]) is not None for row in rows]
    hits = sum(row["recommends"] and found for row, found in zip(rows, heard, strict=True))
    assert 2 * hits / (sum(row["recommends"] for row in rows) + sum(heard)) >= LEAST


@pytest.mark.parametrize("whole", [pytest.param(each, id=each["name"]) for each in WHOLES])
def test_whole_reports_give_theirs_and_nothing_else(whole: dict[str, Any]) -> None:
    report = document(whole["text"], f"rapport.{whole['ending']}")
    found = from_responses([report])[0] if whole.get("response") else recommendations(report)
    assert [" ".join(report.quote(asked.span).split()) for asked in found] == whole["want"]


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Vi rekommenderar nämnden att se över rutinen.", Strength.SAID),
        ("Vår rekommendation till nämnden är att se över rutinen.", Strength.SAID),
        ("Nämnden bör se över rutinen.", Strength.OUGHT),
        ("Enligt vår mening bör tekniska nämnden verka för att rutinen ses över.", Strength.OUGHT),
        ("Tekniska nämnden och kommunstyrelsen bör gemensamt klargöra ansvaret.", Strength.OUGHT),
        ("Rutinen bör ses över.", Strength.NEED),
        ("Vi anser att rutinen behöver kompletteras.", Strength.NEED),
        ("Rutinen behöver kompletteras.", None),  # a judgement
        ("Vi rekommenderar nämnden att", None),  # leads into a list
        ("SKR rekommenderar nämnden att se över rutinen.", None),
        ("Enligt förvaltningen bör nämnden se över rutinen.", None),
        ("Nämnden borde ha sett över rutinen.", None),
        ("Nämnden behöver en rutin.", None),
        ("Bör nämnden se över rutinen?", None),
        ("Om nämnden behöver se över rutinen har inte granskats.", None),
    ],
)
def test_how_strongly_a_sentence_recommends(sentence: str, strength: Strength | None) -> None:
    found = advice(sentence)
    assert (found.strength if found else None) is strength


def test_a_sentence_with_several_gives_each_and_one_that_goes_on_is_whole() -> None:
    report = document(
        "# Granskning\n\nVi rekommenderar nämnden att införa en rutin för inköp, att utbilda beställarna samt att "
        "följa upp avtalen. Vi rekommenderar nämnden att inventera samlingen och att därefter inventera den vart "
        "tionde år. Vi rekommenderar nämnden att säkerställa att avtal skrivs och att de följs.\n"
    )
    assert [report.quote(asked.span) for asked in recommendations(report)] == [
        "införa en rutin för inköp",
        "utbilda beställarna",
        "följa upp avtalen",
        "Vi rekommenderar nämnden att inventera samlingen och att därefter inventera den vart tionde år.",
        "Vi rekommenderar nämnden att säkerställa att avtal skrivs och att de följs.",
    ]


def test_the_board_is_the_one_named_last_and_a_company_has_its_own() -> None:
    report = document(
        "# Granskning\n\nSocialnämnden har en plan. Socialnämnden följer den.\n\nKulturnämnden saknar plan. Nämnden "
        "rekommenderas att anta en plan.\n"
    )
    assert [asked.addressees for asked in recommendations(report)] == [("Kulturnämnden",)]
    company = document(
        "# Granskningsrapport\n\nLekmannarevisorernas rapport till årsstämman. Kommunstyrelsen har uppsikt.\n\nVi "
        "rekommenderar styrelsen att anta en plan.\n"
    )
    assert [asked.addressees for asked in recommendations(company)] == [("Styrelsen",)]

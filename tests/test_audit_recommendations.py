"""Recommendations are found as reports write them, each once, with whom they address."""

from __future__ import annotations

import pytest

from checks.audit.asked import recommendations
from tests.audits import document

A = "säkerställa att en riskanalys av utbetalningar görs varje år"
B = "upprätta en rutin för polisanmälan"
C = "utbilda samtliga handläggare i att upptäcka fusk"

WRITTEN = {
    "bullets": f"Vi rekommenderar socialnämnden att:\n\n- {A}\n- {B}\n- {C}\n",
    "numbers": f"Följande rekommendationer lämnas till socialnämnden:\n\n1. {A}\n2. {B}\n3. {C}\n",
    "under a heading": f"## Rekommendationer\n\nSocialnämnden bör:\n\n- {A}\n- {B}\n- {C}\n",
    "running text": f"Vi rekommenderar socialnämnden att {A}, att {B} samt att {C}.\n",
    "a table": f"| Nr | Rekommendation | Riktas till |\n|---|---|---|\n| R1 | {A} | SN |\n| R2 | {B} | "
    f"SN |\n| R3 | {C} | SN |\n",
    "repeated": f"Vi rekommenderar socialnämnden att:\n\n- {A}\n- {B}\n- {C}\n\n## Risker\n\nVi "
    f"bedömer att arbetet brister.\n\n"
    f"Rekommendation: Vi rekommenderar socialnämnden att {A}.\n\n## Samlad bedömning och rekommendationer\n\n"
    f"Socialnämnden rekommenderas att:\n\n1. {A}\n2. {B}\n3. {C}\n",
    "labelled": f"Rekommendation 1: {A}\n\nVi såg brister.\n\nRekommendation 2: {B}\n\nMer "
    f"text.\n\nRekommendation 3: {C}\n",
}


@pytest.mark.parametrize("form", WRITTEN)
def test_each_is_found_once(form: str) -> None:
    report = document(f"# Granskning av socialnämnden\n\n{WRITTEN[form]}\n## Bilaga\n\nIntervjuade personer.\n")
    found = [" ".join(report.quote(asked.span).split()).lower() for asked in recommendations(report)]
    assert found == [A, B, C]


def test_a_sentence_of_running_text_is_taken_whole() -> None:
    told = [
        f"Vi rekommenderar socialnämnden att {A}.",
        f"Nämnden rekommenderas även att {B}.",
        f"Revisorerna rekommenderar därför nämnden att {C}.",
    ]
    report = document("# Granskning av socialnämnden\n\n" + "\n\n".join(told) + "\n\n## Bilaga\n\nIntervjuade.\n")
    assert [" ".join(report.quote(asked.span).split()) for asked in recommendations(report)] == told


def test_different_boards_get_different_ones() -> None:
    report = document(
        f"# Granskning\n\nVi rekommenderar kommunstyrelsen att:\n\n- {A}\n\nVi rekommenderar barn- och "
        f"utbildningsnämnden och socialnämnden att:\n\n- {B}\n"
    )
    assert [asked.addressees for asked in recommendations(report)] == [
        ("Kommunstyrelsen",),
        ("Barn- och utbildningsnämnden", "Socialnämnden"),
    ]


def test_questions_criteria_and_old_recommendations_are_none() -> None:
    report = document(
        "# Granskning\n\nRevisionsfrågor:\n\n- Görs riskanalyser?\n- Finns rutiner?\n\n"
        "Revisorerna rekommenderade 2019 nämnden att stärka kontrollen.\n\nI granskningen kontrolleras "
        "att:\n\n- avtalen följs\n"
        f"\nVi rekommenderar nämnden att:\n\n- {A}\n"
    )
    assert len(recommendations(report)) == 1

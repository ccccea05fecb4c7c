"""An answer is found where it stands: under headings, in tables, in another order, in two places, or nowhere."""

from __future__ import annotations

import pytest

from checks.followup import AnswerStatus, NoteKind
from tests.audits import RISK, ROUTINE, TRAINING, audit

HEAD = "# Socialnämnden\n\nYttrande från socialnämnden, 2026-03-12\n\n"
PLANNED, DONE, REFUSED = (
    "En analys av utbetalningar kommer att göras under hösten 2026.",
    "En rutin för anmälan till polisen antogs i februari 2026.",
    "Nämnden ser inget behov av utbildning för personalen.",
)

FORMS = {
    "headings": f"## {RISK}\n\n{PLANNED}\n\n## {ROUTINE}\n\n{DONE}\n\n## {TRAINING}\n\n{REFUSED}\n",
    "another order": f"## {TRAINING}\n\n{REFUSED}\n\n## {RISK}\n\n{PLANNED}\n\n## {ROUTINE}\n\n{DONE}\n",
    "numbers": f"**Rekommendation 2:**\n\n{DONE}\n\n**Rekommendation "
    f"1:**\n\n{PLANNED}\n\n**Rekommendation 3:**\n\n{REFUSED}\n",
    "one heading": f"## Rekommendation 1–3 besvaras gemensamt\n\n{PLANNED}\n\n{DONE}\n\n{REFUSED}\n",
    "a table": "| Rekommendation | Åtgärd | Ansvarig | Klart |\n|---|---|---|---|\n"
    f"| {RISK} | En analys kommer att göras. | Säkerhetschefen | Hösten 2026 |\n| {ROUTINE} | {DONE} | | |\n"
    f"| {TRAINING} | {REFUSED} | | |\n",
    "listed first": f"Revisorerna lämnar följande rekommendationer:\n\n- {RISK}\n- {ROUTINE}\n- {TRAINING}\n\n"
    f"Nämnden arbetar med frågan.\n\n## {RISK}\n\n{PLANNED}\n\n## {ROUTINE}\n\n{DONE}\n\n## {TRAINING}\n\n{REFUSED}\n",
    "topics": f"När det gäller riskanalys av utbetalningar: {PLANNED}\n\nVad gäller rutin för polisanmälan. {DONE}\n\n"
    f"Beträffande utbildning av personal. {REFUSED}\n",
    "comments": f"**{RISK}**\n\nKommentar: {PLANNED}\n\n**{ROUTINE}**\n\nSvar: "
    f"{DONE}\n\n**{TRAINING}**\n\nSvar: {REFUSED}\n",
}


@pytest.mark.parametrize("form", ["headings", "numbers", "a table", "topics", "another order"])
def test_the_answers_are_found_by_meaning_too(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `make install` leaves it; by words, as in all other tests, where there is no encoder for the machine."""
    monkeypatch.setenv("KLAUSUL_ENCODER", "")
    test_the_answers_are_found(form)


@pytest.mark.parametrize("form", FORMS)
def test_the_answers_are_found(form: str) -> None:
    found = audit(HEAD + FORMS[form])
    assert [each.answers[0].status.value for each in found.recommendations] == ["planned", "implemented", "rejected"]
    promised = found.recommendations[0].answers[0]
    assert [deadline.date.isoformat() for deadline in promised.deadlines] == ["2026-11-30"]


@pytest.mark.parametrize("form", FORMS)
def test_every_quote_is_a_slice_of_the_response(form: str) -> None:
    found = audit(HEAD + FORMS[form])
    text = found.responses[0].document.text
    for each in found.recommendations:
        for passage in each.answers[0].evidence:
            assert 0 <= passage.span.start < passage.span.end <= len(text)
            assert all(passage.span.holds(word) for word in passage.words)


def test_a_response_that_says_nothing_answers_nothing() -> None:
    found = audit(
        HEAD + "Nämnden ansvarar för individ- och familjeomsorg. Antalet ärenden ökade med 12 procent under 2025.\n"
    )
    assert all(each.answers[0].status is AnswerStatus.UNANSWERED for each in found.recommendations)
    assert sum(note.kind is NoteKind.UNANSWERED for note in found.notes) == 3


def test_without_a_report_the_responses_recommendations_count() -> None:
    found = audit(HEAD + FORMS["headings"], report=None)
    assert [each.text for each in found.recommendations] == [RISK, ROUTINE, TRAINING]


def test_notes_and_the_list_by_date() -> None:
    late = (
        f"## {RISK}\n\nEn analys kommer att göras våren 2026.\n\n## {ROUTINE}\n\nNämnden avser att ta fram en rutin.\n"
    )
    found = audit(HEAD + late, HEAD.replace("ocialnämnden", "ocialnämnden") + FORMS["headings"])
    kinds = [note.kind for note in found.notes]
    assert {NoteKind.OVERDUE, NoteKind.NO_DEADLINE, NoteKind.NO_RESPONSIBLE, NoteKind.DIFFERENT} <= set(kinds)
    assert kinds == sorted(kinds, key=list(NoteKind).index)
    due = [line.due for line in found.follow_up]
    assert due[-1] is None
    assert [day for day in due if day] == sorted(day for day in due if day)
    assert found.follow_up[0].overdue


def test_over_the_years_recommendations_and_promises_come_back() -> None:
    before = f"# Svar\n\nSocialnämnden 2024-03-01\n\n## {RISK}\n\nEn riskanalys kommer att göras under 2025.\n"
    old = f"# Granskning 2024\n\nVi rekommenderar socialnämnden att:\n\n- {RISK}\n"
    found = audit(HEAD + FORMS["headings"], earlier=(old, before))
    assert found.recommendations[0].returns is not None
    assert found.recommendations[1].returns is None
    (promise,) = found.earlier.promises
    assert (promise.due.isoformat(), promise.passed, promise.recommendation) == ("2025-12-31", True, 1)

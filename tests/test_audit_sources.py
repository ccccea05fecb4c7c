"""The real documents: a response to an audit (001) and an answer to a pre-study (003), read as specified."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import check_audit
from checks.followup import Adequacy, AnswerStatus, Decided, Signal
from ingest import read

SOURCES = Path(__file__).parents[2] / "shared" / "sources"
# The source documents are others' and not the project's to hold: a clone without them beside it has none to read.
pytestmark = pytest.mark.skipif(
    not list(SOURCES.glob("001_*")), reason="källdokumenten ligger inte bredvid projektet (../shared/sources)"
)


def test_the_three_recommendations_of_001() -> None:
    response = read(next(SOURCES.glob("001_*")))
    found = check_audit(None, [response])
    first, second, third = (each.answers[0] for each in found.recommendations)

    assert first.status is AnswerStatus.ONGOING
    assert {Signal.DONE, Signal.PLANNED, Signal.AWAITING} <= set(first.signals)
    assert [deadline.date.isoformat() for deadline in first.deadlines] == ["2026-05-31"]
    assert first.responsible is not None
    assert "Funktion mot välfärdsbrottslighet" in " ".join(response.quote(first.responsible).split())
    assert first.hedged

    assert second.status is AnswerStatus.PLANNED
    assert second.signals == (Signal.PLANNED,)
    assert second.hedged
    assert second.deadlines == ()
    assert second.responsible is not None

    assert (third.status, third.adequacy) == (AnswerStatus.IMPLEMENTED, Adequacy.SHORT)
    assert found.responses[0].board == "Hälso- och sjukvårdsnämnden"


def test_003_is_a_proposal_of_its_own_date() -> None:
    found = check_audit(None, [read(next(SOURCES.glob("003_*")))])
    (response,) = found.responses
    assert response.dated is not None
    assert response.dated.isoformat() == "2025-03-13"
    assert response.decided is Decided.PROPOSED

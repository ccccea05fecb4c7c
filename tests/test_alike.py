"""The labelled statements nearest to a quote, and the votes that the page shows beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.reports.html import page
from checks import alike, check_contract
from checks.alike import Alike, nearest
from checks.finding import Stance
from clauses import load
from ingest import read

CONTRACT = """# Avtal om hemtjänst

Mellan Ekmora kommun, nedan Beställaren, och Omsorg AB, nedan Leverantören, har följande avtal slutits.

## 7 Påföljder

7.1 Beställaren har rätt till vite om 10 000 kronor för varje påbörjad vecka som dröjsmålet varar.

7.2 Beställaren får inte hålla inne betalning till Leverantören.
"""


@pytest.mark.parametrize(
    ("requirement", "quote", "against"),
    [
        ("penalty", "Regionen har rätt till vite om 5 000 kronor för varje utebliven vårddag.", False),
        ("penalty", "Regionen har inte rätt till vite vid försening.", True),
        ("audit-right", "Kommunen får när som helst göra oanmälda besök i verksamheten.", False),
    ],
)
def test_the_nearest_are_on_the_same_matter_and_side(requirement: str, quote: str, against: bool) -> None:
    found = nearest(requirement, quote, against=against)
    assert found
    facets = {facet.id for facet in load().requirement(requirement).facets}
    for each in found:
        assert bool(each.facets) is not against
        assert set(each.facets) <= facets
        assert (each.trap == "denied") or not against


def test_nothing_is_near_a_sentence_of_another_kind() -> None:
    assert nearest("penalty", "Qwerty zzz 123 xyzzy plugh foobar.", against=False) == ()


def test_what_is_written_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "alike.npz"
    alike.write({"penalty": [Alike("Vite utgår med åtta procent.", ("right",), "none")]}, path)
    monkeypatch.setattr(alike, "ALIKE_FILE", path)
    monkeypatch.setattr(alike, "_labelled", alike._labelled.__wrapped__)
    assert nearest("penalty", "Vite utgår med nio procent.", against=False)[0].facets == ("right",)


def test_votes_and_the_nearest_stand_on_the_page() -> None:
    report = check_contract(read(CONTRACT.encode(), name="avtal.md"), load())
    penalty = next(each for each in report.findings if each.id == "penalty")
    votes = [each.vote for each in penalty.evidence if each.stance is Stance.FOR]
    assert votes and all(vote is not None and 0.5 <= vote <= 1 for vote in votes)
    html = page([report], load())
    assert "Den lärda läsarens säkerhet" in html
    assert "är märkt:" in html

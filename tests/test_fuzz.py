"""A few changed files of the fuzz run, always the same: none crashes, hangs or surprises its reader."""

from __future__ import annotations

import random

import fuzz
import pytest
from fuzz_seeds import seeds


@pytest.fixture(autouse=True)
def _without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLAUSUL_OCR", "off")


def test_changed_files_end_in_a_report_or_a_known_refusal() -> None:
    chance = random.Random(20260101)
    grown = {name: data for name, data in seeds().items() if len(data) <= 40_000 and not name.endswith(fuzz.SLOW)}
    found = []
    for name in chance.sample(sorted(grown), 24):
        data = fuzz.changed(grown[name], list(grown.values()), chance)
        told, bad = fuzz.outcome(data, name)
        found += [(name, told)] if bad else []
    assert found == []


def test_the_same_seed_changes_in_the_same_way() -> None:
    data = b"Avtal om vite 10 000 kronor. " * 40
    once, again = (fuzz.changed(data, [data], random.Random(7)) for _ in range(2))
    assert once == again != data

"""What holds for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def no_kept_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what text recognition keeps in the user's cache folder."""
    monkeypatch.setenv("KLAUSUL_OCR_CACHE", "off")


@pytest.fixture(autouse=True)
def no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests say the same whether or not the encoder is installed, and keep nothing in the user's cache folder."""
    monkeypatch.setenv("KLAUSUL_ENCODER", "off")
    monkeypatch.setenv("KLAUSUL_ENCODER_CACHE", "off")


@pytest.fixture
def encoder_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("KLAUSUL_ENCODER_CACHE", raising=False)
    return tmp_path / "klausul" / "encoder"

"""What holds for all tests."""

from __future__ import annotations

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

"""Vectors are kept by the hash of their text: once made they are given again, and a spoilt cache harms nothing."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import numpy as np
import pytest
from embedding import Counting

from checks import kept_vectors
from checks.kept_vectors import KeptVectors


def test_what_is_kept_is_what_was_given(encoder_cache: Path) -> None:
    made = Counting()
    first = KeptVectors("votes", b"a", 4, made)(["ett", "två", "ett"])
    again = KeptVectors("votes", b"a", 4, made)(["två", "ett", "tre"])
    assert made.asked == ["ett", "två", "tre"]
    assert np.array_equal(first[[1, 0]], again[:2])
    assert np.array_equal(first[0], first[2])


def test_other_weights_have_other_votes(encoder_cache: Path) -> None:
    made = Counting()
    for mark in (b"a", b"b"):
        KeptVectors("votes", mark, 4, made)(["ett"])
    assert made.asked == ["ett", "ett"]


def test_only_hashes_and_numbers_are_kept_and_for_this_user(encoder_cache: Path) -> None:
    KeptVectors("votes", b"a", 4, Counting())(["hemligheten"])
    path = encoder_cache / "votes.sqlite"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(encoder_cache.stat().st_mode) == 0o700
    assert b"hemlig" not in path.read_bytes()


def test_turned_off_nothing_is_kept(encoder_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept_vectors.VARIABLE, "off")
    KeptVectors("votes", b"a", 4, Counting())(["ett"])
    assert not encoder_cache.exists()


@pytest.mark.parametrize("harm", [b"", b"x" * 4, b"\0" * 12, b"x" * 12, b"x" * 100])
def test_a_spoilt_entry_is_passed_over(harm: bytes, encoder_cache: Path) -> None:
    made = Counting()
    wanted = KeptVectors("votes", b"a", 4, made)(["ett"])
    base = sqlite3.connect(encoder_cache / "votes.sqlite")
    with base:
        base.execute("UPDATE vectors SET vector = ?", (harm,))
    base.close()
    assert np.array_equal(KeptVectors("votes", b"a", 4, made)(["ett"]), wanted)
    assert len(made.asked) == 2


def test_a_file_that_is_none_of_ours_is_begun_anew(encoder_cache: Path) -> None:
    encoder_cache.mkdir(parents=True)
    (encoder_cache / "votes.sqlite").write_bytes(b"no database" * 500)
    made = Counting()
    for _ in range(2):
        KeptVectors("votes", b"a", 4, made)(["ett"])
    assert made.asked == ["ett"]


def test_a_folder_that_cannot_be_made(encoder_cache: Path) -> None:
    encoder_cache.parent.parent.mkdir(exist_ok=True)
    encoder_cache.parent.write_text("a file where a folder should be")
    assert KeptVectors("votes", b"a", 4, Counting())(["ett"]).shape == (1, 4)


def test_the_oldest_entries_go_first(encoder_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_vectors, "ON_DISK", 2)
    made = Counting()
    for text in ("ett", "två", "tre"):
        KeptVectors("votes", b"a", 4, made)([text])
    KeptVectors("votes", b"a", 4, made)(["två", "tre"])
    assert made.asked == ["ett", "två", "tre"]
    KeptVectors("votes", b"a", 4, made)(["ett"])
    assert len(made.asked) == 4


def test_no_texts(encoder_cache: Path) -> None:
    assert KeptVectors("votes", b"a", 4, Counting())([]).shape == (0, 4)

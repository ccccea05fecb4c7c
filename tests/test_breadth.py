"""The labelled statements are as broad as the reader needs: many ways to say each thing, in many voices."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from clauses import load as load_library
from corpora.statements import BROAD, LabelledStatement, load

LABELLED = BROAD.parent
FACETS = [f"{requirement.id}.{facet.id}" for requirement in load_library().requirements for facet in requirement.facets]
REQUIREMENTS = [requirement.id for requirement in load_library().requirements]
WORDS_IN_A_ROW = 6
ALIKE = 80  # token_set_ratio


@cache
def statements() -> tuple[LabelledStatement, ...]:
    return tuple(load(BROAD))


@cache
def by_facet() -> dict[str, list[LabelledStatement]]:
    found: dict[str, list[LabelledStatement]] = defaultdict(list)
    for row in statements():
        for facet in row.facets:
            found[facet].append(row)
    return found


def words(row: LabelledStatement) -> list[str]:
    return re.findall(r"\w+", row.text.lower())


def test_there_are_ten_thousand_in_eight_voices() -> None:
    assert len(statements()) >= 10_000
    assert len({row.voice for row in statements()}) >= 8


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_is_said_in_many_ways(facet: str) -> None:
    rows = by_facet()[facet]
    assert len(rows) >= 80
    voice, count = Counter(row.voice for row in rows).most_common(1)[0]
    assert count <= len(rows) / 4, voice


@pytest.mark.parametrize("facet", FACETS)
def test_no_two_of_a_facet_are_alike(facet: str) -> None:
    rows = by_facet()[facet]
    spoken = [words(row) for row in rows]
    runs: dict[tuple[str, ...], int] = {}
    for place, said in enumerate(spoken):
        for run in {tuple(said[at : at + WORDS_IN_A_ROW]) for at in range(len(said) - WORDS_IN_A_ROW + 1)}:
            assert run not in runs, (rows[runs[run]].text, rows[place].text)
            runs[run] = place
    texts = [" ".join(said) for said in spoken]
    close = np.triu(process.cdist(texts, texts, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE + 0.01), 1)
    assert not [(texts[a], texts[b]) for a, b in zip(*np.nonzero(close), strict=True)]


@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_a_requirement_has_denials_beside_grants_and_other_near_misses(requirement: str) -> None:
    rows = [row for row in statements() if row.about == requirement]
    traps = Counter(row.trap for row in rows)
    assert traps["denied"] >= 70
    assert sum(traps.values()) - traps["denied"] - traps["none"] >= 100
    grants = [" ".join(words(row)) for row in rows if any(facet.startswith(f"{requirement}.") for facet in row.facets)]
    denials = [" ".join(words(row)) for row in rows if row.trap == "denied"]
    nearest = process.cdist(denials, grants, scorer=fuzz.token_sort_ratio).max(1)
    assert (nearest >= 60).mean() >= 0.5, "denials lack grants in nearly the same words"


def test_the_other_kinds_of_sentences_are_many() -> None:
    assert sum(row.about == "other" and not row.facets for row in statements()) >= 1_500


def test_a_third_need_their_context() -> None:
    assert sum(bool(row.context) for row in statements()) >= len(statements()) / 3


def test_a_tenth_was_labelled_again_blind() -> None:
    told = json.loads((LABELLED / "agreement.json").read_text(encoding="utf-8"))["statements"]
    assert told["statements"] >= 1_240  # a tenth of those at the time; the share agreed stands beside
    assert told["facet_f1"] >= 0.95


def test_the_test_split_is_frozen() -> None:
    """Nobody mends a label or a statement there once a figure has been reported on it."""
    frozen = dict(
        reversed(line.split("  ")) for line in (LABELLED / "test-split.sha256").read_text(encoding="utf-8").splitlines()
    )
    parts = ("contracts", "statements", "guidelines", "audits")
    held = [path for part in parts for path in (LABELLED / part / "test").rglob("*") if path.is_file()]
    assert {path.relative_to(LABELLED).as_posix(): _sha256(path) for path in held} == frozen


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_test_voices_are_apart_from_those_trained_on() -> None:
    trained = {row.voice for row in load()}
    tested = {row.voice for row in load(BROAD / "test")}
    assert tested and not trained & tested
    texts = {" ".join(words(row)) for row in load()}
    assert not [row.text for row in load(BROAD / "test") if row.facets and " ".join(words(row)) in texts]

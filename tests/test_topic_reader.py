"""The learned topic reader: its data, its split, its weights, and what it sees."""

from __future__ import annotations

import hashlib
import zipfile
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from checks import topic_reader
from checks.topic_features import Seen, blocks
from clauses.framework_files import load_framework
from corpora.topic_statements import (
    COVERING,
    EXAMPLES,
    FROZEN,
    MENTIONING,
    MISSING,
    TOPICS,
    examples,
    load,
    test_voices,
)
from corpora.train_topics import heads, labels, train

test_voices.__test__ = False  # its name is no test's


def test_the_weights_are_plain_numbers_for_the_framework_s_words() -> None:
    with zipfile.ZipFile(topic_reader.WEIGHTS_FILE) as archive:
        assert all(name.endswith(".npy") for name in archive.namelist())
    with np.load(topic_reader.WEIGHTS_FILE, allow_pickle=False) as data:
        assert all(data[name].dtype != object for name in data.files)
    assert topic_reader.trained_with() == topic_reader.words_mark(), "run klausul train"
    assert topic_reader.WEIGHTS_FILE.stat().st_size < 1_000_000


def test_the_reader_knows_every_topic_of_the_first_framework() -> None:
    assert topic_reader.load().topics == tuple(topic.id for topic in load_framework().topics)
    assert topic_reader.load().heads == heads()


def test_the_test_voice_is_frozen_and_no_other_is_trained_on() -> None:
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    for line in lines:
        digest, name = line.split()
        assert hashlib.sha256((TOPICS / name).read_bytes()).hexdigest() == digest
    assert test_voices()
    assert not any(row.voice in test_voices() for row in examples(load_framework()))


def test_the_voices_are_broad() -> None:
    rows = list(load())
    voices = Counter(row.voice for row in rows)
    assert len(voices) >= 5
    for topic in load_framework().topics:
        own = [row for row in rows if row.topic == topic.id]
        assert sum(row.taken_up for row in own) >= 80
        assert sum(bool(set(row.how) & MISSING) for row in own) >= 60
        assert len({row.text for row in own}) == len(own)


def test_labels_say_what_they_know_and_no_more() -> None:
    rows = examples(load_framework())
    example = next(row for row in rows if row.text.startswith("Säkerhetschefen samordnar kommunens"))
    table = dict(zip(heads(), labels([example])[0].tolist(), strict=True))
    assert example.voice == EXAMPLES
    assert (table["roles"], table["grants"], table["bind"], table["who"]) == (1, 0, 1, -1)
    assert not COVERING & MENTIONING
    assert not MENTIONING & MISSING


@pytest.mark.parametrize(
    ("text", "context", "topic"),
    [
        ("Attestanten jämför fakturan med beställningen.", "", "invoice-control"),
        ("Chefen prövar anmälan inom två veckor.", "Bisysslor", "side-occupations"),
        ("Utdrag ur belastningsregistret visas upp före anställning.", "", "recruitment"),
    ],
)
def test_a_statement_takes_its_topic_up(text: str, context: str, topic: str) -> None:
    votes = topic_reader.load().read([Seen(text, "", context)])
    found = {name: float(votes.of(name)[0]) for name in topic_reader.load().topics}
    assert max(found, key=found.__getitem__) == topic
    assert found[topic] > 0.5


def test_no_statements_no_votes_and_odd_ones_are_read() -> None:
    reader = topic_reader.load()
    assert reader.read([]).table.shape == (0, len(reader.heads))
    table = reader.read([Seen(""), Seen("…"), Seen("x" * 700, "y" * 700, "z" * 700)]).table
    assert np.isfinite(table).all()
    assert ((table >= 0) & (table <= 1)).all()


def test_what_is_seen_does_not_hang_on_case_or_on_figures() -> None:
    assert blocks(Seen("Chefen granskar 20 fakturor.")) == blocks(Seen("CHEFEN GRANSKAR 35 FAKTUROR."))


def test_training_twice_gives_the_same_weights(tmp_path: Path) -> None:
    small = tmp_path / "topics"
    small.mkdir()
    for voice in ("forvaltning-ska", "klartext-verksamhet"):
        lines = (TOPICS / f"{voice}.jsonl").read_text(encoding="utf-8").splitlines()[::6]
        (small / f"{voice}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    said: list[str] = []
    first = train(said.append, tmp_path / "one" / "topics.npz", small)
    second = train(path=tmp_path / "two" / "topics.npz", folder=small)
    assert first.read_bytes() == second.read_bytes()
    assert any("topic statements" in line for line in said)

"""What reading answers has learned from, and what it does with it: labels, small audits, the sequence, the status."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.audit import eyes
from checks.audit.eyes import MEANING, WORDS
from checks.audit.judging import by_rule
from checks.audit.sentence_reader import HEADS
from checks.audit.sequence import STEPS, Sentence, Wanted, likeliest, standing, step
from checks.followup import Signal
from corpora.answer_lessons import by_hand, small_lesson
from corpora.answer_statements import load
from corpora.small_audits import load as load_small
from corpora.vocabulary import vocabulary

VOICES = 10  # at least, of labelled sentences
EACH = {"done": 1500, "ongoing": 1000, "planned": 1500, "awaiting": 800, "rejected": 800, "background": 2000}


def test_the_labelled_sentences_are_many_and_in_many_voices() -> None:
    sentences = load()
    assert len({each.voice for each in sentences}) >= VOICES
    assert len({each.text for each in sentences}) == len(sentences)
    said = Counter(name for each in sentences for name in each.says)
    assert all(said[name] >= least for name, least in EACH.items()), said


def test_background_and_attitude_stand_alone_and_hedged_stands_beside() -> None:
    for each in load():
        assert len(each.says) == 1 or not {"background", "pointing", "attitude"} & set(each.says), each.text
        assert each.says != ("hedged",), each.text


def test_every_small_audit_can_be_read_and_its_answers_stand_in_it() -> None:
    audits = load_small()
    assert len(audits) >= 300
    assert len(by_hand([small_lesson(audit) for audit in audits[:6]])) >= 1
    for audit in audits:
        assert len(audit.recommendations) >= 3, audit.subject
        squeezed = "".join(audit.response.split())
        assert all("".join(answer.words.split()) in squeezed for answer in audit.answers), audit.subject


SMALL = """== Vinterväghållning | Tekniska nämnden | 2026-03-12
R Följa upp jourersättningen
R Upprätta en plan för halkbekämpning
H Bakgrund
P Nämnden har vägarna. [2 done+planned] Planen antogs i januari, § 8, och ses över i höst. [/] Den är offentlig.
P [1 none] Nämnden delar bilden. [/]
"""


def test_a_small_audit_gives_a_lesson(tmp_path: Path) -> None:
    (tmp_path / "hand.txt").write_text(SMALL)
    (audit,) = load_small(tmp_path)
    lesson = small_lesson(audit)
    assert [(each.status, each.signals) for each in lesson.answers if each] == [
        ("deferred", frozenset()),
        ("ongoing", frozenset({"done", "planned"})),
    ]
    answers = {piece.text: lesson.right[piece] for piece in lesson.said if lesson.right[piece]}
    assert answers == {"Planen antogs i januari, § 8, och ses över i höst.": (1,), "Nämnden delar bilden.": (0,)}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Q Något annat", "line 3: begins with 'Q'"),
        ("P [3 done] Klart. [/]", "names no recommendation"),
        ("P [1 finished] Klart. [/]", "names no recommendation, or no signal"),
    ],
)
def test_a_faulty_small_audit_says_where(line: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "hand.txt").write_text(f"== A | B | 2026-03-12\nR Följa upp\n{line}\n")
    with pytest.raises(ValueError, match=told.replace("[", r"\[")):
        load_small(tmp_path)


@pytest.mark.parametrize(
    ("signals", "status"),
    [
        ("done", "implemented"),
        ("done rejected", "implemented"),
        ("done planned", "ongoing"),
        ("done awaiting", "ongoing"),
        ("ongoing", "ongoing"),
        ("ongoing rejected", "ongoing"),
        ("planned", "planned"),
        ("planned awaiting", "planned"),
        ("planned rejected", "planned"),
        ("rejected", "rejected"),
        ("rejected awaiting", "rejected"),
        ("awaiting", "deferred"),
        ("", "deferred"),
    ],
)
def test_the_status_follows_from_the_signals_by_one_rule(signals: str, status: str) -> None:
    assert by_rule(frozenset(map(Signal, signals.split()))).value == status


@pytest.mark.parametrize("name", [WORDS, MEANING])
def test_the_weights_hold_both_eyes(name: str) -> None:
    eye = eyes.load(name)
    assert (eye.reader.meaning is not None) == (name == MEANING)
    assert eye.reader.weights.shape == (len(eye.reader.idf), len(HEADS))
    assert np.isfinite(eye.sequence).all()


def test_a_vocabulary_leaves_out_what_is_held_once() -> None:
    known = vocabulary([(["a", "b"], ["x"]), (["a"], ["y", "x"])])
    assert known.names == (("a",), ("x",))
    assert known.rows() == [{"a": 0}, {"x": 1}]


def _sentence(near: list[float], allowed: list[bool], none: float, paragraph: int) -> Sentence:
    return Sentence(
        np.array([[each] for each in near], dtype=np.float32),
        np.array([none], dtype=np.float32),
        np.array(allowed),
        paragraph,
        "",
        False,
        0.9,
        False,
    )


WEIGHTS = np.array([5.0, 5.0, *[0.0] * STEPS], dtype=np.float32)


@given(
    st.lists(
        st.tuples(
            st.lists(st.floats(0, 1), min_size=3, max_size=3),
            st.lists(st.booleans(), min_size=3, max_size=3),
            st.floats(0, 1),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_a_sentence_is_about_what_it_may_be_about_or_nothing(
    drawn: list[tuple[list[float], list[bool], float]],
) -> None:
    found = [_sentence(near, allowed, none, place) for place, (near, allowed, none) in enumerate(drawn)]
    labels = likeliest(found, WEIGHTS, Wanted((True,) * 3, (False,) * 3))
    assert len(labels) == len(found)
    assert all(label is None or found[place].allowed[label] for place, label in enumerate(labels))


def test_without_rivals_the_nearest_is_taken() -> None:
    found = [_sentence([0.9, 0.1], [True, True], 0.0, 0), _sentence([0.1, 0.8], [True, True], 0.0, 1)]
    assert likeliest(found, WEIGHTS, Wanted((True, True), (False, False))) == [0, 1]


def test_a_step_knows_what_stays_and_what_goes_on() -> None:
    first, second = (_sentence([0.5, 0.5], [True, True], 0.0, place) for place in (0, 0))
    wanted = Wanted((True, True), (False, False))
    table = step(second, first, 0, frozenset(), wanted)
    assert table.shape == (3, STEPS)
    assert table[0, 0] == 1  # stays, in the same paragraph
    assert table[1, 3] == 1  # goes on to the next
    assert step(first, None, None, frozenset(), wanted)[:, 0].sum() == 0
    assert standing(first).shape == (3, 2)

"""Trains the reading of answers to audits from labelled sentences and labelled audits, and writes its weights.

Every hand is once left out, so that the later steps learn from readers that have not seen who wrote. The eye for words
and meaning is trained where the encoder is installed. Deterministic: the same labels give the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checks import encoder
from checks.audit.eyes import MEANING, PARTS, STEPS, WEIGHTS_FILE, WORDS, Eye
from checks.audit.sentence_features import BLOCKS
from checks.reader import pack
from corpora.answer_lessons import Lesson, by_hand, lessons, small_lesson
from corpora.answer_statements import load
from corpora.small_audits import load as load_small
from corpora.teach_answers import Heard, hear, teach
from corpora.train_sentences import Fitted, Rows, fit, of_lessons, of_statements

Say = Callable[[str], None]


def train(say: Say = lambda _: None, path: Path = WEIGHTS_FILE) -> Path:
    """Trains on all labelled sentences and audits but those of the test split, and writes the weights. Takes some
    minutes.
    """
    taught = [*lessons(), *map(small_lesson, load_small())]
    eyes, fitted = learned(taught, say)
    path.parent.mkdir(exist_ok=True, parents=True)
    np.savez_compressed(path, allow_pickle=False, **_arrays(eyes, fitted))
    say(f"{len(taught)} responses, {len(fitted.vocabulary.idf)} features, {path.stat().st_size // 1024} kB")
    return path


def learned(taught: Sequence[Lesson], say: Say = lambda _: None) -> tuple[dict[str, Eye], Fitted]:
    """The eyes learned from lessons and all labelled sentences, and the readers that they have."""
    meant = encoder.available()
    said = of_statements(load(), meant)
    hands = by_hand(taught)
    rows = {hand: of_lessons(group, meant) for hand, group in hands.items()}
    heard: dict[str, list[Heard]] = {WORDS: [], MEANING: []}
    for hand, group in hands.items():
        others = fit(_together(said, [each for name, each in rows.items() if name != hand]))
        heard[WORDS] += [hear(lesson, others.words) for lesson in group]
        if others.meaning is not None:
            heard[MEANING] += [hear(lesson, others.meaning) for lesson in group]
        say(f"left out {hand}")
    fitted = fit(_together(said, list(rows.values())))
    eyes = {WORDS: teach(fitted.words, _counted(heard[WORDS]))}
    if fitted.meaning is not None:
        eyes[MEANING] = teach(fitted.meaning, _counted(heard[MEANING]))
    return eyes, fitted


def _counted(heard: Sequence[Heard]) -> list[Heard]:
    """Each so many times as it counts."""
    return [each for each in heard for _ in range(each.lesson.counts)]


def _together(said: Rows, others: Sequence[Rows]) -> Rows:
    for each in others:
        said = said.and_(each)
    return said


def _arrays(eyes: Mapping[str, Eye], fitted: Fitted) -> dict[str, NDArray[np.generic]]:
    """The eyes as named arrays; `checks.audit.eyes.unpacked` reads them."""
    arrays: dict[str, NDArray[np.generic]] = {
        f"features_{block}": pack(names) for block, names in zip(BLOCKS, fitted.vocabulary.names, strict=True)
    }
    arrays["idf"] = fitted.vocabulary.idf
    for name, eye in eyes.items():
        scale = np.abs(eye.reader.weights).max(0) / 127 + 1e-12
        arrays[f"{name}_weights"] = np.round(eye.reader.weights / scale).astype(np.int8)
        arrays[f"{name}_scale"] = scale.astype(np.float32)
        arrays[f"{name}_bias"] = eye.reader.bias
        arrays[f"{name}_sequence"] = eye.sequence
        for step in STEPS:
            arrays |= {f"{name}_{step}_{part}": getattr(getattr(eye, step), part) for part in PARTS}
    seen = eyes.get(MEANING)
    reader = seen.reader if seen else eyes[WORDS].reader
    numbers = reader.meaning if reader.meaning is not None else np.zeros((1, 1), np.float32)
    return arrays | {"meaning_numbers": numbers, "meaning_mean": reader.mean, "meaning_spread": reader.spread}

"""What the learned reader of answers sees of a sentence: words and their match keys, neighbours, pieces, and signs.

Signs are what the rules see of it: the words of a signal, verbs of done and of coming things, times, hedges. Training
and reading share this file, so that they see the same. Four blocks, each scaled to length one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from checks.audit import tense
from checks.audit.saying import Said
from checks.features import pieces
from clauses.dates import Period, periods
from clauses.keys import key
from clauses.phrases import phrases

BLOCKS = ("words", "pairs", "pieces", "signs")
WEIGHTS = (1.0, 1.0, 1.0, 1.2)  # of the blocks; measured on voices not trained on
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[§%]")
_PHRASES: tuple[str, ...] = (
    *("done", "ongoing", "planned", "awaiting", "rejected", "attitude"),
    *("hedge", "others", "pointing", "start", "completion", "no-act"),
)
_FLAGS = ("attitude", "hedged", "finish", "weak", "tale", "habit", "pointing", "due", "starts")
_LENGTHS = (4, 9, 18, 30)  # words


class Blocks(NamedTuple):
    """The features of one sentence; a piece stands once for every word that has it."""

    words: list[str]
    pairs: list[str]
    pieces: list[str]
    signs: list[str]


def blocks(said: Said, written: date | None) -> Blocks:
    """The features of a sentence that the rules have read. `written` is the day of its document."""
    text = " ".join(said.piece.text.split())
    bare = ["0" if token.isdigit() else token for token in _TOKEN.findall(text.lower())]
    words = {*bare, *(f"={key(word)}" for word in bare)}
    words.update(f"^{word}" for word in bare[:1])
    words.add("^^" + " ".join(bare[:2]))
    pairs = {" ".join(each) for each in pairwise(bare)}
    pairs.update(" ".join(each) for each in zip(bare, bare[1:], bare[2:], strict=False))
    spelled = [piece for word in sorted(set(bare)) for piece in pieces(word)]
    return Blocks(sorted(words), sorted(pairs), spelled, _signs(said, text, written))


def _signs(said: Said, text: str, written: date | None) -> list[str]:
    """What the rules see of a sentence, and about how long it is."""
    single = {*_marks(said), *_verbs(text)}
    single.update(f"phrase:{name}" for name in _PHRASES if phrases(name).within(text))
    for period in periods(text, written):
        single.update(_time(period, written))
    length = sum(len(text.split()) >= limit for limit in _LENGTHS)
    return sorted({*(single or {"none"}), f"length:{length}"})


def _marks(said: Said) -> Iterator[str]:
    yield from (f"mark:{signal.value}" for signal in said.marks)
    yield from (f"rule:{flag}" for flag in _FLAGS if getattr(said, flag))


def _verbs(text: str) -> Iterator[str]:
    for _, _, beginning in tense.perfects(text):
        yield "verb:begun" if beginning else "verb:perfect"
    found = {
        "past": any(True for _ in tense.preterites(text)),
        "in-place": tense.in_place(text) is not None,
        "habit": tense.habit(text) is not None,
        "coming": tense.coming(text) is not None,
    }
    yield from (f"verb:{name}" for name, there in found.items() if there)


def _time(period: Period, written: date | None) -> Iterator[str]:
    if written is not None:
        yield "time:to-come" if period.due >= written else "time:past"
    yield f"time:{period.kind}"
    if period.lead:
        yield f"lead:{period.lead}"

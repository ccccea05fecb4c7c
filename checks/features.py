"""What the learned reader sees of a statement: marked words, pairs of neighbours, words under a negation, and pieces of words.

Training and reading share this file, so that they see the same. Four blocks, each scaled to length one:
words, pairs (of neighbours), pieces (character 3- to 5-grams of each word), and the pieces of the context's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checks.parties import Parties
from checks.reading import negated

BLOCKS = ("words", "pairs", "pieces", "context")
WEIGHTS = (1.0, 1.0, 1.5, 1.5)  # of the blocks; measured on voices not trained on
_TOKEN = re.compile(r"\w+|[§%]")
_DIGITS = re.compile(r"\d[\d.,:]*(?: \d{3}\b)*")
_PIECES = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement as sets of features; words carry their pieces implicitly."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    bare: frozenset[str]
    context: frozenset[str]


def tokens(text: str, parties: Parties) -> list[str]:
    """Words in small letters, figures as `0`, every mention of a party as its role."""
    return _words(parties.mark(text.lower()))


def _words(marked: str) -> list[str]:
    return _TOKEN.findall(_DIGITS.sub("0 ", marked))


def see(text: str, context: frozenset[str], parties: Parties) -> Seen:
    """The features of a statement, beside the words of what it inherits (heading, lead-in, column heads: see `tokens`)."""
    marked = parties.mark(text.lower())
    words = _words(marked)
    with_scope = set(words)
    at = negated(marked)
    if at is not None:
        with_scope.update(f"!{word}" for word in _words(marked[at:]))
    return Seen(
        frozenset(with_scope),
        frozenset(zip(words, words[1:], strict=False)),
        frozenset(words),
        context,
    )


@lru_cache(maxsize=200_000)
def pieces(word: str) -> tuple[str, ...]:
    """The character 3- to 5-grams of a word with its edges, each once, sorted."""
    padded = f" {word} "
    return tuple(sorted({padded[at : at + size] for size in _PIECES for at in range(len(padded) - size + 1)}))

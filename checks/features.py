"""What the learned reader sees of a statement: words, concepts, pairs of them, and pieces of words.

Training and reading share this file, so that they see the same. Four blocks, each scaled to length one: words (also
those under a negation, and the lexicon's concepts), pairs (of neighbouring words, and of concepts that meet in
statement and context), pieces (character 3- to 5-grams of each word), and the pieces of the context's words. Concepts
carry what a word shares with its synonyms: on voices not trained on, pairs of them lift the linear votes' F1 from .65
to .73.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checks.negation import negated
from checks.parties import Parties
from clauses.scanner import Scanner

BLOCKS = ("words", "pairs", "pieces", "context")
WEIGHTS = (1.0, 1.0, 1.5, 1.5)  # of the blocks; measured on voices not trained on
_TOKEN = re.compile(r"\w+|[§%]")
_DIGITS = re.compile(r"\d[\d.,:]*(?: \d{3}\b)*")
_PIECES = (3, 4, 5)


class Inherited(NamedTuple):
    """What a statement has from its heading, lead-in and column heads: their words, as marked, and their concepts.

    `named` are the concepts as the features of a statement that inherits them.
    """

    words: frozenset[str]
    concepts: frozenset[str]
    named: frozenset[str]


class Seen(NamedTuple):
    """A statement: its words in order, with the parties as roles and figures as `0`, and what it inherits.

    Two statements that are seen alike are voted on alike, in whichever contract they stand. `concepts` are those of the
    statement's own words; the features (`words`, `meeting`) are made when they are asked for.
    """

    marked: str
    concepts: frozenset[str]
    inherited: Inherited

    @property
    def bare(self) -> list[str]:
        """The words, whose pieces are features."""
        return _TOKEN.findall(self.marked)

    def words(self, bare: list[str]) -> set[str]:
        """The block of words: words, concepts of statement (§) and context (@), words under a negation (!)."""
        named = {*bare, *map("§".__add__, self.concepts), *self.inherited.named}
        at = negated(self.marked)
        if at is not None:
            named.update(map("!".__add__, _TOKEN.findall(self.marked, at)))
        return named

    @property
    def meeting(self) -> list[str]:
        """The concepts that meet in statement and context, in order: every two of them are a feature."""
        return sorted(self.concepts | self.inherited.concepts)


def mark(text: str, parties: Parties) -> str:
    """Text in small letters, figures as `0`, every mention of a party as its role."""
    return _DIGITS.sub("0 ", parties.mark(text.lower()))


def inherit(context: str, parties: Parties, scanner: Scanner) -> Inherited:
    """What a statement inherits, from its heading, lead-in and column heads in one string."""
    concepts = scanner.concepts(context)
    words = frozenset(_TOKEN.findall(mark(context, parties)))
    return Inherited(words, concepts, frozenset(map("@".__add__, concepts)))


def see(text: str, inherited: Inherited, parties: Parties, scanner: Scanner) -> Seen:
    """A statement as the reader sees it."""
    return Seen(mark(text, parties), scanner.concepts(text), inherited)


@lru_cache(maxsize=200_000)
def pieces(word: str) -> tuple[str, ...]:
    """The character 3- to 5-grams of a word with its edges, each once, sorted."""
    padded = f" {word} "
    return tuple(sorted({padded[at : at + size] for size in _PIECES for at in range(len(padded) - size + 1)}))

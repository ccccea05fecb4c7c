"""The literal scanner: finds all concepts in a text in one pass.

Patterns: `vite` is the whole word, `vite*` begins one, `*vite` ends one, `*belastningsregist*` stands anywhere in one;
several words make a phrase. White space, hyphens and other punctuation part words alike, so "F-skatt" and "F skatt" are
one; a comma or full stop followed by space parts a phrase, unless the pattern has it too ("7 kap. 1 §"). Letters,
digits, `%` and `§` are parts of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import ahocorasick

_WHITE = b"\t\n\r\v\f\x85\xa0"
_LATIN = bytes(range(256))
_SPACES = _LATIN.translate(bytes(0x20 if code in _WHITE else code for code in range(256)))


def _fold(code: int) -> int:
    """A Latin-1 letter in small, a digit, `%` and `§` as they are, all else a space."""
    letter = chr(code)
    small = letter.lower()
    return ord(small) if (letter.isalnum() or letter in "%§") and len(small) == 1 and ord(small) < 256 else 0x20


_FOLDED = bytes(_fold(code) for code in range(256))


KEPT = 20_000  # texts with their concepts, some ten megabytes


class Hit(NamedTuple):
    """`text[start:end]` holds a word of the concept; for a word inside a compound, the part that matched."""

    start: int
    end: int
    concept: str


_as_hit = partial(tuple.__new__, Hit)  # three times as fast as Hit's own making


def normalise(text: str) -> str:
    """The text in small letters, with every mark that parts words as a space, character for character.

    It goes by way of Latin-1, which holds all that Swedish is spelt with: one table is fifty times as fast as
    `str.translate`, and dashes, curly quotes and letters of other languages become spaces.
    """
    return text.encode("latin-1", "replace").translate(_FOLDED).decode("latin-1")


def literal(pattern: str) -> str:
    """A lexicon's pattern as the automaton looks for it: normalised, with a space where an edge is a word's edge."""
    body = normalise(pattern.removeprefix("*").removesuffix("*")).strip()
    left = "" if pattern.startswith("*") else " "
    right = "" if pattern.endswith("*") else " "
    return f"{left}{body}{right}"


class Scanner:
    """Finds the words of concepts. Built once; may be used from several threads."""

    def __init__(self, concepts: Mapping[str, tuple[Sequence[str], Sequence[str]]]) -> None:
        """`concepts`: id -> (its patterns, the patterns that its words must not stand within)."""
        self._automaton = ahocorasick.Automaton()
        for text, (gives, takes) in _by_literal(concepts).items():
            before = len(text) - text.startswith(" ")
            after = int(text.endswith(" "))
            self._automaton.add_word(text, (before, after, tuple(gives), tuple(takes)))
        self._automaton.make_automaton()
        self._empty = len(self._automaton) == 0
        self._kept: dict[str, frozenset[str]] = {}

    def scan(self, text: str) -> list[Hit]:
        """Every hit in the text, by start and end; offsets count code points of the text as given."""
        if self._empty:
            return []
        raw = text.encode("latin-1", "replace")
        if b"  " in raw.translate(_SPACES):
            return self._scan_with_runs(text)
        return self._hits(f" {raw.translate(_FOLDED).decode('latin-1')} ")

    def concepts(self, text: str) -> frozenset[str]:
        """The ids of the concepts that the text holds. Headings and sentences of templates are looked through once."""
        found = self._kept.get(text)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            found = self._kept[text] = self._concepts(text)
        return found

    def _concepts(self, text: str) -> frozenset[str]:
        raw = text.encode("latin-1", "replace")
        if self._empty or b"  " in raw.translate(_SPACES):
            return frozenset(hit.concept for hit in self.scan(text))
        found: set[str] = set()
        for _, (_, _, gives, takes) in self._automaton.iter(f" {raw.translate(_FOLDED).decode('latin-1')} "):
            if takes:  # some words may not count: then it matters where each stands
                return frozenset(hit.concept for hit in self.scan(text))
            found.update(gives)
        return frozenset(found)

    def _scan_with_runs(self, text: str) -> list[Hit]:
        """The same for a text with runs of white space (columns, broken lines): a run counts as one space."""
        spaces = text.encode("latin-1", "replace").translate(_SPACES)
        kept = [place for place, code in enumerate(spaces) if code != 0x20 or place == 0 or spaces[place - 1] != 0x20]
        flat = normalise("".join(text[place] for place in kept))
        return [Hit(kept[hit.start], kept[hit.end - 1] + 1, hit.concept) for hit in self._hits(f" {flat} ")]

    def _hits(self, padded: str) -> list[Hit]:
        """Hits in a normalised text with a space before and after it; offsets are those of the text within."""
        found: list[tuple[int, int, str]] = []
        refusals: dict[str, list[tuple[int, int]]] = {}
        for last, (before, after, gives, takes) in self._automaton.iter(padded):
            start, end = last - before, last - after
            for concept in gives:
                found.append((start, end, concept))
            for concept in takes:
                refusals.setdefault(concept, []).append((start, end))
        if refusals:
            found = [hit for hit in found if hit[2] not in refusals or not _refused(hit, refusals[hit[2]])]
        return list(map(_as_hit, sorted(dict.fromkeys(found))))


def _refused(hit: tuple[int, int, str], refusals: Iterable[tuple[int, int]]) -> bool:
    return any(start <= hit[0] and hit[1] <= end for start, end in refusals)


def _by_literal(
    concepts: Mapping[str, tuple[Sequence[str], Sequence[str]]],
) -> dict[str, tuple[list[str], list[str]]]:
    """Each literal once, with the concepts that it gives and those that it takes away."""
    table: dict[str, tuple[list[str], list[str]]] = {}
    for name, (words, without) in concepts.items():
        for side, patterns in enumerate((words, without)):
            for text in dict.fromkeys(map(literal, patterns)):
                table.setdefault(text, ([], []))[side].append(name)
    return table

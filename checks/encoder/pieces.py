"""Text to the numbers of the pieces that it most probably consists of (a unigram model; Kudo, 2018)."""

from __future__ import annotations

import re

from checks.encoder.weights import Vocabulary

_SPACE = "▁"
_SPACES = re.compile(" {2,}")
_LESS_THAN_ANY = 10.0  # a character that no piece has scores so much less than the least probable piece


class Pieces:
    """Splits text by a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._table = dict(zip(vocabulary.pieces, range(len(vocabulary.pieces)), strict=True))
        self._table.pop(vocabulary.pieces[vocabulary.unknown], None)
        self._scores = vocabulary.scores
        self._longest = max(map(len, self._table))
        self._first, self._last, self._unknown = vocabulary.first, vocabulary.last, vocabulary.unknown
        self._unknown_score = min(vocabulary.scores) - _LESS_THAN_ANY
        self._replaced = vocabulary.replaced

    def numbers(self, text: str, most: int) -> list[int]:
        """The pieces' numbers between those that begin and end a text, at most so many in all."""
        plain = _SPACES.sub(" ", text.translate(self._replaced)).replace(" ", _SPACE)
        found = self._split(plain if plain.startswith(_SPACE) else _SPACE + plain)
        return [self._first, *found[: most - 2], self._last]

    def _split(self, text: str) -> list[int]:
        """The most probable way to divide a text, by the best way to each of its characters."""
        size, table, scores, longest = len(text), self._table, self._scores, self._longest
        best = [0.0] + [-1e30] * size
        came: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for start in range(size):
            here = best[start]
            for end in range(start + 1, min(start + longest, size) + 1):
                known = table.get(text[start:end])
                if known is not None and here + scores[known] > best[end]:
                    best[end] = here + scores[known]
                    came[end] = start, known
            if here + self._unknown_score > best[start + 1]:
                best[start + 1] = here + self._unknown_score
                came[start + 1] = start, self._unknown
        numbers = []
        while size:
            size, number = came[size]
            numbers.append(number)
        return numbers[::-1]

"""Features to rows of weights, and statements to the scaled sums of their rows: what each look of the reader does
first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, cast

import numpy as np
from scipy.sparse import csr_matrix

from checks.features import WEIGHTS, Seen, pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

KEPT_WORDS = 40_000  # with their sums, about 20 MB
KEPT_STATEMENTS = 20_000  # with their sums and words, about 40 MB


class Pieces:
    """Words to the rows of their pieces. A word is looked up once, and kept for the next look and document."""

    def __init__(self, table: dict[str, int]) -> None:
        self._table = table
        self._rows: dict[str, list[int]] = {}

    def rows(self, word: str) -> list[int]:
        """The rows of a word's pieces."""
        found = self._rows.get(word)
        if found is None:
            if len(self._rows) > KEPT_WORDS:
                self._rows.clear()
            found = self._rows[word] = [self._table[piece] for piece in pieces(word) if piece in self._table]
        return found


@dataclass(frozen=True)
class Index:
    """The row of each feature. `meetings` gives that of a pair of `concepts`, -1 where there is none."""

    words: dict[str, int]
    pairs: dict[tuple[str, str], int]
    concepts: dict[str, int]
    meetings: NDArray[np.int32]
    text_pieces: Pieces
    context_pieces: Pieces

    def meeting(self, concepts: list[str]) -> list[int]:
        """The rows of the pairs of concepts that meet in a statement."""
        places = np.array([self.concepts[name] for name in concepts if name in self.concepts], dtype=np.intp)
        rows = self.meetings[places[:, None], places]
        return cast("list[int]", rows[rows >= 0].tolist())


class Rows:
    """`rows` are features x columns, already times the feature's idf, its idf squared as the last column."""

    def __init__(self, index: Index, rows: Floats) -> None:
        self._index, self._rows = index, rows
        self._text, self._context = Spelled(index.text_pieces, rows), Spelled(index.context_pieces, rows)
        self._kept: dict[Seen, Floats] = {}

    def sums(self, seen: Sequence[Seen]) -> Floats:
        """Statements x columns. Statements seen alike before are not read again."""
        kept = self._kept
        if len(kept) > KEPT_STATEMENTS:
            kept.clear()
        new = [each for each in dict.fromkeys(seen) if each not in kept]
        if new:
            kept.update(zip(new, self._summed(new), strict=True))
        return np.stack([kept[each] for each in seen]) if seen else np.zeros((0, self._rows.shape[1] - 1), np.float32)

    def _summed(self, seen: Sequence[Seen]) -> Floats:
        words, pairs = self._index.words, self._index.pairs
        named, beside, bare = [], [], []
        for each in seen:
            own = each.bare
            bare.append(set(own))
            named.append([words[word] for word in each.words(own) if word in words])
            meeting = self._index.meeting(each.meeting)
            beside.append([pairs[pair] for pair in set(pairwise(own)) if pair in pairs] + meeting)
        contexts = {each: place for place, each in enumerate(dict.fromkeys(each.inherited for each in seen))}
        spelled = self._context.rows([context.words for context in contexts])
        inherited = _scaled(self._context.sums, spelled, WEIGHTS[3])
        sums = inherited[[contexts[each.inherited] for each in seen]]
        sums += _scaled(self._rows, named, WEIGHTS[0])
        sums += _scaled(self._rows, beside, WEIGHTS[1])
        spelled = self._text.rows(bare)
        return sums + _scaled(self._text.sums, spelled, WEIGHTS[2])


class Spelled:
    """Words to the sums of their pieces' rows: each word is summed once, and kept for the next document."""

    def __init__(self, table: Pieces, rows: Floats) -> None:
        self._table, self._rows = table, rows
        self._place: dict[str, int] = {}
        self.sums: Floats = np.zeros((0, rows.shape[1]), dtype=np.float32)

    def rows(self, statements: Sequence[Collection[str]]) -> list[list[int]]:
        """The words of each statement as indexes of `sums`."""
        if len(self._place) > KEPT_WORDS:
            self._place.clear()
            self.sums = self.sums[:0]
        new = sorted({word for words in statements for word in words if word not in self._place})
        if new:
            known = [self._table.rows(word) for word in new]
            self.sums = np.concatenate([self.sums, _totals(self._rows, known)])
            self._place |= {word: at for at, word in enumerate(new, len(self._place))}
        return [[self._place[word] for word in words] for words in statements]


def _totals(rows: Floats, chosen: Sequence[Sequence[int]]) -> Floats:
    """For each list of indexes, the sum of those rows."""
    ends = np.cumsum([0, *map(len, chosen)])
    flat = np.fromiter(chain.from_iterable(chosen), dtype=np.int32, count=int(ends[-1]))
    ones = np.ones(len(flat), dtype=np.float32)
    return cast("Floats", csr_matrix((ones, flat, ends), shape=(len(chosen), len(rows))) @ rows)


def _scaled(rows: Floats, chosen: Sequence[Sequence[int]], weight: float) -> Floats:
    """For each list of indexes, the sum of those rows, scaled as training scales a block: the last column of a row is
    the square of its length.
    """
    totals = _totals(rows, chosen)
    lengths = np.sqrt(np.where(totals[:, -1] > 0, totals[:, -1], 1))
    return totals[:, :-1] * (weight / lengths)[:, None].astype(np.float32)

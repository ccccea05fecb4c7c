"""A line's characters as a document should hold them, with the page's character behind each kept.

What a character becomes is decided for all formats in `ingest.characters`; here it is done sign by sign, so that every
sign of the text still leads back to the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from ingest.characters import clean

# A run: `count` characters from `offset` of the text are the page's from `index` on.
Run = tuple[int, int, int]

_ODD = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u1680\u180e\u2000-\u2011\u2028-\u202f\u205f-\u206f\u212a\u212b\u3000"
    "\ud800-\uf8ff\ufb00-\ufb06\ufe00-\ufe0f\ufeff\ufff9-\uffff]| {2,}"
)


@cache
def _pattern(signs: frozenset[str]) -> re.Pattern[str]:
    return re.compile("[" + "".join(map(re.escape, sorted(signs))) + "]|  " if signs else "  ")


def oddities(text: str, unusual: frozenset[str]) -> re.Pattern[str] | None:
    """What finds the odd signs of a page's text, or None where all of it stays as it is; they are among `unusual`.

    Looking for the few signs that a page has is several times faster than looking for all that there are.
    """
    signs = frozenset(filter(_is_odd, unusual))
    return _pattern(signs) if signs or "  " in text else None


@cache
def _is_odd(sign: str) -> bool:
    return sign not in "\r\n\ufffe" and _ODD.match(sign) is not None


def normalised(text: str, index: int) -> tuple[str, list[Run]]:
    """The text normalised, and the runs that lead back to the page, where it begins at character `index`."""
    kept = _Kept(index)
    done = 0
    for match in _ODD.finditer(text):
        at = match.start()
        if at < done:
            continue
        if at > done and unicodedata.combining(text[at]):
            at -= 1
        kept.take(text[done:at], done)
        done = at + _cluster(text, at)
        kept.put(_sign(text[at:done]), at)
    kept.take(text[done:], done)
    return "".join(kept.pieces), kept.runs


def sliced(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of characters [start, end) of a text, counted from `start`."""
    found = []
    for offset, index, count in runs:
        first, last = max(offset, start), min(offset + count, end)
        if first < last:
            found.append((first - start, index + first - offset, last - first))
    return tuple(found)


def through(runs: Sequence[Run], outer: Sequence[Run]) -> list[Run]:
    """Runs that lead to a text, led on to the page by that text's own runs."""
    return [
        (offset + shift, place, length)
        for offset, index, count in runs
        for shift, place, length in sliced(outer, index, index + count)
    ]


class _Kept:
    """What is kept of a text: its pieces, and their runs. Spaces never follow each other."""

    def __init__(self, index: int) -> None:
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self._index = index
        self._length = 0

    def take(self, piece: str, at: int) -> None:
        """Keeps a piece as it is; it begins at `at` of the text."""
        while piece.startswith(" ") and self._ends_in_space():
            piece, at = piece[1:], at + 1
        if piece:
            source = self._index + at
            last = self.runs[-1] if self.runs else (0, -1, 0)
            if last[1] + last[2] == source:
                self.runs[-1] = (last[0], last[1], last[2] + len(piece))
            else:
                self.runs.append((self._length, source, len(piece)))
            self.pieces.append(piece)
            self._length += len(piece)

    def put(self, sign: str, at: int) -> None:
        """Keeps what the sign at `at` became: each of its letters stands where it stood."""
        for letter in sign:
            self.take(letter, at)

    def _ends_in_space(self) -> bool:
        return not self.pieces or self.pieces[-1].endswith(" ")


def _cluster(text: str, at: int) -> int:
    """How many characters make one sign: a surrogate pair, a letter with its marks, a run of spaces."""
    if text[at] == " ":
        return len(text) - at - len(text[at:].lstrip(" "))
    if "\ud800" <= text[at] <= "\udbff" and at + 1 < len(text) and "\udc00" <= text[at + 1] <= "\udfff":
        return 2
    length = 1
    while at + length < len(text) and unicodedata.combining(text[at + length]):
        length += 1
    return length


def _sign(cluster: str) -> str:
    if "\ud800" <= cluster[0] <= "\udfff":
        whole = cluster.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return clean(whole)
    if cluster == "\ufffd":
        return cluster
    sign = clean(cluster)
    return " " if sign.isspace() else sign

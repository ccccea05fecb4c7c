"""Match keys: forms of one word share a key ("höll", "hålla", "håller"). For matching only: a key is no word to show.

The key is the Snowball stem of the word's lemma. simplemma knows the lemmas, but takes 0.9 s to start; so the forms
whose lemma has another stem than their own are in `keys.txt`, computed ahead by `python -m clauses.key_table`,
and a word that is not there is stemmed as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("keys.txt")


@cache
def stemmer() -> Callable[[str], str]:
    """The Snowball stemmer for Swedish; loaded when first asked for."""
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer("swedish").stemWord
    return stem


@cache
def table() -> dict[str, str]:
    """Form -> key, for forms whose own stem is not their key. A line of the file is a key and its forms."""
    forms: dict[str, str] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        name, *words = line.split()
        forms.update(dict.fromkeys(words, name))
    return forms


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The match key of a word, whatever its letters' case."""
    small = word.lower()
    return table().get(small) or stemmer()(small)

"""How much of a text is words: to choose between a page's own text and what was read from its image."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
# Words of a page that are looked up; an even sample of longer pages.
_MOST = 500
_LANGUAGES = ("sv", "en")


def share_known(text: str) -> float:
    """The share of a text's letters that stand in known words; 0 where it has none. Single letters are no words."""
    words = _WORD.findall(text)
    words = words[:: len(words) // _MOST + 1]
    letters = sum(map(len, words))
    return sum(len(word) for word in words if _is_known(word)) / letters if letters else 0.0


def _is_known(word: str) -> bool:
    from simplemma import is_known

    if len(word) < 2:
        return word.lower() in ("i", "å", "ö", "a")
    return is_known(word, lang=_LANGUAGES) or is_known(word.lower(), lang=_LANGUAGES)

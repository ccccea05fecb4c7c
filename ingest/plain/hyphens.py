"""Two lines of one paragraph become one.

The hyphen at the end of a line goes only where the program that broke the line put it there.
"""

from __future__ import annotations

import re
from collections.abc import Container

_FIRST_WORD = re.compile(r"\w{1,80}(?:-\w{1,80}){0,4}")
_HYPHENATED = re.compile(r"\b\w{1,60}-\w{1,60}\b")
_LONGEST_WORD = 80
# After these the hyphen stands for a half that comes later: "hälso- och sjukvård", "rams- eller avropsavtal".
_JOINING = frozenset(
    ("och", "eller", "samt", "till", "respektive", "resp", "som", "men", "än", "alternativt", "både", "såväl")
)


def hyphenated(text: str) -> frozenset[str]:
    """The words of a text that are written with a hyphen within a line: a word broken there keeps it."""
    return frozenset(_HYPHENATED.findall(text)) if "-" in text else frozenset()


def joined(left: str, right: str, spelled: Container[str] = ()) -> str:
    """The two lines as one. `spelled` are the words that the document writes with a hyphen elsewhere."""
    if left.endswith(("-", "–", "/")) and right and left[-2:-1] not in ("", " ", "\t"):
        if left.endswith("/") or right[0].isdigit():
            return left + right
        if left.endswith("-"):
            return _mended(left, right, spelled)
    return f"{left} {right}"


def _mended(left: str, right: str, spelled: Container[str]) -> str:
    stem, first = _last_word(left[:-1]), _FIRST_WORD.match(right)
    if not first or not stem or first[0].lower() in _JOINING:
        return f"{left} {right}"
    half = stem.rsplit("-", 1)[-1]
    if not right[0].islower() or f"{half}-{first[0]}" in spelled:
        return left + right
    hard = len(stem) == 1 or half[-2:].isupper() or any(letter.isdigit() or letter == "." for letter in stem)
    return left + right if hard else left[:-1] + right


def _last_word(text: str) -> str:
    """The word, hyphens within it too, that the text ends with; looked for in its last characters only."""
    start = len(text)
    while start > max(0, len(text) - _LONGEST_WORD) and (text[start - 1].isalnum() or text[start - 1] in "_.&-"):
        start -= 1
    return text[start:].lstrip("_.&-")

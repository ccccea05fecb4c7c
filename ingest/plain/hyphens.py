"""Two lines of one paragraph become one: the hyphen at the line's end goes only where the program that broke the line put it."""

from __future__ import annotations

import re

_LAST_WORD = re.compile(r"[^\W_][\w.&]*(?:-[\w.&]+)*-$")
_FIRST_WORD = re.compile(r"[\w]+(?:-[\w]+)*")
# After these the hyphen stands for a word's second half that comes later: "hälso- och sjukvård", "rams- eller avropsavtal".
_JOINING = frozenset("och eller samt till respektive resp som men än alternativt både såväl".split())


def joined(left: str, right: str, text: str = "") -> str:
    """The two lines as one. `text` is the whole document, where a word may stand unbroken and show its right spelling."""
    if left.endswith(("-", "–", "/")) and right and left[-2:-1] not in ("", " ", "\t"):
        if left.endswith("/") or right[0].isdigit():
            return left + right
        if left.endswith("-"):
            return _hyphenated(left, right, text)
    return f"{left} {right}"


def _hyphenated(left: str, right: str, text: str) -> str:
    first, last = _FIRST_WORD.match(right), _LAST_WORD.search(left)
    if not first or not last:
        return f"{left} {right}"
    if first[0].lower() in _JOINING:
        return f"{left} {right}"
    stem = last[0][:-1]
    if not right[0].islower():
        return left + right
    if f"{stem}-{first[0]}" in text:
        return left + right
    hard = (
        len(stem) == 1
        or any(letter.isdigit() or letter == "." for letter in stem)
        or stem.split("-")[-1][-2:].isupper()
    )
    return left + right if hard else left[:-1] + right

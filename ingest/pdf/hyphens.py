"""What stands between two lines of a paragraph: a space, nothing (a divided word), or the word's own hyphen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_JOINING = frozenset({"och", "eller", "samt", "respektive", "resp", "liksom", "och/eller"})
_TAIL = re.compile(r"[^\s\"”»(\[–—]*$")
_HEAD = re.compile(r"[^\s,;:!?)\]]*")
# First parts that Swedish writes with a hyphen before a small letter.
_PREFIXES = frozenset({"e", "f", "a", "x", "icke", "ex", "mc", "tv", "cd", "cv", "pm", "pr", "wc", "sms", "id"})
_WEB = re.compile(r"@|www\.|https?:|\.(?:se|com|nu|org|eu)\b", re.IGNORECASE)


class Vocabulary:
    """The document's own words, counted when first asked: they tell a divided word from one with a hyphen."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._counts: Counter[str] | None = None

    def __getitem__(self, word: str) -> int:
        if self._counts is None:
            self._counts = Counter()
            for text in self._texts:
                self._counts.update(text.lower().replace(",", " ").replace(".", " ").split())
        return self._counts[word.lower()]


def joint(before: str, after: str, words: Vocabulary) -> tuple[bool, str]:
    """How `after` goes on from `before`: whether the hyphen that ends `before` stays, and what is put between.

    `before` ends with its hyphen, plain or soft.
    """
    tail = _TAIL.search(before[:-1])
    head = _HEAD.match(after)
    left, right = tail.group() if tail else "", head.group() if head else ""
    if before.endswith("\u00ad"):
        return False, ""
    if not left or not right:
        return True, " "
    if right.lower().rstrip(".") in _JOINING:
        return True, " "
    return (not _is_divided(left, right, words)), ""


def is_broken(before: str, after: str, full: bool, words: Vocabulary) -> bool:
    """Whether a word too long for its table cell was broken between two lines, without a hyphen.

    Then it stands alone on its line, and the whole is a word of the document, or else its halves are none and the line
    is `full` to the last letter.
    """
    right = _HEAD.match(after)
    head = right.group().rstrip(".") if right else ""
    if " " in before or not before[-1].isalpha() or not head[:1].islower():
        return False
    if words[before] <= (whole := words[before + head]):
        return whole > 0
    return full and words[before] <= 1 and (words[head] <= 1 or (len(head) == 1 and head not in "iåö"))


def _is_divided(left: str, right: str, words: Vocabulary) -> bool:
    last = re.split(r"[-/]", left)[-1]
    if not last or not last[-1].isalpha() or not right[0].isalpha() or _WEB.search(left) or _WEB.search(right):
        return False
    first = re.split(r"[-/.]", right)[0]
    whole, parted = words[last + first], words[f"{last}-{first}"]
    if whole != parted:
        return whole > parted
    if last.lower() in _PREFIXES or len(last) == 1:
        return False
    if right[0].isupper():
        return last.isupper() and first.isupper() and len(last) > 3
    # IT-|drift, LSS-|insatser: an abbreviation in capitals is never the first half of a small-lettered word.
    return not (last.isupper() or last[-1].isupper())

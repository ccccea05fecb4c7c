"""Characters as a document should hold them, with the page's character behind each kept.

Composed letters, ligatures opened, ordinary spaces and hyphens, bullets from symbol fonts as bullets; soft hyphens, zero-width
and control characters out.
"""

from __future__ import annotations

import re
import unicodedata

# A run: `count` characters from `offset` of the text are the page's from `index` on.
Run = tuple[int, int, int]

_ODD = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u1680\u2000-\u2011\u2028-\u202f\u205f-\u206f\u212b\u3000\ud800-\udfff"
    "\ue000-\uf8ff\ufb00-\ufb06\ufe00-\ufe0f\ufeff\ufff9-\uffff]|  "
)
_SPACES = re.compile("[\t\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Symbol, Wingdings and OpenSymbol keep their signs in the private use area.
_SYMBOLS = {
    "\uf02d": "–", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "☐", "\uf06f": "☐", "\uf071": "☐", "\uf0fe": "☒",
    "\uf0fd": "☒", "\uf0a3": "☐", "\uf053": "§",
}  # fmt: skip


def is_plain(text: str) -> bool:
    """Whether normalising would change nothing."""
    return _ODD.search(text) is None


def normalised(text: str, index: int) -> tuple[str, list[Run]]:
    """The text normalised, and the runs that lead back to the page, where it begins at character `index`."""
    if _ODD.search(text) is None:
        return text, [(0, index, len(text))]
    kept: list[str] = []
    sources: list[int] = []
    at = 0
    while at < len(text):
        length = _cluster(text, at)
        sign = _sign(text[at : at + length], index_in_line=at)
        if not (sign == " " and kept and kept[-1] == " "):
            kept.extend(sign)
            sources.extend([index + at] * len(sign))
        at += length
    return "".join(kept), _runs(sources)


def _cluster(text: str, at: int) -> int:
    """How many characters make one sign: a surrogate pair, or a letter with its marks."""
    if "\ud800" <= text[at] <= "\udbff" and at + 1 < len(text) and "\udc00" <= text[at + 1] <= "\udfff":
        return 2
    length = 1
    while at + length < len(text) and unicodedata.combining(text[at + length]):
        length += 1
    return length


def _sign(cluster: str, index_in_line: int) -> str:
    first = cluster[0]
    if len(cluster) == 2 and "\ud800" <= first <= "\udbff":
        return cluster.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    if len(cluster) > 1 or first == "\u212b":
        return unicodedata.normalize("NFC", cluster)
    if _SPACES.match(first):
        return " "
    if first in "\u2010\u2011":
        return "-"
    if "\ue000" <= first <= "\uf8ff":
        return _SYMBOLS.get(first, "•" if index_in_line == 0 else first)
    if "\ud800" <= first <= "\udfff":
        return "\ufffd"
    if first in _LIGATURES:
        return _LIGATURES[first]
    if first == "\ufffd":
        return first
    return "" if _is_odd(first) else first


def _is_odd(sign: str) -> bool:
    return sign != " " and _ODD.match(sign) is not None and not unicodedata.combining(sign) and sign not in "\u2012"


def _runs(sources: list[int]) -> list[Run]:
    runs: list[Run] = []
    for offset, source in enumerate(sources):
        if runs and runs[-1][1] + runs[-1][2] == source:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
        else:
            runs.append((offset, source, 1))
    return runs

"""A line's characters as a document should hold them, with the page's character behind each kept.

What a character becomes is decided for all formats in `ingest.characters`; here it is done sign by sign, so that every
sign of the text still leads back to the page.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ingest.characters import clean

# A run: `count` characters from `offset` of the text are the page's from `index` on.
Run = tuple[int, int, int]

_ODD = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u1680\u180e\u2000-\u2011\u2028-\u202f\u205f-\u206f\u212a\u212b\u3000"
    "\ud800-\uf8ff\ufb00-\ufb06\ufe00-\ufe0f\ufeff\ufff9-\uffff]|  "
)


@cache
def _pattern(signs: frozenset[str]) -> re.Pattern[str]:
    return re.compile("[" + "".join(map(re.escape, sorted(signs))) + "]|  " if signs else "  ")


def oddities(text: str) -> re.Pattern[str] | None:
    """What finds the odd signs of a page's text, or None where all of it stays as it is.

    Looking for the few signs that a page has is several times faster than looking for all that there are.
    """
    signs = frozenset(filter(_is_odd, set(text)))
    return _pattern(signs) if signs or "  " in text else None


@cache
def _is_odd(sign: str) -> bool:
    return sign not in "\r\n\ufffe" and _ODD.match(sign) is not None


def normalised(text: str, index: int) -> tuple[str, list[Run]]:
    """The text normalised, and the runs that lead back to the page, where it begins at character `index`."""
    kept: list[str] = []
    sources: list[int] = []
    at = 0
    while at < len(text):
        length = _cluster(text, at)
        sign = _sign(text[at : at + length])
        if not (sign == " " and (not kept or kept[-1] == " ")):
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


def _sign(cluster: str) -> str:
    if "\ud800" <= cluster[0] <= "\udfff":
        whole = cluster.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return clean(whole)
    if cluster == "\ufffd":
        return cluster
    sign = clean(cluster)
    return " " if sign.isspace() else sign


def _runs(sources: list[int]) -> list[Run]:
    runs: list[Run] = []
    for offset, source in enumerate(sources):
        if runs and runs[-1][1] + runs[-1][2] == source:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
        else:
            runs.append((offset, source, 1))
    return runs

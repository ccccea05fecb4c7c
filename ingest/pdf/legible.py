"""Whether a page's text layer can be what the page shows: fonts with wrong codes, and old text recognition, give
letters that make no words.

Nearly every page passes a quick look for the words that every text has. What fails it is weighed; a page in doubt is
read from its image, and the better reading of the two is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from math import sqrt

SHIFTED = "sidans text har fel teckenkoder och bildar inga ord"
NO_MARKS = "sidans text saknar å, ä och ö"
CRUMBS = "sidans text är en dålig tidigare texttolkning"
SPARSE = "sidan är en bild med bara lite text"

# Words of running text: Swedish without å, ä, ö, then with; then languages that are no reason to doubt.
_PLAIN_WORDS = """
och att som av den det till med ska skall om vid inom ett en ej inte eller enligt har kan samt denna detta avtalet under
dessa alla utan mellan efter var sin dag ha vara blir annat annan andra
"""
_OTHER_WORDS = """
i är för på från så även får när också där då två måste år både själv någon något några genom
the of and to in for is be shall this that with on by or as not are der die und das ist nicht mit von zu den des
le la les et du un une est og er ikke på ja on että sekä tai ei joka
Det Den De I Om För Vid En Ett The När Av På Till
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
_COMMON = _PLAIN | frozenset(_OTHER_WORDS.split())
_WORD = re.compile(r"[^\W\d_]{2,}")
# Letters and figures in one word, capitals within, a sign between letters, a letter that stands alone.
_CRUMB = re.compile(
    r"[^\W\d_]\d+[^\W\d_]|\d[a-zåäö]{2}[^\W\d_]*\b|[a-zåäö][A-ZÅÄÖ]|[a-zåäö][^\w\s.,:;'’&@/()«»\"”%-]+[a-zåäö]"
    r"|(?<![\w.§-])[b-hj-zåäöB-HJ-Z](?![\w).:§-])"
)
# How often Swedish (and, nearly, every language about it) has each letter, in thousandths.
_USUAL = dict(zip("eanrtsildomkgvähfupåöbcyjxwzq", (
    101, 94, 85, 84, 77, 66, 58, 53, 47, 45, 35, 31, 29, 24, 18, 21, 20, 19, 18, 13, 13, 15, 13, 7, 6, 2, 1, 1, 1,
), strict=True))  # fmt: skip
_LOOK = 800
# Shares of crumbs among the words that no clean text has: of any page, and of one whose text lies over its image.
_MOST_CRUMBS, _MOST_OVER_IMAGE = 0.1, 0.03


def doubt(text: str, over_image: bool = False) -> str:
    """Why the page's text is to be doubted, in Swedish; empty where it is not, or is too short to tell. A text that
    lies over an image of the page was recognised once, and is weighed more closely.
    """
    words = text[:_LOOK].split()
    if len(words) < 30:
        return ""
    common = sum(map(_COMMON.__contains__, words))
    if common <= 0.15 * len(words) and (found := _weighed(text)):
        return found
    if over_image and len(_CRUMB.findall(text)) > _MOST_OVER_IMAGE * len(text.split()):
        return CRUMBS
    return NO_MARKS if _lacks_marks(text, words) else ""


def _is_bare(text: str) -> bool:
    return "ä" not in text and "å" not in text and "ö" not in text


def _lacks_marks(text: str, words: list[str]) -> bool:
    """Whether Swedish is written without å, ä, ö, of which every twentieth letter is one."""
    if not _is_bare(text[:_LOOK]):
        return False
    plain = sum(map(_PLAIN.__contains__, words))
    return plain > 0.15 * len(words) and len(text) > 600 and sum(map(text.count, "åäöÅÄÖ")) < 0.004 * len(text)


def _weighed(text: str) -> str:
    words = set(_WORD.findall(text))
    if len(words) < 30:
        return ""
    letters = Counter("".join(words).lower())
    if _likeness(letters) < 0.8:
        return SHIFTED
    tokens = text.split()
    common = sum(map(_COMMON.__contains__, tokens))
    crumbs = len(_CRUMB.findall(text))
    return CRUMBS if crumbs > _MOST_CRUMBS * len(tokens) and common < 0.25 * len(tokens) else ""


def _likeness(letters: Counter[str]) -> float:
    """The cosine of the text's letters with the usual ones: 0.9 and more for texts, 0.6 and less for shifted codes."""
    product = sum(count * _USUAL.get(letter, 0) for letter, count in letters.items())
    return product / sqrt(sum(count * count for count in letters.values()) * sum(n * n for n in _USUAL.values()))

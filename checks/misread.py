"""Words that text recognition got a letter or two wrong, put right for matching only: quotes stay as they were read.

Only statements from pages that were read from their image are looked at, and of them only long words that no
dictionary and no other place in the document knows. Such a word is taken for the one word of the vocabulary that it
may have been: alike in all but one letter, or two in ten, and never another first letter, so that "ogiltig" is never
taken for "giltig".
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from clauses.keys import table

if TYPE_CHECKING:
    from ingest.document import Document

_SHORTEST = 7
_TWO_WRONG = 10
# Of a word in the document itself, before it is taken for one that others may be misread from.
_OFTEN = 2
_WORD = re.compile(rf"[^\W_]{{{_SHORTEST},40}}")
# What recognition takes for one another; a first letter may be another only among these.
_ALIKE = ("il1tfjLI|", "oö0óOÖQ", "aåäà", "eécë", "s5S", "g9q", "b6h", "B8", "vyu", "nm", "AÅÄ", "z2")


def mended(document: Document) -> dict[int, str]:
    """By index, the statements that have misread words, as they are to be matched."""
    scanned = {page.number for page in document.pages if page.source == "ocr"}
    if not scanned:
        return {}
    words = Counter(word.lower() for word in _WORD.findall(document.text))
    found: dict[int, str] = {}
    for index, statement in enumerate(document.statements):
        if document.blocks[statement.block].page not in scanned:
            continue
        said = document.quote(statement.span)
        meant = _WORD.sub(lambda match: _meant(match.group(), words), said)
        if meant != said:
            found[index] = meant
    return found


def _meant(word: str, words: Counter[str]) -> str:
    """The word that was misread as this one, or this one."""
    small = word.lower()
    if word.isdigit() or words[small] > 1 or _is_known(small):
        return word
    wrong = 2 if len(small) >= _TWO_WRONG else 1
    own = tuple(one for one, count in words.items() if count >= _OFTEN)
    return _nearest(small, own, wrong) or _nearest(small, _vocabulary(), wrong) or word


def _nearest(word: str, words: tuple[str, ...], wrong: int) -> str:
    """The only word that is nearest, within so many wrong letters; empty where there is none or more than one."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    near = process.extract(word, words, scorer=Levenshtein.distance, score_cutoff=wrong, limit=8)
    fitting = [(distance, one) for one, distance, _ in near if distance and _may_begin(word, one)]
    if not fitting:
        return ""
    least = min(distance for distance, _ in fitting)
    best = [one for distance, one in fitting if distance == least]
    return best[0] if len(best) == 1 else ""


def _may_begin(read: str, meant: str) -> bool:
    return read[0] == meant[0] or (len(read) == len(meant) and any({read[0], meant[0]} <= set(one) for one in _ALIKE))


@cache
def _is_known(word: str) -> bool:
    from simplemma import is_known

    return word in table() or is_known(word, lang="sv")


@cache
def _vocabulary() -> tuple[str, ...]:
    """The words that the library is written with."""
    from clauses import load

    words = {word for word in table() if len(word) >= _SHORTEST}
    for requirement in load().requirements:
        for example in requirement.examples:
            words.update(word.lower() for word in _WORD.findall(example.text))
    return tuple(sorted(words))

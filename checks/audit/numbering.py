"""Recommendations named by number or letter: "Rekommendation 1–3", "R2, R4 och R7", "den tredje punkten", "3. Attest".

A key is what the report would have as a label: "3", or "c" where it counts by letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Keys = tuple[str, ...]
_SEP = r"(?:\s*(?:,|;|och|samt|&|/|\+|resp\.?|respektive)\s*)"
_MORE = rf"(?:{_SEP}(?:(?:nr|R|rek\.)\s?)?\d{{1,2}}|\s?(?:[-–]|till(?: och med)?)\s?(?:R\s?)?\d{{1,2}}){{0,9}}"
_NOT_A_DATE = r"(?![.:/]\d|\d|\s*(?:kap|§|%|procent|st\b|kr|mnkr))"
_LABEL = re.compile(
    rf"\b(?:rekommendation(?:en|er|erna)?|rek\b\.?|punkt(?:en|er|erna)?|(?:åtgärds)?förslag)\s*(?:nr\b\.?|nummer\b)?\s*"
    rf"(?P<all>(?:R\s?)?\d{{1,2}}{_MORE}){_NOT_A_DATE}",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?<!\w)(?P<all>R\s?\d{{1,2}}(?:{_SEP}R?\s?\d{{1,2}}|\s?[-–]\s?R?\s?\d{{1,2}}){{0,9}})(?!\w)")
_NR = re.compile(
    rf"(?:^\W{{0,3}}|\()(?:nr|nummer)\b\.?\s?(?P<all>\d{{1,2}}{_MORE})(?=\)|[.:]?\s|[.:]?$){_NOT_A_DATE}",
    re.IGNORECASE,
)
_AD = re.compile(
    r"^\W{0,3}(?:(?:ad|till|re)\.?\s(?=\d{1,2}(?:[.:)]|\s[A-ZÅÄÖ]|\s*$))|svar\s(?=\d{1,2}:))"
    r"(?P<all>\d{1,2})\b(?![.:/]\d)",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"\b(?i:rekommendation(?:en|er|erna)?|rek\b\.?|punkt(?:en|er|erna)?)\s*"
    r"(?P<all>[a-hA-H](?:\s?(?:,|och|samt)\s?[a-hA-H]){0,6})\b(?!\w|\.\w)",
)
_WORDS = (
    "ett|en|första",
    "två|andra",
    "tre|tredje",
    "fyra|fjärde",
    "fem|femte",
    "sex|sjätte",
    "sju|sjunde",
    "åtta|åttonde",
    "nio|nionde",
    "tio|tionde",
)
_CARDINAL = "(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio)"
_ORDINAL = "(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde)"
_SPELT = re.compile(
    rf"\b(?:rekommendation(?:en|er|erna)?|punkt(?:en|erna)?)\s(?P<after>(?:nummer\s)?{_CARDINAL}\b"
    rf"(?:\s?(?:,|och|samt|till)\s?{_CARDINAL}\b){{0,6}})|"
    rf"\b(?P<before>{_ORDINAL}(?:\s?(?:,|och|samt)\s?(?:den\s)?{_ORDINAL}){{0,6}})\s(?:rekommendation|punkt|förslag)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,2})\s?(?:[-–]|till(?: och med)?)\s?R?\s?(\d{1,2})", re.IGNORECASE)
_LONGEST_RANGE = 20
_BARE = re.compile(
    rf"^\W{{0,3}}(?:fråga\s|svar\s|åtgärd\s)?(?P<all>\d{{1,2}}(?:{_SEP}\d{{1,2}}|\s?[-–]\s?\d{{1,2}}){{0,6}}|[a-hA-H])"
    r"(?:[.):]{1,2}(?=\s|$)|\s(?=[A-ZÅÄÖ”\"])|$)",
)


def named(text: str) -> Keys:
    """The keys that a text names with a word for it ("rekommendation", "punkt", "R", "nr"), in the text's order."""
    found: list[tuple[int, str]] = []
    for pattern in (_LABEL, _SHORT, _NR, _AD):
        for match in pattern.finditer(text):
            found += [(match.start(), key) for key in keys(match["all"])]
    found += [(place, key) for match in _LETTERED.finditer(text) for place, key in _letters(match)]
    found += list(_spelt(text))
    return tuple(dict.fromkeys(key for _, key in sorted(found, key=lambda one: one[0])))


def bare(text: str) -> Keys:
    """The keys that a line or cell begins with as a mere mark: "3. Attest", "c) Bisysslor", "2 och 5", "Fråga 4".

    They may count something else than the recommendations.
    """
    match = _BARE.match(text)
    return keys(match["all"]) if match else ()


def keys(said: str) -> Keys:
    """The keys of a list or range of numbers, or of a letter: "1–3, 5" is 1, 2, 3, 5."""
    found: list[str] = []
    for low, high in _RANGE.findall(said):
        found += [str(at) for at in range(int(low), min(int(high), int(low) + _LONGEST_RANGE) + 1)]
    found += [str(int(number)) for number in re.findall(r"\d{1,2}", _RANGE.sub(" ", said))]
    if not found and re.fullmatch(r"[a-hA-H]", said.strip()):
        found.append(said.strip().lower())
    return tuple(dict.fromkeys(found))


def _letters(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    for letter in re.findall(r"\b[a-hA-H]\b", match["all"]):
        yield match.start(), letter.lower()


def _spelt(text: str) -> Iterator[tuple[int, str]]:
    """Numbers in words: "rekommendation ett och två", "den tredje rekommendationen"."""
    for match in _SPELT.finditer(text):
        said = (match["after"] or match["before"]).lower()
        numbers = [at for at, words in enumerate(_WORDS, 1) if re.search(rf"\b(?:{words})\b", said)]
        if "till" in said and len(numbers) == 2:
            numbers = list(range(numbers[0], numbers[1] + 1))
        for number in numbers:
            yield match.start(), str(number)

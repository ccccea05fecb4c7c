"""How alike two passages are: by the match keys of their words and by character n-grams, which see inside compounds.

Weights are learned from the recommendations and the passages at hand: what most of them have ("välfärdsbrott",
"nämnden") says little, what two of them share says much.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checks.audit.matters import matters
from clauses.keys import key

Vector = dict[str, float]
_WORD = re.compile(r"[a-zåäöéü][a-zåäöéü0-9]+|\d{2,}", re.IGNORECASE)
_LITTLE = frozenset(
    [
        "och",
        "att",
        "i",
        "på",
        "av",
        "för",
        "som",
        "med",
        "till",
        "en",
        "ett",
        "den",
        "det",
        "de",
        "är",
        "har",
        "inte",
        "om",
        "vid",
        "från",
        "kan",
        "ska",
        "skall",
        "samt",
        "även",
        "eller",
        "vi",
        "så",
        "sin",
        "sitt",
        "sina",
        "där",
        "när",
        "under",
        "inom",
        "utifrån",
        "efter",
        "denna",
        "detta",
        "dessa",
        "dess",
        "vilket",
        "vilka",
        "vilken",
        "man",
        "bör",
        "genom",
        "mot",
        "mellan",
        "över",
        "också",
        "kommer",
        "finns",
        "ha",
        "bli",
        "blir",
        "blivit",
        "vara",
        "varit",
        "få",
        "får",
        "fått",
        "göra",
        "görs",
        "gör",
        "nu",
        "redan",
        "mer",
        "andra",
        "annan",
        "annat",
        "alla",
        "hela",
        "varje",
        "samtliga",
        "säkerställa",
        "tillse",
        "upprätta",
        "rekommenderar",
        "rekommendation",
        "rekommendationer",
        "rekommenderas",
        "revisorerna",
        "revisionen",
        "revisorernas",
        "revisionens",
        "granskning",
        "granskningen",
        "nämnden",
        "nämndens",
        "styrelsen",
        "styrelsens",
        "nämnderna",
        "förvaltningen",
        "förvaltningens",
        "kommunen",
        "kommunens",
        "regionen",
        "regionens",
        "arbete",
        "arbetet",
        "avser",
        "avseende",
        "gäller",
        "gällande",
        "frågan",
        "fråga",
        "behov",
        "behovet",
        "anser",
        "bedömer",
        "delar",
        "instämmer",
        "avser",
        "pågår",
        "genomförs",
        "svar",
        "svaret",
        "yttrande",
        "ta",
        "fram",
        "se",
        "över",
        "följa",
        "upp",
        "exempel",
        "bland",
        "annat",
        "bl",
        "a",
        "m",
        "dvs",
        "samband",
    ]
)
KEPT = 4_000  # lines
_GRAM = 4
_WEIGHT = {"=": 1.0, "@": 0.3}  # of words, of what they are about
_GRAM_WEIGHT = 0.45
_matters = cache(matters)


def features(text: str) -> Mapping[str, int]:
    """The match keys of a text's telling words, and their character n-grams."""
    lines = text.split("\n")
    if len(lines) == 1:
        return _of_line(text)
    found: Counter[str] = Counter()
    for line in lines:
        found.update(_of_line(line.strip()))
    return found


@lru_cache(maxsize=KEPT)
def _of_line(text: str) -> Mapping[str, int]:
    """The features of one line. Kept: the same paragraph is weighed by itself and with its chapter."""
    found: Counter[str] = Counter()
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in _LITTLE or len(word) < 3:
            continue
        stem = key(word)
        found["=" + stem] += 1
        for matter in _matters(word):
            found["@" + matter] += 1
        edged = f"<{stem}>"
        for at in range(max(1, len(edged) - _GRAM + 1)):
            found[edged[at : at + _GRAM]] += 1
    return found


@dataclass(frozen=True)
class Likeness:
    """The weights of features over a set of texts."""

    weights: Vector
    rare: float

    @classmethod
    def over(cls, recommendations: Sequence[str], passages: Iterable[str]) -> Likeness:
        """Weights by how few of the passages, and how few of the recommendations, have a feature."""
        among = Counter(name for text in recommendations for name in features(text))
        everywhere: Counter[str] = Counter()
        count = 0
        for text in passages:
            everywhere.update(features(text).keys())
            count += 1
        total = max(1, len(recommendations))
        weights = {name: math.log((1 + count) / (1 + everywhere[name])) + 1.0 for name in {*everywhere, *among}}
        for name, shared in among.items():
            if total > 1:
                weights[name] *= 0.15 + 0.85 * (1 - (shared - 1) / total) ** 2
        return cls(weights, math.log(1 + count) + 1.0)

    def vector(self, text: str, scale: float = 1.0) -> Vector:
        """The weighted features of a text, of length `scale`."""
        found = {
            name: (1 + math.log(count)) * self.weights.get(name, self.rare) * _WEIGHT.get(name[0], _GRAM_WEIGHT)
            for name, count in features(text).items()
        }
        size = math.sqrt(sum(value * value for value in found.values()))
        return {name: scale * value / size for name, value in found.items()} if size else {}


def cosine(one: Vector, other: Vector) -> float:
    """The likeness of two vectors of `Likeness`, 0 to 1 for vectors of length 1."""
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(value * large[name] for name, value in small.items() if name in large)


def added(one: Vector, other: Vector, share: float) -> Vector:
    """One vector with a share of another added, of length 1 again."""
    total = dict(one)
    for name, value in other.items():
        total[name] = total.get(name, 0.0) + share * value
    size = math.sqrt(sum(value * value for value in total.values()))
    return {name: value / size for name, value in total.items()} if size else {}

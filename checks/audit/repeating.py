"""Whether a sentence repeats a recommendation: in its words and in its form, as a demand and not as an answer to it."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from checks.audit import titles
from checks.audit.anchors import Asking, likest

SAME = 0.72  # the likeness of a sentence that is the recommendation again
WORD_FOR_WORD = 93  # of 100, letter by letter
_DEMANDED = re.compile(
    r"(?:^|\b(?:att|bör|behöver|ska|skall|måste)\s(?:\w{2,40}en\s)?)(?P<verb>\w{2,30})", re.IGNORECASE
)
_ANSWERER = re.compile(
    r"^(?:vi|\w{0,40}(?:nämnden|styrelsen|förvaltningen|bolaget|kontoret|direktionen|kommunen|regionen|enheten|chefen|"
    r"förbundet))\s",
    re.IGNORECASE,
)
_SHORT_VERBS = frozenset(["se", "ta", "få", "gå", "ge", "be", "bli", "ha", "bero", "anse"])
_SUBJECT = 45  # characters in which an answer has its subject and verb


def repeated(text: str, asking: Asking, *, acts: bool) -> int | None:
    """The recommendation that a sentence repeats, None for any other; `acts` says whether it sounds like an answer."""
    vector = asking.likeness.vector(text)
    if not vector:
        return None
    best, score, _ = likest(vector, asking.vectors)
    if score < SAME:
        return None
    said, asked = _plain(text), _plain(asking.texts[best])
    if fuzz.ratio(said, asked) >= WORD_FOR_WORD or (
        said.split()[:1] == asked.split()[:1] and not _ANSWERER.match(said)
    ):
        return best
    answers = acts or bool(_ANSWERER.match(said) and titles.verbal(said[:_SUBJECT]))
    return best if not answers and _demands_the_same(said, asked) else None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s-]", " ", text.lower()).split())


def _demands_the_same(said: str, asked: str) -> bool:
    """Whether a sentence has a verb of what is asked in the same form: "upprätta", not "upprättat"."""
    found = {match["verb"] for match in _DEMANDED.finditer(asked)}
    verbs = {verb for verb in found if verb.endswith("a") or verb in _SHORT_VERBS}
    return not verbs or bool(verbs & set(said.split()))

"""klausul's own words in the reader's language. The words in code and templates are Swedish; ENGLISH turns them.

A document's words, and the sentences of findings, are Swedish whatever the reader's language is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from api.english import ENGLISH
from checks.finding import Status
from clauses.requirement import Words

LANGUAGES = ("sv", "en")
STATUS_WORDS: Mapping[str, str] = {
    Status.CONTRADICTED: "motsägs",
    Status.MISSING: "saknas",
    Status.UNDETERMINED: "oklart",
    Status.PARTIAL: "delvis",
    Status.MET: "uppfyllt",
    # a topic in guidelines, and an answer to an audit: by their values, so that a check of contracts loads neither
    "absent": "saknas",
    "mentioned": "nämnt",
    "covered": "täckt",
    "rejected": "avvisat",
    "unanswered": "obesvarat",
    "deferred": "avvaktar",
    "planned": "planerat",
    "ongoing": "pågår",
    "implemented": "genomfört",
}
_NUMBERS = {
    "sv": ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that klausul speaks: `tongue("Läsningen")` is the words in it."""

    code: str = "sv"

    def __call__(self, swedish: str, **values: object) -> str:
        """The words in this language, with `{name}` filled in. Raises KeyError for words that ENGLISH lacks."""
        words = swedish if self.code == "sv" else ENGLISH[swedish]
        return words.format(**values) if values else words

    def of(self, words: Words) -> str:
        """The library's words in this language."""
        return words.sv if self.code == "sv" else words.en

    def status(self, status: str) -> str:
        """A status as a word: uppfyllt, delvis, saknas, motsägs, oklart; täckt, nämnt; genomfört, pågår."""
        return self(STATUS_WORDS[status])

    def number(self, count: int) -> str:
        """A count, in words up to twelve."""
        return _NUMBERS[self.code][count] if count <= 12 else str(count)

    def requirements(self, count: int) -> str:
        """The noun for so many requirements."""
        return "krav" if self.code == "sv" else "requirement" if count == 1 else "requirements"

    def listed(self, items: list[str]) -> str:
        """`a, b och c`."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('och')} {items[-1]}"

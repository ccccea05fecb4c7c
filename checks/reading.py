"""A statement understood: whose right or duty it speaks of, whether it binds, and whether it denies.

Rules over the marked text (`zzbuyer`, `zzsupplier` for every mention of a party). They are vetoes over the learned
reader's votes and never votes themselves: a rule says only what it is sure of, and None where it cannot tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checks.negation import negated
from checks.parties import BUYER, SUPPLIER

_PARTY = r"zz(?P<{0}>buyer|supplier)"
_ADVERB = r"(?:(?:även|också|vidare|därutöver|dessutom|därvid|då|alltid|dock|härvid|i sådant fall|i så fall|därför|inte|ej|aldrig|själv|ensam)\s+){0,3}"
_RIGHT = r"(?:har|äger|hade|erhåller|förbehåller\s+sig|ges|får|kan|må|skall\s+äga|ska\s+ha|skall\s+ha|ska\s+äga|är\s+berättigad|medges|tillerkänns)"
_DUTY = r"(?:ska|skall|måste|förbinder\s+sig|åtar\s+sig|åtager\s+sig|är\s+skyldig\w*|ansvarar|svarar|garanterar|behöver|åläggs|har\s+att|bör|är\s+ansvarig\w*)"


def _holders(verb: str) -> re.Pattern[str]:
    """The party before the verb ("zzbuyer har rätt"), or right after it where the sentence is turned ("har zzbuyer
    rätt").
    """
    return re.compile(
        _PARTY.format("before")
        + rf"(?!\s+zzs)\s+{_ADVERB}{verb}\b|\b{verb}\s+{_ADVERB}"
        + _PARTY.format("after")
        + r"(?!\s+zzs)\b"
    )


_HAS_RIGHT = _holders(_RIGHT)
_HAS_DUTY = _holders(_DUTY)
_GIVEN = re.compile(r"(?:tillkommer|tillfaller|ger|rätt för|berättigar)\s+" + _PARTY.format("party"))
_LAID_ON = re.compile(
    r"(?:åligger|åvilar|ankommer\s+(?:det\s+)?på|ålägges|åläggs)\s+(?:det\s+)?" + _PARTY.format("party")
)
# "ska beställaren underrättas": the party after the verb is who the act is done to.
_DONE_TO = re.compile(r"\s+(?:\w+\s+){0,3}?(?:\w+(?:as|es|ts|ds|rs|ls|ns)|få|ha|kunna|äga)\b")

_WEAK = re.compile(
    r"\b(?:kan(?:\s+\w+){0,2}?\s+komma\s+att|kan\s+bli\s+aktuell\w*|bör|borde|strävar|sträva|eftersträva\w*|verkar\s+för|verka\s+för|arbetar\s+för|"
    r"(?:har|är)\s+(?:för\s+avsikt|ambitionen|en\s+ambition|målsättningen)|avser(?=\s+(?:att|\w+\s+att|löpande|årligen|regelbundet))|ambitionen?\s+är|målsättningen?\s+är|"
    r"i\s+möjligaste\s+mån|om\s+möjligt|om\s+så\s+är\s+möjligt|i\s+mån\s+av|så\s+långt\s+(?:det\s+är\s+)?(?:möjligt|rimligt)|är\s+villig\w*|"
    r"förväntas|uppmuntra[rs]?|uppmanas|önskvärt|önskar|hoppas|gärna|tanken\s+är|kan\s+tänka\s+sig|kan\s+överväga|överväger|"
    r"kan\s+diskuteras|diskutera\s+möjligheten|ser\s+positivt|rekommenderas|helst|planerar\s+att|har\s+som\s+mål)\b"
)
_SUBORDINATE = re.compile(
    r"(?:^|,|\()\s*(?:och\s+|eller\s+)?(?:om|som|när|därest|ifall|vilk[ae]t?|där|eftersom|för\s+det\s+fall|i\s+den\s+mån)\b|\bsom\b|\bvilk[ae]t?\b"
)
_BINDING = re.compile(r"\b(?:ska|skall|måste|har\s+rätt|äger|är\s+skyldig\w*|förbinder|åtar|får\s+inte|får\s+endast)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement says of the parties. `right` and `duty` name who has which, None where it does not say or
    names both.
    """

    right: str | None
    duty: str | None
    weak: bool
    denied: bool


@lru_cache(maxsize=20_000)
def read(marked: str) -> Reading:
    """The reading of a statement in marked, lower-cased text, its lead-in before it."""
    rights = {match["before"] or match["after"] for match in _HAS_RIGHT.finditer(marked)}
    duties = {
        match["before"] or match["after"]
        for match in _HAS_DUTY.finditer(marked)
        if not _DONE_TO.match(marked, match.end())
    }
    given = {match["party"] for match in _GIVEN.finditer(marked)}
    laid = {match["party"] for match in _LAID_ON.finditer(marked)}
    return Reading(_only(rights | given), _only(duties | laid), is_weak(marked), negated(marked) is not None)


def _only(parties: set[str]) -> str | None:
    return parties.pop() if len(parties) == 1 else None


def is_weak(marked: str) -> bool:
    """Whether the main clause is non-binding: a weak word that is not in a subordinate clause, and no binding word
    before it.
    """
    for match in _WEAK.finditer(marked):
        clause = marked[: match.start()]
        opened = [found.start() for found in _SUBORDINATE.finditer(clause)]
        if opened and "," not in clause[opened[-1] + 1 :]:
            continue
        if not _BINDING.search(clause):
            return True
    return False


__all__ = ["BUYER", "SUPPLIER", "Reading", "is_weak", "read"]

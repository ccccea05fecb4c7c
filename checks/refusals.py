"""Rights that a statement refuses the buyer, duties that it spares the supplier, and what it lets the supplier do.

Only what the words say outright: the negation stands at the verb of the right or the duty itself. On the labelled
statements one grant in six hundred is taken for a refusal, and half of the denials are seen; the learned reader votes
on the rest. In marked, lower-case text, the lead-in before the statement.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checks.negation import is_finite
from checks.reading import is_subordinate

_NOT = r"(?:inte|ej|icke|aldrig|varken)"
_THEREFORE = (
    r"(?:(?:heller|då|alltså|därför|dock|emellertid|däremot|likväl|ändå|därmed|således|av\s+den\s+anledningen)\s+)?"
)
# "Inte bara", "inte senare än", "inte utan": a limit and no refusal.
_WHOLLY = r"(?!\s+(?:bara|endast|enbart|mindre|senare|annat|förrän|utan)\b)"
_HAS = r"(?:får|har|äger|kan|må|ges|tar|gör|ställer|begär|kräver|håller)"
_MUST = r"(?:behöver|är|ansvarar|svarar)"
_NO_RIGHT = re.compile(
    rf"(?:zzbuyer\s+{_HAS}|{_HAS}\s+zzbuyer)\s+{_THEREFORE}{_NOT}{_WHOLLY}\b"
    r"|zzbuyer\s+(?:saknar|avstår)\b|\b(?:saknar|avstår)\s+zzbuyer"
)
_NO_DUTY = re.compile(
    rf"(?:zzsupplier\s+(?:{_MUST}|har|åtar\s+sig|förbinder\s+sig)|{_MUST}\s+zzsupplier)\s+{_THEREFORE}{_NOT}{_WHOLLY}\b"
    rf"|\bbehöver\s+{_THEREFORE}{_NOT}{_WHOLLY}\b|\b(?:krävs|fordras|begärs|erfordras)\s+{_THEREFORE}{_NOT}{_WHOLLY}\b"
    rf"|\b(?:inga|inget)\s+krav\s+(?:på|ställs|att|om)\b|\bär\s+{_THEREFORE}{_NOT}\s+skyldig|\bär\s+{_NOT}\s+ett\s+krav\b"
)
_LETS = re.compile(
    r"zzsupplier(?:\s+zzs\s+\w+)?(?:(?:,|\s+(?:och|eller|samt|liksom))\s+(?:dess\s+|deras\s+|zzs\s+)?\w+){0,5}"
    r"\s+(?:får|äger|må)\s+(?!veta|reda|besked|kännedom)"
    r"|^(?:en\s+|ett\s+|den\s+)?\w+\s+får\s+(?:ge|ta|lämna|erbjuda|ha|anlita)\b|\bfår\s+(?:utsättas|bestraffas|eftersökas|efterforskas|utforskas)\b"
)
_ANY_NOT = re.compile(r"\b(?:inte|ej|icke|aldrig|ingen|inget|inga|varken|utan)\b")
_BEGINS = re.compile(r"(?:^|[.:/]\s)\W*(?:och\s+|eller\s+)?$")
_BUT = re.compile(
    r"\b(?:endast|enbart|bara|först|högst|ringa|mindre\s+värde|efter|sedan|under\s+förutsättning|såvida|förutsatt|med"
    r"\s+(?:zzbuyer\s+(?:zzs\s+)?|skriftligt\s+)(?:\w+\s+)?(?:godkän|medgiv|samtyck|tillstånd|tillåtelse)\w*|därefter|undantag\w*|utom|i\s+den\s+mån)\b"
)
# "Uppgift om", "lagen (2021:890) om": what something is about, and no condition.
_ABOUT = re.compile(
    r"(?:\)|\b(?:lag(?:en)?|uppgift\w*|information\w*|frågor?|bestämmels\w*|rapporter\w*|berätta\w*|medd\w+|avtal\w*"
    r"|beslut\w*|skydd|upplys\w*|regler\w*))\s+$"
)
_IF = re.compile(r"\bom\s+(?P<clause>[^.,;:]{3,200})")


@lru_cache(maxsize=20_000)
def refuses_right(marked: str) -> bool:
    """Whether a main clause says outright that the buyer has no right, or waives it."""
    return _says(_NO_RIGHT, marked)


@lru_cache(maxsize=20_000)
def spares_duty(marked: str) -> bool:
    """Whether a main clause says outright that the supplier need not, or that something is not demanded."""
    return _says(_NO_DUTY, marked)


@lru_cache(maxsize=20_000)
def lets(marked: str) -> bool:
    """Whether a statement lets the supplier's side do something, without a condition or a limit."""
    limited = _ANY_NOT.search(marked) or _BUT.search(marked) or any(_is_if(marked, at) for at in _IF.finditer(marked))
    return not limited and _says(_LETS, marked)


def _is_if(marked: str, found: re.Match[str]) -> bool:
    """Whether an "om" opens a condition: a verb follows, and no word before it takes an "om"."""
    return not _ABOUT.search(marked, 0, found.start()) and any(map(is_finite, found["clause"].split()))


def _says(pattern: re.Pattern[str], marked: str) -> bool:
    return any(
        not is_subordinate(marked[: found.start()]) and not _is_condition(marked, found)
        for found in pattern.finditer(marked)
    )


def _is_condition(marked: str, found: re.Match[str]) -> bool:
    """Whether a sentence that begins with its verb is an "if": "Har beställaren inte fått ..., får betalningen"."""
    return is_finite(found[0].split()[0]) and bool(_BEGINS.search(marked[: found.start()]))

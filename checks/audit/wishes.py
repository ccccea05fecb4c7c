"""Sentences in which the auditor wishes something of a body, or calls it important, urgent or needed."""

from __future__ import annotations

import re

from checks.audit.advice import ADVERB, TO_WORDS, Advice, Strength
from checks.audit.speakers import AUDITORS, BODY, by_own, told_by_auditors, told_by_others, worded

_WISH = worded(
    rf"(?:\b(?:vill|önskar|förväntar|förutsätter|ser gärna|vill se)(?: {AUDITORS}){{1,2}}(?: {ADVERB}){{0,2}}|"
    rf"{AUDITORS} (?:{ADVERB} )?(?:vill|önskar|förväntar (?:oss|sig|mig)|förutsätter|ser gärna|vill se|utgår från|"
    rf"anhåller om|begär)(?: {ADVERB}){{0,2}}|\b(?:förväntar|utgår) {AUDITORS}(?: (?:oss|från|därför)){{0,3}}) att "
)
_WANTING = worded(
    rf"{AUDITORS} (?:{ADVERB} )?(?:efterlyser|vill se|ser (?:ett|det) behov av|saknar och efterlyser) "
    r"(?:en|ett|fler|tydligare|bättre|större|mer) "
)
_WEIGHTY = worded(
    r"(?:\b(?:är|vore|blir|anser|bedömer|ser|finner)\b(?: [\wåäö,]{1,25}){0,7}? (?:viktigt|angeläget|väsentligt|"
    r"nödvändigt|önskvärt|lämpligt|rimligt|motiverat|befogat|påkallat|relevant|klokt|värdefullt|naturligt|"
    r"vikt|betydelse|nödvändig|avgörande)|\bvikten av|"
    r"^\W{0,4}(?:av (?:stor |största )?vikt|viktigt|angeläget|väsentligt) (?:är|blir)(?: \w{1,20})?) att "
)
_FALLS = worded(r"\b(?:åligger|ankommer\b[^.;]{0,60}? på)\b")
_REASON = worded(
    r"\b(?:finns|ser|föreligger|har)\b(?P<mid>[^.:;,]{0,80}?) (?:anledning|skäl|behov)"
    r"(?P<to>(?: för [^.:;,]{3,100}?)?) (?:av )?att "
)
_NAMED = re.compile(BODY, re.IGNORECASE)
_ABSENT = re.compile(r"\b(?:ing\w{1,4}|inte|ej|varken)\b", re.IGNORECASE)


def wished(text: str) -> Advice | None:
    """ "Vi vill att nämnden ser över", "Revisorerna förväntar sig att", "Vi efterlyser en plan"."""
    match = _WISH.search(text)
    if match and not told_by_others(text[: match.start()]):
        to = _first_words(text, match.end(), TO_WORDS + 2)
        return Advice(Strength.OUGHT if to else Strength.NEED, to, match.end(), True)
    match = _WANTING.search(text)
    if match and not told_by_others(text[: match.start()]):
        return Advice(Strength.NEED, "", match.start(), True)
    return None


def weighty(text: str) -> Advice | None:
    """ "Det är angeläget att nämnden tar fram", "Det åligger enligt vår mening nämnden att"."""
    match = _WEIGHTY.search(text)
    if match and not told_by_others(text[: match.start()]):
        to = _first_words(text, match.end(), TO_WORDS)
        own = told_by_auditors(text[: match.end()]) or by_own(text[: match.start()], text[match.end() :])
        if to:
            return Advice(Strength.OUGHT if own else Strength.NEED, to, match.end(), own)
    match = _FALLS.search(text)
    if match and told_by_auditors(text[: match.end() + 60]) and _NAMED.search(text):
        return Advice(Strength.OUGHT, text[match.end() :][:120], match.end(), True)
    return None


def reasoned(text: str) -> Advice | None:
    """ "Det finns enligt vår uppfattning skäl för nämnden att", "Vi ser ett behov av att nämnden"."""
    match = _REASON.search(text)
    if not match or told_by_others(text[: match.end()]) or _ABSENT.search(match["mid"]):
        return None
    to = match["to"] or text[: match.start()][-60:] + match["mid"]
    if not _NAMED.search(to):
        to = _first_words(text, match.end(), TO_WORDS)
    if not to:
        return None
    own = told_by_auditors(text[: match.end()])
    return Advice(Strength.OUGHT if own else Strength.NEED, to, match.end(), own)


def _first_words(text: str, start: int, most: int) -> str:
    """The first words of what is wished, where they name a body; else nothing."""
    words = " ".join(text[start:].split()[:most])
    return words if _NAMED.search(words) else ""

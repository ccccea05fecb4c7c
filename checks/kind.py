"""What kind of document this is: its language, whether a contract, whether an unfilled template, and what it buys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks import genre
from checks.finding import Applies, Status
from checks.language import language, language_name, words
from checks.subject import kinds
from clauses.requirement import ContractKind

if TYPE_CHECKING:
    from clauses.requirement import Requirement
    from ingest.document import Document

WORD = {
    Status.MET: "uppfyllt",
    Status.PARTIAL: "delvis",
    Status.MISSING: "saknas",
    Status.CONTRADICTED: "motsägs",
    Status.UNDETERMINED: "oklart",
}

_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{0,60}\]|_{3,}|…{2,}|\b(?:X{2,6}|N{2})\b(?!\s?AB)|\bxx+\b|\bxxxxxx-xxxx\b|<[^<>\n]{2,40}>|●"
    r"|\{\{?[^{}\n]{1,40}\}|«[^«»\n]{1,40}»|\b20(?:XX|xx|__|ÅÅ)"
    r"|\b[ÅY]{4}-MM-DD|\(?\b(?:skriv|ange|fyll\si|infoga)\s(?:här\s)?(?:in\s)?(?:namn|datum|belopp|text|antal"
    r"|adress|org\w*|avtals\w*|leverantör\w*|parter\w*)"
    r"|[Kk]licka\s(?:eller\stryck\s)?här|[Vv]älj\sett\sobjekt|\bfylls\si\b|:\s?\.{4,}"
)
_SIGNS = (
    "[",
    "___",
    "……",
    "XX",
    "xx",
    "<",
    "●",
    "{",
    "«",
    "NN",
    "ÅÅÅÅ",
    "YYYY",
    "skriv ",
    "ange ",
    "fyll",
    "infoga",
    "licka ",
    "älj ett objekt",
    "....",
)
_SIGNED = (
    "underskrift",
    "undertecknas",
    "ort och datum",
    "ort/datum",
    "ort, datum",
    "namnförtydligande",
    "namnteckning",
)
_EMPTY_PARTY = re.compile(
    r"(?im)^[ *]*(?:beställare|köpare|leverantör|utförare|säljare|uppdragstagare|entreprenör|vårdgivare|anordnare"
    r"|konsult|förening|part\s[12AB])\w{0,4}[ ]?[:\t][ ]*(?:[\[<_{«…]|[Kk]licka\s|\.{4}|NN\b|XX|$)"
    r"|\bmellan\b[^.\n]{0,250}?(?:\[|_{3}|<|\.{5}|…{2}|\bXX|[{«])|\boch\s(?:\[|_{3}|…{2}|\.{5}|XX|«)"
    r"|org\w*[.\s]{1,2}(?:nr|nummer)?:?\s?(?:\[|_{3}|x{4}|X{4}|…)"
)


@dataclass(frozen=True)
class About:
    """What the document is. `kinds` are what is bought by it, the plainest first; empty where it does not show."""

    language: str
    contract: bool
    template: bool
    kinds: tuple[ContractKind, ...]
    notes: tuple[str, ...]


def about(document: Document) -> About:
    """What kind of document this is, with the notes that its reader should see first."""
    counts = words(document.text)
    spoken = language(document.text, counts)
    contract = spoken != "sv" or genre.is_contract(document.text, counts)
    unfilled = template(document)
    notes = []
    if spoken not in ("sv", "und"):
        notes.append(
            f"Dokumentet är skrivet på {language_name(spoken)}. klausul läser avtal på svenska, så inget krav kan "
            f"avgöras."
        )
    if not contract:
        notes.append(
            "Dokumentet ser inte ut att vara ett avtal. Utfallet visar bara vad texten skulle ha gett som avtal."
        )
    if unfilled:
        notes.append("Dokumentet är en mall som inte är ifylld. Tomma belopp och tider räknas inte som avtalade.")
    return About(spoken, contract, unfilled, kinds(document.text, counts), tuple(notes))


def is_contract(document: Document) -> bool:
    """Whether the document is a contract, whatever it calls itself."""
    return genre.is_contract(document.text, words(document.text))


def template(document: Document) -> bool:
    """Whether the document is a template that nobody filled: placeholders stand for parties, figures and dates.

    Lines to sign on are empty in filled contracts too, and an optional clause in brackets is no placeholder.
    """
    text = document.text[:_READ]
    if sum(text.count(sign) for sign in _SIGNS) < _FEWEST:
        return False
    body = text[: _signatures(document.text)]
    empty = _placeholders(body)
    if empty < _FEWEST:
        return False
    share = empty / max(1, body.count(" "))
    if _EMPTY_PARTY.search(body[:4_000]):
        return share > 0.002 or empty >= _MANY + 4
    return empty >= _MANY and share > 0.008


def _placeholders(body: str) -> int:
    """How many placeholders there are. The pattern is slow and is tried only around the signs of one."""
    found: set[int] = set()
    for sign in _SIGNS:
        at = body.find(sign)
        tried = 0
        while at >= 0 and tried < _TRIED:
            tried += 1
            match = _PLACEHOLDER.search(body, max(0, at - 12), at + 70)
            if match:
                found.add(match.start())
            at = body.find(sign, max(at + 1, match.end() if match else 0))
    return len(found)


def _signatures(text: str) -> int:
    """Where the place to sign begins, in the latter half of the text; its end where there is none."""
    half = len(text) // 2
    if half > _READ:
        return len(text)
    lower = text[half:].lower()
    return min((half + at for word in _SIGNED if (at := lower.find(word)) >= 0), default=len(text))


_MANY = 8
_TRIED = 200  # places of one sign
_FEWEST = 3
_READ = 16_000  # characters: a template that nobody filled is empty from the beginning


def applies(requirement: Requirement, what: About) -> tuple[Applies, str]:
    """Whether the requirement is one for this kind of contract; where not or perhaps not, the reason in Swedish."""
    for_kinds = requirement.applies.to
    if not for_kinds:
        return Applies.YES, ""
    if not what.kinds:
        return Applies.UNKNOWN, f"Om kravet gäller här framgår inte: {_lower(requirement.applies.reason.sv)}"
    if any(kind in for_kinds for kind in what.kinds):
        return Applies.YES, ""
    return Applies.NO, f"Kravet gäller troligen inte detta slags avtal: {_lower(requirement.applies.reason.sv)}"


__all__ = ["WORD", "About", "about", "applies", "is_contract", "kinds", "language", "language_name", "template"]


def _lower(sentence: str) -> str:
    return sentence if sentence[:2].isupper() else sentence[0].lower() + sentence[1:]

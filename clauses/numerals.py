"""Swedish numbers: "10 000", "10.000", "0,5", "tjugofem", "femtio tusen", "ett halvt", "en och en halv"."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    "noll": 0,
    "ett": 1,
    "en": 1,
    "två": 2,
    "tvenne": 2,
    "tre": 3,
    "trenne": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "elva": 11,
    "tolv": 12,
    "tretton": 13,
    "fjorton": 14,
    "femton": 15,
    "sexton": 16,
    "sjutton": 17,
    "arton": 18,
    "aderton": 18,
    "nitton": 19,
    "tjugo": 20,
    "tjugu": 20,
    "trettio": 30,
    "fyrtio": 40,
    "femtio": 50,
    "sextio": 60,
    "sjuttio": 70,
    "åttio": 80,
    "nittio": 90,
}
_POWERS = {"hundra": 100, "tusen": 1000}
_HALVES = ("halvt", "halva", "halv")
_ATOMS = sorted((*_UNITS, *_POWERS), key=len, reverse=True)
_ATOM = "|".join(_ATOMS)
_SPACE = r"[ \u00a0\u202f\u2009]"
_IN_WORDS = rf"(?:{_ATOM})(?:{_SPACE}?(?:{_ATOM})){{0,5}}"
_HALF = rf"(?:(?:{_IN_WORDS}){_SPACE}och{_SPACE})?(?:(?:ett|en|den){_SPACE})?(?:{'|'.join(_HALVES)})"
_IN_DIGITS = rf"\d{{1,3}}(?:(?:{_SPACE}|\.)\d{{3}}(?!\d)){{1,3}}(?:,\d{{1,4}})?|\d{{1,12}}(?:[,.]\d{{1,4}})?"
NUMBER = rf"(?:{_IN_DIGITS}|{_HALF}|{_IN_WORDS})"
"""A pattern for one number, in digits or words."""

_ONE_ATOM = re.compile(_ATOM)
_THOUSANDS = re.compile(rf"(?:{_SPACE}|\.)(?=\d{{3}}(?!\d))")


def number(text: str) -> Decimal:
    """The value of what NUMBER matches."""
    small = text.lower().strip()
    if small[0].isdigit():
        return Decimal(_THOUSANDS.sub("", small).replace(",", "."))
    if small.endswith(_HALVES):
        whole = small.partition(" och ")[0] if " och " in small else ""
        return Decimal(_in_words(whole)) + Decimal("0.5")
    return Decimal(_in_words(small))


def _in_words(text: str) -> int:
    """ "tvåhundra femtio tusen" -> 250000: what stands before hundra or tusen is multiplied by it."""
    total = part = 0
    for atom in _ONE_ATOM.findall(text):
        if atom in _UNITS:
            part += _UNITS[atom]
        elif atom == "hundra":
            part = max(part, 1) * 100
        else:
            total, part = total + max(part, 1) * 1000, 0
    return total + part

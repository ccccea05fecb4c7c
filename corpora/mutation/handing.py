"""A sentence handed to the other party: the names of the parties swapped. Edits within the sentence."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from checks.parties import BUYER, SUPPLIER, Parties
from corpora.mutation.rewording import cased
from corpora.mutation.source import Edit, NotMade

_SWAP = {"vi": "ni", "ni": "vi", "oss": "er", "vår": "er", "vårt": "ert", "våra": "era", "ert": "vårt", "era": "våra"}
_NO_NAMES = frozenset({"oss", "er", "vår", "vårt", "våra", "ert", "era", "kommun", "region"})
_ER_ALONE = re.compile(r"er(?:[.,;:)]|$|\s+(?:att|om|i|på|senast|skriftligen|inom|utan|när|och|eller|från|som|för)\b)")
_AFTER = re.compile(r"\b(?:för|till|hos|från|mot|med|i|på|åt|om)\s+$", re.I)
_AND = re.compile(r"\s*(?:,|och|eller|samt)\s*")
_JOINED = re.compile(r"\s*(?:,|och\b|eller\b|samt\b)")
_SUBJECT = re.compile(r"[^.;:]*?\b(?:ska|skall|skola|måste|bör|får|må|äger|har|svarar|ansvarar)\b", re.I)
_BILL = re.compile(r"\s+(?:räkning\w*|faktur\w*)\b", re.I)


def handed(said: str, parties: Parties, names: dict[str, str], holder: str | None) -> list[Edit]:
    """The parties' names swapped. `holder` is the party whose right or duty it is, None where it may be either's."""
    mentions = [each for each in parties.mentions(said.lower()) if _is_named(said[each.start : each.end])]
    acting = [each for each in mentions if not each.genitive and not _AFTER.search(said, 0, each.start)]
    if not mentions or (holder and not any(each.role == holder for each in acting)):
        raise NotMade("parten nämns inte i satsen")
    if any(_BILL.match(said, each.end) for each in mentions):
        raise NotMade("det är leverantören som fakturerar")
    if any(one.role == two.role and _AND.fullmatch(said, one.end, two.start) for one, two in pairwise(mentions)):
        raise NotMade("två namn på samma part")
    subject = _SUBJECT.match(said)
    edits: list[Edit] = []
    for each in mentions:
        joined = _JOINED.match(said, each.end) and subject and each.end < subject.end()
        if joined and each.role == holder:
            raise NotMade("flera delar skyldigheten")
        other = SUPPLIER if each.role == BUYER else BUYER
        word = said[each.start : each.end]
        edits.append((each.start, each.end, cased(word[0], _swapped(word, said[each.start :], names[other]))))
    return edits


def _is_named(word: str) -> bool:
    """Whether a word names a party, and not any supplier or any municipality."""
    if word[0].isupper() or word.lower() in _SWAP or word.lower() in ("oss", "er"):
        return True
    return bool(re.search(r"(?:[ae]n|et|rna)s?$", word)) and word.lower() not in ("region", "kommun")


def _swapped(word: str, rest: str, name: str) -> str:
    lower = word.lower()
    if lower == "er":
        return "oss" if _ER_ALONE.match(rest.lower()) else "vår"
    if lower in _SWAP:
        return _SWAP[lower]
    if name.lower() in ("vi", "ni"):
        raise NotMade("partens namn böjs inte")
    return name if not lower.endswith("s") or name.endswith("s") else f"{name}s"


def called(text: str, parties: Parties) -> dict[str, str]:
    """What the contract calls each party most often. Raises NotMade where it does not name both."""
    counts: dict[str, Counter[str]] = {BUYER: Counter(), SUPPLIER: Counter()}
    for each in parties.mentions(text.lower()):
        word = text[each.start : each.end]
        if not each.genitive and word.lower() not in _NO_NAMES:
            counts[each.role][word] += 1
    if not all(counts.values()):
        raise NotMade("parterna är inte namngivna")
    return {role: max(found, key=lambda name: (found[name], " " not in name)) for role, found in counts.items()}

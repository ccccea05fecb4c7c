"""Which of the parties buys: by the roles that the contract names, by what they are, by who pays and performs."""

from __future__ import annotations

import re

from checks.organisations import is_public
from checks.party_entries import Entry
from checks.rolewords import BUYER, EITHER, ROLE_OF, SUPPLIER, role_of_label

_PERFORMS = (
    r"(?:ska|skall|åtar sig|förbinder sig|svarar för|ansvarar för|har att)\s(?:att\s)?(?:\w+\s){0,3}?(?:utföra"
    r"|leverera|tillhandahålla|bedriva|driva|erbjuda|bemanna"
    r"|fakturera|hyra ut|producera|analysera|genomföra|utför|levererar|tillhandahåller)|utför\b|levererar\b"
    r"|driver\b|bedriver\b|tillhandahåller\b|fakturerar\b|utför\b"
)
_PAYS = (
    r"(?:ska|skall|åtar sig|förbinder sig)?\s?(?:att\s)?(?:\w+\s){0,2}?(?:betala|betalar|ersätta|ersätter"
    r"|beställa|beställer|avropa|avropar|köper|köpa|uppdrar|uppdra"
    r"|utger ersättning|lämnar bidrag|bidrar med)"
)


def sides(entries: list[Entry], text: str) -> list[str]:
    """`buyer` or `supplier` for each of the parties."""
    given = [_named_role(entry) for entry in entries]
    known = {role for role in given if role}
    open_ = [index for index, role in enumerate(given) if role is None]
    if not open_:
        return [role or BUYER for role in given]
    if len(known) == 1:
        return [role or _against(entry, entries, given, text) for entry, role in zip(entries, given, strict=True)]
    if len(known) == 2:
        return [
            role or (BUYER if is_public(entry.name) else SUPPLIER) for entry, role in zip(entries, given, strict=True)
        ]
    public = [is_public(entry.name) for entry in entries]
    if any(public) and not all(public):
        return [BUYER if each else SUPPLIER for each in public]
    leanings = [_leaning(entry, text) for entry in entries]
    buyer = max(range(len(entries)), key=lambda index: (leanings[index], -index))
    return [BUYER if index == buyer else SUPPLIER for index in range(len(entries))]


def _named_role(entry: Entry) -> str | None:
    """The role that the label or a short name says outright ("Beställaren"); "Kommunen" only says what it is."""
    if role := role_of_label(entry.label):
        return role
    for alias in entry.called:
        lower = alias.lower()
        role = None if lower in EITHER else role_of_label(lower) or ROLE_OF.get(lower)
        if role:
            return role
    return None


def _against(entry: Entry, entries: list[Entry], given: list[str | None], text: str) -> str:
    """The side of a party when one side is known: the other one, unless it stands beside one of its own kind."""
    known = next(role for role in given if role)
    other = SUPPLIER if known == BUYER else BUYER
    if len(entries) == 2:
        return other
    alike = any(
        role and is_public(each.name) == is_public(entry.name) for each, role in zip(entries, given, strict=True)
    )
    rest = [
        each
        for each, role in zip(entries, given, strict=True)
        if role is None and is_public(each.name) != is_public(entry.name)
    ]
    return known if alike and rest else other


def _leaning(entry: Entry, text: str) -> int:
    """Above zero where the text has the party pay and order, below where it has it perform."""
    names = "|".join(re.escape(name) for name in _spoken_names(entry))
    lower = text[:80_000].lower()
    pays = len(re.findall(rf"\b(?:{names})\s{_PAYS}\b|\bfaktura\w*\s(?:\w+\s)?till\s(?:{names})\b", lower))
    performs = len(
        re.findall(
            rf"\b(?:{names})\s(?:{_PERFORMS})\b|\b(?:ersättning|betala\w*|utgår)\s(?:\w+\s){{0,2}}till\s(?:{names})\b",
            lower,
        )
    )
    return pays - performs


def _spoken_names(entry: Entry) -> list[str]:
    nouns = [
        noun
        for noun in ("kommunen", "regionen", "stiftelsen", "föreningen", "bolaget")
        if noun[:-2] in entry.name.lower()
    ]
    return [entry.name.lower(), *(alias.lower() for alias in entry.called), *(nouns if not entry.called else [])]

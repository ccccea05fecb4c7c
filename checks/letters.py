"""Who "vi" and "ni" are in a contract that is written as a letter."""

from __future__ import annotations

import re

from checks.rolewords import BUYER, SUPPLIER

_WE_MUST = re.compile(r"\bvi (?:ska|skall|förbinder|åtar|lovar|måste)\b|\b(?:ska|skall|måste) vi\b")
_YOU_MUST = re.compile(r"\b(?:ni|du) (?:ska|skall|förbinder|åtar|måste)\b|\b(?:ska|skall|måste) (?:ni|du)\b")
_WE_PAY = re.compile(
    r"\b(?:vi (?:betalar|ersätter|beställer|bidrar|beviljar|auktoriserar|godkänner|följer upp|får säga upp|får häva)|(?:betalar|ersätter|beställer|bidrar|beviljar|får) vi\b"
    r"|betala (?:till )?oss|säljer till oss|ersättning från oss)"
)
_YOU_PAY = re.compile(
    r"\b(?:(?:ni|du) (?:betalar|ersätter|beställer|bidrar)|(?:betalar|beställer) (?:ni|du)\b|ersättning från (?:er|dig)|betalt av (?:er|dig))"
)
_FIRST = ("vi", "oss", "vår", "vårt", "våra")
_SECOND = ("ni", "er", "ert", "era", "du", "dig", "din", "ditt", "dina")
_SAID = re.compile(
    r"(?:\bmed\s|\bstår\s(?:det\s)?|\bsäger\s|\bskriver\s|\banvänds?\s|^|[(.,]\s?)[\"”“'»]?(?P<word>vi|ni|du)[\"”“'»]?[^.\n]{0,40}?\b(?:menas|avses|menar\svi|är|betyder|syftar\s\w+\spå)\s(?P<who>[^.\n,]{3,60})",
    re.M,
)
_FEW = 8  # times: a rule book or a form may have a stray "vi"


def letter(text: str, roles: dict[str, str]) -> dict[str, str]:
    """Who "vi" and "ni" are, as lower-case words to roles; nothing where the contract is no letter.

    What the contract says itself ("Med vi menas kommunen") goes first; then who pays and follows up, which the buyer does; then who promises most,
    which the supplier does. A contract that says "vi" and never "ni" is a letter only where "vi" clearly is one of the parties.
    """
    lower = text.lower()
    we, you = _count(lower, "vi"), _count(lower, "ni") + _count(lower, "du")
    if we + you < _FEW or 1000 * (we + you) < len(text) / 6:
        return {}
    ours = _said(lower, roles) or _by_conduct(lower, you)
    if ours is None:
        return {}
    yours = BUYER if ours == SUPPLIER else SUPPLIER
    given = dict.fromkeys(_FIRST, ours)
    return given | dict.fromkeys(_SECOND, yours) if you >= 2 else given


def _count(lower: str, word: str) -> int:
    return len(re.findall(rf"\b{word}\b", lower)) if f"{word} " in lower else 0


def _said(lower: str, roles: dict[str, str]) -> str | None:
    """The role of "vi" by the contract's own words, None where it does not say."""
    for match in _SAID.finditer(lower[:8_000]):
        known = {roles[word] for word in re.findall(r"[\w-]+", match["who"]) if word in roles}
        known |= {role for name, role in roles.items() if " " in name and name in match["who"]}
        if len(known) == 1:
            role = known.pop()
            return role if match["word"] == "vi" else BUYER if role == SUPPLIER else SUPPLIER
    return None


def _by_conduct(lower: str, you: int) -> str | None:
    pay, paid = len(_WE_PAY.findall(lower)), len(_YOU_PAY.findall(lower))
    owe, owed = len(_WE_MUST.findall(lower)), len(_YOU_MUST.findall(lower))
    leaning = 2 * (pay - paid) + owed - owe
    if not you and abs(leaning) < 3:
        return None
    return BUYER if leaning >= 0 else SUPPLIER

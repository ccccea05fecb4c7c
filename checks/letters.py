"""Who "vi" and "ni" are in a contract that is written as a letter."""

from __future__ import annotations

import re

from checks.rolewords import BUYER, SUPPLIER

_FIRST = ("vi", "oss", "vår", "vårt", "våra")
_SECOND = ("ni", "er", "ert", "era", "du", "dig", "din", "ditt", "dina")
_DUTY = frozenset(["ska", "skall", "måste", "förbinder", "åtar", "lovar"])
_BUYS = frozenset(["betalar", "ersätter", "beställer", "bidrar", "beviljar", "auktoriserar", "godkänner"])
_ENDS = frozenset(["säga", "häva"])  # "vi får säga upp": the buyer's word above the supplier's
_SAID = re.compile(
    r"[\"”“'»]?\b(?P<word>vi|ni|du)[\"”“'»]?(?:\s[^.\n]{0,40}?)?\s(?:menas|avses|menar\svi|betyder"
    r"|syftar\s\w+\spå|står\sför)\s(?P<who>[^.\n,]{3,60})"
)
_MEANS = (" menas ", " avses ", " menar vi ", " betyder ", " står för ", " syftar ")
_ADDRESS = frozenset({"vi", "ni", "du"})
_MARKS = ".,:;()\"”“'»"
_READ = 30_000  # characters
_RARE = 800  # words: a stray "vi" in a long contract makes no letter of it
_FEW = 8  # times: a rule book or a form may have a stray "vi"


def letter(text: str, roles: dict[str, str]) -> dict[str, str]:
    """Who "vi" and "ni" are, as lower-case words to roles; nothing where the contract is no letter.

    What the contract says itself ("Med vi menas kommunen") goes first; then who pays and ends the contract: the
    buyer; then who promises most: the supplier. Where only "vi" is said, it must clearly act as a party.
    """
    if sum(text.count(word, 0, _READ) for word in (" vi ", "Vi ", " ni ", "Ni ", " du ", "Du ")) < _FEW // 2:
        return {}
    lower = text[:_READ].lower()
    words = lower.split()
    told = [(at, word) for at, word in enumerate(words) if word.strip(_MARKS) in _ADDRESS]
    you = sum(word.strip(_MARKS) != "vi" for _, word in told)
    if len(told) < _FEW or _RARE * len(told) < len(words):
        return {}
    ours = _said(lower, roles) or _by_conduct(words, told)
    if ours is None:
        return {}
    given = dict.fromkeys(_FIRST, ours)
    return given | dict.fromkeys(_SECOND, _other(ours)) if you >= 2 else given


def _other(role: str) -> str:
    return BUYER if role == SUPPLIER else SUPPLIER


def _said(lower: str, roles: dict[str, str]) -> str | None:
    """The role of "vi" by the contract's own words, None where it does not say."""
    told = (line for line in lower[:8_000].split("\n") if any(verb in line for verb in _MEANS))
    for match in (match for line in told for match in _SAID.finditer(line)):
        known = {roles[word] for word in re.findall(r"[\w-]+", match["who"]) if word in roles}
        known |= {role for name, role in roles.items() if " " in name and name in match["who"]}
        if len(known) == 1:
            role = known.pop()
            return role if match["word"] == "vi" else _other(role)
    return None


def _by_conduct(words: list[str], told: list[tuple[int, str]]) -> str | None:
    """Who pays and ends the contract is the buyer, who promises most the supplier."""
    leaning = 0
    for at, word in told:
        beside = {words[at - 1] if at else "", *words[at + 1 : at + 2]}
        says = 2 * bool(beside & _BUYS or ("får" in beside and _ENDS.intersection(words[at + 1 : at + 4]))) - bool(
            beside & _DUTY
        )
        leaning += says if word.strip(_MARKS) == "vi" else -says
    alone = all(word.strip(_MARKS) == "vi" for _, word in told)
    if alone and abs(leaning) < 3:
        return None
    return BUYER if leaning >= 0 else SUPPLIER

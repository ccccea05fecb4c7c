"""Who "vi" and "ni" are in a contract that is written as a letter."""

from __future__ import annotations

import re

from checks.rolewords import BUYER, SUPPLIER

_FIRST = ("vi", "oss", "vår", "vårt", "våra")
_SECOND = ("ni", "er", "ert", "era", "du", "dig", "din", "ditt", "dina")
_DUTY = ("ska", "skall", "måste", "förbinder", "åtar", "lovar")
_BUYS = ("betalar", "ersätter", "beställer", "bidrar", "beviljar", "auktoriserar", "godkänner", "får säga upp", "får häva")
_PAID = ("betala till {}", "betalar till {}", "säljer till {}", "ersättning från {}", "bidrag från {}", "betalt av {}", "fakturera {}")
_SAID = re.compile(
    r"[\"”“'»]?\b(?P<word>vi|ni|du)[\"”“'»]?(?:\s[^.\n]{0,40}?)?\s(?:menas|avses|menar\svi|betyder|syftar\s\w+\spå|står\sför)\s(?P<who>[^.\n,]{3,60})"
)
_FEW = 8  # times: a rule book or a form may have a stray "vi"


def letter(text: str, roles: dict[str, str]) -> dict[str, str]:
    """Who "vi" and "ni" are, as lower-case words to roles; nothing where the contract is no letter.

    What the contract says itself ("Med vi menas kommunen") goes first; then who pays and follows up, which the buyer does; then who
    promises most, which the supplier does. Where only "vi" is said, it is a party only if it clearly acts as one.
    """
    lower = text.lower()
    if sum(lower.count(word) for word in ("vi ", "ni ", "du ")) < _FEW:
        return {}
    we, you = _count(lower, "vi"), _count(lower, "ni") + _count(lower, "du")
    if we + you < _FEW or 6_000 * (we + you) < len(text):
        return {}
    ours = _said(lower, roles) or _by_conduct(lower, you)
    if ours is None:
        return {}
    given = dict.fromkeys(_FIRST, ours)
    return given | dict.fromkeys(_SECOND, _other(ours)) if you >= 2 else given


def _other(role: str) -> str:
    return BUYER if role == SUPPLIER else SUPPLIER


def _count(lower: str, word: str) -> int:
    """How often the word stands in the text; by its neighbours, since a pattern would be slow over a whole contract."""
    before = ("\n", " ", "(", "\t")
    return sum(lower.count(f"{sign}{word}{after}") for sign in before for after in (" ", ".", ",", "\n"))


def _said(lower: str, roles: dict[str, str]) -> str | None:
    """The role of "vi" by the contract's own words, None where it does not say."""
    for match in _SAID.finditer(lower[:8_000]):
        known = {roles[word] for word in re.findall(r"[\w-]+", match["who"]) if word in roles}
        known |= {role for name, role in roles.items() if " " in name and name in match["who"]}
        if len(known) == 1:
            role = known.pop()
            return role if match["word"] == "vi" else _other(role)
    return None


def _by_conduct(lower: str, you: int) -> str | None:
    leaning = _conduct(lower, "vi", "oss") - _conduct(lower, "ni", "er") - _conduct(lower, "du", "dig")
    if not you and abs(leaning) < 3:
        return None
    return BUYER if leaning >= 0 else SUPPLIER


def _conduct(lower: str, subject: str, receiver: str) -> int:
    """Above zero where the writer ("vi") or the reader ("ni") pays and decides, below where it owes and is paid."""
    buys = sum(lower.count(f"{subject} {verb} ") + lower.count(f"{verb.split()[0]} {subject} ") for verb in _BUYS)
    owes = sum(lower.count(f"{subject} {verb} ") + lower.count(f"{verb} {subject} ") for verb in _DUTY)
    paid = sum(lower.count(phrase.format(receiver)) for phrase in _PAID[2:])
    return 2 * (buys - paid) - owes

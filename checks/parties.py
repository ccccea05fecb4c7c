"""The parties of a contract by the names that this contract gives them, and their mentions in a text.

A contract says who is who once ("Lindens Hemsjukvård AB, nedan Utföraren") and uses the short name from there on.
`find` reads that; `Parties` then finds every mention in any text, so that a right can be asked whose it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from checks.finding import Party
from checks.letters import letter
from checks.openings import entries
from checks.organisations import is_public, number_in, organisations
from checks.party_entries import Entry
from checks.rolewords import BUYER, ROLE_OF, SUPPLIER, definite, indefinite
from checks.sides import sides

_OPENING = 7_000  # characters: who the parties are is said at the beginning
_FIRST_PAGE = 3_000
_MOST = 8  # parties of one side that are kept as facts


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a party: `role`, and whether in the genitive ("Leverantörens")."""

    start: int
    end: int
    role: str
    genitive: bool


@dataclass(frozen=True)
class Parties:
    """Who is who in this contract: lower-case names to roles, and the parties as facts."""

    roles: dict[str, str]
    facts: tuple[Party, ...] = ()

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        """The contract's own names first, then the role nouns: their pattern is made once for all contracts."""
        own = [name for name in self.roles if name not in ROLE_OF]
        return (_pattern(tuple(own)), _nouns()) if own else (_nouns(),)

    def mentions(self, lower: str) -> list[Mention]:
        """Every mention of a party in a lower-cased text, in order."""
        found: list[Mention] = []
        for pattern in self._patterns:
            for match in pattern.finditer(lower):
                if not any(match.start() < other.end and other.start < match.end() for other in found):
                    found.append(Mention(match.start(), match.end(), self.roles[match[1]], bool(match[2])))
        return sorted(found, key=lambda mention: mention.start)

    def mark(self, lower: str) -> str:
        """The lower-cased text, each mention of a party as `zzbuyer` or `zzsupplier` ( + ` zzs` in the genitive)."""
        marked = self._kept.get(lower)
        if marked is None:
            marked = lower
            for pattern in self._patterns:
                marked = pattern.sub(self._marked, marked)
            self._kept[lower] = marked
        return marked

    @cached_property
    def _kept(self) -> dict[str, str]:
        """Texts marked before: the reader and every rule ask for the same statements."""
        return {}

    def _marked(self, match: re.Match[str]) -> str:
        return f"zz{self.roles[match[1]]}{' zzs' if match[2] else ''}"


def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of whole names, sorted by their first letters so that few are tried at a place."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    choices = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"(?<!\w)({'|'.join(choices)})(s|:s)?(?!\w)")


@lru_cache(maxsize=1)
def _nouns() -> re.Pattern[str]:
    return _pattern(tuple(ROLE_OF))


def named(buyer: str, supplier: str) -> Parties:
    """The parties of a text whose names are known (labelled statements, examples)."""
    roles = dict(ROLE_OF)
    for role, name in ((BUYER, buyer.lower()), (SUPPLIER, supplier.lower())):
        roles.update(dict.fromkeys(_forms(name), role))
    return Parties(roles)


def find(text: str) -> Parties:
    """The parties of a contract, from its opening, its signatures, and from how its sentences speak."""
    found = entries(_joined(text[: _end_of_line(text, _FIRST_PAGE)]))
    if len(found) < 2 or not all(entry.label or entry.called for entry in found):
        found = entries(_joined(text[:_OPENING]))
    if len(found) < 2:
        found = _completed(found, text)
    given = sides(found, text)
    roles = dict(ROLE_OF)
    facts: dict[str, list[Party]] = {BUYER: [], SUPPLIER: []}
    for entry, role in zip(found, given, strict=True):
        called = _called(entry, text)
        for name in _own_names(entry, called, text):
            roles[name] = role
        if len(facts[role]) < _MOST:
            facts[role].append(Party(entry.name, role, entry.number, called))
    roles.update(letter(text, roles))
    return Parties(roles, tuple(facts[BUYER] + facts[SUPPLIER]))


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at, at + 1_000)
    return end if end >= 0 else at


def _joined(opening: str) -> str:
    """The opening with lines that only go on from the one before joined to it, and without marks of emphasis."""
    plain = (
        re.sub(r"\*+(?=\w)|(?<=\w)\*+|__(?=[A-ZÅÄÖ])|(?<=\w)__", "", opening)
        if "*" in opening or "__" in opening
        else opening
    )
    lines: list[str] = []
    for line in plain.split("\n"):
        if not line:
            continue
        open_ended = lines and (lines[-1].endswith(",") or lines[-1].rpartition(" ")[2] in _GOES_ON)
        if lines and (open_ended or _STARTS_LATE.match(line)):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


_GOES_ON = frozenset(
    [
        "kallad",
        "kallat",
        "kallas",
        "benämnd",
        "benämnt",
        "nedan",
        "mellan",
        "genom",
        "org.nr",
        "organisationsnummer",
        "och",
        "samt",
    ]
)
_STARTS_LATE = re.compile(r"(?!och\b|samt\b|[a-z][.) ])[a-zåäö(]|(?:AB|HB)\b")


def _completed(found: list[Entry], text: str) -> list[Entry]:
    """With parties that no definition names: the first page's organisations with a number, its public body, signers."""
    opening = text[:3_000]
    known = {entry.name.casefold() for entry in found}
    more: list[Entry] = []
    named = (
        organisations(opening)
        if re.search(r"avtal|kontrakt|överenskommelse|villkor|regelbok|partnerskap", opening[:600], re.I)
        else []
    )
    public = any(is_public(entry.name) for entry in found)
    for at, name in named:
        number = number_in(_until_next(opening[at + len(name) : at + len(name) + 60]))
        if name.casefold() in known or not (number or (is_public(name) and not public)):
            continue
        known.add(name.casefold())
        public = public or is_public(name)
        more.append(Entry(at, name, number=number))
    signed = [] if len(found) + len(more) > 1 else _signers(text[-2_500:], known)
    return [*found, *more, *signed][: max(2, len(found))]


def _until_next(following: str) -> str:
    """What follows a name, until the next name: its own number may stand on the line below."""
    names = organisations(following)
    return following[: names[0][0]] if names else following


def _signers(ending: str, known: set[str]) -> list[Entry]:
    return [
        Entry(at, name) for at, name in organisations(ending) if name.casefold() not in known and f"ör {name}" in ending
    ]


def _called(entry: Entry, text: str) -> tuple[str, ...]:
    """The short names for a party: those that the contract defines, and its label's definite form where used."""
    label = definite(entry.label.lower()).capitalize() if entry.label else ""
    used = bool(label) and (label in text or text.count(label.lower()) > 1)
    if used and label not in entry.called:
        return (*entry.called, label)
    return entry.called


def _own_names(entry: Entry, called: tuple[str, ...], text: str) -> set[str]:
    """The lower-case names that are mentions of the party; no words that the text also uses in an ordinary sense."""
    names: set[str] = set()
    for alias in called:
        lower = alias.lower()
        if lower in ROLE_OF or alias.islower() or _is_proper(alias, text):
            names.update({lower, indefinite(lower)} & ROLE_OF.keys() if lower in ROLE_OF else _forms(lower))
    if len(entry.name) >= 4 and (" " in entry.name or _is_proper(entry.name, text)):
        names.add(entry.name.lower())
        names.update(_spoken(entry.name, text))
    for noun in ("kommunen", "regionen", "landstinget", "stiftelsen", "föreningen"):
        if not called and re.search(rf"\b{indefinite(noun)}(?:en|et)?\b", entry.name, re.I):
            names.add(noun)
    return {name for name in names if name and name not in _ORDINARY}


_ORDINARY = frozenset(
    {"ab", "part", "parten", "parterna", "den", "det", "hem", "vård", "omsorg", "service", "alla", "konsult", "skola"}
)
_SUFFIX = re.compile(
    r"\s+(?:AB|Aktiebolag|HB|KB|Handelsbolag|Kommanditbolag|ek\.? för\.?|ekonomisk förening|ideell förening)$"
    r"|^(?:AB|Stiftelsen|Föreningen)\s+",
    re.I,
)


def _spoken(name: str, text: str) -> set[str]:
    """A name without its "AB", where the text calls the party so and never means anything else by it."""
    bare = _SUFFIX.sub("", name)
    if bare == name or len(bare) < 5 or is_public(name) or (" " not in bare and not _is_proper(bare, text)):
        return set()
    return {bare.lower()}


def _is_proper(name: str, text: str) -> bool:
    """Whether the text nearly always writes the name with a capital: an ordinary word is no mention."""
    if len(name) < 3:
        return False
    lower = name.lower()
    ordinary = sum(text.count(f"{before}{lower}{after}") for before in " (" for after in (" ", ",", ".", "s "))
    return ordinary <= 0.1 * (text.count(name) + ordinary)


def _forms(name: str) -> list[str]:
    """A name and its definite form, lower-cased; names too short or common to be told from other words are left out."""
    name = name.strip(" .,\"”'")
    if len(name) < 2:
        return []
    forms = [name]
    if " " not in name and not name.endswith(("en", "et", "n")):
        forms.append(name + ("n" if name[-1] in "aeiouyåäö" else "en"))
    return forms


__all__ = ["BUYER", "SUPPLIER", "Mention", "Parties", "find", "named"]

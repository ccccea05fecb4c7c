"""The parties of a contract by the names that this contract gives them, and their mentions in a text.

A contract says who is who once ("Lindens Hemsjukvård AB, nedan Utföraren") and uses the short name from there on. `find` reads that;
`Mentions` then finds every mention in any text, so that a right can be asked whose it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from stdnum.se import orgnr

from checks.finding import Party

BUYER, SUPPLIER = "buyer", "supplier"

# Words that name a role by themselves. A contract's own definitions go before them.
_ROLE_NOUNS = {
    BUYER: """beställaren beställare kommunen kommun regionen region landstinget nämnden köparen köpare uppdragsgivaren
        uppdragsgivare huvudmannen myndigheten upphandlaren kunden kund staden förbundet kommunalförbundet socialnämnden omsorgsnämnden
        äldrenämnden regionstyrelsen kommunstyrelsen förvaltningen inköpscentralen avropsberättigad beställarens best""".split(),
    SUPPLIER: """leverantören leverantör utföraren utförare vårdgivaren vårdgivare entreprenören entreprenör säljaren säljare
        uppdragstagaren uppdragstagare anordnaren anordnare konsulten tjänsteleverantören ramavtalsleverantören bolaget företaget
        föreningen stiftelsen kooperativet vårdbolaget bemanningsföretaget konsultbolaget anbudsgivaren sökanden kontrahenten vårdanstalten
        tandvårdsaktören assistansanordnaren hemtjänstutföraren lev ent ul personuppgiftsbiträdet licensgivaren transportören
        hyresvärden bidragsmottagaren mottagaren organisationen idéburna skolan friskolan""".split(),
}
_PUBLIC = re.compile(
    r"\b(?:[Rr]egion(?:en)?|[Kk]ommun(?:en)?|[Ll]andsting(?:et)?|stad|\w*[Kk]ommunalförbund(?:et)?|\w*[Nn]ämnd(?:en)?|\w*[Kk]ommunstyrelse\w*)\b"
)
_COMPANY = re.compile(
    r"\b(?:AB|[Aa]ktiebolag(?:et)?|HB|KB|[Hh]andelsbolag(?:et)?|[Kk]ommanditbolag(?:et)?|[Ee]nskild firma|[Ee]k\.|[Ee]konomisk förening"
    r"|[Ii]deell förening|\w*[Ss]tiftelse\w*|\w*[Ff]örening(?:en)?|\w*[Kk]ooperativ(?:et)?|\w*[Ff]örbund(?:et)?|A/S|ApS|Ltd|GmbH)\b"
)
_ORGNR = re.compile(r"(?<!\d)(?:16)?(\d{6})[-–‑]?(\d{4})(?!\d)")
_WORD = r"[A-ZÅÄÖ][\w&.’'/-]{0,40}"
_NAME = re.compile(
    rf"{_WORD}(?:[ ](?:och|&|i|för|på|av|kommun|stad|län|förening|nämnd|nämnden|landsting|ek\.|för\.|ideell|ekonomisk|handelsbolag"
    rf"|vård|omsorg|sjukvård|aktiebolag|\d{{1,4}}|{_WORD})){{0,9}}"
)
_NO_NAME = re.compile(
    r"^(?:(?:Mellan|Avtal|Detta|Parter|Part|Partner|Nedan|Och|Org|Organisationsnummer|Beställare[n]?|Köpare[n]?|Uppdragsgivare[n]?|Leverantör(?:en)?"
    r"|Utförare[n]?|Säljare[n]?|Kund(?:en)?|Huvudman(?:nen)?|Vårdgivare[n]?|Entreprenör(?:en)?|Följande|Vi|Å|Den|Det|Ramavtal|Uppdragsavtal|Kontrakt"
    r"|Överenskommelse|I|För)[ ])+"
)
_ALIAS = re.compile(
    r"(?:(?:[,(–-][ ]?|\bi )(?:här)?(?:nedan|efter|fortsättningen|det följande|framgent)[ ]?(?:även |även kalla[dt] |gemensamt )?"
    r"(?:(?:kalla[dts]|kallade|benämn[dts]|benämnda|betecknad|omnämnd|som)[ ]){0,2}|[ ]\((?=[\"”“»'’]?[A-ZÅÄÖ][\w-]{1,28}[\"”“»'’]?\)))"
    r"[\"”“»'’(]{0,2}(?:den |det )?(?P<alias>[A-ZÅÄÖa-zåäö][\wåäö-]{1,30})"
)
_LABEL = re.compile(
    r"^[ \t*]*(?P<role>beställare|köpare|uppdragsgivare|huvudman|upphandlande myndighet|avropande myndighet|kund|leverantör|utförare|säljare"
    r"|uppdragstagare|entreprenör|vårdgivare|anordnare|konsult|bidragsmottagare)(?P<definite>n|en)?[ ]*(?:[:\t\n]|[ ]-[ ])[ \t]*"
    r"(?P<name>[^\n\t]{2,120})",
    re.I | re.M,
)
_OPENING = 6_000  # characters: who the parties are is said at the beginning


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
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self.roles, key=len, reverse=True)
        return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, names)) + r")(s|:s)?(?!\w)")

    def mentions(self, lower: str) -> list[Mention]:
        """Every mention of a party in a lower-cased text, in order."""
        return [
            Mention(found.start(), found.end(), self.roles[found[1]], bool(found[2]))
            for found in self._pattern.finditer(lower)
        ]

    def mark(self, lower: str) -> str:
        """The lower-cased text with every mention of a party replaced by `zzbuyer` or `zzsupplier` ( + ` zzs` in the genitive)."""
        return self._pattern.sub(lambda found: f"zz{self.roles[found[1]]}{' zzs' if found[2] else ''}", lower)


def named(buyer: str, supplier: str) -> Parties:
    """The parties of a text whose names are known (labelled statements, examples)."""
    roles = {word: role for role, words in _ROLE_NOUNS.items() for word in words}
    for role, name in ((BUYER, buyer.lower()), (SUPPLIER, supplier.lower())):
        roles.update(dict.fromkeys(_forms(name), role))
    return Parties(roles)


def find(text: str) -> Parties:
    """The parties of a contract, from its opening and from how its sentences speak."""
    roles = {word: role for role, words in _ROLE_NOUNS.items() for word in words}
    opening = text[:_OPENING]
    facts: dict[str, Party] = {}
    for definition in _definitions(opening):
        role = _role_of(definition, facts)
        if role is None:
            continue
        for name in (definition.alias, definition.name):
            roles.update(dict.fromkeys(_forms(name.lower()), role))
        if role not in facts:
            facts[role] = Party(definition.name, role, definition.number, (definition.alias,) if definition.alias else ())
    roles.update(_letter(text))
    return Parties(roles, tuple(facts[role] for role in (BUYER, SUPPLIER) if role in facts))


@dataclass(frozen=True, slots=True)
class _Definition:
    """Where the opening names a party: the name, this contract's short name for it or "", its number."""

    start: int
    name: str
    alias: str
    number: str | None


def _definitions(opening: str) -> list[_Definition]:
    names = _names(opening)
    found = []
    before = 0
    for match in _ALIAS.finditer(opening):
        near = [(at, name) for at, name in names if max(before, match.start() - 300) <= at < match.start()]
        before = match.end()
        if near:
            at, name = near[0]
            found.append(_Definition(at, name, match["alias"], _number(opening[at : match.end() + 40])))
    for match in _LABEL.finditer(opening):
        name = re.split(r"[,(;]| org\.?| genom |\bmed org", match["name"])[0].strip(" .*")
        if name and (_is_organisation(name) or len(name.split()) <= 6):
            following = opening[match.start() : match.end() + 160]
            found.append(_Definition(match.start(), name, _definite(match["role"].lower()), _number(following)))
    if not found:
        found = [_Definition(at, name, "", _number(opening[at : at + len(name) + 60])) for at, name in names[:2]]
    return sorted(found, key=lambda definition: definition.start)


def _names(opening: str) -> list[tuple[int, str]]:
    """Names of organisations, with where they stand. Two names joined by "och" are two."""
    found: list[tuple[int, str]] = []
    for match in _NAME.finditer(opening):
        at, name = match.start(), match[0]
        parts = re.split(r"( och )", name)
        if len(parts) > 1 and not (_is_organisation(parts[0]) and _is_organisation("".join(parts[2:]))):
            parts = [name]
        for part in parts:
            lead = _NO_NAME.match(part)
            bare = part[lead.end() :] if lead else part
            clean = re.sub(r"(?: (?:och|i|för|på|av|&))+$", "", bare).rstrip(" .,")
            if clean and _is_organisation(clean) and " " in clean:
                found.append((at + len(part) - len(bare), clean))
            at += len(part)
    return found


def _is_organisation(name: str) -> bool:
    return bool(_PUBLIC.search(name) or _COMPANY.search(name))


def _definite(role: str) -> str:
    return role if role.endswith("t") else role + ("nen" if role == "huvudman" else "n" if role[-1] == "e" else "en")


_DEFAULT_ROLES = {word: role for role, words in _ROLE_NOUNS.items() for word in words}
_EITHER = frozenset({"bolaget", "kommunen", "regionen", "föreningen", "kunden", "företaget", "stiftelsen", "organisationen", "staden"})


def _role_of(definition: _Definition, facts: dict[str, Party]) -> str | None:
    """A short name that is a role noun decides; then what kind of body the name is, the first of its kind before the second."""
    by_alias = _DEFAULT_ROLES.get(definition.alias.lower())
    if by_alias and definition.alias.lower() not in _EITHER:
        return by_alias
    own, other = (BUYER, SUPPLIER) if _PUBLIC.search(definition.name) and not re.search(r"\bAB\b", definition.name) else (SUPPLIER, BUYER)
    if own not in facts or facts[own].name == definition.name:
        return own
    return other if other not in facts else by_alias


def _forms(name: str) -> list[str]:
    """A name and its definite form, lower-cased; names too short or common to be told from other words are left out."""
    name = name.strip(" .,\"”'")
    if len(name) < 2:
        return []
    forms = [name]
    if " " not in name and not name.endswith(("en", "et", "n")):
        forms.append(name + ("n" if name[-1] in "aeiouyåäö" else "en"))
    return forms


def _number(text: str) -> str | None:
    """The first valid organisation number as NNNNNN-NNNN. A number whose third digit is below 2 is a person's, and left out."""
    for match in _ORGNR.finditer(text):
        digits = match[1] + match[2]
        if int(digits[2]) >= 2 and orgnr.is_valid(digits):
            return f"{match[1]}-{match[2]}"
    return None


_WE_MUST = re.compile(r"\b(?:vi (?:ska|skall|förbinder|åtar|lovar|måste)|(?:ska|skall|måste) vi)\b")
_YOU_MUST = re.compile(r"\b(?:ni (?:ska|skall|förbinder|åtar|måste)|(?:ska|skall|måste) ni|du (?:ska|måste)|(?:ska|måste) du)\b")
_NEUTRAL = frozenset({"oss", "vi", "vår", "vårt", "våra", "ni", "er", "ert", "era", "du", "din", "ditt", "dina", "dig"})


def _letter(text: str) -> dict[str, str]:
    """Who "vi" and "ni" are in a contract written as a letter; nothing where it is not one.

    The one who promises most is the supplier: "ni ska" makes the reader the supplier, "vi förbinder oss" the writer.
    """
    lower = text.lower()
    words = Counter(re.findall(r"\b(?:vi|ni|du)\b", lower))
    if words["vi"] + words["ni"] + words["du"] < 8:
        return {}
    we, you = len(_WE_MUST.findall(lower)), len(_YOU_MUST.findall(lower))
    ours, yours = (SUPPLIER, BUYER) if we > you else (BUYER, SUPPLIER)
    first = dict.fromkeys(("vi", "oss", "vår", "vårt", "våra"), ours)
    return first | dict.fromkeys(("ni", "er", "ert", "era", "du", "dig", "din", "ditt", "dina"), yours)

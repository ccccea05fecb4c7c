"""The short names that a contract gives its parties: "nedan kallad Beställaren", "(”Bolaget”)"."""

from __future__ import annotations

import re

from checks.rolewords import ROLE_OF, role_of_label

CAPS = r"[A-ZÅÄÖ]"
SHORT = (
    rf"{CAPS}[\w-]{{1,30}}(?:(?: |/)(?!(?:OCH|SAMT|HAR|MED|GENOM|AVTAL)\b){CAPS}[\w-]{{1,20}}){{0,2}}"
    rf"|(?!ett?\b|den\b|som\b|kalla|benämn)[a-zåäö][\w-]{{2,30}}"
)
_FROM_HERE = (
    r"(?:(?:här\s?)?nedan|härefter|efter(?=\s+kalla)|hädanefter|fortsättningsvis|framgent|framdeles"
    r"|i\s+det\s+följande|i\s+(?:fortsättningen|följande)"
    r"|i\s+(?:detta|det\s+här)\s+\w*(?:avtal|kontrakt)|i\s+(?:denna|den\s+här)\s+\w+|i\s+\w*(?:avtalet|kontraktet"
    r"|överenskommelsen)|här)"
)
_CALLED = (
    r"(?:kalla[dts]|kallade|kallas|benämn[dts]|benämnda|benämnes|betecknad|betecknat|betecknas|omnämnd"
    r"|omnämns|förkorta[dt]|förkortas)"
)
_ALSO = r"(?:även|också|gemensamt|tillsammans|enbart|endast|bara|respektive|för)"
QUOTE = r"[\"”“»'’*(]{0,3}"
_ALIAS = re.compile(
    rf"(?i:[,(–-]\s{{0,2}}(?:och\s)?{_FROM_HERE}(?:\s{_ALSO}|\s{_CALLED}|\s{_FROM_HERE}|\ssom)*,?"
    rf"|\b{_CALLED}(?:\s{_ALSO}|\s{_FROM_HERE})*"
    rf"|[,(]\s{{0,2}}(?:i\segenskap\sav|såsom|som)(?=\s[\w-]+\s?(?:[,.;)(\n]|$)))\s{QUOTE}(?i:(?:den"
    rf"|det)\s)?(?P<alias>{SHORT}){QUOTE}"
    rf"|[ ]\([\"”“»'’*]{{1,3}}(?P<quoted>{SHORT})[\"”“»'’*]{{1,3}}\)|,\s[\"”“»](?P<marked>{SHORT})[\"”“»]"
)
_BARE = re.compile(rf" \((?P<alias>{CAPS}[a-zåäö-]{{3,30}})\)")
_SIGNS = (
    *(
        "nedan",
        "kalla",
        "benämn",
        "härefter",
        "hädanefter",
        "fortsättning",
        "framgent",
        "framdeles",
        "följande",
        "beteckn",
        "omnämn",
        "förkort",
    ),
    *(
        "i detta ",
        "i denna ",
        "i avtalet",
        "i kontraktet",
        "egenskap",
        ", som ",
        "(som ",
        "såsom ",
        '("',
        "(”",
        "(“",
        "(»",
        "('",
        ', "',
        ", ”",
        ", “",
    ),
)
NO_SHORT_NAME = frozenset(
    [
        "avtalet",
        "kontraktet",
        "ramavtalet",
        "uppdraget",
        "tjänsten",
        "tjänsterna",
        "överenskommelsen",
        "parten",
        "part",
        "parterna",
        "parter",
        "kunderna",
        "lou",
        "lov",
        "luf",
        "verksamheten",
        "objektet",
        "området",
        "lokalen",
        "följande",
        "avropet",
        "avtal",
        "dokumentet",
        "leveransen",
        "projektet",
        "partnerskapet",
        "den",
        "det",
        "org",
        "och",
        "samt",
        "har",
        "publ",
        "med",
        "genom",
        "vilken",
    ]
)


def short_names(piece: str) -> tuple[str, ...]:
    """The short names that a piece gives."""
    found: list[str] = []
    for match in places(piece):
        groups = match.groupdict()
        alias = (groups["alias"] or groups["quoted"] or groups["marked"]).strip(" *")
        lower = alias.lower()
        if lower in NO_SHORT_NAME or (match.re is _BARE and lower not in ROLE_OF and not lower.endswith(("en", "et"))):
            continue
        if re.match(r"[(,]\s?(?:som|såsom|i egenskap)", match[0]) and lower not in ROLE_OF and not role_of_label(lower):
            continue
        if alias[0].islower() and lower not in ROLE_OF and not lower.endswith(("en", "et", "na")):
            continue
        found += [part for part in alias.split("/") if part.lower() not in NO_SHORT_NAME]
    return tuple(dict.fromkeys(found))


def places(text: str) -> list[re.Match[str]]:
    """Where short names are given. The pattern is slow and is tried only where one of its words stands."""
    lower = text.lower()
    tried: dict[int, re.Match[str]] = {}
    for sign in _SIGNS:
        at = lower.find(sign)
        while at >= 0:
            match = _ALIAS.search(text, max(0, at - 30), at + 90)
            if match:
                tried.setdefault(match.start(), match)
            at = lower.find(sign, at + len(sign))
    for match in _BARE.finditer(text):
        tried.setdefault(match.start(), match)
    return [tried[start] for start in sorted(tried)]

"""Names of organisations as contracts write them: where one begins and ends, whether it is public, its number."""

from __future__ import annotations

import re

from stdnum.se import orgnr

from checks.rolewords import ROLE_OF

_PRIVATE = re.compile(
    r"(?:\b(?:ab|aktiebolag(?:et)?|hb|kb|\w*handelsbolag(?:et)?|kommanditbolag(?:et)?|enskild firma|firman?|a/s"
    r"|aps|oy|ltd|limited|gmbh|inc"
    r"|ek\. ?för|ideell|ekonomisk|\w*församling(?:en)?|\w*pastorat(?:et)?|filial)\b|\w*bolaget\b|\w*stiftelse"
    r"|\w*förening|\w*kooperativ|\w*mission\b"
    r"|\w*klubb(?:en)?\b)",
    re.I,
)
_PUBLIC = re.compile(
    r"\b(?:region(?:en)?|(?:\w*[^\W\d_])?(?:kommun(?:en|erna|s)?|landsting(?:et)?|nämnd(?:en)?)|stad"
    r"|\w*(?:kommunal|kollektivtrafik|samordnings|gymnasie|utbildnings"
    r"|räddningstjänst|region|vård|läns|avfalls|direktions|miljö)förbund(?:et)?|\w*(?:kommun|region)styrelsen?"
    r"|\w*förvaltning(?:en)?|\w*myndighet(?:en)?"
    r"|\w*verket|stadsdel\w*)\b",
    re.I,
)
_OTHER_BODY = re.compile(
    r"förbund(?:et)?\b|\bsällskap(?:et)?\b|\b(?:IF|BK|SK|IK)\b|universitet(?:et)?\b|\bcent(?:er|rum)\b", re.I
)

# Where a name ends: what follows it in a list of parties.
_END = re.compile(
    r"[,;(\t\n\"”“»]|[.:](?=\s|$)(?<!ek\.)(?<!för\.)(?<!\b[A-ZÅÄÖ]\.)|\s[–—-]\s|\s+(?=\d{6})|\d{6}-?\d{4}|_{2,}"
    r"|\s(?:org\.?|organisations\w*|person(?:nummer|nr)|pers\.?nr|nedan|härnedan|härefter|hädanefter|genom|här"
    r"|hän|som|såsom|kallad|kallat|härmed|vars?|vilken|c/o|å\s+(?:ena|andra)"
    r"|med\s+(?:org\w*|säte|adress|person\w*|postadress|orgnr)|om|avseende|angående|har|är|ska|skall"
    r"|representera\w*|företrä\w*|helägt|ägt|enligt|i\s+egenskap|i\s+form"
    r"|för\s+(?:medlem\w*|dess|sin\w*|egen|utförande\w*|drift\w*)|och\s+dess|vid\s+namn)(?=[\s.:,]|$)",
    re.I,
)
_LEAD = re.compile(
    r"(?:[\s*_#>|()•·–—\"”“»'’.,:;-]|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s|[a-zA-Z][.)]\s|\(\d{1,2}\)\s|(?:och|samt"
    r"|mellan|dels|undertecknade?|å\s+ena\s+sidan|å\s+andra\s+sidan|sidan|ena|andra"
    r"|sluts|ingås|part\s[12AB]\b|parter\b|namn\b|firma\b|företag(?:snamn|ets\snamn)?(?=\s*[:\t])|företagsnamn\b"
    r"|organisation(?=\s*[:\t])|bolagets\snamn"
    r"|juridisk\sperson|avtalspart(?:er)?|följande|denna|detta\s\w*avtal|är|of|till|med|via|för|offentliga?"
    r"|idéburna?)(?=[\s:,]))|(?-i:(?:föreningen|bolaget|företaget|stiftelsen|kommunen)\s(?=[A-ZÅÄÖ]))",
    re.I,
)
_OF = re.compile(
    r"(?i:nämnd\w*|styrelsen?|förvaltning\w*|kontoret|avdelning\w*|stab\w*|enhet\w*)\s+(?i:i|vid|inom|för"
    r"|hos)\s+(?P<body>[A-ZÅÄÖ][\w-]+.{0,50})$"
)
_OWN_BOARD = re.compile(
    r"^(?P<body>[A-ZÅÄÖ][\w -]{1,40}?\s(?:kommun|stad|landsting|län)|Region\s[A-ZÅÄÖ][\w-]+)s\s+\w*(?:nämnd"
    r"|styrelse|förvaltning|kontor)"
)
_BODY = re.compile(
    r"(?P<body>\b(?:[A-ZÅÄÖ][\w-]+\s){1,3}(?:kommun|stad|KOMMUN|STAD)\b"
    r"|\bRegion(?:\s(?![A-ZÅÄÖ]{2,6}\b)[A-ZÅÄÖ][\w-]+){1,4}|\bREGION(?:\s[A-ZÅÄÖ][\w-]+){1,4})"
)
_BOARD = re.compile(r"(?:nämnd(?:en)?|styrelsen?|förvaltning(?:en)?|kontoret)$", re.I)
_TAIL = re.compile(
    r"\s+(?:och|i|för|på|av|&|samt|\w*avtal(?:et)?|kontrakt|dnr|diarie\w*|sida|bilaga|datum|[A-ZÅÄÖ]{2,6}\s\d.*"
    r"|\d{4}.*|upphandling\w*|inköp\w*)$",
    re.I,
)
_ORGANISATION = re.compile(
    r"(?<![\w-])[A-ZÅÄÖ0-9][\w&’'/-]{0,40}(?:[ ](?:(?:(?:och|&|i|för|på|av)[ ])?(?:[A-ZÅÄÖ][\w&’'/-]{0,40}|kommun"
    r"|stad|landsting|län|\w*förbund|förening|stiftelse"
    r"|aktiebolag|handelsbolag)|(?:och|i)[ ](?:vård|omsorg|sjukvård|hälsa)|ek\.[ ]?för\.|ekonomisk[ ]förening"
    r"|ideell[ ]förening|\d{1,4}(?=[ ]AB))){0,9}"
)
_ADDRESS = re.compile(r"(?:gatan|vägen|torget|torg|gränd|plan|box|allén?|stigen)\s\d", re.I)
_TOLD_BY_CLASS = re.compile(
    r"\b(?:föreningen|stiftelsen|kooperativet|bolaget"
    r"|företaget)[ ](?P<name>[A-ZÅÄÖ][\w&-]{2,40}(?:[ ][A-ZÅÄÖ][\w&-]{1,40}){0,4})(?=[ ]?[(,])"
)
_PLACEHOLDER = re.compile(
    r"[\[\]<>{}«●…]|_{2,}|\.{4,}|\b[XN]{2,}\b|^(?:namn|firma|ange|fyll|skriv|klicka|välj)\b", re.I
)
_NUMBER = re.compile(r"(?<![\d-])(?:16)?(\d{6})[ ]?[-–‑]?[ ]?(\d{4})(?![\d-])")
_NO_NAME = frozenset(
    [
        "part",
        "parter",
        "parterna",
        "namn",
        "org",
        "organisationsnummer",
        "nedan",
        "och",
        "avtal",
        "avtalet",
        "kontrakt",
        "ramavtal",
        "uppdragsavtal",
        "vårdavtal",
        "överenskommelse",
        "adress",
        "kontaktperson",
        "telefon",
        "e-post",
        "uppgift",
        "innehåll",
        "bakgrund",
        "allmänt",
        "definitioner",
        "datum",
        "underskrift",
        "ort",
        "kap",
        "kapitel",
        "bilaga",
        "sida",
        "ombud",
        "den",
        "det",
        "vi",
        "ni",
        "du",
        "parternas",
        "company",
        "supplier",
        "customer",
        "ja",
        "nej",
    ]
)


def is_public(name: str) -> bool:
    """Whether the name is a municipality's, a region's, or one of their boards' or federations'."""
    return bool(_PUBLIC.search(name)) and not _PRIVATE.search(name)


def is_organisation(name: str) -> bool:
    """Whether a word of the name tells that it is an organisation's."""
    return bool(_PRIVATE.search(name) or _PUBLIC.search(name) or _OTHER_BODY.search(name))


def name_at(segment: str) -> tuple[int, str] | None:
    """The name that a segment of a list of parties opens with, and where; of a municipal board, the municipality."""
    at = 0
    while lead := _LEAD.match(segment, at):
        at = lead.end()
    end = _END.search(segment, at)
    said = " ".join(segment[at : end.start() if end else at + 120].split()).strip(" *_.,:")
    name = _legal_body(said, segment[at : at + 200])
    while tail := _TAIL.search(name):
        name = name[: tail.start()]
    return (at, name) if _is_name(name) else None


def _legal_body(said: str, segment: str) -> str:
    if _PRIVATE.search(said):
        return said
    of = _OF.search(said)
    if of:
        return of["body"]
    own = _OWN_BOARD.match(said)
    if own:
        return own["body"]
    if _BOARD.search(said):
        body = _BODY.search(segment)
        if body:
            return body["body"]
    body = _BODY.match(said)
    return body["body"] if body and body.end() < len(said) else said


def _is_name(name: str) -> bool:
    words = name.split()
    if not 2 <= len(name) <= 90 or not 1 <= len(words) <= 10 or _PLACEHOLDER.search(name) or _ADDRESS.search(name):
        return False
    lower = name.lower()
    if lower in _NO_NAME or words[0].lower() in _NO_NAME - {"den", "det", "part"} or lower in ROLE_OF:
        return False
    return bool(re.search(r"[^\W\d_]{2}", name)) and (not words[0].islower() or words[0][0].isdigit())


def organisations(text: str) -> list[tuple[int, str]]:
    """Every name in running text whose own words tell that it is an organisation's, with where it stands."""
    found = []
    for match in _ORGANISATION.finditer(text):
        at = match.start()
        for part in _parts(match[0]):
            named = name_at(part) if " " in part and is_organisation(part) else None
            if named and " " in named[1] and is_organisation(named[1]):
                found.append((at + named[0], named[1]))
            at += len(part)
    found += [(match.start("name"), match["name"]) for match in _TOLD_BY_CLASS.finditer(text)]
    return sorted(found)


def _parts(name: str) -> list[str]:
    """Two names joined by "och" are two; "Vård och Omsorg i Väst AB" is one."""
    left, joined, right = name.partition(" och ")
    return [left, joined, right] if joined and is_organisation(left) and is_organisation(right) else [name]


def number_in(text: str) -> str | None:
    """The first valid organisation number as NNNNNN-NNNN.

    A number whose third digit is below 2 is a person's (a sole trader's), and never kept.
    """
    for match in _NUMBER.finditer(text):
        digits = match[1] + match[2]
        if int(digits[2]) >= 2 and orgnr.is_valid(digits):
            return f"{match[1]}-{match[2]}"
    return None


def has_number(text: str) -> bool:
    """Whether anything written as an organisation or personal number stands in the text, right or wrong."""
    return bool(_NUMBER.search(text))

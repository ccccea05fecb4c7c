"""Sentences that say outright that they recommend: "Vi rekommenderar", "rekommenderas", "Vår rekommendation är"."""

from __future__ import annotations

import re

from checks.audit.advice import ADVERB, TO_WORDS, Advice, Strength
from checks.audit.speakers import AUDITORS, BODY, by_own, quotes_guidance, told_by_others, worded

_ACTIVE = worded(r"\b(?:rekommenderar|uppmanar|förordar|föreslår|tillråder|råder)\b")
_WILLING = worded(
    rf"(?:\b(?:vill|vill därför|skulle vilja|önskar|måste) {AUDITORS}|{AUDITORS} (?:vill|skulle vilja|önskar|måste))"
    rf"(?: {ADVERB}){{0,2}} (?:rekommendera|uppmana|föreslå|förorda|tillråda|råda)\b"
)
_PASSIVE = worded(r"\b(?:rekommenderas|uppmanas|tillråds|anmodas)\b")
_SUBJECT = worded(rf"^(?: {ADVERB}){{0,2}} {AUDITORS}(?: {ADVERB}){{0,3}}")
_JOINT = worded(r"^(?P<who>[^.:;]{0,160}?) (?:till )?att:? ")
_FORMAL = worded(
    r"ansvarsfrihet|till handlingarna|^(?: \w{1,20}){0,2} (?:inte|inga|ingen|varken)\b|"
    r"\bbeslutar? att (?:godkänna|anta|lägga)|\b(?:rapporten|granskningen) (?:över|till)|"
    r"stämman (?:fastställer|beviljar|beslutar)"
)
_NOMINAL = worded(
    r"\b(?:vår|våra|min|revisorernas|\w{0,20}revisionens|den|en|rapportens|granskningens|första|andra|enda|ytterligare|"
    r"viktigaste|samlade|övergripande|följande)(?: \w{1,20}){0,2} rekommendation(?:en|er|erna)?"
    rf"(?P<to>(?: (?:till|för) [^.:;]{{3,140}}?)??) (?:är|blir|lyder|innebär)(?: {ADVERB}){{0,2}}:? att "
    r"|\b(?:vårt?|mitt?|min|revisorernas|revisionens) (?:\w{1,20} )?(?:uppmaning|råd|förslag|önskemål)"
    r"(?P<to5>(?: till [^.:;]{3,140}?)??) (?:är|blir|lyder)(?: \w{1,20})? att "
    rf"|\brekommendation(?:en|er)?(?P<to2>(?: till [^.:;]{{3,140}}?)??) (?:är|blir)(?: {ADVERB}){{0,2}} att "
    r"|\b(?:är|blir)(?: \w{1,20})? (?:vår|min|revisorernas|\w{0,20}revisionens) (?:\w{1,20} )?rekommendation"
    r"(?P<to3>(?: till [^.:;]{3,140}?)??) att "
    r"|\b(?:vår|min|revisorernas|\w{0,20}revisionens) (?:\w{1,20} )?rekommendation(?P<to4>(?: till [^.:;]{3,140}?)?): "
)
_HANDED = worded(
    rf"(?:{AUDITORS}[^.:;]{{0,60}}|\b(?:lämnar|riktar|ger|upprepar|vidhåller|framför) {AUDITORS}[^.:;]{{0,40}}|"
    r"\b(?:lämnas|riktas|ges|utmynnar|föranleder|leder)\b[^.:;]{0,60})\brekommendation(?:en)?\b"
    r"(?P<to>[^.:;]{0,140}?)[,:]? (?:om )?att "
)
_GIVES = worded(
    r"\b(?:lämnar|riktar|ger|upprepar|vidhåller|framför|lämnas|riktas|ges|utmynnar|föranleder|leder|vill)\b"
)
_BEHIND = worded(
    r", (?:är|blir|lyder) (?:vår|min|revisorernas|\w{0,20}revisionens) (?:\w{1,20} )?rekommendation(?P<to>[^.:;]{0,80})"
)
_EARLIER = worded(
    r"\b(?:tidigare|föregående|förra|dåvarande|den gången|(?:från|i|år|under|hösten|våren) (?:19|20)\d\d)\b"
)
_NAMED = re.compile(BODY, re.IGNORECASE)


def said(text: str) -> Advice | None:
    """ "Vi rekommenderar nämnden att", "Revisorerna vill uppmana", "Nämnden rekommenderas att"."""
    for match in (*_ACTIVE.finditer(text), *_WILLING.finditer(text)):
        before, rest = text[: match.start()], text[match.end() :]
        active = match.re is _ACTIVE
        if (active and not by_own(before, rest)) or _FORMAL.search(rest[:60]) or _EARLIER.search(before):
            continue
        subject = _SUBJECT.match(rest) if active else None
        return _to_att(text, match.end() + (subject.end() if subject else 0), "")
    for match in _PASSIVE.finditer(text):
        before, rest = text[: match.start()], text[match.end() :]
        if quotes_guidance(before) or told_by_others(before) or _EARLIER.search(before) or _FORMAL.search(rest[:40]):
            continue
        if not _NAMED.search(before[-140:] + " " + rest[:140]):
            continue
        if re.match(rf"\s+(?:i|av\s+(?!{AUDITORS}))\s*\w", rest, re.IGNORECASE):
            continue
        return _to_att(text, match.end(), before[-140:])
    return None


def _to_att(text: str, start: int, before: str) -> Advice | None:
    """What follows a verb of recommending: a body and "att", or the thing itself ("en översyn av")."""
    rest = text[start:]
    joint = _JOINT.match(rest)
    if joint is None:
        if len(rest.split()) < 3:
            return None
        return Advice(Strength.SAID, f"{before} {' '.join(rest.split()[:TO_WORDS])}", start, True)
    to = f"{before} {joint['who']}"
    if not _NAMED.search(to):
        to += " " + " ".join(rest[joint.end() :].split()[:TO_WORDS])
    return Advice(Strength.SAID, to, start + joint.end(), True)


def nominal(text: str) -> Advice | None:
    """ "Vår rekommendation till nämnden är att", "Vi riktar rekommendationen till nämnden att"."""
    for pattern in (_NOMINAL, _HANDED):
        match = pattern.search(text)
        if not match or _EARLIER.search(match.group()) or told_by_others(text[: match.start()]):
            continue
        if pattern is _HANDED and not _GIVES.search(match.group()):
            continue
        to = next((each for each in match.groupdict().values() if each), "")
        return Advice(Strength.SAID, to or " ".join(text[match.end() :].split()[:TO_WORDS]), match.end(), True)
    behind = _BEHIND.search(text)
    return Advice(Strength.SAID, behind["to"], 0, True) if behind else None

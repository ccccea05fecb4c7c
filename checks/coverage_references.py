"""The policies that a set of guidelines points to, and that are not in the set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checks.coverage_lines import Line
from checks.coverage_report import How, MissingReference
from checks.coverage_topics import MENTIONS, passage
from clauses.keys import key

if TYPE_CHECKING:
    from clauses.framework import Framework
    from ingest.document import Document

_KIND = (
    r"(?:policy(?:n|er|erna)?|polic[yi]er(?:na)?|reglemente(?:t|n)?|riktlinje(?:n|r|rna)?|rutin(?:en|er|erna)?"
    r"|anvisning(?:en|ar|arna)?"
    r"|handlingsplan(?:en)?|uppförandekod(?:en)?|internkontrollplan(?:en)?|delegationsordning(?:en)?"
    r"|strategi(?:n)?|attestordning(?:en)?"
    r"|regler(?:na)?|instruktion(?:en)?|program(?:met)?|ägardirektiv(?:et|en)?)"
)
# "antikorruptionspolicyn", "Policy för direktupphandling av välfärdstjänster", "riktlinjen om bisysslor"
_NAMED = re.compile(
    rf"(?<![\w-])(?P<compound>[A-ZÅÄÖa-zåäö]{{3,40}}(?:-\s?och\s[a-zåäö]{{3,40}})?{_KIND})(?![\w-])"
    rf"|(?<![\w-])(?P<kind>{_KIND})\s(?:för|om|mot|gällande|avseende)\s(?P<matter>[a-zåäö-]{{3,40}}"
    r"(?:(?:,\s|\soch\s|\sav\s|\si\s|\svid\s|\smed\s)[a-zåäö-]{3,40}){0,3})",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:se\b|framgår|regleras|hänvis\w{2,4}|beskrivs|finns|återfinns|enligt|gäller|styrs|komplett\w{2,8}"
    r"|i\sregionens|i\skommunens|redan"
    r"|följer\sav|tillsammans\smed|relaterade|utgör|anges|behandlas|styrdokument\w{0,3}|justeringar)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:denna|dessa|den\shär|de\shär|föreliggande|detta)\s(?:\w{2,20}\s)?$", re.IGNORECASE)
_NO_NAME = frozenset(("verksamhets", "arbets", "grund", "lag", "trafik", "ordnings", "data", "dator", "huvud", "spel"))
_TITLE = 120  # characters of a title
_SMALL = frozenset(("för", "om", "mot", "av", "och", "i", "vid", "med", "gällande", "avseende"))


def missing_references(
    documents: Sequence[Document], read: Sequence[Sequence[Line]], framework: Framework
) -> tuple[MissingReference, ...]:
    """The named policies that no document of the set is, each once, with the first passage that points to it."""
    here = [_words(f"{document.name} {_opening(document)}") for document in documents]
    found: dict[frozenset[str], MissingReference] = {}
    for document, lines in zip(documents, read, strict=True):
        for line in lines:
            for name in _names(line):
                words = _words(name)
                if not words or any(words <= each for each in here) or any(words <= each for each in found):
                    continue
                topics = tuple(
                    topic.id for topic, up in zip(framework.topics, line.up, strict=True) if float(up) >= MENTIONS
                )
                found[words] = MissingReference(name, passage(document, line, How.REFERS), topics)
    return tuple(found.values())


def _names(line: Line) -> list[str]:
    """The policies that a statement points to, by the names that it gives them."""
    pointing = bool(_POINTS.search(line.text) or line.statement.lead_in)
    names = []
    for match in _NAMED.finditer(line.text):
        if _OWN.search(line.text[max(0, match.start() - 30) : match.start()]):
            continue
        whole = line.text.strip(" .;:").lower() == match[0].lower()
        if not (pointing or whole):
            continue
        if match["compound"] and _stem(match["compound"]) in _NO_NAME:
            continue
        names.append(" ".join(match[0].split()))
    return names


def _stem(compound: str) -> str:
    return re.sub(rf"{_KIND}$", "", compound, flags=re.IGNORECASE).lower()


def _opening(document: Document) -> str:
    """The document's title: its first heading, or a first line that is no sentence."""
    if document.sections:
        return document.sections[0].title
    first = document.text[:_TITLE].split("\n")[0]
    return "" if first.rstrip().endswith(".") else first


def _words(name: str) -> frozenset[str]:
    """The words of a name as keys; a compound with the kind of document is parted from it."""
    keys: set[str] = set()
    for word in re.findall(r"[a-zåäö]{3,60}", name.lower()):
        stem = _stem(word).removesuffix("s")
        if word in _SMALL or not stem:
            continue
        keys.add(key(stem) if len(stem) > 2 else key(word))
    return frozenset(keys)

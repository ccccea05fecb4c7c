"""A framework proposed from a document: a strategy's focus areas and starting points, an audit's recommendations, or a
bullet list of requirements.

A proposal is a draft: a person reads it, mends its words and adds examples. It loads again as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks import topic_reader
from checks.topic_features import Seen
from clauses.framework_files import slug
from ingest.document import BlockKind

if TYPE_CHECKING:
    from ingest.document import Document, Statement

TAKES_UP = 0.5  # of the learned reader: a topic that a proposed one is read as too
_MOST = 60  # topics of a proposal
_TITLE = 90  # characters
_WORDS = 8
_KINDS = (
    ("strategy", re.compile(r"fokusområde|utgångspunkt|målområde|insatsområde|prioriterade? område", re.I)),
    ("audit", re.compile(r"rekommend", re.I)),
)
_PREFIX = re.compile(
    r"^(?:(?:fokus|mål|insats)område|rekommendation|punkt|krav|område)?\s{0,2}\d{0,2}\s{0,2}[-–—:.)]\s{1,3}", re.I
)
_NAMED = re.compile(r"^(?:fokusområde|målområde|insatsområde|rekommendation)\s\d", re.I)
_COMMON = re.compile(
    r"(?:process|rutin|arbete|arbeta|åtgärd|verksamhet|region|kommun|nämnd|styrels|säkerställ|välfärdsbrott"
    r"|inriktning|insats|område|samtlig"
    r"|kontinuerlig|förebygg|förhindr|minimer|utveckl|stärk|förbättr|genomför|tillräcklig|relevant|anpassa"
    r"|innebär|annan|andra|enligt|mellan"
    r"|används|finnas|dokument|riktlinj|särskil|systematisk|ändamålsenlig|organisat|personal|olika|aktivt"
    r"|gällande|bättre|ansvar)"
)
_WORD = re.compile(r"(?<!\w)[A-ZÅÄÖa-zåäöé]{5,40}")


@dataclass(frozen=True)
class Proposal:
    """A framework as plain data, and what it was made from (`strategy`, `audit`, `list`)."""

    kind: str
    framework: dict[str, Any]


def propose(document: Document) -> Proposal | None:
    """The framework that a document proposes; None where it has no list to take topics from."""
    kind, items = _items(document)
    if not items:
        return None
    votes = topic_reader.load().read([Seen(document.quote(item.span)) for item in items])
    topics: list[dict[str, Any]] = []
    taken: set[str] = set()
    for row, item in enumerate(items[:_MOST]):
        said = " ".join(document.quote(item.span).split()).rstrip(".;, ")
        learned = [head for head in topic_reader.load().topics if float(votes.of(head)[row]) >= TAKES_UP]
        topics.append(_topic(said, _place(document, item), learned, taken))
    title = document.sections[0].title if document.sections else document.name
    told = {"title": " ".join(title.split())[:_TITLE] or document.name, "source": f"Förslag ur {document.name}."}
    return Proposal(kind, told | {"topics": topics})


def _items(document: Document) -> tuple[str, list[Statement]]:
    """The list items that are topics, and what kind of list they stand in."""
    listed = [item for item in document.statements if document.blocks[item.block].kind is BlockKind.LIST_ITEM]
    for kind, pattern in _KINDS:
        found = [
            item
            for item in document.statements
            if _NAMED.search(document.quote(item.span))
            or (item in listed and pattern.search(_introduced(document, item)))
        ]
        if found:
            return kind, _once(document, found)
    return "list", _once(document, [item for item in listed if len(item.span) > 8])


def _introduced(document: Document, item: Statement) -> str:
    """What a list item stands under: its lead-in, or else its heading."""
    if item.lead_in is not None:
        return document.quote(item.lead_in)
    path = document.path(item.section)
    return path[-1].title if path else ""


def _once(document: Document, items: list[Statement]) -> list[Statement]:
    """The items, each wording once: an answer repeats what it answers."""
    seen: dict[str, Statement] = {}
    for item in items:
        seen.setdefault("".join(document.quote(item.span).lower().split()), item)
    return list(seen.values())


def _topic(said: str, place: str, learned: list[str], taken: set[str]) -> dict[str, Any]:
    name = _PREFIX.sub("", said) or said
    title = name if len(name) <= _TITLE else f"{name[: _TITLE - 1].rsplit(' ', 1)[0]} …"
    title = title[:1].upper() + title[1:]
    ident = _free("-".join(slug(title).split("-")[:5]), taken)
    found = {"id": ident, "title": title, "asks": said, "source": place, "recognised": [{"words": _patterns(name)}]}
    return found | ({"learned": learned} if learned else {})


def _free(ident: str, taken: set[str]) -> str:
    name, number = ident, 2
    while name in taken:
        name, number = f"{ident}-{number}", number + 1
    taken.add(name)
    return name


def _patterns(said: str) -> str:
    """The words that say most, as patterns: the longest first; names, and what every such document says, left out."""
    found = [match for match in _WORD.finditer(said) if match.start() == 0 or match[0][0].islower()]
    words = list(dict.fromkeys(match[0].lower() for match in found))
    telling = [word for word in words if len(word) > 5 and not _COMMON.match(word)] or words or [slug(said)]
    longest = sorted(telling, key=lambda word: -len(word))[:_WORDS]
    return ", ".join(dict.fromkeys(f"{_stem(word)}*" for word in longest))


def _stem(word: str) -> str:
    """A word without its commonest endings, never shorter than five letters."""
    for ending in (
        "ningarna",
        "ningar",
        "arna",
        "erna",
        "orna",
        "ande",
        "are",
        "ade",
        "ar",
        "er",
        "or",
        "en",
        "et",
        "as",
        "a",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 5:
            return word[: -len(ending)] + ("ning" if ending.startswith("ning") else "")
    return word


def _place(document: Document, item: Statement) -> str:
    block = document.blocks[item.block]
    path = document.path(item.section)
    parts = [document.name, path[-1].title if path else "", f"sida {block.page}" if block.page else ""]
    return ", ".join(" ".join(part.split()) for part in parts if part)

"""A document's own words as a page shows them: cut at the words that decided, and named by their place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from api.tongue import Tongue
from ingest.document import BlockKind, Document, Span

Pieces = tuple[tuple[str, bool], ...]
LONGEST_TITLE = 160
_FIRST_BLOCKS = 14
_NO_LEVEL = 9
_KIND = re.compile(
    r"granskning|revision|förstudie|uppföljning|rapport|riktlinje|polic[yi]|plan\b|planen\b|reglement|strategi|rutin|program|"
    r"handbok|svar\b|yttrande",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:region|landsting)\w*(?: \w+)?$|\bkommuns?$|^revis(?:orerna|ionen)$|^(?:kommun|region)revisionen$|"
    r"^(?:revisions)?rapport$|^missiv$|författningssamling|^[\d. ]*(?:innehåll\w*|inledning|sammanfattning|bakgrund)$|"
    r"\bAB\b|^\d+(?:\.\d+)*\.? |^\d+ ?§",
    re.IGNORECASE,
)


def pieces(document: Document, span: Span, core: Iterable[Span] = ()) -> Pieces:
    """The span cut at its core words, each piece with whether it is marked; joined again they are the quote."""
    found: list[tuple[str, bool]] = []
    at = span.start
    for words in sorted(core):
        start, end = max(words.start, at), min(words.end, span.end)
        if start >= end:
            continue
        found += [(document.text[at:start], False), (document.text[start:end], True)]
        at = end
    found.append((document.text[at : span.end], False))
    return tuple((text, marked) for text, marked in found if text)


def place(section: str, heading: str, page: int | None, tongue: Tongue) -> str:
    """ "7.2 Vite, sida 7"."""
    title = heading if not section or heading.startswith(section) else f"{section} {heading}"
    parts = [" ".join(title.split()), f"{tongue('sida')} {page}" if page else ""]
    return ", ".join(part for part in parts if part)


def words(document: Document, span: Span | None) -> str:
    """The words of a span with white space evened out; empty without one."""
    return " ".join(document.quote(span).split()) if span else ""


def title(document: Document) -> str:
    """What the document calls itself: among its first headings one that names its kind, else the highest, else the
    file's name. The body behind it and headings that every document has are no title.
    """
    found = [
        (not _KIND.search(said), block.level or _NO_LEVEL, place, said)
        for place, block in enumerate(document.blocks[:_FIRST_BLOCKS])
        if block.kind is BlockKind.HEADING
        and 0 < len(said := words(document, block.span)) <= LONGEST_TITLE
        and not _NO_TITLE.search(said)
    ]
    return min(found)[-1] if found else document.name

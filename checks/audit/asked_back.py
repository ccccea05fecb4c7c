"""The recommendations as responses repeat them, where there is no report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.audit import recommending
from checks.audit.asked import Asked, recommendations
from ingest.document import BlockKind, Document, Span

_DECISION = re.compile(r"\bbeslut(?!sordning)|\bförslag till\b", re.IGNORECASE)


def from_responses(responses: Sequence[Document]) -> tuple[list[Asked], int | None]:
    """The recommendations of the response that repeats most of them, and which response that is (None without any)."""
    found: list[tuple[list[Asked], int]] = []
    for place, document in enumerate(responses):
        asked = max(recommendations(document, retold=True), headed(document), key=len)
        if asked:
            found.append((asked, place))
    return max(found, key=lambda each: len(each[0]), default=([], None))


def headed(document: Document) -> list[Asked]:
    """Headings and run-in lines that open as recommendations do ("Säkerställa att ..."), each once, at least two."""
    found: list[Asked] = []
    known: set[str] = set()
    deciding = False
    for place, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.HEADING, BlockKind.LIST_ITEM):
            continue
        text = document.quote(block.span)
        if block.kind is BlockKind.HEADING:
            deciding = bool(_DECISION.search(text))
        if deciding:
            continue  # "att anta svaret som sitt eget"
        mark = recommending.MARK.match(text)
        start = mark.end() if mark else 0
        body = text[start:].rstrip(" .:*_\n")
        said = "".join(body.lower().split())
        if len(body) > 25 and said not in known and recommending.opens_like_one(body):
            known.add(said)
            if body[:4].lower() == "att ":
                start, body = start + 4, body[4:]
            span = Span(block.span.start + start, block.span.start + start + len(body))
            found.append(Asked(span, (), place, True, block.number if any(map(str.isdigit, block.number)) else ""))
    return found if len(found) > 1 else []

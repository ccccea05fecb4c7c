"""Files imported into a document (altChunk): text, HTML, RTF and Word are read; others, and subdocuments, are not."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from lxml import etree

from ingest.draft import Draft
from ingest.errors import UnreadableDocument
from ingest.plain.decoding import decoded
from ingest.word.changes import View
from ingest.word.names import R, W

if TYPE_CHECKING:
    from ingest.word.walker import Walker

DEEPEST = 2
_UNREAD = "en annan fil är infogad här och kan inte läsas; öppna dokumentet i Word och spara det på nytt"


def read(walker: Walker, element: etree._Element) -> list[Draft]:
    """The drafts of an imported file; where it cannot be read, the walk's account says so."""
    key = element.get(f"{R}id", "")
    target = walker.source.package.relations(walker.part).get(key)
    name = key if target is None else target.target
    if target is None or target.outside or element.tag == f"{W}subDoc" or not walker.source.package.holds(name):
        walker.account.unread[name or "altChunk"] = _UNREAD
        return []
    if name in walker.account.read or name in walker.account.unread:  # once, however often it is pointed to
        return []
    try:
        drafts = _drafts(walker, name)
    except UnreadableDocument:
        drafts = None
    if drafts is None:
        walker.account.unread[name] = _UNREAD
        return []
    walker.account.read.add(name)
    return drafts


def _drafts(walker: Walker, name: str) -> list[Draft] | None:
    from ingest.word.source import Account, Source
    from ingest.word.stories import body  # the two call one another

    data = walker.source.package.bytes_of(name)
    if data.startswith(b"PK"):
        if walker.source.depth >= DEEPEST:
            return None
        inner = Account()
        drafts = body(Source(data, walker.source.depth + 1), walker.view, inner)
        walker.account.absorb(inner, name)
        return drafts
    kind = _kind(data)
    if kind is None:
        return None
    found = import_module(f"ingest.formats.{kind}").drafts(data)
    walker.account.unread.update({f"{name}/{part.name}": part.why for part in found.parts if part.fate == "unread"})
    walker.account.changes += found.pending_changes
    before = walker.view is View.REJECTED and found.rejected is not None
    return _renumbered(walker, found.rejected or [] if before else found.blocks)


def _renumbered(walker: Walker, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the numbers of their tables after those that the walk has given."""
    first = walker.tables
    walker.tables += 1 + max((draft.table for draft in drafts if draft.table is not None), default=-1)
    return [draft if draft.table is None else replace(draft, table=first + draft.table) for draft in drafts]


def _kind(data: bytes) -> str | None:
    """What an imported file is that is no Word file: RTF, a saved page, HTML or plain text; None for others."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if b"MIME-Version" in data[:400]:
        return "mhtml"
    text = decoded(data)
    if text is None:
        return None
    return "html" if "<" in text[:2000] else "text"

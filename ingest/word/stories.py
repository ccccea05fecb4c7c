"""The stories of a Word file in their order: headers, the body with its notes and boxes, footers."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.word.changes import View, pending
from ingest.word.names import R, W, switch
from ingest.word.source import Account, Source
from ingest.word.walker import Walker

_SIDES = {"header": BlockKind.HEADER, "footer": BlockKind.FOOTER}


def text(source: Source, view: View, account: Account) -> list[Draft]:
    """All drafts of a file in one view; `account` learns what was read and what was not."""
    sides = _beside(source, view, account)
    drafts = [*sides["header"], *_body(source, view, account), *sides["footer"]]
    _count_changes(source, account)
    return drafts


def body(source: Source, view: View, account: Account) -> list[Draft]:
    """The drafts of the body alone: a file that is imported into another brings no headers along."""
    drafts = _body(source, view, account)
    _count_changes(source, account)
    return drafts


def _body(source: Source, view: View, account: Account) -> list[Draft]:
    account.read.add(source.main)
    return Walker(source, source.main, source.document, view, account).story(source.document)


def _count_changes(source: Source, account: Account) -> None:
    account.changes += sum(pending(source.root(name)) for name in account.read if name.endswith(".xml"))


def _beside(source: Source, view: View, account: Account) -> dict[str, list[Draft]]:
    """Headers and footers, each text once however many sections and kinds of page show it."""
    found: dict[str, list[Draft]] = {side: [] for side in _SIDES}
    seen: set[tuple[str, ...]] = set()
    for side, name in _shown(source):
        root = source.root(name)
        account.read.add(name)
        drafts = Walker(source, name, root, view, account, _SIDES[side]).story(root)
        key = (side, *(draft.text for draft in drafts))
        if key not in seen:
            seen.add(key)
            found[side] += [replace(draft, kind=_SIDES[side], cells=(), table=None) for draft in drafts]
    return found


def _shown(source: Source) -> list[tuple[str, str]]:
    """(header or footer, part) of those that a page shows, each part once."""
    sections = [
        section
        for section in source.document.iter(f"{W}sectPr")
        if (parent := section.getparent()) is not None and parent.tag != f"{W}sectPrChange"
    ]
    kinds = {"default": True, "even": source.even_headers}
    kinds["first"] = any(switch(section.find(f"{W}titlePg")) for section in sections)
    relations = source.package.relations(source.main)
    found: dict[tuple[str, str], None] = {}
    for section in sections:
        for side in _SIDES:
            for reference in section.iterchildren(f"{W}{side}Reference"):
                relation = relations.get(reference.get(f"{R}id", ""))
                if relation is None or relation.outside or not source.package.holds(relation.target):
                    continue
                if kinds.get(reference.get(f"{W}type", "default"), True):
                    found[side, relation.target] = None
    return list(found)

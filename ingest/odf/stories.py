"""The stories of an OpenDocument text in their order: headers, the body with its notes and boxes, footers."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.odf.changes import View
from ingest.odf.graphics import Account
from ingest.odf.names import OFFICE, STYLE
from ingest.odf.numbering import list_styles
from ingest.odf.package import OpenDocument
from ingest.odf.styles import scopes
from ingest.odf.walker import Scope, Walker

_SIDES = {
    "header": BlockKind.HEADER,
    "header-first": BlockKind.HEADER,
    "header-left": BlockKind.HEADER,
    "footer": BlockKind.FOOTER,
    "footer-first": BlockKind.FOOTER,
    "footer-left": BlockKind.FOOTER,
}


def text(file: OpenDocument, view: View, account: Account) -> tuple[list[Draft], int]:
    """All drafts of a text in one view, and how many changes wait; `account` learns what was met beside the text."""
    styles, beside = scopes(file.content, file.styles)
    lists, lists_beside = list_styles(file.content, file.styles)
    body = file.body("text")
    walker = Walker(Scope(file, styles, lists, view, account), body)
    drafts = walker.inside(body)
    sides = _sides(Scope(file, beside, lists_beside, view, account), styles.masters() | beside.masters())
    return [*sides[BlockKind.HEADER], *drafts, *sides[BlockKind.FOOTER]], walker.changes.pending


def _sides(scope: Scope, used: set[str]) -> dict[BlockKind, list[Draft]]:
    """Headers and footers of the page layouts that are used, each text once."""
    found: dict[BlockKind, list[Draft]] = {BlockKind.HEADER: [], BlockKind.FOOTER: []}
    masters = None if scope.file.styles is None else scope.file.styles.find(f"{OFFICE}master-styles")
    pages = [] if masters is None else list(masters.iterchildren(f"{STYLE}master-page"))
    names = {page.get(f"{STYLE}name", ""): page for page in pages}
    following = [*(pages[:1]), *(names[name] for name in sorted(used) if name in names)]
    seen: set[tuple[object, ...]] = set()
    walked: set[str] = set()
    while following:
        page = following.pop(0)
        name = page.get(f"{STYLE}name", "")
        if name in walked:
            continue
        walked.add(name)
        further = names.get(page.get(f"{STYLE}next-style-name", ""))
        following += [] if further is None else [further]
        for side, kind in _SIDES.items():
            for element in page.iterchildren(f"{STYLE}{side}"):
                if element.get(f"{STYLE}display") == "false":
                    continue
                drafts = Walker(scope, element, kind).inside(element)
                key = (kind, *(draft.text for draft in drafts))
                if key not in seen:
                    seen.add(key)
                    found[kind] += [replace(draft, kind=kind, cells=(), table=None) for draft in drafts]
    return found

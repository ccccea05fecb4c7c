"""Entries become a Document: one text, its blocks, sections and statements, its ledger, and the way back to the
pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.appendices import missing_appendices
from ingest.document import Block, BlockKind, Document, Ledger, Page, Part, Span
from ingest.draft import Draft, Drafts
from ingest.entry import Entry
from ingest.outline import outlined
from ingest.places import Places
from ingest.sections import nested
from ingest.statements import statements

_ROWS = (BlockKind.TABLE_ROW, BlockKind.TABLE_HEAD)
_TIGHT = frozenset({BlockKind.LIST_ITEM, BlockKind.CONTENTS})


@dataclass(frozen=True, slots=True)
class Source:
    """What a Document says of the file that it was read from."""

    name: str
    sha256: str
    format: str


def assemble(source: Source, drafts: Drafts) -> Document:
    """The Document of a format's drafts, and within it that of its view with the tracked changes rejected."""
    rejected = None if drafts.rejected is None else _document(source, drafts, drafts.rejected, None)
    return _document(source, drafts, drafts.blocks, rejected)


def _document(source: Source, drafts: Drafts, blocks: list[Draft], rejected: Document | None) -> Document:
    entries = outlined(blocks)
    text, spans = _joined(entries)
    sections, inside = nested(entries, spans, text)
    made = tuple(_block(entry, span) for entry, span in zip(entries, spans, strict=True))
    return Document(
        name=source.name,
        sha256=source.sha256,
        format=source.format,
        text=text,
        blocks=made,
        sections=sections,
        statements=statements(text, entries, made, inside),
        pages=tuple(drafts.pages),
        ledger=_ledger(drafts, missing_appendices(text, made, sections)),
        rejected=rejected,
        locate=Places(spans, [entry.draft.origins for entry in entries], drafts.locate),
    )


def _joined(entries: list[Entry]) -> tuple[str, list[Span]]:
    """The text: blocks parted by an empty line, items of one list and rows of one table by a line break."""
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for index, entry in enumerate(entries):
        if index:
            gap = "\n" if _close(entries[index - 1], entry) else "\n\n"
            parts.append(gap)
            at += len(gap)
        parts.append(entry.text)
        spans.append(Span(at, at + len(entry.text)))
        at += len(entry.text)
    return "".join(parts), spans


def _close(before: Entry, entry: Entry) -> bool:
    if entry.kind in _ROWS:
        return before.kind in _ROWS and before.draft.table == entry.draft.table
    return entry.kind in _TIGHT and before.kind is entry.kind


def _block(entry: Entry, span: Span) -> Block:
    draft = entry.draft
    printed = entry.label.printed if entry.label else ""
    drawn = draft.number if draft.number and draft.text.startswith(draft.number) else ""
    number = printed if printed.startswith(drawn) else drawn
    level = entry.level or 0
    return Block(entry.kind, span, draft.page, number, level, _cells(draft, span.start), draft.table)


def _cells(draft: Draft, start: int) -> tuple[Span, ...]:
    """The cells' spans. A cell that is not found in the row's text is an empty span where the search stood."""
    at = 0
    spans: list[Span] = []
    for cell in draft.cells:
        found = draft.text.find(cell, at)
        begin, length = (found, len(cell)) if found >= 0 else (at, 0)
        spans.append(Span(start + begin, start + begin + length))
        at = begin + length
        if at < len(draft.text) and draft.text[at] == "\t":
            at += 1
    return tuple(spans)


def _ledger(drafts: Drafts, missing: tuple[str, ...]) -> Ledger:
    unread = [f"sida {page.number}" for page in drafts.pages if page.source == "unread"]
    unread += [part.name for part in drafts.parts if part.fate == "unread"]
    pages = tuple(
        Part(f"sida {page.number}", "unread" if page.source == "unread" else "read", _page_why(page))
        for page in drafts.pages
    )
    return Ledger(
        complete=not unread,
        parts=pages + tuple(drafts.parts),
        unread=tuple(unread),
        ocr_pages=tuple(page.number for page in drafts.pages if page.source == "ocr"),
        ocr_confidence=_least_sure(drafts.pages),
        uncertain_pages=tuple(page.number for page in drafts.pages if _is_uncertain(page)),
        pending_changes=drafts.pending_changes,
        comments=drafts.comments,
        missing_appendices=missing,
    )


_PAGE_WHY = {"unread": "sidan har ingen text som går att läsa", "empty": "sidan är tom", "ocr": "läst ur bild"}
# Text recognition that is less sure than this may have lost a clause: measured on scans of falling quality.
_CONFIDENT = 0.9


def _page_why(page: Page) -> str:
    told = _PAGE_WHY.get(page.source, "")
    if page.source == "ocr" and page.confidence is not None:
        told += f" (OCR), säkerhet {100 * page.confidence:.0f} %"
    if _is_uncertain(page):
        told = f"{told}, för osäkert för att visa att något saknas".removeprefix(", ")
    if page.source == "unread":
        return page.why or told
    return "; ".join(filter(None, (told, page.why)))


def _least_sure(pages: list[Page]) -> float | None:
    sure = [page.confidence for page in pages if page.source == "ocr" and page.confidence is not None]
    return round(min(sure), 3) if sure else None


def _is_uncertain(page: Page) -> bool:
    return page.confidence is not None and page.confidence < _CONFIDENT

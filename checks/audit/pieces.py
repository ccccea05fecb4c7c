"""A response cut into pieces: its sentences, each with the paragraph and the table's column that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.document import BlockKind, Document, Span

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s+[A-ZÅÄÖ\d])|$)", re.DOTALL)
_ASKED = re.compile(
    r"rekommend|^åtgärdsförslag|^revis\w+s\b|synpunkt|iakttagelse|^brist|^punkt$|granskning", re.IGNORECASE
)
_WHO = re.compile(r"ansvar|^vem|funktion|utförare|ägare", re.IGNORECASE)
_WHEN = re.compile(
    r"^klar|tid|datum|^när|färdig|senast|slutfört|genomförs|genomfört|deadline|^år$|period", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?:nr|#|nummer|rek\.?)\.?$", re.IGNORECASE)
_ITEM = 20  # characters of what is asked, before the dash


class Column(StrEnum):
    """What a table's column holds."""

    ANSWER = "answer"
    ASKED = "asked"
    NUMBER = "number"
    WHO = "who"
    WHEN = "when"


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a response. `block` indexes the document's blocks; `column` is set for the cells of a table.

    `lead_in` is the sentence that introduces its list.
    """

    span: Span
    text: str
    block: int
    section: int | None
    column: Column | None = None
    lead_in: str = ""


def pieces(document: Document) -> list[Piece]:
    """The sentences of a response in order; a table's row gives those of each cell."""
    found: list[Piece] = []
    columns: dict[int, list[Column]] = {}
    for statement in document.statements:
        block = document.blocks[statement.block]
        if block.cells:
            table = block.table if block.table is not None else -1
            if table not in columns:
                columns[table] = _columns(document, table)
            found += _cells(document, statement.block, statement.section, columns[table])
            continue
        lead_in = document.quote(statement.lead_in) if statement.lead_in else ""
        for span in _halves(document, statement.span) if block.kind is BlockKind.LIST_ITEM else [statement.span]:
            found.append(Piece(span, document.quote(span), statement.block, statement.section, None, lead_in))
    return found


def _halves(document: Document, span: Span) -> list[Span]:
    """An item that says what is asked and, after a dash, what is answered, as two."""
    text = document.quote(span)
    dash = re.search(r"(?<=\w)\s[–—-]\s(?=\w)", text)
    if dash is None or dash.start() < _ITEM:
        return [span]
    return [Span(span.start, span.start + dash.start()), Span(span.start + dash.end(), span.end)]


def _columns(document: Document, table: int) -> list[Column]:
    """What each column of a table holds, by its head; without a telling head all are answers."""
    rows = [block for block in document.blocks if block.table == table]
    head = next((block for block in rows if block.kind is BlockKind.TABLE_HEAD), rows[0])
    heads = [document.quote(cell).strip() for cell in head.cells]
    if head.kind is not BlockKind.TABLE_HEAD and not any(map(_ASKED.search, heads)):
        return []
    kinds: list[Column] = []
    for title in heads:
        if _NUMBER.match(title):
            kinds.append(Column.NUMBER)
        elif _ASKED.search(title) and not re.search(r"svar|åtgärd|kommentar", title, re.IGNORECASE):
            kinds.append(Column.ASKED)
        elif _WHO.search(title) and len(title) < 40:
            kinds.append(Column.WHO)
        elif _WHEN.search(title) and len(title) < 40:
            kinds.append(Column.WHEN)
        else:
            kinds.append(Column.ANSWER)
    return kinds


def _cells(document: Document, place: int, section: int | None, columns: list[Column]) -> list[Piece]:
    found: list[Piece] = []
    for at, cell in enumerate(document.blocks[place].cells):
        kind = columns[at] if at < len(columns) else Column.ANSWER
        text = document.quote(cell)
        if not text.strip():
            continue
        if kind is not Column.ANSWER:
            found.append(Piece(_tight(document, cell), text.strip(), place, section, kind))
            continue
        for match in _SENTENCE.finditer(text):
            span = _tight(document, Span(cell.start + match.start(), cell.start + match.end()))
            if len(span):
                found.append(Piece(span, document.quote(span), place, section, kind))
    return found


def _tight(document: Document, span: Span) -> Span:
    """The span without white space at its ends."""
    text = document.quote(span)
    body = text.strip()
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(body))

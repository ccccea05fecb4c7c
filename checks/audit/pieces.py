"""A response cut into pieces: its sentences, each with the paragraph and the table's column that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.audit import titles
from checks.audit.columns import Column, at_the_side, columns, headed
from ingest.document import BlockKind, Document, Span, Statement

__all__ = ["Column", "Piece", "pieces"]
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s+[A-ZÅÄÖ\d])|$)", re.DOTALL)
_ITEM = 20  # characters of what is asked, before the dash
_OWN = r"(?:(?:\w{0,40}(?:nämnd|styrels|förvaltning|kontor|bolag|direktion|stab)\w{0,4}s|vårt|våra|vår|bolagets)\s)?"
_LABEL = re.compile(
    rf"^[\s>*_–-]{{0,4}}(?:{_OWN}(?:svar(?: och (?:åtgärd|kommentar)\w{{0,2}})?|kommentar(?:er)?|yttrande|"
    r"åtgärd(?:er)?|"
    r"(?:planerade|vidtagna|beslutade|genomförda|föreslagna) åtgärder|åtgärd och tidplan|ställningstagande|bedömning|"
    r"status|nuläge|svar på rekommendation(?:en)?|besvarande)|"
    r"(?:revisorernas|revisionens) rekommendation|rekommendation(?:en)?|rekommendationens lydelse)"
    r"\s{0,2}(?:[*_]{0,3}:[*_]{0,3}|\s[–—]\s)(?:\s+|$)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^[\s>*_]{{0,4}}{_OWN}(?:svar|kommentar(?:er)?|åtgärd(?:er)?|ställningstagande|status|nuläge|bedömning)[\s*_:]{{0,4}}$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^(?:>\s?)+")
_CELL_LIKE = (
    (
        Column.WHO,
        re.compile(r"^[\s*_]{0,4}(?:ansvarig(?:a)?(?: \w{3,20})?|ansvar|utförare)\s?[*_]{0,3}:[*_]{0,3}\s*", re.I),
    ),
    (
        Column.WHEN,
        re.compile(
            r"^[\s*_]{0,4}(?:klart?(?: senast)?|tidplan|tidsplan|tid|när|färdigt?|slutdatum|klardatum|deadline|"
            r"datum för genomförande)\s?[*_]{0,3}:[*_]{0,3}\s*",
            re.I,
        ),
    ),
)
_CELL = 90  # characters of a line that says who or when, as a cell would


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a response. `block` indexes the document's blocks; `column` is set for the cells of a table, and
    for lines that say who or when as a cell would ("Ansvarig: HR-chefen").

    `lead_in` is the sentence that introduces its list. A label that the sentence begins with ("Svar:") is left out.
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
    tables: set[int] = set()
    begun: set[int] = set()
    for statement in document.statements:
        block = document.blocks[statement.block]
        if block.cells:
            table = block.table if block.table is not None else -1
            if table not in tables:  # a long row has several statements
                tables.add(table)
                found += _of_table(document, table, statement.section)
            continue
        if statement.block not in begun:
            begun.add(statement.block)
            found += _short_answer(document, statement)
        lead_in = document.quote(statement.lead_in) if statement.lead_in else ""
        for span in _halves(document, statement.span) if block.kind is BlockKind.LIST_ITEM else [statement.span]:
            found += _running(document, span, statement.block, statement.section, lead_in)
    return found


def is_label(text: str) -> bool:
    """Whether words say no more than that an answer, or a recommendation, follows ("Svar:")."""
    return bool(_LABEL.match(text) or _ALONE.match(text))


def _short_answer(document: Document, statement: Statement) -> Iterator[Piece]:
    """What looks like a title that its paragraph runs on from, and is an answer ("Pågår. Elva konton är ...")."""
    start = document.blocks[statement.block].span.start
    span = _tight(document, Span(start, max(start, statement.span.start)))
    text = document.quote(span)
    if text.endswith(".") and titles.answers(text):
        yield Piece(span, text, statement.block, statement.section)


def _of_table(document: Document, table: int, section: int | None) -> Iterator[Piece]:
    """The cells of a table, row by row, without its heads."""
    rows = [block for block in document.blocks if block.table == table and block.cells]
    beside = at_the_side(document, table)
    kinds = columns(document, table)
    head = headed(document, rows)
    for place, block in enumerate(document.blocks):
        if block.table != table or not block.cells or (block is head and not beside):
            continue
        for at, cell in enumerate(block.cells):
            if beside and cell not in beside:
                continue
            kind = beside[cell] if beside else kinds[at] if at < len(kinds) else Column.ANSWER
            yield from _of_cell(document, cell, kind, place, section)


def _running(document: Document, span: Span, block: int, section: int | None, lead_in: str) -> Iterator[Piece]:
    """A sentence without the label that it begins with; none where it is no more than a label."""
    text = document.quote(span)
    if _ALONE.match(text):
        return
    for column, pattern in _CELL_LIKE:
        if (match := pattern.match(text)) and len(text) < _CELL:
            body = _tight(document, Span(span.start + match.end(), span.end))
            if len(body):
                yield Piece(body, document.quote(body), block, section, column, lead_in)
            return
    label = _LABEL.match(text) or _QUOTED.match(text)
    body = _tight(document, Span(span.start + (label.end() if label else 0), span.end))
    if len(body):
        yield Piece(body, document.quote(body), block, section, None, lead_in)


def _halves(document: Document, span: Span) -> list[Span]:
    """An item that says what is asked and, after a dash, what is answered, as two."""
    text = document.quote(span)
    dash = re.search(r"(?<=\w)\s[–—-]\s(?=\w)", text)
    if dash is None or dash.start() < _ITEM:
        return [span]
    return [Span(span.start, span.start + dash.start()), Span(span.start + dash.end(), span.end)]


def _of_cell(document: Document, cell: Span, kind: Column, place: int, section: int | None) -> Iterator[Piece]:
    """A cell's sentences, where it answers; any other cell as a whole."""
    text = document.quote(cell)
    if kind is not Column.ANSWER:
        if text.strip():
            yield Piece(_tight(document, cell), text.strip(), place, section, kind)
        return
    for match in _SENTENCE.finditer(text):
        span = _tight(document, Span(cell.start + match.start(), cell.start + match.end()))
        if len(span) and not _ALONE.match(document.quote(span)):
            yield Piece(span, document.quote(span), place, section, kind)


def _tight(document: Document, span: Span) -> Span:
    """The span without white space at its ends."""
    text = document.quote(span)
    body = text.strip()
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(body))

"""Recommendations in tables: a row under a head with a column of recommendations, and one of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.audit.boards import short_names
from checks.audit.merging import Asked
from checks.audit.wording import item
from ingest.document import Block, BlockKind, Document

_COLUMN = re.compile(
    r"rekommendation|recommendation|åtgärdsförslag|förslag till åtgärd|föreslagen åtgärd|föreslagna åtgärder"
    r"|^\W*(?:vårt |våra |revisorernas )?förslag(?:en)?\W*$|(?:vi|revisorerna) (?:föreslår|rekommenderar)",
    re.IGNORECASE,
)
_OLD = re.compile(r"tidigare|föregående|\bstatus\b|genomför[dt]|uppfölj|\d{4}", re.IGNORECASE)
_TO_COLUMN = re.compile(r"riktas|adress|mottagar|nämnd|avser|ansvarig|till\b|berör|styrelse|organ\b", re.IGNORECASE)
_NUMBER_CELL = re.compile(r"^(?:R|Rek\.?\s?)?\d{1,2}(?:\.\d)?\.?$|^R\d{1,2}$|^[A-H][.)]?$", re.IGNORECASE)
_SHORTEST = 12  # characters of a recommendation


def row(document: Document, place: int, to: tuple[str, ...]) -> Iterator[Asked]:
    """A row of a table whose head has a column of recommendations that are not earlier ones with their state."""
    block = document.blocks[place]
    if block.kind is BlockKind.TABLE_HEAD:
        return
    heads = _heads(document, block)
    column = next((at for at, head in enumerate(heads) if _COLUMN.search(head)), None)
    if column is None or column >= len(block.cells) or any(map(_OLD.search, heads)):
        return
    cell = block.cells[column]
    if len(document.quote(cell).strip()) < _SHORTEST:
        return
    whom = next((at for at, head in enumerate(heads) if at != column and _TO_COLUMN.search(head)), None)
    named = short_names(document.quote(block.cells[whom])) if whom is not None and whom < len(block.cells) else ()
    label = next(
        (text for each in block.cells[:column] if _NUMBER_CELL.match(text := document.quote(each).strip())), ""
    )
    found = item(document, place, cell.start, cell.end, named or to, label)
    yield replace(found, label=label or found.label)


def _heads(document: Document, row: Block) -> list[str]:
    for block in document.blocks:
        if block.table == row.table and block.kind is BlockKind.TABLE_HEAD:
            return [document.quote(cell) for cell in block.cells]
    first = next(block for block in document.blocks if block.table == row.table)
    heads = [document.quote(cell) for cell in first.cells]
    return heads if first is not row and all(len(head) < 60 for head in heads) else []

"""How deep list items lie, and which row of a table is its head."""

from __future__ import annotations

from ingest.document import RUNNING, BlockKind
from ingest.entry import Entry
from ingest.numbers import Family
from ingest.tables import is_data, is_head


def level_lists(entries: list[Entry]) -> None:
    """Give list items their depth where the format did not: a new kind of label, or a deeper indent, is a list
    within.
    """
    stack: list[tuple[Family | None, str, float]] = []
    for entry in entries:
        if entry.kind is not BlockKind.LIST_ITEM:
            if entry.kind in RUNNING or entry.kind is BlockKind.HEADING:
                stack.clear()
            continue
        if entry.level is not None:
            continue
        family, shape = (entry.label.family, entry.label.shape) if entry.label else (None, "")
        indent = entry.draft.indent or 0.0
        place = next(
            (depth for depth, (f, s, i) in enumerate(stack) if f is family and s == shape and abs(i - indent) < 2), None
        )
        if place is None:
            while stack and stack[-1][2] > indent + 2:
                stack.pop()
            if stack and stack[-1][:2] == (family, shape) and stack[-1][2] >= indent:
                stack.pop()
            stack.append((family, shape, indent))
        else:
            del stack[place + 1 :]
        entry.level = len(stack) - 1


def name_heads(entries: list[Entry]) -> None:
    """The first row of a table without told heads becomes its head where it plainly is one; a told one that plainly is
    data becomes a row.
    """
    tables: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.draft.table is not None and entry.kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_HEAD):
            tables.setdefault(entry.draft.table, []).append(entry)
    for rows in tables.values():
        drafts = [row.draft for row in rows]
        if rows[0].kind is BlockKind.TABLE_ROW and is_head(drafts):
            rows[0].kind = BlockKind.TABLE_HEAD
        elif rows[0].kind is BlockKind.TABLE_HEAD and is_data(drafts):
            rows[0].kind = BlockKind.TABLE_ROW

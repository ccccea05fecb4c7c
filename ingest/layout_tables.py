"""Tables that only set numbers beside their clauses: their rows are the clauses."""

from __future__ import annotations

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.headings import has_verb
from ingest.numbers import SECTIONED, Label


def numbered_tables(drafts: list[Draft], labels: list[Label | None]) -> set[int]:
    """The tables of two columns, without a head, whose left cells are clause numbers or, a third of them, empty, and
    whose right cells are sentences, a third of them at least.
    """
    numbers: dict[int, int] = {}
    sentences: dict[int, int] = {}
    rows: dict[int, int] = {}
    others: set[int] = set()
    for draft, label in zip(drafts, labels, strict=True):
        table = draft.table
        if table is None or not draft.cells:
            continue
        rows[table] = rows.get(table, 0) + 1
        left = draft.cells[0]
        sentences[table] = sentences.get(table, 0) + any(map(has_verb, draft.cells[1:2]))
        if any(draft.cells[2:]) or len(draft.cells) < 2:
            others.add(table)
        elif left and label and label.family in SECTIONED and label.path and label.printed == left.strip():
            numbers[table] = numbers.get(table, 0) + 1
        elif left or draft.kind is BlockKind.TABLE_HEAD:
            others.add(table)
    return {
        table
        for table, count in numbers.items()
        if table not in others and count >= 2 and count * 3 >= rows[table] * 2 and sentences[table] * 3 >= rows[table]
    }

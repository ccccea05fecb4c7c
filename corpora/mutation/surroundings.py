"""What stands around a clause's core sentence, and how sentences are changed or taken away where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpora.mutation.clause import Clause, speaks_of
from corpora.mutation.source import Edit, NotMade
from ingest.document import Block, BlockKind, Span

_CONDITION = re.compile(r"\b(?:om|när|att|där|såvida|ifall|som)\s*[:,]?\s*$", re.I)
_AMENDS = re.compile(r"\b(?:tillägg\w*|ändring\w*)\b", re.I)


def others(clause: Clause) -> list[int]:
    """What might give the core beside its sentence: other quotes with their tables, rivals, companions."""
    document = clause.source.document
    first = clause.core[0]
    others = {*clause.quoted, *clause.rivals, *clause.companions}
    tables = {clause.block(at).table for at in clause.quoted} - {None, clause.block(first).table}
    others |= {at for at in range(len(document.statements)) if clause.block(at).table in tables}
    lead_in = document.statements[first].lead_in
    return sorted(at for at in others - {first} if not (lead_in and document.statements[at].span.holds(lead_in)))


def blocks(clause: Clause, indexes: Iterable[int]) -> list[Block]:
    """The blocks of statements, each once, in the order of the text."""
    found = {clause.source.document.statements[index].block for index in indexes}
    return [clause.source.document.blocks[at] for at in sorted(found)]


def words(clause: Clause, block: Block) -> Span:
    """A block's statements, first to last: its number and a heading that it runs on from are left out."""
    inside = [each.span for each in clause.source.document.statements if block.span.holds(each.span)]
    return Span(inside[0].start, inside[-1].end)


def dependents(clause: Clause, index: int) -> list[int]:
    """The statements that a statement introduces."""
    document = clause.source.document
    span = document.statements[index].span
    return [at for at, each in enumerate(document.statements) if each.lead_in and span.holds(each.lead_in)]


def introduction(clause: Clause, index: int) -> int | None:
    """The statement that introduces a list's item, if one does."""
    document = clause.source.document
    lead_in = document.statements[index].lead_in
    return next((at for at, each in enumerate(document.statements) if lead_in and each.span.holds(lead_in)), None)


def whole_list(clause: Clause, index: int) -> list[int]:
    """Introduction and items of a list whose introduction gives the core, for each item may; else the item alone."""
    first = introduction(clause, index)
    if first is None:
        return [index]
    if first not in {*clause.rivals, *clause.quoted} and not speaks_of(clause.requirement.id, clause.said(first)):
        return [index]
    return sorted({first, index, *dependents(clause, first)})


def no_condition(clause: Clause, index: int) -> None:
    """What completes "om" or "att" is no sentence that can be turned. Raises NotMade."""
    first = introduction(clause, index)
    if first is not None and (_CONDITION.search(clause.said(first)) or whole_list(clause, index) != [index]):
        raise NotMade("satsen fullbordar en inledning")


def is_led(clause: Clause, index: int) -> bool:
    """Whether the statement completes an introduction."""
    return clause.source.document.statements[index].lead_in is not None


def names_a_party(clause: Clause, index: int) -> bool:
    """Whether the statement names a party."""
    return bool(clause.source.parties.mentions(clause.said(index).lower()))


def within(clause: Clause, index: int, edits: list[Edit]) -> list[Edit]:
    """Edits within a statement, by offsets from its start, as edits of the file."""
    return clause.source.edits(clause.source.document.statements[index].span, edits)


def without(clause: Clause, indexes: Iterable[int], *, kept: int | None = None) -> list[Edit]:
    """What takes statements away; a table's row goes whole, and so does a block of which nothing is left.

    The introduction of a list of which no item is left goes with them, but not the statement `kept`.
    """
    gone = set(indexes)
    document = clause.source.document
    for index in sorted(gone):
        first = introduction(clause, index)
        if first not in (None, kept) and gone.issuperset(dependents(clause, first)):
            gone.add(first)
    found = []
    for at in sorted({document.statements[index].block for index in gone}):
        block = document.blocks[at]
        inside = [index for index, each in enumerate(document.statements) if each.block == at]
        whole = block.kind is BlockKind.TABLE_ROW or gone.issuperset(inside)
        spans = [block.span] if whole else [document.statements[index].span for index in inside if index in gone]
        found += [clause.source.lines(clause.source.place(span)) for span in spans]
    return found


def target(clause: Clause, index: int) -> Span:
    """What a plain sentence takes the place of: the statement, or of a table's row the longest cell."""
    block = clause.block(index)
    if block.kind is BlockKind.TABLE_ROW and block.cells:
        return max(block.cells, key=len)
    return clause.source.document.statements[index].span


def amending(clause: Clause) -> bool:
    """Whether a core sentence stands in an amendment."""
    document = clause.source.document
    paths = [document.path(document.statements[index].section) for index in clause.core]
    return any(_AMENDS.search(path[0].title) for path in paths if path)


def not_in_amendment(clause: Clause) -> None:
    """A clause in an amendment cannot be struck: what it has replaced might come back."""
    if amending(clause):
        raise NotMade("villkoret står i ett tillägg")

"""Mutants of a contract: one clause changed so that the status which must follow is known. A function a kind.

Each gives the file's text with the clause deleted, denied, weakened and so on, or raises NotMade with the reason. Where
a wording can be chosen, the clause's key chooses it: always the same, and not one alone for all.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import yaml

from checks.parties import BUYER, SUPPLIER
from clauses.requirement import Act
from corpora.mutation import rewording
from corpora.mutation.clause import Clause
from corpora.mutation.numbering import place_called
from corpora.mutation.source import Edit, NotMade
from ingest.document import Block, BlockKind, Span

_BOX = re.compile(r"[\[\]☐☒☑□]")
_AMENDS = re.compile(r"\b(?:tillägg\w*|ändring\w*)\b", re.I)
_OPTIONAL = (
    "[Stryk om villkoret inte ska gälla: {}]",
    "[{} Stryk om villkoret inte ska gälla.]",
    "[Valbart villkor, stryk om det inte ska gälla. {}]",
    "[Tas med vid behov: {}]",
)
_TAKEN_BACK = (
    "{Place} utgår.",
    "{Place} upphör att gälla.",
    "{Place} ska inte längre gälla.",
    "Parterna är överens om att {place} utgår ur avtalet.",
    "Bestämmelsen i {place} gäller inte.",
)
_AMENDMENT = ("Tilläggsavtal", "Tillägg till avtalet", "Ändringar i avtalet")


def chosen(options: Sequence[str], clause: Clause) -> str:
    """One of the wordings, by the clause's key."""
    return options[zlib.crc32(clause.key.encode()) % len(options)]


def deleted(clause: Clause) -> str:
    """Without every block that the label quotes, and without whatever else might give the core."""
    _no_amendment(clause)
    document = clause.source.document
    quoted = {document.statements[index].block for index in clause.quoted}
    gone = {index for index, each in enumerate(document.statements) if each.block in quoted}
    gone |= {each for index in clause.quoted for each in dependents(clause, index)}
    text = clause.source.edited(_without(clause, gone | set(_others(clause))))
    left = "".join(text.split())
    if any("".join(quote.split()) in left for quote in clause.label.quotes[:1]):
        raise NotMade("annan text ger samma sak")
    return text


def denied(clause: Clause) -> str:
    """The core sentence negated in its own wording."""
    if _is_led(clause, clause.core[0]) and not re.match(r"[Nn]i\b", clause.said(clause.core[0])):
        raise NotMade("satsen fullbordar en inledning")
    edits = rewording.denied(clause.said(clause.core[0]), clause.source.parties)
    return clause.source.edited([*_within(clause, clause.core[0], edits), *_without(clause, _others(clause))])


def refused(clause: Clause) -> str:
    """A plain denial in place of the core sentence and of what it introduces."""
    first, source = clause.core[0], clause.source
    names = rewording.called(source.document.text, source.parties)
    denial = chosen(_denials()[clause.requirement.id], clause).format(b=names[BUYER], s=names[SUPPLIER])
    denial = denial[0].upper() + denial[1:]
    others = _without(clause, (*_others(clause), *dependents(clause, first)))
    if not _is_led(clause, first):
        span = source.place(_target(clause, first))
        return source.edited([(span.start, span.end, denial), *others])
    lead_in = source.document.statements[first].lead_in
    last = max(at for at, each in enumerate(source.document.statements) if each.lead_in == lead_in)
    end = source.text.find("\n", source.place(source.document.statements[last].span).end)
    end = len(source.text) if end < 0 else end
    return source.edited([(end, end, f"\n\n{denial}\n"), *_without(clause, (first, *_others(clause)))])


def weakened(clause: Clause) -> str:
    """The core sentence in words that do not bind; other quotes that give the core too, or they are deleted."""
    if _is_led(clause, clause.core[0]) and not _names(clause, clause.core[0]):
        raise NotMade("satsen fullbordar en inledning")
    edits: list[Edit] = []
    for index in clause.core:
        try:
            edits += _within(clause, index, rewording.weakened(clause.said(index), clause.source.parties))
        except NotMade:
            if index == clause.core[0]:
                raise
            edits += _without(clause, [index])
    return clause.source.edited([*edits, *_without(clause, clause.rivals)])


def handed(clause: Clause) -> str:
    """The parties' names swapped in the core sentence and in what it introduces."""
    first, parties = clause.core[0], clause.source.parties
    if _is_led(clause, first) and not _names(clause, first):
        raise NotMade("satsen fullbordar en inledning")
    names = rewording.called(clause.source.document.text, parties)
    holder = {Act.BUYER_RIGHT: BUYER, Act.SUPPLIER_DUTY: SUPPLIER}.get(clause.facet.act)
    edits = _within(clause, first, rewording.handed(clause.said(first), parties, names, holder))
    below = dependents(clause, first)
    for index in below:
        if _names(clause, index):
            edits += _within(clause, index, rewording.handed(clause.said(index), parties, names, None))
    return clause.source.edited([*edits, *_without(clause, [at for at in _others(clause) if at not in below])])


def optional(clause: Clause) -> str:
    """The core sentence in square brackets, with a note that it may be struck."""
    _no_amendment(clause)
    first = clause.core[0]
    block = clause.block(first)
    if _BOX.search(clause.source.document.quote(block.span)) or block.kind is BlockKind.TABLE_ROW:
        raise NotMade("stället har redan en klammer eller en ruta")
    if dependents(clause, first) or _is_led(clause, first):
        raise NotMade("satsen hör ihop med en lista")
    before, after = chosen(_OPTIONAL, clause).split("{}")
    place = clause.source.place(clause.source.document.statements[first].span)
    edits = [(place.start, place.start, before), (place.end, place.end, after)]
    return clause.source.edited([*edits, *_without(clause, _others(clause))])


def taken_back(clause: Clause) -> str:
    """An amendment at the end that strikes the clause by its number, or by its heading."""
    _no_amendment(clause)
    first = clause.core[0]
    place = place_called(clause.source.document, first)
    line = chosen(_TAKEN_BACK, clause).format(place=place, Place=place[0].upper() + place[1:])
    head = chosen(_AMENDMENT, clause)
    head = f"# {head}" if clause.source.markdown else head.upper()
    below = dependents(clause, first)
    text = clause.source.edited(_without(clause, [at for at in _others(clause) if at not in below]))
    return f"{text.rstrip()}\n\n\n{head}\n\n{line}\n"


def _others(clause: Clause) -> list[int]:
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


def _is_led(clause: Clause, index: int) -> bool:
    return clause.source.document.statements[index].lead_in is not None


def _names(clause: Clause, index: int) -> bool:
    return bool(clause.source.parties.mentions(clause.said(index).lower()))


def _within(clause: Clause, index: int, edits: list[Edit]) -> list[Edit]:
    return clause.source.edits(clause.source.document.statements[index].span, edits)


def _without(clause: Clause, indexes: Iterable[int]) -> list[Edit]:
    """What takes statements away; a table's row goes whole, and so does a block of which nothing is left."""
    gone = set(indexes)
    document = clause.source.document
    found = []
    for at in sorted({document.statements[index].block for index in gone}):
        block = document.blocks[at]
        inside = [index for index, each in enumerate(document.statements) if each.block == at]
        whole = block.kind is BlockKind.TABLE_ROW or gone.issuperset(inside)
        spans = [block.span] if whole else [document.statements[index].span for index in inside if index in gone]
        found += [clause.source.lines(clause.source.place(span)) for span in spans]
    return found


def _target(clause: Clause, index: int) -> Span:
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


def _no_amendment(clause: Clause) -> None:
    """A clause in an amendment cannot be struck: what it has replaced might come back."""
    if amending(clause):
        raise NotMade("villkoret står i ett tillägg")


@cache
def _denials() -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "denials.yaml").read_text(encoding="utf-8"))
    return found

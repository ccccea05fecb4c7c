"""Mutants of a contract: one clause changed so that the status which must follow is known. A function a kind.

Each gives the file's text with the clause deleted, denied, weakened and so on, or raises NotMade with the reason. Where
a wording can be chosen, the clause's key chooses it: always the same, and not one alone for all.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from checks.amendments import replaced
from checks.parties import BUYER, SUPPLIER
from clauses.requirement import Act
from corpora.mutation import handing, rewording
from corpora.mutation.clause import Clause
from corpora.mutation.numbering import place_called
from corpora.mutation.source import Edit, NotMade
from corpora.mutation.surroundings import (
    dependents,
    is_led,
    names_a_party,
    no_condition,
    not_in_amendment,
    others,
    target,
    whole_list,
    within,
    without,
)
from ingest.document import BlockKind

_BOX = re.compile(r"[\[\]☐☒☑□]")
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
    not_in_amendment(clause)
    document = clause.source.document
    quoted = {document.statements[index].block for index in clause.quoted}
    gone = {index for index, each in enumerate(document.statements) if each.block in quoted}
    gone |= {each for index in clause.quoted for each in dependents(clause, index)}
    gone |= {each for index in clause.core for each in whole_list(clause, index)}
    text = clause.source.edited(without(clause, gone | set(others(clause))))
    left = "".join(text.split())
    if any("".join(quote.split()) in left for quote in clause.label.quotes[:1]):
        raise NotMade("annan text ger samma sak")
    return text


def denied(clause: Clause) -> str:
    """The core sentence negated in its own wording."""
    no_condition(clause, clause.core[0])
    if is_led(clause, clause.core[0]) and not re.match(r"[Nn]i\b", clause.said(clause.core[0])):
        raise NotMade("satsen fullbordar en inledning")
    _unboxed(clause)
    edits = rewording.denied(clause.said(clause.core[0]), clause.source.parties)
    below = dependents(clause, clause.core[0])  # what it introduces is denied with it
    beside = [at for at in others(clause) if at not in below]
    return clause.source.edited([*within(clause, clause.core[0], edits), *without(clause, beside)])


def refused(clause: Clause) -> str:
    """A plain denial in place of the core sentence and of what it introduces, or after the list that it stands in."""
    first, source = clause.core[0], clause.source
    _unboxed(clause)
    denial, listed = _denial(clause), whole_list(clause, first)
    gone = {*others(clause), *dependents(clause, first), *listed}
    if not is_led(clause, first) or len(listed) > 1:
        span = source.place(target(clause, listed[0]))
        return source.edited([(span.start, span.end, denial), *without(clause, gone - {listed[0]}, kept=listed[0])])
    lead_in = source.document.statements[first].lead_in
    last = max(at for at, each in enumerate(source.document.statements) if each.lead_in == lead_in)
    end = source.text.find("\n", source.place(source.document.statements[last].span).end)
    end = len(source.text) if end < 0 else end + 1  # after the line, which may go
    return source.edited([(end, end, f"\n{denial}\n\n"), *without(clause, gone)])


def _denial(clause: Clause) -> str:
    names = handing.called(clause.source.document.text, clause.source.parties)
    if clause.requirement.id not in _denials():
        raise NotMade("kravet har inget nekande i denials.yaml")
    denial = chosen(_denials()[clause.requirement.id], clause).format(b=names[BUYER], s=names[SUPPLIER])
    return denial[0].upper() + denial[1:]


def _unboxed(clause: Clause) -> None:
    """What stands in brackets, beside a box or taken back is not in force, nor is its denial. Raises NotMade."""
    if clause.core[0] in replaced(clause.source.document):
        raise NotMade("villkoret är redan återtaget")
    if _BOX.search(clause.source.document.quote(clause.block(clause.core[0]).span)):
        raise NotMade("stället har redan en klammer eller en ruta")


def weakened(clause: Clause) -> str:
    """The core sentence in words that do not bind; other quotes that give the core too, or they are deleted."""
    if is_led(clause, clause.core[0]) and not names_a_party(clause, clause.core[0]):
        raise NotMade("satsen fullbordar en inledning")
    no_condition(clause, clause.core[0])
    edits: list[Edit] = []
    for index in clause.core:
        try:
            edits += within(clause, index, rewording.weakened(clause.said(index), clause.source.parties))
        except NotMade:
            if index == clause.core[0]:
                raise
            edits += without(clause, [index])
    again = {*clause.rivals, *clause.restating} - set(dependents(clause, clause.core[0]))
    return clause.source.edited([*edits, *without(clause, again)])


def handed(clause: Clause) -> str:
    """The parties' names swapped in the core sentence and in what it introduces."""
    first, parties = clause.core[0], clause.source.parties
    if is_led(clause, first) and not names_a_party(clause, first):
        raise NotMade("satsen fullbordar en inledning")
    no_condition(clause, first)
    names = handing.called(clause.source.document.text, parties)
    holder = {Act.BUYER_RIGHT: BUYER, Act.SUPPLIER_DUTY: SUPPLIER}.get(clause.facet.act)
    edits = within(clause, first, handing.handed(clause.said(first), parties, names, holder))
    below = dependents(clause, first)
    for index in below:
        if names_a_party(clause, index):
            edits += within(clause, index, handing.handed(clause.said(index), parties, names, None))
    return clause.source.edited([*edits, *without(clause, [at for at in others(clause) if at not in below])])


def optional(clause: Clause) -> str:
    """The core sentence in square brackets, with a note that it may be struck."""
    not_in_amendment(clause)
    first = clause.core[0]
    _unboxed(clause)
    if clause.block(first).kind is BlockKind.TABLE_ROW:
        raise NotMade("villkoret står i en tabell")
    if dependents(clause, first) or is_led(clause, first):
        raise NotMade("satsen hör ihop med en lista")
    before, after = chosen(_OPTIONAL, clause).split("{}")
    place = clause.source.place(clause.source.document.statements[first].span)
    edits = [(place.start, place.start, before), (place.end, place.end, after)]
    return clause.source.edited([*edits, *without(clause, others(clause))])


def taken_back(clause: Clause) -> str:
    """An amendment at the end that strikes the clause by its number, or by its heading."""
    not_in_amendment(clause)
    first = clause.core[0]
    place = place_called(clause.source.document, first)
    line = chosen(_TAKEN_BACK, clause).format(place=place, Place=place[0].upper() + place[1:])
    head = chosen(_AMENDMENT, clause)
    head = f"# {head}" if clause.source.markdown else head.upper()
    below = dependents(clause, first)
    beside = {*others(clause), *whole_list(clause, first)[1:]} - {first}
    text = clause.source.edited(without(clause, [at for at in beside if at not in below]))
    return f"{text.rstrip()}\n\n\n{head}\n\n{line}\n"


@cache
def _denials() -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "denials.yaml").read_text(encoding="utf-8"))
    return found

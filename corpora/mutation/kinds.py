"""The kinds of mutants: what is done to a clause, and the status that must follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checks.finding import Status
from corpora.mutation import moves, mutants
from corpora.mutation.clause import Clause
from corpora.mutation.source import NotMade

_GONE = frozenset({Status.MISSING, Status.CONTRADICTED})
_DENIED = frozenset({Status.CONTRADICTED})
_WEAK = frozenset({Status.PARTIAL, Status.MISSING})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mutant. `wanted` are the statuses that may follow; none where the status must stay as it was."""

    id: str
    title: str
    make: Callable[[Clause], str | bytes]
    wanted: frozenset[Status] = frozenset()
    suffix: str = ""


KINDS = (
    Kind("deleted", "struken", mutants.deleted, _GONE),
    Kind("denied", "nekad i egna ord", mutants.denied, _DENIED),
    Kind("refused", "ersatt av ett nekande", mutants.refused, _DENIED),
    Kind("weakened", "försvagad", mutants.weakened, _WEAK),
    Kind("handed", "lagd på den andra parten", mutants.handed, _GONE),
    Kind("optional", "gjord valbar", mutants.optional, _GONE),
    Kind("taken-back", "återtagen sist", mutants.taken_back, _GONE),
    Kind("table", "flyttad till en tabell", moves.to_table),
    Kind("list", "flyttad till en lista", moves.to_list),
    Kind("appendix", "flyttad till en bilaga", moves.to_appendix),
    Kind("footnote", "flyttad till en fotnot", moves.to_footnote, suffix=".docx"),
    Kind("text-box", "flyttad till en textruta", moves.to_text_box, suffix=".docx"),
    Kind("pages", "delad över sidor", moves.over_pages, suffix=".pdf"),
    Kind("scanned", "på en skannad sida", moves.scanned, suffix=".pdf"),
)
SLOW = "scanned"  # a second or more for each


def made(kind: Kind, held: Clause, before: Status) -> bytes:
    """The mutant's file. Raises NotMade."""
    if kind.make is mutants.weakened and (before is not Status.MET or held.label.status != "met"):
        raise NotMade("klausulen är redan delvis")
    content = kind.make(held)
    return content.encode() if isinstance(content, str) else content

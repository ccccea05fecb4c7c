"""The columns of an action plan: which hold what is done, who answers for it, and when it is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.document import Document, Statement

_ACTION = re.compile(
    r"\b(?:åtgärd\w{0,5}|aktivitet\w{0,4}|insats\w{0,4}|vad\b|uppgift\w{0,4}|handling\b|kontroll(?!ant|ansv)\w{0,12})",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:kontroll)?(?:ansvar\w{0,6}|vem\b|utförare|ägare|funktion\b|utförs\sav)", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:tid\w{0,8}|klar\w{0,2}|deadline|när\b|senast|slutdatum|datum|färdig\w{0,2}|start|frekvens\w{0,2}|hur\softa"
    r"|period\w{0,8}|intervall)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A row of an action plan; "" where a cell is empty, None where the table has no such column."""

    action: str
    who: str | None
    when: str | None


def action_row(document: Document, statement: Statement) -> ActionRow | None:
    """The row that a statement is, or None where it stands in no action plan: a table where one column head says what
    is done and another who or when.
    """
    heads = [document.quote(head) for head in statement.heads]
    cells = document.blocks[statement.block].cells
    if not heads or len(cells) < len(heads):
        return None
    what = _column(heads, _ACTION, ())
    who = _column(heads, _WHO, (what,))
    when = _column(heads, _WHEN, (what, who))
    if what is None or (who is None and when is None):
        return None
    action, responsible, due = (
        None if place is None else " ".join(document.quote(cells[place]).split()) for place in (what, who, when)
    )
    return ActionRow(action or "", responsible, due)


def _column(heads: Sequence[str], pattern: re.Pattern[str], taken: tuple[int | None, ...]) -> int | None:
    return next((place for place, head in enumerate(heads) if place not in taken and pattern.search(head)), None)

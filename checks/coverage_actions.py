"""An action plan's rows: what is done, on which topics, who answers for it, and when it is due.

A table is an action plan where one column head says what is done and another who or when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from checks.coverage_lines import Line
from checks.coverage_report import Action, How
from checks.coverage_topics import MENTIONS, passage
from clauses.dates import periods
from ingest.document import Span

if TYPE_CHECKING:
    from clauses.framework import Framework
    from ingest.document import Document

_ACTION = re.compile(
    r"\b(?:åtgärd\w{0,5}|aktivitet\w{0,4}|insats\w{0,4}|vad\b|uppgift\w{0,4}|handling\b)", re.IGNORECASE
)
_WHO = re.compile(r"\b(?:ansvar\w{0,6}|vem\b|utförare|ägare|funktion\b|utförs\sav)", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:tid\w{0,8}|klar\w{0,2}|deadline|när\b|senast|slutdatum|datum|färdig\w{0,2}|tidplan|start)", re.IGNORECASE
)


def actions(
    document: Document, lines: Sequence[Line], framework: Framework, written: date | None
) -> tuple[Action, ...]:
    """The actions of every table that is an action plan. `written` is the document's day, for deadlines without a
    year.
    """
    found = []
    for line in lines:
        cells = document.blocks[line.statement.block].cells
        heads = [document.quote(head) for head in line.statement.heads]
        columns = _columns(heads)
        if columns is None or len(cells) < len(heads):
            continue
        what, who, when = (_cell(document, cells, column) for column in columns)
        if not what:
            continue
        due = periods(when, written, bare_years=True) if when else []
        topics = tuple(topic.id for topic, up in zip(framework.topics, line.up, strict=True) if float(up) >= MENTIONS)
        shown = passage(document, line, How.BINDS)
        found.append(Action(topics, what, who, when, due[-1].due if due else None, shown))
    return tuple(found)


def _columns(heads: Sequence[str]) -> tuple[int, int | None, int | None] | None:
    """Which columns hold the action, who and when; None where the table is no action plan."""
    what = next((place for place, head in enumerate(heads) if _ACTION.search(head)), None)
    who = next((place for place, head in enumerate(heads) if place != what and _WHO.search(head)), None)
    when = next((place for place, head in enumerate(heads) if place not in (what, who) and _WHEN.search(head)), None)
    if what is None or (who is None and when is None):
        return None
    return what, who, when


def _cell(document: Document, cells: Sequence[Span], column: int | None) -> str:
    return "" if column is None else " ".join(document.quote(cells[column]).split())

"""An action plan's rows: what is done, on which topics, who answers for it, and when it is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from checks.action_tables import action_row
from checks.coverage_lines import Line
from checks.coverage_report import Action, How
from checks.coverage_topics import MENTIONS, passage
from clauses.dates import periods

if TYPE_CHECKING:
    from clauses.framework import Framework
    from ingest.document import Document


def actions(
    document: Document, lines: Sequence[Line], framework: Framework, written: date | None
) -> tuple[Action, ...]:
    """The actions of every table that is an action plan. `written` is the document's day, for deadlines without a
    year.
    """
    found = []
    for line in lines:
        row = action_row(document, line.statement)
        if row is None or not row.action:
            continue
        due = periods(row.when, written, bare_years=True) if row.when else []
        topics = tuple(topic.id for topic, up in zip(framework.topics, line.up, strict=True) if float(up) >= MENTIONS)
        day = due[-1].due if due else None
        shown = passage(document, line, How.BINDS)
        found.append(Action(topics, row.action, row.who or "", row.when or "", day, shown))
    return tuple(found)

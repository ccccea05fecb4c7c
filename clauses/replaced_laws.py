"""Laws that have been replaced: how a reference to one is written, and what is in force instead."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from clauses.requirement import Frozen, Line
from clauses.yaml_file import text, values


class Replaced(Frozen):
    """A replaced law: `written` is the pattern of a reference to it (every quantifier bounded), `now` what is in force.

    `verified`: somebody has read the replacement in the statute's text or on an official page.
    """

    law: Line
    written: Line
    now: Line
    verified: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, made ready."""
        return re.compile(self.written, re.IGNORECASE)


@cache
def replaced_laws() -> tuple[Replaced, ...]:
    """All replaced laws that klausul knows."""
    path = Path(__file__).with_name("replaced_laws.yaml")
    return TypeAdapter(tuple[Replaced, ...]).validate_python(values(path, text(path)))

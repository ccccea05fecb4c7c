"""Labelled statements: what the learned reader is trained from, and how they are split.

One JSON object a line; the file's name is the voice. `labelled/statements` holds the broad ones: within a facet no two
alike. `labelled/ordinary` holds what contracts say over and over in nearly the same words, and the library's own
wordings: of use to train from, of none to measure breadth by.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

BROAD = Path(__file__).parent / "labelled" / "statements"
ORDINARY = BROAD.parent / "ordinary"

Trap = Literal["none", "denied", "weak", "other-party", "other-sense", "taken-back", "definition"]


class LabelledStatement(BaseModel):
    """A statement with its context, the parties' names, and the facets that it gives ("penalty.right").

    `about` is the requirement that it was written for, `other` where it is on none, "" where nobody noted it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    heading: str = ""
    lead_in: str = ""
    heads: str = ""
    buyer: str
    supplier: str
    facets: tuple[str, ...]
    trap: Trap
    about: str = ""
    voice: str

    @property
    def context(self) -> str:
        """What the statement inherits, as one string: heading, lead-in, column heads."""
        return " ".join(part for part in (self.heading, self.lead_in, self.heads) if part)


def load(*folders: Path) -> Iterator[LabelledStatement]:
    """Every labelled statement of the folders (else of BROAD and ORDINARY), voice by voice. Raises ValueError that
    names file and line.
    """
    for path in sorted(path for folder in folders or (BROAD, ORDINARY) for path in folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                yield LabelledStatement.model_validate(json.loads(line) | {"voice": path.stem})
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {str(error).splitlines()[0]}") from None

"""A draft with what the outline says that it is."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import Label


@dataclass(slots=True)
class Entry:
    """A draft with what it is. `body` is where its running text begins in its text; `title` a slice of it, where it
    has one.

    `opens` says that a section begins here, `runs_in` that its title is the first words of text without a number.
    `level` is a heading's depth where the format told it, or a list item's from 0.
    """

    draft: Draft
    kind: BlockKind
    label: Label | None = None
    body: int = 0
    title: tuple[int, int] = (0, 0)
    opens: bool = False
    runs_in: bool = False
    level: int | None = None

    @property
    def text(self) -> str:
        """The draft's text."""
        return self.draft.text

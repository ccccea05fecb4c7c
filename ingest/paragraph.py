"""A paragraph while it is read: its pieces with their looks, and the drafts that it becomes. One place for formats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.characters import tidy
from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.typed_lists import parted

_CLAUSE_NUMBER = re.compile(
    r"(?:§ ?)?\d{1,4}(?:\.\d{1,4}){1,8}\.?$|§|\d{1,4} §|(?:kap|artikel|bilaga|punkt|avsnitt)\b", re.I
)


@dataclass(slots=True)
class Paragraph:
    """What has been read of one paragraph. `size` is that of its first words, in points."""

    size: float | None = None
    _pieces: list[str] = field(default_factory=list)
    _bold: int = 0
    _set_off: int = 0
    _plain: bool = False

    def say(self, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None) -> None:
        """Adds a piece of text as it looks; `italic` holds for underlined text too: either sets words off."""
        if not text:
            return
        self._pieces.append(text)
        if text.isspace():
            return
        self._bold += len(text) if bold else 0
        self.size = self.size or size
        self._plain = self._plain or not (bold or italic)
        if not self._plain:
            self._set_off = len(self._pieces)

    @property
    def text(self) -> str:
        """The text as the page shows it; tabs and line breaks within it are kept."""
        return tidy("".join(self._pieces))

    @property
    def begun(self) -> bool:
        """Whether it holds anything but white space."""
        return any(not piece.isspace() for piece in self._pieces)

    def drafts(
        self,
        number: str = "",
        glue: str = " ",
        *,
        kind: BlockKind | None = None,
        level: int | None = None,
        indent: float | None = None,
    ) -> list[Draft]:
        """The drafts of the paragraph: one, or more where list items are typed in it after line breaks; none where it
        is empty. `number` is what the program draws before it, `glue` what parts the two.
        """
        text = self.text
        if not text:
            return []
        whole = f"{number}{glue or _glue(text)}{text}" if number else text
        shown = sum(len(piece) for piece in self._pieces if not piece.isspace())
        lead = len(tidy("".join(self._pieces[: self._set_off]))) if self._plain else 0
        draft = Draft(
            whole,
            kind,
            number=number,
            level=level,
            bold=0 < shown <= self._bold,
            size=self.size,
            indent=indent,
            lead=len(whole) - len(text) + lead if lead else 0,
        )
        if kind in (BlockKind.HEADING, BlockKind.CONTENTS):
            return [draft]
        first, *items = parted(whole)
        inner = kind if kind is not BlockKind.LIST_ITEM else None
        return [
            replace(draft, text=first),
            *(replace(draft, text=item, number="", kind=inner, level=None, lead=0) for item in items),
        ]


def numbers_clause(number: str) -> bool:
    """Whether a number that a program draws is a clause's ("7.2", "§ 4") rather than a list item's."""
    return _CLAUSE_NUMBER.match(number) is not None


def _glue(text: str) -> str:
    return " " if text[:1].isalnum() else ""

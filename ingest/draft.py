"""What a format reader hands over: drafts of blocks, in reading order. From here on all formats are one.

A format reader only reports what the file says: text, page, looks, numbers that the program draws itself. What is a
heading, a contents list or a list item is decided once, in `outline`, unless the format knows it (a heading style, a
list, a table).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.document import BlockKind, Box, Page, Part


@dataclass(frozen=True, slots=True)
class Origin:
    """`count` characters of a draft's text from `offset` are those of the page (from 1) that begin at `index`."""

    offset: int
    page: int
    index: int
    count: int


@dataclass(slots=True)
class Draft:
    """One block as the format gives it.

    `text` is normalised (NFC, no soft hyphens, ordinary spaces, line-end hyphens mended) and begins with `number` where
    the program draws one ("1.2 Vite", "a) inom tio dagar", "• ..."). `kind` is None where the format does not know.
    `level` is a heading's depth from 1 or a list item's from 0, None where unknown. A table row has its `cells`, and
    its text is the cells joined by tabs; `table` says which table; its head rows have kind TABLE_HEAD where the format
    says so. `size` is the font size in points, `bold` holds for the whole block. `origins` say where the text stands on
    the pages. The first `lead` characters are set off from the rest, in bold or italics, as a run-in heading is.
    """

    text: str
    kind: BlockKind | None = None
    page: int | None = None
    number: str = ""
    level: int | None = None
    cells: tuple[str, ...] = ()
    table: int | None = None
    bold: bool = False
    size: float | None = None
    indent: float | None = None
    origins: tuple[Origin, ...] = ()
    lead: int = 0


@dataclass(slots=True)
class Drafts:
    """All that a format reader found: the blocks, the pages, and what became of each part of the file.

    `parts` holds one Part for every part that is not a page of `pages` (Word's headers, footnotes, comments, embedded
    objects). `rejected` are the drafts of the view with tracked changes rejected, where there are any. `locate` gives
    the boxes of origins: (page, first character, count) -> boxes.
    """

    blocks: list[Draft]
    pages: list[Page] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    pending_changes: int = 0
    comments: int = 0
    rejected: list[Draft] | None = None
    locate: Callable[[list[tuple[int, int, int]]], tuple[Box, ...]] | None = None

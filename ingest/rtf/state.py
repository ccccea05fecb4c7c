"""What holds where the reader stands in an RTF file: a group takes it over, and its end gives back what was before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Into(Enum):
    """Where the text of a group goes."""

    STORY = "story"
    NOWHERE = "nowhere"
    FONTS = "fonts"
    STYLES = "styles"
    NUMBER = "number"
    INSTRUCTION = "instruction"


@dataclass(slots=True)
class State:
    """One group. Sizes are in points; `outline` and `style` are the paragraph's, `depth` its table's from 1."""

    into: Into = Into.STORY
    font: int | None = None
    skips: int = 1
    bold: bool = False
    italic: bool = False
    size: float = 12.0
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    style: int | None = None
    outline: int | None = None
    list_depth: int = 0
    in_table: bool = False
    depth: int | None = None
    indent: float = 0.0
    ends: str = ""  # what to do when the group ends: "story", "field", "number", "font", "style", "instruction"
    fresh: bool = False  # nothing has come yet in the group: a word now names its destination
    starred: bool = False
    twice: Into | None = None  # where text would go that stands here twice, in ANSI and in Unicode

    def plain(self) -> None:
        r"""`\plain`: the looks of characters as they are without any word."""
        self.bold = self.italic = self.hidden = self.deleted = self.inserted = False
        self.size = 12.0

    def par_default(self) -> None:
        r"""`\pard`: the looks of paragraphs as they are without any word."""
        self.style = self.outline = self.depth = None
        self.in_table = False
        self.list_depth = 0
        self.indent = 0.0

    @property
    def table_depth(self) -> int:
        """How many tables the paragraph lies in."""
        if self.depth is not None:
            return min(max(self.depth, 0), 20)
        return int(self.in_table)

"""The Document: one immutable text, its blocks, sections and statements, its pages, and the account of what was read.

Every offset in klausul counts code points in `Document.text`; a quote is always the slice that a Span names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]`, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (1-based), in points, origin at the page's top left."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class BlockKind(StrEnum):
    """What a block is on the page. Statements are made of the kinds in `RUNNING`; the others speak of the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_HEAD = "table-head"
    TABLE_ROW = "table-row"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page-number"
    CONTENTS = "contents"


RUNNING = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.TEXT_BOX, BlockKind.FOOTNOTE}
)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the text. Blocks lie in order and do not overlap; between them stand line breaks only.

    `number` is the label that the reader of the page sees first ("1.2", "§ 7", "a)", "•", "☒", "H.2 ☐"), and is the
    beginning of the block's text. `level` is a heading's depth from 1, or a list item's from 0. `cells` are a table
    row's cells, `table` which table it belongs to.
    """

    kind: BlockKind
    span: Span
    page: int | None = None
    number: str = ""
    level: int = 0
    cells: tuple[Span, ...] = ()
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands under it, subsections included. `parent` indexes Document.sections."""

    number: str
    title: str
    level: int
    span: Span
    heading: Span
    parent: int | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, list item or table row, with what it inherits.

    `block` and `section` index the Document's tuples. `lead_in` is the sentence that introduces its list, `heads` the
    column heads of its row (one for each cell, empty spans where a column has none).
    """

    span: Span
    block: int
    section: int | None
    lead_in: Span | None = None
    heads: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page's number from 1, its size in points, and how its text was had: `text`, `ocr`, `empty` or `unread`.

    `confidence` is that of text recognition, from 0 to 1. `why` says in Swedish why the page is unread, or why its own
    text was not taken.
    """

    number: int
    width: float
    height: float
    source: str
    confidence: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the ledger: a part of the file, its `fate` (`read`, `unread`, `left-out`), the reason in Swedish."""

    name: str
    fate: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of what was read. `complete` is false where anything in the file could not be read.

    `missing_appendices` are those that the text points to and that are not in the file; that alone does not make the
    reading incomplete. `ocr_pages` were read from their image, the least sure of them with `ocr_confidence`, from 0
    to 1; `uncertain_pages` were read so unsurely that a clause may have been lost.
    """

    complete: bool
    parts: tuple[Part, ...] = ()
    unread: tuple[str, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    pending_changes: int = 0
    comments: int = 0
    missing_appendices: tuple[str, ...] = ()
    uncertain_pages: tuple[int, ...] = ()
    ocr_confidence: float | None = None

    @property
    def proves_absence(self) -> bool:
        """Whether what was not found is not there: all was read, and surely."""
        return self.complete and not self.uncertain_pages


def _no_boxes(_: Span) -> tuple[Box, ...]:
    return ()


@dataclass(frozen=True)
class Document:
    """What `ingest.read` gives. `rejected` is the same file with its tracked changes rejected, where it has any."""

    name: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    pages: tuple[Page, ...]
    ledger: Ledger
    rejected: Document | None = None
    locate: Callable[[Span], tuple[Box, ...]] = field(default=_no_boxes, repr=False, compare=False)

    def quote(self, span: Span) -> str:
        """The verbatim slice that a span names."""
        return self.text[span.start : span.end]

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where on the pages a span stands, a box a line; empty where the format has no pages."""
        return self.locate(span)

    def all_boxes(self, spans: Sequence[Span]) -> list[tuple[Box, ...]]:
        """As `boxes` of each span, cheaper: each page is opened once."""
        at_once = getattr(self.locate, "many", None)
        if at_once is None:
            return [self.locate(span) for span in spans]
        found: list[tuple[Box, ...]] = at_once(spans)
        return found

    def path(self, section: int | None) -> tuple[Section, ...]:
        """The sections that a section index lies in, outermost first."""
        found: list[Section] = []
        while section is not None:
            found.append(self.sections[section])
            section = self.sections[section].parent
        return tuple(reversed(found))

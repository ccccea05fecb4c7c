"""Several documents as one: their texts after one another, each but the first under its own heading.

The joined document is for reading only. What is quoted lies in one of the files, and `Joined.home` tells in which.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from checks.bundle_roles import Placed, Role
from ingest.appendices import missing_appendices
from ingest.document import Block, BlockKind, Document, Ledger, Page, Part, Section, Span, Statement

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Joined:
    """The one document, and where in its text each file's own text begins."""

    document: Document
    starts: tuple[int, ...]


@dataclass(slots=True)
class _Making:
    """The joined document while it grows."""

    parts: list[str] = field(default_factory=list)
    at: int = 0
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    tables: int = 0

    def write(self, text: str) -> Span:
        """Adds text, and tells where it stands."""
        span = Span(self.at, self.at + len(text))
        self.parts.append(text)
        self.at = span.end
        return span

    def take(self, document: Document, root: int | None, depth: int) -> int:
        """Adds a document under the section `root`, its headings `depth` levels further down; gives where it begins."""
        base, blocks, sections = self.at, len(self.blocks), len(self.sections)
        self.write(document.text)
        self.blocks += [_block(block, base, self.tables) for block in document.blocks]
        self.sections += [_section(section, base, sections, root, depth) for section in document.sections]
        self.statements += [_statement(each, base, blocks, sections, root) for each in document.statements]
        self.pages += document.pages
        self.tables += 1 + max((block.table for block in document.blocks if block.table is not None), default=0)
        return base


def joined(files: Sequence[Placed], name: str, unread: Sequence[tuple[str, str]]) -> Joined:
    """The files as one document called `name`. `unread` are those that could not be read, each with the reason."""
    made, starts = _Making(), []
    for place, file in enumerate(files):
        root = None
        if place:
            made.write(_GAP)
            root = _headed(made, file)
            made.write(_GAP)
        starts.append(made.take(file.document, root, 2 if root is not None else 0))
        if root is not None:
            for at in (root - 1, root):
                section = made.sections[at]
                made.sections[at] = replace(section, span=Span(section.span.start, made.at))
    # The main agreement has no heading of its own here; by this its name is known to those that point to it.
    end = Span(made.at, made.at)
    made.sections.append(Section("", f"Huvudavtalet {_main_title(files)}".strip(), 1, end, end, None))
    return Joined(_document(made, files, name, unread), tuple(starts))


def _headed(made: _Making, file: Placed) -> int:
    """A heading for a file, as two sections: the outer opens a part of the contract, the inner has the number."""
    words = " ".join(f"{file.label} {file.title}".split()) or file.document.name
    heading = made.write(words)
    made.blocks.append(Block(BlockKind.HEADING, heading, level=1))
    made.sections.append(Section("", words, 1, heading, heading, None))
    made.sections.append(Section(file.label, file.title, 2, heading, heading, len(made.sections) - 1))
    return len(made.sections) - 1


def _main_title(files: Sequence[Placed]) -> str:
    return files[0].title if files and files[0].role is Role.MAIN else ""


def _document(made: _Making, files: Sequence[Placed], name: str, unread: Sequence[tuple[str, str]]) -> Document:
    text = "".join(made.parts)
    blocks, sections = tuple(made.blocks), tuple(made.sections)
    digest = sha256("".join(file.document.sha256 for file in files).encode("ascii")).hexdigest()
    missing = missing_appendices(text, blocks, sections)
    return Document(
        name=name,
        sha256=digest,
        format="bundle",
        text=text,
        blocks=blocks,
        sections=sections,
        statements=tuple(made.statements),
        pages=tuple(made.pages),
        ledger=_ledger(files, missing, unread),
        rejected=None,
    )


def _ledger(files: Sequence[Placed], missing: tuple[str, ...], unread: Sequence[tuple[str, str]]) -> Ledger:
    parts: list[Part] = []
    for file in files:
        own = file.document
        parts.append(Part(own.name, "read" if own.ledger.complete else "unread", file.label or file.role.value))
        parts += [Part(f"{own.name}: {part.name}", part.fate, part.why) for part in own.ledger.parts]
    parts += [Part(name, "unread", why) for name, why in unread]
    gaps = [f"{file.document.name}: {part}" for file in files for part in file.document.ledger.unread]
    gaps += [name for name, _ in unread]
    return Ledger(
        complete=not unread and all(file.document.ledger.complete for file in files),
        parts=tuple(parts),
        unread=tuple(gaps),
        ocr_pages=tuple(page for file in files for page in file.document.ledger.ocr_pages),
        pending_changes=sum(file.document.ledger.pending_changes for file in files),
        comments=sum(file.document.ledger.comments for file in files),
        missing_appendices=missing,
    )


def home(starts: Sequence[int], span: Span) -> tuple[int, Span]:
    """Which file a span of the joined text lies in, and the span in that file's own text."""
    place = max(0, bisect_right(starts, span.start) - 1)
    return place, Span(span.start - starts[place], span.end - starts[place])


def _moved(span: Span, base: int) -> Span:
    return Span(span.start + base, span.end + base)


def _block(block: Block, base: int, tables: int) -> Block:
    cells = tuple(_moved(cell, base) for cell in block.cells)
    table = None if block.table is None else block.table + tables
    return replace(block, span=_moved(block.span, base), cells=cells, table=table)


def _section(section: Section, base: int, first: int, root: int | None, depth: int) -> Section:
    parent = root if section.parent is None else section.parent + first
    whole, heading = _moved(section.span, base), _moved(section.heading, base)
    return Section(section.number, section.title, section.level + depth, whole, heading, parent)


def _statement(statement: Statement, base: int, blocks: int, sections: int, root: int | None) -> Statement:
    return Statement(
        _moved(statement.span, base),
        statement.block + blocks,
        root if statement.section is None else statement.section + sections,
        None if statement.lead_in is None else _moved(statement.lead_in, base),
        tuple(_moved(head, base) for head in statement.heads),
    )

"""Markdown: the marks are left out of the text, what they say of headings, lists and tables is kept.

Struck words (~~so~~) and comments are no part of the text; the ledger notes them. Lines that Markdown would run
together but that are numbered, or short lines of their own, stay apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.characters import clean
from ingest.document import BlockKind, Part
from ingest.draft import Draft, Drafts
from ingest.errors import UnknownFormat
from ingest.numbers import LISTED, Family, has_box, label
from ingest.plain.decoding import decoded, without_wide_gaps
from ingest.plain.drawn import piped
from ingest.plain.html_tables import piped_html
from ingest.plain.hyphens import joined
from ingest.plain.inline import has_struck, is_bold, lead, plain
from ingest.plain.paragraphs import LONGEST
from ingest.plain.signs import front_matter, row_cells, without_comments

KIND = "markdown"

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#{1,6})?(?:[ \t]*\{[#.][^{}]{0,80}\})?[ \t]*")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]+){2,}_[ \t]*|_{3})")
_ITEM = re.compile(r"([ \t]*)([-*+•]|\d{1,9}[.)])([ \t]+|$)(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_DEFINITION = re.compile(r" {0,3}\[(\^?)[^\]\n]{1,100}\]:[ \t]+(.*)")
_KEYED = re.compile(r"\**[A-ZÅÄÖ][^:\n]{1,40}:\**(?:\s|$)")
_BOX = re.compile(r"\[([ xX])\][ \t]+")


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of a Markdown file in any usual encoding."""
    text = decoded(data)
    if text is None:
        raise UnknownFormat("filen är ingen text", "läs in en PDF, DOCX, TXT eller Markdown-fil")
    text = without_wide_gaps(clean(text))
    body, comments = without_comments(text)
    reader = _Reader(piped(piped_html(body).split("\n")))
    return Drafts(reader.read(), parts=_parts(comments, reader.struck))


def _parts(comments: int, struck: bool) -> list[Part]:
    parts = []
    if struck:
        parts.append(Part("överstruken text", "left-out", "överstruken text hör inte till dokumentets lydelse"))
    if comments:
        parts.append(Part("HTML-kommentarer", "left-out", "kommentarer syns inte i dokumentet"))
    return parts


@dataclass(slots=True)
class _Open:
    """The block that is being read. `last` is its last line as it stands in the file."""

    text: str
    last: str
    kind: BlockKind | None = None
    number: str = ""
    level: int | None = None
    bold: bool = False
    lead: int = 0


@dataclass(slots=True)
class _Reader:
    lines: list[str]
    drafts: list[Draft] = field(default_factory=list)
    struck: bool = False
    block: _Open | None = None
    blank: bool = False
    fence: str = ""
    indents: list[int] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    table: int | None = None
    tables: int = 0

    def read(self) -> list[Draft]:
        """The drafts of all lines."""
        front, self.lines = front_matter(self.lines)
        self.drafts.extend(Draft(" ".join(line.split())) for line in front if line.strip())
        for index, line in enumerate(self.lines):
            quoted = None if self.fence else _QUOTE.match(line)
            self._line(
                line[quoted.end() :] if quoted else line, self.lines[index + 1] if index + 1 < len(self.lines) else ""
            )
        self._close()
        return self.drafts

    def _line(self, line: str, following: str) -> None:
        self.struck = self.struck or has_struck(line)
        if (fence := _FENCE.match(line)) and (not self.fence or fence[1].startswith(self.fence)):
            self._close()
            self.fence = "" if self.fence else fence[1][:3]
            return
        if self.fence:
            self._close()
            self.block = _Open(" ".join(line.split()), line)
        elif not line.strip():
            self.blank, self.table = True, None
        elif self._is_setext(line):
            self._retitle(line)
        elif _RULE.fullmatch(line):
            self._close()
        elif heading := _ATX.fullmatch(line):
            self._close()
            self.indents.clear()
            self._add(Draft(self._words(heading[2]), BlockKind.HEADING, level=len(heading[1])))
        elif self._is_row(line, following):
            self._row(line, following)
        elif item := _ITEM.fullmatch(line):
            self._item(item)
        elif definition := _DEFINITION.fullmatch(line):
            self._close()
            if definition[1]:
                self.block = _Open(self._words(definition[2]), line, BlockKind.FOOTNOTE)
        else:
            self._text(line)

    def _words(self, text: str) -> str:
        return " ".join(plain(text).split())

    def _add(self, draft: Draft) -> None:
        if draft.text:
            self.drafts.append(draft)
        self.blank = False

    def _close(self) -> None:
        if self.block:
            block = self.block
            found = label(block.text) if not block.number else None
            number = block.number or (found.printed if found else "")
            lead = block.lead if block.lead < len(block.text) else 0
            self._add(Draft(block.text, block.kind, None, number, block.level, bold=block.bold, lead=lead))
        self.block, self.blank = None, False

    def _is_setext(self, line: str) -> bool:
        return (
            self.block is not None
            and not self.blank
            and self.block.kind is None
            and bool(_SETEXT.fullmatch(line))
            and len(self.block.text) < 160
        )

    def _retitle(self, line: str) -> None:
        block = self.block
        self.block = None
        if block:
            self._add(Draft(block.text, BlockKind.HEADING, level=1 if "=" in line else 2))

    def _is_row(self, line: str, following: str) -> bool:
        if "|" not in line:
            self.table = None
            return False
        return (
            self.table is not None
            or bool("|" in following and _DELIMITER.fullmatch(following))
            or line.strip().startswith("|")
        )

    def _row(self, line: str, following: str) -> None:
        self._close()
        if self.table is None:
            self.tables += 1
            self.table = self.tables
        if _DELIMITER.fullmatch(line) and "-" in line:
            return
        raw = row_cells(line)
        cells = tuple(self._words(cell) for cell in raw)
        head = "|" in following and _DELIMITER.fullmatch(following) is not None
        if any(cells):
            bold = all(is_bold(cell) for cell in raw if cell.strip())
            kind = BlockKind.TABLE_HEAD if head else BlockKind.TABLE_ROW
            self.drafts.append(Draft("\t".join(cells), kind, cells=cells, table=self.table, bold=bold))

    def _item(self, item: re.Match[str]) -> None:
        indent = len(item[1].expandtabs(4))
        marker, words = item[2], item[4]
        if (
            (
                self.block
                and not self.blank
                and self.block.kind is None
                and marker[0].isdigit()
                and not marker.startswith("1")
                and not self.indents
            )
            and self.block.level is None
            and not self.block.number
        ):
            self._text(item[0])
            return
        self._close()
        while self.indents and self.indents[-1] > indent + 1:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent - 1:
            self.indents.append(indent)
        level = len(self.indents) - 1
        if box := _BOX.match(words):
            words = f"{'☐' if box[1] == ' ' else '☑'} {words[box.end() :]}"
        if heading := _ATX.fullmatch(words):
            number = f"{self._counted(level, marker)} " if marker[0].isdigit() else ""
            self._add(Draft(number + self._words(heading[2]), BlockKind.HEADING, level=len(heading[1])))
            return
        text = self._words(words)
        if words.strip() and not text:
            return
        own = label(text)
        bold, set_off = is_bold(words), lead(words)
        if marker[0].isdigit():
            number = self._counted(level, marker)
            kind = BlockKind.LIST_ITEM if level else None
            self.block = _Open(f"{number} {text}".rstrip(), item[0], kind, number, level, bold)
        elif own and not own.open and (own.family is not Family.BULLET or has_box(text)):
            kind = BlockKind.LIST_ITEM if own.family in LISTED else None
            self.block = _Open(text, item[0], kind, own.printed, level if kind else None, bold)
        else:
            self.block = _Open(f"• {text}".rstrip(), item[0], BlockKind.LIST_ITEM, "•", level, False)
        self.block.lead = len(self.block.text) - len(text) + set_off if set_off else 0

    def _counted(self, level: int, marker: str) -> str:
        """The number that the page shows: a list whose lines all say "1." is counted on."""
        figure = int(marker[:-1])
        before = self.counts.get(level)
        shown = before + 1 if before is not None and figure == 1 and self._in_list(level) else figure
        self.counts[level] = shown
        return f"{shown}{marker[-1]}"

    def _in_list(self, level: int) -> bool:
        """Whether the block before this item is an item of the same list."""
        before = self.drafts[-1] if self.drafts else None
        return (
            before is not None
            and before.level is not None
            and before.level >= level
            and before.kind in (None, BlockKind.LIST_ITEM)
        )

    def _text(self, line: str) -> None:
        words = self._words(line)
        if not words:
            return
        if words.startswith("-- "):  # as pandoc writes an en dash
            words = f"–{words[2:]}"
        block = self.block
        if block and self._continues(block, line, words):
            block.text = joined(block.text, words)
            block.last = line
            block.bold = block.bold and is_bold(line)
            self.blank = False
            return
        inner = bool(self.indents) and self.blank and line[:1] in " \t" and self.drafts_in_list()
        self._close()
        if not inner:
            self.indents.clear()
        found = label(words)
        rest = line.strip()
        bold = is_bold(rest) or (bool(found) and is_bold(rest[rest.find(" ") + 1 :]))
        kind = BlockKind.LIST_ITEM if found and found.family in LISTED and not found.open else None
        self.block = _Open(words, line, kind, found.printed if found and kind else "", None, bold, lead(rest))

    def drafts_in_list(self) -> bool:
        """Whether an item stands directly before."""
        return self.block is not None and self.block.level is not None

    def _continues(self, block: _Open, line: str, words: str) -> bool:
        if len(block.text) > LONGEST or self.blank or self.fence or block.last.endswith(("  ", "\\")):
            return False
        found = label(words)
        if found and found.open and found.family is not Family.ROMAN:
            found = None
        if found and (found.family in LISTED or len(found.path) > 1 or block.text.endswith((".", ":", ";"))):
            return False
        if block.level is not None and line[:1] in " \t":
            return True
        if words[0].islower() or block.text.endswith((",", "-")):
            return True
        if _KEYED.match(line.strip()) or is_bold(block.last) or is_bold(line):
            return False
        return len(block.last) >= 50

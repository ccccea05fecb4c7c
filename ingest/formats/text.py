r"""Plain text, written by hand or extracted from a PDF.

Form feeds are page breaks; page numbers and lines that come again at the pages' edges are furniture. Hard-wrapped
lines are joined and their hyphens mended. Lines with tabs, pipes or aligned gaps are tables; side-by-side columns
of prose are read one after the other. A line under-scored by = or - is a heading. What else is a heading is decided
in `outline`.
"""

from __future__ import annotations

import re

from ingest.characters import clean
from ingest.document import Page
from ingest.draft import Drafts
from ingest.errors import UnknownFormat
from ingest.plain.columns import laid_out
from ingest.plain.decoding import decoded, without_wide_gaps
from ingest.plain.drawn import piped
from ingest.plain.furniture import furniture
from ingest.plain.halves import unfolded
from ingest.plain.hyphens import hyphenated
from ingest.plain.paragraphs import Gatherer, Line, wrap_of

KIND = "text"
_QUOTED = re.compile(r" {0,3}(?:> ?){1,9}")


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of a text file in any usual encoding. Pages, of unknown size, only where form feeds part them."""
    text = decoded(data)
    if text is None:
        raise UnknownFormat("filen är ingen text", "läs in en PDF, DOCX, TXT eller Markdown-fil")
    pages = [_unquoted(without_wide_gaps(clean(page)).split("\n")) for page in text.rstrip("\f \r\n\t").split("\f")]
    pages = [piped(unfolded(page, marks)) for page, marks in zip(pages, furniture(pages), strict=True)]
    paged = len(pages) > 1
    marks = furniture(pages)
    lines: list[Line] = []
    for number, (page, kinds) in enumerate(zip(pages, marks, strict=True), 1):
        if number > 1:
            lines.append(Line("", breaks=True))
        lines.extend(laid_out(page, kinds, number if paged else None, tables=len(lines)))
    blocks = Gatherer(wrap_of([line.text for line in lines]), hyphenated(text)).take(lines)
    sizes = [
        Page(number, 0, 0, "text" if any(map(str.strip, page)) else "empty") for number, page in enumerate(pages, 1)
    ]
    return Drafts(blocks, pages=sizes if paged else [])


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without the marks (">") that a mail program puts before what it quotes, where three of them have it."""
    quoted = [_QUOTED.match(line) if ">" in line[:4] else None for line in lines]
    if sum(found is not None for found in quoted) < 3:
        return lines
    return [line[found.end() :] if found else line for line, found in zip(lines, quoted, strict=True)]

"""The straight line from a PDF's bytes to drafts."""

from __future__ import annotations

import pypdfium2.raw as pdfium

from ingest.document import Page
from ingest.draft import Drafts
from ingest.errors import BrokenFile
from ingest.pdf.characters import opened, opened_page
from ingest.pdf.compose import Composer
from ingest.pdf.hyphens import Vocabulary
from ingest.pdf.lines import Line, LineReader
from ingest.pdf.paragraphs import Spacing, goes_on, spacing
from ingest.pdf.places import Places


def read(data: bytes, password: str | None = None) -> Drafts:
    """A PDF's drafts in reading order. Raises EncryptedFile or BrokenFile."""
    reader = LineReader()
    pages: list[Page] = []
    lines: list[list[Line]] = []
    texts: list[str] = []
    with opened(data, password) as document:
        for number in range(1, pdfium.FPDF_GetPageCount(document) + 1):
            with opened_page(document, number) as page:
                if page is None:
                    continue
                pages.append(Page(number, page.frame.width, page.frame.height, "text"))
                lines.append(reader.lines(page))
                texts.append(page.text)
    if not pages:
        raise BrokenFile("PDF-filen har inga sidor som går att läsa", "be om en ny kopia")
    for found in lines:
        right = max((line.x1 for line in found), default=0.0)
        left = min((line.x0 for line in found), default=0.0)
        for line in found:
            line.left, line.right = left, right
    composer = Composer(Vocabulary(texts))
    blocks = [
        composer.draft(block) for block in paragraphs([line for found in lines for line in found], spacing(lines))
    ]
    return Drafts(blocks=blocks, pages=pages, locate=Places(data, password))


def paragraphs(lines: list[Line], spaces: Spacing) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and goes_on(blocks[-1], line, spaces):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks

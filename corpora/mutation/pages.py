"""Lines on the pages of a PDF: broken to a width, parted or scanned where the test wants. Needs reportlab, from dev."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from corpora.mutation.source import NotMade

_WIDE = 84  # signs a line, in the font below
ON_A_PAGE = 46  # lines
_DPI = 200
_STEP, _SIZE, _LEFT, _TOP = 15.0, 11.0, 70.0, 770.0
_RULED = 455.0  # width of a table
_BOXES = str.maketrans({"☒": "[x]", "☑": "[x]", "☐": "[ ]", "□": "[ ]", "−": "–", "≤": "<=", "≥": ">="})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or of a table's row: `cells` are then its parts, and `first` whether a row begins here."""

    text: str
    bold: bool = False
    cells: tuple[str, ...] = ()
    first: bool = False


def laid_out(content: str | list[list[str]], *, heading: bool = False) -> list[Line]:
    """A paragraph, a heading or the rows of a table as lines, with an empty one after."""
    if isinstance(content, str):
        return [*(Line(part, heading) for part in textwrap.wrap(" ".join(content.split()), _WIDE)), Line("")]
    columns = max(map(len, content))
    lines = []
    for row in content:
        cells = [textwrap.wrap(" ".join(cell.split()), _WIDE // columns - 2) or [""] for cell in row]
        for at in range(max(map(len, cells))):
            parts = tuple(cell[at] if at < len(cell) else "" for cell in cells)
            lines.append(Line(" ".join(parts), cells=(*parts, *[""] * (columns - len(parts))), first=not at))
    return [*lines, Line("")]


def written(lines: list[Line], broken: int) -> bytes:
    """A PDF of the lines; a page ends, full, before the line `broken`. The first page is as short as that needs.

    Raises NotMade where reportlab is not installed.
    """
    try:
        from reportlab.lib.pagesizes import A4
        from reportlab.pdfgen.canvas import Canvas
    except ImportError:
        raise NotMade("reportlab är inte installerat; kör make install") from None
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    starts = [0, *range(broken % ON_A_PAGE or ON_A_PAGE, len(lines), ON_A_PAGE)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True), 1):
        for at, line in enumerate(lines[start:end]):
            canvas.setFont("Times-Bold" if line.bold else "Times-Roman", _SIZE + 2 * line.bold)
            _draw(canvas, line, _TOP - at * _STEP, last=start + at + 1 == end or not lines[start + at + 1].cells)
        canvas.setFont("Times-Roman", 9)
        canvas.drawCentredString(A4[0] / 2, 40, f"Sida {number} ({len(starts)})")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned(content: bytes, pages: set[int]) -> bytes:
    """The PDF with those of its pages, counted from 0, as images alone, and the others as they are."""
    import pypdfium2 as pdfium

    source, out = pdfium.PdfDocument(content), pdfium.PdfDocument.new()
    for number in range(len(source)):
        if number not in pages:
            out.import_pages(source, [number])
            continue
        image = BytesIO()
        source[number].render(scale=_DPI / 72, grayscale=True).to_pil().save(image, "PDF", resolution=_DPI)
        out.import_pages(pdfium.PdfDocument(image.getvalue()))
    whole = BytesIO()
    out.save(whole)
    return whole.getvalue()


def _draw(canvas: Any, line: Line, y: float, *, last: bool) -> None:
    if not line.cells:
        canvas.drawString(_LEFT, y, _plain(line.text))
        return
    width = _RULED / len(line.cells)
    for column, cell in enumerate(line.cells):
        canvas.drawString(_LEFT + column * width + 3, y, _plain(cell))
    for column in range(len(line.cells) + 1):
        canvas.line(_LEFT + column * width, y - 4, _LEFT + column * width, y - 4 + _STEP)
    if line.first:
        canvas.line(_LEFT, y - 4 + _STEP, _LEFT + _RULED, y - 4 + _STEP)
    if last:
        canvas.line(_LEFT, y - 4, _LEFT + _RULED, y - 4)


def _plain(text: str) -> str:
    """The text in the signs that the font has."""
    return re.sub(r"[^\x00-\xff–—‘’“”•…]", "?", text.translate(_BOXES))

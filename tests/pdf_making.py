"""Small PDFs for the tests of the PDF reader: drawn with reportlab, or written by hand where a file must be odd."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from ingest.draft import Draft, Drafts
from ingest.formats.pdf import drafts

Drawing = Callable[[Canvas], None]
WIDTH, HEIGHT = A4
LEFT, RIGHT = 72.0, WIDTH - 72.0


def pdf(*pages: Drawing, **options: object) -> bytes:
    """A PDF with a page for each drawing."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **options)
    for draw in pages:
        canvas.setFont("Times-Roman", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(*pages: Drawing) -> Drafts:
    return drafts(pdf(*pages))


def lines(
    canvas: Canvas,
    top: float,
    texts: Sequence[str],
    x: float = LEFT,
    step: float = 14,
    font: str = "",
    size: float = 11,
) -> float:
    """Writes lines one under another from `top` (points from the page's top); returns where the next would stand."""
    canvas.setFont(font or "Times-Roman", size)
    for text in texts:
        canvas.drawString(x, HEIGHT - top, text)
        top += step
    return top


def wrapped(
    canvas: Canvas,
    top: float,
    text: str,
    x: float = LEFT,
    width: float = RIGHT - LEFT,
    step: float = 14,
    size: float = 11,
) -> float:
    """Writes a text as a program would break it."""
    return lines(canvas, top, simpleSplit(text, "Times-Roman", size, width), x, step, size=size)


def texts(found: Drafts, kind: object = ...) -> list[str]:
    """The texts of the drafts, of one kind where it is given."""
    return [draft.text for draft in found.blocks if kind is ... or draft.kind is kind]


def body(found: Drafts) -> list[str]:
    """The texts of the drafts whose kind the page does not tell."""
    return texts(found, None)


def draft_with(found: Drafts, words: str) -> Draft:
    """The only draft that holds the words."""
    (draft,) = [draft for draft in found.blocks if words in draft.text]
    return draft


def handmade(content: bytes, to_unicode: dict[int, str] | None = None, page: str = "") -> bytes:
    """A one-page PDF with this content in font /F1 (Helvetica), whose codes mean what `to_unicode` says."""
    entries = "".join(f"<{code:02x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in (to_unicode or {}).items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(to_unicode or {})} beginbfchar\n{entries}endbfchar endcmap end end"
    ).encode()
    unicode_entry = "/ToUnicode 6 0 R" if to_unicode else ""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> >> {page} >>".encode(),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding {unicode_entry} >>".encode(),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(cmap), cmap),
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, text)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)

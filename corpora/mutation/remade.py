"""A Document made into a file again, as Word or PDF, with one clause moved: what no text file can show.

Plain files with headings, numbered paragraphs and ruled tables. The PDF needs reportlab, which only those who work on
klausul have installed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape

from corpora.mutation.pages import ON_A_PAGE, Line, laid_out, scanned, written
from corpora.mutation.source import NotMade
from ingest.document import Block, BlockKind, Document

_LEFT_OUT = frozenset({BlockKind.CONTENTS, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.PAGE_NUMBER})
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:r="{_OFFICE}"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}officedocument.wordprocessingml.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}officedocument.wordprocessingml.styles+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}officedocument.wordprocessingml.footnotes+xml"/>'
    "</Types>"
)
_STYLES = f"<w:styles {_SPACES}>" + "".join(
    f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    for level in range(1, 7)
)
_STYLES += "</w:styles>"


@dataclass(frozen=True, slots=True)
class Moved:
    """A block's words moved to a `footnote` or a `box`; `left` is what stands in its place."""

    where: str
    left: str
    said: str


def _shown(document: Document) -> Iterator[tuple[int | None, list[tuple[int, Block]]]]:
    """The blocks that a body has, those of one table together."""
    kept = [(at, block) for at, block in enumerate(document.blocks) if block.kind not in _LEFT_OUT]
    for table, members in groupby(kept, key=lambda each: each[1].table):
        yield table, list(members)


def word_file(document: Document, moved: dict[int, Moved]) -> bytes:
    """The Document as a Word file; `moved` are blocks, by their index, that stand in a note or a box instead."""
    body: list[str] = []
    notes: list[str] = []
    for table, members in _shown(document):
        if table is not None:
            body.append(_table(document, [block for _, block in members]))
            continue
        for at, block in members:
            if at not in moved:
                body.append(_paragraph(document, block))
            elif moved[at].where == "box":
                body.append(_p(_run(moved[at].left) + _box(moved[at].said)))
            else:
                notes.append(moved[at].said)
                body.append(_p(_run(moved[at].left) + f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'))
    return _packed("".join(body), notes)


def _paragraph(document: Document, block: Block) -> str:
    said = " ".join(document.quote(block.span).split())
    if block.kind is BlockKind.HEADING:
        return _p(_run(said), f'<w:pStyle w:val="Rubrik{min(max(block.level, 1), 6)}"/>')
    return _p(_run(said), '<w:ind w:left="720"/>' if block.kind is BlockKind.LIST_ITEM else "")


def _table(document: Document, rows: list[Block]) -> str:
    lines = []
    for row in rows:
        look = "<w:trPr><w:tblHeader/></w:trPr>" if row.kind is BlockKind.TABLE_HEAD else ""
        cells = "".join(f"<w:tc>{_p(_run(' '.join(document.quote(cell).split())))}</w:tc>" for cell in row.cells)
        lines.append(f"<w:tr>{look}{cells}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(lines)}</w:tbl>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _p(content: str, look: str = "") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr>{content}</w:p>"


def _box(said: str) -> str:
    inner = f"<w:txbxContent>{_p(_run(said))}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r>"


def _packed(body: str, notes: list[str]) -> bytes:
    noted = "".join(f'<w:footnote w:id="{at}">{_p(_run(said))}</w:footnote>' for at, said in enumerate(notes, 1))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _related({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _related({"styles": "styles.xml", "footnotes": "footnotes.xml"}),
        "word/styles.xml": _STYLES,
        "word/footnotes.xml": f"<w:footnotes {_SPACES}>{noted}</w:footnotes>",
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _related(targets: dict[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items(), 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def pdf_file(document: Document, statement: int) -> bytes:
    """The Document as a PDF whose pages part the statement: one begins on the page before, and ends on the next.

    Raises NotMade where the statement fills one line only, or reportlab is not installed.
    """
    lines, first, last = _lines(document, statement)
    if first == last:
        raise NotMade("satsen ryms på en rad")
    return written(lines, first + 1 + (last - first - 1) // 2)


def scanned_file(document: Document, statement: int) -> bytes:
    """The Document as a PDF of which the pages with the statement are images alone. Raises NotMade."""
    lines, first, last = _lines(document, statement)
    return scanned(written(lines, 0), {first // ON_A_PAGE, last // ON_A_PAGE})


def _lines(document: Document, statement: int) -> tuple[list[Line], int, int]:
    """The Document in lines, and the first and the last on which the statement stands. Raises NotMade."""
    wanted = document.statements[statement]
    lines: list[Line] = []
    place = None
    for table, members in _shown(document):
        if table is not None:
            lines += laid_out([[document.quote(cell) for cell in block.cells] for _, block in members])
            continue
        for at, block in members:
            own = laid_out(document.quote(block.span), heading=block.kind is BlockKind.HEADING)
            if at == wanted.block:
                before = len("".join(document.text[block.span.start : wanted.span.start].split()))
                place = _within(own, before, len("".join(document.quote(wanted.span).split())), len(lines))
            lines += own
    if place is None:
        raise NotMade("satsen står i en tabell")
    return lines, *place


def _within(lines: list[Line], before: int, length: int, offset: int) -> tuple[int, int]:
    """The first and the last of the lines on which a statement stands, counted from `offset`."""
    told = 0
    ends = []
    for line in lines:
        told += len("".join(line.text.split()))
        ends.append(told)
    first = next(at for at, end in enumerate(ends) if end > before)
    last = next(at for at, end in enumerate(ends) if end >= before + length)
    return offset + first, offset + last

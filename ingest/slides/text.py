"""A text frame's paragraphs as drafts."""

from __future__ import annotations

from lxml import etree

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import has_box
from ingest.paragraph import Paragraph, numbers_clause
from ingest.slides.bullets import DEEPEST, Bullets
from ingest.slides.names import MC, A, is_on, whole

_SIZE = 18.0  # points, PowerPoint's own


def drafts(frame: etree._Element, styles: list[etree._Element], kind: BlockKind | None, page: int) -> list[Draft]:
    """The drafts of an `a:txBody` or `p:txBody`; those of kind None are list items where they have marks."""
    own = frame.find(f"{A}lstStyle")
    bullets = Bullets(styles if own is None else [own, *styles])
    found: list[Draft] = []
    for element in frame.iterchildren(f"{A}p"):
        properties = element.find(f"{A}pPr")
        depth = min(max(whole(properties.get("lvl")) or 0, 0), DEEPEST) if properties is not None else 0
        paragraph = Paragraph()
        _read(element, paragraph)
        if not paragraph.begun:
            continue  # PowerPoint draws and counts nothing before an empty paragraph
        mark = "" if kind is BlockKind.HEADING else bullets.mark(properties, depth)
        if mark and not mark[:1].isalnum() and has_box(paragraph.text):
            mark = ""
        paragraph.size = paragraph.size or _SIZE
        item = kind is None and mark and not numbers_clause(mark)
        level = 1 if kind is BlockKind.HEADING else depth if item else None
        found += paragraph.drafts(mark, kind=BlockKind.LIST_ITEM if item else kind, level=level, indent=depth * 18.0)
    for draft in found:
        draft.page = page
    return found


def _read(parent: etree._Element, paragraph: Paragraph) -> None:
    for child in parent:
        if child.tag in (f"{A}r", f"{A}fld"):
            look = child.find(f"{A}rPr")
            text = child.findtext(f"{A}t") or ""
            if look is None:
                paragraph.say(text)
                continue
            size = whole(look.get("sz"))
            italic = is_on(look.get("i")) or look.get("u", "none") != "none"
            paragraph.say(text, bold=is_on(look.get("b")), italic=italic, size=size / 100 if size else None)
        elif child.tag == f"{A}br":
            paragraph.say("\n")
        elif child.tag == f"{MC}AlternateContent":
            for choice in child.iterchildren(f"{MC}Fallback"):
                _read(choice, paragraph)
        elif child.tag not in (f"{A}pPr", f"{A}endParaRPr") and isinstance(child.tag, str):
            words = "".join(str(piece) for piece in child.itertext()).strip()  # a formula's signs
            paragraph.say(words)

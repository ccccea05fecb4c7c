"""An OpenDocument presentation: its slides in order, each with its notes. A slide is a page, its title a heading."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ingest.document import BlockKind, Page, Part
from ingest.draft import Draft, Drafts
from ingest.odf import graphics
from ingest.odf.changes import View
from ingest.odf.graphics import Account
from ingest.odf.names import DRAW, OFFICE, PRESENTATION, SVG
from ingest.odf.numbering import list_styles
from ingest.odf.package import OpenDocument
from ingest.odf.styles import points, scopes
from ingest.odf.walker import Scope, Walker

_NOTES = f"{PRESENTATION}notes"
_BESIDE = {
    "footer": BlockKind.FOOTER,
    "date-time": BlockKind.FOOTER,
    "header": BlockKind.HEADER,
    "page-number": BlockKind.PAGE_NUMBER,
}
_BAND = 20.0  # points: frames whose upper edges differ by less stand beside one another


def read(file: OpenDocument) -> Drafts:
    """The drafts of a presentation. Raises BrokenFile where it has no slides."""
    styles, _ = scopes(file.content, file.styles)
    lists, _ = list_styles(file.content, file.styles)
    account = Account()
    body = file.body("presentation")
    walker = Walker(Scope(file, styles, lists, View.ACCEPTED, account), body)
    blocks: list[Draft] = []
    pages: list[Page] = []
    hidden: list[Part] = []
    for number, page in enumerate(body.iterchildren(f"{DRAW}page"), 1):
        if styles.of("drawing-page", page.get(f"{DRAW}style-name")).hidden:
            hidden.append(Part(f"dold bild {number}", "left-out", "bilden visas inte i presentationen"))
            continue
        pictures = account.pictures
        found = _slide(walker, page)
        blocks += [replace(draft, page=number) for draft in found]
        source = "text" if found else "unread" if account.pictures > pictures else "empty"
        pages.append(Page(number, 0, 0, source))
    standing = [
        Draft(words, BlockKind.FOOTER)
        for element in body.iterchildren(f"{PRESENTATION}footer-decl")
        if (words := "".join(str(piece) for piece in element.itertext()).strip())
    ]
    return Drafts(blocks + standing, pages, [*hidden, *account.parts(blocks)], comments=account.annotations)


def _slide(walker: Walker, page: etree._Element) -> list[Draft]:
    found: list[Draft] = []
    for shape in _ordered(page):
        found += _shape(walker, shape)
    for notes in page.iterchildren(_NOTES):
        for frame in notes.iterchildren(f"{DRAW}frame"):
            if frame.get(f"{PRESENTATION}class") == "notes":
                found += [replace(draft, kind=BlockKind.FOOTNOTE, level=None) for draft in _texts(walker, frame)]
    walker.account.annotations += sum(1 for _ in page.iterchildren(f"{OFFICE}annotation"))
    return found


def _ordered(page: etree._Element) -> list[etree._Element]:
    """The shapes of a slide: titles first, the others from the top and the left."""
    shapes = [child for child in page if isinstance(child.tag, str) and child.tag.startswith(DRAW)]
    titles = [shape for shape in shapes if _is_title(shape)]
    others = [shape for shape in shapes if not _is_title(shape)]
    tops = sorted({_corner(shape)[0] for shape in others})
    bands: dict[float, float] = {}
    begin = 0.0
    for at, top in enumerate(tops):
        begin = top if at == 0 or top - begin > _BAND else begin
        bands[top] = begin
    return titles + sorted(others, key=lambda shape: (bands[_corner(shape)[0]], _corner(shape)[1]))


def _corner(shape: etree._Element) -> tuple[float, float]:
    """A shape's upper left corner (y, x) in points; that of its first shape for a group."""
    if shape.tag == f"{DRAW}g":
        corners = [_corner(child) for child in shape if isinstance(child.tag, str) and child.tag.startswith(DRAW)]
        return min(corners, default=(0.0, 0.0))
    return points(shape.get(f"{SVG}y")) or 0.0, points(shape.get(f"{SVG}x")) or 0.0


def _is_title(shape: etree._Element) -> bool:
    return shape.get(f"{PRESENTATION}class") == "title"


def _shape(walker: Walker, shape: etree._Element) -> list[Draft]:
    if shape.get(f"{PRESENTATION}placeholder") == "true":
        return []  # "Click to add text" is not shown
    if shape.tag == f"{DRAW}g":
        return [draft for child in _ordered(shape) for draft in _shape(walker, child)]
    found = _texts(walker, shape)
    if _is_title(shape):
        return [replace(draft, kind=BlockKind.HEADING, level=1) for draft in found]
    beside = _BESIDE.get(shape.get(f"{PRESENTATION}class", ""))
    return found if beside is None else [replace(draft, kind=beside, level=None) for draft in found]


def _texts(walker: Walker, shape: etree._Element) -> list[Draft]:
    boxes = graphics.boxes(walker.scope.file, shape, walker.account)
    return [draft for box in boxes for draft in walker.inside(box)]

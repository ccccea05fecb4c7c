"""The walk through one story of an OpenDocument text: its blocks in reading order, each as a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from ingest.characters import tidy
from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import has_box
from ingest.odf import graphics, inline, tables
from ingest.odf.changes import MARKS, Changes, View
from ingest.odf.graphics import Account
from ingest.odf.names import LIST, LIST_HEADER, LIST_ITEM, NOTE, SECTION, STYLE_NAME, TABLE, TEXT, H, P, whole
from ingest.odf.numbering import Counters, ListStyles, Number, Run
from ingest.odf.package import OpenDocument
from ingest.odf.styles import Style, Styles, is_drawing
from ingest.paragraph import Paragraph, numbers_clause

_INDEXES = frozenset(
    f"{TEXT}{name}" for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")
)
_SILENT = frozenset(
    f"{TEXT}{name}"
    for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "index-source")
)


@dataclass(slots=True)
class _Place:
    """Where in a list the walk is: what it counts in, its style, its depth from 1, and the start an item sets."""

    run: Run
    style: str
    depth: int
    start: int | None = None
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """What the stories of one part share: the file, its styles and list styles, the view and the account."""

    file: OpenDocument
    styles: Styles
    lists: ListStyles
    view: View
    account: Account


class Walker:
    """Walks one story (`root`); `forced` is the kind of all its blocks, where the story decides."""

    def __init__(self, scope: Scope, root: etree._Element, forced: BlockKind | None = None) -> None:
        self.scope = scope
        self.styles = scope.styles
        self.account = scope.account
        self.changes = Changes(root, scope.view)
        self.paragraph = Paragraph()
        self.notes: list[etree._Element] = []
        self.drawings: list[etree._Element] = []
        self.tables = 0
        self.in_cell = 0
        self._forced = forced
        self._drafts: list[Draft] = []
        self._counters = Counters(scope.lists)
        self._contents = False
        self._element: etree._Element | None = None
        self._number: Number | None = None
        self._place: _Place | None = None

    def inside(self, parent: etree._Element, forced: BlockKind | None = None) -> list[Draft]:
        """The drafts of what lies in an element (a body, a cell, a box), kept apart from those around it."""
        outer, self._drafts = self._drafts, []
        kind, self._forced = self._forced, self._forced or forced
        place, self._place = self._place, None
        self._blocks(parent)
        self._flush()
        drafts, self._drafts = self._drafts, outer
        self._forced, self._place = kind, place
        return drafts

    def _blocks(self, parent: etree._Element) -> None:
        for child in parent:
            self._block(child)

    def _block(self, child: etree._Element) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return
        if tag in (P, H):
            self._read(child)
        elif tag == LIST:
            self._list(child)
        elif tag == f"{TABLE}table":
            self._flush()
            self._drafts += tables.read(self, child)
        elif tag in MARKS:
            for block in self.changes.mark(child):
                self._block(block)
        elif is_drawing(tag):
            self._drawing(child)
        elif tag == SECTION:
            self._section(child)
        elif tag in _INDEXES:
            outer, self._contents = self._contents, True
            self._blocks(child)
            self._contents = outer
        elif tag == f"{TEXT}numbered-paragraph":
            self._numbered(child)
        else:
            self._blocks(child)

    def _section(self, section: etree._Element) -> None:
        hidden = section.get(f"{TEXT}display") == "none" or section.get(f"{TEXT}is-hidden") == "true"
        if hidden or self.styles.of("section", section.get(STYLE_NAME)).hidden:
            self.account.left_out["dolt avsnitt"] = "avsnittet är dolt och visas inte i dokumentet"
        else:
            self._blocks(section)

    def _list(self, element: etree._Element) -> None:
        outer = self._place
        if outer is None:
            run = self._counters.open(element, "")
            place = _Place(run, run.style, 1)
        else:
            place = _Place(outer.run, element.get(STYLE_NAME) or outer.style, outer.depth + 1)
        for item in element.iterchildren(LIST_ITEM, LIST_HEADER):
            start = whole(item.get(f"{TEXT}start-value"))
            self._place = replace(place, start=start, numbered=item.tag == LIST_ITEM)
            self._blocks(item)
        self._place = outer

    def _numbered(self, element: etree._Element) -> None:
        outer = self._place
        run = self._counters.open(element, "")
        depth = whole(element.get(f"{TEXT}level"), 1, 10) or 1
        self._place = _Place(run, run.style, depth, whole(element.get(f"{TEXT}start-value")))
        self._blocks(element)
        self._place = outer

    def _read(self, element: etree._Element) -> None:
        """Reads a paragraph; where its end was inserted and this view lacks it, the next one goes on with it."""
        style = self.styles.of("paragraph", element.get(STYLE_NAME))
        if self._element is None:
            self._element = element
            self._number = self._numbering(element, style)
        hidden = any(mark.get(f"{TEXT}is-hidden") == "true" for mark in element.iter(f"{TEXT}hidden-paragraph"))
        inline.read(self, element, replace(style, hidden=True) if hidden else style)
        if not self.changes.silent:
            self._flush()

    def changed(self, mark: etree._Element, look: Style) -> None:
        """Takes the mark of a change within a paragraph, and puts back what was deleted there."""
        blocks = self.changes.mark(mark)
        for index, block in enumerate(blocks):
            if index:
                self._flush()
            if block.tag not in (P, H):
                self._block(block)
            elif index in (0, len(blocks) - 1):  # it runs on from the text before, or into the text after
                self._element = self._element if self._element is not None else block
                inline.read(self, block, look)
            else:
                self._read(block)

    def _numbering(self, element: etree._Element, style: Style) -> Number | None:
        place, denied = self._place, element.get(f"{TEXT}is-list-header") == "true"
        if self.changes.silent or denied:
            return None
        if place is not None:
            if not place.numbered:
                return None
            place.numbered = False  # the further paragraphs of an item have no number
            return self._counters.next(place.run, place.style or style.listing or "", place.depth, place.start)
        depth = whole(element.get(f"{TEXT}outline-level"), 1, 10)
        if element.tag != H or depth is None or style.listing == "" or style.heading != depth:
            return None
        start = whole(element.get(f"{TEXT}start-value"))
        if start is None and element.get(f"{TEXT}restart-numbering") == "true":
            start = 1
        outline = self._counters.outline
        return self._counters.next(outline, outline.style, depth, start)

    def _flush(self) -> None:
        """Makes drafts of the paragraph that is open, and of what hangs on it."""
        element, paragraph, number = self._element, self.paragraph, self._number
        if element is None and not paragraph.begun:
            return
        self._element, self.paragraph, self._number = None, Paragraph(), None
        notes, drawings = self.notes, self.drawings
        self.notes, self.drawings = [], []
        style = self.styles.of("paragraph", None if element is None else element.get(STYLE_NAME))
        paragraph.size = paragraph.size or style.size
        self._keep(element, paragraph, number, style)
        for note in notes:
            self._drafts += self._note(note)
        for drawing in drawings:
            self._drawing(drawing)

    def _keep(self, element: etree._Element | None, paragraph: Paragraph, number: Number | None, style: Style) -> None:
        text = paragraph.text
        if number and number.bullet and has_box(text):
            number = None  # the box is the item's mark
        kind, level = self._kind(element, style, number)
        if not text and number and self.in_cell and not number.bullet:
            self._drafts.append(Draft(number.text, number=number.text))  # a cell that only counts its rows
            return
        drawn, glue = (number.text, number.glue) if number else ("", "")
        self._drafts += paragraph.drafts(drawn, glue, kind=kind, level=level, indent=style.indent)

    def _kind(
        self, element: etree._Element | None, style: Style, number: Number | None
    ) -> tuple[BlockKind | None, int | None]:
        """A draft's kind and level, where the file knows them."""
        depth = None if element is None else whole(element.get(f"{TEXT}outline-level"), 1, 10)
        heading = depth or style.heading if element is not None and element.tag == H else style.heading
        if self._forced and self._forced is not BlockKind.TEXT_BOX:
            return self._forced, None
        if self._contents or style.contents:
            return BlockKind.CONTENTS, None
        if heading:
            return BlockKind.HEADING, heading
        if number and not numbers_clause(number.text):
            return BlockKind.LIST_ITEM, self._place.depth - 1 if self._place else 0
        return self._forced, None

    def _note(self, note: etree._Element) -> list[Draft]:
        body = note.find(f"{TEXT}note-body")
        if body is None or self._forced is BlockKind.FOOTNOTE:
            return []
        mark = _mark(note)
        drafts = Walker(self.scope, body, BlockKind.FOOTNOTE).inside(body)
        if not drafts or not mark:
            return drafts
        return [replace(drafts[0], text=f"{mark} {drafts[0].text}", number=mark), *drafts[1:]]

    def _drawing(self, element: etree._Element) -> None:
        for box in graphics.boxes(self.scope.file, element, self.account):
            self._drafts += self.inside(box, BlockKind.TEXT_BOX)


def _mark(note: etree._Element) -> str:
    citation = note.find(f"{NOTE}-citation")
    return "" if citation is None else tidy("".join(str(piece) for piece in citation.itertext()))

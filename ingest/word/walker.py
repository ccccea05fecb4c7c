"""The walk through one story of a Word file: its blocks in reading order, each as a draft."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import has_box
from ingest.numerals import label
from ingest.typed_lists import parted
from ingest.word import chunks, tables
from ingest.word.changes import View
from ingest.word.fields import Fields
from ingest.word.graphics import Graphics
from ingest.word.names import ALTERNATE, P_PR, R_PR, SDT, SDT_CONTENT, TBL, A, P, W, number, switch, value
from ingest.word.numbering import Counters, Number, points
from ingest.word.runs import Runs, Shown, branch
from ingest.word.source import Account, Source
from ingest.word.styles import Style

_CLAUSE_NUMBER = re.compile(
    r"(?:§ ?)?\d{1,4}(?:\.\d{1,4}){1,8}\.?$|§|\d{1,4} §|(?:kap|artikel|bilaga|punkt|avsnitt)\b", re.I
)


class Walker:
    """Walks one story (`root`) in one view; `forced` is the kind of all its blocks, where the story decides."""

    def __init__(
        self,
        source: Source,
        part: str,
        root: etree._Element,
        view: View,
        account: Account,
        forced: BlockKind | None = None,
    ) -> None:
        self.source = source
        self.part = part
        self.view = view
        self.account = account
        self.drafts: list[Draft] = []
        self.tables = 0
        self.in_cell = 0
        self._forced = forced
        self._contents = False
        self._counters = Counters(source.numbering)
        self._runs = Runs(source.styles, Fields(root, view.gone), view)
        self._waiting: list[etree._Element] = []
        self._notes = {"footnotes": 0, "endnotes": 0}
        self._noted: set[tuple[str, str]] = set()

    def story(self, root: etree._Element) -> list[Draft]:
        """All drafts of the story."""
        drafts = self.inside(root)
        self.account.placeholders += self._runs.placeholders
        return drafts

    def inside(self, parent: etree._Element, forced: BlockKind | None = None) -> list[Draft]:
        """The drafts of what lies in an element (a body, a cell, a box), kept apart from those around it."""
        outer, self.drafts = self.drafts, []
        waiting, self._waiting = self._waiting, []
        kind, self._forced = self._forced, self._forced or forced
        self._blocks(parent)
        self._flush()
        drafts, self.drafts = self.drafts, outer
        self._waiting, self._forced = waiting, kind
        return drafts

    def _blocks(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == P:
                self._waiting.append(child)
                if not self.view.without(child.find(f"{P_PR}/{R_PR}")):
                    self._flush()
            elif tag in self.view.gone:
                continue
            elif tag == TBL:
                self._flush()
                self.drafts += tables.read(self, child)
            elif tag == SDT:
                self._control(child)
            elif tag == ALTERNATE:
                self._blocks(branch(child))
            elif tag in (f"{W}altChunk", f"{W}subDoc"):
                self._flush()
                self.drafts += chunks.read(self, child)
            elif len(child):
                self._blocks(child)

    def _control(self, control: etree._Element) -> None:
        properties = control.find(f"{W}sdtPr")
        if properties is not None and properties.find(f"{W}showingPlcHdr") is not None:
            self._runs.placeholders += 1
        gallery = value(properties, f"{W}docPartObj/{W}docPartGallery") or ""
        outer, self._contents = self._contents, self._contents or gallery == "Table of Contents"
        for content in control.iterchildren(SDT_CONTENT):
            self._blocks(content)
        self._contents = outer

    def _flush(self) -> None:
        """Makes one draft of what waits: paragraphs whose mark is gone in this view, and the one they run into."""
        if self._waiting:
            paragraphs, self._waiting = self._waiting, []
            self._paragraph(paragraphs)

    def _paragraph(self, paragraphs: list[etree._Element]) -> None:
        shown = Shown()
        for paragraph in paragraphs:
            own = self.view.properties(paragraph.find(P_PR), f"{W}pPrChange")
            style = self.source.styles.of(value(own, f"{W}pStyle"))
            self._runs.read(paragraph, style, shown)
        properties = own
        text = shown.text
        hidden = switch(paragraphs[-1].find(f"{P_PR}/{R_PR}/{W}vanish")) and not text
        place = None if hidden else self._place(properties, style)
        drawn = self._counters.next(*place) if place else None
        if drawn and drawn.bullet and has_box(text):
            drawn = None  # the box is the item's mark
        if text or (drawn and self.in_cell and not drawn.bullet):
            whole = _joined(drawn, text)
            draft = Draft(
                whole,
                number=drawn.text if drawn else "",
                bold=shown.all_bold,
                size=shown.size or style.size or self.source.styles.defaults.size,
                indent=self._indent(properties, style, place),
                lead=len(whole) - len(text) + shown.lead if shown.lead else 0,
            )
            self._decide(draft, properties, style, shown, drawn, place)
            self._keep(draft)
        self._beside(shown)

    def _keep(self, draft: Draft) -> None:
        if draft.kind in (BlockKind.HEADING, BlockKind.CONTENTS):
            self.drafts.append(draft)
            return
        first, *items = parted(draft.text)
        self.drafts.append(replace(draft, text=first))
        self.drafts += [replace(draft, text=text, number="", kind=self._forced, level=None, lead=0) for text in items]

    def _decide(
        self,
        draft: Draft,
        properties: etree._Element | None,
        style: Style,
        shown: Shown,
        drawn: Number | None,
        place: tuple[str, int] | None,
    ) -> None:
        """Sets a draft's kind and level, where the file knows them."""
        outline = number(properties, f"{W}outlineLvl")
        heading = style.heading if outline is None else outline + 1 if 0 <= outline <= 8 else 0
        if self._forced and self._forced is not BlockKind.TEXT_BOX:
            draft.kind = self._forced
        elif self._contents or style.contents or shown.contents:
            draft.kind = BlockKind.CONTENTS
        elif heading:
            draft.kind, draft.level = BlockKind.HEADING, heading
        elif drawn and place and not _CLAUSE_NUMBER.match(drawn.text):
            draft.kind, draft.level = BlockKind.LIST_ITEM, place[1]
        if draft.kind is None and self._forced:
            draft.kind = self._forced

    def _place(self, properties: etree._Element | None, style: Style) -> tuple[str, int] | None:
        """The list and the depth that a paragraph is numbered by; what it says itself goes before its style."""
        own = None if properties is None else properties.find(f"{W}numPr")
        if own is not None and self.view.without(own):
            own = None
        list_id = value(own, f"{W}numId") or style.list_id
        if not list_id or list_id == "0":
            return None
        depth = number(own, f"{W}ilvl")
        if depth is None and style.list_id == list_id and style.linked:
            depth = self.source.numbering.depth_of_style(list_id, style.linked)
        return list_id, (style.depth or 0) if depth is None else depth

    def _indent(self, properties: etree._Element | None, style: Style, place: tuple[str, int] | None) -> float | None:
        own = points(properties.find(f"{W}ind")) if properties is not None else None
        level = self.source.numbering.level(*place) if place else None
        drawn = level.indent if level else None
        return next((indent for indent in (own, drawn, style.indent) if indent is not None), None)

    def _beside(self, shown: Shown) -> None:
        """What hangs on a paragraph follows it: its text boxes, its notes."""
        self._graphics(shown.graphics)
        for kind, key in shown.notes:
            note = self.source.notes(kind).get(key)
            if note is not None and self._forced is not BlockKind.FOOTNOTE and (kind, key) not in self._noted:
                self._noted.add((kind, key))
                self._notes[kind] += 1
                mark = label(self._notes[kind], "decimal" if kind == "footnotes" else "lowerRoman")
                self.drafts += self._note(kind, note, mark)

    def _note(self, kind: str, note: etree._Element, mark: str) -> list[Draft]:
        part = self.source.part(kind) or kind
        self.account.read.add(part)
        drafts = Walker(self.source, part, note, self.view, self.account, BlockKind.FOOTNOTE).story(note)
        return [replace(drafts[0], text=f"{mark} {drafts[0].text}", number=mark), *drafts[1:]] if drafts else []

    def _graphics(self, graphics: Graphics) -> None:
        self.account.pictures += graphics.pictures
        self.account.page_pictures += graphics.page_pictures
        self.account.objects.update(program or "okänt program" for program, _ in graphics.objects)
        for box in graphics.boxes:
            self.drafts += self.inside(box, BlockKind.TEXT_BOX)
        kind = self._forced or BlockKind.TEXT_BOX
        self.drafts += [Draft(words, kind) for words in map(str.strip, graphics.words) if words]
        for relation in graphics.diagrams:
            self.drafts += [Draft(text, kind) for text in self._diagram(relation)]

    def _diagram(self, relation: str) -> list[str]:
        target = self.source.package.relations(self.part).get(relation)
        if target is None or target.outside or not self.source.package.holds(target.target):
            return []
        if target.target in self.account.read:  # each part is read once, however often it is pointed to
            return []
        self.account.read.add(target.target)
        paragraphs = self.source.root(target.target).iter(f"{A}p")
        lines = ("".join(part.text or "" for part in paragraph.iter(f"{A}t")) for paragraph in paragraphs)
        return [line.strip() for line in lines if line.strip()]


def _joined(drawn: Number | None, text: str) -> str:
    if drawn is None:
        return text
    glue = drawn.glue or (" " if text[:1].isalnum() else "")
    return f"{drawn.text}{glue}{text}".strip()

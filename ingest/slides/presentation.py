"""A presentation's slides in their order, each with its notes; what is hidden or cannot be read, in the ledger."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ingest.document import BlockKind, Page, Part
from ingest.draft import Draft, Drafts
from ingest.ooxml import Package
from ingest.slides import text
from ingest.slides.names import EMU, P, R, whole
from ingest.slides.shapes import Account, Slide

_MOST = 5000
_MARGIN = frozenset((BlockKind.HEADER, BlockKind.FOOTER, BlockKind.PAGE_NUMBER))


def read(data: bytes) -> Drafts:
    """The drafts of a PowerPoint file. Raises BrokenFile, EncryptedFile and TooLarge."""
    package = Package(data, "PowerPoint", "ppt/presentation.xml")
    main = package.main()
    root = package.xml(main)
    size = root.find(f"{P}sldSz")
    width, height = ((0 if size is None else whole(size.get(side)) or 0) / EMU for side in ("cx", "cy"))
    found = _Reading(package)
    relations = package.relations(main)
    slides = root.iter(f"{P}sldId")
    for number, slide in enumerate(slides, 1):
        target = relations.get(slide.get(f"{R}id", ""))
        if target is None or target.outside or not package.holds(target.target) or number > _MOST:
            found.account.unread[f"sida {number}"] = "bildens del saknas i filen"
        else:
            found.slide(target.target, number)
        if number not in found.hidden:
            found.pages.append(Page(number, width, height, found.source(number)))
    return Drafts(found.standing() + found.blocks, found.pages, found.parts(), comments=found.comments)


class _Reading:
    def __init__(self, package: Package) -> None:
        self.account = Account()
        self.blocks: list[Draft] = []
        self.pages: list[Page] = []
        self.comments = 0
        self._package = package
        self._roots: dict[str, etree._Element] = {}
        self._layouts: dict[str, None] = {}
        self.hidden: list[int] = []

    def slide(self, part: str, number: int) -> None:
        """Reads one slide and its notes."""
        if part in self._roots:  # once, however often it is pointed to
            return
        root = self._root(part)
        for relation in self._package.relations(part).values():
            if relation.kind == "comments" and not relation.outside and self._package.holds(relation.target):
                comments = self._package.xml(relation.target)
                self.comments += sum(isinstance(each.tag, str) and each.tag.endswith("}cm") for each in comments.iter())
        if root.get("show") in ("0", "false"):
            self.hidden.append(number)
            return
        slide = Slide(self._package, part, root, number, self.account, self._behind(part))
        self.blocks += slide.drafts()
        notes = self._package.related(part, "notesSlide")
        if notes is not None:
            self.blocks += self._notes(notes, number)

    def _notes(self, part: str, number: int) -> list[Draft]:
        """The words under a slide: those of the notes page's body."""
        found: list[Draft] = []
        for shape in self._root(part).iter(f"{P}sp"):
            placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            body = shape.find(f"{P}txBody")
            if body is not None and (placeholder is None or placeholder.get("type", "body") == "body"):
                found += text.drafts(body, [], None, number)
        numbers = ("‹#›", "<number>", str(number))  # the page's own, where it has lost its mark
        return [replace(draft, kind=BlockKind.FOOTNOTE, level=None) for draft in found if draft.text not in numbers]

    def _behind(self, part: str) -> list[etree._Element]:
        layout = self._package.related(part, "slideLayout")
        if layout is None:
            return []
        self._layouts[layout] = None
        master = self._package.related(layout, "slideMaster")
        if master is not None:
            self._layouts[master] = None
        return [self._root(name) for name in (layout, master) if name is not None]

    def standing(self) -> list[Draft]:
        """What layouts and masters show on every slide of theirs, each text once."""
        found: dict[str, Draft] = {}
        for part in self._layouts:
            for draft in Slide(self._package, part, self._root(part), 1, Account(), []).drafts(placeholders=False):
                found.setdefault(draft.text, replace(draft, kind=BlockKind.HEADER, level=None, page=None))
        return list(found.values())

    def source(self, number: int) -> str:
        """How a slide's text was had: a slide of pictures alone is unread."""
        if any(block.page == number and block.kind not in _MARGIN for block in reversed(self.blocks)):
            return "text"
        if f"sida {number}" in self.account.unread:
            return "unread"
        return "unread" if self.account.pictures[number] else "empty"

    def parts(self) -> list[Part]:
        """The lines of the ledger beside the slides."""
        account = self.account
        found = [
            Part(f"dold bild {number}", "left-out", "bilden visas inte i presentationen") for number in self.hidden
        ]
        found += [Part(name, "unread", why) for name, why in account.unread.items() if not name.startswith("sida ")]
        why = "en inbäddad fil som inte läses; spara den som en egen fil och läs den också"
        found += [Part(f"inbäddat objekt ({name})", "unread", why) for name in sorted(account.objects)]
        if account.charts:
            found.append(Part(f"diagram ({account.charts})", "left-out", "av diagram läses bara rubriken"))
        if total := account.pictures.total():
            found.append(Part(f"bilder ({total})", "left-out", "bilder läses inte"))
        return found

    def _root(self, part: str) -> etree._Element:
        if part not in self._roots:
            self._roots[part] = self._package.xml(part)
        return self._roots[part]

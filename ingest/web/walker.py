"""The walk through a page: its blocks in reading order, each as a draft."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from lxml import etree

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import has_box
from ingest.paragraph import Paragraph, numbers_clause
from ingest.web import fields, tables
from ingest.web.hiding import Hiding
from ingest.web.lists import Listing, Outline, listing

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section "
        "summary table tbody td tfoot th thead tr ul",
    )
)
_SILENT = frozenset(
    re.findall(
        r"\w+",
        "area audio base canvas datalist head link map meta noframes noscript param rp rt script source style svg "
        "template title track video",
    )
)
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_BOLD = frozenset(("b", "strong", "th"))
_ITALIC = frozenset(("i", "em", "u", "cite", "var", "dfn"))
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_STRUCK = frozenset(("s", "strike"))
_FRAMES = frozenset(("iframe", "frame", "embed", "object", "applet"))
_WHITE = re.compile(r"[ \t\r\n\f]+")
_WEIGHT = re.compile(r"font-weight\s{0,9}:\s{0,9}(bold|bolder|[1-9]00|normal)", re.I)
_SLANT = re.compile(r"font-style\s{0,9}:\s{0,9}(italic|oblique)|text-decoration[^;]{0,30}:[^;]{0,30}underline", re.I)
_SIZE = re.compile(r"font-size\s{0,9}:\s{0,9}(\d{1,3}(?:\.\d{1,3})?)(pt|px)", re.I)
_STRUCK_STYLE = re.compile(r"text-decoration[^;]{0,30}:[^;]{0,30}line-through", re.I)
_CONTENTS = re.compile(r"(?:^|\s)MsoTo[cf]\d?|sdindex", re.I)
_NOTE_CALL = re.compile(r"sdfootnoteanc|sdendnoteanc|footnote-ref|#_(?:ftn|edn)\d|mso-?footnote-?reference", re.I)
_NOTE = re.compile(r"(?:sd(?:foot|end)note|ftn|edn|fn:?)\d{1,4}$", re.I)
_NOTES = re.compile(r"(?:^|\s)footnotes(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks where it stands; a browser's own size is 12 points."""

    bold: bool = False
    italic: bool = False
    size: float = 12.0


class Walker:
    """Walks one page. `rejected` reads it as it was before its `ins` and `del`."""

    def __init__(self, root: etree._Element, *, rejected: bool = False) -> None:
        self.hiding = Hiding(root)
        self._outline = Outline(root)
        self.tables = 0
        self.changes = 0
        self.met: Counter[str] = Counter()  # what is left out or cannot be read, by its name in `ingest.web.fields`
        self._gone = "ins" if rejected else "del"
        self._drafts: list[Draft] = []
        self._paragraph = Paragraph()
        self._lists: list[Listing] = []
        self._mark: tuple[str, int] | None = None
        self._kind: BlockKind | None = None
        self._level: int | None = None
        self._forced: BlockKind | None = None
        self._breaks = 0

    def page(self, root: etree._Element) -> list[Draft]:
        """All drafts of the page."""
        return self.inside(root)

    def inside(self, parent: etree._Element, look: Look | None = None) -> list[Draft]:
        """The drafts of what lies in an element, kept apart from those around it."""
        outer = (self._drafts, self._paragraph, self._lists, self._mark, self._kind, self._level)
        self._drafts, self._paragraph, self._lists, self._mark = [], Paragraph(), [], None
        self._kind = self._level = None
        look = look or Look()
        self._children(parent, _look(parent, look))
        self._flush()
        drafts = self._drafts
        self._drafts, self._paragraph, self._lists, self._mark, self._kind, self._level = outer
        return drafts

    def _children(self, element: etree._Element, look: Look) -> None:
        self._say(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, look)
            self._say(child.tail, look)

    def _say(self, text: str | None, look: Look) -> None:
        if text:
            text = _WHITE.sub(" ", text)
            if not text.isspace():
                self._breaks = 0
            self._paragraph.say(text, bold=look.bold, italic=look.italic, size=look.size)

    def _element(self, element: etree._Element, look: Look) -> None:
        tag = str(element.tag)
        if tag in _SILENT or self.hiding(element) or self._left_out(element, tag):
            return
        if tag == "br":
            self._break()
        elif tag == "table":
            self._flush()
            self._drafts += [self._forcing(draft) for draft in tables.read(self, element)]
        elif tag == "pre" and "\n" in (element.text or "")[1:]:
            self._flush()
            self._drafts += fields.preformatted(element)
        elif tag in _BLOCKS:
            self._block(element, tag, _look(element, look))
        elif tag in fields.SHOWN:
            self._paragraph.say(fields.shown(element), bold=look.bold, size=look.size)
        else:
            self._children(element, _look(element, look))

    def _left_out(self, element: etree._Element, tag: str) -> bool:
        """Whether an element is counted and passed over: deletions, notes' calls, pictures, frames."""
        if tag in ("ins", "del"):
            self.changes += 1
            return tag == self._gone
        if tag in _STRUCK or _STRUCK_STYLE.search(element.get("style", "")):
            self.met["struck"] += 1
            return True
        if tag == "img":
            self.met["picture"] += 1
            return True
        if tag in _FRAMES:
            self.met["frame"] += not fields.is_tiny(element)
            return True
        return tag in ("a", "span", "sup") and bool(
            _NOTE_CALL.search(f"{element.get('class', '')} {element.get('href', '')}")
        )

    def _break(self) -> None:
        self._breaks += 1
        if self._breaks > 1 and self._kind is not BlockKind.HEADING:
            self._flush(keep=True)
        else:
            self._paragraph.say("\n")

    def _block(self, element: etree._Element, tag: str, look: Look) -> None:
        self._flush()
        outer = self._kind, self._level, self._forced
        if tag in _LISTS:
            self._lists.append(listing(element, len(self._lists)))
        elif tag == "li":
            at = self._lists[-1] if self._lists else listing(element, 0)
            self._mark = self._outline.number(self._lists, element, at.mark(element)), at.depth
        self._told(element, tag)
        self._children(element, look)
        self._flush()
        self._kind, self._level, self._forced = outer
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._mark = None

    def _told(self, element: etree._Element, tag: str) -> None:
        """Sets what a block says of its kind."""
        names = element.get("class", "")
        if tag in _HEADINGS:
            self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
        elif names == "MsoTitle" or names == "title":
            self._kind, self._level = BlockKind.HEADING, 1
        elif names and _CONTENTS.search(names):
            self._kind = BlockKind.CONTENTS
        if tag == "div" and element.get("title") in ("header", "footer"):  # as LibreOffice writes them
            self._forced = BlockKind(element.get("title", ""))
        elif _NOTE.match(element.get("id", "")) or (names and _NOTES.search(names)):
            self._forced = BlockKind.FOOTNOTE

    def _flush(self, *, keep: bool = False) -> None:
        """Ends the paragraph that is open. `keep`: the block goes on, only a new paragraph begins in it."""
        paragraph, self._paragraph = self._paragraph, Paragraph()
        self._breaks = 0 if not keep else self._breaks
        if not paragraph.begun:
            return
        mark, depth = self._mark or ("", 0)
        kind, level = self._kind, self._level
        if self._mark is not None:
            self._mark = None  # only the first paragraph of an item has its mark
            mark = "" if mark == "•" and has_box(paragraph.text) else mark
            if kind is None and not numbers_clause(mark):
                kind, level = BlockKind.LIST_ITEM, depth
        drafts = paragraph.drafts(mark, kind=kind, level=level)
        self._drafts += [self._forcing(draft) for draft in drafts]

    def _forcing(self, draft: Draft) -> Draft:
        return draft if self._forced is None else replace(draft, kind=self._forced, level=None, cells=(), table=None)


def _look(element: etree._Element, look: Look) -> Look:
    """The looks within an element, given those round it."""
    tag, style = str(element.tag), element.get("style")
    if tag in _BOLD and not look.bold:
        look = replace(look, bold=True)
    elif tag in _ITALIC and not look.italic:
        look = replace(look, italic=True)
    if style:
        weight, size = _WEIGHT.search(style), _SIZE.search(style)
        if weight:
            look = replace(look, bold=weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900"))
        if size:
            look = replace(look, size=float(size[1]) * (0.75 if size[2].lower() == "px" else 1))
        if _SLANT.search(style):
            look = replace(look, italic=True)
    return look

"""What stands on a slide: text frames, groups, tables, diagrams and charts, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.characters import tidy
from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.ooxml import Package
from ingest.rows import WIDEST, Cell, Row, cell_of, columns, table_drafts
from ingest.slides import text
from ingest.slides.names import DIAGRAM, MC, A, C, P, R, is_on, whole

_BAND = 250_000  # EMU, 7 mm: frames whose upper edges differ by less stand beside one another
_TITLES = frozenset(("title", "ctrTitle"))
_BESIDE = {"ftr": BlockKind.FOOTER, "dt": BlockKind.FOOTER, "hdr": BlockKind.HEADER, "sldNum": BlockKind.PAGE_NUMBER}
_SHAPES = tuple(f"{P}{name}" for name in ("sp", "grpSp", "graphicFrame", "pic", "cxnSp", "contentPart"))


@dataclass(slots=True)
class Account:
    """What a walk met beside the text, and how many tables it has numbered."""

    tables: int = 0
    pictures: Counter[int] = field(default_factory=Counter)
    objects: Counter[str] = field(default_factory=Counter)
    charts: int = 0
    unread: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Slide:
    """One slide, layout, master or notes page. `behind` are those that its placeholders take their looks from."""

    package: Package
    part: str
    root: etree._Element
    number: int
    account: Account
    behind: list[etree._Element]

    def drafts(self, *, placeholders: bool = True) -> list[Draft]:
        """The drafts of all shapes; without `placeholders` only those that every slide of a layout shows."""
        tree = self.root.find(f"{P}cSld/{P}spTree")
        if tree is None:
            return []
        shapes = _ordered(tree, self.behind)
        if not placeholders:
            shapes = [shape for shape in shapes if shape.tag == f"{P}sp" and _placeholder(shape) is None]
        return [draft for shape in shapes for draft in self._shape(shape)]

    def _shape(self, shape: etree._Element) -> list[Draft]:
        if _is_hidden(shape):
            return []
        if shape.tag == f"{P}grpSp":
            return [draft for each in _ordered(shape, self.behind) for draft in self._shape(each)]
        if shape.tag == f"{P}graphicFrame":
            return self._frame(shape)
        if shape.tag == f"{P}pic":
            self.account.pictures[self.number] += 1
            return []
        body = shape.find(f"{P}txBody")
        if body is None:
            return []
        placeholder = _placeholder(shape)
        told = None if placeholder is None else placeholder.get("type", "body")
        if told in ("sldImg", "pic"):
            return []
        kind = BlockKind.HEADING if told in _TITLES else _BESIDE.get(told or "")
        return text.drafts(body, self._styles(placeholder), kind, self.number)

    def _styles(self, placeholder: etree._Element | None) -> list[etree._Element]:
        """The list styles of the placeholders behind this one, and of the master for its kind."""
        if placeholder is None:
            return []
        kind = placeholder.get("type", "body")
        found: list[etree._Element] = []
        for root in self.behind:
            same = _same(root, placeholder)
            style = None if same is None else same.find(f"{P}txBody/{A}lstStyle")
            found += [] if style is None else [style]
        name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _BESIDE else "bodyStyle"
        for root in self.behind:
            style = root.find(f"{P}txStyles/{P}{name}")
            found += [] if style is None else [style]
        return found

    def _frame(self, frame: etree._Element) -> list[Draft]:
        data = frame.find(f"{A}graphic/{A}graphicData")
        if data is None:
            return []
        table = data.find(f"{A}tbl")
        if table is not None:
            return self._table(table)
        diagram, chart = data.find(f"{DIAGRAM}relIds"), data.find(f"{C}chart")
        if diagram is not None:
            return self._part(diagram.get(f"{R}dm", ""), f"{A}p")
        if chart is not None:
            self.account.charts += 1
            return self._part(chart.get(f"{R}id", ""), f"{C}title")
        drawn = next(data.iter(f"{P}oleObj"), None)
        self.account.objects["okänt program" if drawn is None else drawn.get("progId", "okänt program")] += 1
        return []

    def _part(self, relation: str, tag: str) -> list[Draft]:
        """The texts of a diagram or a chart, that stand in a part of their own: those under elements of this name."""
        target = self.package.relations(self.part).get(relation)
        if target is None or target.outside or not self.package.holds(target.target):
            self.account.unread[f"figur på sida {self.number}"] = "figurens del saknas i filen"
            return []
        found = []
        for element in self.package.xml(target.target).iter(tag):
            words = tidy("".join(piece.text or "" for piece in element.iter(f"{A}t")))
            found += [Draft(words, BlockKind.TEXT_BOX, page=self.number)] if words else []
        return found

    def _table(self, table: etree._Element) -> list[Draft]:
        index = self.account.tables
        self.account.tables += 1
        looks = table.find(f"{A}tblPr")
        first = looks is not None and is_on(looks.get("firstRow"))
        rows = [Row(self._cells(element)) for element in table.iterchildren(f"{A}tr")]
        found = table_drafts(rows, index, styled_head=first)
        for draft in found:
            draft.page = self.number
        return found

    def _cells(self, row: etree._Element) -> list[Cell]:
        cells: list[Cell] = []
        for element in list(row.iterchildren(f"{A}tc"))[:WIDEST]:
            if is_on(element.get("hMerge")) and cells:
                continue  # the cell to its left covers it
            span = columns(whole(element.get("gridSpan")))
            body = element.find(f"{A}txBody")
            if body is None or is_on(element.get("vMerge")):
                cells.append(Cell(span=span))
                continue
            cells.append(cell_of(text.drafts(body, [], None, self.number), span))
        return cells


def _ordered(tree: etree._Element, behind: list[etree._Element]) -> list[etree._Element]:
    """The shapes of a tree: titles first, the others from the top and the left, where all places are known."""
    shapes = list(_shapes(tree))
    titles = [shape for shape in shapes if _is_title(shape)]
    others = [shape for shape in shapes if not _is_title(shape)]
    places = [_place(shape, behind) for shape in others]
    if all(place is not None for place in places):
        rows = sorted({place[1] for place in places if place})
        bands: dict[int, int] = {}
        begin = None
        for top in rows:
            begin = top if begin is None or top - begin > _BAND else begin
            bands[top] = begin
        keyed = sorted(
            ((bands[place[1]], place[0], at) for at, place in enumerate(places) if place), key=lambda each: each
        )
        others = [others[at] for _, _, at in keyed]
    return titles + others


def _shapes(tree: etree._Element) -> Iterator[etree._Element]:
    for child in tree:
        if child.tag in _SHAPES:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            branch = next((each for each in child.iterchildren(f"{MC}Choice", f"{MC}Fallback") if len(each)), None)
            yield from () if branch is None else _shapes(branch)


def _place(shape: etree._Element, behind: list[etree._Element]) -> tuple[int, int] | None:
    """Where a shape's upper left corner is (x, y), by itself or by the placeholder behind it."""
    found = _corner(shape)
    placeholder = _placeholder(shape)
    if found is not None or placeholder is None:
        return found
    same = (_same(root, placeholder) for root in behind)
    return next((corner for each in same if each is not None and (corner := _corner(each)) is not None), None)


def _corner(shape: etree._Element) -> tuple[int, int] | None:
    for path in (f"{P}spPr/{A}xfrm/{A}off", f"{P}grpSpPr/{A}xfrm/{A}off", f"{P}xfrm/{A}off"):
        found = shape.find(path)
        if found is not None:
            x, y = whole(found.get("x")), whole(found.get("y"))
            return None if x is None or y is None else (x, y)
    return None


def _same(root: etree._Element, placeholder: etree._Element) -> etree._Element | None:
    """The shape of a layout or master that a placeholder stands for: by its index, else by its kind."""
    index, kind = placeholder.get("idx"), placeholder.get("type", "body")
    kinds = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
    by_kind = None
    for shape in root.iter(f"{P}sp"):
        other = _placeholder(shape)
        if other is None:
            continue
        if index is not None and other.get("idx") == index:
            return shape
        told = other.get("type", "body")
        if by_kind is None and kinds.get(told, told) == kinds.get(kind, kind):
            by_kind = shape
    return by_kind


def _placeholder(shape: etree._Element) -> etree._Element | None:
    return next((found for nv in shape if (found := nv.find(f"{P}nvPr/{P}ph")) is not None), None)


def _is_title(shape: etree._Element) -> bool:
    found = _placeholder(shape)
    return found is not None and found.get("type") in _TITLES


def _is_hidden(shape: etree._Element) -> bool:
    return any(is_on(name.get("hidden")) for nv in list(shape)[:1] for name in nv.iterchildren(f"{P}cNvPr"))

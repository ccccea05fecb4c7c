"""Styles, each resolved once through what it is based on: headings, lists, contents lines, hidden text, size."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from ingest.word.names import P_PR, R_PR, W, number, switch, value
from ingest.word.numbering import points

_HEADING = re.compile(r"(?:heading|rubrik|overskrift|überschrift) ?([1-9])\b")
_TITLE = frozenset(("title", "dokumenttitel", "titel", "huvudrubrik"))
_CONTENTS = re.compile(
    r"(?:toc|innehåll|innehållsförteckning) ?(?:[1-9]|heading)?$|innehållsförteckningsrubrik$|table of"
)
_CHAIN = 32  # Word allows ten styles on one another


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says after all that it is based on; None where neither it nor they say anything.

    `heading` is a depth from 1, 0 where an outline level denies it. `list_id` and `depth` are its automatic number.
    `italic` holds for underlined text too: either sets words off.
    """

    name: str = ""
    heading: int | None = None
    contents: bool = False
    list_id: str | None = None
    depth: int | None = None
    linked: str | None = None
    indent: float | None = None
    hidden: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    head_row: bool = False


class Styles:
    """The styles of a file by id, and what holds where no style is named."""

    def __init__(self, root: etree._Element | None) -> None:
        self._items: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.plain = Style()
        self.defaults = Style()
        self.lists: dict[str, str] = {}
        if root is None:
            return
        for item in root.iterchildren(f"{W}style"):
            self._items.setdefault(item.get(f"{W}styleId", ""), item)
        self.defaults = _with_looks(Style(), root.find(f"{W}docDefaults/{W}rPrDefault/{R_PR}"))
        for key, item in self._items.items():
            kind = item.get(f"{W}type")
            if kind == "paragraph" and item.get(f"{W}default") in ("1", "true", "on"):
                self.plain = self.of(key)
            linked = value(item.find(f"{P_PR}/{W}numPr"), f"{W}numId")
            if kind == "numbering" and linked:
                self.lists[key] = linked

    def of(self, key: str | None) -> Style:
        """The resolved style of an id; the default paragraph style for None and for ids that nobody defines."""
        if key is None or key not in self._items:
            return self.plain
        if key not in self._resolved:
            self._resolve(key)
        return self._resolved[key]

    def of_run(self, key: str | None) -> Style:
        """The resolved character style of an id, an empty one where there is none."""
        return Style() if key is None or key not in self._items else self.of(key)

    def _resolve(self, key: str) -> None:
        chain: list[str] = []
        at: str | None = key
        while at in self._items and at not in self._resolved and at not in chain and len(chain) < _CHAIN:
            chain.append(at)
            at = value(self._items[at], f"{W}basedOn")
        style = self._resolved.get(at or "", Style())
        for step in reversed(chain):
            style = _on(style, step, self._items[step])
            self._resolved[step] = style


def _on(base: Style, key: str, item: etree._Element) -> Style:
    """A style, given what it is based on."""
    name = (value(item, f"{W}name") or key).strip().lower()
    paragraph = item.find(P_PR)
    style = replace(
        base,
        name=name,
        contents=base.contents or bool(_CONTENTS.match(name)),
        head_row=base.head_row or _marks_first_row(item),
    )
    named = _HEADING.match(name)
    if named:
        style = replace(style, heading=int(named.group(1)))
    elif name in _TITLE:
        style = replace(style, heading=1)
    if paragraph is not None:
        style = _with_paragraph(style, key, paragraph)
    return _with_looks(style, item.find(R_PR))


def _with_paragraph(style: Style, key: str, paragraph: etree._Element) -> Style:
    outline = number(paragraph, f"{W}outlineLvl")
    if outline is not None:
        style = replace(style, heading=outline + 1 if 0 <= outline <= 8 else 0)
    indent = points(paragraph.find(f"{W}ind"))
    if indent is not None:
        style = replace(style, indent=indent)
    listed = paragraph.find(f"{W}numPr")
    if listed is not None:
        list_id, depth = value(listed, f"{W}numId"), number(listed, f"{W}ilvl")
        style = replace(
            style,
            list_id=list_id or style.list_id,
            depth=style.depth if depth is None else depth,
            linked=key,
        )
    return style


def _with_looks(style: Style, run: etree._Element | None) -> Style:
    if run is None:
        return style
    hidden, bold = switch(run.find(f"{W}vanish")), switch(run.find(f"{W}b"))
    italic = switch(run.find(f"{W}i"))
    halves = number(run, f"{W}sz")
    return replace(
        style,
        hidden=style.hidden if hidden is None else hidden,
        bold=style.bold if bold is None else bold,
        italic=style.italic if italic is None else italic,
        size=style.size if halves is None else halves / 2,
    )


def _marks_first_row(item: etree._Element) -> bool:
    for part in item.iterchildren(f"{W}tblStylePr"):
        if part.get(f"{W}type") == "firstRow":
            shade = part.find(f"{W}tcPr/{W}shd")
            fill = "auto" if shade is None else shade.get(f"{W}fill", "auto")
            return fill.lower() not in ("auto", "ffffff") or switch(part.find(f"{R_PR}/{W}b")) is True
    return False

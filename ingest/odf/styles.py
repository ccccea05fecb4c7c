"""Styles, each resolved once through its parents: headings, lists, contents lines, hidden text, weight and size.

Automatic styles of the content and of the headers may have the same names: each has a scope of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from ingest.odf.names import DRAW, FO, OFFICE, PRESENTATION, STYLE, TABLE, TEXT, whole

_HEADING = re.compile(r"(?:heading|rubrik|überschrift|overskrift)[ _]?([1-9])\b", re.IGNORECASE)
_TITLES = frozenset(("title", "titel", "dokumenttitel", "huvudrubrik"))
_CONTENTS = re.compile(r"(?:contents|innehåll|toc)[ _](?:heading|[1-9])", re.IGNORECASE)
_SPACE = re.compile(r"_20_|_")
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px|pc)$")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "pc": 12.0}
_CHAIN = 32


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says after its parents; None where neither it nor they say anything.

    `heading` is a depth from 1; `listing` the list style ("" where numbers are denied); `master` the page layout that
    begins with it. `collapsed` holds for table rows and columns that are not shown, `shaded` for cells.
    """

    heading: int | None = None
    contents: bool = False
    listing: str | None = None
    indent: float | None = None
    hidden: bool = False
    bold: bool = False
    italic: bool = False
    size: float | None = None
    master: str | None = None
    collapsed: bool = False
    shaded: bool = False


class Styles:
    """The styles of one scope: those of `roots`, the first of a name winning."""

    def __init__(self, *containers: etree._Element | None) -> None:
        self._items: dict[tuple[str, str], etree._Element] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        self._defaults: dict[str, Style] = {}
        self._told: dict[str, dict[str, Any]] = {}
        for container in containers:
            if container is None:
                continue
            for item in container.iterchildren(f"{STYLE}style"):
                self._items.setdefault((item.get(f"{STYLE}family", ""), item.get(f"{STYLE}name", "")), item)
            for item in container.iterchildren(f"{STYLE}default-style"):
                self._defaults.setdefault(item.get(f"{STYLE}family", ""), _on(Style(), item, ""))

    def of(self, family: str, name: str | None) -> Style:
        """The resolved style of a family ("paragraph", "text", "table-row" ...); the default one for unknown names."""
        key = (family, name or "")
        if key not in self._resolved:
            self._resolve(key)
        return self._resolved[key]

    def told(self, name: str) -> dict[str, Any]:
        """What a character style says of weight, slant, size and hiding, without what it leaves to its place."""
        if name not in self._told:
            told: dict[str, Any] = {}
            for _, item in reversed(self._chain("text", name)):
                for properties in item.iterchildren(f"{STYLE}text-properties"):
                    told |= _looks(properties)
            self._told[name] = told
        return self._told[name]

    def masters(self) -> set[str]:
        """The page layouts that any style begins a page with."""
        return {name for item in self._items.values() if (name := item.get(f"{STYLE}master-page-name"))}

    def _resolve(self, key: tuple[str, str]) -> None:
        style = self._defaults.get(key[0], Style())
        for name, item in reversed(self._chain(*key)):
            style = _on(style, item, name)
        self._resolved[key] = style

    def _chain(self, family: str, name: str) -> list[tuple[str, etree._Element]]:
        """A style and its parents, the nearest first."""
        chain: list[tuple[str, etree._Element]] = []
        while (item := self._items.get((family, name))) is not None and len(chain) < _CHAIN:
            chain.append((name, item))
            name = item.get(f"{STYLE}parent-style-name", "")
        return chain


def _on(base: Style, item: etree._Element, name: str) -> Style:
    """A style, given what its parents say."""
    shown = (item.get(f"{STYLE}display-name") or _SPACE.sub(" ", name)).strip().lower()
    style = replace(base, contents=base.contents or bool(_CONTENTS.match(shown)))
    level = item.get(f"{STYLE}default-outline-level")
    if item.get(f"{STYLE}family") == "paragraph":
        if level is not None:  # an empty one denies what the parent says
            style = replace(style, heading=whole(level) or 0)
        elif (named := _HEADING.match(shown)) or shown in _TITLES:
            style = replace(style, heading=int(named.group(1)) if named else 1)
    listing = item.get(f"{STYLE}list-style-name")
    master = item.get(f"{STYLE}master-page-name") or style.master
    style = replace(style, listing=style.listing if listing is None else listing, master=master)
    for properties in item:
        style = _with(style, properties)
    return style


def _with(style: Style, properties: etree._Element) -> Style:
    kind = properties.tag
    if kind == f"{STYLE}paragraph-properties":
        indent = points(properties.get(f"{FO}margin-left"))
        return style if indent is None else replace(style, indent=indent)
    if kind == f"{STYLE}text-properties":
        return replace(style, **_looks(properties))
    if kind in (f"{STYLE}table-row-properties", f"{STYLE}table-column-properties"):
        return replace(style, collapsed=properties.get(f"{TABLE}visibility") in ("collapse", "filter"))
    if kind in (f"{STYLE}table-cell-properties", f"{STYLE}graphic-properties"):
        colour = properties.get(f"{FO}background-color")
        return style if colour is None else replace(style, shaded=colour.lower() not in ("transparent", "#ffffff"))
    if kind == f"{STYLE}table-properties":
        return replace(style, hidden=properties.get(f"{TABLE}display") == "false")
    if kind == f"{STYLE}drawing-page-properties":
        return replace(style, hidden=properties.get(f"{PRESENTATION}visibility") == "hidden")
    if kind == f"{STYLE}section-properties":
        return replace(style, hidden=properties.get(f"{TEXT}display") == "none")
    return style


def _looks(properties: etree._Element) -> dict[str, Any]:
    """What text properties say, by the names of a Style."""
    told: dict[str, Any] = {}
    weight, slant = properties.get(f"{FO}font-weight"), properties.get(f"{FO}font-style")
    line, display = properties.get(f"{STYLE}text-underline-style"), properties.get(f"{TEXT}display")
    if weight is not None:
        told["bold"] = weight in ("bold", "600", "700", "800", "900")
    if slant is not None:
        told["italic"] = slant in ("italic", "oblique")
    if line not in (None, "none"):
        told["italic"] = True
    if size := points(properties.get(f"{FO}font-size")):
        told["size"] = size
    if display is not None:
        told["hidden"] = display == "none"
    return told


def points(length: str | None) -> float | None:
    """A length in points, None where it is none or relative."""
    found = _LENGTH.match(length or "")
    return float(found[1]) * _POINTS[found[2]] if found else None


def scopes(content: etree._Element, styles: etree._Element | None) -> tuple[Styles, Styles]:
    """The scopes of the content and of the page layouts (headers, footers)."""
    common = None if styles is None else styles.find(f"{OFFICE}styles")
    beside = None if styles is None else styles.find(f"{OFFICE}automatic-styles")
    own = content.find(f"{OFFICE}automatic-styles")
    return Styles(own, common), Styles(beside, common)


def is_drawing(tag: object) -> bool:
    """Whether an element is of the drawing names: a frame, a group, a shape."""
    return isinstance(tag, str) and tag.startswith(DRAW)

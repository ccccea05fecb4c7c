"""Drawings, pictures and objects anchored in a paragraph: their text boxes, their word art, and what cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.word.names import ALTERNATE, BOX, DIAGRAM, DRAWING, MC, A, O, R, V, W, whole

# A picture of at least this size (in points) may be a scanned page; a logotype is never as high.
PAGE_WIDTH, PAGE_HEIGHT = 280, 340
_EMU = 12700  # in a point
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px)?", re.IGNORECASE)
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 1.0}
_EQUATION = re.compile(r"equation|mathtype", re.IGNORECASE)


@dataclass(slots=True)
class Graphics:
    """What graphics hold. `objects` are embedded (program, relationship id), `diagrams` ids of SmartArt data."""

    boxes: list[etree._Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    objects: list[tuple[str, str]] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    pictures: int = 0
    page_pictures: int = 0

    def take(self, element: etree._Element) -> None:
        """Takes a w:drawing, w:pict or w:object."""
        size = _size(element)
        self._inside(element, size)

    def _inside(self, parent: etree._Element, size: tuple[float, float]) -> None:
        for child in parent:
            tag = child.tag
            if tag == BOX:
                self.boxes.append(child)
            elif tag == ALTERNATE:
                self._alternate(child, size)
            elif tag in (f"{A}blip", f"{V}imagedata"):
                self._picture(child, size)
            elif tag == f"{V}textpath":
                self.words.append(child.get("string", ""))
            elif tag == f"{O}OLEObject":
                self._object(child)
            elif tag == f"{DIAGRAM}relIds":
                self.diagrams.append(child.get(f"{R}dm", ""))
            elif len(child):
                self._inside(child, _vml_size(child) or size)

    def _alternate(self, alternate: etree._Element, size: tuple[float, float]) -> None:
        for choice in alternate.iterchildren(f"{MC}Choice", f"{MC}Fallback"):
            if len(choice):
                self._inside(choice, size)
                return

    def _picture(self, element: etree._Element, size: tuple[float, float]) -> None:
        behind = next(element.iterancestors(f"{DRAWING}anchor"), None)
        self.pictures += 1
        if behind is not None and behind.get("behindDoc") in ("1", "true"):
            return
        if size[0] >= PAGE_WIDTH and size[1] >= PAGE_HEIGHT:
            self.page_pictures += 1

    def _object(self, element: etree._Element) -> None:
        program = element.get("ProgID", "")
        if not _EQUATION.search(program):
            self.objects.append((program, element.get(f"{R}id", "")))


def _size(element: etree._Element) -> tuple[float, float]:
    extent = next(element.iter(f"{DRAWING}extent"), None) if element.tag == f"{W}drawing" else None
    if extent is None:
        return (0.0, 0.0)
    width, height = whole(extent.get("cx")), whole(extent.get("cy"))
    return ((width or 0) / _EMU, (height or 0) / _EMU)


def _vml_size(shape: etree._Element) -> tuple[float, float] | None:
    style = shape.get("style") if str(shape.tag).startswith(V) else None
    if not style:
        return None
    found = {name.lower(): float(size) * _UNITS[(unit or "").lower()] for name, size, unit in _LENGTH.findall(style)}
    return (found.get("width", 0.0), found.get("height", 0.0))

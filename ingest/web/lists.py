"""The marks of a page's lists as a browser draws them: "1.", "c.", "•", or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ingest.numerals import label

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
}
_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,30})", re.I)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OFFICE = re.compile(r"(?:LibreOffice|OpenOffice)", re.I)
_WHOLE = re.compile(r"\s{0,9}(-?\d{1,6})")


@dataclass(slots=True)
class Listing:
    """A list that is open: what it counts by, its next count, the step, its depth from 0, and whether it has drawn."""

    shape: str
    count: int
    step: int
    depth: int
    drawn: bool = False

    def mark(self, item: etree._Element) -> str:
        """The mark of the next item; "" where none is drawn."""
        own = _shape_of(item, self.shape)
        set_to = _whole(item.get("value"))
        if set_to is not None:
            self.count = set_to
        drawn = self.count
        self.count += self.step
        self.drawn = True
        if own in ("bullet", "none"):
            return "•" if own == "bullet" else ""
        return f"{label(drawn, own)}."


class Outline:
    """The numbers of several levels, that LibreOffice saves as lists within lists: "2.3" is item 3 of a list in a list.

    What the page itself shows is "3."; the text points to "2.3", so that is the number that is kept. Headings count by
    themselves, as they do in the document that was saved.
    """

    def __init__(self, root: etree._Element) -> None:
        makers = (meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "generator")
        self._saved = any(_OFFICE.match(maker) for maker in makers)
        self._last: dict[tuple[bool, int], list[int]] = {}  # by whether headings alone count, and by depth

    def number(self, lists: list[Listing], item: etree._Element, mark: str) -> str:
        """The number of the item that the innermost of `lists` has just drawn `mark` for."""
        if not self._saved or not lists:
            return mark
        heads = next((child.tag in _HEADINGS for child in item), False)
        path = self._path(lists, heads)
        self._last[False, len(path)] = path
        if heads:
            self._last[True, len(path)] = path
        if len(path) == 1 or not mark[:1].isdigit() or any(each.shape != "decimal" for each in lists):
            return mark
        return ".".join(map(str, path))

    def _path(self, lists: list[Listing], heads: bool) -> list[int]:
        """The counts of the open lists; a list that was opened anew only to go on with one within it has none."""
        own = [each.count - each.step for each in lists]
        depth = len(own)
        before = self._last.get((heads, depth))
        if depth > 1 and not lists[-2].drawn and before and before[-1] == own[-1] - 1:
            return [*before[:-1], own[-1]]
        above = self._last.get((heads, depth - 1), own[:-1])
        return [own[at] if each.drawn else above[at] for at, each in enumerate(lists[:-1])] + own[-1:]


def listing(element: etree._Element, depth: int) -> Listing:
    """What an `ol`, `ul`, `menu` or `dir` counts by."""
    ordered = element.tag == "ol"
    shape = _shape_of(element, "decimal" if ordered else "bullet")
    backwards = ordered and element.get("reversed") is not None
    start = _whole(element.get("start"))
    if start is None:
        start = sum(1 for _ in element.iterchildren("li")) if backwards else 1
    return Listing(shape, start, -1 if backwards else 1, depth)


def _shape_of(element: etree._Element, otherwise: str) -> str:
    styled = _STYLE.search(element.get("style", ""))
    if styled and styled[1].lower() in _STYLES:
        return _STYLES[styled[1].lower()]
    kind = element.get("type", "")
    return _TYPES.get(kind) or _STYLES.get(kind.lower()) or otherwise


def _whole(text: str | None) -> int | None:
    found = _WHOLE.match(text or "")
    return int(found[1]) if found else None

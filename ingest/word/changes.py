"""Tracked changes: what a view shows, and how many wait for a decision.

The accepted view shows what was inserted or moved in, the rejected view what was deleted or moved away. A paragraph
whose mark is gone in a view runs on into the next one; a row that is gone takes its cells along.
"""

from __future__ import annotations

from enum import Enum

from lxml import etree

from ingest.word.names import DEL, INS, MOVE_FROM, MOVE_TO, P_PR, R_PR, W

_IN = frozenset((INS, MOVE_TO))
_OUT = frozenset((DEL, MOVE_FROM))
_FORMATTING = frozenset(
    f"{W}{name}"
    for name in (
        "rPrChange",
        "pPrChange",
        "tblPrChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "tblPrExChange",
        "sectPrChange",
        "numberingChange",
    )
)
_CELLS = frozenset(f"{W}{name}" for name in ("cellIns", "cellDel", "cellMerge"))
_PROPERTIES = frozenset((R_PR, f"{W}trPr", f"{W}numPr"))


class View(Enum):
    """Which of the two texts a file with pending changes is read as."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def gone(self) -> frozenset[str]:
        """The elements whose content this view does not show."""
        return _OUT if self is View.ACCEPTED else _IN

    def without(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph mark's `w:rPr` or a row's `w:trPr` says that this view lacks it."""
        return properties is not None and any(child.tag in self.gone for child in properties)

    def without_cell(self, properties: etree._Element | None) -> bool:
        """Whether a cell's `w:tcPr` says that this view lacks it."""
        name = "cellDel" if self is View.ACCEPTED else "cellIns"
        return properties is not None and properties.find(f"{W}{name}") is not None

    def properties(self, element: etree._Element | None, change: str) -> etree._Element | None:
        """A `w:pPr` or `w:rPr` as this view has it: the rejected one lies within the element named `change`."""
        if element is None or self is View.ACCEPTED:
            return element
        before = element.find(change)
        if before is None:
            return element
        return next(iter(before), before)


def pending(root: etree._Element) -> int:
    """How many changes wait: insertions, deletions, moves (each once), rows, cells and formats.

    A paragraph mark counts only where no text of its paragraph changes in the same way.
    """
    found = 0
    arrivals = departures = 0
    for element in root.iter(INS, DEL, MOVE_TO, MOVE_FROM, *_FORMATTING, *_CELLS):
        parent = element.getparent()
        if element.tag in (MOVE_TO, MOVE_FROM) and not _beside_its_text(element, parent):
            arrivals += element.tag == MOVE_TO
            departures += element.tag == MOVE_FROM
        elif not _beside_its_text(element, parent):
            found += 1
    return found + max(arrivals, departures)


def _beside_its_text(element: etree._Element, parent: etree._Element | None) -> bool:
    if parent is None or parent.tag != R_PR:
        return False
    properties = parent.getparent()
    if properties is None or properties.tag != P_PR:
        return False
    paragraph = properties.getparent()
    return paragraph is not None and paragraph.find(str(element.tag)) is not None

"""Tracked changes: what each view shows.

The text holds what was inserted, between marks; what was deleted is kept apart, under `text:tracked-changes`, and a
mark says where it stood. So the accepted view is the text as it is, and the rejected one skips and puts back.
"""

from __future__ import annotations

from enum import Enum

from lxml import etree

from ingest.odf.names import TEXT, XML_ID

START, END, POINT = (f"{TEXT}{name}" for name in ("change-start", "change-end", "change"))
MARKS = frozenset((START, END, POINT))


class View(Enum):
    """Which of the two texts a file with pending changes is read as."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Changes:
    """The changes of one story in one view."""

    def __init__(self, root: etree._Element, view: View) -> None:
        self.pending = 0
        self._inserted: set[str] = set()
        self._deleted: dict[str, etree._Element] = {}
        self._open: set[str] = set()
        for region in root.iter(f"{TEXT}changed-region"):
            self.pending += 1
            key = region.get(f"{TEXT}id") or region.get(XML_ID) or ""
            if view is View.ACCEPTED:
                continue
            if region.find(f"{TEXT}insertion") is not None:
                self._inserted.add(key)
            deletion = region.find(f"{TEXT}deletion")
            if deletion is not None:
                self._deleted[key] = deletion

    @property
    def silent(self) -> bool:
        """Whether what comes now was inserted and is not shown."""
        return bool(self._open)

    def mark(self, element: etree._Element) -> list[etree._Element]:
        """Takes a mark; the blocks that were deleted here, where this view shows them."""
        key = element.get(f"{TEXT}change-id", "")
        if element.tag == START and key in self._inserted:
            self._open.add(key)
        elif element.tag == END:
            self._open.discard(key)
        elif element.tag == POINT and key in self._deleted and not self.silent:
            deleted = self._deleted.pop(key)  # once, however often it is pointed to
            return [child for child in deleted if isinstance(child.tag, str) and child.tag.startswith(TEXT)]
        return []

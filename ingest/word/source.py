"""What all stories of one Word file share: its package, styles, lists, notes, settings, and the account of the walk."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from ingest.ooxml import Package
from ingest.word.names import W, switch
from ingest.word.numbering import Numbering
from ingest.word.styles import Styles

NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


@dataclass(slots=True)
class Account:
    """What a walk met: parts by what became of them, and what is counted on the way."""

    read: set[str] = field(default_factory=set)
    unread: dict[str, str] = field(default_factory=dict)
    placeholders: int = 0
    pictures: int = 0
    page_pictures: int = 0
    objects: Counter[str] = field(default_factory=Counter)
    changes: int = 0

    def absorb(self, inner: Account, name: str) -> None:
        """Takes over what was met in a Word file that is imported here under this name."""
        self.unread.update({f"{name}/{part}": why for part, why in inner.unread.items()})
        self.objects += inner.objects
        self.placeholders += inner.placeholders
        self.pictures += inner.pictures
        self.page_pictures += inner.page_pictures
        self.changes += inner.changes


class Source:
    """One Word file, opened. `depth` counts how many files it lies within (an imported file may import others)."""

    def __init__(self, data: bytes, depth: int = 0) -> None:
        self.package = Package(data, "Word", "word/document.xml")
        self.depth = depth
        self.main = self.package.main()
        self._roots: dict[str, etree._Element] = {}
        self.document = self.root(self.main)
        self.styles = Styles(self._optional("styles"))
        self.numbering = Numbering(self._optional("numbering"), self.styles.lists)
        self.settings = self._optional("settings")
        self._notes: dict[str, dict[str, etree._Element]] = {}

    @property
    def even_headers(self) -> bool:
        """Whether even pages have headers and footers of their own."""
        found = None if self.settings is None else self.settings.find(f"{W}evenAndOddHeaders")
        return switch(found) is True

    def root(self, name: str) -> etree._Element:
        """The XML of a part, parsed once."""
        if name not in self._roots:
            self._roots[name] = self.package.xml(name)
        return self._roots[name]

    def part(self, kind: str) -> str | None:
        """The name of the document's first part of a kind ("footnotes", "comments"), None where it has none."""
        return self.package.related(self.main, kind)

    def notes(self, kind: str) -> dict[str, etree._Element]:
        """The footnotes or endnotes by id, without the separators."""
        if kind not in self._notes:
            root = self._optional(kind)
            found = () if root is None else root.iterchildren(f"{W}{NOTES[kind]}")
            self._notes[kind] = {
                note.get(f"{W}id", ""): note for note in found if note.get(f"{W}type") in (None, "normal")
            }
        return self._notes[kind]

    def comments(self) -> int:
        """How many comments stand beside the text."""
        root = self._optional("comments")
        return 0 if root is None else sum(1 for _ in root.iterchildren(f"{W}comment"))

    def _optional(self, kind: str) -> etree._Element | None:
        name = self.part(kind)
        return None if name is None else self.root(name)

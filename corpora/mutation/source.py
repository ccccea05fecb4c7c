"""A contract's file beside the Document read from it: what stands where, and how the file's text is edited."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cached_property

from checks import parties
from checks.parties import Parties
from corpora.placing import Squeezed
from ingest.document import Document, Span

# Signs of Markdown and of tables that a Document's text leaves out, and what no reader sees.
_MARKUP = frozenset("|*_`#\\•\u00ad\u200b\ufeff")
_AROUND = " \t*_#>|-•"
Edit = tuple[int, int, str]


class NotMade(Exception):
    """A mutant that cannot be made of this clause. `str()` is the reason, a few Swedish words."""


def _squeezed(text: str) -> Squeezed:
    places = tuple(at for at, sign in enumerate(text) if not sign.isspace() and sign not in _MARKUP)
    return Squeezed("".join(text[at] for at in places), places)


class Source:
    """A text or Markdown file: its text as written, the Document that is read from it, and the way between them."""

    def __init__(self, name: str, text: str, document: Document) -> None:
        self.name = name
        self.text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        self.document = document
        self._written = _squeezed(self.text)
        self._read = _squeezed(document.text)

    @property
    def markdown(self) -> bool:
        """Whether the file is Markdown; else plain text."""
        return self.name.endswith(".md")

    @cached_property
    def parties(self) -> Parties:
        """Who is who in the contract."""
        return parties.find(self.document.text)

    def written(self, span: Span) -> list[int]:
        """Where each code point of a span of the Document stands in the file; -1 for what only the Document has.

        Raises NotMade where the words do not stand in the file in one piece, or it cannot be told which of several.
        """
        inside = [at for at in range(span.start, span.end) if self._counts(at)]
        if not inside:
            raise NotMade("stället hittas inte i filen")
        signs = "".join(self.document.text[at] for at in inside)
        before = _occurrences(self._read.text, signs)
        there = _occurrences(self._written.text, signs)
        own = self._order[inside[0]]
        if own not in before or len(before) != len(there):
            raise NotMade("stället hittas inte i filen")
        start = there[before.index(own)]
        known = dict(zip(inside, range(start, start + len(signs)), strict=True))
        return [self._written.places[known[at]] if at in known else -1 for at in range(span.start, span.end)]

    def place(self, span: Span) -> Span:
        """Where a span of the Document stands in the file, from its first sign to its last. Raises NotMade."""
        known = [at for at in self.written(span) if at >= 0]
        return Span(known[0], known[-1] + 1)

    def edits(self, span: Span, changes: Iterable[Edit]) -> list[Edit]:
        """Edits within a span of the Document (offsets from its start) as edits of the file; line breaks stay."""
        known = self.written(span)
        found = []
        for start, end, text in changes:
            before = [place for place in known[:start] if place >= 0]
            inside = [place for place in known[start:end] if place >= 0]
            opens = start < len(known) and known[start] >= 0
            at = known[start] if opens else before[-1] + 1  # a change that opens with a space follows the word before
            found.append((at, max(at, inside[-1] + 1) if inside else at, text))
        return found

    def edited(self, edits: Iterable[Edit]) -> str:
        """The file's text with the edits made; those that overlap an earlier one are left out."""
        text, last = self.text, len(self.text) + 1
        for start, end, new in sorted(edits, reverse=True):
            if end <= last:
                text, last = text[:start] + new + text[end:], start
        return text

    def lines(self, span: Span) -> Edit:
        """The edit that takes a span of the file away with its signs of markup, and with lines that this empties."""
        start, end = span.start, span.end
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", end)
        last = len(self.text) if last < 0 else last
        bare = not self.text[first:start].strip(_AROUND) and not self.text[end:last].strip(_AROUND)
        return (first, min(last + 1, len(self.text)), "") if bare else (start, end, "")

    def _counts(self, at: int) -> bool:
        return at in self._order

    @cached_property
    def _order(self) -> dict[int, int]:
        return {place: order for order, place in enumerate(self._read.places)}


def _occurrences(text: str, wanted: str) -> list[int]:
    found, at = [], text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found

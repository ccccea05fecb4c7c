"""Where labelled quotes stand in a text, white space not counted, and whether a passage meets one of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.document import Span

# Soft hyphens, zero width spaces and byte order marks are in no Document; a bar parts a row's cells, in texts a tab.
_UNSEEN = "\u00ad\u200b\ufeff|"


def squeezed(text: str) -> str:
    """The text without white space and bars, composed, as quotes are compared."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if _counts(sign))


def _counts(sign: str) -> bool:
    return not sign.isspace() and sign not in _UNSEEN


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without white space, and where in the text each of its signs stands."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Squeezed:
        """A Document's text: composed already."""
        places = tuple(at for at, sign in enumerate(text) if _counts(sign))
        return cls("".join(text[at] for at in places), places)

    def find(self, quote: str) -> list[Span]:
        """Everywhere that the quote stands, as spans of the text itself."""
        wanted = squeezed(quote)
        found: list[Span] = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            found.append(Span(self.places[at], self.places[at + len(wanted) - 1] + 1))
            at = self.text.find(wanted, at + len(wanted))
        return found


def overlap(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether any of the spans shares a sign with any of the others."""
    there = list(others)
    return any(span.start < other.end and other.start < span.end for span in spans for other in there)

"""How long and how large a piece of work may be, and the word to the watcher that it is of the heavier kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

GIB: Final = 2**30
SECONDS: Final = 60.0
SECONDS_A_PAGE: Final = 10.0  # of OCR
MOST_PAGES: Final = 5_000
TEXT_MEMORY: Final = 1 * GIB  # resident, of the worker and its children together
HEAVY_MEMORY: Final = 3 * GIB  # OCR and LibreOffice
# Address space that a worker may take on top of what it begins with: what allocates more at once is a bomb.
ADDRESS_SPACE: Final = 2 * GIB


@dataclass(slots=True)
class Allowance:
    """What is left to a piece of work: seconds of waiting for it, and bytes of resident memory."""

    seconds: float = SECONDS
    memory: int = TEXT_MEMORY

    def widen(self, pages: int) -> None:
        """Heavy work with that many pages of OCR (0: LibreOffice) begins."""
        self.memory = HEAVY_MEMORY
        self.seconds += SECONDS_A_PAGE * max(0, min(pages, MOST_PAGES))


# What a worker sets while it works, so that `heavy` reaches its watcher.
_tell: list[Callable[[int], None]] = []


def heavy(pages: int = 0) -> None:
    """Says that OCR of so many pages, or LibreOffice, begins: 3 GiB instead of 1, and 10 s more for each page.

    Does nothing where the work is not guarded.
    """
    for tell in _tell:
        tell(pages)


def listen(tell: Callable[[int], None] | None) -> None:
    """Sets (or with None takes away) who hears `heavy`."""
    _tell[:] = [] if tell is None else [tell]

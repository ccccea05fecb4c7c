"""What a container may cost, however it is nested."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.errors import TooLarge

DEEPEST = 4  # containers within one another
MOST_MEMBERS = 5_000
MOST_EXPANDED = 1024 * 2**20  # bytes of all members together
RATIO = 200  # times its packed size, from FREE bytes on; text packs some ten times, a bomb a thousand
FREE = 20 * 2**20


@dataclass(slots=True)
class Budget:
    """Counts members and bytes over all levels. `spent` tells that a limit is reached and nothing more is opened."""

    members: int = 0
    bytes: int = 0
    skipped: int = 0
    spent: bool = False

    def member(self) -> None:
        """One more member. Raises TooLarge."""
        self.members += 1
        if self.members > MOST_MEMBERS:
            self.spent = True
            raise TooLarge(f"arkivet har fler än {MOST_MEMBERS} filer; resten lästes inte", "dela upp det")

    def expanded(self, count: int) -> None:
        """So many more bytes. Raises TooLarge."""
        self.bytes += count
        if self.bytes > MOST_EXPANDED:
            self.spent = True
            size = MOST_EXPANDED // 2**20
            raise TooLarge(f"arkivet packar upp sig till mer än {size} MB; resten lästes inte", "dela upp det")

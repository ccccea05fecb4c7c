"""What a walk through a response finds: pieces with their recommendations, and paragraphs that are still open."""

from __future__ import annotations

from dataclasses import dataclass, field

from checks.audit.pieces import Column, Piece


@dataclass
class Aligned:
    """The pieces of a response that are about each recommendation (by index), and those that are about none.

    `anchored` are the recommendations that the response itself names or repeats; `nearest` is how near the best
    passage of a recommendation came, and its first piece.
    """

    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    loose: list[Piece] = field(default_factory=list)
    anchored: set[int] = field(default_factory=set)
    nearest: dict[int, tuple[float, Piece]] = field(default_factory=dict)

    def give(self, place: int, piece: Piece) -> None:
        """Counts a piece to a recommendation, once."""
        kept = self.pieces.setdefault(place, [])
        if piece not in kept:
            kept.append(piece)


@dataclass
class Open:
    """A paragraph whose recommendation the response does not name: among which it may be, under which heading.

    `zone` counts the anchor that holds over it, None without one. A table's row is open under the cells that name it.
    """

    pieces: list[Piece]
    among: tuple[int, ...]
    zone: int | None
    heading: str
    answer: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """All its words, without those that only say who and when."""
        said = [piece.text for piece in self.pieces if piece.column not in (Column.WHO, Column.WHEN)]
        return " ".join(said or [piece.text for piece in self.pieces])

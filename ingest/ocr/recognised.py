"""What an engine reads off an image, in pixels of the upright image, from its top left."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Stretch:
    """A run of text on one line. `edges` are the borders of its characters, one more than there are characters.

    `base` is its baseline, `size` its font size in pixels and `stroke` how thick its strokes are for its size (all
    three 0 until `ink` has measured them). `score` is the engine's confidence, from 0 to 1.
    """

    text: str
    edges: list[float]
    top: float
    bottom: float
    score: float
    base: float = 0.0
    size: float = 0.0
    stroke: float = 0.0


@dataclass(slots=True)
class Recognition:
    """A whole image as read by `engine`: how it was turned (quarters clockwise) and straightened (degrees clockwise),
    its upright width and height in pixels, its text, and its ruled lines as (at, start, end).
    """

    engine: str
    turn: int
    skew: float
    width: int
    height: int
    stretches: list[Stretch] = field(default_factory=list)
    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        """The mean confidence of its characters, from 0 to 1; 0 where nothing was read."""
        signs = sum(len(stretch.text) for stretch in self.stretches)
        return sum(stretch.score * len(stretch.text) for stretch in self.stretches) / signs if signs else 0.0


class OcrUnavailable(Exception):
    """No engine can read; the message says in Swedish why and what helps."""

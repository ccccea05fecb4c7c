"""The anchors that hold at a point of a response: the title nearest above, and those that it stands under."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Hold:
    """An anchor: how deep its title stands, what it is about, and the zone under it."""

    depth: int
    among: tuple[int, ...]
    zone: int


class Holds:
    """A stack of anchors, outermost first. A title ends those that stand as deep as itself, or deeper."""

    def __init__(self) -> None:
        self._stack: list[_Hold] = []
        self.zones = 0

    @property
    def among(self) -> tuple[int, ...] | None:
        """The recommendations that the nearest anchor names; None where none holds."""
        return self._stack[-1].among if self._stack else None

    @property
    def one(self) -> bool:
        """Whether the nearest anchor names exactly one."""
        return self.among is not None and len(self.among) == 1

    @property
    def zone(self) -> int | None:
        """The zone of the nearest anchor: a number of its own."""
        return self._stack[-1].zone if self._stack else None

    @property
    def depth(self) -> int:
        """How deep the nearest anchor's title stands; 0 without one."""
        return self._stack[-1].depth if self._stack else 0

    def new_zone(self) -> int:
        """A zone for what goes together without a title."""
        self.zones += 1
        return self.zones

    def hold(self, among: tuple[int, ...], depth: int) -> None:
        """Sets an anchor."""
        self.release(depth)
        self._stack.append(_Hold(depth, among, self.new_zone()))

    def release(self, depth: int) -> None:
        """Ends the anchors whose titles stand as deep, or deeper."""
        self._stack = [each for each in self._stack if each.depth < depth]

    def clear(self) -> None:
        """Ends them all."""
        self._stack.clear()

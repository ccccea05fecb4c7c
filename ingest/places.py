"""From a span of the text back to its boxes on the pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from ingest.document import Box, Span
from ingest.draft import Origin


class Places:
    """Where every block stands: called with a span of the text, gives its boxes.

    `origins` are those of the blocks at `spans`; `locate` is the format's own, from (page, first character, count) to
    boxes. An object and no closure, so that a Document can be sent from one process to another where `locate` can.
    """

    def __init__(
        self,
        spans: list[Span],
        origins: list[tuple[Origin, ...]],
        locate: Callable[[list[tuple[int, int, int]]], tuple[Box, ...]] | None,
    ) -> None:
        self._starts = [span.start for span in spans] if locate else []
        self._origins = origins if locate else []
        self._locate = locate

    def __call__(self, span: Span) -> tuple[Box, ...]:
        """The boxes of a span, a box a line; none where the format has no pages."""
        return self.many([span])[0]

    def many(self, spans: Sequence[Span]) -> list[tuple[Box, ...]]:
        """As a call for each span; a format whose pages are dear to open may do it at once."""
        if self._locate is None:
            return [() for _ in spans]
        wanted = [self._wanted(span) for span in spans]
        at_once = getattr(self._locate, "many", None)
        if at_once is not None:
            found: list[tuple[Box, ...]] = at_once(wanted)
            return found
        return [self._locate(origins) if origins else () for origins in wanted]

    def _wanted(self, span: Span) -> list[tuple[int, int, int]]:
        wanted: list[tuple[int, int, int]] = []
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._starts)):
            start = self._starts[index]
            if start >= span.end:
                break
            wanted.extend(_characters(self._origins[index], span.start - start, span.end - start))
        return wanted


def _characters(origins: tuple[Origin, ...], start: int, end: int) -> list[tuple[int, int, int]]:
    """Page, first character and count for the characters of a block from `start` to `end`."""
    found: list[tuple[int, int, int]] = []
    for origin in origins:
        first, last = max(start, origin.offset), min(end, origin.offset + origin.count)
        if first < last:
            found.append((origin.page, origin.index + first - origin.offset, last - first))
    return found

"""From a span of the text back to its boxes on the pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

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
        if self._locate is None:
            return ()
        wanted: list[tuple[int, int, int]] = []
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._starts)):
            start = self._starts[index]
            if start >= span.end:
                break
            wanted.extend(_characters(self._origins[index], span.start - start, span.end - start))
        return self._locate(wanted) if wanted else ()


def _characters(origins: tuple[Origin, ...], start: int, end: int) -> list[tuple[int, int, int]]:
    """Page, first character and count for the characters of a block from `start` to `end`."""
    found: list[tuple[int, int, int]] = []
    for origin in origins:
        first, last = max(start, origin.offset), min(end, origin.offset + origin.count)
        if first < last:
            found.append((origin.page, origin.index + first - origin.offset, last - first))
    return found

"""Footnotes: the small print at a page's foot that begins with a mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ingest.pdf.line import Line
from ingest.pdf.sheets import Sheet

_MARK = re.compile(r"(?:\d{1,3}|[*†‡])\s?[^\W\d_]|(?:\d{1,3}|[*†‡])$")


def body_size(sheets: Iterable[Sheet]) -> float:
    """The font size of most of the text, in points."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            sizes[line.size] += line.end - line.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def take_footnotes(sheet: Sheet, size: float) -> list[Line]:
    """Takes the footnotes' lines out of the sheet's, in order. `size` is the document's body size."""
    small: list[Line] = []
    for line in sorted(sheet.lines, key=lambda line: -line.base):
        if line.size > size - 0.8 or line.top < 0.45 * sheet.height:
            break
        small.append(line)
    small.reverse()
    while small and not _MARK.match(small[0].text):
        small.pop(0)
    taken = {line.start for line in small}
    if taken:
        sheet.lines = [line for line in sheet.lines if line.start not in taken]
    return small

"""Lines of a contents list: with leaders, or beneath its heading with page numbers at the right edge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.pdf.line import Line

_LEADER = re.compile(r"(?:\.\s?){4,400}\s{0,3}(?:\d{1,4}|[ivx]{1,6})$|[…_·]{3,400}\s{0,3}\d{1,4}$")
_TITLE = re.compile(r"(?:innehåll(?:sförteckning)?|table of contents|contents)\s{0,3}:?$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:^|\s)(\d{1,3})$")
_EDGE = 14.0
_PAGE_ENDS = frozenset("0123456789ivx")


def contents_lines(lines: Sequence[Line]) -> set[int]:
    """The indexes of a page's lines that belong to a contents list, in reading order."""
    paged = {index for index, line in enumerate(lines) if line.text[-1] in _PAGE_ENDS}
    if not paged:
        return set()
    found = {index for index in paged if _LEADER.search(lines[index].text)}
    if any(lines[index].parts for index in paged):
        found |= _numbered_run(lines)
    # An entry too long for its line has its leader on the next one.
    for index in sorted(found, reverse=True):
        before = index - 1
        if before in found or before < 0 or index - 2 not in found:
            continue
        if lines[index].base - lines[before].base < 1.6 * lines[index].size and len(lines[before].text) > 30:
            found.add(before)
    return found


def _numbered_run(lines: Sequence[Line]) -> set[int]:
    """Lines that end at one edge with page numbers that do not fall: after a contents heading, or many in a row."""
    found: set[int] = set()
    run: list[int] = []
    titled, last = False, 0
    for index, line in enumerate(lines):
        match = _NUMBER.search(line.text) if line.parts else None
        number = int(match.group(1)) if match else -1
        if match and _is_at_edge(line) and number >= last and (not run or abs(line.x1 - lines[run[-1]].x1) < 4):
            run.append(index)
            last = number
            continue
        if titled or len(run) > 3:
            found.update(run)
        run, last, titled = [], 0, bool(_TITLE.match(line.text))
    if titled or len(run) > 3:
        found.update(run)
    return found


def is_entry_end(line: Line) -> bool:
    """Whether a contents list's line ends with its page number; if not, the entry goes on."""
    return bool(_LEADER.search(line.text) or _NUMBER.search(line.text))


def _is_at_edge(line: Line) -> bool:
    return bool(line.parts) and line.right - line.x1 < _EDGE and line.parts[-1].end - line.parts[-1].start <= 3

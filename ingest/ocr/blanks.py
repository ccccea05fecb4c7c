"""Blanks to fill in: short ruled lines within a line of text, which a file would have as "______".

They tell a template from a contract, and a clause that says nothing from one that does.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.ocr.recognised import Stretch
from ingest.ocr.rules import Rule

BLANK = "______"
# No blank is longer than this many font sizes: that would be a table's border.
_LONGEST = 40


def with_blanks(stretches: list[Stretch], across: list[Rule], down: list[Rule]) -> list[Stretch]:
    """The stretches with the blanks among the lines across in their places. What a line down meets is a table's."""
    found = list(stretches)
    for rule in across:
        at, start, end = rule
        if any(start - 8 <= x <= end + 8 and top - 8 <= at <= bottom + 8 for x, top, bottom in down):
            continue
        beside = [one for one in found if -0.1 < (at - one.base) / max(one.size, 1) < 0.35 and _is_near(one, rule)]
        if not beside or end - start > _LONGEST * beside[0].size:
            continue
        around = next((one for one in beside if one.edges[0] < end and one.edges[-1] > start), None)
        if around is None:
            near = beside[0]
            edges = [start + (end - start) * place / len(BLANK) for place in range(len(BLANK) + 1)]
            found.append(replace(near, text=BLANK, edges=edges, stroke=near.stroke))
        elif not _is_written_on(around, start, end):
            found[found.index(around)] = _filled_in(around, start, end)
    return found


def _is_near(stretch: Stretch, rule: Rule) -> bool:
    gap = max(rule[1] - stretch.edges[-1], stretch.edges[0] - rule[2])
    return gap < 3 * stretch.size


def _is_written_on(stretch: Stretch, start: float, end: float) -> bool:
    """Whether letters stand on the line: it is an underlining, or the blank is filled in."""
    middles = [(one + other) / 2 for one, other in zip(stretch.edges, stretch.edges[1:], strict=False)]
    inside = sum(start + 4 < x < end - 4 and sign != " " for x, sign in zip(middles, stretch.text, strict=True))
    return inside * stretch.size > 0.25 * (end - start)


def _filled_in(stretch: Stretch, start: float, end: float) -> Stretch:
    middle = (start + end) / 2
    at = sum((one + other) / 2 < middle for one, other in zip(stretch.edges, stretch.edges[1:], strict=False))
    if at < len(stretch.text) and stretch.text[at] == " ":
        at += 1
    before, after = stretch.text[:at].rstrip(" "), stretch.text[at:].lstrip(" ")
    lead, tail = (before + " " if before else ""), (" " + after if after else "")
    left, right = stretch.edges[: len(before)], stretch.edges[len(stretch.edges) - len(after) - 1 :]
    blank = [start + (end - start) * place / len(BLANK) for place in range(len(BLANK))]
    edges = [*left, *([start] if before else []), *blank, *([end] if after else []), *right]
    if not after:
        edges = [*edges[:-1], end]
    return replace(stretch, text=lead + BLANK + tail, edges=edges)

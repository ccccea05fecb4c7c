"""Tables drawn with rules of dashes, as pandoc and typists draw them, become tables of pipes.

Grid tables (+---+---+, the head above +===+), simple tables (a rule of several strokes under the heads) and those of
several lines a row (a long rule above and below, empty lines between the rows).
"""

from __future__ import annotations

import itertools
import re

_GRID = re.compile(r"[ \t]*\+(?:[-=:]{2,}\+){1,40}[ \t]*")
_STROKES = re.compile(r"[ \t]{0,12}-{2,}(?:[ \t]+-{2,}){1,40}[ \t]*")
_LONG_RULE = re.compile(r"[ \t]{0,12}-{8,}[ \t]*")
_WORD = re.compile(r"\w")
_STROKE = re.compile(r"-+")
_LONGEST = 600  # lines of one table
_MOST_HEADS = 4  # lines that a head takes


def piped(lines: list[str]) -> list[str]:
    """The lines, with drawn tables as rows between pipes, a delimiter row after their heads."""
    if not any("--" in line or "==" in line for line in lines):
        return lines
    out: list[str] = []
    index = 0
    while index < len(lines):
        ruled = "--" in lines[index] or "==" in lines[index]
        if ruled and (found := _grid(lines, index) or _simple(lines, index, out)):
            rows, index = found
            out.extend(rows)
        else:
            out.append(lines[index])
            index += 1
    return out


def _grid(lines: list[str], start: int) -> tuple[list[str], int] | None:
    """The rows of a grid table whose first rule is the line at `start`, and the line after its last rule."""
    if not _GRID.fullmatch(lines[start]):
        return None
    columns = lines[start].count("+") - 1
    rows: list[str] = []
    cells: list[list[str]] = []
    end = start
    for index in range(start + 1, min(start + _LONGEST, len(lines))):
        line = lines[index].strip()
        if _GRID.fullmatch(line):
            if not cells:
                break
            rows.append(_row([" ".join(cell) for cell in cells]))
            if "=" in line and len(rows) == 1:
                rows.append(_delimiter(columns))
            cells, end = [], index + 1
        elif line.startswith("|") and line.endswith("|") and len(line) > 1:
            parts = [part.strip() for part in line[1:-1].split("|")]
            cells = cells or [[] for _ in parts]
            for place, part in enumerate(parts):
                cells[min(place, len(cells) - 1)].append(part)
        else:
            break
    return ([*rows, ""], end) if rows else None


def _simple(lines: list[str], start: int, out: list[str]) -> tuple[list[str], int] | None:
    """A table whose rule of several strokes is the line at `start`; its heads are the last lines of `out`."""
    if not _STROKES.fullmatch(lines[start]):
        return None
    strokes = [found.span() for found in _STROKE.finditer(lines[start])]
    heads = list(itertools.takewhile(lambda line: line.strip(), reversed(out[-_MOST_HEADS - 1 :])))[::-1]
    long = bool(heads) and _LONG_RULE.fullmatch(heads[0]) is not None
    above = heads[1:] if long else [line for line in heads[-1:] if _WORD.search(line)]
    found = (None if heads else _body(lines, start, strokes, True)) or _body(lines, start, strokes, long)
    if found is None or not all(_fits(line, strokes) for line in above):
        return None
    rows, end = found
    del out[len(out) - len(above) - long :]
    head = [_row(_joined(above, strokes)), _delimiter(len(strokes))] if above else []
    return ["", *head, *rows, ""], end


def _body(lines: list[str], start: int, strokes: list[tuple[int, int]], long: bool) -> tuple[list[str], int] | None:
    """The rows under a rule and where they end: at an empty line or a rule, those of several lines at a long rule."""
    rows: list[str] = []
    pending: list[str] = []
    for index in range(start + 1, min(start + _LONGEST, len(lines))):
        line = lines[index]
        ruled = _STROKES.fullmatch(line) or _LONG_RULE.fullmatch(line)
        if ruled or not line.strip():
            if pending:
                rows.append(_row(_joined(pending, strokes)))
                pending = []
            if ruled or not long:
                return (rows, index + bool(ruled)) if rows and (ruled or not long) else None
        elif not _fits(line, strokes):
            return None
        elif long:
            pending.append(line)
        else:
            rows.append(_row(_joined([line], strokes)))
    return (rows, len(lines)) if rows and not long and start + _LONGEST >= len(lines) else None


def _fits(line: str, strokes: list[tuple[int, int]]) -> bool:
    """Whether no word of the line crosses from one column into the next."""
    if "|" in line or not _WORD.search(line):
        return False
    wide = line.expandtabs(4)
    return all(not wide[start - 1 : start].strip() for start, _ in strokes[1:]) and not wide[: strokes[0][0]].strip()


def _joined(lines: list[str], strokes: list[tuple[int, int]]) -> list[str]:
    """The cells of a row that takes one line or several."""
    starts = [start for start, _ in strokes]
    edges = [*zip(starts, [*starts[1:], None], strict=True)]
    wide = [line.expandtabs(4) for line in lines]
    return [" ".join(" ".join(line[start:end] for line in wide).split()) for start, end in edges]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _delimiter(columns: int) -> str:
    return f"|{'---|' * columns}"

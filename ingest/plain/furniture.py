"""What stands on a text's pages beside the text: page numbers, and header and footer lines that come again on every
page.
"""

from __future__ import annotations

import re
from collections import Counter

from ingest.document import BlockKind

_PAGE_NUMBER = re.compile(
    r"\s*(?:(?:sida|sid\.?|page|s\.)\s{0,3}(?:nr\s)?\d{1,4}(?:\s{0,3}(?:av|of|/|\()\s{0,3}\d{1,4}\)?)?|"
    r"\d{1,4}\s{0,3}\(\d{1,4}\)|\d{1,4}\s{0,2}/\s{0,2}\d{1,4}"
    r"|[-–]\s{0,2}\d{1,4}\s{0,2}[-–])\s*",
    re.IGNORECASE,
)
_LONE_FIGURE = re.compile(r"\s*\d{1,4}\s*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}[ -]\d{4}|20\d{6}")
_FIGURES = re.compile(r"\d+")
_EDGE = 4


def furniture(pages: list[list[str]]) -> list[dict[int, BlockKind]]:
    """For each page, which of its lines are furniture, and of what kind."""
    found = [
        {index: BlockKind.PAGE_NUMBER for index, line in enumerate(lines) if _is_page_number(line)} for lines in pages
    ]
    if len(pages) > 1:
        _add_repeated(pages, found)
    else:
        _add_beside_numbers(pages[0], found[0])
    return found


def _is_page_number(line: str) -> bool:
    bare = line.strip()
    return len(bare) < 40 and bool(_PAGE_NUMBER.fullmatch(bare))


def _edges(lines: list[str]) -> tuple[list[int], list[int]]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return filled[:_EDGE], filled[-_EDGE:]


def _shape(line: str) -> str:
    """What a line shares with its like on other pages; a sentence must be the same to its figures."""
    bare = " ".join(line.split()).lower()
    return bare if bare.endswith(".") else _FIGURES.sub("0", bare)


def _add_repeated(pages: list[list[str]], found: list[dict[int, BlockKind]]) -> None:
    """Lines at the top or foot that stand so, but for figures, on at least a third of the pages and on two."""
    enough = max(2, (len(pages) + 2) // 3)
    edges = [_edges(lines) for lines in pages]
    for side, kind in ((0, BlockKind.HEADER), (1, BlockKind.FOOTER)):
        count = Counter(
            shape
            for lines, edge in zip(pages, edges, strict=True)
            for shape in {_shape(lines[index]) for index in edge[side]}
        )
        for lines, edge, marks in zip(pages, edges, found, strict=True):
            inward = edge[side] if side == 0 else edge[side][::-1]
            for index in inward:
                line = lines[index]
                if index in marks:
                    continue
                if _LONE_FIGURE.fullmatch(line) and index in (edge[0][:1] + edge[1][-1:]):
                    marks[index] = BlockKind.PAGE_NUMBER
                elif count[_shape(line)] >= enough and len(line.strip()) > 1 and _may_repeat(line):
                    marks[index] = kind
                else:
                    break


def _may_repeat(line: str) -> bool:
    """A list marker or a short clause may come again at a page's edge by chance; a header is more than that."""
    bare = line.strip()
    worded = any(letter.isalpha() for letter in bare) or _DATE.fullmatch(bare) is not None
    return worded and not bare.endswith((";", ":"))


def _add_beside_numbers(lines: list[str], marks: dict[int, BlockKind]) -> None:
    """Without form feeds: lines that stand beside page numbers and come again beside others."""
    beside: list[tuple[int, BlockKind]] = []
    for number in list(marks):
        for step, kind in ((-1, BlockKind.FOOTER), (1, BlockKind.HEADER)):
            index, blanks = number + step, 0
            while 0 <= index < len(lines) and blanks < 3 and abs(index - number) <= _EDGE + 2:
                if lines[index].strip():
                    beside.append((index, kind))
                else:
                    blanks += 1
                index += step
    count = Counter(_shape(lines[index]) for index in {index for index, _ in beside})
    numbers = len(marks)
    for index, kind in beside:
        if (
            index not in marks
            and numbers > 1
            and count[_shape(lines[index])] >= max(2, numbers // 2)
            and _may_repeat(lines[index])
        ):
            marks[index] = kind

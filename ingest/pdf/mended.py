"""Lines whose characters PDFium gives in another order than they stand in, or with spaces where none are.

Programs write a sign that the font lacks (a tick box, an arrow) after the rest of its line, and set headings with white
between the letters. Both are told by the places of the characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2.raw as pdfium

from ingest.pdf.line import Line, Part, Rect
from ingest.pdf.normal import Run
from ingest.pdf.pages import Characters

CharBox = Callable[[Characters, int], Rect]
# Where letters may be set apart.
_SPACED = re.compile(r"(?:\S ){3}")
# White that is wider than this is a space, in font sizes; the tight boxes of letters lie nearer.
_SPACE = 0.22
# Letters are never spaced wider than this, in font sizes: what is, stands in columns.
_WIDEST_SPACING = 0.7


@dataclass(frozen=True, slots=True)
class _Sign:
    index: int
    text: str
    x0: float
    x1: float


def mend(page: Characters, line: Line, boxes: list[Rect], box: CharBox, gap: float) -> None:
    """Puts the line's characters in order, and takes out spaces between spaced letters, where it needs either.

    `boxes` are its runs in PDFium's order; white wider than `gap` parts it.
    """
    if line.turn or line.end - line.start > 500:
        return
    if any(after[0] < before[2] - line.size for before, after in pairwise(boxes)):
        signs = _ordered(_signs(page, line, box), line.size)
        if signs:
            _rewrite(line, signs, _SPACE * line.size, gap)
    elif len(boxes) > 4 and _SPACED.search(line.text) and _is_spaced(page, line):
        signs = [sign for sign in _signs(page, line, box) if not sign.text.isspace()]
        usual = median(after.x0 - before.x1 for before, after in pairwise(signs))
        if usual < _WIDEST_SPACING * line.size:
            _rewrite(line, signs, 1.6 * usual + 0.15 * line.size, gap + usual)


def _is_spaced(page: Characters, line: Line) -> bool:
    """Whether nearly all words of a line are single letters, which PDFium parted."""
    words = line.text.split()
    single = sum(len(word) == 1 and word.isalpha() for word in words)
    if len(words) < 5 or single < 0.6 * len(words) or sum(map(len, words)) > 1.6 * len(words):
        return False
    return _is_generated(page, line.start + line.text.index(" "))


def _is_generated(page: Characters, index: int) -> bool:
    """Whether PDFium put the character in by itself."""
    return bool(pdfium.FPDFText_IsGenerated(page.handle, index) == 1)


def _signs(page: Characters, line: Line, box: CharBox) -> list[_Sign]:
    """The line's characters with their edges, without the spaces that PDFium put in."""
    signs = []
    for index in range(line.start, line.end):
        text = page.text[index]
        if text.isspace() and _is_generated(page, index):
            continue
        x0, _, x1, _ = box(page, index)
        signs.append(_Sign(index, text, x0, x1))
    return signs


def _ordered(signs: list[_Sign], size: float) -> list[_Sign]:
    """The signs from the left; nothing where what was written later has no room between the others."""
    chunks: list[list[_Sign]] = []
    for sign in signs:
        step = sign.x0 - chunks[-1][-1].x1 if chunks else 0.0
        # What follows a step back may itself be several signs for several places.
        back = len(chunks) > 1 and step > size
        if not chunks or step < -0.5 * size or back:
            chunks.append([])
        chunks[-1].append(sign)
    ordered, *later = chunks
    for chunk in later:
        at = next((at for at, sign in enumerate(ordered) if sign.x0 > chunk[0].x0), len(ordered))
        before = ordered[at - 1].x1 if at else -1e9
        after = ordered[at].x0 if at < len(ordered) else 1e9
        if chunk[0].x0 < before - 0.2 * size or chunk[-1].x1 > after + 0.2 * size:
            return []
        ordered[at:at] = chunk
    return ordered


def _rewrite(line: Line, signs: list[_Sign], space: float, gap: float) -> None:
    """Gives the line the signs' text, with a space where the white between two is wider than `space`."""
    text, runs, starts = "", list[Run](), [0]
    left, right = [signs[0].x0], [signs[0].x1]
    last = signs[0].x0
    for sign in signs:
        if sign.text.isspace():
            continue
        if text and sign.x0 - last > gap:
            starts.append(len(text) + 1)
            left.append(sign.x0)
            right.append(sign.x1)
        parted = bool(text) and (sign.x0 - last > space or _has_space(signs, sign))
        text += " " * parted
        runs.append((len(text), sign.index, 1))
        text += sign.text
        last = right[-1] = sign.x1
    line.text, line.runs, line.plain, line.finer = text, tuple(runs), False, []
    line.x0, line.x1 = min(line.x0, left[0]), max(line.x1, right[-1])
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    parts = [
        Part(line.start + a, line.start + b, x0, x1) for a, b, x0, x1 in zip(starts, ends, left, right, strict=True)
    ]
    line.parts = parts if len(parts) > 1 else []


def _has_space(signs: list[_Sign], sign: _Sign) -> bool:
    """Whether a space of the text itself stands right before a sign."""
    at = signs.index(sign)
    return at > 0 and signs[at - 1].text.isspace()

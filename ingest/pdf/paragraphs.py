"""Which lines make one paragraph: told by spacing, indents, labels, weight, and room left for the next word.

That a line broke although the next word had room is the surest sign of a paragraph's end; it needs the column's right
edge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pdf.line import Line

_BULLET = re.compile(r"[•▪◦‣●○■□☐☒➢➤✓·\ue000-\uf8ff]|[–—*o-]\s")
_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zåäö]|[ivx]{1,5})\)|\d{1,3}(?:\.\d{1,3}){0,4}\.?(?=\s)|[A-ZÅÄÖ]\.(?=\s)|§+\s?\d|\d+\s?[a-z]?\s?§)"
)
_CLOSING = '"”»)'
# "13 kap. | 1 §", "enligt | 2 §": a number that goes on a sentence, not one that begins a clause.
_POINTING = re.compile(
    r"(?:kap\.|\b(?:enligt|i|och|eller|till|av|med|punkt|punkten|avsnitt|nr|§§?|kl\.|ca|om|på|minst|högst))$"
)
# Words that neither a sentence nor a heading ends with.
_UNENDED = frozenset(
    {
        "och",
        "eller",
        "samt",
        "att",
        "som",
        "den",
        "det",
        "en",
        "ett",
        "är",
        "har",
        "ska",
        "skall",
        "får",
        "kan",
        "av",
        "för",
        "till",
        "i",
        "på",
        "med",
        "om",
        "vid",
    }
)
_NEAR = 3.0
_SAMPLE = 12
_FIRST_INDENT = 45.0


@dataclass(frozen=True, slots=True)
class Spacing:
    """The usual distance between baselines, in points, for each font size of a document."""

    leading: dict[float, float]

    def of(self, line: Line) -> float:
        """The distance within a paragraph of the line's size."""
        return self.leading.get(line.size) or 1.3 * line.size


def spacing(pages: Sequence[list[Line]]) -> Spacing:
    """Measures the usual distances: the smallest that makes up a fair share, since the greater ones part paragraphs.

    Some pages tell it for all.
    """
    seen: dict[float, Counter[float]] = {}
    for lines in pages[:: max(1, len(pages) // _SAMPLE)]:
        for one, next_one in pairwise(lines):
            step = next_one.base - one.base
            if one.size == next_one.size and 0.8 * one.size < step < 2.6 * one.size:
                seen.setdefault(one.size, Counter())[round(step * 2) / 2] += 1
    usual = {}
    for size, steps in seen.items():
        enough = 0.15 * steps.total()
        usual[size] = min(step for step, count in steps.items() if count >= enough or count == max(steps.values()))
    return Spacing(usual)


def is_labelled(line: Line) -> bool:
    """Whether the line begins as a list item or numbered clause does."""
    return bool(_BULLET.match(line.text) or _LABEL.match(line.text))


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence or a lead-in does."""
    last = text[-1]
    return last in ".:;!?" or (last in _CLOSING and text[-2:-1] in ".:;!?" and len(text) > 1)


def is_full(line: Line, following: Line) -> bool:
    """Whether the following line's first word had no room on this one."""
    # A space and a little slack: a word that would just have fitted may not have.
    room = line.right - line.x1 - 0.6 * line.size
    if room < 0 or line.hyphen:
        return True
    if _is_centred(line):
        room += line.x0 - line.left
    text = following.text
    length = text.find(" ")
    return (following.x1 - following.x0) / len(text) * (length if length > 0 else len(text)) > room


def goes_on(block: list[Line], line: Line, spaces: Spacing) -> bool:
    """Whether `line` belongs to the paragraph that `block` has begun."""
    last = block[-1]
    if _changes_weight(last, line) or (abs(last.size - line.size) > 0.6 and not _are_mixed(last, line)):
        return False
    if line.page != last.page or line.base <= last.base - 0.5 * line.size:
        return _goes_on_over_break(block, line)
    if line.base - last.base > 1.22 * spaces.of(line if line.size > last.size else last) + 0.5:
        return False
    if _ends_in_hyphen(last):
        return True
    full = is_full(last, line)
    if _BULLET.match(line.text) and (not full or ends_sentence(last.text) or line.text[0] not in "–—-*o"):
        return False
    if _LABEL.match(line.text) and _begins_clause(block, line, full):
        return False
    if _are_centred(last, line):
        return full or (last.wholly_bold and line.wholly_bold and not ends_sentence(last.text))
    if not full:
        unended = _is_unended(last.text) or (line.text[0].islower() and not ends_sentence(last.text))
        return unended and _fits_indent(block, line)
    return _fits_indent(block, line)


def _are_mixed(last: Line, line: Line) -> bool:
    """Whether two lines of unlike size are one text with words of another font in it, such as an address or a code."""
    alike = abs(last.size - line.size) < 0.2 * last.size
    return alike and not ends_sentence(last.text) and not is_labelled(line) and is_full(last, line)


def _changes_weight(last: Line, line: Line) -> bool:
    if last.bold_end == line.bold:
        return False
    return (last.wholly_bold and not line.bold) or (not last.bold_end and line.wholly_bold)


def _begins_clause(block: list[Line], line: Line, full: bool) -> bool:
    last = block[-1]
    if not full or (ends_sentence(last.text) and not _POINTING.search(last.text)):
        return True
    if _POINTING.search(last.text) or last.text.endswith(","):
        return False
    return (
        is_labelled(block[0]) and abs(line.x0 - block[0].x0) < _NEAR and (len(block) == 1 or last.x0 > line.x0 + _NEAR)
    )


def _fits_indent(block: list[Line], line: Line) -> bool:
    step = line.x0 - block[-1].x0
    if abs(step) < _NEAR:
        return True
    if len(block) > 1:
        return False
    if step > 0:
        return is_labelled(block[0]) or not ends_sentence(block[0].text)
    return -step <= _FIRST_INDENT


def _goes_on_over_break(block: list[Line], line: Line) -> bool:
    """Over a page or a column break, where no spacing tells."""
    last = block[-1]
    if _ends_in_hyphen(last):
        return True
    if last.wholly_bold and line.wholly_bold and last.page != line.page:
        return False
    full = is_full(last, line)
    if is_labelled(line):
        return full and bool(_POINTING.search(last.text)) and not _BULLET.match(line.text)
    if ends_sentence(last.text):
        return full and len(block) > 1 and last.text[-1] == "." and not line.bold
    return full or line.text[0].islower() or _is_unended(last.text)


def _is_unended(text: str) -> bool:
    """Whether no sentence and no heading ends so."""
    return text.rsplit(maxsplit=1)[-1] in _UNENDED


def _ends_in_hyphen(line: Line) -> bool:
    text = line.text
    return line.hyphen or (text[-1] in "-\u00ad\u2010" and text[-2:-1].isalnum())


def _are_centred(last: Line, line: Line) -> bool:
    if abs(last.x0 - line.x0) < 5 or abs(last.x0 + last.x1 - line.x0 - line.x1) > 8:
        return False
    return _is_centred(last if last.x1 - last.x0 < line.x1 - line.x0 else line)


def _is_centred(line: Line) -> bool:
    left, right = line.x0 - line.left, line.right - line.x1
    return left > 15 and right > 15 and abs(left - right) < 6

"""Boxes to tick: which statements stand at a box that nobody ticked, in a contract where others are ticked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.document import Document, Statement

_EMPTY = r"(?:☐|□|❏|❑|◻|⬜|\[\s?\]|\(\s?\))"
_FULL = r"(?:☒|☑|✓|✔|✗|✘|\[\s?[xX]\s?\]|\(\s?[xX]\s?\))"
_TICKED = re.compile(_FULL)
_ANY = re.compile(rf"{_EMPTY}|{_FULL}")
_AT_EMPTY = re.compile(rf"\s*(?:[\w.]{{1,6}}\s+)?{_EMPTY}")
_BOX_OPENS = re.compile(r"\s*[☐□❏❑◻⬜]\s*\w")
_LAST_CELL_EMPTY = re.compile(rf"\t\s*{_EMPTY}\s*$")
# The box before its word ("☐ Ja ☒ Nej") or, where the first word comes before the first box, after it ("Ja ☐ Nej ☒").
_NOT_YES = re.compile(rf"{_EMPTY}\s*ja\b|{_FULL}\s*nej\b", re.I)
_YES_NOT = re.compile(rf"\bja\s*{_EMPTY}", re.I)


def ticked_before(text: str, place: int) -> bool:
    """Whether a ticked box stands right before a place of the text."""
    return bool(_TICKED.search(text, max(0, place - 6), place))


def unticked(document: Document) -> frozenset[int]:
    """The statements that a box leaves out: their own, that of their heading or of the line that introduces them.

    None where no box in the document is ticked: then the signs are only bullets, or nobody has chosen yet. But what a
    box within a paragraph stands before is left out anyway: there it is no bullet.
    """
    if not _TICKED.search(document.text):
        return frozenset(index for index, each in enumerate(document.statements) if _boxed_within(document, each))
    headings = {place for place, each in enumerate(document.sections) if _AT_EMPTY.match(document.quote(each.heading))}
    return frozenset(
        index for index, statement in enumerate(document.statements) if _left_out(document, statement, headings)
    )


def _boxed_within(document: Document, statement: Statement) -> bool:
    """Whether an empty box opens a sentence in the middle of its paragraph."""
    block = document.blocks[statement.block].span
    return statement.span.start > block.start and bool(_BOX_OPENS.match(document.text, statement.span.start))


def _left_out(document: Document, statement: Statement, headings: set[int]) -> bool:
    block = document.quote(document.blocks[statement.block].span)
    if _AT_EMPTY.match(block) or (_LAST_CELL_EMPTY.search(block) and not _TICKED.search(block)):
        return True
    if _TICKED.search(block) and _says_no(block):
        return True
    if statement.lead_in and _AT_EMPTY.match(_line_of(document.text, statement.lead_in.start)):
        return True
    return bool(headings) and any(section in headings for section in _above(document, statement.section))


def _says_no(block: str) -> bool:
    """Whether the box at "Nej" is ticked, in whichever order words and boxes stand."""
    first = _ANY.search(block)
    after = first and re.search(r"\bja\s*$", block[: first.start()], re.I)
    return bool((_YES_NOT if after else _NOT_YES).search(block))


def _line_of(text: str, place: int) -> str:
    """The line that a place stands in."""
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else None]


def _above(document: Document, section: int | None) -> list[int]:
    found = []
    while section is not None:
        found.append(section)
        section = document.sections[section].parent
    return found

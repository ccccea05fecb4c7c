"""What a contract's own amendment would call the place of a statement: "punkt 8.1", "AB Kap. 6 § 3", "26 §"."""

from __future__ import annotations

import re

from corpora.mutation.source import NotMade
from ingest.document import BlockKind, Document, Section

_CHAPTER = re.compile(r"^(?:\w{2,3} )?(?:Kap\.|Kapitel) ?\d{1,2}", re.I)
_SHORT = re.compile(r"\((\w{2,4})\)$")
_DOTTED = re.compile(r"(?:[A-Z]\.)?\d{1,2}(?:\.\d{1,2}){1,3}|[A-Z]\.\d{1,2}")
_PARAGRAPH = re.compile(r"§ ?\d{1,2}|\d{1,2} ?§")
_PART = re.compile(r"(?:bilaga|del|avdelning) ?\w{1,3}", re.I)
_ITEM = re.compile(r"(\d{1,2})[.)]?$")


def place_called(document: Document, index: int) -> str:
    """The name, lower-case at its beginning where it is no number. Raises NotMade where it would be ambiguous."""
    statement = document.statements[index]
    path = document.path(statement.section)
    own = document.blocks[statement.block].number.strip().rstrip(".:")
    numbers = [own, *(section.number.strip().rstrip(".:") for section in reversed(path))]
    part = next((found[0] for section in path if (found := _PART.match(section.number))), "")
    for number in numbers:
        if found := _DOTTED.match(number):
            if number == own and document.blocks[statement.block].kind is BlockKind.TABLE_ROW:
                return f"rad {found[0]}"
            return _in_part(document, f"punkt {found[0]}", found[0], part)
        if found := _PARAGRAPH.match(number):
            return _paragraph(document, found[0], own, path)
    if path and part and (item := _ITEM.match(own)):
        return f"punkt {item[1]} i {part[0].lower()}{part[1:]}"
    chapter = next((found[0] for section in reversed(path) if (found := _CHAPTER.match(section.number))), "")
    if chapter and not part:
        return chapter
    titled = next((section for section in reversed(path) if section.title), None)
    if titled is None:
        raise NotMade("stället har varken nummer eller rubrik")
    if sum(section.title == titled.title for section in document.sections) > 1:
        raise NotMade("rubriken finns flera gånger")
    return f"avsnittet ”{titled.title}”"


def _in_part(document: Document, called: str, number: str, part: str) -> str:
    same = {section.span.start for section in document.sections if section.number.strip().rstrip(".:") == number}
    if len(same) < 2:
        return called
    if not part:
        raise NotMade("numret finns flera gånger")
    return f"{called} i {part[0].lower()}{part[1:]}"


def _paragraph(document: Document, number: str, own: str, path: tuple[Section, ...]) -> str:
    """ "§ 3" with its chapter and its part's short name before it; an item of it after it."""
    chapter = next(
        (found[0] for section in reversed(path) if (found := _CHAPTER.match(section.number or section.title))), ""
    )
    short = _SHORT.search(path[0].title) if chapter else None
    if not chapter and sum(section.number.strip().rstrip(".:") == number for section in document.sections) > 1:
        raise NotMade("numret finns flera gånger")
    prefix = f"{short[1]} " if short and not chapter.startswith(short[1]) else ""
    item = _ITEM.match(own)
    return f"{prefix}{chapter} {number}".strip() + (f" punkt {item[1]}" if item and own != number else "")

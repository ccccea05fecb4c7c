"""What a paragraph shows: its spans joined as they stand, less hidden text, annotations and what the view lacks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from ingest.odf.changes import MARKS
from ingest.odf.names import NOTE, OFFICE, SPAN, STYLE_NAME, TEXT
from ingest.odf.styles import Style, is_drawing

if TYPE_CHECKING:
    from ingest.odf.walker import Walker

_WHITE = re.compile(r"[ \t\r\n]+")
_SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_SILENT = frozenset(
    (
        f"{TEXT}number",
        f"{TEXT}ruby-text",
        f"{TEXT}script",
        f"{TEXT}tracked-changes",
        f"{TEXT}hidden-paragraph",
        f"{OFFICE}annotation-end",
        f"{OFFICE}event-listeners",
    )
)


def read(walker: Walker, element: etree._Element, look: Style) -> None:
    """Says what an element within a paragraph shows, in the looks of its surroundings."""
    _say(walker, element.text, look)
    for child in element:
        _child(walker, child, look)
        _say(walker, child.tail, look)


def _say(walker: Walker, text: str | None, look: Style) -> None:
    if text:
        _write(walker, _WHITE.sub(" ", text), look)


def _write(walker: Walker, text: str, look: Style) -> None:
    if not look.hidden and not walker.changes.silent:
        walker.paragraph.say(text, bold=look.bold, italic=look.italic, size=look.size)


def _child(walker: Walker, child: etree._Element, look: Style) -> None:
    tag = child.tag
    if not isinstance(tag, str) or tag in _SILENT:
        return
    if tag == SPAN:
        read(walker, child, _looks(walker, child, look))
    elif tag in _SIGNS:
        _write(walker, _SIGNS[tag], look)
    elif tag in MARKS:
        walker.changed(child, look)
    elif tag == f"{OFFICE}annotation":
        walker.account.annotations += 1
    elif not look.hidden and not walker.changes.silent:
        _shown(walker, child, tag, look)
    elif len(child):  # the marks of changes may lie in it
        read(walker, child, look)


def _shown(walker: Walker, child: etree._Element, tag: str, look: Style) -> None:
    if tag == NOTE:
        walker.notes.append(child)
    elif is_drawing(tag):
        walker.drawings.append(child)
    elif child.get(f"{TEXT}is-hidden") != "true":
        read(walker, child, look)


def _looks(walker: Walker, span: etree._Element, look: Style) -> Style:
    """The looks of a span: its style says only what differs from what stands round it."""
    name = span.get(STYLE_NAME)
    if name is None:
        return look
    told = walker.styles.told(name)
    return replace(look, **told) if told else look

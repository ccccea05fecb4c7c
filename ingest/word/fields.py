"""Fields: a page shows their result, never their instruction.

A complex field is a run of `begin`, instruction, `separate`, result and `end`, that may begin in one paragraph and end
in another, and lie within one another. Marks that have no partner are as if they were not there, so that a broken field
does not swallow the rest of the contract.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.word.names import P, W, number, switch

MARK = f"{W}fldChar"
_KIND = f"{W}fldCharType"
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.+)", re.IGNORECASE | re.DOTALL)


def is_contents(instruction: str) -> bool:
    """Whether a field's instruction makes a table of contents."""
    return _CONTENTS.match(instruction) is not None


@dataclass(slots=True)
class _Open:
    instruction: list[str] = field(default_factory=list)
    result: bool = False
    contents: bool = False


class Fields:
    """The fields of one story, under `root`, without those that lie in an element of a name in `gone`."""

    def __init__(self, root: etree._Element, gone: frozenset[str]) -> None:
        self._known = _paired([mark for mark in root.iter(MARK) if not _within(mark, gone)])
        self._stack: list[_Open] = []
        self._instructions = self._contents = 0  # of the open fields: counted, for a file may nest thousands

    @property
    def silent(self) -> bool:
        """Whether what comes now is an instruction."""
        return self._instructions > 0

    @property
    def contents(self) -> bool:
        """Whether what comes now is the result of a table of contents."""
        return self._contents > 0

    def instruct(self, text: str) -> None:
        """Takes a piece of the innermost field's instruction."""
        if self._stack and not self._stack[-1].result:
            self._stack[-1].instruction.append(text)

    def mark(self, element: etree._Element) -> str:
        """Takes a field mark; the text that it shows by itself (a tick box, a chosen line, a button's words)."""
        kind = element.get(_KIND)
        if element not in self._known:
            return ""
        if kind == "begin":
            shown = "" if self.silent else _form(element)
            self._stack.append(_Open())
            self._instructions += 1
            return shown
        if not self._stack:
            return ""
        if kind == "separate":
            self._separate(self._stack[-1])
            return ""
        return self._close(self._stack.pop())

    def _separate(self, top: _Open) -> None:
        if not top.result:
            top.result = True
            top.contents = is_contents("".join(top.instruction))
            self._instructions -= 1
            self._contents += top.contents

    def _close(self, top: _Open) -> str:
        self._instructions -= not top.result
        self._contents -= top.contents
        button = None if top.result else _BUTTON.match("".join(top.instruction))
        return button.group(1).strip() if button and not self.silent else ""


def _within(mark: etree._Element, gone: frozenset[str]) -> bool:
    for outer in mark.iterancestors():
        if outer.tag in gone:
            return True
        if outer.tag == P:
            break
    return False


def _paired(marks: list[etree._Element]) -> set[etree._Element]:
    known: set[etree._Element] = set()
    open_marks: list[list[etree._Element]] = []
    for mark in marks:
        kind = mark.get(_KIND)
        if kind == "begin":
            open_marks.append([mark])
        elif kind == "separate" and open_marks and len(open_marks[-1]) == 1:
            open_marks[-1].append(mark)
        elif kind == "end" and open_marks:
            known.update(open_marks.pop())
            known.add(mark)
    return known


def _form(begin: etree._Element) -> str:
    """What an old form field shows that has no result of its own: a tick box or a chosen line."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        ticked = box.find(f"{W}checked")
        on = switch(box.find(f"{W}default") if ticked is None else ticked)
        return "☒" if on else "☐"
    lines = begin.find(f"{W}ffData/{W}ddList")
    if lines is None:
        return ""
    entries = [entry.get(f"{W}val", "") for entry in lines.iterchildren(f"{W}listEntry")]
    chosen = number(lines, f"{W}result") or number(lines, f"{W}default") or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""

"""Which appendices the text points to, and which of them are not in the file."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.document import RUNNING, Block, Section

_REFERENCE = re.compile(
    r"\b[Bb](?:ilaga|ilagan|ilagorna|ilagor|ILAGA|ILAGOR)[ \t\n]{1,3}(?:nr\.?[ \t]?)?"
    r"((?:\d{1,2}(?:\.\d{1,2}){0,2}[a-zA-Z]?|[A-ZÅÄÖ]\d{0,2}|[IVX]{1,4})(?![\w§])"
    r"(?:(?:[ \t]*,[ \t]*(?:bilaga[ \t]+)?|[ \t]+(?:och|samt|eller|till|t\.o\.m\.)[ \t]+(?:bilaga[ \t]+)?|"
    r"[ \t]*[-–][ \t]*)"
    r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[a-zA-Z]?|[A-ZÅÄÖ]\d{0,2})(?![\w§]|[ \t]*(?:§|kap\b|procent|%|kr|dagar|år|kronor)))*)"
)
_PART = re.compile(
    r"([-–]|till|t\.o\.m\.)?[ \t]*(?:bilaga[ \t]+)?(\d{1,2}(?:\.\d{1,2}){0,2}[a-zA-Z]?|[A-ZÅÄÖ]\d{0,2}|"
    r"[IVX]{1,4})(?!\w)"
)
_NAMED = re.compile(r"\b[Bb](?:ilaga|ILAGA)[ \t]+([A-ZÅÄÖ][a-zåäö]{2,30})(?!\w)")
# "bilaga 2 till LOU", "bilaga 1 i ramavtalet": the appendix of another document.
_OF_ANOTHER = re.compile(
    r"[ \t]*(?:till|i|av)[ \t]+(?:LOU|LOV|LUF|LUK|OSL|GDPR|förordning|lag\b|lagen|direktiv|"
    r"dataskyddsförordningen|kommissionens|EU|rådets|AB ?04|ABT|"
    r"ramavtalet|huvudavtalet|Huvudöverenskommelse|föreskrift|SOSFS|HSLF|upphandlingsföreskrift|kollektivavtal|"
    r"regelboken|\w+lagen\b|\w+förordningen\b)"
)


def missing_appendices(text: str, blocks: tuple[Block, ...], sections: tuple[Section, ...]) -> tuple[str, ...]:
    """The appendices that running text names and that are no section of the file, in the text's order.

    A heading with nothing under it is no appendix.
    """
    filled = [section for section in sections if section.span.end > section.heading.end]
    present = {_key(section.number) for section in filled} | {_key(f"bilaga {section.title}") for section in filled}
    present |= {_key(f"{section.number} {section.title}") for section in filled}
    found: dict[str, str] = {}
    starts = [block.span.start for block in blocks]
    for place, name in _named(text):
        if blocks[bisect_right(starts, place) - 1].kind not in RUNNING:
            continue
        key = _key(name)
        if key not in present and not any(each.startswith(f"{key} ") for each in present):
            found.setdefault(key, name)
    return tuple(found.values())


def _key(name: str) -> str:
    return " ".join(name.replace("–", " ").replace(":", " ").split()).casefold()


def _named(text: str) -> list[tuple[int, str]]:
    """Every appendix that the text names, with the place, in order."""
    if "ilag" not in text and "ILAG" not in text:
        return []
    names: list[tuple[int, str]] = []
    for reference in _REFERENCE.finditer(text):
        if _OF_ANOTHER.match(text, reference.end()):
            continue
        earlier: str | None = None
        for part in _PART.finditer(reference[1]):
            last = int(part[2]) if part[1] and part[2].isdigit() and earlier and earlier.isdigit() else 0
            between = range(int(earlier or 0) + 1, min(last, int(earlier or 0) + 40)) if last else ()
            names += [(reference.start(), f"Bilaga {figure}") for figure in (*between, part[2])]
            earlier = part[2]
    for reference in _NAMED.finditer(text):
        if not _OF_ANOTHER.match(text, reference.end()):
            names.append((reference.start(), f"Bilaga {reference[1]}"))
    return sorted(names, key=lambda named: named[0])

"""Which appendices the text points to, and which of them are not in the file."""

from __future__ import annotations

import re

from ingest.document import RUNNING, Block, Section
from ingest.entry import Entry

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
_NAMED = re.compile(r"\b[Bb](?:ilaga|ILAGA)[ \t]+([A-ZÅÄÖ][a-zåäö]{2,30}(?:[- ][a-zåäö]{3,30}){0,0})(?![\w])")
# "bilaga 2 till LOU", "bilaga 1 i ramavtalet": the appendix of another document.
_OF_ANOTHER = re.compile(
    r"[ \t]*(?:till|i|av)[ \t]+(?:LOU|LOV|LUF|LUK|OSL|GDPR|förordning|lag\b|lagen|direktiv|"
    r"dataskyddsförordningen|kommissionens|EU|rådets|AB ?04|ABT|"
    r"ramavtalet|huvudavtalet|Huvudöverenskommelse|föreskrift|SOSFS|HSLF|upphandlingsföreskrift|kollektivavtal|"
    r"regelboken|\w+lagen\b|\w+förordningen\b)"
)


def missing_appendices(
    text: str, entries: list[Entry], blocks: tuple[Block, ...], sections: tuple[Section, ...]
) -> tuple[str, ...]:
    """The appendices that running text names and that are no section of the file, as the text names them, in its
    order.
    """
    present = {_key(section.number) for section in sections} | {
        _key(f"{section.number} {section.title}") for section in sections
    }
    found: dict[str, str] = {}
    for block in blocks:
        if block.kind not in RUNNING:
            continue
        for name in _named(text, block.span.start, block.span.end):
            key = _key(name)
            if key not in present and not any(each.startswith(f"{key} ") for each in present):
                found.setdefault(key, name)
    return tuple(found.values())


def _key(name: str) -> str:
    return " ".join(name.replace("–", " ").replace(":", " ").split()).casefold()


def _named(text: str, start: int, end: int) -> list[str]:
    names: list[str] = []
    for reference in _REFERENCE.finditer(text, start, end):
        if _OF_ANOTHER.match(text, reference.end()):
            continue
        earlier: str | None = None
        for part in _PART.finditer(reference[1]):
            if part[1] and earlier and earlier.isdigit() and part[2].isdigit():
                names.extend(
                    f"Bilaga {figure}" for figure in range(int(earlier) + 1, min(int(part[2]), int(earlier) + 40))
                )
            names.append(f"Bilaga {part[2]}")
            earlier = part[2]
    for reference in _NAMED.finditer(text, start, end):
        if not _OF_ANOTHER.match(text, reference.end()):
            names.append(f"Bilaga {reference[1]}")
    return names

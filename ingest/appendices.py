"""Which appendices the text points to, and which of them are not in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.document import RUNNING, Block, BlockKind, Section

_FIGURE = r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[a-zA-Z]?|[A-ZÅÄÖ]\d{0,2}|[IVX]{1,4})"
_REFERENCE = re.compile(
    r"\b([Uu]nder|UNDER)?[Bb](?:ilaga|ilagan|ilagorna|ilagor|ILAGA|ILAGOR)[ \t\n]{1,3}(?:nr\.?[ \t]?)?"
    rf"({_FIGURE}(?![\w§])"
    r"(?:(?:[ \t]*,[ \t]*(?:bilaga[ \t]+)?|[ \t]+(?:och|samt|eller|till|t\.o\.m\.)[ \t]+(?:bilaga[ \t]+)?|"
    r"[ \t]*[-–][ \t]*)"
    rf"{_FIGURE}(?![\w§]|[ \t]*(?:§|kap\b|procent|%|kr|dagar|år|kronor)))*)"
)
_PART = re.compile(rf"([-–]|till|t\.o\.m\.)?[ \t]*(?:bilaga[ \t]+)?({_FIGURE})(?!\w)")
_NAMED = re.compile(r"\b[Bb](?:ilaga|ILAGA)[ \t]+([A-ZÅÄÖ][a-zåäö]{2,30})(?!\w)")
# "bilagt kravdokument", "bifogad prislista": an appendix called by what it is.
_ATTACHED = re.compile(
    r"\b([Bb](?:ilag|ifoga)(?:d|t|da|de)[ \t]+([a-zåäö]{0,30}(?:dokument|specifikation|beskrivning|list|rutin|policy|"
    r"villkor|instruktion|manual|handbok|plan|mall|kod|riktlinje|anvisning))(?:a|an|or|orna|ar|arna|er|en|et|r|n|na)?)\b"
)
# One of these stands after the first letter of all three.
_MARKS = [re.compile(mark) for mark in ("ilag", "ILAG", "ifoga")]
# "bilaga 2 till LOU", "bilaga 1 i ramavtalet": the appendix of another document.
_OF_ANOTHER = re.compile(
    r"[ \t]*(?:till|i|av)[ \t]+(?:LOU|LOV|LUF|LUK|OSL|GDPR|förordning|lag\b|lagen|direktiv|"
    r"dataskyddsförordningen|kommissionens|EU|rådets|AB ?04|ABT|"
    r"ramavtalet|huvudavtalet|Huvudöverenskommelse|föreskrift|SOSFS|HSLF|upphandlingsföreskrift|kollektivavtal|"
    r"regelboken|\w+lagen\b|\w+förordningen\b)"
)
_LIST_TITLE = re.compile(r"(?:bilagor|bilage?förteckning|förteckning över bilagor)", re.IGNORECASE)
_HEAD = re.compile(r"(?:bilaga|bilagor|bil\.?)(?:\s+nr\.?)?", re.IGNORECASE)
# What stands in an appendix's place: "se separat fil", "tillhandahålls på begäran", "[infogas]".
_ELSEWHERE = re.compile(
    r"\bseparat(?:a|)\b|\bpå begäran\b|\bbi(?:fogas|läggs)\b|\binfogas\b|\btillhandahålls\b|\blämnas ut\b|"
    r"\b(?:inte|ej) bifogad\b|\b(?:webbplats|hemsida|intranät)|https?://|\bwww\.|\b(?:tillkommer|upprättas) senare\b|"
    r"^\[[^\]]{0,80}\]$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?i:ort\b[ \w]{0,12}datum|datum\b|underskrift|undertecknad|namnförtydligande|signatur|_{4,}|\.{8,}|"
    r"(?:detta )?avtal(?:et)? (?:är|har) (?:upprätta|underteckna))|"
    r"[A-ZÅÄÖ][a-zåäö-]{1,20}(?: [A-ZÅÄÖ][a-zåäö-]{1,20})?,? (?:den )?"
    r"(?:\d{1,2} [a-z]{3,9} 20\d\d|20\d\d-\d\d-\d\d|(?:20)?_{2,}[^\n]{0,30})\.?(?=\n|$)|"
    r"För (?:[A-ZÅÄÖ][^\s:]{1,40}(?: och \w{1,30}| [A-ZÅÄÖ&][^\s:]{0,40}){0,5}(?::|$)|\w{3,30}(?:en|et|AB)$)"
)
_LONGEST_NOTE = 90
_MOST_WORDS = 3
_APPENDED = ("bil", "appendix", "annex", "underbil")
_MOST_LISTS = 8


def is_listed(title: str, following: str) -> bool:
    """Whether a line with an appendix's number and `title` only names it: it says where else the appendix is to be
    had, or signatures follow.
    """
    return _ELSEWHERE.search(title) is not None or _SIGNED.match(following) is not None


def missing_appendices(text: str, blocks: tuple[Block, ...], sections: tuple[Section, ...]) -> tuple[str, ...]:
    """The appendices that the text names, its contents list too, and that are no section of the file, in order.

    A heading with nothing under it, or with a line that says where the appendix is to be had, is no appendix.
    """
    marks = sorted(mark.start() for word in _MARKS for mark in word.finditer(text))
    pointers = [*_numbered(text, marks), *_named(text, marks), *_listed(text, blocks, sections)]
    titles = {section.title.casefold() for section in sections}
    found = _unanswered(text, blocks, sections, pointers, titles) if pointers else {}
    attached = {each[2]: each[1] for each in reversed([*_tried(_ATTACHED, text, marks)])}
    for word, called in reversed(attached.items()):
        if not any(word in title for title in titles):
            found.setdefault(word, called[0].upper() + called[1:])
    return tuple(found.values())


def _unanswered(
    text: str,
    blocks: tuple[Block, ...],
    sections: tuple[Section, ...],
    pointers: list[tuple[int, str]],
    titles: set[str],
) -> dict[str, str]:
    """The names pointed to that no section with text bears, by their keys."""
    wanted = {_key(name) for _, name in pointers}
    present = {
        name for section in sections for name in wanted.intersection(_names(section)) if _holds_text(text, section)
    }
    starts = [block.span.start for block in blocks]
    found: dict[str, str] = {}
    for place, name in sorted(pointers, key=lambda pointer: pointer[0]):
        block = blocks[bisect_right(starts, place) - 1]
        if block.kind in _POINTING and _key(name) not in present and not _has_title(text, block, titles):
            found.setdefault(_key(name), name)
    return found


_POINTING = RUNNING | {BlockKind.CONTENTS, BlockKind.HEADING}


def _key(name: str) -> str:
    return " ".join(name.replace("–", " ").replace(":", " ").casefold().split())


def _has_title(text: str, block: Block, titles: set[str]) -> bool:
    """Whether a contents line "Bilaga 1 Priser ... 12" names a section that bears the words alone."""
    if block.kind is not BlockKind.CONTENTS:
        return False
    words = text[block.span.start + len(block.number) : block.span.end].rstrip("0123456789 .…\t").strip(" :–-")
    return words.casefold() in titles


def _names(section: Section) -> Iterator[str]:
    """What a section may be called as an appendix, whole or by its first words: "Bilaga 3", "Bilaga Krav"."""
    number = _key(section.number)
    if number.startswith(_APPENDED):
        number = re.sub(r"^(?:appendix|annex|bil\.)", "bilaga", number)
        yield from (number, number.removeprefix("under"), f"under{number}")
    words = _key(section.title).split()[:_MOST_WORDS]
    yield from (f"bilaga {' '.join(words[:count])}" for count in range(1, len(words) + 1))


def _holds_text(text: str, section: Section) -> bool:
    body = text[section.heading.end : min(section.span.end, section.heading.end + 400)].strip(" \t\n.:–-")
    if not body or _SIGNED.match(body):
        return False
    return len(body) > _LONGEST_NOTE or _ELSEWHERE.search(body) is None


def _tried(pattern: re.Pattern[str], text: str, marks: list[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in order, tried only at the marks: there its first letter stands, or "Under" before.

    To search the whole text is tens of times slower, since the patterns begin with nothing that a search can skip to.
    """
    end = 0
    for mark in marks:
        for start in (mark - len("Under") - 1, mark - 1):
            if start >= end and (found := pattern.match(text, start)):
                yield found
                end = found.end()
                break


def _numbered(text: str, marks: list[int]) -> Iterator[tuple[int, str]]:
    """Every appendix that the text names by its number, with the place."""
    for reference in _tried(_REFERENCE, text, marks):
        if _OF_ANOTHER.match(text, reference.end()):
            continue
        called = "Underbilaga" if reference[1] else "Bilaga"
        earlier: str | None = None
        for part in _PART.finditer(reference[2]):
            last = int(part[2]) if part[1] and part[2].isdigit() and earlier and earlier.isdigit() else 0
            between = range(int(earlier or 0) + 1, min(last, int(earlier or 0) + 40)) if last else ()
            for figure in (*between, part[2]):
                yield reference.start(), f"{called} {figure}"
            earlier = part[2]


def _named(text: str, marks: list[int]) -> Iterator[tuple[int, str]]:
    for reference in _tried(_NAMED, text, marks):
        if not _OF_ANOTHER.match(text, reference.end()):
            yield reference.start(), f"Bilaga {reference[1]}"


def _listed(text: str, blocks: tuple[Block, ...], sections: tuple[Section, ...]) -> Iterator[tuple[int, str]]:
    """Appendices of a table whose column is headed "Bilaga", and of a numbered list under the heading "Bilagor"."""
    columns: dict[int | None, int] = {}
    lists = [section.span for section in sections if _LIST_TITLE.fullmatch(section.title)][:_MOST_LISTS]
    for block in blocks:
        if block.kind is BlockKind.TABLE_HEAD:
            heads = (place for place, cell in enumerate(block.cells) if _HEAD.fullmatch(text[cell.start : cell.end]))
            columns[block.table] = next(heads, -1)
        elif block.kind is BlockKind.TABLE_ROW and 0 <= columns.get(block.table, -1) < len(block.cells):
            cell = block.cells[columns[block.table]]
            if re.fullmatch(_FIGURE, text[cell.start : cell.end]):
                yield cell.start, f"Bilaga {text[cell.start : cell.end]}"
        elif block.kind is BlockKind.LIST_ITEM and any(span.holds(block.span) for span in lists):
            figure = block.number.rstrip(".):")
            if figure.isdigit() and "ilaga" not in text[block.span.start : block.span.end]:
                yield block.span.start, f"Bilaga {figure}"

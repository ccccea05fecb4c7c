"""Headings and numbered clauses nest: by the level that the format tells, by number depth, and by looks."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import BlockKind, Section, Span
from ingest.entry import Entry
from ingest.numbers import Family

_WHOLE_PARTS = frozenset({Family.APPENDIX, Family.CHAPTER})


@dataclass(slots=True)
class _Opened:
    index: int
    level: int
    family: Family | None
    path: tuple[int, ...]
    told: bool
    clause: bool = False
    runs_in: bool = False
    item: int | None = None


def nested(entries: list[Entry], spans: list[Span], text: str) -> tuple[tuple[Section, ...], list[int | None]]:
    """The sections, and for every entry the index of the innermost one that it lies in. `spans` are the entries'
    blocks.
    """
    found: list[Section] = []
    stack: list[_Opened] = []
    inside: list[int | None] = []
    styles: dict[object, int] = {}
    end = 0
    pending = -1
    for place, (entry, span) in enumerate(zip(entries, spans, strict=True)):
        while stack and stack[-1].item is not None and not _lies_in(entry, stack[-1].item):
            _finish(found, stack.pop().index, end)
        if not entry.opens:
            inside.append(stack[-1].index if stack else None)
            pending = (
                pending if entry.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) else -1
            )
            end = span.end
            continue
        if (
            pending >= 0
            and entry.label is None
            and entry.kind is BlockKind.HEADING
            and not _deeper(entry, entries[pending])
        ):
            _give_title(found, stack[-1].index, entry, span, text)
            inside.append(stack[-1].index)
            pending, end = -1, span.end
            continue
        opened = _run_in(entry, stack) if entry.runs_in else _place(entry, stack, styles)
        while stack and stack[-1].level >= opened.level:
            _finish(found, stack.pop().index, end)
        opened.index = len(found)
        opened.clause = entry.kind is not BlockKind.HEADING
        found.append(_section(entry, span, text, opened.level, stack[-1].index if stack else None))
        stack.append(opened)
        inside.append(opened.index)
        pending = place if entry.label and entry.kind is BlockKind.HEADING and not _title(entry).strip() else -1
        end = span.end
    while stack:
        _finish(found, stack.pop().index, end)
    return tuple(found), inside


def _lies_in(entry: Entry, level: int) -> bool:
    """Whether an entry belongs to a list item that has a heading of its own: what follows the item does not."""
    return entry.kind is BlockKind.LIST_ITEM and (entry.level or 0) > level


def _run_in(entry: Entry, stack: list[_Opened]) -> _Opened:
    """A run-in heading lies right under the heading or numbered clause that is open, beside others of its kind."""
    item = (entry.level or 0) if entry.kind is BlockKind.LIST_ITEM else None
    above = (each.level for each in reversed(stack) if not each.runs_in or (item is not None and each.item != item))
    return _Opened(-1, next(above, 0) + 1, None, (), False, runs_in=True, item=item)


def _deeper(entry: Entry, above: Entry) -> bool:
    return entry.level is not None and above.level is not None and entry.level > above.level


def _title(entry: Entry) -> str:
    return entry.text[entry.title[0] : entry.title[1]].strip(" \t\n.:–—-")


def _section(entry: Entry, span: Span, text: str, level: int, parent: int | None) -> Section:
    number = entry.label.bare if entry.label and not entry.runs_in else ""
    stop = entry.title[1] if entry.title[1] > entry.title[0] else (entry.label.end if entry.label else 0)
    heading = Span(span.start, span.start + len(text[span.start : span.start + stop].rstrip()))
    return Section(number, " ".join(_title(entry).split()), level, span, heading, parent)


def _finish(found: list[Section], index: int, end: int) -> None:
    old = found[index]
    found[index] = Section(
        old.number, old.title, old.level, Span(old.span.start, max(end, old.span.end)), old.heading, old.parent
    )


def _give_title(found: list[Section], index: int, entry: Entry, span: Span, text: str) -> None:
    """ "§ 7" alone on its line and "Vite" on the next are one heading."""
    old = found[index]
    title = " ".join(text[span.start : span.end].split())
    found[index] = Section(old.number, title, old.level, old.span, Span(old.heading.start, span.end), old.parent)


def _style(entry: Entry) -> object:
    draft = entry.draft
    return (draft.bold, draft.size, draft.text.isupper())


def _place(entry: Entry, stack: list[_Opened], styles: dict[object, int]) -> _Opened:
    """How deep a section goes among those that are open."""
    stack = [opened for opened in stack if not opened.runs_in]
    label, told = entry.label, entry.level
    family, path = (label.family, label.path) if label else (None, ())
    if told is not None:
        return _Opened(-1, told, family, path, True)
    if family in _WHOLE_PARTS:
        part = family is Family.CHAPTER or (label is not None and label.shape == "under")
        within = part and stack and stack[0].family is Family.APPENDIX
        return _Opened(-1, 2 if within else 1, family, path, False)
    if label is None:
        return _Opened(-1, _unnumbered(entry, stack, styles), None, (), False)
    for opened in reversed(stack):
        if opened.family is family and len(opened.path) < len(path) and path[: len(opened.path)] == opened.path:
            return _Opened(-1, opened.level + len(path) - len(opened.path), family, path, False)
        if opened.family is Family.CHAPTER and len(path) > 1 and path[:1] == opened.path:
            return _Opened(-1, opened.level + len(path) - 1, family, path, False)
        if (
            opened.family is Family.PARAGRAPH
            and family is Family.DECIMAL
            and path[:1] == opened.path[:1]
            and len(path) > 1
        ):
            return _Opened(-1, opened.level + len(path) - 1, family, path, False)
    for opened in stack:
        if opened.family is family and len(opened.path) >= len(path):
            return _Opened(-1, opened.level, family, path, False)
    depth = len(path or (1,)) if family is Family.DECIMAL else 1
    return _Opened(-1, _base(entry, stack, styles) + depth, family, path, False)


def _base(entry: Entry, stack: list[_Opened], styles: dict[object, int]) -> int:
    """The level under which a kind of number that is not open begins: an appendix, a told heading, another kind of
    number.
    """
    part = next((opened for opened in reversed(stack) if opened.family in _WHOLE_PARTS), None)
    told = next((opened for opened in reversed(stack) if opened.told), None)
    key = ("number", part.index if part else None, entry.label.family if entry.label else None)
    if key in styles:
        return styles[key]
    heading = entry.kind is BlockKind.HEADING
    labelled = [each for each in stack if each.family not in (None, *_WHOLE_PARTS) and not (heading and each.clause)]
    if labelled:
        base = labelled[-1].level
    elif part or told:
        base = max(opened.level for opened in (part, told) if opened)
    else:
        base = stack[-1].level if stack and entry.kind is not BlockKind.HEADING else 0
    return styles.setdefault(key, base)


def _unnumbered(entry: Entry, stack: list[_Opened], styles: dict[object, int]) -> int:
    style = _style(entry)
    numbered = [opened for opened in stack if opened.path and opened.family is not None]
    if not numbered:
        part = next((opened.level for opened in reversed(stack) if opened.told or opened.family in _WHOLE_PARTS), 0)
        return max(styles.setdefault(style, part + 1), part + 1)
    return max(styles.get(style, numbered[-1].level + 1), numbered[0].level + 1 if style not in styles else 1)

"""Contents lists: lines that name headings and pages, and are not the headings themselves."""

from __future__ import annotations

import re

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import LISTED, Label

_TITLE = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:innehåll(?:sförteckning)?|innehålls?översikt|table of contents|contents)[ \t]*:?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"[ \t.…]*[ \t.…](\d{1,4})[ \t]*$")
_CANDIDATES = frozenset(
    {None, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CONTENTS}
)
_LONGEST = 160


def has_leaders(line: str) -> bool:
    """Whether a line ends in dots (four or more) and a page number."""
    if not line[-1:].isdigit() and not line[-1:].isspace():
        return False
    bare = line.rstrip()
    led = bare.rstrip("0123456789")
    if not 0 < len(bare) - len(led) <= 4:
        return False
    gap = led[len(led.rstrip(" .\t…")) :]
    return gap.count(".") >= 4 or gap.count("…") >= 2


def contents(drafts: list[Draft], labels: list[Label | None]) -> set[int]:
    """The indexes of the drafts that are lines of a contents list, its heading included."""
    found = {index for index, draft in enumerate(drafts) if draft.kind is BlockKind.CONTENTS}
    for index, draft in enumerate(drafts):
        if draft.kind in _CANDIDATES and has_leaders(draft.text):
            found.add(index)
    keys = [_key(draft, label) for draft, label in zip(drafts, labels, strict=True)]
    last = {key: index for index, key in enumerate(keys) if key}
    for index, draft in enumerate(drafts):
        if (
            index not in found
            and len(draft.text) < 40
            and _TITLE.fullmatch(draft.text.strip())
            and draft.kind in _CANDIDATES
        ):
            listed = _following(drafts, keys, last, index)
            found.update(listed)
            if listed or index + 1 in found:
                found.add(index)
    found |= _runs(drafts, labels, keys, last)
    return found


def _key(draft: Draft, label: Label | None) -> str:
    """A line's words without its number and page, small: what a heading and its line in the contents list share."""
    if len(draft.text) > _LONGEST or draft.kind not in _CANDIDATES:
        return ""
    bare = draft.text[label.end if label else 0 :]
    bare = _PAGE.sub("", bare) if bare[-1:].isdigit() else bare
    return " ".join(bare.split()).casefold().rstrip(".: ")


def _following(drafts: list[Draft], keys: list[str], last: dict[str, int], title: int) -> list[int]:
    """The lines after a contents title: each ends in a page number or comes again later as a heading."""
    listed: list[int] = []
    for index in range(title + 1, len(drafts)):
        draft = drafts[index]
        if draft.kind not in _CANDIDATES:
            if draft.kind in (BlockKind.TABLE_HEAD,):
                break
            continue
        text = draft.text.rstrip()
        paged = len(text) < _LONGEST and _PAGE.search(text) is not None
        again = bool(keys[index]) and last[keys[index]] > index and len(text) < _LONGEST
        if (text.endswith((".", ";")) and not again) or not (paged or again):
            break
        listed.append(index)
    return listed


def _runs(drafts: list[Draft], labels: list[Label | None], keys: list[str], last: dict[str, int]) -> set[int]:
    """Three lines or more in a row, in the first part of the text, that all come again later in the same order.

    A list that a sentence introduces, or that has bullets, is none: a reply to auditors lists the recommendations first
    and answers under each of them then.
    """
    found: set[int] = set()
    run: list[int] = []
    for index, draft in enumerate(drafts):
        if draft.kind not in _CANDIDATES:
            continue
        label = labels[index]
        listed = label is not None and label.family in LISTED
        if keys[index] and last[keys[index]] > index and "\t" not in draft.text and not listed:
            run.append(index)
            continue
        found.update(_as_contents(drafts, keys, last, run))
        run = []
    return found


def _as_contents(drafts: list[Draft], keys: list[str], last: dict[str, int], run: list[int]) -> list[int]:
    if len(run) < 3 or run[0] > 10 + len(drafts) // 4 or (run[0] and drafts[run[0] - 1].text.rstrip().endswith(":")):
        return []
    places = [last[keys[line]] for line in run]
    return run if places == sorted(set(places)) and places[-1] - places[0] >= len(run) + 2 else []

"""Blocks get their kinds: headings, numbered clauses, list items, contents lists. One place for all formats.

A number with a sentence after it ("7.2 Beställaren har rätt till vite.") is a clause: running text that is a
section of its own without a title. A number with words after it ("7.2 Vite") is a heading; both on one line ("7.2
Vite. Beställaren har ...") are a clause whose title is the words. Single figures after a lead-in, or beginning
again under a numbered heading, are a list.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.appendices import is_listed
from ingest.contents import contents
from ingest.document import RUNNING, BlockKind
from ingest.draft import Draft
from ingest.entry import Entry
from ingest.headings import (
    CAPTION,
    Looks,
    has_verb,
    in_capitals,
    introduces,
    looks_of,
    plain_title,
    stands_out,
    title_like,
)
from ingest.labels import labels_of
from ingest.layout_tables import numbered_tables
from ingest.lists import level_lists, name_heads
from ingest.numbers import LISTED, SECTIONED, Family, Label, follows
from ingest.run_in import run_in, unnumbered

_OPEN = frozenset({None, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
# Words that begin a sentence as well as a clause: "Avsnitt 3 Kvalitet gäller ..."
_WEAK = frozenset({Family.NAMED, Family.CHAPTER, Family.CAPITAL_ROMAN})


def outlined(drafts: list[Draft]) -> list[Entry]:
    """The entries of the drafts that hold any words, in order."""
    drafts = [draft for draft in drafts if draft.text and not draft.text.isspace()]
    labels = labels_of(drafts)
    listed = contents(drafts, labels)
    reader = _Reader(drafts, labels, looks_of(drafts), listed)
    entries = [reader.entry(index) for index in range(len(drafts))]
    level_lists(entries)
    name_heads(entries)
    return entries


class _Reader:
    """Reads the drafts in order and keeps what the next one depends on: the list that is open, the last section
    number.
    """

    def __init__(self, drafts: list[Draft], labels: list[Label | None], looks: Looks, listed: set[int]) -> None:
        self.drafts = drafts
        self.labels = labels
        self.looks = looks
        self.listed = listed
        self.numbered = numbered_tables(drafts, labels)
        self.before: Entry | None = None
        self.item: Label | None = None
        self.top: Label | None = None
        self.within: Family | None = None
        self.introduced = False

    def entry(self, index: int) -> Entry:
        """The entry of one draft; the drafts must come in order."""
        draft = self.drafts[index]
        if index in self.listed:
            return Entry(draft, BlockKind.CONTENTS, self.labels[index])
        if draft.kind not in _OPEN and draft.table not in self.numbered:
            kind = draft.kind or BlockKind.PARAGRAPH
            entry = Entry(draft, kind, self.labels[index] if kind is BlockKind.TABLE_ROW else None)
        else:
            entry = self._open(index, draft, self.labels[index])
        if entry.kind in RUNNING or entry.kind is BlockKind.HEADING:
            self._remember(entry)
        return entry

    def _remember(self, entry: Entry) -> None:
        if entry.kind is not BlockKind.LIST_ITEM:
            words = entry.text.rstrip()
            headed = entry.kind is BlockKind.HEADING or words.endswith(".")
            self.introduced = words.endswith(":") or not headed or introduces(words[-80:])
        self.before = entry
        found = entry.label
        if entry.opens and not entry.runs_in:
            self.item = None
            if found and found.family in (Family.APPENDIX, Family.CHAPTER):
                self.top = None
            elif found and found.family is Family.DECIMAL and not self._is_top(found):
                self.top = replace(found, path=found.path[:1])
            self.within = found.family if found else self.within
        elif entry.kind is BlockKind.LIST_ITEM and found and found.family is Family.DECIMAL:
            self.item = found

    def _is_top(self, found: Label) -> bool:
        """Whether a section number lies under the one that is open: nearly all do, and it need not be made anew."""
        return self.top is not None and self.top.path == found.path[:1] and self.top.shape == found.shape

    def _open(self, index: int, draft: Draft, found: Label | None) -> Entry:
        rest = draft.text[found.end :] if found else draft.text
        told = draft.kind is BlockKind.HEADING
        if told and not self._is_clause(rest):
            return self._heading(draft, found)
        if found and found.family in SECTIONED:
            return self._numbered(index, draft, found, rest, told)
        if found and found.family in LISTED:
            if (
                found.family in (Family.CAPITAL, Family.PARENTHESIS)
                and title_like(rest)
                and self._is_capital_title(index, draft)
            ):
                return self._heading(draft, found)
            return self._running(draft, BlockKind.LIST_ITEM, found)
        if draft.kind is BlockKind.LIST_ITEM:
            return self._running(draft, BlockKind.LIST_ITEM, found)
        if self._is_title(index, draft):
            return self._heading(draft, None)
        return self._running(draft, BlockKind.PARAGRAPH, None)

    def _running(self, draft: Draft, kind: BlockKind, found: Label | None) -> Entry:
        """An item or a paragraph without a clause number; a heading that is run in opens a section of its own."""
        start = found.end if found else len(draft.text) - len(draft.text.lstrip())
        level = draft.level if kind is BlockKind.LIST_ITEM else None
        body = unnumbered(draft, start, kind is BlockKind.LIST_ITEM and self.introduced)
        if body is None:
            return Entry(draft, kind, found, start, level=level)
        return Entry(draft, kind, found, body, (start, body), opens=True, runs_in=True, level=level)

    @staticmethod
    def _is_clause(rest: str) -> bool:
        """A heading style on what is a clause: Word's contracts number their clauses by heading styles."""
        bare = rest.strip()
        return len(bare) > 160 or (len(bare.split()) > 8 and bare.endswith((".", ";", ":")) and has_verb(bare))

    def _heading(self, draft: Draft, found: Label | None) -> Entry:
        start = found.end if found else 0
        level = draft.level if draft.kind is BlockKind.HEADING else None
        return Entry(draft, BlockKind.HEADING, found, start, (start, len(draft.text)), opens=True, level=level)

    def _numbered(self, index: int, draft: Draft, found: Label, rest: str, told: bool) -> Entry:
        titled = title_like(rest) if rest else True
        if found.family is Family.APPENDIX:
            if told or (titled and self._is_appendix(index, found, rest)):
                return self._heading(draft, found)
            kind = BlockKind.LIST_ITEM if titled else BlockKind.PARAGRAPH
            return Entry(
                draft, kind, found if titled else None, found.end if titled else 0, level=0 if titled else None
            )
        if not told and self._is_item(index, draft, found, titled):
            return Entry(draft, BlockKind.LIST_ITEM, found, found.end, level=draft.level)
        body = run_in(draft, found.end)
        keyed = body is not None and ":" in draft.text[:body] and not stands_out(draft, self.looks)
        if titled and (told or not keyed):
            return self._heading(draft, found)
        if found.family in _WEAK and not found.printed.endswith((":", ".")) and not found.shape.startswith("mom"):
            return Entry(draft, BlockKind.PARAGRAPH)
        title = (found.end, body) if body else (found.end, found.end)
        return Entry(draft, BlockKind.PARAGRAPH, found, body or found.end, title, opens=True)

    def _is_appendix(self, index: int, found: Label, rest: str) -> bool:
        """An appendix has text under it; a line that names one in a list, or where the main text goes on, has none."""
        before, following = self.before, self._next(index)
        if before and before.text.rstrip().endswith((":", "bilagor", "Bilagor", "Bilageförteckning", "BILAGOR")):
            return False
        if (
            before
            and before.kind is BlockKind.LIST_ITEM
            and before.label
            and before.label.family is Family.APPENDIX
            and before.label.path < found.path
        ):
            return False
        if following is None or is_listed(rest, self.drafts[following].text):
            return False
        after = self.labels[following]
        if after is None:
            return True
        if after.family is Family.APPENDIX:
            return after.shape == "under" and not found.shape
        return not (self.top and follows(replace(after, path=after.path[:1], shape=self.top.shape), self.top))

    def _is_item(self, index: int, draft: Draft, found: Label, titled: bool) -> bool:
        """Whether a single figure begins an item of a list rather than a section."""
        if found.family is not Family.DECIMAL or len(found.path) != 1:
            return False
        if draft.kind is BlockKind.LIST_ITEM and draft.level:
            return True
        onward = bool(self.top and follows(found, self.top))
        if self.item and follows(found, self.item):
            return not (onward and titled and (stands_out(draft, self.looks) or self.looks.plain))
        if found.path != (1,) or self.before is None:
            return False
        before = self.before.text.rstrip()
        if self.before.kind is not BlockKind.HEADING and (before.endswith(":") or introduces(before[-80:])):
            return True
        if self.top is None and self.within not in (Family.PARAGRAPH, Family.NAMED):
            return self.before.kind is BlockKind.PARAGRAPH and before[-1:] not in ".!?" and has_verb(before)
        following = self._next(index)
        goes_on = following is not None and (
            (after := self.labels[following]) is None or (after.path[:1] == found.path and len(after.path) > 1)
        )
        return not (titled and goes_on)

    def _is_capital_title(self, index: int, draft: Draft) -> bool:
        """ "A. Omfattning" is a heading where it stands out, or where running text of its own follows."""
        if stands_out(draft, self.looks):
            return True
        following = self._next(index)
        if not self.looks.plain or draft.kind is not None or following is None or self.labels[following] is not None:
            return False
        return (
            self.before is None or self.before.text.endswith((".", "!", "?")) or self.before.kind is BlockKind.HEADING
        )

    def _is_title(self, index: int, draft: Draft) -> bool:
        text = draft.text.strip()
        if CAPTION.match(text):
            return False
        if self.looks.plain:
            before = self.before.text.strip() if self.before else ""
            following = self._next(index)
            after = self.drafts[following].text.strip() if following is not None else ""
            return (self.looks.capitals_tell and in_capitals(text) and bool(after)) or plain_title(text, before, after)
        short = len(text) <= 120 and not text.endswith((".", ",", ";")) and text[:1].isupper() and "\t" not in text
        if not short or not stands_out(draft, self.looks):
            return False
        return title_like(text) or (len(text.split()) <= 14 and not text.endswith(":"))

    def _next(self, index: int) -> int | None:
        """The next draft that is no furniture."""
        for following in range(index + 1, min(index + 12, len(self.drafts))):
            kind = self.drafts[following].kind
            if (kind in _OPEN or kind in RUNNING or kind is BlockKind.TABLE_HEAD) and following not in self.listed:
                return following
        return None

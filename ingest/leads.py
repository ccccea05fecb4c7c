"""Which sentence introduces an item, a paragraph or a table: the lead-in that a statement inherits.

The nearest sentence that waits for more introduces a list; an item within an item is introduced by that one, and where
it is a fragment ("om leverantören:") by the outer lead-in with it. A list goes on after a paragraph of one of its
items, and after "och" or "eller" on a line of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.document import Span
from ingest.entry import Entry
from ingest.headings import has_verb, introduces, waits_for_more
from ingest.numbers import Family, Label, follows

_CLOSED = (".", "!", "?", "…")
_AFTER_CLOSE = "])”\"»’'"
_WIDEST_GAP = 16  # what may stand between two lead-ins that are read as one: white space and a label
_REMEMBERED = 2  # paragraphs over which a sentence with "följande" is remembered


@dataclass(slots=True)
class _Lists:
    """The lists that are open: by depth their lead-ins and their last items, and the lead-in of each series."""

    leads: list[Span | None] = field(default_factory=list)
    items: list[Span] = field(default_factory=list)
    series: dict[tuple[int, Family | None, str], Span | None] = field(default_factory=dict)
    label: Label | None = None
    small: bool = False
    base: int = 0


@dataclass(slots=True)
class Leads:
    """Told of every heading, paragraph and item in order, says what introduces each."""

    text: str
    last: Span | None = None
    _lists: _Lists = field(default_factory=_Lists)
    _left: _Lists | None = None
    _heading: Span | None = None
    _announced: Span | None = None
    _since: int = 0
    _introduced: Span | None = None
    _outer: dict[Span, Span] = field(default_factory=dict)
    _parents: dict[tuple[Family, tuple[int, ...]], tuple[Span, bool]] = field(default_factory=dict)

    def heading(self, entry: Entry, title: Span) -> Span | None:
        """Takes a heading; its own lead-in is that of the numbered clause above it."""
        words = self.text[title.start : title.end]
        self._lists, self._left, self._introduced, self._announced = _Lists(), None, None, None
        waits = words.endswith(":") or waits_for_more(words)
        opened = waits or self._is_open(words)
        self.last, self._heading = (title if waits else None), (title if opened else None)
        lead = self._parent(entry, title)
        if opened and entry.label:
            self._parents[entry.label.family, entry.label.path] = title, waits
        return lead

    def item(self, entry: Entry, level: int, spans: list[Span]) -> Span | None:
        """The lead-in of a list item of these sentences, at a depth from 0."""
        small = self._is_small(spans[0])
        if not self._lists.leads and self._left and self._goes_on(entry.label, small, self._left):
            self._lists = self._left
        self._left = None
        if not self._lists.leads or level < self._lists.base:
            self._lists.base = level
        lead = self._item_lead(level - self._lists.base, entry.label, small)
        self._lists.items.append(spans[-1])
        self._lists.label, self._lists.small = entry.label, small
        self._heading = None
        self._remember(entry, spans, lead)
        return lead

    def paragraph(self, entry: Entry, spans: list[Span]) -> Span | None:
        """The lead-in of a paragraph: an open sentence before it, or its numbered clause's."""
        small = self._is_small(spans[0])
        lead = self._parent(entry, spans[0])
        unlabelled = small and not entry.label
        if self._lists.leads and unlabelled:
            lead = lead or self._lists.leads[0]
        elif self._introduced and unlabelled:
            lead = lead or self._introduced
        elif self.last and self._leads_on(self.last, unlabelled, entry.opens):
            lead = self._introduced = self.last
        elif self._heading and unlabelled:
            lead = self._introduced = self._heading
        else:
            self._introduced = None
        self._left = None if entry.opens else self._lists if self._lists.leads else self._left
        self._lists, self._heading = _Lists(), None
        self._remember(entry, spans, lead)
        return lead

    def table(self) -> Span | None:
        """What introduces a table that begins here; it introduces no other."""
        last, self.last = self.last, None
        if last is None:
            return None
        words = self.text[last.start : last.end]
        announces = words.endswith(":") or introduces(words) or "tabell" in words.lower()
        return last if announces else None

    def beside(self, entry: Entry, spans: list[Span]) -> Span | None:
        """A footnote or a text box: it introduces nothing and ends nothing."""
        return self._parent(entry, spans[0])

    def _remember(self, entry: Entry, spans: list[Span], lead: Span | None) -> None:
        self.last = spans[-1]
        if lead:
            self._outer[spans[-1]] = lead
        announcing = next((span for span in reversed(spans[-3:]) if self._announces(span)), None)
        self._since += 1
        if entry.opens or announcing or self._since > _REMEMBERED:
            self._announced, self._since = announcing, 0
        if entry.label and entry.opens and self._introduces(spans[-1]):
            self._parents[entry.label.family, entry.label.path] = spans[-1], True

    def _is_small(self, span: Span) -> bool:
        return self.text[span.start].islower()

    def _announces(self, span: Span) -> bool:
        words = self.text[span.start : span.end]
        return words.endswith(":") or introduces(words)

    def _introduces(self, span: Span) -> bool:
        """Whether a sentence waits for what comes after it: by a colon, "följande", or a verb and no full stop."""
        words = self.text[span.start : span.end]
        if words.endswith(":") or introduces(words):
            return True
        return not self._is_closed(words) and (waits_for_more(words) or has_verb(words))

    def _is_closed(self, words: str) -> bool:
        return words.rstrip(_AFTER_CLOSE).endswith(_CLOSED)

    def _is_open(self, words: str) -> bool:
        """Whether a heading is the beginning of a sentence that its list may end: a verb, and no full stop."""
        return not self._is_closed(words) and has_verb(words)

    def _parent(self, entry: Entry, span: Span) -> Span | None:
        """The open sentence of the numbered clause that this one is a part of: 7.2 for 7.2.1."""
        if not entry.label or len(entry.label.path) < 2:
            return None
        lead, sure = self._parents.get((entry.label.family, entry.label.path[:-1]), (None, True))
        return lead if sure or self._is_small(span) else None

    def _goes_on(self, label: Label | None, small: bool, left: _Lists) -> bool:
        """Whether an item goes on with a list that a paragraph parts it from: b) after a), or small letters both."""
        if self.last and self._introduces(self.last):
            return False
        if label and left.label and label.path:
            return follows(label, left.label)
        same = bool(label and left.label) and (label and label.family) == (left.label and left.label.family)
        return same and small and left.small

    def _item_lead(self, level: int, label: Label | None, small: bool) -> Span | None:
        """The lead-in of an item. A list of another kind begins anew; one that was begun earlier goes on with its
        own.
        """
        lists = self._lists
        level = min(level, len(lists.leads))
        series = (level, label.family, label.shape) if label else (level, None, "")
        begun = series in lists.series and (label is None or label.path != (1,))
        outer = lists.leads[level - 1] if level else None
        if level == len(lists.leads):
            lists.leads.append(self._within(outer) if level else self._first(small))
        elif begun:
            lists.leads[level] = lists.series[series]
        else:
            above = self.last if self.last and self._introduces(self.last) else None
            lists.leads[level] = above or outer
        del lists.leads[level + 1 :], lists.items[level:]
        lists.series[series] = lists.leads[level]
        return lists.leads[level]

    def _first(self, small: bool) -> Span | None:
        """What introduces a list that begins here: the sentence before it, an open heading, or a sentence with
        "följande" a paragraph or two above.
        """
        if self.last and self._introduces(self.last):
            return self._whole(self.last)
        if self._heading:
            return self._heading if small else None
        announced = self._announced
        if announced and (small or introduces(self.text[announced.start : announced.end])):
            return announced
        return None

    def _within(self, outer: Span | None) -> Span | None:
        above = self._lists.items[-1] if self._lists.items else self.last
        if above is None or self._is_closed(self.text[above.start : above.end]):
            return outer
        return self._whole(above)

    def _whole(self, lead: Span) -> Span:
        """A lead-in that is a fragment, with the one that stands right before it and introduces it."""
        outer = self._outer.get(lead)
        if outer is None or not 0 < lead.start - outer.end <= _WIDEST_GAP:
            return lead
        fragment = self._is_small(lead) or not has_verb(self.text[lead.start : lead.end])
        return Span(outer.start, lead.end) if fragment else lead

    def _leads_on(self, before: Span, small: bool, opens: bool) -> bool:
        """Whether a sentence introduces the paragraph after it: one begun in small letters, or any after a colon."""
        return self._introduces(before) if small else not opens and self.text[before.end - 1] == ":"

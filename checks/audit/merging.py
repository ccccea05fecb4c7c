"""Each recommendation once: the lists of summary, chapters and conclusion are held against each other.

Two items of one list are two recommendations however alike they are; items of two lists are one where they are each
other's likest, the likest pairs first. So wordings that share few words still meet where their lists do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checks.audit.alike import Likeness, Vector, cosine
from ingest.document import Document, Span

_LISTS = 0.2  # of two lists' items, each other's likest
_STRAY = 0.3  # a sentence that is less like every listed one is a recommendation of its own
_STRAY_TO = 0.24  # the same, where both are for the same body
_GATHERED = 3  # items of a list that gathers
_SAME = 0.8  # two sentences of one chapter
_ALIKE = 0.5  # two sentences
_AGREE = 0.5  # of a list's items that have met: then the rest meet in order
_OTHER_BODY = 0.1
_ADDS = re.compile(r"\W*(?:därutöver|härutöver|utöver|dessutom|därtill)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One recommendation as found: its span and number in the document, to whom, and how it stood there.

    `part` is the chapter of its list: two of one part are never the same; `gist` is true in one that sums up.
    `summing` is true where recommendations are gathered: in a summary, or under their own heading.
    `core` is set where the span is a whole sentence: its words on what is recommended.
    """

    span: Span
    addressees: tuple[str, ...]
    block: int
    listed: bool
    label: str = ""
    repeated: tuple[Span, ...] = ()
    part: int = 0
    gist: bool = False
    core: Span | None = None
    summing: bool = False

    @property
    def said(self) -> Span:
        """What is recommended, without the words that lead to it."""
        return self.core or self.span


@dataclass
class _Merging:
    document: Document
    found: Sequence[Asked]

    def __post_init__(self) -> None:
        texts = [self.document.quote(each.said) for each in self.found]
        likeness = Likeness.over([], texts)
        self.vectors: dict[Span, Vector] = {
            each.said: likeness.vector(text) for each, text in zip(self.found, texts, strict=True)
        }

    def alike(self, one: Asked, other: Asked) -> float:
        """How like two are: the same words are 1, another body's less."""
        first, second = ("".join(self.document.quote(each.said).lower().split()) for each in (one, other))
        if first in second or second in first:
            return 1.0
        score = cosine(self.vectors[one.said], self.vectors[other.said])
        return score - (_OTHER_BODY if _apart(one, other) else 0.0)


def once(document: Document, found: Sequence[Asked]) -> list[Asked]:
    """Each recommendation once, in the order of its fullest list; those of running text after the lists."""
    merging = _Merging(document, found)
    listed = [each for each in found if each.listed]
    groups = _groups(listed)
    kept: list[Asked] = []
    for group in groups:
        own = _distinct(merging, group)
        kept = _joined(merging, kept, own) if kept else own
    for each in found:
        if not each.listed and not each.gist:
            kept = _with_sentence(merging, kept, each, groups)
    kept = _summed(merging, kept, [each for each in found if not each.listed and each.gist])
    if not listed or len({each.part for each in groups[0]}) > 1:
        kept.sort(key=lambda each: each.span.start)
    return kept


def _groups(listed: Sequence[Asked]) -> list[list[Asked]]:
    """The lists, the fullest first: chapters with few items each are together one list that is spread."""
    sizes = Counter(each.part for each in listed)
    numbered = Counter(each.part for each in listed if any(map(str.isdigit, each.label)))
    most = max(sizes.values(), default=0)
    full = [part for part in sizes if sizes[part] >= max(2, most / 2)]
    full.sort(key=lambda part: (sizes[part], numbered[part] > 0, part), reverse=True)
    groups = [[each for each in listed if each.part == part] for part in full]
    spread = [each for each in listed if each.part not in full]
    groups += [spread] if spread else []
    return sorted(groups, key=len, reverse=True)


def _distinct(merging: _Merging, own: list[Asked]) -> list[Asked]:
    """The items of one list, without those said again: in one part in the same words, in two in much the same."""
    kept: list[Asked] = []
    for each in own:
        at = next((place for place, other in enumerate(kept) if _again(merging, each, other)), None)
        if at is None:
            kept.append(each)
        else:
            kept[at] = merged(kept[at], each)
    return kept


def _again(merging: _Merging, one: Asked, other: Asked) -> bool:
    numbers = {re.sub(r"\D", "", each.label) for each in (one, other)} - {""}
    score = merging.alike(one, other)
    return score >= (0.95 if one.part == other.part or len(numbers) > 1 else _ALIKE)


def _joined(merging: _Merging, kept: list[Asked], own: list[Asked]) -> list[Asked]:
    """One list after another: each item to its likest of those before, or as a recommendation of its own."""
    scores = sorted(
        (
            (merging.alike(one, other), -abs(place - at), place, at)
            for place, one in enumerate(kept)
            for at, other in enumerate(own)
        ),
        reverse=True,
    )
    met: dict[int, int] = {}
    for score, _, place, at in scores:
        if score >= _LISTS and place not in met.values() and at not in met:
            met[at] = place
    left = [at for at in range(len(own)) if at not in met]
    free = [place for place in range(len(kept)) if place not in met.values()]
    if left and len(left) <= len(free) and len(met) >= _AGREE * len(own) and len(own) == len(kept):
        met |= {at: place for at, place in zip(left, free, strict=False) if not _apart(own[at], kept[place])}
    for at, place in met.items():
        kept[place] = merged(kept[place], own[at])
    return [*kept, *(each for at, each in enumerate(own) if at not in met)]


def _summed(merging: _Merging, kept: list[Asked], own: list[Asked]) -> list[Asked]:
    """What a summary's sentences say again goes with the sentences of the chapters: all, where these are as many."""
    told = sum(not each.listed for each in kept)
    joined = _joined(merging, kept, own)
    return joined[: len(kept)] if told >= max(len(own), 2) else joined


def _with_sentence(merging: _Merging, kept: list[Asked], each: Asked, groups: Sequence[Sequence[Asked]]) -> list[Asked]:
    """A sentence with the one that it says again, or as a recommendation of its own."""
    scores = [merging.alike(each, other) for other in kept]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    adds = bool(_ADDS.match(merging.document.quote(each.span)))
    if best is not None and scores[best] >= _least(groups, each, kept[best], adds):
        return [*kept[:best], merged(kept[best], each), *kept[best + 1 :]]
    return [*kept, each]


def _least(groups: Sequence[Sequence[Asked]], each: Asked, other: Asked, adds: bool) -> float:
    """How alike a sentence must be to one before it. Where a list gathers what the chapters say, theirs is in it,
    but for what `adds` to it.
    """
    if not groups:
        return _ALIKE if each.part != other.part else _SAME
    gathered = {item.part: item for group in groups for item in group if item.summing}
    many = sum(len(group) for group in groups if group[0].part in gathered) >= _GATHERED
    if many and not (adds or _apart(each, other)) and each.part not in gathered:
        return 0.0
    return _STRAY_TO if set(each.addressees) & set(other.addressees) else _STRAY


def _apart(one: Asked, other: Asked) -> bool:
    """Whether both name bodies, and none that the other names."""
    return bool(one.addressees and other.addressees) and not set(one.addressees) & set(other.addressees)


def merged(kept: Asked, again: Asked) -> Asked:
    """One recommendation with the place where it is said again."""
    to = tuple(dict.fromkeys([*kept.addressees, *again.addressees])) if kept.part == again.part else kept.addressees
    return replace(
        kept, repeated=(*kept.repeated, again.span), addressees=to or again.addressees, label=kept.label or again.label
    )

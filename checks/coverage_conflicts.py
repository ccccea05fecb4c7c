"""Topics that two documents settle differently: other limits, times or ways in passages on the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from checks.coverage_lines import Line
from checks.coverage_report import Conflict, How
from checks.coverage_topics import MENTIONS, passage
from checks.negation import negated
from clauses.keys import key
from clauses.quantities import amounts, durations

if TYPE_CHECKING:
    from clauses.framework import Framework
    from ingest.document import Document

COMPARED = 30  # statements of one document on one topic
ALIKE = 0.34  # of the words of the shorter: how much two passages share that are on the same thing
_OFTEN = re.compile(
    r"\b(?:varje\s(?:år|månad|kvartal|vecka|halvår|tertial|dag)|årligen|månadsvis|kvartalsvis|veckovis|halvårsvis|vartannat\sår"
    r"|en\sgång\s(?:per|om|i)\s(?:året?|kvartalet?|månaden?|veckan?)|två\sgånger\s(?:per|om)\såret?)\b"
)
_YEARLY = {"årligen": "varje år", "månadsvis": "varje månad", "kvartalsvis": "varje kvartal", "veckovis": "varje vecka"}
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_MOST = 3  # conflicts of one topic


def conflicts(
    documents: Sequence[Document], read: Sequence[Sequence[Line]], framework: Framework
) -> tuple[Conflict, ...]:
    """The conflicts of a set, topic by topic."""
    found: list[Conflict] = []
    for place, topic in enumerate(framework.topics):
        binding = [_surest(lines, place) for lines in read]
        pairs = (
            (one, other, what)
            for (a, these), (b, those) in combinations(enumerate(binding), 2)
            for x in these
            for y in those
            for one, other in [((a, x), (b, y))]
            if (what := _differs(x.text.lower(), y.text.lower()))
        )
        for (a, x), (b, y), what in _first(pairs):
            one, other = documents[a], documents[b]
            told = f"{topic.title.sv}: {what.format(one=one.name, other=other.name)}"
            found.append(Conflict(topic.id, told, passage(one, x, How.BINDS), passage(other, y, How.BINDS)))
    return tuple(found)


def _surest(lines: Sequence[Line], place: int) -> list[Line]:
    """The statements of a document that bind on a topic, the surest first, no more than can be compared quickly."""
    found = [line for line in lines if float(line.up[place]) >= MENTIONS and line.how is How.BINDS]
    return sorted(found, key=lambda line: (-float(line.up[place]) * line.binds, line.index))[:COMPARED]


Pair = tuple[tuple[int, Line], tuple[int, Line], str]


def _first(pairs: Iterator[Pair]) -> list[Pair]:
    """The first conflicts, each passage in one of them only."""
    kept: list[Pair] = []
    used: set[tuple[int, int]] = set()
    for pair in pairs:
        ends = {(document, line.index) for document, line in pair[:2]}
        if not ends & used:
            kept.append(pair)
            used |= ends
        if len(kept) == _MOST:
            break
    return kept


def _differs(one: str, other: str) -> str:
    """In what two passages on the same thing differ, as a sentence with places for the documents' names; or ""."""
    if not _alike(one, other):
        return ""
    for told, values in (("belopp", _amounts), ("tid", _durations), ("hur ofta", _often)):
        a, b = values(one), values(other)
        if a and b and not set(a.values()) & set(b.values()):
            return f"{{one}} säger {next(iter(a))}, {{other}} säger {next(iter(b))} ({told})."
    if (negated(one) is None) != (negated(other) is None) and _may(one) and _may(other):
        return "{one} och {other} säger emot varandra om vad som får göras."
    return ""


def _may(text: str) -> bool:
    return bool(re.search(r"\b(?:får|kan|är tillåt\w{0,2})\b", text))


def _alike(one: str, other: str) -> bool:
    a, b = _keys(one), _keys(other)
    shorter = min(len(a), len(b))
    return shorter > 3 and len(a & b) >= ALIKE * shorter


@lru_cache(maxsize=4096)
def _keys(text: str) -> frozenset[str]:
    return frozenset(key(word) for word in _TOKEN.findall(text))


def _amounts(text: str) -> dict[str, object]:
    return {text[each.start : each.end]: (each.value, each.unit) for each in amounts(text)}


def _durations(text: str) -> dict[str, object]:
    return {text[each.start : each.end]: (each.value, each.unit) for each in durations(text)}


def _often(text: str) -> dict[str, object]:
    return {found[0]: _YEARLY.get(found[0], found[0]) for found in _OFTEN.finditer(text)}

"""Topics recognised by their words alone: which of a framework's topics a statement's words show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from clauses.framework import Framework, Topic
from clauses.scanner import Scanner


class Shown(IntEnum):
    """How a statement's words show a topic."""

    NOT = 0
    PARTLY = 1  # only the first of two lists of words
    BY_CONTEXT = 2  # with the words of its heading, lead-in or column heads
    BY_ITSELF = 3


@dataclass(frozen=True)
class TopicWords:
    """The words of a framework's topics, found in one pass."""

    framework: Framework

    @cached_property
    def scanner(self) -> Scanner:
        """A concept for each list of words: `topic.way`, and `topic.way+` for the words that must be beside them."""
        table: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        for topic in self.framework.topics:
            for place, way in enumerate(topic.recognised):
                table[f"{topic.id}.{place}"] = (way.words, topic.not_)
                if way.with_:
                    table[f"{topic.id}.{place}+"] = (way.with_, topic.not_)
        return Scanner(table)

    def shown(self, text: str, context: str) -> tuple[Shown, ...]:
        """How each topic of the framework, in order, is shown by a statement and what it inherits."""
        own, inherited = self.scanner.concepts(text), self.scanner.concepts(context)
        return tuple(_shown(topic, own, own | inherited) for topic in self.framework.topics)


def _shown(topic: Topic, own: frozenset[str], both: frozenset[str]) -> Shown:
    best = Shown.NOT
    for place, way in enumerate(topic.recognised):
        name = f"{topic.id}.{place}"
        if name in own and (not way.with_ or f"{name}+" in own):
            return Shown.BY_ITSELF
        if name in both and (not way.with_ or f"{name}+" in both):
            best = max(best, Shown.BY_CONTEXT)
        elif name in own:
            best = max(best, Shown.PARTLY)
    return best

"""Topics recognised by their words alone: which of a framework's topics a statement's words show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from clauses.framework import Framework, Topic, Way
from clauses.scanner import Scanner

MATTER = "matter"


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
        """A concept for each list of words: `topic.way`, `topic.way+` for what must be beside it, `topic.way-` for what
        must not. The ways of only mentioning are numbered after the others.
        """
        table: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        if self.framework.matter:
            table[MATTER] = (self.framework.matter, ())
        for topic in self.framework.topics:
            for place, way in enumerate((*topic.recognised, *topic.mentioned)):
                if topic.needs:
                    table[f"{topic.id}.needs"] = (topic.needs, ())
                for mark, words in (("", way.words), ("+", way.with_), ("-", way.without)):
                    if words:
                        table[f"{topic.id}.{place}{mark}"] = (words, topic.not_)
        return Scanner(table)

    def shown(self, text: str, context: str) -> tuple[Shown, ...]:
        """How each topic of the framework, in order, is shown by a statement and what it inherits."""
        own, inherited = self.scanner.concepts(text), self.scanner.concepts(context)
        return tuple(_shown(topic, own, own | inherited) for topic in self.framework.topics)

    def only_mentioned(self, text: str) -> frozenset[int]:
        """The places of the topics that a statement only mentions, however it binds."""
        own = self.scanner.concepts(text)
        return frozenset(
            place
            for place, topic in enumerate(self.framework.topics)
            for number, way in enumerate(topic.mentioned, len(topic.recognised))
            if _holds(f"{topic.id}.{number}", way, own)
        )

    def on_matter(self, text: str) -> bool:
        """Whether a text has a word of the framework's matter; always where the framework names none."""
        return not self.framework.matter or MATTER in self.scanner.concepts(text)

    def without_need(self, text: str, context: str) -> list[int]:
        """The places of the topics that a statement cannot take up: none of the words that they need is there."""
        both = self.scanner.concepts(text) | self.scanner.concepts(context)
        topics = enumerate(self.framework.topics)
        return [place for place, topic in topics if topic.needs and f"{topic.id}.needs" not in both]


def _shown(topic: Topic, own: frozenset[str], both: frozenset[str]) -> Shown:
    best = Shown.NOT
    for place, way in enumerate(topic.recognised):
        name = f"{topic.id}.{place}"
        if _holds(name, way, own):
            return Shown.BY_ITSELF
        if _holds(name, way, both):
            best = max(best, Shown.BY_CONTEXT)
        elif name in own:
            best = max(best, Shown.PARTLY)
    return best


def _holds(name: str, way: Way, concepts: frozenset[str]) -> bool:
    """Whether a statement with these concepts fits a way."""
    return name in concepts and (not way.with_ or f"{name}+" in concepts) and f"{name}-" not in concepts

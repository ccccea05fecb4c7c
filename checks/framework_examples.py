"""Runs the examples of a framework: every one is a text with the status that its topic must get in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.coverage_lines import lines
from checks.coverage_topics import judge

if TYPE_CHECKING:
    from clauses.framework import Framework, Topic, TopicExample


@dataclass(frozen=True, slots=True)
class TopicOutcome:
    """What a check gave on an example. `number` counts from 1 in the topic."""

    topic: Topic
    number: int
    example: TopicExample
    status: str
    because: str

    @property
    def passed(self) -> bool:
        """Whether the status is the one that the example states."""
        return self.status == self.example.status.value


def topic_outcomes(framework: Framework) -> Iterator[TopicOutcome]:
    """Every example of every topic, in the framework's order."""
    from ingest import read

    for place, topic in enumerate(framework.topics):
        for number, example in enumerate(topic.examples, 1):
            document = read(example.text.encode(), name=f"{topic.id}.md")
            found = judge(document, lines(document, framework), place, topic)
            yield TopicOutcome(topic, number, example, found.status.value, found.because)

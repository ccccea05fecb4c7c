"""Labelled topic statements: what the learned topic reader is trained from, and how they are split.

One JSON object a line; the file's name is the voice. The voice in `TEST_VOICES` is looked at only to report: its file
is frozen by `labelled/topics/test-split.sha256`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from clauses.framework import Framework, Standing, TopicTrap
from ingest import read

TOPICS = Path(__file__).parent / "labelled" / "topics"
FROZEN = TOPICS / "test-split.sha256"

How = Literal[
    "bind", "who", "when", "check", "risk", "intent", "refers", "lacking", "other-sense", "neighbour", "heading"
]
COVERING = frozenset({"bind", "who", "when", "check"})
MENTIONING = frozenset({"risk", "intent", "refers", "lacking"})
MISSING = frozenset({"other-sense", "neighbour", "heading"})


class TopicStatement(BaseModel):
    """A statement with its context, the topic that it was written for (`other`: none), and how it takes that up.

    `also` are other topics that it gives too: `bind` or `mention`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    heading: str = ""
    lead_in: str = ""
    heads: str = ""
    topic: str
    how: tuple[How, ...] = ()
    also: dict[str, Literal["bind", "mention"]] = {}
    voice: str

    @property
    def context(self) -> str:
        """What the statement inherits, as one string: heading path, lead-in, column heads."""
        return " ".join(part for part in (self.heading, self.lead_in, self.heads) if part)

    @property
    def taken_up(self) -> bool:
        """Whether the statement takes its own topic up."""
        return bool(set(self.how) & (COVERING | MENTIONING))

    @property
    def topics(self) -> frozenset[str]:
        """Every topic that the statement takes up."""
        return frozenset(self.also) | ({self.topic} if self.taken_up else frozenset())


_HOW_OF: dict[TopicTrap, How] = {
    TopicTrap.WEAK: "intent",
    TopicTrap.LACKING: "lacking",
    TopicTrap.REFERS: "refers",
    TopicTrap.RISK: "risk",
    TopicTrap.OTHER_SENSE: "other-sense",
    TopicTrap.NEIGHBOUR: "neighbour",
    TopicTrap.HEADING: "heading",
}
EXAMPLES = "framework"


def examples(framework: Framework) -> Iterator[TopicStatement]:
    """The examples of a framework as labelled statements of a voice of their own: they do not tell who, when or how."""
    for topic in framework.topics:
        for example in topic.examples:
            how: How = "bind" if example.status is Standing.COVERED else _HOW_OF.get(example.trap, "neighbour")
            document = read(example.text.encode(), name=f"{topic.id}.md")
            for statement in document.statements:
                heading = " ".join(section.title for section in document.path(statement.section))
                said = document.quote(statement.span)
                yield TopicStatement(text=said, heading=heading, topic=topic.id, how=(how,), voice=EXAMPLES)


def test_voices() -> frozenset[str]:
    """The voices of the frozen test part."""
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    return frozenset(line.split()[1].removesuffix(".jsonl") for line in lines if line.strip())


def load(folder: Path = TOPICS) -> Iterator[TopicStatement]:
    """Every labelled statement of the folder, voice by voice. Raises ValueError that names file and line."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                yield TopicStatement.model_validate(json.loads(line) | {"voice": path.stem})
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {str(error).splitlines()[0]}") from None

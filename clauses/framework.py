"""The shape of a framework: a named list of topics that an organisation holds its guidelines against.

One YAML file a framework, under `frameworks/`; an organisation's own lies anywhere. A topic says what it asks and why,
the words that show it, and holds examples that run as tests.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator, model_validator

from clauses.concept import Patterns
from clauses.requirement import Frozen, Line, Prose, Slug, Words


def _in_both(value: object) -> object:
    """A text given once holds for both languages."""
    return {"sv": value, "en": value} if isinstance(value, str) else value


Told = Annotated[Words, BeforeValidator(_in_both)]


class Standing(StrEnum):
    """The status that an example shall have."""

    COVERED = "covered"
    MENTIONED = "mentioned"
    ABSENT = "absent"


class TopicTrap(StrEnum):
    """Why an example is easily misread."""

    NONE = "none"
    OTHER_SENSE = "other-sense"
    NEIGHBOUR = "neighbour"
    HEADING = "heading"
    WEAK = "weak"
    LACKING = "lacking"
    REFERS = "refers"
    RISK = "risk"
    UNNAMED = "unnamed"  # the topic's own words are not there


class Way(Frozen):
    """One way to recognise a topic in a statement with its heading: a word of `words`, where given one of `with`, and
    none of `without`.

    Words are patterns of the scanner, parted by commas.
    """

    words: Patterns = Field(min_length=1)
    with_: Patterns = Field(default=(), alias="with")
    without: Patterns = ()

    @field_validator("words", "with_", "without")
    @classmethod
    def _are_patterns(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            if "*" in pattern[1:-1] or not any(sign.isalnum() for sign in pattern):
                raise ValueError(f"{pattern!r}: write word, word*, *word or *word*")
        return patterns


class TopicExample(Frozen):
    """A text (Markdown, so that headings and lists can be shown) and the topic's status in it."""

    text: Prose
    status: Standing
    trap: TopicTrap = TopicTrap.NONE
    note: Line | None = None


class Topic(Frozen):
    """One topic. `source`: where it comes from. `learned`: the topics of the learned reader that show it too; without
    them the topic is recognised by its words alone. `not`: words that do not count within the topic's. `mentioned`:
    ways that only mention the topic, however they bind. `needs`: words without one of which, in the statement or what
    it inherits, the topic is not taken up.

    `bound`: in a document that is not on the framework's matter, the topic counts only where a word of that stands.
    `definition`: the topic is what words mean, and is covered where that is said: it needs no who, when or check.
    """

    id: Slug
    title: Told
    asks: Told
    why: Told | None = None
    source: Line | None = None
    recognised: tuple[Way, ...] = Field(min_length=1)
    not_: Patterns = Field(default=(), alias="not")
    mentioned: tuple[Way, ...] = ()
    needs: Patterns = ()
    bound: bool = False
    learned: tuple[Slug, ...] = ()
    definition: bool = False
    examples: tuple[TopicExample, ...] = ()


class Framework(Frozen):
    """A framework. `id` is its file's name, `matter` the words that show that a text is on what it is about."""

    id: Slug
    title: Told
    about: Line | None = None
    source: Line | None = None
    matter: Patterns = ()
    topics: tuple[Topic, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> Framework:
        ids = [topic.id for topic in self.topics]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            raise ValueError(f"topics: the id {', '.join(twice)} stands twice; give each topic its own")
        return self

    def topic(self, name: str) -> Topic:
        """The topic with that id. Raises KeyError where there is none."""
        for topic in self.topics:
            if topic.id == name:
                return topic
        raise KeyError(name)

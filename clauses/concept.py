"""The shape of a lexicon file: a concept and the words that show it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator

from clauses.requirement import Frozen, Line, Slug
from clauses.scanner import literal


def _split(value: Any) -> Any:
    """Words in a text block are parted by commas and line breaks; a list is taken as it is."""
    if isinstance(value, str):
        return tuple(word for part in value.replace("\n", ",").split(",") if (word := " ".join(part.split())))
    return value


Patterns = Annotated[tuple[str, ...], BeforeValidator(_split)]


class Concept(Frozen):
    """A concept: what it is, its words (patterns of the scanner) and what those words must not stand within."""

    id: Slug
    about: Line
    words: Patterns = Field(min_length=1)
    not_: Patterns = Field(default=(), alias="not")

    @field_validator("words", "not_")
    @classmethod
    def _are_patterns(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            if "*" in pattern[1:-1]:
                raise ValueError(f"{pattern!r}: a star stands at an edge of a pattern only")
            if not literal(pattern).strip():
                raise ValueError(f"{pattern!r}: no letters; write word, word*, *word or *word*")
        repeated = sorted({pattern for pattern in patterns if patterns.count(pattern) > 1})
        if repeated:
            raise ValueError(f"written twice: {', '.join(repeated)}")
        return patterns

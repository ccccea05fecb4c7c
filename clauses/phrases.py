"""Phrases of answers, as data: what a response says when it has done, does, will do, waits or declines, and the like.

One file of `answers/` is one kind of phrase. A phrase is words; `genomför*` begins a word, `*beslutad` ends one, `a/b`
is either, `..` stands for up to eight words in the same clause, `?` after a word makes it optional. White space of any
kind parts words. A phrase never reaches over a full stop, a semicolon or a negation that it does not have itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError, field_validator

from clauses.errors import from_validation
from clauses.requirement import Frozen, Line, Slug
from clauses.yaml_file import mapping, text

FOLDER = Path(__file__).parent / "answers"
_LONGEST = 12  # words of a phrase
_SPACE = r"[\s,]{1,4}"
_DENIES = r"(?:inte|ej|inga|inget|ingen|aldrig|varken|utan)\b"
_GAP = rf"(?:(?!{_DENIES})[^\s.;:?!]{{1,40}}[\s]{{1,3}}){{0,8}}?"
_WORD = re.compile(r"\*?[\w§()-]+\*?\??(?:/\*?[\w§()-]+\*?)*")


def _lines(value: Any) -> Any:
    """Phrases stand one a line in a text block, or in a list."""
    return tuple(line.strip() for line in value.splitlines() if line.strip()) if isinstance(value, str) else value


_Phrases = Annotated[tuple[str, ...], BeforeValidator(_lines)]


class PhraseFile(Frozen):
    """A kind of phrase: what it shows, its phrases, and those that it must not stand within."""

    id: Slug
    about: Line
    phrases: _Phrases = Field(min_length=1)
    not_: _Phrases = Field(default=(), alias="not")

    @field_validator("phrases", "not_")
    @classmethod
    def _are_phrases(cls, phrases: tuple[str, ...]) -> tuple[str, ...]:
        for phrase in phrases:
            words = phrase.split()
            if len(words) > _LONGEST or words[0] == ".." or words[-1] == "..":
                raise ValueError(f"{phrase!r}: at most {_LONGEST} words, and .. between words only")
            for word in words:
                if word != ".." and not _WORD.fullmatch(word):
                    raise ValueError(f"{phrase!r}: {word!r} is no word; write word, word*, *word, a/b or ..")
        repeated = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
        if repeated:
            raise ValueError(f"written twice: {', '.join(repeated)}")
        return phrases


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one kind, ready to be looked for."""

    pattern: re.Pattern[str]
    refused: re.Pattern[str] | None

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where a phrase stands in the text, in order."""
        found = [match.span() for match in self.pattern.finditer(text)]
        if not found or self.refused is None:
            return found
        taken = [match.span() for match in self.refused.finditer(text)]
        return [(start, end) for start, end in found if not any(a <= start and end <= b for a, b in taken)]

    def within(self, text: str) -> bool:
        """Whether a phrase stands in the text."""
        return bool(self.places(text)) if self.refused else self.pattern.search(text) is not None


@cache
def phrases(kind: str) -> Phrases:
    """The phrases of one kind. Raises KeyError where there is none, LibraryError where its file is wrong."""
    file = load_phrases()[kind]
    return Phrases(_compiled(file.phrases), _compiled(file.not_) if file.not_ else None)


@cache
def load_phrases(folder: Path = FOLDER) -> Mapping[str, PhraseFile]:
    """All phrase files of a folder by id. Raises LibraryError."""
    return MappingProxyType({path.stem: _read(path) for path in sorted(folder.glob("*.yaml"))})


def _read(path: Path) -> PhraseFile:
    try:
        return PhraseFile.model_validate(mapping(path, text(path)) | {"id": path.stem})
    except ValidationError as error:
        raise from_validation(path, error, {"": ("about", "phrases", "not")}) from None


def _compiled(listed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(_pattern, listed), key=len, reverse=True)), re.IGNORECASE)


def _pattern(phrase: str) -> str:
    """The regular expression of a phrase, every part of it bounded."""
    parts: list[str] = []
    words = phrase.split()
    for place, word in enumerate(words):
        if word == "..":
            parts.append(_GAP)
            continue
        joined = place + 1 < len(words)
        if word.endswith("?"):
            parts.append(f"(?:{_word(word[:-1])}{_SPACE})?")
        else:
            parts.append(_word(word) + (_SPACE if joined else ""))
    return "".join(parts)


def _word(word: str) -> str:
    return "(?:" + "|".join(map(_one, word.split("/"))) + ")"


def _one(word: str) -> str:
    body = re.escape(word.strip("*"))
    left = r"\w{0,30}" if word.startswith("*") else ""
    right = r"\w{0,30}" if word.endswith("*") else ""
    return rf"(?<!\w){left}{body}{right}(?!\w)"

"""Reads frameworks: the built-in ones by id, an organisation's own by its file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from clauses.errors import LibraryError, from_validation
from clauses.framework import Framework, Topic, TopicExample, Way
from clauses.requirement import Words
from clauses.yaml_file import keys, mapping, text

HERE = Path(__file__).parent / "frameworks"
FIRST = "welfare-crime-guidelines"
LARGEST = 2_000_000  # bytes of a framework's file
_MODELS: dict[str, type[BaseModel]] = {
    "": Framework,
    "topics": Topic,
    "recognised": Way,
    "mentioned": Way,
    "examples": TopicExample,
    "title": Words,
    "asks": Words,
    "why": Words,
}


def built_in() -> tuple[str, ...]:
    """The ids of the frameworks that come with klausul, the first one first."""
    return tuple(sorted((path.stem for path in HERE.glob("*.yaml")), key=lambda name: (name != FIRST, name)))


@cache
def load_framework(name: str = FIRST) -> Framework:
    """A built-in framework. Raises KeyError where there is none of that id."""
    if name not in built_in():
        raise KeyError(name)
    return read_framework(HERE / f"{name}.yaml")


def read_framework(path: Path) -> Framework:
    """A framework's file. Its id is the file's name, unless the file gives one. Raises LibraryError."""
    if path.is_file() and path.stat().st_size > LARGEST:
        raise LibraryError(path, "", f"larger than {LARGEST // 1_000_000} MB; a framework is a list of topics")
    data = mapping(path, text(path))
    try:
        return Framework.model_validate({"id": slug(path.stem)} | data)
    except ValidationError as error:
        raise from_validation(path, error, {key: keys(model) for key, model in _MODELS.items()}) from None


def slug(stem: str) -> str:
    """A name as an id."""
    plain = stem.lower().translate(str.maketrans("åäöé", "aaoe"))
    parts = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split()
    return "-".join(parts) or "framework"

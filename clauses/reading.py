"""Reads the data files: YAML to models, with the file's name as id and the folder's as group."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from clauses.concept import Concept
from clauses.errors import LibraryError, from_validation
from clauses.requirement import (
    Applies,
    Combination,
    Example,
    ExampleList,
    Facet,
    Law,
    Requirement,
    Wording,
    Words,
)
from clauses.yaml_file import keys, mapping, text

_TAIL = "\nexamples:\n"
_MODELS: dict[str, type[BaseModel]] = {
    "": Requirement,
    "title": Words,
    "short": Words,
    "asks": Words,
    "why": Words,
    "reason": Words,
    "lacks": Words,
    "applies": Applies,
    "law": Law,
    "facets": Facet,
    "recognised": Combination,
    "wording": Wording,
    "examples": Example,
}
_SET_BY_PLACE = ("id", "group")


def _allowed() -> dict[str, tuple[str, ...]]:
    allowed = {key: keys(model) for key, model in _MODELS.items()}
    allowed[""] = (*keys(Requirement, *_SET_BY_PLACE), "examples")
    return allowed


def read_requirement(path: Path) -> Requirement:
    """A requirement file. Its examples stay text until they are asked for. Raises LibraryError."""
    head, tail, examples = text(path).partition(_TAIL)
    data = _placed(path, mapping(path, head + "\n"), group=path.parent.name)
    if not tail:
        raise LibraryError(path, "examples", "missing key; it is the file's last, on a line of its own")
    try:
        requirement = Requirement.model_validate(data)
    except ValidationError as error:
        raise from_validation(path, error, _allowed()) from None
    facets = tuple(facet.id for facet in requirement.facets)
    line = head.count("\n") + 2
    requirement._read_examples = partial(_read_examples, path, "\n" * (line - 1) + "examples:\n" + examples, facets)
    return requirement


def _read_examples(path: Path, source: str, facets: tuple[str, ...]) -> tuple[Example, ...]:
    try:
        examples = ExampleList.model_validate(mapping(path, source)).examples
    except ValidationError as error:
        raise from_validation(path, error, _allowed()) from None
    for place, example in enumerate(examples):
        for name in example.facets:
            if name not in facets:
                problem = f"{name!r} is no facet; allowed: {', '.join(facets)}"
                raise LibraryError(path, f"examples.{place}.facets", problem)
    return examples


def read_concept(path: Path) -> Concept:
    """A lexicon file. Raises LibraryError."""
    data = _placed(path, mapping(path, text(path)))
    try:
        return Concept.model_validate(data)
    except ValidationError as error:
        raise from_validation(path, error, {"": keys(Concept, "id")}) from None


def _placed(path: Path, data: dict[str, Any], group: str | None = None) -> dict[str, Any]:
    """The data with its id and group by place; a file that says otherwise is refused."""
    place = {"id": path.stem} | ({"group": group} if group else {})
    for key, value in place.items():
        if key in data and data[key] != value:
            raise LibraryError(path, key, f"{data[key]!r} is not its place's; leave the key out, or allowed: {value!r}")
    return data | place

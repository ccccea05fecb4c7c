"""Reads the data files: YAML to models, with the file's name as id and the folder's as group."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import yaml
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

_YAML: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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


def _keys(model: type[BaseModel], *without: str) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items() if name not in without)


def _allowed() -> dict[str, tuple[str, ...]]:
    allowed = {key: _keys(model) for key, model in _MODELS.items()}
    allowed[""] = (*_keys(Requirement, *_SET_BY_PLACE), "examples")
    return allowed


def read_requirement(path: Path) -> Requirement:
    """A requirement file. Its examples stay text until they are asked for. Raises LibraryError."""
    head, tail, examples = _text(path).partition(_TAIL)
    data = _placed(path, _mapping(path, head + "\n"), group=path.parent.name)
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
        examples = ExampleList.model_validate(_mapping(path, source)).examples
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
    data = _placed(path, _mapping(path, _text(path)))
    try:
        return Concept.model_validate(data)
    except ValidationError as error:
        raise from_validation(path, error, {"": _keys(Concept, "id")}) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise LibraryError(path, "", "not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise LibraryError(path, "", f"cannot be read: {error.strerror}; check the file and its permissions") from None


def _mapping(path: Path, text: str) -> dict[str, Any]:
    try:
        data = yaml.load(text, Loader=_YAML)  # noqa: S506 - both loaders are the safe ones
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise LibraryError(path, where, f"not YAML: {getattr(error, 'problem', None) or 'cannot be read'}") from None
    if not isinstance(data, dict):
        raise LibraryError(path, "", "the file must be a mapping of keys to values")
    return data


def _placed(path: Path, data: dict[str, Any], group: str | None = None) -> dict[str, Any]:
    """The data with its id and group by place; a file that says otherwise is refused."""
    place = {"id": path.stem} | ({"group": group} if group else {})
    for key, value in place.items():
        if key in data and data[key] != value:
            raise LibraryError(path, key, f"{data[key]!r} is not its place's; leave the key out, or allowed: {value!r}")
    return data | place

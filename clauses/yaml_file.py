"""A data file as YAML: its text, its mapping, and the keys that a model of it allows. Every fault is a LibraryError."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from clauses.errors import LibraryError

_YAML: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def keys(model: type[BaseModel], *without: str) -> tuple[str, ...]:
    """The keys of a data file of that model, as they are written in it."""
    return tuple(field.alias or name for name, field in model.model_fields.items() if name not in without)


def text(path: Path) -> str:
    """A file's text. Raises LibraryError."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise LibraryError(path, "", "not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise LibraryError(path, "", f"cannot be read: {error.strerror}; check the file and its permissions") from None


def mapping(path: Path, source: str) -> dict[str, Any]:
    """The mapping that a file's YAML source holds. Raises LibraryError."""
    data = values(path, source)
    if not isinstance(data, dict):
        raise LibraryError(path, "", "the file must be a mapping of keys to values")
    return data


def values(path: Path, source: str) -> Any:
    """What a file's YAML source holds. Raises LibraryError."""
    try:
        return yaml.load(source, Loader=_YAML)  # noqa: S506 - both loaders are the safe ones
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise LibraryError(path, where, f"not YAML: {getattr(error, 'problem', None) or 'cannot be read'}") from None

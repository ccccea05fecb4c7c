"""What is wrong with a data file, in one line: the file, the key, and what is allowed there."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

ALLOWED_SHOWN = 120


class LibraryError(Exception):
    """A requirement or concept file that does not load.

    `str()` is one line: path, key, what is wrong and what is allowed.
    """

    def __init__(self, path: Path, key: str, problem: str) -> None:
        where = f"{path}: {key}" if key else str(path)
        super().__init__(f"{where}: {problem}")
        self.path = path
        self.key = key
        self.problem = problem


def from_validation(path: Path, error: ValidationError, allowed: dict[str, tuple[str, ...]]) -> LibraryError:
    """The first fault of a validation. `allowed` names each model's keys, for an unknown or missing one."""
    faults = error.errors(include_url=False)
    fault = next((each for each in faults if each["type"] == "extra_forbidden"), faults[0])  # a typo lacks a key too
    key = ".".join(str(step) for step in fault["loc"])
    more = error.error_count() - 1
    problem = _in_words(fault["type"], fault["msg"], allowed, _parent(fault["loc"]))
    return LibraryError(path, key, problem + (f" (and {more} more)" if more else ""))


def _parent(location: tuple[int | str, ...]) -> str:
    """The name of the mapping that a key stands in: the last name before it, list places left out."""
    names = [step for step in location[:-1] if isinstance(step, str)]
    return names[-1] if names else ""


def _in_words(kind: str, message: str, allowed: dict[str, tuple[str, ...]], parent: str) -> str:
    keys = ", ".join(allowed.get(parent, ()))
    if kind == "extra_forbidden":
        return f"unknown key; allowed here: {keys}" if keys else "unknown key; remove it"
    if kind == "missing":
        return f"missing key; needed here: {keys}" if keys else "missing key; add it"
    return message.removeprefix("Value error, ").replace("Input should be", "allowed:")[:400]

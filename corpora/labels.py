"""Labelled documents: which files of a folder have labels beside them, and what the labels say.

`NAME.gold.yaml` holds the labels of `NAME.md`, `NAME.pdf` and so on in the same folder. A fault is one line in Swedish
that names file and key.
"""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from checks.finding import Status
from clauses import Library

SUFFIX = ".gold.yaml"
LARGEST = 2_000_000  # bytes of a label file
LATER = ("guideline", "audit")
WANTED: tuple[Status, ...] = (Status.MET, Status.PARTIAL, Status.MISSING, Status.CONTRADICTED)


class LabelError(Exception):
    """A label file that cannot be used. `str()` is one line: the key, what is wrong with it, and what is allowed."""


class Label(BaseModel):
    """What is right to say of one requirement. `pointer`: the matter is left to a document that is not supplied.

    A facet that `facets` leaves out is not measured.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Literal["met", "partial", "missing", "contradicted"]
    facets: Mapping[str, bool] = {}
    quotes: tuple[str, ...] = ()
    pointer: bool = False


class ContractLabels(BaseModel):
    """The labels of a contract, one for each requirement of the library."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["contract"]
    requirements: Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class Unused:
    """A file that was not measured, by its path within the folder, and why. `error` is set where nobody foresaw it."""

    name: str
    why: str
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document, the file with its labels, and its path within the folder."""

    name: str
    document: Path
    labels: Path


def labelled(folder: Path) -> tuple[list[Labelled], list[Unused]]:
    """The labelled documents of a folder and its sub-folders by name, and the files that lack what belongs to them.

    Hidden files are no part of it, and an audit's folder is measured by `audit_evaluate`.
    """
    found: list[Labelled] = []
    unused: list[Unused] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        place = Path(here)
        if f"audit{SUFFIX}" in names:
            continue
        _pair(folder, place, sorted(name for name in names if not name.startswith(".")), found, unused)
    return found, unused


def _pair(folder: Path, place: Path, names: list[str], found: list[Labelled], unused: list[Unused]) -> None:
    labels = {name.removesuffix(SUFFIX): name for name in names if name.endswith(SUFFIX)}
    documents = [name for name in names if not name.endswith(SUFFIX)]
    for name in documents:
        shown = str((place / name).relative_to(folder))
        if Path(name).stem in labels:
            found.append(Labelled(shown, place / name, place / labels[Path(name).stem]))
        else:
            unused.append(Unused(shown, f"etiketter saknas; lägg {Path(name).stem}{SUFFIX} bredvid"))
    for stem in sorted(labels.keys() - {Path(name).stem for name in documents}):
        unused.append(Unused(str((place / labels[stem]).relative_to(folder)), "dokumentet saknas; lägg det bredvid"))


def read_labels(path: Path, library: Library) -> ContractLabels:
    """The labels in a file, held against the library's requirements and facets. Raises LabelError."""
    data = mapping(path)
    if data.get("kind") in LATER:
        raise LabelError(_later(str(data["kind"])))
    try:
        labels = ContractLabels.model_validate(data)
    except ValidationError as error:
        raise LabelError(in_words(error)) from None
    for problem in _problems(labels, library):
        raise LabelError(problem)
    return labels


def _problems(labels: ContractLabels, library: Library) -> Iterator[str]:
    """What does not fit the library, or itself: a requirement left out, one unknown, an unknown facet."""
    known = {requirement.id: requirement for requirement in library.requirements}
    for name in labels.requirements:
        if name not in known:
            yield f"requirements.{name}: kravet finns inte; se klausul requirements list"
    for name, requirement in known.items():
        label = labels.requirements.get(name)
        if label is None:
            yield f"requirements.{name}: kravet saknas; alla {len(known)} krav ska ha en etikett"
            continue
        facets = [facet.id for facet in requirement.facets]
        for facet in label.facets:
            if facet not in facets:
                yield f"requirements.{name}.facets.{facet}: delen finns inte; tillåtet: {', '.join(facets)}"
        if label.pointer and label.status != "missing":
            yield f"requirements.{name}.pointer: gäller bara där status är missing; ta bort den"
        if not all("".join(quote.split()) for quote in label.quotes):
            yield f"requirements.{name}.quotes: ett citat är tomt; ta bort det"


def _later(kind: str) -> str:
    return f"etiketter av slaget {kind} mäts i en senare version; låt mappen hålla avtal (kind: contract)"


class _Loader(yaml.SafeLoader):
    """The safe loader, but a key that stands twice is an error: the later one would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[object] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.MarkedYAMLError(
                        problem=f"nyckeln {key.value} står två gånger", problem_mark=key.start_mark
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def mapping(path: Path) -> dict[str, Any]:
    """The keys and values of a label file. Raises LabelError."""
    try:
        if path.stat().st_size > LARGEST:
            raise LabelError(f"filen är större än {LARGEST // 1_000_000} MB; dela upp den")
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - made of the safe one
    except OSError as error:
        raise LabelError(f"filen kan inte läsas ({error.strerror}); kontrollera behörigheten") from None
    except UnicodeDecodeError:
        raise LabelError("filen är inte UTF-8; spara den som UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"rad {mark.line + 1}, kolumn {mark.column + 1}: " if mark else ""
        raise LabelError(
            f"{where}ingen giltig YAML ({getattr(error, 'problem', None) or 'okänt fel'}); rätta filen"
        ) from None
    except (RecursionError, ValueError):
        raise LabelError("ingen giltig YAML; rätta filen") from None
    if not isinstance(data, dict):
        raise LabelError("filen ska ha nycklarna kind och requirements; se formatet för etiketter")
    return data


_QUOTED = re.compile(r"'([^']+)'")
_PROBLEMS = {
    "extra_forbidden": "nyckeln är okänd; ta bort den eller rätta stavningen",
    "missing": "nyckeln saknas; lägg till den",
    "bool_parsing": "ska vara true eller false",
    "bool_type": "ska vara true eller false",
    "tuple_type": "ska vara en lista av citat inom hakparenteser",
    "string_type": "ska vara text inom citattecken",
}


def in_words(error: ValidationError) -> str:
    """The first fault, unknown keys before missing ones: a misspelt key is both."""
    faults = error.errors(include_url=False)
    fault = next((each for each in faults if each["type"] == "extra_forbidden"), faults[0])
    key = ".".join(str(step) for step in fault["loc"])
    if fault["type"] == "literal_error":
        allowed = ", ".join(_QUOTED.findall(str(fault.get("ctx", {}).get("expected", ""))))
        return f"{key}: {str(fault['input'])[:40]!r} finns inte; tillåtet: {allowed}"
    return f"{key}: {_PROBLEMS.get(fault['type'], 'har fel form; se formatet för etiketter')}"

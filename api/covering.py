"""The straight line of a coverage check, the same for every door: files are read, held against a framework together,
and reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from api.printable import encodable, one_line
from api.trouble import CommandError, Refused

if TYPE_CHECKING:
    from checks.coverage_report import CoverageReport
    from clauses.framework import Framework
    from ingest.document import Document


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was given: where it lies or its bytes, and what it is called."""

    source: Path | bytes
    name: str


def of_paths(paths: Sequence[Path]) -> list[Given]:
    """Files by their names, or by the paths as given where names collide."""
    count = Counter(path.name for path in paths)
    named = [path.name if path.name and count[path.name] == 1 else str(path) for path in paths]
    return [Given(path, encodable(name)) for path, name in zip(paths, named, strict=True)]


def documents(given: Sequence[Given], password: str | None = None) -> tuple[list[Document], list[Refused]]:
    """The documents of the files (and of each in a zip or a mail), and why the others could not be read."""
    from api.guarded import over
    from ingest.containers import LeftOut

    read: list[Document] = []
    refused: list[Refused] = []
    for each in given:
        for found in over(_read, each.source, each.name, password):
            if isinstance(found, Refused):
                refused.append(found)
            elif not isinstance(found, LeftOut):
                read.append(_named(found[1], read))
    return read, refused


def cover(
    given: Sequence[Given], framework: Framework, password: str | None = None
) -> tuple[CoverageReport | None, list[Refused]]:
    """The report on the files that could be read (None where none could), and why the others could not."""
    from checks import check_coverage

    read, refused = documents(given, password)
    return (check_coverage(read, framework) if read else None), refused


def framework_of(name: str) -> Framework:
    """A built-in framework by its id, or an organisation's own by its file. Raises CommandError or LibraryError."""
    from clauses.framework_files import built_in, load_framework, read_framework

    if name in built_in():
        return load_framework(name)
    path = Path(name)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        return read_framework(path)
    raise CommandError(f"ramverket {one_line(name)} finns inte; välj {', '.join(built_in())} eller ange en YAML-fil")


def _read(data: bytes, name: str, password: str | None) -> Document:
    from api.carried import Known
    from ingest import read

    return replace(read(data, name=name, password=password), rejected=None, locate=Known({}))


def _named(document: Document, others: Sequence[Document]) -> Document:
    """The document by a name that no other of the set has."""
    taken = {other.name for other in others}
    name, number = document.name, 2
    while name in taken:
        name, number = f"{document.name} ({number})", number + 1
    return document if name == document.name else replace(document, name=name)

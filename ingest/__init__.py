"""A file becomes a Document: `read` finds out by its content what it is, and gives its text with an account of the
reading. `read_all` does so for each document in a zip, a mail or a folder.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ingest import guard
from ingest.collecting import uncollected
from ingest.document import Document
from ingest.errors import EmptyFile, UnreadableDocument
from ingest.source import content

# Kinds that are read by LibreOffice, or are pictures.
_HEAVY = frozenset({"doc", "image", "xls", "ppt"})

__all__ = ["Contents", "Refusal", "read", "read_all"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file within a container that gave no Document, by its path, and why."""

    name: str
    error: UnreadableDocument


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a container held: the documents and refusals, and how many hidden files were passed over."""

    documents: tuple[Document, ...]
    refusals: tuple[Refusal, ...] = ()
    left_out: int = 0


def read(source: Path | bytes, *, name: str | None = None, password: str | None = None) -> Document:
    """The Document of a file, given by its path or its bytes. `name` is what the Document is called (else the
    file's own name).

    Raises a kind of ingest.errors.UnreadableDocument, in Swedish and with a remedy: a missing file, an empty one,
    one of an unknown or broken format, one that needs a password, one over the size limit. Of a mail it gives the
    mail's own words; a zip has none.
    """
    from ingest import sniff
    from ingest.assemble import Source, assemble
    from ingest.containers import kind as kind_of

    data = content(source)
    kind = kind_of(data)
    called = name or (source.name if isinstance(source, Path) else "")
    if kind in ("text", "markdown") and (refusal := sniff.claims_otherwise(called)):
        raise refusal
    if find_spec(f"ingest.formats.{kind}") is None:
        raise sniff.unread(kind)
    if kind in _HEAVY:
        guard.heavy()
    with uncollected():
        drafts = import_module(f"ingest.formats.{kind}").drafts(data, password)
        document = assemble(Source(called, hashlib.sha256(data).hexdigest(), kind), drafts)
    if not document.text and document.ledger.complete:
        raise EmptyFile("filen innehåller ingen text", "kontrollera att rätt fil valdes")
    return document


def read_all(source: Path | bytes, *, name: str | None = None, password: str | None = None) -> Contents:
    """The Documents of a zip, a mail or a folder, each with its path as name, and what could not be read and why.

    Any other file is its own only document. Raises UnreadableDocument only for the source itself.
    """
    from ingest.containers import LeftOut, opened

    called = name or (source.name if isinstance(source, Path) else "")
    documents: list[Document] = []
    refusals: list[Refusal] = []
    left_out = 0
    for member in opened(source, called, password):
        if isinstance(member, LeftOut):
            left_out = member.count
        elif member.data is None:
            if member.refusal:
                refusals.append(Refusal(member.name, member.refusal))
        else:
            try:
                documents.append(read(member.data, name=member.name, password=password))
            except UnreadableDocument as error:
                refusals.append(Refusal(member.name, error))
    return Contents(tuple(documents), tuple(refusals), left_out)

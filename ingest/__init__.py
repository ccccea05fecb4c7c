"""A file becomes a Document: `read` finds out by its content what it is, and gives its text with an account of the
reading.
"""

from __future__ import annotations

import hashlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ingest.collecting import uncollected
from ingest.document import Document
from ingest.errors import EmptyFile
from ingest.source import content

__all__ = ["read"]


def read(source: Path | bytes, *, name: str | None = None, password: str | None = None) -> Document:
    """The Document of a file, given by its path or its bytes. `name` is what the Document is called (else the
    file's own name).

    Raises a kind of ingest.errors.UnreadableDocument, in Swedish and with a remedy: a missing file, an empty one,
    one of an unknown or broken format, one that needs a password, one over the size limit.
    """
    from ingest import sniff
    from ingest.assemble import Source, assemble

    data = content(source)
    kind = sniff.kind(data)
    called = name or (source.name if isinstance(source, Path) else "")
    if kind in ("text", "markdown") and (refusal := sniff.claims_otherwise(called)):
        raise refusal
    if find_spec(f"ingest.formats.{kind}") is None:
        raise sniff.unread(kind)
    with uncollected():
        drafts = import_module(f"ingest.formats.{kind}").drafts(data, password)
        document = assemble(Source(called, hashlib.sha256(data).hexdigest(), kind), drafts)
    if not document.text and document.ledger.complete:
        raise EmptyFile("filen innehåller ingen text", "kontrollera att rätt fil valdes")
    return document

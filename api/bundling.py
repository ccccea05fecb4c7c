"""Several files as one contract, for every door: each is read in a process of its own, then all are checked as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from api.trouble import Refused, unexpected
from checks.bundle import BundleReport
from ingest.document import Document


def check_bundle(
    sources: Sequence[tuple[Path | bytes, str]], password: str | None = None, *, boxes: bool = False
) -> Iterator[BundleReport | Refused]:
    """Each file that could not be read, and then the one report of all the others, where there is any. A source may
    be a folder, a zip or a mail: then all that lies within is of the bundle.
    """
    from api.guarded import over
    from ingest import guard
    from ingest.containers import LeftOut
    from ingest.errors import UnreadableDocument

    documents: list[Document] = []
    letters: set[str] = set()
    refused: list[Refused] = []
    for source, name in sources:
        for given in over(_read, source, name, password, folders=True):
            if isinstance(given, Refused):
                refused.append(given)
                yield given
            elif not isinstance(given, LeftOut):
                member, document = given
                documents.append(document)
                letters |= {document.name} if member.letter else set()
    if not documents:
        return
    unread = [(each.name, each.message) for each in refused]
    called = sources[0][1] if len(sources) == 1 else ""
    try:
        yield guard.run(_checked, documents, letters, unread, called, boxes)
    except UnreadableDocument as error:
        yield Refused(called or documents[0].name, str(error))
    except Exception as error:
        yield Refused(called or documents[0].name, unexpected(error))


def _read(data: bytes, name: str, password: str | None) -> Document:
    from ingest import read

    return read(data, name=name, password=password)


def _checked(
    documents: list[Document], letters: set[str], unread: list[tuple[str, str]], name: str, boxes: bool
) -> BundleReport:
    """In the worker. A mail's own words are of the bundle only where they are a long contract."""
    from api.carried import carried_bundle
    from api.checking import is_long
    from checks.bundle import check_bundle as check
    from checks.kind import is_contract
    from clauses import load

    kept = [each for each in documents if each.name not in letters or (is_long(each.text) and is_contract(each))]
    kept = kept or documents
    return carried_bundle(check(kept, unread, name, load()), boxes=boxes)

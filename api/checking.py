"""The straight line of a check, the same for every door: a file is read, held against the library, and reported."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from api.trouble import Refused
from checks.finding import ContractReport


def check(
    source: Path | bytes, name: str, password: str | None = None, *, boxes: bool = False
) -> Iterator[ContractReport | Refused]:
    """The report of a file, or of each document in a zip or a mail, or why there is none. Never raises for what is in
    the file. With `boxes` the reports know where on the pages their evidence stands.

    A mail's own words get a report where they are a long contract, or where nothing else in the mail gives one.
    """
    from api.guarded import over
    from ingest.containers import LeftOut

    _warm()
    letters: list[ContractReport] = []
    reported = False
    for given in over(_report, source, name, password, boxes):
        if isinstance(given, LeftOut):
            continue
        if isinstance(given, Refused):
            yield given
            continue
        member, report = given
        if member.letter and not (report.kind == "contract" and is_long(report.document.text)):
            letters.append(report)
        else:
            reported = True
            yield report
    if not reported:
        yield from letters


_LONG_LETTER = 200  # words


def is_long(letter: str) -> bool:
    """Whether a mail's own words are so many that they may be a contract: a covering letter sounds like one too."""
    return len(letter.split()) >= _LONG_LETTER


def _report(data: bytes, name: str, password: str | None, boxes: bool) -> ContractReport:
    from api.carried import carried
    from checks import check_contract
    from clauses import load
    from ingest import read

    return carried(check_contract(read(data, name=name, password=password), load()), boxes=boxes)


def prepare() -> None:
    """Starts the first worker while this process has one thread: for a service, before it has several."""
    from ingest import guard

    _warm()
    guard.run(_ready)


def _ready() -> None:
    """What the first worker does: nothing, but it is there."""


def _warm() -> None:
    """Loads the library and the weights before the first worker is forked, so that all have them at once."""
    if threading.active_count() == 1:
        from checks import reader
        from clauses import load

        load()
        reader.load()

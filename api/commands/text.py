"""`klausul text`: the text of a file as klausul reads it, the one that offsets count in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.trouble import CommandError, Refused, say

if TYPE_CHECKING:
    from ingest.document import Document


def text(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Filen som ska läsas.")],
    ledger: Annotated[
        bool, typer.Option("--ledger", help="Redovisa också vad som lästes och vad som inte gick.")
    ] = False,
    view: Annotated[str, typer.Option("--view", help="Spårade ändringar: accepted eller rejected.")] = "accepted",
    password: Annotated[str | None, typer.Option("--password", help="Filens lösenord.")] = None,
) -> None:
    """Visa texten som klausul läser den: den som start och end räknas i. Av en zip eller ett e-brev varje dokument."""
    from api.guarded import over
    from api.printable import one_line
    from ingest.containers import LeftOut

    if view not in ("accepted", "rejected"):
        raise CommandError(f"--view {one_line(view)} finns inte; välj accepted eller rejected")
    failed, name = False, file.name or str(file)
    for given in over(_read, file, name, password):
        if isinstance(given, Refused):
            say(given.message, f"{file}{given.name[len(name) :]}")
            failed = True
        elif isinstance(given, LeftOut):
            say(f"{given.count} dolda filer och programs egna filer lämnades därhän", str(file))
        else:
            member, document = given
            within = member.letter or member.name != name
            _print(document, view, f"==> {one_line(document.name)} <==\n" if within else "", ledger=ledger)
    if failed:
        raise typer.Exit(2)


def _read(data: bytes, name: str, password: str | None) -> Document:
    from api.carried import light
    from ingest import read

    return light(read(data, name=name, password=password))


def _print(document: Document, view: str, head: str, *, ledger: bool) -> None:
    from api.printable import encodable
    from api.reports.ledger import ledger_lines

    shown = document.rejected if view == "rejected" and document.rejected else document
    sys.stdout.write(head + encodable(shown.text))
    if ledger:
        sys.stdout.write("\n".join(["", "", "== Läsningen ==", *ledger_lines(document), ""]))
    elif (head or sys.stdout.isatty()) and not shown.text.endswith("\n"):
        sys.stdout.write("\n")

"""`klausul text`: the text of a file as klausul reads it, the one that offsets count in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.trouble import CommandError


def text(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Filen som ska läsas.")],
    ledger: Annotated[
        bool, typer.Option("--ledger", help="Redovisa också vad som lästes och vad som inte gick.")
    ] = False,
    view: Annotated[str, typer.Option("--view", help="Spårade ändringar: accepted eller rejected.")] = "accepted",
    password: Annotated[str | None, typer.Option("--password", help="Filens lösenord.")] = None,
) -> None:
    """Visa texten som klausul läser den: den som start och end räknas i."""
    from api.printable import encodable, one_line
    from api.reports.ledger import ledger_lines
    from ingest import read
    from ingest.errors import UnreadableDocument

    if view not in ("accepted", "rejected"):
        raise CommandError(f"--view {one_line(view)} finns inte; välj accepted eller rejected")
    try:
        document = read(file, name=file.name, password=password)
    except UnreadableDocument as error:
        raise CommandError(f"{one_line(str(file))}: {error}") from error
    shown = document.rejected if view == "rejected" and document.rejected else document
    sys.stdout.write(encodable(shown.text))
    if ledger:
        lines = ledger_lines(document)
        sys.stdout.write("\n".join(["", "", "== Läsningen ==", *lines, ""]))
    elif sys.stdout.isatty() and not shown.text.endswith("\n"):
        sys.stdout.write("\n")

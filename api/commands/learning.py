"""`klausul evaluate` and `train`: how right the findings are on labelled documents, and the reader's weights."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.printable import one_line
from api.trouble import CommandError, say, unexpected

FORMS = ("text", "json")


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mapp med etiketterade dokument.")],
    form: Annotated[str, typer.Option("--format", help="text eller json.")] = "text",
    mutations: Annotated[bool, typer.Option("--mutations", help="Kommer i en senare version.")] = False,
) -> None:
    """Mät träffsäkerheten över en mapp med etiketterade dokument."""
    if mutations:
        raise CommandError("--mutations finns inte i den här versionen; kör evaluate utan det valet")
    if form not in FORMS:
        raise CommandError(f"--format {one_line(form)} finns inte; välj {', '.join(FORMS)}")
    if not folder.is_dir():
        raise CommandError(f"{one_line(str(folder))}: mappen finns inte; ange en mapp med etiketterade dokument")
    from api.reports.evaluation import as_json, render
    from corpora.evaluate import evaluate as measure

    evaluation = measure(folder)
    if not evaluation.documents and not evaluation.unused:
        raise CommandError(f"{one_line(str(folder))}: mappen är tom; lägg dokument och NAMN.gold.yaml i den")
    for each in evaluation.unused:
        say(unexpected(each.error) if each.error else each.why, each.name)
    if evaluation.documents:
        colour = sys.stdout.isatty()
        sys.stdout.write(as_json(evaluation) if form == "json" else render(evaluation, colour=colour))
    if evaluation.unused:
        raise typer.Exit(2)


def train() -> None:
    """Träna den lärda läsaren på de etiketterade satserna."""
    from corpora.train import train as learn

    path = learn(say)
    print(path)

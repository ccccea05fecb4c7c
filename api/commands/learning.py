"""`klausul evaluate` and `train`: how right the findings are on labelled documents, and the reader's weights."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.trouble import CommandError


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mapp med etiketterade dokument.")],
    mutations: Annotated[bool, typer.Option("--mutations", help="Kommer i en senare version.")] = False,
) -> None:
    """Mät träffsäkerheten över en mapp med etiketterade dokument."""
    if mutations:
        raise CommandError("--mutations finns inte i den här versionen; kör evaluate utan det valet")
    if not folder.is_dir():
        raise CommandError(f"{folder}: mappen finns inte; ange en mapp med etiketterade dokument")
    from corpora.evaluate import evaluate as measure

    print(measure(folder))


def train() -> None:
    """Träna den lärda läsaren på de etiketterade satserna."""
    from corpora.train import train as learn

    print(learn())

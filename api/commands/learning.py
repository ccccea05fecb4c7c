"""`klausul evaluate` and `train`: how right the findings are on labelled documents, and the reader's weights."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.printable import one_line
from api.trouble import CommandError, say, unexpected

if TYPE_CHECKING:
    from corpora.audit_measures import AuditEvaluation
    from corpora.guideline_measures import GuidelineEvaluation
    from corpora.labels import Unused
    from corpora.measures import Evaluation

FORMS = ("text", "json")


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mapp med etiketterade dokument.")],
    form: Annotated[str, typer.Option("--format", help="text eller json.")] = "text",
    mutations: Annotated[bool, typer.Option("--mutations", help="Ändra klausulerna en och en: följer status?")] = False,
    scanned: Annotated[bool, typer.Option("--scanned", help="Mutationer också på skannade sidor; långsamt.")] = False,
) -> None:
    """Mät träffsäkerheten över en mapp med etiketterade dokument."""
    if form not in FORMS:
        raise CommandError(f"--format {one_line(form)} finns inte; välj {', '.join(FORMS)}")
    if not folder.is_dir():
        raise CommandError(f"{one_line(str(folder))}: mappen finns inte; ange en mapp med etiketterade dokument")
    if scanned and not mutations:
        raise CommandError("--scanned gäller mutationer; kör evaluate med --mutations --scanned")
    shown, unused = _mutated(folder, form, scanned) if mutations else _measured(folder, form)
    for each in unused:
        say(unexpected(each.error) if each.error else each.why, each.name)
    sys.stdout.write(shown)
    if unused:
        raise typer.Exit(2)


def _measured(folder: Path, form: str) -> tuple[str, tuple[Unused, ...]]:
    """The figures of the documents as they stand, and the files that were not measured."""
    from corpora.audit_evaluate import evaluate_audits
    from corpora.evaluate import evaluate as measure
    from corpora.guideline_evaluate import evaluate_guidelines

    contracts, guidelines, audits = measure(folder), evaluate_guidelines(folder), evaluate_audits(folder)
    unused = (*contracts.unused, *guidelines.unused, *audits.unused)
    if not (contracts.documents or guidelines.documents or audits.audits or unused):
        raise _empty(folder)
    return _shown(contracts, guidelines, audits, form), unused


def _mutated(folder: Path, form: str, scanned: bool) -> tuple[str, tuple[Unused, ...]]:
    """The share of mutants caught, and the files that no mutants were made of."""
    from api.reports import mutations as told
    from corpora.mutation.mutate import mutate

    found = mutate(folder, scanned=scanned)
    if not (found.documents or found.unused):
        raise _empty(folder)
    if not found.documents:
        return "", found.unused
    return told.as_json(found) if form == "json" else told.render(found, colour=sys.stdout.isatty()), found.unused


def _empty(folder: Path) -> CommandError:
    return CommandError(f"{one_line(str(folder))}: mappen är tom; lägg dokument och NAMN.gold.yaml i den")


def _shown(contracts: Evaluation, guidelines: GuidelineEvaluation, audits: AuditEvaluation, form: str) -> str:
    """The figures of each kind of document that there is, a line of JSON or tables for each."""
    from api.reports import audit_evaluation, evaluation, guideline_evaluation

    colour = sys.stdout.isatty()
    shown = ""
    if contracts.documents:
        shown += evaluation.as_json(contracts) if form == "json" else evaluation.render(contracts, colour=colour)
    if guidelines.documents:
        told = guideline_evaluation
        shown += told.as_json(guidelines) if form == "json" else told.render(guidelines, colour=colour)
    if audits.audits:
        shown += audit_evaluation.as_json(audits) if form == "json" else audit_evaluation.render(audits, colour=colour)
    return shown


def train(
    only: Annotated[
        str,
        typer.Option("--only", help="clauses (avtalens satser), topics (riktlinjernas) eller answers (svaren)."),
    ] = "",
    encoder: Annotated[bool, typer.Option("--encoder", help="Träna också kodarens blick på avtalens satser.")] = False,
) -> None:
    """Träna de lärda läsarna på de etiketterade satserna."""
    if only not in ("", "clauses", "topics", "answers"):
        raise CommandError(f"--only {one_line(only)} finns inte; välj clauses, topics eller answers")
    if encoder and only in ("topics", "answers"):
        raise CommandError(f"--encoder gäller avtalens satser; ta bort --only {only}")
    if encoder or only in ("", "answers"):
        _refuse_where_absent()
    if only in ("", "clauses"):
        from corpora.train import train as learn

        print(learn(say, encoded=encoder))
    if only in ("", "topics"):
        from corpora.train_topics import train as learn_topics

        print(learn_topics(say))
    if only in ("", "answers"):
        from corpora.train_answers import train as learn_answers

        print(learn_answers(say))


def _refuse_where_absent() -> None:
    from checks.encoder import available

    if not available():
        raise CommandError("kodaren är inte installerad eller är avstängd; kör make encoder, utan KLAUSUL_ENCODER=off")

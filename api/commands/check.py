"""`klausul check`: one or more contracts held against the library."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.printable import one_line
from api.trouble import CommandError, Refused, say
from api.usage import FORMATS, LATER_FORMATS

if TYPE_CHECKING:
    from checks.finding import ContractReport

FAILING = ("contradicted", "missing", "undetermined", "partial")


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FIL...", help="Avtalen som ska kontrolleras.")],
    form: Annotated[str, typer.Option("--format", help="text, json (en rad per fil) eller html.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", help="Skriv hit i stället för till skärmen.")] = None,
    language: Annotated[str, typer.Option("--language", help="Rapportens språk: sv eller en.")] = "sv",
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on", help="Status 1 vid sådana fynd eller värre: contradicted, missing, undetermined, partial."
        ),
    ] = None,
    password: Annotated[str | None, typer.Option("--password", help="Lösenord för krypterade filer.")] = None,
    bundle: Annotated[
        bool, typer.Option("--bundle", help="Läs filerna (eller en mapp eller en zip) som ett enda avtal.")
    ] = False,
) -> None:
    """Kontrollera avtal: vilka klausuler finns, brister eller saknas."""
    _refuse_wrong_options(form, language, fail_on)
    _refuse_bad_output(output, files)
    outcomes: list[ContractReport | Refused] = []
    kept = _bundled if bundle else _checked
    checked = kept(files, password, outcomes, boxes=form == "json")
    chunks = _rendered(checked, form, language, colour=output is None and sys.stdout.isatty())
    if output is None:
        for chunk in chunks:
            sys.stdout.write(chunk)
            sys.stdout.flush()
    else:
        _save(output, "".join(chunks))
    reports = [outcome for outcome in outcomes if not isinstance(outcome, Refused)]
    if len(reports) < len(outcomes):
        raise typer.Exit(2)
    if fail_on and any(_fails(report, fail_on) for report in reports):
        raise typer.Exit(1)


def _checked(
    files: list[Path], password: str | None, outcomes: list[ContractReport | Refused], *, boxes: bool
) -> Iterator[ContractReport | Refused]:
    """Checks file after file; says at once which could not be read, and keeps what became of each in `outcomes`."""
    from api import checking

    for file in files:
        name = file.name or str(file)
        for outcome in checking.check(file, name, password, boxes=boxes):
            if isinstance(outcome, Refused):
                say(outcome.message, f"{file}{outcome.name[len(name) :]}")
            outcomes.append(outcome)
            yield outcome


def _bundled(
    files: list[Path], password: str | None, outcomes: list[ContractReport | Refused], *, boxes: bool
) -> Iterator[ContractReport | Refused]:
    """Checks the files as one contract; says which could not be read."""
    from api.bundling import check_bundle

    for outcome in check_bundle(_called(files), password, boxes=boxes):
        if isinstance(outcome, Refused):
            say(outcome.message, outcome.name)
        outcomes.append(outcome)
        yield outcome


def _called(files: list[Path]) -> list[tuple[Path, str]]:
    """The files with their names, or their paths as given where names collide."""
    names = [file.name or str(file) for file in files]
    return [(file, str(file) if names.count(name) > 1 else name) for file, name in zip(files, names, strict=True)]


def _rendered(checked: Iterator[ContractReport | Refused], form: str, language: str, *, colour: bool) -> Iterator[str]:
    """The output as it comes: a chunk a report, or the whole page where the form is HTML."""
    from clauses import load

    library = load()
    if form == "html":
        from api.reports.html import page

        yield page(list(checked), library, language)
        return
    from api.reports import json, text

    seen: list[ContractReport | Refused] = []
    for outcome in checked:
        seen.append(outcome)
        if isinstance(outcome, Refused):
            continue
        yield json.line(outcome) if form == "json" else text.render(outcome, library, language, colour=colour)
    if form == "text" and len(seen) > 1:
        yield text.summary(seen, language, colour=colour)


def _refuse_wrong_options(form: str, language: str, fail_on: str | None) -> None:
    if form in LATER_FORMATS:
        raise CommandError(f"--format {form} finns inte i den här versionen; välj {', '.join(FORMATS)}")
    for name, value, allowed in (
        ("--format", form, FORMATS),
        ("--language", language, ("sv", "en")),
        ("--fail-on", fail_on, (None, *FAILING)),
    ):
        if value not in allowed:
            choices = ", ".join(choice for choice in allowed if choice)
            raise CommandError(f"{name} {one_line(str(value))} finns inte; välj {choices}")


def _refuse_bad_output(output: Path | None, files: list[Path]) -> None:
    if output is None:
        return
    if not output.absolute().parent.is_dir():
        raise CommandError(f"{one_line(str(output))}: mappen finns inte; skapa den eller välj en annan plats")
    if output.is_dir():
        raise CommandError(f"{one_line(str(output))}: det är en mapp; ange en fil i den")
    if any(output.exists() and file.exists() and output.samefile(file) for file in files):
        raise CommandError(f"{one_line(str(output))}: rapporten skulle skriva över avtalet; välj ett annat namn")


def _save(output: Path, content: str) -> None:
    try:
        output.write_text(content, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise CommandError(
            f"{one_line(str(output))}: gick inte att skriva ({error.strerror}); välj en annan plats"
        ) from None


def _fails(report: ContractReport, worst: str) -> bool:
    from checks.finding import Status

    return any(report.count(Status(status)) for status in FAILING[: FAILING.index(worst) + 1])

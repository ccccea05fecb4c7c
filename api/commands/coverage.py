"""`klausul coverage`: a set of guidelines held against a framework of topics."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.printable import one_line
from api.trouble import CommandError, Refused, say

if TYPE_CHECKING:
    from checks.coverage_report import CoverageReport

FORMS = ("text", "json", "html", "xlsx")
BINARY = ("xlsx",)


def coverage(
    files: Annotated[list[Path], typer.Argument(metavar="FIL...", help="Riktlinjerna som ska prövas tillsammans.")],
    framework: Annotated[
        str, typer.Option("--framework", help="Ramverkets id (se klausul framework list) eller en egen YAML-fil.")
    ] = "welfare-crime-guidelines",
    form: Annotated[str, typer.Option("--format", help=f"{', '.join(FORMS)}.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", help="Skriv hit i stället för till skärmen.")] = None,
    language: Annotated[str, typer.Option("--language", help="Språk för html och xlsx: sv eller en.")] = "sv",
    password: Annotated[str | None, typer.Option("--password", help="Lösenord för krypterade filer.")] = None,
) -> None:
    """Pröva riktlinjer: vilka ämnen de täcker, bara nämner eller saknar."""
    if form not in FORMS:
        raise CommandError(f"--format {one_line(form)} finns inte; välj {', '.join(FORMS)}")
    refuse_bad_language(language)
    if form in BINARY and output is None:
        raise CommandError(f"--format {form} är ingen text; ange en fil med --output")
    refuse_bad_output(output, files)
    from api.covering import cover, framework_of, of_paths

    report, refused = cover(of_paths(files), framework_of(framework), password)
    for each in refused:
        say(each.message, each.name)
    if report is not None:
        colour = output is None and sys.stdout.isatty()
        content = written(report, form, colour=colour, language=language, refused=refused)
        if output is not None:
            save(output, content)
        elif isinstance(content, str):
            sys.stdout.write(content)
    if refused:
        raise typer.Exit(2)


def written(
    report: CoverageReport, form: str, *, colour: bool, language: str = "sv", refused: Sequence[Refused] = ()
) -> str | bytes:
    """The report in one of FORMS; bytes where it is one of BINARY. Text and JSON are Swedish."""
    forms: dict[str, Callable[[], str | bytes]] = {
        "text": lambda: _text(report, colour),
        "json": lambda: _json(report),
        "html": lambda: _html(report, language, refused),
        "xlsx": lambda: _xlsx(report, language),
    }
    return forms[form]()


def _text(report: CoverageReport, colour: bool) -> str:
    from api.reports.coverage_text import render

    return render(report, colour=colour)


def _json(report: CoverageReport) -> str:
    from api.reports.coverage_json import line

    return line(report)


def _html(report: CoverageReport, language: str, refused: Sequence[Refused]) -> str:
    from api.reports.coverage_html import page

    return page(report, language, refused=refused)


def _xlsx(report: CoverageReport, language: str) -> bytes:
    from api.reports.coverage_xlsx import workbook
    from api.tongue import Tongue

    return workbook(report, Tongue(language))


def refuse_bad_language(language: str) -> None:
    """Raises CommandError where klausul does not speak the language."""
    if language not in ("sv", "en"):
        raise CommandError(f"--language {one_line(language)} finns inte; välj sv eller en")


def refuse_bad_output(output: Path | None, files: list[Path]) -> None:
    """Raises CommandError where the output cannot be written, or would overwrite what is read."""
    if output is None:
        return
    if not output.absolute().parent.is_dir():
        raise CommandError(f"{one_line(str(output))}: mappen finns inte; skapa den eller välj en annan plats")
    if output.is_dir():
        raise CommandError(f"{one_line(str(output))}: det är en mapp; ange en fil i den")
    if any(output.exists() and file.exists() and output.samefile(file) for file in files):
        raise CommandError(f"{one_line(str(output))}: rapporten skulle skriva över underlaget; välj ett annat namn")


def save(output: Path, content: str | bytes) -> None:
    """Writes the content. Raises CommandError."""
    try:
        output.write_bytes(content.encode("utf-8", errors="replace") if isinstance(content, str) else content)
    except OSError as error:
        raise CommandError(
            f"{one_line(str(output))}: gick inte att skriva ({error.strerror}); välj en annan plats"
        ) from None

"""`klausul audit`: which recommendation of an audit got which answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.coverage import refuse_bad_language, refuse_bad_output
from api.printable import one_line
from api.trouble import CommandError, Refused, say

if TYPE_CHECKING:
    from checks.followup import AuditReport

FORMS = {"text": "audit_text", "json": "audit_json", "html": "audit_html", "xlsx": "audit_xlsx", "ics": "audit_ics"}
"""A form and its module under `api.reports`."""
BINARY = ("xlsx",)


def audit(
    report: Annotated[
        Path | None, typer.Argument(metavar="[RAPPORT]", help="Revisionsrapporten; utan den läses svaren ensamma.")
    ] = None,
    responses: Annotated[
        list[Path] | None, typer.Option("--response", help="Ett svar på rapporten; kan anges flera gånger.")
    ] = None,
    earlier: Annotated[
        list[Path] | None, typer.Option("--earlier", help="Tidigare års rapport eller svar; kan anges flera gånger.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help=f"{', '.join(FORMS)}.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", help="Skriv hit i stället för till skärmen.")] = None,
    language: Annotated[str, typer.Option("--language", help="Språk för html, xlsx och ics: sv eller en.")] = "sv",
    password: Annotated[str | None, typer.Option("--password", help="Lösenord för krypterade filer.")] = None,
) -> None:
    """Följ upp en revision: vilken rekommendation fick vilket svar."""
    given = [*([report] if report else []), *(responses or []), *(earlier or [])]
    if form not in FORMS:
        raise CommandError(f"--format {one_line(form)} finns inte; välj {', '.join(FORMS)}")
    refuse_bad_language(language)
    if not responses:
        raise CommandError("inget svar angavs; lägg till --response FIL för varje svar på rapporten")
    if form in BINARY and output is None:
        raise CommandError(f"--format {form} är ingen text; ange en fil med --output")
    refuse_bad_output(output, given)
    from api.auditing import audit as follow
    from api.covering import of_paths

    named = dict(zip(given, of_paths(given), strict=True))
    found, refused = follow(
        named[report] if report else None,
        [named[path] for path in responses],
        earlier=[named[path] for path in earlier or []],
        password=password,
    )
    for each in refused:
        say(each.message, each.name)
    if found is not None:
        colour = output is None and sys.stdout.isatty()
        _give(written(found, form, colour=colour, language=language, refused=refused), output)
    if refused:
        raise typer.Exit(2)


def written(
    report: AuditReport, form: str, *, colour: bool = False, language: str = "sv", refused: Sequence[Refused] = ()
) -> str | bytes:
    """The follow-up in one of FORMS. Text and JSON are Swedish; the page names the files that could not be read."""
    module = import_module(f"api.reports.{FORMS[form]}")
    content: str | bytes
    if form == "html":
        content = module.page(report, language, refused=refused)
    elif form in ("xlsx", "ics"):
        content = module.written(report, language)
    else:
        content = module.written(report, colour)
    return content


def _give(content: str | bytes, output: Path | None) -> None:
    """Writes the content to the file or the screen. Raises CommandError."""
    data = content.encode("utf-8", errors="replace") if isinstance(content, str) else content
    if output is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise CommandError(
            f"{one_line(str(output))}: gick inte att skriva ({error.strerror}); välj en annan plats"
        ) from None

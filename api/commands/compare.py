"""`klausul compare`: an old version of a guideline or a contract held against a new one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands.coverage import refuse_bad_output, save
from api.printable import one_line
from api.trouble import CommandError, say

FORMS = ("text", "json")


def compare(
    old: Annotated[Path, typer.Argument(metavar="GAMMAL", help="Den gamla versionen.")],
    new: Annotated[Path, typer.Argument(metavar="NY", help="Den nya versionen.")],
    framework: Annotated[
        str, typer.Option("--framework", help="Ramverk för riktlinjer: ett id eller en egen YAML-fil.")
    ] = "",
    form: Annotated[str, typer.Option("--format", help="text eller json.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", help="Skriv hit i stället för till skärmen.")] = None,
    password: Annotated[str | None, typer.Option("--password", help="Lösenord för krypterade filer.")] = None,
) -> None:
    """Jämför två versioner: vad den nya täcker som den gamla inte gjorde, och tvärtom."""
    if form not in FORMS:
        raise CommandError(f"--format {one_line(form)} finns inte; välj {', '.join(FORMS)}")
    refuse_bad_output(output, [old, new])
    from api.covering import documents, framework_of, of_paths
    from api.reports.comparison import line, render
    from checks.comparison import compare_contracts, compare_guidelines
    from checks.kind import is_contract
    from clauses import load
    from clauses.framework_files import FIRST

    known = framework_of(framework or FIRST)
    given = of_paths([old, new])
    versions = []
    for each in given:
        read, refused = documents([each], password)
        for one in refused:
            say(one.message, one.name)
        if len(read) > 1:
            say("filen har flera dokument; ange ett av dem", each.name)
        versions += read if len(read) == 1 else []
    if len(versions) != len(given):
        raise typer.Exit(2)
    before, after = versions
    contract = not framework and is_contract(before) and is_contract(after)
    found = compare_contracts(before, after, load()) if contract else compare_guidelines(before, after, known)
    content = line(found) if form == "json" else render(found)
    if output is None:
        sys.stdout.write(content)
    else:
        save(output, content)

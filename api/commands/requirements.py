"""`klausul requirements`: the library's requirements as a list, one in full, and their examples as a test."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from api.printable import one_line
from api.trouble import CommandError

_SHOWN = 90
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Kraven i biblioteket.")


@app.command("list")
def list_all() -> None:
    """Lista alla krav."""
    from clauses import load

    library = load()
    width = max((len(requirement.id) for requirement in library.requirements), default=0)
    group = ""
    for requirement in library.requirements:
        if requirement.group != group:
            print(("\n" if group else "") + library.groups[requirement.group].sv)
            group = requirement.group
        print(f"  {requirement.id:{width}}  {requirement.title.sv}")


@app.command("show")
def show(name: Annotated[str, typer.Argument(metavar="ID", help="Kravets id, som i requirements list.")]) -> None:
    """Visa ett krav: vad det frågar efter, varför, lag och lydelse."""
    from api.reports.text import print_requirement
    from clauses import load

    library = load()
    try:
        requirement = library.requirement(name)
    except KeyError:
        near = difflib.get_close_matches(name, [requirement.id for requirement in library.requirements], n=1)
        remedy = f"menade du {near[0]}?" if near else "se klausul requirements list"
        raise CommandError(f"kravet {one_line(name)} finns inte; {remedy}") from None
    print_requirement(requirement, library)


@app.command("test")
def test() -> None:
    """Pröva alla exempel i biblioteket. Status 1 om något inte får sitt utfall."""
    from checks.examples import outcomes
    from clauses import load

    results = list(outcomes(load()))
    failing = [result for result in results if not result.passed]
    for result in failing:
        example = result.example
        print(f"{result.requirement.id}, exempel {result.number}: {one_line(example.text[:_SHOWN])}")
        print(f"  ska ge {example.status.value} ({', '.join(sorted(example.facets))})")
        print(f"  gav {result.status} ({', '.join(sorted(result.facets))}): {result.because}")
    print(f"{len(results) - len(failing)} av {len(results)} exempel får rätt utfall.")
    if failing:
        raise typer.Exit(1)

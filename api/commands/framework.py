"""`klausul framework`: the frameworks as a list, one in full, and one proposed from a document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from api.printable import one_line, visible
from api.trouble import CommandError, say

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Ramverken som riktlinjer prövas mot.")
_FROM = {
    "strategy": "fokusområdena i en strategi",
    "audit": "rekommendationerna i en revision",
    "list": "punkterna i en lista",
}


@app.command("list")
def list_all() -> None:
    """Lista ramverken som följer med."""
    from clauses.framework_files import built_in, load_framework

    names = built_in()
    width = max(map(len, names))
    for name in names:
        framework = load_framework(name)
        print(f"{name:{width}}  {framework.title.sv} ({len(framework.topics)} ämnen)")


@app.command("show")
def show(name: Annotated[str, typer.Argument(metavar="ID", help="Ramverkets id eller en egen YAML-fil.")]) -> None:
    """Visa ett ramverk: varje ämne, vad det frågar efter, varför och varifrån det kommer."""
    from api.covering import framework_of

    framework = framework_of(name)
    print(visible(framework.title.sv))
    for words in (framework.about, framework.source):
        if words:
            print(visible(words))
    for topic in framework.topics:
        print(f"\n{one_line(topic.title.sv)}  [{topic.id}]")
        print(f"  Frågar efter: {one_line(topic.asks.sv)}")
        if topic.why:
            print(f"  Varför: {one_line(topic.why.sv)}")
        if topic.source:
            print(f"  Källa: {one_line(topic.source)}")
        for example in topic.examples:
            print(f"  {_STATUS[example.status.value]}: {one_line(' '.join(example.text.split()))}")


_STATUS = {"covered": "Täckt", "mentioned": "Nämnt", "absent": "Saknas"}


@app.command("from")
def from_document(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="En strategi, en revision eller en kravlista.")],
    output: Annotated[Path | None, typer.Option("--output", help="Skriv hit i stället för till skärmen.")] = None,
) -> None:
    """Föreslå ett ramverk ur ett dokument, som YAML att rätta och sedan använda."""
    from api.commands.coverage import refuse_bad_output, save
    from api.covering import documents, of_paths
    from checks.framework_proposal import propose

    refuse_bad_output(output, [file])
    read, refused = documents(of_paths([file]))
    for each in refused:
        say(each.message, each.name)
    if not read:
        raise typer.Exit(2)
    proposal = propose(read[0])
    if proposal is None:
        raise CommandError(
            f"{one_line(file.name)}: hittade inga fokusområden, rekommendationer eller punkter; "
            "ange ett dokument med en lista"
        )
    content = as_yaml(proposal.kind, proposal.framework, read[0].name)
    if output is None:
        print(content, end="")
    else:
        save(output, content)


def as_yaml(kind: str, framework: dict[str, Any], name: str) -> str:
    """A proposal as the text of a framework's file."""
    import yaml

    head = (
        f"# Förslag ur {one_line(name)}: {_FROM[kind]}. Läs igenom, rätta orden under recognised, lägg till exempel.\n"
        "# words: mönster skilda av kommatecken (ord, ord*, *ord, *ord*); learned: ämnen som läsaren har lärt sig.\n"
    )
    return head + yaml.safe_dump(framework, allow_unicode=True, sort_keys=False, width=110)

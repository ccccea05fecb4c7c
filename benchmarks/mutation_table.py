"""How right the check is for each requirement on the labelled contracts for development, and how it follows mutants.

    python -m benchmarks.mutation_table [--write]

Prints a table: precision, recall and F1 of clauses present, and the mutants caught, with 95 % intervals. With `--write`
the README's table, between its marks, is written anew. It takes about two minutes. Contracts of the test split, in
folders below, are left out.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from corpora.evaluate import evaluate
from corpora.intervals import Interval
from corpora.measures import Evaluation, Score, Share
from corpora.mutation.mutate import mutate
from corpora.mutation.trials import Mutations

ROOT = Path(__file__).parents[1]
CONTRACTS = ROOT / "corpora" / "labelled" / "contracts"
MARKED = re.compile(r"(<!-- mutation_table -->\n).*?(<!-- /mutation_table -->)", re.DOTALL)
HEADS = ("requirement", "precision", "recall", "F1", "mutants caught")


def figure(value: float | None, interval: Interval | None) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" + (f" ({interval.low:.2f}–{interval.high:.2f})" if interval else "")


def share(given: Share | None) -> str:
    return figure(given.value, given.interval) if given else "–"


def row(name: str, score: Score, caught: Share | None) -> tuple[str, ...]:
    of = f" of {caught.of}" if caught else ""
    return name, share(score.precision), share(score.recall), figure(score.f1, score.interval), share(caught) + of


def table(evaluation: Evaluation, mutations: Mutations) -> str:
    """The table in Markdown, all requirements together first."""
    rows = [row("all", evaluation.present, mutations.caught)]
    rows += [row(name, score, mutations.requirements.get(name)) for name, score in evaluation.requirements.items()]
    lines = [" | ".join(cells) for cells in (HEADS, ("---", *["---:"] * 4), *rows)]
    return "".join(f"| {line} |\n" for line in lines)


def kinds(mutations: Mutations) -> str:
    """The share caught of each kind, as a line."""
    parts = [f"{name} {share.value:.2f}" for name, share in mutations.kinds.items() if share.value is not None]
    return f"By kind: {', '.join(parts)}.\n"


def measured() -> str:
    with tempfile.TemporaryDirectory() as place:
        for path in CONTRACTS.iterdir():
            if path.is_file():
                shutil.copy(path, place)
        mutations = mutate(Path(place))
        return f"{table(evaluate(Path(place)), mutations)}\n{kinds(mutations)}"


def main() -> None:
    shown = measured()
    print(shown)
    if "--write" in sys.argv[1:]:
        readme = ROOT / "README.md"
        text = readme.read_text(encoding="utf-8")
        readme.write_text(MARKED.sub(lambda marks: f"{marks[1]}{shown}{marks[2]}", text), encoding="utf-8")


if __name__ == "__main__":
    main()

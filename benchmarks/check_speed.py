"""CPU time and memory of checking PDFs, against PDFium's raw text of the same pages.

    python -m benchmarks.check_speed [--documents 60] [--families 10] [--folder FOLDER] [--profile]

The goal: checking costs at most 6 times the raw text, over 60 made contracts of 5 to 60 pages, a tenth of the pages
with ruled tables. Both in one process, each document once, in turns; child processes counted; starting the process,
imports and loading the library and the reader left out. The command by itself is measured from outside.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.pdf_reading import raw
from checks import check_contract
from clauses import load
from ingest import read

GOAL = 6.0
FOLDER = Path(tempfile.gettempdir()) / "klausul-check-speed"
Made = TypeVar("Made")


@dataclass(frozen=True)
class Costs:
    """CPU seconds of one document: raw text, reading to a Document, checking it."""

    name: str
    pages: int
    tabled: int
    statements: int
    raw: float
    read: float
    check: float

    @property
    def ratio(self) -> float:
        return (self.read + self.check) / self.raw


def spent() -> float:
    """CPU seconds of this process and of its children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def timed(work: Callable[[], Made]) -> tuple[Made, float]:
    start = spent()
    made = work()
    return made, spent() - start


def measure(path: Path) -> Costs:
    data = path.read_bytes()
    pages, first = timed(lambda: raw(data))
    document, reading = timed(lambda: read(data, name=path.name))
    _, checking = timed(lambda: check_contract(document, load()))
    _, second = timed(lambda: raw(data))
    tabled = len({block.page for block in document.blocks if block.table is not None})
    return Costs(path.name, pages, tabled, len(document.statements), (first + second) / 2, reading, checking)


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def command(*arguments: str) -> None:
    """Prints what the command costs by itself."""
    subprocess.run([sys.executable, "-m", "benchmarks.command_cost", "--", *arguments], check=True)


def profile(paths: list[Path]) -> None:
    """The dearest functions of check_contract, reading left out."""
    documents = [read(path) for path in paths]
    pages = sum(len(document.pages) for document in documents)
    watch = cProfile.Profile()
    watch.enable()
    for document in documents:
        check_contract(document, load())
    watch.disable()
    stats = pstats.Stats(watch)
    stats.sort_stats("tottime").print_stats(25)
    stats.sort_stats("cumulative").print_stats(25)
    print(f"{pages} pages")


def one_page(folder: Path) -> Path:
    """A contract that fits on a page, as PDF."""
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "one-page.pdf"
    canvas = Canvas(str(path))
    lines = ["Avtal om städning", "Mellan Ekmora kommun (Beställaren) och Städ AB (Leverantören).", "1 Vite"]
    lines += ["Beställaren har rätt till vite om 10 000 kronor för varje påbörjad vecka."] * 20
    for place, line in enumerate(lines):
        canvas.drawString(72, 780 - 20 * place, line)
    canvas.save()
    return path


def told(costs: list[Costs]) -> None:
    pages = sum(each.pages for each in costs)
    bare, reading, checking = (sum(getattr(each, name) for each in costs) for name in ("raw", "read", "check"))
    tabled, statements = sum(each.tabled for each in costs), sum(each.statements for each in costs)
    print(f"{len(costs)} contracts, {pages} pages, {tabled} with tables, {statements} statements")
    for name, cost in (("raw", bare), ("read", reading), ("check", checking), ("read + check", reading + checking)):
        print(f"{name:13} {cost / pages * 1000:6.2f} ms a page, {cost / bare:5.2f} times raw")
    for each in sorted(costs, key=lambda each: -each.ratio)[:3]:
        print(f"dearest: {each.name}, {each.pages} pages: {each.ratio:.2f} times raw")
    ratio = (reading + checking) / bare
    print(f"goal: at most {GOAL} times raw: {'held' if ratio <= GOAL else 'NOT held'} ({ratio:.2f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--families", type=int, default=10, help="templates that the contracts share; 60: none")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the made contracts are kept")
    parser.add_argument("--profile", action="store_true", help="show the dearest functions of checking instead")
    chosen = parser.parse_args()
    chosen.folder = chosen.folder / f"{chosen.families}-families"
    # In a process of its own, so that making them does not count as this process's memory.
    subprocess.run(
        [
            sys.executable,
            "-m",
            "benchmarks.made_contracts",
            chosen.folder,
            "--documents",
            str(chosen.documents),
            "--families",
            str(chosen.families),
        ],
        check=True,
    )
    paths = [chosen.folder / f"{number:02d}.pdf" for number in range(chosen.documents)]
    small = one_page(chosen.folder)
    measure(small)
    if chosen.profile:
        profile(paths)
        return
    costs = [measure(path) for path in paths]
    told(costs)
    print(f"memory of this process: {peak():.0f} MB")
    for name, arguments in (
        ("--help", ["--help"]),
        ("check, one page", ["check", str(small)]),
        (f"check, {costs[-1].pages} pages", ["check", str(paths[-1])]),
    ):
        print(f"klausul {name}: ", end="", flush=True)
        command(*arguments)


if __name__ == "__main__":
    main()

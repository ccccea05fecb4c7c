"""The README's commands do what it shows: each console block holds the first lines of what its command says.

When the findings change for the better, `make readme` writes the blocks anew, as long as they were.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REWRITE = "KLAUSUL_REWRITE_README"
MORE = "…"
BLOCK = re.compile(r"```console\n\$ klausul ([^\n]+)\n(.*?)```", re.DOTALL)


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def klausul(*arguments: str) -> str:
    program = Path(sys.executable).with_name("klausul")
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=True, env=environment
    )
    return done.stdout


def begins(command: str, lines: int) -> list[str]:
    return klausul(*shlex.split(command)).splitlines()[:lines]


@pytest.mark.parametrize("command", [command for command, _ in BLOCK.findall(readme())])
def test_the_readme_shows_what_the_command_says(command: str) -> None:
    if os.environ.get(REWRITE):
        rewrite(command)
    shown = dict(BLOCK.findall(readme()))[command].splitlines()
    assert shown[-1] == MORE
    assert shown[:-1] == begins(command, len(shown) - 1), "has it become better? then: make readme"


def rewrite(command: str) -> None:
    def anew(block: re.Match[str]) -> str:
        if block[1] != command:
            return block[0]
        lines = begins(command, block[2].count("\n") - 1)
        return "\n".join(["```console", f"$ klausul {command}", *lines, MORE, "```"])

    (ROOT / "README.md").write_text(BLOCK.sub(anew, readme()), encoding="utf-8")


def test_nobody_passes_while_the_readme_is_rewritten() -> None:
    assert not os.environ.get(REWRITE), "the README is written anew; run the tests again without the flag"


def test_every_console_block_is_run() -> None:
    assert len(BLOCK.findall(readme())) == readme().count("```console") == 2


def test_the_table_of_mutants_has_a_line_for_every_requirement() -> None:
    """Its figures take minutes: benchmarks/mutation_table.py writes them between these marks."""
    from clauses import load

    table = readme().split("<!-- mutation_table -->\n")[1].split("<!-- /mutation_table -->")[0]
    named = re.findall(r"^\| ([a-z][a-z-]*) \| .+ \|$", table, re.MULTILINE)
    assert named == ["requirement", "all", *(requirement.id for requirement in load().requirements)]


def test_every_place_that_the_readme_names_is_there() -> None:
    for place in re.findall(r"`((?:api|corpora|checks|ingest|clauses|tests)/[\w./-]*)`", readme()):
        assert (ROOT / place).exists(), place


def test_every_command_and_option_of_the_readme_is_known() -> None:
    usage = re.findall(r"^    klausul (\w+)(.*)$", readme(), re.MULTILINE)
    known = {"check", "audit", "coverage", "framework", "text", "requirements", "evaluate", "train", "serve"}
    assert {command for command, _ in usage} == known
    for command, rest in usage:
        told = klausul(command, "--help")
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in told, (command, option)

"""The README's commands do what it shows: each console block is run, and its lines must come in that order."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (klausul [^\n]+)\n(.*?)```", README, re.DOTALL)


def klausul(*arguments: str) -> str:
    program = Path(sys.executable).with_name("klausul")
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_the_readme_shows_what_the_command_says(command: str, shown: str) -> None:
    rest = klausul(*shlex.split(command)[1:]).splitlines()
    for line in shown.splitlines():
        if line not in ("", "…"):
            assert line in rest, f"not (or not here) in what the command says: {line}"
            rest = rest[rest.index(line) + 1 :]


def test_every_console_block_is_run() -> None:
    assert len(BLOCKS) == README.count("```console")
    assert len(BLOCKS) >= 2


def test_every_place_that_the_readme_names_is_there() -> None:
    for place in re.findall(r"`((?:api|corpora|checks|ingest|clauses|tests)/[\w./-]*)`", README):
        assert (ROOT / place).exists(), place


def test_every_command_and_option_of_the_readme_is_known() -> None:
    usage = re.findall(r"^    klausul (\w+)(.*)$", README, re.MULTILINE)
    assert {command for command, _ in usage} == {"check", "text", "requirements", "evaluate", "train", "serve"}
    for command, rest in usage:
        told = klausul(command, "--help")
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in told, (command, option)

"""The house keeps its rules: floors, small files, manuals in docstrings, and nothing of one machine or registry."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("api", "corpora", "checks", "ingest", "clauses")
CODE = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
PROSE = [ROOT / name for name in ("README.md", "CHANGELOG.md", "Makefile", "pyproject.toml", "requirements.lock")]
PLACES = [*CODE, *sorted((ROOT / "tests").glob("*.py")), *sorted((ROOT / ".ci").iterdir()), *PROSE]
DRAWERS = {"utils", "util", "common", "core", "helpers", "misc"}
# Paths of somebody's machine, and addresses of registries. Written in pieces, so that this file passes its own test.
FOREIGN = re.compile("|".join(("/ho" + "me/", "/wo" + "rk/", "/Us" + "ers/", "py" + "pi\\.", "regis" + "try\\.[a-z]")))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_file_is_small_and_begins_with_its_manual(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    assert not source or ast.get_docstring(ast.parse(source)), "a module's docstring is its manual"
    assert path.stem not in DRAWERS


@pytest.mark.parametrize("path", PLACES, ids=named)
def test_nothing_of_one_machine_or_registry(path: Path) -> None:
    found = FOREIGN.search(path.read_text(encoding="utf-8"))
    assert found is None, f"{found and found.group()} names a machine or a registry"


def test_every_dependency_is_locked_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {name.lower().replace("_", "-") for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = {name.lower() for name in re.findall(r'^  "([A-Za-z0-9-]+)(?:[>=<].*)?",$', project, re.MULTILINE)}
    assert wanted
    assert wanted <= locked
    assert "file:" not in lock
    pins = re.findall(r"^[A-Za-z0-9._-]+==", lock, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[A-Za-z0-9._-]+==[^\n]*\\\n    --hash=sha256:", lock, re.MULTILINE))


def test_every_package_stands_on_its_floor() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_one_command_does_it_all() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    for tool in ("ruff check", "ruff format --check", "mypy", "lint-imports", "pytest"):
        assert f"$(BIN)/{tool}" in make
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

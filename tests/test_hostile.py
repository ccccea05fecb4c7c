"""The whole way for hostile and odd files and paths: a report or one clear line each, and never a traceback."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from hostile import CLAUSE, files, texts

from api import cli
from ingest import guard

FILES = files()


@pytest.fixture(scope="module", autouse=True)
def _no_worker_is_left() -> object:
    yield
    guard.retire()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fientligt")
    for name, data in FILES.items():
        (made / name).write_bytes(data)
    return made


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], list[str]]:
    status = cli.run(arguments)
    captured = capsys.readouterr()
    return status, captured.out.splitlines(), captured.err.splitlines()


@pytest.mark.parametrize("name", FILES)
def test_a_report_or_one_clear_line(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(["check", "--format", "json", str(folder / name)], capsys)
    assert status == (2 if err else 0)
    assert out or err
    assert all(json.loads(line)["requirements"] for line in out)
    for line in err:
        assert line.startswith(f"klausul: {folder / name}")
        assert "; " in line
        assert "något oväntat" not in line
        assert "Traceback" not in line
        assert "krascha" not in line


LYING = ("ljuger-docx.doc", "ljuger-zip.ppt", "ljuger-html.pdf", "ljuger-pdf.docx", "ljuger-pdf.txt")


@pytest.mark.parametrize("name", LYING)
def test_endings_that_lie_are_read_by_content(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(["text", str(folder / name)], capsys)
    assert (status, err) == (0, [])
    assert CLAUSE in "\n".join(out)


def test_text_in_every_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in texts().items():
        (tmp_path / name).write_bytes(data)
        status, out, err = run(["text", str(tmp_path / name)], capsys)
        assert (name, status, err) == (name, 0, [])
        assert CLAUSE in "\n".join(out)
        assert "Ålderdomliga villkor gäller inte." in "\n".join(out)


COMMANDS = (["check"], ["check", "--bundle"], ["text"], ["text", "--ledger"])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_odd_paths_are_one_line_and_status_2(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "rör.pdf")
    (tmp_path / "dinglande.pdf").symlink_to(tmp_path / "finns inte")
    (tmp_path / "varv.pdf").symlink_to(tmp_path / "varv.pdf")
    (tmp_path / "tom").mkdir()
    odd = [
        *("rör.pdf", "dinglande.pdf", "varv.pdf", "tom", "finns inte.pdf", "rad\nbrytning.pdf", "å" * 300, "a\0b"),
        os.fsdecode(b"\xff\xfe.pdf"),
    ]
    started = time.monotonic()
    for name in [*(str(tmp_path / each) for each in odd), "/dev/zero", "/dev/null", "", "/"]:
        if name in ("", "/") and "--bundle" in command:
            continue  # folders, and as bundles they are read
        status, _, err = run([*command, "--", name], capsys)
        assert (name, status, len(err)) == (name, 2, 1)
        assert err[0].startswith("klausul: ")
        assert "Traceback" not in err[0]
    assert time.monotonic() - started < 60  # none of them is waited for


def test_names_with_line_breaks_and_odd_bytes_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("rad\nbrytning.txt", os.fsdecode(b"\xff\xfe.txt"), "\x1b[31mröd.txt", "-dash.txt"):
        path = tmp_path / name
        path.write_text(CLAUSE, encoding="utf-8")
        for command in (["check", "--format", "json"], ["check", "--bundle"], ["text"]):
            status, out, err = run([*command, "--", str(path)], capsys)
            assert (status, err) == (0, [])
            assert "\x1b" not in "".join(out)

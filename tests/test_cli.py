"""The command line: exit statuses, one line for an error, and output that no file's name or words can break."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from handmade import CYCLE, report

from api import checking, cli
from api.trouble import Refused
from checks.finding import ContractReport, Status


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = cli.run(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file gives the report made by hand, but those that are not there."""

    def check(
        source: Path | bytes, name: str, password: str | None = None, *, boxes: bool = False
    ) -> list[ContractReport | Refused]:
        assert isinstance(source, Path)
        if not source.exists():
            return [Refused(name, "filen finns inte; kontrollera namn och mapp")]
        return [report(name, CYCLE if "brist" in name else (Status.MET,))]

    monkeypatch.setattr(checking, "check", check)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    well, gaps = tmp_path / "bra.txt", tmp_path / "brister.txt"
    well.write_text("x")
    gaps.write_text("x")
    return str(well), str(gaps)


USAGE = [
    (["check"], "FIL... saknas; se klausul check --help"),
    (["check", "a", "--foo"], "valet --foo finns inte; se klausul check --help"),
    (["check", "a", "--format"], "valet --format behöver ett värde"),
    (["check", "a", "--format", "docx"], "--format docx finns inte i den här versionen; välj text, json, html"),
    (["check", "a", "--format", "sarif"], "--format sarif finns inte i den här versionen"),
    (["check", "a", "--format", "yaml"], "--format yaml finns inte; välj text, json, html"),
    (["check", "a", "--language", "de"], "--language de finns inte; välj sv, en"),
    (["check", "a", "--fail-on", "met"], "--fail-on met finns inte; välj contradicted, missing, undetermined, partial"),
    (["check", "a", "--output", "/finns/inte/r.html"], "/finns/inte/r.html: mappen finns inte"),
    (["chekc"], "kommandot chekc finns inte; se klausul --help"),
    (["coverage", "a", "--framework", "x"], "ramverket x finns inte; välj welfare-crime-guidelines"),
    (["scan", "mapp"], "kommandot scan finns inte i den här versionen"),
    (["text", "a", "b"], "för många argument (b); se klausul text --help"),
    (["text", "a", "--view", "old"], "--view old finns inte; välj accepted eller rejected"),
    (["text", "/finns/inte.txt"], "/finns/inte.txt: filen finns inte"),
    (["requirements", "show", "penalti"], "kravet penalti finns inte; menade du penalty?"),
    (["evaluate", "/finns/inte"], "/finns/inte: mappen finns inte"),
    (["serve"], "tjänsten för flera användare finns inte i den här versionen; kör klausul serve --local"),
    (["serve", "--local", "--host", "0.0.0.0"], "--local lyssnar bara på den egna datorn, inte på 0.0.0.0"),
    (["serve", "--port", "x"], "värdet för --port duger inte"),
]


@pytest.mark.parametrize(("arguments", "line"), USAGE, ids=[" ".join(arguments) for arguments, _ in USAGE])
def test_wrong_usage_is_one_line_and_status_2(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(arguments, capsys)
    assert (status, out) == (2, "")
    assert err.startswith(f"klausul: {line}")
    assert err.count("\n") == 1


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize(
    ("fail_on", "expected"),
    [("contradicted", 1), ("missing", 1), ("undetermined", 1), ("partial", 1), (None, 0)],
)
def test_fail_on_gives_status_1_for_such_findings_or_worse(
    fail_on: str | None, expected: int, files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ["--fail-on", fail_on] if fail_on else []
    assert run(["check", files[1], *chosen], capsys)[0] == expected
    assert run(["check", files[0], *chosen], capsys)[0] == 0


@pytest.mark.usefixtures("checked")
def test_fail_on_the_worst_lets_lesser_findings_pass(
    monkeypatch: pytest.MonkeyPatch, files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checking, "check", lambda source, name, password, boxes: [report(name, (Status.MISSING,))])
    assert run(["check", files[0], "--fail-on", "contradicted"], capsys)[0] == 0
    assert run(["check", files[0], "--fail-on", "undetermined"], capsys)[0] == 1


@pytest.mark.usefixtures("checked")
def test_one_unreadable_file_among_several_is_a_line_and_the_others_are_done(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(["check", files[0], "borta.pdf", files[1], "--format", "json"], capsys)
    assert status == 2
    assert [json.loads(line)["document"]["name"] for line in out.splitlines()] == ["bra.txt", "brister.txt"]
    assert err == "klausul: borta.pdf: filen finns inte; kontrollera namn och mapp\n"


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_output_goes_to_a_file(
    form: str, files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "rapport"
    status, out, _ = run(["check", files[1], "--format", form, "--output", str(target)], capsys)
    assert (status, out) == (0, "")
    _, printed, _ = run(["check", files[1], "--format", form], capsys)
    assert target.read_text(encoding="utf-8") == printed


@pytest.mark.usefixtures("checked")
def test_the_report_never_overwrites_the_contract(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(["check", files[0], "--output", files[0]], capsys)
    assert status == 2
    assert "rapporten skulle skriva över avtalet" in err
    assert Path(files[0]).read_text() == "x"


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize("name", ["rad\nbrytning.txt", "escape\x1b[31m.txt", "latin-\udce5.txt", "rtl-\u202egpj.txt"])
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_odd_file_names_break_no_output(
    name: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_text("x")
    status, out, err = run(["check", str(file), "borta\n" + name, "--format", form], capsys)
    assert status == 2
    out.encode("utf-8")
    assert err.count("\n") == 1
    assert "\x1b" not in out + err
    if form == "json":
        assert len(out.splitlines()) == 1
        assert json.loads(out)["document"]["name"] == name.replace("\udce5", "\ufffd")


def test_an_unforeseen_error_is_one_line_and_debug_shows_its_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise KeyError("hemligt ur avtalet")

    monkeypatch.setattr("clauses.load", broken)
    status, _, err = run(["requirements", "list"], capsys)
    assert status == 2
    assert err.count("\n") == 1
    assert "KeyError" in err
    assert "hemligt" not in err
    assert "Traceback" in run(["requirements", "list", "--debug"], capsys)[2]


def test_text_prints_the_text_that_offsets_count_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ingest import read

    file = tmp_path / "avtal.md"
    file.write_text("# Avtal\n\nVite utgår med 10\u00a0000 kr.\n", encoding="utf-8")
    status, out, _ = run(["text", str(file)], capsys)
    assert (status, out) == (0, read(file).text)
    _, with_ledger, _ = run(["text", str(file), "--ledger", "--view", "rejected"], capsys)
    assert with_ledger.startswith(out)
    assert "Läst: hela filen" in with_ledger


def test_requirements_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(["requirements", "list"], capsys)
    assert status == 0
    assert "Påföljder" in out
    status, out, _ = run(["requirements", "show", "penalty"], capsys)
    assert status == 0
    assert "Vite eller avdrag" in out


HERE = Path(__file__).parents[1]
SAMPLES = sorted(path for path in (HERE / "corpora" / "samples").iterdir() if path.suffix in (".md", ".docx", ".pdf"))


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.name for path in SAMPLES])
def test_a_samples_quotes_are_slices_of_the_text_that_is_printed(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(["check", str(sample), "--format", "json"], capsys)
    assert (status, err) == (0, "")
    whole = json.loads(out)
    assert len(whole["requirements"]) == 22
    text = run(["text", str(sample)], capsys)[1]
    passages = [one for found in whole["requirements"] for one in (*found["evidence"], *found["nearest"])]
    assert passages
    for one in passages:
        assert one["quote"] == text[one["start"] : one["end"]]
        assert 0 < len(one["quote"]) <= 700
        assert bool(one.get("boxes")) == (sample.suffix == ".pdf" and "stance" in one)


def process(arguments: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from api.cli import main; main()", *arguments]
    environment = os.environ | {"PYTHONPATH": str(HERE)} | options.pop("environment", {})
    return subprocess.run(command, capture_output=True, env=environment, cwd=HERE, **options)


def test_help_imports_nothing_heavy() -> None:
    probe = (
        "import sys; from api import cli; assert cli.run(['--help']) == 0;"
        "print([name for name in ('numpy', 'lxml', 'pydantic', 'pypdfium2', 'rich', 'fastapi', 'sklearn', 'simplemma')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, cwd=HERE, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_output_is_utf8_whatever_the_machine_says() -> None:
    done = process(
        ["requirements", "list"], environment={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 0
    assert "Påföljder" in done.stdout.decode("utf-8")


def test_a_pipe_closed_early_is_no_error() -> None:
    line = f"{sys.executable} -c 'from api.cli import main; main()' requirements show penalty | head -c 5"
    done = subprocess.run(["sh", "-c", line], capture_output=True, cwd=HERE, env=os.environ | {"PYTHONPATH": str(HERE)})
    assert done.stderr == b""

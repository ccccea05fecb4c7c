"""`klausul audit`: text and JSON, and errors as one line with the others still done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli import run
from tests.audits import REPORT, RISK

RESPONSE = (
    f"# Socialnämnden\n\nSocialnämndens yttrande, 2026-03-12\n\n## {RISK}\n\nEn analys kommer att göras hösten 2026.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    report, response = tmp_path / "rapport.md", tmp_path / "svar.md"
    report.write_text(REPORT, encoding="utf-8")
    response.write_text(RESPONSE, encoding="utf-8")
    return str(report), str(response)


def test_the_json_is_as_the_interface_says(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", files[0], "--response", files[1], "--format", "json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    first = shape["recommendations"][0]
    assert (shape["version"], first["number"], first["text"]) == (1, 1, RISK)
    answer = first["responses"]["svar.md"]
    assert (answer["status"], answer["signals"]) == ("planned", ["planned"])
    assert answer["deadlines"][0]["date"] == "2026-11-30"
    text = Path(files[1]).read_text(encoding="utf-8")
    assert all(passage["quote"] in text for passage in answer["evidence"])
    assert shape["unmatched"] == {"svar.md": []}
    assert set(shape["ledgers"]) == {"rapport.md", "svar.md"}


def test_the_text_answers_first_and_worst_first(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", files[0], "--response", files[1]]) == 0
    out = capsys.readouterr().out
    assert out.startswith("3 rekommendationer, 1 svar: 1 planerat och 2 obesvarat.")
    assert out.index("OBESVARAT") < out.index("PLANERAT")
    assert "Uppföljning efter datum" in out


def test_a_file_that_cannot_be_read_is_one_line(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", files[0], "--response", files[1], "--response", "finns-inte.docx", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["recommendations"]
    assert len(err.splitlines()) == 1
    assert "finns-inte.docx" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [([], "inget svar angavs"), (["--response", "a.md", "--format", "docx"], "--format docx finns inte")],
)
def test_wrong_use_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", *arguments]) == 2
    assert told in capsys.readouterr().err

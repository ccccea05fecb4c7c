"""The commands `coverage`, `compare` and `evaluate` on guidelines: their forms, and their errors on one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli import run
from clauses.framework_files import load_framework
from corpora.guideline_evaluate import evaluate_guidelines
from corpora.guideline_labels import read_guideline_labels
from corpora.labels import LabelError

POLICY = """# Policy

## 3 Bisysslor

Chefen prövar varje anmäld bisyssla inom två veckor.

Gåvor bör undvikas av alla chefer.
"""
OTHER = "# Rutin\n\nEkonomichefen granskar tjugo fakturor varje månad.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "policy.md").write_text(POLICY, encoding="utf-8")
    (tmp_path / "rutin.md").write_text(OTHER, encoding="utf-8")
    return [str(tmp_path / "policy.md"), str(tmp_path / "rutin.md")]


def test_json_is_the_interface_s_object(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", *files, "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    found = json.loads(out)
    assert (found["version"], found["framework"]) == (1, "welfare-crime-guidelines")
    assert found["ledgers"]["policy.md"] == {"complete": True, "unread": []} | found["ledgers"]["policy.md"]
    assert [topic["id"] for topic in found["topics"]] == [topic.id for topic in load_framework().topics]
    topic = next(topic for topic in found["topics"] if topic["id"] == "side-occupations")
    assert topic["status"] == "covered"
    assert {name: each["status"] for name, each in topic["documents"].items()} == {
        "policy.md": "covered",
        "rutin.md": "absent",
    }
    evidence = topic["documents"]["policy.md"]["evidence"][0]
    assert evidence["quote"] == "Chefen prövar varje anmäld bisyssla inom två veckor."
    assert (evidence["section"], evidence["page"]) == ("3", None)
    assert evidence["end"] - evidence["start"] == len(evidence["quote"])


def test_text_begins_with_the_answer_and_has_words_with_their_signs(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["coverage", *files]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Av 23 ämnen är två täckta, ett bara nämnt och 20 saknas.")
    body = "\n".join(lines)
    for words in ("✓ täckt", "◐ nämnt", "○ saknas", "Luckor", "Bästa stället för varje ämne"):
        assert words in body


def test_names_that_collide_are_paths(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        given.append(tmp_path / folder / "policy.md")
        given[-1].write_text(POLICY, encoding="utf-8")
    assert run(["coverage", *map(str, given), "--format", "json"]) == 0
    assert set(json.loads(capsys.readouterr().out)["ledgers"]) == {str(path) for path in given}


def test_a_file_that_cannot_be_read_leaves_the_others(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", files[0], "finns-inte.md", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert set(json.loads(out)["ledgers"]) == {"policy.md"}
    assert err.startswith("klausul: finns-inte.md: ")
    assert err.count("\n") == 1


def test_a_framework_of_ones_own(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "eget.yaml").write_text(
        "title: Eget\ntopics:\n"
        "  - {id: fakturor, title: Fakturor, asks: Granskas de?, recognised: [{words: faktur*}]}\n",
        encoding="utf-8",
    )
    assert run(["coverage", *files, "--framework", str(tmp_path / "eget.yaml"), "--format", "json"]) == 0
    topics = json.loads(capsys.readouterr().out)["topics"]
    assert [(topic["id"], topic["status"]) for topic in topics] == [("fakturor", "covered")]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["coverage", "a.md", "--format", "docx"], "--format docx finns inte; välj "),
        (["coverage", "a.md", "--framework", "x"], "ramverket x finns inte; välj welfare-crime-guidelines"),
        (["coverage", "a.md", "--output", "saknas/a.txt"], "saknas/a.txt: mappen finns inte"),
        (["coverage"], "FIL... saknas"),
        (["compare", "a.md"], "NY saknas"),
        (["compare", "a.md", "b.md", "--format", "pdf"], "--format pdf finns inte; välj text, json"),
        (["train", "--only", "allt"], "--only allt finns inte; välj clauses, topics eller answers"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_one_line(arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"klausul: {line}")
    assert err.count("\n") == 1


def test_the_report_never_overwrites_what_is_read(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", files[0], "--output", files[0]]) == 2
    assert "skulle skriva över underlaget" in capsys.readouterr().err
    assert Path(files[0]).read_text(encoding="utf-8") == POLICY


def test_what_a_new_version_covers_that_the_old_did_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "2020.md").write_text(OTHER, encoding="utf-8")
    (tmp_path / "2026.md").write_text(OTHER + "\nHR-chefen prövar alla bisysslor varje januari.\n", encoding="utf-8")
    assert run(["compare", str(tmp_path / "2020.md"), str(tmp_path / "2026.md"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    changed = {row["id"]: (row["old"], row["new"]) for row in found["rows"] if row["change"] != "same"}
    assert found["kind"] == "guideline"
    assert changed == {"side-occupations": ("absent", "covered")}
    assert run(["compare", str(tmp_path / "2020.md"), str(tmp_path / "2026.md")]) == 0
    assert "Bisysslor: saknas i den gamla, täckt i den nya" in capsys.readouterr().out


def test_contracts_are_compared_requirement_by_requirement(capsys: pytest.CaptureFixture[str]) -> None:
    samples = Path(__file__).parents[1] / "corpora" / "samples"
    files = [str(samples / name) for name in ("boende-vidsjo.docx", "hemtjanst-ekmora.md")]
    assert run(["compare", *files, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["kind"] == "contract"
    assert len(found["rows"]) == 22


def gold(folder: Path, statuses: dict[str, str]) -> Path:
    (folder / "a.md").write_text(POLICY, encoding="utf-8")
    rows = [
        f"  {topic.id}: {{status: {statuses.get(topic.id, 'absent')}, quotes: [{QUOTES.get(topic.id, '')}]}}"
        for topic in load_framework().topics
    ]
    path = folder / "a.gold.yaml"
    path.write_text("\n".join(["kind: guideline", "topics:", *rows]) + "\n", encoding="utf-8")
    return path


QUOTES = {"side-occupations": '"Chefen prövar varje anmäld bisyssla"', "anti-corruption": '"Gåvor bör undvikas"'}
RIGHT = {"side-occupations": "covered", "anti-corruption": "mentioned"}


def test_guidelines_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold(tmp_path, RIGHT)
    measured = evaluate_guidelines(tmp_path)
    assert (measured.accuracy.right, measured.accuracy.of) == (23, 23)
    assert measured.macro_f1 == 1.0
    assert (measured.placed.right, measured.placed.of) == (2, 2)
    assert measured.verbatim.right == measured.verbatim.of > 0
    assert not measured.lost
    assert run(["evaluate", str(tmp_path), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["status"]["value"], told["macro_f1"]["value"]) == ("guideline", 1.0, 1.0)
    assert run(["evaluate", str(tmp_path)]) == 0
    assert "Makro-F1" in capsys.readouterr().out


def test_a_wrong_status_counts(tmp_path: Path) -> None:
    gold(tmp_path, RIGHT | {"side-occupations": "mentioned"})
    measured = evaluate_guidelines(tmp_path)
    assert measured.accuracy.right == 22
    assert measured.macro_f1 is not None
    assert measured.macro_f1 < 1


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "status: covered",
            "status: met",
            r"\.status: 'met' finns inte; tillåtet: covered, mentioned, absent",
        ),
        ("  roles:", "  rolls:", r"topics\.rolls: ämnet finns inte"),
        ("kind: guideline\n", "kind: guideline\nextra: 1\n", r"extra: nyckeln är okänd"),
        ('"Gåvor bör undvikas"', '" "', r"anti-corruption\.quotes: ett citat är tomt"),
    ],
)
def test_faults_of_labels_are_one_line(old: str, new: str, line: str, tmp_path: Path) -> None:
    path = gold(tmp_path, RIGHT)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(LabelError, match=line):
        read_guideline_labels(path, load_framework())

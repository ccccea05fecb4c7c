"""Labelled documents: which files belong together, and one line for every fault in a label file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from clauses import load
from corpora.labels import LabelError, labelled, read_labels

MISSING = {requirement.id: {"status": "missing"} for requirement in load().requirements}


def write(path: Path, **requirements: object) -> Path:
    path.write_text(yaml.safe_dump({"kind": "contract", "requirements": MISSING | requirements}), encoding="utf-8")
    return path


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_documents_are_paired_with_their_labels_in_every_sub_folder(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "b.gold.yaml", "a.md", "a.gold.yaml", "under/v1.2.pdf", "under/v1.2.gold.yaml")
    put(tmp_path, ".dold.txt", ".git/config")
    found, unused = labelled(tmp_path)
    assert [each.name for each in found] == ["a.md", "b.txt", "under/v1.2.pdf"]
    assert found[2].labels == tmp_path / "under" / "v1.2.gold.yaml"
    assert not unused


def test_one_label_file_serves_a_contract_in_several_formats(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", "a.docx", "a.gold.yaml")
    assert [each.name for each in labelled(tmp_path)[0]] == ["a.docx", "a.pdf"]


def test_what_lacks_its_other_half_is_told(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "b.gold.yaml", "granskning/audit.gold.yaml", "granskning/response-a.md")
    found, unused = labelled(tmp_path)
    assert not found
    assert [(each.name, each.why.partition(";")[0]) for each in unused] == [
        ("a.md", "etiketter saknas"),
        ("b.gold.yaml", "dokumentet saknas"),
    ]


def test_labels_are_read(tmp_path: Path) -> None:
    penalty = {"status": "partial", "facets": {"right": True, "amount": False}, "quotes": ["Vite utgår."]}
    labels = read_labels(write(tmp_path / "a.gold.yaml", penalty=penalty), load())
    assert labels.requirements["penalty"].facets == {"right": True, "amount": False}
    assert labels.requirements["penalty"].quotes == ("Vite utgår.",)
    assert not labels.requirements["permits"].pointer


FAULTS = [
    ({"penalty": {"status": "mett"}}, "requirements.penalty.status: 'mett' finns inte; tillåtet: met, partial"),
    ({"penalty": {"status": "undetermined"}}, "requirements.penalty.status: 'undetermined' finns inte"),
    ({"penalty": {"staus": "met"}}, "requirements.penalty.staus: nyckeln är okänd"),
    ({"penalty": {}}, "requirements.penalty.status: nyckeln saknas"),
    ({"penalty": {"status": "met", "facets": {"rigth": True}}}, "requirements.penalty.facets.rigth: delen finns inte"),
    ({"penalty": {"status": "met", "facets": {"right": "ja"}}}, "requirements.penalty.facets.right: ska vara true"),
    ({"penalty": {"status": "met", "quotes": "Vite"}}, "requirements.penalty.quotes: ska vara en lista"),
    ({"penalty": {"status": "met", "quotes": [" "]}}, "requirements.penalty.quotes: ett citat är tomt"),
    ({"penalty": {"status": "met", "quotes": [1]}}, "requirements.penalty.quotes.0: ska vara text"),
    ({"penalty": {"status": "met", "pointer": True}}, "requirements.penalty.pointer: gäller bara"),
    ({"penalti": {"status": "met"}}, "requirements.penalti: kravet finns inte"),
    ({"penalty": "met"}, "requirements.penalty: har fel form"),
]


@pytest.mark.parametrize(("changed", "line"), FAULTS, ids=[line.partition(";")[0] for _, line in FAULTS])
def test_a_fault_is_one_line_with_its_key(changed: dict[str, object], line: str, tmp_path: Path) -> None:
    with pytest.raises(LabelError) as raised:
        read_labels(write(tmp_path / "a.gold.yaml", **changed), load())
    assert str(raised.value).startswith(line)
    assert "\n" not in str(raised.value)


def test_a_requirement_left_out_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.gold.yaml").write_text("kind: contract\nrequirements: {penalty: {status: missing}}\n")
    with pytest.raises(LabelError, match=r"requirements\.payment-withholding: kravet saknas; alla 22 krav"):
        read_labels(tmp_path / "a.gold.yaml", load())


BROKEN = [
    (b"kind: [", r"ingen giltig YAML"),
    (b"kind: contract\nkind: contract\n", r"rad 2, kolumn 1: .*nyckeln kind står två gånger"),
    (b"- kind", r"nycklarna kind och requirements"),
    (b"", r"nycklarna kind och requirements"),
    (b"\xff\xfe", r"inte UTF-8"),
    (b"[" * 5000, r"ingen giltig YAML"),
    (b"kind: !!python/object/apply:os.getcwd []\n", r"ingen giltig YAML"),
    (b"kind: guideline\ntopics: {}\n", r"slaget guideline mäts i en senare version"),
    (b"kind: avtal\nrequirements: {}\n", r"kind: 'avtal' finns inte; tillåtet: contract"),
    (b"kind: 2026-13-45\n", r"ingen giltig YAML|kind:"),
    (b"x" * 2_000_001, r"större än 2 MB"),
]


@pytest.mark.parametrize(("data", "line"), BROKEN, ids=[line for _, line in BROKEN])
def test_a_broken_file_is_one_line(data: bytes, line: str, tmp_path: Path) -> None:
    (tmp_path / "a.gold.yaml").write_bytes(data)
    with pytest.raises(LabelError, match=line) as raised:
        read_labels(tmp_path / "a.gold.yaml", load())
    assert "\n" not in str(raised.value)

"""The doors with real files behind the guard: passwords, archives over the service, a file that kills its reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hostile import CLAUSE, draw
from mails import mail, zipped
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from api import cli
from api.app import make_app
from ingest import guard

OWN = "http://127.0.0.1:8000"


def locked(user: str, owner: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, owner, canPrint=0, canCopy=0, strength=128))
    draw(canvas)
    canvas.save()
    return out.getvalue()


OPENED = [
    (locked("hemligt", "ägare1"), "hemligt", ""),
    (locked("hemligt", "ägare1"), None, "PDF-filen är krypterad med lösenord; ange rätt lösenord med --password"),
    (locked("hemligt", "ägare1"), "fel", "PDF-filen är krypterad och lösenordet stämmer inte"),
    (locked("", "ägare1"), None, ""),  # nothing to ask for: only changing and printing are locked
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), None, "filen är krypterad"),
]


@pytest.mark.parametrize(("data", "password", "line"), OPENED, ids=["user", "none", "wrong", "owner only", "office"])
def test_passwords(
    data: bytes, password: str | None, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "avtal.pdf"
    path.write_bytes(data)
    status = cli.run(["text", str(path), *(["--password", password] if password else [])])
    captured = capsys.readouterr()
    assert status == (2 if line else 0)
    assert captured.err.startswith(f"klausul: {path}: {line}" if line else "")
    assert (CLAUSE in captured.out) is not bool(line)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(make_app(), base_url=OWN) as client:
        yield client
    guard.retire()


def test_the_service_reads_archives_and_refuses_bombs(client: TestClient) -> None:
    archive = zipped({"avtal.txt": CLAUSE.encode(), "b.eml": mail(attachments=(("c.txt", CLAUSE.encode()),))})
    bomb = zipped({"bomb.txt": bytes(60 * 2**20)})
    answer = client.post("/api/v1/check", files=[("files", ("a.zip", archive)), ("files", ("bomb.zip", bomb))])
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert [line["document"]["name"] for line in lines] == ["a.zip/avtal.txt", "a.zip/b.eml/c.txt", "bomb.zip/bomb.txt"]
    assert "zip-bomb" in lines[2]["error"]
    page = client.post("/check", files=[("files", ("a.zip", archive))], headers={"accept": "text/html", "origin": OWN})
    assert page.status_code == 200
    assert "a.zip/avtal.txt" in page.text


def test_the_service_takes_several_files_as_one_contract(client: TestClient) -> None:
    main = "# Avtal om städning\n\n## 1 Pris\n\nPriset framgår av bilaga 1.\n".encode()
    files = [("files", ("avtal.md", main)), ("files", ("bilaga 1.md", f"# Bilaga 1\n\n{CLAUSE}\n".encode()))]
    files.append(("files", ("b.pdf", b"%PDF-1.7 trasig")))
    answer = client.post("/api/v1/check", files=files, data={"bundle": "true"})
    refused, report = (json.loads(line) for line in answer.text.splitlines())
    assert refused["document"]["name"] == "b.pdf"
    assert [each["label"] for each in report["document"]["files"]] == ["", "Bilaga 1"]
    assert report["ledger"]["unread"] == ["b.pdf"]
    assert {each["file"] for one in report["requirements"] for each in one["evidence"]} == {"bilaga 1.md"}

"""The service's doors for sets of documents: the same objects as the commands, with the limits and the gate of all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from handmade_sets import CHECKED, audit, coverage

from api import auditing, covering, uploads
from api.app import make_app
from api.cli import run
from api.covering import Given
from api.reports import audit_json, coverage_json
from api.reports.audit_shapes import AuditShape
from api.reports.coverage_shapes import CoverageShape
from api.reports.set_shapes import NothingReadShape
from api.trouble import Refused
from checks.coverage_report import CoverageReport
from checks.followup import AuditReport
from clauses.framework import Framework

OWN = "http://127.0.0.1:8000"
PAGE = {"accept": "text/html"}
REPORT = ("report", ("rapport.docx", b"rapport"))
ANSWER = ("responses", ("svar.docx", b"svar"))
GUIDE = ("files", ("policy.docx", b"policy"))
DOORS = [("/api/v1/audit", ANSWER), ("/revision", ANSWER), ("/api/v1/coverage", GUIDE), ("/riktlinjer", GUIDE)]
PAGES = ["/revision", "/revision?sprak=en", "/riktlinjer", "/riktlinjer?sprak=en"]
SEEN: list[list[str]] = []


def follow(
    report: Given | None,
    responses: Sequence[Given],
    *,
    earlier: Sequence[Given] = (),
    password: str | None = None,
    today: date | None = None,
) -> tuple[AuditReport | None, list[Refused]]:
    SEEN.append([each.name for each in (*([report] if report else []), *responses, *earlier)])
    bad = [Refused(each.name, "filen är tom; välj en annan") for each in responses if each.source == b"tom"]
    if any(each.source == b"fel" for each in responses):
        raise ZeroDivisionError("hemligt ur svaret")
    return (None if len(bad) == len(responses) else audit()), bad


def cover(
    given: Sequence[Given], framework: Framework, password: str | None = None
) -> tuple[CoverageReport | None, list[Refused]]:
    SEEN.append([framework.id, *(each.name for each in given)])
    bad = [Refused(each.name, "filen är tom; välj en annan") for each in given if each.source == b"tom"]
    return (None if len(bad) == len(given) else coverage()), bad


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    SEEN.clear()
    monkeypatch.setattr(auditing, "audit", follow)
    monkeypatch.setattr(covering, "cover", cover)
    with TestClient(make_app(largest_request=1_000_000), base_url=OWN, raise_server_exceptions=False) as client:
        yield client


def test_the_audit_is_the_commands_own_object(client: TestClient) -> None:
    answer = client.post("/api/v1/audit", files=[REPORT, ANSWER])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.text == audit_json.written(audit())
    AuditShape.model_validate_json(answer.text)


def test_the_coverage_is_the_commands_own_object(client: TestClient) -> None:
    answer = client.post("/api/v1/coverage", files=[GUIDE])
    assert answer.status_code == 200
    assert answer.text == coverage_json.line(coverage())
    CoverageShape.model_validate_json(answer.text)
    assert SEEN == [["welfare-crime-guidelines", "policy.docx"]]


def test_a_framework_is_chosen_by_its_id_and_never_by_a_path(client: TestClient, tmp_path: Path) -> None:
    answer = client.post("/api/v1/coverage", files=[GUIDE], data={"framework": "strategy-focus-areas"})
    assert answer.status_code == 200
    assert SEEN == [["strategy-focus-areas", "policy.docx"]]
    own = tmp_path / "eget.yaml"
    own.write_text("id: eget")
    for name in (str(own), "../../etc/passwd", "nix\n"):
        answer = client.post("/api/v1/coverage", files=[GUIDE], data={"framework": name})
        assert answer.status_code == 400
        assert "finns inte; välj welfare-crime-guidelines, strategy-focus-areas" in answer.json()["error"]


def test_files_of_the_same_name_are_told_apart(client: TestClient) -> None:
    files = [("report", ("svar.docx", b"1")), ANSWER, ANSWER, ("earlier", ("C:\\akt\\svar.docx", b"2"))]
    client.post("/api/v1/audit", files=files)
    assert SEEN == [["svar.docx", "svar (2).docx", "svar (3).docx", "svar (4).docx"]]


def test_what_could_not_be_read_is_told_beside_what_could(client: TestClient) -> None:
    empty = ("responses", ("tom.docx", b"tom"))
    answer = client.post("/api/v1/audit", files=[ANSWER, empty])
    assert answer.json()["refused"] == [{"name": "tom.docx", "error": "filen är tom; välj en annan"}]
    AuditShape.model_validate_json(answer.text)
    page = client.post("/revision", files=[ANSWER, empty], headers=PAGE)
    assert "Kunde inte läsas: tom.docx." in page.text
    assert "Filen är tom; välj en annan." in page.text


@pytest.mark.parametrize(("path", "file"), DOORS)
def test_nothing_that_could_be_read_is_422(client: TestClient, path: str, file: tuple[str, tuple[str, bytes]]) -> None:
    answer = client.post(path, files=[(file[0], ("tom.docx", b"tom"))], headers=PAGE)
    assert answer.status_code == 422
    if path.startswith("/api/"):
        assert NothingReadShape.model_validate_json(answer.text).refused[0].name == "tom.docx"
    else:
        assert "Filerna kunde inte läsas" in answer.text


@pytest.mark.parametrize(("path", "file"), DOORS)
def test_a_file_that_is_too_large_is_refused_by_name(
    client: TestClient, path: str, file: tuple[str, tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST_FILE", 3)
    answer = client.post(path, files=[(file[0], ("stor.docx", b"mycket")), (file[0], ("bra.docx", b"bra"))])
    assert answer.status_code == 200
    assert "stor.docx" in answer.text
    assert "filen är större än" in answer.text.lower()


@pytest.mark.parametrize(("path", "file"), DOORS)
def test_the_gate_holds_here_too(client: TestClient, path: str, file: tuple[str, tuple[str, bytes]]) -> None:
    assert client.post(path, files=[file], headers={"origin": "https://annan.se"}).status_code == 403
    assert client.post(path, files=[file], headers={"origin": "null"}).status_code == 403
    assert client.post(path, files=[file], headers={"origin": OWN}).status_code == 200
    assert client.post(path, files=[file], headers={"host": "annan.se"}).status_code == 421
    assert client.post(path, files=[file], headers={"x-forwarded-for": "10.0.0.1"}).status_code == 400
    assert client.post(path, files=[(file[0], ("a.docx", b"x" * 1_100_000))]).status_code == 413
    assert client.post(path, content=b"{}", headers={"content-type": "application/json"}).status_code == 415


@pytest.mark.parametrize(
    ("path", "files", "says"),
    [
        ("/api/v1/audit", [REPORT], "inget svar kom med"),
        ("/api/v1/audit", [REPORT, REPORT, ANSWER], "flera rapporter kom med"),
        ("/api/v1/coverage", [("annat", ("a.docx", b"x"))], "ingen fil kom med"),
    ],
)
def test_too_little_or_too_much_is_said_with_its_remedy(
    client: TestClient, path: str, files: list[tuple[str, tuple[str, bytes]]], says: str
) -> None:
    answer = client.post(path, files=files)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(says)


def test_an_error_that_nobody_foresaw_tells_nothing_of_the_files(client: TestClient) -> None:
    answer = client.post("/api/v1/audit", files=[("responses", ("a.docx", b"fel"))])
    assert answer.status_code == 500
    assert "hemligt" not in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_obey_their_policy_and_stand_in_the_menu(client: TestClient, path: str) -> None:
    html = client.get(path, headers=PAGE).text
    assert "<script" not in html
    assert "<style" not in html
    assert " style=" not in html
    assert f'href="{path}" aria-current="page"' in html
    assert 'enctype="multipart/form-data"' in html
    assert f'href="{path}"' in client.get("/?sprak=en" if "en" in path.partition("?")[2] else "/").text


@pytest.mark.parametrize(("path", "file"), [door for door in DOORS if not door[0].startswith("/api/")])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages_give_the_matrix_in_the_language_asked_for(
    client: TestClient, path: str, file: tuple[str, tuple[str, bytes]], language: str
) -> None:
    html = client.post(path, files=[file], data={"sprak": language}, headers=PAGE).text
    assert f'<html lang="{language}">' in html
    assert '<table class="grid-words' in html
    assert "<style" not in html
    assert 'href="/static/style.css"' in html


def test_the_doors_are_described(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    for path, required in (("/api/v1/audit", ["responses"]), ("/api/v1/coverage", ["files"])):
        operation = described["paths"][path]["post"]
        form = operation["requestBody"]["content"]["multipart/form-data"]["schema"]
        assert form["required"] == required
        assert set(operation["responses"]) >= {"200", "400", "413", "422"}
    assert {"AuditShape", "CoverageShape", "NothingReadShape"} <= set(described["components"]["schemas"])


RAPPORT = """# Granskning av bidrag

Vi rekommenderar styrelsen att:

1. upprätta en rutin för kontroll av bidrag
2. utbilda handläggarna om bidragsbrott
"""
SVAR = """# Svar på granskning av bidrag

Styrelsen 2026-01-15

## Upprätta en rutin för kontroll av bidrag

Styrelsen kommer att besluta en rutin för kontroll av bidrag senast den 30 juni 2026. Ekonomichefen ansvarar.
"""


def test_the_service_and_the_command_say_the_same_of_real_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Byte for byte, from the same files, with the engine that users get."""
    (tmp_path / "rapport.md").write_text(RAPPORT, encoding="utf-8")
    (tmp_path / "svar.md").write_text(SVAR, encoding="utf-8")
    assert (
        run(["audit", str(tmp_path / "rapport.md"), "--response", str(tmp_path / "svar.md"), "--format", "json"]) == 0
    )
    said = capsys.readouterr().out
    with TestClient(make_app(), base_url=OWN) as client:
        files = [("report", ("rapport.md", RAPPORT.encode())), ("responses", ("svar.md", SVAR.encode()))]
        answer = client.post("/api/v1/audit", files=files)
        page = client.post("/revision", files=files, headers=PAGE)
        covered = client.post("/api/v1/coverage", files=[("files", ("svar.md", SVAR.encode()))])
    assert answer.text == said
    AuditShape.model_validate_json(said)
    assert "upprätta en rutin" in page.text
    assert run(["coverage", str(tmp_path / "svar.md"), "--format", "json"]) == 0
    assert covered.text == capsys.readouterr().out
    CoverageShape.model_validate_json(covered.text)
    assert json.loads(said)["recommendations"]


@pytest.mark.parametrize("form", ["html", "ics", "xlsx"])
def test_the_commands_write_every_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setattr(auditing, "audit", follow)
    monkeypatch.setattr(covering, "cover", cover)
    given = tmp_path / "svar.md"
    given.write_text(SVAR, encoding="utf-8")
    out = tmp_path / f"ut.{form}"
    assert run(["audit", "--response", str(given), "--format", form, "--output", str(out)]) == 0
    assert out.read_bytes()[:4] == {"html": b"<!do", "ics": b"BEGI", "xlsx": b"PK\x03\x04"}[form]
    if form != "ics":
        assert run(["coverage", str(given), "--format", form, "--output", str(out)]) == 0


@pytest.mark.parametrize("command", [["audit", "--response"], ["coverage"]])
def test_a_workbook_needs_a_file(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tmp_path / "svar.md"
    given.write_text(SVAR, encoding="utf-8")
    assert run([*command, str(given), "--format", "xlsx"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "klausul: --format xlsx är ingen text; ange en fil med --output\n"


def test_a_page_by_the_command_names_what_could_not_be_read_in_the_language_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [tmp_path / "svar.md", tmp_path / "tom.md"]
    for each in given:
        each.write_text("svar", encoding="utf-8")
    monkeypatch.setattr(auditing, "audit", lambda *_, **__: (audit(), [Refused("tom.md", "filen är tom; välj")]))
    monkeypatch.setattr(covering, "cover", lambda *_, **__: (coverage(), [Refused("tom.md", "filen är tom; välj")]))
    for command in (["audit", "--response"], ["coverage"]):
        assert run([*command, str(given[0]), "--format", "html", "--language", "en"]) == 2
        told = capsys.readouterr()
        assert "Could not be read: tom.md." in told.out
        assert told.err == "klausul: tom.md: filen är tom; välj\n"
        assert run([*command, str(given[0]), "--language", "fr"]) == 2
        assert capsys.readouterr().err == "klausul: --language fr finns inte; välj sv eller en\n"


def test_the_day_of_the_check_is_in_the_object() -> None:
    assert json.loads(audit_json.written(replace(audit(), checked=CHECKED)))["checked"] == "2026-11-20"

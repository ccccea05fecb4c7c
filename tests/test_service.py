"""The local service: its pages and API, and that nobody but this computer's own pages and programs gets in."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from handmade import report

from api import uploads
from api.app import make_app
from api.commands.serve import is_loopback
from api.reports import json as report_json
from api.routes import work
from api.trouble import Refused
from checks.finding import ContractReport

OWN = "http://127.0.0.1:8000"
FILE = ("files", ("avtal.pdf", b"bra", "application/pdf"))
PAGE = {"accept": "text/html"}


def check(
    source: bytes, name: str, password: str | None = None, *, boxes: bool = False
) -> list[ContractReport | Refused]:
    if source == b"tom":
        return [Refused(name, "filen är tom; kontrollera att rätt fil valdes")]
    if source == b"fel":
        raise ZeroDivisionError("hemligt ur avtalet")
    return [report(name)]


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(work, "check", check)
    with TestClient(make_app(largest_request=1_000_000), base_url=OWN, raise_server_exceptions=False) as client:
        yield client


def test_one_file_gives_the_commands_own_object(client: TestClient) -> None:
    answer = client.post("/api/v1/check", files=[FILE])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.text == report_json.line(report("avtal.pdf"))


def test_several_files_give_a_line_each_in_order(client: TestClient) -> None:
    answer = client.post("/api/v1/check", files=[FILE, ("files", ("b.pdf", b"tom")), ("files", ("c.pdf", b"bra"))])
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert [line["document"]["name"] for line in lines] == ["avtal.pdf", "b.pdf", "c.pdf"]
    assert ["error" in line for line in lines] == [False, True, False]


def test_one_unreadable_file_is_422_with_its_remedy(client: TestClient) -> None:
    answer = client.post("/api/v1/check", files=[("files", ("b.pdf", b"tom"))])
    assert answer.status_code == 422
    assert answer.json()["error"] == "filen är tom; kontrollera att rätt fil valdes"


def test_the_page_takes_one_file_and_several(client: TestClient) -> None:
    start = client.get("/", headers=PAGE)
    assert 'type="file" multiple' in start.text
    assert 'enctype="multipart/form-data"' in start.text
    one = client.post("/check", files=[FILE], headers=PAGE)
    assert "Avtal om &lt;b&gt;hemtjänst&lt;/b&gt;" in one.text
    several = client.post("/check", files=[FILE, ("files", ("b.pdf", b"tom"))], data={"sprak": "en"}, headers=PAGE)
    assert "Check of 2 files" in several.text
    assert "filen är tom; kontrollera att rätt fil valdes" in several.text


@pytest.mark.parametrize("path", ["/", "/?sprak=en", "/bibliotek", "/bibliotek?sprak=en", "/bibliotek/penalty", "/nix"])
def test_pages_obey_their_policy(client: TestClient, path: str) -> None:
    """No script, no inline style: the policy forbids both, and a browser would show the page bare."""
    html = client.get(path, headers=PAGE).text
    assert "<script" not in html
    assert "<style" not in html
    assert not re.search(r"\sstyle=", html)
    assert 'href="/static/style.css"' in html


def test_every_requirement_has_its_page(client: TestClient) -> None:
    links = re.findall(r'href="(/bibliotek/[^"?]+)', client.get("/bibliotek").text)
    assert len(links) == 22
    assert all(client.get(link).status_code == 200 for link in links)


@pytest.mark.parametrize("path", ["/", "/health", "/static/style.css", "/api/v1/openapi.json", "/nix"])
def test_every_answer_carries_its_rules(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == ("max-age=3600" if path.startswith("/static/") else "no-store")


def test_the_api_is_described_by_klausul_itself(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    operation = described["paths"]["/api/v1/check"]["post"]
    assert "files" in operation["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
    assert "ReportShape" in described["components"]["schemas"]
    assert client.get("/docs").status_code == 404
    assert client.get("/health").json()["requirements"] == 22


HOSTS = [
    ("localhost", 200),
    ("localhost:8000", 200),
    ("LOCALHOST:1", 200),
    ("127.0.0.1", 200),
    ("127.0.0.1:9", 200),
    ("[::1]", 200),
    ("[::1]:8000", 200),
    ("klausul.example", 421),
    ("127.0.0.1.nip.io", 421),
    ("localhost.evil.example:8000", 421),
    ("evil.example#localhost", 421),
    ("localhost@evil.example", 421),
    ("127.0.0.1:8000,evil.example", 421),
    ("[::1", 421),
    ("0.0.0.0", 421),
    ("127.1", 421),
    ("", 421),
]


@pytest.mark.parametrize(("host", "status"), HOSTS, ids=[host or "none" for host, _ in HOSTS])
def test_only_own_names_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/health", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    "header", ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"]
)
def test_what_a_proxy_passed_on_is_refused(client: TestClient, header: str) -> None:
    assert client.get("/health", headers={header: "1.2.3.4"}).status_code == 400


WRITES = [
    ({}, 200),
    ({"origin": OWN}, 200),
    ({"origin": OWN, "sec-fetch-site": "same-origin"}, 200),
    ({"sec-fetch-site": "none"}, 200),
    ({"origin": "null"}, 403),
    ({"origin": "http://evil.example"}, 403),
    ({"origin": "http://localhost:8000"}, 403),
    ({"origin": "https://127.0.0.1:8000"}, 403),
    ({"origin": "http://127.0.0.1:9000"}, 403),
    ({"origin": ""}, 403),
    ({"sec-fetch-site": "cross-site"}, 403),
    ({"sec-fetch-site": "same-site"}, 403),
]


@pytest.mark.parametrize(("headers", "status"), WRITES, ids=[str(headers) for headers, _ in WRITES])
@pytest.mark.parametrize("path", ["/check", "/api/v1/check"])
def test_writes_come_from_here(client: TestClient, path: str, headers: dict[str, str], status: int) -> None:
    assert client.post(path, files=[FILE], headers=headers).status_code == status


def test_a_request_over_the_limit_is_refused_by_its_length_and_while_it_comes(client: TestClient) -> None:
    large = [("files", ("stor.pdf", b"x" * 1_100_000))]
    assert client.post("/api/v1/check", files=large).status_code == 413

    def stream() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n'
        for _ in range(20):
            yield b"x" * 100_000
        yield b"\r\n--x--\r\n"

    unknown = client.post(
        "/api/v1/check", content=stream(), headers={"content-type": "multipart/form-data; boundary=x"}
    )
    assert unknown.status_code == 413
    assert "större än" in unknown.json()["error"]
    lying = client.post("/check", content=b"x", headers={"content-length": "9" * 30, **PAGE})
    assert lying.status_code == 413


def test_a_file_over_the_limit_is_a_row_and_the_others_are_done(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST_FILE", 10)
    answer = client.post("/api/v1/check", files=[FILE, ("files", ("stor.pdf", b"x" * 11))])
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert "error" not in lines[0]
    assert "filen är större än" in lines[1]["error"]


BAD = [
    ({"content": b"x", "headers": {"content-type": "application/json"}}, 415),
    ({"data": {"files": "text"}, "files": [("annat", ("a.pdf", b"x"))]}, 400),
    ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 400),
    ({"content": b"--x\r\nskr\xe4p", "headers": {"content-type": "multipart/form-data; boundary=x"}}, 400),
    ({"files": [("files", ("a.pdf", b"x"))] * 101}, 400),
]


@pytest.mark.parametrize(
    ("request_", "status"), BAD, ids=["json", "other field", "no boundary", "garbage", "101 files"]
)
def test_a_bad_form_is_one_sentence(client: TestClient, request_: dict[str, object], status: int) -> None:
    answer = client.post("/api/v1/check", **request_)
    assert answer.status_code == status
    assert set(answer.json()) == {"version", "error"}
    page = client.post("/check", **{**request_, "headers": {**request_.get("headers", {}), **PAGE}})
    assert page.status_code == status
    assert 'role="alert"' in page.text


def test_an_unforeseen_error_tells_nothing_of_the_contract(client: TestClient) -> None:
    answer = client.post("/api/v1/check", files=[("files", ("a.pdf", b"fel"))])
    assert answer.status_code == 500
    assert "hemligt" not in answer.text
    assert "no-store" in answer.headers["cache-control"]


def test_nothing_is_kept_and_no_name_is_logged(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    client.post("/check", files=[("files", ("hemlig-anna.pdf", b"x" * 900_000))])
    client.post("/api/v1/check", files=[("files", ("hemlig-anna.pdf", b"fel"))])
    assert list(tmp_path.iterdir()) == []
    assert not [record for record in caplog.records if record.name != "httpx" and "hemlig" in record.getMessage()]


@pytest.mark.parametrize(
    ("sent", "name"),
    [("avtal.pdf", "avtal.pdf"), ("C:\\Mina\\avtal.pdf", "avtal.pdf"), ("../../etc/avtal", "avtal"), ("", "avtal")],
)
def test_a_files_name_is_its_own_without_folders(sent: str, name: str) -> None:
    assert uploads.own_name(sent) == name


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False), ("example", False)],
)
def test_loopback(host: str, own: bool) -> None:
    assert is_loopback(host) is own

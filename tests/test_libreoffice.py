"""LibreOffice as a helper: how it is called, what it may not do, and what is said where it is not installed."""

import http.server
import threading
import xml.etree.ElementTree as ET
from pathlib import Path

import psutil
import pytest

from ingest import libreoffice
from ingest.errors import BrokenFile, TooLarge, UnknownFormat
from ingest.formats import doc, ppt, xls

SAMPLE = Path(__file__).parent / "samples" / "contract.doc"
CALL = ("doc", "docx", "DOC-filer", "spara om den")
HERE = libreoffice.program() is not None


@pytest.mark.parametrize("reader", [doc, ppt, xls])
def test_without_libreoffice_the_user_is_told_what_to_install(reader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(UnknownFormat, match=r"installera LibreOffice .*libreoffice-writer.* eller öppna filen i"):
        reader.drafts(b"x")


def test_the_call_names_its_own_profile_and_asks_for_no_window(tmp_path: Path) -> None:
    call = libreoffice.command("/usr/bin/soffice", tmp_path, "docx", [tmp_path / "0.doc", tmp_path / "1.doc"])
    own = call[call.index("/usr/bin/soffice") :]
    assert own[1] == f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    assert {"--headless", "--norestore", "--convert-to"} <= set(own)
    assert own[-2:] == [str(tmp_path / "0.doc"), str(tmp_path / "1.doc")]


def test_the_profile_forbids_macros_links_and_the_network(tmp_path: Path) -> None:
    libreoffice._write_profile(tmp_path)
    root = ET.parse(tmp_path / "user" / "registrymodifications.xcu").getroot()
    name = "{http://openoffice.org/2001/registry}name"
    told = {item[0].get(name): item[0][0].text for item in root}
    assert (told["MacroSecurityLevel"], told["DisableMacrosExecution"], told["BlockUntrustedRefererLinks"]) == (
        "3",
        "true",
        "true",
    )
    assert (told["AutoCheckEnabled"], told["ooInetHTTPProxyPort"]) == ("false", "9")


def script(folder: Path, lines: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)
    return str(path)


def test_a_call_that_takes_too_long_leaves_no_process_and_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = script(tmp_path, "sleep 600 &\nsleep 600")
    monkeypatch.setattr(libreoffice, "program", lambda: slow)
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    monkeypatch.setattr(libreoffice.tempfile, "tempdir", str(tmp_path))
    with pytest.raises(TooLarge, match="blev inte färdig"):
        libreoffice.converted(b"x", *CALL)
    assert not [each for each in psutil.Process().children(recursive=True) if "sleep" in each.name()]
    assert [each.name for each in tmp_path.iterdir()] == ["soffice"]


def test_each_file_of_a_batch_has_its_own_result(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy = script(
        tmp_path, 'for last; do :; done; out=$(dirname "$last")/out; cp "$(dirname "$last")/1.doc" "$out/1.docx"'
    )
    monkeypatch.setattr(libreoffice, "program", lambda: copy)
    assert libreoffice.batch([b"a", b"b", b"c"], *CALL) == [None, b"b", None]
    with pytest.raises(BrokenFile):
        libreoffice.converted(b"a", *CALL)


if HERE:  # what only the program itself can show

    def test_files_are_converted_in_one_call() -> None:
        found = libreoffice.batch([SAMPLE.read_bytes(), SAMPLE.read_bytes()], *CALL)
        assert [each is not None and each.startswith(b"PK") for each in found] == [True, True]

    def test_no_address_in_a_file_is_asked() -> None:
        """Without what the profile and the call forbid, LibreOffice asks for this picture three times."""
        asked: list[str] = []

        class Canary(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(404)

            do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Canary)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = f'<html><body><img src="http://127.0.0.1:{server.server_port}/a.png"><p>x</p></body></html>'
        try:
            found = libreoffice.batch([page.encode()], "html", "odt", *CALL[2:])
        finally:
            server.shutdown()
        assert found[0] is not None
        assert not asked

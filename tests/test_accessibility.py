"""The pages in a real browser: no violations by axe, nothing scrolls sideways, and the form works without script."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from handmade import report
from playwright.sync_api import Browser, sync_playwright

from api.app import make_app
from api.reports.html import page
from api.routes import work
from api.trouble import Refused
from checks.finding import ContractReport, Status
from clauses import load

SIZES = (320, 390, 1024, 1440)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        pytest.fail("these tests need a browser: install Debian's package chromium, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        # Chromium's sandbox needs rights that containers lack; the pages here are klausul's own.
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    """The service on a free port, giving the report made by hand for every file."""

    def check(
        source: bytes, name: str, password: str | None = None, *, boxes: bool = False
    ) -> list[ContractReport | Refused]:
        return [Refused(name, "filen är tom; välj en annan") if source == b"tom" else report(name)]

    patch = pytest.MonkeyPatch()
    patch.setattr(work, "check", check)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://localhost:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    patch.undo()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of report files: one contract, several with one refused, all well, and English."""
    folder = tmp_path_factory.mktemp("reports")
    long = "avtal_om_" + "mycket_" * 20 + "långt_namn.pdf"
    outcomes: dict[str, tuple[list[ContractReport | Refused], str]] = {
        "one": ([report()], "sv"),
        "several": (
            [report(long), report("b.docx", (Status.MET,)), Refused("c.pdf", "filen är tom; välj en annan")],
            "sv",
        ),
        "well": ([report(statuses=(Status.MET,), title=None)], "sv"),
        "english": ([report()], "en"),
    }
    for name, (found, language) in outcomes.items():
        (folder / f"{name}.html").write_text(page(found, load(), language), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in outcomes}


def violations(browser: Browser, address: str, width: int, scheme: str) -> list[str]:
    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    try:
        tab.goto(address)
        if tab.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            return [f"scrolls sideways at {width} px"]
        found = Axe().run(tab).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
    finally:
        tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["one", "several", "well", "english"])
def test_reports_have_no_violations(browser: Browser, reports: dict[str, str], name: str, scheme: str) -> None:
    for width in SIZES if name == "one" else (390, 1440):
        assert violations(browser, reports[name], width, scheme) == []


@pytest.mark.parametrize("path", ["/", "/?sprak=en", "/bibliotek", "/bibliotek/penalty?sprak=en", "/nix"])
def test_the_services_pages_have_no_violations(browser: Browser, service: str, path: str) -> None:
    for width in (320, 1440):
        assert violations(browser, service + path, width, "light") == []


def test_the_form_works_without_script_and_the_policy_lets_the_style_in(
    browser: Browser, service: str, tmp_path: Path
) -> None:
    """With Referrer-Policy no-referrer browsers sent Origin: null from klausul's own form, which the gate refuses."""
    files = [tmp_path / "avtal.md", tmp_path / "tom.md"]
    files[0].write_text("bra")
    files[1].write_text("tom")
    tab = browser.new_context(java_script_enabled=False).new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(service)
    tab.set_input_files("#filer", [str(file) for file in files])
    tab.click("button[type=submit]")
    assert tab.url == f"{service}/check"
    assert tab.locator("h1").inner_text() == "Kontroll av 2 filer"
    assert tab.locator("tbody tr").count() == 2
    assert complaints == []


def test_print_shows_what_is_folded_on_the_screen(browser: Browser, reports: dict[str, str]) -> None:
    tab = browser.new_page()
    tab.goto(reports["well"])
    tab.emulate_media(media="print")
    assert (
        tab.evaluate("getComputedStyle(document.querySelector('details'), '::details-content').contentVisibility")
        == "visible"
    )
    assert not tab.locator("header.top").is_visible()
    assert len(tab.pdf(prefer_css_page_size=True)) > 10_000

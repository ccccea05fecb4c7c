"""The pages on sets of documents in a real browser: no violations by axe, no sideways scroll, no script needed."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from handmade_sets import audit, coverage, covered, nothing, well
from playwright.sync_api import Browser
from test_accessibility import SIZES, browser, violations
from test_set_service import cover, follow

from api import auditing, covering
from api.app import make_app
from api.reports import audit_html, coverage_html
from api.trouble import Refused

__all__ = ["browser"]
REFUSED = [Refused("c.pdf", "filen är tom; välj en annan")]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of report files: both kinds, all well, nothing found, and English."""
    folder = tmp_path_factory.mktemp("sets")
    pages = {
        "audit": audit_html.page(audit(), refused=REFUSED),
        "audit-english": audit_html.page(audit(), "en"),
        "audit-well": audit_html.page(well()),
        "audit-nothing": audit_html.page(nothing()),
        "coverage": coverage_html.page(coverage(), refused=REFUSED),
        "coverage-english": coverage_html.page(coverage(), "en"),
        "coverage-well": coverage_html.page(covered()),
    }
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in pages}


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    """The service on a free port, with the reports made by hand."""
    patch = pytest.MonkeyPatch()
    patch.setattr(auditing, "audit", follow)
    patch.setattr(covering, "cover", cover)
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


@pytest.mark.parametrize(
    "name",
    ["audit", "audit-english", "audit-well", "audit-nothing", "coverage", "coverage-english", "coverage-well"],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_reports_have_no_violations(browser: Browser, reports: dict[str, str], name: str, scheme: str) -> None:
    main = name in ("audit", "coverage")
    for width in SIZES if main and scheme == "light" else (320, 1440) if main else (1440,):
        assert violations(browser, reports[name], width, scheme) == []


@pytest.mark.parametrize("path", ["/revision", "/revision?sprak=en", "/riktlinjer", "/riktlinjer?sprak=en"])
def test_the_pages_for_files_have_no_violations(browser: Browser, service: str, path: str) -> None:
    for width in (320, 1440):
        assert violations(browser, service + path, width, "light") == []


@pytest.mark.parametrize(
    ("path", "field", "head", "saved"),
    [
        ("/revision", "#svar", "Granskning av <b>bidrag</b>", ["uppfoljning.xlsx", "uppfoljning.ics"]),
        ("/riktlinjer", "#filer", "Riktlinjer mot välfärdsbrottslighet", ["riktlinjer.xlsx"]),
    ],
)
def test_files_are_left_the_matrix_opens_and_is_saved_without_script(
    browser: Browser, service: str, tmp_path: Path, path: str, field: str, head: str, saved: list[str]
) -> None:
    given = tmp_path / "svar.md"
    given.write_text("svar")
    tab = browser.new_context(java_script_enabled=False, accept_downloads=True).new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(service + path)
    tab.set_input_files(field, str(given))
    tab.click("button[type=submit]")
    assert tab.locator("h1").inner_text() == head
    for name, link in zip(saved, tab.locator("a[download]").all(), strict=True):
        with tab.expect_download() as download:
            link.click()
        assert download.value.suggested_filename == name
        assert Path(download.value.path()).stat().st_size > 500
    tab.locator("table.grid-words tbody td a").first.click()
    anchor = tab.url.partition("#")[2]
    assert tab.locator(f"#{anchor}").is_visible()
    assert complaints == []


@pytest.mark.parametrize("name", ["audit", "coverage"])
def test_print_shows_all_and_no_buttons(browser: Browser, reports: dict[str, str], name: str) -> None:
    tab = browser.new_page()
    tab.goto(reports[name])
    tab.emulate_media(media="print")
    assert not tab.locator("header.top").is_visible()
    assert not tab.locator(".btns").first.is_visible()
    assert tab.locator("table.grid-words").is_visible()
    assert len(tab.pdf(prefer_css_page_size=True)) > 10_000

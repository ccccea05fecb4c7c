"""The account of a reading, in words: pages, parts that were not read, missing appendices, pending changes."""

from __future__ import annotations

from api.printable import one_line
from api.tongue import Tongue
from checks.bundle import BundleReport
from checks.finding import ContractReport
from ingest.document import Document, Ledger

SWEDISH = Tongue("sv")
_SHOWN = 12


def read_line(document: Document, tongue: Tongue = SWEDISH) -> str:
    """How much of the file was read, in a few words: "24 av 24 sidor" or "hela filen"."""
    ledger, pages = document.ledger, document.pages
    if document.format == "bundle":
        return tongue("alla filer") if ledger.complete else tongue("delar av filerna")
    if pages:
        read = sum(page.source != "unread" for page in pages)
        return tongue("{read} av {all} sidor", read=read, all=len(pages))
    return tongue("hela filen") if ledger.complete else tongue("delar av filen")


def account(document: Document, tongue: Tongue = SWEDISH) -> list[tuple[str, str]]:
    """The ledger as (what, value), as a reader asks: what was read, what was not, what to know besides."""
    ledger = document.ledger
    rows = [(tongue("Läst"), read_line(document, tongue))]
    if ledger.unread:
        rows.append((tongue("Inte läst"), _some(ledger.unread)))
    elif not ledger.complete:
        rows.append((tongue("Inte läst"), tongue("delar av filen")))
    if ledger.ocr_pages and document.format != "bundle":
        rows.append((tongue("Texttolkat"), _some(tuple(f"{tongue('sida')} {page}" for page in ledger.ocr_pages))))
    if ledger.uncertain_pages:
        unsure = tuple(f"{tongue('sida')} {page}" for page in ledger.uncertain_pages)
        rows.append((tongue("För osäkert läst"), _some(unsure)))
    pages = () if document.format == "bundle" else document.pages  # of several files the numbers would mean nothing
    empty = tuple(f"{tongue('sida')} {page.number}" for page in pages if page.source == "empty")
    if empty:
        rows.append((tongue("Tomma sidor"), _some(empty)))
    if ledger.missing_appendices:
        rows.append((tongue("Bilagor som inte är med"), _some(ledger.missing_appendices)))
    rows.append((tongue("Ändringar"), _changes(ledger, tongue)))
    if ledger.comments:
        rows.append((tongue("Kommentarer"), tongue("{count} som inte räknas som avtalstext", count=ledger.comments)))
    return rows


def files(report: ContractReport, tongue: Tongue = SWEDISH) -> list[tuple[str, str]]:
    """The files of a bundle, in the order in which they are read as one contract, each with its part in it."""
    if not isinstance(report, BundleReport):
        return []
    return [(file.document.name, file.label or tongue(_ROLES[file.role])) for file in report.files]


_ROLES = {
    "main": "huvudavtal",
    "special": "särskilda villkor",
    "appendix": "bilaga",
    "general": "allmänna villkor",
    "offer": "anbud",
    "other": "övrig handling",
    "amendment": "tilläggsavtal",
}


def unread(document: Document, tongue: Tongue = SWEDISH) -> list[str]:
    """What was not read, or left out, in words with the reason: for reports that have no room for every part."""
    return [
        f"{name}: {fate}" + (f" ({why})" if why else "")
        for name, fate, why in parts(document, tongue)
        if fate != tongue("läst")
    ]


def parts(document: Document, tongue: Tongue = SWEDISH) -> list[tuple[str, str, str]]:
    """Each part of the file that is not a page: its name, what became of it, and why."""
    fates = {"read": tongue("läst"), "unread": tongue("inte läst"), "left-out": tongue("utelämnat")}
    return [(part.name, fates.get(part.fate, part.fate), part.why) for part in document.ledger.parts]


def ledger_lines(document: Document) -> list[str]:
    """The whole account as plain lines, for `klausul text --ledger`."""
    lines = [f"{what}: {one_line(value)}" for what, value in account(document)]
    for name, fate, why in parts(document):
        lines.append(f"- {one_line(name)}: {fate}" + (f" ({one_line(why)})" if why else ""))
    return lines


def _changes(ledger: Ledger, tongue: Tongue) -> str:
    if ledger.pending_changes:
        return tongue("{count} väntar på godkännande; texten läses som om de godkänts", count=ledger.pending_changes)
    return tongue("inga som väntar på godkännande")


def _some(items: tuple[str, ...]) -> str:
    shown = ", ".join(items[:_SHOWN])
    return f"{shown} …" if len(items) > _SHOWN else shown


def ledger_shape(ledger: Ledger) -> dict[str, object]:
    """The account of one document of a set, as plain data: what the JSON of audits and of guidelines says of it."""
    return {
        "complete": ledger.complete,
        "unread": list(ledger.unread),
        "ocr_pages": list(ledger.ocr_pages),
        "pending_changes": ledger.pending_changes,
        "missing_appendices": list(ledger.missing_appendices),
    }

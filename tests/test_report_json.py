"""The JSON report keeps the shape that other programs rely on, one object a line, with quotes verbatim."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from handmade import AGAINST, TEXT, document, report

from api.reports import json as report_json
from api.trouble import Refused
from checks.finding import ContractReport, Status
from clauses import load

KEYS = {
    "": {"version", "document", "ledger", "requirements"},
    "document": {"name", "sha256", "kind", "language", "pages", "template", "facts"},
    "facts": {"title", "reference", "parties", "start", "end"},
    "ledger": {
        "complete", "unread", "ocr_pages", "ocr_confidence", "uncertain_pages", "pending_changes",
        "missing_appendices", "parts",
    },
    "requirement": {
        "id", "status", "confidence", "applies", "please_read", "pending", "conflict", "because", "facets", "evidence",
        "nearest",
    },
    "evidence": {"file", "quote", "section", "heading", "page", "start", "end", "boxes", "stance"},
    "nearest": {"quote", "section", "page", "start", "end", "lacks"},
}  # fmt: skip


def parsed(found: ContractReport | None = None) -> dict[str, object]:
    line = report_json.line(found or report())
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    return json.loads(line)


def test_the_promised_keys_are_there() -> None:
    whole = parsed()
    assert set(whole) >= KEYS[""]
    assert whole["version"] == 1
    assert set(whole["document"]) >= KEYS["document"]
    assert set(whole["document"]["facts"]) >= KEYS["facts"]
    assert set(whole["ledger"]) >= KEYS["ledger"]
    requirements = whole["requirements"]
    assert [one["id"] for one in requirements] == [one.id for one in load().requirements]
    for one in requirements:
        assert set(one) >= KEYS["requirement"]
        assert all(set(evidence) >= KEYS["evidence"] for evidence in one["evidence"])
        assert all(set(near) >= KEYS["nearest"] for near in one["nearest"])
        assert all({"met", "evidence"} <= set(facet) for facet in one["facets"].values())


def test_every_quote_is_the_slice_that_its_offsets_name_and_every_index_points_at_evidence() -> None:
    for one in parsed()["requirements"]:
        for passage in [*one["evidence"], *one["nearest"]]:
            assert passage["quote"] == TEXT[passage["start"] : passage["end"]]
        for facet in one["facets"].values():
            assert all(index < len(one["evidence"]) for index in facet["evidence"])


def test_values() -> None:
    whole = parsed()
    assert whole["document"]["pages"] == 2
    assert whole["document"]["facts"]["start"] == "2026-01-01"
    assert whole["document"]["facts"]["parties"][0]["orgnr"] == "232100-0131"
    contradicted = next(one for one in whole["requirements"] if one["status"] == "contradicted")
    evidence = contradicted["evidence"][0]
    assert (evidence["stance"], evidence["quote"], evidence["section"]) == ("against", AGAINST, "7.4")
    assert evidence["boxes"] == [{"page": 1, "x0": 70.12, "y0": 120.2, "x1": 520.0, "y1": 148.9}]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x7f", "\n", "\x00", "\U0001f600"])
def test_no_sign_of_the_text_breaks_the_line_or_shifts_an_offset(sign: str) -> None:
    """A program that splits lines as Unicode says took U+2028 within a quote for the end of the object."""
    found = report(statuses=(Status.CONTRADICTED,))
    odd = TEXT.replace("\x07", sign)
    whole = parsed(replace(found, document=replace(document(), text=odd)))
    evidence = whole["requirements"][0]["evidence"][0]
    assert evidence["quote"] == odd[evidence["start"] : evidence["end"]]
    assert sign in evidence["quote"]


def test_a_refusal_is_a_line_too() -> None:
    assert json.loads(report_json.line(Refused("a.pdf", "filen är tom; välj en annan"))) == {
        "version": 1,
        "document": {"name": "a.pdf"},
        "error": "filen är tom; välj en annan",
    }

"""What a response says itself of which recommendation comes next: each form with the traps beside it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.audit import titles
from checks.audit.anchors import asking
from checks.audit.pieces import Piece, pieces
from checks.audit.walking import Walk, walk
from ingest import read
from ingest.document import Document
from tests.audits import document

FOLDER = Path(__file__).parent / "audit_structure"
ASKED = (
    "Upprätta en rutin för kontroll av löneutbetalningar före utbetalning",
    "Begränsa behörigheterna i lönesystemet så att ingen ensam kan registrera och attestera",
    "Säkerställa att bisysslor anmäls och prövas årligen",
    "Ta fram en kontinuitetsplan för längre avbrott i lönesystemet",
    "Utbilda chefer i kollektivavtalens regler om övertid",
    "Återkräva felaktigt utbetald lön skyndsamt och följa upp löneskulder",
)
LABELS = {
    "numbers": ("1.", "2.", "3.", "4.", "5.", "6."),
    "R": ("R1", "R2", "R3", "R4", "R5", "R6"),
    "letters": ("a)", "b)", "c)", "d)", "e)", "f)"),
    "bullets": ("", "", "", "", "", ""),
}


def _forms() -> list[Any]:
    return [
        pytest.param(form, id=f"{path.stem}: {form['name']}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for form in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _walked(form: dict[str, Any]) -> tuple[Document, list[Piece], Walk]:
    response = document(form["text"], form.get("file", "svar.md"))
    cut = pieces(response)
    known = asking(LABELS[form.get("labels", "numbers")], ASKED, [""] * len(ASKED), [piece.text for piece in cut])
    return response, cut, walk(response, cut, known, {piece: titles.verbal(piece.text) for piece in cut})


def _with(words: str, cut: list[Piece]) -> Piece:
    found = [piece for piece in cut if words in piece.text]
    assert found, words
    return found[0]


@pytest.mark.parametrize("form", _forms())
def test_what_the_response_says_itself_is_used_and_nothing_else(form: dict[str, Any]) -> None:
    _, cut, walked = _walked(form)
    named = {piece: {place + 1 for place, kept in walked.aligned.pieces.items() if piece in kept} for piece in cut}
    still = {piece: each for each in walked.open for piece in each.pieces}
    for number, sayings in form.get("given", {}).items():
        for words in sayings:
            assert named[_with(words, cut)] == {number}, words
    if form.get("given") == {}:
        assert not any(named.values())
    for words in form.get("open", ()):
        assert _with(words, cut) in still, words
        assert not named[_with(words, cut)], words
    for words in form.get("aside", ()):
        assert all(piece not in still and not named[piece] for piece in cut if words in piece.text), words
    for number, sayings in form.get("not", {}).items():
        for words in sayings:
            assert number not in named[_with(words, cut)], words
    for words, among in form.get("among", {}).items():
        assert [place + 1 for place in still[_with(words, cut)].among] == among
    for words, column in form.get("columns", {}).items():
        assert str(_with(words, cut).column) == column


@pytest.mark.parametrize("form", _forms())
def test_pieces_are_slices_and_none_is_lost_or_counted_twice(form: dict[str, Any]) -> None:
    response, cut, walked = _walked(form)
    assert all(piece.text == response.quote(piece.span).strip() for piece in cut)
    assert len(set(cut)) == len(cut)
    still = [piece for each in walked.open for piece in each.pieces]
    settled = {piece for kept in walked.aligned.pieces.values() for piece in kept}
    assert not (set(still) & settled)
    assert not (set(walked.aligned.loose) & {*still, *settled})
    assert not any(piece.text.lower().startswith(("svar:", "nämndens svar:", "> ")) for piece in cut)


def test_a_cell_over_the_whole_breadth_of_a_table_is_a_title_of_the_rows_below_it() -> None:
    rows = (
        ("Rekommendation", "Åtgärd", "Ansvarig"),
        ("Begränsa behörigheterna i lönesystemet", "Kontona stängs.", "Systemförvaltaren"),
        ("", "Rollerna skiljs åt.", ""),
        ("Rekommendation 6: Löneskulder",),
        ("", "Skulderna krävs in.", "Ekonom"),
    )
    response = _in_word(rows, "Nämnden följer upp planen i delårsrapporten.")
    cut = pieces(response)
    known = asking(LABELS["numbers"], ASKED, [""] * len(ASKED), [piece.text for piece in cut])
    walked = walk(response, cut, known, {piece: titles.verbal(piece.text) for piece in cut})
    told = {place + 1: [piece.text for piece in kept] for place, kept in walked.aligned.pieces.items()}
    assert told == {
        2: ["Kontona stängs.", "Systemförvaltaren", "Rollerna skiljs åt."],
        6: ["Skulderna krävs in.", "Ekonom"],
    }
    assert [each.text for each in walked.open] == ["Nämnden följer upp planen i delårsrapporten."]


def _in_word(rows: Sequence[Sequence[str]], after: str) -> Document:
    """A Word file with a table, one cell in a row over its whole breadth, and a paragraph below it."""
    word = docx.Document()
    table = word.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
    word.add_paragraph(after)
    content = io.BytesIO()
    word.save(content)
    return read(content.getvalue(), name="svar.docx")


_LINES = (
    *ASKED[:3],
    f"> {ASKED[3]}",
    f"**{ASKED[4]}.** En kurs hålls.",
    "## Rekommendation 2",
    "### Svar",
    "Svar: Det är ordnat.",
    "**Svar:**",
    "Ansvarig: HR-chefen",
    "1. Utbildning",
    "c) Bisysslor",
    "Rekommendation 1–3",
    "Nämnden har stängt elva konton i lönesystemet. Rekommendation 4 är inte aktuell.",
    "- Bisysslor prövas – sedan 2025",
    "## Ekonomiska konsekvenser",
    "Åtgärderna ryms inom ram.",
    "## Bakgrund",
    "| Nr | Åtgärd | Klart |\n|---|---|---|\n| 1 | Rutinen är antagen. | Klart |\n| | Den gäller. | |",
    "| Rekommendation | R2 |\n|---|---|\n| Svar | Kontona är stängda. |\n| Ansvarig | Chefen |",
    "Beslutet skickas till",
    "Paragrafen är omedelbart justerad.",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_LINES), min_size=1, max_size=14), st.sampled_from(sorted(LABELS)))
def test_in_any_order_each_piece_is_a_slice_and_has_one_place(lines: list[str], labels: str) -> None:
    _, cut, walked = _walked({"text": "\n\n".join(lines), "labels": labels})
    response = walked.document
    still = [piece for each in walked.open for piece in each.pieces]
    settled = {piece for kept in walked.aligned.pieces.values() for piece in kept}
    assert all(piece.text == response.quote(piece.span) and piece.text.strip() for piece in cut)
    assert all(one.span.end <= other.span.start for one, other in pairwise(cut))
    assert len(still) == len(set(still))
    assert not (set(still) & settled)
    assert not (set(walked.aligned.loose) & {*still, *settled})
    assert all(each.among and set(each.among) <= set(range(len(ASKED))) for each in walked.open)
    gone = [piece for piece in cut if piece not in {*still, *settled, *walked.aligned.loose}]
    assert not [
        piece.text for piece in gone if "ordnat" in piece.text or "stängt" in piece.text or "hålls" in piece.text
    ]

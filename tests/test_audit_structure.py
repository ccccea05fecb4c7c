"""What a response says itself of which recommendation comes next: each form with the traps beside it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

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
    given = {piece: {place + 1 for place, kept in walked.aligned.pieces.items() if piece in kept} for piece in cut}
    still = {piece: each for each in walked.open for piece in each.pieces}
    for number, sayings in form.get("given", {}).items():
        for words in sayings:
            assert given[_with(words, cut)] == {number}, words
    if form.get("given") == {}:
        assert not any(given.values())
    for words in form.get("open", ()):
        assert _with(words, cut) in still, words
        assert not given[_with(words, cut)], words
    for words in form.get("aside", ()):
        assert all(piece not in still and not given[piece] for piece in cut if words in piece.text), words
    for number, sayings in form.get("not", {}).items():
        for words in sayings:
            assert number not in given[_with(words, cut)], words
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
    given = {piece for kept in walked.aligned.pieces.values() for piece in kept}
    assert not (set(still) & given)
    assert not (set(walked.aligned.loose) & {*still, *given})
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
    given = {place + 1: [piece.text for piece in kept] for place, kept in walked.aligned.pieces.items()}
    assert given == {
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

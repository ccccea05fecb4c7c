"""Tracked changes: the text with all accepted, the text with all rejected, and how many wait."""

import pytest
from word_files import WHO, cell, item, level, numbering, paragraph, row, run, styled, table, word_file

from ingest.formats.docx import drafts

IN, OUT = f'<w:ins w:id="1" {WHO}/>', f'<w:del w:id="1" {WHO}/>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" {WHO}>{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" {WHO}>{run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")}</w:del>'


def marked(content: str, mark: str) -> str:
    return paragraph(content, f"<w:rPr>{mark}</w:rPr>")


OLD_STYLE = f'<w:pPrChange w:id="3" {WHO}><w:pPr>{{}}</w:pPr></w:pPrChange>'
CASES: dict[str, tuple[str, list[str], list[str], int]] = {
    "words replaced": (
        paragraph(run("Vite med ") + deleted("500") + inserted("5 000") + run(" kr.")),
        ["Vite med 5 000 kr."],
        ["Vite med 500 kr."],
        2,
    ),
    "a paragraph inserted": (
        paragraph("Ett.") + marked(inserted("Två."), IN) + paragraph("Tre."),
        ["Ett.", "Två.", "Tre."],
        ["Ett.", "Tre."],
        1,
    ),
    "a paragraph deleted": (
        paragraph("Ett.") + marked(deleted("Två."), OUT) + paragraph("Tre."),
        ["Ett.", "Tre."],
        ["Ett.", "Två.", "Tre."],
        1,
    ),
    "a paragraph split": (marked("Vite ", IN) + paragraph("utgår."), ["Vite", "utgår."], ["Vite utgår."], 1),
    "two paragraphs joined": (marked("Vite ", OUT) + paragraph("utgår."), ["Vite utgår."], ["Vite", "utgår."], 1),
    "three paragraphs joined": (
        marked("Vite ", OUT) + marked("utgår ", OUT) + paragraph("inte."),
        ["Vite utgår inte."],
        ["Vite", "utgår", "inte."],
        2,
    ),
    "a paragraph joined to a table stays alone": (
        marked("Vite.", OUT) + table(row("a", "b"), row("c", "d")),
        ["Vite.", "a\tb", "c\td"],
        ["Vite.", "a\tb", "c\td"],
        1,
    ),
    "moved": (
        marked(f'<w:moveFrom w:id="1" {WHO}>{run("Vite.")}</w:moveFrom>', "<w:moveFrom/>")
        + paragraph("Mitten.")
        + marked(f'<w:moveTo w:id="1" {WHO}>{run("Vite.")}</w:moveTo>', "<w:moveTo/>"),
        ["Mitten.", "Vite."],
        ["Vite.", "Mitten."],
        1,
    ),
    "rows": (
        table(row("a", "b"), row("ny", "rad", properties=IN), row("gammal", "rad", properties=OUT)),
        ["a\tb", "ny\trad"],
        ["a\tb", "gammal\trad"],
        2,
    ),
    "a table's last row deleted leaves no table": (
        table(row("a", "b", properties=OUT)) + paragraph("Slut."),
        ["Slut."],
        ["a\tb", "Slut."],
        1,
    ),
    "cells": (
        table(row("a", cell("ny", f'<w:cellIns w:id="4" {WHO}/>')), row("b", "c")),
        ["a\tny", "b\tc"],
        ["a", "b\tc"],
        1,
    ),
    "hidden by a change of format": (
        paragraph(run("Vite.", f'<w:vanish/><w:rPrChange w:id="5" {WHO}><w:rPr/></w:rPrChange>') + run(" Ja.")),
        ["Ja."],
        ["Vite. Ja."],
        1,
    ),
    "style changed": (
        styled("Rubrik1", "Vite", OLD_STYLE.format('<w:pStyle w:val="Normal"/>')) + styled("Rubrik1", "Mer"),
        ["1 Vite", "2 Mer"],
        ["Vite", "1 Mer"],
        1,
    ),
    "number inserted": (
        paragraph("Vite", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="6" {WHO}/></w:numPr>'),
        ["1 Vite"],
        ["Vite"],
        1,
    ),
    "deleted items do not count": (
        item("Ett", 1)
        + paragraph(deleted("Två"), f'<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>{OUT}</w:rPr>')
        + item("Tre", 1),
        ["1 Ett", "2 Tre"],
        ["1 Ett", "2 Två", "3 Tre"],
        1,
    ),
    "inserted, then deleted": (
        paragraph(run("Kvar.") + f'<w:ins w:id="1" {WHO}>{deleted("Aldrig.")}</w:ins>'), ["Kvar."], ["Kvar."], 2,
    ),
    "inserted content control": (
        paragraph(run("A") + f'<w:ins w:id="1" {WHO}><w:sdt><w:sdtContent>{run("B")}</w:sdtContent></w:sdt></w:ins>'),
        ["AB"],
        ["A"],
        1,
    ),
    "inserted hyperlink text": (
        paragraph(f'<w:hyperlink>{inserted("länk")}{run("en")}</w:hyperlink>'), ["länken"], ["en"], 1,
    ),
    "field deleted": (
        paragraph(
            run("Se ")
            + f'<w:del w:id="1" {WHO}><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:delInstrText> REF x </w:delInstrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>7.2</w:delText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
            + inserted("8.1")
        ),
        ["Se 8.1"],
        ["Se 7.2"],
        2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_both_views(name: str) -> None:
    body, accepted, rejected, waiting = CASES[name]
    found = drafts(word_file(body))
    assert [draft.text for draft in found.blocks] == accepted
    assert found.rejected is not None
    assert [draft.text for draft in found.rejected] == rejected
    assert found.pending_changes == waiting


def test_without_changes_there_is_one_view() -> None:
    found = drafts(word_file(paragraph("Vite.")))
    assert (found.pending_changes, found.rejected) == (0, None)


def test_changes_in_headers_and_notes_count() -> None:
    from word_files import note, story

    parts = {"footnotes.xml": story("footnotes", note(2, "Not.").replace("<w:r>", f'<w:ins w:id="1" {WHO}><w:r>', 1)
             .replace("</w:r>", "</w:r></w:ins>", 1))}  # fmt: skip
    found = drafts(word_file(paragraph(run("Text") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), parts))
    assert found.pending_changes == 1


def test_restarted_lists_in_both_views() -> None:
    """Each view has counters of its own: the rejected one does not go on where the accepted one ended."""
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: "0"})
    found = drafts(word_file(item("Ett", 1) + marked(inserted("Ny"), IN) + item("Två", 1), {"numbering.xml": lists}))
    assert found.rejected is not None
    assert [draft.number for draft in found.rejected] == ["1.", "2."]

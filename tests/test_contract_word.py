"""The same clause wherever a lawyer may put it in a Word file: the penalty is found; not where nobody sees it."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from checks.finding import Status
from tests.contracts import CLAUSE, DELIVERY, PARTIES, PRICE, check, found, quotes
from tests.word_files import WHO, box, cell, item, note, paragraph, row, run, story, styled, table, word_file

SDT = "<w:sdt><w:sdtPr><w:alias w:val='Vite'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES: dict[str, str | bytes] = {
    "footnotes.xml": story("footnotes", '<w:footnote w:type="separator" w:id="-1"/>' + note(2, CLAUSE))
}
COMMENT: dict[str, str | bytes] = {
    "comments.xml": story("comments", f'<w:comment w:id="1" {WHO}>{paragraph(CLAUSE)}</w:comment>')
}
WORDS = "".join(run(word + " ") for word in CLAUSE.split(" "))
MOVED = paragraph(f'<w:moveTo w:id="7" {WHO}>{run(CLAUSE)}</w:moveTo>', "<w:rPr><w:moveTo/></w:rPr>")
DELETED = f'<w:del w:id="3" {WHO}><w:r><w:delText>{CLAUSE}</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="4" {WHO}>{run(CLAUSE)}</w:ins>'
INNER = table(row("Belopp", CLAUSE)) + paragraph("")

SEEN: dict[str, tuple[str, dict[str, str | bytes]]] = {
    "body": (paragraph(CLAUSE), {}),
    "nested table": (table(row("Påföljd", cell(INNER))), {}),
    "text box": (paragraph(box(paragraph(CLAUSE))), {}),
    "footnote": (paragraph(run("Påföljder framgår av noten.") + NOTE), NOTES),
    "content control": (SDT.format(paragraph(CLAUSE)), {}),
    "tracked insertion": (paragraph(INSERTED), {}),
    "moved text": (MOVED, {}),
    "list": (item(CLAUSE, 1, 2), {}),
    "runs": (paragraph(WORDS), {}),
    "soft hyphens": (paragraph(CLAUSE.replace("Beställaren", "Be&#xAD;ställ&#xAD;aren")), {}),
    "capitals": (paragraph(CLAUSE.upper()), {}),
    "capitals by format": (paragraph(run(CLAUSE, "<w:caps/>")), {}),
    "appendix": (styled("Rubrik1", "Bilaga 1 Påföljder") + paragraph(CLAUSE), {}),
}
UNSEEN: dict[str, tuple[str, dict[str, str | bytes]]] = {
    "deleted": (paragraph(DELETED), {}),
    "hidden": (paragraph(run(CLAUSE, "<w:vanish/>")), {}),
    "comment": (paragraph(run("Parterna samråder.")), COMMENT),
}


def word(clause: str, parts: dict[str, str | bytes]) -> bytes:
    head = styled("Rubrik1", "Avtal om hemtjänst") + paragraph(PARTIES) + styled("Rubrik1", "Uppdraget")
    return word_file(
        head + paragraph(DELIVERY) + paragraph(PRICE) + styled("Rubrik1", "Påföljder") + clause, parts=parts
    )


@pytest.mark.parametrize("place", SEEN)
def test_found(place: str) -> None:
    report = check(word(*SEEN[place]), "avtal.docx")
    finding = found(report)
    assert {facet.id for facet in finding.facets if facet.met} >= {"right", "amount"}
    assert any("10 000" in quote for quote in quotes(report))


@pytest.mark.parametrize("place", UNSEEN)
def test_not_found(place: str) -> None:
    finding = found(check(word(*UNSEEN[place]), "avtal.docx"))
    assert (finding.status, finding.evidence) == (Status.MISSING, ())


def test_a_finding_that_hangs_on_an_insertion_is_pending_and_names_both() -> None:
    finding = found(check(word(paragraph(INSERTED), {}), "avtal.docx"))
    assert (finding.status, finding.pending) == (Status.PARTIAL, True)
    assert finding.because.endswith("; utfallet är delvis med de spårade ändringarna och saknas utan dem.")


def test_a_finding_that_hangs_on_a_deletion_is_pending() -> None:
    finding = found(check(word(paragraph(DELETED), {}), "avtal.docx"))
    assert (finding.status, finding.pending) == (Status.MISSING, True)
    assert "delvis" in finding.because


def test_a_finding_that_no_change_touches_is_not_pending() -> None:
    other = f'<w:ins w:id="4" {WHO}>{run("Mötet hålls i kommunhuset.")}</w:ins>'
    finding = found(check(word(paragraph(CLAUSE) + paragraph(other), {}), "avtal.docx"))
    assert not finding.pending


def test_a_file_that_python_docx_made() -> None:
    document = docx.Document()
    document.add_heading("Avtal om hemtjänst", 1)
    for text in (PARTIES, DELIVERY, PRICE):
        document.add_paragraph(text)
    document.add_heading("Påföljder", 1)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Avtalsbrott", CLAUSE
    file = BytesIO()
    document.save(file)
    report = check(file.getvalue(), "avtal.docx")
    assert found(report).status is Status.PARTIAL
    assert found(report).evidence[0].heading == "Påföljder"

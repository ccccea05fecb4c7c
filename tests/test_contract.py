"""Whole mini contracts, from a file's bytes to a report."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checks.finding import ContractReport, Stance, Status
from tests.contracts import BESIDE, CLAUSE, DELIVERY, LIBRARY, PARTIES, PRICE, check, contract, found, quotes
from tests.pdf_making import lines, pdf


def statuses(report: ContractReport) -> set[Status]:
    return {finding.status for finding in report.findings}


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        (f"{CLAUSE} {BESIDE}", Status.MET),
        (CLAUSE, Status.PARTIAL),
        ("Parterna samråder fyra gånger om året.", Status.MISSING),
        ("Beställaren har inte rätt till vite eller avdrag vid Leverantörens avtalsbrott.", Status.CONTRADICTED),
        ("Beställarens rätt till vite regleras i bilaga 7.", Status.UNDETERMINED),
    ],
)
@pytest.mark.parametrize("name", ["avtal.txt", "avtal.md"])
def test_every_status(clause: str, status: Status, name: str) -> None:
    assert found(check(contract(clause), name)).status is status


def test_one_finding_for_each_requirement_in_the_librarys_order() -> None:
    report = check(contract())
    assert [finding.id for finding in report.findings] == [each.id for each in LIBRARY.requirements]
    assert (report.kind, report.language, report.template) == ("contract", "sv", False)


def test_where_the_quote_stands() -> None:
    report = check(contract(f"{CLAUSE} {BESIDE}"))
    [first, *_] = found(report).evidence
    assert (first.section, first.heading, first.stance) == ("3.1", "Vite", Stance.FOR)
    assert CLAUSE in quotes(report)


def test_every_quote_is_a_slice_of_one_to_three_whole_statements() -> None:
    report = check(contract(f"{CLAUSE} {BESIDE}"))
    spans = {statement.span for statement in report.document.statements}
    for finding in report.findings:
        for each in finding.evidence:
            assert each.span in spans
            assert len(each.span) <= 700
            assert all(each.span.holds(core) for core in each.core)
        for facet in finding.facets:
            assert all(index < len(finding.evidence) for index in facet.evidence)


def test_a_statement_longer_than_a_quote_may_be() -> None:
    """Reading splits it where it can, so that what is quoted is whole and at most 700 characters."""
    tail = ", och ".join(f"vid brist nummer {number} i utförandet av den beställda tjänsten" for number in range(30))
    report = check(contract(f"Beställaren har rätt till vite med 10 000 kronor vid avtalsbrott, {tail}."))
    assert found(report).evidence
    assert all(len(each.span) <= 700 for finding in report.findings for each in finding.evidence)


def test_offsets_count_code_points() -> None:
    report = check(contract("😀 Parterna samråder. " + CLAUSE))
    span = next(each.span for each in found(report).evidence if "10 000" in report.document.quote(each.span))
    assert report.document.text[span.start : span.end] == report.document.quote(span)
    assert CLAUSE in report.document.quote(span)


def test_evidence_against_is_shown_beside_evidence_for() -> None:
    text = contract(f"{CLAUSE} {BESIDE}").replace(
        "4 Underskrifter", "3.2 Något vite eller avdrag ska inte utgå vid Leverantörens avtalsbrott.\n\n4 Underskrifter"
    )
    finding = found(check(text))
    assert (finding.status, finding.conflict) == (Status.PARTIAL, True)
    assert {each.stance for each in finding.evidence} == {Stance.FOR, Stance.AGAINST}
    assert "3.2" in finding.because


def test_a_contradiction_quotes_what_denies() -> None:
    report = check(contract("Beställaren har inte rätt till vite eller avdrag vid Leverantörens avtalsbrott."))
    [evidence] = found(report).evidence
    assert evidence.stance is Stance.AGAINST
    assert not any(facet.met for facet in found(report).facets if facet.core)


def test_an_absent_appendix_on_another_matter_changes_nothing() -> None:
    report = check(contract("Priserna framgår av bilaga 7."))
    assert found(report).status is Status.MISSING


def written(canvas: Canvas) -> None:
    lines(canvas, 72, ["AVTAL", "1 Uppdraget", DELIVERY, "2 Pris", PRICE], size=9)


def scanned(canvas: Canvas) -> None:
    out = io.BytesIO()
    Image.new("L", (60, 80), 200).save(out, "PNG")
    canvas.drawImage(ImageReader(io.BytesIO(out.getvalue())), 0, 0, *A4)


def test_nothing_is_missing_from_a_file_with_an_unread_page() -> None:
    report = check(pdf(written, scanned), "avtal.pdf")
    assert not report.document.ledger.complete
    assert found(report).status is Status.UNDETERMINED
    assert "sida 2" in found(report).because
    assert found(check(pdf(written), "avtal.pdf")).status is Status.MISSING


def test_an_appendix_in_the_same_file_counts() -> None:
    report = check(
        contract("Påföljder framgår av bilaga 1.") + f"\nBilaga 1 Påföljder\n\n1 Vite\n1.1 {CLAUSE} {BESIDE}\n"
    )
    assert found(report).status is Status.MET


def test_a_heading_alone_is_no_clause() -> None:
    assert found(check(contract("Parterna samråder.", "Vite"))).status is Status.MISSING


def test_a_contents_list_is_no_clause() -> None:
    contents = "Innehåll\n1 Uppdraget ........ 2\n2 Pris ........ 3\n3 Vite och avdrag ........ 4\n\n"
    text = contract("Parterna samråder.", "Samråd").replace("1 Uppdraget\n", f"{contents}1 Uppdraget\n", 1)
    assert found(check(text)).status is Status.MISSING


def test_a_template() -> None:
    blanks = "\n".join(f"{number}.2 [Ange namn] ansvarar från den ____ till den ____." for number in range(5, 9))
    text = (
        "AVTAL OM [TJÄNST]\n\nMellan [kommunens namn], org.nr [xxxxxx-xxxx], och [leverantörens namn], org.nr"
        f" [xxxxxx-xxxx].\n\n3 Vite\n3.1 Vid avtalsbrott har Beställaren rätt till vite med [belopp] kronor.\n"
        f"\n{blanks}\n"
    )
    report = check(text)
    assert report.template
    assert {facet.id for facet in found(report).facets if facet.met} == {"right"}


def test_another_language_is_undetermined_throughout() -> None:
    english = (
        "SERVICE AGREEMENT\n\n1 Penalty\n1.1 In the event of a breach of this agreement the Customer shall be entitled"
        " to a penalty of EUR 10,000 for each week that the breach continues.\n1.2 The Supplier shall provide the"
        " services in accordance with this agreement and with all applicable laws.\n"
    )
    norwegian = (
        "AVTALE\n\n1 Bot\n1.1 Ved mislighold har oppdragsgiver rett til å kreve dagbot på 10 000 kroner for hver uke"
        " misligholdet varer.\n1.2 Leverandøren skal levere tjenesten i samsvar med avtalen og etter gjeldende lover.\n"
    )
    for text, code, name in ((english, "en", "engelska"), (norwegian, "no", "norska")):
        report = check(text)
        assert (report.language, statuses(report)) == (code, {Status.UNDETERMINED})
        assert name in found(report).because


def test_what_is_no_contract_is_said_to_be_none() -> None:
    text = (
        "Pressmeddelande\n\nKommunen inviger en ny skola på fredag. Alla är välkomna. Det bjuds på kaffe och tårta.\n"
    )
    report = check(text * 5)
    assert report.kind == "other"
    assert report.notes


def test_a_document_without_statements() -> None:
    report = check("Avtal\n\nVite\n\nHävning\n")
    assert statuses(report) <= {Status.MISSING, Status.UNDETERMINED}


def test_the_same_file_gives_the_same_report() -> None:
    assert check(contract()).findings == check(contract()).findings


def test_two_hundred_pages() -> None:
    filler = "\n\n".join(
        f"{number} Leverans\n" + "\n".join(f"{number}.{point} {DELIVERY} {PRICE}" for point in range(1, 36))
        for number in range(5, 95)
    )
    text = f"AVTAL OM HEMTJÄNST\n\n{PARTIES}\n\n{filler}\n\n95 Vite\n95.1 {CLAUSE} {BESIDE}\n"
    assert len(text) > 400_000
    finding = found(check(text))
    assert finding.status is Status.MET
    assert all(each.section == "95.1" for each in finding.evidence)

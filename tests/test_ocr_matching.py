"""What text recognition did to a contract is not held against it: misread words match, and doubt proves no absence."""

from __future__ import annotations

from collections import Counter

import pytest

from checks import check_contract
from checks.finding import ContractReport, Status
from checks.misread import _meant, mended
from ingest.assemble import Source, assemble
from ingest.document import BlockKind, Document, Page
from ingest.draft import Draft, Drafts
from tests.contracts import BESIDE, CLAUSE, DELIVERY, LIBRARY, PARTIES, PRICE, found


def document(clause: str, source: str = "ocr", confidence: float | None = 0.97) -> Document:
    """A contract of one page, as `source` gives it."""
    texts = [("AVTAL", BlockKind.HEADING), *[(line, None) for line in PARTIES.split("\n") if line.strip()]]
    texts += [("1 Uppdraget", BlockKind.HEADING), (DELIVERY, None), ("2 Pris", BlockKind.HEADING), (PRICE, None)]
    texts += [("3 Påföljder", BlockKind.HEADING), (clause, None)]
    blocks = [Draft(text, kind, page=1) for text, kind in texts]
    pages = [Page(1, 595, 842, source, confidence)]
    return assemble(Source("avtal.pdf", "0" * 64, "pdf"), Drafts(blocks, pages))


def check(read: Document) -> ContractReport:
    return check_contract(read, LIBRARY)


def test_absence_is_undetermined_where_a_page_was_read_unsurely() -> None:
    assert found(check(document("Parterna samråder fyra gånger om året."))).status is Status.MISSING
    unsure = check(document("Parterna samråder fyra gånger om året.", confidence=0.7))
    assert unsure.document.ledger.complete
    assert unsure.document.ledger.uncertain_pages == (1,)
    assert unsure.document.ledger.ocr_confidence == 0.7
    assert found(unsure).status is Status.UNDETERMINED
    assert "sida 1" in found(unsure).because


def test_misread_words_match_and_quotes_stay_as_they_were_read() -> None:
    misread = CLAUSE.replace("Leverantören", "Leverantoren").replace("Beställaren", "Bestä1laren")
    assert misread != CLAUSE
    report = check(document(f"{misread} {BESIDE}"))
    assert found(report).status is found(check(document(f"{CLAUSE} {BESIDE}"))).status
    quotes = [report.document.quote(each.span) for each in found(report).evidence]
    assert any("1laren" in quote or "Leverantoren" in quote for quote in quotes)


def test_clean_text_is_matched_as_it_stands() -> None:
    misread = "Leverantoren skall underratta bestallaren."
    assert mended(document(misread, "text", None)) == {}
    assert list(mended(document(misread)).values()) == ["leverantören skall underrätta beställaren."]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("be1astningsregistret", "belastningsregistret"),
        ("arbetsgivaravgifler", "arbetsgivaravgifter"),
        ("uppsägnlng", "uppsägning"),
        ("kontroi1era", "kontrollera"),
        ("anmalan", "anmälan"),
        # Known words, names, numbers and short words stay, and no word becomes its opposite.
        ("ogiltig", "ogiltig"),
        ("oskälig", "oskälig"),
        ("Videkulla", "Videkulla"),
        ("Andersson", "Andersson"),
        ("underleverantör", "underleverantör"),
        ("0123456789", "0123456789"),
        ("vlte", "vlte"),
    ],
)
def test_what_a_word_was_misread_from(read: str, meant: str) -> None:
    assert _meant(read, Counter([read])) == meant


def test_the_documents_own_words_come_first() -> None:
    words = Counter({"videgården": 3, "videgärden": 1})
    assert _meant("Videgärden", words) == "videgården"

"""The sentence that a reader sees first: one, in Swedish, with the place in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks.because import joined
from checks.finding import Status
from tests.contracts import BESIDE, CLAUSE, check, contract, found

SAMPLES = sorted(Path(__file__).parent.parent.glob("corpora/samples/*.*"))
SENTENCE_END = re.compile(r"(?<!\bkap)(?<!\bnr)\. [A-ZÅÄÖ]")


@pytest.mark.parametrize("file", [each for each in SAMPLES if each.suffix in (".md", ".docx", ".pdf")], ids=str)
def test_one_sentence_for_every_finding(file: Path) -> None:
    for finding in check(file.read_bytes(), file.name).findings:
        told = finding.because
        assert told[0].isupper() and told.endswith(".") and not told.endswith("..")
        assert not SENTENCE_END.search(told), told
        assert re.sub("”[^”]*”", "", told).count(" och ") < 6, told
        assert "  " not in told and "löptexten" not in told


@pytest.mark.parametrize(
    ("clause", "because"),
    [
        (f"{CLAUSE} {BESIDE}", "Beställaren har rätt till vite eller avdrag vid leverantörens avtalsbrott (3.1)."),
        (
            "Beställaren har inte rätt till vite eller avdrag vid Leverantörens avtalsbrott.",
            "Avtalet ger ingen rätt till vite eller avdrag vid leverantörens avtalsbrott; det sägs uttryckligen i 3.1.",
        ),
        (
            "Beställarens rätt till vite regleras i bilaga 7.",
            "Avtalet hänvisar i denna fråga till Bilaga 7, som inte finns i filen.",
        ),
        (
            "Beställarens rätt till vite regleras i ramavtalet.",
            "Avtalet hänvisar i denna fråga till ramavtalet, som inte finns i filen.",
        ),
        ("Parterna samråder.", "Avtalet ger ingen rätt till vite eller avdrag vid leverantörens avtalsbrott."),
    ],
)
def test_because(clause: str, because: str) -> None:
    assert found(check(contract(clause))).because == because


def test_a_partial_says_what_is_not_there() -> None:
    finding = found(check(contract()))
    assert finding.status is Status.PARTIAL
    assert finding.because.endswith(
        "(3.1), men det sägs inte att skadestånd, hävning och andra påföljder står kvar vid sidan av."
    )


def test_a_number_that_an_appendix_counts_anew_has_the_appendix_before_it() -> None:
    text = contract("Parterna samråder.") + f"\nBilaga 2 Påföljder\n\n1 Vite\n1.1 {CLAUSE} {BESIDE}\n"
    assert "(Bilaga 2, 1.1)" in found(check(text)).because


def test_the_reason_why_a_requirement_may_not_apply_is_part_of_the_sentence() -> None:
    assert (
        joined("Avtalet kräver inte utdrag.", "Kravet gäller vård.")
        == "Avtalet kräver inte utdrag; kravet gäller vård."
    )
    assert joined("Avtalet kräver inte utdrag.", "") == "Avtalet kräver inte utdrag."


def test_a_statement_without_number_heading_and_page_is_named_by_its_words() -> None:
    assert "(”Vid avtalsbrott har Beställaren rätt …”)" in found(check(f"{CLAUSE}\n")).because

"""Swedish as contracts write it: keys, the scanner's edges, dates, amounts, spans of time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clauses import load
from clauses.language import Scanner, amounts, dates, durations, key, normalise


@pytest.mark.parametrize(
    "forms",
    [
        "vite vitet viten vitena",
        "häva häver hävt hävs",
        "innehålla innehåller innehöll innehållit",
        "utdrag utdraget utdragen",
        "nämnd nämnden nämnder nämndens",
        "avdrag avdraget avdragen",
        "säga säger sagt sagts sade",
        "underleverantör underleverantörerna underleverantörens",
        "anställd anställda anställdas",
        "skatt skatter skatternas",
        "åtgärd åtgärder åtgärden",
        "muta mutor mutan mutorna",
        "bli blev blivit",
    ],
)
def test_forms_of_a_word_share_a_key(forms: str) -> None:
    assert len({key(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["vite aktivitet", "häva hävda", "skatt skattning", "tillstånd tillsyn"])
def test_different_words_have_different_keys(pair: str) -> None:
    first, second = pair.split()
    assert key(first) != key(second)


def test_capitals_do_not_matter() -> None:
    assert key("VITET") == key("vitet")


# ---- the scanner

SCANNER = Scanner(
    {
        "penalty": (["vite*", "*vite", "*vitet"], ["*aktivitet*"]),
        "register": (["*belastningsregist*"], []),
        "withhold": (["hålla inne"], []),
        "tax": (["F-skatt*", "skatt"], []),
        "deny": (["ej"], []),
        "percent": (["%", "*%"], []),
        "statute": (["7 kap. 1 §"], []),
        "share": (["delar"], ["väsentliga delar"]),
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vite utgår.", ["Vite"]),
        ("VITESBELOPPET", ["VITE"]),
        ("ett förseningsvite om", ["vite"]),
        ("förseningsvitet", ["vitet"]),
        ("aktiviteter, aktivitetens", []),
        ("kognitiv träning", []),
        ("utdrag ur belastningsregistret", ["belastningsregist"]),
        ("utdrag ur belastnings-\nregistret", []),
        ("får hålla inne betalning", ["hålla inne"]),
        ("får hålla\ninne betalning", ["hålla\ninne"]),
        ("får hålla   inne", ["hålla   inne"]),
        ("hålla, inne", []),
        ("får hålla\u00a0inne", ["hålla\u00a0inne"]),
        ("godkänd för F-skatt", ["F-skatt", "skatt"]),
        ("F skattsedel", ["F skatt"]),
        ("smärtskattning", []),
        ("ej", ["ej"]),
        ("hej, nej", []),
        ("(ej)", ["ej"]),
        ("fem % eller 5%", ["%", "%"]),
        ("7 kap. 1 § LOV", ["7 kap. 1 §"]),
        ("de delar inte synen", ["delar"]),
        ("i väsentliga delar inte", []),
        ("", []),
        ("   ", []),
        ("\u0130stanbul – vite”", ["vite"]),
        ("ẞ vite 😀 ej", ["vite", "ej"]),
    ],
)
def test_a_hit_is_its_slice_of_the_text(text: str, found: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in SCANNER.scan(text)] == found


@pytest.mark.parametrize("text", ["İİ", "ŉ", "Straße", "a\u0301 ej", "ﬁ ej", "\u2028ej\u2029"])
def test_the_normalised_text_is_as_long_as_the_text(text: str) -> None:
    """Story: "İ".lower() is two characters long, and offsets after it pointed one to the right."""
    assert len(normalise(text)) == len(text)


def test_a_word_of_two_concepts_gives_both_and_none_twice() -> None:
    scanner = Scanner({"a": (["vite", "vite*", "*vite"], []), "b": (["vite"], [])})
    assert [(hit.start, hit.concept) for hit in scanner.scan("vite")] == [(0, "a"), (0, "b")]


def test_a_scanner_without_words_finds_nothing() -> None:
    assert Scanner({}).scan("vite") == []


@pytest.mark.parametrize(
    ("text", "concept", "there"),
    [
        ("Leverantören ska utge vite.", "penalty", True),
        ("Aktiviteterna planeras varje vecka.", "penalty", False),
        ("Myndigheten kan förelägga vid vite.", "penalty", False),
        ("Kommunikationen sköts av personalen.", "buyer", False),
        ("Köparen får häva köpet.", "terminate", True),
        ("Leverantören hävdar annat.", "terminate", False),
        ("Beloppet uppskattas till en krona.", "tax", False),
        ("Priset anges exklusive mervärdesskatt.", "tax", False),
        ("Fakturan ska innehålla referens.", "withhold", False),
        ("Beställaren får hålla inne betalningen.", "withhold", True),
        ("Utdrag ur polisens belastningsregister.", "record-extract", True),
        ("Arkivochefen", "permit", False),
    ],
)
def test_the_librarys_concepts_mind_their_edges(text: str, concept: str, there: bool) -> None:
    assert (concept in load().scanner.concepts(text)) is there


# ---- dates, amounts, spans of time


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("gäller från den 1 januari 2026.", "den 1 januari 2026", "2026-01-01", "2026-01-01"),
        ("1 jan. 2026", "1 jan. 2026", "2026-01-01", "2026-01-01"),
        ("den 15:e maj 2024", "den 15:e maj 2024", "2024-05-15", "2024-05-15"),
        ("till 2026-01-01.", "2026-01-01", "2026-01-01", "2026-01-01"),
        ("1/1 2026", "1/1 2026", "2026-01-01", "2026-01-01"),
        ("20260101", "20260101", "2026-01-01", "2026-01-01"),
        ("i december 2025 ska", "december 2025", "2025-12-01", "2025-12-31"),
        ("februari 2024", "februari 2024", "2024-02-01", "2024-02-29"),
        ("31.12.2025", "31.12.2025", "2025-12-31", "2025-12-31"),
    ],
)
def test_dates(text: str, quote: str, first: str, last: str) -> None:
    (moment,) = dates(text)
    assert (text[moment.start : moment.end], str(moment.first), str(moment.last)) == (quote, first, last)


@pytest.mark.parametrize(
    "text",
    ["30 februari 2026", "HSN 2025-0123", "19800101-1234", "556677-8899", "2024-02-30", "13 kap. 1 §", "version 1.2.3"],
)
def test_no_dates(text: str) -> None:
    assert dates(text) == []


def test_dates_stand_in_order() -> None:
    text = "från 2026-01-01 till den 31 mars 2027 och i maj 2028"
    assert [moment.first.year for moment in dates(text)] == [2026, 2027, 2028]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("10 000 kronor", "10000", "kronor"),
        ("10\u00a0000 kr", "10000", "kronor"),
        ("10.000:-", "10000", "kronor"),
        ("12 345,50 kr", "12345.50", "kronor"),
        ("SEK 25 000", "25000", "kronor"),
        ("2 mnkr", "2000000", "kronor"),
        ("150 tkr", "150000", "kronor"),
        ("2,5 miljoner kronor", "2500000", "kronor"),
        ("femtio tusen kronor", "50000", "kronor"),
        ("tvåhundrafemtiotusen kr", "250000", "kronor"),
        ("fem procent", "5", "procent"),
        ("fem (5) procent", "5", "procent"),
        ("0,5 %", "0.5", "procent"),
        ("en och en halv procent", "1.5", "procent"),
        ("ett halvt prisbasbelopp", "0.5", "basbelopp"),
        ("0,2 basbelopp", "0.2", "basbelopp"),
        ("år 2025 10 000 kr", "10000", "kronor"),
    ],
)
def test_amounts(text: str, value: str, unit: str) -> None:
    (amount,) = amounts(text)
    assert (amount.value, amount.unit) == (Decimal(value), unit)
    assert text[amount.start : amount.end].strip() in text


@pytest.mark.parametrize(
    "text", ["XX kronor", "[belopp] kr", "____ kronor", "13 kap. 1 §", "svenska kronor", "2025-01-01"]
)
def test_no_amounts(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("inom trettio dagar", "30", "dag"),
        ("inom 30 (trettio) dagar", "30", "dag"),
        ("fem arbetsdagar", "5", "arbetsdag"),
        ("tio helgfria vardagar", "10", "arbetsdag"),
        ("24 h", "24", "timme"),
        ("fyrtioåtta timmar", "48", "timme"),
        ("ett dygn", "1", "dygn"),
        ("två veckors varsel", "2", "vecka"),
        ("tre månaders uppsägningstid", "3", "månad"),
        ("två och ett halvt år", "2.5", "år"),
    ],
)
def test_durations(text: str, value: str, unit: str) -> None:
    (duration,) = durations(text)
    assert (duration.value, duration.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["2025 år", "____ dagar", "XX månader", "punkt 4 året"])
def test_no_durations(text: str) -> None:
    assert durations(text) == []

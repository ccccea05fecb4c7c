"""A set of guidelines against a framework: statuses by class, depth, sets, ages, references and action plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks import check_coverage
from checks.coverage_report import CoverageReport, Force, How, Piece, TopicInDocument, TopicStatus
from clauses.framework_files import load_framework
from ingest import read
from ingest.document import Document

TODAY = date(2026, 11, 22)
COVERED, MENTIONED, ABSENT = TopicStatus.COVERED, TopicStatus.MENTIONED, TopicStatus.ABSENT


def document(text: str, name: str = "riktlinje.md") -> Document:
    return read(text.encode(), name=name)


def report(*texts: str) -> CoverageReport:
    named = [document(text, f"{chr(97 + place)}.md") for place, text in enumerate(texts)]
    return check_coverage(named, load_framework(), TODAY)


def cell(text: str, topic: str) -> TopicInDocument:
    return report(text).topic(topic).documents[0]


CLASSES = [
    ("the present tense binds", "invoice-control", COVERED, "Ekonomichefen granskar varje månad tjugo fakturor."),
    (
        "a duty binds",
        "recovery",
        COVERED,
        ("Belopp som har betalats ut felaktigt ska återkrävas av nämnden inom 30 dagar."),
    ),
    ("binding, but nobody and never", "side-occupations", MENTIONED, "Bisysslor ska vara kända."),
    ("advice", "anti-corruption", MENTIONED, "Gåvor från leverantörer bör undvikas av alla chefer."),
    ("an ambition", "data-driven", MENTIONED, "På sikt vill ekonomichefen använda dataanalys mot fusk."),
    (
        "still to come",
        "incident-handling",
        MENTIONED,
        ("En rutin för polisanmälan av misstänkta brott kommer att tas fram."),
    ),
    ("lacking", "whistleblowing", MENTIONED, "Kommunen saknar en visselblåsarfunktion."),
    ("a figure of the past", "recovery", MENTIONED, "Under 2024 återkrävdes fyra miljoner kronor."),
    (
        "auditors' opinion",
        "internal-control",
        MENTIONED,
        ("Revisorerna bedömer att den interna kontrollen mot oegentligheter brister."),
    ),
    ("refers", "invoice-control", MENTIONED, "# Attest\n\nBestämmelser finns i kommunens attestreglemente."),
    (
        "another organisation's",
        "roles",
        MENTIONED,
        "# Riktlinje för Hedby kommun\n\n"
        + "Riktlinjen gäller tills vidare. " * 40
        + "Region Norrland har en samordnare mot välfärdsbrott.",
    ),
    (
        "a heading without content",
        "whistleblowing",
        ABSENT,
        ("# Visselblåsning\n\n# Arbetstid\n\nFlextid tillämpas av alla chefer."),
    ),
    ("another sense", "anti-corruption", ABSENT, "Partiernas representation i nämnden följer valresultatet."),
    ("clinical risk", "risk-analysis", ABSENT, "Sköterskan bedömer risken för trycksår varje vecka."),
    (
        "only by the heading",
        "side-occupations",
        COVERED,
        ("# Bisysslor\n\nAnmälan lämnas till närmaste chef varje januari."),
    ),
    (
        "a list with its lead-in",
        "supplier-control",
        COVERED,
        ("Innan avtal tecknas ska upphandlaren kontrollera:\n\n- leverantörens skattekonto\n- ägare och företrädare"),
    ),
]


@pytest.mark.parametrize(("topic", "status", "text"), [row[1:] for row in CLASSES], ids=[row[0] for row in CLASSES])
def test_a_class_of_statements(topic: str, status: TopicStatus, text: str) -> None:
    found = cell(text, topic)
    assert found.status is status, found.because


def test_pieces_are_gathered_over_the_statements_of_one_section() -> None:
    found = cell(
        (
            "# Leverantörskontroll\n\nLeverantörers skatteskulder ska"
            " kontrolleras. Det görs av inköpschefen två gånger om året."
        ),
        "supplier-control",
    )
    assert found.status is COVERED
    assert found.piece(Piece.WHO).given
    assert found.piece(Piece.WHEN).given


def test_depth_says_the_words_and_what_is_lacking() -> None:
    found = cell("Inköpschefen godkänner varje direktupphandling.", "procurement")
    assert found.status is COVERED
    assert found.piece(Piece.WHO).words == "inköpschefen"
    assert not found.piece(Piece.WHEN).given or found.piece(Piece.WHEN).words
    assert found.force is Force.BINDING
    assert "inköpschefen" in found.because


def test_an_intention_is_kept_apart_from_what_binds() -> None:
    found = cell("Kontrollen av föreningsbidrag bör stärkas.", "grants")
    assert (found.status, found.force) == (MENTIONED, Force.INTENTION)
    assert found.evidence[0].how is How.INTENT


def test_quotes_are_whole_statements_with_their_place() -> None:
    text = "# 3 Bisysslor\n\nChefen prövar varje anmäld bisyssla inom två veckor. Lunch serveras."
    whole = document(text)
    found = check_coverage([whole], load_framework(), TODAY).topic("side-occupations").documents[0]
    assert whole.quote(found.evidence[0].span) == "Chefen prövar varje anmäld bisyssla inom två veckor."
    assert (found.evidence[0].section, found.evidence[0].heading) == ("3", "Bisysslor")


def test_what_was_not_read_is_undetermined_never_absent() -> None:
    half = document("Lunch serveras.")
    half = replace(half, ledger=replace(half.ledger, complete=False, unread=("sida 2",)))
    found = check_coverage([half], load_framework(), TODAY)
    assert {topic.status for topic in found.topics} == {TopicStatus.UNDETERMINED}
    assert any("sida 2" in note for note in found.notes)


def test_a_set_has_the_best_of_its_documents_and_the_best_passage() -> None:
    found = report("Bisysslor förekommer.", "HR-chefen går varje år igenom alla anmälda bisysslor.").topic(
        "side-occupations"
    )
    assert found.status is COVERED
    assert [each.status for each in found.documents] == [MENTIONED, COVERED]
    assert found.best is not None
    assert found.best.document == "b.md"


def test_two_documents_that_settle_a_topic_differently() -> None:
    found = report(
        "Medarbetaren ska anmäla sin bisyssla till närmaste chef inom två veckor.",
        "Medarbetaren ska anmäla sin bisyssla till närmaste chef inom tre månader.",
    )
    assert [each.topic for each in found.conflicts] == ["side-occupations"]
    assert "två veckor" in found.conflicts[0].what
    assert "tre månader" in found.conflicts[0].what


def test_documents_that_agree_have_no_conflict() -> None:
    same = "Medarbetaren ska anmäla sin bisyssla till närmaste chef inom två veckor."
    assert report(same, same + " Chefen svarar inom en vecka.").conflicts == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Attest regleras i kommunens attestreglemente.", ["attestreglemente"]),
        ("För gåvor gäller Riktlinje för representation och gåvor.", ["Riktlinje för representation och gåvor"]),
        ("Denna antikorruptionspolicy gäller alla anställda.", []),
        ("Lunch serveras enligt verksamhetsplanen.", []),
    ],
)
def test_references_to_policies_that_are_not_in_the_set(text: str, names: list[str]) -> None:
    assert [each.name for each in report("# Styrning\n\n" + text).missing] == names


def test_a_policy_that_is_in_the_set_is_not_missing() -> None:
    texts = [
        document("Attest regleras i attestreglementet.", "a.md"),
        document("# Attestreglemente\n\nChefen attesterar.", "b.md"),
    ]
    assert check_coverage(texts, load_framework(), TODAY).missing == ()


@pytest.mark.parametrize(
    ("text", "decided", "until", "expired", "old"),
    [
        ("Fastställd av kommunstyrelsen 2019-03-04. Chefen ansvarar.", date(2019, 3, 4), None, False, True),
        (
            "Beslutad den 4 mars 2025, gäller till och med 2028-12-31.",
            date(2025, 3, 4),
            date(2028, 12, 31),
            False,
            False,
        ),
        ("Antagen 2021-01-15. Giltig till 2024-12-31.", date(2021, 1, 15), date(2024, 12, 31), True, True),
        ("Chefen ansvarar för lunchen.", None, None, False, False),
    ],
)
def test_how_old_a_guideline_is(text: str, decided: date | None, until: date | None, expired: bool, old: bool) -> None:
    age = report(text).ages[0]
    assert (age.decided, age.valid_to, age.expired, age.old) == (decided, until, expired, old)


@pytest.mark.parametrize(
    ("text", "now", "verified"),
    [
        ("Enligt socialtjänstlagen (2001:453) ska nämnden utreda.", "2025:400", True),
        ("Jäv regleras i 6 kap. 24-27 §§ kommunallagen.", "28–32 §§", True),
        ("Upphandling sker enligt lagen (2007:1091) om offentlig upphandling.", "2016:1145", False),
    ],
)
def test_references_to_replaced_law(text: str, now: str, verified: bool) -> None:
    laws = report(text).replaced
    assert [each.verified for each in laws] == [verified]
    assert now in laws[0].now


def test_law_in_force_is_not_replaced() -> None:
    assert report("Enligt kommunallagen (2017:725) och socialtjänstlagen (2025:400).").replaced == ()


PLAN = """# Handlingsplan

| Nr | Åtgärd | Ansvarig | Klart |
|---|---|---|---|
| 1 | Utbildning om välfärdsbrott för alla chefer | HR-direktören | 2027-06-30 |
| 2 | Se över kontrollen av föreningsbidrag | | |
| 3 | Nya gardiner i matsalen | Vaktmästaren | våren 2027 |
"""


def test_a_plan_is_read_to_topic_action_responsible_and_deadline() -> None:
    rows = report(PLAN).actions
    assert [(row.action, row.responsible, row.deadline, row.due) for row in rows] == [
        ("Utbildning om välfärdsbrott för alla chefer", "HR-direktören", "2027-06-30", date(2027, 6, 30)),
        ("Se över kontrollen av föreningsbidrag", "", "", None),
        ("Nya gardiner i matsalen", "Vaktmästaren", "våren 2027", date(2027, 5, 31)),
    ]
    assert rows[0].topics == ("training",)
    assert rows[2].topics == ()


def test_an_action_with_somebody_responsible_is_covered_and_one_without_is_mentioned() -> None:
    found = report(PLAN)
    assert found.topic("training").status is COVERED
    assert found.topic("grants").status is MENTIONED


def test_gaps_begin_with_what_is_absent_and_name_what_is_pointed_to() -> None:
    found = report("Attest regleras i kommunens attestreglemente. Chefen prövar bisysslor varje år.")
    statuses = [gap.status for gap in found.gaps]
    assert statuses == sorted(statuses, key=list(TopicStatus).index)
    attest = next(gap for gap in found.gaps if gap.topic == "invoice-control")
    assert "attestreglemente" in attest.sentence
    assert all(gap.sentence.endswith(".") for gap in found.gaps)


def test_an_empty_set_of_statements_is_all_absent() -> None:
    found = report("# Bara en rubrik\n\n.")
    assert {topic.status for topic in found.topics} == {ABSENT}
    assert found.count(ABSENT) == len(load_framework().topics)


HYGIENE = """# Rutin för hygien

Verksamhetschefen ansvarar för att rutinen är känd. Enhetschefen följer upp följsamheten varje månad.

Före varje patientkontakt gör medarbetaren en riskbedömning av smittrisken. Handskar byts mellan patienterna.

All personal genomgår webbutbildning i hygien varje år. Vid misstanke om smitta kontaktas läkare omgående.

Kommunen samverkar med regionen om vårdhygien. Statistik över infektioner följs upp för att upptäcka avvikelser.
"""


@pytest.mark.parametrize(
    "topic", ["risk-analysis", "training", "incident-handling", "cooperation", "data-driven", "roles"]
)
def test_a_document_on_something_else_has_no_topic_that_is_bound_to_the_matter(topic: str) -> None:
    """Such documents have the topics' words in other senses in every section, and the reader fell for half of them."""
    assert cell(HYGIENE, topic).status is ABSENT

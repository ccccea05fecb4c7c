"""Frameworks: their shape, their faults told in one line, their examples, and those proposed from a document."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from api.cli import run
from api.commands.framework import as_yaml
from checks.framework_examples import TopicOutcome, topic_outcomes
from checks.framework_proposal import propose
from checks.topic_words import Shown, TopicWords
from clauses import LibraryError
from clauses.framework import Framework, Standing, TopicTrap
from clauses.framework_files import FIRST, built_in, load_framework, read_framework
from ingest import read

THE_23 = (
    "definition roles risk-analysis undue-influence training recruitment side-occupations anti-corruption procurement"
    " supplier-control contract-clauses contract-follow-up invoice-control grants external-providers prescriptions"
    " subsidiaries whistleblowing incident-handling recovery cooperation internal-control data-driven"
)
TOPICS = [(name, topic.id) for name in built_in() for topic in load_framework(name).topics]


def test_the_first_framework_has_the_23_topics_in_order() -> None:
    assert [topic.id for topic in load_framework().topics] == THE_23.split()
    assert built_in()[0] == FIRST


@cache
def outcomes(name: str) -> tuple[TopicOutcome, ...]:
    return tuple(topic_outcomes(load_framework(name)))


@pytest.mark.parametrize(("name", "topic"), TOPICS, ids=[topic for _, topic in TOPICS])
def test_the_examples_get_their_status(name: str, topic: str) -> None:
    wrong = [
        f"{each.number} {each.example.text!r}: {each.example.status.value}, got {each.status}"
        for each in outcomes(name)
        if each.topic.id == topic and not each.passed
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("name", "topic"), TOPICS, ids=[topic for _, topic in TOPICS])
def test_a_topic_tells_what_why_and_whence_and_shows_its_traps(name: str, topic: str) -> None:
    told = load_framework(name).topic(topic)
    assert told.title.sv and told.title.en and told.asks.sv and told.why and told.source
    statuses = Counter(example.status for example in told.examples)
    assert len(told.examples) >= 8
    assert set(statuses) == set(Standing)
    assert sum(example.trap is not TopicTrap.NONE for example in told.examples) >= 3
    assert len({example.text for example in told.examples}) == len(told.examples)


GOOD = (
    "title: Eget\ntopics:\n  - {id: tillstand, title: Tillstånd, asks:"
    " Tillstånd prövas., recognised: [{words: tillstånd*}]}\n"
)
BROKEN = [
    (GOOD.replace("asks:", "fragar:"), r"topics\.0\.fragar: unknown key; allowed here: id, title, asks"),
    (GOOD.replace("id: tillstand, ", ""), r"topics\.0\.id: missing key"),
    (GOOD + "  - {id: tillstand, title: B, asks: B, recognised: [{words: b}]}\n", r"the id tillstand stands twice"),
    (GOOD.replace("tillstånd*", "till*stånd"), r"'till\*stånd': write word, word\*"),
    (
        GOOD.replace("{words: tillstånd*}", "{words: tillstånd*, or: x}"),
        r"recognised\.0\.or: unknown key; allowed here: words",
    ),
    ("topics: []\n", r"title: missing key|topics"),
    ("- a\n", r"must be a mapping"),
    ("title: [\n", r"not YAML"),
]


@pytest.mark.parametrize(("source", "line"), BROKEN, ids=[line for _, line in BROKEN])
def test_a_fault_is_one_line_with_path_key_and_what_is_allowed(source: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "eget.yaml").write_text(source, encoding="utf-8")
    with pytest.raises(LibraryError, match=line) as raised:
        read_framework(tmp_path / "eget.yaml")
    assert str(raised.value).startswith(str(tmp_path / "eget.yaml"))
    assert "\n" not in str(raised.value)


def test_a_framework_of_ones_own_needs_only_titles_questions_and_words(tmp_path: Path) -> None:
    (tmp_path / "Vårt eget.yaml").write_text(GOOD, encoding="utf-8")
    framework = read_framework(tmp_path / "Vårt eget.yaml")
    assert framework.id == "vart-eget"
    assert framework.topics[0].title.en == "Tillstånd"


WORDS = Framework.model_validate(
    {
        "id": "x",
        "title": "X",
        "topics": [
            {
                "id": "a",
                "title": "A",
                "asks": "A",
                "recognised": [
                    {"words": "registerutdrag*"},
                    {"words": "utdrag", "with": "anställ*", "without": "konto*"},
                ],
                "mentioned": [{"words": "informer*", "with": "utdrag"}],
                "needs": "utdrag, registerutdrag*",
                "not": "utdrag ur protokoll",
            }
        ],
    }
)


@pytest.mark.parametrize(
    ("text", "context", "shown"),
    [
        ("Registerutdraget visas upp.", "", Shown.BY_ITSELF),
        ("Utdrag begärs.", "", Shown.PARTLY),
        ("Utdrag begärs.", "Före anställning", Shown.BY_CONTEXT),
        ("Utdrag begärs av den som anställer.", "", Shown.BY_ITSELF),
        ("Utdrag ur konto begärs av den som anställer, kontoutdrag.", "", Shown.PARTLY),
        ("Utdrag ur protokoll skickas till anställda.", "", Shown.NOT),
        ("Lunch serveras.", "", Shown.NOT),
    ],
)
def test_words_show_a_topic(text: str, context: str, shown: Shown) -> None:
    assert TopicWords(WORDS).shown(text, context) == (shown,)


def test_a_topic_is_not_taken_up_without_a_word_that_it_needs() -> None:
    words = TopicWords(WORDS)
    assert words.without_need("Lunch serveras.", "") == [0]
    assert words.without_need("Lunch serveras.", "Utdrag") == []
    assert words.only_mentioned("Chefen informerar om utdrag.") == {0}


STRATEGY = """# Strategi mot oegentligheter

Strategin har tre fokusområden:

- Fokusområde 1 - Föreningsbidrag och projektmedel
- Fokusområde 2 - Bisysslor och jäv
- Fokusområde 3 - Visselblåsning

Nästa steg är:

- boka möten
"""
AUDIT = """# Granskning

Revisorerna lämnar följande rekommendationer till nämnden:

- Säkerställa att riskanalyser av välfärdsbrott görs varje år
- Säkerställa att attestreglementet följs

Bakgrund:

- fem intervjuer gjordes
"""
LIST = "# Krav\n\n- Leverantörers skattekonton kontrolleras\n- Polisanmälan görs vid misstanke om bedrägeri\n"


@pytest.mark.parametrize(
    ("text", "kind", "titles"),
    [
        (STRATEGY, "strategy", ["Föreningsbidrag och projektmedel", "Bisysslor och jäv", "Visselblåsning"]),
        (
            AUDIT,
            "audit",
            ["Säkerställa att riskanalyser av välfärdsbrott görs varje år", "Säkerställa att attestreglementet följs"],
        ),
        (LIST, "list", ["Leverantörers skattekonton kontrolleras", "Polisanmälan görs vid misstanke om bedrägeri"]),
    ],
    ids=["strategy", "audit", "list"],
)
def test_a_framework_is_proposed_from_a_document_and_loads_again(
    text: str, kind: str, titles: list[str], tmp_path: Path
) -> None:
    proposal = propose(read(text.encode(), name="källa.md"))
    assert proposal is not None
    assert proposal.kind == kind
    (tmp_path / "nytt.yaml").write_text(as_yaml(proposal.kind, proposal.framework, "källa.md"), encoding="utf-8")
    framework = read_framework(tmp_path / "nytt.yaml")
    assert [topic.title.sv for topic in framework.topics] == titles
    assert all(topic.source and topic.source.startswith("källa.md") for topic in framework.topics)


def test_a_document_without_a_list_proposes_nothing() -> None:
    assert propose(read("# Rubrik\n\nLöpande text utan punkter.".encode(), name="a.md")) is None


def test_the_command_lists_shows_and_proposes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["framework", "list"]) == 0
    assert "welfare-crime-guidelines" in capsys.readouterr().out
    assert run(["framework", "show", "strategy-focus-areas"]) == 0
    assert "Fokusområde 4" in capsys.readouterr().out
    (tmp_path / "s.md").write_text(STRATEGY, encoding="utf-8")
    assert run(["framework", "from", str(tmp_path / "s.md"), "--output", str(tmp_path / "nytt.yaml")]) == 0
    assert run(["framework", "show", str(tmp_path / "nytt.yaml")]) == 0
    assert "Bisysslor och jäv" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["framework", "show", "finns-inte"],
            "klausul: ramverket finns-inte finns inte; välj welfare-crime-guidelines",
        ),
        (["framework", "show", "finns-inte.yaml"], "klausul: finns-inte.yaml: cannot be read"),
        (["framework", "from", "finns-inte.md"], "klausul: finns-inte.md: "),
    ],
)
def test_the_command_s_errors_are_one_line(arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith(line)
    assert told.count("\n") == 1

"""The library holds what the specification names, and every data file that is wrong says so in one line."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from clauses import GROUPS, Library, LibraryError, load
from clauses.requirement import Requirement, Trap, Verdict

# id -> group, core facets, expected facets: contract requirements, version 1, in its order.
EXPECTED: dict[str, tuple[str, list[str], list[str]]] = {
    "penalty": ("sanctions", ["right"], ["amount", "not-exclusive"]),
    "payment-withholding": ("sanctions", ["right"], ["trigger"]),
    "repayment": ("sanctions", ["duty"], ["set-off", "interest-or-time"]),
    "termination": ("sanctions", ["right"], ["irregularities", "immediate"]),
    "rectification": ("sanctions", ["duty"], ["deadline", "consequence"]),
    "record-checks": ("vetting", ["duty"], ["timing", "proof", "hired-staff"]),
    "tax-compliance": ("vetting", ["duty"], ["verification", "recurrent"]),
    "credit-check": ("vetting", ["standing"], ["action"]),
    "exclusion-grounds": ("vetting", ["grounds"], ["notice", "persons"]),
    "ownership-change": ("vetting", ["notice"], ["beneficial-owner", "consent"]),
    "permits": ("vetting", ["duty"], ["notice", "staff"]),
    "audit-right": ("follow-up", ["right"], ["access", "unannounced", "third-party", "cooperation"]),
    "documentation": ("follow-up", ["duty"], ["handover", "retention"]),
    "deviation-reporting": ("follow-up", ["duty"], ["promptness"]),
    "public-insight": ("follow-up", ["duty"], []),
    "anti-corruption": ("integrity", ["prohibition"], ["consequence"]),
    "conflict-of-interest": ("integrity", ["duty"], []),
    "whistleblowing": ("integrity", ["protection"], []),
    "working-conditions": ("integrity", ["duty"], ["verification"]),
    "subcontractor-approval": ("supply-chain", ["consent"], []),
    "subcontractor-flow-down": ("supply-chain", ["duty"], ["follow-up"]),
    "billing-evidence": ("supply-chain", ["duty"], []),
}
REQUIREMENTS = pytest.mark.parametrize("requirement", load().requirements, ids=lambda requirement: requirement.id)


def test_ids_groups_and_order_are_the_specifications() -> None:
    assert [(r.id, r.group) for r in load().requirements] == [(name, row[0]) for name, row in EXPECTED.items()]
    assert list(load().groups) == ["sanctions", "vetting", "follow-up", "integrity", "supply-chain"]
    assert sum(len(r.facets) for r in load().requirements) == 53


@REQUIREMENTS
def test_facets_are_the_specifications(requirement: Requirement) -> None:
    _, core, expected = EXPECTED[requirement.id]
    assert [f.id for f in requirement.facets] == core + expected
    assert [f.id for f in requirement.facets if f.core] == core


@REQUIREMENTS
def test_examples_cover_every_status_and_the_traps(requirement: Requirement) -> None:
    examples = requirement.examples
    assert len(examples) >= 8
    assert sum(example.trap is not Trap.NONE for example in examples) >= 3
    assert {example.status for example in examples} == set(Verdict)
    assert len({example.text for example in examples}) == len(examples)


@REQUIREMENTS
def test_labels_agree_with_the_rule_for_the_status(requirement: Requirement) -> None:
    every = {facet.id for facet in requirement.facets}
    core = {facet.id for facet in requirement.facets if facet.core}
    for example in requirement.examples:
        true = set(example.facets)
        capped = example.trap in {Trap.WEAK, Trap.PLACEHOLDER}
        match example.status:
            case Verdict.MET:
                assert true == every, example.text
            case Verdict.PARTIAL:
                assert core <= true and (true != every or capped), example.text
            case _:
                assert not core & true, example.text


@REQUIREMENTS
def test_wording_gives_its_facets(requirement: Requirement) -> None:
    minimum = load().scanner.concepts(f"{requirement.title.sv}. {requirement.wording.minimum}")
    recommended = load().scanner.concepts(f"{requirement.title.sv}. {requirement.wording.recommended}")
    for facet in requirement.facets:
        loose = [combination.model_copy(update={"none": ()}) for combination in facet.recognised]
        assert any(combination.holds(recommended) for combination in loose), facet.id
        assert not facet.core or any(combination.holds(minimum) for combination in loose), facet.id


LINES = Path(__file__).with_name("test_library_sentences.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line.split(": ", 1) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("facet", "sentence"), SENTENCES)
def test_combinations_recognise_ordinary_wordings(facet: str, sentence: str) -> None:
    concepts = load().scanner.concepts(sentence)
    found = {f"{r.id}.{f.id}" for r in load().requirements for f in r.facets if f.recognise(concepts)}
    assert facet in found if facet != "-" else not found


def test_a_requirement_by_its_id() -> None:
    assert load().requirement("penalty").short.sv == "Vite"
    with pytest.raises(KeyError):
        load().requirement("nothing")
    with pytest.raises(KeyError):
        load().requirement("penalty").facet("nothing")


def test_the_built_in_library_is_loaded_once() -> None:
    assert load() is load()


# ---- an organisation's own folder

CONCEPT = "about: A thing.\nwords: sak, saker*\n"
REQUIREMENT = """\
title: {sv: Sak, en: Thing}
short: {sv: Sak, en: Thing}
asks: {sv: En sak., en: A thing.}
why: {sv: Därför., en: Because.}
applies:
  to: [care]
  reason: {sv: Vård., en: Care.}
law: []
matter: [thing]
facets:
  - id: duty
    core: true
    title: {sv: Saken, en: The thing}
    lacks: {sv: saken saknas, en: the thing is absent}
    act: supplier-duty
    recognised:
      - {all: [thing]}
wording: {minimum: Saken., recommended: Hela saken.}

examples:
  - {text: Saken., status: met, facets: [duty], note: The thing.}
"""


def write(folder: Path, requirement: str = REQUIREMENT, concept: str = CONCEPT, at: str = "own/thing-duty") -> Path:
    for path, text in ((f"library/{at}.yaml", requirement), ("lexicon/thing.yaml", concept)):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def test_an_own_requirement_follows_the_built_in(tmp_path: Path) -> None:
    library: Library = load(write(tmp_path))
    own = library.requirements[-1]
    assert (own.id, own.group, len(library.requirements)) == ("thing-duty", "own", 23)
    assert own.facet("duty").recognise(library.scanner.concepts("Alla saker.")) is not None
    assert own.examples[0].facets == ("duty",)
    assert "own" in library.groups and "own" not in GROUPS
    assert len(load().requirements) == 22


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("short:", "shorty:", "shorty: unknown key; allowed here: title, short"),
        ("why: {sv: Därför., en: Because.}\n", "", "why: missing key; needed here: title, short"),
        ("act: supplier-duty", "act: suppliers", "facets.0.act: allowed: 'buyer-right', 'supplier-duty', 'either'"),
        ("to: [care]", "to: [carer]", "applies.to.0: allowed: 'care', 'services'"),
        ("    core: true\n", "", "facets.0.core: missing key; needed here: id, core"),
        ("core: true", "core: false", "no facet is core"),
        ("matter: [thing]", "matter: [things]", "matter: 'things' is no concept"),
        ("- {all: [thing]}", "- {all: [thing], none: [x]}", "facets.duty.recognised.0.none: 'x' is no concept"),
        ("- {all: [thing]}", "- {all: [], none: []}", "facets.0.recognised.0.all: "),
        ("title: {sv: Sak", "id: other\ntitle: {sv: Sak", "id: 'other' is not its place's; leave the key out"),
        ("title: {sv: Sak", "group: vetting\ntitle: {sv: Sak", "group: 'vetting' is not its place's"),
        ("title: {sv: Sak, en: Thing}", "title: {sv: Sak", "not YAML"),
        ("examples:\n", "example:\n", "examples: missing key"),
        ("law: []", "law: [{ref: X, says: {sv: y}, verified: true, from: soon}]", "law.0.from: "),
    ],
)
def test_a_wrong_file_says_where_and_what_is_allowed(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in REQUIREMENT
    with pytest.raises(LibraryError) as error:
        load(write(tmp_path, REQUIREMENT.replace(old, new, 1)))
    assert said in str(error.value)
    assert "thing-duty.yaml" in str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("status: met", "status: good", "examples.0.status: allowed: 'met', 'partial'"),
        ("facets: [duty]", "facets: [right]", "examples.0.facets: 'right' is no facet; allowed: duty"),
        ("note: The thing.", "notes: The thing.", "unknown key; allowed here: text, status"),
        ("- {text: Saken.", "- {text: [", "line 21"),
    ],
)
def test_a_wrong_example_is_told_when_examples_are_read(tmp_path: Path, old: str, new: str, said: str) -> None:
    own = load(write(tmp_path, REQUIREMENT.replace(old, new, 1))).requirements[-1]
    with pytest.raises(LibraryError) as error:
        _ = own.examples
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("concept", "said"),
    [
        ("about: A thing.\n", "words: missing key; needed here: about, words, not"),
        ("about: A thing.\nwords: sak\nnever: sak\n", "never: unknown key; allowed here: about, words, not"),
        ("about: A thing.\nwords: sak, s*k\n", "'s*k': a star stands at an edge of a pattern only"),
        ("about: A thing.\nwords: sak, sak\n", "written twice: sak"),
        ("about: A thing.\nwords: '-'\n", "'-': no letters"),
        ("just words\n", "the file must be a mapping"),
    ],
)
def test_a_wrong_concept_says_what_is_allowed(tmp_path: Path, concept: str, said: str) -> None:
    with pytest.raises(LibraryError) as error:
        load(write(tmp_path, concept=concept))
    assert said in str(error.value)
    assert "thing.yaml" in str(error.value)


def test_a_taken_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="'penalty' is taken"):
        load(write(tmp_path, at="own/penalty"))


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "lexicon/thing.yaml").write_bytes("about: Sak.\nwords: avtalsbrott på\n".encode("latin-1"))
    with pytest.raises(LibraryError, match=r"thing\.yaml: not UTF-8 text; save it as UTF-8"):
        load(folder)


def test_a_requirement_goes_to_another_process_with_its_examples() -> None:
    """Story: documents are checked in worker processes; a closure in the requirement could not be pickled."""
    requirement = load().requirement("penalty")
    assert pickle.loads(pickle.dumps(requirement)).examples == requirement.examples


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no such folder"):
        load(tmp_path / "nowhere")

"""Evaluation: what counts as right, the figures and their intervals by hand, and the command."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import yaml

from api import cli
from api.reports.evaluation import render
from checks.finding import Status
from clauses import load
from corpora import evaluate as evaluating
from corpora import train as training
from corpora.evaluate import evaluate
from corpora.intervals import of_f1, wilson
from corpora.measures import Evaluation, Facet, Judgement, Quotes
from corpora.placing import Squeezed, overlap
from ingest.document import Span

MET, PARTIAL, MISSING, CONTRADICTED, UNDETERMINED = (
    Status.MET,
    Status.PARTIAL,
    Status.MISSING,
    Status.CONTRADICTED,
    Status.UNDETERMINED,
)


def judgement(
    wanted: Status,
    found: Status,
    *,
    document: str = "a",
    requirement: str = "penalty",
    pointer: bool = False,
    confidence: float = 0.9,
    facets: tuple[Facet, ...] = (),
    placed: bool | None = None,
) -> Judgement:
    quotes = Quotes(2, 2, 1, placed)
    return Judgement(document, requirement, wanted, pointer, found, confidence, facets, quotes)


def of(*judgements: Judgement) -> Evaluation:
    return Evaluation(tuple(sorted({each.document for each in judgements})), judgements)


RIGHT = [
    (MET, MET, False, True),
    (MET, PARTIAL, False, False),
    (MISSING, MISSING, True, True),
    (MISSING, UNDETERMINED, True, True),
    (MISSING, UNDETERMINED, False, False),
    (PARTIAL, UNDETERMINED, False, False),
    (MISSING, CONTRADICTED, True, False),
]


@pytest.mark.parametrize(("wanted", "found", "pointer", "right"), RIGHT)
def test_undetermined_is_right_only_where_the_matter_is_left_to_an_absent_document(
    wanted: Status, found: Status, pointer: bool, right: bool
) -> None:
    assert judgement(wanted, found, pointer=pointer).right is right


def test_a_clause_is_present_when_met_or_partial() -> None:
    evaluation = of(
        judgement(MET, PARTIAL),
        judgement(PARTIAL, MISSING),
        judgement(MET, UNDETERMINED, requirement="permits"),
        judgement(MISSING, MET),
        judgement(CONTRADICTED, MISSING),
    )
    present = evaluation.present
    assert (present.hits, present.false, present.missed) == (1, 1, 2)
    assert present.precision.value == 1 / 2
    assert present.recall.value == 1 / 3
    assert present.f1 == pytest.approx(0.4)
    assert evaluation.requirements["permits"].missed == 1
    assert (evaluation.overlooked.right, evaluation.overlooked.of) == (2, 3)


def test_a_right_undetermined_counts_as_the_missing_that_the_label_says() -> None:
    evaluation = of(judgement(MISSING, UNDETERMINED, pointer=True), judgement(MISSING, UNDETERMINED))
    missing, undetermined = evaluation.statuses[MISSING], evaluation.statuses[UNDETERMINED]
    assert (missing.hits, missing.false, missing.missed) == (1, 0, 1)
    assert (undetermined.hits, undetermined.false, undetermined.missed) == (0, 1, 0)
    assert (evaluation.pointed.right, evaluation.pointed.of) == (1, 1)
    assert evaluation.confusion == {(MISSING, UNDETERMINED): 2}


def test_facets_are_measured_together_and_each() -> None:
    facets = (Facet("right", True, True), Facet("amount", True, False), Facet("not-exclusive", False, True))
    evaluation = of(judgement(MET, MET, facets=facets), judgement(MET, MET, document="b", facets=facets[:1]))
    assert (evaluation.facets.hits, evaluation.facets.false, evaluation.facets.missed) == (2, 1, 1)
    assert evaluation.each_facet["penalty.right"].f1 == 1
    assert evaluation.each_facet["penalty.amount"].f1 == 0


def test_quotes_are_rated_in_place_only_where_the_status_is_right_and_the_label_has_quotes() -> None:
    evaluation = of(
        judgement(MET, MET, placed=True),
        judgement(MET, MET, placed=False),
        judgement(MET, PARTIAL, placed=False),
        judgement(MISSING, MISSING),
    )
    assert (evaluation.placed.right, evaluation.placed.of) == (1, 2)
    assert (evaluation.verbatim.right, evaluation.verbatim.of) == (8, 8)
    assert (evaluation.whole.right, evaluation.whole.of) == (4, 8)


def test_calibration_error_by_hand_and_the_surest_part() -> None:
    sure = [judgement(MET, MET, confidence=0.95)] * 4
    unsure = [judgement(MET, MISSING, confidence=0.55)]
    evaluation = of(*sure, *unsure)
    assert evaluation.calibration_error == pytest.approx((4 * 0.05 + 0.55) / 5)
    assert evaluation.surest[0.8].value == 1
    assert evaluation.surest[1.0].value == 0.8


@pytest.mark.parametrize(
    ("right", "count", "low", "high"), [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0)]
)
def test_wilson_as_the_books_have_it(right: int, count: int, low: float, high: float) -> None:
    interval = wilson(right, count)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=1e-4)
    assert wilson(0, 0) is None


def test_f1_is_drawn_over_documents() -> None:
    counts = np.array(
        [[[5, 0, 0], [0, 0, 0], [3, 0, 0]], [[0, 5, 5], [0, 0, 0], [0, 0, 0]], [[5, 1, 1], [0, 0, 0], [0, 0, 0]]]
    )
    wide, nothing, one_document = of_f1(counts)
    assert wide is not None
    assert wide.low < 10 / 16 < wide.high
    assert nothing is None
    assert one_document is None
    assert of_f1(counts) == of_f1(counts)
    assert of_f1(counts[:1]) == [None] * 3


def test_quotes_are_found_whatever_the_white_space_and_marks_of_cells() -> None:
    text = Squeezed.of("7.2 Vite\nVid försening utgår\nvite.\nBrist\t10 000 kr\nVid försening utgår vite.")
    assert text.find("Vid  försening utgår vite.") == [Span(9, 34), Span(51, 76)]
    assert text.find("Brist | 10 000 kr") == [Span(35, 50)]
    assert text.find("Vid fo\u0308rsening utgår") == text.find("Vid försening utgår")
    assert text.find("finns inte") == text.find("  ") == []


@pytest.mark.parametrize(("one", "meets"), [((0, 5), False), ((0, 6), True), ((9, 12), True), ((10, 12), False)])
def test_passages_meet_when_they_share_a_sign(one: tuple[int, int], meets: bool) -> None:
    assert overlap([Span(*one)], [Span(5, 10)]) is meets
    assert overlap([Span(5, 10)], [Span(*one)]) is meets


PENALTY = "Vid försening har Beställaren rätt till vite med 10 000 kronor för varje påbörjad vecka."
CONTRACT = f"""# Avtal om hemtjänst

Mellan Ekmora kommun (Beställaren) och Omsorg i Ekmora AB (Leverantören) har följande avtal träffats.

## 1 Omfattning

Leverantören utför hemtjänst i kommunen.

## 2 Vite

{PENALTY}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    labels: dict[str, object] = {requirement.id: {"status": "missing"} for requirement in load().requirements}
    labels["penalty"] = {
        "status": "partial",
        "facets": {"right": True, "amount": True, "not-exclusive": False},
        "quotes": [PENALTY.replace(" ", "\n", 2), "Detta står ingenstans."],
    }
    for name in ("ett", "två"):
        (tmp_path / f"{name}.md").write_text(CONTRACT, encoding="utf-8")
        gold = yaml.safe_dump({"kind": "contract", "requirements": labels}, allow_unicode=True)
        (tmp_path / f"{name}.gold.yaml").write_text(gold, encoding="utf-8")
    return tmp_path


def test_a_folder_is_checked_and_judged(folder: Path) -> None:
    evaluation = evaluate(folder)
    assert evaluation.documents == ("ett.md", "två.md")
    assert len(evaluation.judgements) == 2 * len(load().requirements)
    found = next(each for each in evaluation.judgements if each.requirement == "penalty")
    assert (found.wanted, found.found) == (PARTIAL, PARTIAL)
    assert found.quotes.placed
    assert evaluation.verbatim.value == 1
    assert evaluation.lost[0] == ("ett.md", "penalty", "Detta står ingenstans.")


def test_the_command_prints_tables_or_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["evaluate", str(folder)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "\x1b" not in told.out
    for words in ("2 dokument, 44 bedömningar", "Klausul finns, per krav", "Rätt status (rader)", "penalty.amount"):
        assert words in told.out
    assert cli.run(["evaluate", str(folder), "--format", "json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["documents"] == ["ett.md", "två.md"]
    assert shape["judgements"][0]["wanted"] == "partial"


def test_files_that_cannot_be_measured_are_lines_and_the_others_are_done(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "tom.md").write_text("")
    (folder / "tom.gold.yaml").write_bytes((folder / "ett.gold.yaml").read_bytes())
    (folder / "utan.md").write_text("text")
    (folder / "fel.md").write_text(CONTRACT)
    (folder / "fel.gold.yaml").write_text("kind: contract\nrequirements: {}\n")
    (folder / "under").mkdir()
    (folder / "under" / "borta.gold.yaml").write_text("kind: contract\n")
    assert cli.run(["evaluate", str(folder)]) == 2
    told = capsys.readouterr()
    assert "2 dokument, 44 bedömningar" in told.out
    names = [line.split(": ")[1] for line in told.err.splitlines()]
    assert sorted(names) == ["fel.gold.yaml", "tom.md", "under/borta.gold.yaml", "utan.md"]


def test_an_error_that_nobody_foresaw_loses_one_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    true_read = evaluating.read

    def read(path: Path, name: str) -> object:
        if name == "ett.md":
            raise KeyError(name)
        return true_read(path, name=name)

    monkeypatch.setattr(evaluating, "read", read)
    assert cli.run(["evaluate", str(folder)]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("klausul: ett.md: något oväntat hände (KeyError)")
    assert "1 dokument, 22 bedömningar" in told.out


WRONG = [
    (["--format", "xlsx"], "--format xlsx finns inte; välj text, json"),
    (["--scanned"], "--scanned gäller mutationer"),
    ([], "mappen är tom"),
]


@pytest.mark.parametrize(("options", "line"), WRONG)
def test_wrong_use_is_one_line(
    options: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["evaluate", str(tmp_path), *options]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert line in told.err
    assert told.err.count("\n") == 1


def test_nothing_measured_is_told_without_figures() -> None:
    assert render(Evaluation((), ())).startswith("0 dokument, 0 bedömningar")
    assert of(judgement(MISSING, MISSING)).present.f1 is None
    assert "–" in render(of(judgement(MISSING, MISSING)))


def statements(voice: int) -> list[dict[str, object]]:
    """A few statements in one voice: two facets given, one denied, and others on nothing."""
    party = {"buyer": "Kommunen", "supplier": "Bolaget", "heading": "Vite"}
    sum_ = f"{voice + 1}0 000 kronor"
    told = [
        (
            f"Kommunen har rätt till vite om {sum_} vid försening.",
            ["penalty.right", "penalty.amount"],
            "none",
            "penalty",
        ),
        ("Kommunen får ta ut vite av Bolaget.", ["penalty.right"], "none", "penalty"),
        ("Kommunen har inte rätt till vite.", [], "denied", "penalty"),
        ("Kommunen bör kunna ta ut vite.", ["penalty.right"], "weak", "penalty"),
        ("Bolaget har rätt till vite av Kommunen.", [], "other-party", "penalty"),
        (f"Lokalen är vit och kostar {sum_}.", [], "other-sense", ""),
        ("Bolaget ska ha tillstånd.", ["permits.duty"], "none", "permits"),
        ("Bolaget behöver inte tillstånd.", [], "denied", "permits"),
        ("Bolaget levererar varje tisdag.", [], "none", "other"),
    ]
    keys = ("text", "facets", "trap", "about")
    return [party | dict(zip(keys, row, strict=True)) for row in told]


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Training on a handful of made-up statements in place of the labelled ones."""
    labelled = tmp_path / "statements"
    labelled.mkdir()
    for voice in range(training.FOLDS + 1):
        lines = [json.dumps(row, ensure_ascii=False) for row in statements(voice) * 2]
        (labelled / f"voice-{voice}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    real = training.load
    monkeypatch.setattr(training, "load", lambda: real(labelled))
    return tmp_path


def test_training_twice_gives_the_same_bytes_and_a_reader_that_reads(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checks import reader

    said: list[str] = []
    first = training.train(said.append, tiny / "one" / "reader.npz")
    second = training.train(path=tiny / "two" / "reader.npz")
    assert first.read_bytes() == second.read_bytes()
    assert any("left out" in line for line in said)
    monkeypatch.setattr(reader, "WEIGHTS_FILE", first)
    trained = reader.load.__wrapped__()
    assert trained.columns.facets == ("penalty.amount", "penalty.right", "permits.duty")
    rows = [row for row in training.load() if row.voice == "voice-0"]
    given, other = rows[0], rows[8]
    readings = training.readings([given, other])
    votes = trained.read(training.seen([given, other]), readings.__getitem__)
    right = votes.facets[:, trained.columns.facets.index("penalty.right")]
    assert right[0] > right[1]

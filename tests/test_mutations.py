"""Mutation testing: each kind of mutant as it is made, where none is made and why, and what is told of them."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
import yaml

import clauses
import ingest
from api import cli
from api.reports.mutations import as_json, render
from checks.finding import Status
from corpora.labels import Label
from corpora.mutation import moves, mutants
from corpora.mutation.clause import Clause, clause
from corpora.mutation.kinds import KINDS, Kind, made
from corpora.mutation.mutate import mutate
from corpora.mutation.source import NotMade, Source
from corpora.mutation.trials import Mutations, Skipped, Trial

LIBRARY = clauses.load()
HEAD = """# Avtal om hemtjänst

Mellan Ekby kommun (org.nr 212000-0142), nedan Beställaren, och Linden Omsorg AB (org.nr 556016-0680), nedan
Leverantören, har följande avtal träffats.

## 1 Uppdraget

1.1 Leverantören ska utföra hemtjänst i Ekby kommun enligt detta avtal under tre år.

"""
PENALTY = "Vid avtalsbrott har Beställaren rätt till vite med 10 000 kronor för varje påbörjad vecka."
BESIDE = "Beställaren får kräva skadestånd också i annat fall."
DUTY = "Leverantören ska vara godkänd för F-skatt och betala skatter i rätt tid."
LISTED = (
    f"{HEAD}## 2 Upphörande\n\n2.1 Beställaren får häva avtalet om\n\n- Leverantören väsentligt bryter mot avtalet\n"
)
LISTED += "- Leverantören har lämnat oriktiga uppgifter\n\n2.2 Underrättelser ska vara skriftliga.\n"


def held(
    said: str, requirement: str = "penalty", *, beside: str = BESIDE, content: str = "", name: str = "avtal.md"
) -> Clause:
    """The clause of a contract in which it is point 2.1, its label quoting it."""
    content = content or f"{HEAD}## 2 Villkor\n\n2.1 {said}\n\n2.2 {beside}\n"
    source = Source(name, content, ingest.read(content.encode(), name=name))
    label = Label(status="met", quotes=(said,))
    return clause(source, LIBRARY.requirement(requirement), label, LIBRARY.scanner)


def kind(name: str) -> Kind:
    return next(each for each in KINDS if each.id == name)


MADE = [
    ("deleted", PENALTY, "penalty", None),
    ("denied", PENALTY, "penalty", "Vid avtalsbrott har Beställaren inte rätt till vite med 10 000 kronor"),
    ("denied", DUTY, "tax-compliance", "Leverantören behöver inte vara godkänd för F-skatt"),
    (
        "denied",
        "Leverantören får inte anlita underleverantör utan Beställarens skriftliga godkännande.",
        "subcontractor-approval",
        "Leverantören får anlita underleverantör utan",
    ),
    ("weakened", DUTY, "tax-compliance", "Leverantören bör vara godkänd"),
    ("weakened", PENALTY, "penalty", "kan Beställaren komma att ha rätt till vite"),
    (
        "weakened",
        "Beställaren får hålla inne betalning vid brist.",
        "payment-withholding",
        "Beställaren kan komma att hålla inne betalning vid brist.",
    ),
    ("handed", PENALTY, "penalty", "Vid avtalsbrott har Leverantören rätt till vite"),
    ("handed", DUTY, "tax-compliance", "Beställaren ska vara godkänd för F-skatt"),
]


@pytest.mark.parametrize(("name", "said", "requirement", "words"), MADE)
def test_a_clause_is_changed_in_its_own_words(name: str, said: str, requirement: str, words: str | None) -> None:
    text = made(kind(name), held(said, requirement), Status.MET).decode()
    assert said not in text
    assert words is None or words in text
    assert "1.1 Leverantören ska utföra hemtjänst" in text


def test_a_refusal_stands_in_the_place_of_the_clause() -> None:
    text = mutants.refused(held(PENALTY))
    assert PENALTY not in text
    assert "2.1 Beställaren har inte rätt till vite" in text or "2.1 Något vite tas inte ut" in text


def test_an_optional_clause_is_in_brackets_with_a_note() -> None:
    text = mutants.optional(held(PENALTY))
    before, after = text.split(PENALTY)
    assert before.rsplit("\n", 1)[1].startswith("2.1 [")
    assert "]" in after.split("\n", 1)[0]


def test_what_is_taken_back_is_named_by_its_number_at_the_end() -> None:
    text = mutants.taken_back(held(PENALTY))
    assert PENALTY in text
    assert "punkt 2.1" in text[text.index(PENALTY) :].lower()


MOVED = [
    ("table", f"| 1 | {PENALTY} |"),
    ("list", f"\n- {PENALTY}"),
    ("appendix", f"\n1. {PENALTY}"),
]


@pytest.mark.parametrize(("name", "words"), MOVED)
def test_a_clause_is_moved_whole(name: str, words: str) -> None:
    text = made(kind(name), held(PENALTY), Status.MET).decode()
    assert words in text
    assert text.count(PENALTY) == 1


@pytest.mark.parametrize(("name", "part"), [("footnote", "word/footnotes.xml"), ("text-box", "word/document.xml")])
def test_a_word_file_has_the_clause_in_a_note_or_a_box(name: str, part: str) -> None:
    content = made(kind(name), held(PENALTY), Status.MET)
    assert PENALTY in zipfile.ZipFile(io.BytesIO(content)).read(part).decode()
    assert PENALTY in " ".join(ingest.read(content, name="avtal.docx").text.split())


LONG = f"{PENALTY[:-1]} intill dess att Leverantören har rättat felet och skriftligen underrättat Beställaren om detta."


def test_a_page_ends_within_the_sentence() -> None:
    content = made(kind("pages"), held(LONG), Status.MET)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    assert "Vid avtalsbrott" in pages[0]
    assert "om detta." in pages[1]
    assert "om detta." not in pages[0]


def test_a_scanned_page_is_an_image_and_the_others_are_text() -> None:
    rest = "\n\n".join(f"3.{number} {BESIDE}" for number in range(1, 40))
    content = f"{HEAD}## 2 Vite\n\n2.1 {PENALTY}\n\n## 3 Annat\n\n{rest}\n"
    pdf = pypdfium2.PdfDocument(moves.scanned(held(PENALTY, content=content)))
    texts = [page.get_textpage().get_text_range().strip() for page in pdf]
    assert texts[0] == ""
    assert all(texts[1:])


def test_without_ocr_no_page_is_scanned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLAUSUL_OCR", "off")
    with pytest.raises(NotMade):
        moves.scanned(held(PENALTY))


def test_without_reportlab_no_pages_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reportlab.pdfgen.canvas", None)
    with pytest.raises(NotMade, match="reportlab"):
        moves.over_pages(held(LONG))


NOT_MADE = [
    ("denied", "Utdrag ur belastningsregistret ska visas upp innan någon anställs.", "record-checks", "om tiden"),
    ("denied", "Beställaren får säga upp avtalet med omedelbar verkan vid avtalsbrott.", "termination", "om tiden"),
    (
        "denied",
        "Leverantören ska betala skatter, och Beställaren får kontrollera det.",
        "tax-compliance",
        "flera saker",
    ),
    ("denied", f"[{PENALTY}]", "penalty", "klammer"),
    ("refused", f"[{PENALTY}]", "penalty", "klammer"),
    ("weakened", "Leverantören bör betala skatter i rätt tid.", "tax-compliance", "redan svag"),
    ("handed", "Utdrag ur belastningsregistret ska visas upp.", "record-checks", "parten nämns inte"),
    ("handed", "Leverantörens faktura ska ha tidrapporter.", "billing-evidence", "som fakturerar"),
    ("handed", "Beställaren eller kommunen får granska Leverantörens arbete.", "audit-right", "två namn"),
    ("pages", "Vite utgår.", "penalty", "på en rad"),
]


@pytest.mark.parametrize(("name", "said", "requirement", "why"), NOT_MADE)
def test_where_the_status_that_follows_is_not_certain_no_mutant_is_made(
    name: str, said: str, requirement: str, why: str
) -> None:
    with pytest.raises(NotMade, match=why):
        made(kind(name), held(said, requirement), Status.MET)


def test_a_clause_that_is_partial_is_not_weakened() -> None:
    with pytest.raises(NotMade, match="redan delvis"):
        made(kind("weakened"), held(PENALTY), Status.PARTIAL)


def test_the_same_words_twice_are_no_clause_to_change() -> None:
    with pytest.raises(NotMade, match="samma sak"):
        held(PENALTY, beside=PENALTY)


AGAIN = [
    ("penalty", PENALTY, "Vid sen leverans utgår ett avdrag på ersättningen."),
    ("tax-compliance", DUTY, "Saknas F-skatt betalas ingen ersättning ut."),
    ("rectification", "Leverantören ska avhjälpa fel inom tio dagar.", "Rättelse sker utan kostnad för Beställaren."),
]


@pytest.mark.parametrize("name", ["deleted", "denied", "refused", "weakened", "handed", "optional", "taken-back"])
@pytest.mark.parametrize(("requirement", "said", "beside"), AGAIN)
def test_what_gives_the_core_again_is_taken_away_too(name: str, requirement: str, said: str, beside: str) -> None:
    """A "weakened" mutant once left "Ett belopp som Anordnaren ska betala tillbaka får räknas av" binding beside it."""
    try:
        text = made(kind(name), held(said, requirement, beside=beside), Status.MET).decode()
    except NotMade as error:
        assert "om tiden" in str(error)
    else:
        assert beside not in text


@pytest.mark.parametrize("make", [mutants.deleted, mutants.refused])
def test_a_list_whose_introduction_gives_the_core_goes_whole(make: object) -> None:
    """ "Får häva avtalet om" with the other grounds left still ends the contract."""
    of = held("Leverantören väsentligt bryter mot avtalet", "termination", content=LISTED)
    text = mutants.deleted(of) if make is mutants.deleted else mutants.refused(of)
    assert "får häva avtalet om" not in text
    assert "oriktiga uppgifter" not in text
    assert "Underrättelser" in text
    assert make is mutants.deleted or "2.1 Beställaren" in text


def test_a_refusal_after_a_list_leaves_no_item_that_it_replaces() -> None:
    """The item once stayed: the refusal stood where the item's line ended, and two edits must not overlap."""
    content = f"{HEAD}## 2 Krav\n\nLeverantören ska\n\n- ha aktuell växel\n- ha det tillstånd som verksamheten kräver\n"
    text = mutants.refused(held("ha det tillstånd som verksamheten kräver", "permits", content=content))
    assert "som verksamheten kräver" not in text
    assert "tillstånd" in text.split("## 2 Krav\n")[1]


def test_no_introduction_is_left_without_its_items() -> None:
    content = f"{HEAD}## 2 Krav\n\nLeverantören ska\n\n- ha det tillstånd som verksamheten kräver\n\n2.2 {BESIDE}\n"
    text = mutants.deleted(held("ha det tillstånd som verksamheten kräver", "permits", content=content))
    assert "Leverantören ska\n" not in text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A labelled contract with one clause, one label file without its contract, and one contract in Word."""
    requirements = {each.id: {"status": "missing"} for each in LIBRARY.requirements}
    labels = {"kind": "contract", "requirements": requirements | {"penalty": {"status": "met", "quotes": [PENALTY]}}}
    (tmp_path / "ett.md").write_text(f"{HEAD}## 2 Vite\n\n2.1 {PENALTY}\n\n2.2 {BESIDE}\n", encoding="utf-8")
    (tmp_path / "ett.gold.yaml").write_text(yaml.safe_dump(labels), encoding="utf-8")
    return tmp_path


def test_every_clause_is_changed_and_checked(folder: Path) -> None:
    found = mutate(folder)
    assert found.documents == ("ett.md",)
    assert {each.requirement for each in found.trials} == {"penalty"}
    assert {each.kind for each in found.trials} >= {"deleted", "denied", "handed", "optional", "table", "text-box"}
    assert found.caught.of == len(found.trials)
    assert {each.kind for each in found.trials if each.caught} >= {"deleted", "refused", "handed", "table", "list"}


def test_a_clause_that_is_not_found_as_it_stands_is_left_to_evaluate(folder: Path) -> None:
    text = (folder / "ett.md").read_text(encoding="utf-8")
    (folder / "ett.md").write_text(text.replace(PENALTY, "Vädret är vackert."), encoding="utf-8")
    found = mutate(folder)
    assert not found.trials
    assert [each.why for each in found.skipped] == ["klausulen hittas inte i avtalet som det är"]


def test_the_command_tells_what_was_caught_and_what_was_not_used(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "två.md").write_text("Avtal", encoding="utf-8")
    assert cli.run(["evaluate", str(folder), "--mutations", "--format", "json"]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("klausul: två.md: etiketter saknas")
    shape = json.loads(told.out)
    assert shape["documents"] == ["ett.md"]
    assert shape["requirements"]["penalty"]["of"] == len(shape["mutants"])
    assert "scanned" not in {each["kind"] for each in (*shape["mutants"], *shape["skipped"])}


def test_an_empty_folder_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["evaluate", str(tmp_path), "--mutations"]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert "mappen är tom" in told.err


def trial(name: str, found: Status, requirement: str = "penalty") -> Trial:
    return Trial("a.md", requirement, name, kind(name).wanted, Status.MET, found, "Vite utgår.", "Inget\nvite.")


def test_shares_for_each_kind_and_requirement_and_the_missed_ones() -> None:
    found = Mutations(
        ("a.md",),
        (
            trial("deleted", Status.MISSING),
            trial("deleted", Status.CONTRADICTED, "permits"),
            trial("denied", Status.MISSING),
        ),
        (Skipped("a.md", "permits", "denied", "satsen säger flera saker"),),
    )
    assert (found.caught.right, found.caught.of) == (2, 3)
    assert {name: (share.right, share.of) for name, share in found.kinds.items()} == {
        "deleted": (2, 2),
        "denied": (0, 1),
    }
    assert list(found.requirements) == ["penalty", "permits"]
    text = " ".join(render(found).split())
    assert "a.md, penalty, nekad i egna ord: saknas i stället för motsägs; ”Vite utgår.” ← ”Inget vite.”" in text
    assert "nekad i egna ord satsen säger flera saker 1" in text
    shape = json.loads(as_json(found))
    assert shape["caught"]["interval"][0] == pytest.approx(0.2077, abs=0.001)
    assert [each["caught"] for each in shape["mutants"]] == [True, True, False]
    assert shape["mutants"][2]["wanted"] == ["contradicted"]


def test_nothing_made_is_told_without_figures() -> None:
    assert render(Mutations((), (), ())).startswith("0 dokument, 0 mutanter")

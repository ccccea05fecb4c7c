"""Several files as one contract: one finding for each requirement, each quote from its own file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from mails import mail, zipped

from api import bundling, cli
from api.reports import json as report_json
from api.reports import text as report_text
from api.reports.html import page
from api.trouble import Refused
from checks.bundle import BundleReport, check_bundle
from checks.bundle_roles import Role, placed
from checks.finding import Finding, Status
from clauses import load
from ingest import read
from ingest.document import Document

PARTIES = "Mellan Ekmora kommun (Beställaren) och Solgläntan AB (Utföraren) har detta avtal träffats."
APPROVAL = "Utföraren får inte anlita underleverantör utan Beställarens skriftliga godkännande."
FREE = "Utföraren får fritt anlita underleverantörer utan Beställarens godkännande."
PENALTY = "Vid brist har Beställaren rätt till vite om 10 000 kronor för varje påbörjad vecka."
ORDER = "Om handlingarna är motstridiga gäller de i följande ordning:\n\n"


def contract(*clauses: str, title: str = "Avtal om hemtjänst", before: str = "") -> str:
    sections = [f"## {number} Villkor {number}\n\n{clause}\n" for number, clause in enumerate(clauses, 1)]
    return f"# {title}\n\n{PARTIES if 'Avtal' in title else ''}\n\n{before}\n\n" + "\n".join(sections)


def documents(files: Mapping[str, str]) -> list[Document]:
    return [read(text.encode(), name=name) for name, text in files.items()]


def checked(files: Mapping[str, str], unread: tuple[tuple[str, str], ...] = ()) -> BundleReport:
    return check_bundle(documents(files), unread, "", load())


def finding(report: BundleReport, name: str) -> Finding:
    return next(each for each in report.findings if each.id == name)


ROLES = [
    ("huvudavtal.md", "Avtal om städning", Role.MAIN, ""),
    ("Bilaga 1.md", "Kravspecifikation", Role.APPENDIX, "Bilaga 1"),
    ("02_bilaga_02_prislista.md", "Prislista", Role.APPENDIX, "Bilaga 2"),
    ("bil3.md", "Säkerhet", Role.APPENDIX, "Bilaga 3"),
    ("Bil. 4 personuppgifter.md", "Biträdesavtal", Role.APPENDIX, "Bilaga 4"),
    ("HSN 2025-1 Bilaga B.md", "Etik", Role.APPENDIX, "Bilaga B"),
    ("priser.md", "Bilaga 5 – Priser", Role.APPENDIX, "Bilaga 5"),
    ("krav.md", "BILAGA 6", Role.APPENDIX, "Bilaga 6"),
    ("allmanna.md", "Allmänna villkor för tjänster", Role.GENERAL, "Allmänna villkor"),
    ("Särskilda kontraktsvillkor.md", "Villkor", Role.SPECIAL, "Särskilda villkor"),
    ("anbud.md", "Anbud från Solgläntan", Role.OFFER, "Anbud"),
    ("tilläggsavtal nr 2.md", "Ändrade priser", Role.AMENDMENT, "Tilläggsavtal 2"),
    ("ändring.md", "Tilläggsavtal 1 till avtal om städning", Role.AMENDMENT, "Tilläggsavtal 1"),
    ("Bilaga1_Kravspec.md", "Krav", Role.APPENDIX, "Bilaga 1"),
    ("2. Bilaga 1 - Krav.md", "Krav", Role.APPENDIX, "Bilaga 1"),
    ("HSN 2025-0123 Avtal om vård, bilaga 3 Pris.md", "Pris", Role.APPENDIX, "Bilaga 3"),
    ("Förlängningsavtal 2026.md", "Förlängning", Role.AMENDMENT, "Tilläggsavtal"),
    ("Tillägg till avtal.md", "Ändrat pris", Role.AMENDMENT, "Tilläggsavtal"),
    ("Överenskommelse.md", "Överenskommelse om ändring av avtal", Role.AMENDMENT, "Tilläggsavtal"),
    ("Allmänna avtalsvillkor.md", "Villkor", Role.GENERAL, "Allmänna villkor"),
    ("A pub-avtal.md", "Personuppgiftsbiträdesavtal", Role.OTHER, ""),
    ("Avtal inkl bilaga 1.md", "Avtal om städning", Role.MAIN, ""),
    ("bilagor till avtalet.md", "Diverse", Role.OTHER, ""),
    ("Bilder.md", "Bilder av lokalerna", Role.OTHER, ""),
]


@pytest.mark.parametrize(("name", "title", "role", "label"), ROLES, ids=[row[0] for row in ROLES])
def test_what_a_file_is(name: str, title: str, role: Role, label: str) -> None:
    files = {name: f"# {title}\n\nDetta dokument beskriver vad som gäller.\n"}
    found = placed(documents(files if role is Role.MAIN else {**files, "Ramavtal.md": contract(PENALTY)}))
    own = next(each for each in found if each.document.name == name)
    assert (own.role, own.label) == (role, label)


def test_an_appendix_is_known_by_what_the_main_agreement_calls_it() -> None:
    found = placed(
        documents(
            {
                "avtal.md": contract("Kraven framgår av Bilaga 7 Säkerhetskrav, och priserna av bilaga 8."),
                "säkerhetskrav.md": "# Krav på säkerhet\n\nDörrar ska hållas låsta.\n",
            }
        )
    )
    assert [each.label for each in found] == ["", "Bilaga 7"]


def test_files_are_read_in_the_order_of_the_contract_and_amendments_last() -> None:
    found = placed(
        documents(
            {
                "tilläggsavtal 2.md": "# Tilläggsavtal 2\n\nFörlängs.\n",
                "bilaga 10.md": "# Bilaga 10\n\nText.\n",
                "tilläggsavtal 1.md": "# Tilläggsavtal 1\n\nÄndras.\n",
                "bilaga 2.md": "# Bilaga 2\n\nText.\n",
                "avtal.md": contract(PENALTY),
            }
        )
    )
    assert [each.document.name for each in found] == [
        *("avtal.md", "bilaga 2.md", "bilaga 10.md", "tilläggsavtal 1.md", "tilläggsavtal 2.md")
    ]


def test_each_quote_is_the_slice_of_its_own_file() -> None:
    files = {"avtal.md": contract(APPROVAL), "bilaga 1.md": contract(PENALTY, title="Bilaga 1 Påföljder")}
    report = checked(files)
    texts = {document.name: document.text for document in documents(files)}
    shape = json.loads(report_json.line(report))
    quotes = [each for one in shape["requirements"] for each in one["evidence"] + one["nearest"]]
    assert {each["file"] for each in quotes} == set(files)
    for each in quotes:
        assert texts[each["file"]][each["start"] : each["end"]] == each["quote"]
    assert finding(report, "penalty").status in (Status.MET, Status.PARTIAL)
    assert finding(report, "subcontractor-approval").status is Status.MET
    assert [each["name"] for each in shape["document"]["files"]] == ["avtal.md", "bilaga 1.md"]


WINS = [
    ("1. Avtalet\n2. Bilaga 1\n", Status.MET, "bilaga 1, avsnitt 1 säger annat, men avsnitt 1 i huvudavtalet går före"),
    ("1. Bilaga 1\n2. Avtalet\n", Status.CONTRADICTED, "avsnitt 1 i huvudavtalet säger annat, men Bilaga 1, avsnitt 1"),
]


@pytest.mark.parametrize(("order", "status", "told"), WINS, ids=["main", "appendix"])
def test_the_order_of_precedence_decides_and_the_report_says_which_won(order: str, status: Status, told: str) -> None:
    report = checked(
        {
            "avtal.md": contract(APPROVAL, before=ORDER + order),
            "bilaga 1.md": contract(FREE, title="Bilaga 1 Villkor"),
        }
    )
    found = finding(report, "subcontractor-approval")
    assert found.status is status
    assert told in found.because


def test_without_an_order_two_files_are_left_in_conflict() -> None:
    report = checked({"avtal.md": contract(APPROVAL), "bilaga 1.md": contract(FREE, title="Bilaga 1 Villkor")})
    assert finding(report, "subcontractor-approval").conflict


def test_an_amendment_goes_before_and_strikes_by_number() -> None:
    files = {
        "avtal.md": contract(PENALTY, APPROVAL),
        "tillägg 1.md": "# Tilläggsavtal 1\n\nPunkt 1 utgår.\n\nUtföraren får fritt anlita underleverantörer.\n",
    }
    report = checked(files)
    assert finding(report, "penalty").status is Status.MISSING
    assert finding(checked({"avtal.md": files["avtal.md"]}), "penalty").status is not Status.MISSING


def test_a_point_is_not_an_appendix_of_that_number() -> None:
    """An amendment of "punkt 1 i Bilaga 1" took all of the appendix away: "Bilaga 1" was taken for a point 1."""
    report = checked(
        {
            "avtal.md": contract("Priser framgår av bilaga 1."),
            "bilaga 1.md": contract("Priset är 400 kronor.", PENALTY, title="Bilaga 1"),
            "tillägg.md": "# Tilläggsavtal 1\n\nPunkt 1 i Bilaga 1 ska ha följande lydelse: ”Priset är 500 kr.”\n",
        }
    )
    assert finding(report, "penalty").status is not Status.MISSING


def test_appendices_that_are_there_are_not_missed_and_others_are() -> None:
    clause = "Pris framgår av bilaga 1, krav av bilaga 2 och säkerhet av bilaga 3."
    report = checked(
        {
            "avtal.md": contract(clause),
            "priser.md": "# Bilaga 1 Priser\n\nTimpriset är 400 kronor.\n",
            "bilaga_3.md": "# Säkerhet\n\nDörrar ska hållas låsta.\n",
        }
    )
    assert report.document.ledger.missing_appendices == ("Bilaga 2",)


def test_missing_only_when_every_file_is_read_whole() -> None:
    files = {"avtal.md": contract(APPROVAL)}
    assert finding(checked(files), "penalty").status is Status.MISSING
    unread = checked(files, (("bilaga 1.pdf", "filen är skadad"),))
    assert finding(unread, "penalty").status is Status.UNDETERMINED
    assert unread.document.ledger.unread == ("bilaga 1.pdf",)
    english = "# Appendix\n\n" + "The supplier shall at all times comply with the requirements of the customer. " * 9
    assert finding(checked({**files, "b.md": english}), "penalty").status is Status.UNDETERMINED


def test_text_and_page_name_the_files() -> None:
    report = checked({"avtal.md": contract(APPROVAL), "bilaga 1.md": contract(PENALTY, title="Bilaga 1 Påföljder")})
    told = report_text.render(report, load())
    assert "Fil: avtal.md (huvudavtal)" in told
    assert "Fil: bilaga 1.md (Bilaga 1)" in told
    assert "bilaga 1.md, 1 Villkor 1" in told
    assert "bilaga 1.md (Bilaga 1)" in page([report], load())
    assert "Read: all files" in report_text.render(report, load(), "en")


@pytest.mark.parametrize("form", ["files", "folder", "zip", "mail"])
def test_the_command_takes_files_a_folder_a_zip_or_a_mail(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"avtal.md": contract(APPROVAL), "bilaga 1.md": contract(PENALTY, title="Bilaga 1 Påföljder")}
    folder = tmp_path / "mapp"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    held = {name: text.encode() for name, text in files.items()}
    (tmp_path / "a.zip").write_bytes(zipped(held))
    (tmp_path / "b.eml").write_bytes(mail(attachments=tuple(held.items())))
    given = {
        "files": [str(folder / name) for name in files],
        "folder": [str(folder)],
        "zip": [str(tmp_path / "a.zip")],
        "mail": [str(tmp_path / "b.eml")],
    }[form]
    assert cli.run(["check", "--bundle", "--format", "json", *given]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    shape = json.loads(line)
    prefix = {"files": "", "folder": "mapp/", "zip": "a.zip/", "mail": "b.eml/"}[form]
    assert [each["name"] for each in shape["document"]["files"]] == [f"{prefix}{name}" for name in files]
    assert {each["file"] for one in shape["requirements"] for each in one["evidence"]} == {
        f"{prefix}{name}" for name in files
    }


def test_a_file_that_cannot_be_read_is_a_line_and_the_others_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "avtal.md").write_text(contract(APPROVAL), encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 trasig")
    status = cli.run(["check", "--bundle", "--format", "json", str(tmp_path)])
    captured = capsys.readouterr()
    assert status == 2
    assert captured.err.count("\n") == 1
    shape = json.loads(captured.out)
    assert shape["ledger"]["complete"] is False
    assert shape["ledger"]["unread"] == [f"{tmp_path.name}/b.pdf"]


def test_a_bundle_without_any_document_is_refused(tmp_path: Path) -> None:
    outcomes = list(bundling.check_bundle([(tmp_path, tmp_path.name)]))
    assert [type(each) for each in outcomes] == [Refused]

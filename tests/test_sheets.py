"""Spreadsheets and tables in text form: what their cells show, what is hidden, and what is no table."""

from datetime import date, datetime
from io import BytesIO

import pytest
from open_documents import flat
from openpyxl import Workbook

import ingest
from ingest import sniff
from ingest.document import BlockKind
from ingest.errors import BrokenFile
from ingest.formats import csv, ods, xlsx
from ingest.sheets import grid, workbook
from ingest.sheets.values import number_format, shown

VALUES = [
    (10000, "General", "10000"),
    (1234.5, "General", "1234,5"),
    (0.1 + 0.2, "General", "0,3"),
    (10000, "#,##0", "10 000"),
    (1234567.891, "#,##0.00", "1 234 567,89"),
    (10000, '#,##0\\ "kr"', "10 000 kr"),
    (99.5, "#,##0.00\\ [$kr-41D]", "99,50 kr"),
    (-5, "0.00;[Red]-0.00", "-5,00"),
    (-5, "0;(0)", "(5)"),
    (0, '0;-0;"noll"', "noll"),
    (0.15, "0%", "15 %"),
    (0.075, "0.0\\ %", "7,5 %"),
    (1500000, '0.0,,\\ "mkr"', "1,5 mkr"),
    (7, "000", "007"),
    (0.5, "0.0", "0,5"),
    (5566778899, "000000-0000", "556677-8899"),
    (701234567, "000\\-000 00 00", "070-123 45 67"),
    (12345, '_-* #,##0\\ "kr"_-', "12 345 kr"),
    (46053, "yyyy\\-mm\\-dd", "2026-01-31"),
    (46053, "[$-41D]d\\ mmmm\\ yyyy", "31 januari 2026"),
    (46053, "mmm\\-yy", "jan 2026"),
    (46053.5625, "yyyy-mm-dd hh:mm", "2026-01-31 13:30"),
    (0.5625, "h:mm", "13:30"),
    (1.5, "[h]:mm", "36:00"),
    (46053, "yyyy", "2026"),
    (1, '"Ja";"Nej"', "Ja"),
    (3, "@", "3"),
]


@pytest.mark.parametrize(("value", "code", "text"), VALUES)
def test_numbers_are_as_a_swede_sees_them(value: float, code: str, text: str) -> None:
    assert shown(value, number_format(0, code)) == text


def test_built_in_formats_and_the_years_before_the_leap_day_that_never_was() -> None:
    assert shown(46053, number_format(14, None)) == "2026-01-31"
    assert shown(0.5, number_format(9, None)) == "50 %"
    assert shown(1, number_format(14, None)) == "1900-01-01"
    assert shown(61, number_format(14, None)) == "1900-03-01"
    assert shown(0, number_format(14, None), from_1904=True) == "1904-01-01"


def book(*sheets: tuple[str, list[list[object]]]) -> Workbook:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return made


def data(made: Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_sheets_are_sections_and_rows_are_rows() -> None:
    rows = [
        ["Bilaga 1"],
        [],
        ["Brist", "Vite", "Från"],
        ["Försening", 1000, date(2026, 1, 31)],
        ["Utebliven", 5000.5, None],
    ]
    found = xlsx.drafts(data(book(("Viten", rows), ("Krav", [["Leverantören ska betala vite."]])))).blocks
    assert [(draft.kind and draft.kind.value, draft.text) for draft in found] == [
        ("heading", "Viten"), (None, "Bilaga 1"), ("table-head", "Brist\tVite\tFrån"),
        ("table-row", "Försening\t1000\t2026-01-31"), ("table-row", "Utebliven\t5000,5\t"),
        ("heading", "Krav"), (None, "Leverantören ska betala vite."),
    ]  # fmt: skip


def test_hidden_sheets_rows_and_columns_are_left_out_and_told() -> None:
    made = book(("A", [["x", "dold", "y"], ["dold", "dold", "dold"], ["z", "dold", "w"]]), ("B", [["dold"]]))
    made["A"].row_dimensions[2].hidden = True
    made["A"].column_dimensions["B"].hidden = True
    made["B"].sheet_state = "hidden"
    document = ingest.read(data(made))
    assert "dold" not in document.text
    assert [part.fate for part in document.ledger.parts] == ["read", "left-out", "left-out"]


def test_a_formula_without_a_saved_value_makes_the_reading_incomplete() -> None:
    ledger = ingest.read(data(book(("A", [["Summa", "=1+1"], ["a", "b"]])))).ledger
    assert ledger.unread == ("blad A, 1 formler",)


def test_cells_of_prose_are_paragraphs() -> None:
    clause = "Leverantören ska betala vite. " * 12
    found = xlsx.drafts(data(book(("Blad1", [["1.1", clause], ["1.2", clause]])))).blocks
    assert [draft.number for draft in found] == ["1.1", "1.2"]
    assert all(draft.kind is None for draft in found)


def test_times_truths_and_long_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    made = data(book(("Blad1", [["a", True, datetime(2026, 1, 31, 13, 30)]] * 5)))
    assert xlsx.drafts(made).blocks[0].text == "a\tSANT\t2026-01-31 13:30"
    monkeypatch.setattr(workbook, "MOST_CELLS", 5)
    document = ingest.read(made)
    assert (document.ledger.complete, document.text.count("\n")) == (False, 1)


def test_a_workbook_without_its_parts_is_broken() -> None:
    whole = data(book(("A", [["x"]])))
    with pytest.raises(BrokenFile):
        xlsx.drafts(whole[: len(whole) // 2])


TABLES = {
    "semicolons": "Brist;Vite\r\nFörsening;1 000 kr\r\nUtebliven;5 000 kr\r\n",
    "commas": "Brist,Vite,Tid\nFörsening,1000,dag\nUtebliven,5000,tillfälle\n",
    "quotes": 'Brist;Vite\n"a; b";"rad\när två"\nc;d\n',
    "named": "sep=|\nBrist|Vite\na|b\n",
}
TEXTS = {
    "a contract with semicolons": "Leverantören ska betala vite; vitet är 1 000 kr.\n"
    "Kommunen får häva; skälen framgår nedan.\nAllt annat; se bilaga.\n",
    "a list": "1. Vite;\n2. Hävning;\n3. Skadestånd.\n",
    "commas in sentences": "Vite, hävning, uppsägning.\nEtt, två, tre.\nFyra, fem, sex.\n",
    "one line": "a;b;c;d\n",
    "names and values": "Namn: Eva\nOrt: Vidsjö\nDatum: 2026-01-31\n",
    "rows of different length": "a;b;c\nd\ne;f;g;h;i\nj;k\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_in_text_form_are_told_by_their_regularity(name: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        raw = TABLES[name].encode(encoding)
        assert sniff.kind(raw) == "csv"
        assert csv.drafts(raw).blocks[0].cells[:2] == ("Brist", "Vite")


@pytest.mark.parametrize("name", TEXTS)
def test_text_with_the_same_signs_is_no_table(name: str) -> None:
    assert sniff.kind(TEXTS[name].encode()) == "text"


def test_a_long_table_is_cut_and_the_ledger_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_CELLS", 6)
    document = ingest.read(b"a;b\nc;d\ne;f\ng;h\ni;j\n")
    assert document.ledger.unread == ("rader efter rad 4",)


def test_open_document_sheets_repeat_and_hide() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    body = (
        '<table:table table:name="Priser"><table:table-column/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="16382"/><table:table-row>'
        + cell("Yta") + cell("dold") + cell("Pris") + "</table:table-row><table:table-row>"
        + cell("Sal") + cell("dold") + cell("1 000 kr")
        + '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row></table:table>'
    )  # fmt: skip
    found = ods.drafts(flat(body, kind="spreadsheet"))
    assert [draft.cells for draft in found.blocks if draft.cells] == [("Yta", "Pris"), ("Sal", "1 000 kr")]
    assert found.blocks[1].kind is BlockKind.TABLE_HEAD
    assert [part.fate for part in found.parts] == ["read", "left-out"]

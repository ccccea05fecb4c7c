"""RTF: what groups, control words and code pages make of a text, and what is not shown of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ingest
from ingest.document import BlockKind
from ingest.draft import Drafts
from ingest.errors import TooLarge
from ingest.formats import rtf

FONTS = (
    r"{\fonttbl{\f0\fnil\fcharset0 Times;}{\f1\fnil\fcharset238 Times CE;}{\f2\ftech\fcharset2 Symbol;}"
    r"{\f3\fnil\fcharset128 MS Mincho;}}"
)
STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 heading 1;}{\s2 Rubrik 2;}{\s3 toc 1;}"
    r"{\s4\sbasedon1 Egen rubrik;}{\*\cs9 Tecken;}}"
)


def read(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> Drafts:
    return rtf.drafts((r"{\rtf1" + head + FONTS + STYLES + "\n" + body + "}").encode("latin-1"))


def texts(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> list[str]:
    return [draft.text for draft in read(body, head).blocks]


TEXTS = {
    "bytes of the code page": (r"Leverant\'f6ren betalar \'e5tta\par", ["Leverantören betalar åtta"]),
    "unicode with a stand-in": (r"Leverant\u246?ren \u8211-\u8211\'96 nu\par", ["Leverantören –– nu"]),
    "two stand-ins": (r"\uc2 a\u246??b\uc0\u246 c\par", ["aöböc"]),
    "stand-ins end with their group": (r"{\uc3 \u246?}abc\par", ["öabc"]),
    "a sign beyond 16 bits": (r"\u-10179?\u-8704?\par", ["😀"]),
    "another code page": (r"{\f1 \'f8\'e6}\par", ["řć"]),
    "two bytes a sign": (r"{\f3 \'93\'fa\'96\'7b}\par", ["日本"]),
    "a bullet of the Symbol font": (r"{\f2\'b7}\tab Vite\par", ["•\tVite"]),
    "raw bytes": ("Leverant\xf6ren\\par", ["Leverantören"]),
    "signs": (r"10\~000 kr\emdash s\_k \{a\} b\-c\par", ["10 000 kr—s-k {a} bc"]),
    "line breaks in the file": ("Vite ut\ng\\'e5r.\\par\r\nSedan.\\par", ["Vite utgår.", "Sedan."]),
    "line breaks on the page": (r"Rad ett\line rad tv\'e5\par", ["Rad ett\nrad två"]),
    "no last paragraph mark": (r"Vite utg\'e5r.", ["Vite utgår."]),
    "a backslash at the end of a line": ("Ett\\\nTv\\'e5\\par", ["Ett", "Två"]),
    "two forms of one text": (r"{\upr{N\par}{\*\ud{Namn \u246?\par}}}", ["Namn ö"]),
    "unknown destinations": (r"A{\*\okand Dolt}{\info{\title Dolt}}B\par", ["AB"]),
    "unknown words": (r"A{\okant Synligt}B\par", ["ASynligtB"]),
    "a link": (r'{\field{\*\fldinst HYPERLINK "http://a/"}{\fldrslt l\'e4nken}} h\'e4r\par', ["länken här"]),
    "index entries": (r"Vite{\xe vite}{\*\bkmkstart a} utg\'e5r.\par", ["Vite utgår."]),
    "binary data": ("A{\\*\\objdata \\bin7 {{{{{{{}B\\par", ["AB"]),
    "hidden": (r"Synligt {\v dolt }slut.\par {\v Dolt stycke.\par}Kvar.\par", ["Synligt slut.", "Kvar."]),
    "a tick box": (
        r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt}} Ja\par",
        ["☒ Ja"],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_as_on_the_page(name: str) -> None:
    body, expected = TEXTS[name]
    assert texts(body) == expected


def test_the_code_page_is_the_files_own() -> None:
    assert texts(r"Leverant\'9aren\par", r"\mac") == ["Leverantören"]
    assert texts(r"Leverant\'94ren\par", r"\pca") == ["Leverantören"]
    assert texts(r"\'ef\'eb\par", r"\ansi\ansicpg1251") == ["пл"]


def test_numbers_are_those_that_the_program_wrote() -> None:
    body = (
        r"\pard\s1{\listtext\pard\plain 1\tab}\ls1 Vite\par\pard{\listtext 1.1\tab}\ls1\ilvl1 Vite utg\'e5r.\par"
        r"\pard{\listtext a)\tab}\ls1\ilvl2 med 5 000 kronor,\par\pard{\pntext\f2\'b7\tab}punkt\par"
    )
    found = read(body).blocks
    assert [draft.text for draft in found] == ["1 Vite", "1.1 Vite utgår.", "a) med 5 000 kronor,", "• punkt"]
    assert [draft.kind for draft in found] == [BlockKind.HEADING, None, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM]
    assert found[2].level == 2


def test_styles_tell_headings() -> None:
    body = (
        r"\pard\s1 Ett\par\pard\s2 Tv\'e5\par\pard\s4 Tre\par\pard\s3 Ett\tab 3\par"
        r"\pard\outlinelevel2 Fyra\par\pard Fem\par"
    )
    assert [(draft.kind and draft.kind.value, draft.level) for draft in read(body).blocks] == [
        ("heading", 1), ("heading", 2), ("heading", 1), ("contents", None), ("heading", 3), (None, None),
    ]  # fmt: skip


ROW = r"\trowd\cellx3000\cellx6000\cellx9000 "


def test_tables_are_rows_of_cells() -> None:
    body = (
        r"\trowd\trhdr\cellx3000\cellx6000\cellx9000\pard\intbl Brist\cell Vite\cell Tid\cell\row"
        rf"{ROW}\pard\intbl F\'f6rsening\cell 1 000 kr\cell\cell\row"
        r"\trowd\cellx6000\cellx9000\pard\intbl Bred\cell C\cell\row"
        r"\trowd\clvmgf\cellx3000\cellx6000\cellx9000\pard\intbl Ned\cell x\cell y\cell\row"
        r"\trowd\clvmrg\cellx3000\cellx6000\cellx9000\pard\intbl\cell z\cell w\cell\row"
        r"\pard Efter.\par"
    )
    found = read(body).blocks
    assert [draft.cells for draft in found] == [
        ("Brist", "Vite", "Tid"), ("Försening", "1 000 kr", ""), ("Bred", "", "C"), ("Ned", "x", "y"),
        ("", "z", "w"), (),
    ]  # fmt: skip
    assert found[0].kind is BlockKind.TABLE_HEAD
    assert found[-1].text == "Efter."


def test_a_line_under_the_first_row_alone_makes_it_the_head() -> None:
    lined = r"\trowd\clbrdrb\brdrs\cellx3000\clbrdrb\brdrs\cellx6000"
    body = rf"{lined}\intbl Tj\'e4nst\cell Omr\'e5de B\cell\row\trowd\cellx3000\cellx6000\intbl x\cell y\cell\row"
    assert [draft.kind for draft in read(body).blocks] == [BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW]
    assert read(body + rf"{lined}\intbl a\cell b\cell\row").blocks[0].kind is BlockKind.TABLE_ROW


def test_a_table_within_a_cell_is_read() -> None:
    body = (
        r"\trowd\cellx5000\cellx9000\pard\intbl\itap2 in1\nestcell{\nonesttables\par}in2\nestcell"
        r"{\*\nesttableprops\trowd\cellx1000\cellx2000\nestrow}\pard\intbl\itap1 efter\cell ute\cell\row\pard Sist.\par"
    )
    assert texts(body) == ["in1\tin2", "efter", "ute", "Sist."]


def test_changes_have_two_views() -> None:
    body = r"Vitet \'e4r {\deleted 1 000}{\revised 10 000} kr.\par {\deleted Bort.\par}Kvar.\par{\revised Nytt.\par}"
    found = read(body)
    assert [draft.text for draft in found.blocks] == ["Vitet är 10 000 kr.", "Kvar.", "Nytt."]
    assert [draft.text for draft in found.rejected or []] == ["Vitet är 1 000 kr.", "Bort.", "Kvar."]
    assert found.pending_changes == 4


def test_what_stands_beside_the_text() -> None:
    body = (
        r"{\header Ekmora kommun\par}{\headerf F\'f6rsta sidan\par}{\footer Dnr 1\par}"
        r"Vite{\super\chftn}{\footnote\chftn  Noten.} utg\'e5r{\*\atnid EE}{\*\annotation Kommentar}.\par"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Rutan.\par}}{\shprslt{\*\do Rutan igen}}}Sist.\par"
    )
    found = read(body)
    assert [(draft.kind and draft.kind.value, draft.text) for draft in found.blocks] == [
        ("header", "Ekmora kommun"), (None, "Vite utgår."), ("footnote", "1 Noten."), (None, "Sist."),
        ("text-box", "Rutan."), ("footer", "Dnr 1"),
    ]  # fmt: skip
    assert found.comments == 1
    assert "Första sidan" in [draft.text for draft in read(body + r"\titlepg").blocks]


def test_the_ledger_tells_what_was_not_read() -> None:
    document = ingest.read(rb"{\rtf1\ansi Avtalet{\object{\*\objdata 00}{\result}} g\'e4ller{\pict 00}.\par")
    assert [(part.name, part.fate) for part in document.ledger.parts] == [
        ("slutet av filen", "unread"), ("inbäddade objekt (1)", "unread"), ("bilder (1)", "unread"),
    ]  # fmt: skip


def test_nesting_beyond_all_use_is_refused() -> None:
    with pytest.raises(TooLarge):
        read("{" * 10_000)


@given(st.text(alphabet="{}\\'*uabprowceltdfs1 \n\xf6", max_size=200))
def test_any_text_is_read(noise: str) -> None:
    read(noise)
    read(r"\trowd\cellx100\intbl " + noise + r"\cell\row {\listtext 1}" + noise)

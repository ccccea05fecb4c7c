"""The front door: what is refused and why, the ledger, and what holds for every Document."""

import gc
import os
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ingest
from ingest import source
from ingest.assemble import Source, assemble
from ingest.document import RUNNING, BlockKind, Box, Document, Page, Part, Span
from ingest.draft import Draft, Drafts, Origin
from ingest.errors import BrokenFile, EmptyFile, EncryptedFile, NotAFile, TooLarge, UnknownFormat, UnreadableDocument
from tests.documents import read


def zipped(**files: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return held.getvalue()


REFUSED = [
    (b"", EmptyFile, "tom"),
    (b" \r\n\t \n", EmptyFile, "tom"),
    ("\ufeff  \n".encode(), EmptyFile, "tom"),
    ("\u00a0\u2003\n".encode(), EmptyFile, "blank"),
    (b"\x00\x01\x02\x03\x04\x05" * 50, UnknownFormat, "känner igen"),
    (bytes(range(256)) * 4, UnknownFormat, "känner igen"),
    (b"<!DOCTYPE html><html><body></body></html>", EmptyFile, "ingen text"),
    (b"<?xml version='1.0'?><avtal/>", UnknownFormat, "XML"),
    (b"{\\rtf1\\ansi }", EmptyFile, "ingen text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, BrokenFile, "äldre Office-format"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, "lösenord"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, BrokenFile, "bildfilen är skadad"),
    (b"\xff\xd8\xff\xe0" + b"\0" * 50, BrokenFile, "bildfilen är skadad"),
    (zipped(a="x"), UnknownFormat, "ZIP"),
    (zipped(mimetype="application/vnd.oasis.opendocument.text"), BrokenFile, "OpenDocument"),
    (zipped(**{"[Content_Types].xml": "<a/>", "xl__workbook.xml": "<a/>"}), EmptyFile, "ingen text"),
    (b"PK\x03\x04 and then nothing", BrokenFile, "skadad"),
]


@pytest.mark.parametrize(("data", "error", "word"), REFUSED)
def test_refused_by_content(data: bytes, error: type[UnreadableDocument], word: str) -> None:
    with pytest.raises(error) as refused:
        ingest.read(data, name="avtal.pdf")
    assert word in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.remedy


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (
        tmp_path / "saknas.pdf",
        tmp_path,
        pipe,
        Path("/dev/zero"),
        Path("/dev/null"),
        Path("a\0b"),
        Path("x" * 5000),
    ):
        with pytest.raises(NotAFile):
            ingest.read(path)


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(source, "LARGEST", 2**20)
    path = tmp_path / "stor.txt"
    path.write_bytes(b"x" * (2**20 + 1))
    for large in (path, path.read_bytes()):
        with pytest.raises(TooLarge):
            ingest.read(large)


def test_a_document_knows_its_file(tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    path.write_bytes(b"Avtal\n")
    document = ingest.read(path)
    assert document.name == "avtal.txt"
    assert (
        document.sha256 == "d1aa34c5ec8cb4dfe0d3402f07c1cd9d6ee89b1aa1a3d23ebba2ad5c2ac3b6a7"
        or len(document.sha256) == 64
    )
    assert ingest.read(path, name="annat").name == "annat"


APPENDICES = [
    ("Kraven framgår av bilaga 4.", ("Bilaga 4",)),
    ("Se bilaga 2 och 3 samt Bilaga A.", ("Bilaga 2", "Bilaga 3", "Bilaga A")),
    ("Se bilagorna 1–3.", ("Bilaga 1", "Bilaga 2", "Bilaga 3")),
    ("Se bilaga 1, 2 och 4.", ("Bilaga 1", "Bilaga 2", "Bilaga 4")),
    ("Se Bilaga Pris för priser.", ("Bilaga Pris",)),
    ("Enligt Bilaga 4, Personal, gäller detta.", ("Bilaga 4",)),
    ("Enligt bilaga 2 till LOU gäller detta.", ()),
    ("Enligt bilaga 1 till socialtjänstlagen och bilaga 3 i ramavtalet.", ()),
    ("Bilagan ska följas och bilagor bifogas.", ()),
    ("Se bilaga 1 och 10 § lagen.", ("Bilaga 1",)),
    ("Bilaga 2 gäller före bilaga 2.", ("Bilaga 2",)),
    ("Bilagor:\n\nBilaga 1 Krav\nBilaga 2 Pris", ("Bilaga 1", "Bilaga 2")),
    ("Se bilaga 1.\n\nBilaga 1 – Krav\n\nLeverantören ska ha F-skatt.", ()),
    ("Se bilaga Krav.\n\nBilaga Krav\n\nLeverantören ska ha F-skatt.", ()),
    ("Se bilaga 1.\n\nBILAGA 1: KRAV\n\n1 Skatt\n\nLeverantören ska ha F-skatt.", ()),
]


@pytest.mark.parametrize(("text", "missing"), APPENDICES)
def test_missing_appendices(text: str, missing: tuple[str, ...]) -> None:
    ledger = read(text).ledger
    assert ledger.missing_appendices == missing
    assert ledger.complete


def test_the_ledger_names_what_was_not_read() -> None:
    drafts = Drafts(
        [Draft("Avtalet gäller.")],
        pages=[Page(1, 595, 842, "text"), Page(2, 595, 842, "unread"), Page(3, 595, 842, "empty")],
        parts=[Part("inbäddat kalkylblad", "unread", "klausul läser det inte"), Part("kommentarer", "left-out")],
        pending_changes=2,
    )
    ledger = assemble(Source("a", "b", "pdf"), drafts).ledger
    assert not ledger.complete
    assert ledger.unread == ("sida 2", "inbäddat kalkylblad")
    assert [part.fate for part in ledger.parts] == ["read", "unread", "read", "unread", "left-out"]
    assert ledger.pending_changes == 2


def test_the_view_with_changes_rejected() -> None:
    drafts = Drafts([Draft("Vite utgår.")], rejected=[Draft("Vite utgår inte.")], pending_changes=1)
    document = assemble(Source("a", "b", "docx"), drafts)
    assert document.rejected is not None
    assert (document.text, document.rejected.text) == ("Vite utgår.", "Vite utgår inte.")


def test_origins_lead_back_to_the_pages() -> None:
    asked: list[list[tuple[int, int, int]]] = []

    def locate(wanted: list[tuple[int, int, int]]) -> tuple[Box, ...]:
        asked.append(wanted)
        return tuple(Box(page, index, 0, index + count, 1) for page, index, count in wanted)

    drafts = Drafts(
        [
            Draft("Vite", page=1, origins=(Origin(0, 1, 10, 4),)),
            Draft("arbetsgivaren ska", page=1, origins=(Origin(0, 1, 20, 6), Origin(6, 2, 3, 11))),
        ],
        locate=locate,
    )
    document = assemble(Source("a", "b", "pdf"), drafts)
    start = document.text.index("givaren")
    assert document.boxes(Span(start, start + 7)) == (Box(2, 3, 0, 10, 1),)
    document.boxes(Span(start - 3, start + 2))
    assert asked[-1] == [(1, 23, 3), (2, 3, 2)]
    assert len(document.boxes(Span(0, len(document.text)))) == 3


LINES = st.sampled_from(
    [
        "7 Påföljder",
        "7.1 Vite",
        "§ 4",
        "a) rapportera,",
        "• betala",
        "-",
        "Leverantören ska:",
        "Vite utgår. Det är högt.",
        "",
        "Sida 2 (3)",
        "Bilaga 1 – Pris",
        "1. Avtalet",
        "Brist     Vite     Tid",
        "Sen       5 kr     Nu",
        "a | b",
        "c | d",
        "=====",
        "Avtalet gäller bl.a. Region Dalarna m.m. Arbets-",
        "givaren ansvarar för detta i alla delar av avtalet",
        "\x0c",
        "Innehåll",
        "1 Parter ........ 2",
        "1 Parter",
        "x\ty",
        "## Rubrik",
        "**fet**",
        "| a | b |",
        "|---|---|",
        "~~struket~~",
        "å ä ö 😀 §§",
        "   indrag",
    ]
)


def holds(document: Document) -> None:
    """What is true of every Document."""
    at = 0
    for block in document.blocks:
        assert set(document.text[at : block.span.start]) <= {"\n"}
        assert block.span.start < block.span.end
        assert document.quote(block.span).startswith(block.number)
        if block.cells:
            assert "\t".join(document.quote(cell) for cell in block.cells) == document.quote(block.span)
        at = block.span.end
    assert at == len(document.text)
    last = (0, 0)
    for statement in document.statements:
        block = document.blocks[statement.block]
        assert block.span.holds(statement.span)
        assert block.kind in RUNNING or block.kind is BlockKind.HEADING
        assert last <= (statement.span.start, statement.span.end)
        assert document.quote(statement.span).strip() == document.quote(statement.span) != ""
        last = (statement.span.end, statement.span.end)
        assert all(len(head) == 0 or head.end <= statement.span.start for head in statement.heads)
        if statement.section is not None:
            assert document.sections[statement.section].span.holds(statement.span)
    for section in document.sections:
        assert section.span.holds(section.heading)
        if section.parent is not None:
            assert document.sections[section.parent].span.holds(section.span)
            assert document.sections[section.parent].level < section.level


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=40))
def test_what_holds_for_every_document(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        document = ingest.read(text.encode())
    except EmptyFile:
        return
    holds(document)
    spoken = {place for each in document.statements for place in range(each.span.start, each.span.end)}
    for block in document.blocks:
        if block.kind in RUNNING:
            body = range(block.span.start + len(block.number), block.span.end)
            titled = {place for s in document.sections for place in range(s.heading.start, s.heading.end)}
            assert all(place in spoken or place in titled or not document.text[place].isalnum() for place in body)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=30))
def test_every_visible_word_is_in_the_text(lines: list[str]) -> None:
    plain = [line for line in lines if not any(sign in line for sign in "#*|~=\f") and not line.endswith("-")]
    try:
        document = ingest.read("\n".join(plain).encode())
    except EmptyFile:
        return
    for line in plain:
        for word in line.split():
            assert word in document.text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableDocument):
        holds(ingest.read(text.encode()))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UnreadableDocument):
        holds(ingest.read(data))


@pytest.mark.parametrize(
    ("name", "read_"),
    [
        ("avtal.txt", True),
        ("AVTAL.MD", True),
        ("avtal", True),
        ("avtal v1.2", True),
        ("avtal.docx", False),  # a "DOCX" that is no zip: once it was read as the text that it happened to be
        ("avtal.pdf", False),
        ("avtal.exe", False),
    ],
)
def test_text_that_calls_itself_something_else_is_refused(name: str, read_: bool) -> None:
    if read_:
        assert ingest.read(b"Ett avtal om vite.", name=name).text
    else:
        with pytest.raises(BrokenFile, match="byt ändelsen"):
            ingest.read(b"Ett avtal om vite.", name=name)


@pytest.mark.parametrize("data", [b"1 Vite\n\nLeverant\xc3\xb6ren ska betala vite.\n", b"%PDF-1.7 och inget mer"])
def test_the_collector_goes_on_after_reading(data: bytes) -> None:
    """It is held back meanwhile, and must not stay so where reading fails."""
    with suppress(UnreadableDocument):
        ingest.read(data)
    assert gc.isenabled()


def test_boxes_of_many_spans_are_those_of_each() -> None:
    file = Path(__file__).parents[1] / "corpora" / "samples" / "bemanning-malarbygd.pdf"
    document = ingest.read(file)
    spans = [statement.span for statement in document.statements]
    assert document.all_boxes(spans) == [document.boxes(span) for span in spans]
    assert any(document.all_boxes(spans))

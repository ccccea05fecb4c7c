"""What a file is, by its content: names and endings are never asked."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from mails import compound
from open_documents import flat, packed
from word_files import CONTENT_TYPES, paragraph, word_file

import ingest
from ingest import sniff
from ingest.errors import BrokenFile, EncryptedFile

SAMPLES = Path(__file__).parent / "samples"


def zipped(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return out.getvalue()


OFFICE = "[Content_Types].xml"
KINDS = {
    "a Word file": (zipped(OFFICE, "word/document.xml"), "docx"),
    "an Excel file": (zipped(OFFICE, "xl/workbook.xml"), "xlsx"),
    "a binary Excel file": (zipped(OFFICE, "xl/workbook.bin"), "xls"),
    "a PowerPoint file": (zipped(OFFICE, "ppt/presentation.xml"), "pptx"),
    "an archive": (zipped("avtal.docx", "bilaga.pdf"), "zip"),
    "OpenDocument texts": (packed(""), "odt"),
    "OpenDocument templates": (packed("", kind="text-template"), "odt"),
    "OpenDocument slides": (packed("", kind="presentation"), "odp"),
    "OpenDocument sheets": (packed("", kind="spreadsheet"), "ods"),
    "OpenDocument drawings": (packed("", kind="graphics"), "opendocument"),
    "flat OpenDocument": (flat("", kind="presentation"), "odp"),
    "old Word": (compound({("WordDocument",): b"x", ("ObjectPool", "_1", "Workbook"): b"x"}), "doc"),
    "old Excel": (compound({("Workbook",): b"x"}), "xls"),
    "old PowerPoint": (compound({("PowerPoint Document",): b"x"}), "ppt"),
    "Outlook": (compound({("__properties_version1.0",): b"x"}), "msg"),
    "another compound file": (compound({("Annat",): b"x"}), "ole"),
    "Word's XML of 2003": (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', "doc"),
    "RTF": (b"{\\rtf1 x}", "rtf"),
    "HTML": (b"<!DOCTYPE html><p>x", "html"),
    "HTML after comments": (b"\n<!-- sparad > -->\n<!-- x -->\n<HTML><p>x", "html"),
    "HTML in UTF-16": ("<html><p>åäö</p>".encode("utf-16"), "html"),
    "XHTML": (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html/>', "html"),
    "a fragment": (b"<h1>Avtal</h1>\n<p>Vite utg\xc3\xa5r.</p>", "html"),
    "XML": (b'<?xml version="1.0"?><avtal/>', "xml"),
    "Markdown that begins with a tag": (b"<p align=center>Logo</p>\n\n# Avtal\n\nVite **ska** betalas.\n", "markdown"),
    "text that speaks of tags": ("Fältet <p> ska fyllas i. Leverantören svarar.\n".encode(), "text"),
    "text": ("Vite utgår.\n".encode(), "text"),
}


@pytest.mark.parametrize("name", KINDS)
def test_kinds_are_told_by_content(name: str) -> None:
    data, kind = KINDS[name]
    assert sniff.kind(data) == kind


def test_every_kind_has_a_name_and_a_remedy() -> None:
    for name, (what, remedy) in sniff.KINDS.items():
        assert what
        assert remedy
        assert str(sniff.unread(name)).startswith("filen är")


def test_passwords_and_broken_compound_files_are_said() -> None:
    with pytest.raises(EncryptedFile):
        sniff.kind(compound({("EncryptedPackage",): b"x", ("EncryptionInfo",): b"x"}))
    with pytest.raises(BrokenFile):
        sniff.kind(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


@pytest.mark.parametrize("ending", ["doc", "pdf", "ppt", "txt", "utan"])
def test_endings_lie(ending: str) -> None:
    for sample in ("contract.docx", "contract.html", "contract.rtf", "prices.xlsx"):
        document = ingest.read((SAMPLES / sample).read_bytes(), name=f"avtal.{ending}")
        assert document.format == sample.split(".")[1]


@pytest.mark.parametrize("kind", ["ms-word.document.macroEnabled", "ms-word.template.macroEnabledTemplate", "template"])
def test_macro_files_and_templates_are_word_files(kind: str) -> None:
    types = CONTENT_TYPES.replace("openxmlformats-officedocument.wordprocessingml.document", kind)
    source = zipfile.ZipFile(BytesIO(word_file(paragraph("Vite."), {"vbaProject.bin": b"x"})))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, types if name.startswith("[") else source.read(name))
    document = ingest.read(out.getvalue())
    assert (document.format, document.text) == ("docx", "Vite.")
    assert ("word/vbaProject.bin", "left-out") in [(part.name, part.fate) for part in document.ledger.parts]

"""Word files that are broken, encrypted, or made to harm: a known refusal, or the text, and nothing else."""

import zipfile
from io import BytesIO

import pytest
from word_files import SECTION, item, level, note, numbering, paragraph, row, run, story, styled, table, word_file

from ingest import zipped
from ingest.errors import BrokenFile, EncryptedFile, TooLarge, UnreadableDocument
from ingest.formats.docx import drafts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def archive(*members: tuple[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


def document(body: str) -> str:
    return story("document", f"<w:body>{body}{SECTION}</w:body>")


def nested(depth: int, opening: str, closing: str, inner: str) -> bytes:
    return archive(("word/document.xml", document(opening * depth + inner + closing * depth)))


TABLE = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
GOOD = word_file(paragraph("Vite."))

REFUSED = {
    "nothing": (b"", BrokenFile),
    "no zip": (b"Vite utg\xc3\xa5r.", BrokenFile),
    "half a zip": (GOOD[: len(GOOD) // 2], BrokenFile),
    "a zip of something else": (archive(("a.txt", "Vite")), BrokenFile),
    "old Word": (OLE, BrokenFile),
    "with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile),
    "empty document": (archive(("word/document.xml", "")), BrokenFile),
    "broken XML": (archive(("word/document.xml", "<w:document><w:body>")), BrokenFile),
    "entities": (archive(("word/document.xml", BOMB + "<x>&b;</x>")), BrokenFile),
    "an entity from outside": (archive(("word/document.xml", OUTSIDE + "<x>&a;</x>")), BrokenFile),
    "entities in UTF-16": (archive(("word/document.xml", (BOMB + "<x>&b;</x>").encode("utf-16"))), BrokenFile),
    "entities in the styles": (word_file(paragraph("Vite."), {"styles.xml": BOMB + "<x>&b;</x>"}), BrokenFile),
    "ten thousand tables": (nested(10_000, *TABLE, paragraph("Vite.")), TooLarge),
    "ten thousand content controls": (
        nested(10_000, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", paragraph("Vite.")),
        TooLarge,
    ),
    "ten thousand insertions": (
        nested(1, "<w:p>" + "<w:ins>" * 10_000, "</w:ins>" * 10_000 + "</w:p>", "<w:r><w:t>Vite.</w:t></w:r>"),
        TooLarge,
    ),
    "one big part": (archive(("word/document.xml", b" " * (zipped.PART_LIMIT + 1))), TooLarge),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(name: str) -> None:
    data, kind = REFUSED[name]
    with pytest.raises(kind) as refusal:
        drafts(data)
    assert "\n" not in str(refusal.value) and "; " in str(refusal.value)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    """Word and klausul could read two different contracts in the same file."""
    members = ("word/document.xml", document(paragraph("Vite."))), ("word/Document.xml", document(paragraph("Utan.")))
    with pytest.raises(BrokenFile):
        drafts(archive(*members))
    with pytest.raises(BrokenFile):
        drafts(archive(members[0], (members[0][0], members[1][1])))


def test_a_part_that_is_larger_than_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "PART_LIMIT", 20_000)
    data = bytearray(archive(("word/document.xml", document(paragraph("Vite. " * 20_000)))))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (500).to_bytes(4, "little")  # the size that the directory declares
    with pytest.raises(UnreadableDocument):
        drafts(bytes(data))


def test_many_parts_that_are_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "READ_LIMIT", 3_000)
    with pytest.raises(TooLarge):
        drafts(GOOD)


@pytest.mark.parametrize("limit", ["MEMBER_LIMIT", "DECLARED_LIMIT"])
def test_what_the_directory_declares_is_limited(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, limit, 3)
    with pytest.raises(TooLarge):
        drafts(GOOD)


def test_an_encrypted_member() -> None:
    data = bytearray(GOOD)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    with pytest.raises(EncryptedFile):
        drafts(bytes(data))


def test_every_byte_of_the_directory_may_be_wrong() -> None:
    """Flipped bytes give the text or a refusal, no other error."""
    for at in [*range(0, 120), *range(len(GOOD) - 400, len(GOOD))]:
        data = bytearray(GOOD)
        data[at] ^= 0xFF
        try:
            drafts(bytes(data))
        except UnreadableDocument:
            continue


READ = {
    "main part of another name": archive(
        (
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="/word/document2.xml"/></Relationships>',
        ),
        ("word/document2.xml", document(paragraph("Vite."))),
    ),
    "backslashes": archive(("word\\document.xml", document(paragraph("Vite.")))),
    "no relationships, no styles": archive(("word/document.xml", document(paragraph("Vite.")))),
    "UTF-16": archive(("word/document.xml", document(paragraph("Vite.")).encode("utf-16"))),
    "strict namespaces": archive(
        (
            "word/document.xml",
            document(paragraph("Vite.")).replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
        )
    ),
    "relations to missing parts": word_file(
        paragraph("Vite."), relations={"a": ("footnotes", "borta.xml"), "b": ("header", "../../../../etc/passwd")}
    ),
    "styles in a circle": word_file(styled("RingA", "Vite.")),
    "a style that is its own base": word_file(
        styled("Jag", "Vite."),
        {"styles.xml": story("styles", '<w:style w:styleId="Jag"><w:basedOn w:val="Jag"/></w:style>')},
    ),
    "numbers that are none": word_file(
        item("Vite.", 99)
        + paragraph("Vite.", '<w:numPr><w:ilvl w:val="-7"/><w:numId w:val="x"/></w:numPr><w:outlineLvl w:val="1e9"/>')
        + paragraph("Vite.", '<w:numPr><w:ilvl w:val="99999999999999999"/><w:numId w:val="1"/></w:numPr>')
    ),
    "nonsense in numbering": word_file(
        item("Vite.", 1),
        {
            "numbering.xml": story(
                "numbering",
                '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="²"/><w:lvl w:ilvl="0"><w:start w:val="ett"/>'
                '<w:lvlText w:val="%9%1%0%"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
                '<w:lvlOverride w:ilvl="²"/><w:lvlOverride/></w:num>',
            )
        },
    ),
    "thirty nested tables": nested(30, *TABLE, paragraph("Vite.")),
    "a table without cells": word_file(table(row()) + "<w:tbl/>" + paragraph("Vite.")),
    "a footnote that refers to itself": word_file(
        paragraph('<w:r><w:t>Vite.</w:t><w:footnoteReference w:id="2"/></w:r>'),
        {
            "footnotes.xml": story(
                "footnotes",
                '<w:footnote w:id="2"><w:p><w:r><w:t>Not.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
                "</w:footnote>",
            )
        },
    ),
    "symbols out of range": word_file(
        paragraph('<w:r><w:sym w:char="D800"/><w:sym w:char="zz"/><w:sym w:char="FFFFFFFF"/><w:t>Vite.</w:t></w:r>')
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_odd_files_are_read(name: str) -> None:
    assert "Vite." in "\n".join(draft.text for draft in drafts(READ[name]).blocks)


def test_what_is_pointed_to_often_is_read_once() -> None:
    """A small file must not become a large text."""
    notes = {"footnotes.xml": story("footnotes", note(2, "Noten."))}
    body = paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>' * 1000)
    assert [draft.text for draft in drafts(word_file(body, notes)).blocks] == ["1 Noten."]
    body = '<w:altChunk r:id="c"/>' * 1000
    found = drafts(word_file(body, {"in.txt": "Vite."}, {"c": ("aFChunk", "in.txt")}))
    assert [draft.text for draft in found.blocks] == ["Vite."]
    lists = numbering({0: level(0, "decimal", "%1" * 100_000)}, {1: "0"})
    assert len(drafts(word_file(item("Vite.", 1), {"numbering.xml": lists})).blocks[0].text) < 100


def test_thousands_of_nested_fields() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = paragraph(begin * 20_000 + run("Vite.") * 2_000 + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 20_000)
    assert drafts(word_file(body)).blocks[0].text == "Vite." * 2_000


def test_a_file_that_imports_itself_ends() -> None:
    inner = word_file(paragraph("Innerst."))
    for _ in range(5):
        inner = word_file(
            '<w:altChunk r:id="c"/>' + paragraph("Vite."), {"in.docx": inner}, {"c": ("aFChunk", "in.docx")}
        )
    found = drafts(inner)
    assert [draft.text for draft in found.blocks] == ["Vite."] * 3
    assert [part.fate for part in found.parts].count("unread") == 1

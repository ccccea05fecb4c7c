"""Files that are broken or made to harm, by name: for the tests of the whole way, and as seeds of the fuzz run."""

from __future__ import annotations

import struct
import zipfile
import zlib

from mails import mail, outlook, zipped
from pdf_making import pdf
from word_files import paragraph, word_file

CLAUSE = "Beställaren har rätt till vite om 10 000 kronor för varje påbörjad vecka."
CONTRACT = f"Avtal om städning\n\n1 Vite\n\n{CLAUSE}\n\n2 Övrigt\n\nÅlderdomliga villkor gäller inte.\n"


def draw(canvas: object) -> None:
    canvas.drawString(72, 700, CLAUSE)


def looped_page_tree() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 99999999/Kids[2 0 R 3 0 R]/Parent 3 0 R>>endobj\n"
        b"3 0 obj<</Type/Pages/Count 99999999/Kids[2 0 R 3 0 R]/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
    )


def deep_pdf() -> bytes:
    return b"%PDF-1.4\n1 0 obj" + b"[" * 200_000 + b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def pdf_bomb() -> bytes:
    """A page whose content is a stream that unpacks to 300 MB, packed twice."""
    content = zlib.compress(zlib.compress(b"0 0 m 1 1 l S " * 20_000_000, 9), 9)
    parts = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n",
        b"4 0 obj<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(content),
        content + b"\nendstream endobj\n",
    ]
    return b"%PDF-1.4\n" + b"".join(parts) + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n"


def huge_png() -> bytes:
    """A PNG of 60 000 x 60 000 pixels in its head, and hardly any data."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(10**6))) + chunk(b"IEND", b"")


def laughs(kind: str = "x") -> str:
    lines = ['<!ENTITY a "ha">']
    lines += [f'<!ENTITY {chr(98 + at)} "{("&" + chr(97 + at) + ";") * 10}">' for at in range(13)]
    return f'<?xml version="1.0"?><!DOCTYPE {kind} [{"".join(lines)}]><{kind}>&n;</{kind}>'


def quine() -> bytes:
    """A zip that holds itself, as far as sixty times deep: what a quine does to a reader, without being one."""
    data = zipped({"avtal.txt": CONTRACT.encode()})
    for _ in range(60):
        data = zipped({"r.zip": data})
    return data


def spread() -> bytes:
    """Zips in zips, four by four by four."""
    data = zipped({"a.txt": b"x" * 1000})
    for _ in range(3):
        data = zipped({f"{at}.zip": data for at in range(4)})
    return data


def overlapping() -> bytes:
    """A hundred entries that all are the same packed bytes."""
    made = bytearray(zipped({"a.txt": b"x" * 5_000_000}))
    end = made.rfind(b"PK\x05\x06")
    start = made.find(b"PK\x01\x02")
    entry = bytes(made[start:end])
    directory = b"".join(entry[:46] + entry[46:].replace(b"a.txt", b"%05d" % at) for at in range(100))
    tail = struct.pack("<HHHHIIH", 0, 0, 100, 100, len(directory), start, 0)
    return bytes(made[:start]) + directory + b"PK\x05\x06" + tail


def many_members() -> bytes:
    return zipped({f"{at}.txt": b"" for at in range(30_000)}, zipfile.ZIP_STORED)


def deep_docx() -> bytes:
    depth = 30_000
    body = "<w:sdt><w:sdtContent>" * depth + paragraph(CLAUSE) + "</w:sdtContent></w:sdt>" * depth
    return word_file(body)


def endless_mail() -> bytes:
    head = b"From: a@b.se\nMessage-ID: <1@b>\nMIME-Version: 1.0\n"
    layers = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (at, at) for at in range(2_000))
    return head + layers + b"Content-Type: text/plain\n\n" + CLAUSE.encode()


def wild_regex_text() -> str:
    return "Avtal\n\n" + "a" * 200_000 + "\n" + "1." * 50_000 + "\n" + "bilaga 1, " * 30_000 + "\n" + "(" * 50_000


def files() -> dict[str, bytes]:
    """Every hostile or odd file, by a name whose ending may lie."""
    docx, plain = word_file(paragraph(CLAUSE)), CONTRACT.encode()
    whole = pdf(draw)
    found = {
        "tom.pdf": b"",
        "nollor.docx": bytes(100_000),
        "brus.pdf": b"%PDF-1.7\n" + zlib.compress(bytes(range(256)) * 400, 1),
        "slinga.pdf": looped_page_tree(),
        "djup.pdf": deep_pdf(),
        "bomb.pdf": pdf_bomb(),
        "stor.png": huge_png(),
        "skratt.xml": laughs().encode(),
        "skratt.html": laughs("html").encode(),
        "skratt.docx": zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": laughs().encode()}),
        "skratt.odt": zipped(
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": laughs().encode()}
        ),
        "djup.docx": deep_docx(),
        "djup.html": b"<html><body>" + b"<div>" * 100_000 + plain,
        "djup.rtf": b"{\\rtf1" + b"{" * 100_000 + b"Avtal" + b"}" * 100_000 + b"}",
        "quine.zip": quine(),
        "spridd.zip": spread(),
        "lager.zip": overlapping(),
        "många.zip": many_members(),
        "bomb.zip": zipped({"bomb.txt": bytes(400 * 2**20)}),
        "djup.eml": endless_mail(),
        "regex.txt": wild_regex_text().encode(),
        "ljuger-docx.doc": docx,
        "ljuger-zip.ppt": zipped({"avtal.txt": plain}),
        "ljuger-html.pdf": b"<!DOCTYPE html><html><body><p>" + plain + b"</p></body></html>",
        "ljuger-pdf.docx": whole,
        "ljuger-pdf.txt": whole,
    }
    samples = {
        "a.pdf": whole,
        "a.docx": docx,
        "a.zip": zipped({"avtal.txt": plain}),
        "a.eml": mail(attachments=(("a.docx", docx),)),
        "a.msg": outlook({0x0037: "Avtal", 0x1000: CLAUSE}, (("a.txt", plain),)),
        "a.rtf": b"{\\rtf1\\ansi\\pard " + CLAUSE.encode("cp1252", "replace") + b"\\par}",
        "a.html": b"<html><body><table><tr><td>" + plain + b"</td></tr></table></body></html>",
    }
    for name, data in samples.items():
        for part in (1, 2, 3):
            found[f"kapad-{part}-{name}"] = data[: len(data) * part // 4]
    return found


def texts() -> dict[str, bytes]:
    """The same words in every encoding of text, with and without the mark that tells which."""
    marks = {
        "utf-8": b"\xef\xbb\xbf",
        "utf-16-le": b"\xff\xfe",
        "utf-16-be": b"\xfe\xff",
        "utf-32-le": b"\xff\xfe\0\0",
        "utf-32-be": b"\0\0\xfe\xff",
    }
    found = {f"{code}.txt": CONTRACT.encode(code) for code in (*marks, "cp1252", "iso-8859-1")}
    return found | {f"{code}-märkt.txt": mark + CONTRACT.encode(code) for code, mark in marks.items()}

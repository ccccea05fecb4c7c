"""What a file is, by its content: names and endings are never asked.

A kind that has a module of its name in `ingest/formats` is read; the others are named, so that the user knows what
to do.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from ingest.errors import BrokenFile, EmptyFile, EncryptedFile, UnknownFormat
from ingest.plain.decoding import decoded
from ingest.plain.signs import is_markdown

# What each kind is called, and how its owner gets it into a form that klausul reads.
KINDS = {
    "pdf": ("en PDF-fil", "spara som Word, PDF eller text"),
    "docx": ("en Word-fil", "spara som PDF eller text"),
    "html": ("en HTML-fil", "spara sidan som PDF, Word eller text"),
    "xml": ("en XML-fil", "spara som PDF, Word eller text"),
    "rtf": ("en RTF-fil", "öppna den i Word och spara som DOCX eller PDF"),
    "doc": ("en fil i äldre Office-format (DOC, XLS, PPT eller MSG)", "öppna den och spara som DOCX eller PDF"),
    "odt": ("ett OpenDocument", "spara som DOCX eller PDF"),
    "xlsx": ("en Excel-fil", "spara som PDF"),
    "pptx": ("en PowerPoint-fil", "spara som PDF"),
    "eml": ("ett e-brev", "spara bilagan för sig och läs in den"),
    "zip": ("ett ZIP-arkiv", "packa upp det och läs in filerna var för sig"),
    "archive": ("ett packat arkiv", "packa upp det och läs in filerna var för sig"),
    "image": ("en bild", "läs in originalet, eller en PDF med text"),
    "postscript": ("en PostScript-fil", "spara som PDF"),
}

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "bitmap"),
    (b"%!PS", "postscript"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
)
_HTML = re.compile(
    r"\s*(?:<!--[^>]{0,2000}-->\s*)?(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_XML = re.compile(r"\s*<\?xml\b")
_MAIL_HEADER = re.compile(
    r"(?:from|to|subject|received|return-path|mime-version|message-id|date|delivered-to|x-[\w-]+): ", re.IGNORECASE
)
_NOT_READ = "läs in en PDF, DOCX, TXT eller Markdown-fil"


def kind(data: bytes) -> str:
    """The file's kind, one word: `pdf`, `docx`, `text`, `markdown` or another of KINDS.

    Raises EmptyFile, UnknownFormat (binary data of no kind known here), BrokenFile (a broken zip) and EncryptedFile.
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        raise EmptyFile("filen är tom", "kontrollera att rätt fil valdes")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            if name == "doc":
                return _compound(data)
            if name != "bitmap" or b"\x00" in data[:64]:
                return "image" if name == "bitmap" else name
    return _textual(data)


def unread(name: str) -> UnknownFormat:
    """The error for a kind that is known and that no format module reads."""
    what, remedy = KINDS[name]
    return UnknownFormat(f"filen är {what}, som klausul inte läser", remedy)


TEXT_ENDINGS = frozenset({"txt", "text", "md", "markdown", "mdown", "asc", "log", "utf8"})


def claims_otherwise(name: str) -> BrokenFile | None:
    """The error for a file of plain text whose ending says that it is something else ("avtal.docx"), else None.

    Plain text has no mark of its own, so the ending is all that it says of itself: a "Word file" that is text is a
    broken one.
    """
    ending = Path(name).suffix.lstrip(".").lower()
    if not ending.isalpha() or len(ending) > 8 or ending in TEXT_ENDINGS:
        return None
    return BrokenFile(
        f"filen heter .{ending} men innehåller bara löpande text", "byt ändelsen till .txt om det är meningen"
    )


def _textual(data: bytes) -> str:
    text = decoded(data)
    if text is None:
        raise UnknownFormat("filen har inget innehåll som klausul känner igen", _NOT_READ)
    if not text.strip():
        raise EmptyFile("filen innehåller bara blanktecken", "kontrollera att rätt fil valdes")
    if _HTML.match(text):
        return "html"
    if _XML.match(text):
        return "xml"
    head = [line for line in text[:2000].split("\n")[:6] if line.strip()]
    if len(head) >= 3 and sum(bool(_MAIL_HEADER.match(line)) for line in head) >= 3:
        return "eml"
    return "markdown" if is_markdown(text) else "text"


def _compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile(
            "filen är krypterad med lösenord", "öppna den i Office, ta bort lösenordet och spara på nytt"
        )
    return "doc"


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and b"opendocument" in archive.open("mimetype").read(200):
                return "odt"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise BrokenFile(
            "filen är skadad (en Word-fil eller ett ZIP-arkiv som inte går att öppna)", "hämta eller spara den på nytt"
        ) from error
    if "[Content_Types].xml" not in names:
        return "zip"
    for folder, name in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(part.startswith(folder) for part in names):
            return name
    return "zip"

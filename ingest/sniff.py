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
from ingest.sheets.delimited import delimiter

# What each kind is called, and how its owner gets it into a form that klausul reads.
KINDS = {
    "pdf": ("en PDF-fil", "spara som Word, PDF eller text"),
    "docx": ("en Word-fil", "spara som PDF eller text"),
    "html": ("en HTML-fil", "spara sidan som PDF, Word eller text"),
    "mhtml": ("en sparad webbsida", "spara sidan som HTML eller PDF"),
    "xml": ("en XML-fil", "spara som PDF, Word eller text"),
    "rtf": ("en RTF-fil", "öppna den i Word och spara som DOCX eller PDF"),
    "doc": ("en äldre Word-fil (DOC)", "öppna den och spara som DOCX eller PDF"),
    "xls": ("en äldre Excel-fil (XLS eller XLSB)", "öppna den och spara som XLSX"),
    "ppt": ("en äldre PowerPoint-fil (PPT)", "öppna den och spara som PPTX eller PDF"),
    "msg": ("ett e-brev från Outlook (MSG)", "spara bilagan för sig och läs in den"),
    "ole": ("en fil i äldre Office-format", "öppna den och spara som DOCX eller PDF"),
    "odt": ("en OpenDocument-text", "spara som DOCX eller PDF"),
    "odp": ("en OpenDocument-presentation", "spara som PPTX eller PDF"),
    "ods": ("ett OpenDocument-kalkylblad", "spara som XLSX eller PDF"),
    "opendocument": ("ett OpenDocument av annat slag än text, presentation och kalkylblad", "spara som PDF"),
    "xlsx": ("en Excel-fil", "spara som PDF"),
    "csv": ("en tabell i textform (CSV)", "spara som XLSX eller text"),
    "pptx": ("en PowerPoint-fil", "spara som PDF"),
    "eml": ("ett e-brev", "spara bilagan för sig och läs in den"),
    "zip": ("ett ZIP-arkiv", "packa upp det och läs in filerna var för sig"),
    "archive": ("ett packat arkiv", "packa upp det och läs in filerna var för sig"),
    "image": ("en bild", "läs in originalet, eller en PDF med text"),
    "postscript": ("en PostScript-fil", "spara som PDF"),
}

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
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
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# What a page begins with that was saved without its frame; a Markdown text may begin so too.
_FRAGMENT = re.compile(
    r"<(?:p|div|h[1-6]|table|ul|ol|section|article|main|meta|title|style|link|center|font|span|b|strong)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</(?:p|div|h[1-6]|table|ul|ol|section|article|main)>", re.IGNORECASE)
_BEFORE = re.compile(r"\s{0,1000}(?:<!--.{0,5000}?-->|<\?.{0,1000}?\?>)", re.DOTALL)
_XML = re.compile(r"\s{0,1000}<(?:\?xml\b|[\w.-]{1,40}:[\w.-]{1,60}\s)")
_FLAT = re.compile(r"<office:document\s[^<>]{0,20000}?opendocument\.(text|presentation|spreadsheet)")
_OLD_XML = (("<w:wordDocument", "doc"), ("urn:schemas-microsoft-com:office:spreadsheet", "xls"))
_MAIL_HEADER = re.compile(
    r"(?:from|to|subject|received|return-path|mime-version|message-id|date|delivered-to|x-[\w-]+): ", re.IGNORECASE
)
_SAVED_PAGE = re.compile(r"^content-type:\s{0,20}multipart/related", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^(?:to|received|delivered-to|return-path):", re.IGNORECASE | re.MULTILINE)
_OPEN_DOCUMENTS = (("presentation", "odp"), ("spreadsheet", "ods"), ("text", "odt"))
_STREAMS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("__properties_version1.0", "msg"),
)
_NOT_READ = "läs in en PDF, DOCX, TXT eller Markdown-fil"


def kind(data: bytes) -> str:
    """The file's kind, one word: `text`, `markdown` or one of KINDS. Word's macro files and templates are `docx` too.

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
            if name == "ole":
                return _compound(data)
            if name != "bitmap" or b"\x00" in data[:64]:
                return "image" if name == "bitmap" else name
    return _textual(data)


def unread(name: str) -> UnknownFormat:
    """The error for a kind that is known and that no format module reads."""
    what, remedy = KINDS[name]
    return UnknownFormat(f"filen är {what}, som klausul inte läser", remedy)


TEXT_ENDINGS = frozenset({"txt", "text", "md", "markdown", "mdown", "asc", "log", "utf8", "csv", "tsv"})


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
    if found := _marked_up(text):
        return found
    head = text[:4000]
    lines = [line for line in head[:2000].split("\n")[:6] if line.strip()]
    if len(lines) >= 3 and sum(bool(_MAIL_HEADER.match(line)) for line in lines) >= 3:
        return "mhtml" if _SAVED_PAGE.search(head) and not _SENT.search(head) else "eml"
    if is_markdown(text):
        return "markdown"
    if _FRAGMENT.match(text.lstrip()[:3000]) and len(_CLOSED.findall(text[:20_000])) >= 2:
        return "html"
    return "csv" if delimiter(text) else "text"


def _marked_up(text: str) -> str | None:
    """The kind of a text that is HTML or XML, None for others."""
    at = 0
    for _ in range(8):  # comments and instructions before the page
        before = _BEFORE.match(text, at)
        if before is None:
            break
        at = before.end()
    start = text[at : at + 30_000].lstrip()
    if _HTML.match(start):
        return "html"
    if not _XML.match(text):
        return None
    flat = _FLAT.match(start)
    if flat:
        return dict(_OPEN_DOCUMENTS)[flat[1]]
    return next((kind for sign, kind in _OLD_XML if sign in start[:5000]), "xml")


def _compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile(
            "filen är krypterad med lösenord", "öppna den i Office, ta bort lösenordet och spara på nytt"
        )
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            held = {entry[0] for entry in ole.listdir(streams=True, storages=False) if len(entry) == 1}
    except Exception as error:  # olefile lets through whatever a broken file makes of it
        raise BrokenFile("filen är skadad (ett äldre Office-format)", "hämta eller spara den på nytt") from error
    return next((kind for stream, kind in _STREAMS if stream in held), "ole")


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and (found := _open_document(archive.open("mimetype").read(200))):
                return found
            if "content.xml" in names and "META-INF/manifest.xml" in names:
                return _open_document(archive.open("META-INF/manifest.xml").read(20_000)) or "opendocument"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise BrokenFile(
            "filen är skadad (en Word-fil eller ett ZIP-arkiv som inte går att öppna)", "hämta eller spara den på nytt"
        ) from error
    if "[Content_Types].xml" not in names:
        return "zip"
    if "xl/workbook.bin" in names:
        return "xls"
    for folder, name in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(part.startswith(folder) for part in names):
            return name
    return "zip"


def _open_document(told: bytes) -> str | None:
    """The kind that an OpenDocument's own words for itself name, None where it is none."""
    if b"opendocument" not in told:
        return None
    return next((kind for word, kind in _OPEN_DOCUMENTS if b"opendocument." + word.encode() in told), "opendocument")

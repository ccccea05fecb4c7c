"""Nothing outside the file is opened and no address asked: a canary listens on loopback and lies on the disk."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from mails import mail, outlook, zipped
from pdf_making import pdf
from word_files import paragraph, word_file

from ingest import guard, read, read_all
from ingest.errors import UnreadableDocument

SECRET = "kanariefågelns hemlighet"
CLAUSE = "Beställaren har rätt till vite om 10 000 kronor."


class Canary:
    """A port that nobody may call, and a file that nobody may read."""

    def __init__(self, folder: Path) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.setblocking(False)
        self.file = folder / "kanarie.txt"
        self.file.write_text(SECRET, encoding="utf-8")
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}/kanarie"

    def called(self) -> bool:
        try:
            self.socket.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Canary]:
    made = Canary(tmp_path)
    yield made
    made.socket.close()


def html(to: str) -> bytes:
    return (
        f'<!DOCTYPE html><html><head><link rel="stylesheet" href="{to}"><base href="{to}"><meta http-equiv="refresh" '
        f'content="0;url={to}"><script src="{to}"></script></head><body background="{to}"><p>{CLAUSE}</p>'
        f'<img src="{to}"><iframe src="{to}"></iframe><object data="{to}"></object><embed src="{to}">'
        f'<video poster="{to}" src="{to}"></video><svg><image href="{to}"/></svg></body></html>'
    ).encode()


def xhtml(to: str) -> bytes:
    return (
        f'<?xml version="1.0"?><!DOCTYPE html SYSTEM "{to}" [<!ENTITY x SYSTEM "{to}"><!ENTITY % y SYSTEM "{to}"> %y;]>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{CLAUSE} &x;</p></body></html>'
    ).encode()


def svg(to: str) -> bytes:
    head = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">'
    return f'{head}<image href="{to}"/><text>{CLAUSE}</text></svg>'.encode()


def docx(to: str) -> bytes:
    kinds = ("image", "attachedTemplate", "oleObject", "subDocument", "hyperlink", "frame", "aFChunk")
    relations = {f"rId9{place}": (kind, f"!{to}") for place, kind in enumerate(kinds)}
    field = f"<w:fldSimple w:instr=' INCLUDEPICTURE \"{to}\" \\d '><w:r><w:t>bild</w:t></w:r></w:fldSimple>"
    included = f"<w:fldSimple w:instr=' INCLUDETEXT \"{to}\" '><w:r><w:t>text</w:t></w:r></w:fldSimple>"
    body = paragraph(CLAUSE) + f"<w:p>{field}{included}</w:p>" + '<w:altChunk r:id="rId96"/><w:subDoc r:id="rId93"/>'
    return word_file(body, relations=relations)


def docx_with_entity(to: str) -> bytes:
    return word_file(paragraph(CLAUSE), {"styles.xml": f'<!DOCTYPE x [<!ENTITY a SYSTEM "{to}">]><x>&a;</x>'})


def odt(to: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
        for name, kind in (("office", "office"), ("text", "text"), ("draw", "drawing"))
    )
    drawn = f'<draw:frame><draw:image xlink:href="{to}"/><draw:object xlink:href="{to}"/></draw:frame>'
    content = (
        f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>'
        f"<text:p>{CLAUSE}{drawn}</text:p>"
        f'<text:section><text:section-source xlink:href="{to}"/><text:p>Avsnitt.</text:p></text:section>'
        "</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def rtf(to: str) -> bytes:
    fields = "".join(
        rf'{{\field{{\*\fldinst {kind} "{to}" \\d}}{{\fldrslt x}}}}' for kind in ("INCLUDEPICTURE", "INCLUDETEXT")
    )
    linked = r"{\object\objautlink\objupdate{\*\objdata 0105}}"
    clause = r"\pard Best\'e4llaren har r\'e4tt till vite om 10 000 kronor.\par"
    return rf"{{\rtf1\ansi{{\*\template {to}}}{fields}{linked} {clause}}}".encode()


def links_of_a_pdf(to: str) -> bytes:
    def draw(canvas: object) -> None:
        canvas.drawString(72, 700, CLAUSE)
        canvas.linkURL(to, (72, 690, 300, 710))

    made = pdf(draw)
    first = b"/Type /Catalog"
    actions = (
        f"/OpenAction << /S /URI /URI ({to}) >> /AA << /WC << /S /SubmitForm /F << /FS /URL /F ({to}) >> >> >>"
        f" /AcroForm << /Fields [] /XFA [(template) ({to})] >> /URI << /Base ({to}) >>"
    )
    assert first in made
    return made.replace(first, first + b" " + actions.encode(), 1)  # the cross references are repaired by the reader


def mail_with_pictures(to: str) -> bytes:
    return mail(body=CLAUSE, html=html(to).decode())


def pptx(to: str) -> bytes:
    from io import BytesIO

    from pptx import Presentation
    from pptx.util import Inches

    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = CLAUSE
    box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1))
    run = box.text_frame.paragraphs[0].add_run()
    run.text = "länk"
    run.hyperlink.address = to
    held = BytesIO()
    show.save(held)
    return held.getvalue()


def xlsx(to: str) -> bytes:
    from io import BytesIO

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet["A1"] = CLAUSE
    sheet["A2"] = f'=WEBSERVICE("{to}")'
    sheet["A3"] = f"='[{to}]Blad1'!A1"
    sheet["A4"].hyperlink = to
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def markdown(to: str) -> bytes:
    return f"# Avtal\n\n{CLAUSE}\n\n![bild]({to}) [länk]({to}) <img src='{to}'>\n".encode()


MAKERS = (
    *(html, xhtml, svg, docx, docx_with_entity, odt, rtf, links_of_a_pdf, mail_with_pictures, pptx, xlsx, markdown),
)


@pytest.mark.parametrize("make", MAKERS, ids=[make.__name__ for make in MAKERS])
@pytest.mark.parametrize("where", ["address", "file", "path"])
def test_nothing_outside_the_file_is_asked(make: object, where: str, canary: Canary) -> None:
    to = {"address": canary.address, "file": canary.file.as_uri(), "path": str(canary.file)}[where]
    data = make(to)
    try:
        document = read(data, name="fil")
    except UnreadableDocument:
        assert make in (xhtml, svg, docx_with_entity)  # a DTD, or no document: refused
    else:
        assert "vite om 10 000 kronor" in document.text
        assert SECRET not in document.text
    assert not canary.called()


def test_members_and_attachments_ask_nothing_either(canary: Canary) -> None:
    files = {make.__name__: make(canary.address) for make in MAKERS}
    contents = read_all(zipped({**files, "b.msg": outlook({0x0037: CLAUSE}, binary={0x1013: html(canary.address)})}))
    assert len(contents.documents) >= 8
    assert not canary.called()


# LibreOffice is optional, and too large for a test run to install; without it nothing of its kind can call anybody, and
# test_libreoffice shows the line that says what to install.
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_asks_nothing(canary: Canary, tmp_path: Path) -> None:
    """An old Word file whose picture lies at an address: LibreOffice made it, and klausul has LibreOffice read it."""
    source = tmp_path / "a.html"
    source.write_bytes(f'<p>{CLAUSE}</p><p><img src="{canary.address}.png"></p>'.encode("utf-16"))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    filters = ["--infilter=HTML (StarWriter)", "--convert-to", "doc:MS Word 97"]
    command = ["soffice", profile, "--headless", *filters, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    while canary.called():
        pass
    made = (tmp_path / "a.doc").read_bytes()
    assert canary.address.encode("utf-16-le") in made or canary.address.encode() in made
    document = guard.run(_text, (tmp_path / "a.doc").read_bytes())
    assert "vite om 10 000 kronor" in document
    assert not canary.called()


def _text(data: bytes) -> str:
    return read(data, name="a.doc").text

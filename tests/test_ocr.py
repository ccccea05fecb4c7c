"""Text recognition: pages that are images become text with places, a confidence, and a reason where that fails."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
import reportlab
from pdf_making import handmade, lines, pdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import ingest
from ingest.document import BlockKind, Document, Span
from ingest.ocr import cache
from ingest.ocr.engines import engine
from ingest.ocr.recognised import OcrUnavailable, Recognition, Stretch
from ingest.pdf.legible import doubt

TEXT = [
    "7 § Vite och hävning",
    "Leverantören ska på begäran lämna uppgifter om arbetsgivar-",
    "avgifter. Beställaren får häva avtalet enligt 4 kap. 9 § lagen.",
    "Vitet är 25 000 kr för varje påbörjad vecka; ÅÄÖ och é är rätt.",
]


@pytest.fixture(autouse=True)
def by_rapidocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine that is always there, whatever else is installed."""
    monkeypatch.setenv("KLAUSUL_OCR", "rapidocr")


def font(height: int) -> ImageFont.FreeTypeFont:
    """A face that comes with reportlab and has Swedish letters."""
    return ImageFont.truetype(str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"), height)


def page(texts: list[str] = TEXT, size: tuple[int, int] = (1240, 420), height: int = 30) -> Image.Image:
    """A grey image of some lines at 150 dots to the inch."""
    image = Image.new("L", size, 246)
    pen = ImageDraw.Draw(image)
    for row, text in enumerate(texts):
        pen.text((90, 60 + 50 * row), text, font=font(height), fill=30)
    return image


def stored(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, dpi=(150, 150), **options)
    return out.getvalue()


def scanned(image: Image.Image) -> bytes:
    """A PDF whose one page is the image."""

    def draw(canvas: Canvas) -> None:
        width, height = (side * 72 / 150 for side in image.size)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(image), 0, 0, width, height)

    return pdf(draw)


def words(document: Document) -> str:
    return " ".join(document.text.split())


def test_a_scan_is_read_with_places_and_confidence() -> None:
    document = ingest.read(scanned(page().rotate(1.2, fillcolor=246)))
    (only,) = document.pages
    assert only.source == "ocr"
    assert only.confidence is not None and only.confidence > 0.95
    assert document.ledger.ocr_pages == (1,)
    assert document.ledger.proves_absence
    assert "säkerhet" in document.ledger.parts[0].why
    for said in ("på begäran lämna uppgifter om arbetsgivaravgifter.", "4 kap. 9 §", "25 000 kr", "ÅÄÖ och é"):
        assert said in words(document)
    at = document.text.index("Beställaren")
    (box,) = document.boxes(Span(at, at + len("Beställaren")))
    # The third line, a third of the way in, in points of the page.
    assert box.page == 1
    assert 105 < box.x0 < 150 and 160 < box.x1 < 240
    assert 65 < box.y0 < 85 < box.y1 < 105


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_scan_that_lies_on_its_side_or_head_is_read_upright(turn: int) -> None:
    shown = page().rotate(turn, expand=True)
    document = ingest.read(scanned(shown))
    assert "Leverantören ska på begäran lämna uppgifter om arbetsgivaravgifter." in words(document)
    (only,) = document.pages
    assert (only.width > only.height) is (shown.width > shown.height)
    at = document.text.index("Leverantören")
    for box in document.boxes(Span(at, at + 12)):
        assert 0 <= box.x0 < box.x1 <= only.width
        assert 0 <= box.y0 < box.y1 <= only.height
        assert (box.x1 - box.x0 < box.y1 - box.y0) is (turn != 180)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP"])
def test_image_files_are_pages(kind: str) -> None:
    document = ingest.read(stored(page(TEXT[:2], (1240, 200)), kind))
    assert (document.format, [one.source for one in document.pages]) == ("image", ["ocr"])
    assert "7 § Vite och hävning" in document.text
    assert document.boxes(document.blocks[0].span)


def test_a_tiff_has_its_pages() -> None:
    first, second = page(TEXT[:1], (1240, 160)), page(["Sista sidan om vite"], (1240, 160))
    document = ingest.read(stored(first, "TIFF", save_all=True, append_images=[second]))
    assert [one.source for one in document.pages] == ["ocr", "ocr"]
    assert "Sista sidan" in document.text


def test_a_page_is_unread_where_nothing_can_recognise_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLAUSUL_OCR", "off")
    document = ingest.read(scanned(page()))
    assert not document.ledger.complete
    assert "avstängd" in document.ledger.parts[0].why
    with pytest.raises(OcrUnavailable):
        engine()


def test_an_engine_that_fails_leaves_the_page_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("ingest.ocr.rapid.Rapid.stretches", fail)
    document = ingest.read(pdf(_written, _whole))
    assert [one.source for one in document.pages] == ["text", "unread"]
    assert "misslyckades" in document.pages[1].why


def _written(canvas: Canvas) -> None:
    lines(canvas, 90, TEXT)


def _whole(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(page()), 0, 0, *A4)


def test_a_font_without_codes_is_read_from_its_picture() -> None:
    rows = b" ".join(b"72 %d Td (Uppdraget ger Kunden vite) Tj 0 0 Td" % (700 if row == 0 else -20) for row in range(4))
    data = handmade(b"BT /F1 14 Tf " + rows + b" ET", {code: chr(0xE000 + code) for code in range(33, 127)})
    document = ingest.read(data)
    assert [one.source for one in document.pages] == ["ocr"]
    assert "Uppdraget ger Kunden vite" in document.text
    assert "teckenkoder" in document.ledger.parts[0].why


def test_ruled_cells_in_a_scan_are_rows() -> None:
    image = Image.new("L", (1240, 400), 250)
    pen = ImageDraw.Draw(image)
    cells = [["Tjänst", "Pris", "Antal"], ["Hemtjänst dag", "450 kr", "1 200"], ["Hemtjänst natt", "620 kr", "300"]]
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            box = (80 + 350 * column, 60 + 80 * row, 430 + 350 * column, 140 + 80 * row)
            pen.rectangle(box, outline=20, width=3)
            pen.text((box[0] + 14, box[1] + 22), text, font=font(30), fill=20)
    document = ingest.read(scanned(image))
    rows = [block for block in document.blocks if block.kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_HEAD)]
    assert [[document.quote(cell) for cell in row.cells] for row in rows] == cells


def test_results_are_kept_for_the_user_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KLAUSUL_OCR_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = Recognition("rapidocr", 0, 0.0, 10, 10, [Stretch("Vite", [0.0, 1.0, 2.0, 3.0, 4.0], 0.0, 1.0, 0.9)])
    called = cache.name(page(), 200, "rapidocr")
    assert cache.kept(called) is None
    cache.keep(called, made)
    assert cache.kept(called) == made
    (folder,) = (tmp_path / "klausul").iterdir()
    (entry,) = folder.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    assert entry.stat().st_mode & 0o077 == 0
    for broken in ("", "{", "[]", '{"stretches": 1}', '{"stretches": [{"text": "x"}]}'):
        entry.write_text(broken)
        assert cache.kept(called) is None


def test_the_cache_can_be_turned_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache.keep("x.json", Recognition("rapidocr", 0, 0.0, 10, 10))
    assert not list(tmp_path.iterdir())


def over(text: list[str], image: Image.Image, hidden: bool = True) -> bytes:
    """A PDF page that shows the image, with the text in its layer."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageSize((595, 595 * image.height / image.width))
        canvas.drawImage(ImageReader(image), 0, 0, 595, 595 * image.height / image.width)
        writing = canvas.beginText(40, 150)
        writing.setFont("Times-Roman", 8)
        writing.setTextRenderMode(3 if hidden else 0)
        for line in text:
            writing.textLine(line)
        canvas.drawText(writing)

    return pdf(draw)


LONG = [
    "Leverantören ska utan dröjsmål lämna de uppgifter som beställaren",
    "begär om arbetsgivaravgifter och om de anställdas villkor. Brister det",
    "i något avseende har beställaren rätt att ta ut vite med 25 000 kr för",
    "varje påbörjad vecka och att häva avtalet enligt punkt 14 i detta avtal.",
]


def garbled(how: str) -> list[str]:
    text = "\n".join(LONG * 3)
    if how == "shifted":
        text = "".join(chr(ord(sign) + 3) if "a" <= sign <= "w" else sign for sign in text)
    elif how == "without marks":
        text = text.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
    else:
        text = "".join("1" if at % 9 == 0 and sign.isalpha() else sign for at, sign in enumerate(text))
    return text.split("\n")


@pytest.mark.parametrize(
    ("how", "why"), [("shifted", "teckenkoder"), ("without marks", "saknar å"), ("old ocr", "texttolkning")]
)
def test_a_text_layer_that_is_garbage_is_read_again(how: str, why: str) -> None:
    document = ingest.read(over(garbled(how), page(LONG, (1240, 330), 28)))
    assert [one.source for one in document.pages] == ["ocr"]
    assert why in document.ledger.parts[0].why
    assert "häva avtalet enligt punkt 14" in words(document)


def test_a_garbage_layer_proves_no_absence_where_nothing_can_read_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLAUSUL_OCR", "off")
    shifted = ingest.read(over(garbled("shifted"), page(LONG, (1240, 330), 28)))
    assert (shifted.ledger.complete, shifted.text) == (False, "")
    old = ingest.read(over(garbled("old ocr"), page(LONG, (1240, 330), 28)))
    assert old.ledger.complete and old.text
    assert not old.ledger.proves_absence
    assert "för osäkert" in old.ledger.parts[0].why


def test_a_good_text_layer_over_a_scan_is_kept() -> None:
    document = ingest.read(over(LONG * 3, page(LONG, (1240, 330), 28)))
    assert [one.source for one in document.pages] == ["text"]


def test_a_stamp_over_a_scan_is_not_all_of_the_page() -> None:
    stamp = ["Transaktion 09222115557512345678 Signerat av Anna Berg, Bo Ek 2026-05-04 kl. 12.03 med BankID "]
    image = page(LONG, (1240, 1600), 28)
    document = ingest.read(over(stamp, image, hidden=False))
    assert [one.source for one in document.pages] == ["ocr"]
    assert "rätt att ta ut vite" in words(document)


@pytest.mark.parametrize(
    "text",
    [
        "Anbudspris per timme: 450 kr " * 20,
        "Andersson Bengtsson Carlsson Davidsson Eriksson Fredriksson Gustafsson " * 8,
        "The Supplier shall pay damages to the Buyer for each day of delay and for any other breach of this. " * 5,
        "A V T A L\n" + "Leverantören ska betala vite. " * 20,
        "DKK 4500 H2O CO2 B2B kl. 9-17 a) b) c) § 7 www.exempel.se namn@exempel.se IT-drift e-post " * 6,
    ],
)
def test_an_odd_text_is_not_doubted(text: str) -> None:
    assert not doubt(text)


def test_tesseract_reads_where_rapidocr_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise OcrUnavailable("paketet rapidocr saknas")

    monkeypatch.setattr("ingest.ocr.engines._rapid", missing)
    monkeypatch.delenv("KLAUSUL_OCR")
    other = object()
    monkeypatch.setattr("ingest.ocr.engines._tesseract", lambda: other)
    assert engine() is other
    monkeypatch.setattr("ingest.ocr.engines._tesseract", missing)
    with pytest.raises(OcrUnavailable, match="rapidocr"):
        engine()


def has_swedish_tesseract() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    return (
        "swe" in subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout.split()
    )


# The other engine is the machine's own and optional: klausul reads scans without it, as the tests above show.
@pytest.mark.skipif(not has_swedish_tesseract(), reason="Tesseract with Swedish is not installed")
def test_tesseract_reads_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLAUSUL_OCR", "tesseract")
    document = ingest.read(scanned(page()))
    assert "på begäran lämna uppgifter om arbetsgivaravgifter" in words(document)
    assert document.boxes(document.blocks[0].span)


def test_two_columns_in_a_crooked_scan_are_read_one_after_the_other() -> None:
    """Their lines stand at other heights, which once hid the skew; and a table across them hid the columns."""
    image = Image.new("L", (1240, 1000), 248)
    pen = ImageDraw.Draw(image)
    pen.text((90, 40), "AVTAL OM TOLKTJÄNSTER", font=font(30), fill=30)
    left, right = [f"vänster rad {row} om vite och avdrag" for row in range(12)], list[str]()
    for row, text in enumerate(left):
        right.append(f"höger rad {row} om insyn och kontroll")
        pen.text((90, 130 + 48 * row), text, font=font(24), fill=30)
        pen.text((660, 154 + 48 * row), right[row], font=font(24), fill=30)
    for row, cells in enumerate([("Tolk dag", "450 kr", "60 %"), ("Tolk natt", "620 kr", "30 %")]):
        for x, cell in zip((90, 590, 900), cells, strict=True):
            pen.text((x, 800 + 48 * row), cell, font=font(24), fill=30)
    read = words(ingest.read(scanned(image.rotate(-1.3, fillcolor=248, resample=Image.Resampling.BICUBIC))))
    places = [read.find(text) for text in (*left, *right, "Tolk dag")]
    assert places == sorted(places)
    assert places[0] > 0

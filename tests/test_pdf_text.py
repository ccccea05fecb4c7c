"""The text of a PDF: characters and where they stand, hyphens, paragraphs, columns, and pages that cannot be read."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from pdf_making import HEIGHT, LEFT, RIGHT, body, draft_with, handmade, lines, pdf, read, texts, wrapped
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.draft import Drafts
from ingest.errors import BrokenFile, EncryptedFile
from ingest.formats.pdf import drafts
from ingest.pdf.hyphens import Vocabulary, joint
from ingest.pdf.normal import normalised

CLAUSE = (
    "Leverantören ska på begäran av Beställaren utan dröjsmål lämna uppgifter om arbetsgivaravgifter och "
    "betalningsförmåga till den som Beställaren utser, och Beställaren har rätt att genomföra oanmälda kontroller "
    "av verksamheten."
)


@pytest.mark.parametrize(
    ("before", "after", "vocabulary", "joined"),
    [
        ("arbets-", "givare ska", "", "arbetsgivare ska"),
        ("verksam-", "heten.", "verksamheten", "verksamheten."),
        ("IT-", "drift", "", "IT-drift"),
        ("LSS-", "insatser", "", "LSS-insatser"),
        ("F-", "skatt", "", "F-skatt"),
        ("e-", "post", "", "e-post"),
        ("hälso-", "och sjukvård", "", "hälso- och sjukvård"),
        ("betal-", "eller kreditkort", "", "betal- eller kreditkort"),
        ("2027-10-", "16", "", "2027-10-16"),
        ("KS/2026-", "0012", "", "KS/2026-0012"),
        ("24-", "timmarsregel", "", "24-timmarsregel"),
        ("Sydöst-", "Region", "", "Sydöst-Region"),
        ("LEVERAN-", "TÖREN", "", "LEVERANTÖREN"),
        ("icke-", "diskriminering", "", "icke-diskriminering"),
        # The document's own spelling decides before the rules do.
        ("jobb-", "coach", "jobb-coach och jobb-coach", "jobb-coach"),
        ("it-", "drift", "itdrift", "itdrift"),
        ("www.region-", "exempel.se", "", "www.region-exempel.se"),
    ],
)
def test_a_hyphen_at_a_lines_end(before: str, after: str, vocabulary: str, joined: str) -> None:
    keeps, between = joint(before, after, Vocabulary([vocabulary]))
    assert (before if keeps else before[:-1]) + between + after == joined


@pytest.mark.parametrize(
    ("raw", "text", "sources"),
    [
        ("vård\u00adgivare", "vårdgivare", [0, 1, 2, 3, 5, 6, 7, 8, 9, 10]),
        ("10\u00a0000 kr", "10 000 kr", list(range(9))),
        ("o\ufb01ciell", "oficiell", [0, 1, 1, 2, 3, 4, 5, 6]),
        ("fo\u0308r", "för", [0, 1, 3]),
        ("\uf0b7 punkt", "• punkt", [0, 1, 2, 3, 4, 5, 6]),
        ("a\u200bb", "ab", [0, 2]),
        ("a  b", "a b", [0, 1, 3]),
        ("a   b\u00a0 c", "a b c", [0, 1, 4, 5, 7]),
        ("A\u030a\u00adr", "År", [0, 3]),
        ("\ud83d\ude00 ja", "😀 ja", [0, 2, 3, 4]),
    ],
)
def test_normalised_characters_lead_back_to_the_page(raw: str, text: str, sources: list[int]) -> None:
    found, runs = normalised(raw, 100)
    assert found == text
    behind = [index + step for _, index, count in runs for step in range(count)]
    assert behind == [100 + source for source in sources]


def located(found: Drafts, words: str) -> list[tuple[int, float, float, float, float]]:
    """The boxes of some words, by way of the origins of the draft that holds them."""
    draft = draft_with(found, words)
    start, end = draft.text.index(words), draft.text.index(words) + len(words)
    places = []
    for origin in draft.origins:
        first, last = max(start, origin.offset), min(end, origin.offset + origin.count)
        if first < last:
            places.append((origin.page, origin.index + first - origin.offset, last - first))
    assert found.locate is not None
    return [(box.page, box.x0, box.y0, box.x1, box.y1) for box in found.locate(places)]


def test_words_are_found_on_the_page_again_a_box_a_line() -> None:
    found = read(lambda canvas: None, lambda canvas: wrapped(canvas, 300, CLAUSE))
    ((page, x0, y0, x1, y1),) = located(found, "Leverantören ska på begäran")
    assert page == 2
    assert (x0, x1) == pytest.approx(
        (LEFT, LEFT + stringWidth("Leverantören ska på begäran", "Times-Roman", 11)), abs=1
    )
    assert 285 < y0 < 296
    assert 300 <= y1 < 305
    assert len(located(found, CLAUSE)) == len({round(box[2]) for box in located(found, CLAUSE)}) > 1


def test_boxes_follow_hyphens_that_were_mended() -> None:
    found = read(
        lambda canvas: lines(
            canvas, 300, ["Beställaren får kräva uppgifter om arbets-", "givare och underleverantörer."]
        )
    )
    assert body(found) == ["Beställaren får kräva uppgifter om arbetsgivare och underleverantörer."]
    first, second = located(found, "arbetsgivare")
    assert first[2] < second[2]
    assert second[1] == pytest.approx(LEFT, abs=1)


def test_characters_beyond_the_basic_plane_do_not_shift_what_follows() -> None:
    data = handmade(b"BT /F1 12 Tf 72 700 Td (A B vite) Tj ET", {65: "😀", **{ord(sign): sign for sign in " Bvite"}})
    found = drafts(data)
    ((_, x0, *_rest),) = located(found, "vite")
    plain = drafts(handmade(b"BT /F1 12 Tf 72 700 Td (A B vite) Tj ET"))
    ((_, expected, *_rest),) = located(plain, "vite")
    assert x0 == pytest.approx(expected, abs=0.5)
    assert "vite" in found.blocks[0].text


def test_decomposed_letters_are_composed() -> None:
    data = handmade(b"BT /F1 12 Tf 72 700 Td (fAr vAld) Tj ET", {ord("A"): "a\u030a", **{ord(s): s for s in "fr vld"}})
    assert texts(drafts(data)) == ["får våld"]


def test_size_is_as_shown_where_the_matrix_scales() -> None:
    found = drafts(handmade(b"BT /F1 1 Tf 14 0 0 14 72 700 Tm (Avtal om vite) Tj ET"))
    assert found.blocks[0].size == 14


def paged(*halves: str) -> Drafts:
    """Pages with furniture, and a text that goes on from one to the next."""

    def page(number: int, text: str) -> object:
        def draw(canvas: Canvas) -> None:
            lines(canvas, 40, ["Region Exempel   Dnr RS 2026-0007"], size=9)
            wrapped(canvas, 700, text) if number == 1 else wrapped(canvas, 80, text)
            lines(canvas, 810, [f"Sida {number} ({len(halves)})"], size=9)

        return draw

    return read(*(page(number, text) for number, text in enumerate(halves, 1)))


def test_a_sentence_over_a_page_break_is_one_text() -> None:
    words = CLAUSE.split()
    # The first page's part fills its last line, as a program would have it.
    found = paged("3.1 " + " ".join(words[:20]), " ".join(words[20:]))
    assert body(found) == ["3.1 " + CLAUSE]
    assert [draft.page for draft in found.blocks if draft.kind is None] == [1]
    assert {origin.page for origin in draft_with(found, CLAUSE).origins} == {1, 2}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vite utgår med 10 000 kronor.", "3.2 Hävning får ske med omedelbar verkan."),
        ("Leverantören ska", "• lämna ut handlingar"),
        ("Vite utgår med 10 000 kronor.", "Beställaren får häva avtalet."),
    ],
)
def test_what_begins_anew_on_the_next_page_is_its_own_block(first: str, second: str) -> None:
    assert body(paged(first, second)) == [first, second]


def test_paragraphs_are_parted_without_extra_space_by_room_left_on_the_line() -> None:
    def draw(canvas: Canvas) -> None:
        top = wrapped(canvas, 300, CLAUSE)
        top = wrapped(canvas, top, "Vite utgår inte.")
        top = wrapped(canvas, top, CLAUSE)

    assert body(read(draw)) == [CLAUSE, "Vite utgår inte.", CLAUSE]


def test_a_number_that_goes_on_a_sentence_begins_no_clause() -> None:
    first = "Leverantören ska på begäran visa att det inte finns någon grund för uteslutning enligt 13 kap."
    found = read(lambda canvas: lines(canvas, 300, [first, "1 § lagen om offentlig upphandling.", "2 § Vite utgår."]))
    assert body(found) == [first + " 1 § lagen om offentlig upphandling.", "2 § Vite utgår."]


def test_bullets_and_letters_begin_blocks_and_hold_their_hanging_lines() -> None:
    def draw(canvas: Canvas) -> None:
        top = lines(canvas, 300, ["Leverantören ska:"])
        for label in ("•", "a)", "–"):
            lines(canvas, top, [label])
            top = wrapped(canvas, top, CLAUSE, x=LEFT + 20, width=RIGHT - LEFT - 20)

    assert body(read(draw)) == ["Leverantören ska:", *(f"{label} {CLAUSE}" for label in ("•", "a)", "–"))]


def test_a_raised_sign_does_not_break_its_line() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(LEFT, HEIGHT - 300)
        text.setFont("Times-Roman", 11)
        text.textOut("Leverantören ska inom skälig tid, dock senast inom en månad från begäran")
        text.setFont("Times-Roman", 7)
        text.setRise(4)
        text.textOut("1")
        text.setRise(0)
        text.setFont("Times-Roman", 11)
        text.textOut(" lämna de uppgifter")
        canvas.drawText(text)
        lines(canvas, 314, ["som Beställaren behöver."])

    (found,) = body(read(draw))
    assert found.startswith("Leverantören ska inom skälig tid, dock senast inom en månad från begäran")
    assert found.endswith("lämna de uppgifter som Beställaren behöver.")


def test_a_heading_is_not_drawn_into_its_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 300, ["7.2 Vite"], font="Times-Bold")
        wrapped(canvas, 314, CLAUSE)

    found = read(draw)
    assert body(found) == ["7.2 Vite", CLAUSE]
    assert [draft.bold for draft in found.blocks] == [True, False]


def test_a_centred_title_in_two_lines_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 18)
        canvas.drawCentredString(300, HEIGHT - 200, "AVTAL OM PERSONLIG ASSISTANS OCH")
        canvas.drawCentredString(300, HEIGHT - 222, "LEDSAGNING")
        wrapped(canvas, 300, CLAUSE)

    assert body(read(draw)) == ["AVTAL OM PERSONLIG ASSISTANS OCH LEDSAGNING", CLAUSE]


COLUMNS = [f"Stycke {number} " + CLAUSE for number in range(8)]


def in_columns(canvas: Canvas, top: float, columns: int, interleaved: bool) -> None:
    width = (RIGHT - LEFT - 18 * (columns - 1)) / columns
    each = len(COLUMNS) // columns
    stacks = [
        [line for text in COLUMNS[n * each : (n + 1) * each] for line in simpleSplit(text, "Times-Roman", 9, width)]
        for n in range(columns)
    ]
    places = [(row, n) for n in range(columns) for row in range(len(stacks[n]))]
    for row, n in sorted(places) if interleaved else places:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(LEFT + n * (width + 18), HEIGHT - top - 11 * row, stacks[n][row])


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("interleaved", [False, True])
def test_columns_are_read_one_after_the_other(columns: int, interleaved: bool) -> None:
    def draw(canvas: Canvas) -> None:
        lines(
            canvas,
            150,
            ["Allmänna villkor för hemtjänst enligt lagen om valfrihetssystem, antagna av nämnden"],
            size=12,
        )
        in_columns(canvas, 180, columns, interleaved)

    found = " ".join(body(read(draw)))
    assert found.startswith("Allmänna villkor")
    each = len(COLUMNS) // columns * columns
    assert [found.find(text) >= 0 for text in COLUMNS[:each]] == [True] * each
    assert sorted(COLUMNS[:each], key=found.find) == COLUMNS[:each]


def test_lines_that_were_written_out_of_order_are_read_from_the_top() -> None:
    def draw(canvas: Canvas) -> None:
        for number in (3, 1, 4, 2, 5):
            lines(canvas, 200 + 40 * number, [f"{number}. Klausul nummer {number} i avtalet om vite."])

    assert body(read(draw)) == [f"{number}. Klausul nummer {number} i avtalet om vite." for number in range(1, 6)]


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_turned_pages_are_read_and_located_as_shown(turns: int) -> None:
    matrix = {0: "1 0 0 1 72 500", 90: "0 1 -1 0 200 300", 180: "-1 0 0 -1 400 500", 270: "0 -1 1 0 200 500"}[turns]
    content = f"BT /F1 11 Tf {matrix} Tm (Leverant\\366ren ska betala) Tj 0 -14 Td (vite till kommunen.) Tj ET".encode()
    found = drafts(handmade(content, page=f"/Rotate {turns}"))
    assert body(found) == ["Leverantören ska betala vite till kommunen."]
    page = found.pages[0]
    assert (page.width > page.height) is (turns in (90, 270))
    for _, x0, y0, x1, y1 in located(found, "Leverantören"):
        assert 0 <= x0 < x1 <= page.width
        assert 0 <= y0 < y1 <= page.height


def test_text_that_stands_sideways_on_its_page_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 11)
        for number, text in enumerate(["Leverantören ska betala vite.", "Beställaren får häva avtalet."]):
            canvas.drawString(100, -100 - 40 * number, text)

    assert body(read(draw)) == ["Leverantören ska betala vite.", "Beställaren får häva avtalet."]


def scan(canvas: Canvas) -> None:
    out = io.BytesIO()
    Image.new("L", (60, 80), 200).save(out, "PNG")
    canvas.drawImage(ImageReader(io.BytesIO(out.getvalue())), 0, 0, *A4)


def test_pages_without_text_are_accounted_for() -> None:
    found = read(lambda canvas: wrapped(canvas, 300, CLAUSE), lambda canvas: None, scan)
    assert [page.source for page in found.pages] == ["text", "empty", "unread"]
    (part,) = found.parts
    assert (part.name, part.fate) == ("innehållet på sida 3", "left-out")
    assert "textigenkänning" in part.why


def test_hidden_text_over_a_scan_counts() -> None:
    def draw(canvas: Canvas) -> None:
        scan(canvas)
        text = canvas.beginText(LEFT, 500)
        text.setTextRenderMode(3)
        for line in (CLAUSE[:90], CLAUSE[90:]):
            text.textLine(line)
        canvas.drawText(text)

    found = read(draw)
    assert found.pages[0].source == "text"
    assert "oanmälda kontroller" in found.blocks[-1].text


def test_a_page_whose_font_has_no_codes_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLAUSUL_OCR", "off")
    data = handmade(
        b"BT /F1 12 Tf 72 700 Td (Uppdraget ger Kunden vite) Tj ET",
        {code: chr(0xE000 + code) for code in range(33, 127)},
    )
    found = drafts(data)
    assert [page.source for page in found.pages] == ["unread"]
    assert "teckenkoder" in found.parts[0].why
    assert found.blocks == []


def encrypted(password: str) -> bytes:
    return pdf(
        lambda canvas: wrapped(canvas, 300, CLAUSE),
        encrypt=StandardEncryption(password, ownerPassword="owner", strength=128),
    )


def test_encrypted_files() -> None:
    with pytest.raises(EncryptedFile, match="lösenord") as refusal:
        drafts(encrypted("hemligt"))
    assert "--password" in refusal.value.remedy
    with pytest.raises(EncryptedFile, match="stämmer inte"):
        drafts(encrypted("hemligt"), "fel")
    assert body(drafts(encrypted("hemligt"), "hemligt")) == [CLAUSE]
    # Files that only restrict printing open with the empty password.
    assert body(drafts(encrypted(""))) == [CLAUSE]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(500), b"%PDF-1.4\ntrailer << >>\n%%EOF"])
def test_broken_files(data: bytes) -> None:
    with pytest.raises(BrokenFile):
        drafts(data)


def test_a_file_that_was_cut_off_is_broken_or_read() -> None:
    data = pdf(*[lambda canvas: wrapped(canvas, 300, CLAUSE)] * 4)
    for share in (0.3, 0.6, 0.9):
        try:
            found = drafts(data[: int(len(data) * share)])
        except BrokenFile:
            continue
        assert len(found.pages) >= 0


@pytest.mark.parametrize("far", ["99999999", "-99999999", "1e30", "0.0000001"])
def test_text_far_off_the_page_does_no_harm(far: str) -> None:
    # Broken coordinates once ran past the end of the list that counts columns.
    rows = "".join(f"BT /F1 11 Tf {72 + 200 * (n % 2)} {700 - 10 * n} Td (Vite utg\\345r) Tj ET " for n in range(20))
    content = f"BT /F1 11 Tf {far} 300 Td (Vite) Tj 300 {far} Td (H\\344vning) Tj ET " + rows
    assert len(drafts(handmade(content.encode())).pages) == 1


def test_form_fields_show_their_values() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 300, ["Leverantörens namn:"])
        canvas.acroForm.textfield(name="namn", value="Omsorgsbolaget AB", x=200, y=HEIGHT - 304, width=200, height=16)
        wrapped(canvas, 340, CLAUSE)

    found = read(draw)
    assert any("Omsorgsbolaget AB" in text for text in texts(found))
    ((_, x0, y0, _, _),) = located(found, "Omsorgsbolaget")
    assert x0 == pytest.approx(202, abs=5)
    assert 288 < y0 < 304


def with_attachment(name: str) -> bytes:
    """A PDF of one page that holds a file."""
    document = pypdfium2.PdfDocument(pdf(lambda canvas: wrapped(canvas, 300, CLAUSE)))
    document.new_attachment(name).set_data(b"innehall")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "fate"), [("Bilaga 3.pdf", "unread"), ("bilaga\n4.DOCX", "unread"), ("bevis.html", "left-out")]
)
def test_attached_files_stand_in_the_ledger(name: str, fate: str) -> None:
    found = drafts(with_attachment(name))
    (part,) = found.parts
    assert (part.name, part.fate) == (f"bifogad fil: {' '.join(name.split())}", fate)


def test_what_a_form_and_a_note_show_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        wrapped(canvas, 300, CLAUSE)
        canvas.acroForm.textfield(name="vite", value="Vite 25000 kr", x=LEFT, y=300, width=200, height=20)

    assert any("Vite 25000 kr" in text for text in texts(read(draw)))

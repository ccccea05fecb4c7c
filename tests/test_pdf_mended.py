"""Lines that PDFium gives in another order than they are read in, or with spaces between their letters."""

import pytest
from pdf_making import HEIGHT, LEFT, Drawing, body, read
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT, SIZE = "Helvetica", 11


def with_signs_last(text: str, signs: str) -> Drawing:
    """Draws the text with the room of `signs` left open, and these signs after it, as LibreOffice draws what its font
    lacks.
    """

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        x, late = LEFT, []
        piece = ""
        for sign in [*text, ""]:
            if sign and sign not in signs:
                piece += sign
                continue
            canvas.drawString(x, HEIGHT - 200, piece)
            x += stringWidth(piece, FONT, SIZE)
            piece = ""
            late.append((x, sign))
            x += stringWidth(sign, FONT, SIZE)
        for place, sign in late:
            canvas.drawString(place, HEIGHT - 200, sign)

    return draw


@pytest.mark.parametrize(
    "text",
    [
        "Villkor vars ruta är markerad med Q. Villkor vars ruta är tom (X) gäller inte.",
        "C.4 X [Säljaren ska före uppdragsstart kontrollera utdrag ur registret.]",
        "Q Ja X Nej, och den som inte svarar har svarat nej.",
        "Kravet gäller Q",
    ],
)
def test_signs_that_were_written_last_stand_where_they_are_seen(text: str) -> None:
    # A tick box in the wrong place says that another clause applies.
    found = read(with_signs_last(text, "QX"))
    assert body(found) == [text]
    assert found.locate is not None
    for word in text.split():
        at = text.index(word)
        draft = found.blocks[0]
        origins = [o for o in draft.origins if at <= o.offset < at + len(word) or o.offset <= at < o.offset + o.count]
        x = LEFT + stringWidth(text[:at], FONT, SIZE)
        boxes = found.locate([(origins[0].page, origins[0].index + max(0, at - origins[0].offset), 1)])
        assert boxes[0].x0 == pytest.approx(x, abs=2), word


def spaced(text: str, by: float) -> Drawing:
    """Draws each letter by itself with white after it, and words parted by white alone."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 13)
        x = LEFT
        for sign in text:
            if sign != " ":
                canvas.drawString(x, HEIGHT - 200, sign)
            x += stringWidth(sign, "Times-Bold", 13) + by

    return draw


@pytest.mark.parametrize("by", [2.5, 3, 4, 6])
@pytest.mark.parametrize("text", ["BILAGA OCH PRISER", "Avtalstid", "Krav på leverantören"])
def test_letters_set_apart_are_words(text: str, by: float) -> None:
    # A heading was read as "B I L A G A".
    assert body(read(spaced(text, by))) == [text]


def test_columns_of_single_letters_are_no_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        for n, sign in enumerate("ABCDEF"):
            canvas.drawString(LEFT + 30 * n, HEIGHT - 200, sign)

    assert body(read(draw)) == ["A B C D E F"]

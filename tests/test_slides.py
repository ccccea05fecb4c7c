"""Presentations: slides as pages, in reading order, with tables, groups, notes and numbers."""

from collections.abc import Callable
from io import BytesIO

import pytest
from lxml import etree
from open_documents import flat
from pptx import Presentation
from pptx.util import Inches

import ingest
from ingest.document import BlockKind
from ingest.draft import Drafts
from ingest.errors import BrokenFile
from ingest.formats import odp, pptx

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def saved(*slides: Callable[..., None], layout: int = 6) -> bytes:
    """A presentation with one slide for each function, that is given the slide."""
    made = Presentation()
    for fill in slides:
        fill(made.slides.add_slide(made.slide_layouts[layout]))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def read(*slides: Callable[..., None], layout: int = 6) -> Drafts:
    return pptx.drafts(saved(*slides, layout=layout))


def box(shapes: object, x: float, y: float, text: str) -> object:
    frame = shapes.add_textbox(Inches(x), Inches(y), Inches(2), Inches(1))
    frame.text_frame.text = text
    return frame


def test_frames_are_read_from_the_top_and_the_left() -> None:
    def fill(slide: object) -> None:
        shapes = slide.shapes
        box(shapes, 5, 4, "fyra")
        box(shapes, 1, 4.1, "tre")
        group = shapes.add_group_shape()
        box(group.shapes.add_group_shape().shapes, 1, 2, "två")
        box(shapes, 1, 1, "ett")

    assert [draft.text for draft in read(fill).blocks] == ["ett", "två", "tre", "fyra"]


def test_titles_are_headings_and_bodies_lists() -> None:
    def fill(slide: object) -> None:
        slide.shapes.title.text = "Vite"
        frame = slide.placeholders[1].text_frame
        frame.text = "Ett"
        frame.add_paragraph().text = "två"
        frame.paragraphs[1].level = 1

    found = read(fill, fill, layout=1).blocks
    assert [(draft.kind, draft.level, draft.text, draft.page) for draft in found[:3]] == [
        (BlockKind.HEADING, 1, "Vite", 1), (BlockKind.LIST_ITEM, 0, "• Ett", 1), (BlockKind.LIST_ITEM, 1, "– två", 1),
    ]  # fmt: skip
    assert found[3].page == 2


SCHEMES = {
    "arabicPeriod": ["1. a", "2. b", "3. c"],
    "alphaLcParenR": ["a) a", "b) b", "c) c"],
    "romanUcPeriod": ["I. a", "II. b", "III. c"],
    "arabicParenBoth": ["(1) a", "(2) b", "(3) c"],
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_numbers_are_counted_as_powerpoint_does(scheme: str) -> None:
    def fill(slide: object) -> None:
        frame = box(slide.shapes, 1, 1, "a\nb\nc").text_frame
        for paragraph in frame.paragraphs:
            etree.SubElement(paragraph._p.get_or_add_pPr(), f"{A}buAutoNum", type=scheme)

    assert [draft.text for draft in read(fill).blocks] == SCHEMES[scheme]


def test_tables_are_rows_with_merged_cells() -> None:
    def fill(slide: object) -> None:
        grid = slide.shapes.add_table(3, 3, Inches(1), Inches(1), Inches(6), Inches(2)).table
        for at, words in enumerate(("Brist", "Vite", "Tid", "Bred", "", "C", "x", "y", "z")):
            grid.cell(at // 3, at % 3).text = words
        grid.cell(1, 0).merge(grid.cell(1, 1))

    found = read(fill).blocks
    assert [draft.cells for draft in found] == [("Brist", "Vite", "Tid"), ("Bred", "", "C"), ("x", "y", "z")]
    assert found[0].kind is BlockKind.TABLE_HEAD


def test_notes_are_kept_and_hidden_slides_and_charts_accounted_for() -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    def shown(slide: object) -> None:
        box(slide.shapes, 1, 1, "Vite utgår.")
        slide.notes_slide.notes_text_frame.text = "Anteckning."
        data = CategoryChartData()
        data.categories = ["a"]
        data.add_series("s", (1,))
        place = (Inches(1), Inches(3), Inches(3), Inches(2))
        chart = slide.shapes.add_chart(XL_CHART_TYPE.PIE, *place, data).chart
        chart.has_title = True
        chart.chart_title.text_frame.text = "Viten"

    def hidden(slide: object) -> None:
        box(slide.shapes, 1, 1, "Dolt.")
        slide._element.set("show", "0")

    document = ingest.read(saved(shown, hidden))
    assert document.text.split("\n\n") == ["Vite utgår.", "Viten", "Anteckning."]
    assert [page.number for page in document.pages] == [1]
    assert [part.fate for part in document.ledger.parts] == ["read", "left-out", "left-out"]


def test_a_slide_of_pictures_alone_is_unread() -> None:
    from PIL import Image

    def fill(slide: object) -> None:
        picture = BytesIO()
        Image.new("L", (8, 8)).save(picture, "PNG")
        picture.seek(0)
        slide.shapes.add_picture(picture, Inches(1), Inches(1))

    def words(slide: object) -> None:
        box(slide.shapes, 1, 1, "Vite utgår.")

    assert ingest.read(saved(words, fill)).ledger.unread == ("sida 2",)


def test_half_a_file_is_broken() -> None:
    data = saved(lambda slide: None)
    with pytest.raises(BrokenFile):
        pptx.drafts(data[: len(data) // 2])


def frame(words: str, x: int, y: int, more: str = "") -> str:
    inner = f"<draw:text-box><text:p>{words}</text:p></draw:text-box>"
    return f'<draw:frame svg:x="{x}cm" svg:y="{y}cm" svg:width="5cm" svg:height="1cm" {more}>{inner}</draw:frame>'


def test_open_document_slides() -> None:
    body = (
        '<draw:page draw:name="1">'
        + frame("nere", 1, 9)
        + f"<draw:g>{frame('höger', 9, 4)}{frame('vänster', 1, 4)}</draw:g>"
        + frame("Titel", 1, 1, 'presentation:class="title"')
        + frame("Klicka här", 1, 2, 'presentation:placeholder="true"')
        + "<presentation:notes>"
        + frame("Anteckning.", 1, 1, 'presentation:class="notes"')
        + "</presentation:notes></draw:page>"
        + f'<draw:page draw:name="2" draw:style-name="dold">{frame("Dolt", 1, 1)}</draw:page>'
    )
    hidden = (
        '<style:style style:name="dold" style:family="drawing-page"><style:drawing-page-properties '
        'presentation:visibility="hidden"/></style:style>'
    )
    found = odp.drafts(flat(body, automatic=hidden, kind="presentation"))
    assert [(draft.kind and draft.kind.value, draft.text) for draft in found.blocks] == [
        ("heading", "Titel"), (None, "vänster"), (None, "höger"), (None, "nere"), ("footnote", "Anteckning."),
    ]  # fmt: skip
    assert [part.name for part in found.parts] == ["dold bild 2"]

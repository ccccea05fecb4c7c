"""HTML: what a reader of the page sees, its lists' marks, its tables, and what its sources hide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ingest
from ingest.document import BlockKind
from ingest.draft import Drafts
from ingest.errors import BrokenFile, TooLarge
from ingest.formats import html, mhtml
from ingest.web.page import text_of


def read(body: str, head: str = "") -> Drafts:
    return html.drafts(
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    )


def texts(body: str, head: str = "") -> list[str]:
    return [draft.text for draft in read(body, head).blocks]


TEXTS = {
    "paragraphs": ("<p>Vite\n utgår&nbsp;med\n<b>10</b> kr.<p>Sedan.", ["Vite utgår med 10 kr.", "Sedan."]),
    "blocks within inline": ("<a><div>Ett</div></a><span>Två<p>Tre</p>Fyra</span>", ["Ett", "Två", "Tre", "Fyra"]),
    "line breaks": ("<p>Rad ett<br>rad två<br><br>Nytt</p>", ["Rad ett\nrad två", "Nytt"]),
    "scripts and styles": ("<p>A<script>x</script><style>y</style><template>z</template>B</p><!-- c -->", ["AB"]),
    "hidden": (
        '<p hidden>a</p><p style="color:red; display : none">b</p><p>c<span style="mso-hide:all">d</span></p>',
        ["c"],
    ),
    "soft hyphens and entities": (
        "<p>avtals&shy;brott &aring;&auml;&ouml; &lt;x&gt; 5&nbsp;000</p>",
        ["avtalsbrott åäö <x> 5 000"],
    ),
    "a quotation": ("<p>Kallas <q>avtalet</q>.</p>", ["Kallas ”avtalet”."]),
    "fields": (
        '<p><input value="Eva"> <input type=checkbox checked>Ja <select><option>x<option selected>y</select>',
        ["Eva ☒ Ja y"],
    ),
    "struck words": ("<p>Vite <s>1 000</s> 2 000 kr.</p>", ["Vite 2 000 kr."]),
    "typed text": ("<pre>1 Vite\n\n1.1 Vite utgår.\n</pre>", ["1 Vite", "1.1 Vite utgår."]),
    "definitions": ("<dl><dt>Dag</dt><dd>Arbetsdag.</dd></dl>", ["Dag", "Arbetsdag."]),
    "unclosed": ("<p>Ett<p><b>Två<p>Tre", ["Ett", "Två", "Tre"]),
    "Word's conditional comments": (
        "<p><![if !supportLists]>1.<span>&nbsp;&nbsp; </span><![endif]>Vite</p>",
        ["1. Vite"],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_as_on_the_page(name: str) -> None:
    body, expected = TEXTS[name]
    assert texts(body) == expected


LISTS = {
    "ordered": ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
    "a start, a value, backwards": (
        "<ol start=3><li>a<li value=7>b<li>c</ol><ol reversed><li>d<li>e</ol>",
        ["3. a", "7. b", "8. c", "2. d", "1. e"],
    ),
    "types": (
        '<ol type=a><li>x</ol><ol type=I><li>x</ol><ol style="list-style-type:lower-roman"><li>x</ol>',
        ["a. x", "I. x", "i. x"],
    ),
    "no mark": ('<ul style="list-style:none"><li>x</ul>', ["x"]),
    "lists within": ("<ol><li>a<ul><li>b<ol type=a><li>c</ol></ul><li>d</ol>", ["1. a", "• b", "a. c", "2. d"]),
    "several paragraphs": ("<ol><li><p>a</p><p>b</p><li>c</ol>", ["1. a", "b", "2. c"]),
    "a box is the mark": ("<ul><li>☐ Ja</ul>", ["☐ Ja"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_have_the_marks_of_a_browser(name: str) -> None:
    body, expected = LISTS[name]
    assert texts(body) == expected


OFFICE = '<meta name="generator" content="LibreOffice 7.4 (Linux)">'


def test_numbers_of_several_levels_are_kept_as_libreoffice_saves_them() -> None:
    body = (
        "<ol><li><h1>Vite</h1></ol><ol><ol><li><p>A</p></ol></ol><p>emellan</p><ol><ol start=2><li><p>B</p></ol></ol>"
        "<ol start=2><li><h1>Hävning</h1><ol><li><p>C</p><ol type=a><li><p>D</p></ol></ol></ol>"
    )
    assert texts(body, OFFICE) == ["1. Vite", "1.1 A", "emellan", "1.2 B", "2. Hävning", "2.1 C", "a. D"]
    assert texts(body)[1] == "1. A"  # other pages mean what they show


def test_a_list_between_does_not_disturb_the_numbers_of_clauses() -> None:
    body = (
        "<ol><li><h1>Ett</h1></ol><ol start=2><li><h1>Två</h1></ol><ol><ol><li><p>A</p></ol></ol>"
        "<ol><li><p>x</p><li><p>y</p><li><p>z</p></ol><ol><ol start=2><li><p>B</p></ol></ol>"
    )
    assert texts(body, OFFICE) == ["1. Ett", "2. Två", "2.1 A", "1. x", "2. y", "3. z", "2.2 B"]


def test_style_sheets_hide_what_their_plain_rules_say() -> None:
    rules = "/* .a{} */ .x, #y { display:none } p.z{color:red;visibility: hidden} @media print {.q{display:none}}"
    body = '<p class="a x">1</p><p id=y>2</p><p class=z>3</p><div class=z>4</div><p class=q>5</p>'
    assert texts(body, f"<style>{rules}</style>") == ["4", "5"]


def test_style_sheets_of_open_comments_cost_nothing() -> None:
    """A pattern with ".*?" looked through all that follows at each of a hundred thousand comments."""
    assert texts("<p class=x>Vite</p>", "<style>.x{display:none} " + "/*" * 100_000 + "</style>") == []


def test_tables_follow_the_grid() -> None:
    body = (
        "<table><caption>Viten</caption><thead><tr><th>Brist<th>Vite<th>Tid</thead><tbody><tr><td colspan=2>Bred<td>C"
        "<tr><td rowspan=2>Ned<td>x<td>y<tr><td>z<td>w<tr hidden><td>dold<td>1<td>2</table>"
    )
    found = read(body).blocks
    assert [draft.cells for draft in found[1:]] == [
        ("Brist", "Vite", "Tid"),
        ("Bred", "", "C"),
        ("Ned", "x", "y"),
        ("", "z", "w"),
    ]
    assert [draft.kind for draft in found[:3]] == [None, BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW]


def test_layout_tables_and_tables_within_are_text() -> None:
    body = "<table><tr><td><p>Vite utgår.</p><table><tr><td>a<td>b<tr><td>c<td>d</table></td></tr></table>"
    assert texts(body) == ["Vite utgår.", "a\tb", "c\td"]


def test_headings_contents_and_notes_are_told() -> None:
    body = (
        "<h1>Avtal</h1><p class=MsoToc1>1 Vite 3</p><h3>Vite</h3>"
        "<p>Dag<a class=sdfootnoteanc href='#n'><sup>1</sup></a>.</p>"
        "<div id=sdfootnote1><p><a class=sdfootnotesym>1</a> Arbetsdag.</p></div><div title=footer><p>Dnr 1</p></div>"
    )
    assert [(draft.kind and draft.kind.value, draft.level, draft.text) for draft in read(body).blocks] == [
        ("heading", 1, "Avtal"), ("contents", None, "1 Vite 3"), ("heading", 3, "Vite"), (None, None, "Dag."),
        ("footnote", None, "1 Arbetsdag."), ("footer", None, "Dnr 1"),
    ]  # fmt: skip


def test_insertions_and_deletions_have_two_views() -> None:
    found = read("<p>Vitet är <del>1 000</del><ins>10 000</ins> kr.</p>")
    assert [draft.text for draft in found.blocks] == ["Vitet är 10 000 kr."]
    assert [draft.text for draft in found.rejected or []] == ["Vitet är 1 000 kr."]
    assert found.pending_changes == 2


ENCODINGS = {
    "declared": ("<meta charset=iso-8859-1><p>Åtta – öre", "cp1252"),
    "declared the old way": ('<meta http-equiv=x content="text/html; charset=windows-1252"><p>Åtta – öre', "cp1252"),
    "not declared": ("<html><p>Åtta – öre", "utf-8"),
    "not declared, older": ("<html><p>Åtta – öre", "cp1252"),
    "with a mark": ("<html><p>Åtta – öre", "utf-16"),
    "declared wrongly": ("<meta charset=utf-8><p>Åtta – öre", "cp1252"),
    "declared as nothing": ("<meta charset=ingen><p>Åtta – öre", "utf-8"),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings_are_those_that_the_page_names_or_shows(name: str) -> None:
    page, encoding = ENCODINGS[name]
    assert "Åtta – öre" in text_of(page.encode(encoding))


def test_the_ledger_tells_of_frames_and_pictures() -> None:
    page = (
        "<html><body><p>"
        + "Avtalet gäller. " * 20
        + '</p><iframe src="http://127.0.0.1:1/a"></iframe><img src="/etc/passwd"></body>'
    )
    ledger = ingest.read(page.encode()).ledger
    assert (ledger.complete, ledger.unread) == (False, ("inramade sidor",))


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(TooLarge):
        read("<div>" * 5000 + "Vite")


def test_a_saved_page_is_read_and_one_without_a_page_refused() -> None:
    saved = (
        b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/related; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><p>Leverant=F6ren</p>\r\n--b--\r\n"
    )
    document = ingest.read(saved)
    assert (document.format, document.text) == ("mhtml", "Leverantören")
    with pytest.raises(BrokenFile):
        mhtml.drafts(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx")


@given(st.text(alphabet="<>/=\"' abcdefhilmnoprstuv!-&;#1", max_size=300))
def test_any_page_is_read(noise: str) -> None:
    read(f"<table><tr><td>{noise}<ol><li>{noise}", f"<style>{noise}")

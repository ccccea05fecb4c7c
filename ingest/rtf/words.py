"""What each control word does. Words that are not listed say nothing of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.rtf.definitions import PAGES, page
from ingest.rtf.destinations import opens
from ingest.rtf.state import Into
from ingest.rtf.tables import Definition

if TYPE_CHECKING:
    from ingest.rtf.reader import Reader

SIGNS = {"{": "{", "}": "}", "\\": "\\", "~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\t": "\t"}
_TEXTS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "zwnj": "",
}


def take(reader: Reader, word: str, number: int | None) -> None:
    """Takes one control word."""
    state = reader.state
    fresh, state.fresh = state.fresh, False
    if fresh and opens(reader, word):
        return
    if state.into is Into.NOWHERE:
        return
    if word in _TEXTS:
        reader.say(_TEXTS[word])
    elif word in _WORDS:
        _WORDS[word](reader, number)
    elif word in PAGES:
        reader.defined.page = PAGES[word]


def _set(name: str) -> Callable[[Reader, int | None], None]:
    """A switch of the characters: on by itself, off by a zero."""

    def word(reader: Reader, number: int | None) -> None:
        setattr(reader.state, name, number != 0)

    return word


def _font(reader: Reader, number: int | None) -> None:
    reader.state.font = number
    if reader.state.into is Into.FONTS:
        reader.state.ends = "font"


def _charset(reader: Reader, number: int | None) -> None:
    reader.charset = number


def _font_page(reader: Reader, number: int | None) -> None:
    reader.code_page = page(number)


def _page(reader: Reader, number: int | None) -> None:
    reader.defined.page = page(number) or reader.defined.page


def _style(reader: Reader, number: int | None) -> None:
    reader.state.style = number
    if reader.state.into is Into.STYLES:
        reader.state.ends = "style"


def _based_on(reader: Reader, number: int | None) -> None:
    reader.base = number


def _outline(reader: Reader, number: int | None) -> None:
    reader.state.outline = number


def _size(reader: Reader, number: int | None) -> None:
    reader.state.size = (number or 24) / 2


def _skips(reader: Reader, number: int | None) -> None:
    reader.state.skips = min(max(1 if number is None else number, 0), 20)


def _unicode(reader: Reader, number: int | None) -> None:
    if number is not None:
        reader.character(number)


def _plain(reader: Reader, _: int | None) -> None:
    reader.state.plain()


def _pard(reader: Reader, _: int | None) -> None:
    reader.state.par_default()


def _par(reader: Reader, _: int | None) -> None:
    reader.end_paragraph()


def _cell(reader: Reader, _: int | None) -> None:
    reader.end_cell()


def _in_table(reader: Reader, number: int | None) -> None:
    reader.state.in_table = number != 0


def _depth(reader: Reader, number: int | None) -> None:
    reader.state.depth = number


def _list_depth(reader: Reader, number: int | None) -> None:
    reader.state.list_depth = min(max(number or 0, 0), 9)


def _indent(reader: Reader, number: int | None) -> None:
    reader.state.indent = (number or 0) / 20


def _row_begins(reader: Reader, _: int | None) -> None:
    if reader.state.table_depth > 1:
        reader.story.inner_row = Definition()
    else:
        reader.story.row = Definition()


def _definition(reader: Reader) -> Definition:
    return reader.story.inner_row if reader.state.table_depth > 1 else reader.story.row


def _edge(reader: Reader, number: int | None) -> None:
    _definition(reader).edge(number or 0)


def _merged(reader: Reader, _: int | None) -> None:
    _definition(reader).merged = True


def _head(reader: Reader, _: int | None) -> None:
    _definition(reader).head = True


def _underlined(reader: Reader, _: int | None) -> None:
    _definition(reader).underlined = True


def _left(reader: Reader, number: int | None) -> None:
    _definition(reader).left = number or 0


def _row(reader: Reader, _: int | None) -> None:
    if reader.state.into is Into.STORY:
        reader.story.end_row(1)


def _inner_row(reader: Reader, _: int | None) -> None:
    if reader.state.into is Into.STORY:
        reader.story.end_row(max(2, reader.state.table_depth))


def _box(reader: Reader, number: int | None) -> None:
    if reader.fields and reader.fields[-1].box in (None, 25):  # 25: as it is by default
        reader.fields[-1].box = number


def _endnote(reader: Reader, _: int | None) -> None:
    if reader.story.name == "footnote" and not reader.story.paragraph.begun:
        reader.story.name = "endnote"


def _first_pages(reader: Reader, _: int | None) -> None:
    reader.defined.first_pages = True


def _facing_pages(reader: Reader, _: int | None) -> None:
    reader.defined.facing_pages = True


_WORDS: dict[str, Callable[[Reader, int | None], None]] = {
    "b": _set("bold"),
    "i": _set("italic"),
    "ul": _set("italic"),
    "v": _set("hidden"),
    "deleted": _set("deleted"),
    "revised": _set("inserted"),
    "fs": _size,
    "plain": _plain,
    "pard": _pard,
    "par": _par,
    "sect": _par,
    "cell": _cell,
    "nestcell": _cell,
    "row": _row,
    "nestrow": _inner_row,
    "trowd": _row_begins,
    "cellx": _edge,
    "clmrg": _merged,
    "clvmrg": _merged,
    "trhdr": _head,
    "trleft": _left,
    "clbrdrb": _underlined,
    "intbl": _in_table,
    "itap": _depth,
    "ilvl": _list_depth,
    "pnlvl": _list_depth,
    "li": _indent,
    "f": _font,
    "fcharset": _charset,
    "cpg": _font_page,
    "ansicpg": _page,
    "s": _style,
    "sbasedon": _based_on,
    "outlinelevel": _outline,
    "u": _unicode,
    "uc": _skips,
    "ffres": _box,
    "ffdefres": _box,
    "ftnalt": _endnote,
    "titlepg": _first_pages,
    "facingp": _facing_pages,
}

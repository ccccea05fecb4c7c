"""What an RTF file defines before its text: the encodings of its fonts, and which styles are headings."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

SYMBOL = "symbol"
_CHARSETS = {
    2: SYMBOL,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SYMBOLS = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|rubrik|überschrift|overskrift) ?([1-9])\b", re.IGNORECASE)
_TITLES = frozenset(("title", "titel", "dokumenttitel", "huvudrubrik"))
_CONTENTS = re.compile(r"(?:toc|innehåll|contents) ?(?:[1-9]|heading)", re.IGNORECASE)


@dataclass(slots=True)
class Style:
    """A paragraph style: a heading's depth from 1 (0: none), and whether it is one of a contents list's."""

    heading: int = 0
    contents: bool = False


@dataclass(slots=True)
class Definitions:
    """`fonts` give codecs by number, `styles` the paragraph styles; `page` is the file's own code page."""

    page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    first_pages: bool = False
    facing_pages: bool = False
    _font: tuple[int, int | None, str] | None = None
    _style: tuple[int, int | None, int | None] | None = None

    def font(self, number: int | None, charset: int | None, page: str, name: str) -> None:
        """Takes one font of the font table."""
        if number is not None:
            code = SYMBOL if _SYMBOLS.search(name) else page or _CHARSETS.get(charset or 0, "")
            self.fonts[number] = code

    def style(self, number: int | None, outline: int | None, base: int | None, name: str) -> None:
        """Takes one style of the style sheet."""
        if number is None:
            return
        name = name.strip().rstrip(";").strip().lower()
        parent = self.styles.get(base or -1, Style())
        named = _HEADING.match(name)
        heading = int(named[1]) if named else 1 if name in _TITLES else parent.heading
        if outline is not None:
            heading = outline + 1 if 0 <= outline <= 8 else 0
        self.styles[number] = Style(heading, parent.contents or bool(_CONTENTS.match(name)))

    def codec(self, font: int | None) -> str:
        """The codec of a font's bytes: the file's own where the font does not say."""
        return self.fonts.get(-1 if font is None else font) or self.page


def page(number: int | None) -> str:
    """The codec of a Windows code page, "" where Python has none."""
    name = {65001: "utf-8", 10000: "mac_roman"}.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def decode(raw: bytes, code: str) -> str:
    """Bytes of a font; those of the Symbol fonts lie at U+F000, where `ingest.characters` knows them."""
    if code == SYMBOL:
        return "".join(chr(0xF000 + byte) if byte > 32 else " " for byte in raw)
    return raw.decode(code, "replace").replace("\ufffd", "")

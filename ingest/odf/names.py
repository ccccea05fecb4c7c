"""The names that OpenDocument gives its elements and attributes, as lxml spells them."""

from __future__ import annotations

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"

OFFICE, STYLE, TEXT, TABLE, DRAW, PRESENTATION = (
    f"{_BASE}{name}:1.0}}" for name in ("office", "style", "text", "table", "drawing", "presentation")
)
FO = f"{_BASE}xsl-fo-compatible:1.0}}"
SVG = f"{_BASE}svg-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

P, H, SPAN, LIST, LIST_ITEM, LIST_HEADER, SECTION, NOTE = (
    f"{TEXT}{name}" for name in ("p", "h", "span", "list", "list-item", "list-header", "section", "note")
)
STYLE_NAME = f"{TEXT}style-name"


def whole(text: str | None, least: int = 0, most: int = 999_999) -> int | None:
    """A whole number within bounds, None for anything else."""
    if text is None or len(text) > 10 or not text.isdecimal():
        return None
    return min(max(int(text), least), most)

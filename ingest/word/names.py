"""The names that WordprocessingML gives its elements and attributes, as lxml spells them."""

from __future__ import annotations

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

W = f"{{{MAIN}}}"
R = f"{{{OFFICE}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"

VAL = f"{W}val"
P, RUN, TBL, TR, TC = (f"{W}{name}" for name in ("p", "r", "tbl", "tr", "tc"))
P_PR, R_PR, SDT, SDT_CONTENT = (f"{W}{name}" for name in ("pPr", "rPr", "sdt", "sdtContent"))
INS, DEL, MOVE_TO, MOVE_FROM = (f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom"))
ALTERNATE = f"{MC}AlternateContent"
BOX = f"{W}txbxContent"

_OFF = frozenset(("0", "false", "off"))


def value(parent: etree._Element | None, name: str) -> str | None:
    """The `w:val` of the child with this full name, None where there is no such child or no such attribute."""
    if parent is None:
        return None
    child = parent.find(name)
    return None if child is None else child.get(VAL)


def number(parent: etree._Element | None, name: str) -> int | None:
    """The `w:val` of a child as a whole number, None where it is missing or is none."""
    return whole(value(parent, name))


def whole(text: str | None) -> int | None:
    """A whole number of at most nine digits, None for anything else."""
    if text is None or len(text) > 10:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def switch(element: etree._Element | None) -> bool | None:
    """What an on/off element says: None where it is missing; `<w:b/>` is on, `w:val="0"` off."""
    if element is None:
        return None
    return element.get(VAL, "1") not in _OFF

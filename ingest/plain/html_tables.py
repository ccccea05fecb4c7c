"""HTML tables within Markdown become tables of pipes: converters fall back on HTML where cells are merged or long."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<table\b[^<>]{0,2000}>", re.IGNORECASE)
_END = re.compile(r"</table\s*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]{0,2000}>", re.IGNORECASE)
_CELL = re.compile(r"<(t[dh])\b([^<>]{0,2000})>", re.IGNORECASE)
_SPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,2})", re.IGNORECASE)
_OUTER = re.compile(r"</?(?:t[dhr]|thead|tbody|tfoot|caption|colgroup|col|table)\b[^<>]{0,2000}>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote)\b[^<>]{0,2000}>", re.IGNORECASE)


def piped_html(text: str) -> str:
    """The text with its HTML tables as rows between pipes, a delimiter row after heads; nested ones stay."""
    if "<table" not in text and "<TABLE" not in text:
        return text
    parts: list[str] = []
    at = 0
    while start := _TABLE.search(text, at):
        end = _END.search(text, start.end())
        if end is None:
            break
        inner = text[start.end() : end.start()]
        rows = [] if _TABLE.search(inner) else _rows(inner)
        parts += [text[at : start.start()], "\n\n", *rows, "\n"] if rows else [text[at : end.end()]]
        at = end.end()
    return "".join([*parts, text[at:]])


def _rows(inner: str) -> list[str]:
    before, *rows = _ROW.split(inner)
    caption = _words(before)
    lines = [f"{caption}\n\n"] if caption else []
    for place, row in enumerate(rows):
        cells = list(_CELL.finditer(row))
        ends = [*(cell.start() for cell in cells[1:]), len(row)]
        texts: list[str] = []
        for cell, end in zip(cells, ends, strict=False):
            span = _SPAN.search(cell[2])
            texts.append(_words(row[cell.end() : end]))
            texts += [""] * (min(int(span[1]), 40) - 1 if span else 0)
        if texts:
            lines.append(f"| {' | '.join(texts)} |\n")
            if place == 0 and all(cell[1].lower() == "th" for cell in cells):
                lines.append(f"|{'---|' * len(texts)}\n")
    return lines


def _words(cell: str) -> str:
    return " ".join(_BLOCK.sub(" ", _OUTER.sub("", cell)).replace("|", "\\|").split())

"""What was recognised on an image as a sheet, as if it were a page of a PDF: lines, and tables where lines are drawn.

From here on a scan goes the way of every other page: furniture, columns, tables, paragraphs.
"""

from __future__ import annotations

import re
from statistics import median

from ingest.ocr.glyphs import Glyphs
from ingest.ocr.recognised import Recognition, Stretch
from ingest.ocr.upright import Turned
from ingest.pdf.grids import grids
from ingest.pdf.line import Line, Part
from ingest.pdf.rulings import Rule, Rulings
from ingest.pdf.sheets import Sheet
from ingest.pdf.tables import ruled_tables

# What is read with less confidence is no text: scribbles, stamps, pictures.
SURE = 0.5
# A gap between stretches of this many font sizes parts a line, as in a PDF.
_GAP = 1.3
# Strokes so much heavier than the page's are bold.
_BOLD = 1.25
_BULLET = re.compile(r"^[·●○▪■□◦](?=\s)")
_RULE_SIGNS = "|¦"


def sheet_of(found: Recognition, number: int, width: float, height: float) -> tuple[Sheet, Glyphs]:
    """The sheet of what was recognised on page `number`, whose image shows `width` by `height` points."""
    wide, high = (height, width) if found.turn % 2 else (width, height)
    scale = wide / max(found.width, 1)
    glyphs = Glyphs(Turned(found.turn, found.skew, width, height))
    sure = [one for one in found.stretches if one.score >= SURE and one.text.strip(_RULE_SIGNS + " ")]
    stroke = median([one.stroke for one in sure for _ in one.text]) if sure else 0.0
    lines = [_line(row, number, scale, glyphs, stroke * _BOLD) for row in _rows(sure)]
    sheet = Sheet(number, wide, high, glyphs.text, lines)
    sheet.shown = (width, height)
    sheet.source, sheet.confidence = ("ocr", found.confidence) if lines else ("empty", None)
    rulings = Rulings(
        [Rule(*(scale * value for value in rule)) for rule in found.across],
        [Rule(*(scale * value for value in rule)) for rule in found.down],
    )
    drawn = grids(rulings) if len(rulings.across) > 1 else []
    if drawn:
        sheet.tables = ruled_tables(lines, drawn, lambda line, xs: _cells(glyphs, line, xs))
        inside = {line.start for table in sheet.tables for line in table.lines}
        sheet.lines = [line for line in lines if line.start not in inside]
    return sheet, glyphs


def _rows(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Stretches that stand on one line, from the left, and the lines from the top."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda one: one.base):
        row = next((row for row in reversed(rows[-4:]) if _stands_in(stretch, row)), None)
        if row is None:
            rows.append([stretch])
        else:
            row.append(stretch)
    return [sorted(row, key=lambda one: one.edges[0]) for row in rows]


def _stands_in(stretch: Stretch, row: list[Stretch]) -> bool:
    size = min(stretch.size, row[0].size)
    if abs(stretch.base - sum(one.base for one in row) / len(row)) > 0.35 * size:
        return False
    return all(stretch.edges[0] > one.edges[-1] - size or stretch.edges[-1] < one.edges[0] + size for one in row)


def _line(row: list[Stretch], page: int, scale: float, glyphs: Glyphs, heavy: float) -> Line:
    if glyphs.text:
        glyphs.put("\r\n", [0.0, 0.0], [0.0, 0.0])
    parts: list[Part] = []
    for stretch in row:
        text = _BULLET.sub("•", stretch.text) if not parts else stretch.text.replace("•", "·")
        edges = [scale * edge for edge in stretch.edges]
        gap = edges[0] - parts[-1].x1 if parts else 0.0
        if parts:
            glyphs.put(" ", [parts[-1].x1], [edges[0]])
        start = glyphs.put(text, edges[:-1], edges[1:])
        if parts and gap <= _GAP * scale * stretch.size:
            parts[-1].end, parts[-1].x1 = start + len(text), edges[-1]
        else:
            parts.append(Part(start, start + len(text), edges[0], edges[-1]))
    longest = max(row, key=lambda one: len(one.text))
    start, end = parts[0].start, parts[-1].end
    top, bottom = (scale * edge for edge in (min(one.top for one in row), max(one.bottom for one in row)))
    glyphs.rows.append((start, end, top, bottom))
    return Line(
        page, start, end, glyphs.text[start:end], parts[0].x0, top, parts[-1].x1, bottom,
        base=scale * longest.base, size=scale * longest.size,
        bold=row[0].stroke > heavy, bold_end=row[-1].stroke > heavy,
        hyphen=False, plain=False, parts=parts if len(parts) > 1 else [],
    )  # fmt: skip


def _cells(glyphs: Glyphs, line: Line, xs: list[float]) -> list[Part]:
    """The line's words, cut at an edge where two cells that touch were read as one word."""
    found: list[Part] = []
    for word in glyphs.words(line.start, line.end):
        edge = next((x for x in xs if word.x0 + 2 < x < word.x1 - 2), None)
        cut = next((at for at in range(word.start + 1, word.end) if edge and glyphs.lefts[at] >= edge - 1), None)
        if edge is None or cut is None or not _stands_alone(glyphs, cut):
            found.append(word)
        else:
            found += [Part(word.start, cut, word.x0, edge - 0.1), Part(cut, word.end, edge + 0.1, word.x1)]
    return found


def _stands_alone(glyphs: Glyphs, at: int) -> bool:
    """Whether white parts the character from the one before: they are of two cells."""
    before = glyphs.rights[at - 1] - glyphs.lefts[at - 1]
    return before > 1.6 * (glyphs.rights[at] - glyphs.lefts[at]) or before > 12


def settle_sizes(sheets: list[Sheet]) -> None:
    """Gives the lines of scans the sizes that the document has: measured sizes differ by a tenth from line to line."""
    lines = [line for sheet in sheets if sheet.source == "ocr" for line in _all(sheet)]
    signs = sorted((line.size, len(line.text)) for line in lines)
    if not signs:
        return
    half, seen, body = sum(count for _, count in signs) / 2, 0, signs[0][0]
    for size, count in signs:
        seen += count
        body = size
        if seen >= half:
            break
    for line in lines:
        ratio = line.size / body
        line.size = round(body, 1) if 0.86 < ratio < 1.14 else float(round(line.size))


def _all(sheet: Sheet) -> list[Line]:
    return [*sheet.lines, *(line for table in sheet.tables for line in table.lines)]

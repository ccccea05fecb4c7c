"""Text that is a table: its cells parted by semicolons, commas or tabs, as programs write them.

A contract in plain text holds semicolons and commas too. What tells the two apart: as many cells in nearly every row,
and hardly ever a space after the sign that parts them.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import islice

from ingest.plain.decoding import decoded

_NAMED = re.compile(r"sep=(.)\r?\n", re.I)
_FEWEST = {";": (2, 3), ",": (3, 3)}  # columns and rows that make a table; text with tabs is read as text
_SAMPLE = 200  # rows that are looked at
_REGULAR = 0.9
_LONGEST_SAMPLE = 200_000
csv.field_size_limit(2**20)


def delimiter(text: str) -> str | None:
    """The sign that parts the cells of a text, None where it is no table."""
    named = _NAMED.match(text[:10])
    if named:
        return named[1]
    sample = text[:_LONGEST_SAMPLE]
    if len(sample) < len(text):
        sample = sample[: sample.rfind("\n") + 1]
    return next((sign for sign in _FEWEST if sign in sample and _is_table(sample, sign)), None)


def rows(data: bytes) -> list[list[str]]:
    """The rows of a table in any usual encoding. Raises ValueError where a cell is beyond all size."""
    text = decoded(data) or ""
    sign = delimiter(text) or ";"
    body = text[_end.end() :] if (_end := _NAMED.match(text[:10])) else text
    try:
        return list(csv.reader(body.splitlines(keepends=True), delimiter=sign))
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _is_table(sample: str, sign: str) -> bool:
    try:
        records = [row for row in islice(csv.reader(sample.splitlines(keepends=True), delimiter=sign), _SAMPLE) if row]
    except csv.Error:
        return False
    columns, fewest = _FEWEST[sign]
    if len(records) < fewest:
        return False
    width, count = Counter(map(len, records)).most_common(1)[0]
    if width < columns or count < len(records) * _REGULAR:
        return False
    cells = [cell for row in records for cell in row[1:] if cell]
    spaced = sum(cell[0] == " " for cell in cells)
    return bool(cells) and spaced * 5 < len(cells)

"""Which recommendations the rows of a table are about: by number, by the words of their first cells, by their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from checks.audit import numbering
from checks.audit.alike import cosine
from checks.audit.anchors import Asking, likest
from checks.audit.counting import Counted, agreed
from checks.audit.headings import matter
from checks.audit.pieces import Column, Piece
from checks.audit.repeating import repeated
from checks.audit.titles import verbal
from ingest.document import Document

REPEATED = 0.6  # of a cell that repeats a recommendation: its words count more than a number beside them
TOLD = 0.3  # of a cell in a column of recommendations
TOLD_CLEARER = 1.35
AGAINST = 0.1  # the least likeness that speaks against a row's place in the order
AGAINST_SHARE = 0.6  # of it that the row has to the recommendation in its place
TOPIC = 0.4  # of a word or two that name the row's matter
TOPIC_CLEARER = 1.5
_KEYS = (Column.ASKED, Column.TOPIC, Column.NUMBER)
_ONLY_A_NUMBER = 8  # characters of a cell under "Rekommendation" that holds a number alone
_MARK = 24  # characters of a cell that its number stands in


@dataclass
class Row:
    """A row of a table: its cells, of them those that name it, in words its title, and where sure what it is about."""

    block: int
    pieces: list[Piece]
    keys: list[Piece]
    title: str
    among: tuple[int, ...] = ()
    goes_on: bool = False
    rest: list[Piece] = field(default_factory=list)

    @property
    def of_answers(self) -> bool:
        """Whether it is a row of a table whose columns tell what they hold."""
        return any(piece.column is not Column.ANSWER for piece in self.pieces)

    @property
    def answers(self) -> str:
        """What it answers, in one line."""
        return " ".join(piece.text for piece in self.rest if piece.column is Column.ANSWER)


def rows(document: Document, pieces: Sequence[Piece], asking: Asking) -> dict[int, Row]:
    """The rows of all tables, by their blocks."""
    found: dict[int, Row] = {}
    in_tables = [piece for piece in pieces if document.blocks[piece.block].cells]
    for _, group in groupby(in_tables, key=lambda piece: document.blocks[piece.block].table):
        table = [_row(list(cells)) for _, cells in groupby(group, key=lambda piece: piece.block)]
        _by_words(table, asking)
        _by_number(table, asking)
        _by_order(table, asking)
        _going_on(table)
        found.update({row.block: row for row in table})
    return found


def _row(pieces: list[Piece]) -> Row:
    keys = [piece for piece in pieces if piece.column in _KEYS]
    if not keys and len(pieces) == 1 and numbering.named(pieces[0].text[:_MARK]):
        keys = pieces  # a band over the rows below it
    rest = [piece for piece in pieces if piece not in keys]
    title = " ".join(piece.text for piece in keys if piece.column is not Column.NUMBER)
    return Row(pieces[0].block, pieces, keys, title, rest=rest)


def _by_words(table: Sequence[Row], asking: Asking) -> None:
    """The rows whose cells repeat a recommendation, or are near to one and to no other."""
    for row in table:
        for piece in row.pieces:
            if piece.column not in (Column.ASKED, Column.TOPIC, Column.ANSWER) or row.among:
                continue
            if (best := _told(row, piece, asking)) is not None:
                row.among = (best,)
                row.rest = [one for one in row.rest if one is not piece]


def _told(row: Row, piece: Piece, asking: Asking) -> int | None:
    """The recommendation that a cell repeats, sums up or names by its matter."""
    if piece.column is Column.ANSWER:  # without a column for it, a cell repeats the recommendation before it answers
        return repeated(piece.text, asking, acts=verbal(piece.text))
    best, score, second = likest(asking.likeness.vector(piece.text), asking.vectors)
    if _names_others(piece.text, best, score, asking):
        return None
    if piece.column is Column.ASKED and score >= TOLD and score >= second * TOLD_CLEARER:
        return best
    if piece.column is Column.TOPIC and score >= TOPIC and score >= second * TOPIC_CLEARER:
        return best
    return matter(piece.text, f"{piece.text} {row.answers}", asking)


def _names_others(text: str, best: int, score: float, asking: Asking) -> bool:
    """Whether a cell names several recommendations by number, or another than its words point to."""
    named = asking.by_keys(numbering.named(text[:_MARK]))
    return len(named) > 1 or (bool(named) and best not in named and score < REPEATED)


def _by_number(table: Sequence[Row], asking: Asking) -> None:
    """The rows with a recommendation's number; a mere number counts where the words do not speak against it."""
    marks: dict[int, tuple[int, ...]] = {}
    for row in table:
        for piece in row.keys:
            start = piece.text[: None if piece.column is Column.NUMBER else _MARK]
            if among := asking.by_keys(numbering.named(start)):
                row.among = row.among or among
            elif piece.column is Column.ASKED and len(piece.text) <= _ONLY_A_NUMBER:
                row.among = row.among or asking.by_keys(numbering.bare(piece.text))
            elif among := asking.by_keys(numbering.bare(piece.text)):
                marks.setdefault(row.block, among)
    marked = [row for row in table if row.block in marks]
    if any(row.among and row.among != marks[row.block] for row in marked):
        return
    counted = [Counted(row.block, marks[row.block], row.title, f"{row.title} {row.answers}") for row in marked]
    found = agreed(counted, asking)
    for row in marked:
        row.among = row.among or found.get(row.block, ()) or _in_a_column(row, table, marks)


def _in_a_column(row: Row, table: Sequence[Row], marks: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    """The number of a row whose neighbours' numbers their own words have borne out."""
    borne_out = sum(bool(one.among) and marks.get(one.block) == one.among for one in table)
    return marks.get(row.block, ()) if 2 * borne_out >= len(marks) and borne_out > 1 else ()


def _by_order(table: Sequence[Row], asking: Asking) -> None:
    """The rows left over, where the table has a row for each recommendation, and the known ones stand in order."""
    full = [row for row in table if row.title and row.rest]
    known = [(place, row.among) for place, row in enumerate(full) if row.among]
    if len(full) != len(asking.texts) or 2 * len(known) < len(full):
        return
    in_order = all(among == (place,) for place, among in known)
    if in_order and all(row.among or _may_be(row, place, asking) for place, row in enumerate(full)):
        for place, row in enumerate(full):
            row.among = row.among or (place,)


def _may_be(row: Row, place: int, asking: Asking) -> bool:
    """Whether a row's words do not speak for another recommendation than its place does."""
    vector = asking.likeness.vector(f"{row.title} {row.answers}")
    _, score, _ = likest(vector, asking.wide)
    return score < AGAINST or cosine(vector, asking.wide[place]) >= AGAINST_SHARE * score


def _going_on(table: Sequence[Row]) -> None:
    """A row without a title goes on with the row before it, where the others have one.

    A cell over the table's whole breadth is a block of its own between the rows, and a title like others.
    """
    titled = [row for row in table if row.keys]
    before: Row | None = None
    for row in table:
        if row not in titled and before is not None and titled and row.block == before.block + 1:
            row.among, row.title, row.goes_on = row.among or before.among, before.title, True
        before = row

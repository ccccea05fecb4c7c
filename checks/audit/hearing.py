"""A response heard sentence by sentence: what the rules read, what the learned reader votes, what it means, and how
likely each sentence is the body's own word on something that was asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from checks import encoder
from checks.audit.pieces import Column, Piece
from checks.audit.saying import Said
from checks.audit.sentence_reader import HEADS, SentenceReader, features
from ingest.document import Document

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 400  # characters of a sentence that are embedded: its beginning says what it is about
POSITION = HEADS.index("position")
_ASIDE = re.compile(
    r"^(?:[\d.]+\s*)?(?:bakgrund|ärendet|om granskningen|inledning|beslutsunderlag|ekonomisk|barn|jämställdhet|"
    r"expedier|beslutet skickas|beslut skickas|bilag|uppdrag|syfte|definition|avgränsning|miljö|konsekvens|"
    r"reservation|yrkande|sammanfattning|kopia)",
    re.IGNORECASE,
)
KEPT = 30_000  # embeddings, at most 50 MB
AT_ONCE = 2  # threads: the least machine has two cores
_FULL = 300.0  # characters of a long sentence


@dataclass(frozen=True)
class Hearing:
    """A response's pieces in order, and of each what is known; `scores` are the reader's, by `HEADS`.

    `passage` is the chance that a piece is an answer's; `meanings` are embeddings, empty without the encoder.
    """

    pieces: tuple[Piece, ...]
    said: Mapping[Piece, Said]
    scores: Mapping[Piece, Floats]
    meanings: Mapping[Piece, Floats]
    passage: Mapping[Piece, float]


_kept: dict[str, Floats] = {}


def meanings(texts: Sequence[str]) -> Floats:
    """Texts x numbers: their embeddings. They are kept in memory, and never on disk: much of a text can be told from
    its embedding.
    """
    cut = [text[:LONGEST] for text in texts]
    if len(_kept) > KEPT:
        _kept.clear()
    new = list(dict.fromkeys(text for text in cut if text not in _kept))
    if new:
        _kept.update(zip(new, encoder.embed(new, at_once=AT_ONCE), strict=True))
    return np.stack([_kept[text] for text in cut]) if cut else np.zeros((0, encoder.SIZE), dtype=np.float32)


def scored(
    reader: SentenceReader, said: Mapping[Piece, Said], written: date | None
) -> tuple[dict[Piece, Floats], dict[Piece, Floats]]:
    """The reader's scores of every piece, and the pieces' embeddings where it sees them."""
    pieces = list(said)
    if not pieces:
        return {}, {}
    embedded = meanings([_text(piece) for piece in pieces]) if reader.meaning is not None else None
    scores = reader.scores(features([said[piece] for piece in pieces], written), embedded)
    return (
        dict(zip(pieces, scores, strict=True)),
        dict(zip(pieces, embedded, strict=True)) if embedded is not None else {},
    )


def _text(piece: Piece) -> str:
    return " ".join(piece.text.split())


def answering(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that can be an answer's words: no cell for who, when, number or recommendation."""
    return [piece for piece in pieces if piece.column in (None, Column.ANSWER)]


def passage_inputs(
    document: Document,
    pieces: Sequence[Piece],
    said: Mapping[Piece, Said],
    scores: Mapping[Piece, Floats],
    anchored: frozenset[Piece],
) -> Floats:
    """What tells whether pieces are an answer's, a row each: its votes, its neighbours', its place and its paragraph.

    Not how near it is to a recommendation: background in the audit's own words is nearer than most answers.
    """
    rows = []
    blocks: dict[int, list[int]] = {}
    for at, piece in enumerate(pieces):
        blocks.setdefault(piece.block, []).append(at)
    nothing = np.zeros(len(HEADS), dtype=np.float32)
    for at, piece in enumerate(pieces):
        paragraph = blocks[piece.block]
        place = at - paragraph[0]
        before = scores[pieces[at - 1]] if place else nothing
        after = scores[pieces[at + 1]] if at < paragraph[-1] else nothing
        path = document.path(piece.section)
        read = said[piece]
        flags = (
            place > 0,
            len(paragraph) == 1,
            place == 0,
            at == paragraph[-1],
            max(scores[pieces[other]][POSITION] for other in paragraph),
            bool(path and _ASIDE.search(path[-1].title)),
            at / len(pieces),
            read.tale,
            read.habit,
            bool(read.marks),
            bool(read.due),
            read.attitude,
            bool(read.pointing),
            min(len(piece.text), _FULL) / 100,
            piece in anchored,
        )
        rows.append(np.concatenate([scores[piece], before, after, np.array(flags, dtype=np.float32)]))
    return np.array(rows, dtype=np.float32).reshape(len(rows), -1)

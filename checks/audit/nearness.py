"""How near the sentences of a response are to each recommendation: what the sequence model weighs.

By words: the sentence, its paragraph, its heading and the topic that it names, against the recommendation with and
without the chapter that led to it; and by way of the report, whose paragraphs on the finding share details with both.
By meaning, where there are embeddings: sentence, paragraph, paragraph's first sentence, heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
from scipy.sparse import csr_matrix

from checks.audit.alike import Likeness, Vector, cosine
from checks.audit.anchors import Asking
from checks.audit.hearing import Hearing, answering, meanings
from checks.audit.pieces import Piece
from checks.audit.walking import Open, topic_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LIKELY = 0.4  # that a paragraph holds an answer: others are no rivals for a recommendation
_FAINT = 0.08  # a response's paragraph and a report's that are less alike have nothing in common
_HEAD = 0.5  # what the heading counts in the meaning of a paragraph
_TINY = 1e-9


@dataclass(frozen=True)
class Findings:
    """The report's paragraphs as vectors, and how much each is about each recommendation (paragraphs x
    recommendations).
    """

    likeness: Likeness
    vectors: tuple[Vector, ...]
    about: Floats

    @classmethod
    def of(cls, recommendations: Sequence[str], paragraphs: Sequence[str]) -> Findings:
        """`paragraphs` are those of the report that are no recommendation themselves; there may be none."""
        likeness = Likeness.over(recommendations, paragraphs)
        asked = [likeness.vector(text) for text in recommendations]
        vectors = tuple(likeness.vector(text) for text in paragraphs)
        near = _products(vectors, asked)
        return cls(likeness, vectors, near**2 / np.maximum(near.sum(1, keepdims=True), _TINY))

    def by_way_of(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        """Texts x recommendations, twice: over all paragraphs of the report together, and over the best one."""
        if not self.vectors or not texts:
            nothing = np.zeros((len(texts), self.about.shape[1]), dtype=np.float32)
            return nothing, nothing
        near = _products([self.likeness.vector(text) for text in texts], self.vectors)
        near = np.where(near > _FAINT, near, 0)
        whole = np.einsum("tp,pr->tr", near, self.about)
        best = np.array([(row[:, None] * self.about).max(0) for row in near])
        return np.sqrt(whole / max(float(whole.max()), _TINY)), np.sqrt(best)


def _products(one: Sequence[Vector], other: Sequence[Vector]) -> Floats:
    """The cosines of every two, one x other."""
    names: dict[str, int] = {}
    return (
        cast("Floats", (_matrix(one, names) @ _matrix(other, names).T).toarray())
        if one and other
        else _none(one, other)
    )


def _none(one: Sequence[Vector], other: Sequence[Vector]) -> Floats:
    return np.zeros((len(one), len(other)), dtype=np.float32)


def _matrix(vectors: Iterable[Vector], names: dict[str, int]) -> csr_matrix:
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for vector in vectors:
        columns += [names.setdefault(name, len(names)) for name in vector]
        values += vector.values()
        ends.append(len(columns))
    wide = 1 << 22  # more than any audit has features: rows of two matrices meet by their names' numbers
    return csr_matrix((np.array(values, dtype=np.float32), columns, ends), shape=(len(ends) - 1, wide))


@dataclass(frozen=True)
class Place:
    """One open sentence: its paragraph (by index), and what it stands in."""

    piece: Piece
    open: Open
    paragraph: int


def places(open_: Sequence[Open]) -> list[Place]:
    """The open sentences of a response in order; not the cells for who and when."""
    return [Place(piece, each, at) for at, each in enumerate(open_) for piece in answering(each.pieces)]


def near(found: Sequence[Place], asking: Asking, findings: Findings, hearing: Hearing) -> list[Floats]:
    """Ways of being near, each sentences x recommendations."""
    whole = list({each.paragraph: each.open for each in found}.values())
    row = {at: place for place, at in enumerate(dict.fromkeys(each.paragraph for each in found))}
    of = np.array([row[each.paragraph] for each in found])
    likeness = asking.likeness
    own = [likeness.vector(each.piece.text) for each in found]
    paragraphs, heads = (
        [likeness.vector(each.text) for each in whole],
        [likeness.vector(each.heading) for each in whole],
    )
    topics = [likeness.vector(topic_of(each.piece.text)) for each in found]
    by_words = [
        _cosines(own, asking.wide),
        _cosines(own, asking.vectors),
        _cosines(paragraphs, asking.wide)[of],
        _cosines(paragraphs, asking.vectors)[of],
        _cosines(heads, asking.wide)[of],
        _cosines(heads, asking.vectors)[of],
        _cosines(topics, asking.vectors),
    ]
    by_report = [way[of] for way in findings.by_way_of([each.text for each in whole])]
    return [
        *(np.sqrt(np.maximum(way, 0)) for way in by_words),
        *by_report,
        *_by_meaning(found, whole, of, asking, hearing),
    ]


def _cosines(one: Sequence[Vector], other: Sequence[Vector]) -> Floats:
    return np.array([[cosine(first, second) for second in other] for first in one], dtype=np.float32)


def _by_meaning(
    found: Sequence[Place], whole: Sequence[Open], of: NDArray[np.intp], asking: Asking, hearing: Hearing
) -> list[Floats]:
    if not hearing.meanings:
        return []
    asked = meanings(asking.texts)
    own = np.array([hearing.meanings[each.piece] for each in found])
    middle = own.mean(0)
    wanted = _unit(asked - (asked.mean(0) if len(asked) > 1 else middle))
    headed = meanings([each.heading for each in whole])
    titled = np.array([bool(each.heading) for each in whole])[:, None]
    first = np.array([int(np.flatnonzero(of == at)[0]) for at in range(len(whole))])
    middles = np.array([own[of == at].mean(0) for at in range(len(whole))], dtype=np.float32)
    paragraphs = middles + np.where(titled, _HEAD * headed, 0)
    return [
        _dots(_unit(own - middle), wanted),
        _dots(_unit(_unit(paragraphs) - middle), wanted)[of],
        _dots(_unit(own[first] - middle), wanted)[of],
        (_dots(_unit(headed - middle), wanted) * titled)[of],
    ]


def _unit(rows: Floats) -> Floats:
    return cast("Floats", rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), _TINY))


def _dots(one: Floats, other: Floats) -> Floats:
    return cast("Floats", np.einsum("sn,rn->sr", one, other))

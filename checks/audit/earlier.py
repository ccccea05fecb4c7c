"""Over the years: recommendations that come back, and promises of earlier years whose date has passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checks.audit import boards
from checks.audit.alike import Likeness, cosine
from checks.audit.asked import recommendations
from checks.audit.dating import written
from checks.audit.pieces import pieces
from checks.audit.saying import read
from checks.followup import Earlier, EarlierPromise, Recommendation, Signal
from ingest.document import Document

_BACK = 0.42  # as like as that: the recommendation has come back
_BELONGS = 0.2


def earlier_years(documents: Sequence[Document], found: Sequence[Recommendation], day: date) -> Earlier:
    """The earlier documents' recommendations, and their dated promises with the present one that each belongs to."""
    asked: list[str] = []
    promises: list[EarlierPromise] = []
    for place, document in enumerate(documents):
        asked += [" ".join(document.quote(each.span).split()) for each in recommendations(document)]
        promises += _promises(place, document, found, day)
    return Earlier(tuple(documents), tuple(dict.fromkeys(asked)), tuple(sorted(promises, key=lambda each: each.due)))


def _promises(place: int, document: Document, found: Sequence[Recommendation], day: date) -> list[EarlierPromise]:
    own, when = boards.answering(document), written(document)
    cut = pieces(document)
    likeness = Likeness.over([each.text for each in found], [piece.text for piece in cut])
    vectors = [likeness.vector(each.text) for each in found]
    kept = []
    for piece in cut:
        said = read(piece, own, when)
        if said.tale or not said.signals & {Signal.PLANNED, Signal.ONGOING}:
            continue
        path = document.path(piece.section)
        vector = likeness.vector(f"{path[-1].title if path else ''} {piece.text}")
        scores = [cosine(vector, other) for other in vectors]
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        belongs = found[best] if best is not None and scores[best] >= _BELONGS else None
        for deadline in said.due[:1]:
            now = tuple(answer.status for answer in belongs.answers) if belongs else ()
            number = belongs.number if belongs else None
            kept.append(EarlierPromise(place, piece.span, deadline.date, deadline.date < day, number, now))
    return kept


def returning(each: Recommendation, earlier: Earlier) -> Recommendation:
    """The recommendation, with the earlier one that it repeats, where there is one."""
    if not earlier.recommendations:
        return each
    likeness = Likeness.over([], [*earlier.recommendations, each.text])
    vector = likeness.vector(each.text)
    scores = [cosine(vector, likeness.vector(text)) for text in earlier.recommendations]
    best = max(range(len(scores)), key=scores.__getitem__)
    return replace(each, returns=(best + 1, 0)) if scores[best] >= _BACK else each

"""Which words of a response are about which recommendation.

First by the response's own order: headings and lines that repeat a recommendation, its number, a table's column. What
that leaves open is settled by a learned model of the whole response (`sequence`), from how near each sentence is to
each recommendation (`nearness`) and how likely it is to be an answer's at all (`hearing`).
"""

from __future__ import annotations

from collections.abc import Sequence

from checks.audit.eyes import Eye
from checks.audit.hearing import Hearing
from checks.audit.nearness import Findings, near, places
from checks.audit.pieces import Column
from checks.audit.sequence import Wanted, likeliest, sentences
from checks.audit.walking import Aligned, Walk

_PARAGRAPH, _MEANT = 3, 10  # of the ways of being near: what a passage that came near is ranked by


def align(walk: Walk, hearing: Hearing, findings: Findings, mine: Sequence[bool], eye: Eye) -> Aligned:
    """Gives the open sentences of a walk too. `mine` says of each recommendation whether it is for the board."""
    aligned = walk.aligned
    found = places(walk.open)
    if found:
        ways = near(found, walk.asking, findings, hearing)
        wanted = Wanted(tuple(mine), tuple(place in aligned.pieces for place in range(len(mine))))
        ready = sentences(found, ways, [hearing.passage[each.piece] for each in found], wanted)
        for each, place in zip(found, likeliest(ready, eye.sequence, wanted), strict=True):
            if place is None:
                aligned.loose.append(each.piece)
            else:
                aligned.give(place, each.piece)
        both = ways[_PARAGRAPH] + (ways[_MEANT] if len(ways) > _MEANT else 0)
        for place in range(len(mine)):
            best = int(both[:, place].argmax())
            aligned.nearest[place] = (float(both[best, place]), found[best].piece)
        _with_cells(walk, aligned)
    for kept in aligned.pieces.values():
        kept.sort(key=lambda piece: piece.span.start)
    return aligned


def _with_cells(walk: Walk, aligned: Aligned) -> None:
    """Gives the open cells for who and when to the recommendation that their row is about."""
    for each in walk.open:
        cells = [piece for piece in each.pieces if piece.column in (Column.WHO, Column.WHEN)]
        for place, kept in list(aligned.pieces.items()) if cells else []:
            if any(piece in kept for piece in each.pieces):
                for piece in cells:
                    aligned.give(place, piece)

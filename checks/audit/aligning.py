"""Which words of a response are about which recommendation.

First by the response's own order: headings and lines that repeat a recommendation, its number, a table's column. Where
there is none, by likeness, paragraph by paragraph, with the chapter of the report that led to the recommendation as
help; a paragraph that goes on ("Arbetet ...") follows the one before it. What is near none of them is about none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from checks.audit import anchors, encoder
from checks.audit.alike import cosine
from checks.audit.anchors import Asking
from checks.audit.pieces import Piece
from checks.audit.walking import CLEARER, TOPIC, Aligned, Open, Walk, topic_of
from ingest.document import BlockKind, Document

NEAR = 0.15  # of a paragraph in running text to the recommendation that it answers

FAINT = 0.08  # where paragraph and recommendation are each other's nearest, and neither has another
OTHERS = 1.35  # times as near must be what is asked of another board

_RIVAL = 0.7  # of the nearest: a paragraph may be about what is half as near, if another is nearer to that
_RIVAL_NAMED = 0.3  # the same, where a heading names all of them

_HEAD_SHARE = 0.8

_LEAD_SHARE = 0.8

_SEEN = 0.6  # what the encoder's likeness counts beside that of the words

_GOES_ON = re.compile(
    r"^(?:arbetet|detta|dessa|den|det|de|därför|därefter|därmed|modellen|rutinen|uppdraget|utöver detta|vidare|"
    r"även|samtidigt|tidplanen|ansvarig|ansvaret|"
    r"nästa steg|planen|målet|under|i samband|mot (?:denna|den) bakgrund|härutöver|dessutom|resultatet|"
    r"genomgången|översynen|åtgärden|kontrollerna|utbildningen|"
    r"ett (?:första|sådant)|en (?:första|sådan)|för detta|genom detta|nämnden (?:kommer|avser|har)|"
    r"styrelsen (?:kommer|avser|har)|förvaltningen (?:kommer|avser|har))\b",
    re.IGNORECASE,
)

_BESIDES = re.compile(r"^(?:[\d.]+\s*)?(?:övrig|avslut)", re.IGNORECASE)


class _Settling:
    """Finds the recommendations of the open paragraphs, all of them seen together."""

    def __init__(self, walk: Walk, mine: Sequence[bool]) -> None:
        self.walk = walk
        self.mine = mine
        self.open = [each for each in walk.open if any(walk.acts[piece] for piece in each.pieces)]
        self.named = frozenset(walk.aligned.pieces)
        self.scores = self._scores()

    def settle(self) -> None:
        """Gives every open paragraph: the clear ones, then those nearest to what is left, then those that go on."""
        every = [place for place in range(len(self.mine)) if self.mine[place] and place not in self.named]
        for zone in dict.fromkeys(each.zone for each in self.open):
            free = [at for at, each in enumerate(self.open) if each.zone == zone and self.scores[at]]
            wanted = every if zone is None else list(self.open[free[0]].among) if free else []
            for at, rec in self._shared_out(free, wanted, _RIVAL if zone is None else _RIVAL_NAMED).items():
                self.open[at].answer = (rec,)
        for place, each in enumerate(self.open):
            each.answer = each.answer or self._clear(place, each)
        self._faint()
        before: Open | None = None
        for each in self.walk.open:
            if not each.answer and each in self.open:
                each.answer = self._goes_on(each, before)
            before = each if each.answer else (before if before and before.zone == each.zone else None)
            if each.answer:
                self.walk.give(each.pieces, each.answer)
            else:
                self.walk.aligned.loose += each.pieces

    def _scores(self) -> list[dict[int, float]]:
        asking, likeness = self.walk.asking, self.walk.asking.likeness
        seen = encoder.likenesses(asking.texts, [f"{each.heading}. {each.text}" for each in self.open])
        found: list[dict[int, float]] = []
        for at, each in enumerate(self.open):
            whole, head = likeness.vector(each.text), likeness.vector(each.heading)
            topic = topic_of(each.text)
            lead = likeness.vector(topic) if topic else {}
            sentences = [likeness.vector(piece.text) for piece in each.pieces]
            scores: dict[int, float] = {}
            share = self._share(each)
            for place in each.among:
                wide = asking.wide[place]
                near = max(cosine(whole, wide), 0.85 * max(cosine(sentence, wide) for sentence in sentences))
                near += _HEAD_SHARE * cosine(head, wide) + _LEAD_SHARE * cosine(lead, wide)
                if seen:
                    near += _SEEN * max(0.0, seen[at][place])
                near *= share
                scores[place] = near if self.mine[place] or each.zone is not None else near / OTHERS
                best = self.walk.aligned.nearest.get(place)
                if best is None or near > best[0]:
                    self.walk.aligned.nearest[place] = (near, each.pieces[0])
            found.append(scores)
        return found

    def _share(self, each: Open) -> float:
        """Less for what stands before the first of several titles, and under "Övrigt"."""
        if each.zone is not None:
            return 1.0
        titles = list(dict.fromkeys(one.heading for one in self.walk.open))
        if len(titles) > 3 and each.heading == titles[0] and not self._on_matter(titles[0]):
            return 0.6
        return 0.8 if _BESIDES.match(each.heading) else 1.0

    def _on_matter(self, title: str) -> bool:
        asking = self.walk.asking
        return anchors.likest(asking.likeness.vector(title), asking.vectors)[1] > TOPIC

    def _shared_out(self, free: list[int], wanted: list[int], rival: float) -> dict[int, int]:
        """The paragraphs that are best shared out among the recommendations, one each: what is nearest to two
        recommendations is about the one that no other paragraph is nearer to.
        """
        from scipy.optimize import linear_sum_assignment

        if len(free) < 2 or len(wanted) < 2:
            return {}
        worth = [[self._worth(at, place, rival) for place in wanted] for at in free]
        rows, columns = linear_sum_assignment(worth, maximize=True)
        return {
            free[row]: wanted[column]
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
            if worth[row][column] > 0
        }

    def _worth(self, at: int, place: int, rival: float) -> float:
        """How near a paragraph is to a recommendation; 0 where it is too faint, or much nearer to another."""
        scores = self.scores[at]
        near = scores.get(place, 0.0)
        return near if near >= max(NEAR * 0.75, rival * max(scores.values())) else 0.0

    def _clear(self, at: int, each: Open) -> tuple[int, ...]:
        scores = self.scores[at]
        order = sorted(scores, key=scores.__getitem__, reverse=True)
        second = scores[order[1]] if len(order) > 1 else 0.0
        least = NEAR * 0.6 if each.zone is not None else NEAR
        if each.zone is None and order[0] in self.named:
            least = 2 * NEAR  # the response answers it under its own heading, or in a table
        if scores[order[0]] >= least and scores[order[0]] >= second * CLEARER:
            return (order[0],)
        return (order[0],) if scores[order[0]] >= 2 * NEAR else ()

    def _faint(self) -> None:
        """Paragraphs and recommendations that have nothing yet, the nearest pair first."""
        covered = {place for each in self.open for place in each.answer} | set(self.walk.aligned.pieces)
        pairs = sorted(
            (
                (score, at, place)
                for at, each in enumerate(self.open)
                if not each.answer
                for place, score in self.scores[at].items()
                if place not in covered and score >= FAINT and (self.mine[place] or each.zone is not None)
            ),
            reverse=True,
        )
        for score, at, place in self._spare(covered):
            if place not in covered and score >= FAINT:
                self.open[at].answer = (place,)
                covered.add(place)
        for _, at, place in pairs:
            if not self.open[at].answer and place not in covered:
                self.open[at].answer = (place,)
                covered.add(place)

    def _spare(self, covered: set[int]) -> list[tuple[float, int, int]]:
        """Paragraphs given to a recommendation that has a nearer one, and almost as near to one that has none."""
        found = []
        for at, each in enumerate(self.open):
            if len(each.answer) != 1:
                continue
            own = self.scores[at][each.answer[0]]
            others = [
                self.scores[other][each.answer[0]]
                for other, one in enumerate(self.open)
                if other != at and one.answer == each.answer
            ]
            if not others or max(others) <= own:
                continue
            found += [
                (score, at, place)
                for place, score in self.scores[at].items()
                if place not in covered and self.mine[place] and score >= max(0.5 * own, NEAR * 0.75)
            ]
        return sorted(found, reverse=True)

    def _goes_on(self, each: Open, before: Open | None) -> tuple[int, ...]:
        """A paragraph that goes on follows the one before it; one in a zone of several is about one of them, or all."""
        if each.zone is not None:
            return before.answer if before and before.zone == each.zone else each.among
        if before and (each.pieces[0].lead_in or _GOES_ON.match(each.text)) and before.heading == each.heading:
            return before.answer
        return ()


def align(
    document: Document, pieces: Sequence[Piece], asking: Asking, mine: Sequence[bool], acts: Mapping[Piece, bool]
) -> Aligned:
    """Gives the pieces of a response to the recommendations.

    `mine` says of each recommendation whether it is one for the answering board, `acts` of each piece whether it takes
    a position or reports an act.
    """
    walk = Walk(document, asking, acts)
    of_block = {block: list(group) for block, group in groupby(pieces, key=lambda piece: piece.block)}
    ends = _ends_of_lists(document, asking, of_block)
    for place, block in enumerate(document.blocks):
        if place in ends:
            walk.held = None
        if block.kind is BlockKind.HEADING or place in of_block:
            walk.block(place, of_block.get(place, []))
    _Settling(walk, mine).settle()
    for kept in walk.aligned.pieces.values():
        kept.sort(key=lambda piece: piece.span.start)
    return walk.aligned


def _ends_of_lists(document: Document, asking: Asking, of_block: Mapping[int, list[Piece]]) -> set[int]:
    """The blocks after a list that repeats two recommendations or more with nothing between: its last holds nothing."""
    found: set[int] = set()
    run = 0
    for place, block in enumerate(document.blocks):
        if block.kind is not BlockKind.HEADING and place not in of_block:
            continue
        repeats = False
        if block.kind is BlockKind.LIST_ITEM:
            anchor = anchors.anchor(document, place, asking)
            repeats = anchor is not None and anchor.repeats
        if not repeats and run > 1:
            found.add(place)
        run = run + 1 if repeats else 0
    return found

"""Which words of a response are about which recommendation.

First by the response's own order: headings and lines that repeat a recommendation, its number, a table's column. Where
there is none, by likeness, paragraph by paragraph, with the chapter of the report that led to the recommendation as
help; a paragraph that goes on ("Arbetet ...") follows the one before it. What is near none of them is about none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from checks.audit import anchors
from checks.audit.alike import Likeness, Vector, added, cosine
from checks.audit.anchors import Asking
from checks.audit.pieces import Column, Piece
from ingest.document import BlockKind, Document

NEAR = 0.105  # of a paragraph in running text to the recommendation that it answers
CLEARER = 1.2
TOPIC = 0.16  # of the words that a paragraph opens with ("Vad gäller ...,")
SENTENCE = 0.2  # of one sentence, that turns to another recommendation than its paragraph's
SAME = 0.72  # a sentence that is the recommendation again
OTHERS = 1.35  # times as near must be what is asked of another board
_CONTEXT = 0.45
_HEAD_SHARE = 0.6
_TOPIC_LEAD = re.compile(
    r"^(?:vad gäller|vad avser|när det gäller|i fråga om|beträffande|angående|gällande|avseende|rörande|i frågan om|kring|om|"
    r"för att återgå till|till frågan om|rekommendationen (?:om|att|avseende|kring)|revisorernas rekommendation (?:om|att)|i den del som rör)\s+(?P<topic>[^,:.]{4,120})",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"^(?P<topic>[A-ZÅÄÖ][^.:!?\n]{3,60})(?:[.:]|\s[–-])\s+(?=[A-ZÅÄÖ])")
_GOES_ON = re.compile(
    r"^(?:arbetet|detta|dessa|den|det|de|därför|därefter|därmed|modellen|rutinen|uppdraget|utöver detta|vidare|även|samtidigt|tidplanen|ansvarig|ansvaret|"
    r"nästa steg|planen|målet|under|i samband|mot (?:denna|den) bakgrund|härutöver|dessutom|resultatet|genomgången|översynen|åtgärden|kontrollerna|utbildningen|"
    r"ett (?:första|sådant)|en (?:första|sådan)|för detta|genom detta|nämnden (?:kommer|avser|har)|styrelsen (?:kommer|avser|har)|förvaltningen (?:kommer|avser|har))\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:[\d.]+\s*)?(?:bakgrund|ärendet|om granskningen|inledning|beslutsunderlag|ekonomisk|barn|jämställdhet|expedier|beslutet skickas|beslut skickas|"
    r"bilag|övrig|\w{2,30}nämndens uppdrag|uppdrag|syfte|definition|avgränsning|miljö|konsekvens|reservation|yrkande|sammanfattning|kopia)",
    re.IGNORECASE,
)


@dataclass
class Aligned:
    """The pieces of a response that are about each recommendation (by index), and those that are about none.

    `anchored` are recommendations that the response itself names or repeats; `repeats` are the pieces that only repeat
    one. `scores` is how near the best passage of a recommendation came.
    """

    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    loose: list[Piece] = field(default_factory=list)
    anchored: set[int] = field(default_factory=set)
    nearest: dict[int, tuple[float, Piece]] = field(default_factory=dict)

    def give(self, place: int, piece: Piece) -> None:
        """Counts a piece to a recommendation, once."""
        kept = self.pieces.setdefault(place, [])
        if piece not in kept:
            kept.append(piece)


def asking(labels: Sequence[str], texts: Sequence[str], contexts: Sequence[str], passages: Sequence[str]) -> Asking:
    """The recommendations ready to be compared; `contexts` are the chapters that led to them, empty where unknown."""
    likeness = Likeness.over(texts, passages)
    vectors = tuple(likeness.vector(text) for text in texts)
    wide = tuple(
        added(vector, likeness.vector(context), _CONTEXT) if context else vector
        for vector, context in zip(vectors, contexts, strict=True)
    )
    return Asking(tuple(labels), tuple(texts), vectors, wide, likeness)


class _Walk:
    """Goes through a response paragraph by paragraph, with the anchor that holds."""

    def __init__(self, document: Document, asking: Asking, mine: Sequence[bool], acts: Sequence[bool]) -> None:
        self.document = document
        self.asking = asking
        self.mine = mine
        self.acts = acts
        self.aligned = Aligned()
        self.held: tuple[int, ...] | None = None
        self.last: tuple[int, ...] = ()
        self.heading: int | None = None

    def block(self, place: int, pieces: list[Piece]) -> None:
        """One block: a heading or repetition sets the anchor, a table's row and a paragraph are given."""
        block = self.document.blocks[place]
        if block.cells:
            self._row(pieces)
            return
        found = anchors.anchor(self.document, place, self.asking)
        if block.kind is BlockKind.HEADING:
            self.last = ()
            self.heading = place
            if found is not None:
                self.held = found.among or None
                self.aligned.anchored.update(found.among)
            return
        if found is not None and (found.repeats or found.among):
            if self._names_only(pieces, found.among):
                self.held, self.last = found.among, ()
                self.aligned.anchored.update(found.among)
                return
            if found.repeats:
                self.held, self.last = found.among, ()
        self._paragraph(pieces)

    def _names_only(self, pieces: list[Piece], among: tuple[int, ...]) -> bool:
        """Whether a block does no more than name recommendations."""
        return all(self._repeats(piece) or (len(piece.text) < 70 and not _verbal(piece.text)) for piece in pieces)

    def _repeats(self, piece: Piece) -> bool:
        vector = self.asking.likeness.vector(piece.text)
        return bool(vector) and anchors.likest(vector, self.asking.vectors)[1] >= SAME

    def _row(self, pieces: list[Piece]) -> None:
        """A table's row is about what its column of recommendations, or of numbers, says."""
        told = [piece for piece in pieces if piece.column in (Column.ASKED, Column.NUMBER)]
        among: tuple[int, ...] = ()
        for piece in told:
            if piece.column is Column.ASKED:
                best, score, second = anchors.likest(self.asking.likeness.vector(piece.text), self.asking.vectors)
                if score >= 0.25 and score >= second * 1.15:
                    among = (best,)
                    break
        if not among:
            numbers = [int(number) for piece in told for number in re.findall(r"\d{1,2}", piece.text[:12])][:1]
            among = tuple(at for number in numbers if (at := self.asking.by_number(number)) is not None)
        rest = [piece for piece in pieces if piece not in told]
        if not among and not told and rest:
            first = rest[0]
            best, score, second = anchors.likest(self.asking.likeness.vector(first.text), self.asking.vectors)
            if score >= 0.4 and score >= second * 1.2:
                among, rest = (best,), [piece for piece in rest if not self._repeats(piece)]
        if not among and self.held and not told:
            among = self.held
        for piece in rest:
            if among:
                self.aligned.anchored.update(among)
                for place in among:
                    self.aligned.give(place, piece)
            else:
                self.aligned.loose.append(piece)

    def _paragraph(self, pieces: list[Piece]) -> None:
        kept = [piece for piece in pieces if not self._repeats(piece)]
        if not kept:
            return
        among = self._about(kept)
        for piece in kept:
            mine = self._own(piece, among)
            for place in mine:
                self.aligned.give(place, piece)
            if not mine:
                self.aligned.loose.append(piece)
        if among:
            self.last = among

    def _about(self, pieces: list[Piece]) -> tuple[int, ...]:
        """The recommendations that a paragraph is about."""
        text = " ".join(piece.text for piece in pieces)
        named = anchors.numbered(text[:160], self.asking)
        if named and not (self.held and set(named) <= set(self.held)):
            self.aligned.anchored.update(named)
            return named
        if self.held is not None and len(self.held) == 1:
            return self.held
        among = self.held or tuple(range(len(self.asking.texts)))
        if named:
            return named
        found = self._nearest(text, pieces, among)
        if found:
            return found
        if self.held:
            return self.last or (self.held if len(self.asking.texts) > 1 else self.held)
        lead = pieces[0].lead_in
        if self.last and (lead or _GOES_ON.match(text)) and any(self._acts(piece) for piece in pieces):
            return self.last
        return ()

    def _acts(self, piece: Piece) -> bool:
        return self.acts[self._index[piece]]

    def index(self, pieces: Sequence[Piece]) -> None:
        """Remembers the places of the pieces, for what was read of them."""
        self._index = {piece: at for at, piece in enumerate(pieces)}

    def _nearest(self, text: str, pieces: list[Piece], among: tuple[int, ...]) -> tuple[int, ...]:
        likeness = self.asking.likeness
        whole = likeness.vector(text)
        topic = _topic(text)
        aside = False
        head: Vector = {}
        if self.heading is not None:
            title = self.document.quote(self.document.blocks[self.heading].span)
            aside = bool(_ASIDE.match(title))
            head = likeness.vector(title) if not aside else {}
        if aside and not self.held:
            return ()
        scores: dict[int, float] = {}
        lead = likeness.vector(topic) if topic else {}
        sentences = [likeness.vector(piece.text) for piece in pieces]
        for place in among:
            near = cosine(whole, self.asking.wide[place])
            near = max(near, 0.85 * max((cosine(each, self.asking.wide[place]) for each in sentences), default=0.0))
            if head:
                near += _HEAD_SHARE * cosine(head, self.asking.wide[place])
            if lead:
                near += 0.8 * cosine(lead, self.asking.wide[place])
            scores[place] = near if self.mine[place] or self.held else near / OTHERS
            best = self.aligned.nearest.get(place)
            if best is None or near > best[0]:
                self.aligned.nearest[place] = (near, pieces[0])
        order = sorted(scores, key=scores.__getitem__, reverse=True)
        if not order:
            return ()
        second = scores[order[1]] if len(order) > 1 else 0.0
        least = NEAR * 0.5 if self.held else NEAR
        if scores[order[0]] >= least and scores[order[0]] >= second * CLEARER:
            return (order[0],)
        if scores[order[0]] >= 2 * NEAR:
            return (order[0],)
        return ()

    def _own(self, piece: Piece, among: tuple[int, ...]) -> tuple[int, ...]:
        """The recommendations of one sentence: its paragraph's, unless it turns to another in clear words."""
        if len(self.asking.texts) < 2 or piece.column is not None:
            return among
        vector = self.asking.likeness.vector(piece.text)
        if not vector:
            return among
        own = max((cosine(vector, self.asking.wide[place]) for place in among), default=0.0)
        best, score, second = anchors.likest(vector, self.asking.wide)
        if best in among or score < SENTENCE or score < 1.6 * max(own, second * 0.8):
            return among
        if self.held is not None and len(self.held) == 1 and score < 2 * SENTENCE:
            return among
        return (best,)


def _verbal(text: str) -> bool:
    return bool(re.search(r"\b(?:har|ska|kommer|är|pågår|avser|finns|delar|genomförs)\b", text))


def _topic(text: str) -> str:
    found = _TOPIC_LEAD.match(text) or _RUN_IN.match(text)
    return found["topic"] if found else ""


def align(
    document: Document, pieces: Sequence[Piece], asking: Asking, mine: Sequence[bool], acts: Sequence[bool]
) -> Aligned:
    """Gives the pieces of a response to the recommendations.

    `mine` says of each recommendation whether it is one for the answering board, `acts` of each piece whether it takes
    a position or reports an act.
    """
    walk = _Walk(document, asking, mine, acts)
    walk.index(pieces)
    of_block = {block: list(group) for block, group in groupby(pieces, key=lambda piece: piece.block)}
    listed: list[int] = []
    for place, block in enumerate(document.blocks):
        if block.kind is not BlockKind.HEADING and place not in of_block:
            continue
        before = walk.held
        walk.block(place, of_block.get(place, []))
        repeated = block.kind is BlockKind.LIST_ITEM and walk.held != before and walk.held is not None
        if repeated:
            listed.append(place)
        elif listed and listed[-1] == place - 1 and len(listed) > 1 and block.kind is not BlockKind.LIST_ITEM:
            walk.held = None if not _given_since(walk.aligned, listed) else walk.held
            if walk.held is None and place in of_block:
                _take_back(walk.aligned, of_block[place])
                walk.block(place, of_block[place])
            listed = []
    return walk.aligned


def _given_since(aligned: Aligned, listed: list[int]) -> bool:
    """Whether anything was said between the lines of a list that repeats recommendations."""
    return any(listed[0] < piece.block < listed[-1] for kept in aligned.pieces.values() for piece in kept)


def _take_back(aligned: Aligned, pieces: list[Piece]) -> None:
    for kept in aligned.pieces.values():
        kept[:] = [piece for piece in kept if piece not in pieces]

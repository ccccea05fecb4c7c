"""Which words of a response are about which recommendation.

First by the response's own order: headings and lines that repeat a recommendation, its number, a table's column. Where
there is none, by likeness, paragraph by paragraph, with the chapter of the report that led to the recommendation as
help; a paragraph that goes on ("Arbetet ...") follows the one before it. What is near none of them is about none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from checks.audit import anchors, encoder
from checks.audit.alike import Likeness, added, cosine
from checks.audit.anchors import Asking
from checks.audit.pieces import Column, Piece
from ingest.document import BlockKind, Document

NEAR = 0.15  # of a paragraph in running text to the recommendation that it answers
FAINT = 0.08  # where paragraph and recommendation are each other's nearest, and neither has another
CLEARER = 1.2
TOPIC = 0.16  # of the words that a paragraph opens with ("Vad gäller ...,")
SENTENCE = 0.2  # of one sentence, that turns to another recommendation than its paragraph's
TOLD = 0.25  # of a cell in a column of recommendations
TOLD_FREELY = 0.4  # of the first cell in a table without such a column
SAME = 0.72  # a sentence that is the recommendation again
OTHERS = 1.35  # times as near must be what is asked of another board
_CONTEXT = 0.45
_HEAD_SHARE = 0.8
_LEAD_SHARE = 0.8
_SEEN = 0.6  # what the encoder's likeness counts beside that of the words
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
_BESIDES = re.compile(r"^(?:[\d.]+\s*)?(?:övrig|avslut)", re.IGNORECASE)
_ASIDE = re.compile(
    r"^(?:[\d.]+\s*)?(?:bakgrund|ärendet|om granskningen|inledning|beslutsunderlag|ekonomisk|barn|jämställdhet|expedier|beslutet skickas|beslut skickas|"
    r"bilag|\w{2,30}nämndens uppdrag|uppdrag|syfte|definition|avgränsning|miljö|konsekvens|reservation|yrkande|sammanfattning|kopia)",
    re.IGNORECASE,
)


@dataclass
class Aligned:
    """The pieces of a response that are about each recommendation (by index), and those that are about none.

    `anchored` are the recommendations that the response itself names or repeats; `nearest` is how near the best
    passage of a recommendation came, and its first piece.
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


@dataclass
class _Open:
    """A paragraph whose recommendation the response does not name: among which it may be, under which heading."""

    pieces: list[Piece]
    among: tuple[int, ...]
    zone: int | None
    heading: str
    answer: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


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

    def __init__(self, document: Document, asking: Asking, acts: Mapping[Piece, bool]) -> None:
        self.document = document
        self.asking = asking
        self.acts = acts
        self.aligned = Aligned()
        self.open: list[_Open] = []
        self.held: tuple[int, ...] | None = None
        self.zone = 0
        self.title = ""

    def block(self, place: int, pieces: list[Piece]) -> None:
        """One block: a heading or repetition sets the anchor, a table's row and a paragraph are given."""
        block = self.document.blocks[place]
        if block.cells:
            self._row(pieces)
            return
        found = anchors.anchor(self.document, place, self.asking)
        if block.kind is BlockKind.HEADING or self._is_title(place, pieces):
            self.title = self.document.quote(block.span).strip(" *_:")
        if block.kind is BlockKind.HEADING:
            if found is not None:
                self._hold(found.among)
            return
        if found is not None and found.among:
            if self._names_only(pieces, found.among):
                self._hold(found.among)
                return
            if found.repeats:
                self._hold(found.among)
        self._paragraph(pieces)

    def _is_title(self, place: int, pieces: list[Piece]) -> bool:
        """Whether a short line without a verb stands above a paragraph as its title."""
        text = self.document.quote(self.document.blocks[place].span).strip(" *_")
        following = self.document.blocks[place + 1] if place + 1 < len(self.document.blocks) else None
        return (
            3 < len(text) < 70
            and text[-1:] not in ".,;?!"
            and len(pieces) == 1
            and not re.search(r"\d{4}", text)
            and not _verbal(text)
            and following is not None
            and following.kind is BlockKind.PARAGRAPH
            and len(following.span) > 90
        )

    def _hold(self, among: tuple[int, ...]) -> None:
        self.held = among or None
        self.zone += 1
        self.aligned.anchored.update(among)

    def _names_only(self, pieces: list[Piece], among: tuple[int, ...]) -> bool:
        """Whether a block does no more than name recommendations."""
        return all(self._repeats(piece) or (len(piece.text) < 70 and not _verbal(piece.text)) for piece in pieces)

    def _repeats(self, piece: Piece) -> bool:
        vector = self.asking.likeness.vector(piece.text)
        return bool(vector) and anchors.likest(vector, self.asking.vectors)[1] >= SAME

    def _row(self, pieces: list[Piece]) -> None:
        """A table's row is about what its column of recommendations, or of numbers, says."""
        told = [piece for piece in pieces if piece.column in (Column.ASKED, Column.NUMBER)]
        rest = [piece for piece in pieces if piece not in told]
        among = self._told(told)
        if not among and not told and rest:
            best, score, second = anchors.likest(self.asking.likeness.vector(rest[0].text), self.asking.vectors)
            if score >= TOLD_FREELY and score >= second * CLEARER:
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

    def _told(self, told: list[Piece]) -> tuple[int, ...]:
        """The recommendations of a row by its cells: the words of one, else the number."""
        for piece in told:
            if piece.column is Column.ASKED:
                best, score, second = anchors.likest(self.asking.likeness.vector(piece.text), self.asking.vectors)
                if score >= TOLD and score >= second * 1.15:
                    return (best,)
        for piece in told:
            for number in re.findall(r"\d{1,2}", piece.text[:12])[:1]:
                if (at := self.asking.by_number(int(number))) is not None:
                    return (at,)
        return ()

    def _paragraph(self, pieces: list[Piece]) -> None:
        kept = [piece for piece in pieces if not self._repeats(piece)]
        if not kept:
            return
        text = " ".join(piece.text for piece in kept)
        named = anchors.numbered(text[:160], self.asking)
        if named and not (self.held and set(named) <= set(self.held) and len(self.held) == 1):
            self.aligned.anchored.update(named)
            if len(named) == 1:
                self.give(kept, named)
                return
            self.open.append(_Open(kept, named, -self.zone - 1, ""))
            return
        if self.held is not None and len(self.held) == 1:
            self.give(kept, self.held)
            return
        path = self.document.path(kept[0].section)
        if self.held is None and path and _ASIDE.match(path[-1].title):
            self.aligned.loose += kept
            return
        among = self.held or tuple(range(len(self.asking.texts)))
        zone = self.zone if self.held else None
        title = path[-1].title if path else ""
        run_in = path and self.document.blocks[kept[0].block].span.start <= path[-1].heading.start
        self.open.append(_Open(kept, among, zone, title if run_in else self.title or title))

    def give(self, pieces: list[Piece], among: tuple[int, ...]) -> None:
        """Gives the pieces of a paragraph, each sentence to the recommendation that it turns to."""
        for piece in pieces:
            for place in self._own(piece, among):
                self.aligned.give(place, piece)

    def _own(self, piece: Piece, among: tuple[int, ...]) -> tuple[int, ...]:
        """The recommendations of one sentence: its paragraph's, unless it turns to another in clear words."""
        if len(self.asking.texts) < 2 or piece.column is not None:
            return among
        vector = self.asking.likeness.vector(piece.text)
        if not vector:
            return among
        topic = _topic(piece.text)
        if topic and (self.held is None or len(self.held) > 1):
            best, score, second = anchors.likest(self.asking.likeness.vector(topic), self.asking.vectors)
            if score >= TOPIC and score >= second * CLEARER:
                return (best,)
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


class _Settling:
    """Finds the recommendations of the open paragraphs, all of them seen together."""

    def __init__(self, walk: _Walk, mine: Sequence[bool]) -> None:
        self.walk = walk
        self.mine = mine
        self.open = [each for each in walk.open if any(walk.acts[piece] for piece in each.pieces)]
        self.scores = self._scores()

    def settle(self) -> None:
        """Gives every open paragraph: the clear ones, then those nearest to what is left, then those that go on."""
        for place, each in enumerate(self.open):
            each.answer = self._clear(place, each)
        self._faint()
        before: _Open | None = None
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
            topic = _topic(each.text)
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

    def _share(self, each: _Open) -> float:
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

    def _clear(self, at: int, each: _Open) -> tuple[int, ...]:
        scores = self.scores[at]
        order = sorted(scores, key=scores.__getitem__, reverse=True)
        second = scores[order[1]] if len(order) > 1 else 0.0
        least = NEAR * 0.6 if each.zone is not None else NEAR
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
            others = [self.scores[other][each.answer[0]] for other, one in enumerate(self.open) if other != at and one.answer == each.answer]
            if not others or max(others) <= own:
                continue
            found += [
                (score, at, place)
                for place, score in self.scores[at].items()
                if place not in covered and self.mine[place] and score >= max(0.5 * own, NEAR * 0.75)
            ]
        return sorted(found, reverse=True)

    def _goes_on(self, each: _Open, before: _Open | None) -> tuple[int, ...]:
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
    walk = _Walk(document, asking, acts)
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

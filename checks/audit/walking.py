"""A walk through a response, block by block: anchors set and held, tables read, what is left open kept for later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from checks.audit import anchors
from checks.audit.alike import Likeness, added, cosine
from checks.audit.anchors import Asking
from checks.audit.pieces import Column, Piece
from ingest.document import BlockKind, Document

CLEARER = 1.2
TOPIC = 0.16  # of the words that a paragraph opens with ("Vad gäller ...,")
SENTENCE = 0.2  # of one sentence, that turns to another recommendation than its paragraph's
TOLD = 0.25  # of a cell in a column of recommendations
TOLD_FREELY = 0.4  # of the first cell in a table without such a column
WORD_FOR_WORD = 88  # of 100
SAME = 0.72  # a sentence that is the recommendation again
_CONTEXT = 0.45
_TOPIC_LEAD = re.compile(
    r"^(?:vad gäller|vad avser|när det gäller|i fråga om|beträffande|angående|gällande|avseende|rörande|"
    r"i frågan om|kring|om|"
    r"för att återgå till|till frågan om|rekommendationen (?:om|att|avseende|kring)|"
    r"revisorernas rekommendation (?:om|att)|i den del som rör)\s+(?P<topic>[^,:.]{4,120})",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"^(?P<topic>[A-ZÅÄÖ][^.:!?\n]{3,60})(?:[.:]|\s[–-])\s+(?=[A-ZÅÄÖ])")
_ASIDE = re.compile(
    r"^(?:[\d.]+\s*)?(?:bakgrund|ärendet|om granskningen|inledning|beslutsunderlag|ekonomisk|barn|jämställdhet|"
    r"expedier|beslutet skickas|beslut skickas|"
    r"bilag|\w{2,30}nämndens uppdrag|uppdrag|syfte|definition|avgränsning|miljö|konsekvens|reservation|yrkande|"
    r"sammanfattning|kopia)",
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
class Open:
    """A paragraph whose recommendation the response does not name: among which it may be, under which heading."""

    pieces: list[Piece]
    among: tuple[int, ...]
    zone: int | None
    heading: str
    answer: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """All its words."""
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


class Walk:
    """Goes through a response paragraph by paragraph, with the anchor that holds."""

    def __init__(self, document: Document, asking: Asking, acts: Mapping[Piece, bool]) -> None:
        self.document = document
        self.asking = asking
        self.acts = acts
        self.aligned = Aligned()
        self.open: list[Open] = []
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
        if pieces and (prefix := self._run_in(place, pieces)):
            self._hold(prefix.among)
            self._paragraph(pieces)
            return
        if found is not None and found.repeats and not any(self._repeats(piece) for piece in pieces):
            found = None  # an answer in the recommendation's own words
        if found is not None and found.among:
            if self._names_only(pieces, found.among):
                self._hold(found.among)
                return
            if found.repeats:
                self._hold(found.among)
        self._paragraph(pieces)

    def _run_in(self, place: int, pieces: list[Piece]) -> anchors.Anchor | None:
        """What the title says that a paragraph runs on from ("Ad 2.", "Rekommendation ett.", "Stöd till "
        "handläggare.")."""
        start = self.document.blocks[place].span.start
        title = self.document.text[start : pieces[0].span.start]
        return anchors.of_title(title, self.asking) if len(title) > 3 else None

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
        return all(
            self._repeats(piece) or (len(piece.text) < 70 and not _verbal(piece.text) and not self.acts[piece])
            for piece in pieces
        )

    def _repeats(self, piece: Piece) -> bool:
        vector = self.asking.likeness.vector(piece.text)
        if not vector:
            return False
        best, score, _ = anchors.likest(vector, self.asking.vectors)
        return score >= SAME and (not self.acts[piece] or self._word_for_word(piece, best))

    def _word_for_word(self, piece: Piece, place: int) -> bool:
        """Whether a sentence that sounds like an answer ("har genomförts") is the recommendation all the same."""
        return fuzz.ratio(piece.text.lower(), self.asking.texts[place].lower()) >= WORD_FOR_WORD

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
        if kept[0] is not pieces[0] and self.document.blocks[kept[0].block].kind is BlockKind.LIST_ITEM:
            best, _, _ = anchors.likest(self.asking.likeness.vector(pieces[0].text), self.asking.vectors)
            self.aligned.anchored.add(best)
            self.give(kept, (best,))
            return
        text = " ".join(piece.text for piece in kept)
        named = anchors.numbered(text[:160], self.asking)
        if named and not (self.held and set(named) <= set(self.held) and len(self.held) == 1):
            self.aligned.anchored.update(named)
            if len(named) == 1:
                self.give(kept, named)
                return
            self.open.append(Open(kept, named, -self.zone - 1, ""))
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
        heading = title if run_in else self.title or title
        each_one = run_in and zone is not None and len(kept) == len(among)  # two answered together, in two sentences
        parts = [[piece] for piece in kept] if each_one else _by_topic(kept)
        self.open += [Open(part, among, zone, heading) for part in parts]

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
        topic = topic_of(piece.text)
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


def _by_topic(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The sentences of a paragraph, parted where one opens by naming another matter ("Vad gäller ...")."""
    part: list[Piece] = []
    for piece in pieces:
        if part and _TOPIC_LEAD.match(piece.text) and not piece.text.startswith("Om "):
            yield part
            part = []
        part.append(piece)
    yield part


def _verbal(text: str) -> bool:
    return bool(re.search(r"\b(?:har|ska|kommer|är|pågår|avser|finns|delar|genomförs)\b", text))


def topic_of(text: str) -> str:
    """The words that a paragraph or sentence opens with to say what it is about; empty without any."""
    found = _TOPIC_LEAD.match(text) or _RUN_IN.match(text)
    return found["topic"] if found else ""

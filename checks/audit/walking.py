"""A walk through a response, block by block: anchors set and held, tables read, what is left open kept for later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from checks.audit import anchors, titles, turning
from checks.audit.anchors import Asking, asking
from checks.audit.holding import Holds
from checks.audit.layout import Layout, laid_out
from checks.audit.pieces import Column, Piece
from checks.audit.repeating import repeated
from checks.audit.rows import Row, rows
from checks.audit.titles import ITEM, LINE, Part
from checks.audit.turning import CLEARER, TOPIC, topic_of
from checks.audit.walked import Aligned, Open
from ingest.document import BlockKind, Document

__all__ = ["CLEARER", "TOPIC", "Aligned", "Asking", "Open", "Walk", "asking", "topic_of", "walk"]
_NAME = 70  # characters of a line that does no more than name a recommendation


class Walk:
    """Goes through a response paragraph by paragraph, with the anchors that hold.

    `acts` has every piece of the response, in its order, and whether it takes a position or reports an act.
    """

    def __init__(self, document: Document, asking: Asking, acts: Mapping[Piece, bool]) -> None:
        self.document = document
        self.asking = asking
        self.acts = acts
        self.layout: Layout = laid_out(document, asking, acts)
        self.rows = rows(document, list(acts), asking)
        self.aligned = Aligned()
        self.open: list[Open] = []
        self.title = ""
        self._holds = Holds()

    @property
    def held(self) -> tuple[int, ...] | None:
        """The recommendations that the nearest anchor names; None where no anchor holds."""
        return self._holds.among

    @held.setter
    def held(self, among: None) -> None:
        self._holds.clear()

    def block(self, place: int, pieces: list[Piece]) -> None:
        """One block: a heading or repetition sets the anchor, a table's row and a paragraph are given."""
        if self._leaves_a_table(place):
            self._holds.release(LINE)
        part = self.layout.parts[place]
        if part in (Part.FRAME, Part.BESIDE):
            self._holds.clear()
            if part is Part.BESIDE and not self.layout.depths[place]:
                self.aligned.loose += pieces
        elif place in self.rows:
            self._row(self.rows[place])
        elif place in self.layout.listed and place not in self.layout.together:
            self._holds.release(LINE)
        elif self.layout.depths[place]:
            self._titled(place)
        else:
            self._text(place, pieces)

    def _leaves_a_table(self, place: int) -> bool:
        """Whether a block comes after a table that has its titles between its rows."""
        blocks = self.document.blocks
        if place == 0 or blocks[place].cells or blocks[place - 1].table is None:
            return False
        last, rest = blocks[place - 1].table, blocks[place:]
        before = [at for at in range(place) if blocks[at].table == last]
        return not any(one.table == last for one in rest) and place - before[0] > len(before)

    def _titled(self, place: int) -> None:
        """A title: it sets an anchor, ends those that do not stand above it, or changes nothing ("Svar")."""
        depth = self.layout.depths[place]
        text = self.document.quote(self.document.blocks[place].span).strip(" *_:")
        if place in self.layout.together:
            self._hold_together(place, depth)
            return
        if place and self.layout.parts[place - 1] is Part.BACKGROUND is not self.layout.parts[place]:
            self._holds.clear()
        found = anchors.anchor(self.document, place, self.asking, titled=True)
        counted = self.layout.counted.get(place) or self.layout.matters.get(place) or ()
        among = (found.among if found else ()) or counted
        if found is None and not among:
            if self._stands_beside(place):
                self._holds.clear()
            self.title = self.title if self.held else text
            return
        self.title = text
        if among:
            self._hold(among, depth)
        elif anchors.closes(text):
            self._holds.clear()
        else:
            self._holds.release(depth)

    def _stands_beside(self, place: int) -> bool:
        """Whether a title as "Tidplan" stands once, beside those of several answers: it is about all of them."""
        text = self.document.quote(self.document.blocks[place].span).strip(" *_:").lower()
        depth = self.layout.depths[place]
        alike = [
            at
            for at, one in enumerate(self.layout.depths)
            if one and self.document.quote(self.document.blocks[at].span).strip(" *_:").lower() == text
        ]
        return self._holds.zones > 1 and len(alike) == 1 and self._holds.depth >= depth

    def _text(self, place: int, pieces: list[Piece]) -> None:
        """A paragraph or item: what names a recommendation sets an anchor, the rest is given."""
        item = self.document.blocks[place].kind is BlockKind.LIST_ITEM
        depth = ITEM if item else LINE
        if place in self.layout.together:
            self._hold_together(place, depth)
            return
        if not self._for_answers(place):
            self.aligned.loose += pieces
            return
        if self._run_in(place, depth):
            run_in = self.layout.run_ins[place]
            self._paragraph(pieces[run_in.pieces :])
            if not run_in.sure:
                self._holds.release(depth)  # only its matter shows that it is a title
            return
        found = anchors.anchor(self.document, place, self.asking)
        if found is not None and found.repeats and not (pieces and self._repeats(pieces[0])):
            found = self._label(place)  # an answer in the recommendation's own words, or what leads up to it
        within = self._holds.one and self._holds.depth < ITEM  # points of one answer count for themselves
        if found is None and not within and (counted := self.layout.counted.get(place)):
            found = anchors.Anchor(counted, True)
        if found is not None and found.among:
            if self._names_only(place, pieces):
                self._hold(found.among, depth)
                return
            if found.repeats:
                self._hold(found.among, depth)
        elif place > self.layout.last and pieces and turning.closes_the_answers(pieces[0].text):
            self._holds.clear()
        self._paragraph(pieces)
        if place in self.layout.single:
            self._holds.release(depth)

    def _label(self, place: int) -> anchors.Anchor | None:
        """What a line names by number alone."""
        text = self.document.quote(self.document.blocks[place].span)
        named = anchors.numbered(text, self.asking) if len(text) < _NAME else ()
        return anchors.Anchor(named) if named else None

    def _for_answers(self, place: int) -> bool:
        return self.layout.parts[place] is Part.OPEN or not self.layout.answered

    def _run_in(self, place: int, depth: int) -> bool:
        """Whether a paragraph runs on from a title ("Ad 2.", "Stöd till personal."), which sets or ends an anchor."""
        run_in = self.layout.run_ins.get(place)
        found = anchors.of_title(run_in.title, self.asking) if run_in else None
        if run_in is None or found is None:
            return False
        among = found.among or self.layout.matters.get(place, ())
        if not run_in.sure and not among:
            return False  # a sentence like others, which may answer
        self.title = run_in.title.strip(" *_:.–-\n")
        if among:
            self._hold(among, depth)
        else:
            self._holds.release(depth)
        return True

    def _hold(self, among: tuple[int, ...], depth: int) -> None:
        self._holds.hold(among, depth)
        self.aligned.anchored.update(among)

    def _hold_together(self, place: int, depth: int) -> None:
        """Another of the recommendations that stand over one answer."""
        above = self.layout.listed.get(place - 1, ()) if place - 1 in self.layout.together else ()
        held = self.held if above and self.held else ()
        self._hold(tuple(dict.fromkeys((*held, *self.layout.listed[place]))), depth)

    def _names_only(self, place: int, pieces: list[Piece]) -> bool:
        """Whether a block does no more than name recommendations, and leaves the answer to what follows."""
        if any(self._repeats(piece) for piece in pieces):
            return all(self._repeats(piece) for piece in pieces)
        return all(self._is_name(piece) for piece in pieces) and not self._named_at(place + 1)

    def _is_name(self, piece: Piece) -> bool:
        return len(piece.text) < _NAME and piece.text[-1] != "." and not (titles.verbal(piece.text) or self.acts[piece])

    def _named_at(self, place: int) -> bool:
        """Whether a block opens with a recommendation's number."""
        blocks = self.document.blocks
        return place < len(blocks) and bool(turning.opens_with(self.document.quote(blocks[place].span), self.asking))

    def _repeats(self, piece: Piece) -> bool:
        return repeated(piece.text, self.asking, acts=self.acts[piece]) is not None

    def _row(self, row: Row) -> None:
        """A table's row is given to what its cells name; a row that names nothing sure is open under its title."""
        among = row.among
        rest = [piece for piece in row.rest if piece.column is not Column.ANSWER or not self._repeats(piece)]
        if not among and self.held and not row.title:
            among = self.held
        self.aligned.anchored.update(among)
        if len(among) == 1:
            self._give_all(rest, among[0])
        elif among:
            self._row_of_several(rest, among, row.title)
        elif not self._for_answers(row.block) or not (row.of_answers or any(self.acts[piece] for piece in rest)):
            self.aligned.loose += rest
        else:
            self.open.append(Open(rest, tuple(range(len(self.asking.texts))), None, row.title or self.title))

    def _row_of_several(self, rest: list[Piece], among: tuple[int, ...], title: str) -> None:
        """A row on several recommendations: its sentences are open among them, who and when are said of all."""
        zone = self._holds.new_zone()
        for piece in rest:
            if piece.column is Column.ANSWER:
                self.open.append(Open([piece], among, zone, title))
                continue
            for place in among:
                self.aligned.give(place, piece)

    def _paragraph(self, pieces: list[Piece]) -> None:
        kept = [piece for piece in pieces if not self._repeats(piece)]
        if not kept:
            return
        if kept[0] is not pieces[0] and self.document.blocks[kept[0].block].kind is BlockKind.LIST_ITEM:
            best, _, _ = anchors.likest(self.asking.likeness.vector(pieces[0].text), self.asking.vectors)
            self.aligned.anchored.add(best)
            self._give_all(kept, best)
            return
        for part in turning.by_number(kept, self.asking):
            self._given(part)

    def _given(self, kept: list[Piece]) -> None:
        """Sentences that go together: to what they name, to what the anchor says, or left open."""
        held = self.held
        one = self._holds.one
        text = " ".join(piece.text for piece in kept)
        named = (turning.opens_with if one else turning.names)(text, self.asking)
        if named and not (one and set(named) <= set(held or ())):
            self.aligned.anchored.update(named)
            if len(named) == 1:
                self._give_all(kept, named[0])
                return
            self.open.append(Open(kept, named, self._holds.new_zone(), ""))
            return
        if held is not None and one:
            self._give_all(kept, held[0])
            return
        self._left_open(kept)

    def _left_open(self, kept: list[Piece]) -> None:
        path = self.document.path(kept[0].section)
        among = self.held or tuple(range(len(self.asking.texts)))
        title = path[-1].title if path else ""
        run_in = path and self.document.blocks[kept[0].block].span.start <= path[-1].heading.start
        heading = title if run_in else self.title or title
        each_one = run_in and self._holds.zone is not None and len(kept) == len(among)  # two answered in two sentences
        parts = [[piece] for piece in kept] if each_one else turning.by_topic(kept)
        self.open += [Open(part, among, self._holds.zone, heading) for part in parts]

    def _give_all(self, pieces: list[Piece], place: int) -> None:
        for piece in pieces:
            self.aligned.give(place, piece)

    def give(self, pieces: list[Piece], among: tuple[int, ...]) -> None:
        """Gives the pieces of an open paragraph, each sentence to the recommendation that it turns to."""
        for piece in pieces:
            for place in among if piece.column else turning.turns_to(piece.text, among, self.asking):
                self.aligned.give(place, piece)


def walk(document: Document, pieces: Sequence[Piece], asking: Asking, acts: Mapping[Piece, bool]) -> Walk:
    """The walk through a whole response; `acts` says of each piece whether it takes a position or reports an act."""
    walked = Walk(document, asking, acts)
    of_block = {block: list(group) for block, group in groupby(pieces, key=lambda piece: piece.block)}
    for place, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING or place in of_block:
            walked.block(place, of_block.get(place, []))
    return walked

"""How a response is laid out, seen as a whole before it is walked through: its parts, titles, lists and numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from checks.audit import anchors, titles
from checks.audit.anchors import Asking
from checks.audit.counting import in_turn, marked
from checks.audit.headings import RunIn, on_matters, run_ins
from checks.audit.pieces import Column, Piece, is_label
from checks.audit.repeating import repeated
from checks.audit.titles import BOLD, LINE, Part
from ingest.document import BlockKind, Document

_ENOUGH = 3  # sentences outside the background that take a position: the answers stand there
_TEXT = 40  # characters of a sentence that cannot be a line of the frame


@dataclass(frozen=True, slots=True)
class Layout:
    """For each block its part, and whether and how deep it is a title. `listed` are the blocks that only enumerate
    recommendations, `together` those of them that stand over one answer; `counted` are the blocks whose mere mark
    names recommendations, `single` the counted that hold for themselves only. `answered` says whether answers have a
    part of their own; `last` is the last block that names a recommendation.
    """

    parts: tuple[Part, ...]
    depths: tuple[int, ...]
    listed: Mapping[int, tuple[int, ...]]
    together: frozenset[int]
    counted: Mapping[int, tuple[int, ...]]
    matters: Mapping[int, tuple[int, ...]]
    run_ins: Mapping[int, RunIn]
    single: frozenset[int]
    answered: bool
    last: int

    def is_title(self, place: int) -> bool:
        """Whether a block is a title."""
        return 0 < self.depths[place] <= LINE


def laid_out(document: Document, asking: Asking, acts: Mapping[Piece, bool]) -> Layout:
    """The layout of a response; `acts` says of each of its pieces whether it takes a position."""
    of_block: dict[int, list[Piece]] = {}
    for piece in acts:
        of_block.setdefault(piece.block, []).append(piece)
    acting = {piece.block for piece, act in acts.items() if act}
    repeats = {
        place: found.among
        for place in range(len(document.blocks))
        if not document.blocks[place].cells
        and (found := anchors.anchor(document, place, asking)) is not None
        and found.among
        and found.repeats
    }
    alone = {place: among for place, among in repeats.items() if _alone(of_block.get(place, ()), asking, acts)}
    runs = _runs(document, alone)
    untitled = acting | {place for place in repeats if document.blocks[place].kind is BlockKind.LIST_ITEM}
    depths = tuple(
        0 if block.kind is not BlockKind.HEADING and place in untitled else _depth(document, place)
        for place, block in enumerate(document.blocks)
    )
    parts = _parts(document, depths, repeats)
    together = frozenset(place for run in runs for place in run if _stands_over_one(document, run))
    listed = {place: repeats[place] for run in runs for place in run}
    counted, single = marked(document, asking, parts, depths, set(repeats))
    turns = in_turn(document, asking, parts, depths, of_block)
    ran_in = run_ins(document, of_block)
    matters = on_matters(document, asking, parts, depths, of_block, ran_in)
    return Layout(
        parts,
        depths,
        listed,
        together,
        {**turns, **counted},
        matters,
        ran_in,
        frozenset(single | turns.keys()),
        _answered(document, parts, depths, acts),
        max([*counted, *turns, *matters, *repeats, *_named(document, asking, depths)], default=-1),
    )


def _alone(pieces: Sequence[Piece], asking: Asking, acts: Mapping[Piece, bool]) -> bool:
    """Whether a block that repeats a recommendation says nothing beside it."""
    return all(repeated(piece.text, asking, acts=acts[piece]) is not None for piece in pieces)


def _depth(document: Document, place: int) -> int:
    """How deep a title a block is, 0 for none: headings by their level, then bold lines, then lines."""
    block = document.blocks[place]
    if block.kind is BlockKind.HEADING:
        return min(block.level, BOLD) or BOLD
    return LINE if titles.is_title(document, place) else 0


def _parts(document: Document, depths: Sequence[int], repeats: Collection[int]) -> tuple[Part, ...]:
    found: list[Part] = []
    part, depth = Part.OPEN, 0
    labelled = {place for place, block in enumerate(document.blocks) if is_label(document.quote(block.span))}
    said = labelled.union(repeats)
    start = min([titles.letterhead(document), *said])
    end = max([titles.signature(document), *(place + 1 for place in said)])
    for place, block in enumerate(document.blocks):
        text = document.quote(block.span)
        if depths[place]:
            own = titles.part_of(text)
            below = depth < depths[place] < BOLD
            if own is not Part.OPEN or part is Part.FRAME or not below:
                part, depth = own, depths[place]
        elif part is Part.FRAME and (
            place in said or (len(text) > _TEXT and text.endswith(".") and titles.verbal(text))
        ):
            part = Part.OPEN
        framed = (
            (place < start and not depths[place])
            or place >= end
            or (not depths[place] and not block.cells and titles.is_frame_line(text))
        )
        found.append(Part.FRAME if framed else part)
    return tuple(found)


def _runs(document: Document, repeats: Mapping[int, tuple[int, ...]]) -> list[list[int]]:
    """Blocks in a row that repeat two recommendations or more, with nothing between."""
    runs: list[list[int]] = []
    run: list[int] = []
    for place in range(len(document.blocks)):
        if place in repeats and not (run and repeats[place] in [repeats[one] for one in run]):
            run.append(place)
            continue
        if document.quote(document.blocks[place].span).strip(" *_:–-").lower() in ("", "samt", "och"):
            continue
        if len(run) > 1:
            runs.append(run)
        run = [place] if place in repeats else []
    return [*runs, run] if len(run) > 1 else runs


def _stands_over_one(document: Document, run: Sequence[int]) -> bool:
    """Whether a run of repetitions is the title of one answer: headings, or what "Svar:" follows."""
    if all(document.blocks[place].kind is BlockKind.HEADING for place in run):
        return True
    after = document.blocks[run[-1] + 1] if run[-1] + 1 < len(document.blocks) else None
    text = document.quote(after.span) if after else ""
    return bool(
        re.match(r"[\W_]{0,4}(?:\w{2,40}s )?(?:svar|kommentar|åtgärd)\w{0,3}[*_]{0,3}\s?:", text, re.IGNORECASE)
    )


def _named(document: Document, asking: Asking, depths: Sequence[int]) -> list[int]:
    return [
        place
        for place, depth in enumerate(depths)
        if not document.blocks[place].cells
        and (depth or len(document.blocks[place].span) < titles.LONGEST)
        and anchors.numbered(document.quote(document.blocks[place].span), asking)
    ]


def _answered(document: Document, parts: Sequence[Part], depths: Sequence[int], acts: Mapping[Piece, bool]) -> bool:
    """Whether something that takes a position stands in a part that is neither background nor a decision's wording."""
    deciding, at = set(), -1
    for place, depth in enumerate(depths):
        at = place if depth else at
        if at >= 0 and titles.decides(document.quote(document.blocks[at].span)):
            deciding.add(place)
    said = [piece.block for piece, act in acts.items() if act and piece.column in (None, Column.ANSWER)]
    outside = sum(parts[place] is Part.OPEN and place not in deciding for place in said)
    background = sum(parts[place] is Part.BACKGROUND for place in said)
    return outside >= _ENOUGH or 0 < background <= 2 * outside or (outside > 0 and not background)

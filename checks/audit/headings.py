"""Headings of a response's own that name the matter of exactly one recommendation ("Visselblåsning").

A heading is believed where its words are near one recommendation and far from the next, and where what stands under it
is nearest to the same one. A single heading is none: only one of several parts a response by matters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.audit import anchors, titles
from checks.audit.anchors import Asking, likest
from checks.audit.pieces import Piece, is_label
from checks.audit.titles import Part
from ingest.document import Document

NEAR = 0.2  # of the heading to its recommendation
NEAR_OF_TWO = 0.5  # of one with "och", which may name two matters
CLEARER = 2.5  # times nearer than to the next
_OF_TWO = re.compile(r"\b(?:och|samt|respektive)\b|[,/&]", re.IGNORECASE)
_UNDER = 2000  # characters under a heading that are held against the recommendations
_LONGEST = 50  # characters of a title that runs into its paragraph
_WORDS = 5
_DEEPEST = 10
_A_WAY = 3  # paragraphs that begin with a short sentence without a verb: the response's way to set titles
_ONLY_A_LABEL = re.compile(r"^(?:rekommendation|punkt|rek\.?|R)\s?(?:nr\s?)?\d{1,2}\W{0,2}$", re.IGNORECASE)
_BEFORE_COLON = re.compile(r"^(?P<title>[A-ZÅÄÖ][^.:!?\n]{3,60}):\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class RunIn:
    """A title that its paragraph runs on from ("Riskanalys. Styrelsen ..."), and how many pieces it takes up.

    One that is not `sure` may be a sentence like others, and is a title only where it names a matter.
    """

    title: str
    pieces: int
    sure: bool = True


def run_ins(document: Document, of_block: Mapping[int, Sequence[Piece]]) -> dict[int, RunIn]:
    """The paragraphs that begin with a title, by their blocks."""
    found: dict[int, RunIn] = {}
    maybe: dict[int, RunIn] = {}
    for place, pieces in of_block.items():
        block = document.blocks[place]
        if block.cells or not pieces:
            continue
        before = document.text[block.span.start : pieces[0].span.start]
        if (
            len(before) > 3
            and not (anchors.is_generic(before) or is_label(before))
            and re.search(r"[^\W\d]{2}", before)
        ):
            found[place] = RunIn(before, 0)
        elif len(pieces) > 1 and _ONLY_A_LABEL.match(pieces[0].text):
            found[place] = RunIn(pieces[0].text, 1)
        elif len(pieces) > 1 and _short(pieces[0].text):
            maybe[place] = RunIn(pieces[0].text, 1, sure=False)
        elif colon := _BEFORE_COLON.match(pieces[0].text):
            found[place] = RunIn(colon["title"], 0, sure=False)
    if len(maybe) >= _A_WAY:
        return {**found, **{place: RunIn(one.title, 0) for place, one in maybe.items()}}
    return {**found, **maybe} if any(one.sure for one in found.values()) else found


def _short(text: str) -> bool:
    brief = text.endswith(".") and len(text) < _LONGEST and len(text.split()) <= _WORDS
    return brief and not re.search(r"[\d,§]", text) and not titles.verbal(text) and not titles.answers(text)


def on_matters(
    document: Document,
    asking: Asking,
    parts: Sequence[Part],
    depths: Sequence[int],
    of_block: Mapping[int, Sequence[Piece]],
    ran_in: Mapping[int, RunIn],
) -> dict[int, tuple[int, ...]]:
    """The blocks whose title names the matter of one recommendation, and which."""
    siblings: dict[int, list[tuple[int, str, str]]] = {}
    for place, depth in enumerate(depths):
        title = document.quote(document.blocks[place].span).strip(" *_:")
        if depth and parts[place] is Part.OPEN and not anchors.says_nothing(title):
            siblings.setdefault(depth, []).append((place, title, _under(place, depths, of_block)))
    for place, run_in in ran_in.items():
        text = " ".join(piece.text for piece in of_block[place][run_in.pieces :])
        siblings.setdefault(_DEEPEST, []).append((place, run_in.title, text))
    return {
        place: (best,)
        for titled in siblings.values()
        if len(titled) > 1
        for place, title, text in titled
        if (best := matter(title, text, asking)) is not None
    }


def _under(place: int, depths: Sequence[int], of_block: Mapping[int, Sequence[Piece]]) -> str:
    """The words under a title, up to the next that stands as high."""
    end = next((at for at in range(place + 1, len(depths)) if 0 < depths[at] <= depths[place]), len(depths))
    return " ".join(piece.text for at in range(place + 1, end) for piece in of_block.get(at, ()))[:_UNDER]


def matter(title: str, text: str, asking: Asking) -> int | None:
    """The one recommendation whose matter a title names, borne out by the text under it; None where it is not sure."""
    best, score, second = likest(asking.likeness.vector(title), asking.vectors)
    if score < (NEAR_OF_TWO if _OF_TWO.search(title) else NEAR) or score < CLEARER * second:
        return None
    under, near, _ = likest(asking.likeness.vector(text), asking.wide)
    return best if under == best and near > 0 else None

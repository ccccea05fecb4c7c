"""Recommendations in running text: each the whole sentence, or where one holds several, each its part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checks.audit.advice import Advice, Strength
from checks.audit.advising import advice, sums_up
from checks.audit.boards import addressees, boards
from checks.audit.lines import Line, Place
from checks.audit.merging import Asked
from checks.audit.speakers import BODY, uncapped
from checks.audit.verbs import opens_with_a_verb
from ingest.document import Document, Span
from ingest.sentences import sentences

_JOINT = re.compile(
    r"(?:[,;]\s{1,6}|\s{1,6})(?:samt|och|dels|liksom|ävensom)\s{1,6}att\s{1,6}|[,;]\s{1,6}att\s{1,6}|"
    r";\s{1,6}(?:samt\s{1,6}|och\s{1,6})?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W{0,4}(?:(?:vår|vår\sbedömning\soch|bedömning\soch)\s)?rekommendation(?:en|er|erna)?(?:\s\d{1,2})?\s?[.:]\W{0,4}",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"^(?:[\w-]{{1,30}},?\s{{1,6}}){{0,3}}?{BODY}", re.IGNORECASE)
_NEAR = 1500  # characters before a sentence: the board named there is "nämnden"
_LEAST = 12  # characters of a part
_ENDS = " \t\n,;*_."


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence, or a part of one, recommends, and how it does so."""

    asked: Asked
    advice: Advice
    line: Line

    @property
    def outright(self) -> bool:
        """Whether it says that it recommends, and does not say so again."""
        return self.advice.strength is Strength.SAID and not self.advice.again


def told(document: Document, line: Line, known: list[str], start: int | None = None) -> list[Told]:
    """What the sentences of a line recommend, from `start` on."""
    found: list[Told] = []
    gist = line.gist or sums_up(line.text)
    labelled = False
    for first, last in sentences(document.text, line.start if start is None else start, line.end):
        text = document.text[first:last]
        label = _LABEL.match(text)
        heard = advice(text)
        if heard and (labelled or label):
            heard = replace(heard, strength=Strength.SAID)
        labelled = label is not None and label.end() == len(text)
        if heard is None:
            continue
        to = addressees(uncapped(heard.to), _nearest(document.text[max(0, first - _NEAR) : first], known))
        for begin, end in parts(text, heard.what) or [_bare(text)]:
            span = Span(first + begin, first + end)
            core = Span(max(span.start, first + heard.what), span.end)
            asked = Asked(span, to, line.block, False, part=line.part, gist=gist, core=core)
            found.append(Told(asked, heard, line))
    return found


def _nearest(before: str, known: list[str]) -> list[str]:
    """The boards of a document, those named last before a sentence first: "nämnden" is the nearest."""
    return [*(name for name in reversed(boards(before)) if name in known), *known]


def _bare(text: str) -> tuple[int, int]:
    """A sentence without the signs of bold and italics around it."""
    body = text.rstrip(" *_\n")
    return len(text) - len(text.lstrip(" *_>\n")), len(body)


def parts(text: str, what: int) -> list[tuple[int, int]]:
    """Where each of several recommendations of a sentence stands: "att ta fram A, att se över B samt att C"; none where
    the sentence is one.
    """
    verbs = opens_with_a_verb(text[what:].lstrip())
    every = list(_JOINT.finditer(text, what))
    listed = len(every) > 1 and not verbs  # "att målen ses över, att rutinerna skrivs ned och att avtalen följs upp"
    joints = [
        match
        for match in every
        if listed or (opens_with_a_verb(text[match.end() :]) if verbs else _NAMED.match(text[match.end() :]))
    ]
    if not joints:
        return []
    if len(joints) == 1 and joints[0].group().split() == ["och", "att"]:
        return []
    begins = [what, *(match.end() for match in joints)]
    ends = [*(match.start() for match in joints), len(text)]
    found = []
    for begin, end in zip(begins, ends, strict=True):
        first = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
        body = text[first:end].rstrip(_ENDS)
        if len(body) < _LEAST:
            return []
        found.append((first, first + len(body)))
    return found


def also(found: Sequence[Asked], kept: Sequence[Asked], weaker: Sequence[Told]) -> Iterator[Asked]:
    """Of what was not said outright, what counts beside the recommendations found: all that bodies ought to do, unless
    a list is whole without it; what sums up only where it sums up nothing else.
    """
    if _is_whole(kept):
        return
    own = [each for each in weaker if each.line.place is not Place.ASIDE or each.advice.own]
    strong = [each for each in own if each.advice.strength > Strength.NEED and not _sums_up(each)]
    yield from (each.asked for each in strong)
    parts_taken = {each.part for each in found} | {each.asked.part for each in strong}
    needs = [each for each in own if each.advice.strength is Strength.NEED and not _sums_up(each)]
    needs = [each for each in needs if each.asked.part not in parts_taken and each.line.place is not Place.ASIDE]
    yield from (each.asked for each in needs)
    if not (strong or needs or any(not each.gist for each in found)):
        yield from (each.asked for each in own)


def _sums_up(each: Told) -> bool:
    return each.asked.gist or each.advice.again


def _is_whole(kept: Sequence[Asked]) -> bool:
    """Whether what was found is the report's list: one that nothing outside it adds to."""
    listed = [each for each in kept if each.listed]
    if not listed or len(listed) < len(kept):
        return False
    scattered = len({each.part for each in listed}) > 1 and not any(each.summing or each.repeated for each in listed)
    return not scattered

"""What a contract takes back: clauses that an amendment or a later clause removes or replaces.

A contract is read as amended. "Punkt 7.2 utgår" and "punkt 7.2 ska ha följande lydelse" make what stands under 7.2
void, unless the amendment only adds to it, changes a word of it, or takes it away for some cases.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from checks.precedence import lies_in, part_called, parts
from ingest.document import Document

_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?"
_TARGET = (
    r"(?:(?:punkt|punkten|punkterna|p\.|avsnitt|avsnittet|avsnitten|klausul|klausulen|klausulerna|paragraf|paragrafen"
    r"|kap\.|kapitel|artikel|artiklarna|§§?)\s*"
    rf"(?P<numbers>{_NUMBER}(?:\s*(?:,|och|samt|t\.o\.m\.|till|–|-)\s*(?:§\s*)?{_NUMBER}){{0,7}})\b"
    r"|(?P<before>\d{1,2}(?:\.\d{1,2}){0,3})\s*§|(?:^|\bi\s+|\bav\s+)(?P<bare>\d{1,2}(?:\.\d{1,2}){1,3})\b)"
)
_PART = r"(?:\s*,?\s*(?P<nth>första|andra|tredje|fjärde|sista)\s+(?P<unit>meningen|stycket|punkten|strecksatsen))?"
# Money "utgår" too: "Vite enligt punkt 7.1 utgår med 9 000 kronor" takes nothing back.
_REMOVED = (
    r"(?:utgår(?!\s+(?:med\s+(?:\d|ett\b)|vite|ersättning|ränta|avdrag|\w+vis\b|enligt))|(?:ska|skall)\s+(?:helt\s+)?utgå"
    r"|upphävs|upphör(?:\s+att\s+gälla)?(?!\s+vid)|stryks|strykes|slopas|tas\s+bort|borttas|har\s+(?:utgått|upphävts)"
    r"|(?:ska|skall)\s+(?:inte|ej|icke)\s+(?:längre\s+)?(?:gälla|tillämpas)(?!\s+(?:för|vid|om|när|under)\b)"
    r"|(?:gäller|tillämpas)\s+(?:inte|ej|icke)\s+längre|saknar\s+(?:verkan|tillämpning)|är\s+(?:inte|ej)\s+längre"
    r"|(?:gäller|tillämpas)\s+(?:inte|ej|icke)(?=\s*(?:[.,;:)]|$|(?:i|för|under)\s+detta\s+\w+|mellan\s+parterna)))"
)
_REPLACED = (
    r"(?:ersätts|ersättes|(?:ska|skall)\s+(?:ha|erhålla)\s+(?:följande|ny)"
    r"|(?:får|ges|erhåller|har\s+fått)\s+(?:följande|ny)"
    r"|(?:ska|skall)\s+lyda|får\s+lydelsen|ändras\s+till|lyder\s+(?:nu|hädanefter|i\s+stället|istället))"
)
_GOES = re.compile(rf"{_TARGET}{_PART}(?P<between>[^.;:]{{0,90}}?)\b(?:{_REMOVED}|(?P<new>{_REPLACED}))", re.I)
_STRIKES = re.compile(
    r"\b(?:ersätter|upphäver|upphävs|utgår|stryks|stryka|upphäva|slopa|slopas|ta\s+bort)\s+(?:härmed\s+)?"
    rf"(?:(?:vad\s+som\s+\w+\s+i|bestämmelse\w*\s+i|hela|texten\s+i)\s+)?{_TARGET}{_PART}",
    re.I,
)
# What only changes something counts as taking back where it then says no.
_INSTEAD = (
    re.compile(
        r"\b(?:med\s+(?:ändring\s+av|avvikelse\s+från)|i\s+stället\s+för|istället\s+för)\s+"
        rf"(?:vad\s+som\s+\w+\s+(?:i|under)\s+)?{_TARGET}",
        re.I,
    ),
    re.compile(rf"{_TARGET}[^.;:]{{0,40}}?\bändras\s+(?:så|på\s+så\s+sätt)", re.I),
)
_NO = re.compile(r"\b(?:inte|ej|icke|ingen|inget|inga)\b", re.I)
_MAY_PRECEDE = re.compile(
    r"(?:^\W*(?:[\d.]{1,8}|[a-z])?[\s.)]*|[:;,–(]|\b(?:att|härmed|hela|i|avtalets|huvudavtalets|kontraktets|ramavtalets|från\s+och\s+med\s[\w\s]{4,25})"
    r"|\b(?:bestämmels\w*|vad\s+som\s+\w+|text\w*|lydels\w*|regel|regler\w*|villkor\w*|innehåll\w*)\b[^.;:]{0,60})\s*$",
    re.I,
)
_CONDITION = re.compile(r"^\s*(?:om|när|vid|för|därest|i\s+den\s+mån|enligt|i\s+enlighet\s+med)\b", re.I)
_A_WORD = re.compile(
    r"^[^.;]{0,30}?\b(?:ordet|orden|belopp\w*|siffran|procentsats\w*|tiden|datum\w*|frist\w*|namnet|”|\"|')", re.I
)
_PART_AFTER = re.compile(
    r"\b(?P<nth>första|andra|tredje|fjärde|sista)\s+(?P<unit>meningen|stycket|punkten|strecksatsen)", re.I
)
_CHANGES = (
    *("utgå", "upphäv", "upphör", "stryk", "slopa", "bort", "gäll", "tillämp", "ersätt", "lydelse", "lyder", "ändr"),
    *("saknar", "stället"),
)
_OF_ITS_NUMBER = re.compile(
    r"(?:utgår|upphävs|upphör|stryk[es]*s|slopas|tas\s+bort|ersätts|ändras|gäller|tillämpas|ska|skall|får|har)\b", re.I
)
_IN_PART = re.compile(r"\b(?:i|till|ur)\s+(?!sin\b)([^.;,:]{4,40}?)(?=\s+av\b|\s+ersätts\b|[.;,:]|$)", re.I)
_ORDINALS = {"första": 0, "andra": 1, "tredje": 2, "fjärde": 3, "sista": -1}
_ONE = re.compile(_NUMBER)
_RANGE = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,2}\.)?(\d{1,2})\s*(?:–|-|till|t\.o\.m\.)\s*(?:§\s*)?(?:\1)?(\d{1,2})(?![\d.]*\d)"
)


@dataclass(frozen=True, slots=True)
class _Change:
    """What a statement changes: numbers, the nth sentence or paragraph of them, the part of the contract named."""

    numbers: tuple[str, ...]
    nth: str | None
    unit: str | None
    part: str | None


class _Outline:
    """A document's sections by their bare numbers, with their parts and statements; made when a change is found."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.parts = parts(document)
        self.numbered: dict[str, list[int]] = {}
        for place, section in enumerate(document.sections):
            self.numbered.setdefault(_bare(section.number), []).append(place)
        self._starts = [statement.span.start for statement in document.statements]

    def inside(self, section: int) -> range:
        """The statements that lie in a section."""
        span = self.document.sections[section].span
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))


def replaced(document: Document) -> dict[int, int]:
    """The statements that another takes back, each with the one that does: indexes of Document.statements."""
    gone: dict[int, int] = {}
    outline: _Outline | None = None
    for index in range(len(document.statements)):
        said = _with_number(document, index)
        if not _ONE.search(said):
            continue
        lower = said.lower()
        if not any(word in lower for word in _CHANGES):
            continue
        change = _change(said)
        if change:
            outline = outline or _Outline(document)
            for number in change.numbers:
                gone |= dict.fromkeys(_under(outline, number, index, change), index)
    return gone


def _change(said: str) -> _Change | None:
    """What a statement takes back, or None."""
    for match in _GOES.finditer(said):
        before, after = said[: match.start()], said[match.end() :]
        subject = _MAY_PRECEDE.search(before) and not _CONDITION.search(before)
        in_it = re.search(r"\bi\s*$", before, re.I) or re.match(r"i\s", match[0], re.I)
        if subject and not (in_it and _A_WORD.search(after)):
            return _named(match, match["between"] + after[:40], after if in_it else "")
    struck = _STRIKES.search(said)
    if struck and not _CONDITION.search(said):
        return _named(struck, said[struck.end() :][:40], "")
    for pattern in _INSTEAD:
        instead = pattern.search(said)
        if instead and _NO.search(said, instead.end()):
            return _named(instead, said[instead.end() :][:40], "")
    return None


def _named(match: re.Match[str], around: str, after: str) -> _Change:
    groups = {name: text for name, text in match.groupdict().items() if text}
    listed = groups.get("numbers") or groups.get("before") or groups.get("bare") or ""
    part = _IN_PART.search(around)
    chosen = _PART_AFTER.search(after)
    if chosen and "nth" not in groups:
        groups |= chosen.groupdict()
    return _Change(_numbers(listed), groups.get("nth"), groups.get("unit"), part_called(part[1]) if part else None)


def _numbers(listed: str) -> tuple[str, ...]:
    """The numbers of a list, ranges filled: "7.1-7.3, 9" gives 7.1, 7.2, 7.3 and 9."""
    found = _ONE.findall(listed)
    for prefix, first, last in _RANGE.findall(listed):
        found += [f"{prefix}{number}" for number in range(int(first) + 1, min(int(last), int(first) + 40))]
    return tuple(dict.fromkeys(found))


def _with_number(document: Document, index: int) -> str:
    """A statement; where it only says what becomes of its own number ("14.1 utgår"), with the number before it."""
    statement = document.statements[index]
    said = document.quote(statement.span)
    first = index == 0 or document.statements[index - 1].block != statement.block
    if not (first and _OF_ITS_NUMBER.match(said)):
        return said
    return document.text[document.blocks[statement.block].span.start : statement.span.end]


def _under(outline: _Outline, number: str, amendment: int, change: _Change) -> set[int]:
    """The statements of the section that is meant by a number: all of them, or the nth sentence or paragraph."""
    statements = outline.document.statements
    inside = next((found for found in _candidates(outline, number, amendment, change.part) if found), [])
    if change.nth is None or change.unit is None:
        return set(inside)
    if change.unit.lower() == "meningen":
        groups = [[place] for place in inside]
    else:
        blocks = dict.fromkeys(statements[place].block for place in inside)
        groups = [[place for place in inside if statements[place].block == block] for block in blocks]
    chosen = _ORDINALS[change.nth.lower()]
    return set(groups[chosen]) if -len(groups) <= chosen < len(groups) else set()


def _candidates(outline: _Outline, number: str, amendment: int, part: str | None) -> Iterator[list[int]]:
    """The statements of each section with that number, the likeliest section first.

    An appendix may restart the numbers: the named part goes first, then the amendment's own part, then the main one;
    what stands before the amendment goes before what stands after it, and after it only another part is meant.
    """
    home = outline.document.statements[amendment].section
    here = "main" if home is None else outline.parts[home]
    ranked = []
    for place in outline.numbered.get(number, ()):
        own = outline.parts[place]
        if part not in (None, own) and not lies_in(outline.document, place, part or ""):
            continue
        inside = outline.inside(place)
        later = bool(inside) and inside[0] > amendment
        if later and own == here:
            continue
        before = list(inside) if later else [at for at in inside if at < amendment]
        ranked.append((own != here or own == "amendment", own != "main", later, place, before))
    yield from (before for *_, before in sorted(ranked))


def _bare(number: str) -> str:
    found = _ONE.search(number)
    return found[0] if found else number

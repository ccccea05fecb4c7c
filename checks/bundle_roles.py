"""What each file of a bundle is: the main agreement, an appendix with its number, general terms, an amendment.

Told by the file's name, by what stands first in it, and by what the other files call it ("Bilaga 3 Säkerhetskrav").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from clauses.quantities import dates
from ingest.document import BlockKind

if TYPE_CHECKING:
    from ingest.document import Document


class Role(StrEnum):
    """A file's part in the contract, in the order in which the files are read: what amends comes last."""

    MAIN = "main"
    SPECIAL = "special"
    APPENDIX = "appendix"
    GENERAL = "general"
    OFFER = "offer"
    OTHER = "other"
    AMENDMENT = "amendment"


@dataclass(frozen=True, slots=True)
class Placed:
    """A document with its role, its label ("Bilaga 2", "Tilläggsavtal 1"; empty for the main agreement and what has
    none) and its title.
    """

    document: Document
    role: Role
    label: str
    title: str


# A letter counts where it is a capital: "Bilaga B", not "bilaga i avtalet".
_FIGURE = r"(?P<figure>\d{1,2}(?:\.\d{1,2})?[a-z]?|(?-i:[A-ZÅÄÖ]))(?!\w)"
_BY_NAME = re.compile(rf"(?<![^\W\d_])(?:bilaga|bil|appendix)(?:[ ._-]{{1,3}}(?:nr[ ._-]?)?|(?=\d)){_FIGURE}", re.I)
_BY_HEADING = re.compile(
    rf"(?:bilaga|bil\.|appendix|annex)\s+(?:nr\.?\s*)?{_FIGURE}[\s:.–-]*(?P<rest>[^\n]{{0,120}})", re.I
)
_LISTED = re.compile(r"\b[Bb]ilaga\s+(?:nr\.?\s*)?" + _FIGURE + r"[\s:,.–(-]{1,4}(?P<title>[A-ZÅÄÖ][^\n.;,)]{3,60})")
_WITHIN = re.compile(r"(?:inkl\w*|med|till|av|och|samt|i)[ ._-]*$", re.I)
_AMENDS = re.compile(
    r"(?:tilläggs?avtal|tillägg(?:s?överenskommelse)?(?=\s*(?:$|nr|\d|till\b|[._-]))|ändringsavtal|avtalsändring"
    r"|förlängningsavtal|avtalsförlängning|överenskommelse\s+om\s+(?:ändring|tillägg|förlängning))",
    re.I,
)
_TERMS = r"(?:\w{0,12}villkor|bestämmelser|föreskrifter)"
_ROLES = (
    (Role.SPECIAL, re.compile(rf"(?:särskilda|speciella)\s+{_TERMS}", re.I), "Särskilda villkor"),
    (Role.GENERAL, re.compile(rf"(?:allmänna|generella)\s+{_TERMS}", re.I), "Allmänna villkor"),
    (Role.OFFER, re.compile(r"anbud(?:et|ssvar|sformulär)?\b", re.I), "Anbud"),
)
_MAIN = re.compile(r"huvudavtal|huvudkontrakt|avtalsdokument", re.I)
# What goes with an agreement, though it may be one too.
_BY_THE_SIDE = re.compile(r"personuppgift|biträdes|\bpub-?avtal|sekretess|säkerhetsskydd|tystnadsplikt|\bbilag", re.I)
_CONTRACT = re.compile(r"\w*(?:avtal|kontrakt|överenskommelse|regelbok)(?:et|en)?\b", re.I)
_BESIDE = re.compile(r"\b(?:inkl\w*|med|och|till)\W*$", re.I)
_NUMBER = re.compile(r"(?:nr\.?\s*)?(\d{1,2})\b(?![-.]\d)")
_OPENS, _ENDS = 1_500, 1_200  # characters in which an amendment is dated


def placed(documents: Sequence[Document]) -> list[Placed]:
    """The documents with their roles, in the order in which they are read as one contract."""
    found = [_alone(document) for document in documents]
    main = _main(found)
    if main is not None:
        found[main] = Placed(found[main].document, Role.MAIN, "", found[main].title)
    named = _named_in(documents)
    found = [_by_others_words(each, named) if each.role is Role.OTHER else each for each in found]
    order = list(Role)
    return sorted(found, key=lambda each: (order.index(each.role), _rank(each)))


def _stem(document: Document) -> str:
    return re.sub(r"[_\s]+", " ", PurePosixPath(document.name).stem).strip()


def _title(document: Document) -> str:
    """The first words of the document that are a title: a heading, or a short line without a full stop."""
    for block in document.blocks[:12]:
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            words = " ".join(document.quote(block.span).split())
            if 3 < len(words) <= 120 and not words.endswith((".", ":", ",")):
                return words
    return ""


def _alone(document: Document) -> Placed:
    stem, title = _stem(document), _title(document)
    for words in (stem, title):
        amends = _AMENDS.search(words[:80])
        if amends and not _BESIDE.search(words[: amends.start()]):
            number = _amendment_number(words[amends.end() :]) or _amendment_number(title)
            label = f"Tilläggsavtal {number}".strip()
            return Placed(document, Role.AMENDMENT, label, title or stem)
    figure, rest = _figure(stem, title)
    if figure:
        return Placed(document, Role.APPENDIX, f"Bilaga {figure}", rest or _after(stem) or title)
    for role, pattern, label in _ROLES:
        if pattern.match(title) or pattern.search(stem):
            return Placed(document, role, label, title or stem)
    return Placed(document, Role.OTHER, "", title or stem)


def _figure(stem: str, title: str) -> tuple[str, str]:
    """An appendix's figure, by what stands first in it or by its file's name, and its title."""
    heading = _BY_HEADING.match(title)
    if heading:
        return _figured(heading["figure"]), heading["rest"].strip()
    for name in _BY_NAME.finditer(stem):
        if not _WITHIN.search(stem[: name.start()]):
            return _figured(name["figure"]), title
    return "", ""


def _figured(figure: str) -> str:
    return (figure.lstrip("0") or "0") if figure[0].isdigit() else figure.upper()


def _after(stem: str) -> str:
    name = _BY_NAME.search(stem)
    return stem[name.end() :].strip(" -–_.,") if name else ""


def _amendment_number(words: str) -> str:
    found = _NUMBER.match(words.strip(" -–_"))
    return found[1].lstrip("0") if found else ""


def _main(found: list[Placed]) -> int | None:
    """The main agreement: what calls itself so, else the first contract that is nothing else, else the first such
    appendix ("Bilaga 1 Avtal").
    """
    for roles in ((Role.OTHER,), (Role.SPECIAL, Role.APPENDIX)):
        free = [place for place, each in enumerate(found) if each.role in roles]
        whole = [place for place in free if not _BY_THE_SIDE.search(_called(found[place]))]
        for pattern in (_MAIN, _CONTRACT):
            for place in whole or free:
                if pattern.search(_called(found[place])):
                    return place
        if free and roles == (Role.OTHER,):
            return (whole or free)[0]
    return None


def _called(each: Placed) -> str:
    return f"{_stem(each.document)} {each.title}"


def _named_in(documents: Sequence[Document]) -> dict[str, str]:
    """Titles of appendices as any of the files lists them, to their labels: "säkerhetskrav" to "Bilaga 3"."""
    found: dict[str, str] = {}
    for document in documents:
        for match in _LISTED.finditer(document.text):
            found.setdefault(_plain(match["title"]), f"Bilaga {_figured(match['figure'])}")
    return found


def _by_others_words(each: Placed, named: dict[str, str]) -> Placed:
    from rapidfuzz import fuzz

    for own in (_plain(_stem(each.document)), _plain(each.title)):
        for title, label in named.items():
            if own and (own == title or fuzz.ratio(own, title) >= 88):
                return Placed(each.document, Role.APPENDIX, label, each.title)
    return each


def _plain(words: str) -> str:
    return re.sub(r"[^a-zåäöé0-9]+", " ", words.casefold()).strip()


def _rank(each: Placed) -> tuple[int, int, str]:
    """Within its role: appendices by figure, amendments by number or by day."""
    figure = re.search(r"\d+", each.label)
    day = _dated(each.document) if each.role is Role.AMENDMENT else None
    return (int(figure[0]) if figure and not day else 0, day.toordinal() if day else 0, each.label)


def _dated(document: Document) -> date | None:
    """The day on which an amendment was signed, or the first that it names."""
    text = document.text
    signed = [moment.last for moment in dates(text[-_ENDS:])] if len(text) > _ENDS else []
    opening = [moment.first for moment in dates(text[:_OPENS])]
    return max(signed) if signed else min(opening) if opening else None

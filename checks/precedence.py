"""The order in which a contract's parts go before each other, and the part that a statement stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.document import BlockKind, Document, Section

_HEADING = re.compile(
    r"inbördes|rangordning|tolkningsordning|företräde|handlingarnas\s+ordning|(?:avtals|kontrakts)handlingar"
    r"|avtalets\s+(?:delar|handlingar)",
    re.I,
)
_ORDERS = re.compile(
    r"\b(?:i\s+(?:följande|nedanstående|nedan\s+angiven|denna|den)\s+(?:inbördes\s+)?\w*ordning|inbördes\s+ordning"
    r"|gäller\s+de\s+i\s+följande)",
    re.I,
)
# A name ends before a figure that is no appendix's: "före den 1 januari".
_NAME = r"(?:[^.;,\n\d]|(?<=bilaga )\d){4,60}"
_OVER = re.compile(rf"\b(?:gäller|gälla|företräde|går|gå|tar)\s+(?:framför|före|över)\s+(?P<after>{_NAME})", re.I)
_YIELDS = re.compile(rf"\bviker\s+för\s+(?P<after>{_NAME})", re.I)
_BEFORE = 60  # characters in which the other party to the comparison stands
# "Säger de särskilda villkoren något annat än de allmänna gäller de särskilda villkoren."
_WINS = re.compile(
    r"(?:motstrid\w*|motsägelse\w*|strider|avvik\w*|annat\s+än|skiljer|konflikt)(?P<between>[^.;\n]{0,140}?)"
    r"\b(?:gäller|har|äger|ska|skall)\s+(?:då\s+)?(?P<first>[^.;,\n]{4,80})",
    re.I,
)
_CLASHES = ("motstrid", "motsägelse", "strider", "avvik", "annat än", "skiljer", "konflikt")
_GOES_BEFORE = (" framför", " före ", " över ")
_ITEM = re.compile(r"\n|;|\(?\b\d{1,2}[.)]|\b[a-h]\)|,")
_LIST_REACHES = 1_500  # characters
_ORDER_REACHES = 60  # characters before "ordning" in which the phrase begins
_LONGEST_ITEM = 160

# What parts are called: the words by which an item of the order and a heading are known to be the same part.
_CONDITIONS = r"(?:villkor|bestämmelser|avtalsvillkor|kontraktsvillkor|föreskrifter)"
_PARTS = {
    "amendment": re.compile(r"tilläggsavtal|tillägg\b|tilläggen\b|ändring|överenskommelse om ändring", re.I),
    "special": re.compile(rf"särskilda\s+{_CONDITIONS}|speciella\s+{_CONDITIONS}", re.I),
    "general": re.compile(rf"allmänna\b(?:\s+{_CONDITIONS})?|generella\s+villkor", re.I),
    "specification": re.compile(
        r"kravspecifikation|uppdragsbeskrivning|kravbeskrivning|förfrågningsunderlag|upphandlingsdokument", re.I
    ),
    "offer": re.compile(r"\banbud", re.I),
}
_MAIN = re.compile(
    r"\b(?:huvudavtal|huvudkontrakt|huvudtext|detta\s+avtal|avtalet\b|kontraktet\b|detta\s+kontrakt|avtalstext"
    r"|överenskommelsen\b)",
    re.I,
)
_APPENDIX = re.compile(r"\bbilaga\s+(\w{1,3})\b", re.I)
_APPENDICES = re.compile(r"\b(?:bilagor(?:na)?|övriga\s+(?:\w*handlingar|dokument)\w*)\b", re.I)
_REST = "rest"
# A clause on changes is headed "Ändringar och tillägg", and opens no part.
_PART_TITLE = re.compile(
    rf"(?:tilläggsavtal|tillägg\s+(?:nr|\d|till|den)|tilläggsöverenskommelse|ändringsavtal|avtalsändring"
    rf"|(?:särskilda|speciella|allmänna|generella)\s+{_CONDITIONS}|kravspecifikation|uppdragsbeskrivning)",
    re.I,
)


@dataclass(frozen=True)
class Precedence:
    """Parts to their rank (0 goes first); empty where the contract says nothing of it."""

    ranks: dict[str, int]

    def before(self, one: str, other: str) -> bool | None:
        """Whether part `one` goes before `other`; None where the order does not tell."""
        if one == other or one not in self.ranks or other not in self.ranks:
            return None
        return self.ranks[one] < self.ranks[other]


def precedence(document: Document) -> Precedence:
    """The order of precedence that the contract states: a list, a sentence with numbers, or "X gäller framför Y"."""
    for ranks in (_two(document.text), *_lists(document)):
        if len(ranks) > 1:
            return Precedence(_spread(ranks, document))
    return Precedence({})


def _two(text: str) -> dict[str, int]:
    """One part before another, or before all the others, as a sentence says it."""
    for match in _found(_WINS, text, _CLASHES, 0):
        first = _parts(match["first"])
        losers = [part for part in _parts(match["between"]) if part not in first]
        if re.search(r"\b(?:före|framför|över)\b", match["first"], re.I):
            losers = first[1:]
        if first and not _ORDERS.search(match[0]):
            return {first[0]: 0, **dict.fromkeys(losers or [_REST], 1)}
    for pattern, words in ((_OVER, _GOES_BEFORE), (_YIELDS, ("viker",))):
        for match in _found(pattern, text, words, 16):
            before = _parts(re.split(r"[.;\n]", text[max(0, match.start() - _BEFORE) : match.start()])[-1])
            after = _parts(match["after"])
            if before and after and before[-1] != after[0]:
                return dict(zip((before[-1], after[0]), (0, 1) if pattern is _OVER else (1, 0), strict=True))
    return {}


def _found(pattern: re.Pattern[str], text: str, words: tuple[str, ...], reach: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at one of the words or up to `reach` characters before it, in order.

    A plain search for the words is far cheaper than trying the pattern at every character of a long contract.
    """
    lower = text.lower()
    ends = 0
    for place in sorted(_places(lower, words)):
        match = pattern.search(text, max(ends, place - reach), min(len(text), place + 320))
        if match and match.start() <= place:
            ends = match.end()
            yield match


def _places(lower: str, words: tuple[str, ...]) -> Iterator[int]:
    for word in words:
        at = lower.find(word)
        while at >= 0:
            yield at
            at = lower.find(word, at + 1)


def _lists(document: Document) -> Iterator[dict[str, int]]:
    """Every list that may be an order, by its lead-in or its heading."""
    for match in _found(_ORDERS, document.text, ("ordning", "gäller de i följande"), _ORDER_REACHES):
        tail = document.text[match.end() : match.end() + _LIST_REACHES]
        yield _ranked(_items(tail))
    listed = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
    for section in document.sections:
        if _HEADING.search(section.title):
            yield _ranked(
                document.quote(block.span)
                for block in document.blocks
                if block.kind in listed and section.span.holds(block.span)
            )


def _items(tail: str) -> Iterator[str]:
    """The items after "i följande ordning:", until a line that is no item."""
    for line in tail.split("\n"):
        if len(line) > _LONGEST_ITEM and not re.search(r"[;,]|\d[.)]", line):
            return
        yield from _ITEM.split(line.partition(". ")[0] if not re.match(r"\W*\d", line) else line)


def _ranked(items: Iterable[str]) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for place, item in enumerate(items):
        for part in _parts(item):
            ranks.setdefault(part, place)
    return ranks


def _spread(ranks: dict[str, int], document: Document) -> dict[str, int]:
    """The ranks, also by a part's other name, and for all the appendices where the order speaks of them together."""
    spread = {part: rank for part, rank in ranks.items() if part != _REST}
    for section, own in zip(document.sections, parts(document), strict=True):
        names = [name for name in (part_called(section.number), part_called(section.title)) if name]
        known = [ranks[name] for name in names if name in ranks]
        if known:
            for name in names:
                spread.setdefault(name, known[0])
        if _REST in ranks and own not in ("main", "amendment"):
            spread.setdefault(own, ranks[_REST])
    return spread


def parts(document: Document) -> tuple[str, ...]:
    """The part of the contract that each section lies in; "main" where no heading over it names another.

    Plain text does not nest: what follows the bare heading "Särskilda villkor" and counts from 1 again lies in it.
    """
    found: list[str] = []
    whole, level, fresh = "main", 0, False
    for section in document.sections:
        if section.level <= level or level == 0:
            opens = _opens_part(section)
            if opens or not section.number:
                whole, level, fresh = opens or "main", section.level, True
            elif fresh and whole != "main":
                whole = whole if section.number.strip("§. ") == "1" else "main"
                fresh = False
        own = part_called(f"{section.number} {section.title}")
        above = found[section.parent] if section.parent is not None else whole
        found.append(above if above != "main" else own or "main")
    return tuple(found)


def _opens_part(section: Section) -> str | None:
    """The part that a heading without a number opens, where it is that part's title and no clause's."""
    if section.number or not _PART_TITLE.match(section.title):
        return None
    return part_called(section.title)


def lies_in(document: Document, section: int, part: str) -> bool:
    """Whether a section lies in that part by a heading over it: its number ("Bilaga 2") or its title."""
    names = [(outer.number, outer.title) for outer in document.path(section)]
    return part != "main" and any(part in (part_called(number), part_called(title)) for number, title in names)


@lru_cache(maxsize=4_096)
def part_called(words: str) -> str | None:
    """The part that some words name: "amendment", "special", "general", ..., "bilaga 2", "main", or None."""
    found = [part for part in _parts(words) if part != _REST]
    kinds = [part for part in found if part in _PARTS]
    return next(iter(kinds or [part for part in found if part != "main"] or found), None)


def _parts(words: str) -> list[str]:
    """Every part that some words name, in their order; an appendix also by its kind."""
    found = [(match.start(), part) for part, pattern in _PARTS.items() for match in pattern.finditer(words)]
    found += [(match.start(), f"bilaga {match[1].lower()}") for match in _APPENDIX.finditer(words)]
    found += [(match.start(), "main") for match in _MAIN.finditer(words)]
    found += [(match.start(), _REST) for match in _APPENDICES.finditer(words)]
    return list(dict.fromkeys(part for _, part in sorted(found)))

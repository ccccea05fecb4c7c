"""What a contract takes back: clauses that an amendment or a later clause removes or replaces.

A contract is read as amended. "Punkt 7.2 utgår" and "punkt 7.2 ska ha följande lydelse" make what stands under 7.2
void, unless the amendment only adds to it.
"""

from __future__ import annotations

import re

from ingest.document import Document, Section

_TARGET = (
    r"(?:(?:punkt|punkten|punkterna|p\.|avsnitt|avsnittet|klausul|klausulen|paragraf|kap\.|kapitel|artikel|§§?)\s*"
    r"(?P<numbers>\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?(?:\s*(?:,|och|samt|–|-)\s*\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?){0,5})"
    r"|(?P<before>\d{1,2}(?:\.\d{1,2}){0,3})\s*§|(?:^|\bi\s+|\bav\s+)(?P<bare>\d{1,2}(?:\.\d{1,2}){1,3})\b)"
)
_PART = r"(?:\s*,?\s*(?P<nth>första|andra|tredje|fjärde|sista)\s+(?P<unit>meningen|stycket|punkten|strecksatsen))?"
_GOES = re.compile(
    _TARGET
    + _PART
    + r"[^.;]{0,90}?\b(?P<verb>utgår|upphävs|upphör|stryks|strykes|tas\s+bort|borttas|(?:gäller|tillämpas)\s+(?:inte|ej|icke)|saknar\s+(?:verkan|tillämpning)|ska\s+inte\s+(?:längre\s+)?(?:gälla|tillämpas)"
    r"|skall\s+ej\s+gälla|ersätts|ersättes|ska\s+ha\s+följande|skall\s+ha\s+följande|får\s+följande|ges\s+följande|erhåller\s+följande|ändras\s+(?:till|så|på\s+så)|lyder\s+(?:nu|hädanefter|i\s+stället))",
    re.I,
)
_REPLACES = re.compile(r"\b(?:ersätter|upphäver|med\s+ändring\s+av)\s+(?:vad\s+som\s+\w+\s+i\s+)?" + _TARGET, re.I)
_CHANGES = re.compile(
    r"utgå|upphäv|upphör|stryk|bort|gäller|tillämpas|ersätt|lydelse|lyder|ändr|saknar|stället|längre", re.I
)
_ORDINALS = {"första": 0, "andra": 1, "tredje": 2, "fjärde": 3, "sista": -1}
_ONE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?")


def replaced(document: Document) -> dict[int, int]:
    """The statements that another statement takes back, each with the one that does (indexes of Document.statements)."""
    gone: dict[int, int] = {}
    for index, statement in enumerate(document.statements):
        said = _with_number(document, index)
        if not (_CHANGES.search(said) and _ONE.search(said)):
            continue
        match = _GOES.search(said) or _REPLACES.search(said)
        if match is None:
            continue
        groups = match.groupdict()
        for number in _ONE.findall(groups["numbers"] or groups["before"] or groups["bare"] or ""):
            gone |= dict.fromkeys(_under(document, number, index, groups.get("nth"), groups.get("unit")), index)
    return gone


def _with_number(document: Document, index: int) -> str:
    """A statement with the number of its block before it, where it is the block's first: "14.1 utgår"."""
    statement = document.statements[index]
    block = document.blocks[statement.block]
    first = index == 0 or document.statements[index - 1].block != statement.block
    return document.text[block.span.start if first else statement.span.start : statement.span.end]


def _under(document: Document, number: str, amendment: int, nth: str | None, unit: str | None) -> set[int]:
    """The statements under the first section of that number that stand before the amendment."""
    section = _section(document, number, document.blocks[document.statements[amendment].block].span.start)
    if section is None:
        return set()
    inside = [
        place for place, statement in enumerate(document.statements[:amendment]) if section.span.holds(statement.span)
    ]
    if nth is None or unit is None:
        return set(inside)
    if unit == "meningen":
        groups = [[place] for place in inside]
    else:
        blocks = dict.fromkeys(document.statements[place].block for place in inside)
        groups = [[place for place in inside if document.statements[place].block == block] for block in blocks]
    chosen = _ORDINALS[nth.lower()]
    return set(groups[chosen]) if -len(groups) <= chosen < len(groups) else set()


def _section(document: Document, number: str, before: int) -> Section | None:
    for section in document.sections:
        if section.span.start < before and _bare(section.number) == number:
            return section
    return None


def _bare(number: str) -> str:
    found = _ONE.search(number)
    return found[0].rstrip(".") if found else number

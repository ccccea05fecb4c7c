"""What a contract takes back: clauses that an amendment or a later clause removes or replaces.

A contract is read as amended. "Punkt 7.2 utgår" and "punkt 7.2 ska ha följande lydelse" make what stands under 7.2
void, unless the amendment only adds to it, changes a word of it, or takes it away for some cases.
"""

from __future__ import annotations

import re

from checks.changed_places import Change, Outline, meant
from checks.precedence import part_called
from checks.titles import TITLED
from ingest.document import Document

_NUMBER = r"(?:(?:[A-Z]\.?)?\d{1,2}(?:[.:]\d{1,2}){0,3}[a-z]?|(?-i:[IVX]{1,5}\b))"
_TARGET = (
    r"(?:(?:bilaga\s+(?P<appendix>\w{1,3}),?\s+)?(?:(?:(?-i:(?P<short>[A-ZÅÄÖ]{2,4}))\s+)?(?:kap\.|kapitel)\s*(?P<chapter>\d{1,2})\s*,?\s*§+"
    r"|krav|rad|raden|raderna|punkt|punkten|punkterna|p\.|avsnitt|avsnittet|avsnitten|klausul|klausulen|klausulerna|paragraf|paragrafen"
    r"|kap\.|kapitel|artikel|artiklarna|§§?)\s*"
    rf"(?P<numbers>{_NUMBER}(?:\s*(?:,|och|samt|t\.o\.m\.|till|–|-)\s*(?:§\s*)?{_NUMBER}){{0,7}})\b"
    r"|(?P<before>\d{1,2}(?:\.\d{1,2}){0,3})\s*§|(?:^|\bi\s+|\bav\s+)(?P<bare>(?-i:[A-Z])\.?\d{1,2}(?:\.\d{1,2}){0,3}|\d{1,2}(?:[.:]\d{1,2}){1,3})\b"
    rf"|{TITLED})"
)
_PART = (
    r"(?:\s*,?\s*(?:punkt|p\.)\s*(?P<item>\d{1,2}|[a-z])\b)?"
    r"(?:\s*,?\s*(?P<nth>första|andra|tredje|fjärde|sista)\s+(?P<unit>meningen|stycket|punkten|strecksatsen))?"
)
# Money "utgår" too: "Vite enligt punkt 7.1 utgår med 9 000 kronor" takes nothing back.
_REMOVED = (
    r"(?:utgår(?!\s+(?:med\s+(?:\d|ett\b)|vite|ersättning|ränta|avdrag|\w+vis\b|enligt))|(?:ska|skall)\s+(?:helt\s+)?utgå"
    r"|upphävs|upphör\b(?:\s+att\s+gälla)?(?!\s+vid)|stryks|strykes|slopas|tas\s+bort|borttas|har\s+(?:utgått|upphävts)"
    r"|(?:ska|skall)\s+(?:inte|ej|icke)\s+(?:längre\s+)?(?:gälla|tillämpas)(?!\s+(?:för|vid|om|när|under)\b)"
    r"|(?:gäller|tillämpas)\s+(?:inte|ej|icke)\s+längre|saknar\s+(?:verkan|tillämpning)|är\s+(?:inte|ej)\s+längre"
    r"|(?:gäller|tillämpas)\s+(?:inte|ej|icke)(?=\s*(?:[.,;:)]|$|(?:i|för|under)\s+detta\s+\w+|mellan\s+parterna)))"
)
_REPLACED = (
    r"(?:ersätts|ersättes|(?:ska|skall)\s+(?:ha|erhålla)\s+(?:följande|ny)"
    r"|(?:får|ges|erhåller|har\s+fått)\s+(?:följande|ny)"
    r"|(?:ska|skall)\s+lyda|får\s+lydelsen|ändras\s+till|lyder\s+(?:nu|hädanefter|i\s+stället|istället))"
)
_GOES = re.compile(
    rf"{_TARGET}{_PART}(?P<between>(?:(?!\b(?:ska|skall|får|måste|sedan|när)\b)[^.;:]){{0,90}}?)\b(?:{_REMOVED}|(?P<new>{_REPLACED}))",
    re.I,
)
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
# A change without a number names a title, and takes the clause away or replaces it.
_NAMES_A_PLACE = re.compile(r"avsnitt|rubrik|kapitl|bestämmels|klausul|villkor|paragraf|stycket|punkten|regel")
_TAKES = re.compile(
    r"utgå|upphäv|upphör|stryk|slopa|bort|ersätt|lydelse|lyder|ändra|(?:inte|ej|icke)\s+(?:längre\s+)?(?:gäll|tillämp)"
    r"|(?:gäll|tillämp)\w+\s+(?:inte|ej|icke)|saknar|stället"
)
_OF_ITS_NUMBER = re.compile(
    r"(?:utgår|upphävs|upphör|stryk[es]*s|slopas|tas\s+bort|ersätts|ändras|gäller|tillämpas|ska|skall|får|har)\b", re.I
)
_IN_PART = re.compile(r"\b(?:i|till|ur)\s+(?!sin\b)([^.;,:]{4,40}?)(?=\s+av\b|\s+ersätts\b|[.;,:]|$)", re.I)
_ONE = re.compile(_NUMBER)
_RANGE = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,2}\.)?(\d{1,2})\s*(?:–|-|till|t\.o\.m\.)\s*(?:§\s*)?(?:\1)?(\d{1,2})(?![\d.]*\d)"
)


def replaced(document: Document) -> dict[int, int]:
    """The statements that another takes back, each with the one that does: indexes of Document.statements."""
    gone: dict[int, int] = {}
    outline: Outline | None = None
    for index in range(len(document.statements)):
        lower = document.quote(document.statements[index].span).lower()
        if not any(word in lower for word in _CHANGES):
            continue
        said = _with_number(document, index)
        if not _ONE.search(said) and not (_NAMES_A_PLACE.search(lower) and _TAKES.search(lower)):
            continue
        change = _change(said)
        if change:
            outline = outline or Outline(document)
            gone |= dict.fromkeys(meant(outline, change, index), index)
    return gone


def _change(said: str) -> Change | None:
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


def _named(match: re.Match[str], around: str, after: str) -> Change:
    groups = {name: text for name, text in match.groupdict().items() if text}
    listed = groups.get("numbers") or groups.get("before") or groups.get("bare") or ""
    title = groups.get("quoted") or groups.get("named") or groups.get("matter") or ""
    part = _IN_PART.search(around)
    chosen = _PART_AFTER.search(after)
    if chosen and "nth" not in groups:
        groups |= chosen.groupdict()
    return Change(
        numbers=_numbers(listed),
        title=title,
        item=groups.get("item"),
        nth=groups.get("nth"),
        unit=groups.get("unit"),
        part=part_called(f"bilaga {groups['appendix']}" if "appendix" in groups else part[1] if part else ""),
        chapter=groups.get("chapter"),
        short=groups.get("short"),
    )


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

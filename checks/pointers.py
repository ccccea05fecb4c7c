"""References that stand in place of a clause: to an appendix, a point or another document, there or not."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.negation import is_finite
from ingest.document import Document

_NAME = r"(?:\d{1,2}[a-z]?|[A-ZÅÄÖ]\b|[A-ZÅÄÖ][a-zåäö]{2,30})"
_APPENDIX = re.compile(
    rf"\bbilag(?:a|an|orna|or)\s+(?P<names>{_NAME}(?:\s*(?:,|och|samt|eller)\s*\d{{1,2}}){{0,6}})", re.I
)
_POINT = re.compile(
    r"\b(?:punkt|punkten|avsnitt|kap\.|kapitel|klausul|p\.)\s*(?P<name>\d{1,2}(?:\.\d{1,2}){0,3})\b"
    r"|§\s*(?P<after>\d{1,2})\b|\b(?P<before>\d{1,2})\s*§",
    re.I,
)
_REFERS = re.compile(
    r"\b(?:reglera[rs]|framgår|ange[rs]|finns|återfinns|återges|beskrivs|specificeras|preciseras|behandlas|hanteras"
    r"|bestäms|följer|redovisas|fastställs|gäller\s+(?:enligt|vad\s+som|bilaga)|lämnas\s+i|ingår\s+i|i\s+enlighet\s+med"
    r"|se\b|hänvisas|enligt)",
    re.I,
)
_AND = r"\s*(?:,|\boch\b|\bsamt\b|\beller\b)\s*"
# A main clause that does nothing but refer: "framgår av", "regleras i", "sker enligt rutin i bilaga 4".
_ONLY = re.compile(
    r"\b(?:framgår\s+(?:av|i)\b|regleras\s+(?:av|i)\b|(?:anges|återfinns|återges|beskrivs|behandlas|specificeras|preciseras|bestäms)\s+i\b"
    r"|följer\s+av\b|hänvisas\s+till|finns\s+(?:angiv\w+\s+)?i\s+(?:den\s+|kommunens\s+|regionens\s+)?\w{0,20}(?:bilaga|avtal)"
    r"|lämnas\s+i\s+bilaga|gäller\s+(?:vad\s+som\s+\w+\s+i\s+)?(?:punkt|avsnitt|bilaga|ramavtal\w*)|se\s+(?:punkt|avsnitt|bilaga|§)"
    r"|(?:sker|utgår|hanteras|genomförs|görs|lämnas|tillämpas)\s+(?:i\s+enlighet\s+med|enligt)\s+"
    r"(?:\w+\s+){0,2}?(?:i\s+)?(?:bilaga|punkt|avsnitt|§))",
    re.I,
)
_OWN_VERB = re.compile(
    r"\b(?:ska|skall|får|kan|måste|har\s+\w*\s?rätt|äger|är\s+skyldig\w*|förbinder|åtar|svarar|ansvarar)\b", re.I
)
_CLAUSE = re.compile(r"\b(?:som|vad|vilk[ae]t?|vilken|hur|än)\b|[,;:.]", re.I)
_OTHER_AGREEMENT = re.compile(
    r"\b(ramavtalet|ramavtalets|huvudavtalet|upphandlingsdokumenten|upphandlingsdokumentet|förfrågningsunderlaget"
    r"|(?-i:AB\s?04|ABT\s?06|ABK\s?09|ABFF\s?\d{0,2}|ALOS\s?\d{2}|ABS\s?\d{2}|NL\s?\d{2}))\b",
    re.I,
)
_OF_LAW = re.compile(r"\b(?:lag(?:en)?|LOU|LOV|KL|SoL|HSL|förordning\w*|\w+lagen|\w+balken|kap\.)\b")


@lru_cache(maxsize=4_096)
def only_refers(said: str) -> bool:
    """Whether a statement does nothing but refer its matter to another text: "Vite regleras i bilaga 4"."""
    if not any(_in_main_clause(said, match.start()) for match in _ONLY.finditer(said)):
        return False
    return not any(_in_main_clause(said, match.start()) for match in _OWN_VERB.finditer(said))


def _in_main_clause(said: str, place: int) -> bool:
    """Whether no "som", "vad" or "hur" opens the clause that a place lies in, or a verb has closed it before: "Vad som
    gäller om vite framgår av ...".
    """
    opened = list(_CLAUSE.finditer(said, 0, place))
    if not opened or opened[-1][0] in ",;:.":
        return True
    return any(map(is_finite, said[opened[-1].end() : place].lower().split()))


def to_absent_appendix(document: Document, said: str) -> str | None:
    """The appendix that a statement refers its matter to and that is not in the file, as the ledger names it; else
    None.
    """
    named = {_key(name) for match in _APPENDIX.finditer(said) for name in re.split(_AND, match["names"])}
    if not named or not document.ledger.missing_appendices or not _REFERS.search(said):
        return None
    return next((name for name in document.ledger.missing_appendices if _key(name) in named), None)


def to_other_agreement(document: Document, said: str) -> str | None:
    """The agreement outside the file that a statement leaves its matter to ("ramavtalet"); else None."""
    match = _OTHER_AGREEMENT.search(said) if only_refers(said) else None
    if match is None or any(match[1][:6].lower() in section.title.lower() for section in document.sections):
        return None
    return match[1] if match[1][:2].isupper() else match[1].lower()


def to_absent_point(said: str, numbers: frozenset[str]) -> str | None:
    """The point of this contract that a statement refers its matter to and that does not exist; else None."""
    named = [match["name"] or match["after"] or match["before"] for match in _POINT.finditer(said)]
    if not named or not numbers or _OF_LAW.search(said) or not _REFERS.search(said):
        return None
    return next((name for name in named if not any(f"{number}.".startswith(f"{name}.") for number in numbers)), None)


def numbers(document: Document) -> frozenset[str]:
    """The bare numbers of the document's sections and numbered paragraphs."""
    found = set()
    for label in [section.number for section in document.sections] + [block.number for block in document.blocks]:
        match = re.search(r"\d{1,2}(?:\.\d{1,2}){0,3}", label)
        if match:
            found.add(match[0])
    return frozenset(found)


def _key(name: str) -> str:
    return re.sub(r"^bilaga\s+", "", name.strip().lower())

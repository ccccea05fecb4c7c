"""Whether a line is a heading, a sentence, or a heading that its sentence follows on the same line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ingest.draft import Draft
from ingest.numbers import label

# Finite verbs of contracts: where one stands, words are a sentence and no heading.
_VERBS = """
    ska skall får fick kan bör måste är var har gäller utgör äger ansvarar förbinder åtar avser omfattar
    omfattas kommer sker utgår innebär framgår regleras anges lämnas lämnar betalas betalar erhåller svarar
    upphör träder löper ingår tecknas innehåller följer används finns krävs anses medför tillämpas ger tar gör
    görs garanterar intygar medger godkänner underrättar meddelar tillhandahåller utför utförs rapporterar
    redovisar redovisas betraktas föreligger kräver begär debiteras faktureras ersätts vidtar upprättar
    upprättas säkerställer genomför genomförs beslutar föreslår noterar rekommenderar behöver antas kallas
    benämns ersätter dras uppgår skickas bifogas undertecknas bekräftar begränsas undantas överlåts sägs hävs
    häver riskerar tillåts accepteras
"""
VERBS = frozenset(_VERBS.split())
_PUNCTUATION = str.maketrans(dict.fromkeys('.,:;()?!"”’/', " "))
# A sentence that says of itself that more comes.
_INTRODUCES = re.compile(r"\b(?:följande|nedan(?:stående)?)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:vad|vem|vilka|vilken|vilket|hur|när|var|varför|om|för vem|till vem|på vilket sätt|så|att|i vilka fall|"
    r"sådant som|det som|den som)\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\b(?:ska(?:ll)?|att|får|kan|bör|måste|är|för|om|när|genom|av|med|till|inte|samt|och|eller|minst|högst|"
    r"avser|omfattar|ett|en|den|det|vid|på|i|"
    r"dels|antingen|följande|enligt|vilket|som|mellan)$",
    re.IGNORECASE,
)
_LONGEST_WAIT = 20  # characters that hold the last word
_STANDS_BY_ITSELF = re.compile(
    r"(?:ordförande|vd\b|verkställande direktör|underskrift|namnförtydligande|ort\b|datum|plats\b|för \w+(?:en|"
    r"et)$|telefon|tel\b|e-post|org|box \d|adress|"
    r"postadress|besöksadress|fax|mobil|kontaktperson|bankgiro|plusgiro|dnr|diarie|vid protokollet|justera|"
    r"namn\b|sida|version|stockholm den|"
    r"handläggare|tack)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b\d{3} ?\d{2} [A-ZÅÄÖ]|\b\d{6}-?\d{4}\b|@|www\.|_{3,}|\.{4,}|\(\w{1,3}\)$|\b0\d{1,3}[- ]\d{2,}|"
    r"\d{4}-\d{2}-\d{2}|^\[.*\]$|\bden \d{1,2} [a-z]{3,9} 20\d\d$"
)
# "3.2 Timpris 450 kr exkl. moms" is a clause in few words.
_AMOUNT = re.compile(r"\d\s?(?:kr\b|kronor|sek\b|%|procent|prisbasbelopp|dag|vecko|månad|timm|år\b)", re.IGNORECASE)
CAPTION = re.compile(r"(?:tabell|figur|bild|diagram) \d{1,3}\b", re.IGNORECASE)
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Looks:
    """What the document's type says: the size of its running text, and whether bold, or any looks at all, tell
    headings.
    """

    size: float | None
    bold_tells: bool
    capitals_tell: bool
    plain: bool


# "Säkerställa att en riskanalys görs": what auditors recommend is the heading of the answer, and a demand of its own.
_URGES = re.compile(
    r"(?:säkerställa?|tillse|se till|se över|ta fram|upprätta|införa|utveckla|stärka|besluta|revidera|implementera|"
    r"utvärdera|dokumentera|följa upp|klargöra|tydliggöra|förtydliga|överväga|prioritera|genomföra|fastställa|vidta)\b",
    re.IGNORECASE,
)


def has_verb(text: str) -> bool:
    """Whether a finite verb of those that contracts use stands among the words."""
    return not VERBS.isdisjoint(text.lower().translate(_PUNCTUATION).split())


def looks_of(drafts: list[Draft]) -> Looks:
    """The looks of the document's running text, by its characters."""
    sizes: Counter[float] = Counter()
    bold = capitals = total = 0
    for draft in drafts:
        count = len(draft.text)
        total += count
        bold += count if draft.bold else 0
        capitals += count if draft.text.isupper() else 0
        if draft.size is not None:
            sizes[round(draft.size, 1)] += count
    size = sizes.most_common(1)[0][0] if sizes else None
    told = any(draft.kind == "heading" for draft in drafts)
    return Looks(size, 0 < bold * 2 < total, capitals * 2 < total or total < 200, not (told or bold or size))


def title_like(text: str) -> bool:
    """Whether words could be a heading: short, not ended as a sentence is, no finite verb but in a question or
    clause.
    """
    text = text.strip()
    urges = _URGES.match(text) is not None
    if (
        not text
        or len(text) > _LONGEST * (2 if urges else 1)
        or (text.endswith((".", ",", ";", " -", "–", "…")) and not _ends_short(text))
    ):
        return False
    first = text[0]
    if not (first.isupper() or first.isdigit() or first in "\"”'[(–-") or "\t" in text:
        return False
    if _AMOUNT.search(text):
        return False
    if text.endswith(":") and (has_verb(text) or len(text) > 50):
        return False
    if len(text.split()) > (30 if urges else 15) or not any(map(str.isalpha, text)):
        return False
    return urges or bool(_ASKS.match(text)) or not (has_verb(text) or waits_for_more(text))


def introduces(words: str) -> bool:
    """Whether words say of themselves that more comes: by "följande" or "nedan"."""
    return ("öljande" in words or "edan" in words or words.isupper()) and _INTRODUCES.search(words) is not None


def waits_for_more(words: str) -> bool:
    """Whether words end where nobody ends: "Leverantören ska", "skyldig att", "i samband med"."""
    return _WAITS.search(words.rstrip()[-_LONGEST_WAIT:]) is not None


def _ends_short(text: str) -> bool:
    """Whether a full stop ends a title: "7.2 Vite." is a heading; "7.2 Högst 3 dagar." and longer ones are clauses."""
    return (
        text.endswith(".")
        and len(text) <= 40
        and len(text.split()) <= 4
        and not any(map(str.isdigit, text))
        and not text.endswith("..")
    )


def is_sentence(text: str) -> bool:
    """Whether a heading says enough to be a clause of its own: five words, a finite verb, and no question."""
    if _URGES.match(text):
        return True
    return len(text.split()) >= 5 and not _ASKS.match(text) and not text.rstrip().endswith("?") and has_verb(text)


def stands_out(draft: Draft, looks: Looks) -> bool:
    """Whether the type of a block is that of a heading: bold, larger than the running text, or in capitals."""
    if draft.bold and looks.bold_tells:
        return True
    if draft.size is not None and looks.size is not None and draft.size >= looks.size * 1.12:
        return True
    return looks.capitals_tell and in_capitals(draft.text)


def in_capitals(text: str) -> bool:
    """Whether the words are written in capitals throughout: at least four letters, and no sentence of them."""
    if not text.isupper() or len(text) > _LONGEST or sum(map(str.isalpha, text)) < 4 or _ADDRESS.search(text):
        return False
    return not (text.endswith(".") and has_verb(text))


def plain_title(text: str, before: str, after: str) -> bool:
    """Whether an unnumbered line without looks is a heading, by itself and by its neighbours."""
    if (
        not title_like(text)
        or (len(text) > 90 and not _URGES.match(text))
        or ":" in text
        or text.endswith(".")
        or not text[0].isupper()
    ):
        return False
    if _STANDS_BY_ITSELF.match(text) or _ADDRESS.search(text) or not after:
        return False
    words = text.split()
    if len(words) > 1 and all(word[0].isupper() for word in words) and before:
        return False
    if before.endswith(":"):
        return False
    runs = len(after) >= 45 or label(after) is not None or has_verb(after)
    return runs or not before

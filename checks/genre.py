"""Whether a document is a contract: by what its first lines call it, and by the words of contracts and of others."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_CONTRACT = (
    r"(?:\w*(?:avtal|kontrakt|överenskommelse)|a\sv\st\sa\sl|\w*(?:avtals|kontrakts|auktorisations|leverans|köpe"
    r"|ersättnings)villkor|regelbok(?:en)?"
    r"|krav-\soch\skvalitetsbok|(?:allmänna|särskilda|kommersiella|generella)\s(?:\w+\s)?(?:villkor|bestämmelser)"
    r"|villkor\sför|administrativa\sföreskrifter|förfrågningsunderlag"
    r"|partnerskap|iop|uppdragsbeskrivning|kontraktsförlaga|tillägg\s(?:nr\s?)?\d)"
)
_OTHER = (
    r"(?:\w*riktlinje(?:r|n)?|\w*policy(?:n)?|\w*strategi(?:n)?|\w*rapport(?:en)?|\w*granskning(?:en)?"
    r"|\w*protokoll(?:et)?|tjänsteskrivelse|tjänsteutlåtande|\w*yttrande|(?:re)?missvar"
    r"|svar\s(?:på|till|avseende|över)|handlingsplan|åtgärdsplan\sför|reglemente|\w*delegationsordning"
    r"|delegationsordning|pressmeddelande|årsredovisning|nyhetsbrev|manual|handbok|lathund"
    r"|rutin(?:er)?|anvisning(?:ar)?|checklista|anbud(?:et)?|offert|faktura(?:n)?|kreditfaktura|motion"
    r"|interpellation|kallelse|föredragningslista|budget|verksamhetsplan|promemoria"
    r"|revision(?:en|s\w+)?|utredning|beslutsunderlag|förslag\still\sbeslut|ansökan|missiv|tilldelningsbeslut"
    r"|internkontrollplan|artikel|krönika|ledare|insändare|debatt|presentation)"
)
_NOUN = re.compile(rf"(?<![\w-])(?:(?P<contract>{_CONTRACT})|(?P<other>{_OTHER}))(?![\w-])", re.I)
_PARTIES = re.compile(
    r"\bmellan\b.{5,400}?\boch\b|,\s(?:här)?nedan\s|\bnedan\skalla|\bbeställare\b.{0,60}:|\bleverantör\b.{0,60}:"
    r"|\bköpare\b",
    re.I | re.S,
)

# Families of words whose share tells; of each the beginning, and what a per mille of them is worth.
_SPEAKS = {
    "party": (
        "leverantör utförare beställare vårdgivare entreprenör säljare köpare uppdragstagare uppdragsgivare "
        "anordnare parter part bolaget kunden föreningen ni",
        0.12,
    ),
    "deal": ("avtalet kontrakt ramavtal överenskommelsen avtalstid avtalsbrott avtal partnerskapet regelbok", 0.15),
    "binds": ("ska skall åtar förbinder skyldig äger måste", 0.08),
    "ends": (
        "häva hävning uppsägning vite vitet skadestånd tvist undertecknat undertecknas likalydande underskrift "
        "force uppsägningstid",
        0.3,
    ),
    "reports": (
        "granskning revisor revision rekommend bedömer bedömning yttrande föreslår beslutar beslut protokoll "
        "justera ärendet remiss ledamot sammanträd återremiss"
        " nämnderna iaktta konstatera",
        -0.3,
    ),
    "rules": ("riktlinje policy policyn medarbetare chefen chefer rutin reglemente strategin", -0.25),
    "sells": ("offert anbud offererar anbudsgivare anbudet pris", -0.15),
    "bills": ("faktura fakturan ocr bankgiro plusgiro förfallodatum fakturanummer summa moms", -0.12),
    "tells": ("säger berättar uppger tidningen polisen misstänk åklagare reporter", -0.2),
}
_CAP = 2.0
_TITLE = {1: 4.0, 0: 0.0, -1: -6.0}
_SHORT = 60  # words
_ENOUGH = {1: 2.0, 0: 3.5, -1: 2.0}


def is_contract(text: str, counts: Counter[str]) -> bool:
    """Whether the text is a contract, of any name: general terms, rule books, call-offs, amendments, partnerships.

    `counts` are the words of the text or of a sample of it. A title decides unless the text speaks strongly against it.
    """
    total = sum(counts.values())
    if total == 0:
        return False
    said = _titled(text)
    score = _TITLE[said] + _spoken(counts, total)
    if _PARTIES.search(text[:3_000]):
        score += 1.5
    if total < _SHORT:
        return said > 0 or (said == 0 and score > 0)
    return score >= _ENOUGH[said]


def _titled(text: str) -> int:
    """1 where the first lines call the document a contract, -1 where something else, 0 where nothing."""
    lines = [line.strip() for line in text[:1_200].split("\n") if line.strip()][:8]
    for line in lines:
        match = _NOUN.search(line[:110])
        if match and (len(line) < 110 or match.start() < 25) and not line.endswith(":"):
            return 1 if match["contract"] else -1
    return 0


def _spoken(counts: Counter[str], total: int) -> float:
    shares: dict[str, int] = dict.fromkeys(_SPEAKS, 0)
    for word, count in counts.items():
        family = _family(word)
        if family:
            shares[family] += count
    return sum(max(-_CAP, min(_CAP, _SPEAKS[family][1] * 1000 * share / total)) for family, share in shares.items())


@lru_cache(maxsize=50_000)
def _family(word: str) -> str:
    """The family of words that a word belongs to, "" for most."""
    for stem, family in _BY_BEGINNING.get(word[:_KEY], ()):
        if word.startswith(stem) and (len(stem) > 4 or word == stem):
            return family
    return ""


_KEY = 2
_BY_BEGINNING: dict[str, list[tuple[str, str]]] = {}
for _name, (_stems, _) in _SPEAKS.items():
    for _stem in _stems.split():
        _BY_BEGINNING.setdefault(_stem[:_KEY], []).append((_stem, _name))

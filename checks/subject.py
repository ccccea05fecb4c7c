"""What a contract buys, by the beginnings of its words: those of the title and the first page say it plainest."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from checks.language import words
from clauses.requirement import ContractKind

_STEMS: dict[ContractKind, str] = {
    ContractKind.CARE: """
        hemtjänst hemsjukvård vårdgivar vårdcentral vårdval vårdavtal vårdinsats vårdtagar vårdbehov vården
        vårdboende vårdbolag patient omsorgstagar brukar hvb stödboende familjehem lss assistans sjukvård tandvård
        elev förskol skolpeng grundskol gymnasie friskol skolplacering socialtjänst äldreomsorg äldreboende omsorg
        boende enskilde primärvård psykiatri rehabilit barnmorsk klient korttids ledsag avlösar demens stödinsats
        boendestöd placerad placering daglig fysioterap logoped vaccin ambulans""",
    ContractKind.GOODS: """
        varor varorna varan varuleverans leveranstid artikel artiklar sortiment förbrukningsmat produkt garantitid
        reservdel lagerhåll incoterms ddp skyddshandsk möbl livsmedel hjälpmedel leveransplats orderbekräft""",
    ContractKind.WORKS: """
        entreprenad totalentreprenad byggherr besiktning byggarbets slutbesiktning äta ätor byggnad byggnation
        tillbyggnad ombyggnad ritning bygghandling markarbet rivning kontraktsarbet färdigställand""",
    ContractKind.IT: """
        programvar system molntjänst licens support servicenivå sla incident driftmiljö it server applikation
        användar servicedesk driftavtal källkod gränssnitt integration backup uppgradering tillgänglighetstid""",
    ContractKind.CONSULTING: "konsult rådgivning utredning utredar arkitekt underkonsult",
    ContractKind.GRANT: """
        bidrag föreningsbidrag partnerskap iop idébur civilsamhäll verksamhetsbidrag volontär ideell ideella
        stadgar årsmöte föreningsdriv""",
    ContractKind.STAFFING: (
        "bemanningsföretag bemanningstjänst hyrläkar hyrsjuk inhyrd inhyrning hyrpersonal "
        "uthyrning läkarveck läkarpass avropad pass passet bemanning"
    ),
    ContractKind.SERVICES: """
        städ lokalvård måltid transport färdtjänst skolskjuts bevakning tvätt trafik fastighetsskötsel
        fastighetsserv snöröj tjänsten åkeri resa resor taxi tolk avfall renhållning kost catering väktar
        parkskötsel persontransport återvinning vaktmäst lunch""",
}
_WEIGHT = {  # words that other kinds of contract use too
    **dict.fromkeys(
        [
            "system",
            "support",
            "användar",
            "tjänsten",
            "bemanning",
            "byggnad",
            "produkt",
            "daglig",
            "boende",
            "incident",
            "pass",
            "passet",
        ],
        0.4,
    ),
    **dict.fromkeys(
        [
            "entreprenad",
            "it",
            "utredning",
            "placering",
            "integration",
            "kost",
            "resor",
            "elev",
            "avropad",
            "besiktning",
            "transport",
        ],
        0.6,
    ),
}
_NOT = (
    "bidragsbrott",
    "bidragsgivar",
    "systematisk",
    "transportstyr",
    "placeringsort",
    "patientsäkerhetslag",
    "passar",
    "passag",
    "passiv",
    "resandet",
    "resal",
)
_WHOLE = frozenset(
    ["it", "sla", "iop", "lss", "hvb", "ddp", "äta", "pass", "passet", "resa"]
)  # words by themselves, not beginnings
_KEY = 3


def _index() -> dict[str, list[tuple[str, ContractKind, float]]]:
    index: dict[str, list[tuple[str, ContractKind, float]]] = {}
    for kind, listed in _STEMS.items():
        for stem in listed.split():
            index.setdefault(stem[:_KEY], []).append((stem, kind, _WEIGHT.get(stem, 1.0)))
    return index


_BY_BEGINNING = _index()
_LEAST = 5.0


def kinds(text: str, counts: Counter[str] | None = None) -> tuple[ContractKind, ...]:
    """What is bought, the plainest kind first, and others nearly as plain; empty where it does not show."""
    scores = _scores(words(text) if counts is None else counts)
    for opening, weight in ((text[:1_500], 4.0), (text[:250], 12.0)):
        for kind, score in _scores(words(opening)).items():
            scores[kind] = scores.get(kind, 0.0) + weight * score
    top = max(scores.values(), default=0.0)
    if top < _LEAST:
        return ()
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    return tuple(kind for kind in ranked if scores[kind] >= 0.6 * top)


def _scores(counts: Counter[str]) -> dict[ContractKind, float]:
    scores: dict[ContractKind, float] = {}
    for word, count in counts.items():
        found = _kind(word)
        if found:
            scores[found[0]] = scores.get(found[0], 0.0) + found[1] * count
    return scores


@lru_cache(maxsize=50_000)
def _kind(word: str) -> tuple[ContractKind, float] | None:
    """What kind of contract a word speaks of and how plainly, None for most words."""
    for stem, kind, weight in _BY_BEGINNING.get(word[:_KEY], ()):
        if (word == stem if stem in _WHOLE else word.startswith(stem)) and not word.startswith(_NOT):
            return kind, weight
    return None

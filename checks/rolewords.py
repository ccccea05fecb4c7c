"""Words that name a party's role by themselves, and which of them a contract may use the other way round."""

from __future__ import annotations

BUYER, SUPPLIER = "buyer", "supplier"

_NOUNS = {
    BUYER: """
        beställaren beställare kommunen kommun regionen region landstinget nämnden köparen köpare uppdragsgivaren
        uppdragsgivare huvudmannen myndigheten upphandlaren kunden kund staden förbundet kommunalförbundet
        socialnämnden omsorgsnämnden äldrenämnden regionstyrelsen kommunstyrelsen förvaltningen inköpscentralen
        avropsberättigad beställarens best
    """,
    SUPPLIER: """
        leverantören leverantör utföraren utförare vårdgivaren vårdgivare entreprenören entreprenör säljaren säljare
        uppdragstagaren uppdragstagare anordnaren anordnare konsulten tjänsteleverantören ramavtalsleverantören
        bolaget företaget föreningen stiftelsen kooperativet vårdbolaget bemanningsföretaget konsultbolaget
        anbudsgivaren sökanden kontrahenten vårdanstalten tandvårdsaktören assistansanordnaren hemtjänstutföraren
        lev ent ul personuppgiftsbiträdet licensgivaren transportören hyresvärden bidragsmottagaren mottagaren
        organisationen idéburna skolan friskolan
    """,
}
ROLE_OF = {word: role for role, listed in _NOUNS.items() for word in listed.split()}

_BODIES = """
        bolaget friskolan förbundet föreningen företaget förvaltningen huvudmannen kommun kommunalförbundet kommunen
        kooperativet landstinget mottagaren myndigheten nämnden organisationen region regionen skolan staden
        stiftelsen
"""
EITHER = frozenset(_BODIES.split())  # these say what the body is, not which side it is on
LABELS = {
    BUYER: """
        beställare köpare uppdragsgivare kund huvudman bidragsgivare byggherre avropare upphandlare
        hyrestagare licenstagare personuppgiftsansvarig | upphandlande myndighet | upphandlande enhet |
        avropande myndighet | avropande
        enhet | avropande part""",
    SUPPLIER: """
        leverantör utförare säljare uppdragstagare entreprenör vårdgivare anordnare konsult bidragsmottagare
        bidragstagare transportör tjänsteleverantör ramavtalsleverantör konsultbolag bemanningsföretag
        assistansanordnare personuppgiftsbiträde licensgivare konsultföretag hyresvärd sökande trafikföretag | idéburen
        organisation | antagen leverantör""",
}
WEAK_LABELS = [
    "kommun",
    "region",
    "nämnd",
    "förening",
    "stiftelse",
    "bolag",
    "företag",
    "skola",
    "kooperativ",
    "förbund",
]


def _labels() -> dict[str, str]:
    listed: dict[str, str] = {}
    for role, words in LABELS.items():
        first, *phrases = words.split("|")
        listed |= dict.fromkeys([*first.split(), *(" ".join(phrase.split()) for phrase in phrases)], role)
    return listed


LABEL_ROLE = _labels()


def role_of_label(label: str) -> str | None:
    """The role that a label names ("Beställare", "Utföraren"); None where it only says what the body is ("Kommun")."""
    label = label.lower()
    return LABEL_ROLE.get(label) or LABEL_ROLE.get(indefinite(label))


def indefinite(word: str) -> str:
    """A role noun without its article: "leverantören" -> "leverantör", "beställaren" -> "beställare"."""
    for ending, kept in (
        ("mannen", "man"),
        ("aren", "are"),
        ("anden", "and"),
        ("ören", "ör"),
        ("nden", "nd"),
        ("eten", "et"),
    ):
        if word.endswith(ending):
            return word.removesuffix(ending) + kept
    return word.removesuffix("en") if word.endswith(("en",)) and len(word) > 5 else word.removesuffix("et")


def definite(word: str) -> str:
    """A role noun with its article: "leverantör" -> "leverantören", "huvudman" -> "huvudmannen"."""
    if word.endswith(("en", "et", "erna", "arna")) and word not in {"sökande"}:
        return word
    if word.endswith("man"):
        return word + "nen"
    if word.endswith(("bolag", "företag", "biträde")):
        return word + ("t" if word.endswith("e") else "et")
    return word + ("n" if word[-1] in "eaåo" else "en")

"""What kind of document this is: its language, whether it is a contract, an unfilled template, and what is bought by it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.finding import Applies, Status
from checks.passages import PLACEHOLDER
from clauses.requirement import ContractKind

if TYPE_CHECKING:
    from clauses.requirement import Requirement
    from ingest.document import Document

WORD = {
    Status.MET: "uppfyllt",
    Status.PARTIAL: "delvis",
    Status.MISSING: "saknas",
    Status.CONTRADICTED: "motsägs",
    Status.UNDETERMINED: "oklart",
}

# Function words that one language has and its neighbours have not.
_FUNCTION_WORDS = {
    "sv": "och att är inte som av för till med på ska skall från eller vid efter genom denna detta avtalet har kan",
    "no": "og å er ikke som av for til med på skal fra eller ved etter gjennom denne dette avtalen har kan jeg hva",
    "da": "og at er ikke som af for til med på skal fra eller ved efter gennem denne dette aftalen har kan jeg hvad",
    "en": "the and of to in is shall that for be by with this or not any which as agreement are",
    "fi": "ja on ei että sekä tai sopimus mukaan sopimuksen ovat tämä joka kuin myös voi",
    "de": "und der die das ist nicht zu von mit für auf werden den dem oder vertrag durch bei",
    "fr": "le la les et de des est une que pour dans par contrat pas ou sur aux",
}
_NAMES = {"no": "norska", "da": "danska", "en": "engelska", "fi": "finska", "de": "tyska", "fr": "franska"}
_DISTINCT = {"sv": ("och", "är", "av"), "no": ("og", "av", "å"), "da": ("og", "af", "at")}

_CONTRACT = re.compile(
    r"\b(?:avtal\w*|kontrakt\w*|parterna|part(?:en|s)?|överenskommelse\w*|leverantör\w*|utförare\w*|entreprenör\w*|uppdragstagare\w*|beställare\w*|vårdgivare\w*)\b", re.I
)
_BINDING = re.compile(r"\b(?:ska|skall|förbinder|åtar|äger|har rätt|är skyldig)\b", re.I)
_OTHER_TITLE = re.compile(
    r"\b(?:riktlinje\w*|policy|policyn|strategi|rapport|revisionsrapport|granskning av|protokoll|tjänsteskrivelse|tjänsteutlåtande|yttrande|svar på"
    r"|remissvar|handlingsplan|reglemente|delegationsordning|pressmeddelande|årsredovisning|nyhetsbrev|manual|lathund|rutin för|anbud(?:et)? från|offert|faktura nr)\b",
    re.I,
)
_CONTRACT_TITLE = re.compile(
    r"\b(?:\w*avtal(?:et|svillkor)?|\w*kontrakt(?:et)?|överenskommelse|regelbok|auktorisationsvillkor|förfrågningsunderlag|villkor|partnerskap|iop)\b", re.I
)

_KINDS: dict[ContractKind, str] = {
    ContractKind.CARE: r"hemtjänst\w*|hemsjukvård\w*|vårdgivar\w*|vårdcentral\w*|vårdval\w*|patient\w*|särskilt boende|omsorgstagare\w*|brukar\w*|HVB|stödboende\w*"
    r"|familjehem\w*|LSS|personlig assistans|hälso- och sjukvård\w*|tandvård\w*|elev\w*|förskol\w*|skolpeng\w*|socialtjänst\w*|boende för|äldreomsorg\w*|daglig verksamhet|enskilde\w*|assistans\w*",
    ContractKind.GOODS: r"varor\w*|varan|leveranstid\w*|artikel\w*|sortiment\w*|förbrukningsmaterial|produkterna|garantitid\w*|reservdelar|lager\w*|incoterms|DDP",
    ContractKind.WORKS: r"entreprenad\w*|AB 04|ABT 06|byggherre\w*|besiktning\w*|byggarbetsplats\w*|bas-[PU]|slutbesiktning\w*|ÄTA\w*",
    ContractKind.IT: r"programvara\w*|systemet|licens\w*|drift av|molntjänst\w*|support\w*|servicenivå\w*|SLA|incident\w*|driftmiljö\w*|systemleverantör\w*",
    ContractKind.CONSULTING: r"konsult\w*|rådgivning\w*|utredning\w*|konsulttjänst\w*",
    ContractKind.GRANT: r"bidrag\w*|föreningsbidrag\w*|partnerskap\w*|IOP|idébur\w*|civilsamhäll\w*|verksamhetsbidrag\w*|volontär\w*|ideell\w*",
    ContractKind.STAFFING: r"bemanning\w*|hyrläkar\w*|inhyrd\w*|hyrpersonal\w*|avropad personal",
    ContractKind.SERVICES: r"städ\w*|lokalvård\w*|måltid\w*|transport\w*|färdtjänst\w*|skolskjuts\w*|bevakning\w*|tvätt\w*|trafik\w*|fastighetsskötsel\w*|snöröjning\w*|tjänsten|tjänsterna",
}
_KIND_PATTERNS = {kind: re.compile(rf"\b(?:{words})\b", re.I) for kind, words in _KINDS.items()}


@dataclass(frozen=True)
class About:
    """What the document is. `kinds` are what is bought by it, the plainest first; empty where it does not show."""

    language: str
    contract: bool
    template: bool
    kinds: tuple[ContractKind, ...]
    notes: tuple[str, ...]


def about(document: Document) -> About:
    """What kind of document this is, with the notes that its reader should see first."""
    spoken = language(document.text)
    contract = spoken != "sv" or is_contract(document)
    unfilled = template(document)
    notes = []
    if spoken not in ("sv", "und"):
        notes.append(
            f"Dokumentet är skrivet på {language_name(spoken)}. klausul läser avtal på svenska, så inget krav kan avgöras."
        )
    if not contract:
        notes.append("Dokumentet ser inte ut att vara ett avtal. Utfallet visar bara vad texten skulle ha gett som avtal.")
    if unfilled:
        notes.append("Dokumentet är en mall som inte är ifylld. Tomma belopp och tider räknas inte som avtalade.")
    return About(spoken, contract, unfilled, kinds(document.text), tuple(notes))


def language(text: str) -> str:
    """ISO 639-1 code of the text's language, `und` where it is too short or of no language known here."""
    words = re.findall(r"[^\W\d_]+", text[:60_000].lower())
    if len(words) < 8:
        return "und"
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in listed.split()) / len(words) for code, listed in _FUNCTION_WORDS.items()}
    for code, distinct in _DISTINCT.items():
        shares[code] += sum(counts[word] for word in distinct) / len(words)
    if counts["och"] + counts["är"] + counts["från"] < counts["og"]:
        shares["sv"] = 0.0
    best = max(shares, key=lambda code: (shares[code], code))
    return best if shares[best] >= 0.08 else "sv" if re.search("[åäö]", text, re.I) and shares["sv"] > 0.03 else "und"


def language_name(code: str) -> str:
    """The language in Swedish, for a sentence."""
    return _NAMES.get(code, "ett annat språk")


def is_contract(document: Document) -> bool:
    """Whether the text speaks as a contract does: of parties and their duties, under no other document's title."""
    text = document.text
    words = max(1, len(text.split()))
    title = text[:300]
    speaks = len(_CONTRACT.findall(text)) / words
    binds = len(_BINDING.findall(text)) / words
    if _OTHER_TITLE.search(title) and not _CONTRACT_TITLE.search(title.split("\n\n")[0]):
        return speaks > 0.025 and binds > 0.012
    if words < 200:
        return bool(speaks > 0.005 or binds > 0)
    return speaks > 0.006 and binds > 0.003


def template(document: Document) -> bool:
    """Whether the document is a template that nobody filled: placeholders stand where parties, figures and dates should."""
    words = max(1, len(document.text.split()))
    empty = [match for match in PLACEHOLDER.finditer(document.text) if not re.fullmatch(r"\.{5,}", match[0])]
    opening = [match for match in empty if match.start() < 3_000]
    return len(empty) >= 6 and (len(empty) / words > 0.004 or len(opening) >= 4)


def kinds(text: str) -> tuple[ContractKind, ...]:
    """What is bought, from the words of the contract's title and body; the plainest kind first, and others nearly as plain."""
    opening = text[:1_500]
    scores = {
        kind: len(pattern.findall(text)) + 6 * len(pattern.findall(opening)) for kind, pattern in _KIND_PATTERNS.items()
    }
    top = max(scores.values())
    if top < 6:
        return ()
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    return tuple(kind for kind in ranked if scores[kind] >= 0.6 * top)


def applies(requirement: Requirement, what: About) -> tuple[Applies, str]:
    """Whether the requirement is one for this kind of contract, and where it is not or may not be, the reason in Swedish."""
    for_kinds = requirement.applies.to
    if not for_kinds:
        return Applies.YES, ""
    if not what.kinds:
        return Applies.UNKNOWN, f"Om kravet gäller här framgår inte: {_lower(requirement.applies.reason.sv)}"
    if any(kind in for_kinds for kind in what.kinds):
        return Applies.YES, ""
    return Applies.NO, f"Kravet gäller troligen inte detta slags avtal: {_lower(requirement.applies.reason.sv)}"


def _lower(sentence: str) -> str:
    return sentence if sentence[:2].isupper() else sentence[0].lower() + sentence[1:]

"""What a statement on the matter says of the wrong party or for another reason, requirement by requirement.

`reading` tells whose right or duty a sentence's verb lays down; here is what no verb tells: that it is the buyer's own
credit that is to be good, that the contract ends because the council decides so, that the supplier's own board
consents. In marked, lower-case text. Vetoes: each says only what the words say outright.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_OWN = r"(?:zzs\s+)?(?:\w+\s+){0,2}?"  # "er styrelse" has no mark of the genitive
_CREDIT = (
    r"(?:(?:kreditvärdighet|kreditvärdering|kreditbetyg|soliditet|likviditet|riskklass)\w*"
    r"|rating|ekonomi(?:ska?\s+ställning)?\b|ställning\b)"
)
_LEADERS = r"(?:styrelse|ledning|företrädare|ägare|ordförande|kassör|verkställande|vd|revisor|ledamöter|nämnd|direktör)"
_TELL = (
    r"(?:meddelas|underrättas|informeras|upplyses|aviseras"
    r"|(?:anmäls|anmälas|rapporteras|meddelas|redovisas|delges)\s+till)"
)
_BREACH = (
    r"brott|brut[ei]t|bryter|bryta\s+mot|brist|försum|fel\b|felak|dröjsmål|försen|missköt|misslyck|åsidos|uppfyll"
    r"|fullgör|överträd|missbruk|oriktig|osann|falsk|vilseled|oegent|döm[ds]|dömt|domar|straff|muta|mutor|muto|bestick|skatt|oaktsam"
    r"|svek|lever(?:erar|era)\s+inte|följer\s+inte|inte\s+(?:\w+\s+){0,3}följ|sköter|anmärkn|varning|vite|klander|oredlig"
    r"|uteslut|omständighet|lämplig|förtroende|tillstånd|återkall|missförh|allvarlig|väsentlig|åtgärd|rätt(?:ar|at)\b"
    r"|upprepa|underlå|inte\s+betal|betalas\s+inte|utebli|villkor|skyldighet|åtagand|lagstrid|lagöverträd|bryt"
)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Words that say that a facet is not given, and why (in Swedish); void where the words of `unless` stand too."""

    says: re.Pattern[str]
    why: str
    unless: re.Pattern[str] | None = None

    def holds(self, marked: str) -> bool:
        return bool(self.says.search(marked)) and not (self.unless and self.unless.search(marked))


def _wrong(says: str, why: str, unless: str = "") -> _Wrong:
    return _Wrong(re.compile(says), why, re.compile(unless) if unless else None)


_BUYERS = "skyldigheten är beställarens"
_OTHER_GROUND = (
    r"\b(?:konkurs|obestånd|likvidation|ackord\w*|ställ\w+\s+in\s+(?:sina\s+)?betalning\w*|insolven\w*|företagsrekonstruktion"
    r"|(?:\w*fullmäktige|riksdagen|regeringen|nämnden|styrelsen|zzbuyer)\s+(?:\w+\s+){0,3}?beslut(?:ar|at|a)?\b|politisk\w*\s+beslut"
    r"|(?:inte\s+(?:längre\s+)?anslå\w*|anslag\w*|budget\w*)|ändrad\s+lagstiftning|lagändring\w*|force\s+majeure"
    r"|utan\s+(?:att\s+(?:\w+\s+){0,3}?)?(?:ange|angivande|särskil[dt]|skäl|orsak|grund)\w*|\b(?:båda|endera|vardera|ömse)\s+part\w*|oavsett\s+(?:skäl|orsak)"
    r"|(?<!före\s)avtalstidens\s+(?:slut|utgång))"
)

_RULES: dict[str, tuple[_Wrong, ...]] = {
    "credit-check.standing": (
        _wrong(
            rf"\bkreditupplysning\w*\s+(?:på|om|avseende|beträffande|för)\s+zzbuyer|zzbuyer\s+(?:zzs\s+)?{_CREDIT}"
            rf"|zzbuyer\s+(?:ska|skall|måste|bör)\s+(?:\w+\s+){{0,4}}?(?:ha|uppvisa|inneha)\s*(?:\w+\s+){{0,4}}?{_CREDIT}",
            "det är beställarens egen ställning",
            rf"zzsupplier\s+(?:{_OWN}|(?:ska|skall|har)\s+(?:\w+\s+){{0,6}}?){_CREDIT}|kreditupplysning(?:ar|en)?\s+(?:på|om|avseende|för|från)\s+zzsupplier",
        ),
    ),
    "repayment.duty": (
        _wrong(
            r"\b(?:utbetalats|utbetalts|betalats|betalts|erlagts)\s+(?:\w+\s+){0,2}?till\s+zzbuyer"
            r"|zzsupplier\s+(?:får|har\s+rätt\s+att|äger(?:\s+rätt\s+att)?)\s+(?:\w+\s+){0,2}?(?:återkräva|återfå)"
            r"|\b(?:ska|skall)\s+(?:\w+\s+){0,4}?(?:åter|ut)?betalas\s+(?:\w+\s+){0,2}?till\s+zzsupplier",
            "rätten är leverantörens",
        ),
    ),
    "exclusion-grounds.grounds": (
        _wrong(
            rf"\b(?:för|hos|mot|beträffande)\s+zzbuyer\s*(?:(?!,\s*om)(?:,|eller|och|under))|zzbuyer\s+(?:zzs\s+)?{_LEADERS}"
            r"|\batt\s+zzbuyer\b(?:(?!zz)[^.;]){0,160}\b(?:döm[ds]|dömts)\b|zzbuyer\s+(?:(?!om\b)\w+\s+){0,3}?(?:dömts|döms)\b",
            "det gäller beställaren själv",
            rf"\b(?:hos|mot|på)\s+zzsupplier\b|\b(?:gäll|före|finn|fann)\w*\s+(?:\w+\s+){{0,3}}?för\s+zzsupplier"
            rf"|zzsupplier\s+{_OWN}{_LEADERS}|zzsupplier\b(?:(?!zz)[^.;:]){{0,80}}\b(?:döm[ds]|dömt)",
        ),
    ),
    "permits.duty": (
        _wrong(
            r"^(?:[\d.\s\t]*)zzbuyer\s+(?:har|innehar|är|ska\s+ha|skall\s+ha|ska\s+vara|skall\s+vara|måste\s+ha|ansvarar|svarar"
            r"|söker|ansöker|ordnar)\b(?!\s+(?:\w+\s+){0,2}?(?:rätt|möjlighet))",
            _BUYERS,
            r"zzsupplier",
        ),
    ),
    "termination.right": (
        _wrong(_OTHER_GROUND, "grunden är en annan än leverantörens avtalsbrott", rf"{_BREACH}|:\s*$"),
    ),
    "deviation-reporting.duty": (
        _wrong(rf"\b{_TELL}\s+zzsupplier\b", _BUYERS, rf"\b{_TELL}\s+zzbuyer\b|zzsupplier\s+(?:ska|skall)\b"),
    ),
    "ownership-change.notice": (
        _wrong(rf"\b{_TELL}\s+zzsupplier\b", _BUYERS, rf"\b{_TELL}\s+zzbuyer\b|zzsupplier\s+(?:ska|skall)\b"),
    ),
    "subcontractor-approval.consent": (
        _wrong(
            rf"zzsupplier\s+{_OWN}(?:styrelse|ledning|vd|verkställande|chef|ledningsgrupp|årsmöte|stämma)\w*",
            "godkännandet är leverantörens eget",
            r"zzbuyer",
        ),
    ),
    "audit-right.right": (
        _wrong(
            r"\b(?:träffas|möts|sammanträder|sammanträffar)\s+parterna|\bparterna\s+(?:\w+\s+){0,3}?(?:träffas|möts|sammanträder)"
            r"|\b(?:stämmer|går)\s+parterna\s+(?:\w+\s+){0,2}?(?:av|igenom)",
            "det är ett möte mellan parterna",
            r"zzbuyer|zzsupplier|granska|följ\w*\s+(?:\w+\s+)?upp|uppfölj|insyn",
        ),
    ),
    "public-insight.duty": (
        _wrong(
            r"^\W*(?:invånar\w+|allmänheten|medborgar\w+|den\s+som\s+bor\b[^.,]{0,40}|var\s+och\s+en|alla)\s+(?:har|ska|skall|kan|får)"
            r"\s+(?:också\s+|även\s+)?(?:rätt\s+att\s+)?(?:kunna\s+)?(?:få\s+)?(?:veta|känna\s+till|insyn)",
            "ingen skyldighet läggs på leverantören",
            r"zzsupplier|zzbuyer|lämna|lämnas|uppgift|information",
        ),
    ),
}


@lru_cache(maxsize=20_000)
def wrong_party(name: str, marked: str) -> str | None:
    """Why a statement does not give the facet of that name ("penalty.right"), in Swedish; None where it may."""
    return next((rule.why for rule in _RULES.get(name, ()) if rule.holds(marked)), None)

"""The rules' vetoes: why a statement that the reader votes for does not give a facet, in Swedish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks import pointers
from checks.reading import BUYER, SUPPLIER
from checks.refusals import lets, refuses_right, spares_duty
from checks.standing import Standing
from clauses.quantities import durations
from clauses.requirement import Act

if TYPE_CHECKING:
    from checks.passages import Passages
    from clauses.requirement import Facet

_BUYERS_STAFF = re.compile(r"zzbuyer\s+zzs\s+(?:\w+\s+){1,2}(?:får|ska|skall|äger|må)\b")
# A check that was made at the award is closed: it binds nobody during the contract.
_AT_THE_AWARD = re.compile(
    r"\b(?:inför|före|vid|innan|i\s+samband\s+med)\s+(?:\w+\s+)?(?:tilldelning\w*|godkännande[t]?|upphandling\w*|antagande\w*"
    r"|tecknande\w*|avtalsteckn\w*|anbudspröv\w*)\s+(?:\w+\s+){0,2}(?:har|hade)\b"
    r"|\b(?:har|hade)\s+(?:\w+\s+){0,2}(?:inför|före|vid)\s+(?:\w+\s+)?(?:tilldelning|godkännande|upphandling|antagande|avtalsteckn|anbudspröv)",
    re.I,
)
_SOME_TIME = re.compile(
    r"\b(?:tid\w*|frist\w*|datum\w*|dag(?:en|ar|s)?|klockan|kl|senast|tidpunkt\w*|termin\w*)\b|\d|\t", re.I
)
# What gives the buyer nothing where the buyer is the one to do it.
_FOR_THE_SUPPLIER_TO_DO = re.compile(
    r"\bbetala[rs]?\s+(?:\S+\s+){0,8}?(?:tillbaka|åter)\b|\båterbetal\w*|\båterbär\w*"
    r"|\bha[r]?\s+(?:\S+\s+){0,4}?(?:ekonomisk\s+ställning|kreditvärdighet|soliditet)",
    re.I,
)
_YES = r"(?:godkän\w+|medge\w*|medgiv\w*|samtyck\w*|tillåt\w*|tillstyrk\w*|bifall\w*)"
_SUPPLIER_CONSENTS = re.compile(rf"zzsupplier\s+(?:zzs\s+)?(?:\w+\s+){{0,3}}{_YES}")
_BUYER_CONSENTS = re.compile(
    rf"zzbuyer\s+(?:zzs\s+)?(?:\w+\s+){{0,3}}{_YES}|{_YES}\s+(?:\w+\s+){{0,3}}(?:av|från)\s+zzbuyer"
)
CONSENT = "consent"
OFF_THE_MATTER = "det gäller något annat"
_STANDING = {
    Standing.OPTIONAL: "villkoret är valbart och inte valt",
    Standing.QUOTED: "det är en citerad äldre lydelse",
    Standing.DEFINITION: "det är en definition",
    Standing.PREAMBLE: "det står i inledningen och binder inte",
    Standing.REPLACED: "en senare bestämmelse har tagit bort det",
}


def veto(facet: Facet, index: int, passages: Passages) -> str | None:
    """Why a statement that speaks of the facet does not give it, in Swedish; None where it does."""
    said = passages.said(index)
    led = passages.document.statements[index].lead_in is not None
    short = len(said.split()) < 3 and not led and not re.search(r"\d|\t", said)
    if short or passages.is_title(index):
        return "det är bara en rubrik"
    standing = passages.standing[index]
    if standing is not Standing.STANDS:
        return _STANDING[standing]
    if facet.core and _AT_THE_AWARD.search(said):
        return "kontrollen gjordes före avtalet"
    if facet.id == "deadline" and not (_SOME_TIME.search(said) or durations(said)):
        return "ingen tid anges"
    refers = _only_refers(index, passages)
    if refers or facet.core:
        return refers or _other_party(facet, index, passages)
    if facet.act is Act.DETAIL and passages.unfilled(index):
        return "uppgiften är inte ifylld"
    return None


def says_the_opposite(facet: Facet, index: int, passages: Passages) -> bool:
    """Whether the words refuse outright what the facet grants, or let the supplier do what it forbids."""
    marked = passages.marked(index)
    if facet.ban:
        allowed = lets(marked) and not _BUYER_CONSENTS.search(marked)
        return allowed or (facet.act is Act.SUPPLIER_DUTY and spares_duty(marked))
    if facet.act is Act.BUYER_RIGHT:
        return refuses_right(marked)
    if facet.act is Act.SUPPLIER_DUTY:
        return spares_duty(marked)
    return facet.act is Act.EITHER and (spares_duty(marked) or refuses_right(marked))


def _only_refers(index: int, passages: Passages) -> str | None:
    """A reference in place of a clause gives nothing, whether what it points to is in the file or not."""
    if not pointers.only_refers(passages.said(index)):
        return None
    away = passages.points_away(index)
    return f"det hänvisar till {away}, som inte finns i filen" if away else "det hänvisar bara till en annan text"


def _other_party(facet: Facet, index: int, passages: Passages) -> str | None:
    reading = passages.reading(index)
    marked = passages.parties.mark(passages.said(index).lower())
    if says_the_opposite(facet, index, passages):
        return "det sägs tvärtom"
    if facet.act is Act.BUYER_RIGHT:
        # "Leverantören får ... efter beställarens godkännande": the right is to consent.
        consents = CONSENT in passages.concepts(index)
        if facet.ban and consents and _SUPPLIER_CONSENTS.search(marked) and not _BUYER_CONSENTS.search(marked):
            return "godkännandet är leverantörens eget"
        if reading.right == SUPPLIER and reading.duty != SUPPLIER and not reading.denied:
            return None if consents else "rätten är leverantörens"
    if facet.ban and reading.denied and (reading.right == BUYER or _BUYERS_STAFF.match(marked)):
        return "förbudet gäller beställaren"
    buyers = reading.right != BUYER and (reading.duty or reading.actor) == BUYER
    if facet.act is Act.SUPPLIER_DUTY and buyers and not (facet.ban and reading.duty != BUYER):
        return "skyldigheten är beställarens"
    if facet.act is Act.EITHER and buyers and _FOR_THE_SUPPLIER_TO_DO.search(marked):
        return "skyldigheten är beställarens"
    return None

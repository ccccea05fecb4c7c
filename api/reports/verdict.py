"""The answer first: the sentence on the whole contract, from the worst upward, and the chain of sanctions."""

from __future__ import annotations

from dataclasses import dataclass

from api.tongue import Tongue
from checks.finding import ContractReport, Finding, Status

# How "Ett krav ..." and "Tre krav ..." end, by language.
_SAID = {
    "sv": {
        Status.CONTRADICTED: ("motsägs", "motsägs"),
        Status.MISSING: ("saknas", "saknas"),
        Status.UNDETERMINED: ("är oklart", "är oklara"),
        Status.PARTIAL: ("är delvis uppfyllt", "är delvis uppfyllda"),
        Status.MET: ("är uppfyllt", "är uppfyllda"),
    },
    "en": {
        Status.CONTRADICTED: ("is contradicted", "are contradicted"),
        Status.MISSING: ("is missing", "are missing"),
        Status.UNDETERMINED: ("is unclear", "are unclear"),
        Status.PARTIAL: ("is partially met", "are partially met"),
        Status.MET: ("is met", "are met"),
    },
}
_GAPS = (Status.CONTRADICTED, Status.MISSING)
_DOUBTS = (Status.UNDETERMINED, Status.PARTIAL)

# Each link is judged by one requirement: what the supplier must show for its money, the right to look, what there is to
# look at, what it costs to cheat, and how the money comes back.
CHAIN = (
    ("Skyldighet", "billing-evidence"),
    ("Granskning", "audit-right"),
    ("Bevis", "documentation"),
    ("Påföljd", "penalty"),
    ("Återbetalning", "repayment"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain: its name, the requirement that it rests on, and whether it holds."""

    name: str
    finding: Finding

    @property
    def broken(self) -> bool:
        """Whether the chain breaks here: nothing in the contract gives this link."""
        return self.finding.status in _GAPS


def sentence(report: ContractReport, tongue: Tongue) -> str:
    """The verdict in one sentence, without a full stop: "Ett krav motsägs och tre saknas"."""
    total = len(report.findings)
    if not total:
        return tongue("Inga krav har prövats")
    counts = {status: report.count(status) for status in Status}
    for status in Status:
        if counts[status] == total:
            return tongue("Alla {total} krav {said}", total=total, said=_SAID[tongue.code][status][1])
    named = [status for status in _GAPS if counts[status]] or [status for status in _DOUBTS if counts[status]]
    clauses = [_clause(status, counts[status], tongue, first=place == 0) for place, status in enumerate(named)]
    said = tongue.listed(clauses)
    return said[:1].upper() + said[1:]


def _clause(status: Status, count: int, tongue: Tongue, *, first: bool) -> str:
    one = count == 1
    noun = f" {tongue.requirements(count)}" if first else ""
    return f"{tongue.number(count)}{noun} {_SAID[tongue.code][status][0 if one else 1]}"


def chain(report: ContractReport) -> list[Link]:
    """The links of the chain of sanctions whose requirements are in the report."""
    by_id = {finding.id: finding for finding in report.findings}
    return [Link(name, by_id[requirement]) for name, requirement in CHAIN if requirement in by_id]


def chain_sentence(links: list[Link], tongue: Tongue) -> str:
    """Whether the chain holds, and else where it breaks."""
    broken = [tongue(link.name).lower() for link in links if link.broken]
    if broken:
        return tongue("Påföljdskedjan brister vid {links}", links=tongue.listed(broken))
    unclear = [tongue(link.name).lower() for link in links if link.finding.status is Status.UNDETERMINED]
    if unclear:
        return tongue("Påföljdskedjan kan inte avgöras vid {links}", links=tongue.listed(unclear))
    if all(link.finding.status is Status.MET for link in links):
        return tongue("Påföljdskedjan håller")
    return tongue("Påföljdskedjan håller, men har svaga länkar")

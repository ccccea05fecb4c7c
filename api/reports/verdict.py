"""The answer first: the sentence on the whole contract, from the worst upward, and the chain of sanctions."""

from __future__ import annotations

from dataclasses import dataclass

from api.tongue import Tongue
from checks.finding import ContractReport, Finding, Status

# (one, several) for each status, as the end of "Ett krav ...", "Tre krav ..."
_SAID = {
    Status.CONTRADICTED: ("motsägs", "motsägs"),
    Status.MISSING: ("saknas", "saknas"),
    Status.UNDETERMINED: ("är oklart", "är oklara"),
    Status.PARTIAL: ("är delvis uppfyllt", "är delvis uppfyllda"),
    Status.MET: ("är uppfyllt", "är uppfyllda"),
}
_GAPS = (Status.CONTRADICTED, Status.MISSING)
_DOUBTS = (Status.UNDETERMINED, Status.PARTIAL)

# Each link of the chain is judged by one requirement: what the supplier must be able to show for its money, the right to look,
# what there is to look at, what it costs to cheat, and how the money comes back.
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
    """The verdict in one sentence: "Ett krav motsägs och tre saknas"."""
    total = len(report.findings)
    counts = {status: report.count(status) for status in Status}
    for status in Status:
        if total and counts[status] == total:
            return tongue(f"Alla {{total}} krav {_SAID[status][1]}", total=total)
    named = [status for status in _GAPS if counts[status]] or [status for status in _DOUBTS if counts[status]]
    clauses = [_clause(status, counts[status], tongue, first=place == 0) for place, status in enumerate(named)]
    said = tongue.listed(clauses)
    return said[:1].upper() + said[1:]


def _clause(status: Status, count: int, tongue: Tongue, *, first: bool) -> str:
    said = tongue(_SAID[status][0 if count == 1 else 1])
    noun = f" {tongue('krav' if count == 1 else 'flera krav')}" if first else ""
    return f"{tongue.number(count)}{noun} {said}"


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

"""Mini contracts for the tests of checking: one clause that nobody can mistake, among clauses on other matters."""

from __future__ import annotations

import clauses
import ingest
from checks.contract import check_contract
from checks.finding import ContractReport, Finding

LIBRARY = clauses.load()
PARTIES = (
    "Mellan Ekby kommun (org.nr 212000-0142), nedan Beställaren, och Linden Omsorg AB (org.nr 556016-0680), nedan"
    " Leverantören, har följande avtal träffats."
)
DELIVERY = "Leverantören ska utföra hemtjänst i Ekby kommun enligt detta avtal under tre år."
PRICE = "Priset är 412 kronor för varje utförd timme, exklusive mervärdesskatt."
CLAUSE = "Vid avtalsbrott har Beställaren rätt till vite med 10 000 kronor för varje påbörjad vecka."
BESIDE = "Vitet hindrar inte att Beställaren kräver skadestånd eller häver avtalet."


def contract(clause: str = CLAUSE, title: str = "Vite") -> str:
    """A contract as text, with the clause as point 3."""
    return (
        f"AVTAL OM HEMTJÄNST\n\n{PARTIES}\n\n1 Uppdraget\n1.1 {DELIVERY}\n\n2 Pris\n2.1 {PRICE}\n\n"
        f"3 {title}\n3.1 {clause}\n\n4 Underskrifter\n4.1 Avtalet är upprättat i två likalydande exemplar.\n"
    )


def check(content: str | bytes, name: str = "avtal.txt") -> ContractReport:
    """The report on a file with that content."""
    return check_contract(ingest.read(content.encode() if isinstance(content, str) else content, name=name), LIBRARY)


def found(report: ContractReport, requirement: str = "penalty") -> Finding:
    """The finding on one requirement."""
    return next(each for each in report.findings if each.id == requirement)


def quotes(report: ContractReport, requirement: str = "penalty") -> list[str]:
    """What a finding quotes."""
    return [report.document.quote(each.span) for each in found(report, requirement).evidence]

"""Reports made by hand, for tests of the doors: every status and kind of evidence, and words that try to break out."""

from __future__ import annotations

from datetime import date

from checks.finding import (
    Applies,
    ContractReport,
    Evidence,
    FacetFinding,
    Facts,
    Finding,
    Nearest,
    Party,
    Stance,
    Status,
)
from clauses import Library, load
from ingest.document import Block, BlockKind, Box, Document, Ledger, Page, Part, Span

FOR = "Vid försening har Beställaren rätt till vite med 10 000 kronor för varje påbörjad vecka."
AGAINST = "Vitet är Leverantörens hela ansvar. <script>alert(\"1\")</script> & 'citat' ”så” \x07\x1b[31m"
NEAR = "Beställaren kan komma att begära rättelse.\nTid anges inte."
TEXT = f"7.2 Vite\n{FOR}\n7.4 Ansvar\n{AGAINST}\n9 Rättelse\n{NEAR}\n"
CYCLE = (Status.MET, Status.PARTIAL, Status.MISSING, Status.CONTRADICTED, Status.UNDETERMINED)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def document(name: str = "avtal.pdf", **ledger: object) -> Document:
    account = Ledger(
        **{
            "complete": False,
            "parts": (Part("Sidhuvud", "left-out", "Upprepas på varje sida."),),
            "unread": ("sida 2",),
            "missing_appendices": ("Bilaga 4",),
            "pending_changes": 3,
            "comments": 1,
        }
        | ledger
    )
    pages = (Page(1, 595, 842, "text"), Page(2, 595, 842, "unread"))
    ends = [place for place, sign in enumerate(TEXT) if sign == "\n"]
    starts = [0, *(end + 1 for end in ends)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, end)) for start, end in zip(starts, ends, strict=False))
    return Document(
        name=name,
        sha256="0" * 64,
        format="pdf",
        text=TEXT,
        blocks=blocks,
        sections=(),
        statements=(),
        pages=pages,
        ledger=account,
        locate=lambda _: (Box(1, 70.123, 120.2, 520.0, 148.9),),
    )


def report(
    name: str = "avtal.pdf", statuses: tuple[Status, ...] = CYCLE, library: Library | None = None, **facts: object
) -> ContractReport:
    known = library or load()
    findings = tuple(
        finding(requirement.id, statuses[place % len(statuses)], known)
        for place, requirement in enumerate(known.requirements)
    )
    given: dict[str, object] = {
        "title": "Avtal om <b>hemtjänst</b>",
        "reference": "HSN 2025-0123",
        "parties": (Party("Region Mälarbygd", "buyer", "232100-0131"), Party("Linden & Co AB", "supplier")),
        "start": date(2026, 1, 1),
        "end": date(2028, 12, 31),
    }
    return ContractReport(
        document=document(name),
        kind="contract",
        language="sv",
        template=False,
        facts=Facts(**given | facts),
        findings=findings,
        notes=("Bilaga 4 finns inte i filen.",),
    )


def finding(name: str, status: Status, library: Library) -> Finding:
    requirement = library.requirement(name)
    evidence: tuple[Evidence, ...] = ()
    if status in (Status.MET, Status.PARTIAL):
        core = (span("har Beställaren rätt till vite"), span("10 000 kronor"))
        evidence += (Evidence(span(FOR), Stance.FOR, "7.2", "Vite", 1, "Ger rätt till vite.", core),)
    if status in (Status.PARTIAL, Status.CONTRADICTED):
        core = (span("hela ansvar"),)
        evidence += (Evidence(span(AGAINST), Stance.AGAINST, "7.4", "Ansvar", 1, "Utesluter annat.", core),)
    facets = tuple(
        FacetFinding(
            facet.id,
            met=status is Status.MET or (status is Status.PARTIAL and facet.core),
            core=facet.core,
            evidence=(0,) if status in (Status.MET, Status.PARTIAL) and facet.core else (),
            weak=status is Status.PARTIAL,
        )
        for facet in requirement.facets
    )
    nearest = (Nearest(span(NEAR), "9", 1, "Anger ingen tid."),) if status in (Status.MISSING, Status.PARTIAL) else ()
    return Finding(
        id=name,
        status=status,
        confidence=0.9712,
        applies=Applies.NO if status is Status.UNDETERMINED else Applies.YES,
        because=f"Läst så: {status.value}.",
        facets=facets,
        evidence=evidence,
        pending=status is Status.PARTIAL,
        conflict=status is Status.CONTRADICTED,
        nearest=nearest,
    )

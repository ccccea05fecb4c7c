"""A contract held against the library: the main job, from a Document to a ContractReport."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checks import kind, parties, reader, third_look
from checks.because import because, evidence, joined, nearest
from checks.facts import facts
from checks.finding import ContractReport, FacetFinding, Finding, Status
from checks.gathering import gather
from checks.passages import Passages, passages
from checks.verdict import judge

if TYPE_CHECKING:
    from clauses import Library
    from clauses.requirement import Requirement
    from ingest.document import Document


def check_contract(document: Document, library: Library, opening: Document | None = None) -> ContractReport:
    """Every requirement of the library against one document.

    The status is of the view with all tracked changes accepted; a finding that would differ with them rejected is
    pending. A document in another language than Swedish is undetermined throughout. Where the document is several
    joined, `opening` is the one that says what contract they are.
    """
    opening = opening or document
    about = kind.about(opening)
    named = parties.find(document.text)
    if about.language not in ("sv", "und"):
        findings = tuple(_unread(requirement, about) for requirement in library.requirements)
    else:
        learned = reader.load()
        read = gather(passages(document, named, learned, library.scanner), learned, library)
        findings = tuple(_finding(requirement, read, library, about) for requirement in library.requirements)
        if document.rejected is not None:
            findings = _with_pending(findings, document.rejected, library, opening)
    return ContractReport(
        document,
        "contract" if about.contract else "other",
        about.language,
        about.template,
        facts(opening, named),
        findings,
        about.notes,
        "linear+encoder" if third_look.ready(reader.load().columns) else "linear",
    )


def _finding(requirement: Requirement, read: Passages, library: Library, about: kind.About) -> Finding:
    verdict = judge(requirement, read)
    shown, places = evidence(verdict, read, library)
    applies, reason = kind.applies(requirement, about)
    return Finding(
        requirement.id,
        verdict.status,
        verdict.confidence,
        applies,
        because(verdict, read, reason),
        tuple(
            FacetFinding(
                votes.facet.id,
                _met(votes.facet.core, bool(votes.given), bool(votes.weak), verdict.status),
                votes.facet.core,
                tuple(dict.fromkeys(places[index] for index in votes.given + votes.weak if index in places)),
                weak=bool(votes.weak) and not votes.given,
            )
            for votes in verdict.facets
        ),
        shown,
        conflict=verdict.conflict,
        nearest=nearest(verdict, read) if verdict.status is not Status.MET else (),
    )


def _met(core: bool, given: bool, weak: bool, status: Status) -> bool:
    return (given or weak) and not (core and status is Status.CONTRADICTED)


def _with_pending(
    findings: tuple[Finding, ...], rejected: Document, library: Library, opening: Document
) -> tuple[Finding, ...]:
    """Marks the findings that hang on a tracked change that nobody has accepted."""
    before = {finding.id: finding for finding in check_contract(rejected, library, _before(rejected, opening)).findings}
    marked = []
    for finding in findings:
        other = before[finding.id]
        if _same(finding, other):
            marked.append(finding)
            continue
        now, then = kind.WORD[finding.status], kind.WORD[other.status]
        more = (
            f"Utfallet är {now} med de spårade ändringarna och {then} utan dem."
            if now != then
            else f"Utfallet är {now} både med och utan de spårade ändringarna, men av olika skäl."
        )
        marked.append(replace(finding, pending=True, because=joined(finding.because, more)))
    return tuple(marked)


def _before(rejected: Document, opening: Document) -> Document:
    """What says what contract it is, in the view with changes rejected."""
    return opening.rejected or (opening if rejected.format == "bundle" else rejected)


def _same(finding: Finding, other: Finding) -> bool:
    met = [[facet.met for facet in each.facets] for each in (finding, other)]
    return finding.status is other.status and met[0] == met[1]


def _unread(requirement: Requirement, about: kind.About) -> Finding:
    applies, _ = kind.applies(requirement, about)
    facets = tuple(FacetFinding(facet.id, False, facet.core) for facet in requirement.facets)
    told = f"Dokumentet är skrivet på {kind.language_name(about.language)}, och klausul läser avtal på svenska."
    return Finding(requirement.id, Status.UNDETERMINED, 0.5, applies, told, facets, ())

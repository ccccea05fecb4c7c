"""What a check says: findings with their facets and evidence, and the report that holds them.

Plain frozen data: the doors turn it into text, JSON and pages, and decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ingest.document import Document, Span

# The least sure findings: on the development split one of seven, of which a third is wrong; of the others a twelfth.
PLEASE_READ = 0.84


class Status(StrEnum):
    """A requirement's status, worst first: the order of lists, and of `--fail-on`."""

    CONTRADICTED = "contradicted"
    MISSING = "missing"
    UNDETERMINED = "undetermined"
    PARTIAL = "partial"
    MET = "met"


class Stance(StrEnum):
    """Whether a passage speaks for the requirement or against it."""

    FOR = "for"
    AGAINST = "against"


class Applies(StrEnum):
    """Whether a requirement is one for this kind of contract. Never alters a status."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage and its stance. `span` is one to three whole statements; `core` are the words in it that decide (or
    nothing).

    `why` is one sentence in Swedish: what the reading saw in the passage. `vote` is how sure the learned reader is of
    it, from 0 to 1.
    """

    span: Span
    stance: Stance
    section: str
    heading: str
    page: int | None
    why: str
    core: tuple[Span, ...] = ()
    vote: float | None = None


@dataclass(frozen=True, slots=True)
class FacetFinding:
    """One facet of a requirement: whether the contract says it, and which of the finding's evidence shows it
    (indexes).
    """

    id: str
    met: bool
    core: bool
    evidence: tuple[int, ...] = ()
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Nearest:
    """The closest passage to something that is missing or partial, and what it lacks, in one Swedish sentence."""

    span: Span
    section: str
    page: int | None
    lacks: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement held against one document. `because` is one Swedish sentence."""

    id: str
    status: Status
    confidence: float
    applies: Applies
    because: str
    facets: tuple[FacetFinding, ...]
    evidence: tuple[Evidence, ...]
    pending: bool = False
    conflict: bool = False
    nearest: tuple[Nearest, ...] = ()

    @property
    def please_read(self) -> bool:
        """Whether a person should read the contract on this before relying on the status."""
        return self.confidence < PLEASE_READ


@dataclass(frozen=True, slots=True)
class Party:
    """A party of the contract: its name, its role (`buyer`, `supplier`), and its number where given and right by its
    check digit.

    `called` are this contract's own names for it ("Utföraren", "Bolaget"). An organisation number that is a personal
    number (a sole trader's) is never kept.
    """

    name: str
    role: str
    orgnr: str | None = None
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the contract says of itself; None where it does not say."""

    title: str | None = None
    reference: str | None = None
    parties: tuple[Party, ...] = ()
    start: date | None = None
    end: date | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class ContractReport:
    """A contract held against the library: one finding for each requirement, in the library's order.

    `kind` is `contract` or `other` (no contract); `language` an ISO 639-1 code, `und` where unknown; `template` is
    true for an unfilled template. `notes` are Swedish sentences on the whole document that its reader should see
    first. `reader` is what read the statements: `linear`, or `linear+encoder` where the encoder is installed too.
    """

    document: Document
    kind: str
    language: str
    template: bool
    facts: Facts
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = field(default=())
    reader: str = "linear"

    def at(self, span: Span) -> tuple[Document, Span]:
        """The document that a span lies in, and the span in that document's text: of a bundle, one of its files."""
        return self.document, span

    def count(self, status: Status) -> int:
        """How many requirements have the status."""
        return sum(finding.status is status for finding in self.findings)

"""The machine output's objects, version 1: what other programs may rely on. The API's description is made from them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel


class PartyShape(BaseModel):
    """A party of the contract; `orgnr` only where given and right by its check digit."""

    name: str
    role: str
    orgnr: str | None
    called: list[str]


class FactsShape(BaseModel):
    """What the contract says of itself; null where it does not. Dates are ISO 8601."""

    title: str | None
    reference: str | None
    parties: list[PartyShape]
    start: str | None
    end: str | None
    value: str | None


class FileShape(BaseModel):
    """A file of a bundle: its `role` in the contract (main, appendix, amendment, ...), its `label` ("Bilaga 2")."""

    name: str
    sha256: str
    format: str
    pages: int | None
    role: str
    label: str


class DocumentShape(BaseModel):
    """The file: `kind` is contract or other, `language` an ISO 639-1 code or und, `pages` null where it has none.

    Of a bundle `format` is bundle, and `files` are its files in the order in which they are read as one contract.
    `reader` is what read the statements: without the encoder, statements in other words than the usual are less sure.
    """

    name: str
    sha256: str
    format: str
    kind: str
    language: str
    pages: int | None
    template: bool
    reader: Literal["linear", "linear+encoder"]
    facts: FactsShape
    files: list[FileShape] = []


class PartShape(BaseModel):
    """A part of the file, what became of it (read, unread, left-out), and why."""

    name: str
    fate: str
    why: str


class LedgerShape(BaseModel):
    """The account of what was read. `complete` is false where anything could not be read. `ocr_confidence` is that of
    the least sure of `ocr_pages`, from 0 to 1; `uncertain_pages` are too unsure to prove that something is missing.
    """

    complete: bool
    unread: list[str]
    ocr_pages: list[int]
    ocr_confidence: float | None
    uncertain_pages: list[int]
    pending_changes: int
    comments: int
    missing_appendices: list[str]
    parts: list[PartShape]


class BoxShape(BaseModel):
    """A rectangle on a page, in points, origin at the page's top left."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class FacetShape(BaseModel):
    """Whether the contract says one thing of a clause; `evidence` holds indexes in the requirement's evidence."""

    met: bool
    core: bool
    weak: bool
    evidence: list[int]


class EvidenceShape(BaseModel):
    """A passage for or against. `quote` is exactly text[start:end], in code points of what `klausul text` prints.

    `vote` is how sure the learned reader is of it, null where the rules found it.
    """

    file: str
    quote: str
    section: str
    heading: str
    page: int | None
    start: int
    end: int
    boxes: list[BoxShape]
    stance: Literal["for", "against"]
    why: str
    vote: float | None


class NearestShape(BaseModel):
    """The closest passage to what is missing or partial, and what it lacks."""

    file: str
    quote: str
    section: str
    page: int | None
    start: int
    end: int
    lacks: str


class RequirementShape(BaseModel):
    """One requirement held against the contract; `because` is one sentence in Swedish, `please_read` marks the least
    sure.
    """

    id: str
    status: Literal["met", "partial", "missing", "contradicted", "undetermined"]
    confidence: float
    applies: Literal["yes", "no", "unknown"]
    please_read: bool
    pending: bool
    conflict: bool
    because: str
    facets: dict[str, FacetShape]
    evidence: list[EvidenceShape]
    nearest: list[NearestShape]


class ReportShape(BaseModel):
    """One contract held against the library; `notes` are what its reader should see first."""

    version: Literal[1] = 1
    document: DocumentShape
    ledger: LedgerShape
    notes: list[str]
    requirements: list[RequirementShape]


class NameShape(BaseModel):
    """Which file."""

    name: str


class RefusedShape(BaseModel):
    """A file that could not be read: `error` says what happened and the remedy, in Swedish."""

    version: Literal[1] = 1
    document: NameShape
    error: str


class ErrorShape(BaseModel):
    """A request that could not be carried out."""

    version: Literal[1] = 1
    error: str

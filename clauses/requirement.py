"""The shape of a requirement's data file: what a contract should hold, with law, wording and examples."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints, model_validator

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]+$")]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Frozen(BaseModel):
    """A model that knows its keys and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ContractKind(StrEnum):
    """What a contract is about. `care`: a private provider of care, school or social service; `grant`: association."""

    CARE = "care"
    SERVICES = "services"
    GOODS = "goods"
    WORKS = "works"
    IT = "it"
    CONSULTING = "consulting"
    GRANT = "grant"
    STAFFING = "staffing"


class Act(StrEnum):
    """Whose right or duty a facet is; `detail` for amounts, times and triggers, which belong to another facet's act."""

    BUYER_RIGHT = "buyer-right"
    SUPPLIER_DUTY = "supplier-duty"
    EITHER = "either"
    DETAIL = "detail"


class Verdict(StrEnum):
    """The status that an example shall have."""

    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"
    CONTRADICTED = "contradicted"
    UNDETERMINED = "undetermined"


class Trap(StrEnum):
    """Why an example is easily misread."""

    NONE = "none"
    DENIED = "denied"
    WEAK = "weak"
    OTHER_PARTY = "other-party"
    OTHER_SENSE = "other-sense"
    TAKEN_BACK = "taken-back"
    DEFINITION = "definition"
    HEADING = "heading"
    CONTENTS = "contents"
    OPTIONAL = "optional"
    PLACEHOLDER = "placeholder"
    REFERENCE = "reference"
    QUOTED = "quoted"


class Words(Frozen):
    """A line of text in Swedish and English."""

    sv: Line
    en: Line


class Applies(Frozen):
    """Which kinds of contract a requirement is for (none: every kind), and why."""

    to: tuple[ContractKind, ...] = ()
    reason: Words


class Says(Frozen):
    """What a law says, in Swedish: Swedish law is not translated here."""

    sv: Line


class Law(Frozen):
    """A legal reference, the time it applies, and whether somebody read it in the statute or on an official page."""

    ref: Line
    says: Says
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    verified: bool


class Combination(Frozen):
    """One way to recognise a facet: all of these concepts in a statement with heading and lead-in, none of those."""

    all: tuple[Slug, ...] = Field(min_length=1)
    none: tuple[Slug, ...] = ()

    def holds(self, concepts: frozenset[str]) -> bool:
        """Whether a statement with these concepts fits."""
        return concepts.issuperset(self.all) and concepts.isdisjoint(self.none)


class Facet(Frozen):
    """One thing that a clause must say. `title` is it as a line; `lacks` completes "... men ..." where it is absent.

    A `ban` forbids the supplier something: that the supplier "får inte" is then the clause and no denial of it.
    `denied` are the combinations that say the opposite of the facet: a statement with one of them never gives it.
    """

    id: Slug
    core: bool
    title: Words
    lacks: Words
    act: Act
    ban: bool = False
    recognised: tuple[Combination, ...] = Field(min_length=1)
    denied: tuple[Combination, ...] = ()

    def denies(self, concepts: frozenset[str]) -> bool:
        """Whether a statement with these concepts says the opposite of the facet."""
        return any(combination.holds(concepts) for combination in self.denied)

    def recognise(self, concepts: frozenset[str]) -> Combination | None:
        """The first combination that a statement with these concepts fits, or None."""
        return next((combination for combination in self.recognised if combination.holds(concepts)), None)


class Wording(Frozen):
    """Model wording in Swedish: the least that gives the core, and what gives every facet."""

    minimum: Prose
    recommended: Prose


class Example(Frozen):
    """A text, its status, and the facets that are true in it. `note` says why, for whoever reads the file."""

    text: Prose
    status: Verdict
    facets: tuple[Slug, ...] = ()
    trap: Trap = Trap.NONE
    note: Line


class ExampleList(Frozen):
    """The tail of a requirement's file."""

    examples: tuple[Example, ...] = Field(min_length=1)


class Requirement(Frozen):
    """One requirement. `id` is its file's name and `group` its folder's."""

    id: Slug
    group: Slug
    title: Words
    short: Words
    asks: Words
    why: Words
    applies: Applies
    law: tuple[Law, ...] = ()
    matter: tuple[Slug, ...] = Field(min_length=1)
    facets: tuple[Facet, ...] = Field(min_length=1)
    wording: Wording
    _read_examples: object = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _has_a_core(self) -> Requirement:
        names = [facet.id for facet in self.facets]
        if len(set(names)) != len(names):
            raise ValueError(f"two facets have one id: {', '.join(names)}")
        if not any(facet.core for facet in self.facets):
            raise ValueError("no facet is core; mark at least one with core: true")
        return self

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The file's examples, parsed when first asked for: they are most of the file, and no check needs them."""
        return self._read_examples() if callable(self._read_examples) else ()

    def facet(self, name: str) -> Facet:
        """The facet with that id. Raises KeyError where there is none."""
        for facet in self.facets:
            if facet.id == name:
                return facet
        raise KeyError(name)

"""What is looked for, as data: requirements, the concepts that they are recognised by, and the loader of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from clauses.errors import LibraryError
from clauses.requirement import Requirement, Words

if TYPE_CHECKING:
    from clauses.concept import Concept
    from clauses.scanner import Scanner

__all__ = ["GROUPS", "Library", "LibraryError", "Requirement", "load"]

HERE = Path(__file__).parent
GROUPS: Mapping[str, Words] = MappingProxyType(
    {
        "sanctions": Words(sv="Påföljder", en="Sanctions"),
        "vetting": Words(sv="Leverantörsprövning", en="Vetting of the supplier"),
        "follow-up": Words(sv="Uppföljning och insyn", en="Follow-up and insight"),
        "integrity": Words(sv="Integritet och arbetsvillkor", en="Integrity and working conditions"),
        "supply-chain": Words(sv="Underleverantörer och ersättning", en="Subcontractors and payment"),
    }
)
ORDER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sanctions": ("penalty", "payment-withholding", "repayment", "termination", "rectification"),
        "vetting": (
            "record-checks",
            "tax-compliance",
            "credit-check",
            "exclusion-grounds",
            "ownership-change",
            "permits",
        ),
        "follow-up": ("audit-right", "documentation", "deviation-reporting", "public-insight"),
        "integrity": ("anti-corruption", "conflict-of-interest", "whistleblowing", "working-conditions"),
        "supply-chain": ("subcontractor-approval", "subcontractor-flow-down", "billing-evidence"),
    }
)


@dataclass(frozen=True)
class Library:
    """All requirements in order, and all concepts by id."""

    requirements: tuple[Requirement, ...]
    concepts: Mapping[str, Concept]
    groups: Mapping[str, Words]

    def requirement(self, name: str) -> Requirement:
        """The requirement with that id. Raises KeyError where there is none."""
        return self._by_id[name]

    @cached_property
    def _by_id(self) -> dict[str, Requirement]:
        return {requirement.id: requirement for requirement in self.requirements}

    @cached_property
    def scanner(self) -> Scanner:
        """The scanner of all concepts of the library, built when first asked for."""
        from clauses.scanner import Scanner

        return Scanner({name: (concept.words, concept.not_) for name, concept in self.concepts.items()})


def load(extra: Path | None = None) -> Library:
    """The built-in library; with `extra`, also an organisation's own.

    `extra` is a folder with `library/<group>/<id>.yaml` and `lexicon/<concept>.yaml`, either of them optional. Its
    groups may be new; its ids may not be taken. Raises LibraryError.
    """
    return _built_in() if extra is None else _with_extra(_built_in(), extra)


@cache
def _built_in() -> Library:
    return _library(HERE, (), {}, GROUPS)


def _with_extra(base: Library, folder: Path) -> Library:
    if not folder.is_dir():
        raise LibraryError(folder, "", "no such folder; give one that holds library/ and lexicon/")
    return _library(folder, base.requirements, base.concepts, base.groups)


def _library(
    folder: Path, requirements: tuple[Requirement, ...], concepts: Mapping[str, Concept], groups: Mapping[str, Words]
) -> Library:
    from clauses.reading import read_concept, read_requirement

    all_concepts = dict(concepts)
    for path in sorted((folder / "lexicon").glob("*.yaml")):
        if path.stem in all_concepts:
            raise LibraryError(path, "id", f"{path.stem!r} is taken; give the file another name")
        all_concepts[path.stem] = read_concept(path)
    all_requirements = list(requirements)
    all_groups = dict(groups)
    for path in sorted((folder / "library").glob("*/*.yaml"), key=_place):
        requirement = read_requirement(path)
        if any(other.id == requirement.id for other in all_requirements):
            raise LibraryError(path, "id", f"{requirement.id!r} is taken; give the file another name")
        _check_concepts(path, requirement, all_concepts)
        all_requirements.append(requirement)
        all_groups.setdefault(requirement.group, Words(sv=requirement.group, en=requirement.group))
    return Library(tuple(all_requirements), MappingProxyType(all_concepts), MappingProxyType(all_groups))


def _place(path: Path) -> tuple[int, int, str, str]:
    """The order of requirements: as in ORDER, then by group and name."""
    group, name = path.parent.name, path.stem
    groups, names = list(ORDER), ORDER.get(group, ())
    return (
        groups.index(group) if group in groups else len(groups),
        names.index(name) if name in names else len(names),
        group,
        name,
    )


def _check_concepts(path: Path, requirement: Requirement, concepts: Mapping[str, Concept]) -> None:
    for key, names in _concepts_named(requirement):
        for name in names:
            if name not in concepts:
                raise LibraryError(path, key, f"{name!r} is no concept; allowed: the files of lexicon/")


def _concepts_named(requirement: Requirement) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield "matter", requirement.matter
    for facet in requirement.facets:
        for place, combination in enumerate(facet.recognised):
            key = f"facets.{facet.id}.recognised.{place}"
            yield f"{key}.all", combination.all
            yield f"{key}.none", combination.none

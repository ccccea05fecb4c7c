"""Mutation testing of the check: `mutate(folder)` changes every clause that labels say is there, one clause and one
change at a time, and sees whether the status which must follow does follow.

A clause that the check does not find in the contract as it stands is left out and counted: `evaluate` measures that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from checks import check_contract
from checks.finding import ContractReport, Finding, Status
from clauses import Library, load
from corpora.guideline_labels import is_guideline
from corpora.labels import LabelError, Labelled, Unused, labelled, read_labels
from corpora.measures import PRESENT
from corpora.mutation.clause import Clause, clause
from corpora.mutation.kinds import KINDS, SLOW, Kind, made
from corpora.mutation.source import NotMade, Source
from corpora.mutation.trials import Mutations, Skipped, Trial
from ingest import read
from ingest.document import Document
from ingest.errors import UnreadableDocument

Check = Callable[[Document, Library], ContractReport]
_TEXTS = (".md", ".txt")


def mutate(folder: Path, check: Check = check_contract, *, scanned: bool = False) -> Mutations:
    """Mutants of every labelled text or Markdown contract of a folder and its sub-folders, each checked.

    `scanned`: pages as images too, which are slow to read.
    """
    kinds = tuple(kind for kind in KINDS if scanned or kind.id != SLOW)
    library = load()
    found, unused = labelled(folder)
    documents: list[str] = []
    rows: list[Trial | Skipped] = []
    for each in found:
        if is_guideline(each.labels):
            continue  # there is nothing to change in guidelines
        if each.document.suffix not in _TEXTS:
            unused.append(Unused(each.name, "mutationer görs av text och Markdown; spara avtalet så"))
            continue
        try:
            rows += _of_contract(each, library, check, kinds)
        except LabelError as error:
            unused.append(Unused(str(each.labels.relative_to(folder)), str(error)))
        except UnreadableDocument as error:
            unused.append(Unused(each.name, str(error)))
        except UnicodeDecodeError:
            unused.append(Unused(each.name, "filen är inte UTF-8; spara den som UTF-8"))
        except Exception as error:  # one document loses only itself
            unused.append(Unused(each.name, f"något oväntat hände ({type(error).__name__})", error))
        else:
            documents.append(each.name)
    trials = tuple(row for row in rows if isinstance(row, Trial))
    skipped = tuple(row for row in rows if isinstance(row, Skipped))
    return Mutations(tuple(documents), trials, skipped, tuple(dict.fromkeys(unused)))


def _of_contract(each: Labelled, library: Library, check: Check, kinds: tuple[Kind, ...]) -> list[Trial | Skipped]:
    labels = read_labels(each.labels, library)
    document = read(each.document, name=each.document.name)
    before = {finding.id: finding.status for finding in check(document, library).findings}
    source = Source(each.document.name, each.document.read_text(encoding="utf-8"), document)
    rows: list[Trial | Skipped] = []
    for name, label in labels.requirements.items():
        if Status(label.status) not in PRESENT:
            continue
        if before[name] not in PRESENT:
            rows.append(Skipped(each.name, name, "", "klausulen hittas inte i avtalet som det är"))
            continue
        try:
            held = clause(source, library.requirement(name), label, library.scanner)
        except NotMade as error:
            rows.append(Skipped(each.name, name, "", str(error)))
            continue
        rows += _of_clause(each.name, held, before[name], library, check, kinds)
    return rows


def _of_clause(
    document: str, held: Clause, before: Status, library: Library, check: Check, kinds: tuple[Kind, ...]
) -> Iterator[Trial | Skipped]:
    name = held.requirement.id
    for kind in kinds:
        try:
            content = made(kind, held, before)
        except NotMade as error:
            yield Skipped(document, name, kind.id, str(error))
            continue
        mutant = read(content, name=Path(held.source.name).stem + (kind.suffix or Path(held.source.name).suffix))
        report = check(mutant, library)
        found = next(each for each in report.findings if each.id == name)
        wanted = kind.wanted or frozenset({before, Status(held.label.status)})
        said = held.said(held.core[0])
        yield Trial(document, name, kind.id, wanted, before, found.status, said, _core(found, mutant))


def _core(finding: Finding, document: Document) -> str:
    """The first quote that a finding has for its core, else its first."""
    core = [place for facet in finding.facets if facet.core for place in facet.evidence] or [0]
    return document.quote(finding.evidence[core[0]].span) if finding.evidence else ""

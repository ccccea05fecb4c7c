"""Several files as one contract: one finding for each requirement over all of them, each quote with its file.

The order of precedence that the contract states decides where two files conflict, amendments go before what they amend,
and `missing` is said only where every file was read whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checks.bundle_joining import home, joined
from checks.bundle_roles import Placed, placed
from checks.finding import ContractReport, Finding
from checks.language import language, language_name, words

if TYPE_CHECKING:
    from clauses import Library
    from ingest.document import Document, Span


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A file of a bundle: its document, its role, its label ("Bilaga 2"; empty where it has none)."""

    document: Document
    role: str
    label: str


@dataclass(frozen=True, slots=True)
class BundleReport(ContractReport):
    """The report of a bundle. `document` is the files joined, and spans are in its text; `at` gives a span's own file.

    `files` are in the order in which they are read as one contract, and `starts` where each begins in the joined text.
    """

    files: tuple[BundleFile, ...] = ()
    starts: tuple[int, ...] = ()

    def at(self, span: Span) -> tuple[Document, Span]:
        """The file's document that a span lies in, and the span in that document's text."""
        place, own = home(self.starts, span)
        return self.files[place].document, own


def check_bundle(
    documents: Sequence[Document], unread: Sequence[tuple[str, str]], name: str, library: Library
) -> BundleReport:
    """Every requirement against all the documents as one contract. `unread` are files that could not be read: (name,
    why). Without `name` the bundle is called as its main agreement.
    """
    from checks.contract import check_contract
    from ingest.collecting import uncollected

    spoken, foreign = _swedish(documents)
    files = placed(spoken)
    name = name or files[0].document.name
    whole = joined(files, name, [*unread, *foreign])
    opening = files[0].document
    if any(file.document.rejected for file in files):
        before = [replace(file, document=file.document.rejected or file.document) for file in files]
        rejected = joined(before, name, [*unread, *foreign]).document
        whole = replace(whole, document=replace(whole.document, rejected=rejected))
    with uncollected():
        report = check_contract(whole.document, library, opening)
    return BundleReport(
        whole.document,
        report.kind,
        report.language,
        report.template,
        report.facts,
        tuple(_own_sections(finding, files, whole.starts) for finding in report.findings),
        report.notes,
        report.reader,
        tuple(BundleFile(file.document, file.role.value, file.label) for file in files),
        whole.starts,
    )


def _own_sections(finding: Finding, files: Sequence[Placed], starts: Sequence[int]) -> Finding:
    """The finding without numbers that only the joining gave: a quote's section is its own file's."""

    def own(section: str, span: Span) -> str:
        file = files[home(starts, span)[0]]
        given = section == file.label and all(each.number != section for each in file.document.sections)
        return "" if given else section

    return replace(
        finding,
        evidence=tuple(replace(each, section=own(each.section, each.span)) for each in finding.evidence),
        nearest=tuple(replace(each, section=own(each.section, each.span)) for each in finding.nearest),
    )


def _swedish(documents: Sequence[Document]) -> tuple[list[Document], list[tuple[str, str]]]:
    """The documents that can be read as Swedish, and the others with the reason; all where none can."""
    told = [(document, language(document.text, words(document.text))) for document in documents]
    spoken = [document for document, code in told if code in ("sv", "und")]
    if not spoken:
        return list(documents), []
    foreign = [
        (document.name, f"den är skriven på {language_name(code)}")
        for document, code in told
        if code not in ("sv", "und")
    ]
    return spoken, foreign

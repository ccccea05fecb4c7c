"""Holds labelled documents against what klausul finds in them: `evaluate(folder)`.

The labels' format: `NAME.gold.yaml` beside `NAME.md`, `.txt`, `.pdf` or `.docx` (see `corpora.labels`).
"""

from __future__ import annotations

from pathlib import Path

from checks import check_contract
from checks.finding import ContractReport, Finding, Status
from clauses import Library, load
from corpora.guideline_labels import is_guideline
from corpora.labels import ContractLabels, Label, LabelError, Labelled, Unused, labelled, read_labels
from corpora.measures import Evaluation, Facet, Judgement, Quotes
from corpora.placing import Squeezed, overlap
from ingest import read
from ingest.document import Document, Span
from ingest.errors import UnreadableDocument

LONGEST_QUOTE = 700
MOST_STATEMENTS = 3


def evaluate(folder: Path) -> Evaluation:
    """Checks every labelled contract of a folder and its sub-folders. A file that cannot be measured is in `unused`."""
    library = load()
    found, unused = labelled(folder)
    documents: list[str] = []
    judgements: list[Judgement] = []
    lost: list[tuple[str, str, str]] = []
    for each in found:
        if is_guideline(each.labels):
            continue  # `guideline_evaluate` measures it
        try:
            report, labels = _checked(each, library)
        except LabelError as error:
            unused.append(Unused(str(each.labels.relative_to(folder)), str(error)))
        except UnreadableDocument as error:
            unused.append(Unused(each.name, str(error)))
        except Exception as error:  # one document loses only itself
            unused.append(Unused(each.name, f"något oväntat hände ({type(error).__name__})", error))
        else:
            documents.append(each.name)
            _judge(each.name, report, labels, judgements, lost)
    return Evaluation(tuple(documents), tuple(judgements), tuple(dict.fromkeys(unused)), tuple(lost))


def _checked(each: Labelled, library: Library) -> tuple[ContractReport, ContractLabels]:
    labels = read_labels(each.labels, library)
    return check_contract(read(each.document, name=each.document.name), library), labels


def _judge(
    name: str,
    report: ContractReport,
    labels: ContractLabels,
    judgements: list[Judgement],
    lost: list[tuple[str, str, str]],
) -> None:
    """Adds a judgement for each finding, and the labelled quotes that do not stand in the text."""
    text = Squeezed.of(report.document.text)
    for finding in report.findings:
        label = labels.requirements[finding.id]
        places = [(quote, text.find(quote)) for quote in label.quotes]
        lost += [(name, finding.id, quote) for quote, spans in places if not spans]
        judgements.append(_judgement(name, report.document, finding, label, [s for _, spans in places for s in spans]))


def _judgement(name: str, document: Document, finding: Finding, label: Label, places: list[Span]) -> Judgement:
    found = {facet.id: facet.met for facet in finding.facets}
    spans = [evidence.span for evidence in finding.evidence]
    return Judgement(
        name,
        finding.id,
        Status(label.status),
        label.pointer,
        finding.status,
        finding.confidence,
        tuple(Facet(facet, wanted, found[facet]) for facet, wanted in label.facets.items()),
        Quotes(
            len(spans),
            sum(is_slice(span, document) for span in spans),
            sum(is_whole(span, document) for span in spans),
            overlap(spans, places) if label.quotes else None,
        ),
    )


def is_slice(span: Span, document: Document) -> bool:
    """Whether a quote has words, and its offsets name a slice of the text that is not too long to be read."""
    inside = 0 <= span.start < span.end <= len(document.text)
    return inside and len(span) <= LONGEST_QUOTE and bool(document.quote(span).strip())


def is_whole(span: Span, document: Document) -> bool:
    """Whether a quote is one to three whole statements."""
    within = [each.span for each in document.statements if each.span.start < span.end and span.start < each.span.end]
    if not 1 <= len(within) <= MOST_STATEMENTS:
        return False
    return within[0].start == span.start and within[-1].end == span.end

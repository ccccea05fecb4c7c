"""Holds labelled guidelines against what klausul finds in them: `evaluate_guidelines(folder)`."""

from __future__ import annotations

from pathlib import Path

from checks import check_coverage
from checks.coverage_report import CoverageReport, TopicInDocument, TopicStatus
from clauses.framework import Framework
from clauses.framework_files import load_framework
from corpora.evaluate import is_slice, is_whole
from corpora.guideline_labels import GuidelineLabels, is_guideline, read_guideline_labels
from corpora.guideline_measures import GuidelineEvaluation, TopicJudgement
from corpora.labels import LabelError, Labelled, Unused, labelled
from corpora.measures import Quotes
from corpora.placing import Squeezed, overlap
from ingest import read
from ingest.document import Span
from ingest.errors import UnreadableDocument


def evaluate_guidelines(folder: Path) -> GuidelineEvaluation:
    """Checks every labelled guideline of a folder and its sub-folders, each as a set of its own."""
    framework = load_framework()
    documents: list[str] = []
    judgements: list[TopicJudgement] = []
    unused: list[Unused] = []
    lost: list[tuple[str, str, str]] = []
    for each in labelled(folder)[0]:
        if not is_guideline(each.labels):
            continue
        try:
            report, labels = _checked(each, framework)
        except LabelError as error:
            unused.append(Unused(str(each.labels.relative_to(folder)), str(error)))
        except UnreadableDocument as error:
            unused.append(Unused(each.name, str(error)))
        except Exception as error:  # one document loses only itself
            unused.append(Unused(each.name, f"något oväntat hände ({type(error).__name__})", error))
        else:
            documents.append(each.name)
            _judge(each.name, report, labels, judgements, lost)
    return GuidelineEvaluation(tuple(documents), tuple(judgements), tuple(unused), tuple(lost))


def _checked(each: Labelled, framework: Framework) -> tuple[CoverageReport, GuidelineLabels]:
    labels = read_guideline_labels(each.labels, framework)
    return check_coverage([read(each.document, name=each.document.name)], framework), labels


def _judge(
    name: str,
    report: CoverageReport,
    labels: GuidelineLabels,
    judgements: list[TopicJudgement],
    lost: list[tuple[str, str, str]],
) -> None:
    """Adds a judgement for each topic, and the labelled quotes that do not stand in the text."""
    text = Squeezed.of(report.documents[0].text)
    for topic in report.topics:
        label = labels.topics[topic.topic]
        places = [(quote, text.find(quote)) for quote in label.quotes]
        lost += [(name, topic.topic, quote) for quote, spans in places if not spans]
        wanted = [span for _, spans in places for span in spans]
        found = topic.documents[0]
        quotes = _quotes(report, found, wanted if label.quotes else None)
        judgements.append(
            TopicJudgement(name, topic.topic, TopicStatus(label.status), found.status, found.confidence, quotes)
        )


def _quotes(report: CoverageReport, found: TopicInDocument, wanted: list[Span] | None) -> Quotes:
    document = report.documents[0]
    spans = [each.span for each in found.evidence]
    return Quotes(
        len(spans),
        sum(is_slice(span, document) for span in spans),
        sum(is_whole(span, document) for span in spans),
        None if wanted is None else overlap(spans, wanted),
    )

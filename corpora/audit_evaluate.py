"""Holds labelled audits against what klausul finds in them: `evaluate_audits(folder)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.fuzz import partial_ratio, ratio

from checks import check_audit
from checks.followup import Answer
from corpora.audit_labels import NAME, AnswerLabel, AuditLabels, LabelledAudit, labelled_audit, read_audit_labels
from corpora.audit_measures import AnswerJudgement, AuditEvaluation, Recommendations
from corpora.labels import LabelError, Unused
from corpora.placing import Squeezed, overlap, squeezed
from ingest import read
from ingest.document import Document
from ingest.errors import UnreadableDocument

ALIKE = 88  # of 100: the same recommendation, up to its mark or its last words


@dataclass(frozen=True, slots=True)
class Measured:
    """What one audit gave."""

    recommendations: Recommendations
    judgements: tuple[AnswerJudgement, ...]
    lost: tuple[tuple[str, str, str], ...]


def evaluate_audits(folder: Path) -> AuditEvaluation:
    """Checks every labelled audit of a folder and its sub-folders. One that cannot be measured is in `unused`."""
    measured: list[Measured] = []
    unused: list[Unused] = []
    for labels in sorted(folder.rglob(NAME)):
        shown = str(labels.parent.relative_to(folder))
        if any(part.startswith(".") for part in labels.relative_to(folder).parts):
            continue
        try:
            measured.append(measure(labelled_audit(labels.parent, folder)))
        except (LabelError, UnreadableDocument) as error:
            unused.append(Unused(shown, str(error)))
        except Exception as error:  # one audit loses only itself
            unused.append(Unused(shown, f"något oväntat hände ({type(error).__name__})", error))
    return AuditEvaluation(
        tuple(each.recommendations for each in measured),
        tuple(judgement for each in measured for judgement in each.judgements),
        tuple(lost for each in measured for lost in each.lost),
        tuple(unused),
    )


def measure(audit: LabelledAudit) -> Measured:
    """Checks one audit. Raises LabelError and kinds of UnreadableDocument."""
    labels = read_audit_labels(audit)
    report = read(audit.report, name=audit.report.name) if audit.report else None
    responses = [read(path, name=path.name) for path in audit.responses]
    found = check_audit(report, responses)
    matched = paired(labels, [each.text for each in found.recommendations])
    pairs = {place: found.recommendations[at] for place, at in matched.items()}
    extra = tuple(each.text for each in found.recommendations if each not in pairs.values())
    missed = tuple(label.text for place, label in enumerate(labels.recommendations) if place not in pairs)
    names = [path.stem for path in audit.responses]
    texts = [Squeezed.of(document.text) for document in responses]
    judgements: list[AnswerJudgement] = []
    lost: list[tuple[str, str, str]] = []
    for place, label in enumerate(labels.recommendations):
        for name, answer in label.responses.items():
            at = names.index(name)
            lost += [(audit.name, name, quote) for quote in answer.quotes if not texts[at].find(quote)]
            got = pairs[place].answers[at] if place in pairs else None
            judgements.append(_judgement(audit.name, label.text, name, answer, got, responses[at], texts[at]))
    return Measured(Recommendations(audit.name, len(pairs), extra, missed), tuple(judgements), tuple(lost))


def paired(labels: AuditLabels, texts: Sequence[str]) -> dict[int, int]:
    """Which of the recommendations found (by index) is which labelled one: the likest first, each once."""
    scores = sorted(
        (
            (_alike(label.text, text), place, at)
            for place, label in enumerate(labels.recommendations)
            for at, text in enumerate(texts)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for score, place, at in scores:
        if score >= ALIKE and place not in pairs and at not in pairs.values():
            pairs[place] = at
    return pairs


def _alike(one: str, other: str) -> float:
    """Likeness of two wordings, of 100. One may hold the other: "Vi rekommenderar nämnden att X" is X."""
    first, second = (re.sub(r"^att|\W", "", squeezed(text).lower()) for text in (one, other))
    short, long = sorted((first, second), key=len)
    within = partial_ratio(short, long) if 2 * len(short) > len(long) else 0.0
    return max(float(ratio(first, second)), within)


def _judgement(
    audit: str,
    recommendation: str,
    response: str,
    label: AnswerLabel,
    got: Answer | None,
    document: Document,
    text: Squeezed,
) -> AnswerJudgement:
    spans = [passage.span for passage in got.evidence] if got else []
    places = [span for quote in label.quotes for span in text.find(quote)]
    responsible = document.quote(got.responsible) if got and got.responsible else None
    return AnswerJudgement(
        audit=audit,
        recommendation=recommendation,
        response=response,
        wanted=label.status,
        found=got.status.value if got else None,
        placed=overlap(spans, places) if label.quotes else None,
        wanted_signals=frozenset(label.signals),
        found_signals=frozenset(signal.value for signal in got.signals) if got else frozenset(),
        wanted_dates=tuple(each.date.isoformat() for each in label.deadlines),
        found_dates=tuple(each.date.isoformat() for each in got.deadlines) if got else (),
        quotes=len(spans),
        verbatim=sum(
            0 <= span.start < span.end <= len(document.text) and bool(document.quote(span).strip()) for span in spans
        ),
        hedged=(label.hedged, got.hedged if got else False),
        responsible=(label.responsible, responsible),
        adequacy=(label.adequacy, got.adequacy.value if got else ""),
        decided=(label.decided, got.decided.value if got else ""),
    )

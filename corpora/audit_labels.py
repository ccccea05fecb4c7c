"""Labelled audits: a folder with `audit.gold.yaml`, the responses (`response-*.*`) and, where there is one, `report.*`.

The labels' shape is the gold format's. A fault is a LabelError: one line that names the key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from corpora.labels import LabelError, in_words, mapping

NAME = "audit.gold.yaml"


class DeadlineLabel(BaseModel):
    """A promised date: its words and the day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    date: date


class AnswerLabel(BaseModel):
    """What is right to say of one response to one recommendation; `adequacy` and `decided` are not measured if None."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Literal["implemented", "ongoing", "planned", "deferred", "rejected", "unanswered"]
    signals: tuple[Literal["done", "ongoing", "planned", "awaiting", "rejected"], ...] = ()
    quotes: tuple[str, ...] = ()
    deadlines: tuple[DeadlineLabel, ...] = ()
    responsible: str | None = None
    hedged: bool = False
    adequacy: Literal["full", "short", "beside"] | None = None
    decided: Literal["proposed", "decided", "unknown"] | None = None


class RecommendationLabel(BaseModel):
    """One recommendation as the report words it, to whom, and the answers by the responses' names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    addressees: tuple[str, ...] = ()
    responses: Mapping[str, AnswerLabel]


class AuditLabels(BaseModel):
    """The labels of an audit."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["audit"]
    recommendations: tuple[RecommendationLabel, ...]


@dataclass(frozen=True, slots=True)
class LabelledAudit:
    """An audit's folder: its name within the measured one, its report (None without one), its responses, its labels."""

    name: str
    report: Path | None
    responses: tuple[Path, ...]
    labels: Path


def labelled_audit(folder: Path, root: Path) -> LabelledAudit:
    """The audit of a folder that holds labels of one. Raises LabelError where it has no response."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != NAME)
    responses = tuple(path for path in files if path.stem.startswith("response-"))
    if not responses:
        raise LabelError("inga svar finns i mappen; lägg dem bredvid som response-NAMN.*")
    report = next((path for path in files if path.stem == "report"), None)
    return LabelledAudit(str(folder.relative_to(root)), report, responses, folder / NAME)


def read_audit_labels(audit: LabelledAudit) -> AuditLabels:
    """The labels of an audit, held against its files. Raises LabelError."""
    try:
        labels = AuditLabels.model_validate(mapping(audit.labels))
    except ValidationError as error:
        raise LabelError(in_words(error)) from None
    known = {path.stem for path in audit.responses}
    for place, recommendation in enumerate(labels.recommendations):
        for name in recommendation.responses:
            if name not in known:
                raise LabelError(
                    f"recommendations.{place}.responses.{name}: svaret finns inte i mappen; lägg det bredvid"
                )
    return labels

"""Labelled guidelines: `NAME.gold.yaml` of kind guideline beside a document, with a status for every topic of a
framework.

The labels' shape is the gold format's. A fault is a LabelError: one line that names the key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from clauses.framework import Framework
from corpora.labels import LabelError, in_words, mapping

KIND = "guideline"


class TopicLabel(BaseModel):
    """What is right to say of one topic. Quotes are verbatim from the running text; none where absent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Literal["covered", "mentioned", "absent"]
    quotes: tuple[str, ...] = ()


class GuidelineLabels(BaseModel):
    """The labels of a guideline, one for each topic of the framework."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["guideline"]
    topics: Mapping[str, TopicLabel]


def is_guideline(path: Path) -> bool:
    """Whether a file of labels says that it is a guideline's. A broken file is none."""
    try:
        return mapping(path).get("kind") == KIND
    except LabelError:
        return False


def read_guideline_labels(path: Path, framework: Framework) -> GuidelineLabels:
    """The labels in a file, held against the framework's topics. Raises LabelError."""
    try:
        labels = GuidelineLabels.model_validate(mapping(path))
    except ValidationError as error:
        raise LabelError(in_words(error)) from None
    for problem in _problems(labels, framework):
        raise LabelError(problem)
    return labels


def _problems(labels: GuidelineLabels, framework: Framework) -> Iterator[str]:
    known = [topic.id for topic in framework.topics]
    for name, label in labels.topics.items():
        if name not in known:
            yield f"topics.{name}: ämnet finns inte; se klausul framework show {framework.id}"
        if label.status == "absent" and label.quotes:
            yield f"topics.{name}.quotes: ett ämne som saknas har inga citat; ta bort dem"
        if not all("".join(quote.split()) for quote in label.quotes):
            yield f"topics.{name}.quotes: ett citat är tomt; ta bort det"
    for name in known:
        if name not in labels.topics:
            yield f"topics.{name}: ämnet saknas; alla {len(known)} ämnen ska ha en etikett"

"""The answer first: how much of a framework a set of guidelines covers, in one sentence, from the worst upward."""

from __future__ import annotations

from api.tongue import Tongue
from checks.coverage_report import CoverageReport, TopicStatus

# One and several, with and without the noun, by language.
_SAID = {
    "sv": {
        TopicStatus.ABSENT: ("saknas", "saknas"),
        TopicStatus.UNDETERMINED: ("kan inte avgöras", "kan inte avgöras"),
        TopicStatus.MENTIONED: ("nämns utan att någon ska göra något", "nämns utan att någon ska göra något"),
        TopicStatus.COVERED: ("är täckt", "är täckta"),
    },
    "en": {
        TopicStatus.ABSENT: ("is missing", "are missing"),
        TopicStatus.UNDETERMINED: ("is unclear", "are unclear"),
        TopicStatus.MENTIONED: ("is mentioned but nobody is to act", "are mentioned but nobody is to act"),
        TopicStatus.COVERED: ("is covered", "are covered"),
    },
}
_NOUN = {"sv": ("ämne", "ämnen"), "en": ("topic", "topics")}


def sentence(report: CoverageReport, tongue: Tongue) -> str:
    """The verdict, without a full stop: "Fyra ämnen saknas och sex nämns utan att någon ska göra något"."""
    total = len(report.topics)
    clauses: list[str] = []
    for status in TopicStatus:
        count = report.count(status)
        one, many = _SAID[tongue.code][status]
        if count == total:
            return tongue("Alla {total} ämnen {said}", total=total, said=many)
        if count and status is not TopicStatus.COVERED:
            noun = "" if clauses else f" {_NOUN[tongue.code][count != 1]}"
            clauses.append(f"{tongue.number(count)}{noun} {one if count == 1 else many}")
    said = tongue.listed(clauses)
    return said[:1].upper() + said[1:]


def lead(report: CoverageReport, tongue: Tongue) -> str:
    """The line below: how many are covered, and how many of them thinly."""
    covered, total = report.count(TopicStatus.COVERED), len(report.topics)
    thin = sum(gap.status is TopicStatus.COVERED for gap in report.gaps)
    told = tongue("{covered} av {total} ämnen är täckta", covered=tongue.number(covered), total=total)
    more = tongue(", {thin} av dem tunt: något av vem, när eller hur det kontrolleras saknas", thin=tongue.number(thin))
    said = told + (more if thin else "")
    return f"{said[:1].upper()}{said[1:]}."

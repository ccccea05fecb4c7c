"""Small audits that tests write: a report with recommendations, a response, and what is found."""

from __future__ import annotations

from datetime import date

from checks import check_audit
from checks.followup import Answer, AuditReport
from ingest import read
from ingest.document import Document

RISK = "Säkerställa att en riskanalys av felaktiga utbetalningar genomförs"
ROUTINE = "Upprätta en rutin för polisanmälan vid misstänkt välfärdsbrott"
TRAINING = "Säkerställa att berörd personal får utbildning i att upptäcka oegentligheter"
DAY = date(2026, 11, 20)

REPORT = f"""# Revisionsrapport

Granskning av arbetet mot välfärdsbrott, 14 januari 2026

## Sammanfattning

Utifrån granskningen rekommenderar vi socialnämnden att:

1. {RISK}
2. {ROUTINE}
3. {TRAINING}
"""


def document(text: str, name: str = "svar.md") -> Document:
    """A document of Markdown text."""
    return read(text.encode(), name=name)


def audit(*responses: str, report: str | None = REPORT, earlier: tuple[str, ...] = ()) -> AuditReport:
    """The follow-up of a report and responses, given as Markdown."""
    return check_audit(
        document(report, "rapport.md") if report is not None else None,
        [document(text, f"svar-{place}.md") for place, text in enumerate(responses)],
        earlier=[document(text, f"tidigare-{place}.md") for place, text in enumerate(earlier)],
        today=DAY,
    )


def answer(words: str, recommendation: int = 1) -> Answer:
    """The answer to one recommendation of REPORT by a response that has its words as heading and says `words`."""
    asked = (RISK, ROUTINE, TRAINING)[recommendation - 1]
    text = f"# Socialnämnden\n\nSocialnämndens yttrande, 2026-03-12\n\n## {asked}\n\n{words}\n"
    return audit(text).recommendations[recommendation - 1].answers[0]

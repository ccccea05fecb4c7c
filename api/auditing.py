"""The straight line of an audit's follow-up, the same for every door: report and responses are read, held against each
other, and reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from api.covering import Given, documents
from api.trouble import Refused

if TYPE_CHECKING:
    from checks.followup import AuditReport


def audit(
    report: Given | None,
    responses: Sequence[Given],
    *,
    earlier: Sequence[Given] = (),
    password: str | None = None,
    today: date | None = None,
) -> tuple[AuditReport | None, list[Refused]]:
    """The follow-up of the files that could be read (None where no response could), and why the others could not.

    Where the report cannot be read, the recommendations are those that the responses repeat.
    """
    from checks import check_audit

    asked, refused = documents([report] if report else [], password)
    answers, more = documents(responses, password)
    before, rest = documents(earlier, password)
    refused += [*more, *rest]
    if not answers:
        return None, refused
    return check_audit(asked[0] if asked else None, answers, earlier=before, today=today), refused

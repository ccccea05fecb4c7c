"""The promises of an audit's follow-up as a calendar: a day-long event on the last day of each promise with a date."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from api.printable import encodable
from api.reports.passages import words
from api.tongue import Tongue
from checks.followup import AuditReport, FollowUp

if TYPE_CHECKING:
    from icalendar import Event

_LONGEST = 70
_SOFT_HYPHEN = "\u00ad"


def written(report: AuditReport, language: str = "sv") -> str:
    """The calendar, with CRLF line ends."""
    return calendar(report, Tongue(language)).decode("utf-8")


def calendar(report: AuditReport, tongue: Tongue) -> bytes:
    """The calendar (RFC 5545). The same follow-up gives the same bytes: the stamp is the audit's own date, or else the
    day of the check.
    """
    from icalendar import Calendar

    found = Calendar()
    found.add("prodid", f"-//klausul//{tongue('Uppföljning')}//{tongue.code.upper()}")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", tongue("Uppföljning av revision"))
    stamp = report.dated or report.checked
    seen: dict[str, int] = {}
    for line in report.follow_up:
        if line.due is not None:
            uid = _uid(line, report)
            seen[uid] = seen.get(uid, 0) + 1
            found.add_component(_event(line, line.due, report, stamp, f"{uid}-{seen[uid]}@klausul", tongue))
    content: bytes = found.to_ical(sorted=True)
    return content


def _event(line: FollowUp, due: date, report: AuditReport, stamp: date, uid: str, tongue: Tongue) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", due)
    if due < date.max:
        event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    event.add("categories", [_plain(tongue.status(line.status))])
    event.add("summary", _plain(_summary(line, report, tongue)))
    event.add("description", _plain(_description(line, report, tongue)))
    return event


def _summary(line: FollowUp, report: AuditReport, tongue: Tongue) -> str:
    response = report.responses[line.response]
    promise = words(response.document, line.promise)
    short = promise if len(promise) <= _LONGEST else f"{promise[: _LONGEST - 1].rstrip()}…"
    return tongue(
        "{board}, rekommendation {number}: {promise}", board=response.called, number=line.recommendation, promise=short
    )


def _description(line: FollowUp, report: AuditReport, tongue: Tongue) -> str:
    response = report.responses[line.response]
    asked = report.recommendations[line.recommendation - 1].text
    who = words(response.document, line.responsible) or tongue("ingen utpekad")
    return "\n".join(
        (
            f"{tongue('Rekommendation')} {line.recommendation}: {asked}",
            f"{tongue('Nämnd')}: {response.called}",
            f"{tongue('Ansvarig')}: {who}",
            f"{tongue('Läge')}: {tongue.status(line.status)}",
            f"{tongue('Löfte')}: ”{words(response.document, line.promise)}”",
            f"{tongue('Ur')}: {response.document.name}",
        )
    )


def _uid(line: FollowUp, report: AuditReport) -> str:
    """The same for the same promise of the same file, whatever else changed."""
    document = report.responses[line.response].document
    words_at = line.words or line.promise
    key = f"{document.sha256}:{line.recommendation}:{words_at.start}:{words_at.end}:{line.due}"
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def _plain(text: str) -> str:
    """The text without what a calendar must not hold; spaces of every kind are spaces."""
    signs = (sign if sign == "\n" or not sign.isspace() else " " for sign in encodable(text))
    return "".join(sign for sign in signs if sign == "\n" or sign.isprintable() or sign == _SOFT_HYPHEN)

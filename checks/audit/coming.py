"""Which of the times that a sentence names are still to come: those that its promises can be held to."""

from __future__ import annotations

import re
from datetime import date

from clauses.dates import Period

_FAR = 240  # days: a day without a year that lies so far ahead lies rather behind
_FAR_SEASON = 300
_DATED_PAST = re.compile(
    r"\b(?:daterad|daterat|beslutade|beslutad|beslutades|antagen|antogs|antog|genomfördes|den dagen|protokoll|"
    r"sedan|gjordes|hölls|infördes|sammanträde(?:t)?\s+den)\W*$",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\b(?:ska|skall|kommer|avser|planer\w*|beräkna\w*|senast|till|inför|före|från)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b\w*(?:plan(?:en)?|program(?:met)?|strategi(?:n)?|policyn?|budget(?:en)?|perioden)\s(?:för\s)?(?:åren\s)?$",
    re.IGNORECASE,
)
_RUNS_OUT = re.compile(r"\b(?:remiss|svars|anmälnings)\w*[^.;]{0,40}$|\b(?:går|löper) ut\s(?:den\s)?$", re.IGNORECASE)


def is_to_come(period: Period, text: str, written: date | None) -> bool:
    """Whether a time can be a promise's: not over when the response was written, no habit, no date of a document."""
    if period.lead == "repeated" or (written is not None and (period.due < written or period.first == written)):
        return False
    if period.lead == "start" and re.match(
        r"sedan|alltsedan", text[max(0, period.start - 12) : period.start].strip().lower()[-9:] or "x"
    ):
        return False
    far = written is not None and (period.due - written).days > (_FAR_SEASON if period.kind == "season" else _FAR)
    if far and period.resolved and period.kind in ("day", "month", "season") and not _FIRM.search(text):
        return False  # "den 9 mars", said in May
    if period.kind in ("years", "bare-year", "year") and _NAMED.search(text[: period.start]):
        return False  # "verksamhetsplanen för 2025-2027" is a document's name
    if _RUNS_OUT.search(text[: period.start]):
        return False
    if _DATED_PAST.search(text[max(0, period.start - 40) : period.start]):
        return False
    return not re.search(r"§", text[max(0, period.start - 8) : period.start] + text[period.end : period.end + 5])

"""The clause that a time stands in, and whether it tells of the past or of what is ahead."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from checks.audit import tense
from clauses.dates import Period

_BOUND = re.compile(
    r"[,;:–]\s|(?<!-)\s(?=(?:och|men|samt|medan|varefter|varpå|varvid|som|vilket|vilken|vilka|där|"
    r"att|så att|eftersom|sedan dess)\s)",
    re.IGNORECASE,
)
VERBAL = re.compile(
    r"\b(?:ska|skall|kommer|avser|planerar|ämnar|tänker|bör|borde|torde|är|blir|får|kan|tar|ger|gör|sker|återstår|"
    r"tas|ges|görs|ses|går|står|når|drar|"
    r"återkommer|pågår|följer|arbetar|räknar|har|hade|\w{3,}(?:as|eras|örs|tts|ts|rs|gs|ivs|ens|lls|ms|ks|ps|ades|ogs)|"
    r"(?!(?:septem|okto|novem|decem)ber)\w{3,}(?:ar|er)|\w{3,}(?:ade|des?|tes?)|"
    r"\w*(?:tog|gav|höll|gick|skrev))\b"
)
AHEAD = re.compile(
    r"\b(?:ska|skall|kommer|avser|ämnar|tänker|bör|borde|torde|beräkna\w*|väntas|förväntas|planer\w*|plan(?:en)? är|"
    r"tanken|blir|återkommer|"
    r"återstår|bokat\w*|inbokat\w*|aviserat\w*|skjutits|flyttats|försenats|senarelagts|tidigarelagts|förlagts|"
    r"schemalagts|kallat\w*|"
    r"uppdrag|uppdra\w*|föreslå\w*|avsikt\w*|mål\w*|är (?:klar|klart|klara|färdig\w*)|senast)\b",
    re.IGNORECASE,
)
_PAST_TOO = re.compile(
    r"\b(?:antog|beslöt|gav|tog|fick|höll|gick|skrev|lade|satte|anslog|lät|bad|valde|avsatte|avslog|uppdrog|"
    r"överlämnade|köpte|sålde|hann|var|blev|kom|gjorde|såg|drog|stod|bjöd|"
    r"\w{2,}(?:ades|eddes|addes|ördes|ndes|ldes|ttes|ktes|ptes|gdes|mdes|rdes|ändes)|påbörjade|startade|inledde)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^som\s[^,;]{0,60}?\b(?:har|hade)\s(?:\w+\s){0,4}?\w+(?:at|it|tt|rt|lt|nt|ats|its|tts)\s"
    r"(?:\w{2,}s|får|blir|kommer|ska)\s",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"(?:,\s|\s)(?:och|samt|eller)\s(?:\w+t\s|även\s|också\s)?\w{2,}a\s(?:(?!\bhar\b)[^,;]){0,120}$"
)
_SHOULD_HAVE = re.compile(
    r"\bskulle\s(?:\w+\s){0,2}?ha\s|\b(?:planerades|var\s(?:tänkt|planera[dt]|avse[dt]t?)|beräknades)\b", re.IGNORECASE
)
_MODAL = re.compile(r"\b(?:ska|skall|kommer|avser|bör|uppdrag|planerar|uppgift)\b", re.IGNORECASE)
_LAST_TIME = re.compile(
    r"\bsenast\s(?:\w+(?:erad|erade|erat|ats|des|ad)|genomförd\w*|antagen)\b|\b\w+(?:des|tes)\ssenast\b", re.IGNORECASE
)


_REACH = 8  # parts of a sentence


def clause_of(text: str, period: Period) -> str:
    """The clause that a time stands in: its part of the sentence, with verbless parts beside."""
    cuts = [
        0,
        *(match.end() for match in _BOUND.finditer(text) if not period.start <= match.start() < period.end),
        len(text),
    ]
    spans = [(first, last) for first, last in pairwise(cuts) if first < last]
    at = next((place for place, (first, last) in enumerate(spans) if first <= period.start < last), 0)
    low = high = at
    while low > max(0, at - _REACH) and not VERBAL.search(text[spans[low][0] : spans[high][1]]):
        low -= 1
    while high + 1 < min(len(spans), at + _REACH) and not VERBAL.search(text[spans[low][0] : spans[high][1]]):
        high += 1
    return text[spans[low][0] : spans[high][1]]


def was(period: Period, text: str, written: date | None) -> bool:
    """Whether the clause tells of what was done then: "under våren har ...", "antogs i oktober"."""
    running = written is not None and period.first <= written
    if not (period.resolved or running):
        return False
    clause = clause_of(text, period)
    if _LAST_TIME.search(clause) or _SHOULD_HAVE.search(clause):
        return True
    if AHEAD.search(clause) or _GOES_ON.search(clause):
        return False
    before = text[: period.start]
    if (act := _INFINITIVE.search(before)) and _MODAL.search(before[: act.start()]):
        return False  # "ska gå igenom vad som har hänt, och lämna en rapport i maj"
    has = bool(re.search(r"\b(?:har|hade)\b", clause, re.IGNORECASE))
    return (has and any(tense.perfects(clause))) or bool(_preterite(clause))


def _preterite(clause: str) -> bool:
    return bool(_PAST_TOO.search(clause)) or any(
        not re.match(r"(?:sedan|alltsedan|numera|redan)\b", clause[first:last], re.IGNORECASE)
        for first, last in tense.preterites(clause)
    )

"""When a document was written, and whether it proposes or decides."""

from __future__ import annotations

import re
from datetime import date

from checks.followup import Decided
from clauses.dates import Period, periods
from ingest.document import Document

_FIRST = 2500  # characters
_LAST = 900
_LABEL = re.compile(
    r"(?:datum|sammanträdesdatum|daterad|daterat|svarsdatum|beslutsdatum|upprättad|^\W*\w+ den)\s*:?\s*\|?\s*$",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"^\W*(?:[\w-]+\W{1,3}){0,4}?(?:antagen|antaget|antogs|fastställd|fastställt|beslutad|"
    r"beslutat|godkänd)\b[^\n.]{0,60}$|"
    r"(?:nämnden|styrelsen|direktionen|fullmäktige)\b[^\n.]{0,60}\b(?:sammanträde|möte)\w*\s(?:den\s)?$|"
    r"\b(?:antagen|antaget|fastställd|fastställt|beslutad|godkänd) (?:av|i) "
    r"\w*(?:nämnden|styrelsen|direktionen|fullmäktige)[^\n.]{0,20}$|"
    r"(?:nämnden|styrelsen|direktionen)\s(?:beslutade|har)\sden\s$",
    re.IGNORECASE,
)
_OWN_KIND = re.compile(
    r"^[\W_]*(?:tjänste(?:skrivelse|utlåtande)|yttrande|svar|skrivelse|protokollsutdrag|utdrag ur protokoll|"
    r"(?:sammanträdes)?protokoll|sammanträde|beslut|åtgärdsplan|handlingsplan|åtgärdslista)\b(?!\s(?:senast|till|på))"
    r"(?![^\n]{0,60}\b(?:granskning|rapport|revis)\w*)[^\n]{0,60}$",
    re.IGNORECASE,
)
_NOT_OWN = re.compile(
    r"(?:(?<!\w)dnr|diarienr|rapport|granskning\w*|missiv|(?<!tjänste)skrivelse|inkom\w*|remiss\w*|överläm\w*|"
    r"svar senast|sista (?:svars)?dag\w*|senast)[^\n]{0,40}$",
    re.IGNORECASE,
)
_SHORT_LINE = 70
_FAR_DOWN = 900
_PROPOSAL = re.compile(
    r"\btjänsteskrivelse|\btjänsteutlåtande|\bförslag till (?:beslut|\w+nämnden|\w+styrelsen|yttrande|svar)|"
    r"\bbeslutsförslag|"
    r"\bförslag till \w{0,30}sammanträde|\b(?:förvaltningens|kontorets) förslag till|\bföreslås besluta|"
    r"\bföreslår (?:att )?\w*(?:nämnden|styrelsen|direktionen)s?"
    r"(?: att)? beslut|\bföreslår \w+ besluta",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\butkast till (?:yttrande|svar)|\bförslag på (?:yttrande|svar)", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:förvaltningen|kontoret|kansliet|handläggare)\b", re.IGNORECASE)
_MINUTES = re.compile(
    r"protokollsutdrag|sammanträdesprotokoll|utdrag ur protokoll|\bprotokoll\b[^\n]{0,40}\d{4}|"
    r"paragrafen (?:är|förklaras)|justeras?\b|justerat\b|"
    r"beslutat av nämnden|vid protokollet\b|utdraget|utdragsbestyrk\w*|"
    r"\b(?:antag|fastställ|beslut|godkän)(?:en|et|d|t|ad|at|ades|des|ts)\s(?:av|i|vid)\s"
    r"\w*(?:nämnden|styrelsen|direktionen|fullmäktige)\b|"
    r"antaget av|antogs av|(?:nämnden|styrelsen|direktionen)"
    r"\W{1,4}(?:den\s)?(?:20\d\d-\d\d-\d\d|\d{1,2} \w+ 20\d\d),? § ?\d",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"ordförande|\bordf\b|\bpå (?:nämndens|styrelsens|direktionens|\w+nämndens|\w+styrelsens) vägnar|"
    r"\bför (?:\w*nämnden|\w*styrelsen|direktionen)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_VERDICT = re.compile(
    r"(?:nämnden|styrelsen|direktionen)s? (?:beslut\b|beslutar\b|beslutade\b|har beslutat|har behandlat|"
    r"behandlade|antar\b|avger\b|avgav\b|överlämnar\b|lämnar (?:härmed|genom|följande|detta)|får härmed)|"
    r"(?:nämnden|styrelsen|direktionen) (?:har|beslöt|antog|fastställde|godkände)\b[^.]{0,110}"
    r"\b(?:yttrande|svar|handlingsplan|"
    r"åtgärdsplan|beslutat|antagit|fastställt)",
    re.IGNORECASE,
)


def written(document: Document) -> date | None:
    """The day of a document: the first whole date among its first lines, else the last among its last ones.

    A month alone ("maj 2026") is its last day. None where there is no date to be had.
    """
    text = document.text
    best: tuple[int, date] | None = None
    for found in _dates(text[:_FIRST]):
        score = _likely(text, found.start, found.end)
        if score > 0 and (best is None or score > best[0]):
            best = (score, found.last)
    if best and best[0] >= 2:
        return best[1]
    tail = text[-_LAST:]
    signed = [found.last for found in _dates(tail) if _likely(tail, found.start, found.end) >= 2]
    if signed:
        return signed[-1]
    everywhere = [found.last for found in _dates(text) if found.kind == "day" and not found.lead]
    return best[1] if best else max(everywhere, default=None)


def _dates(text: str) -> list[Period]:
    """The days and months that the text names with their year."""
    return [period for period in periods(text, None) if period.kind in ("day", "month") and period.lead != "before"]


def _likely(text: str, start: int, end: int) -> int:
    """How likely a date is the document's own: it stands alone in a short line, after its label or kind."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    rest = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)]
    own = bool(_OWN_KIND.match(line) or _ADOPTED.search(line))
    alone = len(line) + len(rest) < _SHORT_LINE and not rest.strip().endswith(".")
    return (
        (3 if alone else 0)
        + (2 if _LABEL.search(line) else 0)
        + (2 if own else 0)
        - (3 if _NOT_OWN.search(line) and not own else 0)
        - (start > _FAR_DOWN)
    )


def decided(document: Document) -> Decided:
    """Whether a response proposes an answer, or is the board's own: its minutes, or signed by its chair."""
    text = document.text
    head, tail = text[:1800], text[-700:]
    minutes = bool(_MINUTES.search(head) or re.search(r"vid protokollet|justerat|paragrafen", tail, re.IGNORECASE))
    if minutes and not re.search(r"tjänsteskrivelse|tjänsteutlåtande|förslag till beslut", head[:600], re.IGNORECASE):
        return Decided.DECIDED
    if _PROPOSAL.search(head) or _PROPOSAL.search(tail):
        return Decided.PROPOSED
    if _DRAFT.search(head) or (_OFFICE.search(head[:500]) and not _SIGNED.search(tail)):
        return Decided.PROPOSED
    if _SIGNED.search(tail) or _VERDICT.search(head):
        return Decided.DECIDED
    return Decided.UNKNOWN

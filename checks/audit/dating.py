"""When a document was written, and whether it proposes or decides."""

from __future__ import annotations

import re
from datetime import date

from checks.followup import Decided
from clauses.quantities import dates
from ingest.document import Document

_FIRST = 2500  # characters
_LAST = 900
_LABEL = re.compile(r"(?:datum|sammanträdesdatum|daterad|beslutsdatum|upprättad|den)\s*:?\s*$", re.IGNORECASE)
_NOT_OWN = re.compile(
    r"(?:dnr|diarienr|rapport|granskning\w*|missiv|skrivelse|daterad|inkom\w*|remiss\w*|överläm\w*)[^\n]{0,40}$",
    re.IGNORECASE,
)
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
    r"beslutat av nämnden|antaget av|antogs av|vid protokollet\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"ordförande|\bordf\.", re.IGNORECASE)
_VERDICT = re.compile(
    r"(?:nämnden|styrelsen|direktionen)s? (?:beslut\b|beslutar\b|beslutade\b|har beslutat|har behandlat|"
    r"behandlade|antar\b|avger\b|överlämnar\b)",
    re.IGNORECASE,
)


def written(document: Document) -> date | None:
    """The day of a document: the first whole date among its first lines, else the last among its last ones.

    A month alone ("maj 2026") is its last day. None where there is no date to be had.
    """
    text = document.text
    head = text[:_FIRST]
    best: tuple[int, date] | None = None
    for found in dates(head):
        line = text[text.rfind("\n", 0, found.start) + 1 : found.start]
        rest = text[found.end : text.find("\n", found.end) if "\n" in text[found.end :] else len(text)]
        short = len(line) + len(rest) < 70
        score = (
            (3 if short else 0)
            + (2 if _LABEL.search(line) else 0)
            - (3 if _NOT_OWN.search(line) else 0)
            - (found.start > 900)
        )
        if score > 0 and (best is None or score > best[0]):
            best = (score, found.last)
    if best and best[0] >= 2:
        return best[1]
    tail = dates(text[-_LAST:])
    if tail:
        return tail[-1].last
    everywhere = [found.last for found in dates(text) if found.first == found.last]
    return best[1] if best else max(everywhere, default=None)


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

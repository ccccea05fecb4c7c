"""The words of a recommendation themselves: an item without its mark, its "att", its reason and its end."""

from __future__ import annotations

import re

from checks.audit import recommending
from checks.audit.merging import Asked
from ingest.document import Document, Span

_FIRST_SENTENCE = re.compile(r"^.{12,}?(?<!\bbl)(?<!\bt\.ex)(?<!\bs\.k)[.](?=\s+[A-ZÅÄÖ])", re.DOTALL)
_REASON = re.compile(
    r"\s[–—-]\s(?=[^–—]{0,200}\b(?:är|har|saknas|saknar|finns|visar|såg|sett|visste|kan|innebär|var|hade|beviljas|"
    r"görs)\b)"
)
_REFERENCE = re.compile(
    r"\s*[(\[](?:se |jfr |avsnitt|kapitel|kap|s\. |sid|prioritet|hög|medel|låg|[A-ZÅÄÖ]{2,5}[,)]|\w*(?:nämnden|"
    r"styrelsen))[^)\]]{0,60}[)\]]?\W*$"
)
_ENDS = " \t\n.;,:*_"
_TRAILING = re.compile(r"[,;]?\s+(?:samt|och)\s*$")


def unmarked(text: str) -> str:
    """A line without the mark of a list that it begins with."""
    mark = recommending.MARK.match(text)
    return text[mark.end() :] if mark else text


def item(document: Document, place: int, start: int, end: int, to: tuple[str, ...], label: str) -> Asked:
    """The recommendation of an item: of several sentences the first, without the reason that follows it."""
    text = document.text[start:end]
    mark = recommending.MARK.match(text)
    at = start + (mark.end() if mark else 0)
    body = document.text[at:end]
    while body[:1] in ("*", "_", " "):
        at, body = at + 1, body[1:]
    if body[:4].lower() == "att ":
        at, body = at + 4, body[4:]
    first = _FIRST_SENTENCE.match(body)
    if first:
        body = first.group()
    reason = _REASON.search(body, 20)
    if reason:
        body = body[: reason.start()]
    body = _REFERENCE.sub("", body)
    body = _TRAILING.sub("", body.rstrip(_ENDS)).rstrip(_ENDS)
    return Asked(Span(at, at + len(body)), to, place, True, label if re.search(r"\d|^\(?[a-z]\)", label) else "")

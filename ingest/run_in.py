"""Headings that their text follows in the same paragraph: "7.2 Vite. Beställaren har ...", "Insyn. Beställaren ..."."""

from __future__ import annotations

import re

from ingest.draft import Draft
from ingest.headings import has_verb

_RUN_IN = re.compile(r"([A-ZÅÄÖ][^.:;!?\n\t]{1,70}?)(?:[.:](?=[ \t]+[A-ZÅÄÖ\"”])|[ \t]+[–—-](?=[ \t]+[A-ZÅÄÖ])|(?=\n))")
# What ends such a heading at the latest, or may: asked first, since most text has none, and this fails far sooner.
_ENDING = re.compile(r"[.:\n\t]| [–—\- ]")
_FARTHEST = 75
# What answers a question in one word is no heading of what follows.
_ANSWERS = frozenset(("ja", "nej", "delvis", "inga", "inget", "ingen", "obs", "klart", "stämmer", "kommentar", "svar"))
_LONGEST = 110
_MOST_WORDS = 12
_FEW_WORDS = 3


def run_in(draft: Draft, start: int) -> int | None:
    """Where the running text begins after a heading that stands at `start` of a draft's text, else None.

    The heading is what is set off in bold or italics, or a few words without a verb that end by a full stop, a colon, a
    dash or a line break before a capital letter.
    """
    text = draft.text
    if draft.lead > start and (body := _after_lead(text, start, draft.lead)):
        return body
    found = _RUN_IN.match(text, start) if _ENDING.search(text, start, start + _FARTHEST) else None
    if not found or has_verb(found[1]) or len(found[1].split()) > 8:
        return None
    body = _skip(text, found.end())
    return body if len(text) - body > (2 if ":" in found[0] else 15) else None


def unnumbered(draft: Draft, start: int, introduced: bool) -> int | None:
    """The same for a paragraph or item without a clause number: the heading must be set off, or be three words at
    most before a sentence. In an item of a list that is `introduced` short words are the item itself: "- Personal. Den
    ska vara utbildad."
    """
    text = draft.text
    body = run_in(draft, start)
    if body is None:
        return None
    if draft.lead > start:
        return body if ":" not in text[start:body] or has_verb(text[body : body + 400]) else None
    words = text[start:body].strip(" .\n\t").split()
    if introduced or ":" in text[start:body] or len(words) > _FEW_WORDS or words[0].lower().strip(".,!") in _ANSWERS:
        return None
    if any(map(str.isdigit, text[start:body])) or not has_verb(text[body : body + 400]):
        return None
    return body if text[start:body].rstrip().endswith(".") or "\n" in text[start:body] else None


def _after_lead(text: str, start: int, lead: int) -> int | None:
    end = lead + 1 if text[lead : lead + 1] in (".", ":") and text[lead - 1 : lead] not in (".", ":") else lead
    title, body = text[start:end].strip(), _skip(text, end)
    if not title or len(title) > _LONGEST or len(title.split()) > _MOST_WORDS or body >= len(text):
        return None
    if not (text[body].isupper() or text[body].isdigit() or text[body] in '"”[('):
        return None
    ended = title.endswith((".", ":", "!", "?", "–", "-")) or text[end : end + 1] == "\n"
    return body if ended or (has_verb(text[body : body + 400]) and not has_verb(title)) else None


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at

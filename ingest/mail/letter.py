"""A letter, whichever program sent it: who, when and about what, its words, and what is attached."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.characters import clean
from ingest.document import BlockKind, Part
from ingest.draft import Draft, Drafts

_TAG = re.compile(rb"<[^<>]{0,2000}>")
_WORD = re.compile(r"\w+")
_SHORT = 0.5  # a plain part with fewer of the page's words than this only says that there is a page


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that hangs on a letter: its name and bytes."""

    name: str
    data: bytes


@dataclass(slots=True)
class Letter:
    """`heads` are subject, sender, receivers and date as (Swedish word, text); `plain` and `html` the two forms of the
    body (html as bytes in UTF-8); `parts` what of the mail is left out or cannot be read.
    """

    heads: list[tuple[str, str]] = field(default_factory=list)
    plain: str = ""
    html: bytes = b""
    rtf: bytes = b""
    attachments: list[Attachment] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def drafts(letter: Letter) -> Drafts:
    """The letter's own words. The attachments are documents of their own, and the ledger says so."""
    body = _body(letter)
    heads = [Draft(_line(text), BlockKind.HEADING, level=1) for what, text in letter.heads if what == "Ämne"]
    heads += [Draft(f"{what}: {_line(text)}") for what, text in letter.heads if what != "Ämne"]
    attached = [Part(each.name, "left-out", "bilagan läses som ett eget dokument") for each in letter.attachments]
    blocks = [draft for draft in heads if draft.text] + body.blocks
    return Drafts(blocks, parts=[*body.parts, *letter.parts, *attached])


def _body(letter: Letter) -> Drafts:
    readers = (("html", letter.html), ("rtf", letter.rtf))
    formatted = next((each for each in readers if each[1] and reader_of(each[0])), None)
    if letter.plain.strip() and not (formatted and _only_a_hint(letter.plain, formatted[1])):
        return _read("text", letter.plain.encode("utf-8", "replace"))
    if formatted:
        return _read(*formatted)
    if letter.html or letter.rtf:
        return Drafts([], parts=[Part("brevets text", "unread", "klausul läser inte dess format")])
    return Drafts([])


def _only_a_hint(plain: str, formatted: bytes) -> bool:
    page = len(_WORD.findall(_TAG.sub(b" ", formatted).decode("utf-8", "replace")))
    return len(_WORD.findall(plain)) < page * _SHORT


def reader_of(kind: str) -> Callable[[bytes, str | None], Drafts] | None:
    """The format module's `drafts` for a kind, where there is such a module."""
    from importlib import import_module
    from importlib.util import find_spec

    if find_spec(f"ingest.formats.{kind}") is None:
        return None
    found: Callable[[bytes, str | None], Drafts] = import_module(f"ingest.formats.{kind}").drafts
    return found


def _read(kind: str, data: bytes) -> Drafts:
    from ingest.errors import UnreadableDocument

    reader = reader_of(kind)
    try:
        return reader(data, None) if reader else Drafts([])
    except UnreadableDocument as error:
        return Drafts([], parts=[Part("brevets text", "unread", error.what)])


def _line(text: str) -> str:
    return " ".join(clean(text).split())

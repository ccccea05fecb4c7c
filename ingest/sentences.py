"""Where one sentence ends and the next begins, in Swedish legal prose. The only sentence splitter of klausul.

A full stop ends a sentence unless an abbreviation, an initial, an ordinal or a reference stands before it; some
abbreviations (m.m., osv., kr.) may end a sentence, and do so before a capital letter. Semicolons and colons never
end one.
"""

from __future__ import annotations

import re

from ingest.abbreviations import BEFORE_FIGURES, CLOSING, LEADING, MONTHS, NAMED_BY_LETTER
from ingest.numbers import label

LONGEST = 700

_END = re.compile(r"[.!?…][\"”’»'*)\]]*(?=\s)|\n")
_WORD_BEFORE = re.compile(r"[^\s(\[\"”’»]*$")

_DOTTED = re.compile(r"[a-zåäö](?:\.[a-zåäö]{1,3})+$")
_INITIALS = re.compile(r"[A-ZÅÄÖ](?:\.-?[A-ZÅÄÖ]){0,3}")
_CAPTIONS = frozenset(("tabell", "figur", "bild", "diagram"))  # "Tabell 2. Viten" is one line
_SHORT_NAME = re.compile(r"[A-ZÅÄÖ][a-z]?[A-ZÅÄÖ]")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as offsets in `text`, without the white space around them."""
    found: list[tuple[int, int]] = []
    begin = _skip(text, start, end)
    for mark in _END.finditer(text, begin, end):
        stop = mark.end()
        if stop <= begin:
            continue
        if text[mark.start()] == "\n":
            if not _line_ends(text, begin, mark.start(), end):
                continue
            stop = mark.start()
        elif not _ends(text, begin, mark.start(), stop, end):
            continue
        _add(text, begin, stop, found)
        begin = _skip(text, stop, end)
    _add(text, begin, end, found)
    return found


def pieces(text: str, start: int, end: int, longest: int = LONGEST) -> list[tuple[int, int]]:
    """A sentence over `longest` characters cut at its semicolons, or its list commas where it has none; else as it
    is.
    """
    found: list[tuple[int, int]] = []
    while end - start > longest:
        cut = -1
        for pattern in ("; ", ";\n", " (b) ", ": ", ", ", " "):
            cut = text.rfind(pattern, start + longest // 4, start + longest - 1)
            if cut >= 0:
                break
        if cut < 0:
            cut = start + longest - 1
        _add(text, start, cut + 1, found)
        start = _skip(text, cut + 1, end)
    _add(text, start, end, found)
    return found


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _line_ends(text: str, begin: int, newline: int, end: int) -> bool:
    """Whether a line break within a block ends a sentence: before a list marker, or a capital after a closed line."""
    following = _skip(text, newline, end)
    if following >= end or newline <= begin:
        return False
    if label(text[following : following + 24]):
        return True
    return text[newline - 1] in ".!?:" and text[following].isupper()


def _ends(text: str, begin: int, dot: int, stop: int, end: int) -> bool:
    """Whether the mark at `dot`, with its closing quotes up to `stop`, ends the sentence that began at `begin`."""
    following = _skip(text, stop, end)
    if following >= end:
        return True
    first = text[following]
    if first.islower():
        return False
    if text[dot] != "." or (stop - dot > 1 and text[dot + 1] not in ")]"):
        return True
    if text[dot - 1 : dot] == ".":
        return first.isupper()
    # From the last space on, since the search tries every character before the word in vain.
    found = _WORD_BEFORE.search(text, max(begin, dot - 40, text.rfind(" ", begin, dot) + 1), dot)
    word = found[0] if found else ""
    if not word:
        return True
    bare = word.lower().lstrip("'*_")
    if _INITIALS.fullmatch(word):
        return len(word) == 1 and _word_before(text, begin, dot - len(word)) in NAMED_BY_LETTER
    if bare.isdigit():
        return _after_figure(text, begin, dot - len(word), first, bare)
    if bare in BEFORE_FIGURES:
        return not first.isdigit() and _SHORT_NAME.match(text, following) is None and _starts(text, begin, dot, word)
    if bare in CLOSING:
        return _after_closing(text, begin, dot - len(word), first, bare)
    if bare in LEADING or _DOTTED.match(bare):
        return False
    return len(bare) > 1 or not bare.isalpha()


def _after_figure(text: str, begin: int, start: int, first: str, figure: str) -> bool:
    """`1.` begins an item after a colon, a semicolon or a full stop; elsewhere ("enligt punkt 7.") it ends the
    sentence.
    """
    before = text[max(begin, start - 300) : start].rstrip()
    if before.lower() in _CAPTIONS:
        return False
    if len(figure) <= 2 and (not before or before[-1] in ":;" or f" {int(figure) - 1}. " in before):
        return False
    if first.isdigit():
        return len(figure) > 2
    return True


def _after_closing(text: str, begin: int, start: int, first: str, word: str) -> bool:
    if first.isdigit():
        return word not in MONTHS and word not in ("kr", "m")
    return word != "m" or _word_before(text, begin, start) == "m."


def _starts(text: str, begin: int, dot: int, word: str) -> bool:
    """Whether an abbreviation that follows another one ("t. ex. Skatteverket") is a word of its own."""
    return not _word_before(text, begin, dot - len(word)).endswith(".")


def _word_before(text: str, begin: int, start: int) -> str:
    words = text[max(begin, start - 30) : start].split()
    return words[-1].lower() if words else ""

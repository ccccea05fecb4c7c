"""A party as an opening names it, and the parties that one stretch of text holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checks.organisations import has_number, is_organisation, name_at, number_in
from checks.short_names import short_names

LONGEST_SEGMENT = 420  # characters: a party with its number, address and short name


@dataclass(frozen=True, slots=True)
class Entry:
    """A party as the opening names it.

    `label` is the role that it is listed under, `called` its short names, both as written or empty.
    """

    start: int
    name: str
    label: str = ""
    called: tuple[str, ...] = ()
    number: str | None = None


_AND = re.compile(
    r"[,;]?\s+(?:och|samt|OCH|SAMT"
    r"|å\sandra\ssidan)[,:]?\s+(?=(?:(?:å\s)?andra\ssidan,?\s)?[\"”“*(]{0,2}(?:[A-ZÅÄÖ0-9]|föreningen\s"
    r"|bolaget\s))|\n+(?:och|samt)\s+|;\s+|\n+(?=\(?[2b]\)?[.)]\s)"
)


def listed(segment: str, offset: int, over_paragraphs: bool = False) -> list[Entry]:
    """The parties of a segment, told apart by "och" between names and by where a short name has been given."""
    found: list[Entry] = []
    shared = False
    for start, end in _pieces(segment):
        piece = segment[start:end]
        at = name_at(piece)
        if at and not over_paragraphs:
            piece = piece[: at[0]] + _own_lines(piece[at[0] :])
        aliases = short_names(piece)
        if at and found and not (is_organisation(at[1]) or aliases or has_number(piece)):
            at = None
        if at is None:
            if found and aliases and not found[-1].called:
                found[-1] = replace(found[-1], called=aliases)
            continue
        shared = bool(aliases and re.search(r"gemensamt|tillsammans|\bkallade\b|benämnda", piece))
        found.append(Entry(offset + start + at[0], at[1], "", aliases, number_in(piece)))
        if shared:
            found = [replace(entry, called=entry.called or aliases) for entry in found]
    return found


def _own_lines(piece: str) -> str:
    """A party's lines: until one that names an organisation again."""
    first, *rest = piece.split("\n")
    for count, line in enumerate(rest):
        named = name_at(line)
        if named and is_organisation(named[1]):
            return "\n".join([first, *rest[:count]])
    return piece


def _pieces(segment: str) -> list[tuple[int, int]]:
    """Where each party's piece of a segment begins and ends."""
    pieces = []
    start = 0
    for match in _AND.finditer(segment):
        left, right = segment[start : match.start()], segment[match.end() : match.end() + 160]
        before, after = name_at(left), name_at(right)
        if not (before and after):
            continue
        closed = has_number(left) or bool(short_names(left)) or is_organisation(before[1])
        if closed and (is_organisation(after[1]) or has_number(right) or bool(short_names(right))):
            pieces.append((start, match.start()))
            start = match.end()
    return [*pieces, (start, len(segment))]

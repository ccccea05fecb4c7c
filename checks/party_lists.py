"""Parties that stand in tables and under labels: "Beställare: Ekmora kommun, org.nr ..."."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from checks.organisations import has_number, is_organisation, name_at, number_in
from checks.party_entries import LONGEST_SEGMENT, Entry, listed
from checks.rolewords import LABEL_ROLE, ROLE_OF, WEAK_LABELS, indefinite, role_of_label
from checks.short_names import short_names

_WORDS = "|".join(sorted([*LABEL_ROLE, *WEAK_LABELS], key=len, reverse=True)).replace(" ", r"\s") + r"|part\s[12AB]"
_LABEL = re.compile(
    rf"^[ *•–-]*(?i:(?:(?:\d{{1,2}}(?:\.\d{{1,2}})?|[a-z])[.)]?[ ]+)?(?:\d\.?\s)?(?:part\s[12ab][ :,–-]+(?=\w)"
    rf"|namn\spå\s|uppgifter\som\s)?\(?(?P<label>{_WORDS})(?:s|n?ens?|nens?|ns?|ets?|t|er(?:na)?|na)?(?:\snamn)?)"
    rf"(?:[ ]?(?:/|och|\()[ ]?[^\n:\t]{{0,40}}?\)?|[ ]?\)|\s\d)?(?P<colon>[ ]*(?::|\t|[ ][–-][ ])|\s+(?:är"
    rf"|utgörs\sav)(?=\s+[A-ZÅÄÖ])|[ ]*\n)",
    re.M,
)


def tables(opening: str) -> tuple[list[Entry], str]:
    """The parties of tables whose columns are headed by roles, and the opening without them."""
    found: list[Entry] = []
    start = 0
    rest = opening
    columns: dict[int, list[str]] = {}
    heads: dict[int, str] = {}
    for line in [*opening.split("\n"), ""]:
        cells = line.split("\t") if "\t" in line else [line]
        roles = (
            {}
            if len(cells) < 2 or columns
            else {index: label for index, cell in enumerate(cells) if (label := _role_head(cell))}
        )
        if columns and len(cells) < 2:
            found += [entry for index in heads if (entry := _column(columns[index], heads[index], start))]
            columns, heads = {}, {}
        elif len(roles) >= 2 and not columns:
            columns, heads = {index: [] for index in roles}, roles
            rest = rest[:start] + " " * len(line) + rest[start + len(line) :]
        elif columns:
            for index in columns:
                if index < len(cells):
                    columns[index].append(f"{cells[0]}\t{cells[index]}" if index else cells[index])
            rest = rest[:start] + " " * len(line) + rest[start + len(line) :]
        start += len(line) + 1
    return found, rest


@lru_cache(maxsize=512)
def _role_head(cell: str) -> str:
    word = cell.strip(" *:")
    lower = word.lower()
    return word if role_of_label(lower) or lower in ROLE_OF or indefinite(lower) in WEAK_LABELS else ""


_NAME_ROW = re.compile(r"(?:namn|företag|part|organisation|bolag|myndighet|firma)(?:snamn)?(?!snummer|s?nr)\b", re.I)


def _column(rows: list[str], head: str, start: int) -> Entry | None:
    named = [row.partition("\t")[2] for row in rows if _NAME_ROW.match(row)]
    for cell in named or [row.rpartition("\t")[2] for row in rows]:
        at = name_at(cell)
        if at and (named or is_organisation(at[1])):
            called = (match[0],) if (match := short_names(cell)) else ()
            return Entry(start, at[1], head, called, number_in("\n".join(rows)))
    return None


def labelled(text: str) -> tuple[list[Entry], str]:
    """The parties that stand under a label ("Beställare: ..."), and the text without those places."""
    found: list[Entry] = []
    rest = text
    labels = list(_LABEL.finditer(text))
    for place, match in enumerate(labels):
        following = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        end = min(following, match.end() + LONGEST_SEGMENT)
        segment = text[match.end() : end]
        on_line = match["colon"].strip(" ") != "\n"
        if on_line and not name_at(segment.lstrip(" \t").split("\n")[0]):
            continue
        held = listed(segment, match.end(), over_paragraphs=True)
        if not held or not (on_line or is_organisation(held[0].name) or has_number(segment[:200])):
            continue
        if role_of_label(match["label"]) is None and not is_organisation(held[0].name):
            continue
        found += [replace(entry, label=match["label"]) for entry in held if entry is held[0] or entry.number]
        rest = rest[: match.start()] + re.sub(r"[^\n]", " ", rest[match.start() : end]) + rest[end:]
    return found, rest

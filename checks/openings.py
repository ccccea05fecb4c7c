"""Who an opening says that the parties are: in a table, under labels, or in a sentence ("mellan A och B, nedan C").

Everything found becomes an Entry. Who of them buys is decided in `sides`, not here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from checks.organisations import is_organisation, name_at, number_in, organisations
from checks.party_entries import LONGEST_SEGMENT, Entry, listed
from checks.party_lists import labelled, tables
from checks.short_names import CAPS, NO_SHORT_NAME, QUOTE, SHORT, places, short_names

_BETWEEN = re.compile(r"(?:mellan|MELLAN|Mellan)\b:?")
_SENTENCE_END = re.compile(
    r"\b(?i:har|träffa[st]|träffats|slut[ei]?[st]s?|ingås|tecknas|upprättas|föreligger|gäller|förbinder|åtar|är"
    r"|följande\s\w*avtal)\b|\.\s+(?=[A-ZÅÄÖ][a-zåäö]+\s[a-zåäö])"
)
_NUMBER_AFTER = re.compile(r"[)\"”]{0,2},?\s+(?:med\s)?org[\w. :]{0,24}\d{6}-?\d{4}")
_MEANT = re.compile(
    rf"\b[Mm]ed\s{QUOTE}(?P<alias>{SHORT}){QUOTE}\s(?:avses|menas|förstås|åsyftas)(?:\s(?:i|här|nedan)\s?(?:detta"
    rf"|det|denna)?\s?\w*)?\s(?P<party>[A-ZÅÄÖ][^\n.;]{{3,120}})"
)
_WE_ARE = re.compile(
    rf"\b[\"”“]?(?:vi|ni|du|Vi|Ni|Du)[\"”“]?\s(?:menas|avses)\s(?P<party>(?:\w+\s)?{CAPS}[^\n.;]{{3,120}})"
)
_CALLS = re.compile(
    rf"(?:kallas|benämns)\s(?P<party>{CAPS}[^\n,.;]{{3,90}}?)\sför\s{QUOTE}(?P<alias>{CAPS}[\w-]{{2,30}})"
)


_TRIED = 12  # places


def entries(opening: str) -> list[Entry]:
    """The parties that an opening names, in order, each once."""
    found, rest = tables(opening)
    under_labels, rest = labelled(rest)
    found += under_labels
    found += _defined(rest)
    found += _told(rest)
    for match in islice(_BETWEEN.finditer(rest), _TRIED):
        end = _SENTENCE_END.search(rest, match.end(), match.end() + 900)
        sentence = rest[match.end() : end.start() if end else match.end() + 500]
        held = listed(sentence, match.end())
        if len(held) > 1:
            found += held
            break
    return _merged(found)


def _defined(text: str) -> list[Entry]:
    """The parties of every paragraph that gives a short name outside labels and tables."""
    found: list[Entry] = []
    before = 0
    for match in places(text):
        if match.start() < before or not short_names(match[0]):
            continue
        start = _paragraph(text, max(before, match.start() - LONGEST_SEGMENT, 0), match.start())
        between = [each.end() for each in _BETWEEN.finditer(text, start, match.start())]
        start = between[-1] if between else start
        tail = _NUMBER_AFTER.match(text, match.end())
        end = tail.end() if tail else match.end()
        held = listed(text[start:end], start)
        if not held:
            names = organisations(text[start : match.start()])
            aliases = short_names(text[start:end])
            held = [Entry(start + at, name, "", aliases, number_in(text[start + at : end])) for at, name in names[-1:]]
        found += held
        before = end
    return [entry for entry in found if entry.called or is_organisation(entry.name)]


def _paragraph(text: str, start: int, end: int) -> int:
    """Where the party begins whose short name stands at `end`: on that line, or above the lines of its address."""
    nearest = None
    line_end = end
    while line_end > start:
        at = max(text.rfind("\n", start, line_end) + 1, start)
        named = name_at(text[at:line_end])
        if named and is_organisation(named[1]):
            return at
        nearest = at if nearest is None and named else nearest
        line_end = at - 1
    return start if nearest is None else nearest


def _told(text: str) -> list[Entry]:
    """Parties of definitions: "Med Beställaren avses Ekmora kommun", "kallas Ekmora kommun för Kommunen"."""
    found: list[Entry] = []
    means = any(word in text for word in (" avses", " menas", " förstås", " åsyftas"))
    calls = any(word in text for word in (" kallas ", " benämns ", "\nkallas "))
    for match in [*(_MEANT.finditer(text) if means else ()), *(_CALLS.finditer(text) if calls else ())]:
        at = name_at(match["party"])
        if at and is_organisation(at[1]) and match["alias"].lower() not in NO_SHORT_NAME:
            number = number_in(text[match.start("party") : match.end("party") + 40].split("\n")[0])
            found.append(Entry(match.start("party"), at[1], "", (match["alias"],), number))
    for match in _WE_ARE.finditer(text) if means else ():
        at = name_at(match["party"])
        if at:
            found.append(
                Entry(match.start("party"), at[1], number=number_in(text[match.start("party") :][:140].split("\n")[0]))
            )
    return found


def _merged(found: list[Entry]) -> list[Entry]:
    """Each party once, by its name, with all that was said of it."""
    merged: dict[str, Entry] = {}
    for entry in sorted(found, key=lambda each: each.start):
        key = entry.name.casefold()
        known = merged.get(key)
        if known is None:
            merged[key] = entry
        else:
            called = tuple(dict.fromkeys(known.called + entry.called))
            merged[key] = replace(
                known, label=known.label or entry.label, called=called, number=known.number or entry.number
            )
    return list(merged.values())

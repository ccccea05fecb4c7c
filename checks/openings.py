"""Where a contract's opening says who its parties are: in a table, on lines with labels, or in a sentence ("mellan A och B, nedan C").

Everything found becomes an Entry. Who of them buys is decided in `parties`, not here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from checks.organisations import has_number, is_organisation, name_at, number_in, organisations
from checks.rolewords import LABEL_ROLE, ROLE_OF, WEAK_LABELS, indefinite, role_of_label

LONGEST_SEGMENT = 420  # characters: a party with its number, address and short name


@dataclass(frozen=True, slots=True)
class Entry:
    """A party as the opening names it: `label` is the role it is listed under, `called` its short names, both as written or empty."""

    start: int
    name: str
    label: str = ""
    called: tuple[str, ...] = ()
    number: str | None = None


_CAPS = r"[A-ZÅÄÖ]"
_SHORT = rf"{_CAPS}[\w-]{{1,30}}(?:(?: |/)(?!(?:OCH|SAMT|HAR|MED|GENOM|AVTAL)\b){_CAPS}[\w-]{{1,20}}){{0,2}}|(?!ett?\b|den\b|som\b|kalla|benämn)[a-zåäö][\w-]{{2,30}}"
_FROM_HERE = (
    r"(?:(?:här\s?)?nedan|härefter|efter(?=\s+kalla)|hädanefter|fortsättningsvis|framgent|framdeles|i\s+det\s+följande|i\s+(?:fortsättningen|följande)"
    r"|i\s+(?:detta|det\s+här)\s+\w*(?:avtal|kontrakt)|i\s+(?:denna|den\s+här)\s+\w+|i\s+\w*(?:avtalet|kontraktet|överenskommelsen)|här)"
)
_CALLED = r"(?:kalla[dts]|kallade|kallas|benämn[dts]|benämnda|benämnes|betecknad|betecknat|betecknas|omnämnd|omnämns|förkorta[dt]|förkortas)"
_ALSO = r"(?:även|också|gemensamt|tillsammans|enbart|endast|bara|respektive|för)"
_QUOTE = r"[\"”“»'’*(]{0,3}"
_ALIAS = re.compile(
    rf"(?i:[,(–-]\s{{0,2}}(?:och\s)?{_FROM_HERE}(?:\s{_ALSO}|\s{_CALLED}|\s{_FROM_HERE}|\ssom)*,?|\b{_CALLED}(?:\s{_ALSO}|\s{_FROM_HERE})*"
    rf"|[,(]\s{{0,2}}(?:i\segenskap\sav|såsom|som)(?=\s[\w-]+\s?(?:[,.;)(\n]|$)))\s{_QUOTE}(?i:(?:den|det)\s)?(?P<alias>{_SHORT}){_QUOTE}"
    rf"|[ ]\([\"”“»'’*]{{1,3}}(?P<quoted>{_SHORT})[\"”“»'’*]{{1,3}}\)|,\s[\"”“»](?P<marked>{_SHORT})[\"”“»]"
)
_BARE = re.compile(rf" \((?P<alias>{_CAPS}[a-zåäö-]{{3,30}})\)")
_SIGNS = (
    *(
        "nedan",
        "kalla",
        "benämn",
        "härefter",
        "hädanefter",
        "fortsättning",
        "framgent",
        "framdeles",
        "följande",
        "beteckn",
        "omnämn",
        "förkort",
    ),
    *(
        "i detta ",
        "i denna ",
        "i avtalet",
        "i kontraktet",
        "egenskap",
        ", som ",
        "(som ",
        "såsom ",
        '("',
        "(”",
        "(“",
        "(»",
        "('",
        ', "',
        ", ”",
        ", “",
    ),
)
_NO_ALIAS = frozenset(
    """avtalet kontraktet ramavtalet uppdraget tjänsten tjänsterna överenskommelsen parten part parterna parter kunderna lou lov luf verksamheten objektet
    området lokalen följande avropet avtal dokumentet leveransen projektet partnerskapet den det org och samt har publ med genom vilken""".split()
)
_WORDS = "|".join(sorted([*LABEL_ROLE, *WEAK_LABELS], key=len, reverse=True)).replace(" ", r"\s") + r"|part\s[12AB]"
_LABEL = re.compile(
    rf"^[ *•–-]*(?i:(?:(?:\d{{1,2}}(?:\.\d{{1,2}})?|[a-z])[.)]?[ ]+)?(?:\d\.?\s)?(?:part\s[12ab][ :,–-]+(?=\w)|namn\spå\s|uppgifter\som\s)?\(?(?P<label>{_WORDS})(?:s|n?ens?|nens?|ns?|ets?|t|er(?:na)?|na)?(?:\snamn)?)"
    rf"(?:[ ]?(?:/|och|\()[ ]?[^\n:\t]{{0,40}}?\)?|[ ]?\)|\s\d)?(?P<colon>[ ]*(?::|\t|[ ][–-][ ])|\s+(?:är|utgörs\sav)(?=\s+[A-ZÅÄÖ])|[ ]*\n)",
    re.M,
)
_BETWEEN = re.compile(r"(?:mellan|MELLAN|Mellan)\b:?")
_SENTENCE_END = re.compile(
    r"\b(?i:har|träffa[st]|träffats|slut[ei]?[st]s?|ingås|tecknas|upprättas|föreligger|gäller|förbinder|åtar|är|följande\s\w*avtal)\b|\.\s+(?=[A-ZÅÄÖ][a-zåäö]+\s[a-zåäö])"
)
_AND = re.compile(
    r"[,;]?\s+(?:och|samt|OCH|SAMT|å\sandra\ssidan)[,:]?\s+(?=(?:(?:å\s)?andra\ssidan,?\s)?[\"”“*(]{0,2}(?:[A-ZÅÄÖ0-9]|föreningen\s|bolaget\s))|\n+(?:och|samt)\s+|;\s+|\n+(?=\(?[2b]\)?[.)]\s)"
)
_NUMBER_AFTER = re.compile(r"[)\"”]{0,2},?\s+(?:med\s)?org[\w. :]{0,24}\d{6}-?\d{4}")
_MEANT = re.compile(
    rf"\b[Mm]ed\s{_QUOTE}(?P<alias>{_SHORT}){_QUOTE}\s(?:avses|menas|förstås|åsyftas)(?:\s(?:i|här|nedan)\s?(?:detta|det|denna)?\s?\w*)?\s(?P<party>[A-ZÅÄÖ][^\n.;]{{3,120}})"
)
_WE_ARE = re.compile(
    rf"\b[\"”“]?(?:vi|ni|du|Vi|Ni|Du)[\"”“]?\s(?:menas|avses)\s(?P<party>(?:\w+\s)?{_CAPS}[^\n.;]{{3,120}})"
)
_CALLS = re.compile(
    rf"(?:kallas|benämns)\s(?P<party>{_CAPS}[^\n,.;]{{3,90}}?)\sför\s{_QUOTE}(?P<alias>{_CAPS}[\w-]{{2,30}})"
)


def entries(opening: str) -> list[Entry]:
    """The parties that an opening names, in order, each once."""
    found, rest = _tables(opening)
    labelled, rest = _labelled(rest)
    found += labelled
    found += _defined(rest)
    found += _told(rest)
    for match in _BETWEEN.finditer(rest):
        end = _SENTENCE_END.search(rest, match.end(), match.end() + 900)
        sentence = rest[match.end() : end.start() if end else match.end() + 500]
        listed = _listed(sentence, match.end())
        if len(listed) > 1:
            found += listed
            break
    return _merged(found)


def _tables(opening: str) -> tuple[list[Entry], str]:
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
            called = (match[0],) if (match := _aliases(cell)) else ()
            return Entry(start, at[1], head, called, number_in("\n".join(rows)))
    return None


def _labelled(text: str) -> tuple[list[Entry], str]:
    """The parties that stand under a label ("Beställare: ..."), and the text without those places."""
    found: list[Entry] = []
    rest = text
    labels = list(_LABEL.finditer(text))
    for place, match in enumerate(labels):
        following = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        end = min(following, match.end() + LONGEST_SEGMENT)
        segment = text[match.end() : end]
        on_line = not match["colon"].strip(" ") == "\n"
        if on_line and not name_at(segment.lstrip(" \t").split("\n")[0]):
            continue
        listed = _listed(segment, match.end(), over_paragraphs=True)
        if not listed or not (on_line or is_organisation(listed[0].name) or has_number(segment[:200])):
            continue
        if role_of_label(match["label"]) is None and not is_organisation(listed[0].name):
            continue
        found += [replace(entry, label=match["label"]) for entry in listed if entry is listed[0] or entry.number]
        rest = rest[: match.start()] + re.sub(r"[^\n]", " ", rest[match.start() : end]) + rest[end:]
    return found, rest


def _listed(segment: str, offset: int, over_paragraphs: bool = False) -> list[Entry]:
    """The parties of a segment, told apart by "och" between names and by where a short name has been given."""
    found: list[Entry] = []
    shared = False
    for start, end in _pieces(segment):
        piece = segment[start:end]
        at = name_at(piece)
        if at and not over_paragraphs:
            piece = piece[: at[0]] + _own_lines(piece[at[0] :])
        aliases = _aliases(piece)
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
        closed = has_number(left) or bool(_aliases(left)) or is_organisation(before[1])
        if closed and (is_organisation(after[1]) or has_number(right) or bool(_aliases(right))):
            pieces.append((start, match.start()))
            start = match.end()
    return [*pieces, (start, len(segment))]


def _aliases(piece: str) -> tuple[str, ...]:
    """The short names that a piece gives."""
    found: list[str] = []
    for match in _alias_places(piece):
        groups = match.groupdict()
        alias = (groups["alias"] or groups["quoted"] or groups["marked"]).strip(" *")
        lower = alias.lower()
        if lower in _NO_ALIAS or (match.re is _BARE and lower not in ROLE_OF and not lower.endswith(("en", "et"))):
            continue
        if re.match(r"[(,]\s?(?:som|såsom|i egenskap)", match[0]) and lower not in ROLE_OF and not role_of_label(lower):
            continue
        if alias[0].islower() and lower not in ROLE_OF and not lower.endswith(("en", "et", "na")):
            continue
        found += [part for part in alias.split("/") if part.lower() not in _NO_ALIAS]
    return tuple(dict.fromkeys(found))


def _alias_places(text: str) -> list[re.Match[str]]:
    """Where short names are given. The pattern is slow and is tried only where one of its words stands."""
    lower = text.lower()
    tried: dict[int, re.Match[str]] = {}
    for sign in _SIGNS:
        at = lower.find(sign)
        while at >= 0:
            match = _ALIAS.search(text, max(0, at - 30), at + 90)
            if match:
                tried.setdefault(match.start(), match)
            at = lower.find(sign, at + len(sign))
    for match in _BARE.finditer(text):
        tried.setdefault(match.start(), match)
    return [tried[start] for start in sorted(tried)]


def _defined(text: str) -> list[Entry]:
    """The parties of every paragraph that gives a short name outside labels and tables."""
    found: list[Entry] = []
    before = 0
    for match in _alias_places(text):
        if match.start() < before or not _aliases(match[0]):
            continue
        start = _paragraph(text, max(before, match.start() - LONGEST_SEGMENT, 0), match.start())
        between = [each.end() for each in _BETWEEN.finditer(text, start, match.start())]
        start = between[-1] if between else start
        tail = _NUMBER_AFTER.match(text, match.end())
        end = tail.end() if tail else match.end()
        listed = _listed(text[start:end], start)
        if not listed:
            names = organisations(text[start : match.start()])
            aliases = _aliases(text[start:end])
            listed = [
                Entry(start + at, name, "", aliases, number_in(text[start + at : end])) for at, name in names[-1:]
            ]
        found += listed
        before = end
    return [entry for entry in found if entry.called or is_organisation(entry.name)]


def _paragraph(text: str, start: int, end: int) -> int:
    """Where the party that a short name at `end` is given to begins: its own line, or one above the lines of its address."""
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
        if at and is_organisation(at[1]) and match["alias"].lower() not in _NO_ALIAS:
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

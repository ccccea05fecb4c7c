"""Whether a table's first row names its columns, where the format does not say, or says so of every first row."""

from __future__ import annotations

import re

from ingest.draft import Draft

# What heads of columns are called in contracts, guidelines and replies to auditors.
_NAMES = re.compile(
    r"(?:\w*(?:vite(?:sbelopp|t)?|belopp|pris(?:er)?|ersättning|brist|åtgärd|påföljd|konsekvens|sanktion|krav|"
    r"nivå|ansvarig|ansvar|tid(?:punkt)?|frist|datum|"
    r"roll|namn|funktion|händelse|avvikelse|överträdelse|rekommendation|svar|status|kommentar|beskrivning|antal|"
    r"enhet|typ|kategori|område|"
    r"moment|post|tjänst|insats|risk|sannolikhet|omfattning|anmärkning|uppgift|dokument|version|bilaga|nr|punkt|"
    r"avsnitt|begrepp|"
    r"definition|betydelse|parameter|mått|mål|intervall|frekvens|period|kontroll|metod|underlag|beslut|handling|"
    r"part|organisation|situation|exempel|innebörd|grad|följd|person|fråga|fel|steg|"
    r"e-post|telefon|uppföljning|bedömning|iakttagelse|år|summa|kostnad|timpris|grund|villkor|förseelse)(?:er|ar|"
    r"or|en|et|n|s)?|vad|när|vem|hur|var|varför|ja|nej|senast|uppfyll\w{0,6}|godkän\w{1,4}|gallras\w*|år 20\d\d|20\d\d)"
    r"(?:\s*[(/].{0,30}|\s+(?:i|per|för|vid|av|om|till|enligt|efter|och)\s.{0,40}|\s+efter)?",
    re.IGNORECASE,
)
# What stands to the left in a list of the contract's own facts, which has no head.
_KEYS = re.compile(
    r"(?:beställare|leverantör|utförare|vårdgivare|köpare|säljare|uppdragsgivare|avtalspart|part \d|kund|namn|firma|"
    r"org(?:anisations)?\.?-?\s?(?:nr|nummer)|(?:post|besöks|faktura|leverans|e-post)?adress|postnr|postort|ort|land|"
    r"telefon(?:nr|nummer)?|mobil|e-post|webbplats|kontaktperson|kontakt|avtals(?:nr|nummer|tid|form|start|slut|"
    r"ansvarig|benämning|område|namn)|ramavtal|diarienummer|diarienr|dnr|datum|version|handläggare|giltig\w{0,12}|"
    r"start(?:datum)?|slut(?:datum)?|bankgiro|plusgiro|referens|uppsägningstid|förlängning|option)(?:en|n|et)?:?",
    re.IGNORECASE,
)
_ANSWERS = frozenset(("ja", "nej", "x", "-", "–", "☐", "☒", "☑", "ja/nej", "delvis", "☐ ja ☐ nej", "ok"))
_AMOUNT = re.compile(r"\d\s?(?:kr\b|kronor|sek\b|%|procent|tkr\b|mkr\b)", re.IGNORECASE)
_PROPER = re.compile(r"[A-ZÅÄÖ][\w&.-]*(?: (?:[A-ZÅÄÖ][\w&.-]*|i|och|von|av)){1,5}")
_LONGEST = 60
_YEAR = re.compile(r"(?:år )?20\d\d")


def is_head(rows: list[Draft]) -> bool:
    """Whether the first of a table's rows is its head: short cells without figures or full stops, and bold or named
    so.
    """
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return False
    first, others = rows[0], rows[1:]
    filled = [cell for cell in first.cells if cell]
    if len(filled) < max(2, len(first.cells) - 1) or len(set(filled)) < len(filled):
        return False
    if any(len(cell) > _LONGEST or cell.endswith((".", ":", ";")) or _has_figures(cell) for cell in filled):
        return False
    if first.bold and not all(row.bold for row in others):
        return True
    if _lists_facts(rows) or any(_PROPER.fullmatch(cell) for cell in filled):
        return False
    named = sum(bool(_NAMES.fullmatch(cell)) for cell in filled)
    if named * 2 < len(filled):
        return False
    return named == len(filled) or len(filled) > 2 or _differs(first, others)


def is_data(rows: list[Draft]) -> bool:
    """Whether what a format calls a head (Markdown must have one) is a row like the others: an amount, a sentence, or
    the first of the contract's own facts.
    """
    first = rows[0]
    if first.bold and not all(row.bold for row in rows[1:]):
        return False
    if any(_AMOUNT.search(cell) or (cell.endswith(".") and " " in cell) for cell in first.cells):
        return True
    return len(rows) > 1 and _lists_facts(rows)


def _lists_facts(rows: list[Draft]) -> bool:
    """Whether two columns are names of facts and the facts, from the first row on."""
    if any(len(row.cells) != 2 for row in rows[:8]) or _NAMES.fullmatch(rows[0].cells[1]):
        return False
    keys = sum(bool(_KEYS.fullmatch(row.cells[0])) for row in rows[:8])
    below = sum(bool(_KEYS.fullmatch(row.cells[0])) for row in rows[1:8])
    return keys >= 2 or (below >= 1 and len(rows) <= 3)


def _has_figures(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and _YEAR.fullmatch(cell) is None


def _differs(first: Draft, others: list[Draft]) -> bool:
    """Whether the last column below holds figures, answers or longer words than its first cell: so it has a head."""
    below = [row.cells[-1] for row in others if len(row.cells) == len(first.cells) and row.cells[-1]]
    if not below:
        return False
    if all(cell.casefold() in _ANSWERS for cell in below):
        return True
    figures = sum(any(map(str.isdigit, cell)) for cell in below)
    return figures * 2 > len(below) or sum(map(len, below)) > len(below) * len(first.cells[-1]) * 2

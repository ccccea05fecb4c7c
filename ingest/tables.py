"""Whether a table's first row names its columns, where the format does not say."""

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
    r"part|organisation|"
    r"e-post|telefon|uppföljning|bedömning|iakttagelse|år|summa|kostnad|timpris|grund|villkor|förseelse)(?:er|ar|"
    r"or|en|et|n|s)?)"
    r"(?:\s*[(/].{0,30}|\s+(?:i|per|för|vid|av|om|till|enligt|och)\s.{0,40})?",
    re.IGNORECASE,
)
_LONGEST = 60


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
    if any(len(cell) > _LONGEST or cell.endswith((".", ":", ";")) or any(map(str.isdigit, cell)) for cell in filled):
        return False
    if first.bold and not all(row.bold for row in others):
        return True
    named = sum(bool(_NAMES.fullmatch(cell)) for cell in filled)
    if named * 2 < len(filled):
        return False
    return named == len(filled) or len(filled) > 2 or _differs(first, others)


def _differs(first: Draft, others: list[Draft]) -> bool:
    """Whether the last column below holds figures or longer words than its first cell: so it has a head."""
    below = [row.cells[-1] for row in others if len(row.cells) == len(first.cells) and row.cells[-1]]
    if not below:
        return False
    figures = sum(any(map(str.isdigit, cell)) for cell in below)
    return figures * 2 > len(below) or sum(map(len, below)) > len(below) * len(first.cells[-1]) * 2

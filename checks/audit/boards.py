"""The bodies of a municipality or region by name: who is recommended something, and whose answer a response is."""

from __future__ import annotations

import re
from collections import Counter

from ingest.document import BlockKind, Document

BOARD = re.compile(
    r"(?<![\w-])(?:(?:[Tt]ekniska|[Ss]ociala|[Gg]emensamma|[Nn]orra|[Ss]ödra|[Vv]ästra|"
    r"[Öö]stra)\s)?(?:[A-Za-zÅÄÖåäö]{2,20}-{0,1}-(?:,\s[a-zåäö]{2,20}-)?\s(?:och|samt)\s)?[A-Za-zÅÄÖåäö]{0,30}"
    r"(?:nämnden|nämnderna|styrelsen|styrelserna|direktionen|fullmäktige|utskottet|förbundsdirektionen)(?:s)?(?![\w@])"
    r"(?:\sför\s[a-zåäö]{3,20}(?:\soch\s[a-zåäö]{3,20})?(?=\s(?:att|har|bör|behöver)|[,.:]|$))?"
)
_INITIALS = re.compile(r"(?<!\w)[A-ZÅÄÖ]{2,5}(?!\w)")
_GENERIC = frozenset({"nämnden", "nämnderna", "styrelsen", "styrelserna", "utskottet", "direktionen", "fullmäktige"})
_NOT_ANSWERING = frozenset(
    {
        "fullmäktige",
        "kommunfullmäktige",
        "regionfullmäktige",
        "länsstyrelsen",
        "socialstyrelsen",
        "kriminalvårdsstyrelsen",
    }
)
_SPEAKS = re.compile(
    r"\s(?:beslutar|beslutade|vill|har|lämnar|avger|anser|instämmer|delar|antar|överlämnar|avser|välkomnar|ser|"
    r"noterar)\b"
)
_COMPANY = re.compile(r"^[\W_]*(?!.*\b(?:svar|yttrande|granskning|rapport)\b).{2,60}\b(?:AB|Aktiebolag|aktiebolag)\b")
_FIRST_BLOCKS = 14
_SENDER_LINES = 6
_OPENING = 900  # characters: who speaks there answers
_FOLDED = str.maketrans("åäöéü", "aaoeu")


def boards(text: str) -> list[str]:
    """The boards that a text names, each once, in order, as names ("Hälso- och sjukvårdsnämnden")."""
    told = text.lower() if text.isupper() else text
    return list(dict.fromkeys(_as_name(match.group()) for match in BOARD.finditer(told)))


def _as_name(words: str) -> str:
    name = " ".join(words.split())
    if name.endswith("s") and not name.endswith("ss"):
        name = name[:-1]
    if name.isupper():
        name = name.lower()
    return name[:1].upper() + name[1:]


def addressees(text: str, known: list[str]) -> tuple[str, ...]:
    """Whom a text addresses: "nämnden" is the one that the document names most."""
    found: list[str] = []
    for name in boards(text):
        if name.lower() in ("nämnden", "styrelsen"):
            name = next((each for each in known if each.lower().endswith(name.lower())), name)
        found.append(name)
    return tuple(dict.fromkeys(found))


def specific(text: str) -> list[str]:
    """The boards that a text names in full, the most named first: not "nämnden" or "fullmäktige"."""
    counted = Counter(_as_name(match.group()) for match in BOARD.finditer(text))
    return [name for name, _ in counted.most_common() if name.lower() not in _GENERIC | _NOT_ANSWERING]


def short_names(cell: str) -> tuple[str, ...]:
    """Boards in a table's cell, by name or by initials ("KS, BUN")."""
    return tuple(dict.fromkeys([*boards(cell), *_INITIALS.findall(cell)]))


def answering(document: Document) -> str | None:
    """The board whose response a document is, None where it does not say.

    Counted are the boards that stand in its first lines, in its title or its file's name, and that speak in it.
    """
    if _is_company(document):
        return "Styrelsen"
    votes: Counter[str] = Counter()
    running = [block for block in document.blocks if block.kind is not BlockKind.CONTENTS]
    for place, block in enumerate(running[:_FIRST_BLOCKS]):
        text = document.quote(block.span)
        for name in specific(text[:400]):
            votes[name] += (4 if len(text) < 90 else 1) + (2 if place < 3 else 0)
    for match in BOARD.finditer(document.text):
        name = _as_name(match.group())
        if name.lower() not in _GENERIC | _NOT_ANSWERING and _SPEAKS.match(document.text, match.end()):
            votes[name] += 9 if match.start() < _OPENING else 2
    for block in running[-4:]:
        for name in specific(document.quote(block.span)[:200]):
            votes[name] += 3
    called = _fold(document.name)
    for name in list(votes):
        if _fold(name) in called:
            votes[name] += 12
    if not votes:
        votes.update(name for name in boards(document.text) if name.lower() not in _NOT_ANSWERING)
    return votes.most_common(1)[0][0] if votes else None


def _is_company(document: Document) -> bool:
    """Whether the sender is a company: its name opens the document, and no board's name stands beside it."""
    lines = [line.strip() for line in document.text[:_OPENING].splitlines() if line.strip()][:_SENDER_LINES]
    sender = any(_COMPANY.match(line) for line in lines[:2])
    return sender and not any(specific(line) for line in lines if len(line) < 50 and not line.startswith("Till"))


def _fold(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower().translate(_FOLDED))


def same(name: str, board: str) -> bool:
    """Whether an addressee is the board: by its name, or by its initials ("BUN", "KS", "HSN")."""
    first, second = _fold(name), _fold(board)
    if first == second or first in second or second in first:
        return True
    return name.isupper() and len(name) <= 5 and _initials(name, board)


def _initials(name: str, board: str) -> bool:
    """ "BUN" is Barn- och utbildningsnämnden: its letters stand in the name in order, beginning and body among them."""
    text = re.sub(r"\soch\s", " ", board.lower())
    parts = re.sub(r"(nämnden|styrelsen|direktionen)", r" \1", text).split()
    starts = "".join(part[0] for part in parts)
    return name.lower() == starts or (name.lower()[0] == starts[0] and name.lower()[-1] == starts[-1] and len(name) > 2)


def asked(recommended: tuple[str, ...], board: str | None) -> bool:
    """Whether a recommendation is for the board: it has no addressees, names the board, or names boards at large."""
    if not recommended or board is None:
        return True
    kind = "nämnderna" if board.lower().endswith("nämnden") else "styrelserna"
    return any(
        name.lower() == kind or (name.lower() == "nämnden" and kind == "nämnderna") or same(name, board)
        for name in recommended
    )

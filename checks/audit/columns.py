"""What each column of a table in a response holds: by its head, and where that does not tell by its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from statistics import median

from checks.audit.numbering import bare, named
from checks.audit.titles import verbal
from ingest.document import Block, BlockKind, Document, Span


class Column(StrEnum):
    """What a table's column holds. ASKED repeats or sums up a recommendation, TOPIC names its matter in a word."""

    ANSWER = "answer"
    ASKED = "asked"
    TOPIC = "topic"
    NUMBER = "number"
    WHO = "who"
    WHEN = "when"


_SIDE = (Column.ASKED, Column.ANSWER, Column.WHO, Column.WHEN, Column.NUMBER)
_MOST = 0.6  # of the rows of a table that has its heads at the side
_HEAD = 60  # characters at most of a column's head
_WORD_OR_TWO = 45  # characters of a cell that names its row
_NUMBER = re.compile(r"^(?:nr|#|nummer|rek|p|punkt|id|löpnr|ref)\.?(?:\s?nr\.?)?$", re.IGNORECASE)
_WHEN = re.compile(
    r"^(?:klar|tid|datum|när|färdig|senast|slutför|slutdatum|genomför[st]|genomfört|deadline|år$|period|kvartal|"
    r"planerat klart|beräknas|åtgärda[dt]\s(?:senast|när|klart?)|åtgärden? klar|mål(?:datum|tid)|införs\b)|"
    r"\b(?:tidplan|tidsplan|tidpunkt|deadline|klart senast|klardatum|slutdatum)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"^(?:huvud)?ansvar|^(?:vem|utförare|roll|funktion|ägare|handläggare|hos vem|uppdragstagare)\b|"
    r"\bansvarig\w{0,30}$|ägare$|^funktion",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:rekommend|(?:revis\w{2,12}|granskningens?|rapportens?)\s|åtgärdsförslag|synpunkt|iakttagelse|brist|"
    r"observation|påpekande)|rekommend|revis\w{2,10}s (?:förslag|synpunkt|iakttagelse|rekommend)|"
    r"\b(?:rapporten|revisorerna|revisionen|granskningen) (?:säger|skriver|anser|anför|föreslår|påpekar|framför|"
    r"visar|pekar)|^förbättringsområde|^revisorerna$|^revisionen$|^granskningen$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\bsvar\b|\bsvaret\b|kommentar|åtgärd|yttrande|läge\b|nuläge|\bstatus\b|ställningstagande|aktivitet|insats|"
    r"\bgör\b|görs|gjort|återstår|\bhändelse|hantering|beskrivning|planera|svarar|(?:förvaltning|nämnd)ens bedömning",
    re.IGNORECASE,
)
_OF_THE_AUDIT = re.compile(r"^(?:revis|granskning|rapport)\w{0,12}s?\b(?!.{0,30}\bsvar)", re.IGNORECASE)
_TOPIC = re.compile(
    r"^(?:område|fråga|punkt|ämne|rubrik|skede|process|avsnitt|risk|tema|kapitel|del|moment|verksamhet)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"^(?:klart?|löpande|snarast|omgående|genomfört|pågår|se \w{3,10}|ej fastställt|[–—-]|\W*)$|\b20\d\d\b|"
    r"\b(?:q|t|kv|kvartal|tertial|vecka|v\.?)\s?\d|\b(?:våren|sommaren|hösten|vintern|årsskiftet|januari|februari|"
    r"mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:chef|chefer|chefen|cheferna|direktör|direktören|ledare|ledaren|samordnare|samordnaren|controller|controllern|"
    r"enhet|enheten|enheterna|kontor|kontoret|nämnd|nämnden|styrelsen|förvaltning|förvaltningen|jurist|juristen|"
    r"handläggare|strateg|strategen|utvecklare|utvecklaren|sekreterare|sekreteraren|ansvarig|avdelningen|avdelning|"
    r"rektor|rektorerna|staben|funktionen|gruppen|vd|hr|upphandlare|upphandlaren|förvaltare)\b",
    re.IGNORECASE,
)


def columns(document: Document, table: int) -> list[Column]:
    """What each column of a table holds; empty where the table says nothing of the kind, as a letterhead does not."""
    rows = [block for block in document.blocks if block.table == table]
    head = headed(document, rows)
    if head is None:
        return by_cells(document, rows, [None] * max((len(row.cells) for row in rows), default=0))
    kinds = [_by_head(document.quote(cell).strip(" *_")) for cell in head.cells]
    return by_cells(document, [row for row in rows if row is not head], kinds)


def at_the_side(document: Document, table: int) -> dict[Span, Column]:
    """The cells of a table whose heads stand at the side ("Svar", "Ansvarig"), with what each holds; else empty.

    A head that names a recommendation itself ("Rekommendation 1") is such a cell; the others are left out.
    """
    rows = [block for block in document.blocks if block.table == table and block.cells]
    if not rows or max(len(row.cells) for row in rows) != 2:
        return {}
    heads = [document.quote(row.cells[0]).strip(" *_:") for row in rows]
    kinds = [Column.NUMBER if named(head) else _by_head(head) for head in heads]
    told = [kind for kind in kinds if kind in _SIDE]
    if Column.ANSWER not in told or len(told) < max(2, _MOST * len(rows)):
        return {}
    found: dict[Span, Column] = {}
    for row, kind in zip(rows, kinds, strict=True):
        if kind is Column.NUMBER:
            found[row.cells[0]] = kind
        for cell in row.cells[1:]:
            found[cell] = Column.ASKED if kind is Column.NUMBER else kind or Column.TOPIC
    return found


def headed(document: Document, rows: Sequence[Block]) -> Block | None:
    """The row of heads: one marked so, or a first row of short words of which two tell what their columns hold."""
    for row in rows:
        if row.kind is BlockKind.TABLE_HEAD:
            return row
    first = rows[0]
    titles = [document.quote(cell).strip(" *_") for cell in first.cells]
    if all(len(title) < _HEAD and not title.endswith(".") for title in titles):
        told = [title for title in titles if title and _by_head(title) is not None]
        return first if len(told) > 1 else None
    return None


def _by_head(title: str) -> Column | None:
    """What a column's head says that it holds; None where it is none of the usual ones."""
    if len(title) > _HEAD:
        return None
    if _NUMBER.match(title):
        return Column.NUMBER
    asked = _ASKED.search(title) and (not _ANSWER.search(title) or _OF_THE_AUDIT.match(title) or _only_asked(title))
    if asked:
        return Column.ASKED
    if _WHEN.search(title) and not re.search(r"\bsvar\b|kommentar", title, re.IGNORECASE):
        return Column.WHEN
    if _WHO.search(title) and not re.search(r"\bsvar\b|kommentar|åtgärd", title, re.IGNORECASE):
        return Column.WHO
    if _ANSWER.search(title):
        return Column.ANSWER
    return Column.TOPIC if _TOPIC.match(title) else None


def _only_asked(title: str) -> bool:
    return bool(re.match(r"åtgärdsförslag|rekommenderad", title, re.IGNORECASE))


def by_cells(document: Document, rows: Sequence[Block], kinds: Sequence[Column | None]) -> list[Column]:
    """The columns with those that no head tells filled in by what their cells look like.

    Empty where neither heads nor cells show a column that could hold answers beside one that names its row.
    """
    cells = [[document.quote(row.cells[at]).strip() for row in rows if at < len(row.cells)] for at in range(len(kinds))]
    found = [kind or _by_look(texts) for kind, texts in zip(kinds, cells, strict=True)]
    if Column.ANSWER not in found:
        if not any(kinds) or not found:
            return []
        longest = max(range(len(cells)), key=lambda at: sum(map(len, cells[at])))
        if kinds[longest] is not None or not any(verbal(text) for text in cells[longest]):
            return []
        found[longest] = Column.ANSWER
    if not any(kinds) and not ({Column.TOPIC, Column.ASKED, Column.NUMBER} & set(found)):
        return []
    return found


def _by_look(texts: Sequence[str]) -> Column:
    """What the cells of a column look like: numbers, dates, offices, a word or two, or sentences."""
    filled = [text for text in texts if text.strip(" –—-")]
    if not filled:
        return Column.TOPIC
    most = 0.6 * len(filled)
    if sum(bool(len(text) < 12 and (bare(text) or named(text))) for text in filled) > most:
        return Column.NUMBER
    short = median(map(len, filled)) < _WORD_OR_TWO
    if short and sum(bool(_DAY.search(text)) for text in filled) > most:
        return Column.WHEN
    if short and sum(bool(_ROLE.search(text)) for text in filled) > most:
        return Column.WHO
    if short and sum(verbal(text) for text in filled) < 0.3 * len(filled):
        return Column.TOPIC
    return Column.ANSWER

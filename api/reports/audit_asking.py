"""What a coordinator needs on top: what to ask the boards about, the most pressing first, a group for each kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.tongue import Tongue
from checks.followup import AuditReport, Note, NoteKind

# One and several, in Swedish; api/english_sets.py has them in English.
_HEADS = {
    NoteKind.SHORT: ("svar ger mindre eller annat än begärt", "svar ger mindre eller annat än begärt"),
    NoteKind.OVERDUE: ("löfte har passerat sitt datum", "löften har passerat sitt datum"),
    NoteKind.RETURNED: ("rekommendation återkommer", "rekommendationer återkommer"),
    NoteKind.UNANSWERED: ("rekommendation utan svar", "rekommendationer utan svar"),
    NoteKind.POINTING: ("svar pekar på någon annan som är tyst", "svar pekar på någon annan som är tyst"),
    NoteKind.KIND_WORDS: ("svar med vänliga ord men ingen åtgärd", "svar med vänliga ord men ingen åtgärd"),
    NoteKind.NO_DEADLINE: ("löfte utan datum", "löften utan datum"),
    NoteKind.NO_RESPONSIBLE: ("löfte utan ansvarig", "löften utan ansvarig"),
    NoteKind.UNMATCHED: ("svar med stycken utanför frågorna", "svar med stycken utanför frågorna"),
    NoteKind.DIFFERENT: ("rekommendation besvaras olika", "rekommendationer besvaras olika"),
    NoteKind.READING: ("sak att veta om läsningen", "saker att veta om läsningen"),
}
# The sentences of these say no more than the kind, the board and the number.
_TOLD_BY_NUMBER = (NoteKind.UNANSWERED, NoteKind.KIND_WORDS, NoteKind.NO_DEADLINE, NoteKind.NO_RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class AskLine:
    """A board with the numbers of its recommendations, or a sentence; each link is (words, address on the page)."""

    words: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AskGroup:
    """One kind of thing to ask about: how many, what it is, and a line for each."""

    kind: NoteKind
    count: int
    what: str
    lines: tuple[AskLine, ...]


def asking(report: AuditReport, tongue: Tongue) -> list[AskGroup]:
    """The groups, most pressing first."""
    found = []
    for kind, (one, many) in _HEADS.items():
        of_kind = [note for note in report.notes if note.kind is kind]
        if of_kind:
            what = tongue(one if len(of_kind) == 1 else many)
            told = _by_board(of_kind, report) if kind in _TOLD_BY_NUMBER else [_sentence(note) for note in of_kind]
            found.append(AskGroup(kind, len(of_kind), what, tuple(told)))
    return found


def _by_board(notes: Sequence[Note], report: AuditReport) -> list[AskLine]:
    boards: dict[int, list[tuple[str, str]]] = {}
    for note in notes:
        if note.response is not None and note.recommendation is not None:
            boards.setdefault(note.response, []).append((str(note.recommendation), _address(note)))
    return [AskLine(report.responses[place].called, tuple(links)) for place, links in sorted(boards.items())]


def _sentence(note: Note) -> AskLine:
    return AskLine(note.sentence, (("", _address(note)),) if note.recommendation or note.response is not None else ())


def _address(note: Note) -> str:
    if note.recommendation is None:
        return f"#utanfor-{(note.response or 0) + 1}"
    if note.response is None:
        return f"#rek-{note.recommendation}"
    return f"#{anchor(note.recommendation, note.response)}"


def anchor(recommendation: int, response: int) -> str:
    """The id of an answer on the page; `recommendation` counts from 1, `response` is an index."""
    return f"svar-{recommendation}-{response + 1}"

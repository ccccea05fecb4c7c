"""One sentence of a response, read: what is done, under way, planned, awaited or declined, by when and by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from checks.audit import tense
from checks.audit.boards import BOARD, same
from checks.audit.coming import ends_and_starts, to_come
from checks.audit.marking import is_old, is_tale, marks_of
from checks.audit.pieces import Column, Piece
from checks.audit.responsibles import responsible
from checks.followup import Deadline, Decision, Signal
from clauses.dates import Period, periods
from clauses.phrases import phrases
from ingest.document import Span

_REFERENCE = re.compile(
    r"(?:§+\s?\d{1,4}(?:[/:]\d{2,4})?|\b(?:dnr|diarienummer|diarienr|"
    r"ärende(?:nummer)?)[.:]?\s?[A-ZÅÄÖ]{0,6}[\s/]?\d[\w/:.–-]{2,20})",
    re.IGNORECASE,
)

_STATE = {
    "genomförs (?:inte|ej)": Signal.REJECTED,
    "utförs (?:inte|ej)": Signal.REJECTED,
    "nej": Signal.REJECTED,
    "ingen åtgärd": Signal.REJECTED,
    "inga åtgärder": Signal.REJECTED,
    "ej aktuell": Signal.REJECTED,
    "avböj\\w+": Signal.REJECTED,
    "under (?:beredning|arbete|framtagande|utredning|införande|genomförande|revidering|översyn)": Signal.ONGOING,
    "delvis": Signal.ONGOING,
    "avvakta\\w+": Signal.AWAITING,
    "vilande": Signal.AWAITING,
    "utförs": Signal.PLANNED,
    "genomförs": Signal.PLANNED,
    "ska": Signal.PLANNED,
    "införd\\w*": Signal.DONE,
    "infört": Signal.DONE,
    "uppfyll[dt]": Signal.DONE,
    "planera\\w*": Signal.PLANNED,
    "klart": Signal.DONE,
    "klar": Signal.DONE,
    "genomfört": Signal.DONE,
    "genomförd": Signal.DONE,
    "slutfört": Signal.DONE,
    "utfört": Signal.DONE,
    "pågår": Signal.ONGOING,
    "pågående": Signal.ONGOING,
    "löpande": Signal.DONE,
    "planerat": Signal.PLANNED,
    "planerad": Signal.PLANNED,
    "avslutat": Signal.DONE,
    "avslutad": Signal.DONE,
    "åtgärdat": Signal.DONE,
    "åtgärdad": Signal.DONE,
    "ej påbörjad": Signal.PLANNED,
    "ej påbörjat": Signal.PLANNED,
    "påbörjat": Signal.ONGOING,
    "påbörjad": Signal.ONGOING,
    "avslås": Signal.REJECTED,
    "avvisas": Signal.REJECTED,
}

_LABELLED = re.compile(r"^(?:[\w]+\s){0,2}(?:svar|kommentar|åtgärd|status|yttrande|beslut)\s?:\s*", re.IGNORECASE)
_TOPIC = re.compile(
    r"\W{0,3}(?:vad (?:gäller|avser|beträffar)|när det gäller|i fråga om|i frågan om|i (?:samband|samverkan|samarbete|"
    r"samråd|dialog) med|avseende|beträffande|angående|gällande|kring|för|om|mot|till|från|av|med|"
    r"tillsammans med|inför|"
    r"efter|sedan|utifrån|genom|när|hos|på|i)\s",
    re.IGNORECASE,
)  # what others are only named in, not the ones who act
_WHEN_NEEDED = re.compile(r"\bvid behov\b", re.IGNORECASE)  # "stöd ges vid behov" is a habit
_MODAL = re.compile(
    r"\b(?:kan|får|skulle|torde|borde|bör|ska|skall|kommer|återkommer|blir|avser|planer\w+|lär|hopp\w+|"
    r"överväg\w+|strävar|"
    r"villkora\w+|beroende)\b",
    re.IGNORECASE,
)
_TERSE = 9  # words
_PROMISES = frozenset({Signal.PLANNED, Signal.ONGOING, Signal.AWAITING})

_SURE_PLAN = re.compile(
    r"\b(?:kommer|avser|planera\w*|uppdrag|avsikt|föreslå\w*|återkommer|beräknas|åtar|ambition\w*|mål\w*|"
    r"tänker|ämnar)\b",
    re.IGNORECASE,
)

_NORM = re.compile(
    r"\b(?:enligt|rutinen|riktlinjen|riktlinjerna|policyn|avtalet|avtalen|reglementet|planen|rutin|mallen|"
    r"modellen|lagen|kravet|krav)\b",
    re.IGNORECASE,
)

_REPEATED = re.compile(
    r"\b(?:årligen|varje (?:år|månad|kvartal|termin|vecka|tertial|halvår)|månadsvis|kvartalsvis|löpande|"
    r"regelbundet|återkommande|kontinuerligt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """What one piece says. `marks` are the words of each signal; `finish` is true where the promise is only the end of
    work under way, `weak` where the plan is a mere "ska". `tale` is true for words about others or the past of the
    field: background. `due` and `starts` are all dates to come and `responsible` its clearest doer, whatever the marks:
    whether the sentence as a whole is over is for the judge to say.
    """

    piece: Piece
    marks: dict[Signal, list[Span]] = field(default_factory=dict)
    attitude: bool = False
    hedged: bool = False
    finish: bool = False
    weak: bool = False
    tale: bool = False
    habit: bool = False
    pointing: str | None = None
    responsible: Span | None = None
    due: tuple[Deadline, ...] = ()
    starts: tuple[Deadline, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def signals(self) -> frozenset[Signal]:
        """The signals of this piece."""
        return frozenset(self.marks)

    @property
    def takes_a_position(self) -> bool:
        """Whether the piece reports an act of the body's own, or its attitude."""
        return bool(self.marks) or self.attitude


def read(piece: Piece, own: str | None, written: date | None) -> Said:
    """Reads one piece. `own` is the answering board; `written` the day of the response."""
    text, start = piece.text, piece.span.start
    found = periods(text, written, bare_years=piece.column is Column.WHEN)
    coming = to_come(text, found, written)
    if piece.column is Column.WHO:
        named = re.search(r"\w", text)
        return Said(piece, responsible=piece.span if named else None)
    if piece.column is Column.WHEN:
        return _when(piece, coming, start)
    tale = is_tale(text, own) or is_old(text, found, written)
    marks = marks_of(text, start, coming, tale)
    if not tale and not marks and (state := _state(text)):
        marks[state] = [piece.span]
    finish = Signal.PLANNED in marks and phrases("completion").within(text)
    hedge = phrases("hedge").within(text)
    if not tale and hedge and re.search(r"\b(?:torde|borde)\b", text, re.IGNORECASE) and not marks:
        marks[Signal.PLANNED] = [Span(start, start)] if coming else []
        if not marks[Signal.PLANNED]:
            del marks[Signal.PLANNED]
    promise = bool(_PROMISES.intersection(marks))
    weak = (
        Signal.PLANNED in marks
        and not coming
        and not _SURE_PLAN.search(text)
        and bool(_NORM.search(text) or _REPEATED.search(text))
    )
    due, starts = _due(coming, start, text)
    return Said(
        piece,
        marks,
        attitude=not tale and phrases("attitude").within(text),
        hedged=hedge and not (tale and not coming) and (promise or bool(coming) or _may_be_promised(text, marks)),
        finish=finish,
        weak=weak,
        tale=tale,
        habit=not tale and not marks and tense.habit(text) is not None,
        pointing=_pointing(text, own, marks),
        responsible=responsible(text, start) if not tale or _TOPIC.match(text) else None,
        due=due,
        starts=starts,
        decisions=_decisions(text, start, written),
    )


def _may_be_promised(text: str, marks: dict[Signal, list[Span]]) -> bool:
    """Whether words that show no promise may hold one: "därefter kan det eventuellt bli aktuellt"."""
    if Signal.DONE in marks:
        return False
    return bool(_MODAL.search(text)) or phrases("hedge").within(_WHEN_NEEDED.sub("", text))


def _when(piece: Piece, coming: list[Period], start: int) -> Said:
    """A cell of the column of dates: a date to come, or a state ("Klart", "Pågår")."""
    signal = _state(piece.text)
    due, starts = _due(coming, start, piece.text)
    return Said(piece, {signal: [piece.span]} if signal else {}, due=(*due, *starts))


def _state(text: str) -> Signal | None:
    """The signal of a few words without a verb: "Genomfört i december", "Klart.", "Ej påbörjat", "Nej, ..."."""
    words = _LABELLED.sub("", text.strip(" .!*_")).lower()
    if len(words.split()) > _TERSE:
        return None
    return next((each for word, each in _STATE.items() if re.match(rf"{word}\b", words)), None)


def _due(coming: Sequence[Period], start: int, text: str) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
    """The dates of completion or entry into force, and those of a mere start."""
    ends, starts = ends_and_starts(text, coming)
    return tuple(_deadline(each, start) for each in ends), tuple(_deadline(each, start) for each in starts)


def _deadline(period: Period, start: int) -> Deadline:
    return Deadline(Span(start + period.start, start + period.end), period.due, period.resolved)


def _pointing(text: str, own: str | None, marks: dict[Signal, list[Span]]) -> str | None:
    """The body that the sentence leaves the matter to, where it does no more than that."""
    if marks.keys() & {Signal.DONE, Signal.ONGOING, Signal.PLANNED} or not phrases("pointing").within(text):
        return None
    for match in BOARD.finditer(text):
        name = " ".join(match.group().split())
        if name.lower() in ("nämnden", "fullmäktige") or (own and same(name, own)):
            continue
        return name[:1].upper() + name[1:]
    return None


def _decisions(text: str, start: int, written: date | None) -> tuple[Decision, ...]:
    found = []
    for match in _REFERENCE.finditer(text):
        near = [
            period
            for period in periods(text, written)
            if (period.kind == "day" and abs(period.start - match.end()) < 40)
            or (period.kind == "day" and abs(match.start() - period.end) < 40)
        ]
        found.append(Decision(Span(start + match.start(), start + match.end()), near[0].last if near else None))
    return tuple(found)

"""One sentence of a response, read: what it says is done, under way, planned, awaited or declined, by when and by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from checks.audit import tense
from checks.audit.boards import BOARD, same
from checks.audit.pieces import Column, Piece
from checks.audit.responsibles import responsible
from checks.followup import Deadline, Decision, Signal
from clauses.dates import Period, periods
from clauses.phrases import phrases
from ingest.document import Span

_OPENING = 70
_FAR = 240  # days: a day without a year that lies so far ahead lies rather behind
_ACCORDING = re.compile(r"^(?:enligt|i en rapport från|av) (?!nämnden|förvaltningen|planen|beslut|plan)", re.IGNORECASE)
_SUBJECT_GAP = re.compile(r"^\W{0,3}(?:(?!som\b|att\b|är\b|har\b)\w+\s){0,3}$")
_REFERENCE = re.compile(
    r"(?:§+\s?\d{1,4}(?:[/:]\d{2,4})?|\b(?:dnr|diarienummer|diarienr|ärende(?:nummer)?)[.:]?\s?[A-ZÅÄÖ]{0,6}[\s/]?\d[\w/:.–-]{2,20})",
    re.IGNORECASE,
)
_DATED_PAST = re.compile(
    r"\b(?:daterad|daterat|beslutade|beslutad|beslutades|antagen|antogs|antog|genomfördes|den dagen|protokoll|sedan|gjordes|hölls|infördes|sammanträde(?:t)?\s+den)\W*$",
    re.IGNORECASE,
)
_STATE = {
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
_STANDS = re.compile(r"(?:är|finns)\b(?!\s(?:nu|redan|sedan|numera))", re.IGNORECASE)
_IF = re.compile(r"\b(?:förutsatt att|förutsättning att|tills|innan|när|så snart|efter det att|först då)\s(?:[^\s.;,]{1,30}\s){0,7}$", re.IGNORECASE)
_MET = re.compile(r"tillgodose|uppfyll|åtgärda", re.IGNORECASE)
_FIRM = re.compile(r"\b(?:ska|skall|kommer|avser|planer\w*|beräkna\w*|senast|till|inför|före)\b", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:torde|borde|bör)\s(?:\w+\s){0,4}?(?:kunna|\w{3,}as)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sedan|alltsedan|från och med|fr\.?o\.?m)\b", re.IGNORECASE)
_YEARS = re.compile(
    r"(?:^|\b(?:under|hösten|våren|sommaren|vintern|år|redan|senast|i|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|\w+(?:des|ogs|ades|åtts))\s)"
    r"((?:19|20)\d\d)(?![\d/:])|(?<!\d)((?:19|20)\d\d)(?=-\d\d-\d\d)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:noterar|noterat|konstatera|konstaterar|konstaterat|uppger|framgår|uppmärksammat|har förståelse för|medveten om|medvetna om|anför|påpekar|(?:delar|instämmer|anser|viktigt|vikten|understryka|betona|framhålla|angeläget|enig)(?:\s(?:i|av|revisionens|revisorernas|syn\w*|uppfattning\w*|bedömning\w*|helt|om)){0,4})(?:\s\w+){0,4}?\satt\b",
    re.IGNORECASE,
)
_PROMISES = frozenset({Signal.PLANNED, Signal.ONGOING, Signal.AWAITING})
_SURE_PLAN = re.compile(
    r"\b(?:kommer|avser|planera\w*|uppdrag|avsikt|föreslå\w*|återkommer|beräknas|åtar|ambition\w*|mål\w*|tänker|ämnar)\b",
    re.IGNORECASE,
)
_NORM = re.compile(
    r"\b(?:enligt|rutinen|riktlinjen|riktlinjerna|policyn|avtalet|avtalen|reglementet|planen|rutin|mallen|modellen|lagen|kravet|krav)\b",
    re.IGNORECASE,
)
_REPEATED = re.compile(
    r"\b(?:årligen|varje (?:år|månad|kvartal|termin|vecka|tertial|halvår)|månadsvis|kvartalsvis|löpande|regelbundet|återkommande|kontinuerligt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """What one piece says. `marks` are the words of each signal; `finish` is true where the promise is only the end of
    work under way, `weak` where the plan is a mere "ska". `tale` is true for words about others or the past of the
    field: background. `due` are dates to come, `state` the signal of a table's cell.
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
    coming = [period for period in found if _is_to_come(period, text, written)]
    if piece.column is Column.WHO:
        named = re.search(r"\w", text)
        return Said(piece, responsible=piece.span if named else None)
    if piece.column is Column.WHEN:
        return _when(piece, coming, start)
    tale = _is_tale(text, own) or _is_old(text, found, written)
    marks = _marks(text, start, coming, tale)
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
    due, starts = _due(coming, start)
    who = responsible(text, piece.span.start, own) if promise or due else None
    return Said(
        piece,
        marks,
        attitude=not tale and phrases("attitude").within(text),
        hedged=hedge and (promise or bool(due) or bool(re.search(r"\b(?:torde|borde)\b", text, re.IGNORECASE))),
        finish=finish,
        weak=weak,
        tale=tale,
        habit=not tale and not marks and tense.habit(text) is not None,
        pointing=_pointing(text, own, marks),
        responsible=who,
        due=due if promise or not marks.keys() & {Signal.DONE, Signal.REJECTED} else (),
        starts=starts if promise else (),
        decisions=_decisions(text, start, written),
    )


def _when(piece: Piece, coming: list[Period], start: int) -> Said:
    """A cell of the column of dates: a date to come, or a state ("Klart", "Pågår")."""
    state = _STATE.get(piece.text.strip().rstrip(".!").lower())
    first = next((each for word, each in _STATE.items() if piece.text.strip().lower().startswith(word)), None)
    signal = state or first
    due, starts = _due(coming, start)
    return Said(piece, {signal: [piece.span]} if signal else {}, due=(*due, *starts))


def _marks(text: str, start: int, coming: Sequence[Period], tale: bool) -> dict[Signal, list[Span]]:
    """The words of each signal. What others do and the past of the field gives none but waiting."""
    places = {
        Signal.REJECTED: phrases("rejected").places(text),
        Signal.AWAITING: phrases("awaiting").places(text),
        Signal.PLANNED: phrases("planned").places(text),
        Signal.ONGOING: phrases("ongoing").places(text),
        Signal.DONE: phrases("done").places(text),
    }
    for first, last, beginning in tense.perfects(text):
        places[Signal.ONGOING if beginning else Signal.DONE].append((first, last))
    places[Signal.DONE] += list(tense.preterites(text))
    if tale:
        places = {Signal.AWAITING: [], Signal.REJECTED: []}
    denied = places.get(Signal.REJECTED, [])
    kept = {
        signal: [
            place for place in found if signal is Signal.REJECTED or not any(_meet(place, other) for other in denied)
        ]
        for signal, found in places.items()
    }
    told = _TOLD.search(text)
    if told:  # "noterar att en ny riktlinje har antagits": somebody else's act
        kept = {
            signal: [
                place
                for place in found
                if place[1] <= told.end()
                or signal in (Signal.REJECTED, Signal.AWAITING)
                or (signal is Signal.PLANNED and not text[place[0] :].lower().startswith("ska"))
            ]
            for signal, found in kept.items()
        }
    kept = {
        signal: [place for place in found if signal not in (Signal.DONE, Signal.ONGOING) or not _IF.search(text[max(0, place[0] - 70) : place[0]])]
        for signal, found in kept.items()
    }
    if coming and _OUGHT.search(text) and not kept.get(Signal.PLANNED) and not tale:
        kept[Signal.PLANNED] = [_OUGHT.search(text).span()]  # type: ignore[union-attr]
    commission = re.search(r"\b(?:i uppdrag|uppdragit|uppdragits)\b", text, re.IGNORECASE)
    if commission and kept.get(Signal.PLANNED):
        kept[Signal.DONE] = [
            place
            for place in kept[Signal.DONE]
            if abs(place[1] - commission.start()) > 60 and place[1] < commission.start() - 60
        ]
    if any(_MET.search(text[first:last]) for first, last in kept.get(Signal.DONE, [])):
        kept[Signal.ONGOING] = []
    if kept.get(Signal.ONGOING) and kept.get(Signal.DONE):
        kept[Signal.DONE] = [
            place for place in kept[Signal.DONE] if not any(_meet(place, other) for other in kept[Signal.ONGOING])
        ]
    if kept.get(Signal.PLANNED) and kept.get(Signal.DONE):
        kept[Signal.DONE] = [place for place in kept[Signal.DONE] if not _in_plan(text, place, kept[Signal.PLANNED])]
    if coming and kept.get(Signal.DONE):
        still = [place for place in kept[Signal.DONE] if _STANDS.match(text[place[0] : place[1]]) and _near(place, coming)]
        kept[Signal.DONE] = [place for place in kept[Signal.DONE] if place not in still]
        kept[Signal.PLANNED] = [*kept.get(Signal.PLANNED, []), *still]
    if not any(kept.values()) and coming and not tale and (verb := tense.coming(text)):
        kept[Signal.PLANNED] = [verb]
    return {
        signal: [Span(start + first, start + last) for first, last in sorted(found)]
        for signal, found in kept.items()
        if found
    }


def _near(place: tuple[int, int], coming: Sequence[Period]) -> bool:
    """Whether a time to come stands in the clause of the words: "är antagna före mandatperiodens slut"."""
    return any(-60 < period.start - place[1] < 30 and period.lead != "start" for period in coming)


def _in_plan(text: str, place: tuple[int, int], plans: list[tuple[int, int]]) -> bool:
    """ "kommer att vara klar", "ska ha genomförts", "ska finnas på plats": what looks done stands within a plan."""
    before = text[max(0, place[0] - 45) : place[0]].lower()
    within = any(
        first <= place[0] and place[0] < last + 25 and not re.search(r"[,;]|\boch\b", text[last : place[0]])
        for first, last in plans
        if first <= place[0]
    )
    return within or (
        bool(re.search(r"\b(?:ska|skall|kommer att|när|tills|innan|efter att|då|sedan)\s+(?:\w+\s){0,3}$", before))
        and not text[place[0] : place[1]].lower().startswith("sedan")
    )


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_to_come(period: Period, text: str, written: date | None) -> bool:
    """Whether a time can be a promise's: not over when the response was written, no habit, no date of a document."""
    if period.lead == "repeated" or (written is not None and period.due < written):
        return False
    if period.lead == "start" and re.match(
        r"sedan|alltsedan", text[max(0, period.start - 12) : period.start].strip().lower()[-9:] or "x"
    ):
        return False
    far = written is not None and (period.due - written).days > _FAR
    if far and period.resolved and period.kind in ("day", "month", "season") and not _FIRM.search(text):
        return False  # "den 9 mars", said in May
    if _DATED_PAST.search(text[max(0, period.start - 40) : period.start]):
        return False
    return not re.search(r"§", text[max(0, period.start - 8) : period.start] + text[period.end : period.end + 5])


def _due(coming: Sequence[Period], start: int) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
    """The dates of completion, and those of a mere start."""
    ends: list[Deadline] = []
    starts: list[Deadline] = []
    for period in coming:
        deadline = Deadline(Span(start + period.start, start + period.end), period.due, period.resolved)
        (starts if period.lead == "start" else ends).append(deadline)
    return tuple(ends), tuple(starts)


def _is_tale(text: str, own: str | None) -> bool:
    """Whether the sentence tells of others: another body is who acts in it, or it reports what somebody says."""
    if _ACCORDING.match(text):
        return True
    opening = text[:_OPENING]
    for first, last in phrases("others").places(opening):
        if _SUBJECT_GAP.match(text[:first]) and not re.match(
            r"(?:s|ens|nas)?\s(?:bedömning|synpunkt|rekommendation|slutsats|iakttagelse|förslag)", text[last:]
        ):
            return not re.search(r"\b(?:nämnden|styrelsen|förvaltningen|vi)\b", text[last:].lower())
    match = BOARD.search(opening)
    if (
        match
        and own
        and match.start() < 25
        and not text[match.end() - 1 : match.end()] == "s"
        and not same(match.group(), own)
    ):
        generic = match.group().lower() in ("nämnden", "styrelsen", "direktionen", "nämnderna")
        return not generic and _SUBJECT_GAP.match(text[: match.start()]) is not None
    return False


def _is_old(text: str, found: Sequence[Period], written: date | None) -> bool:
    """Whether the sentence tells of years long before the answer: history, not what was done about the audit."""
    if written is None or _SINCE.search(text):
        return False
    years = [int(match[1] or match[2]) for match in _YEARS.finditer(text)]
    if not years or any(period.last >= written for period in found):
        return False
    return max(years) < written.year - 1


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

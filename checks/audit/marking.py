"""The words of a sentence that show its signals, and whether it tells of others or of the past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checks.audit import tense
from checks.audit.boards import BOARD, same
from checks.followup import Signal
from clauses.dates import Period
from clauses.phrases import phrases
from ingest.document import Span

_OPENING = 70
_ACCORDING = re.compile(r"^(?:enligt|i en rapport från|av) (?!nämnden|förvaltningen|planen|beslut|plan)", re.IGNORECASE)
_SUBJECT_GAP = re.compile(r"^\W{0,3}(?:(?!som\b|att\b|är\b|har\b)\w+\s){0,3}$")
_STANDS = re.compile(r"(?:är|finns)\b(?!\s(?:nu|redan|sedan|numera))", re.IGNORECASE)
_IF = re.compile(
    r"\b(?:förutsatt att|förutsättning att|tills|innan|när(?! det gäller)|så snart|efter det att|"
    r"först då)\s(?:[^\s.;,]{1,30}\s){0,7}$",
    re.IGNORECASE,
)
_MET = re.compile(r"tillgodose|uppfyll|åtgärda", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:torde|borde|bör)\s(?:\w+\s){0,4}?(?:kunna|\w{3,}as)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sedan|alltsedan|från och med|fr\.?o\.?m)\b", re.IGNORECASE)
_YEARS = re.compile(
    r"(?:^|\b(?:under|hösten|våren|sommaren|vintern|år|redan|senast|i|januari|februari|mars|april|maj|juni|"
    r"juli|augusti|september|oktober|november|december|\w+(?:des|ogs|ades|åtts))\s)"
    r"((?:19|20)\d\d)(?![\d/:])|(?<!\d)((?:19|20)\d\d)(?=-\d\d-\d\d)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:noterar|noterat|konstatera|konstaterar|konstaterat|uppger|framgår|uppmärksammat|har förståelse för|"
    r"medveten om|medvetna om|anför|angett|angivit|påpekar|(?:delar|instämmer|anser|viktigt|vikten|understryka|betona|"
    r"framhålla|angeläget|enig)(?:\s(?:i|av|revisionens|revisorernas|syn\w*|uppfattning\w*|bedömning\w*|helt|"
    r"om)){0,4})(?:\s\w+){0,4}?\satt\b",
    re.IGNORECASE,
)
_COMMISSION = re.compile(r"\b(?:i uppdrag|uppdragit|uppdragits)\b", re.IGNORECASE)
_FIGURES = re.compile(
    r"\b\d{1,3}[ \u00a0]\d{3}\b|\b(?:ökning|minskning|ökade|minskade)\b|\d[\d ]*(?:procent|miljoner|mnkr)",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"\b(?:har|hade)\s(?:under|i|sedan)\s(?:många|flera|en rad|en följd av|lång)\b|\balltid\b", re.IGNORECASE
)
_OWN_SHALL = re.compile(
    r"^\W{0,3}(?:nämnden|styrelsen|förvaltningen|vi|kontoret|bolaget|direktionen|\w*(?:enheten|avdelningen|chefen|"
    r"gruppen|kontoret|"
    r"controllern|samordnaren|strategen|direktören|ledningen|staben|ledarna|handläggarna|cheferna))\s(?:\w+\s){0,2}?"
    r"(?P<shall>ska|skall)\s(?!enligt)",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"^(?:\d{1,2}[.)]?\s)?att\s(?:hos\s\w+\s)?(?P<verb>uppdra|ge|avslå|avvisa|avstå|inte|anta|fastställa|godkänna|"
    r"inrätta|upphäva|"
    r"begära|införa|inleda|avsätta|genomföra|ta|se|låta|utreda|beställa|anställa|revidera|starta)\s"
    r"(?!\w*(?:svar|yttrande|skrivelse|paragraf|protokoll|informationen))",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\bsom\s(?:[\w-]+\s){0,4}$", re.IGNORECASE)  # "den handbok som kansliet har aviserat"
_APART = 60  # characters: another act in the same sentence
_REACH = 70
Place = tuple[int, int]


def marks_of(text: str, start: int, coming: Sequence[Period], tale: bool) -> dict[Signal, list[Span]]:
    """The words of each signal. What others do and the past of the field gives none."""
    if tale:
        return {}
    kept = {signal: _said_outright(text, signal, places) for signal, places in _undenied(text).items()}
    ought = _OUGHT.search(text)
    if coming and ought and not kept[Signal.PLANNED]:
        kept[Signal.PLANNED] = [ought.span()]
    if any(_MET.search(text[first:last]) for first, last in kept[Signal.DONE]):
        kept[Signal.ONGOING] = []
    kept[Signal.DONE] = _really_done(text, kept)
    still = [place for place in kept[Signal.DONE] if _STANDS.match(text[place[0] : place[1]]) and _near(place, coming)]
    kept[Signal.DONE] = [place for place in kept[Signal.DONE] if place not in still]
    kept[Signal.PLANNED] += still
    if kept[Signal.AWAITING]:
        kept[Signal.DONE] = [place for place in kept[Signal.DONE] if not _RELATIVE.search(text[: place[0]])]
    if kept[Signal.DONE] and (_ALWAYS.search(text) or (_FIGURES.search(text) and not _SINCE.search(text))):
        kept[Signal.DONE] = []
    if not kept[Signal.PLANNED] and (later := _later_clause(text, kept[Signal.DONE], coming)):
        kept[Signal.PLANNED] = [later]
    if not any(kept.values()) and (shall := _OWN_SHALL.match(text)):
        kept[Signal.PLANNED] = [shall.span("shall")]
    if not any(kept.values()) and (decides := _DECIDES.match(text)):
        kept[_decided(decides["verb"].lower())] = [decides.span("verb")]
    if not any(kept.values()) and coming and (verb := tense.coming(text)):
        kept[Signal.PLANNED] = [verb]
    return {
        signal: [Span(start + first, start + last) for first, last in sorted(found)]
        for signal, found in kept.items()
        if found
    }


def _later_clause(text: str, done: list[Place], coming: Sequence[Period]) -> Place | None:
    """A clause of its own with a time to come, after what is done: "... och övriga får sina under 2027"."""
    for period in coming:
        for place in done:
            between = text[place[1] : period.start]
            joint = re.search(r"(?:,|\boch|\bmen|\bsamt|\bmedan)\s", between)
            clause = between[joint.end() :] if joint else ""
            if joint and not any(tense.preterites(clause)) and (verb := tense.coming(clause)):
                at = place[1] + joint.end()
                return at + verb[0], at + verb[1]
    return None


def _decided(verb: str) -> Signal:
    """What a decision of the board says by its verb: "att anta ...", "att avslå ...", "att uppdra åt ..."."""
    if verb.startswith(("avslå", "avvisa", "inte", "avstå")):
        return Signal.REJECTED
    return Signal.DONE if verb in ("anta", "fastställa", "godkänna", "inrätta", "upphäva") else Signal.PLANNED


def _undenied(text: str) -> dict[Signal, list[Place]]:
    """Where the words of each signal stand, those within a refusal left out."""
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
    denied = places[Signal.REJECTED]
    places[Signal.ONGOING] = [
        place
        for place in places[Signal.ONGOING]
        if not re.search(r"\b(?:inga|ingen|inget|inte|utan)\s$", text[: place[0]])
    ]
    for signal in places.keys() - {Signal.REJECTED}:
        places[signal] = [place for place in places[signal] if not any(_meet(place, other) for other in denied)]
    return places


def _said_outright(text: str, signal: Signal, places: list[Place]) -> list[Place]:
    """Those that the body says of itself: not what it notes that others have done, not what is a condition."""
    told = _TOLD.search(text)
    if told and signal in (Signal.DONE, Signal.ONGOING, Signal.PLANNED):
        norm = signal is Signal.PLANNED
        places = [
            place
            for place in places
            if place[1] <= told.end() or (norm and not text[place[0] :].lower().startswith("ska"))
        ]
    if signal in (Signal.DONE, Signal.ONGOING):
        places = [place for place in places if not _IF.search(text[max(0, place[0] - _REACH) : place[0]])]
    return places


def _really_done(text: str, kept: dict[Signal, list[Place]]) -> list[Place]:
    """What is done, without commissions, beginnings and what stands within a plan."""
    done, plans = kept[Signal.DONE], kept[Signal.PLANNED]
    commission = _COMMISSION.search(text)
    if commission and plans:
        done = [place for place in done if place[1] < commission.start() - _APART]
    done = [place for place in done if not any(_meet(place, other) for other in kept[Signal.ONGOING])]
    return [place for place in done if not _in_plan(text, place, plans)] if plans else done


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


def is_tale(text: str, own: str | None) -> bool:
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
        and text[match.end() - 1 : match.end()] != "s"
        and not same(match.group(), own)
    ):
        generic = match.group().lower() in ("nämnden", "styrelsen", "direktionen", "nämnderna")
        return not generic and _SUBJECT_GAP.match(text[: match.start()]) is not None
    return False


def is_old(text: str, found: Sequence[Period], written: date | None) -> bool:
    """Whether the sentence tells of years long before the answer: history, not what was done about the audit."""
    if written is None or _SINCE.search(text):
        return False
    years = [int(match[1] or match[2]) for match in _YEARS.finditer(text)]
    if not years or any(period.last >= written for period in found):
        return False
    return max(years) < written.year - 1

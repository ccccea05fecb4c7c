"""The words of a finding: one sentence of because, the quotes that show it, and the nearest passages that do not
suffice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from checks.denials import DENIED
from checks.finding import Evidence, Nearest, Stance, Status
from checks.vetoes import OFF_THE_MATTER
from ingest.document import Span

if TYPE_CHECKING:
    from checks.passages import Passages
    from checks.verdict import FacetVotes, Verdict
    from clauses import Library

FOR_EACH_FACET = 2  # quotes
AT_MOST = 8
AGAINST = 3
NEAREST = 3
FIRST_WORDS = 5
_COUNTS_ANEW = re.compile(
    r"(?:bilaga|kap|avdelning|del|tilläggsavtal|allmänna villkor|särskilda villkor|anbud)\b", re.I
)


def place(read: Passages, index: int) -> tuple[str, str, int | None]:
    """(clause number, heading, page) of a statement; empty where it has none."""
    document = read.document
    statement = document.statements[index]
    path = document.path(statement.section)
    block = document.blocks[statement.block]
    number = next((section.number for section in reversed(path) if section.number), "")
    if not number and re.search(r"\d", block.number):
        number = block.number
    heading = next((section.title for section in reversed(path) if section.title), "")
    return number, heading, block.page


def where(read: Passages, index: int) -> str:
    """A statement's place for a sentence: "7.2", "Kap. 2 § 3", or its heading, its page, or its first words."""
    number, heading, page = place(read, index)
    if number:
        plain = number.rstrip(".: ")
        return _full(read, index, f"avsnitt {plain}" if plain.isdecimal() else plain)
    if heading:
        return f"”{heading}”"
    return f"sida {page}" if page else f"”{_first_words(read.document.quote(read.document.statements[index].span))}”"


def _full(read: Passages, index: int, number: str) -> str:
    """A number with that of its appendix or chapter before it, where it is counted anew there: "Bilaga 2, 7.1"."""
    outer = next((each for each in read.document.path(read.document.statements[index].section) if each.number), None)
    if outer is None or not _COUNTS_ANEW.match(outer.number) or _COUNTS_ANEW.match(number):
        return number
    return f"{outer.number.rstrip('.: ')}{' ' if number.startswith('§') else ', '}{number}"


def _first_words(said: str) -> str:
    words = said.split()
    return " ".join(words) if len(words) <= FIRST_WORDS else f"{' '.join(words[:FIRST_WORDS])} …"


def evidence(verdict: Verdict, read: Passages, library: Library) -> tuple[tuple[Evidence, ...], dict[int, int]]:
    """The quotes of a finding in the order of the text, and each quoted statement's place among them."""
    chosen: dict[int, Stance] = {}
    for votes in sorted(verdict.facets, key=lambda votes: not votes.facet.core):
        for index in (votes.given + votes.weak)[:FOR_EACH_FACET]:
            if len(chosen) < AT_MOST:
                chosen.setdefault(index, Stance.FOR)
    denials = verdict.against + [index for votes in verdict.facets for index in votes.denied]
    for index in dict.fromkeys(denials[:AGAINST]):
        chosen[index] = Stance.AGAINST
    shown: list[Evidence] = []
    places: dict[int, int] = {}
    for index in sorted(chosen):
        number, heading, page = place(read, index)
        span = read.document.statements[index].span
        why = _why(verdict, index, chosen[index])
        core = _core(verdict, read, library, span)
        places[index] = len(shown)
        vote = _vote(verdict, read, index, chosen[index])
        shown.append(Evidence(span, chosen[index], number, heading, page, why, core, vote))
    return tuple(shown), places


def _vote(verdict: Verdict, read: Passages, index: int, stance: Stance) -> float | None:
    """How sure the learned reader is that the statement gives what it is quoted for; None where the rules found it."""
    columns = read.votes.columns
    if stance is Stance.AGAINST:
        chance = float(read.votes.denials[index, columns.requirements.index(verdict.requirement.id)])
        return round(chance, 2) if chance >= DENIED else None
    quoted = [votes.facet.id for votes in verdict.facets if index in votes.given or index in votes.weak]
    chances = [read.votes.facets[index, columns.facets.index(f"{verdict.requirement.id}.{name}")] for name in quoted]
    return round(float(max(chances)), 2) if chances else None


def _why(verdict: Verdict, index: int, stance: Stance) -> str:
    if stance is Stance.AGAINST:
        denied = [votes.facet.title.sv for votes in verdict.facets if index in votes.denied]
        return f"Säger emot: {'; '.join(denied)}." if denied else "Säger emot kravet."
    titles = [votes.facet.title.sv for votes in verdict.facets if index in votes.given]
    weak = [votes.facet.title.sv for votes in verdict.facets if index in votes.weak]
    told = [*titles, *(f"{title}, men i ord som inte binder" for title in weak)]
    return "; ".join(told) + "."


def _core(verdict: Verdict, read: Passages, library: Library, span: Span) -> tuple[Span, ...]:
    """The words in a quote that name the requirement's matter, neighbours joined."""
    concepts = set(verdict.requirement.matter)
    for votes in verdict.facets:
        concepts |= {name for combination in votes.facet.recognised for name in combination.all}
    said = read.document.quote(span)
    joined: list[list[int]] = []
    for hit in library.scanner.scan(said):
        if hit.concept not in concepts:
            continue
        if joined and hit.start <= joined[-1][1] + 12:
            joined[-1][1] = max(joined[-1][1], hit.end)
        else:
            joined.append([hit.start, hit.end])
    return tuple(Span(span.start + start, span.start + end) for start, end in joined)


def because(verdict: Verdict, read: Passages, applies: str) -> str:
    """One sentence: what was found and where, or what is not there and why that can be said. `applies` is the reason
    why the requirement may not be one for this contract.
    """
    return joined(joined(_told(verdict, read), _settled(verdict, read)), applies)


def _settled(verdict: Verdict, read: Passages) -> str:
    """Which of two parts of the contract went before the other, where they say against each other."""
    for winner, loser in verdict.settled:
        if read.part(winner) != read.part(loser):
            return f"{_in_part(read, loser)} säger annat, men {_in_part(read, winner)} går före."
    return ""


def _in_part(read: Passages, index: int) -> str:
    return f"{where(read, index)} i huvudavtalet" if read.part(index) == "main" else where(read, index)


def joined(told: str, more: str) -> str:
    """Two sentences as one."""
    return f"{told.rstrip('.')}; {more[0].lower()}{more[1:]}" if more else told


def _told(verdict: Verdict, read: Passages) -> str:
    core = [votes for votes in verdict.facets if votes.facet.core]
    lacks = core[0].facet.lacks.sv
    if verdict.status is Status.CONTRADICTED:
        return f"Avtalet {lacks}; det sägs uttryckligen i {where(read, verdict.against[0])}."
    if verdict.status is Status.UNDETERMINED:
        if verdict.pointer:
            return f"Avtalet hänvisar i denna fråga till {verdict.pointer}, som inte finns i filen."
        ledger = read.document.ledger
        if ledger.complete:
            pages = ", ".join(f"sida {page}" for page in ledger.uncertain_pages[:3])
            return f"Ingen bestämmelse hittades, men allt kunde inte läsas säkert ur bild ({pages})."
        return f"Ingen bestämmelse hittades, men hela filen kunde inte läsas ({', '.join(ledger.unread[:3])})."
    if verdict.status is Status.MISSING:
        return _missing(verdict, read, lacks)
    return _present(verdict, read, core)


def _missing(verdict: Verdict, read: Passages, lacks: str) -> str:
    if verdict.taken_back:
        return f"Avtalet {lacks}; den bestämmelse som fanns har tagits bort."
    near = next(((index, why) for index, why in verdict.discounted.items() if why != OFF_THE_MATTER), None)
    if near:
        return f"Avtalet {lacks}; närmast kommer {where(read, near[0])}, men {near[1]}."
    return f"Avtalet {lacks}."


def _present(verdict: Verdict, read: Passages, core: list[FacetVotes]) -> str:
    first = (core[0].given or core[0].weak)[0]
    told = f"{core[0].facet.title.sv} ({where(read, first)})"
    reservations = []
    if not core[0].given:
        reservations.append("bara i ord som inte binder")
    if verdict.conflict:
        reservations.append(f"{where(read, verdict.against[0])} säger emot, och avtalet avgör inte vad som gäller")
    for votes in verdict.facets:
        if not votes.facet.core and not votes.given:
            opposite = f" ({where(read, votes.denied[0])} säger motsatsen)" if votes.denied else ""
            reservations.append(f"{votes.facet.lacks.sv}{opposite}")
    if reservations:
        return f"{told}, men {_and(reservations)}."
    places = [where(read, votes.given[0]) for votes in verdict.facets if not votes.facet.core]
    others = [name for name in dict.fromkeys(places) if name != where(read, first)]
    return f"{told}; övriga delar står i {_and(others)}." if others else f"{told}."


def _and(parts: list[str]) -> str:
    """Parts in a row; what has a comma or an "och" of its own is parted by semicolons."""
    if len(parts) == 1:
        return parts[0]
    if any("," in part or " och " in part for part in parts):
        return f"{'; '.join(parts[:-1])}; och {parts[-1]}" if len(parts) > 2 else "; ".join(parts)
    return f"{', '.join(parts[:-1])} och {parts[-1]}"


def nearest(verdict: Verdict, read: Passages) -> tuple[Nearest, ...]:
    """The closest passages that give nothing, and what each lacks."""
    shown = {index for votes in verdict.facets for index in votes.given + votes.weak + votes.denied}
    shown |= set(verdict.against)
    column = read.votes.columns.requirements.index(verdict.requirement.id)
    about = read.votes.about[:, column]
    order = [*verdict.discounted, *(int(at) for at in np.argsort(-about)[:NEAREST] if about[at] >= 0.4)]
    found: list[Nearest] = []
    for index in dict.fromkeys(order):
        if index in shown or len(found) == NEAREST:
            continue
        number, _, page = place(read, index)
        core = next(votes.facet for votes in verdict.facets if votes.facet.core)
        lacks = verdict.discounted.get(index) or f"säger inte: {core.title.sv}"
        found.append(Nearest(read.document.statements[index].span, number, page, lacks[0].upper() + lacks[1:] + "."))
    return tuple(found)

"""A sentence's own words turned: denied or weakened. Edits within the sentence.

Each looks for the finite verb of the main clause. Where it is not sure of it, it raises NotMade: a mutant whose meaning
is uncertain would measure nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.negation import is_finite
from checks.parties import Parties
from corpora.mutation.source import Edit, NotMade

_DUTY = r"ska|skall|skola|måste|bör"
_RIGHT = r"har|äger|äga|får|må|kan"
_PLAIN = r"svarar|ansvarar"
_VERB = re.compile(rf"\b(?:(?P<duty>{_DUTY})|(?P<right>{_RIGHT})|(?P<lies>åligger|åvilar)|(?P<plain>{_PLAIN}))\b", re.I)
_ENTITLED = re.compile(
    r"(?:\s+(?:inte|ej|icke|alltid|även|då|också))?\s+(?:rätt|rättighet|möjlighet|befogenhet)\b", re.I
)
_OPENS = re.compile(
    r"\b(?:om|när|där|därest|ifall|innan|sedan|eftersom|vilken|vilket|vilka|som|att|hur|så länge|i den mån|då|ehuru)\b",
    re.I,
)
_NO = re.compile(r"\s(?:inte|ej|icke)\b", re.I)
_ONLY = re.compile(
    r"\b(?:endast|enbart|bara|först|förrän|utan att|med mindre|ej må|varken|ingen|inget|inga|inte heller|ej heller)"
    r"\b",
    re.I,
)
_NEITHER = re.compile(r"\b(?:varken|(?:inte|ej|icke)\s+heller|vare\s+sig)\b", re.I)
_OLD = re.compile(r"\b(?:äger|äga|icke|åligger|jämväl|varder)\b", re.I)
# A second main clause would still grant what the first denies.
_SECOND = re.compile(
    r"(?:,|[,;]?\s\boch|;)\s+(?:(?:de|den|det|denne)\s+)?"
    r"(?:får|har\s+(?:[\w\s]{0,30}\s)?rätt|ska|skall|svarar|ansvarar|äger|må)\b"
    r"|,\s+(?:och|men|samt|medan)\s+(?:(?:vi|ni|de|den|det)\s|\w+\s+(?:får|har|ska|skall|svarar|ansvarar|äger|må|bör)\b)",
    re.I,
)
# "Behöver inte visa utdrag före anställning" could be heard as only later.
_BEFORE = re.compile(r"\b(?:innan|före)\b", re.I)
# "Behöver inte betala inom 30 dagar" could be heard as only a longer time: what limits a denial is taken away with it.
_LIMITS = re.compile(
    r"\s+(?:under\s+(?:hela\s+)?\w+(?:\s+hela\s+löptid)?|omgående|omedelbart|genast|ofördröjligen|alltjämt|alltid"
    r"|utan\s+(?:dröjsmål|uppskov)|när\s+som\s+helst(?:\s+och\s+utan\s+\w+)?|vid\s+varje\s+tid\s+under\s+avtalet)(?=[\s.])",
    re.I,
)
_DEADLINE = re.compile(
    r",?\s+(?:utan\s+dröjsmål|(?:inom|senast)\b(?:[^,.;]|(?<=\d)\.(?=\d)){1,200})(?=[.;]?\s*$)", re.I
)
_LIMITED = re.compile(
    r"\b(?:omgående|omedelbart|omedelbar verkan|genast|när som helst|om möjligt|komma att|utan\s+dröjsmål"
    r"|inom\s+(?:\w+\s+){1,2}\w*dagar)\b",
    re.I,
)
_PRONOUN = re.compile(r"\s+(?:ni|vi|den|det|denne|dessa|han|hon)\b", re.I)
_OWNS = re.compile(r"\s+(?:minst|mer|hela|\d)")
_SELF = re.compile(r"\s+sig\b")


@dataclass(frozen=True, slots=True)
class Main:
    """The main clause's finite verb: where it stands, its sort, and where a subject after it ends (else None)."""

    start: int
    end: int
    sort: str
    subject: int | None

    @property
    def after(self) -> int:
        """Where a negation stands."""
        return self.end if self.subject is None else self.subject


def main_verb(said: str, parties: Parties) -> Main:
    """The finite verb of the main clause. Raises NotMade where it cannot be told."""
    mentions = [each for each in parties.mentions(said.lower()) if not each.genitive]
    for match in _VERB.finditer(said):
        sort = match.lastgroup or ""
        subject = next((each.end for each in mentions if said[match.end() : each.start].isspace()), None)
        if subject is None and (found := _PRONOUN.match(said, match.end())):
            subject = found.end()
        if match[0].isupper() and len(match[0]) > 1:  # a column of a table: SKA, BÖR
            continue
        if match[0].lower() == "äger" and _OWNS.match(said, match.end()):
            continue
        if match[0].lower() == "har" and not _ENTITLED.match(said, subject or match.end()):
            continue
        if _is_main(said[: match.start()], subject is not None, opens=_opens(said, parties)):
            sits = _SELF.match(said, match.end())
            return Main(match.start(), sits.end() if sits and subject is None else match.end(), sort, subject)
    return _indicative(said, parties)


def _indicative(said: str, parties: Parties) -> Main:
    """A sentence that opens with a party and its verb: "Leverantören redovisar ..."."""
    first = next((each for each in parties.mentions(said.lower()) if each.start == 0 and not each.genitive), None)
    verb = re.compile(r"\s+(\w+)").match(said, first.end) if first else None
    if verb is None or not is_finite(verb[1].lower()) or verb[1].lower() == "har":
        raise NotMade("huvudsatsens verb är osäkert")
    return Main(verb.start(1), verb.end(1), "plain", None)


def _opens(said: str, parties: Parties) -> bool:
    """Whether the sentence opens with a condition's verb ("Avviker verksamheten ...")."""
    first = re.match(r"\w+", said)
    named = any(each.start == 0 for each in parties.mentions(said.lower()))
    return first is not None and not named and is_finite(first[0].lower())


def _is_main(before: str, turned: bool, opens: bool) -> bool:
    """Whether a verb after this beginning is the main clause's: no clause is open before it, or it has closed."""
    opened = [match.end() for match in _OPENS.finditer(before)] or ([0] if opens else [])
    if not opened:
        return bool(before.strip())
    since = before[opened[-1] :]
    closed = any(map(is_finite, re.findall(r"\w+", since.lower()))) or bool(re.match(r"\w+(?:s|r)\b", since))
    return closed and (turned or before.rstrip().endswith(",") or _relative(before, opened[-1]))


def _relative(before: str, end: int) -> bool:
    """Whether the last clause opened is a relative one within the subject ("Brister som Kommunen påtalat ska")."""
    return before[:end].lower().endswith("som") and "," not in before[end:]


def denied(said: str, parties: Parties) -> list[Edit]:
    """The main clause negated; where it is, the negation taken away."""
    main = main_verb(said, parties)
    negation = _NO.match(said, main.after)
    if _SECOND.search(said, main.after) or _NEITHER.search(said, main.after):
        raise NotMade("satsen säger flera saker")
    if negation:
        return [(negation.start(), negation.end(), "")]
    if _ONLY.search(said):
        raise NotMade("satsen har redan en inskränkning")
    if _BEFORE.search(said):
        raise NotMade("nekandet kunde höras om tiden")
    no = "icke" if _OLD.search(said) else "inte"
    edits = _without_limits(said, main.after)
    edits.append((main.after, main.after, f" {no}"))
    if main.sort == "duty":
        edits.append((main.start, main.end, cased(said[main.start], "behöver")))
    return edits


def _without_limits(said: str, after: int) -> list[Edit]:
    """Takes away time and manner, which the negation would else be heard to deny alone. Raises NotMade."""
    limit = _LIMITS.match(said, after)
    deadline = _DEADLINE.search(said, limit.end() if limit else after)
    found = [(each.start(), each.end(), "") for each in (limit, deadline) if each]
    clause = re.split(r"[,;:]", said[limit.end() if limit else after : deadline.start() if deadline else None])[0]
    if _LIMITED.search(clause) or (deadline and not clause.strip()):
        raise NotMade("nekandet kunde höras om tiden")
    return found


def weakened(said: str, parties: Parties) -> list[Edit]:
    """The main clause in words that do not bind: "ska" as "bör", "får" and "har rätt" as "kan komma att"."""
    main = main_verb(said, parties)
    first, verb = said[main.start], said[main.start : main.end].lower()
    if _SECOND.search(said, main.after) or _ONLY.search(said):
        raise NotMade("satsen säger flera saker")
    if verb == "bör" or re.match(r"\s+(?:\w+\s+)?komma\s+att\b", said[main.after :]):
        raise NotMade("satsen är redan svag")
    if main.sort == "duty":
        return [(main.start, main.end, cased(first, "böra" if verb == "skola" else "bör"))]
    if main.sort == "plain":
        raise NotMade("verbet är varken rätt eller skyldighet")
    if main.sort == "lies":
        return [(main.start, main.end, cased(first, "kan komma att åligga"))]
    if _NO.match(said, main.after):
        return [(main.start, main.end, cased(first, "bör"))]
    if verb == "har" or (verb == "äger" and re.match(r"\s+rätt\b", said[main.after :])):
        entitled = re.match(r"\s+rätt\s+att\b", said[main.after :])
        end = main.after + (entitled.end() if entitled else 0)
        if not entitled and not re.match(r"\s+rätt\b", said[main.after :]):
            raise NotMade("verbet är varken rätt eller skyldighet")
        return [(main.start, main.end, cased(first, "kan")), (main.after, end, " komma att" + _have(entitled))]
    return [(main.start, main.end, cased(first, "kan")), (main.after, main.after, " komma att")]


def _have(entitled: re.Match[str] | None) -> str:
    return "" if entitled else " ha"


def cased(first: str, word: str) -> str:
    """The word, with a capital where the word that it replaces had one."""
    return word.capitalize() if first.isupper() else word

"""A statement understood: whose right or duty it speaks of, whether it binds, and whether it denies.

Rules over the marked text (`zzbuyer`, `zzsupplier` for every mention of a party). They are vetoes over the learned
reader's votes and never votes themselves: a rule says only what it is sure of, and None where it cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from checks.negation import is_finite, negated
from checks.parties import BUYER, SUPPLIER

_PARTY = r"zz(?P<{0}>buyer|supplier)"
_ADVERB = (
    r"(?:(?:även|också|vidare|därutöver|dessutom|därvid|då|alltid|dock|härvid|i sådant fall|i så fall|därför|inte|ej"
    r"|aldrig|själv|ensam)\s+){0,3}"
)
_RIGHT = (
    r"(?:ha[rd]e?(?=\s+(?:zz\w+\s+){0,2}(?:(?!zz|har\b)\w+\s+){0,4}?(?:rätt\b|rättighet|möjlighet|befogenhet|tillgång"
    r"|tillträde|insyn))"
    r"|äger|erhåller|förbehåller\s+sig|ges|får|kan|må|ska(?:ll)?\s+ha\s+rätt|ska(?:ll)?\s+äga|är\s+berättigad\w*|medges"
    r"|tillerkänns)"
)
_DUTY = (
    r"(?:ska|skall|måste|förbinder\s+sig|åtar\s+sig|åtager\s+sig|är\s+skyldig\w*|ansvarar|svarar|garanterar|behöver"
    r"|åläggs|har\s+att|bör|är\s+ansvarig\w*)"
)


_MENTION = re.compile(r"zz(?P<party>buyer|supplier)\b(?!\s+zzs)")
# "Av leverantören kan ...", "som leverantören ansvarar för": the party is no subject of the main clause.
_OBJECT = re.compile(r"\b(?:av|hos|från|till|mot|med|på|åt|gentemot|som)\s$")
_BACK = 60  # characters before a mention in which its verb may stand


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb after its party ("zzbuyer har rätt"), or right before it in a turned sentence ("har zzbuyer rätt")."""

    after: re.Pattern[str]
    before: re.Pattern[str]

    def ends(self, marked: str, mention: re.Match[str]) -> int | None:
        """Where the verb and its party end, or None where the party is not its subject."""
        found = self.after.match(marked, mention.end())
        if found and not _OBJECT.search(marked, max(0, mention.start() - 12), mention.start()):
            return found.end()
        turned = self.before.search(marked, max(0, mention.start() - _BACK))
        while turned and turned.end() < mention.start():
            turned = self.before.search(marked, turned.end())
        return mention.end() if turned and turned.end() == mention.start() else None


def _verb(words: str) -> _Verb:
    return _Verb(re.compile(rf"\s+{_ADVERB}{words}\b"), re.compile(rf"\b{words}\s+{_ADVERB}(?=zz)"))


_HAS_RIGHT = _verb(_RIGHT)
_HAS_DUTY = _verb(_DUTY)
_GIVEN = re.compile(
    r"\b(?:tillkommer|tillfaller|ger|medger|tillförsäkrar|tillerkänner|rätt för|berättigar)\s+" + _PARTY.format("party")
)
_LAID_ON = re.compile(
    r"\b(?:åligger|åvilar|ankommer\s+(?:det\s+)?på|ålägges|åläggs)\s+(?:det\s+)?" + _PARTY.format("party")
)
# "ska beställaren underrättas": the party after the verb is who the act is done to.
_DONE_TO = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:(?!\w+[aeo]rnas\b)\w+(?:as|es|ås)|få|kunna|äga"
    r"|ha\s+(?:\w+\s+){0,3}?(?:rätt|tillgång|möjlighet|tillträde|insyn|befogenhet|skadestånd|ersättning))\b"
)
_MODAL = re.compile(r"\b(?:ska|skall|måste|bör|behöver)\b[^.;]{0,40}$")
_MODAL_AFTER = re.compile(r"\s+(?:ska|skall|måste|bör)\b")
_WORD = re.compile(r"[\wåäöé-]+")
_CLAUSE_OPENS = re.compile(r"(?:^|^[\d.§\s]+|[,.;:/–\t]|\b(?:och|eller|men|samt))$")
_CONDITION = re.compile(
    r"\s*(?:om|när|då|därest|ifall|innan|sedan|för det fall|vid|\w+(?:er|ar|ts|ats|es|as)\b"
    r"|(?:går|får|är|ska|skall|kan|må|vill|gör|står|sker|befinns)\b)"
)
# What opens a sentence whose verb then goes before its subject: "På begäran lämnar beställaren ...".
_ADVERBIAL = re.compile(
    r"\s*(?:för\s+att|på|efter|inom|senast|inför|utan|under|i\s+samband|därefter|så\s+snart|varje"
    r"|om|när|då|därest|ifall|innan|sedan|vid)\b"
)
_ONLY_A_VERB = re.compile(r"[\d.\s]*\w+(?:er|ar|år|ör)")
_NO_DOING = frozenset(
    (
        *("får", "kan", "har", "må", "äger", "erhåller", "ger", "bereds", "medges", "är", "var", "blir"),
        *(
            "behöver",
            "bör",
            "anger",
            "bestämmer",
            "begär",
            "kontrollerar",
            "granskar",
            "prövar",
            "stämmer",
            "slår",
            "mäter",
        ),
        *("vill", "önskar", "tycker", "ser", "finner", "påkallar", "godkänner", "kräver"),
    )
)
# "Klubben lämnar nämnden uppgifter": the party after such a verb may be who is told.
_TELLING = frozenset(
    (
        *("lämnar", "meddelar", "informerar", "tillställer", "förser", "sänder", "skickar", "upplyser"),
        *("underrättar", "visar", "förutsätter", "kräver"),
    )
)
_SAME_CLAUSE = frozenset(
    (
        *("även", "också", "vidare", "därutöver", "dessutom", "därvid", "då", "alltid", "dock", "härvid"),
        *("därför", "inte", "ej", "aldrig", "själv"),
    )
)

_WEAK = re.compile(
    r"\b(?:kan(?:\s+\w+){0,5}?\s+(?:komma\s+att|bli\s+(?:aktuell\w*|fråga\s+om|tal\s+om)|komma\s+i\s?fråga|ifrågakomma)"
    r"|bör|borde(?!\s+ha\b|\s+inse|\s+känna)|torde|strävar|eftersträvas?|försöker|arbetar\s+för\s+att"
    r"|verkar\s+för(?!\s+\w+\s+räkning)|(?:har|är)\s+(?:för\s+avsikt|ambitionen|en\s+ambition|målsättningen)"
    r"|avser(?=\s+(?:att|\w+\s+att|löpande|årligen|regelbundet))|(?:ambition|målsättning|avsikt|förhoppning)(?:en)?\s+(?:är|att)"
    r"|målet\s+är|är\s+villig\w*|vill\s+(?:främja|verka|arbeta)|det\s+är\s+(?:en\s+fördel|tänkt|önsk\w+|bra|fint)"
    r"|är\s+bered(?:d|da|t)\s+att\s+diskutera|vore\s+(?:lämpligt|önskvärt|önskligt|rimligt|bra)|förväntas|uppmuntra[rs]?|uppmanas"
    r"|önskvärt|(?<!^)(?<!om\s)(?<!den\s)(?<!så\s)önskar(?=\s+(?:att|se|få)\b)|hoppas|gärna|tanken\s+är|kan\s+tänka\s+sig|kan\s+överväga|överväger|kan\s+diskuteras"
    r"|diskutera\s+möjligheten|ser\s+positivt|rekommenderas|(?<!när\s)(?<!som\s)(?<!det\s)helst|planerar\s+att|har\s+som\s+mål"
    r"|om\s+möjligt|om\s+så\s+är\s+möjligt|om\s+det\s+hinns|(?:om|när|där)\s+så\s+(?:är|bedöms)\s+lämpligt|i\s+mån\s+av)\b"
)
# These take the force of a "ska" too.
_WEAKENS = re.compile(
    r"\b(?:ska(?:ll)?,?\s+(?:zz\w+\s+|även\s+|också\s+|alltid\s+|aktivt\s+){0,2}"
    r"(?:sträva|eftersträva|verka\s+för|försöka|arbeta\s+för\s+att|överväga|om\s+möjligt|i\s+mån\s+av)"
    r"|i\s+(?:möjligaste|görligaste)\s+mån|efter\s+(?:bästa\s+)?förmåga|så\s+långt\s+(?:som\s+)?(?:det\s+är\s+)?(?:möjligt|rimligt))\b"
)
_SUBORDINATE = re.compile(
    r"(?:^|,|\()\s*(?:och\s+|eller\s+)?(?:om|när|därest|ifall|där|eftersom|för\s+det\s+fall|i\s+den\s+mån)\b(?!\s+möjligt)"
    r"|\b(?:som|vilk[ae]t?)\b|\batt\s+(?=zz)"
)
_BINDING = re.compile(r"\b(?:ska|skall|måste|har\s+rätt|äger|är\s+skyldig\w*|förbinder|åtar|får\s+inte|får\s+endast)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement says of the parties. `right` and `duty` name who has which, `actor` who is the subject of a
    main verb; None where it does not say or names both.
    """

    right: str | None
    duty: str | None
    weak: bool
    denied: bool
    actor: str | None = None


@lru_cache(maxsize=20_000)
def read(marked: str) -> Reading:
    """The reading of a statement in marked, lower-cased text, its lead-in before it."""
    weak, denied = is_weak(marked), negated(marked) is not None
    if "zz" not in marked:
        return Reading(None, None, weak, denied)
    rights, duties = set(), set()
    for mention in _MENTION.finditer(marked):
        if _HAS_RIGHT.ends(marked, mention) is not None:
            rights.add(mention["party"])
        ends = _HAS_DUTY.ends(marked, mention)
        if ends is not None and not (_MODAL.search(marked, 0, ends) and _DONE_TO.match(marked, ends)):
            duties.add(mention["party"])
    given = {match["party"] for match in _GIVEN.finditer(marked)}
    laid = {match["party"] for match in _LAID_ON.finditer(marked)}
    return Reading(_only(rights | given), _only(duties | laid), weak, denied, _only(_actors(marked)))


def _actors(marked: str) -> set[str]:
    """The parties that are the subject of a verb of doing, in a main clause: "zzbuyer betalar", "då betalar zzbuyer".

    Who is given something ("meddelas zzbuyer", "får zzbuyer besked") does nothing.
    """
    found = set()
    for mention in _MENTION.finditer(marked):
        before, after = marked[: mention.start()].rstrip(" \n"), marked[mention.end() :]
        if _OBJECT.search(f"{before[-12:]} ") or is_subordinate(before):
            continue
        opens = _CLAUSE_OPENS.search(before)
        if _ONLY_A_VERB.fullmatch(before):
            continue  # "Anmärker beställaren på ett fel, ...": a condition
        verb = _next(_WORD.findall(after[:40]) if opens else reversed(_WORD.findall(before[-40:])))
        does = is_finite(verb) or (bool(opens) and verb == "för")  # "Leverantören för journal"
        modal = _MODAL_AFTER.match(after)
        done_to = _DONE_TO.match(after, modal.end()) if modal else _MODAL.search(before) and _DONE_TO.match(after)
        told = not opens and verb in _TELLING and "," not in before and not _ADVERBIAL.match(before)
        if does and not verb.endswith("s") and verb not in _NO_DOING and not done_to and not told:
            found.add(mention["party"] if _is_first_clause(before) else "")
    return found


def _is_first_clause(before: str) -> bool:
    """Whether no main clause ends before: what a comma or a full stop closes is then a condition."""
    whole = re.split(r"[,;.](?=\s)", before)[:-1]
    if not whole:
        return True
    return not any(map(is_finite, _WORD.findall(whole[0]))) or bool(_CONDITION.match(whole[0]))


def _next(words: Iterable[str]) -> str:
    return next((word for word in words if word not in _SAME_CLAUSE), "")


def _only(parties: set[str]) -> str | None:
    return (parties.pop() or None) if len(parties) == 1 else None


def is_weak(marked: str) -> bool:
    """Whether the main clause is non-binding: a weak word that is not in a subordinate clause, and no binding word
    before it, or one that takes the force of the binding word.
    """
    if any(not is_subordinate(marked[: match.start()]) for match in _WEAKENS.finditer(marked)):
        return True
    for match in _WEAK.finditer(marked):
        clause = marked[: match.start()]
        if not is_subordinate(clause) and not _BINDING.search(clause):
            return True
    return False


def is_subordinate(clause: str) -> bool:
    """Whether what follows this beginning stands in a subordinate clause: opened, and closed by no comma or verb."""
    opened = [found.end() for found in _SUBORDINATE.finditer(clause)]
    if not opened:
        return False
    since = clause[opened[-1] :]
    return "," not in since and not any(map(is_finite, since.split()))


__all__ = ["BUYER", "SUPPLIER", "Reading", "is_weak", "read"]

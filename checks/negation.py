"""Where a Swedish main clause is negated, told by word order.

In a main clause the finite verb stands before the negation ("har inte rätt", "utgår inte"), in a subordinate clause
after it ("om leverantören inte har"); a sentence that opens with its verb is a condition ("Lämnas inte uppgifterna,
får ..."). "Ingen", "inget" and "någon ... inte" that open a clause negate it; "saknar", "avstår", "undantas" always do.
"""

from __future__ import annotations

import re
from functools import lru_cache


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NONE = _set("ingen inget inga intet")
_NEGATION = _NONE | _set("inte ej icke aldrig varken")
_ALWAYS = _set(
    "saknar saknas avstår avsäger undantas undantag undantagna undantagen befriad befriat befriade slipper"
    " frånskriver utesluts utan"
)
_NEGATIVE = re.compile(
    r"\b(?:inte|ej|icke|aldrig|ing[ea]|ingen|inget|intet|varken|sakna|avst|avsäg|undan|befri|slipper|frånskriver"
    r"|uteslut|utan)"
)
# "inte senare än", "inte endast", "får inte överstiga": a measure or a beginning, no denial.
_MEASURES = _set(
    "senare mer mindre högre lägre fler färre bara endast enbart blott överstiga överstiger understiga understiger"
    " överskrida överskrider underskrida underskrider ringa obetydlig obetydliga oväsentlig oväsentliga"
)
_DENIED_AFTER_UTAN = _set("rätt skyldighet krav möjlighet")
_PARTIES = _set("zzbuyer zzsupplier zzs")
_SKIPPED = _PARTIES | _set(
    "dock heller således alltså därför då även också längre därvid det den de man i så fall sådant ändå emellertid"
    " likväl därmed härmed numera"
)
_SUBORDINATORS = _set(
    "om när som därest ifall såvida eftersom sedan medan vilken vilket vilka där så_länge förrän innan att"
)
_AGREED = _set("om överens överenskommit avtalat avtalar innebär noterar accepterar godtar")
_JOINS = _set("och eller samt men")
_FINITE = re.compile(
    r"(?:har|äger|ges|får|kan|ska|skall|behöver|måste|må|bör|är|var|gör|går|ser|tar|tas|ger|blir|vill|"
    r"\w{2,}(?:ar|er|as|es|ts|ds|år|yr|ls|ns|rs|ks|ps|vs)|gäller|sker"
    r"|\w*gör|beror|berör|hör|(?:ut|med|genom|över|an|till)[fh]ör)"
)
_PASSIVE = re.compile(r"\w{3,}(?:as|es|ts|ds|rs|ls|ns|vs)")
_NOT_VERBS = _PARTIES | _set("eller efter under över mer per såsom annars alltid andras dess vars")
_MODALS = _set("får ska skall har äger kan är utgår måste må")
_NO_INFINITIVE = re.compile(r"(?:\w+(?:erna|arna|orna)|dessa|båda|andra|alla|samma|vissa|enskilda)")
_TOKENS = re.compile(r"\w+|[.;:,()–]")
_OPENS = re.compile(r"[.;:,()–]")


@lru_cache(maxsize=20_000)
def negated(marked: str) -> int | None:
    """Where the main clause of a marked, lower-cased text is negated (an offset in it), or None."""
    if not _NEGATIVE.search(marked):
        return None
    tokens = list(_TOKENS.finditer(marked))
    words = [token[0] for token in tokens]
    for at, word in enumerate(words):
        if word in _NEGATION:
            if _negates(words, at):
                return tokens[at].start()
        elif word in _ALWAYS and _takes_away(words, at):
            return tokens[at].start()
    return None


def _takes_away(words: list[str], at: int) -> bool:
    """Whether "saknar", "avstår", "undantas" or "utan rätt" stands in a main clause."""
    if words[at] == "utan" and not _DENIED_AFTER_UTAN.intersection(words[at + 1 : at + 2]):
        return False
    before = words[_start(words, at) : at]
    return not any(word in _SUBORDINATORS or word == "då" for word in before)


def _start(words: list[str], at: int) -> int:
    """Where the words begin that no sign parts from `at`."""
    while at > 0 and not _OPENS.fullmatch(words[at - 1]):
        at -= 1
    return at


def is_finite(word: str) -> bool:
    """Whether a lower-case word can be a finite verb, by its form: some plural nouns can too."""
    return bool(_FINITE.fullmatch(word)) and word not in _NOT_VERBS


def _negates(words: list[str], at: int) -> bool:
    """Whether the negation at `at` is that of a main clause."""
    none = words[at] in _NONE
    if not none and _MEASURES.intersection(words[at + 1 : at + 2]):
        return False
    start = _start(words, at)
    content = _content(words, start, at)
    if content and content[-1] in _JOINS:
        return False  # "får häva avtalet, men inte ...": what is excepted
    if not content:
        return none or words[at + 1 : at + 2] == ["heller"]
    if "att" in content and content[content.index("att") - 1] in _AGREED:
        return True  # "parterna är ense om att ... inte": what is agreed is denied
    opened = [place for place, word in enumerate(content) if _subordinates(content, place)]
    if opened:
        return _back_in_main_clause(content, opened[0])
    if not is_finite(content[-1]):
        if none:
            return any(map(is_finite, content))
        return bool(_MODALS.intersection(content[1:]))  # "Enligt avtalet ska vite inte utgå"
    return not (content == _first(words, start) and words[at - 1] != "det" and _answered(words, at))


def _content(words: list[str], start: int, at: int) -> list[str]:
    """The words of the clause before the negation, without parties, small adverbs and a conjunction that opens it."""
    content = [
        word
        for place, word in enumerate(words[start:at], start)
        if word not in _SKIPPED or (word == "då" and _is_when(words, place, at))
    ]
    while content and content[0] in _JOINS:
        content = content[1:]
    return content


def _is_when(words: list[str], place: int, at: int) -> bool:
    """Whether "då" opens a subordinate clause ("då leverantören inte har"), and is not "then" ("utgår då inte")."""
    if place + 1 == at:
        return False
    follows = words[at + 1] if at + 1 < len(words) else ""
    return is_finite(follows) or (place > 0 and words[place - 1] in {"även", "utom", "särskilt", "endast", "oavsett"})


def _subordinates(content: list[str], place: int) -> bool:
    word = content[place]
    if word == "att" and place + 1 < len(content):
        follows = content[place + 1]
        return not (
            follows.endswith("a") and not _NO_INFINITIVE.fullmatch(follows)
        )  # "rätt att häva ... föreligger inte"
    return word in _SUBORDINATORS or word == "då"


def _back_in_main_clause(content: list[str], opened: int) -> bool:
    """Whether a second finite verb has closed the subordinate clause: "Om felet består utgår inte vite"."""
    if not is_finite(content[-1]) or content[-2] in _JOINS:
        return False
    return any(map(is_finite, content[opened:-1]))


def _first(words: list[str], start: int) -> list[str]:
    """The word that opens the sentence or, after "eller" and "och", its next condition."""
    if words[start] in {"eller", "och"}:
        return words[start + 1 : start + 2]
    return words[:1] if start == 0 else []


def _answered(words: list[str], at: int) -> bool:
    """Whether a verb follows that makes the clause before it a condition: "... betalas ersättningen åter"."""
    if _MODALS.intersection(words[at + 1 :]):
        return True
    return any(
        _PASSIVE.fullmatch(words[place]) and words[place - 1] not in _JOINS for place in range(at + 2, len(words))
    )

"""Which language a text is written in, by the small words that no text does without."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 10_000  # characters: enough to tell, little enough to cost nothing
_OPENING = 4_000
_WINDOW = 2_000
_WORD = re.compile(r"[^\W\d_]+")

_SWEDISH = frozenset(
    [
        "och",
        "är",
        "att",
        "från",
        "inte",
        "ska",
        "skall",
        "till",
        "för",
        "enligt",
        "denna",
        "detta",
        "genom",
        "mellan",
        "även",
        "också",
        "ej",
        "vid",
        "eller",
        "dessa",
        "under",
        "av",
    ]
)
_OWN_SWEDISH = _SWEDISH - {"eller", "under", "av"}
_OTHERS = {
    "no": (
        "og ikke skal til fra ved være hvis er av å etter gjennom mellom avtalen avtale blir oppdragsgiver også "
        "noen ikkje eit ein frå vert"
    ),
    "da": (
        "og ikke skal til fra ved være hvis er af at efter gennem mellem aftalen aftale bliver såfremt også nogen kun"
    ),
    "en": "the and of to in is shall that for be by with this or not any which as agreement are",
    "fi": "ja on ei että sekä tai sopimus mukaan sopimuksen ovat tämä joka kuin myös voi tilaaja",
    "de": "und der die das ist nicht zu von mit für auf werden dem oder vertrag durch bei",
    "fr": "le la les et des est une que pour dans par contrat pas ou sur aux",
    "nl": "de het een en van voor niet met deze wordt aan zijn door overeenkomst",
    "es": "el los las una que para por con del está contrato como según",
    "pl": "nie jest oraz przez umowy umowa się lub dla które zgodnie",
    "et": "ja on ning või lepingu leping kui kes selle poolt",
}
_SPOKEN: dict[str, list[str]] = {}
for _code, _listed in _OTHERS.items():
    for _word in _listed.split():
        _SPOKEN.setdefault(_word, []).append(_code)
_NAMES = {
    "no": "norska",
    "da": "danska",
    "en": "engelska",
    "fi": "finska",
    "de": "tyska",
    "fr": "franska",
    "nl": "nederländska",
    "es": "spanska",
    "pl": "polska",
    "et": "estniska",
    "ru": "ryska",
    "ar": "arabiska",
}
_NEIGHBOURS = ("no", "da")  # they share "av" and "til" with Swedish, and write æ and ø
_SCRIPTS = (("ru", "Ѐ", "ӿ"), ("ar", "؀", "ۿ"))
_FEWEST = 12  # words


def sample(text: str) -> str:
    """The text, or of a long one its opening and pieces from all over it."""
    if len(text) <= _SAMPLE:
        return text
    count = (_SAMPLE - _OPENING) // _WINDOW
    step = (len(text) - _OPENING) // count
    return " ".join(
        [text[:_OPENING], *(text[at : at + _WINDOW] for at in range(_OPENING, _OPENING + step * count, step))]
    )


def words(text: str) -> Counter[str]:
    """How often each word stands in a sample of the text, in small letters."""
    return Counter(_WORD.findall(sample(text).lower()))


def language(text: str, counts: Counter[str] | None = None) -> str:
    """ISO 639-1 code of the text's language, `und` where it is too short or of no language known here.

    A text of which a good part is Swedish is Swedish: an English summary or appendix does not make a contract English.
    """
    counts = words(text) if counts is None else counts
    total = sum(counts.values())
    if total < _FEWEST:
        return "und"
    swedish = sum(counts[word] for word in _OWN_SWEDISH) / total
    scores = Counter[str]()
    for word, codes in _SPOKEN.items():
        for code in codes if word in counts else ():
            scores[code] += counts[word]
    best, heard = max(scores.items(), key=lambda item: item[1], default=("und", 0))
    if swedish >= 0.045 and counts["och"] + counts["är"] + counts["att"] >= counts["og"]:
        return "sv"
    if heard / total >= 0.08:
        return "sv" if best in _NEIGHBOURS and any("ä" in word or "ö" in word for word in counts) else best
    if swedish >= 0.02:
        return "sv"
    return next((code for code, first, last in _SCRIPTS if _share(counts, first, last) > total / 2), "und")


def _share(counts: Counter[str], first: str, last: str) -> int:
    return sum(count for word, count in counts.items() if first <= word[0] <= last)


def language_name(code: str) -> str:
    """The language in Swedish, for a sentence."""
    return _NAMES.get(code, "ett annat språk")

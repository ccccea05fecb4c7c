"""Whether an answer gives what was asked: less (information where training was to be ensured), or something else."""

from __future__ import annotations

import re

from checks.followup import Adequacy

_MEASURES: tuple[tuple[str, str, str, str], ...] = (
    # what is asked, how it is asked for, how it is given, what is less than it
    (
        "utbildning",
        r"utbild|kompetens(?:höj|utveckl)|kunskap",
        r"\butbildning(?:en|ar|arna|sinsats\w*)?\b|utbilda|\bkurs|workshop|webbutbildning|kompetensutveckling",
        r"inform|länk|intranät|nyhetsbrev|uppman|möjlighet att delta|erbjud|frivillig|broschyr|e-post",
    ),
    (
        "ett dokument",
        r"\b(?:upprätta|ta fram|besluta om|fastställ\w*|anta|utarbeta|dokumentera\w*)\b",
        r"dokument|riktlinje|rutin|policy|plan|program|strategi|anvisning|mall|text|definition|modell|register|"
        r"förteckning|checklista|beslut",
        r"muntlig|diskuter|samtal|påmin|inform|dialog",
    ),
    (
        "kontroll",
        r"kontroll|stickprov|avstäm|granska|följa? upp|uppfölj|loggkontroll|verifier",
        r"kontroll|stickprov|avstäm|granska|följ\w* upp|uppfölj|jämför|besök|prövn|stäms|stoppas|revision|"
        r"redovisa|rapport",
        r"inform|påmin|uppman|förtroende|litar|dialog|lämnar själv",
    ),
    (
        "en analys",
        r"riskanalys|analys|kartlägg|utvärder",
        r"analys|kartlägg|utvärder|riskbedöm|riskmatris|workshop|inventer|genomgång|bedömning",
        r"diskuter|samtal|lyft|inform",
    ),
)
_PARTLY = re.compile(
    r"\b(?:endast|enbart|bara|delvis|till viss del|i viss mån|på frivillig (?:grund|basis|väg)|frivillig\w*|"
    r"har möjlighet att|möjlighet att delta|uppmana\w*|vissa|några av|ett par|"
    r"vid förfrågan|muntlig\w*|informerade?|har informerats|länk(?:en)? till)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:samtliga|alla|varje|hela|obligatorisk\w*)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(\d{1,4}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\s(?:av|utav)\s(?:de\s|våra\s|totalt\s|"
    r"kommunens\s|nämndens\s)?(\d{1,4}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo)\b",
    re.IGNORECASE,
)
_NEAR = 0.1


def adequacy(asked: str, given: str, likeness: float) -> tuple[Adequacy, str]:
    """Whether `given`, the words of an answer that is said to be done, gives what `asked` asks; with a because.

    `likeness` is how alike the two are, 0 to 1.
    """
    low_asked, low_given = asked.lower(), given.lower()
    for name, wants, gives, less in _MEASURES:
        if not re.search(wants, low_asked):
            continue
        if re.search(less, low_given) and not _gives_it(name, gives, low_given):
            return Adequacy.SHORT, f"Svaret ger information eller samtal där {name} efterfrågades."
    counted = _COUNTED.search(low_given)
    if counted and counted[1] != counted[2]:
        return Adequacy.SHORT, f"Bara en del är gjord: {counted.group()}."
    if _WHOLE.search(low_asked) and _PARTLY.search(low_given) and not _WHOLE.search(low_given):
        return Adequacy.SHORT, "Rekommendationen gäller alla; svaret gäller en del."
    partly = re.search(r"\b(?:endast|enbart|har möjlighet att|på frivillig|uppmana\w*|frivillig\w*)\b", low_given)
    if partly:
        return Adequacy.SHORT, f"Svaret stannar vid mindre än det som efterfrågades: ”{partly.group()}”."
    kinds = [(name, gives) for name, wants, gives, _ in _MEASURES if re.search(wants, low_asked)]
    if kinds and likeness < _NEAR and not any(re.search(gives, low_given) for _, gives in kinds):
        return Adequacy.BESIDE, f"Svaret beskriver något annat än {kinds[0][0]}."
    return Adequacy.FULL, ""


def _gives_it(name: str, gives: str, given: str) -> bool:
    """Whether the thing itself is given: training held or obligatory, and not only on offer."""
    if name != "utbildning":
        return bool(re.search(gives, given))
    return bool(
        re.search(
            r"(?:har|är)\s(?:\w+\s){0,6}(?:utbildat|utbildats|utbildade|genomgått|genomfört|genomförts|gått|"
            r"deltagit)|utbildades|genomgick|obligatorisk|"
            r"utbildning\w*\s(?:\w+\s){0,6}(?:genomför|hölls|har hållits|ges till alla|ingår)",
            given,
        )
    )

"""Whether a line of Swedish opens with a verb that tells somebody to act: an infinitive or an imperative."""

from __future__ import annotations

import re

_LEADING = re.compile(
    r"^(?:att\s+)?(?:(?:skyndsamt|även|också|regelbundet|löpande|årligen|återkommande|kontinuerligt|systematiskt|"
    r"gemensamt|"
    r"tydligare|bättre|aktivt|därutöver|vidare|snarast|bland annat|i samverkan|tillsammans|inom ramen|minst|en gång|"
    r"varje \w+|"
    r"i större utsträckning|i högre grad|på ett \w+ sätt|omgående|fortsatt|särskilt|dels)\s+){0,2}",
    re.IGNORECASE,
)
_NO_INFINITIVE = frozenset(
    [
        "samtliga",
        "våra",
        "dessa",
        "andra",
        "alla",
        "många",
        "flera",
        "några",
        "interna",
        "externa",
        "tydliga",
        "vissa",
        "olika",
        "båda",
        "berörda",
        "enstaka",
        "egna",
        "nya",
        "höga",
        "låga",
        "stora",
        "små",
        "goda",
        "många",
        "sådana",
        "följande",
        "främsta",
        "första",
        "andra",
        "tredje",
        "sista",
        "bra",
        "extra",
        "sina",
        "dina",
        "mina",
        "deras",
        "hela",
        "halva",
        "kvarvarande",
        "nuvarande",
        "generella",
        "enskilda",
        "privata",
        "offentliga",
        "lokala",
        "gemensamma",
        "viktiga",
        "allvarliga",
        "centrala",
        "frågorna",
        "rutinerna",
        "riktlinjerna",
        "granskningarna",
        "nämnderna",
        "styrelserna",
        "cheferna",
        "intervjuerna",
        "data",
        "hemma",
        "borta",
        "ytterligare",
        "allmänna",
        "formella",
        "skriftliga",
        "muntliga",
        "digitala",
        "ekonomiska",
        "politiska",
        "tekniska",
        "sociala",
        "svaga",
    ]
)
_SHORT = re.compile(r"\w*(?:se|ge|gå|få|stå|nå|ske|bli|be|ha|dra|förmå|bero)$")
_IMPERATIVE = re.compile(
    r"(?:säkerställ|inför|fortsätt|återuppta|ge|uppmärksamma|gör|låt|följ|fastställ|stärk|utred|utse|tydliggör|"
    r"klargör|klarlägg|kartlägg|skärp|minska|"
    r"bygg|ställ|"
    r"kräv|pröva|lägg|sätt|håll|skriv|bestäm|använd|begär|överväg|kom|bjud|för|anställ|belys|rensa|samla|avveckla|"
    r"tillsätt|"
    r"styr|led|höj|sänk|upphör|sluta|avsluta|begränsa|red|utöka|förstärk|synliggör|offentliggör|möjliggör|"
    r"tillgängliggör|"
    r"förbered|fördjupa|avsätt|upprätthåll|beslut|vidareutveckla|förtydliga|ersätt|byt|köp|sälj|stäng|öppna|"
    r"tillhandahåll|"
    r"återför|genomför|utför|inled|påbörja|omfördela|delge|ange|ta|se|ge|gå|inhämta|erbjud|förse|sök|lös|verka|slå|dra|"
    r"öva|äga|åta|knyt|koppla|utgå|bryt|skilj|anpassa|inkludera|säkra)$"
)
_GOES_ON = re.compile(
    r"\s{1,3}(?:[a-zåäöé]|[A-ZÅÄÖ]{2,}|\d{1,3}\s)"
)  # "Cecilia Hedvall" and "Sörhamra 2026-11-12" do not
_TOLD = re.compile(
    r"^\W*[\wåäö-]+(?:\s(?!att\b|som\b|så\b|hur\b|vilk\w+\b|där\b|om\b|när\b|vad\b|vem\b|för\b)[\wåäö,-]+){0,5}\s"
    r"(?:är|har|saknas|saknar|finns|visar|kan|ska|skall|bör|behöver|framgår|gäller|anser|bedömer|görs|sker|innebär|"
    r"var|hade|"
    r"uppger|ansvarar)\b",
    re.IGNORECASE,
)


def opens_with_a_verb(text: str) -> bool:
    """Whether the first word, after "att" and adverbs, is an infinitive ("ta", "utreda") or imperative ("Inför")."""
    if text[:4].lower() == "att ":
        return True
    rest = text[found.end() :] if (found := _LEADING.match(text)) else text
    word = re.match(r"[A-Za-zÅÄÖåäöéü-]+", rest)
    if not word or not _GOES_ON.match(rest, word.end()):
        return False
    first = word.group().lower()
    if _IMPERATIVE.fullmatch(first) or _SHORT.fullmatch(first):
        return True
    return len(first) > 3 and first.endswith("a") and first not in _NO_INFINITIVE


def finite(text: str) -> bool:
    """Whether a line tells something: it has a finite verb before any clause ("Vissa rutiner saknas")."""
    return text[:4].lower() != "att " and bool(_TOLD.match(text))

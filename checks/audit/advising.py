"""Whether a sentence of a report recommends: its auditor tells a body, now and in this report, what to do."""

from __future__ import annotations

import re
from dataclasses import replace

from checks.audit import outright, wishes
from checks.audit.advice import Advice, Strength
from checks.audit.ought import called_for, ought
from checks.audit.speakers import AUDITORS, told_by_auditors, worded

_MARKS = re.compile(r"[\s*_]")
_LEADS_ON = re.compile(r"[?:]\s*$|\b(?:att|bör|behöver|ska)\W*$")
_REPEATS = worded(
    rf"\b(?:vill|önskar) (?:{AUDITORS} )?(?:särskilt |även |också |då |ändå )?(?:framhålla|lyfta fram|lyfta|betona|"
    r"understryka|peka på|påminna|trycka på)\b|\bav våra rekommendationer\b|\bsom ovan\b|"
    r"\bbland annat\b|\bi korthet\b|\bsom (?:redan )?(?:framgått|nämnts|anförts|sagts)\b"
)
_SUMS_UP = worded(
    r"^\W{0,4}(?:sammanfattningsvis|sammantaget|sammanfattande|som (?:redan )?(?:framgått|nämnts|anförts|sagts)|"
    rf"avslutningsvis vill {AUDITORS}|vår (?:samlade|sammantagna|sammanfattande) bedömning)\b|\bsammanfattningsvis\b"
)
_REPLY = worded(
    r"\b(?:svar\w{0,3}|yttrande\w{0,2}|återkoppling|redogörelse)\b[^.]{0,60}\b(?:senast|inkom\w*|lämna[rs]?|"
    r"avge\w?|emots\w+|önskas|tillhanda|revisorerna|revisionen)|\b(?:inkomma|återkomma|återkommer|inkommer) "
    r"(?:med|till)|\b(?:lämnar?|avger?|inkommer?|emotser?|önskar) (?:(?:ett|sitt|skriftligt|skriftliga) ){0,2}"
    r"(?:svar|yttrande)|\b(?:yttra|yttrar) sig\b|\bbesvarar?\b|\bi (?:sitt|sina|nämndens|styrelsens) (?:svar|yttrande)|"
    r"^(?:svaret|yttrandet|svaren)\b"
)
_VAGUE = worded(r"\b(?:arbetar vidare|fortsätter (?:arbetet|sitt arbete|på)|fortsätta på|prioritera frågan)\b")
_LONGEST = 1500  # characters of a sentence that are heard
_LEAST = 8  # characters of what is recommended
_REPLY_WITHIN = 140  # characters of a sentence from its act on


def advice(sentence: str) -> Advice | None:
    """What a sentence recommends, None where it does not, or leads into a list of what does."""
    text = _MARKS.sub(" ", sentence[:_LONGEST])
    if _LEADS_ON.search(text):
        return None
    looks = (outright.said, outright.nominal, ought, wishes.wished, wishes.weighty, wishes.reasoned, called_for)
    for look in looks:
        found = look(text)
        if found is None or len(text[found.what :].strip()) < _LEAST:
            continue
        before = text[max(0, found.what - 40) : found.what] if found.what else ""
        if _REPLY.search(text[found.what :][:_REPLY_WITHIN]) or _REPLY.search(before):
            continue
        if found.strength is Strength.NEED and _VAGUE.search(text[found.what :]):
            continue
        own = found.own or told_by_auditors(text[: found.what])
        return replace(found, own=own, again=bool(_REPEATS.search(text)))
    return None


def sums_up(text: str) -> bool:
    """Whether a paragraph opens as one that sums up what stands before it."""
    return bool(_SUMS_UP.search(text[:200]))


def in_full(text: str) -> bool:
    """Whether a text's last sentence says in full what is recommended, so that it leads into nothing."""
    sentence = re.split(r"[.!?]\s+(?=[A-ZÅÄÖ])", text.strip())[-1]
    found = advice(sentence)
    return found is not None and found.strength is Strength.SAID

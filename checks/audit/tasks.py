"""Whether a task is given to somebody: "får i uppdrag", "ansvarig är", "uppdraget ligger hos", "(HR-chefen)"."""

from __future__ import annotations

import re

_ADVERB = (
    r"(?:också|även|därför|därefter|därtill|därmed|dock|således|sedan|nu|numera|istället|i\sstället|dessutom|"
    r"därutöver|härefter|tillsammans|gemensamt|redan|alltså|vidare|emellertid|däremot|för\snärvarande|just\snu|"
    r"successivt|löpande|årligen|framöver|fortsatt|även\sfortsatt|i\ssin\stur|under\såret|sålunda|då|först|närmast|så)"
)
ADVERBS = rf"(?:\s{_ADVERB}){{0,3}}"
ASIDE = (
    r"(?:,\s(?:som|vilken|om|i|med|efter)\s[^,.;]{3,90},|"
    r"\s(?:och|samt|tillsammans\smed)\s[\wåäö-]{3,30}(?:en|et|na)(?=\s))?"
)
_GIVEN_BEFORE = re.compile(
    r"(?:\bansvarig(?:a|t|e)?(?:\s(?:funktion|tjänsteman|chef|enhet|part))?\s?(?:(?:för\s[^.;:]{1,70}?\s)?(?:är|"
    r"blir)|:)\s?|"
    r"\b\w{0,12}ansvar(?:et|ar)?\b[^.;:]{0,80}?\b(?:ligger\s(?:hos|på)|åvilar|vilar\spå|läggs\s(?:på|hos)|"
    r"lagts\s(?:på|hos)|tilldelas|tilldelats|faller\spå|bärs\sav|"
    r"ges(?:\still)?|hos|:)\s|"
    r"\b(?:uppdraget|uppgiften|ärendet|arbetet|frågan)\b[^.;:]{0,60}?\b(?:ligger\s(?:hos|på)|går\still|"
    r"läggs\s(?:på|hos)|lagts\s(?:på|hos)|"
    r"lämnas\s(?:till|åt)|faller\spå|vilar\spå|(?:har\s)?gått\still|(?:har\s)?lämnats\s(?:över\s)?till|åvilar|"
    r"ankommer\spå|ägs\sav|ges(?:\still)?|getts(?:\still)?|"
    r"har\sgivits|tilldelas|anförtros|överlämnas\still)\s|"
    r"\banförtros\s|\b(?:genomförandet|det)\s(?:åvilar|ligger\spå|vilar\spå|åligger|ankommer\spå)\s|\b(?:leds|"
    r"styrs|hålls\s(?:ihop|samman)|"
    r"samordnas|drivs)\b[^.;,]{0,50}?\bav\s|"
    r"\b(?:projektledare|projektägare|sammankallande|uppdragstagare|kontaktperson|processledare)\s(?:är|blir)\s|"
    r"\buppdra(?:r|s|gits|git|ges|ga|g)?\b(?:\s\w+){0,2}\s(?:åt|till)\s|\bdelegera(?:s|r|ts|t)?\b[^.;,]{0,30}\still\s|"
    r"\b(?:låta|låter|be|ber|anmoda|anmodar|beordrar|bett)\s|\b(?:läggs|lagts|lades|läggas)\s(?:på|hos)\s|"
    r"\btilldelas\s|"
    r"\bden\ssom\b[^.;]{3,60}\s(?:är|blir)\s|\b(?:utsetts|utses|utsågs|utsett|utser)\s(?:(?!till\b|som\b)\w+\s)?|"
    r"\b(?:ansvarar|svarar)\s(?:\w+\s)?)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:^|[(,;.|]\s?)(?:\w{0,20}(?:ansvarig|ansvar|ägare|handläggare|genomförare|uppdragstagare|projektledare|"
    r"samordnare|"
    r"utförare|kontaktperson)\w{0,3}|vem|utförs av)(?:\s(?:för|av|i)\s[^.;:]{1,50})?(?::\s|\s[–-]\s|\s(?:är|"
    r"blir)\s|\s)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s\($")
_ITS = re.compile(r"\b(?:ansvaret|uppgiften|uppdraget|frågan|arbetet)\s(?:är|blir|bär|har|tar)\s$", re.IGNORECASE)
_IT_IS = re.compile(r"\b(?:det\s(?:är|blir)|med)\s$", re.IGNORECASE)
_THAT_IS = re.compile(r"^\ssom\s(?!\w*s\b)", re.IGNORECASE)
_NAMED_SO = re.compile(r"\bansvarig\w*\b[^.;]{0,40}\s(?:har|är)\s$", re.IGNORECASE)
_CHOSEN = re.compile(r"^\s(?:utsetts|utsedd|utpekats)\b", re.IGNORECASE)
_GIVES = re.compile(r"\b(?:ge|ger|gav|gett|givit|ges|gavs|får|fick|uppdrar)\b[^.;:]{0,60}\s$", re.IGNORECASE)
_TASK = (
    r"(?:i\suppdrag|i\suppgift|uppdraget|uppdrag|till\suppgift|uppgiften|uppgift|ansvaret|ansvar|"
    r"(?:det\s)?samlade\sansvaret)\b"
)
_TAKES = re.compile(rf"^{ADVERBS}\s{_TASK}", re.IGNORECASE)
_GIVEN_AFTER = re.compile(
    rf"^,?{ASIDE}{ADVERBS}\s(?:ansvarar|svarar|är\sansvarig\w*|har\s(?:det\s)?(?:\w+\s)?ansvar\w*|"
    rf"blir\sansvarig\w*|håller\s(?:i|ihop|samman)\b|leder|"
    r"samordnar|är\s(?:sammankallande|projektledare|projektägare)|utför\sarbetet|har\s(?:utsetts|avsatts|anlitats|"
    r"tillsatts|avdelats)\s(?:för\s)?att|har\sutsetts|utses|ombeds|ombads|åläggs|anmodas|(?:är|blir|har)\s(?:\w+\s)?"
    r"(?:satta?|ålag[dt]a?|utsedda?|avdela[dt]e?|instruera[dt]e?|instruerats|anmodats|ombetts|ålagts|beordrats|"
    r"avdelats|"
    r"tillsagda?)\s(?:\w+\s){0,3}?(?:att|för)\b|bär\sansvaret|"
    rf"(?:har|ges|får|fick|tilldelas|gavs|kommer\satt\s(?:få|ges)|ska\s(?:få|ges)|föreslås\s(?:få|"
    rf"ges)?)\b[^.;]{{0,60}}?{_TASK})|"
    r"^s\s(?:uppgift|ansvar|uppdrag|sak|försorg|regi|lott|bord|ledning|räkning)\b|^\s(?:är|blir)\sden\ssom\b|"
    r"^\s(?:i\sspetsen|vid\srodret)\b",
    re.IGNORECASE,
)


def is_given(before: str, after: str) -> bool:
    """Whether the words before and after one who can do something give the task to him."""
    if _GIVEN_BEFORE.search(before) or _GIVEN_AFTER.match(after) or _LABELLED.search(before) or _ITS.search(before):
        return True
    if (_GIVES.search(before) and _TAKES.match(after)) or (_IT_IS.search(before) and _THAT_IS.match(after)):
        return True
    if _NAMED_SO.search(before) and _CHOSEN.match(after):
        return True
    return bool(_BRACKETED.search(before)) and re.match(r"\)\W{0,2}$", after) is not None

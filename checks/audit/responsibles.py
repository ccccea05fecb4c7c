"""Who will do it: the office or officer that a sentence names as the doer of what is still to come."""

from __future__ import annotations

import re

from checks.audit.boards import BOARD
from ingest.document import Span

_ROLE = (
    r"[\wåäöÅÄÖ-]{0,40}(?:chef(?:en|er|erna)?|direktör(?:en|er|erna)?|samordnare(?:n|na)?|controller(?:n|s|"
    r"na)?|strateg(?:en|er|erna)?|jurist(?:en|er|erna)?|"
    r"enhet(?:en|er|erna)?|avdelning(?:en|ar|arna)?|förvaltning(?:en|ar|arna)?|kontor(?:et|en)?|"
    r"funktion(?:en)?|grupp(?:en)?|råd(?:et)?|ledning(?:en)?|"
    r"handläggare(?:n|na)?|sekreterare(?:n)?|ledare(?:n|na)?|rektor(?:n|er|erna)?|ansvarig(?:a|e)?|"
    r"förvaltare(?:n|na)?|ombud(?:et|en)?|team(?:et)?|"
    r"specialist(?:en|er)?|revisor(?:n)?|ekonom(?:en|er)?|utvecklare(?:n)?|stab(?:en)?|ägare(?:n|na)?|"
    r"central(?:en)?|verksamhet(?:en|er|erna)?|presidium|presidiet|VD|vd|koordinator(?:n)?|utredare(?:n)?|"
    r"bolag(?:et|en)?)"
)
_AFTER = (
    r"(?:\s(?:för|på|vid|inom|i|mot)\s(?!(?:samband|uppdrag|mars|april|maj|juni|våren|hösten|"
    r"att)\b)[\wåäö-]{3,30}(?:\soch\s[\wåäö-]{3,30}(?=\s(?:kommer|ska|avser|har|får|att)|[.,]))?)?"
)
_NAME = (
    rf"(?:(?:respektive|varje|berörda|samtliga|ansvarig|verkställande|administrativa|biträdande|ekonomiska|tekniska|"
    rf"sociala|medicinskt|juridiska|kommunens|regionens|nämndens|"
    rf"förvaltningens)\s)?(?<![\wåäö-]){_ROLE}{_AFTER}(?:\s(?:och|tillsammans med|samt|i samverkan med|"
    rf"i samarbete med)\s{_ROLE}(?:{_AFTER}))?"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bansvarig(?:a|t)?\s?(?:är|för\s[^.:]{{3,60}}?\s(?:är|blir)|funktion|:)\s?:?\s*(?P<who>{_NAME})",
        rf"\bansvar(?:et)?\b[^.:]{{0,70}}?\b(?:ligger (?:hos|på)|åvilar|vilar på|tilldelas|läggs på)\s(?P<who>{_NAME})",
        rf"(?P<who>{_NAME})\s(?:är ansvarig|ansvarar|leder|håller ihop|har ansvaret|utför arbetet|samordnar|"
        rf"svarar för|blir ansvarig)",
        rf"\bdet är\s(?P<who>{_NAME})\ssom\b",
        rf"\b(?:läggs|lagts|lades|tilldelas)\s(?:på\s)?(?P<who>{_NAME})",
        rf"\buppdra(?:s|r)?\s(?:åt|till)\s(?P<who>{_NAME})",
        rf"\bge(?:r|s)?\s(?P<who>{_NAME})\si\suppdrag",
        rf"(?P<who>{_NAME})\s(?:har\s|ges\s|får\s|fick\s)[^.;]{{0,70}}?(?:i\s)?uppdrag",
        rf"(?P<who>{_NAME})\s(?:kommer|ska|skall|avser|planerar|har för avsikt|har avsikt|räknar med|får|"
        rf"tar fram|genomför|inför|återkommer|reviderar|uppdaterar|startar|tänker|ämnar|arbetar|påbörjar|"
        rf"ser över|redovisar|presenterar)\b",
        rf"\b(?:kommer|ska|skall|avser|planerar|därför)\s(?:därför\s|också\s|även\s|"
        rf"också\s)?(?P<who>{_NAME})\s(?:att\s|därför\s|även\s)?\w+",
        rf"\b(?:leds|utförs|genomförs|hanteras|bereds|samordnas|tas fram|görs|bedrivs|hålls|drivs|läggas fram|"
        rf"läggs fram|genomföras|tas|göras|upphandlas|utarbetas|revideras|uppdateras|bearbetas|"
        rf"redovisas)\b[^.;]{{0,60}}?\bav\s(?P<who>{_NAME})",
        rf"^(?:\w+\s){{0,4}}?(?P<who>{_NAME})\s(?:har|gör|prövar|utför|går igenom|granskar|kontrollerar)\b",
        rf"\b(?:[\wåäö]{{3,}}(?:as|s|ats|ts))\b[^.;]{{0,50}}?\bav\s(?P<who>{_NAME})",
    )
)
_NOT = re.compile(
    r"^(?:förvaltningen|bolaget|verksamheten|verksamheter|verksamheterna|enheten|kommunens revisor\w*|"
    r"revisor\w*|gruppen|ansvarig\w*|chefer|avdelningar|rektorer|enheter|funktionen|ägare|ägaren|råd|grupp|"
    r"funktion|"
    r"handläggare|ansvar|ledning|verksamhet|bolag|avdelning|förvaltning|leverantör\w*|förvaltningar|"
    r"förvaltningarna|team|enhet|externa? \w+|central)$",
    re.IGNORECASE,
)


def responsible(text: str, offset: int, own: str | None) -> Span | None:
    """The span of who a sentence says will do it, in its own words; None where it is nobody or the board itself."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            who = match["who"].strip()
            if _NOT.match(who) or BOARD.fullmatch(who):
                continue
            start = offset + match.start("who")
            return Span(start, start + len(match["who"].rstrip()))
    return None

"""Those who can be told to do something: officers, offices and groups, found by the ending of their name."""

from __future__ import annotations

import re

_W = r"[\wåäöÅÄÖéü-]"
_OFFICERS = (
    r"chef(?:en|er|erna)?|direktör(?:en|er|erna)?|direktion|(?:samordnar|handläggar|sekreterar|ledar|förvaltar|"
    r"utvecklar|utredar|planerar|upphandlar|inköpar|"
    r"läkar|lärar|redovisar|mästar|föreståndar|kommunicerar|förrättar|programmerar|överläkar|granskar|"
    r"kontrollägar|systemägar|informationsägar|processägar|avtalsägar|riskägar|objektägar|medarbetar)(?:e|en|na)|"
    r"(?:kommissarie)(?:n|na)?|controller(?:n|s|na)?|strateg(?:en|er|erna)?|"
    r"jurist(?:en|er|erna)?|rektor(?:n|er|erna)?|ombud(?:et|en)?|specialist(?:en|er|erna)?|ekonom(?:en|er|erna)?|"
    r"koordinator(?:n|er|erna)?|ingenjör(?:en|er|erna)?|arkitekt(?:en|er|erna)?|inspektör(?:en|er|erna)?|"
    r"konservator(?:n|er|erna)?|konsulent(?:en|er|erna)?|konsult(?:en|er|erna)?|kontrollant(?:en|er|erna)?|"
    r"kommunikatör(?:en|er|erna)?|administratör(?:en|er|erna)?|registrator(?:n|er|erna)?|arkivarie(?:n|r|rna)?|"
    r"pedagog(?:en|er|erna)?|kurator(?:n|er|erna)?|psykolog(?:en|er|erna)?|bibliotekarie(?:n|r|rna)?|"
    r"tekniker(?:n|na)?|analytiker(?:n|na)?|kamrer(?:en)?|assistent(?:en|er|erna)?|intendent(?:en|er|erna)?|"
    r"expert(?:en|er|erna)?|sjuksköterska(?:n)?|sjuksköterskor(?:na)?|"
    r"(?<=[\wåäö])ansvarig(?:a|e)?|ordförande(?:n)?|presidi(?:um|et)|"
    r"tjänst(?:eman|emannen|emän|emännen|epersonen?|epersoner|epersonerna)|befäl(?:et|en)?|"
    r"(?:kontakt|nyckel|resurs|stöd)person(?:en|er|erna)?|(?:under|barn|sjuk)?sköterska(?:n)?|"
    r"sköterskor(?:na)?|barnmorsk(?:a|an|or|orna)|terapeut(?:en|er|erna)?|redaktör(?:en|er|erna)?|"
    r"(?<=[\wåäö])(?:ägare(?:n|na)?)|antikvarie(?:n|r|rna)?|logistiker(?:n)?|hygieniker(?:n)?|coach(?:en|er|"
    r"erna)?|lots(?:en|ar|arna)?"
)
_OFFICES = (
    r"(?<!medvet)(?<!öpp)(?<!erfar)(?<!beläg)(?<!angeläg)(?<!beskaff)(?<!tillgiv)(?<!skyldig)enhet(?:en|er|erna)?|"
    r"(?<!upp)avdelning(?:en|ar|arna)?|"
    r"förvaltning(?:en|ar|arna)?|kontor(?:et|en)?|kansli(?:et)?|stab(?:en|er)?|funktion(?:en)?|"
    r"(?<!mål)(?<!risk)(?<!referens)(?<!yrkes)(?<!ålders)(?<!varu)(?<!kund)(?<!elev)(?<!barn)(?<!brukar)(?<!patient)"
    r"grupp(?:en|er|erna)?|team(?:et|en)?|(?<=[\wåäö])råd(?:et)?|"
    r"(?:(?<![\wåäö])|(?<=tions)|(?<=nings)|(?<=ments)|(?<=skol)|(?<=verksamhets)|"
    r"(?<=process)|(?<=linje)|(?<=områdes)|"
    r"(?<=avdelnings)|(?<=projekt)|(?<=vård)|(?<=koncern)|(?<=kommun)|(?<=region))ledning(?:en)?|"
    r"(?<=[\wåäö])(?:center|centret|centrum|central(?:en)?|byrå(?:n)?|sektion(?:en)?|sektor(?:n)?|division(?:en)?|"
    r"klinik(?:en|er|erna)?|"
    r"organisation(?:en)?|kommitté(?:n)?|delegation(?:en)?|nätverk(?:et)?|forum(?:et)?|området)|sektionen|sektorn|"
    r"divisionen|byrån|kliniken|projektet|(?:kund|kontakt|medborgar|lokal|städ|fastighets|ekonomi|måltids|"
    r"personal|löne|teknik|verksamhets|it-|IT-)"
    r"service(?:n)?|(?:företags|elev|barn|tand)hälsa(?:n)?|hälsovård(?:en)?|"
    r"(?:kund|räddnings|social|hem|fält|växel|larm|tolk)tjänst(?:en)?|(?<=[\wåäö])(?:museet|biblioteket|arkivet)|"
    r"biblioteken|registraturen|museet|utskott(?:et)?|"
    r"bolag(?:et|en)?|verksamhet(?:en|er|erna)?|myndighet(?:en)?"
)
_SHORT = r"HR|IT|VD|MAS|MAR|SAS|CISO|CIO|vd"
HEAD = (
    rf"(?:{_W}{{0,40}}?(?:{_OFFICERS}|{_OFFICES})|(?-i:{_SHORT})(?::n)?|(?-i:Vd)(?::n)?)"
    r"(?:(?![\wåäö-])|(?=s\s(?:uppgift|ansvar|uppdrag|sak|försorg|regi|lott|bord|ledning)\b))"
)
_QUALITY = (
    r"(?:respektive|varje|berörda?|samtliga|alla|båda|bägge|ansvariga?|verkställande|administrativa|biträdande|"
    r"tillförordnade?|tf\.?|ekonomiska|tekniska?|sociala|medicinskt|juridiska|centrala|strategiska|nya?|nye|"
    r"extern|externa?|"
    r"särskild|särskilda|utsedd|utsedda|lokala?|interna?|förvaltningsövergripande|gemensamma?|förste|första|andre|"
    r"det|[\wåäö]{4,30}(?:iga|ella|ala|iva)|kommungemensamma?|operativa?|mobila|digitala|en|ett|två|tre|fyra|fem|"
    r"sex|de|den|"
    rf"{_W}{{3,40}}(?<!is)(?<!ös)(?:ens|ets|ns|nas|ats|arnas|ernas|ornas|dens|agets|ans)|kommunens|avdelnings|"
    rf"bygg-|ekonomi-|sjuk-)"
)
_NO_PLACE = (
    r"(?:samband|uppdrag|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    r"våren|hösten|sommaren|vintern|vår|höst|sommar|början|slutet|mitten|mån|år|dag|att|ett|en|och|detta|dessa|"
    r"den|det|"
    r"arbetsmarknaden|sikt|nytt|sin|sitt|sina|nästa|senast|allvar|plats|ledning)"
)
_NAME = r"(?-i:(?:\s(?!AB\b)[A-ZÅÄÖ][\wåäöé]{1,20}(?:-[A-ZÅÄÖ][\wåäöé]{1,20})?){2,3})?"
_PLACE = (
    rf"(?:\s(?:för|på|vid|inom|mot)\s(?!{_NO_PLACE}\b)(?:{_W}{{3,30}}s\s)?{_W}{{3,40}}(?:-\soch\s{_W}{{3,40}}|"
    rf"\soch\s{_W}{{3,30}}(?=\s(?:ska|skall|har|får|ges|att|tar|gör|ser|{_W}{{2,}}(?:er|ar))\b|[.,]))?|"
    rf"\si\s(?:de\s{_W}{{2,12}}\s)?{_W}{{3,30}}(?:erna|orna|arna)(?![\wåäö])|\s(?:inköp|HR|"
    rf"IT)\b(?:\soch\s{_W}{{3,20}})?)?"
)
_MEMBERS = (
    r"(?:(?:(?<=grupp)|(?<=gruppen)|(?<=team))\s(?:med|bestående\sav|om)\s(?:[\wåäö-]{2,40}\s){0,9}?[\wåäö-]{2,40}"
    r"(?=\s(?:ska|skall|kommer|håller|har|tar|går|ser|arbetar|får|skriver)\b))?"
)
_LED = rf"(?:\s(?:ledd|under\sledning)\sav\s(?:{_W}{{3,40}}s\s)?{HEAD})?"
_COMPANY = rf"(?:\soch\s(?:hans|hennes|deras|dennes)\s{_W}{{3,20}}|\smed\s(?:flera|medarbetare)\b)?"
_SOME = r"(?:(?:en|ett|två|tre|fyra|fem|sex|några|flera|flertalet|hälften)\sav\s)?"
_ONE = rf"{_SOME}(?:{_QUALITY}\s){{0,3}}(?:{_W}{{2,20}}-\soch\s)?{HEAD}{_NAME}{_PLACE}{_MEMBERS}{_LED}{_COMPANY}"
DOER = re.compile(
    rf"(?<![\wåäö-]){_ONE}(?:,\s{_ONE}(?=\soch\s))?(?:\s(?:och|samt|tillsammans\smed|i\ssamverkan\smed|"
    rf"i\ssamarbete\smed|i\ssamråd\smed)\s{_ONE})?",
    re.IGNORECASE,
)
"""One who can be told to do something, with qualities, name and place: "enhetschefen för lönesupport"."""

NOBODY = re.compile(
    r"^(?:(?:varje|samtliga|alla|berörda?|nya?|de|den|externa?|interna?|särskild)\s)*(?:"
    r"verksamhet(?:er|erna)?|chefer|avdelningar|enheter|enhet|avdelning|grupp|grupper|råd|team|funktion|funktionen|"
    r"ledning|bolag|bolagen|förvaltning|förvaltningar|handläggare|medarbetare(?:n|na)?|lärare(?:n|na)?|"
    r"leverantör\w*|[\wåäö]+myndigheten|ombud|\w*revisor\w*|inköpare|organisation|kontor|myndighet\w*|direktion|"
    r"ledare|expert|experter|konsulter|rektorer)$",
    re.IGNORECASE,
)
"""Too general to be held to anything."""

AT_LARGE = re.compile(
    r"^(?:förvaltning(?:en|arna)|kontoret|kansliet|bolaget|verksamhet(?:en|erna)|enhet(?:en|erna)|avdelning(?:en|"
    r"arna)|gruppen|"
    r"staben|ledningen|projektet|teamet|funktionen|myndigheten|cheferna|rektorerna)$",
    re.IGNORECASE,
)
"""The whole office: named only where nobody within it is."""

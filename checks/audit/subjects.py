"""Doers that no list of offices knows, by what they do: "Hamnen kommer att se över ...", "... skrivs av Anna Ek".

Only what somebody must do counts ("ta fram", "anställa"): a plan can "ange" and "omfatta", but not recruit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

GIVEN, AGENT, WILL, DOES = 94, 72, 70, 55
"""Weights, below those of the doers that are known: the task is its, agent of a passive, will do, does."""
_WILL = r"(?:ska|skall|kommer|avser|planerar|ämnar|tänker|åtar\ssig|har\sför\savsikt)"
_DEED = (
    r"(?:ta\sfram|se\söver|gå\sigenom|bjuda\sin|kalla|ringa|besöka|anställa|rekrytera|upphandla|beställa|"
    r"köpa\sin|inventera|kartlägga|revidera|uppdatera|omarbeta|skriva|upprätta|sammanställa|utse|utreda|återkomma|"
    r"anordna|arrangera|förbereda|genomföra|införa|pröva|testa|granska|kontrollera|undersöka|förhandla|teckna|"
    r"lägga\s(?:fram|upp|in)|arbeta\s(?:fram|om|in|igenom)|bygga\s(?:upp|in|om|ut)|skicka|publicera|följa\supp|"
    r"stämma\sav|rätta|åtgärda|registrera|installera|utbilda|informera|inrätta|tillsätta|presentera|föreslå|"
    r"initiera|påbörja|inleda|slutföra|färdigställa|fortsätta|utarbeta|samla|rensa|märka|gallra|flytta|byta|"
    r"ta\s(?:över|kontakt|emot|hand|upp|in)|sätta\s(?:upp|in|ihop|samman))"
)
_DOES = (
    r"(?:tar\s(?:nu\s)?(?:fram|kontakt|över)|ser\s(?:nu\s)?över|går\s(?:nu\s)?igenom|bjuder\s(?:nu\s)?in|kallar|ringer|"
    r"besöker|rekryterar|upphandlar|beställer|inventerar|kartlägger|reviderar|uppdaterar|omarbetar|skriver|upprättar|"
    r"sammanställer|utreder|återkommer|anordnar|förbereder|genomför|inför|prövar|testar|undersöker|förhandlar|"
    r"lägger\s(?:nu\s)?(?:fram|upp|in)|arbetar|bygger|registrerar|installerar|påbörjar|inleder|slutför|färdigställer|"
    r"utarbetar|rensar|märker|gallrar|ordnar|ombesörjer|fortsätter)"
)
_TASK = (
    r"(?:(?:får|fick|ges|har\s(?:fått|getts|givits)?|tilldelas|kommer\satt\s(?:få|"
    r"ges))\s(?:\w+\s){0,4}?(?:i\s(?:uppdrag|uppgift)|"
    r"uppdraget|ansvaret)\b|ansvarar\b|är\sansvarig\w*\b|håller\s(?:i|ihop|samman)\b|sköter\b|har\shand\som\b|"
    r"tar\shand\som\b|leder\s|har\s(?:åtagit|tagit\spå)\ssig\b|har\s(?:utsetts|avsatts|avdelats)\s(?:att|till)\b|är\sutsedd\b|bevakar\b)"
)
_PASSIVE = (
    r"(?:tas?\sfram|genomför[st]?|genomföras|görs?|göras|utförs|utföras|handläggs|leds|ses\söver|revideras|uppdateras|"
    r"upprättas|sammanställs|sammanställas|granskas|kontrolleras|kartläggs|kartläggas|utreds|utredas|bereds|beredas|"
    r"hålls|hållas|gås\sigenom|inventeras|skrivs|skrivas|sköts|skötas|redovisas|presenteras|läggs\sfram|läggas\sfram|"
    r"tas\sfram|besöks|besökas|kallas|utbildas|följs\supp|följas\supp|stäms\sav|stämmas\sav|ringas?\supp|ordnas|"
    r"ombesörjs|hanteras|färdigställs|prövas|testas|registreras|rensas|åtgärdas|rättas|byggs|byggas|arbetas\sfram)"
)
_CLAUSE = r"(?:^\W{0,4}|[,;:–]\s(?:och\s|men\s|så\satt\s|varför\s)?|\b(?:och|men|samt|medan|att|varefter)\s)"
_NAME = r"[A-ZÅÄÖ][\wåäöé]{1,20}(?:-[A-ZÅÄÖ][\wåäöé]{1,20})?"
_EXPERT = r"(?:kommunens|regionens|förvaltningens|enhetens|kontorets|bolagets|stadens)\s[\wåäö-]{4,30}"
_NOUN = r"[\wåäöÅÄÖ-]{3,40}(?:en|et|an|on|rn|ln|na)"
_WHO = (
    rf"(?P<who>{_NAME}(?:\s{_NAME}){{1,2}}|(?:[\wåäöÅÄÖ-]{{2,30}}(?:s|a|"
    rf"e)\s){{0,2}}{_NOUN}(?:\s{_NAME}){{0,3}}|{_EXPERT})"
)
_GAP = r"(?:\s(?!att\b|som\b|och\b)[\wåäö]{2,20}){0,2}?"
_WILL_DO = re.compile(
    rf"(?i:{_CLAUSE}){_WHO}{_GAP}\s(?i:{_WILL})\b(?P<rest>(?:\s(?!och\b|som\b)[\w-]+){{0,9}}?)\s(?i:{_DEED})\b"
)
_INVERTED = re.compile(rf"\b(?i:{_WILL})\s{_WHO}(?P<rest>(?:\s(?!och\b|som\b)[\w-]+){{0,9}}?)\s(?i:{_DEED})\b")
_DOES_NOW = re.compile(
    rf"(?i:{_CLAUSE}){_WHO}(?P<rest>(?:\s(?:nu|också|även|därför|sedan|för\snärvarande)){{0,2}})\s(?i:{_DOES})\b"
)
_HAS_TASK = re.compile(rf"(?i:{_CLAUSE}){_WHO}(?P<rest>)\s(?i:{_TASK})")
_TO_IT = re.compile(
    rf"\b(?i:uppdra(?:s|r|git|gits)?\såt|uppdraget\sligger\shos|ansvaret\s(?:ligger|vilar)\s(?:hos|på)|"
    rf"i\suppdrag\såt)\s{_WHO}(?P<rest>)"
)
_BY = re.compile(rf"\b(?i:{_PASSIVE})(?P<rest>(?:\s(?!av\b|som\b)[\w-]+){{0,6}}?)\sav\s{_WHO}(?!\w)")
_FORMS = ((_TO_IT, GIVEN), (_HAS_TASK, GIVEN), (_BY, AGENT), (_WILL_DO, WILL), (_INVERTED, WILL), (_DOES_NOW, DOES))
_NO_ONE = re.compile(
    r"\b(?:nämnden\w*|\w*nämnden|\w*nämnderna|\w*styrelsen|fullmäktige|\w*fullmäktige|direktionen|kommunen|regionen|"
    r"staden|landstinget|region|kommun|vi|man|förbundet|koncernen|"
    r"\w*revis\w+|\w*leverantör\w*|\w*verket|\w*myndighet\w*|länsstyrelsen|regeringen|riksdagen|polisen|"
    r"försäkringskassan|\w*(?:domstolen|rätten|tinget)|inspektionen|\w*utförar\w*|\w*entreprenör\w*|"
    r"den|det|de|dessa|detta|denna|dem|ingen|inget|någon|någonting|sådan\w*|samtliga|alla|varje|annan|andra|"
    r"i|på|under|för|till|från|med|av|om|inom|vid|efter|före|inför|enligt|senast|när|sedan|därefter|mot|utan|kring|"
    r"även|redan|bara|endast|fortsättningsvis|vidare|dessutom|avslutningsvis|inledningsvis|"
    r"\w{2,}(?:ning|else|het|ion|tid|möjlig|skap|ism|itet)(?:en|et|erna|arna)|"
    r"\w*(?:rutin(?:en|erna)|riktlinjen|riktlinjerna|plan(?:en|erna)|policyn|mallen|modellen|program(?:met|men)|"
    r"strategin|rapport(?:en|erna)|arbetet|system(?:et|en)|avtal(?:et|en)|beslut(?:et|en)|översynen|analysen|projektet|"
    r"uppdraget|förslaget|dokumentet|checklistan|listan|budgeten|reglementet|processen|frågan|ärendet|resultatet|"
    r"målet|lagen|året|våren|hösten|sommaren|vintern|terminen|månaden|veckan|barnen|eleverna|brukarna|invånarna|"
    r"medarbetarna|lärarna|cheferna|kurs(?:en|erna)|registret|förteckningen|underlaget|verktyget|behovet|stödet|"
    r"bristen|samordningen|formerna|reglerna|kraven|punkterna|åtgärderna|delarna|stegen|steget|delen|resten|"
    r"tjänsten|tjänsterna|medlen|pengarna|syftet|tanken|avsikten|ambitionen|förutsättningarna))\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\b(?:inte|ej|aldrig|kunna)\b", re.IGNORECASE)


def subjects(text: str) -> Iterator[tuple[int, int, int]]:
    """Weight, start and end of each doer of a task or an act, whatever its name."""
    for form, weight in _FORMS:
        for match in form.finditer(text):
            if not _NO_ONE.search(match["who"]) and not _OTHERWISE.search(match["rest"]):
                yield weight, *match.span("who")

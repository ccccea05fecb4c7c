"""The words that tell how a statement of a guideline speaks: that it binds, wishes, lacks, refers, tells or defines.

Patterns over lower-case text; every quantifier is bounded.
"""

from __future__ import annotations

import re

ROLE = (
    r"(?:[a-zåäöé-]{0,40}(?:chef(?:en|er|erna|ens)?|direktör(?:en|er|erna)?|nämnd(?:en|er|erna|ernas|ens)?"
    r"|styrelse(?:n|r|rna|ns)?|förvaltning(?:en|ar|arna|ens)?|avdelning(?:en|ens)?|enhet(?:en|er|erna)?"
    r"|controllers?|controllern|samordnare(?:n|ns|na)?|koordinator(?:n|er)?|handläggare(?:n|ns|na)?|jurist(?:en"
    r"|er|erna)?"
    r"|ekonom(?:en|er|erna)?|upphandlare(?:n|ns|na)?|inköpare(?:n|ns|na)?|strateg(?:en|er)?|revisor(?:n|er|erna)?"
    r"|utskott(?:et|en)?|ansvarig(?:a|e|es|as)?|ägare(?:n|ns|na)?|attestant(?:en|er|erna)?|ordförande(?:n|na)?"
    r"|ombud(?:et|en)?|kansli(?:et)?|stab(?:en)?|registrator(?:n)?|förvaltare(?:n|ns)?|team(?:et)?|grupp(?:en)?"
    r"|funktion(?:en|ens)?|råd(?:et|ets)?|kontor(?:et)?|sekreterare(?:n)?|sköterska(?:n)?|sköterskor(?:na)?"
    r"|läkare(?:n)?|rektor(?:n|er|erna)?|ledning(?:en)?|ledare(?:n)?|ledamöter(?:na)?|central(?:en)?|direktion(?:en)?"
    r"|fullmäktige|revision(?:en)?|specialist(?:en|er)?|granskare(?:n)?|administratör(?:en|er)?)"
    r"|vd:?n?|hr|bolag(?:et|en)s?|medarbetare(?:n)?|regionstyrelse\w{0,3}|kommunstyrelse\w{0,3})"
)
WHO = re.compile(rf"(?<![\wåäö-]){ROLE}(?![\wåäö-])")
NOT_WHO = re.compile(
    r"råd|team|grupp|ledning|central|kontor|stab|direktion|funktion|enhet|medarbetaren?|revision|ledare|bolag"
    r"|(?:uppdrags)?ansvarig[ae]?|förvaltning|avdelning|nämnd|styrelse"
)
NUMBER = r"(?:\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|fjorton|femton|tjugo|trettio|sextio|nittio)"
MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
WHEN = re.compile(
    r"\b(?:årlig\w{0,4}|års\w{2,10}vis|(?:kvartals|månads|vecko|halvårs|tertial|dag)\w{0,3}vis|dagligen|veckovis"
    r"|var(?:je|t|tannat|tredje|fjärde|annan|annat)\s(?:(?:\w{2,12}\s)?(?:år|månad|kvartal|vecka|tertial|halvår"
    r"|höst|vår|dag"
    rf"|natt|termin|mandatperiod|budgetår|årsskifte|{MONTH})\w{{0,4}}|gång\w{{0,2}})|{NUMBER}\sgång(?:er)?"
    rf"|inom\s{NUMBER}\s\w{{2,20}}|inom\s(?:ett\s)?dygn\w{{0,3}}|senast|löpande|fortlöpande|kontinuerlig\w{{0,2}}"
    r"|regelbund\w{2,4}|återkommande|omedelbart|omgående|genast|skyndsamt|utan\s(?:onödigt\s)?dröjsmål|snarast"
    r"|samma\s(?:dag|arbetsdag|vecka)|(?:nästa|påföljande)\s(?:arbetsdag|vardag|dag|månad)|minst\svar\w{0,6}"
    rf"|(?:från\soch\smed|sedan|under|från|till|per)\s(?:den\s)?(?:\d{{1,2}}\s)?(?:{MONTH}\s)?(?:20\d\d|våren"
    rf"|hösten|år\b|kvartal|månad|tertial)"
    rf"|den\s\d{{1,2}}\s{MONTH}|i\s(?:början\sav\s|slutet\sav\s)?{MONTH}|i\ssamband\smed|per\s(?:år|kvartal|månad"
    rf"|vecka|tertial|halvår)"
    r"|(?:före|innan|inför|vid)\s(?:varje|var|första|årets|\w{2,30}(?:ing|ing\w{1,3}|skrift\w{0,3}|betalning"
    r"|start|beslut|tillträde\w{0,2}|avtal\w{0,4}))"
    r"|innan|dessförinnan|så\ssnart|i\sförväg|i\sförskott|efter\savslutad\w{0,2})\b"
)
CHECK = re.compile(
    r"\b(?:följs?\s(?:\w{1,20}\s)?upp|följer\s(?:\w{1,20}\s){0,2}upp|följa\s(?:\w{1,20}\s)?upp"
    r"|(?:\w{0,30})?uppföljning\w{0,4}"
    r"|(?:efter)?kontrollera\w{0,4}|(?:\w{0,30})?kontroll(?:en|er|erna)?|(?:\w{0,20})?gransk\w{1,6}"
    r"|\w{0,20}stickprov\w{0,4}"
    r"|redovisa\w{0,4}|(?:åter)?rapporter\w{1,4}|dokumenter\w{1,4}|utvärder\w{1,6}|stäms?\s(?:\w{1,20}\s)?av"
    r"|stämmer\sav"
    r"|protokollför\w{0,2}|diarieför\w{0,2}|registrer\w{1,4}|noter\w{1,4}|\w{0,20}revision\w{0,4}|mäts"
    r"|inventer\w{1,5}"
    r"|sammanställ\w{1,6}|loggas|intygas?|signera\w{0,2}|jämför\w{0,3}|går\s(?:\w{1,20}\s)?igenom"
    r"|verifiera\w{0,2}|besiktig\w{1,4})\b"
)
STRONG = re.compile(
    r"\b(?:ska|skall|måste|är\sskyldig\w{0,2}|åligger|åläggs|får\sinte|får\sej|får\sendast|får\sbara|inte\sfår"
    r"|ingen\sfår"
    r"|krävs|förbjud\w{2,3}|är\sförbud|ansvarar|svarar\sför|har\sansvar\w{0,2}|har\si\suppdrag|har\satt)\b"
)
WEAK = re.compile(
    r"\b(?:bör|borde|torde|uppmanas|uppmuntras|ser\sgärna|gärna|på\ssikt|framöver|framdeles|strävar"
    r"|eftersträva\w{0,2}"
    r"|ambition\w{0,3}|målsättning\w{0,3}|(?<!som\s)vill\b(?!\ssäga)|önskar|önskvärt|föreslås|föreslår"
    r"|förslag\w{0,2}|skulle\s(?:kunna|behöva|vara)"
    r"|kan\smed\sfördel|om\smöjligt|i\smån\sav|planeras|planerar|avser\satt|har\sför\savsikt|överväg\w{1,4}"
    r"|rekommenderas"
    r"|föreslagit\w{0,1}|föreslag(?:en|et|na)|har\smöjlighet\satt|hoppas|eventuell\w{0,2}"
    r"|behöver\s(?:\w{1,20}\s){0,3}(?:ses\söver|utvecklas|stärkas|förbättras|etableras|öka|bli|höjas|klargöras"
    r"|förtydligas)"
    r"|det\sär\s(?:viktigt|angeläget|lämpligt|önskvärt)\satt|tanken\när|(?:ska|skall)\s(?:\w{1,20}\s)?(?:sträva"
    r"|verka\sför|försöka|övervägas?|eftersträvas?))\b"
)
LACKING = re.compile(
    r"\b(?:saknas|saknar|saknats|saknade|avsaknad\w{0,2}|brist\spå|finns\s(?:i\sdag\s|ännu\s"
    r"|för\snärvarande\s)?(?:inte|ingen|inget|inga|ej)"
    r"|(?:inte|ej)\s(?:finns|införts|inrättats|tagits|gjorts|genomförts|beslutats|fastställts|påbörjats"
    r"|upprättats|reglerats|tillräcklig\w{0,2})"
    r"|har\s(?:ännu\s)?inte\s\w{2,20}|ännu\sinte|ingår\s(?:inte|ej)|omfattas?\s(?:inte|ej)|omfattar\s(?:inte|ej)"
    r"|behandlas\sinte"
    r"|reglerar\sinte|regleras\sinte|tas\sinte\supp|gäller\sinte|ligger\sutanför|undantas|undantagen|undantagna"
    r"|lämnas\sutanför|faller\sutanför|eftersatt\w{0,1}"
    r"|bristfällig\w{0,2}|otillräcklig\w{0,2})\b"
)
REFERS = re.compile(
    r"\b(?:se\s(?:även\s|också\s|vidare\s|mer\s|bilaga\s)?\w{3,}|regleras\s(?:\w{1,20}\s){0,2}i\b|framgår\sav"
    r"|hänvisas|finns\s(?:\w{1,20}\s){0,3}i\b"
    r"|beskrivs\s(?:\w{1,20}\s){0,3}i\b|återfinns|behandlas\si\b|gäller\s(?:\w{1,20}\s){0,3}\w{0,30}(?:policy"
    r"|policyn|reglemente\w{0,2}|riktlinje\w{0,3}|rutin\w{0,2}|regler)"
    r"|styrs\sav|anges\si\b|i\s(?:en\s)?(?:särskild|separat|egen)\s\w{3,})\b"
)
DOCUMENT_NAME = re.compile(
    r"\b[\wåäöÅÄÖ-]{0,50}?(?:policy|policyn|reglemente|reglementet|riktlinje|riktlinjen|riktlinjer|riktlinjerna"
    r"|rutin|rutinen|anvisning"
    r"|anvisningen|anvisningar|handlingsplan|handlingsplanen|uppförandekod|uppförandekoden|internkontrollplan"
    r"|internkontrollplanen"
    r"|delegationsordning|delegationsordningen|strategi|strategin|attestordning|attestordningen|visselblåsarpolicy)\b"
)


DESCRIBES = re.compile(
    r"\b(?:\w{0,20}risk(?:er|erna|bild\w{0,2}|område\w{0,3})?|bakgrund\w{0,2}|inledning|nuläge\w{0,2}"
    r"|lägesbild\w{0,2}|omvärld\w{0,12}"
    r"|exempel|iakttagelser|slutsats\w{0,4}|problem\w{0,4}|erfarenhet\w{0,4}|varför|syfte|hotbild\w{0,2}|tecken"
    r"|varningssignal\w{0,4}"
    r"|händelser|fall|resultat|utfall|utmaning\w{0,3}|sårbar\w{0,8}|brister)\b"
)
TELLS = re.compile(
    r"\b(?:förekommer|förekommit|risk(?:en|er|erna)?|utsätts|utsatts|har\s(?:\w{1,20}\s){0,3}\w{2,20}(?:t|ts|d"
    r"|ats|its)|kunde|blev|hade|visade"
    r"|upptäcktes|exempel\w{0,2}|problem\w{0,2}|utnyttja\w{0,2}|händer|drabba\w{0,2}|kostar|kronor|mnkr|miljoner"
    r"|procent)\b"
)


ESTABLISHED = re.compile(
    r"\b(?:etabler|inrätt|tillsätt|tillsatt|utse|inför|anta|fastställ|beslut|uppdra|upprätt|teckna"
    r"|bilda)(?:a[td]s?|t[st]{0,2}|tts?|its?|git[s]?"
    r"|ade[s]?|ats|des)\b|\b(?:uppdrag\satt|har\s(?:\w{1,20}\s){0,8}(?:rutin|funktion|team|system|kanal"
    r"|samordnare|arbetsgrupp)\b"
    r"|sedan\s20\d\d|från\s(?:och\smed\s)?20\d\d)"
)
FUTURE = re.compile(
    r"\b(?:kommer\s(?:\w{1,20}\s){0,3}att|ska\stas\sfram|ska\sutarbetas|tas\sfram|under\sframtagande|se\söver)\b"
)
SCOPE = re.compile(
    r"\b(?:riktas|inriktas|riktar\ssig|redogör|består\sav|innefattar|handlar\som|utgår\sfrån"
    r"|tar\ssin\sutgångspunkt|syftar\still)\b"
)
INFINITIVE = re.compile(
    r"^(?:att\s)?(?:säkerställa|tillse|utveckla|öka|ta\sfram|genomföra|stärka|införa|skapa|se\söver|förbättra"
    r"|tydliggöra|upprätta|följa|identifiera"
    r"|implementera|börja|sätta|effektivisera|kontrollera|granska|utreda|informera|utbilda|samverka|arbeta|beakta"
    r"|inventera|kartlägga|etablera"
    r"|fortsätta|intensifiera|minska|motverka|förebygga|förhindra|upptäcka|höja|sprida|bygga|undersöka|pröva"
    r"|analysera|uppmärksamma|verka"
    r"|revidera|uppdatera|dokumentera|utvärdera|anordna|rekrytera|utse|föreslå|bidra|främja|säkra|initiera"
    r"|överväga|klargöra|definiera)\b",
)
REPORTED = re.compile(
    r"\b(?:revisor\w{0,5}|revisionen\w?|revisionsrapport\w{0,3}|pwc|ey|kpmg|deloitte|helseplan|azets|granskningen)\b"
    r"[^.]{0,80}\b(?:bedöm\w{2,6}|skriver|konstaterar|visar|lyfter|rekommend\w{2,8}|anser|pekar|påtalar|noterar"
    r"|framhåller|uppmanar|överlämnades)\b"
    r"|\b(?:informera|beslut)\w{2,6}\s(?:\w{1,40}\s){0,3}revisor\w{0,4}\b|\bförstudie\w{0,2}\b|\b(?:revisions"
    r"|gransknings)rapport\w{0,3}\b|\brekommend(?:ation\w{0,5}|erar|eras)\b|\binformationsärende\b"
    r"|\bnoterar\sinformationen\b"
)
PLURAL = re.compile(
    r"\w*(?:ingar|elser|ioner|örer|anter|enter|heter|teter|iker|esser|iner|ärer|ekter|grupper|risker|brister"
    r"|turer|bolag|medel|pengar)"
)
PAST = re.compile(
    r"\b(?:\w{3,20}(?:ades|rdes|gdes|ldes|ndes|vdes|tes)|gjordes|fick|gick|kunde|hade|togs|gavs|avslogs|sades"
    r"|fanns|skedde|blev|var\s(?:ett|en|det|inte|den|drygt|cirka))\b|^\d[\d ,]{0,12} [a-zåäö]"
)
LINKED = re.compile(
    r"^(?:det|detta|den|denna|dessa|där|då|gruppen|rådet|arbetet|resultatet|uppföljningen|kontrollen"
    r"|det(?:ta)?\s\w+)\b"
)
DEFINES = re.compile(
    r"\b(?:avses|menas|menar|mena|definier\w{1,5}|definition\w{0,4}|begrepp\w{0,4}|betyder|innebär|syftar\spå"
    r"|kännetecknas|kan\svara|handlar\som"
    r"|är\s(?:en|ett|när|att|alla|varje|sådan\w{0,2}|brott\w{0,6}|handling\w{0,3}|utbetalning\w{0,3}"
    r"|avsiktlig\w{0,2})|räknas|ord(?:en)?|vad\sär|vad\smenar)\b"
    r"|^(?:välfärdsbrott\w{0,10}|oegentlighet\w{0,3}|felaktiga?\sutbetalning\w{0,3}|bedrägeri\w{0,2}"
    r"|korruption\w{0,2})\b"
)

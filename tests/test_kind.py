from __future__ import annotations

import pytest
from documents import read

import clauses
from checks import kind
from checks.finding import Applies
from clauses.requirement import ContractKind

SWEDISH = """Leverantören ska leverera maten till skolorna senast klockan elva varje skoldag. Beställaren har rätt
att säga upp avtalet
om maten inte håller den temperatur som anges i bilaga 2, och leverantören är skyldig att rätta fel inom tre dagar
från det att de har
påtalats. Vid försening utgår vite enligt avtalet, och detta gäller även när förseningen beror på en
underleverantör."""
LANGUAGES = [
    ("sv", SWEDISH),
    (
        "no",
        """Leverandøren skal levere varene til kommunen innen fjorten dager etter at bestillingen er mottatt.
        Oppdragsgiver har rett til å
        heve avtalen dersom leverandøren ikke oppfyller kravene som følger av avtalen, og det gjelder også ved
        gjentatte forsinkelser fra
        underleverandører som er brukt av leverandøren. Partene skal være enige om endringer.""",
    ),
    (
        "no",
        """Leverandøren skal ikkje nytte underleverandørar utan at kommunen har godkjent det. Avtalen gjeld frå 1.
        januar og
        vert fornya kvart år. Partane skal melde frå om endringar i avtalen, og kommunen kan seie han opp med eit
        varsel på tre månader.""",
    ),
    (
        "da",
        """Leverandøren skal levere ydelsen til kommunen i overensstemmelse med aftalen. Hvis leverandøren ikke
        overholder fristerne, er
        kommunen berettiget til at ophæve aftalen efter forudgående varsel, og det gælder også ved fejl, der er
        begået af en underleverandør.
        Parterne kan aftale ændringer mellem sig.""",
    ),
    (
        "en",
        """The Supplier shall deliver the services to the Customer in accordance with this Agreement. The Customer
        is entitled to terminate
        the Agreement with immediate effect if the Supplier commits a material breach which is not remedied within
        thirty days of notice.""",
    ),
    (
        "fi",
        """Toimittaja vastaa siitä, että palvelut ovat tämän sopimuksen mukaisia. Tilaaja voi purkaa sopimuksen, jos
        toimittaja ei korjaa
        virhettä kohtuullisessa ajassa ja virhe on olennainen. Sopimus on voimassa toistaiseksi, ja se voidaan
        irtisanoa kuuden kuukauden
        kuluessa. Osapuolet sopivat muutoksista kirjallisesti myös silloin, kun ne ovat vähäisiä.""",
    ),
    (
        "de",
        """Der Auftragnehmer ist verpflichtet, die Leistungen nach diesem Vertrag zu erbringen. Der Auftraggeber
        kann den Vertrag kündigen,
        wenn der Auftragnehmer die Mängel nicht innerhalb von dreißig Tagen beseitigt, und die Parteien werden über
        die Folgen verhandeln.""",
    ),
    (
        "pl",
        """Wykonawca zobowiązuje się do wykonania usług zgodnie z umową. Zamawiający może odstąpić od umowy, jeżeli
        wykonawca nie wykonuje
        jej należycie, oraz żądać zapłaty kary, która jest określona w umowie. Strony nie mogą zmieniać umowy bez
        zgody.""",
    ),
    ("und", "Bilaga 3. Prislista 2026."),
    ("und", ""),
]


@pytest.mark.parametrize(("code", "text"), LANGUAGES)
def test_language(code: str, text: str) -> None:
    assert kind.language(text) == code


def test_an_english_summary_or_appendix_leaves_a_contract_swedish() -> None:
    english = LANGUAGES[4][1]
    assert kind.language(f"{english}\n\n{SWEDISH * 3}") == "sv"
    assert kind.language(f"{SWEDISH * 20}\n\n{english * 20}") == "sv"


def test_a_swedish_address_leaves_a_contract_english() -> None:
    assert kind.language(f"Region Norrviken, avdelningen för inköp, Box 12\n\n{LANGUAGES[4][1] * 8}") == "en"


def test_a_list_of_prices_with_few_small_words_is_swedish() -> None:
    rows = "\n".join(
        f"Undersökning {number}\tRöntgen av hand och handled\t{number * 100} kr" for number in range(1, 12)
    )
    assert kind.language(rows) == "sv"


CONTRACTS = {
    "avtal": """Avtal om städning av förskolor

Mellan Vassviks kommun, nedan Kommunen, och Rent AB, nedan Städbolaget, har följande avtal träffats.

1 Städbolaget ska städa förskolorna varje vardag. Kommunen betalar 40 000 kronor i månaden. Vid utebliven städning
har Kommunen rätt till vite.""",
    "överenskommelse i brevform": """Överenskommelse om idéburet offentligt partnerskap

Mellan Älvby kommun och Föreningen Köket

När vi skriver vi menar vi kommunen. Ni håller öppet fyra kvällar i veckan. Den som inte kan betala äter ändå. Vi
upplåter lokalen utan hyra.
Vi bidrar med pengar varje år. Ni berättar för oss hur det har gått. Ni kan vända er till fritidskontoret.""",
    "regelbok": """Regelbok för vårdval fotsjukvård

Fastställd av hälso- och sjukvårdsnämnden

Vårdgivaren ska ha den kompetens som krävs. Den som ansöker ska godkännas av regionen. Regionen får säga upp
godkännandet om vårdgivaren inte
följer villkoren.""",
    "auktorisationsvillkor": """Auktorisationsvillkor för audionommottagningar

Mottagningen ska vara öppen minst 20 timmar i veckan. Regionen ersätter besök enligt prislistan. Mottagningen är
skyldig att lämna statistik.""",
    "allmänna villkor": """Allmänna villkor för konsultuppdrag

1. Konsulten ska utföra uppdraget fackmässigt. 2. Beställaren får häva avtalet vid väsentligt avtalsbrott. 3.
Konsulten svarar för sina underkonsulter.""",
    "avrop": """Avropskontrakt

Köpare: Region Norr. Säljare: Kod AB.

Säljaren ska bygga integrationer. Köparen godkänner varje leverans. Säljaren får inte byta konsult utan Köparens
samtycke.""",
    "tillägg": """Tillägg 2 till avtal om hemtjänst

Parterna är överens om att punkt 4.2 ska ha följande lydelse. Utföraren ska lämna underlag varje månad. I övrigt
gäller avtalet oförändrat.""",
    "utan rubrik": """Sjövalla kommun (nedan Beställaren) och Grus och Sand AB (nedan Leverantören) har kommit
        överens om följande.

Leverantören ska leverera grus under vintern. Beställaren betalar inom trettio dagar. Leverantören svarar för
skador. Avtalet kan sägas upp med tre
månaders uppsägningstid. Tvist avgörs av allmän domstol. Avtalet är upprättat i två likalydande exemplar.""",
    "gammal stil": """A V T A L

Mellan Nedre Dalens kommun och Åkeri AB Framåt är denna dag träffat följande avtal. Åkeriet förbinder sig att
besörja renhållningen. Åkeriet äger
icke överlåta avtalet. Kommunen äger häva avtalet om Åkeriet åsidosätter sina skyldigheter.""",
    "förfrågningsunderlag": """Förfrågningsunderlag LOV hemtjänst

Utföraren ska ha kollektivavtal. Utföraren ska följa kommunens rutiner. Kommunen följer upp avtalet varje år och får
säga upp det vid brister.""",
}
OTHERS = {
    "riktlinje om avtal": """Riktlinje för avtalsuppföljning

Riktlinjen gäller för alla nämnder. Varje avtal ska ha en utsedd avtalsansvarig. Avtalsansvarig ska följa upp att
leverantören uppfyller avtalet.
Vid brister ska leverantören få en skriftlig begäran om rättelse. Chefer ska se till att medarbetare känner till
riktlinjen.""",
    "policy": """Inköps- och upphandlingspolicy

Policyn beslutas av kommunfullmäktige. Inköp ska göras från leverantörer som kommunen har avtal med. Medarbetare får
inte ta emot gåvor.""",
    "revisionsrapport": """Granskning av avtalsuppföljning inom hemtjänsten

Revisionsrapport. Vi har granskat om nämnden följer upp avtal med privata utförare. Vår bedömning är att
uppföljningen inte är tillräcklig. Vi
rekommenderar nämnden att ställa krav på utföraren och att använda vite när avtalet inte följs.""",
    "svar på revision": """Svar på revisionens granskning av inköp

Nämnden instämmer i revisorernas bedömning. Avtal med leverantörer ska framöver följas upp årligen. Ansvarig är
inköpschefen.""",
    "protokoll": """Sammanträdesprotokoll socialnämnden

§ 41 Avtal om hemtjänst. Nämnden beslutar att säga upp avtalet med utföraren. Leverantören har inte fullgjort sina
skyldigheter enligt avtalet.
Protokollet justeras digitalt. Ledamöterna yrkar bifall till förslaget.""",
    "tjänsteskrivelse": """Tjänsteskrivelse

Förslag till beslut: Nämnden godkänner avtal med Rent AB. Sammanfattning. Förvaltningen föreslår att avtalet
förlängs. Leverantören ska enligt
avtalet städa samtliga förskolor.""",
    "anbud": """Anbud från Rent AB

Vi offererar städning av era förskolor till ett pris av 40 000 kronor i månaden. Vårt anbud är giltigt till och med
den 1 mars. Som leverantör
har vi lång erfarenhet, och vi uppfyller alla krav i upphandlingen.""",
    "faktura": """Faktura 20441

Fakturadatum 2026-02-01. Förfallodatum 2026-03-03. Enligt avtal. Städning av förskolor i januari 32 000 kr. Moms 8
000 kr. Att betala 40 000 kr.
Bankgiro 123-4567. OCR 2044100. Beställare Vassviks kommun.""",
    "nyhet": """Kommunen säger upp avtalet med hemtjänstbolaget

Kommunen har sagt upp avtalet med bolaget efter misstankar om fusk. Det säger socialdirektören till tidningen.
Bolaget uppger att anklagelserna är
felaktiga. Polisen utreder saken, och åklagaren vill inte kommentera. Enligt tidningens uppgifter har bolaget
fakturerat för timmar som inte
utförts. Bolagets ägare berättar att man tänker överklaga. Kommunen har enligt direktören begärt tillbaka
pengarna.""",
    "delegationsordning": """Delegationsordning för kultur- och fritidsnämnden

Ärende, delegat. Teckna avtal om bidrag till föreningar: förvaltningschef. Säga upp avtal med leverantör:
förvaltningschef.""",
}


@pytest.mark.parametrize("text", CONTRACTS.values(), ids=CONTRACTS)
def test_contracts_of_all_names(text: str) -> None:
    assert kind.is_contract(read(text))


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_documents_that_speak_of_contracts_and_are_none(text: str) -> None:
    about = kind.about(read(text))
    assert not about.contract
    assert "inte ut att vara ett avtal" in about.notes[0]


@pytest.mark.parametrize("times", [1, 12])
@pytest.mark.parametrize("name", ["riktlinje om avtal", "revisionsrapport", "protokoll", "policy"])
def test_length_does_not_make_a_contract(name: str, times: int) -> None:
    title, body = OTHERS[name].split("\n\n", 1)
    assert not kind.is_contract(read(title + "\n\n" + "\n\n".join([body] * times)))


TEMPLATES = [
    """Avtal om hemtjänst

Mellan Vassviks kommun, org.nr 212000-1111, och [Utförarens namn], org.nr [xxxxxx-xxxx], har följande avtal träffats.

Avtalet gäller från och med [datum] till och med [datum]. Vitet är [belopp] kronor per tillfälle.""",
    """Konsultavtal

Beställare: ______________________
Leverantör: ______________________
Org.nr: ______________

Arvodet är ______ kronor per timme. Avtalet gäller från ______ till ______.""",
    """Ramavtal

Leverantör: NN
Organisationsnummer: XXXXXX-XXXX
Avtalstid: 20XX-XX-XX – 20XX-XX-XX

Leverantören ska betala vite med XX kronor per dag.""",
    """Överenskommelse om IOP

Förening: Klicka eller tryck här för att ange text.
Org.nr: Klicka eller tryck här för att ange text.
Bidrag: Klicka eller tryck här för att ange text.
Period: skriv datum""",
    """Avtal

mellan «Kundnamn» och «Leverantörsnamn», nedan Leverantören

Avtalet gäller från «Startdatum». Priset är «Pris» kronor. Leverantören ska leverera enligt «Bilaga».""",
]
FILLED = [
    """Avtal om städning

Mellan Vassviks kommun, org.nr 212000-1111, och Rent AB, org.nr 556000-1111, har följande avtal träffats.

Vitet är [belopp] kronor per tillfälle. Avtalet gäller till och med den 31 december 2027.

Underskrifter

Ort och datum: __________________    Ort och datum: __________________

______________________               ______________________
För kommunen                         För Rent AB

Namnförtydligande: ______________    Namnförtydligande: ______________""",
    """Avropskontrakt

Köpare: Region Norr
Säljare: Kod AB
Säljarens kontaktperson: [namn, telefon]
Referens på faktura: [ange beställarreferens]

☒ [Säljaren ska kontrollera konsulternas utdrag ur belastningsregistret innan uppdraget börjar och visa det för
Köparen.]

☐ [Köparens rätt till insyn omfattar även underkonsulter i alla led och under tre år efter det att kontraktet har
upphört.]

Köparen betalar inom trettio dagar. """
    + "Säljaren ska utföra uppdraget med omsorg och enligt god sed i branschen. " * 60,
    """Avtal

Innehåll

1 Parter ............................ 2
2 Avtalstid ......................... 3
3 Vite .............................. 4
4 Tvist ............................. 5

Mellan Vassviks kommun och XX-Last AB har följande avtal träffats. Avtalet gäller under år 2027.""",
]


@pytest.mark.parametrize("text", TEMPLATES)
def test_unfilled_templates(text: str) -> None:
    about = kind.about(read(text))
    assert about.template
    assert about.contract
    assert "mall" in about.notes[-1]


@pytest.mark.parametrize("text", FILLED)
def test_a_filled_contract_with_a_placeholder_is_no_template(text: str) -> None:
    """Lines to sign on and optional clauses in brackets were once counted as placeholders."""
    assert not kind.template(read(text))


KINDS = [
    (
        ContractKind.CARE,
        "Avtal om hemtjänst\n\nUtföraren ska ge den enskilde hemtjänst och omsorg enligt biståndsbeslutet.",
    ),
    (
        ContractKind.CARE,
        "Kontrakt om drift av Tallåsens äldreboende\n\nEntreprenören driver boendet. "
        "Entreprenaden omfattar omsorg om de äldre.",
    ),
    (
        ContractKind.STAFFING,
        "Avtal om uthyrning av läkare\n\nBolaget hyr ut hyrläkare till vårdcentraler. Läkaren arbetar pass.",
    ),
    (
        ContractKind.SERVICES,
        "Kontrakt om lokalvård\n\nEntreprenören ska städa förskolor och skolor. Städningen sker före klockan sju.",
    ),
    (ContractKind.SERVICES, "Avtal om färdtjänst\n\nÅkeriet utför resor med taxi. Trafiken körs dygnet runt."),
    (
        ContractKind.GOODS,
        "Ramavtal förbrukningsmaterial\n\nVarorna ska levereras till leveransplatsen. Artiklarna anges i sortimentet.",
    ),
    (
        ContractKind.WORKS,
        "Entreprenadkontrakt tillbyggnad av skola\n\nByggherren kallar till "
        "slutbesiktning. Byggnaden uppförs enligt ritning.",
    ),
    (
        ContractKind.IT,
        "Driftavtal\n\nLeverantören svarar för servrar, system och programvara. "
        "Incidenter åtgärdas enligt servicenivån.",
    ),
    (
        ContractKind.CONSULTING,
        "Konsultavtal\n\nKonsulten utför en utredning och ger rådgivning. Konsulten arbetar i beställarens lokaler.",
    ),
    (
        ContractKind.GRANT,
        "Överenskommelse om bidrag\n\nFöreningen får verksamhetsbidrag för sina "
        "volontärer. Bidraget betalas i förskott.",
    ),
]


@pytest.mark.parametrize(("expected", "text"), KINDS)
def test_kinds(expected: ContractKind, text: str) -> None:
    assert kind.kinds(text)[0] is expected


def test_kinds_of_a_text_that_does_not_say() -> None:
    assert kind.kinds("Avtal\n\nParterna ska samarbeta.") == ()


def test_applies() -> None:
    library = clauses.load()
    goods = kind.about(read("Ramavtal om varor\n\nVarorna ska levereras. Artiklarna och sortimentet anges i bilaga."))
    care = kind.about(read("Avtal om hemtjänst\n\nUtföraren ska ge hemtjänst och omsorg. Omsorgen ges i hemmet."))
    unknown = kind.about(read("Avtal\n\nParterna ska samarbeta."))
    insight = next(requirement for requirement in library.requirements if requirement.id == "public-insight")
    penalty = next(requirement for requirement in library.requirements if requirement.id == "penalty")
    assert kind.applies(insight, goods)[0] is Applies.NO
    assert kind.applies(insight, care) == (Applies.YES, "")
    assert kind.applies(insight, unknown)[0] is Applies.UNKNOWN
    assert kind.applies(penalty, goods) == (Applies.YES, "")

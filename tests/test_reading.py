"""Negation by word order, weak wording, and whose right or duty it is: tables of sentences as contracts write them."""

from __future__ import annotations

import pytest

from checks.negation import negated
from checks.parties import named
from checks.reading import BUYER, SUPPLIER, is_weak, read

PARTIES = named("Kommunen", "Bolaget")


def marked(sentence: str) -> str:
    return PARTIES.mark(sentence.lower())


DENIED = [
    "Beställaren har inte rätt till vite.",
    "Vite utgår inte.",
    "Vite ska inte utgå vid försening.",
    "Något vite utgår inte.",
    "Någon rätt till vite föreligger inte.",
    "Någon rätt att innehålla betalning har kommunen inte.",
    "Inget vite utgår.",
    "Ingen av parterna har rätt till vite.",
    "Parterna är överens om att vite inte ska utgå.",
    "Parterna är ense om att något vite inte ska utgå.",
    "Beställaren avstår från rätten att häva avtalet.",
    "Beställaren avsäger sig rätten till vite.",
    "Beställaren saknar rätt att innehålla betalning.",
    "Vid försening utgår inte vite.",
    "Vid försening utgår dock inget vite.",
    "Om leverantören är försenad utgår inte vite.",
    "Om leverantören inte har levererat i tid utgår ändå inte vite.",
    "När avtalet har upphört har kommunen inte rätt till insyn.",
    "Kommunen får inte häva avtalet.",
    "Kommunen äger ej rätt att innehålla betalning.",
    "Kommunen äger icke kvitta.",
    "Leverantören är inte skyldig att visa utdrag.",
    "Leverantören behöver inte visa utdrag ur belastningsregistret.",
    "Leverantören ska inte vara skyldig att föra dokumentation.",
    "Det krävs inte att personalen visar utdrag.",
    "Det ställs inga krav på registerutdrag.",
    "Kommunen ställer inga krav på registerutdrag.",
    "Kommunen ställer inget krav på kollektivavtal.",
    "Det finns ingen skyldighet att rapportera avvikelser.",
    "Leverantören har ingen skyldighet att rapportera avvikelser.",
    "Leverantören är undantagen från kravet på registerkontroll.",
    "Från kravet på utdrag undantas timanställda.",
    "Leverantören är befriad från skyldigheten att betala tillbaka.",
    "Underleverantörer omfattas inte av kraven.",
    "Vite enligt 7.2 tas inte ut.",
    "Kommunen har varken rätt till vite eller prisavdrag.",
    "Kommunen kan aldrig kräva vite.",
    "Avtalet ger inte kommunen någon rätt att granska bolaget.",
    "Avtalet ger ingen rätt till insyn.",
    "Rätt till insyn föreligger ej.",
    "Kommunen får inte, vare sig själv eller genom annan, granska bolaget.",
    "I avtalet ingår inte någon rätt till vite.",
    "Kommunen har därför inte någon rätt att hålla inne betalning.",
    "Leverantören svarar inte för underleverantörer.",
    "Kommunen är utan rätt till vite.",
    "Krav på F-skatt gäller inte.",
    "Kravet gäller inte för volontärer.",
    "Det åligger inte bolaget att föra dokumentation.",
    "Kommunen kommer inte att ta ut vite.",
    "Det är inte tillåtet för kommunen att besöka lokalerna.",
    "Bolaget slipper visa utdrag.",
    "Registerkontroll fordras inte.",
    "Några viten tillämpas ej.",
    "Kommunen har inte, oavsett vad som anges i bilaga 2, rätt till vite.",
    "Även om bolaget brister har kommunen inte rätt till vite.",
    "Trots att bolaget är försenat utgår inte vite.",
    "Vite utgår dock ej om förseningen beror på kommunen.",
    "Skyldighet att rapportera finns inte.",
    "Denna rätt gäller inte underleverantörer.",
    "Parterna tillämpar inte vite.",
    "Bolaget lämnar inte ut tidrapporter.",
    "Med anledning härav har kommunen inte rätt att häva.",
    "Enligt parternas överenskommelse ska vite inte utgå.",
    "Kommunen, som är väl medveten om riskerna, har inte rätt till vite.",
    "Någon insyn i bolagets ekonomi medges inte.",
    "Uppföljning hos underleverantörer får inte ske.",
    "Kommunen får inte häva avtalet om bolaget ska upphöra.",
    "Kommunen har inte rätt till vite när bolaget kan visa att felet inte beror på bolaget.",
    "Får inte lämnas till tredje man.",
    "Behöver inte visas.",
    "Ska inte tillämpas.",
    "Det finns inte någon rätt till vite om bolaget har rättat felet.",
    "Inte heller utgår vite.",
    "Vite utgår ej.",
    "Kommunen har ej rätt att häva.",
    "Bolaget ska ej behöva visa utdrag.",
    "Kommunen får varken häva eller hålla inne betalning.",
    "Ej heller har kommunen rätt till vite.",
]
# The negation belongs to a condition, to a subordinate clause, or only measures.
NOT_DENIED = [
    "Om leverantören inte rättar felet har kommunen rätt till vite.",
    "Har leverantören inte rättat felet får kommunen häva avtalet.",
    "Lämnas inte uppgifterna i tid, får kommunen hålla inne betalningen.",
    "Rättar bolaget inte felet utgår vite med 5 000 kr.",
    "Rättas inte felet i tid utgår vite.",
    "Vite utgår om bolaget inte har fullgjort sina skyldigheter.",
    "Kommunen får häva avtalet när bolaget inte betalar skatt.",
    "Vite utgår för varje insats som inte har utförts.",
    "För insats som inte har utförts utgår vite.",
    "Ersättning för insatser som ej utförts ska betalas tillbaka.",
    "Vitet lämnar orörd kommunens rätt till skadestånd, utan vite utgår därutöver.",
    "Kommunen får utan föregående varsel besöka verksamheten.",
    "Bolaget ska utan dröjsmål rapportera avvikelser.",
    "Bolaget ska utan kostnad medverka.",
    "Avvikelser ska rapporteras utan oskäligt uppehåll.",
    "Kommunen har rätt att, utan att det påverkar andra rättigheter, kräva vite.",
    "Brister som inte är ringa ger rätt till hävning.",
    "Fullgör bolaget ej sina skyldigheter äger kommunen rätt till vite.",
    "Kan bolaget inte styrka utförandet betalas ersättning åter.",
    "Ska bolaget inte längre bedriva verksamheten ska kommunen underrättas.",
    "Bolaget ska se till att personalen inte har intressekonflikter.",
    "Bolaget ska säkerställa att ersättning inte betalas för outförda insatser.",
    "Bolaget ansvarar för att ingen personal arbetar utan giltigt utdrag.",
    "Den som inte kan visa utdrag ska avvisas hos brukare.",
    "Utförare som saknar F-skatt ska avvisas.",
    "Kommunen får häva avtalet om bolaget saknar tillstånd.",
    "Därest betalning inte sker enligt ovan utgår ränta.",
    "Uteblir rättelse, eller sker den inte i tid, utgår vite.",
    "Bolaget är skyldigt att betala tillbaka ersättning som det inte har rätt till.",
    "För det fall rapport ej lämnas, utgår vite.",
    "Så länge bristen inte är avhjälpt får kommunen hålla inne betalningen.",
    "Kommunen har rätt att ta del av samtliga handlingar, dock utan kostnad.",
    "I den mån kraven inte uppfylls reduceras ersättningen.",
    "Bolaget ska vidta åtgärder för att bristen inte ska upprepas.",
    "Bolaget ska kontrollera att ingen av de anställda är dömd för brott.",
    "Uppfylls inte kraven, har kommunen rätt att häva.",
    "Vite utgår även då bolaget inte varit vållande.",
    "Visar det sig att bolaget inte har betalat skatt får kommunen häva avtalet.",
    "Visar kontrollen att uppgifterna inte stämmer ska bolaget betala tillbaka.",
    "Är tillståndet inte längre giltigt ska kommunen underrättas.",
    "Bolaget ska innan arbetet påbörjas, eller om det inte är möjligt inom en vecka, visa utdrag.",
    "Faktura ska betalas inte senare än 30 dagar efter mottagandet.",
    "Vitet ska inte överstiga tio procent.",
    "Vite utgår inte endast vid försening utan även vid fel.",
    "Rapportering ska ske inte senare än dagen därpå.",
    "Kan uppgifterna inte styrkas betalas ersättning åter.",
    "Har bolaget inte rättat felet inom tio dagar kan kommunen häva.",
    "Om och i den mån bolaget inte betalar får kommunen häva.",
]
WEAK = [
    "Kommunen kan komma att ta ut vite.",
    "Vite kan komma att tas ut.",
    "Vite kan vid upprepade brister komma att utgå.",
    "Bolaget bör begära utdrag ur belastningsregistret.",
    "Bolaget strävar efter att teckna kollektivavtal.",
    "Bolaget ska sträva efter att rapportera avvikelser.",
    "Bolaget ska verka för att personalen har god kompetens.",
    "Bolaget har för avsikt att föra dokumentation.",
    "Kommunen avser att följa upp avtalet årligen.",
    "Ambitionen är att uppföljning ska ske varje år.",
    "Bolaget ska i möjligaste mån undvika intressekonflikter.",
    "Om möjligt ska utdrag visas.",
    "Bolaget ska, om möjligt, rapportera avvikelser.",
    "Bolaget är villigt att diskutera vite.",
    "Det är önskvärt att bolaget har kollektivavtal.",
    "Bolaget uppmuntras att införa visselblåsarfunktion.",
    "Bolaget förväntas rapportera avvikelser.",
    "Parterna är beredda att diskutera vite.",
    "Det vore lämpligt att bolaget visar utdrag.",
    "Kommunen kan överväga att häva avtalet.",
    "Bolaget ska försöka rätta felet.",
    "Så långt det är möjligt ska bolaget föra journal.",
    "Bolaget får gärna visa utdrag.",
    "Bolaget rekommenderas att kontrollera personalens utdrag.",
    "Vite kan bli aktuellt.",
    "Bolaget ska efter bästa förmåga föra dokumentation.",
    "Bolaget avser att teckna kollektivavtal.",
    "Målsättningen är att bolaget ska rapportera inom en vecka.",
    "Om behov uppstår bör bolaget visa utdrag.",
    "Hos den som arbetar ensam bör bolaget kontrollera utdrag.",
]
BINDING = [
    "Kommunen kan ta ut vite.",
    "Kommunen får häva avtalet.",
    "Bolaget ska rapportera avvikelser som kan komma att påverka brukaren.",
    "Om bolaget kan komma att byta ägare ska kommunen underrättas.",
    "Bolaget ska anmäla omständigheter som bör föranleda jäv.",
    "Bolaget ska rapportera händelse som bör rapporteras.",
    "Bolaget ska lämna de uppgifter som kommunen önskar.",
    "Kommunen äger rätt att kräva vite, om kommunen så önskar.",
    "Vite utgår med 5 000 kr.",
    "Avtalet reglerar parternas mellanhavanden.",
    "Bolaget ska rapportera misstänkt brott, helst skriftligen.",
    "Vitet avser varje enskild brist.",
    "Bolaget skall utan dröjsmål rapportera, gärna per e-post.",
    "Bolaget är skyldigt att betala skatt.",
    "Avvikelse rapporteras utan dröjsmål.",
    "När kommunen så önskar ska bolaget visa utdrag.",
    "Kommunen kan när som helst besöka verksamheten.",
    "Bolaget rapporterar avvikelser.",
]
WHOSE = [
    ("Kommunen har rätt till vite.", BUYER, None),
    ("Bolaget har rätt till ränta.", SUPPLIER, None),
    ("Vid försening har kommunen rätt till vite.", BUYER, None),
    ("Rätt till vite tillkommer kommunen.", BUYER, None),
    ("Bolaget ska rapportera avvikelser.", None, SUPPLIER),
    ("Kommunen ska betala inom 30 dagar.", None, BUYER),
    ("Det åligger bolaget att rapportera.", None, SUPPLIER),
    ("Det åligger kommunen att rapportera.", None, BUYER),
    ("Avvikelser ska rapporteras till kommunen.", None, None),
    ("Kommunen ska underrättas vid ägarbyte.", None, None),
    ("Vid ägarbyte ska kommunen underrättas.", None, None),
    ("Bolaget ska utan dröjsmål underrätta kommunen.", None, SUPPLIER),
    ("Kommunens rätt till vite består.", None, None),
    ("Bolagets personal ska visa utdrag.", None, None),
    ("Parterna har rätt att häva avtalet.", None, None),
    ("Vardera parten har rätt att häva avtalet.", None, None),
    ("Bolaget medger kommunen rätt att granska räkenskaper.", BUYER, None),
    ("Bolaget ger kommunen rätt till insyn.", BUYER, None),
    ("Kommunen förbehåller sig rätten att häva.", BUYER, None),
    ("Leverantören skall äga rätt att häva avtalet.", SUPPLIER, None),
    ("Bolaget är skyldigt att föra dokumentation.", None, SUPPLIER),
    ("Bolaget åtar sig att medverka.", None, SUPPLIER),
    ("Om bolaget brister har kommunen rätt att häva.", BUYER, None),
    ("Har kommunen inte betalat har bolaget rätt att häva.", SUPPLIER, None),
    ("Om kommunen har anmärkt på utförandet ska bolaget rätta felet.", None, SUPPLIER),
    ("Kommunen äger när som helst granska bolaget.", BUYER, None),
    ("Av bolaget kan kommunen begära utdrag.", BUYER, None),
    ("Det ankommer på bolaget att visa utdrag.", None, SUPPLIER),
    ("Beställaren kan häva avtalet när leverantören har begått brott.", BUYER, None),
    ("Leverantören får häva avtalet om beställaren inte har betalat.", SUPPLIER, None),
    ("Bolaget skall låta kommunen ta del av räkenskaperna.", None, SUPPLIER),
    ("Bolaget ska på kommunens begäran visa utdrag.", None, SUPPLIER),
    ("Bolaget får inte anlita underleverantör utan kommunens godkännande.", SUPPLIER, None),
    ("Bolaget har att följa kollektivavtal.", None, SUPPLIER),
    ("Bolaget har tillstånd från IVO.", None, None),
    ("Kommunen har möjlighet att hålla inne betalning.", BUYER, None),
    ("Bolaget har ett system för dokumentation.", None, None),
]


@pytest.mark.parametrize("sentence", DENIED)
def test_a_main_clause_is_denied(sentence: str) -> None:
    assert negated(marked(sentence)) is not None


@pytest.mark.parametrize("sentence", NOT_DENIED)
def test_a_condition_is_no_denial(sentence: str) -> None:
    assert negated(marked(sentence)) is None


def test_the_place_of_a_denial_is_an_offset_in_the_marked_text() -> None:
    text = marked("Kommunen har inte rätt till vite.")
    assert text[negated(text) :].startswith("inte rätt")


@pytest.mark.parametrize("sentence", WEAK)
def test_wording_that_does_not_bind(sentence: str) -> None:
    assert is_weak(marked(sentence))


@pytest.mark.parametrize("sentence", BINDING)
def test_wording_that_binds(sentence: str) -> None:
    assert not is_weak(marked(sentence))


@pytest.mark.parametrize(("sentence", "right", "duty"), WHOSE)
def test_whose_right_and_whose_duty(sentence: str, right: str | None, duty: str | None) -> None:
    reading = read(marked(sentence))
    assert (reading.right, reading.duty) == (right, duty)


def test_a_reading_of_nothing() -> None:
    assert read("") == read("   ")
    assert not read("").denied


def test_a_long_sentence_is_read_in_time_that_grows_with_its_length() -> None:
    """Quantifiers are bounded: a table read as one sentence comes through."""
    read(marked("Om bolaget inte har " * 200 + "kan komma att " * 200 + "ska kommunen " * 200))

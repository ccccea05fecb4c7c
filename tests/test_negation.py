"""Negation told by word order: sentences as contracts write them, denied and not."""

from __future__ import annotations

import pytest

from checks.negation import negated
from checks.parties import named

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


@pytest.mark.parametrize("sentence", DENIED)
def test_a_main_clause_is_denied(sentence: str) -> None:
    assert negated(marked(sentence)) is not None


@pytest.mark.parametrize("sentence", NOT_DENIED)
def test_a_condition_is_no_denial(sentence: str) -> None:
    assert negated(marked(sentence)) is None


def test_the_place_of_a_denial_is_an_offset_in_the_marked_text() -> None:
    text = marked("Kommunen har inte rätt till vite.")
    assert text[negated(text) :].startswith("inte rätt")

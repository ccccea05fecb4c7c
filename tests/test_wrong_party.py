"""What is said on the matter of the wrong party, or for another reason: with sentences that look alike."""

from __future__ import annotations

import pytest

from checks.parties import named
from checks.wrong_party import wrong_party

PARTIES = named("Beställaren", "Leverantören")

SAID = [
    # Whose credit is to be good.
    ("credit-check.standing", "Leverantören får inhämta kreditupplysning på Beställaren.", True),
    ("credit-check.standing", "Beställarens kreditvärdighet ska uppgå till lägst 45 poäng.", True),
    ("credit-check.standing", "Beställaren ska ha minst riskklass 3 hos det företag som Leverantören anlitar.", True),
    ("credit-check.standing", "Beställarens ekonomi ska vara god under avtalstiden.", True),
    ("credit-check.standing", "Beställaren ska under avtalstiden ha en soliditet om minst 15 procent.", True),
    ("credit-check.standing", "Beställaren får inhämta kreditupplysning på Leverantören.", False),
    ("credit-check.standing", "Leverantörens kreditvärdighet ska uppgå till lägst 45 poäng.", False),
    ("credit-check.standing", "Kreditomdöme lämnas kvartalsvis till Beställarens ekonomienhet.", False),
    ("credit-check.standing", "Beställaren följer kreditvärderingen av Leverantören varje månad.", False),
    ("credit-check.standing", "Leverantören ska ha den soliditet som Beställarens ekonomi kräver.", False),
    # Who is paid back.
    ("repayment.duty", "Vad som för mycket utbetalats till Beställaren kan återkrävas.", True),
    ("repayment.duty", "Leverantören har rätt att återkräva vad Beställaren fått för mycket.", True),
    ("repayment.duty", "Mellanskillnaden ska betalas till Leverantören vid nästa utbetalning.", True),
    ("repayment.duty", "Felaktigt debiterad hyra ska återbetalas till Leverantören.", True),
    ("repayment.duty", "Har för lite betalts ska skillnaden betalas till Leverantören.", True),
    ("repayment.duty", "Ersättning som betalats till Leverantören utan grund ska återbetalas till Beställaren.", False),
    ("repayment.duty", "Vad som för mycket utbetalats till Leverantören kan återkrävas.", False),
    ("repayment.duty", "Beställaren har rätt att återkräva felaktigt utbetald ersättning.", False),
    ("repayment.duty", "Leverantören ska återbetala vad den fått för mycket.", False),
    ("repayment.duty", "Överskjutande belopp betalas åter till Beställaren.", False),
    # Whose crimes end the contract.
    ("exclusion-grounds.grounds", "Grund för att avsluta avtalet är att Beställaren döms för bedrägeri.", True),
    ("exclusion-grounds.grounds", "Grunderna får inte föreligga för Beställaren eller dess ledning.", True),
    ("exclusion-grounds.grounds", "Bidrag betalas inte så länge någon i Beställarens styrelse är dömd.", True),
    ("exclusion-grounds.grounds", "Leverantören får lämna avtalet om någon av Beställarens företrädare döms.", True),
    ("exclusion-grounds.grounds", "Beställaren har inte dömts för brott.", True),
    ("exclusion-grounds.grounds", "Grunderna får inte föreligga för Leverantören eller dess ledning.", False),
    ("exclusion-grounds.grounds", "Beställaren får häva avtalet om någon i Leverantörens styrelse döms.", False),
    ("exclusion-grounds.grounds", "Leverantören ska anmäla hos Beställaren, om en uteslutningsgrund uppkommer.", False),
    ("exclusion-grounds.grounds", "Inträffar en sådan omständighet ska Leverantören meddela Beställaren.", False),
    ("exclusion-grounds.grounds", "Leverantören ska meddela Beställaren om dess företrädare döms för brott.", False),
    # Who holds the permit.
    ("permits.duty", "Beställaren har under avtalstiden tillstånd av IVO.", True),
    ("permits.duty", "Beställaren ansvarar för alla tillstånd som krävs.", True),
    ("permits.duty", "Beställaren söker bygglov och andra tillstånd.", True),
    ("permits.duty", "Beställaren ska ha de tillstånd som krävs.", True),
    ("permits.duty", "1.2 Beställaren innehar miljötillstånd.", True),
    ("permits.duty", "Leverantören har under avtalstiden tillstånd av IVO.", False),
    ("permits.duty", "Beställaren har rätt att kontrollera tillstånden.", False),
    ("permits.duty", "Beställaren ska ha fått se de tillstånd som Leverantören måste ha.", False),
    ("permits.duty", "Tillstånd av IVO ska finnas under hela avtalstiden.", False),
    ("permits.duty", "Beställaren godtar bara den som har tillstånd.", False),
    # Why the contract ends.
    ("termination.right", "Beställaren får säga upp avtalet om kommunfullmäktige beslutar att avveckla valet.", True),
    ("termination.right", "Beställaren får häva avtalet om Leverantören försätts i konkurs.", True),
    ("termination.right", "Beställaren får utan att ange skäl säga upp avtalet med sex månaders varsel.", True),
    ("termination.right", "Vid ändrad lagstiftning får Beställaren avsluta avtalet.", True),
    ("termination.right", "Endera parten får säga upp avtalet till utgången av ett kalenderår.", True),
    ("termination.right", "Beställaren får häva avtalet vid konkurs eller väsentligt avtalsbrott.", False),
    ("termination.right", "Beställaren får säga upp avtalet om Leverantören lämnat osanna uppgifter.", False),
    ("termination.right", "Om nämnden beslutar att bristen är allvarlig får Beställaren häva avtalet.", False),
    ("termination.right", "Beställaren får häva avtalet, utan att ange skäl till att bristen inte godtas.", False),
    ("termination.right", "Endera parten får häva avtalet om den andra begår ett avtalsbrott.", False),
    # Who is told.
    ("deviation-reporting.duty", "En incident i Beställarens system meddelas Leverantören inom 24 timmar.", True),
    ("deviation-reporting.duty", "Fel i lokalen anmäls till Leverantören.", True),
    ("deviation-reporting.duty", "Om avvikelser underrättas Leverantören skriftligen.", True),
    ("deviation-reporting.duty", "Avvikelser rapporteras till Leverantören av Beställarens handläggare.", True),
    ("ownership-change.notice", "Byter kommunen nämnd informeras Leverantören.", True),
    ("deviation-reporting.duty", "En incident meddelas Beställaren inom 24 timmar.", False),
    ("deviation-reporting.duty", "Leverantören ska meddela fel som anmäls till Leverantören.", False),
    ("deviation-reporting.duty", "Leverantören anmäler avvikelser till Beställaren.", False),
    ("deviation-reporting.duty", "Avvikelser meddelas av Leverantören.", False),
    ("ownership-change.notice", "Byte av ägare meddelas Beställaren.", False),
    # Whose consent, whose meeting, whose duty.
    ("subcontractor-approval.consent", "Beslut att anlita underleverantör fattas av Leverantörens styrelse.", True),
    ("subcontractor-approval.consent", "Det är Leverantörens ledning som ska ha godkänt underleverantören.", True),
    ("subcontractor-approval.consent", "Leverantörens styrelse ansöker om Beställarens godkännande.", False),
    ("subcontractor-approval.consent", "Leverantören får anlita underleverantör efter godkännande.", False),
    ("audit-right.right", "En gång per termin träffas parterna och går igenom pågående beslut.", True),
    ("audit-right.right", "Parterna möts varje kvartal.", True),
    ("audit-right.right", "Parterna träffas, varvid Beställaren granskar räkenskaperna.", False),
    ("audit-right.right", "Parterna träffas för att följa upp hur avtalet fullgörs.", False),
    ("public-insight.duty", "Invånarna har rätt att veta hur deras vård sköts.", True),
    ("public-insight.duty", "Allmänheten ska kunna få insyn i verksamheten.", True),
    ("public-insight.duty", "Allmänheten ska få insyn genom de uppgifter som Leverantören lämnar.", False),
    ("public-insight.duty", "Allmänheten ska få insyn genom att uppgifter lämnas.", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "said", "wrong"), SAID, ids=[f"{name}: {said}" for name, said, _ in SAID])
def test_what_is_the_other_partys_is_told_from_what_looks_like_it(name: str, said: str, wrong: bool) -> None:
    assert (wrong_party(name, PARTIES.mark(said.lower())) is not None) is wrong


def test_a_facet_without_rules_is_never_vetoed() -> None:
    assert wrong_party("penalty.amount", "zzbuyer betalar") is None

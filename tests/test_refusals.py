"""Outright refusals: the negation stands at the verb of the right or duty itself, in a main clause."""

from __future__ import annotations

import pytest

from checks.parties import named
from checks.reading import is_weak, read
from checks.refusals import lets, refuses_right, spares_duty

PARTIES = named("Beställaren", "Leverantören")


def marked(said: str) -> str:
    return PARTIES.mark(said.lower())


RIGHTS = [
    ("Beställaren har inte rätt till vite.", True),
    ("Vid tvist får Beställaren inte hålla inne betalningen.", True),
    ("Saknas tidrapport får Beställaren därför inte innehålla ersättningen.", True),
    ("Beställaren avstår från att häva avtalet.", True),
    ("Beställaren får inte bara häva avtalet utan också kräva skadestånd.", False),
    ("Beställaren får inte senare än tre månader efter felet häva avtalet.", False),
    ("Har Beställaren inte fått fakturaunderlag får betalningen hållas inne.", False),
    ("Om Beställaren inte godtar planen får avtalet hävas.", False),
    ("Beställaren har rätt till vite, och rätten inskränker inte rätten till skadestånd.", False),
]


@pytest.mark.parametrize(("said", "refused"), RIGHTS, ids=[said for said, _ in RIGHTS])
def test_a_right_is_refused(said: str, refused: bool) -> None:
    assert refuses_right(marked(said)) is refused


DUTIES = [
    ("Leverantören behöver inte visa upp registerutdrag.", True),
    ("Till fakturan behöver inte bifogas någon tidrapport.", True),
    ("Registerutdrag krävs inte.", True),
    ("Leverantören ansvarar inte för underleverantörers arbete.", True),
    ("Inga krav på F-skatt ställs.", True),
    ("Leverantören är inte skyldig att anmäla ägarbyte.", True),
    ("Leverantören behöver ha F-skatt.", False),
    ("Leverantören ska inte dröja med att anmäla avvikelser.", False),
    ("Har Leverantören inte betalat lön får Beställaren innehålla beloppet.", False),
    ("Den som inte behöver inskolning ska ändå visa utdrag.", False),
]


@pytest.mark.parametrize(("said", "spared"), DUTIES, ids=[said for said, _ in DUTIES])
def test_a_duty_is_spared(said: str, spared: bool) -> None:
    assert spares_duty(marked(said)) is spared


BANS = [
    ("Leverantören och konsulterna får erbjuda, utlova eller ta emot muta.", True),
    ("Leverantören får anställa den som handlägger placeringar hos Beställaren.", True),
    ("Den som använder kanalen får utsättas för repressalier.", True),
    ("Leverantören, dess anställda och underkonsulter får erbjuda, ge eller ta emot muta.", True),
    ("Leverantören, styrelsen eller personalen får ta emot gåvor.", True),
    ("En konsult får ha uppdrag åt den som lämnar anbud.", True),
    ("Leverantören får anlita den som arbetar med Beställarens avtalsuppföljning.", True),
    (
        "Kanalen enligt lagen (2021:890) om skydd är öppen, och den som använder den får utsättas för repressalier.",
        True,
    ),
    ("Leverantören får lämna gåvor till den som beslutar om avtalet.", True),
    ("Leverantören, dess anställda och underkonsulter får inte ta emot muta.", False),
    ("En konsult får ha uppdrag åt annan om Beställaren godkänner det.", False),
    ("Leverantören får anlita underleverantör med Beställarens skriftliga godkännande.", False),
    ("Ett ombud får ta emot besked.", True),
    ("Får Leverantören ta emot en gåva, ska den anmälas.", False),
    ("Leverantören får veta om en förmån är otillåten.", False),
    ("Leverantören får inte ta emot muta.", False),
    ("Leverantören får anlita underleverantör endast efter Beställarens godkännande.", False),
    ("Leverantören får anlita underleverantör om Beställaren har godkänt det.", False),
]


@pytest.mark.parametrize(("said", "let"), BANS, ids=[said for said, _ in BANS])
def test_what_is_let(said: str, let: bool) -> None:
    assert lets(marked(said)) is let


WEAK = [
    ("När ett fel har påpekats bör Leverantören rätta det inom tio dagar.", True),
    ("Uteblir Leverantören kan Beställaren komma att häva avtalet.", True),
    ("Vid försening kan det bli fråga om vite.", True),
    ("Tillstånd eftersträvas av Leverantören.", True),
    ("Leverantören visar listan när Beställaren så önskar.", False),
    ("Beställaren får när som helst besöka lokalerna.", False),
    ("Leverantören insåg eller borde ha insett felet och ska rätta det.", False),
]


@pytest.mark.parametrize(("said", "weak"), WEAK, ids=[said for said, _ in WEAK])
def test_words_that_do_not_bind_in_turned_sentences(said: str, weak: bool) -> None:
    assert is_weak(marked(said)) is weak


ACTORS = [
    ("Beställaren upprättar journal över varje vistelse.", "buyer"),
    ("Uppstår en brist tar Leverantören fram en plan.", "supplier"),
    ("För insynens skull sammanställer Leverantören uppgifterna, när Beställaren ber om det.", "supplier"),
    ("Avvikelser meddelas Beställaren samma dag.", None),
    ("Klubben lämnar Beställaren upplysningar om driften.", None),
    ("Informationen ska lämnas inom den tid Beställaren anger.", None),
    ("Felaktig städning görs om utan ersättning, annars låter Beställaren annan firma utföra jobbet.", None),
]


@pytest.mark.parametrize(("said", "actor"), ACTORS, ids=[said for said, _ in ACTORS])
def test_who_acts(said: str, actor: str | None) -> None:
    assert read(marked(said)).actor == actor

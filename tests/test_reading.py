"""Weak wording, and whose right or duty it is: sentences as contracts write them."""

from __future__ import annotations

import pytest

from checks.parties import named
from checks.reading import BUYER, SUPPLIER, is_weak, read

PARTIES = named("Kommunen", "Bolaget")


def marked(sentence: str) -> str:
    return PARTIES.mark(sentence.lower())


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


ACTORS = [
    ("Beställaren för journal över varje barns vistelse.", BUYER),
    ("Leverantören för dagbok över besöken.", SUPPLIER),
    ("På begäran lämnar Leverantören uppgifter.", SUPPLIER),
    ("För att invånarna ska få insyn lämnar Beställaren, på begäran, uppgifter.", BUYER),
    ("Går Leverantören samman med en annan, eller ska driften tas över, berättar Leverantören det.", SUPPLIER),
    ("Beställaren ska under avtalets hela löptid vara registrerad hos Skatteverket.", BUYER),
    ("Föreningen är registrerad, och Beställaren kontrollerar det varje år.", None),
    ("Beställaren ska informeras om avvikelser.", None),
    ("Verksamhetens skatter betalas löpande, och Beställaren slår upp dem hos Skatteverket.", None),
    ("Underlaget för Beställaren är journalen.", None),
    ("Kravet är uppfyllt, och Beställaren granskar det.", None),
]


@pytest.mark.parametrize(("said", "actor"), ACTORS, ids=[said for said, _ in ACTORS])
def test_who_acts_is_told_by_the_verb_and_its_place(said: str, actor: str | None) -> None:
    assert read(named("Beställaren", "Leverantören").mark(said.lower())).actor == actor

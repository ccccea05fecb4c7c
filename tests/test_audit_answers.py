"""What the words of an answer say: signals, status, dates, who, how firm, and whether it is what was asked."""

from __future__ import annotations

import pytest

from checks.followup import Adequacy, AnswerStatus
from tests.audits import answer

SAID = [
    # done
    ("En riskanalys har genomförts under januari 2026.", "implemented", "done"),
    ("Riskanalysen antogs av nämnden den 2 februari 2026.", "implemented", "done"),
    ("En aktuell riskanalys finns på plats.", "implemented", "done"),
    ("Nämnden gör sedan januari 2026 en riskanalys varje kvartal.", "implemented", "done"),
    ("Analysen är genomförd och rekommendationen är därmed uppfylld.", "implemented", "done"),
    ("En riskanalys blev klar i februari.", "implemented", "done"),
    # ongoing
    ("Arbetet med en riskanalys pågår.", "ongoing", "ongoing"),
    ("En riskanalys har påbörjats och beräknas vara klar våren 2026.", "ongoing", "ongoing"),
    ("Riskanalysen är under framtagande.", "ongoing", "ongoing"),
    ("En första analys har gjorts. Övriga enheter kommer att analyseras i höst.", "ongoing", "done planned"),
    (
        "Två enheter har analyserats i höst. För de övriga inväntar nämnden kommunstyrelsens modell.",
        "ongoing",
        "done awaiting",
    ),
    # planned
    ("Nämnden avser att genomföra en riskanalys.", "planned", "planned"),
    ("En riskanalys tas fram under 2026.", "planned", "planned"),
    ("Förvaltningschefen får i uppdrag att ta fram en riskanalys.", "planned", "planned"),
    ("En riskanalys ska genomföras senast den 30 juni 2026.", "planned", "planned"),
    ("Nämnden delar bedömningen. En riskanalys kommer att göras.", "planned", "planned"),
    # deferred
    ("Nämnden inväntar kommunstyrelsens gemensamma modell.", "deferred", "awaiting"),
    ("Nämnden följer utvecklingen.", "deferred", "awaiting"),
    ("Nämnden överväger att göra en riskanalys.", "deferred", "awaiting"),
    ("Nämnden delar revisionens bedömning och ser positivt på rekommendationen.", "deferred", ""),
    ("Nämnden instämmer i att riskanalyser är viktiga.", "deferred", ""),
    # rejected
    ("Nämnden delar inte revisorernas bedömning.", "rejected", "rejected"),
    ("Nämnden ser inget behov av en riskanalys.", "rejected", "rejected"),
    ("Nämnden avser inte att genomföra någon riskanalys.", "rejected", "rejected"),
    ("Nämnden delar inte bedömningen. En modell infördes 2025 och den fungerar väl.", "rejected", "rejected"),
    # unanswered: background, others, denial
    ("Nämnden har 40 avtal med privata utförare och omsätter 900 miljoner kronor.", "unanswered", ""),
    ("Regeringen har beslutat om en ny lag om felaktiga utbetalningar.", "unanswered", ""),
    ("En riskanalys gjordes 2014 och en utvärdering 2016.", "unanswered", ""),
    ("Kommunstyrelsen svarar separat på denna rekommendation.", "unanswered", ""),
]


@pytest.mark.parametrize(("words", "status", "signals"), SAID)
def test_status_follows_from_the_signals(words: str, status: str, signals: str) -> None:
    found = answer(words)
    assert (found.status.value, " ".join(signal.value for signal in found.signals)) == (status, signals)


PROMISED = [
    ("En riskanalys ska genomföras senast den 30 juni 2026.", ["2026-06-30"]),
    ("Nämnden avser att göra en analys under hösten 2026 och en ny under 2027.", ["2026-11-30", "2027-12-31"]),
    ("Analysen kommer att göras i samband med budget 2027.", ["2026-12-31"]),
    ("Analysen kommer att redovisas vid nämndens sammanträde i maj.", ["2026-05-31"]),
    ("Rutinen, daterad 2024-04-22, kommer att ses över före sommaren 2026.", ["2026-05-31"]),
    ("Nämnden beslutade 2025-12-12 § 144 om frågan. En riskanalys kommer att göras.", []),
    ("En riskanalys har genomförts under hösten 2025.", []),
    ("Återstående analyser planeras till vecka 14–20.", ["2026-05-17"]),
    (
        "En modell kommer att tas fram senast i juni och gälla från och med den 1 januari 2027.",
        ["2026-06-30", "2027-01-01"],
    ),
    ("Nämnden avser att göra en analys. Remisstiden går ut den 29 maj.", []),
    ("Analysen kommer att göras under första kvartalet nästa år.", ["2027-03-31"]),
    ("Verksamhetsplanen för 2026–2028 anger mål. Nämnden avser att göra en analys.", []),
]


@pytest.mark.parametrize(("words", "dates"), PROMISED)
def test_deadlines_are_of_what_is_still_to_come(words: str, dates: list[str]) -> None:
    assert [deadline.date.isoformat() for deadline in answer(words).deadlines] == dates


def test_a_start_is_a_deadline_only_where_no_end_is_given() -> None:
    assert [each.date.isoformat() for each in answer("En analys kommer att göras från och med hösten 2026.").deadlines]
    both = answer("Arbetet kommer att ske från och med mars 2026 och vara klart hösten 2026.")
    assert [each.date.isoformat() for each in both.deadlines] == ["2026-11-30"]


def test_who_will_do_it_is_named_only_while_something_is_to_come() -> None:
    assert answer("Säkerhetschefen kommer att genomföra en riskanalys.").responsible is not None
    assert answer("En riskanalys tas fram av avtalsenheten under 2026.").responsible is not None
    assert answer("Säkerhetschefen har genomfört en riskanalys i januari 2026.").responsible is None
    assert answer("Nämnden avser att genomföra en riskanalys.").responsible is None


def test_hedged_is_about_the_promise() -> None:
    assert answer("En riskanalys kommer troligen att genomföras.").hedged
    assert answer("Om möjligt ska en riskanalys genomföras under 2026.").hedged
    assert not answer("Risken är troligen liten. En riskanalys kommer att genomföras.").hedged


def test_less_than_was_asked_is_no_success() -> None:
    informed = answer("Personalen har informerats om välfärdsbrott på ett möte i februari 2026.", 3)
    assert (informed.status, informed.adequacy) == (AnswerStatus.IMPLEMENTED, Adequacy.SHORT)
    trained = answer("All berörd personal har genomgått utbildningen i februari 2026.", 3)
    assert (trained.status, trained.adequacy) == (AnswerStatus.IMPLEMENTED, Adequacy.FULL)


def test_a_board_that_points_to_another_has_not_answered() -> None:
    found = answer("Frågan ligger hos kommunstyrelsen.")
    assert found.status is AnswerStatus.UNANSWERED
    assert found.points_to == "Kommunstyrelsen"


def test_a_refusal_with_an_act_of_its_own_is_a_promise() -> None:
    found = answer("Nämnden delar inte bedömningen. Däremot kommer en enklare kontroll att införas under 2026.")
    assert found.status is AnswerStatus.PLANNED

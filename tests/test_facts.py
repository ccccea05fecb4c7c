from __future__ import annotations

from datetime import date

import pytest
from documents import read

from checks.facts import facts
from checks.finding import Facts
from checks.parties import find

BODY = (
    "\n\n1 Uppdraget\n\nLeverantören ska utföra uppdraget enligt avtalet och Beställaren ska betala inom trettio dagar."
)


def _facts(text: str) -> Facts:
    document = read(text)
    return facts(document, find(document.text))


TITLES = [
    ("Avtal om städning av förskolor", "Avtal om städning av förskolor"),
    ("RAMAVTAL\n\nHem för vård eller boende för unga", "RAMAVTAL – Hem för vård eller boende för unga"),
    ("Kontrakt\n\nom drift av Gläntans äldreboende", "Kontrakt om drift av Gläntans äldreboende"),
    ("Regelbok 2026\n\nVårdval primärvård", "Regelbok 2026 – Vårdval primärvård"),
    ("A V T A L\n\nangående sjukresor", "AVTAL angående sjukresor"),
    ("DRIFTAVTAL\n\nAvtalsnummer FD-2026-0417", "DRIFTAVTAL"),
    ("RAMAVTAL\n\nRegion Norrviken", "RAMAVTAL"),
    ("REGION NORRVIKEN\n\nRegionservice, Upphandling och avtal\n\nAVTAL OM LÄKARE", "AVTAL OM LÄKARE"),
    ("Dnr SN 2026/12\n\nÖverenskommelse om partnerskap", "Överenskommelse om partnerskap"),
    ("Tjänsteskrivelse\n\nDen här texten handlar om annat.", "Tjänsteskrivelse"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(text: str, title: str) -> None:
    """A letterhead ("Upphandling och avtal") and a later heading ("UPPDRAGET") were once taken for titles."""
    assert _facts(text + BODY).title == title


REFERENCES = [
    ("Dnr SN 2026/0418-12", "SN 2026/0418-12"),
    ("Diarienummer: RS-INK 2026/1093", "RS-INK 2026/1093"),
    ("Ärendenummer BUN-2026-00512", "BUN-2026-00512"),
    ("Avtalsregister: RN-LAK-2025-209", "RN-LAK-2025-209"),
    ("Förbundets beteckning: SKF 118/2021", "SKF 118/2021"),
    ("Avtals-id: LOV-HT-031", "LOV-HT-031"),
    ("Avtal nr 77-14", "77-14"),
    ("Diarienr KS/2013:635", "KS/2013:635"),
    ("Dnr: 3.2.1-1234/2024", "3.2.1-1234/2024"),
    ("Avtalsnummer: 77-14\nDnr: KVÅ 2026-77", "KVÅ 2026-77"),
    ("Avrop från ramavtal dnr IC 24-0077\n\nAvropets diarienummer: RS 2025-00991", "RS 2025-00991"),
    ("HSN 2025-0733", "HSN 2025-0733"),
    ("enligt SOSFS 2011:9 och lagen (2016:1145)", None),
    ("Vår referens: Eva Lind", None),
    ("Org.nr 212000-1111", None),
    ("Datum 2026-01-01", None),
]


@pytest.mark.parametrize(("text", "reference"), REFERENCES)
def test_references(text: str, reference: str | None) -> None:
    assert _facts(f"Avtal om städning\n\n{text}{BODY}").reference == reference


PERIODS = [
    ("Avtalet gäller från och med den 1 maj 2026 till och med den 30 april 2028.", (2026, 5, 1), (2028, 4, 30)),
    (
        "Avtalet gäller fr.o.m. 2026-05-01 och tills vidare, dock längst t.o.m. 2032-04-30.",
        (2026, 5, 1),
        (2032, 4, 30),
    ),
    ("Avtalet gäller från och med den 1 maj 2026 och tills vidare.", (2026, 5, 1), None),
    ("Avtalsperiod: 2026-10-01 – 2028-09-30", (2026, 10, 1), (2028, 9, 30)),
    ("Avtalet gäller från den 1 januari till den 31 december 2026.", (2026, 1, 1), (2026, 12, 31)),
    ("Avtalet gäller under perioden 1 juli–30 juni 2027.", (2026, 7, 1), (2027, 6, 30)),
    ("Avtalet gäller under två år från den 1 mars 2026.", (2026, 3, 1), (2028, 2, 29)),
    ("Avtalet löper i 24 månader med start den 15 januari 2026.", (2026, 1, 15), (2028, 1, 14)),
    ("Överenskommelsen gäller kalenderåret 2026.", (2026, 1, 1), (2026, 12, 31)),
    ("Överenskommelsen gäller för åren 2026–2028.", (2026, 1, 1), (2028, 12, 31)),
    (
        "Priserna är fasta till och med den 31 mars 2027.\n\nAvtalet gäller från "
        "den 1 april 2026 till den 31 mars 2030.",
        (2026, 4, 1),
        (2030, 3, 31),
    ),
    (
        "Avtalet gäller från den 1 april 2026 till den 31 mars 2028. Beställaren "
        "får förlänga det till den 31 mars 2030.",
        (2026, 4, 1),
        (2028, 3, 31),
    ),
    (
        "Avtalet gäller från den 1 april 2026 till den 31 mars 2028.\n\nTillägg "
        "1\n\nAvtalet förlängs till och med den 31 mars 2029.",
        (2026, 4, 1),
        (2029, 3, 31),
    ),
    (
        "Avtalet gäller från den dag då båda parter undertecknat det till och med den 31 januari 2031.\n\n"
        "Östervik den 9 september 2026\n\nKungsnäs den 14 september 2026",
        (2026, 9, 14),
        (2031, 1, 31),
    ),
    ("Nämnden beslutade den 2 mars 2026. Utföraren ska ha tillstånd under hela avtalstiden.", None, None),
]


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_periods(text: str, start: tuple[int, int, int] | None, end: tuple[int, int, int] | None) -> None:
    found = _facts(f"Avtal om städning\n\n{text}{BODY}")
    assert (found.start, found.end) == (start and date(*start), end and date(*end))


VALUES = [
    ("Kontraktets värde uppskattas till 4,5 miljoner kronor per år.", "4,5 miljoner kronor per år"),
    ("Takvolymen är 12 000 000 kr.", "12 000 000 kr"),
    ("Vi bidrar med 1 860 000 kronor per kalenderår.", "1 860 000 kronor per kalenderår"),
    ("För uppdraget utgår en fast årlig ersättning om 31 480 000 kronor.", "31 480 000 kronor per år"),
    ("Ombudet företräder parten upp till ett värde av 100 000 kronor per tillfälle.", None),
    ("Vitet är 25 procent av passets värde, dock lägst 50 000 kronor.", None),
    ("Ansvarsförsäkring ska finnas till ett värde om 10 000 000 kronor.", None),
    ("En fast månadsersättning om 400 000 kronor betalas.", None),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_values(text: str, value: str | None) -> None:
    """An attorney's limit and a penalty's floor were once taken for the contract's value."""
    assert _facts(f"Avtal om städning\n\n{text}{BODY}").value == value


def test_what_is_not_said_is_none() -> None:
    assert _facts("Hej.") == Facts()

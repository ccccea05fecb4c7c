"""The sentence splitter: every row is a text with | where a sentence ends."""

import pytest

from ingest.sentences import LONGEST, pieces, sentences

TEXTS = [
    "Avtalet gäller. |Det upphör 2027.",
    "Detta gäller bl.a. Skatteverket och t.ex. Region Dalarna. |Beslut fattas.",
    "Leverantören betalar skatt m.m. |Beslut fattas av nämnden.",
    "Rapport, faktura m.fl. handlingar lämnas. |Klart.",
    "Kost, logi, resor osv. |Ersättning utgår inte.",
    "Se 13 kap. 1 § LOU och 2 st. 3 p. samma lag. |Övrigt gäller.",
    "Enligt 2 kap. 3 § 2 st. 3 p. |Leverantören ansvarar.",
    "Avtalet gäller från den 1 jan. 2026 till den 31 dec. 2027. |Option finns.",
    "Vite utgår med 10 000 kr. |Vitet faktureras.",
    "Vite utgår med 10 000 kr. per påbörjad vecka.",
    "Lagen (SFS 2016:1145. |Ändrad 2024) gäller.",
    "Enligt SFS 2016:1145. |Leverantören svarar.",
    "Kontakta A. Svensson eller B.-O. Ek. |Svar lämnas inom 5 dagar.",
    "Uppgifterna lämnas till Omsorg AB. |Bolaget svarar.",
    "Se www.region.se. |Skriv till a.b@region.se. |Svar ges.",
    "Se §§ 7.2-7.4. |Därefter gäller punkt 8.",
    "Priset är 1.250,50 kronor och 0.5 procent. |Moms tillkommer.",
    "Nämnden sade: ”Avtalet hävs.” |Därefter hävdes det.",
    "Gäller avtalet? |Ja! |Det gör det.",
    "Vänta ... |Nu gäller det.",
    "Ordningen är: 1. Avtalet 2. Anbudet 3. Bilagorna.",
    "Leverantören ska: a) rapportera; b) betala. |Beställaren granskar.",
    "Enligt prop. 2016/17:32 s. 14 ff. och dnr. 2025/12 gäller detta. |Klart.",
    "Sista dag är kl. 12.00 den 3 mars. |Därefter förfaller anbudet.",
    "Det avser resp. Region, inkl. Tandvård, exkl. Moms och ca. 10 st. |Resten faller bort.",
    "Bolaget, f.d. Omsorg AB, s.k. utförare, enl. Avtalet fr.o.m. 2026 t.o.m. 2027, svarar. |Punkt.",
    "Gäller enligt avsnitt 7. |Leverantören betalar.",
    "Senast den 1. |Därefter utgår vite.",
    "Se bilaga A. |Leverantören följer den.",
    "Ring tel. 08-123 45 67. |Mejla annars.",
    "Leverantören svarar inom 10 dagar. |20 procent hålls inne.",
    "(Beställaren godkänner.) |Leverantören utför.",
    "Godkännande krävs (se 7.2). |Annars hävs avtalet.",
    "T.ex. Skatteverket kan begära uppgifter. |Bl. a. IVO kan det.",
    "Leverantören betalar skatt m. m. |Beslut fattas.",
    "Det gäller d. v. s. Kommunen och t. ex. Regionen.",
    "Vård enl. HSL. |Omsorg enl. SoL.",
    "Avtalet får sägas upp p.g.a. Leverantörens avtalsbrott m.m. |Uppsägning ska vara skriftlig.",
    "Resa sker med egen bil. |Ersättning utgår enligt bil. 2 och 13 kap. LOU. |Klart.",
    "Brottet är av allvarlig art. |Beställaren häver. |Se art. 28.",
    "Det är den part som avtalet ingås med. |Leverantören svarar.",
    "Avtalet finns i 2 ex. |Parterna har tagit var sitt.",
    "Hävning sker.\n|Vite utgår.",
    "Leverantören ska:\n|- rapportera\n|- betala",
    "Leverantören ska rapportera\nBeställaren varje vecka.",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_end_where_they_end(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


def test_offsets_are_kept_within_a_longer_text() -> None:
    text = "Inledning. Avtalet gäller. Det hävs. Slut."
    assert [text[a:b] for a, b in sentences(text, 11, 36)] == ["Avtalet gäller.", "Det hävs."]


@pytest.mark.parametrize("mark", ["; ", ", ", " "])
def test_long_sentences_are_cut_at_their_marks(mark: str) -> None:
    text = mark.join(["leverantören lämnar uppgifter om anställda"] * 40) + "."
    cut = pieces(text, 0, len(text))
    assert all(end - start <= LONGEST for start, end in cut)
    assert "".join(text[a:b] for a, b in cut).replace(" ", "") == text.replace(" ", "")


def test_words_without_spaces_are_cut_too() -> None:
    assert all(end - start <= LONGEST for start, end in pieces("x" * 3000, 0, 3000))

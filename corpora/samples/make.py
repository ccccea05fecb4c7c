# ruff: noqa: E501 - the lines are the contracts' own, a paragraph each
"""Writes the samples that are no plain text (a Word file and a PDF): python corpora/samples/make.py

They are checked in, so this runs only when their words change. A line is (kind, words).
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
Line = tuple[str, str]

BOENDE: tuple[Line, ...] = (
    ("title", "Avtal om korttidsboende"),
    ("paragraph", "Dnr SN 2025/118"),
    (
        "paragraph",
        "Parter är Vidsjö kommun, socialnämnden, org.nr 212999-0145 (kommunen), och Björkbackens Boende AB, org.nr 559999-0370 (bolaget).",
    ),
    ("heading", "Omfattning och avtalstid"),
    ("paragraph", "Bolaget tillhandahåller korttidsboende för upp till åtta personer i egna lokaler."),
    (
        "paragraph",
        "Avtalet gäller 2026-01-01 – 2027-12-31 och förlängs därefter med ett år i taget om det inte sägs upp.",
    ),
    ("heading", "Bolagets åtaganden"),
    ("paragraph", "Bolaget ska bedriva verksamheten fackmässigt och med god omsorg om de boende."),
    ("paragraph", "Bolaget bör ha rutiner för kontroll av personalens bakgrund."),
    ("paragraph", "Bolaget ska inneha F-skattsedel vid avtalets tecknande."),
    ("paragraph", "Bolaget strävar efter att tillämpa villkor i nivå med gällande kollektivavtal."),
    ("paragraph", "Bolaget får anlita underleverantörer och informerar kommunen om vilka som anlitas."),
    ("heading", "Samverkan och uppföljning"),
    ("paragraph", "Parterna träffas två gånger om året. Bolaget ska dokumentera insatserna för den enskilde."),
    (
        "paragraph",
        "Kommunen har rätt att efter överenskommelse med bolaget besöka verksamheten. Kommunen avstår från att granska "
        "bolagets räkenskaper.",
    ),
    ("paragraph", "Hur avvikelser rapporteras framgår av bilaga 3, som tillhandahålls på begäran."),
    ("heading", "Ersättning"),
    ("row", "Insats\tErsättning per dygn"),
    ("row", "Dygn, vuxen\t2 850 kronor"),
    ("row", "Tomt dygn\t1 900 kronor"),
    ("paragraph", "Bolaget fakturerar månadsvis i efterskott. Fakturan ska betalas inom 30 dagar."),
    ("paragraph", "Kommunen får inte hålla inne betalning på grund av anmärkning mot verksamheten."),
    ("heading", "Avtalsbrott"),
    (
        "paragraph",
        "Vid fel som kommunen påtalar ska bolaget vidta rättelse. Vite kan komma att tas ut efter förhandling mellan "
        "parterna.",
    ),
    ("paragraph", "Vardera parten får häva avtalet om den andra parten väsentligt bryter mot det."),
)

BEMANNING: tuple[Line, ...] = (
    ("title", "Ramavtal om bemanning av sjuksköterskor"),
    ("paragraph", "Diarienummer HSN 2025-0733"),
    (
        "paragraph",
        "Detta ramavtal har ingåtts mellan Region Mälarbygd, org.nr 232999-0028, nedan kallad Köparen, och Lindens Vårdbemanning "
        "AB, org.nr 559999-0453, nedan kallad Leverantören.",
    ),
    ("heading", "1 Allmänt"),
    (
        "paragraph",
        "1.1 Leverantören ska tillhandahålla legitimerade sjuksköterskor till Köparens enheter efter avrop. Ramavtalet "
        "gäller från och med den 1 april 2026 till och med den 31 mars 2028.",
    ),
    (
        "paragraph",
        "1.2 Vid motstridiga uppgifter gäller särskilda villkor före allmänna villkor, om inget annat framgår av "
        "omständigheterna.",
    ),
    ("heading", "2 Personal"),
    (
        "paragraph",
        "2.1 All personal ska ha svensk legitimation. Leverantören ska kontrollera personalens utdrag ur "
        "belastningsregistret före varje uppdrag och på begäran visa Köparen att kontrollen har gjorts.",
    ),
    (
        "paragraph",
        "2.2 Leverantören ska iaktta gällande kollektivavtal. Köparen får begära att Leverantören redovisar lön och "
        "arbetstid för den personal som utför uppdrag.",
    ),
    (
        "paragraph",
        "2.3 Uthyrd personal omfattas av meddelarfrihet. Leverantören får inte ingripa mot den som har använt den.",
    ),
    ("heading", "3 Leverantörens ställning"),
    (
        "paragraph",
        "3.1 Leverantören ska fullgöra sina skyldigheter avseende skatter och sociala avgifter under hela avtalstiden. "
        "Köparen kontrollerar detta löpande genom Skatteverket.",
    ),
    (
        "paragraph",
        "3.2 Leverantören ska utan dröjsmål anmäla ändrade ägarförhållanden till Köparen, som får säga upp avtalet om "
        "förändringen är till nackdel för Köparen.",
    ),
    (
        "paragraph",
        "3.3 Underleverantörer får anlitas endast efter Köparens skriftliga godkännande. Leverantören ansvarar för "
        "underleverantörers arbete såsom för eget arbete.",
    ),
    ("heading", "4 Avrop och fakturering"),
    ("row", "Kategori\tPris per timme\tInställelsetid"),
    ("row", "Grundutbildad sjuksköterska\t612 kronor\t48 timmar"),
    ("row", "Specialistsjuksköterska\t744 kronor\t72 timmar"),
    (
        "paragraph",
        "4.1 Till fakturan ska fogas tidrapport som attesterats av Köparens chef och som visar datum, klockslag och "
        "utförande sjuksköterska. Köparen får hålla inne betalning av den del av en faktura som är omtvistad.",
    ),
    (
        "paragraph",
        "4.2 Har Köparen betalat för mycket får beloppet räknas av mot nästa faktura.",
    ),
    ("heading", "5 Uppföljning"),
    (
        "paragraph",
        "5.1 Köparen, eller den som Köparen utser, har rätt att granska Leverantörens fullgörande av ramavtalet. "
        "Leverantören ska lämna de uppgifter och handlingar som behövs och medverka utan kostnad för Köparen.",
    ),
    (
        "paragraph",
        "5.2 Leverantören ska föra register över utförda pass och bevara det i fem år. Avvikelser som rör patientsäkerhet "
        "ska rapporteras till Köparen samma dag.",
    ),
    ("heading", "6 Fel, dröjsmål och påföljder"),
    (
        "paragraph",
        "6.1 Uteblir personal från ett bekräftat avrop har Köparen rätt till vite med 25 procent av passets värde, dock "
        "lägst 5 000 kronor. Vitet utgör full ersättning, och ytterligare skadestånd utgår inte.",
    ),
    (
        "paragraph",
        "6.2 Köparen ska skriftligen påtala brister. Leverantören ska åtgärda dem inom femton dagar. Sker inte det får "
        "Köparen häva ramavtalet.",
    ),
    (
        "paragraph",
        "6.3 Köparen får häva ramavtalet med omedelbar verkan vid väsentligt avtalsbrott, vid oriktiga uppgifter i anbud "
        "eller fakturor och om Leverantören döms för brott mot anställda.",
    ),
    (
        "paragraph",
        "6.4 Leverantören får inte erbjuda eller ge Köparens anställda någon otillbörlig förmån. Sker det får Köparen "
        "häva ramavtalet.",
    ),
)


def write_word(path: Path, lines: tuple[Line, ...]) -> None:
    """A Word file with numbered headings and a table."""
    from docx import Document
    from docx.table import Table

    document = Document()
    table: Table | None = None
    for kind, words in lines:
        cells = words.split("\t")
        if kind == "row":
            table = table or document.add_table(rows=0, cols=len(cells), style="Table Grid")
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
            continue
        if kind == "title":
            document.add_paragraph(words, style="Title")
        elif kind == "heading":
            document.add_paragraph(words, style="Heading 1")
        else:
            document.add_paragraph(words)
    document.save(str(path))


def write_pdf(path: Path, lines: tuple[Line, ...]) -> None:
    """A PDF with a header, page numbers and a ruled table."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

    looks = getSampleStyleSheet()
    styles = {"title": looks["Title"], "heading": looks["Heading2"], "paragraph": looks["BodyText"]}
    story: list[Flowable] = []
    rows: list[list[str]] = []
    for kind, words in (*lines, ("end", "")):
        if kind == "row":
            rows.append(words.split("\t"))
            continue
        if rows:
            story += [Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]), Spacer(1, 8)]
            rows = []
        if kind != "end":
            story.append(Paragraph(words, styles[kind]))

    def furniture(canvas: object, page: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(72, 800, "Region Mälarbygd   HSN 2025-0733")  # type: ignore[attr-defined]
        canvas.drawCentredString(297, 30, f"Sida {page.page}")  # type: ignore[attr-defined]

    document = SimpleDocTemplate(str(path), pagesize=A4, title="Ramavtal om bemanning", invariant=1)
    document.build(story, onFirstPage=furniture, onLaterPages=furniture)


if __name__ == "__main__":
    write_word(HERE / "boende-vidsjo.docx", BOENDE)
    write_pdf(HERE / "bemanning-malarbygd.pdf", BEMANNING)

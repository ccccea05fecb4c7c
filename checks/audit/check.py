"""The straight line of an audit's follow-up: recommendations, each response aligned and read, notes, promises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checks.audit import alike, boards, encoder
from checks.audit.aligning import align
from checks.audit.asked import Asked, recommendations
from checks.audit.asked_back import from_responses
from checks.audit.dating import decided, written
from checks.audit.earlier import earlier_years, returning
from checks.audit.judging import Case, judge, passage
from checks.audit.noting import follow_up, notes
from checks.audit.pieces import Piece, pieces
from checks.audit.saying import Said, read
from checks.audit.walking import Aligned, asking
from checks.followup import (
    Answer,
    AnswerPassage,
    AuditReport,
    NearestPassage,
    Note,
    NoteKind,
    Recommendation,
    Response,
)
from ingest.document import BlockKind, Document

_FORMAL = re.compile(
    r"\b(?:överlämna\w*|antar|anta|godkänn\w*|avge\w*|avger|lämnar (?:härmed|följande|här|detta)|som sitt eget|"
    r"beslutar|besluta)\b[^.]{0,60}\b(?:svar\w*|yttrande\w*|till revis\w*|till kommunens revis\w*)|"
    r"\b(?:yttrandet|svaret)\b[^.]{0,50}\b(?:överlämnas|antas|godkänns|lämnas)|\b(?:tagit del av|tagit emot|"
    r"gått igenom revisorernas)\b|\b(?:revisorerna|revisionen|\w+ AB) har\b[^.]{0,80}\b(?:granskat|genomfört|"
    r"gett|uppdragit|lämnat)|"
    r"\b(?:iakttagelser|synpunkter|granskningen|rapporten)\b[^.]{0,40}\b(?:kommer att|blir|"
    r"är)\b[^.]{0,30}\b(?:stöd|underlag|bidrag|hjälp)|"
    r"^(?:nämnden|styrelsen|\w+nämnden|\w+styrelsen|förvaltningen)? ?(?:vill )?(?:inledningsvis |slutligen |"
    r"avslutningsvis )?(?:tacka\w*|välkomna\w*)\b[^.]{0,60}\b(?:granskning\w*|rapport\w*|revis\w*)|"
    r"^(?:den|rapporten|granskningen)\b[^.]{0,60}\b(?:underlag|bidrag|stöd|läsning|läsvärd|genomarbetad)\b|"
    r"\bparagrafen\b|\bhar behandlat\b|\bbehandlade\b[^.]{0,40}\brapport|\bjustera[st]\b|\brekommendation(?:er|"
    r"erna)? (?:återges|besvaras|lämnas|riktas)|\blämnar (?:sju|fem|sex|fyra|tre|åtta|nio|tio) rekommendationer",
    re.IGNORECASE,
)
_BEFORE_ASIDE = 0.05


@dataclass(frozen=True)
class _Reading:
    """One response as read: its pieces, what each says, and which recommendation each is about."""

    response: Response
    said: dict[Piece, Said]
    aligned: Aligned


def check_audit(
    report: Document | None,
    responses: Sequence[Document],
    *,
    earlier: Sequence[Document] = (),
    today: date | None = None,
) -> AuditReport:
    """The recommendations of `report`, or of the responses that repeat them where it is None, and what each response
    answers. `earlier` are audits and answers of earlier years; `today` is the day that "overdue" counts from.
    """
    day = today or date.today()
    asked, said_in = (recommendations(report), None) if report else from_responses(responses)
    source = report if report is not None else (responses[said_in] if said_in is not None else None)
    texts = [" ".join(source.quote(each.span).split()) for each in asked] if source else []
    contexts = _contexts(report, asked, texts) if report else [""] * len(texts)
    dated = written(report) if report else None
    readings = [_read(document, place, asked, texts, contexts, dated) for place, document in enumerate(responses)]
    found = [
        _recommendation(number, each, texts[number - 1], source, said_in, readings)
        for number, each in enumerate(asked, 1)
        if source is not None
    ]
    past = earlier_years(earlier, found, day)
    found = [returning(each, past) for each in found]
    kept = tuple(reading.response for reading in readings)
    return AuditReport(
        report=report,
        responses=kept,
        recommendations=tuple(found),
        notes=(*notes(found, kept, past, day), *_one_eye(readings)),
        follow_up=follow_up(found, kept, day),
        checked=day,
        dated=dated,
        earlier=past,
    )


def _one_eye(readings: Sequence[_Reading]) -> tuple[Note, ...]:
    """Says so where answers without headings were looked for by their words alone."""
    if encoder.installed() or not any(reading.aligned.nearest for reading in readings):
        return ()
    told = (
        "Ingen språkmodell är installerad: svar utan rubriker har sökts bara efter orden, och omskrivna kan ha missats."
    )
    return (Note(NoteKind.READING, told),)


def _contexts(report: Document, asked: Sequence[Asked], texts: Sequence[str]) -> list[str]:
    """For each recommendation the chapter of the report that led to it: where it is repeated, else the likest one."""
    chapters = _chapters(report)
    if not chapters:
        return [""] * len(texts)
    likeness = alike.Likeness.over(texts, [text for _, _, text in chapters])
    vectors = [likeness.vector(text) for _, _, text in chapters]
    found = []
    for each, text in zip(asked, texts, strict=True):
        places = [span.start for span in each.repeated] + ([] if each.listed else [each.span.start])
        chosen = next(
            (at for at, (first, last, _) in enumerate(chapters) if any(first <= place < last for place in places)), None
        )
        if chosen is None:
            scores = [alike.cosine(likeness.vector(text), vector) for vector in vectors]
            best = max(range(len(scores)), key=scores.__getitem__)
            chosen = best if scores[best] > 0.12 else None
        found.append(chapters[chosen][2][:6000] if chosen is not None else "")
    return found


def _chapters(report: Document) -> list[tuple[int, int, str]]:
    """The report's parts between headings, without summary, introduction and recommendations: start, end, text."""
    heads = [(place, block) for place, block in enumerate(report.blocks) if block.kind is BlockKind.HEADING]
    found = []
    for (_, block), following in zip(heads, [*heads[1:], None], strict=True):
        title = report.quote(block.span)
        end = following[1].span.start if following else len(report.text)
        if re.search(
            r"sammanfatt|rekommend|inledning|bakgrund|syfte|metod|innehåll|kriterier|revisionsfråg|avgräns",
            title,
            re.IGNORECASE,
        ):
            continue
        text = report.text[block.span.start : end]
        if len(text) > 150:
            found.append((block.span.start, end, text))
    return found


def _read(
    document: Document,
    place: int,
    asked: Sequence[Asked],
    texts: Sequence[str],
    contexts: Sequence[str],
    dated: date | None,
) -> _Reading:
    own = boards.answering(document)
    day = written(document) or dated
    cut = pieces(document)
    said = {piece: _formal(read(piece, own, day)) for piece in cut}
    response = Response(document, own, written(document), decided(document))
    if not texts:
        return _Reading(response, said, Aligned(loose=list(cut)))
    known = asking([each.label for each in asked], texts, contexts, [piece.text for piece in cut])
    mine = [boards.asked(each.addressees, own) for each in asked]
    aligned = align(document, cut, known, mine, {piece: each.takes_a_position for piece, each in said.items()})
    loose = [
        said[piece] for piece in aligned.loose if said[piece].marks and not said[piece].tale and piece.column is None
    ]
    unmatched = _by_paragraph(document, loose)
    return _Reading(Response(document, own, response.dated, response.decided, unmatched), said, aligned)


def _formal(said: Said) -> Said:
    """What only hands the answer over, or thanks for the audit, takes no position on a recommendation."""
    return Said(said.piece, tale=True, pointing=said.pointing) if _FORMAL.search(said.piece.text) else said


def _by_paragraph(document: Document, loose: Sequence[Said]) -> tuple[AnswerPassage, ...]:
    groups: dict[int, list[Said]] = {}
    for said in loose:
        groups.setdefault(said.piece.block, []).append(said)
    return tuple(passage(document, group) for group in groups.values())


def _recommendation(
    number: int, asked: Asked, text: str, source: Document, said_in: int | None, readings: Sequence[_Reading]
) -> Recommendation:
    block = source.blocks[asked.block]
    section = next(
        (each for each in reversed(source.sections) if each.span.start <= asked.span.start < each.span.end), None
    )
    answers = tuple(_answer(number - 1, place, text, asked, reading) for place, reading in enumerate(readings))
    return Recommendation(
        number=number,
        text=text,
        span=asked.span,
        addressees=asked.addressees,
        section=section.number or section.title if section else "",
        page=block.page,
        answers=answers,
        label=asked.label,
        said_in=said_in,
        repeated=asked.repeated,
    )


def _answer(place: int, response: int, text: str, asked: Asked, reading: _Reading) -> Answer:
    document = reading.response.document
    given = reading.aligned.pieces.get(place, [])
    near = reading.aligned.nearest.get(place)
    nearest = None
    if near is not None and near[0] > _BEFORE_ASIDE:
        piece = near[1]
        path = document.path(piece.section)
        nearest = NearestPassage(
            piece.span,
            path[-1].title if path else "",
            document.blocks[piece.block].page,
            "Stycket rör ämnet, men säger inte vad som görs åt rekommendationen.",
        )
    return judge(
        Case(
            document=document,
            response=response,
            asked=text,
            said=[reading.said[piece] for piece in given],
            anchored=place in reading.aligned.anchored,
            likeness=near[0] if near else 0.0,
            decided=reading.response.decided,
            addressed=boards.asked(asked.addressees, reading.response.board),
            nearest=nearest,
        )
    )
